//! The sample book, written to a folder.

use super::book::Desk;
use super::out::{Out, Stop};
use crate::demo;
use crate::domain::{Action, Change, Verb};
use crate::words::cli::keeping;
use std::path::{Path, PathBuf};

/// Writes the sample book into `dir`.
///
/// # Errors
/// When there are records in the book already, or it cannot be written.
pub fn fill(out: &mut Out, dir: &Path) -> Result<usize, Stop> {
    let desk = Desk::open(dir, "demo", true)?;
    if !desk.book.is_empty() {
        let dir = dir.display();
        return Err(Stop::NotDone(keeping::book_is_there(&dir)));
    }
    let mut change = Change::new(Action::named(Verb::Demo, ""), desk.now);
    for record in demo::book(desk.now) {
        change = change.with(None, Some(record));
    }
    let count = change.edits.len();
    desk.save(out, change)?;
    Ok(count)
}

/// Writes the sample book into a new temporary folder, which whoever opens it removes at the end.
///
/// # Errors
/// When it cannot be written.
pub fn temporary(out: &mut Out) -> Result<PathBuf, Stop> {
    let made = tempfile::Builder::new().prefix("syndeo-demo-").tempdir();
    let made = made.map_err(|e| Stop::NotDone(keeping::no_temporary(&e)))?;
    // Taken away again when the filling fails; from then on it is whose who opens it.
    fill(out, &made.path().join("book"))?;
    Ok(made.keep().join("book"))
}
