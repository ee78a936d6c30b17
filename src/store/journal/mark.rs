//! The number of the last acknowledged change, in a small file of its own. It is not synced, so it may lie behind,
//! never ahead. It tells when the newest part of the journal is gone and sled has gone back to an older state as well:
//! both would then agree on a book that lacks what was saved.

use crate::store::{codec, files};
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::path::Path;

const NAME: &str = "last";

/// The open file; none when it cannot be written, which is no reason to fail.
pub struct Mark(Option<File>);

impl Mark {
    /// The number that stands in the folder of the journal; 0 when there is none that can be believed.
    pub fn read(dir: &Path) -> u64 {
        let text = std::fs::read_to_string(dir.join(NAME)).unwrap_or_default();
        let Some((seq, proof)) = text.trim_end().split_once(' ') else { return 0 };
        if u64::from_str_radix(proof, 16) == Ok(codec::fingerprint(NAME.as_bytes(), seq.as_bytes())) {
            seq.parse().unwrap_or(0)
        } else {
            0
        }
    }

    /// Opens the file for writing.
    pub fn open(dir: &Path) -> Self {
        let path = dir.join(NAME);
        Self(files::private().write(true).create(true).truncate(false).open(path).ok())
    }

    /// Writes the number. Always of the same length, so that it needs no cutting.
    pub fn set(&mut self, seq: u64) {
        let Some(file) = &mut self.0 else { return };
        let seq = format!("{seq:020}");
        let line = format!("{seq} {:016x}\n", codec::fingerprint(NAME.as_bytes(), seq.as_bytes()));
        let _ = file.rewind().and_then(|()| file.write_all(line.as_bytes()));
    }

    /// Puts it on the medium.
    pub fn sync(&self) {
        if let Some(file) = &self.0 {
            let _ = file.sync_data();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_believed_only_when_it_is_whole() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(Mark::read(dir.path()), 0);
        let mut mark = Mark::open(dir.path());
        mark.set(1_000);
        mark.set(41);
        mark.sync();
        assert_eq!(Mark::read(dir.path()), 41);
        let path = dir.path().join(NAME);
        let whole = std::fs::read(&path).unwrap();
        for at in 0..whole.len() - 1 {
            let mut bad = whole.clone();
            bad[at] ^= 1;
            std::fs::write(&path, bad).unwrap();
            assert_eq!(Mark::read(dir.path()), 0, "byte {at}");
        }
    }
}
