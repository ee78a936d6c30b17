//! Opening the desk over the book in a folder.

use super::book::{is_there, options};
use super::out::Stop;
use crate::shell::{self, Failure, clock};
use crate::store::{Disk, Store};
use crate::words::cli::keeping;
use std::path::Path;

/// Shows the desk until the person leaves. The lock is taken while errors are still plain text; the rest of the book is
/// opened behind the first frame.
///
/// # Errors
/// When there is no terminal, the book cannot be had, or a signal ended it.
pub fn open(dir: &Path) -> Result<(), Stop> {
    show(dir, true)
}

/// [`open()`] over a sample book, which is nobody's calendar.
///
/// # Errors
/// As there.
pub fn open_sample(dir: &Path) -> Result<(), Stop> {
    show(dir, false)
}

fn show(dir: &Path, keeps_calendar: bool) -> Result<(), Stop> {
    shell::needs_terminal()?;
    let now = clock::now();
    let who = keeping::who("syndeo", std::process::id(), now.local().format("%H:%M"));
    is_there(dir)?;
    let claim = Disk::claim(dir, &who)?;
    let open: shell::Open = Box::new(move |sink| {
        let (disk, opened) = Disk::open(claim, &options(), now, sink)?;
        Ok((Box::new(disk) as Box<dyn Store>, opened))
    });
    Ok(shell::run(open, dir, uuid::Uuid::new_v4().into_bytes(), keeps_calendar)?)
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Ended(failure.words, failure.code)
    }
}
