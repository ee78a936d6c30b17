//! `syndeo holidays`.

use super::book::{Desk, id_generator};
use super::out::{Out, Stop, tell};
use crate::domain::{Action, Calendar, Change, Edit, Kind, Record, Value, Verb, parse};
use crate::exchange::ics::{self, Holidays as Days};
use crate::words;
use crate::words::cli::moving;
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};

/// Days that are no working days.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("said").required(true).multiple(true).args(["file", "country", "weekend"]))]
pub struct Holidays {
    /// A calendar file
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The calendar of the book they go into; else as the file calls itself
    #[arg(long = "calendar", value_name = "NAME")]
    pub name: Option<String>,
    /// The country whose weekend counts, by its two letters
    #[arg(long, value_name = "XX")]
    pub country: Option<String>,
    /// A weekend of your own: friday,saturday
    #[arg(long, value_name = "DAYS")]
    pub weekend: Option<String>,
    /// Say what it would bring and change nothing
    #[arg(long, short = 'n')]
    pub dry_run: bool,
}

/// Takes the days off of a calendar file, a country or a weekend into a calendar of the book, as one change.
///
/// # Errors
/// When the file is no calendar, what is said does not hold, or it cannot be kept.
pub fn run(out: &mut Out, dir: &Path, args: &Holidays) -> Result<(), Stop> {
    let read = args.file.as_deref().map(file).transpose()?;
    let desk = if args.dry_run { Desk::look(dir)? } else { Desk::open(dir, "holidays", false)? };
    for line in read.iter().flat_map(remarks) {
        tell(&line);
    }
    let named = args.file.as_deref().and_then(Path::file_stem).map(|s| s.to_string_lossy().into_owned());
    let own = read.as_ref().map(|r| r.name.clone()).filter(|name| !name.is_empty());
    let name = args.name.clone().or(own).or(named).unwrap_or_else(|| moving::working_days().into());
    let of_name = |r: &&Record| r.title() == name;
    let before = desk.book.all(Kind::Calendar).find(of_name).cloned();
    let mut after = match &before {
        Some(record) => record.clone(),
        None => Record::from(Calendar::new(id_generator().next(desk.now), desk.now)),
    };
    let set = fill(&mut after, &name, read.as_ref(), args, desk.now);
    if let Err(stop) =
        set.and_then(|()| after.errors().into_iter().next().map_or(Ok(()), |e| Err(refused(&e))))
    {
        desk.close(out)?;
        return Err(stop);
    }
    let mut told: Vec<String> = read.iter().flat_map(|r| &r.days).map(ToString::to_string).collect();
    told.extend(args.country.as_ref().map(|c| moving::weekend_of(c.to_uppercase())));
    told.extend(args.weekend.as_ref().map(moving::weekend));
    if before.as_ref() == Some(&after) {
        desk.close(out)?;
        return out.line(&moving::calendar_has_all(&name));
    }
    let verb = if before.is_some() { Verb::Edit } else { Verb::Add };
    let mut change = Change::new(Action::on(verb, Kind::Calendar, name.clone()), desk.now);
    change.edits.push(Edit { before, after: Some(after) });
    if args.dry_run {
        desk.close(out)?;
        taken(out, &name, &told)?;
        return out.line(moving::nothing_changed_dry());
    }
    desk.save(out, change)?;
    taken(out, &name, &told)?;
    out.line(moving::done())
}

/// What was taken, a line each.
fn taken(out: &mut Out, name: &str, lines: &[String]) -> Result<(), Stop> {
    out.line(&moving::into_calendar(name))?;
    lines.iter().try_for_each(|line| out.line(&format!("  {line}")))
}

fn refused(error: &crate::domain::ValidationError) -> Stop {
    Stop::NotDone(moving::nothing_changed(words::fault(&error.fault)))
}

fn file(path: &Path) -> Result<Days, Stop> {
    let named = |e: &dyn std::fmt::Display| Stop::NotDone(format!("{}: {e}", path.display()));
    let read = ics::read(&fs::read(path).map_err(|e| named(&e))?).map_err(|e| named(&e))?;
    if read.days.is_empty() {
        for line in remarks(&read) {
            tell(&line);
        }
        return Err(named(&moving::no_whole_day()));
    }
    Ok(read)
}

fn remarks(read: &Days) -> Vec<String> {
    let refused = read.refused.iter().map(moving::not_taken);
    refused.chain(read.notes.iter().map(ToString::to_string)).collect()
}

/// The days of a file take the place of those that were there; what is not said stays.
fn fill(
    record: &mut Record,
    name: &str,
    read: Option<&Days>,
    args: &Holidays,
    now: crate::domain::Moment,
) -> Result<(), Stop> {
    let lines = read.map(|r| r.days.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    let said = [
        ("name", Some(name.to_owned())),
        ("days", lines),
        ("country", args.country.as_ref().map(|c| c.to_uppercase())),
        ("weekend", args.weekend.clone()),
    ];
    for (field, text) in said {
        let (Some(text), Some(field)) = (text, Kind::Calendar.field(field)) else { continue };
        let value: Value = parse::read(&field.kind, &text, now).map_err(|e| refused(&e))?;
        field.write(record, value).map_err(|e| refused(&e))?;
    }
    Ok(())
}
