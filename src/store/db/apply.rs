//! Writes changes: records, counts, hashes and the number of the change in one transaction over all trees.

use super::guard::guarded;
use super::{Database, DatabaseError, META_CODE, PIECE, Piece, STATE, State, Tally, key, place};
use crate::domain::{Clock, Kind};
use crate::store::chain::Hash;
use crate::store::codec::{self, CodecError};
use crate::store::stored::RawEdit;
use crate::words::store::of_medium;
use sled::Tree;
use sled::transaction::{ConflictableTransactionError, TransactionError, Transactional, TransactionalTree};
use uuid::Uuid;

/// sled holds a whole transaction in memory and one log batch.
const MOST_EDITS: usize = 5_000;

type Step<T> = Result<T, ConflictableTransactionError<DatabaseError>>;

/// The change that edits belong to.
#[derive(Clone, Copy, Debug)]
pub struct Cause {
    /// Its number.
    pub seq: u64,
    /// Its hash; unknown when what is written comes from a damaged database.
    pub hash: Hash,
    /// Its time.
    pub clock: Clock,
    /// The highest short number in it.
    pub number: u32,
}

impl Database {
    /// Brings in the edits of a change. One of many edits takes several transactions; counts and hashes are right
    /// after each, and only the last says that the change is in: until then it can be brought in again.
    pub fn apply(&mut self, cause: Cause, edits: &[RawEdit<'_>]) -> Result<(), DatabaseError> {
        let parts: Vec<&[RawEdit<'_>]> = edits.chunks(MOST_EDITS).collect();
        let (last, earlier) = parts.split_last().map_or((&[][..], &[][..]), |(last, rest)| (*last, rest));
        for part in earlier {
            let state = self.state.clone();
            self.transact(cause.seq, part, &state)?;
        }
        let mut state = self.state.clone();
        if cause.seq > state.tip.seq {
            state.tip.advance(cause.seq, cause.hash, cause.clock);
        }
        state.last_number = state.last_number.max(cause.number);
        self.transact(cause.seq, last, &state)
    }

    fn transact(&mut self, seq: u64, edits: &[RawEdit<'_>], state: &State) -> Result<(), DatabaseError> {
        if self.broken {
            return Err(DatabaseError::Damaged("a test broke it".into()));
        }
        let mut touched: Vec<Kind> = edits.iter().map(|e| e.kind).collect();
        touched.sort_unstable();
        touched.dedup();
        let mut trees: Vec<&Tree> = touched.iter().map(|k| self.tree(*k)).collect();
        trees.push(&self.meta);
        let done = guarded(|| {
            let run = trees.as_slice().transaction(|trees| write(trees, &touched, seq, edits, state.clone()));
            run.map_err(|e| match e {
                TransactionError::Abort(e) => e,
                TransactionError::Storage(e) => e.into(),
            })
        })?;
        self.state = done;
        Ok(())
    }
}

fn write(
    trees: &[TransactionalTree],
    touched: &[Kind],
    seq: u64,
    edits: &[RawEdit<'_>],
    mut state: State,
) -> Step<State> {
    let Some((meta, trees)) = trees.split_last() else { return Ok(state) };
    for edit in edits {
        let Some(tree) = touched.binary_search(&edit.kind).ok().and_then(|at| trees.get(at)) else {
            continue;
        };
        let tally = &mut state.tallies[place(edit.kind)];
        let before = take_out(tree, edit.kind, edit.id, tally)?;
        let after = edit.after.map_or(Ok(0), |bytes| put_in(tree, edit.kind, edit.id, seq, bytes, tally))?;
        for piece in after..before {
            tree.remove(&key(edit.id, piece))?;
        }
    }
    meta.insert(STATE, state.encode().map_err(abort)?)?;
    Ok(state)
}

fn abort(error: CodecError) -> ConflictableTransactionError<DatabaseError> {
    ConflictableTransactionError::Abort(error.into())
}

/// Takes a record out of the tally, as a preparation to overwriting it: how many pieces it has.
fn take_out(tree: &TransactionalTree, kind: Kind, id: Uuid, tally: &mut Tally) -> Step<u16> {
    let Some(mut value) = tree.get(key(id, 0))? else { return Ok(0) };
    let count = Piece::open(kind, &key(id, 0), &value).map_err(abort)?.count;
    for piece in 0..count {
        let key = key(id, piece);
        if piece > 0 {
            let missing = || DatabaseError::Damaged(of_medium::piece_missing().into());
            value = tree.get(key)?.ok_or_else(|| ConflictableTransactionError::Abort(missing()))?;
        }
        tally.hash = tally.hash.wrapping_sub(codec::fingerprint(&key, &value));
    }
    tally.records = tally.records.wrapping_sub(1);
    Ok(count)
}

fn put_in(
    tree: &TransactionalTree,
    kind: Kind,
    id: Uuid,
    seq: u64,
    bytes: &[u8],
    tally: &mut Tally,
) -> Step<u16> {
    let count = u16::try_from(bytes.len().div_ceil(PIECE).max(1));
    let count = count.map_err(|_| abort(CodecError::Shape))?;
    let mut chunks = bytes.chunks(PIECE);
    for n in 0..count {
        let key = key(id, n);
        let value = Piece { seq, count, bytes: chunks.next().unwrap_or_default() }.seal(kind, &key);
        tally.hash = tally.hash.wrapping_add(codec::fingerprint(&key, &value));
        tree.insert(&key, value)?;
    }
    tally.records = tally.records.wrapping_add(1);
    Ok(count)
}

const _: () = assert!(META_CODE == 0, "the code of no kind");
