//! A file from elsewhere, read against the book: its columns when nobody knows where they go, what can be read in two ways,
//! or what it would bring.

mod look;
mod mails;
mod rows;

pub use look::look;
pub use mails::mails;
use rows::Spot;
pub use rows::rows;

use super::mappings::{Mappings, Said};
use super::{files, listing};
use crate::app::{
    Counts, Fate, FileAsks, FileColumn, FileColumns, FileRead, FileRow, FileRows, Open, Takes, Wanted,
};
use crate::domain::text::{clean, clean_lines};
use crate::domain::{Book, IdGenerator, Moment};
use crate::exchange::{
    self, DateOrder, Differing, Import, ImportError, Mapping, MappingError, Mode, NumberStyle, Opened, Own,
    mappable,
};
use crate::store;
use crate::words::{self, importing as said};
use std::fs;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The most rows that are shown one by one; more are counted.
const SHOWN: usize = 5_000;
/// The most files of one name that are written.
const NAMES: u32 = 1_000;

/// Reads a file as it is wanted, against a book.
pub fn read(wanted: &Wanted, book: &Book, now: Moment) -> FileRead {
    read_or_why(wanted, book, now).unwrap_or_else(FileRead::Refused)
}

/// A file that was read: a table or its like, with whose columns were followed that a person told before; or what this
/// program wrote.
enum Held {
    Table(Box<Opened>, Option<Said>),
    Own(Own),
}

/// Why a file is not held.
enum NotHeld {
    /// Nobody knows where its columns go.
    Open,
    /// What was said of its columns cannot be followed.
    Unfollowed(String),
    /// Something in it can be read in two ways.
    Asks(FileAsks),
    /// It cannot be taken.
    Refused(String),
}

impl NotHeld {
    fn of(error: &ImportError) -> Self {
        match asks(error) {
            Some(asks) => Self::Asks(asks),
            None => Self::Refused(told(error)),
        }
    }
}

fn read_or_why(wanted: &Wanted, book: &Book, now: Moment) -> Result<FileRead, String> {
    let path = place(&wanted.path);
    if path.is_dir() {
        let found = mails(&path).map_err(|error| files::why(&error))?;
        let file = Opened::mails(found).map_err(|_| said::is_folder().to_owned())?;
        return Ok(preview(wanted, &Held::Table(Box::new(file), None), book, now));
    }
    if store::is_whole(&path) {
        return Err(said::is_whole_book().into());
    }
    let bytes = fs::read(&path).map_err(|error| files::why(&error))?;
    match held(wanted, &bytes, book) {
        Ok(held) => Ok(preview(wanted, &held, book, now)),
        Err(NotHeld::Open) => columns(wanted, &bytes, book),
        Err(NotHeld::Asks(asks)) => Ok(FileRead::Asks(asks)),
        Err(NotHeld::Unfollowed(why)) => Ok(FileRead::Unfollowed(why)),
        Err(NotHeld::Refused(why)) => Err(why),
    }
}

/// What is in a file, with all that was said of how it is read.
fn held(wanted: &Wanted, bytes: &[u8], book: &Book) -> Result<Held, NotHeld> {
    if Own::is_json(bytes) && !Opened::is_of_others(bytes) {
        return Own::read(bytes).map(Held::Own).map_err(|error| NotHeld::Refused(told(&error)));
    }
    let (read, before) = match (&wanted.columns, wanted.asks) {
        (Some(_), _) => {
            let mapping = mapping(wanted, book).map_err(|error| NotHeld::Unfollowed(told(&error)))?;
            (Opened::mapped_headed(bytes, mapping, heads(wanted)), None)
        }
        (None, true) => return Err(NotHeld::Open),
        (None, false) => {
            let known = Mappings::read();
            let (read, before) = known.opened(bytes, wanted.kind, heads(wanted), book);
            (read, before.cloned())
        }
    };
    let file = read.map_err(|error| match error {
        ImportError::Unknown(_) => NotHeld::Open,
        error => NotHeld::of(&error),
    })?;
    let dates = days(wanted).or_else(|| before.as_ref()?.dates());
    let numbers = wanted.comma.map(|comma| if comma { NumberStyle::Comma } else { NumberStyle::Point });
    Ok(Held::Table(Box::new(file.dated(dates).numbered(numbers)), before))
}

/// What comes first in dates, as far as it was said.
fn days(wanted: &Wanted) -> Option<DateOrder> {
    wanted.day_first.map(|first| if first { DateOrder::DayFirst } else { DateOrder::MonthFirst })
}

/// On how many lines the heading stands, as far as it was said.
fn heads(wanted: &Wanted) -> Option<u8> {
    wanted.heads_two.map(|two| if two { 2 } else { 1 })
}

fn differing(wanted: &Wanted) -> Differing {
    if wanted.overwrite { Differing::Overwrite } else { Differing::Keep }
}

fn against(file: &Opened, wanted: &Wanted, book: &Book, now: Moment) -> Result<Import, ImportError> {
    let mut ids = IdGenerator::new(Uuid::new_v4().into_bytes());
    file.against(book, &mut ids, now, differing(wanted))
}

/// The path that was typed.
fn place(typed: &str) -> PathBuf {
    listing::place(typed, files::home())
}

fn told(error: &dyn std::fmt::Display) -> String {
    clean(&error.to_string()).into_owned()
}

/// What was said of the columns. Those that go among the custom fields go there without a word.
fn mapping(wanted: &Wanted, book: &Book) -> Result<Mapping, MappingError> {
    let kind = wanted.kind.ok_or(MappingError::KindOpen)?;
    let named = wanted.columns.iter().flatten().filter(|to| to.field != exchange::CUSTOM);
    Mapping::of(book, kind, named.map(|to| (to.column.as_str(), to.field)))
}

fn columns(wanted: &Wanted, bytes: &[u8], book: &Book) -> Result<FileRead, String> {
    let proposal = match exchange::propose_in(book, bytes, wanted.kind, heads(wanted)) {
        Ok(proposal) => proposal,
        Err(error) => return asks(&error).map(FileRead::Asks).ok_or_else(|| told(&error)),
    };
    Ok(FileRead::Columns(FileColumns {
        kind: proposal.kind,
        kinds: mappable().collect(),
        fields: proposal.fields(),
        columns: proposal
            .columns
            .into_iter()
            .map(|column| FileColumn {
                name: column.column,
                field: column.field,
                looks: column.looks.name(),
                samples: column.samples.iter().map(|sample| clean(sample).into_owned()).collect(),
            })
            .collect(),
    }))
}

fn preview(wanted: &Wanted, held: &Held, book: &Book, now: Moment) -> FileRead {
    let (imports, headers, mendable, before) = match held {
        Held::Own(own) => (own.against(book, differing(wanted)), vec![], false, None),
        Held::Table(file, before) => match against(file, wanted, book, now) {
            Ok(import) => (vec![import], file.headers().to_vec(), file.is_mendable(), before.as_ref()),
            Err(error) => return asks(&error).map_or(FileRead::Refused(told(&error)), FileRead::Asks),
        },
    };
    let mode = match wanted.takes {
        Takes::Both => Mode::Both,
        Takes::New => Mode::Add,
        Takes::Known => Mode::Update,
    };
    let imports: Vec<Import> = imports.into_iter().map(|import| import.limited(mode)).collect();
    let mut rows = all_rows(imports, book, now);
    (rows.headers, rows.mendable) = (headers, mendable);
    if let (Some(_), Some(kind)) = (&wanted.columns, wanted.kind) {
        words::kinds(kind).clone_into(&mut rows.source);
    }
    rows.as_before = before.map(|said| clean(&said.name).into_owned());
    if let Held::Table(file, _) = held
        && let Some(mapping) = file.by_names()
    {
        words::kinds(mapping.kind()).clone_into(&mut rows.source);
        rows.notes.insert(0, said::by_names().to_owned());
    }
    FileRead::Rows(Box::new(rows))
}

/// What can be read in two ways; `None` for anything else that is wrong.
fn asks(error: &ImportError) -> Option<FileAsks> {
    let (about, place, sample, readings) = match error {
        ImportError::OpenDate { column, sample, readings } => (Open::Days, column.clone(), sample, readings),
        ImportError::OpenNumber { column, sample, readings } => {
            (Open::Amounts, column.clone(), sample, readings)
        }
        ImportError::OpenHeading { line, names, readings } => {
            (Open::Heading, line.to_string(), names, readings)
        }
        _ => return None,
    };
    // Of amounts the readings stand with thousands first: the comma stands before hundredths where a point parts thousands.
    let swapped = about == Open::Amounts && !sample.contains('.');
    let [first, second] = readings.clone().map(|reading| clean(&reading).into_owned());
    let readings = if swapped { [second, first] } else { [first, second] };
    Some(FileAsks { about, place: clean(&place).into_owned(), sample: clean(sample).into_owned(), readings })
}

fn all_rows(imports: Vec<Import>, book: &Book, now: Moment) -> FileRows {
    let mut counts = Counts::default();
    let (mut notes, mut sources) = (vec![], vec![]);
    for import in &imports {
        counts.new += import.new;
        counts.updated += import.changed;
        counts.unchanged += import.same;
        counts.refused += import.refused.len();
        counts.left += import.left;
        let whole = import.notes.iter().filter(|note| note.line.is_none());
        notes.extend(whole.map(|note| clean(&note.words).into_owned()));
        sources.push(import.source);
    }
    let spots = |(of, import): (usize, &Import)| rows::spots(import).into_iter().map(move |spot| (of, spot));
    let found: Vec<(usize, Spot)> = imports.iter().enumerate().flat_map(spots).collect();
    // As many as are shown when one turns to them.
    counts.doubtful = found.iter().filter(|(_, spot)| spot.is_noted).count();
    let (mut all, more) = shown_rows(&imports, found, book, now);
    for row in &mut all {
        row.title = clean(&row.title).into_owned();
        row.said.iter_mut().for_each(|(_, words)| *words = clean_lines(words));
        row.notes.iter_mut().for_each(|note| *note = clean(note).into_owned());
    }
    sources.dedup();
    FileRows {
        source: sources.join(", "),
        as_before: None,
        counts,
        edits: exchange::change_of(imports, now).edits,
        rows: all,
        more,
        notes,
        headers: vec![],
        mendable: false,
    }
}

/// The rows that are shown, and how many more there are: those alone are built. What is to be looked at is among them.
fn shown_rows(
    imports: &[Import],
    mut found: Vec<(usize, Spot)>,
    book: &Book,
    now: Moment,
) -> (Vec<FileRow>, usize) {
    let more = found.len().saturating_sub(SHOWN);
    if more > 0 {
        found.sort_by_key(|(_, spot)| (!spot.is_noted && spot.fate != Fate::Refused, spot.line));
        found.truncate(SHOWN);
    }
    found.sort_by_key(|(of, spot)| (*of, spot.line));
    let of = |nth: usize| found.iter().filter(|(of, _)| *of == nth).map(|(_, spot)| *spot).collect();
    let found: Vec<(&Import, Vec<Spot>)> =
        imports.iter().enumerate().map(|(nth, import)| (import, of(nth))).collect();
    let names = rows::named_by(book, &found);
    let built = found.iter().flat_map(|(import, spots)| rows::built(&names, import, spots, now.date()));
    let mut built: Vec<FileRow> = built.collect();
    if more > 0 {
        built.sort_by_key(|row| row.line);
    }
    (built, more)
}

/// Keeps what was said of the columns of a file, for the next one with the same.
pub fn keep(wanted: &Wanted, headers: &[String], book: &Book) {
    if let (Some(_), Ok(mapping)) = (&wanted.columns, mapping(wanted, book)) {
        let name = place(&wanted.path).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Mappings::keep(Said::of(name, headers, mapping.kind(), mapping.line(), days(wanted)));
    }
}

/// Writes the rows that are not taken beside the file, to be mended and brought in again; gives how many, and the path.
///
/// # Errors
/// When they cannot be read again or written; in words for people.
pub fn write_refused(wanted: &Wanted, book: &Book, now: Moment) -> Result<(usize, PathBuf), String> {
    let path = place(&wanted.path);
    let bytes = fs::read(&path).map_err(|error| files::why(&error))?;
    let file = match held(wanted, &bytes, book) {
        Ok(Held::Table(file, _)) => file,
        Ok(Held::Own(_)) | Err(NotHeld::Open | NotHeld::Asks(_)) => {
            return Err(said::not_mendable().to_owned());
        }
        Err(NotHeld::Unfollowed(why) | NotHeld::Refused(why)) => return Err(why),
    };
    let import = against(&file, wanted, book, now).map_err(|error| told(&error))?;
    let bytes = file.refused(&import).ok_or_else(|| said::not_mendable().to_owned())?;
    let to = beside(&path)?;
    files::write_new(&to, &bytes).map_err(|error| files::why(&error))?;
    Ok((import.refused.len(), to))
}

/// A name beside a file that nothing has: `list-refused.csv`.
fn beside(path: &Path) -> Result<PathBuf, String> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = |nth: u32| match nth {
        1 => format!("{stem}-refused.csv"),
        nth => format!("{stem}-refused-{nth}.csv"),
    };
    let mut names = (1..NAMES).map(|nth| path.with_file_name(name(nth)));
    names.find(|to| fs::symlink_metadata(to).is_err()).ok_or_else(|| said::no_free_name().to_owned())
}
