//! `syndeo undo`, `redo`, `backup` and `check`.

use super::book::{Desk, exists};
use super::out::{Out, Stop, progress};
use crate::store::{self, Backup, BookLock, Store as _};
use crate::words;
use crate::words::cli::keeping;
use std::path::Path;

/// Takes the last change back, or does again what was taken back.
///
/// # Errors
/// When there is none, or it cannot be kept.
pub fn step(out: &mut Out, dir: &Path, back: bool) -> Result<(), Stop> {
    let (name, nothing, done) = if back {
        ("undo", keeping::nothing_to_undo(), keeping::undone())
    } else {
        ("redo", keeping::nothing_to_redo(), keeping::done_again())
    };
    match Desk::open_store(dir, name)?.step(out, back)? {
        Some((action, records)) => {
            out.line(&format!("{done}: {} ({})", words::action(&action), counted(records)))
        }
        None => Err(Stop::NotDone(nothing.into())),
    }
}

fn counted(records: usize) -> String {
    if records == 1 { keeping::one_record().into() } else { keeping::records(records) }
}

/// Takes a backup, or lists those there are.
///
/// # Errors
/// When it cannot be written, or does not read back as it should.
pub fn backup(out: &mut Out, dir: &Path, list: bool) -> Result<(), Stop> {
    if list {
        exists(dir)?;
        return store::backups(dir).iter().try_for_each(|b| out.line(&words(b)));
    }
    let desk = Desk::open_store(dir, "backup")?;
    let now = desk.now;
    let taken = desk.finish(out, keeping::backup_is_taken(), |disk| disk.backup(now).map(Some))?;
    taken.iter().try_for_each(|backup| out.line(&words(backup)))
}

/// A backup in a line.
pub fn words(backup: &Backup) -> String {
    let at = super::restore::taken(backup);
    let size = backup.bytes.div_ceil(1024);
    keeping::backup_told(&backup.name, &at, backup.records, size)
}

/// Reads the whole book and says what is wrong.
///
/// # Errors
/// When something is.
pub fn check(out: &mut Out, dir: &Path) -> Result<(), Stop> {
    exists(dir)?;
    // Nobody writes while it is read, and neither do we.
    let claim = BookLock::look(dir)?;
    progress(keeping::reading_whole_book());
    let report = store::check(dir)?;
    drop(claim);
    report.lines().iter().try_for_each(|line| out.line(line))?;
    if report.is_well() { Ok(()) } else { Err(Stop::NotDone(String::new())) }
}
