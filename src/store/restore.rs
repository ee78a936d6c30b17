//! Brings in what lies elsewhere: a backup, or a whole book, of this computer or another.

use super::backup::{self, Candidate};
use super::book_lock::BookLock;
use super::disk::Disk;
use super::journal::MOST_WRITTEN;
use super::options::Options;
use super::stored::encode_record;
use super::whole::{self, Whole};
use super::{Loading, StoreError, book_lock, files, identity, quarantine};
use crate::domain::{Action, Change, Edit, Moment, Record, Ref, Verb};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Where records are to come from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// A backup.
    Backup(Box<Candidate>),
    /// The folder of a book.
    Book(PathBuf),
    /// A file with a whole book in it.
    Whole(Box<Whole>),
}

/// A backup of the book in `dir`.
pub(super) fn own(dir: &Path, name: &str) -> Result<Origin, StoreError> {
    if name.contains(['/', '\\']) {
        return Err(StoreError::Damaged(format!("{name} is not in the folder of backups")));
    }
    let from = backup::source(&dir.join(backup::FOLDER).join(name))?;
    if !from.may_be_of(identity::read(dir).book()) {
        return Err(StoreError::Damaged(format!(
            "{name} is of another book; syndeo restore --from says what is in it and brings it in"
        )));
    }
    Ok(Origin::Backup(Box::new(from)))
}

/// What lies at `path`: the folder of a book, a whole book in a file, a backup, or the newest of a folder of backups.
///
/// # Errors
/// When it is none of these, or cannot be read.
pub fn origin(path: &Path) -> Result<Origin, StoreError> {
    fs::symlink_metadata(path).map_err(StoreError::io("find what is to be restored", path))?;
    if path.is_dir() && book_lock::is_book(path) {
        return Ok(Origin::Book(path.to_owned()));
    }
    if path.is_file() && whole::is_one(path) {
        return whole::open(path).map(|from| Origin::Whole(Box::new(from)));
    }
    backup::source(path).map(|from| Origin::Backup(Box::new(from)))
}

impl Origin {
    /// Hands over every record in it; what was handed over counts only when this returns well.
    ///
    /// # Errors
    /// Those of `take`, and when it cannot be read, or is not what it should be.
    pub fn each_record(
        &self,
        now: Moment,
        mut take: impl FnMut(Record) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match self {
            Self::Backup(from) => backup::each_record(from, take),
            Self::Whole(from) => from.each_record(take),
            Self::Book(dir) => {
                let options = Options { read_only: true, ..Options::default() };
                let mut records = vec![];
                Disk::open(BookLock::look(dir)?, &options, now, &mut |loading| match loading {
                    Loading::Batch(batch) => records.extend(batch),
                    Loading::StartOver => records.clear(),
                })?;
                records.into_iter().try_for_each(&mut take)
            }
        }
    }

    /// Where it lies.
    fn path(&self) -> &Path {
        match self {
            Self::Backup(from) => &from.path,
            Self::Whole(from) => &from.path,
            Self::Book(dir) => dir,
        }
    }

    /// What it is called in the history.
    fn name(&self) -> String {
        match self {
            Self::Backup(from) => from.backup.at.to_rfc3339(),
            Self::Whole(from) => files::name_of(&from.path),
            Self::Book(dir) => files::name_of(dir),
        }
    }
}

/// The change that turns what is there into what was.
///
/// # Errors
/// When what was cannot be read, or differs by so much that no change can hold it: it is not read to its end then, so
/// that what is made to do harm does not fill the memory.
pub(super) fn plan(
    from: &Origin,
    mut there: BTreeMap<Ref, Record>,
    now: Moment,
) -> Result<Change, StoreError> {
    let mut plan = Change::new(Action::named(Verb::Restore, from.name()), now);
    let mut bytes = 0;
    from.each_record(now, |record| {
        let before = there.remove(&record.id());
        if before.as_ref() != Some(&record) {
            let least = encode_record(&record);
            bytes +=
                least.map_err(|e| StoreError::Damaged(format!("a record cannot be written: {e}")))?.len();
            plan.edits.push(Edit { before, after: Some(record) });
        }
        fits(from, bytes)
    })?;
    plan.edits.extend(there.into_values().map(|record| Edit { before: Some(record), after: None }));
    Ok(plan)
}

/// Asked before anybody is: one change has to hold all of it, so that one undo takes it back. The undo of it is a few bytes
/// longer, so that a little is left free.
///
/// # Errors
/// When the plan, `bytes` long as it is written, is more than that.
pub(super) fn fits(from: &Origin, bytes: usize) -> Result<(), StoreError> {
    const SPARE: usize = 4096;
    if bytes <= MOST_WRITTEN - SPARE {
        return Ok(());
    }
    Err(StoreError::TooLarge(format!(
        "this differs from the book by {} MB or more, and the most that can be restored into a book at once is {} MB. Nothing was \
         changed. Into an empty folder all of it can be restored, and that is a book of its own then: \
         syndeo --book NEW-FOLDER restore --from {}",
        bytes.div_ceil(1_000_000),
        MOST_WRITTEN / 1_000_000,
        from.path().display()
    )))
}

/// Makes the book that lies elsewhere the book in `dir`, an empty place: the folder of a book is copied with its history, a
/// backup or a whole book in a file is what the new one is built from at its first opening.
///
/// # Errors
/// When the place is not empty, or the medium refuses; then nothing of it stays.
pub fn begin_from(dir: &Path, from: &Origin) -> Result<(), StoreError> {
    if !files::names(dir)?.is_empty() {
        return Err(StoreError::Damaged(format!(
            "{} is not empty; choose an empty folder, or restore into the book that is there",
            dir.display()
        )));
    }
    let made = match from {
        Origin::Book(other) => copy_book(other, dir),
        Origin::Backup(backup) => begin_with(dir, backup),
        Origin::Whole(from) => whole::begin(dir, from),
    };
    if made.is_err() {
        let _ = fs::remove_dir_all(dir);
    }
    made
}

fn copy_book(from: &Path, dir: &Path) -> Result<(), StoreError> {
    let claim = BookLock::look(from)?;
    let _ = fs::remove_dir(dir);
    quarantine::copy_whole(claim.dir(), dir)
}

fn begin_with(dir: &Path, from: &Candidate) -> Result<(), StoreError> {
    let folder = dir.join(backup::FOLDER);
    files::make_dir(dir)?;
    files::make_dir(&folder)?;
    backup::copy_into(from, &folder)?;
    book_lock::write_format(dir, if from.manifest.book_id().is_some() { book_lock::FORMAT } else { 1 })?;
    if let Some(book) = from.manifest.book_id() {
        identity::write(dir, book)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_single_change_holds_is_refused_with_the_way_on() {
        let from = Origin::Book(PathBuf::from("/books/other"));
        assert!(fits(&from, 0).is_ok() && fits(&from, MOST_WRITTEN - 5000).is_ok());
        // A change of that very size could be saved, its undo perhaps not.
        for bytes in [MOST_WRITTEN, MOST_WRITTEN + 1, 10 * MOST_WRITTEN] {
            let refused = fits(&from, bytes).unwrap_err().to_string();
            assert!(refused.contains("Nothing was changed"), "{refused}");
            assert!(refused.ends_with("syndeo --book NEW-FOLDER restore --from /books/other"), "{refused}");
        }
    }
}
