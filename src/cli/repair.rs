//! `syndeo repair`: the way on when something was lost for good.

use super::book::{claim, exists, who};
use super::out::{Out, Stop, progress, tell};
use crate::domain::Moment;
use crate::shell::{clock, log};
use crate::store::{self, Claim, Disk, Loading, Options, Store as _, StoreError};
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
    progress("reading the whole book ...");
    let found = look(dir, now)?;
    if !found.loses {
        return mend(out, dir, now, false);
    }
    if !accept_loss {
        found.news.iter().try_for_each(|news| out.line(news))?;
        out.line(&format!(
            "{} records can be read. Nothing was changed. If you have a copy of the folder that is not damaged, use that.",
            found.records
        ))?;
        out.line(
            "Else syndeo repair --accept-loss goes on without what is missing; a copy of the whole damaged folder is kept \
             beside it, as <book>.before-repair-<time>.",
        )?;
        return Err(Stop::NotDone(String::new()));
    }
    let looking = Claim::look(dir)?;
    let copy = store::copy_aside(dir, now)?;
    drop(looking);
    out.line(&format!("The folder as it was is kept as {}", copy.display()))?;
    mend(out, dir, now, true)
}

/// Opens the book without changing anything in its folder.
fn look(dir: &Path, now: Moment) -> Result<Found, Stop> {
    let options = Options { read_only: true, ..Options::default() };
    let mut records = 0;
    let opened = Disk::open(Claim::look(dir)?, &options, now, &mut |loading| match loading {
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

fn mend(out: &mut Out, dir: &Path, now: Moment, accept_loss: bool) -> Result<(), Stop> {
    let claim = claim(dir, &who("repair", now))?;
    let options = Options { accept_loss, ..Options::default() };
    let mut records = 0;
    let (mut disk, opened) = Disk::open(claim, &options, now, &mut |loading| match loading {
        Loading::Batch(batch) => records += batch.len(),
        Loading::StartOver => records = 0,
    })?;
    log::opened(&opened, now);
    opened.news.iter().for_each(|news| tell(news));
    if let Some(why) = opened.read_only {
        disk.close()?;
        return Err(StoreError::ReadOnly(why).into());
    }
    out.done("the book is mended");
    out.aside(disk.close())?;
    out.line(&format!("The book is in order: {records} records."))
}
