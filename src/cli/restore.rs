//! `syndeo restore`: what a backup holds, or what lies elsewhere.

use super::book::{Desk, is_there};
use super::keep::words;
use super::out::{Out, Stop, ask, progress};
use super::person;
use crate::domain::{Change, Kind};
use crate::shell::clock;
use crate::store::{self, Backup, Origin, StoreError};
use crate::words::{self, cli::keeping};
use clap::Args;
use std::path::Path;

/// What is said of a restore besides what comes.
#[derive(Args, Clone, Copy, Debug)]
pub struct How {
    /// Do not ask
    #[arg(long)]
    yes: bool,
    /// Bring back people who were erased from this book, and what names them
    #[arg(long)]
    with_erased: bool,
}

/// Turns the book into what one of its backups holds, after saying what that means and asking. Nothing is looked at but
/// the backups of this book.
///
/// # Errors
/// When there is no such backup, nobody said yes, or it cannot be read or kept.
pub fn own(out: &mut Out, dir: &Path, name: Option<&str>, how: How) -> Result<(), Stop> {
    // An unset variable in a script would otherwise take the newest.
    if name.is_some_and(|name| name.trim().is_empty()) {
        return Err(Stop::Wrong(keeping::name_is_empty().into()));
    }
    let mut desk = Desk::open(dir, "restore", false)?;
    // Asked for once nobody else can take or remove one.
    let (backups, unreadable) = store::backups_or_why(dir);
    if name.is_none() {
        newest_can_be_read(&backups, unreadable)?;
    }
    let chosen = chosen(&backups, name)?;
    let plan = desk.disk.restore_plan(&chosen.name, desk.now)?;
    out.line(&words(&chosen))?;
    carry_out(out, desk, plan, how)
}

/// Turns the book into what lies elsewhere, after saying what is in it, what would go, and asking. In a place where there
/// is no book it becomes the book.
///
/// # Errors
/// When there is nothing to be had there, nobody said yes, or it cannot be kept.
pub fn from(out: &mut Out, dir: &Path, path: &Path, how: How) -> Result<(), Stop> {
    let origin = store::origin(path)?;
    let what = match &origin {
        Origin::Backup(from) => words(&from.backup),
        Origin::Whole(from) => keeping::whole_book_of(
            from.at.local().format("%Y-%m-%d %H:%M"),
            size(from.records.values().sum(), from.changes),
        ),
        Origin::Book(other) => keeping::book_in(other.display()),
    };
    out.line(&what)?;
    if is_there(dir)? {
        let mut desk = Desk::open(dir, "restore", false)?;
        progress(keeping::reading_restored());
        let plan = desk.disk.restore_plan_from(&origin, desk.now)?;
        if matches!(&origin, Origin::Whole(from) if from.changes > 0) {
            out.line(&keeping::history_stays_out(path.display()))?;
        }
        return carry_out(out, desk, plan, how);
    }
    progress(keeping::reading_restored());
    for (kind, count) in origin.counts(clock::now())? {
        out.line(&format!("  {}", words::counted(kind, count)))?;
    }
    out.flush()?;
    if !how.yes && ask(&keeping::make_it_book(dir.display())) != Some(true) {
        return Err(not_asked());
    }
    store::begin_from(dir, &origin)?;
    let desk = Desk::open_begun(dir, "restore")?;
    out.done(keeping::book_is_restored());
    desk.tell_calendar();
    desk.close(out)?;
    out.line(&keeping::is_book_now(dir.display()))
}

fn carry_out(out: &mut Out, desk: Desk, plan: Change, how: How) -> Result<(), Stop> {
    if plan.edits.is_empty() {
        out.line(keeping::nothing_to_restore())?;
        return desk.close(out);
    }
    summary(&plan).iter().try_for_each(|line| out.line(line))?;
    let erased =
        person::comes_back(desk.disk.dir(), plan.edits.iter().filter_map(|edit| edit.after.as_ref()))?;
    if erased > 0 {
        out.line(&keeping::erased_come_back(words::whole(erased)))?;
        if !how.with_erased {
            desk.close(out)?;
            return Err(Stop::NotDone(keeping::erased_stay_out().into()));
        }
    }
    out.flush()?;
    if !how.yes && ask(keeping::restore_it()) != Some(true) {
        desk.close(out)?;
        return Err(not_asked());
    }
    desk.save(out, plan)?;
    out.line(keeping::restored())
}

fn not_asked() -> Stop {
    Stop::NotDone(keeping::not_restored().into())
}

/// "1690 records, 1 change"
pub fn size(records: u64, changes: u64) -> String {
    keeping::size(records, changes)
}

/// An older backup is never taken for the newest without a word: one that by the time in its name is as new, or newer, and
/// cannot be read is told.
fn newest_can_be_read(backups: &[Backup], mut unreadable: Vec<(String, StoreError)>) -> Result<(), Stop> {
    let newest = backups.first();
    let time = |name: &str| name.split('-').next().map(str::to_owned);
    unreadable.retain(|(name, _)| newest.is_none_or(|newest| time(name) >= time(&newest.name)));
    let Some((_, why)) = unreadable.pop() else { return Ok(()) };
    let other = newest.map(|newest| keeping::newest_readable(words(newest), &newest.name));
    Err(Stop::NotDone(format!("{why}{}", other.unwrap_or_default())))
}

/// The newest backup, that of this name, the newest of this day as the list shows it, or the only one with `name` in its
/// name.
fn chosen(backups: &[Backup], name: Option<&str>) -> Result<Backup, Stop> {
    let Some(name) = name else {
        return backups.first().cloned().ok_or_else(|| Stop::NotDone(keeping::no_backup_yet().into()));
    };
    let exact = backups.iter().find(|b| b.name == name);
    let day = name.len() >= "2026-11-20".len();
    let of_day = backups.iter().filter(|b| day && taken(b).starts_with(name)).max_by_key(|b| b.at.utc_ms);
    let partly: Vec<&Backup> = backups.iter().filter(|b| b.name.contains(name)).collect();
    match (exact.or(of_day), &partly[..]) {
        (Some(one), _) => Ok(one.clone()),
        (None, [one]) => Ok((*one).clone()),
        (None, []) => Err(Stop::NotDone(keeping::no_backup_of(name))),
        (None, several) => {
            let names: Vec<&str> = several.iter().map(|b| b.name.as_str()).collect();
            Err(Stop::NotDone(keeping::several_backups(name, names.join(", "))))
        }
    }
}

/// When a backup was taken, as it is shown.
pub fn taken(backup: &Backup) -> String {
    backup.at.local().format("%Y-%m-%d %H:%M").to_string()
}

/// What a change would do, a line for each kind: added, changed and removed.
fn summary(plan: &Change) -> Vec<String> {
    let count = |kind: Kind, before: bool, after: bool| {
        let fits = |e: &&crate::domain::Edit| {
            e.id().is_some_and(|id| id.kind == kind)
                && e.before.is_some() == before
                && e.after.is_some() == after
        };
        plan.edits.iter().filter(fits).count()
    };
    let line = |kind: &Kind| {
        let (added, changed, removed) =
            (count(*kind, false, true), count(*kind, true, true), count(*kind, true, false));
        (added + changed + removed > 0)
            .then(|| keeping::would_do(words::kinds(*kind), added, changed, removed))
    };
    Kind::ALL.iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Moment;

    #[test]
    fn a_backup_is_chosen_by_the_day_it_shows_or_by_its_name() {
        let backup = |at: &str, name: &str| Backup {
            name: name.into(),
            at: Moment::from_rfc3339(at).unwrap(),
            seq: 1,
            records: 1,
            bytes: 1,
        };
        // The name bears the hour of Greenwich, on the day before.
        let all = [
            backup("2026-11-21T01:30:00+02:00", "20261120T233000Z-9.jsonl.gz"),
            backup("2026-11-20T18:00:00+02:00", "20261120T160000Z-8.jsonl.gz"),
            backup("2026-11-20T09:00:00+02:00", "20261120T070000Z-7.jsonl.gz"),
        ];
        for (name, wanted) in [
            (None, Some(9)),
            (Some("2026-11-20"), Some(8)),
            (Some("2026-11-20 09:00"), Some(7)),
            (Some("2026-11-21"), Some(9)),
            (Some("2026-11"), None),
            (Some("T160000Z"), Some(8)),
            (Some("20261120T070000Z-7.jsonl.gz"), Some(7)),
            (Some("20261120"), None),
            (Some("2026-11-22"), None),
        ] {
            let found = chosen(&all, name).ok();
            let wanted = wanted.map(|n: u64| format!("-{n}.jsonl.gz"));
            assert_eq!(found.is_some(), wanted.is_some(), "{name:?}");
            assert!(found.zip(wanted).is_none_or(|(f, w)| f.name.ends_with(&w)), "{name:?}");
        }
    }
}
