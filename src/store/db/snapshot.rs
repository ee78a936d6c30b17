//! Reads the database while it is written to, for a backup: in the order of the keys, some records at a time. What is
//! read is not of one moment; whoever asks sorts out what was changed meanwhile.

use super::guard::guarded;
use super::{Database, DatabaseError, Piece, State, key, place, sync_file};
use crate::domain::Kind;
use crate::words::store::of_medium;
use sled::{Db, Tree};
use std::path::PathBuf;
use uuid::Uuid;

/// How many records are read at a time.
const BATCH: usize = 512;

/// A second handle on the database.
pub struct Snapshot {
    db: Db,
    kinds: Vec<Tree>,
    dir: PathBuf,
    /// What the database said of itself when the handle was taken.
    pub state: State,
}

/// A record as it was found.
pub struct Found {
    /// Which one.
    pub id: Uuid,
    /// The change that wrote it.
    pub seq: u64,
    /// Its bytes; none when its pieces did not fit together.
    pub bytes: Option<Vec<u8>>,
}

impl Database {
    /// A second handle, for another thread.
    pub fn snapshot(&self) -> Snapshot {
        let (db, kinds) = (self.db.clone(), self.kinds.clone());
        Snapshot { db, kinds, dir: self.dir.clone(), state: self.state.clone() }
    }
}

impl Snapshot {
    /// The records of a kind behind `after`, in the order of their ids, and whether there may be more.
    ///
    /// # Errors
    /// When the medium refuses, or a value is damaged.
    pub fn chunk(&self, kind: Kind, after: Option<Uuid>) -> Result<(Vec<Found>, bool), DatabaseError> {
        guarded(|| {
            let tree = &self.kinds[place(kind)];
            let values = match after {
                None => tree.iter(),
                Some(id) => tree.range(&key(id, u16::MAX)[..]..),
            };
            let mut found: Vec<(Found, u16, u16)> = vec![];
            for value in values {
                let (at, value) = value?;
                let damaged = || DatabaseError::Damaged(of_medium::key_unreadable(crate::words::kind(kind)));
                let (id, number) = at.split_first_chunk::<16>().ok_or_else(damaged)?;
                let number = u16::from_be_bytes(number.try_into().map_err(|_| damaged())?);
                let id = Uuid::from_bytes(*id);
                let piece = Piece::open(kind, &at, &value)?;
                let full = found.len() == BATCH;
                match found.last_mut() {
                    Some((last, count, next)) if last.id == id => {
                        let fits = *next == number && last.seq == piece.seq && *count == piece.count;
                        match &mut last.bytes {
                            Some(bytes) if fits => bytes.extend_from_slice(piece.bytes),
                            bytes => *bytes = None,
                        }
                        *next = next.saturating_add(1);
                    }
                    _ if full => return Ok((whole(found), true)),
                    _ => {
                        let bytes = (number == 0).then(|| piece.bytes.to_vec());
                        found.push((Found { id, seq: piece.seq, bytes }, piece.count, 1));
                    }
                }
            }
            Ok((whole(found), false))
        })
    }

    /// Everything on the medium.
    ///
    /// # Errors
    /// When it refuses.
    pub fn flush(&self) -> Result<(), DatabaseError> {
        guarded(|| {
            self.db.flush()?;
            sync_file(&self.dir).map_err(DatabaseError::Io)
        })
    }
}

/// The records; those of which a piece is missing have no bytes.
fn whole(found: Vec<(Found, u16, u16)>) -> Vec<Found> {
    let one = |(found, count, next): (Found, u16, u16)| Found {
        bytes: found.bytes.filter(|_| count == next),
        ..found
    };
    found.into_iter().map(one).collect()
}
