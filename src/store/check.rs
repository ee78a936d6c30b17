//! Reads a whole book and says what is wrong with it. Nothing is changed: sled works on a copy.

use super::backup::Candidate;
use super::book_lock::{self, Format};
use super::chain::BookId;
use super::db::{Database, DatabaseError, State};
use super::disk::journal_dir;
use super::erase::Forgotten;
use super::frames::change_in;
use super::identity::{self, Identity};
use super::journal::{self, Scan};
use super::opening::judge::{self, Outlook};
use super::temporary::Temporary;
use super::{Backup, StoreError, backup, files, migrate};
use crate::domain::Kind;
use crate::words::store::of_check;
use std::collections::BTreeMap;
use std::path::Path;

/// Memory for sled's cache while its copy is read.
const CACHE: u64 = 32 * 1024 * 1024;

/// Which part of a book a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The file that says how the book is written.
    Format,
    /// The file that says which book it is.
    Id,
    /// How the files fit together.
    Files,
    /// sled.
    Database,
    /// The journal.
    Journal,
    /// The backups.
    Backups,
}

impl Part {
    /// The word for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Format => of_check::part_format(),
            Self::Id => of_check::part_id(),
            Self::Files => of_check::part_files(),
            Self::Database => of_check::part_database(),
            Self::Journal => of_check::part_journal(),
            Self::Backups => of_check::part_backups(),
        }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub part: Part,
    /// What, in words for people.
    pub what: String,
}

/// What was found in a book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Everything that is wrong; empty when all is well.
    pub findings: Vec<Finding>,
    /// How many records of each kind the live database holds, by the plural of the kind's name.
    pub records: BTreeMap<&'static str, u64>,
    /// The last change in the live database.
    pub applied: Option<u64>,
    /// The changes in the journal, as first and last of each stretch without a gap.
    pub changes: Vec<(u64, u64)>,
    /// The backups that are as they should be, newest first.
    pub backups: Vec<Backup>,
    /// What is worth knowing, though nothing is wrong.
    pub notes: Vec<String>,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_well(&self) -> bool {
        self.findings.is_empty()
    }

    /// The report for people, a line each.
    pub fn lines(&self) -> Vec<String> {
        let total: u64 = self.records.values().sum();
        let last = self.changes.last().map_or(0, |run| run.1);
        let count: u64 = self.changes.iter().map(|(first, last)| last - first + 1).sum();
        let mut lines = vec![
            match self.applied {
                Some(applied) => of_check::database_told(total, applied),
                None => of_check::database_unreadable().to_owned(),
            },
            of_check::journal_told(count, last),
            match self.backups.first() {
                Some(newest) => {
                    let at = newest.at.to_rfc3339();
                    of_check::backups_told(self.backups.len(), &at)
                }
                None => of_check::no_backups().to_owned(),
            },
        ];
        if let Some(behind) = self.applied.and_then(|a| last.checked_sub(a)).filter(|n| *n > 0) {
            lines.push(of_check::database_behind(behind));
        }
        lines.extend(self.notes.iter().cloned());
        lines.extend(self.findings.iter().map(|f| format!("{}: {}", f.part.name(), f.what)));
        lines.push(if self.is_well() {
            of_check::all_is_well().into()
        } else {
            of_check::something_is_wrong().into()
        });
        lines
    }

    fn find(&mut self, part: Part, what: impl Into<String>) {
        self.findings.push(Finding { part, what: what.into() });
    }
}

/// Reads everything in the book in `dir`: every value of the live database with its counts and hashes, every change
/// of the journal, every backup against its manifest. See [`super::BookLock::look`], or a writer may be in the midst of it.
///
/// # Errors
/// When there is no book, a later version wrote it, or there is no room for a copy of the database.
pub fn check(dir: &Path) -> Result<Report, StoreError> {
    if !book_lock::is_book(dir) {
        return Err(book_lock::no_book(dir));
    }
    let mut report = Report::default();
    if let Some(path) = files::stranger(dir).map_err(StoreError::io("list a folder", dir))? {
        let what = of_check::is_no_plain_file(path.display());
        report.find(Part::Files, what);
        return Ok(report);
    }
    check_names(dir, &mut report)?;
    let state = check_database(dir, &mut report)?;
    let (book, strange) = identity::settle(dir, || state.as_ref()?.book);
    if strange {
        report.find(Part::Id, of_check::only_read(crate::words::store::at_opening::strange()));
    }
    let scan = journal::scan(&journal_dir(dir), book)?;
    check_journal(dir, book, &scan, &mut report)?;
    let (backups, unreadable) = backup::all_or_why(dir);
    check_backups(book, &backups, unreadable, &mut report);
    check_gaps(&scan, state.as_ref(), &mut report);
    for conflict in judge::conflicts(book, &scan, &backups, state.as_ref()) {
        report.find(Part::Files, of_check::only_read_conflict(&conflict));
    }
    check_reach(book, &scan, &backups, state.as_ref(), &mut report);
    Ok(report)
}

/// The small files that say how the book is written and which it is.
fn check_names(dir: &Path, report: &mut Report) -> Result<(), StoreError> {
    let old = match book_lock::format_of(dir)? {
        Format::Known(_) if migrate::is_under_way(dir) => {
            report.notes.push(of_check::being_migrated().into());
            true
        }
        Format::Known(1) => {
            report.notes.push(of_check::will_be_migrated().into());
            true
        }
        Format::Known(_) => false,
        Format::Missing => {
            report.find(Part::Format, of_check::missing_written_anew());
            false
        }
        Format::Damaged => {
            report.find(Part::Format, of_check::damaged_written_anew());
            false
        }
    };
    let named = identity::read(dir);
    let deduced = identity::deduce(dir);
    match named {
        Identity::Damaged => report.find(Part::Id, of_check::damaged_written_anew()),
        Identity::Missing if !old && deduced.is_some() => {
            report.find(Part::Id, of_check::missing_written_anew());
        }
        Identity::Missing | Identity::Known(_) => {}
    }
    if let Err(StoreError::Damaged(what)) = Forgotten::read(dir) {
        report.find(Part::Files, what);
    }
    Ok(())
}

fn check_database(dir: &Path, report: &mut Report) -> Result<Option<State>, StoreError> {
    let place = dir.join("sled");
    if !Database::is_there(&place) {
        report.find(Part::Database, of_check::missing_built_anew());
        return Ok(None);
    }
    let temporary = Temporary::new()?;
    let copy = temporary.path().join("sled");
    files::copy_dir(&place, &copy).map_err(StoreError::io("copy the live database", &place))?;
    match read_database(&copy, report) {
        Ok(state) => Ok(Some(state)),
        Err(DatabaseError::Newer(what)) => Err(StoreError::TooNew { what }),
        Err(DatabaseError::Io(e)) => Err(StoreError::io("read the live database", &place)(e)),
        Err(e) => {
            report.find(Part::Database, of_check::built_anew(&e));
            Ok(None)
        }
    }
}

fn read_database(copy: &Path, report: &mut Report) -> Result<State, DatabaseError> {
    let live = Database::open(copy, CACHE)?;
    let read = (|| {
        let mut loader = live.load();
        while loader.next_batch()?.is_some() {}
        Ok(())
    })();
    let state = live.state().clone();
    report.applied = Some(state.applied());
    let counts = Kind::ALL.iter().zip(&state.tallies);
    report.records = counts.filter(|(_, t)| t.records > 0).map(|(k, t)| (k.plural(), t.records)).collect();
    if files::names(&copy.join("blobs")).is_ok_and(|names| !names.is_empty()) {
        report.find(Part::Database, of_check::sled_blobs());
    }
    live.discard();
    read.map(|()| state)
}

fn check_journal(
    dir: &Path,
    book: Option<BookId>,
    scan: &Scan,
    report: &mut Report,
) -> Result<(), StoreError> {
    report.changes.clone_from(&scan.runs);
    for segment in &scan.segments {
        let bytes: u64 = segment.bad.iter().map(|(from, to)| to - from).sum();
        if bytes > 0 {
            let name = files::name_of(&segment.place.path);
            report.find(Part::Journal, of_check::no_whole_change(bytes, &name));
        }
    }
    if let Some(why) = &scan.refused {
        report.find(Part::Journal, of_check::only_read_until(why));
    }
    if scan.strays > 0 {
        let what = of_check::strays(scan.strays);
        report.find(Part::Journal, what);
    }
    let mut broken = vec![];
    journal::each_frame(&journal_dir(dir), book, 0, |frame| {
        if let Err(e) = change_in(frame) {
            broken.push(e.to_string());
        }
        Ok(())
    })?;
    for what in broken {
        report.find(Part::Journal, what);
    }
    Ok(())
}

fn check_backups(
    book: Option<BookId>,
    all: &[Candidate],
    unreadable: Vec<(String, StoreError)>,
    report: &mut Report,
) {
    for (_, why) in unreadable {
        report.find(Part::Backups, why.to_string());
    }
    for one in all.iter().filter(|c| c.may_be_of(book)) {
        match backup::each_record(one, |_| Ok(())) {
            Ok(()) => report.backups.push(one.backup.clone()),
            Err(e) => report.find(Part::Backups, e.to_string()),
        }
    }
}

/// Changes that the journal lacks. Where the database and a backup that reads back whole reach beyond them, the book as it is
/// is kept twice, and only the way there is gone, or was given up: that is worth knowing, and nothing is to be done about it.
fn check_gaps(scan: &Scan, state: Option<&State>, report: &mut Report) {
    let applied = state.map_or(0, State::applied);
    for (first, last) in scan.gaps() {
        let backed = report.backups.iter().find(|backup| backup.seq >= last && applied >= last);
        match backed {
            Some(backup) => report.notes.push(of_check::journal_lacks(first, last, &backup.name)),
            None => report.find(Part::Journal, of_check::changes_missing(first, last)),
        }
    }
}

/// Whether some witness lacks what another has, and what the next opening does about it.
fn check_reach(
    book: Option<BookId>,
    scan: &Scan,
    backups: &[Candidate],
    state: Option<&State>,
    report: &mut Report,
) {
    let marked = scan.marked.seq;
    if marked > scan.last() {
        let what = of_check::marked_was_saved(scan.last(), marked);
        report.find(Part::Journal, what);
    }
    let applied = state.map_or(0, State::applied);
    if applied > scan.last() {
        let what = of_check::ends_before_database(scan.last(), applied);
        report.find(Part::Journal, what);
    }
    if state.is_none() {
        return;
    }
    match judge::outlook(book, scan, backups, applied) {
        Outlook::Whole => {}
        Outlook::Rebuild => {
            let what = of_check::ends_before_others(applied);
            report.find(Part::Database, what);
        }
        Outlook::Missing(last) => {
            let what = of_check::missing_after(applied, last);
            report.find(Part::Files, what);
        }
    }
}
