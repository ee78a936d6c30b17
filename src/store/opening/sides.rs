//! What each part of a folder says of itself, for somebody who is to decide which one the book goes on with.

use super::judge;
use super::rebuild::peek;
use crate::domain::Moment;
use crate::store::backup::{self, Candidate};
use crate::store::chain::BookId;
use crate::store::db::State;
use crate::store::disk::journal_dir;
use crate::store::journal::{self, Scan};
use crate::store::{StoreError, identity};
use crate::words;
use crate::words::store::at_opening;
use std::path::Path;

/// Memory for a copy of the database while it is asked.
const CACHE: u64 = 32 * 1024 * 1024;

/// The parts of a book, and why they do not fit together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// A line for each part.
    pub lines: Vec<String>,
    /// Why they cannot all be of one book; empty when they can.
    pub conflicts: Vec<String>,
}

/// Asks every part of the book in `dir`. Nothing is changed; see [`super::super::BookLock::look`].
///
/// # Errors
/// When the folder cannot be read.
pub fn sides(dir: &Path) -> Result<Sides, StoreError> {
    let state = peek(&dir.join("sled"), CACHE)?;
    let (book, strange) = identity::settle(dir, || state.as_ref()?.book);
    let scan = journal::scan(&journal_dir(dir), book)?;
    let backups = backup::all(dir);
    let mut conflicts = judge::conflicts(book, &scan, &backups, state.as_ref());
    conflicts.extend(strange.then(|| at_opening::strange().to_owned()));
    let mut lines = vec![of_journal(&scan, book), of_database(state.as_ref(), book)];
    lines.extend(scan.foreign.iter().map(|place| {
        let name = crate::store::files::name_of(&place.path);
        at_opening::side_from(&name, named(journal::book_of(place), book), place.first)
    }));
    lines.extend(backups.iter().map(|c| of_backup(c, book)));
    Ok(Sides { lines, conflicts })
}

fn of_journal(scan: &Scan, book: Option<BookId>) -> String {
    let Some(newest) = &scan.newest else { return at_opening::side_no_journal().into() };
    let first = scan.runs.first().map_or(0, |run| run.0);
    at_opening::side_journal(
        named(book, book),
        first,
        scan.last(),
        words::action(&newest.action),
        at(newest.at),
    )
}

fn of_database(state: Option<&State>, book: Option<BookId>) -> String {
    let Some(state) = state else { return at_opening::database_unreadable().into() };
    let records = state.tallies.iter().fold(0u64, |sum, t| sum.saturating_add(t.records));
    let applied = state.applied();
    at_opening::side_database(named(state.book, book), records, applied)
}

fn of_backup(candidate: &Candidate, book: Option<BookId>) -> String {
    let backup = &candidate.backup;
    at_opening::side_backup(
        &backup.name,
        named(candidate.manifest.book_id(), book),
        backup.records,
        backup.seq,
        at(backup.at),
    )
}

/// The first digits of an id are enough to tell two apart.
fn named(theirs: Option<BookId>, own: Option<BookId>) -> String {
    match theirs {
        None => at_opening::of_format_1().into(),
        Some(id) if Some(id) == own => at_opening::this_book(&id.to_string()[..8]),
        Some(id) => at_opening::another_book(&id.to_string()[..8]),
    }
}

fn at(moment: Moment) -> String {
    moment.local().format("%-d %b %Y %H:%M").to_string()
}
