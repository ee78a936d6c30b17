//! What the database says of itself: the book, the last change, how many records there should be.

use super::place;
use crate::domain::{Clock, Kind};
use crate::store::chain::{BookId, Hash, Tip};
use crate::store::codec::{self, BOOK_SCHEMA, CodecError, SCHEMA};

/// The name of the tree of the state, and its code in checksums.
pub const META: &str = "meta";
pub const META_CODE: u8 = 0;
/// The one value in it.
pub const STATE: &[u8] = b"state";

/// How many records a tree has, and the sum of the fingerprints of its values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Records, those in the bin among them.
    pub records: u64,
    /// Sum of [`codec::fingerprint`] over keys and values.
    pub hash: u64,
}

/// What the database says of itself; written in the same transaction as the records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The book it is of; none in format 1.
    pub book: Option<BookId>,
    /// The last change that is in it.
    pub tip: Tip,
    /// The highest short number ever given.
    pub last_number: u32,
    /// One for each kind, in the order of [`Kind::ALL`].
    pub tallies: [Tally; Kind::ALL.len()],
}

/// Frozen, schema 1: last change, last number, and for each kind its code, how many, and their hash.
type State1 = (u64, u32, Vec<(u8, u64, u64)>);

/// Frozen, schema 2: what schema 1 has, the book, the clock, and the hashes of the last changes.
type State2 = (State1, [u8; 16], (i64, u32), Vec<[u8; 16]>);

impl State {
    /// The number of the last change that is in it.
    pub fn applied(&self) -> u64 {
        self.tip.seq
    }

    pub(super) fn encode(&self) -> Result<Vec<u8>, CodecError> {
        let tallies = Kind::ALL.iter().zip(&self.tallies).map(|(k, t)| (k.code(), t.records, t.hash));
        let first: State1 = (self.tip.seq, self.last_number, tallies.collect());
        let mut out = vec![];
        let Some(book) = self.book else {
            codec::encode_to(&first, &mut out)?;
            return Ok(codec::seal(META_CODE, STATE, SCHEMA, &out));
        };
        let trail = self.tip.trail.iter().map(|hash| hash.0).collect();
        let state: State2 = (first, book.0, (self.tip.clock.ms, self.tip.clock.count), trail);
        codec::encode_to(&state, &mut out)?;
        Ok(codec::seal(META_CODE, STATE, BOOK_SCHEMA, &out))
    }

    pub(super) fn decode(bytes: &[u8]) -> Result<Self, CodecError> {
        let (schema, payload) = codec::unseal(META_CODE, STATE, BOOK_SCHEMA, bytes)?;
        let mut state = Self::default();
        let (applied, last_number, tallies) = if schema < BOOK_SCHEMA {
            codec::decode::<State1>(payload)?
        } else {
            let (first, book, (ms, count), trail): State2 = codec::decode(payload)?;
            state.book = Some(BookId(book));
            state.tip.clock = Clock { ms, count };
            state.tip.trail = trail.into_iter().map(Hash).collect();
            first
        };
        (state.tip.seq, state.last_number) = (applied, last_number);
        for (code, records, hash) in tallies {
            let kind = Kind::from_code(code).ok_or(CodecError::Newer(BOOK_SCHEMA))?;
            state.tallies[place(kind)] = Tally { records, hash };
        }
        Ok(state)
    }
}
