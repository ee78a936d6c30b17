//! What rows of a file and records of a book are known by, as hashes alone: of 128 bits, with keys that nobody outside knows,
//! so that no two texts share one, by chance or on purpose. A million of them take some 40 bytes each.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher as _, Hash, RandomState};

/// What stands for a text.
pub(super) type Key = [u32; 4];

/// Makes keys; each of these makes others.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys([RandomState; 2]);

impl Keys {
    /// The key of something.
    pub(super) fn of(&self, text: &(impl Hash + ?Sized)) -> Key {
        let [one, other] = self.0.each_ref().map(|state| state.hash_one(text).to_le_bytes());
        let half = |bytes: &[u8]| bytes.first_chunk::<4>().map_or(0, |half| u32::from_le_bytes(*half));
        let ([a, b], [c, d]) = (halves(&one), halves(&other));
        [half(a), half(b), half(c), half(d)]
    }
}

fn halves(bytes: &[u8; 8]) -> [&[u8]; 2] {
    let (one, other) = bytes.split_at(4);
    [one, other]
}

/// What was met, each with its line.
#[derive(Debug, Default)]
pub(super) struct Seen {
    keys: Keys,
    lines: HashMap<Key, u32>,
}

impl Seen {
    /// The line on which this stands already; else it is noted that it stands on `line`.
    pub(super) fn before(&mut self, text: &str, line: u64) -> Option<u64> {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        match self.lines.entry(self.keys.of(text)) {
            Entry::Occupied(first) => Some(u64::from(*first.get())),
            Entry::Vacant(place) => {
                place.insert(line);
                None
            }
        }
    }
}

/// Who bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bearer<T> {
    Nobody,
    One(T),
    Several,
}

impl<T> Bearer<T> {
    /// The only one who does.
    pub(super) fn one(self) -> Option<T> {
        if let Self::One(one) = self { Some(one) } else { None }
    }
}

/// Which of many bears a name.
#[derive(Clone, Debug)]
pub(super) struct Named<T> {
    keys: Keys,
    all: HashMap<Key, Bearer<T>>,
}

impl<T: Copy> Named<T> {
    pub(super) fn new() -> Self {
        Self { keys: Keys::default(), all: HashMap::new() }
    }

    /// One more that bears this name.
    pub(super) fn add(&mut self, name: &(impl Hash + ?Sized), of: T) {
        let of = Bearer::One(of);
        self.all.entry(self.keys.of(name)).and_modify(|several| *several = Bearer::Several).or_insert(of);
    }

    /// Who bears this name.
    pub(super) fn get(&self, name: &(impl Hash + ?Sized)) -> Bearer<T> {
        self.all.get(&self.keys.of(name)).copied().unwrap_or(Bearer::Nobody)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// As a table of the texts themselves has it.
        #[test]
        fn what_was_met_is_known_again(texts in prop::collection::vec("[ab]{0,3}", 0..40)) {
            let (mut seen, mut named) = (Seen::default(), Named::new());
            for (line, text) in (1..).zip(&texts) {
                let first = texts.iter().position(|other| other == text).map(|at| at as u64 + 1);
                prop_assert_eq!(seen.before(text, line), first.filter(|first| *first < line));
                named.add(text, line);
            }
            for text in ["", "a", "ab", "zz"] {
                let mut lines = (1..).zip(&texts).filter(|(_, other)| other.as_str() == text).map(|(line, _)| line);
                let wanted = match (lines.next(), lines.next()) {
                    (None, _) => Bearer::Nobody,
                    (Some(first), None) => Bearer::One(first),
                    _ => Bearer::Several,
                };
                prop_assert_eq!(named.get(text), wanted);
            }
        }
    }
}
