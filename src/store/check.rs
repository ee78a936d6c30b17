//! Reads a whole book and says what is wrong with it. Nothing is changed: sled works on a copy.

use super::claim::{self, Format};
use super::disk::{change_in, journal_dir};
use super::journal::{self, Scan};
use super::live::{Live, LiveError};
use super::{Backup, StoreError, backup, files};
use crate::domain::Kind;
use std::collections::BTreeMap;
use std::path::Path;

/// Memory for sled's cache while its copy is read.
const CACHE: u64 = 32 * 1024 * 1024;

/// Which part of a book a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The file that says how the book is written.
    Format,
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
            Self::Format => "file FORMAT",
            Self::Database => "live database",
            Self::Journal => "journal",
            Self::Backups => "backups",
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
                Some(applied) => format!("live database: {total} records, up to change {applied}"),
                None => "live database: cannot be read".to_owned(),
            },
            format!("journal: {count} changes, up to number {last}"),
            match self.backups.first() {
                Some(newest) => {
                    let at = newest.at.to_rfc3339();
                    format!("backups: {} good ones, the newest of {at}", self.backups.len())
                }
                None => "backups: none".to_owned(),
            },
        ];
        if let Some(behind) = self.applied.and_then(|a| last.checked_sub(a)).filter(|n| *n > 0) {
            lines.push(format!(
                "the live database is {behind} changes behind the journal; they are brought in at the next start"
            ));
        }
        lines.extend(self.findings.iter().map(|f| format!("{}: {}", f.part.name(), f.what)));
        lines.push(if self.is_well() {
            "all is well".into()
        } else {
            "something is wrong: see above".into()
        });
        lines
    }

    fn find(&mut self, part: Part, what: impl Into<String>) {
        self.findings.push(Finding { part, what: what.into() });
    }
}

/// Reads everything in the book in `dir`: every value of the live database with its counts and hashes, every change
/// of the journal, every backup against its manifest. See [`super::Claim::look`], or a writer may be in the midst of it.
///
/// # Errors
/// When there is no book, a later version wrote it, or there is no room for a copy of the database.
pub fn check(dir: &Path) -> Result<Report, StoreError> {
    if !claim::is_book(dir) {
        return Err(claim::no_book(dir));
    }
    let mut report = Report::default();
    match claim::format_of(dir)? {
        Format::Known => {}
        Format::Missing => report.find(Part::Format, "it is missing; it is written anew at the next start"),
        Format::Damaged => report.find(Part::Format, "it is damaged; it is written anew at the next start"),
    }
    check_database(dir, &mut report)?;
    let scan = journal::scan(&journal_dir(dir))?;
    check_journal(dir, &scan, &mut report)?;
    check_backups(dir, &mut report);
    check_reach(&scan, &mut report);
    Ok(report)
}

fn check_database(dir: &Path, report: &mut Report) -> Result<(), StoreError> {
    let place = dir.join("sled");
    if !Live::is_there(&place) {
        report.find(Part::Database, "it is missing; it is built anew at the next start");
        return Ok(());
    }
    let temporary =
        tempfile::tempdir().map_err(StoreError::io("make a temporary folder", std::env::temp_dir()))?;
    let copy = temporary.path().join("sled");
    files::copy_dir(&place, &copy).map_err(StoreError::io("copy the live database", &place))?;
    match read_database(&copy, report) {
        Ok(()) => Ok(()),
        Err(LiveError::Newer(what)) => Err(StoreError::TooNew { what }),
        Err(e) => {
            report.find(Part::Database, format!("{e}; it is built anew at the next start"));
            Ok(())
        }
    }
}

fn read_database(copy: &Path, report: &mut Report) -> Result<(), LiveError> {
    let live = Live::open(copy, CACHE)?;
    let read = (|| {
        let mut loader = live.load();
        while loader.next_batch()?.is_some() {}
        Ok(())
    })();
    report.applied = Some(live.state().applied);
    let counts = Kind::ALL.iter().zip(&live.state().tallies);
    report.records = counts.filter(|(_, t)| t.records > 0).map(|(k, t)| (k.plural(), t.records)).collect();
    if files::names(&copy.join("blobs")).is_ok_and(|names| !names.is_empty()) {
        report.find(Part::Database, "sled has put values into files of their own, which it does not sync");
    }
    live.discard();
    read
}

fn check_journal(dir: &Path, scan: &Scan, report: &mut Report) -> Result<(), StoreError> {
    report.changes.clone_from(&scan.runs);
    for segment in &scan.segments {
        let bytes: u64 = segment.bad.iter().map(|(from, to)| to - from).sum();
        if bytes > 0 {
            let name = files::name_of(&segment.place.path);
            report.find(Part::Journal, format!("{bytes} bytes of {name} are no whole change"));
        }
    }
    for (first, last) in scan.gaps() {
        report.find(Part::Journal, format!("changes {first} to {last} are missing"));
    }
    if scan.strays > 0 {
        let what = format!("{} changes stand where they do not belong", scan.strays);
        report.find(Part::Journal, what);
    }
    let mut broken = vec![];
    journal::each_frame(&journal_dir(dir), 0, |frame| {
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

fn check_backups(dir: &Path, report: &mut Report) {
    let all = backup::backups(dir);
    let known: Vec<&str> = all.iter().map(|b| b.name.as_str()).collect();
    for name in files::names(&dir.join(backup::FOLDER)).unwrap_or_default() {
        if backup::is_data(&name) && !known.contains(&name.as_str()) {
            report.find(Part::Backups, format!("the manifest of {name} cannot be read"));
        }
    }
    for one in all {
        match backup::each_record(dir, &one.name, |_| Ok(())) {
            Ok(_) => report.backups.push(one),
            Err(e) => report.find(Part::Backups, e.to_string()),
        }
    }
}

/// Whether some witness lacks what another has.
fn check_reach(scan: &Scan, report: &mut Report) {
    if scan.marked > scan.last() {
        let what = format!("it ends with change {}, but change {} was saved", scan.last(), scan.marked);
        report.find(Part::Journal, what);
    }
    let Some(applied) = report.applied else { return };
    if applied > scan.last() {
        let what = format!("it ends with change {}, the live database with {applied}", scan.last());
        report.find(Part::Journal, what);
    }
    if scan.reach(applied) < scan.last() {
        let what = format!("it ends with change {applied}, and the journal does not go on from there");
        report.find(Part::Database, what);
    }
}
