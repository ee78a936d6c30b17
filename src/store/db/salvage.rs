//! Takes out of a damaged database what can still be read, record by record, from both ends of each tree.

use super::guard::guarded;
use super::{DatabaseError, META, Piece, STATE, State, remove_half_snapshots, threads};
use crate::domain::Kind;
use sled::{IVec, Tree};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use uuid::Uuid;

/// A record that survived.
#[derive(Clone, Debug)]
pub struct Salvaged {
    /// Its kind.
    pub kind: Kind,
    /// Which one.
    pub id: Uuid,
    /// The change that wrote it.
    pub seq: u64,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

type Pieces = BTreeMap<Vec<u8>, (u64, u16, Vec<u8>)>;

/// What survived in a damaged database.
#[derive(Clone, Debug, Default)]
pub struct Survivors {
    /// Records.
    pub records: Vec<Salvaged>,
    /// What it says of itself, when that can be read.
    pub state: Option<State>,
}

/// The records in `dir` that a change after `after` wrote, as far as they can be read. Opening may change the files: give
/// it a copy.
///
/// # Errors
/// When the system refuses, so that the same files may well be read another time: nothing is known of them then.
pub fn salvage(dir: &Path, cache: u64, after: u64) -> io::Result<Survivors> {
    let mut found = Survivors::default();
    let opened = guarded(|| {
        let _ = remove_half_snapshots(dir);
        let db = threads::open(sled::Config::new().path(dir).cache_capacity(cache))?;
        let state = guarded(|| Ok(db.open_tree(META)?.get(STATE)?));
        found.state = state.ok().flatten().and_then(|bytes| State::decode(&bytes).ok());
        for kind in Kind::ALL {
            if let Ok(tree) = guarded(|| Ok(db.open_tree(kind.plural())?)) {
                found.records.extend(whole(*kind, &pieces(*kind, &tree, after)));
            }
        }
        let _ = guarded(|| {
            drop(db);
            Ok(())
        });
        Ok(())
    });
    match opened {
        Err(DatabaseError::Io(e)) => Err(e),
        // Of what is damaged it has what could be read.
        Ok(()) | Err(_) => Ok(found),
    }
}

fn pieces(kind: Kind, tree: &Tree, after: u64) -> Pieces {
    let mut found = Pieces::new();
    let mut take = |key: &IVec, value: &IVec| {
        let Ok(piece) = Piece::open(kind, key, value) else { return };
        if piece.seq > after {
            found.insert(key.to_vec(), (piece.seq, piece.count, piece.bytes.to_vec()));
        }
    };
    let mut forward = true;
    for _ in 0..2 {
        let _ = guarded(|| {
            let mut values = tree.iter();
            while let Some(Ok((key, value))) = if forward { values.next() } else { values.next_back() } {
                take(&key, &value);
            }
            Ok(())
        });
        forward = false;
    }
    found
}

/// The records all of whose pieces were found.
fn whole(kind: Kind, pieces: &Pieces) -> Vec<Salvaged> {
    let mut found = vec![];
    for (key, (seq, count, first)) in pieces {
        let Some((id, [0, 0])) = key.split_first_chunk::<16>() else { continue };
        let mut bytes = first.clone();
        let complete = (1..*count).all(|n| {
            let key = super::key(Uuid::from_bytes(*id), n);
            match pieces.get(key.as_slice()) {
                Some((piece_seq, _, more)) if piece_seq == seq => {
                    bytes.extend_from_slice(more);
                    true
                }
                _ => false,
            }
        });
        if complete {
            found.push(Salvaged { kind, id: Uuid::from_bytes(*id), seq: *seq, bytes });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Client, ClientId, Clock, Moment, Record};
    use crate::store::chain::{BookId, Hash};

    use crate::store::db::{Cause, Database};
    use crate::store::stored::RawEdit;

    /// A snapshot that sled was writing when it was ended keeps sled itself from opening.
    #[test]
    fn what_is_half_written_beside_the_records_costs_none_of_them() {
        let dir = tempfile::tempdir().unwrap();
        let mut live = Database::create(dir.path(), BookId::random(), 1 << 20).unwrap();
        let client = Client::new(ClientId(Uuid::from_u128(7)), Moment { utc_ms: 0, offset_min: 0 });
        let id = client.id.0;
        let bytes = crate::store::stored::encode_record(&Record::from(client)).unwrap();
        let edit = RawEdit { kind: Kind::Client, id, before: None, after: Some(&bytes) };
        let cause = Cause { seq: 1, hash: Hash::UNKNOWN, clock: Clock::default(), number: 0 };
        live.apply(cause, &[edit]).unwrap();
        live.flush().unwrap();
        live.discard();
        for name in ["snap.00000000FFFFFFFF.generating", "snap.0000000000000001.generating"] {
            std::fs::write(dir.path().join(name), "half").unwrap();
        }
        let found = salvage(dir.path(), 1 << 20, 0).unwrap();
        assert_eq!(found.records.iter().map(|one| (one.id, one.seq)).collect::<Vec<_>>(), [(id, 1)]);
    }
}
