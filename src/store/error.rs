//! What can go wrong with a book, in words for people.

use crate::words::store::of_medium;
use crate::words::{Of, label};
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
    /// What was open is no longer what lies in the book's folder: nothing written there would be kept.
    Displaced {
        /// The file or folder that was replaced or removed.
        path: PathBuf,
    },
    /// It was not to go on.
    GivenUp,
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
            Self::Io { doing, path, source } => {
                f.write_str(&of_medium::could_not(label(Of::Doing, doing), path.display(), in_words(source)))
            }
            Self::InUse { book, by } => f.write_str(&of_medium::in_use(book.display(), by)),
            Self::TooNew { what } => f.write_str(&of_medium::too_new(what)),
            Self::Conflict(what) => f.write_str(&of_medium::conflict(what)),
            Self::Displaced { path } => f.write_str(&of_medium::displaced(path.display())),
            Self::GivenUp => f.write_str(of_medium::given_up()),
            Self::ReadOnly(why) => f.write_str(&of_medium::read_only(why)),
            Self::Damaged(what) | Self::TooLarge(what) => f.write_str(what),
        }
    }
}

/// What the system said, with what it means where its own words do not help.
pub(super) fn in_words(error: &io::Error) -> String {
    let words = error.to_string();
    // ELOOP has no kind of its own yet.
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) {
        return of_medium::is_link().into();
    }
    match error.kind() {
        io::ErrorKind::StorageFull => of_medium::disk_full().into(),
        io::ErrorKind::QuotaExceeded => of_medium::quota_full().into(),
        io::ErrorKind::WouldBlock => of_medium::system_short().into(),
        // sled says what it met as Rust would print it.
        _ => words.split_once("Os {").map_or(words.clone(), |(before, _)| before.trim().to_owned()),
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
