//! Where a book is kept. Two witnesses hold every change: an append-only journal, and sled.
//! The only module that names a database.

mod backup;
mod ballast;
mod book_lock;
mod chain;
mod check;
mod codec;
mod db;
mod disk;
mod erase;
mod error;
mod files;
mod frames;
mod history;
mod identity;
mod journal;
mod memory;
mod migrate;
mod opening;
mod options;
mod parts;
mod precondition;
mod quarantine;
mod restore;
mod stored;
mod temporary;
mod undo_stack;
mod whole;

pub use backup::{Told, backups, backups_or_why, read_backup};
pub use book_lock::{BookLock, find_book, is_book};
pub use check::{Finding, Part, Report, check};
pub use db::{panics_are_caught, silence_caught_panics};
pub use disk::Disk;
pub use erase::{Fate, Forgotten, Left, Place, Proof, Traces, holds, prove, set_aside};
pub use error::StoreError;
pub use journal::{FaultHook, Step};
pub use memory::Memory;
pub use opening::{Sides, sides};
pub use options::{Options, Take, Tells};
pub use quarantine::{copies, copy_aside};
pub use restore::{Origin, begin_from, origin};
pub use whole::{Packer, Packing, Whole, is_one as is_whole, open as whole};

use crate::domain::{Action, Change, Moment, Record, Ref, Stamp};

/// What arrives while a book is opened, so that the first rows can be shown before the last is read.
#[derive(Debug)]
pub enum Loading {
    /// Some records.
    Batch(Vec<Record>),
    /// What came so far does not count: it comes again from another source.
    StartOver,
}

/// A change that stands in the line of undo, without its records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Its number in the journal.
    pub seq: u64,
    /// What was done.
    pub action: Action,
    /// When.
    pub at: Moment,
}

/// What a book tells when it is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// What was found broken and what was done about it, in words for people; empty when all was well.
    pub news: Vec<String>,
    /// What is worth a line and needs no answer.
    pub notes: Vec<String>,
    /// Why nothing can be written, when it is so; with the way on when there is one.
    pub read_only: Option<String>,
    /// The highest short number ever given; the next one is above it.
    pub last_number: u32,
    /// The next change that `undo` would take back.
    pub undo: Option<Done>,
    /// The next change that `redo` would do again.
    pub redo: Option<Done>,
}

/// What became of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Its number in the journal.
    pub seq: u64,
    /// The next change that `undo` would take back.
    pub undo: Option<Done>,
    /// The next change that `redo` would do again.
    pub redo: Option<Done>,
    /// It is kept, but something else went wrong; in words for people.
    pub warning: Option<String>,
}

/// A change as the journal has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub seq: u64,
    /// Which it is, whose, and when among all others; none for a change of format 1 that is only read.
    pub stamp: Option<Stamp>,
    /// What it did.
    pub change: Change,
}

/// One backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Name of its file, without the folder.
    pub name: String,
    /// When it was taken.
    pub at: Moment,
    /// The last change in it.
    pub seq: u64,
    /// How many records, those in the bin among them.
    pub records: u64,
    /// Bytes on disk.
    pub bytes: u64,
}

/// What the program asks of storage. Every call blocks; one thread calls, in order.
pub trait Store: Send {
    /// Keeps a change: when this returns, it is on the medium. The `before` of each edit must be what the book holds.
    ///
    /// # Errors
    /// When it cannot be kept; then nothing of it is.
    fn save(&mut self, change: &Change) -> Result<Saved, StoreError>;

    /// The change that takes back the newest one of the line of undo (`back`), or does again the one that was taken back
    /// last: a change of its own, to be saved. `None` when there is none.
    ///
    /// # Errors
    /// When it cannot be read.
    fn next_step(&mut self, back: bool, now: Moment) -> Result<Option<Change>, StoreError>;

    /// Saves what [`Store::next_step`] gave.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn take_step(&mut self, next: Option<Change>) -> Result<Option<(Change, Saved)>, StoreError> {
        next.map(|change| self.save(&change).map(|saved| (change, saved))).transpose()
    }

    /// Takes back the newest change of the line of undo; `None` when there is none.
    ///
    /// # Errors
    /// When it cannot be read or kept.
    fn undo(&mut self, now: Moment) -> Result<Option<(Change, Saved)>, StoreError> {
        let next = self.next_step(true, now)?;
        self.take_step(next)
    }

    /// Does again the change that was taken back last; `None` when there is none.
    ///
    /// # Errors
    /// When it cannot be read or kept.
    fn redo(&mut self, now: Moment) -> Result<Option<(Change, Saved)>, StoreError> {
        let next = self.next_step(false, now)?;
        self.take_step(next)
    }

    /// The changes that touched one of these records, each with its edits of them alone; for none of them all changes,
    /// whole. Newest first, `most` at the most.
    ///
    /// # Errors
    /// When the journal cannot be read.
    fn history(&mut self, of: &[Ref], most: usize) -> Result<Vec<Entry>, StoreError>;

    /// Takes a backup, reads it back and thins out the old ones, and waits for it.
    ///
    /// # Errors
    /// When it cannot be written or does not read back as it should.
    fn backup(&mut self, now: Moment) -> Result<Backup, StoreError>;

    /// Begins a backup and goes on; what is saved meanwhile is not in it. `told` hears of its end, from another thread.
    ///
    /// # Errors
    /// When none can be begun, or one is being taken.
    fn begin_backup(&mut self, now: Moment, told: Told) -> Result<(), StoreError>;

    /// Whether no backup was taken on the day of `now` and something was changed since the last. On a day on which one
    /// could not be taken, none is due until the book is opened again.
    fn is_backup_due(&self, now: Moment) -> bool;

    /// Takes a backup when one is due, and waits for it.
    ///
    /// # Errors
    /// As [`Store::backup`].
    fn backup_if_due(&mut self, now: Moment) -> Result<Option<Backup>, StoreError> {
        if self.is_backup_due(now) { self.backup(now).map(Some) } else { Ok(None) }
    }

    /// Everything on the medium, so that it can be closed. A backup that is being taken is given up.
    ///
    /// # Errors
    /// When the last writes failed; what was acknowledged is in the journal all the same.
    fn close(&mut self) -> Result<(), StoreError>;
}
