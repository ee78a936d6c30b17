//! `syndeo capture`.

use super::args;
use super::book::{Desk, id_generator};
use super::out::{Out, Stop, tell};
use crate::domain::capture::{Reading, read, records};
use crate::domain::{Action, Book, Change, Record, Verb, json as record_json};
use crate::words;
use crate::words::capture::{Sayer, becomes, kind_of};
use crate::words::cli::reading as said;
use serde_json::json;
use std::path::Path;

/// Reads a line, says what was understood, and keeps it as one change.
///
/// # Errors
/// When something is doubtful and nobody said yes, when something does not hold, or it cannot be kept.
pub fn run(out: &mut Out, dir: &Path, args: &args::Capture) -> Result<(), Stop> {
    let line = args.line.join(" ");
    if line.trim().is_empty() {
        return Err(Stop::Wrong(said::line_is_empty().into()));
    }
    let desk = if args.dry_run { Desk::look(dir)? } else { Desk::open(dir, "capture", false)? };
    let reading = read(&line, &desk.book, desk.now);
    let told = Told::of(&reading, Sayer { line: &line, book: &desk.book, today: desk.now.date() });
    if args.json {
        return run_json(out, desk, &reading, &told, args);
    }
    told.lines.iter().try_for_each(|line| out.line(line))?;
    if args.dry_run {
        told.doubts.iter().try_for_each(|doubt| out.line(&doubtful(doubt)))?;
        desk.close(out)?;
        return out.line(said::nothing_changed_dry());
    }
    out.flush()?;
    told.doubts.iter().for_each(|doubt| tell(&doubtful(doubt)));
    if !reading.doubts.is_empty() && !args.yes {
        desk.close(out)?;
        return Err(refused());
    }
    keep(out, desk, &reading)
}

/// One object: what was understood, the records it becomes, and whether they were kept. Doubts keep nothing without
/// `--yes`, as ever; the object is written all the same.
fn run_json(
    out: &mut Out,
    desk: Desk,
    reading: &Reading,
    told: &Told,
    args: &args::Capture,
) -> Result<(), Stop> {
    let made = made(&desk, reading);
    let error = fault_of(&made);
    let keeps = !args.dry_run && error.is_none() && (args.yes || reading.doubts.is_empty());
    let object = json!({
        "kind": becomes(reading),
        "title": reading.title,
        "understood": told.parts,
        "doubts": told.doubts,
        "records": made.iter().map(record_json::write).collect::<Vec<_>>(),
        "kept": keeps,
    });
    if keeps {
        save(out, desk, made)?;
    } else {
        desk.close(out)?;
    }
    out.json(&object)?;
    match error {
        _ if keeps || args.dry_run => Ok(()),
        Some(stop) => Err(stop),
        None => Err(refused()),
    }
}

/// Why the records cannot be kept, when something does not hold.
fn fault_of(made: &[Record]) -> Option<Stop> {
    let error = made.iter().flat_map(Record::errors).next()?;
    Some(Stop::NotDone(said::nothing_changed(words::fault(&error.fault))))
}

fn refused() -> Stop {
    Stop::NotDone(said::not_kept().into())
}

fn keep(out: &mut Out, desk: Desk, reading: &Reading) -> Result<(), Stop> {
    let made = made(&desk, reading);
    if let Some(stop) = fault_of(&made) {
        desk.close(out)?;
        return Err(stop);
    }
    let told: Vec<String> = made.iter().map(|record| kept(&desk.book, record)).collect();
    save(out, desk, made)?;
    told.iter().try_for_each(|line| out.line(line))?;
    out.line(said::captured())
}

/// Keeps records without faults as one change.
fn save(out: &mut Out, desk: Desk, made: Vec<Record>) -> Result<(), Stop> {
    let title = made.first().map(|first| desk.book.title_of(first)).unwrap_or_default();
    let change = Change::new(Action::named(Verb::Capture, title), desk.now);
    let change = made.into_iter().fold(change, |change, record| change.with(None, Some(record)));
    desk.save(out, change)
}

/// The records of a reading, with the numbers that come next.
fn made(desk: &Desk, reading: &Reading) -> Vec<Record> {
    let mut made = records(reading, &mut id_generator(), desk.now, &desk.book);
    Record::number_all(&mut made, desk.book.next_number());
    made
}

fn kept(book: &Book, record: &Record) -> String {
    let number = record.number().map(|no| format!(" #{no}")).unwrap_or_default();
    format!("{}{number}: {}", words::kind(record.kind()), book.title_of(record))
}

/// A reading in words.
struct Told {
    /// What the line becomes and what is known of it, a line each.
    lines: Vec<String>,
    /// What was understood.
    parts: Vec<String>,
    /// What is doubtful.
    doubts: Vec<String>,
}

impl Told {
    fn of(reading: &Reading, sayer: Sayer<'_>) -> Self {
        let mut lines = vec![said::understood(becomes(reading))];
        let titles = [(said::about(), &reading.heard), (said::title(), &reading.title)];
        lines.extend(titles.iter().filter(|(_, t)| !t.is_empty()).map(|(name, t)| format!("  {name}: {t}")));
        let parts = || reading.parts.iter().filter(|part| !part.what.is_silent());
        lines.extend(parts().map(|part| match kind_of(&part.what) {
            "" => format!("  {}", sayer.what(&part.what)),
            kind => format!("  {kind}: {}", sayer.what(&part.what)),
        }));
        Self {
            lines,
            parts: parts().map(|part| sayer.part(part)).collect(),
            doubts: reading.doubts.iter().map(|doubt| sayer.doubt(doubt)).collect(),
        }
    }
}

fn doubtful(doubt: &str) -> String {
    said::doubtful(doubt)
}
