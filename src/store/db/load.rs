//! Reads every record and verifies everything on the way: checksums, pieces, counts, hashes.

use super::guard::guarded;
use super::{Database, DatabaseError, Piece, Tally, place};
use crate::domain::{Kind, Record};
use crate::store::codec;
use crate::store::stored::decode_record;
use crate::words::store::of_medium;
use sled::IVec;

/// How many records are handed over at a time.
const BATCH: usize = 512;

impl Database {
    /// Begins to read everything.
    pub fn load(&self) -> Loader<'_> {
        Loader { live: self, kinds: Kind::ALL.iter().copied(), now: None }
    }
}

/// A reading of the whole database, in batches.
pub struct Loader<'a> {
    live: &'a Database,
    kinds: std::iter::Copied<std::slice::Iter<'static, Kind>>,
    now: Option<(Kind, sled::Iter, Tally)>,
}

impl Loader<'_> {
    /// The next records; `None` when all were read and everything is as the state says.
    ///
    /// # Errors
    /// When anything is not as it should be.
    pub fn next_batch(&mut self) -> Result<Option<Vec<Record>>, DatabaseError> {
        guarded(|| {
            let mut batch = Vec::with_capacity(BATCH);
            self.each(|kind, bytes| {
                batch.push(decode_record(kind, bytes)?);
                Ok(batch.len() < BATCH)
            })?;
            Ok((!batch.is_empty()).then_some(batch))
        })
    }

    /// Hands over kind and bytes of each record until `take` says that it is enough.
    fn each(
        &mut self,
        mut take: impl FnMut(Kind, &[u8]) -> Result<bool, DatabaseError>,
    ) -> Result<(), DatabaseError> {
        loop {
            if self.now.is_none() {
                let Some(kind) = self.kinds.next() else { return Ok(()) };
                self.now = Some((kind, self.live.tree(kind).iter(), Tally::default()));
            }
            let Some((kind, values, tally)) = &mut self.now else { return Ok(()) };
            let Some(first) = values.next() else {
                let (kind, tally) = (*kind, *tally);
                self.compare(kind, tally)?;
                self.now = None;
                continue;
            };
            if !read_one(*kind, first?, values, tally, &mut take)? {
                return Ok(());
            }
        }
    }

    fn compare(&self, kind: Kind, found: Tally) -> Result<(), DatabaseError> {
        let should = self.live.state.tallies[place(kind)];
        if should == found {
            return Ok(());
        }
        let (found, should) = (found.records, should.records);
        Err(DatabaseError::Damaged(if found == should {
            of_medium::not_those_written(crate::words::kinds(kind))
        } else {
            of_medium::found_of(
                found,
                crate::words::counted(kind, usize::try_from(should).unwrap_or(usize::MAX)),
            )
        }))
    }
}

/// Reads one record, whose first value is at hand; whether more are wanted.
fn read_one(
    kind: Kind,
    (key, value): (IVec, IVec),
    values: &mut sled::Iter,
    tally: &mut Tally,
    take: &mut impl FnMut(Kind, &[u8]) -> Result<bool, DatabaseError>,
) -> Result<bool, DatabaseError> {
    let broken = || DatabaseError::Damaged(of_medium::pieces_do_not_fit(crate::words::kind(kind)));
    let first = Piece::open(kind, &key, &value)?;
    let (id, number) = key.split_at_checked(16).ok_or_else(broken)?;
    if number != [0, 0] {
        return Err(broken());
    }
    tally.records += 1;
    tally.hash = tally.hash.wrapping_add(codec::fingerprint(&key, &value));
    if first.count == 1 {
        return take(kind, first.bytes);
    }
    let mut bytes = first.bytes.to_vec();
    for n in 1..first.count {
        let (key, value) = values.next().ok_or_else(broken)??;
        let piece = Piece::open(kind, &key, &value)?;
        if key.get(..16) != Some(id) || key.get(16..) != Some(&n.to_be_bytes()) || piece.seq != first.seq {
            return Err(broken());
        }
        tally.hash = tally.hash.wrapping_add(codec::fingerprint(&key, &value));
        bytes.extend_from_slice(piece.bytes);
    }
    take(kind, &bytes)
}
