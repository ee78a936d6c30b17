//! Turns a book of format 1 into one of format 2, in its place. The folder is copied aside first; then each file is
//! turned over by itself, written aside and renamed, so that it can be cut short anywhere and goes on at the next start.
//! The file `MIGRATING` stands as long as it is not done. Each step gives the same bytes when it is done again.

use super::backup::{self, Candidate};
use super::book_lock::{self, Format};
use super::chain::{BookId, Hash, Tip};
use super::db::Database;
use super::disk::journal_dir;
use super::journal::{self, Scan};
use super::{StoreError, files, identity, quarantine};
use crate::domain::Moment;
use crate::words::store::at_opening;
use std::fs;
use std::path::{Path, PathBuf};

const MARK: &str = "MIGRATING";
/// Enough to read the one value that is changed.
const CACHE: u64 = 8 * 1024 * 1024;

/// Whether the book in `dir` was cut short on the way: the next opening that may write goes on.
pub fn is_under_way(dir: &Path) -> bool {
    fs::symlink_metadata(dir.join(MARK)).is_ok()
}

/// Turns the book in `dir` over, when it is of format 1 or was cut short on the way; tells it in `news`. The book is
/// claimed, and may be written.
///
/// # Errors
/// When the medium refuses, or what is there afterwards is not what was there before. The copy holds everything as it was.
pub fn run(dir: &Path, now: Moment, news: &mut Vec<String>) -> Result<(), StoreError> {
    let begun = files::read_small(&dir.join(MARK)).ok();
    let old = matches!(book_lock::format_of(dir)?, Format::Known(1));
    if begun.is_none() && !old {
        return Ok(());
    }
    let copy = match begun {
        Some(name) => String::from_utf8_lossy(&name).into_owned(),
        None => begin(dir, now)?,
    };
    let book = identity::read(dir).book().unwrap_or_else(BookId::random);
    identity::write(dir, book)?;
    // An older program refuses the book from here on.
    book_lock::write_format(dir, book_lock::FORMAT)?;
    let before = marks(dir)?;
    let bad = turn_journal(dir, book)?;
    let scan = journal::scan(&journal_dir(dir), Some(book))?;
    if marks(dir)? != before || scan.fork.is_some() {
        return Err(StoreError::Damaged(at_opening::not_migrated(&copy)));
    }
    turn_backups(dir, book, &scan)?;
    turn_mark(dir, book, &scan);
    turn_database(dir, book, &scan)?;
    let mark = dir.join(MARK);
    fs::remove_file(&mark).map_err(StoreError::io("end the migration", &mark))?;
    files::sync_dir(dir);
    news.push(at_opening::migrated(&copy));
    if bad > 0 {
        news.push(at_opening::bytes_in_copy(bad));
    }
    Ok(())
}

/// Copies the folder aside and says so in it: the name of the copy.
fn begin(dir: &Path, now: Moment) -> Result<String, StoreError> {
    let whole = fs::canonicalize(dir).map_err(StoreError::io("find the book", dir))?;
    quarantine::remove_parts(&whole);
    let copy: PathBuf = files::aside(&whole, "format-1", now);
    quarantine::copy_whole(&whole, &copy)?;
    let name = files::name_of(&copy);
    files::write_whole(&dir.join(MARK), name.as_bytes())?;
    Ok(name)
}

/// How many changes there are, and one number for all records in them.
fn marks(dir: &Path) -> Result<(u64, u64), StoreError> {
    let mut sum = (0, 0u64);
    journal::every_frame(&journal_dir(dir), None, |frame| {
        sum = (sum.0 + 1, sum.1.wrapping_add(journal::mark_of(frame)?));
        Ok(())
    })?;
    Ok(sum)
}

/// Bytes that were no change.
fn turn_journal(dir: &Path, book: BookId) -> Result<u64, StoreError> {
    let folder = journal_dir(dir);
    let mut tip = Tip::default();
    let mut bad = 0;
    for place in journal::segments(&folder)? {
        bad += journal::upgrade(&folder, book, &place, &mut tip)?;
    }
    Ok(bad)
}

/// Old manifests are believed once more, when their backups are whole; those that are not keep theirs and are told.
fn turn_backups(dir: &Path, book: BookId, scan: &Scan) -> Result<(), StoreError> {
    for old in backup::all(dir).into_iter().filter(|c| c.manifest.book_id().is_none()) {
        if backup::each_record(&old, |_| Ok(())).is_ok() {
            let hash = scan.hash_of(old.backup.seq);
            let mut tip = Tip::at(old.backup.seq);
            tip.trail.extend(Some(hash).filter(|hash| hash.is_known()));
            sign(old, book, &tip)?;
        }
    }
    Ok(())
}

fn sign(old: Candidate, book: BookId, tip: &Tip) -> Result<(), StoreError> {
    backup::write_manifest(&old.path, old.manifest.of(book, tip))
}

fn turn_mark(dir: &Path, book: BookId, scan: &Scan) {
    let seq = scan.marked.seq;
    if seq > 0 && scan.marked.book.is_none() {
        let mut mark = journal::HighWater::open(&journal_dir(dir), book);
        mark.set(seq, scan.hash_of(seq));
        mark.sync();
    }
}

/// One that cannot be read is left as it is: opening builds it anew.
fn turn_database(dir: &Path, book: BookId, scan: &Scan) -> Result<(), StoreError> {
    let place = dir.join("sled");
    if !Database::is_there(&place) {
        return Ok(());
    }
    let Ok(mut live) = Database::open(&place, CACHE) else { return Ok(()) };
    let applied = live.state().applied();
    let hash = if applied == 0 { Hash::UNKNOWN } else { scan.hash_of(applied) };
    let mut tip = Tip { clock: scan.clock, ..Tip::at(applied) };
    tip.trail.extend(Some(hash).filter(|hash| hash.is_known()));
    let signed =
        if live.state().book.is_none() { live.sign(book, tip).and_then(|()| live.flush()) } else { Ok(()) };
    let outcome = signed.map_err(|e| super::disk::live_error(e, &live));
    live.discard();
    outcome
}
