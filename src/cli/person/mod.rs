//! `syndeo person`: what the book holds about somebody, and erasing them.

mod also;
mod document;
mod erase;
mod export;
mod told;

use super::book::Desk;
use super::out::{Out, Stop, progress, tell};
use super::show::one;
use crate::domain::derive::alike::pairs;
use crate::domain::text::{fold, matches, search_key};
use crate::domain::{Book, Kind, Record, Ref};
use crate::exchange::Edits;
use crate::store::{Forgotten, Traces};
use crate::words;
use crate::words::cli::{examples_doing, person as said, reading};
use clap::{Args, Subcommand};
use std::borrow::Borrow;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// What is to be done with what is held of a person.
#[derive(Debug, Subcommand)]
pub enum Asked {
    /// Write out everything the book holds about a person
    #[command(after_help = examples_doing::person_export())]
    Export(Export),
    /// Erase a person, also from the history and from backups; cannot be undone
    #[command(after_help = examples_doing::person_erase())]
    Erase(Erase),
}

/// A person to write out.
#[derive(Args, Debug)]
pub struct Export {
    /// A person, by name or id
    #[arg(required = true)]
    who: Vec<String>,
    /// Where to; without it to standard output
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
    /// As one JSON object; a FILE that ends in .json is written so, too
    #[arg(long)]
    json: bool,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
}

/// A person to erase.
#[derive(Args, Debug)]
pub struct Erase {
    /// A person, by name or id
    #[arg(required = true)]
    who: Vec<String>,
    /// Erase what only may be them as well: `all`, or a place as it is told (ID:field); may be said several times
    #[arg(long, value_name = "PLACE")]
    also: Vec<String>,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

impl Asked {
    /// Its name in the log, and whether it does something.
    pub const fn about(&self) -> (&'static str, bool) {
        match self {
            Self::Export(args) => ("person export", args.out.is_some()),
            Self::Erase(_) => ("person erase", true),
        }
    }
}

/// Does what is asked.
///
/// # Errors
/// When nobody is found, the book cannot be read or written, or something of a person is left.
pub fn run(out: &mut Out, dir: &Path, asked: &Asked) -> Result<(), Stop> {
    match asked {
        Asked::Export(args) => export::run(out, dir, args),
        Asked::Erase(args) => erase::run(out, dir, args),
    }
}

/// Who is meant, also where they lie in the bin or only the history knows of them, and everything the book holds of them.
fn found(desk: &mut Desk, what: &str) -> Result<(Ref, Traces), Stop> {
    let who = match Uuid::parse_str(what) {
        Ok(id) => by_id(&desk.book, id)?,
        Err(_) => by_name(&desk.book, what)?,
    };
    progress(said::searching());
    let traces = desk.disk.traces(who)?;
    let is_there = desk.book.get_with_deleted(who).is_some();
    if !is_there && traces.history.is_empty() && traces.changes == 0 && traces.backups.is_empty() {
        return Err(Stop::NotDone(said::nothing_held(what)));
    }
    Ok((who, traces))
}

fn by_id(book: &Book, id: Uuid) -> Result<Ref, Stop> {
    let who = Ref::new(Kind::Contact, id);
    let other = book.everything().map(Record::id).find(|found| found.id == id && *found != who);
    match other {
        Some(other) => Err(Stop::NotDone(said::no_person(book.title(other), words::kind(other.kind)))),
        None => Ok(who),
    }
}

fn by_name(book: &Book, what: &str) -> Result<Ref, Stop> {
    let stop = match one(book, what, &[&[Kind::Contact]], reading::more_of_name()) {
        Ok(record) => return Ok(record.id()),
        Err(stop) => stop,
    };
    let wanted = fold(what);
    let gone: Vec<&Record> = book.bin().filter(|record| record.id().kind == Kind::Contact).collect();
    let of_bin = gone.iter().filter(|record| matches(&search_key(&record.title()), &wanted));
    match of_bin.collect::<Vec<_>>()[..] {
        [only] => Ok(only.id()),
        _ => Err(stop),
    }
}

/// Others that are likely the same person.
fn alike(book: &Book, who: Ref) -> Vec<Ref> {
    let pairs = pairs(book).into_iter();
    pairs
        .filter_map(|pair| match (pair.one == who, pair.other == who) {
            (true, false) => Some(pair.other),
            (false, true) => Some(pair.one),
            _ => None,
        })
        .collect()
}

/// How many of these records are of people who were erased from the book in `dir`, or name them.
///
/// # Errors
/// When nobody can say who was erased.
pub(super) fn comes_back(
    dir: &Path,
    records: impl Iterator<Item = impl Borrow<Record>>,
) -> Result<usize, Stop> {
    let forgotten = Forgotten::read(dir)?;
    Ok(records.filter(|record| forgotten.is_in(record.borrow())).count())
}

/// Tells that people who were erased come in again.
///
/// # Errors
/// When nobody can say who was erased.
pub(super) fn tell_erased(dir: &Path, edits: &Edits) -> Result<(), Stop> {
    let count = comes_back(dir, edits.afters())?;
    if count > 0 {
        tell(&said::again(count));
    }
    Ok(())
}
