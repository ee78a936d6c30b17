//! Goes on with one side of a book whose files do not fit together. What belongs to the others is given other names, and
//! lies beside it.

use crate::domain::Moment;
use crate::store::backup::{self, Candidate};
use crate::store::chain::BookId;
use crate::store::db::{Database, DatabaseError, State};
use crate::store::disk::journal_dir;
use crate::store::journal::{self, Scan};
use crate::store::options::{Options, Take};
use crate::store::{StoreError, identity, quarantine};
use crate::words::store::at_opening;
use std::fs;
use std::path::Path;

/// Moves everything out of the way but the side that is taken: what was done, in words for people. Lock the book first,
/// and copy the folder.
///
/// # Errors
/// When there is no such side, or the medium refuses.
pub fn run(dir: &Path, side: Take, options: &Options, now: Moment) -> Result<Vec<String>, StoreError> {
    match side {
        Take::Journal => take_journal(dir, now),
        Take::Sled => take_database(dir, options, now),
        Take::Backup => take_backup(dir, now),
    }
}

fn take_journal(dir: &Path, now: Moment) -> Result<Vec<String>, StoreError> {
    let places = journal::segments(&journal_dir(dir))?;
    if places.is_empty() {
        return Err(StoreError::Damaged(at_opening::no_journal().into()));
    }
    let heads = |own: Option<BookId>| {
        let all: Vec<BookId> = places.iter().filter_map(journal::book_of).collect();
        own.filter(|own| all.contains(own)).or_else(|| all.last().copied())
    };
    let book = heads(identity::read(dir).book());
    if let Some(book) = book {
        identity::write(dir, book)?;
    }
    let scan = journal::scan(&journal_dir(dir), book)?;
    forget_mark(dir);
    let mut kept = journal::set_all_aside(&journal_dir(dir), &scan.foreign, now)?;
    kept.extend(cut_fork(dir, &scan, now)?);
    kept.extend(quarantine::set_database_aside(&dir.join("sled"), now)?);
    kept.extend(retire(dir, |c| !super::judge::fits(book, &scan, c) || c.backup.seq > scan.last(), now));
    Ok(told(at_opening::the_journal(), scan.last(), &kept))
}

/// Changes that follow another one than the one before them are taken out of the files they lie in.
fn cut_fork(dir: &Path, scan: &Scan, now: Moment) -> Result<Vec<String>, StoreError> {
    let mut kept = vec![];
    if scan.fork.is_none() {
        return Ok(kept);
    }
    for segment in scan.segments.iter().filter(|s| s.seqs.is_none_or(|(_, last)| last == scan.last())) {
        if let Some(head) = segment.head {
            let belongs = |frame: &journal::Frame| scan.hash_of(frame.seq) == frame.hash;
            kept.push(journal::set_aside(&journal_dir(dir), head.book, segment, now, &belongs)?);
        }
    }
    Ok(kept)
}

fn take_database(dir: &Path, options: &Options, now: Moment) -> Result<Vec<String>, StoreError> {
    let state = state_of(dir, options)?;
    if let Some(book) = state.book {
        identity::write(dir, book)?;
    }
    let places = journal::segments(&journal_dir(dir))?;
    let scan = journal::scan(&journal_dir(dir), state.book)?;
    let agrees = scan.foreign.is_empty()
        && scan.fork.is_none()
        && scan.differs(&state.tip).is_none()
        && scan.last() == state.applied();
    let mut kept = if agrees { vec![] } else { journal::set_all_aside(&journal_dir(dir), &places, now)? };
    forget_mark(dir);
    let none = Scan::default();
    let fits =
        |c: &Candidate| super::judge::conflicts(state.book, &none, std::slice::from_ref(c), Some(&state));
    kept.extend(retire(dir, |c| c.backup.seq > state.applied() || !fits(c).is_empty(), now));
    Ok(told(at_opening::the_database(), state.applied(), &kept))
}

fn take_backup(dir: &Path, now: Moment) -> Result<Vec<String>, StoreError> {
    let book = identity::read(dir).book().or_else(|| identity::deduce(dir));
    let all = backup::all(dir);
    let whole = all.iter().filter(|c| c.may_be_of(book)).find(|c| backup::each_record(c, |_| Ok(())).is_ok());
    let Some(taken) = whole else {
        return Err(StoreError::Damaged(at_opening::no_whole_backup().into()));
    };
    if let Some(book) = taken.manifest.book_id() {
        identity::write(dir, book)?;
    }
    let places = journal::segments(&journal_dir(dir))?;
    let mut kept = journal::set_all_aside(&journal_dir(dir), &places, now)?;
    forget_mark(dir);
    kept.extend(quarantine::set_database_aside(&dir.join("sled"), now)?);
    let (seq, tip) = (taken.backup.seq, taken.manifest.tip());
    let state = State { book: taken.manifest.book_id(), tip, ..State::default() };
    let none = Scan::default();
    let fits =
        |c: &Candidate| super::judge::conflicts(state.book, &none, std::slice::from_ref(c), Some(&state));
    kept.extend(retire(dir, |c| !fits(c).is_empty() || c.backup.seq > seq, now));
    Ok(told(&at_opening::the_backup(&taken.backup.name), seq, &kept))
}

fn told(side: &str, last: u64, kept: &[String]) -> Vec<String> {
    let mut told = vec![at_opening::goes_on_with(side, last)];
    if !kept.is_empty() {
        told.push(at_opening::other_names(kept.join(", ")));
    }
    told
}

fn retire(dir: &Path, goes: impl Fn(&Candidate) -> bool, now: Moment) -> Vec<String> {
    let all = backup::all(dir);
    let gone: Vec<&Candidate> = all.iter().filter(|c| goes(c)).collect();
    backup::retire(&gone, now)
}

fn forget_mark(dir: &Path) {
    let _ = fs::remove_file(journal_dir(dir).join("last"));
}

/// What the live database says of itself.
fn state_of(dir: &Path, options: &Options) -> Result<State, StoreError> {
    let place = dir.join("sled");
    let live = Database::open(&place, options.cache_bytes).map_err(|e| match e {
        DatabaseError::Io(e) => StoreError::io("read the live database", &place)(e),
        e => StoreError::Damaged(at_opening::database_not_read(&e)),
    })?;
    let state = live.state().clone();
    live.discard();
    Ok(state)
}
