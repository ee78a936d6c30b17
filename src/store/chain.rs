//! Who a book is, and how each change is tied to the one before it. Numbers alone cannot tell a copy of a book that
//! went another way: the hash of the last change can.

use crate::domain::Clock;
use std::fmt;

/// Which book: random, made once, the same in all its copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BookId(pub [u8; 16]);

impl BookId {
    /// A book that there was not before.
    pub fn random() -> Self {
        Self(uuid::Uuid::new_v4().into_bytes())
    }

    /// Reads 32 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        from_hex(text).map(Self)
    }
}

impl fmt::Display for BookId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex(f, self.0)
    }
}

/// The first half of the BLAKE3 hash of a change and all that it is tied to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hash(pub [u8; 16]);

impl Hash {
    /// Stands where nobody knows: before a change behind a gap, and for changes of format 1.
    pub const UNKNOWN: Self = Self([0; 16]);

    /// The hash of change `seq`, which follows the one that `before` is of. The first change follows the book itself.
    pub fn of(before: Self, seq: u64, payload: &[u8]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&before.0).update(&seq.to_le_bytes()).update(payload);
        let mut half = [0; 16];
        half.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        Self(half)
    }

    /// What the first change of a book is tied to.
    pub const fn first(book: BookId) -> Self {
        Self(book.0)
    }

    /// Whether it says anything.
    pub fn is_known(self) -> bool {
        self != Self::UNKNOWN
    }

    /// Whether two hashes of the same change can both be true.
    pub fn agrees(self, other: Self) -> bool {
        self == other || !self.is_known() || !other.is_known()
    }

    /// Reads 32 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        from_hex(text).map(Self)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hex(f, self.0)
    }
}

fn hex(f: &mut fmt::Formatter<'_>, bytes: [u8; 16]) -> fmt::Result {
    bytes.iter().try_for_each(|b| write!(f, "{b:02x}"))
}

fn from_hex(text: &str) -> Option<[u8; 16]> {
    let digits = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit());
    digits.then(|| u128::from_str_radix(text, 16).ok().map(u128::to_be_bytes))?
}

/// How many hashes a tip carries: a copy of the book that lies behind by fewer changes is told from another branch.
const TRAIL: usize = 16;

/// The last change that a file of the book holds, and those before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tip {
    /// Its number; 0 for a book in which nothing was written yet.
    pub seq: u64,
    /// Its time.
    pub clock: Clock,
    /// Hashes of the last changes, that of `seq` last. Shorter where more is not known.
    pub trail: Vec<Hash>,
}

impl Tip {
    /// A tip of which the hash is not known.
    pub fn at(seq: u64) -> Self {
        Self { seq, ..Self::default() }
    }

    /// The hash of the last change.
    pub fn hash(&self) -> Hash {
        self.trail.last().copied().unwrap_or(Hash::UNKNOWN)
    }

    /// The hash of change `seq`, as far as it is known.
    pub fn hash_of(&self, seq: u64) -> Hash {
        let back = self.seq.checked_sub(seq).and_then(|n| usize::try_from(n).ok());
        let at = back.and_then(|back| self.trail.len().checked_sub(back + 1));
        at.and_then(|at| self.trail.get(at)).copied().unwrap_or(Hash::UNKNOWN)
    }

    /// Goes on with the next change; what comes behind a gap does not know what lies before it.
    pub fn advance(&mut self, seq: u64, hash: Hash, clock: Clock) {
        if seq != self.seq + 1 || !hash.is_known() {
            self.trail.clear();
        }
        if hash.is_known() {
            self.trail.push(hash);
        }
        if self.trail.len() > TRAIL {
            self.trail.remove(0);
        }
        self.seq = seq;
        self.clock = self.clock.max(clock);
    }

    /// The numbers of which it knows the hash, oldest first.
    pub fn known(&self) -> impl Iterator<Item = (u64, Hash)> + '_ {
        let first = (self.seq + 1).saturating_sub(self.trail.len() as u64);
        (first..).zip(self.trail.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(n: u64) -> Hash {
        Hash::of(Hash::UNKNOWN, n, b"")
    }

    #[test]
    fn hexadecimal_digits_come_back() {
        let id = BookId::random();
        assert_eq!(BookId::from_hex(&id.to_string()), Some(id));
        for bad in ["", "12", "+0000000000000000000000000000000", &"x".repeat(32), &"0".repeat(33)] {
            assert_eq!(BookId::from_hex(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_hash_hangs_on_all_that_was_before() {
        let book = Hash::first(BookId([1; 16]));
        let one = Hash::of(book, 1, b"a");
        assert_ne!(one, Hash::of(Hash::first(BookId([2; 16])), 1, b"a"));
        assert_ne!(one, Hash::of(book, 2, b"a"));
        assert_ne!(one, Hash::of(book, 1, b"b"));
    }

    proptest! {
        #[test]
        fn a_tip_knows_what_it_passed_and_nothing_else(steps in prop::collection::vec(1u64..4, 1..60)) {
            let (mut tip, mut seq, mut since) = (Tip::default(), 0, 1);
            for step in steps {
                seq += step;
                since = if step > 1 { seq } else { since };
                tip.advance(seq, of(seq), Clock::default());
            }
            for n in 0..=seq + 2 {
                let knows = n >= since && n <= seq && seq - n < TRAIL as u64;
                prop_assert_eq!(tip.hash_of(n), if knows { of(n) } else { Hash::UNKNOWN });
            }
            prop_assert!(tip.known().all(|(n, hash)| hash == of(n)));
            prop_assert_eq!(tip.known().last(), Some((seq, of(seq))));
        }
    }
}
