//! Names that records bear for ever: `UUIDv7` (RFC 9562 §5.7). The type of each kind's ids is in the table of kinds.

use super::{Kind, Moment};
use uuid::{Builder, Uuid};

/// Any record, by kind and id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ref {
    /// What it is.
    pub kind: Kind,
    /// Which one.
    pub id: Uuid,
}

impl Ref {
    /// The record of `kind` with this id.
    pub const fn new(kind: Kind, id: Uuid) -> Self {
        Self { kind, id }
    }
}

/// An id that knows its kind.
pub trait KindId: Copy {
    /// The kind all ids of this type belong to.
    const KIND: Kind;
    /// Wraps a plain id.
    fn from_uuid(id: Uuid) -> Self;
    /// The plain id.
    fn uuid(self) -> Uuid;
}

/// Makes new ids. Seeded from outside, so that the domain needs no source of chance and tests repeat.
#[derive(Clone, Debug)]
pub struct IdGenerator {
    rng: [u64; 2],
}

impl IdGenerator {
    /// A generator whose ids differ from those of every other seed.
    pub fn new(seed: [u8; 16]) -> Self {
        let (a, b) = (u64::from_le_bytes(first8(&seed, 0)), u64::from_le_bytes(first8(&seed, 8)));
        Self { rng: [a, b] }
    }

    /// The next id; ids of later moments sort after ids of earlier ones.
    pub fn next<I: KindId>(&mut self, now: Moment) -> I {
        let (a, b) = (step(&mut self.rng[0]), step(&mut self.rng[1]));
        let mut random = [0u8; 10];
        random[..8].copy_from_slice(&a.to_le_bytes());
        random[8..].copy_from_slice(&b.to_le_bytes()[..2]);
        let millis = u64::try_from(now.utc_ms).unwrap_or(0);
        I::from_uuid(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }
}

fn first8(seed: &[u8; 16], from: usize) -> [u8; 8] {
    let mut out = [0; 8];
    out.copy_from_slice(&seed[from..from + 8]);
    out
}

/// `SplitMix64` (Steele, Lea, Flood 2014): full period, good enough to keep ids apart.
fn step(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ClientId;

    #[test]
    fn later_ids_sort_later_and_all_differ() {
        let mut id_generator = IdGenerator::new([7; 16]);
        let early: ClientId = id_generator.next(Moment { utc_ms: 1_000, offset_min: 0 });
        let late: ClientId = id_generator.next(Moment { utc_ms: 2_000, offset_min: 0 });
        assert!(early < late);
        let many: std::collections::HashSet<ClientId> =
            (0..10_000).map(|_| id_generator.next(Moment { utc_ms: 3_000, offset_min: 0 })).collect();
        assert_eq!(many.len(), 10_000);
        assert_eq!(late.0.get_version_num(), 7);
    }
}
