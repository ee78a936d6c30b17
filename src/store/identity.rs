//! The file `ID`: which book lies in a folder. Its second line tells an id from a damaged one.
//!
//! It stands beside `FORMAT` and not in it: a program that knows format 1 alone takes a third line there for damage and
//! writes the file anew, where it is to refuse the book.

use super::chain::BookId;
use super::{StoreError, backup, codec, files, journal};
use std::io;
use std::path::Path;

const NAME: &str = "ID";

/// What the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// This book.
    Known(BookId),
    /// There is no such file.
    Missing,
    /// It cannot be believed.
    Damaged,
}

impl Identity {
    /// The book, when it is known.
    pub const fn book(self) -> Option<BookId> {
        match self {
            Self::Known(book) => Some(book),
            Self::Missing | Self::Damaged => None,
        }
    }
}

/// What the file in the folder of a book says.
pub fn read(dir: &Path) -> Identity {
    match files::read_small(&dir.join(NAME)) {
        Ok(bytes) => parse(&bytes).map_or(Identity::Damaged, Identity::Known),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Identity::Missing,
        Err(_) => Identity::Damaged,
    }
}

/// Writes it.
///
/// # Errors
/// When the medium refuses.
pub fn write(dir: &Path, book: BookId) -> Result<(), StoreError> {
    let text = book.to_string();
    let proof = codec::fingerprint(NAME.as_bytes(), text.as_bytes());
    files::write_whole(&dir.join(NAME), format!("{text}\n{proof:016x}\n").as_bytes())
}

/// Which book the rest of the folder says it is, when the file cannot: what all parts of the journal say, or else all
/// backups. `None` when there is neither, or they differ.
pub fn deduce(dir: &Path) -> Option<BookId> {
    let of_journal = books_of_journal(dir);
    if of_journal.is_empty() { only(&books_of_backups(dir)) } else { only(&of_journal) }
}

/// Which book lies in a folder, and whether the file `ID` says otherwise: when nothing else there bears its id, neither
/// the journal nor a backup nor, as `database` tells, the live database, it is the file that does not belong.
pub fn settle(dir: &Path, database: impl FnOnce() -> Option<BookId>) -> (Option<BookId>, bool) {
    let (named, rest) = (read(dir).book(), deduce(dir));
    let (Some(own), Some(others)) = (named, rest) else { return (named.or(rest), false) };
    let is_told = || books_of_journal(dir).contains(&own) || books_of_backups(dir).contains(&own);
    if own == others || is_told() || database() == Some(own) {
        return (named, false);
    }
    (rest, true)
}

/// What the parts of the journal say.
fn books_of_journal(dir: &Path) -> Vec<BookId> {
    let segments = journal::segments(&dir.join("journal")).unwrap_or_default();
    segments.iter().filter_map(journal::book_of).collect()
}

/// What the backups say.
fn books_of_backups(dir: &Path) -> Vec<BookId> {
    backup::all(dir).iter().filter_map(|c| c.manifest.book_id()).collect()
}

/// The one that all are.
fn only(all: &[BookId]) -> Option<BookId> {
    let (first, rest) = all.split_first()?;
    rest.iter().all(|other| other == first).then_some(*first)
}

fn parse(bytes: &[u8]) -> Option<BookId> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (id, proof) = text.trim_end().split_once('\n')?;
    let proof = u64::from_str_radix(proof, 16).ok()?;
    (proof == codec::fingerprint(NAME.as_bytes(), id.as_bytes())).then(|| BookId::from_hex(id))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_believed_only_when_it_is_whole() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(read(dir.path()), Identity::Missing);
        let book = BookId::random();
        write(dir.path(), book).unwrap();
        assert_eq!(read(dir.path()), Identity::Known(book));
        let path = dir.path().join(NAME);
        let whole = std::fs::read(&path).unwrap();
        for bit in 0..whole.len() * 8 - 8 {
            let mut bad = whole.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            std::fs::write(&path, bad).unwrap();
            // The case of a digit in the proof says the same.
            assert!(matches!(read(dir.path()), Identity::Damaged | Identity::Known(_)), "bit {bit}");
            assert!(read(dir.path()).book().is_none_or(|b| b == book), "bit {bit}");
        }
    }
}
