//! What can go wrong with a book, in words for people.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// Why a book could not be opened, read or written.
#[derive(Debug)]
pub enum StoreError {
    /// The medium refused: what was tried, where, and its words.
    Io {
        /// "write the journal", "read a backup".
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another process has the book.
    InUse {
        /// The folder of the book.
        book: PathBuf,
        /// Who has it: process, command, since when.
        by: String,
    },
    /// The book was written by a later version.
    TooNew {
        /// What is too new: "the book's format 3".
        what: String,
    },
    /// Both witnesses are damaged where it counts; nothing was changed.
    Damaged(String),
    /// The record is not as the change thought it was; nothing was kept.
    Conflict(String),
    /// The book can be read only, and why.
    ReadOnly(String),
    /// A change is larger than the store takes at once.
    TooLarge(String),
}

impl StoreError {
    /// An error of the medium.
    pub fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { doing, path, source }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { doing, path, source } => write!(f, "could not {doing} ({}): {source}", path.display()),
            Self::InUse { book, by } => {
                write!(
                    f,
                    "the book {} is in use by {by}. Close it there, or open another with --book",
                    book.display()
                )
            }
            Self::TooNew { what } => {
                write!(
                    f,
                    "{what} is newer than this program knows. Use the newer program; nothing was changed"
                )
            }
            Self::Conflict(what) => write!(f, "{what} was changed in the meantime; nothing was saved"),
            Self::ReadOnly(why) => write!(f, "the book can only be read: {why}"),
            Self::Damaged(what) | Self::TooLarge(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for StoreError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
