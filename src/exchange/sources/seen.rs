//! What rows of a file were met already. Only a hash of each is kept, of 128 bits and with keys that nobody outside knows:
//! no two texts share one, by chance or on purpose, and a million rows take some 40 bytes each.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

/// What was met, each with its line.
#[derive(Debug, Default)]
pub(super) struct Seen {
    keys: [RandomState; 2],
    lines: HashMap<[u32; 4], u32>,
}

impl Seen {
    /// The line on which this stands already; else it is noted that it stands on `line`.
    pub(super) fn before(&mut self, text: &str, line: u64) -> Option<u64> {
        let [one, other] = self.keys.each_ref().map(|key| key.hash_one(text).to_le_bytes());
        let half = |bytes: [u8; 8], at: usize| {
            bytes.get(at..).and_then(|half| half.first_chunk::<4>()).map_or(0, |half| u32::from_le_bytes(*half))
        };
        let hash = [half(one, 0), half(one, 4), half(other, 0), half(other, 4)];
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        match self.lines.entry(hash) {
            std::collections::hash_map::Entry::Occupied(first) => Some(u64::from(*first.get())),
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(line);
                None
            }
        }
    }
}
