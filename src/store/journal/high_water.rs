//! The number of the last acknowledged change, in a small file of its own. It is not synced, so it may lie behind,
//! never ahead. It tells when the newest part of the journal is gone and sled has gone back to an older state as well:
//! both would then agree on a book that lacks what was saved.

use crate::store::chain::{BookId, Hash};
use crate::store::{codec, files};
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::path::Path;

const NAME: &str = "last";

/// What the file says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The last change that was acknowledged; 0 when there is no mark that can be believed.
    pub seq: u64,
    /// Its hash; unknown in format 1.
    pub hash: Hash,
    /// The book it is of; none in format 1.
    pub book: Option<BookId>,
}

/// The open file; none when it cannot be written, which is no reason to fail.
pub struct HighWater {
    file: Option<File>,
    book: BookId,
}

impl HighWater {
    /// What stands in the folder of the journal.
    pub fn read(dir: &Path) -> Marked {
        let text = files::read_small(&dir.join(NAME)).unwrap_or_default();
        std::str::from_utf8(&text).ok().and_then(read).unwrap_or_default()
    }

    /// Opens the file for writing.
    pub fn open(dir: &Path, book: BookId) -> Self {
        let path = dir.join(NAME);
        Self { file: files::private().write(true).create(true).truncate(false).open(path).ok(), book }
    }

    /// Writes the number and the hash. Always of the same length, so that it needs no cutting.
    pub fn set(&mut self, seq: u64, hash: Hash) {
        let Some(file) = &mut self.file else { return };
        let words = format!("{seq:020} {hash} {}", self.book);
        let line = format!("{words} {:016x}\n", codec::fingerprint(NAME.as_bytes(), words.as_bytes()));
        let _ = file.rewind().and_then(|()| file.write_all(line.as_bytes()));
    }

    /// Puts it on the medium.
    pub fn sync(&self) {
        if let Some(file) = &self.file {
            let _ = file.sync_data();
        }
    }
}

fn read(text: &str) -> Option<Marked> {
    let (words, proof) = text.trim_end().rsplit_once(' ')?;
    let proof = u64::from_str_radix(proof, 16).ok()?;
    if proof != codec::fingerprint(NAME.as_bytes(), words.as_bytes()) {
        return None;
    }
    match words.split(' ').collect::<Vec<_>>()[..] {
        [seq] => Some(Marked { seq: seq.parse().ok()?, ..Marked::default() }),
        [seq, hash, book] => Some(Marked {
            seq: seq.parse().ok()?,
            hash: Hash::from_hex(hash)?,
            book: Some(BookId::from_hex(book)?),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_believed_only_when_it_is_whole() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(HighWater::read(dir.path()), Marked::default());
        let book = BookId([0xab; 16]);
        let hash = Hash::of(Hash::first(book), 41, b"x");
        let mut mark = HighWater::open(dir.path(), book);
        mark.set(1_000, Hash::UNKNOWN);
        mark.set(41, hash);
        mark.sync();
        assert_eq!(HighWater::read(dir.path()), Marked { seq: 41, hash, book: Some(book) });
        let path = dir.path().join(NAME);
        let whole = std::fs::read(&path).unwrap();
        for at in 0..whole.len() - 1 {
            let mut bad = whole.clone();
            bad[at] ^= 1;
            std::fs::write(&path, bad).unwrap();
            assert_eq!(HighWater::read(dir.path()).seq, 0, "byte {at}");
        }
    }

    #[test]
    fn a_mark_of_format_1_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let seq = format!("{:020}", 29);
        let proof = codec::fingerprint(NAME.as_bytes(), seq.as_bytes());
        std::fs::write(dir.path().join(NAME), format!("{seq} {proof:016x}\n")).unwrap();
        assert_eq!(HighWater::read(dir.path()), Marked { seq: 29, ..Marked::default() });
    }
}
