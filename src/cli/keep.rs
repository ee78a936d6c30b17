//! `syndeo undo`, `redo`, `backup`, `restore` and `check`.

use super::book::{Desk, exists};
use super::out::{Out, Stop, ask, progress};
use crate::domain::{Change, Kind};
use crate::store::{self, Backup, Claim, Store as _};
use crate::words;
use std::path::Path;

/// Takes the last change back, or does again what was taken back.
///
/// # Errors
/// When there is none, or it cannot be kept.
pub fn step(out: &mut Out, dir: &Path, back: bool) -> Result<(), Stop> {
    let (name, done) = if back { ("undo", "Undone") } else { ("redo", "Done again") };
    match Desk::open(dir, name, false)?.step(out, back)? {
        Some(change) => {
            out.line(&format!("{done}: {} ({})", words::action(&change.action), counted(change.edits.len())))
        }
        None => Err(Stop::NotDone(format!("there is nothing to {name}"))),
    }
}

fn counted(records: usize) -> String {
    if records == 1 { "1 record".into() } else { format!("{records} records") }
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
    let desk = Desk::open(dir, "backup", false)?;
    let now = desk.now;
    let taken = desk.finish(out, "the backup is taken", |disk| disk.backup(now).map(Some))?;
    taken.iter().try_for_each(|backup| out.line(&words(backup)))
}

fn words(backup: &Backup) -> String {
    let at = taken(backup);
    let size = backup.bytes.div_ceil(1024);
    format!("{}  taken {at}, {} records, {size} KiB", backup.name, backup.records)
}

/// Turns the book into what a backup holds, after saying what that means and asking.
///
/// # Errors
/// When there is no such backup, nobody said yes, or it cannot be read or kept.
pub fn restore(out: &mut Out, dir: &Path, name: Option<&str>, yes: bool) -> Result<(), Stop> {
    if name.is_some_and(|name| name.trim().is_empty()) {
        // As from a variable that is not set: the newest is not what was meant.
        return Err(Stop::Wrong("the name of the backup is empty; leave it out for the newest".into()));
    }
    let mut desk = Desk::open(dir, "restore", false)?;
    // Asked for once nobody else can take or remove one.
    let chosen = chosen(&store::backups(dir), name)?;
    let plan = desk.disk.restore_plan(&chosen.name, desk.now)?;
    out.line(&words(&chosen))?;
    if plan.edits.is_empty() {
        out.line("The book is as this backup has it; there is nothing to restore.")?;
        return desk.close(out);
    }
    summary(&plan).iter().try_for_each(|line| out.line(line))?;
    out.flush()?;
    if !yes && ask("Restore it?") != Some(true) {
        desk.close(out)?;
        return Err(Stop::NotDone("nothing was changed; --yes restores it without asking".into()));
    }
    desk.save(out, &plan)?;
    out.line("Restored; syndeo undo takes it back.")
}

/// The newest backup, that of this name, the newest of this day as the list shows it, or the only one with `name` in its
/// name.
fn chosen(backups: &[Backup], name: Option<&str>) -> Result<Backup, Stop> {
    let Some(name) = name else {
        return backups.first().cloned().ok_or_else(|| Stop::NotDone("there is no backup yet".into()));
    };
    let exact = backups.iter().find(|b| b.name == name);
    let day = name.len() >= "2026-11-20".len();
    let of_day = backups.iter().filter(|b| day && taken(b).starts_with(name)).max_by_key(|b| b.at.utc_ms);
    let partly: Vec<&Backup> = backups.iter().filter(|b| b.name.contains(name)).collect();
    match (exact.or(of_day), &partly[..]) {
        (Some(one), _) => Ok(one.clone()),
        (None, [one]) => Ok((*one).clone()),
        (None, []) => Err(Stop::NotDone(format!(
            "no backup was taken on {name} or has it in its name; syndeo backup --list tells them"
        ))),
        (None, several) => {
            let names: Vec<&str> = several.iter().map(|b| b.name.as_str()).collect();
            Err(Stop::NotDone(format!("several backups have {name} in their names: {}", names.join(", "))))
        }
    }
}

/// When a backup was taken, as it is shown.
fn taken(backup: &Backup) -> String {
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
            .then(|| format!("  {}: {added} added, {changed} changed, {removed} removed", kind.plural()))
    };
    Kind::ALL.iter().filter_map(line).collect()
}

/// Reads the whole book and says what is wrong.
///
/// # Errors
/// When something is.
pub fn check(out: &mut Out, dir: &Path) -> Result<(), Stop> {
    exists(dir)?;
    // Nobody writes while it is read, and neither do we.
    let claim = Claim::look(dir)?;
    progress("reading the whole book ...");
    let report = store::check(dir)?;
    drop(claim);
    report.lines().iter().try_for_each(|line| out.line(line))?;
    if report.is_well() { Ok(()) } else { Err(Stop::NotDone(String::new())) }
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
