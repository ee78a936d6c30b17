//! Brings in what lies elsewhere: a backup, or a whole book, of this computer or another.

use super::backup::{self, Candidate};
use super::book_lock::BookLock;
use super::disk::Disk;
use super::journal::MOST_WRITTEN;
use super::options::Options;
use super::stored::encode_record;
use super::whole::{self, Whole};
use super::{Loading, StoreError, book_lock, files, identity, quarantine};
use crate::domain::{Action, Change, Edit, Kind, Moment, Record, Ref, Verb};
use crate::words::store::of_whole;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Takes what is read, or refuses to go on.
type Take<'a> = dyn FnMut(Loading) -> Result<(), StoreError> + 'a;

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
        return Err(StoreError::Damaged(of_whole::name_not_among_backups(name)));
    }
    let from = backup::source(&dir.join(backup::FOLDER).join(name))?;
    if !from.may_be_of(identity::read(dir).book()) {
        return Err(StoreError::Damaged(of_whole::name_of_another_book(name)));
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
    /// How many records of each kind are in it. What is in memory does not hang on how many they are.
    ///
    /// # Errors
    /// When it cannot be read, or is not what it should be.
    pub fn counts(&self, now: Moment) -> Result<BTreeMap<Kind, usize>, StoreError> {
        if let Self::Whole(from) = self {
            // It was read to its end when it was opened.
            let each = from.records.iter().filter(|(_, count)| **count > 0);
            return Ok(each
                .map(|(kind, count)| (*kind, usize::try_from(*count).unwrap_or(usize::MAX)))
                .collect());
        }
        let mut counts = BTreeMap::new();
        self.read(now, &mut |loading| {
            match loading {
                Loading::Batch(batch) => batch.iter().for_each(|r| *counts.entry(r.kind()).or_default() += 1),
                Loading::StartOver => counts.clear(),
            }
            Ok(())
        })?;
        Ok(counts)
    }

    /// Hands over everything in it. A backup is read no further once `take` refuses; a book is read to its end.
    fn read(&self, now: Moment, take: &mut Take<'_>) -> Result<(), StoreError> {
        match self {
            Self::Backup(from) => backup::each_record(from, |record| take(Loading::Batch(vec![record]))),
            Self::Whole(from) => from.each_record(|record| take(Loading::Batch(vec![record]))),
            Self::Book(dir) => {
                let options = Options { read_only: true, ..Options::default() };
                let mut outcome = Ok(());
                Disk::open(BookLock::look(dir)?, &options, now, &mut |loading| match loading {
                    Loading::Batch(_) if outcome.is_err() => {}
                    loading => outcome = take(loading),
                })?;
                outcome
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

/// The change that turns what is there into what was. It is weighed while it is gathered: one change has to hold all of it,
/// so that one undo takes it back, and what lies elsewhere may unpack to more than memory holds.
///
/// # Errors
/// When what was cannot be read, or is more than that.
pub(super) fn plan(from: &Origin, there: Vec<Record>, now: Moment) -> Result<Change, StoreError> {
    let mut there: BTreeMap<Ref, Record> = there.into_iter().map(|r| (r.id(), r)).collect();
    let mut weight = 0;
    // What each was; nothing where it was as it is now.
    let mut then: BTreeMap<Ref, Option<Record>> = BTreeMap::new();
    from.read(now, &mut |loading| {
        match loading {
            Loading::Batch(batch) => {
                weight += weight_of(&batch, &there)?;
                fits(from, weight)?;
                let was = |record: Record| {
                    let id = record.id();
                    (id, Some(record).filter(|record| there.get(&id) != Some(record)))
                };
                then.extend(batch.into_iter().map(was));
            }
            Loading::StartOver => {
                weight = 0;
                then.clear();
            }
        }
        Ok(())
    })?;
    let mut plan = Change::new(Action::named(Verb::Restore, from.name()), now);
    for (id, was) in then {
        let before = there.remove(&id);
        plan.edits.extend(was.map(|record| Edit { before, after: Some(record) }));
    }
    plan.edits.extend(there.into_values().map(|r| Edit { before: Some(r), after: None }));
    Ok(plan)
}

/// How many bytes of a change the records are that are not as they are there.
fn weight_of(batch: &[Record], there: &BTreeMap<Ref, Record>) -> Result<usize, StoreError> {
    let bytes = |record: &Record| {
        let written = encode_record(record).map(|bytes| bytes.len());
        written.map_err(|e| StoreError::Damaged(of_whole::record_not_writable(e)))
    };
    let differs = |record: &&Record| there.get(&record.id()) != Some(record);
    batch
        .iter()
        .filter(differs)
        .map(|record| {
            let before = there.get(&record.id()).map_or(Ok(0), bytes)?;
            Ok(before + bytes(record)?)
        })
        .sum()
}

/// Whether one change can hold `bytes`. The undo of it is a few bytes longer, so that a little is left free.
///
/// # Errors
/// When they are more than that.
pub(super) fn fits(from: &Origin, bytes: usize) -> Result<(), StoreError> {
    const SPARE: usize = 4096;
    if bytes <= MOST_WRITTEN - SPARE {
        return Ok(());
    }
    Err(StoreError::TooLarge(of_whole::too_much_to_restore(MOST_WRITTEN / 1_000_000, from.path().display())))
}

/// Makes the book that lies elsewhere the book in `dir`, an empty place: the folder of a book is copied with its history, a
/// backup or a whole book in a file is what the new one is built from at its first opening.
///
/// # Errors
/// When the place is not empty, or the medium refuses; then nothing of it stays.
pub fn begin_from(dir: &Path, from: &Origin) -> Result<(), StoreError> {
    if !files::names(dir)?.is_empty() {
        return Err(StoreError::Damaged(of_whole::not_empty(dir.display())));
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
    use crate::domain::{Client, ClientId, Stamp};
    use crate::store::stored::encode_change;
    use uuid::Uuid;

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

    /// A change weighs what its records do, before and after; and what is too much is read no further.
    #[test]
    fn what_is_restored_is_weighed_before_it_is_gathered() {
        let client = |n: u8, name: &str| -> Record {
            let id = ClientId(Uuid::from_bytes([n; 16]));
            let mut client = Client::new(id, Moment::default());
            client.name = name.repeat(usize::from(n) + 1);
            client.into()
        };
        let there: BTreeMap<Ref, Record> =
            (0..6).map(|n| client(n, "as it is now")).map(|r| (r.id(), r)).collect();
        let batch: Vec<Record> =
            (3..9).map(|n| client(n, if n == 4 { "as it is now" } else { "as it was" })).collect();
        let weight = weight_of(&batch, &there).unwrap();
        let mut change = Change::new("restore", Moment::default());
        let none = encode_change(&change, &Stamp::default()).unwrap().len();
        for record in &batch {
            let before = there.get(&record.id()).cloned();
            if before.as_ref() != Some(record) {
                change.edits.push(Edit { before, after: Some(record.clone()) });
            }
        }
        assert_eq!(change.edits.len(), 5);
        let written = encode_change(&change, &Stamp::default()).unwrap().len() - none;
        assert!(weight <= written && written <= weight + 16 * change.edits.len(), "{weight} {written}");
        assert_eq!(weight_of(&batch[1..2], &there).unwrap(), 0, "as it is");
    }
}
