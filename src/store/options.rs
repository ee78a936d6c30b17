//! How a book is opened.

use super::journal::FaultHook;
use std::fmt;
use uuid::Uuid;

/// Which of several sides a book goes on with, when they do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The journal, from the newest backup it goes on from.
    Journal,
    /// The live database.
    Sled,
    /// The newest backup.
    Backup,
}

/// What of an opening is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// All of it.
    All,
    /// All but that there was no database: the book was begun just now from a backup or a file, and has none yet.
    AllButBeginning,
}

/// How a book is opened. The default is what the program uses.
#[derive(Clone)]
pub struct Options {
    /// Bytes after which the journal starts a new file.
    pub segment_bytes: u64,
    /// Whether room is kept on the disk, so that the work can be ended when it is full.
    pub ballast: bool,
    /// Memory for sled's cache.
    pub cache_bytes: u64,
    /// The most records of one entry of the journal; a change of more takes several, and undo takes them as one. sled takes
    /// as many in one transaction.
    pub part: usize,
    /// Open for reading only; nothing in the folder is changed.
    pub read_only: bool,
    /// Go on with what could be brought back, though something is lost for good. Without it such a book opens for
    /// reading only, and is left as it is.
    pub accept_loss: bool,
    /// Go on with one side, when they do not fit together; what belongs to the others is given other names.
    pub take: Option<Take>,
    /// What of the opening is told.
    pub tells: Tells,
    /// Who makes the changes: the name of the user; empty when it is not known.
    pub author: String,
    /// On which device; nil when it is not known.
    pub device: Uuid,
    /// Lets tests make the medium refuse.
    #[doc(hidden)]
    pub error: Option<FaultHook>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            segment_bytes: 4 * 1024 * 1024,
            ballast: true,
            cache_bytes: 64 * 1024 * 1024,
            part: 5_000,
            read_only: false,
            accept_loss: false,
            tells: Tells::All,
            take: None,
            author: String::new(),
            device: Uuid::nil(),
            error: None,
        }
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("segment_bytes", &self.segment_bytes)
            .field("ballast", &self.ballast)
            .field("cache_bytes", &self.cache_bytes)
            .field("part", &self.part)
            .field("read_only", &self.read_only)
            .field("accept_loss", &self.accept_loss)
            .field("take", &self.take)
            .finish_non_exhaustive()
    }
}
