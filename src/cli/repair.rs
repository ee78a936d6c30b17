//! `syndeo repair`: the way on when something was lost for good.

use super::args::Side;
use super::book::{exists, options, who};
use super::out::{Out, Stop, progress, tell};
use crate::domain::Moment;
use crate::shell::{clock, log};
use crate::store::{self, BookLock, Disk, Loading, Options, Store as _, StoreError, Take};
use crate::words::cli::keeping;
use std::path::Path;

/// What a book that is only looked at has to say.
struct Found {
    news: Vec<String>,
    records: usize,
    /// Whether something is lost for good.
    loses: bool,
}

/// Says what is lost, or mends the book without it.
///
/// # Errors
/// When something is lost and that was not accepted, or it cannot be mended.
pub fn run(out: &mut Out, dir: &Path, accept_loss: bool) -> Result<(), Stop> {
    exists(dir)?;
    let now = clock::now();
    progress(keeping::reading_whole_book());
    let sides = store::sides(BookLock::look(dir)?.dir())?;
    if !sides.conflicts.is_empty() {
        out.line(keeping::not_of_one_book())?;
        sides.conflicts.iter().try_for_each(|line| out.line(&format!("  {line}")))?;
        out.line(keeping::these_are_sides())?;
        sides.lines.iter().try_for_each(|line| out.line(&format!("  {line}")))?;
        out.line(keeping::take_a_side())?;
        return Err(Stop::NotDone(String::new()));
    }
    let found = look(dir, now)?;
    if !found.loses {
        return mend(out, dir, now, &Options::default());
    }
    if !accept_loss {
        sides.lines.iter().try_for_each(|line| out.line(line))?;
        found.news.iter().try_for_each(|news| out.line(news))?;
        out.line(&keeping::can_be_read(found.records))?;
        out.line(keeping::accept_loss())?;
        return Err(Stop::NotDone(String::new()));
    }
    keep_copy(out, dir, now)?;
    mend(out, dir, now, &Options { accept_loss: true, ..Options::default() })
}

/// Goes on with one side of a book whose files do not fit together.
///
/// # Errors
/// When there is no such side, or the medium refuses.
pub fn take(out: &mut Out, dir: &Path, side: Side) -> Result<(), Stop> {
    exists(dir)?;
    let now = clock::now();
    keep_copy(out, dir, now)?;
    let side = match side {
        Side::Journal => Take::Journal,
        Side::Sled => Take::Sled,
        Side::Backup => Take::Backup,
    };
    mend(out, dir, now, &Options { take: Some(side), ..Options::default() })
}

fn keep_copy(out: &mut Out, dir: &Path, now: Moment) -> Result<(), Stop> {
    let looking = BookLock::look(dir)?;
    let copy = store::copy_aside(dir, now)?;
    drop(looking);
    out.line(&keeping::folder_kept_as(copy.display()))
}

/// Opens the book without changing anything in its folder.
fn look(dir: &Path, now: Moment) -> Result<Found, Stop> {
    let options = Options { read_only: true, ..Options::default() };
    let mut records = 0;
    let opened = Disk::open(BookLock::look(dir)?, &options, now, &mut |loading| match loading {
        Loading::Batch(batch) => records += batch.len(),
        Loading::StartOver => records = 0,
    });
    match opened {
        Ok((disk, opened)) => Ok(Found { news: opened.news, records, loses: disk.lost().is_some() }),
        // Nothing can be read at all: what is left is to begin anew.
        Err(StoreError::Damaged(what)) => Ok(Found { news: vec![what], records: 0, loses: true }),
        Err(e) => Err(e.into()),
    }
}

fn mend(out: &mut Out, dir: &Path, now: Moment, how: &Options) -> Result<(), Stop> {
    let claim = Disk::claim(dir, &who("repair", now))?;
    let how = Options { accept_loss: how.accept_loss, take: how.take, ..options() };
    let mut records = 0;
    let (mut disk, opened) = Disk::open(claim, &how, now, &mut |loading| match loading {
        Loading::Batch(batch) => records += batch.len(),
        Loading::StartOver => records = 0,
    })?;
    log::opened(&opened, true, now);
    opened.news.iter().chain(&opened.notes).for_each(|news| tell(news));
    if let Some(why) = opened.read_only {
        disk.close()?;
        return Err(StoreError::ReadOnly(why).into());
    }
    out.done(keeping::book_is_mended());
    out.aside(disk.close())?;
    out.line(&keeping::book_in_order(records))
}
