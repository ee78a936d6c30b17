//! Files of other programs, read into records, and records as files for other programs ([`export`]). Pure: bytes and
//! records, nothing is written anywhere.
//!
//! What a file is is told by the set of its columns, never by its name or their order. Nothing in it is lost: what
//! has no field of its own goes into the record's custom fields, and what cannot be taken is told with its line.

pub mod csv;
mod dates;
mod encoding;
pub mod export;
mod formula;
pub mod ical;
pub mod ics;
mod lines;
mod mail;
mod merge;
mod own;
mod people;
mod refused;
mod sources;
mod table;
mod taking;
pub mod vcard;
mod workbook;

pub use dates::Order as DateOrder;
pub use own::Own;
pub use sources::{Looks, Mapping, MappingError, Program, Proposal, Proposed, Written, write_as};

use crate::domain::{Action, Book, Change, Edit, IdGenerator, Kind, Moment, Record, Ref, Verb};
use sources::Plan;
use std::collections::HashMap;
use std::fmt;
use table::{IsHeading, Table};

/// A row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its line in the file, from 1.
    pub line: u64,
    /// Why, in words for people.
    pub reason: String,
}

/// Something worth knowing about a row that was taken, or about the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The line in the file, from 1; `None` when it is about the whole file.
    pub line: Option<u64>,
    /// What, in words for people.
    pub words: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.reason)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.words),
            None => f.write_str(&self.words),
        }
    }
}

/// What is done where a file and the book both have a value, and another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Differing {
    /// The book stays as it is: a person may have corrected it. It is told.
    #[default]
    Keep,
    /// The file wins where there is room for one value only. Notes are written below those that are there; mail
    /// addresses and telephone numbers are added.
    Overwrite,
}

/// What a file would bring.
#[derive(Clone, Debug)]
pub struct Import {
    /// What kind of file it is: "HubSpot companies".
    pub source: &'static str,
    /// What its rows become.
    pub kind: Kind,
    /// The records that are new or changed, each before and after.
    pub records: Vec<(Option<Record>, Record)>,
    /// How many are new.
    pub new: usize,
    /// How many are in the book and change.
    pub changed: usize,
    /// How many are in the book and stay as they are.
    pub same: usize,
    /// How many values the file has otherwise than the book, which kept its own; each is told among the notes.
    pub kept: usize,
    /// Rows that were not taken.
    pub refused: Vec<Refused>,
    /// What else is worth knowing.
    pub notes: Vec<Note>,
}

impl Import {
    /// The one change that brings everything in.
    pub fn into_change(self, now: Moment) -> Change {
        change_of(vec![self], now)
    }

    /// "HubSpot companies: 1490 new, 3 changed, 7 as before, 2 not taken", and what the book kept.
    pub fn words(&self) -> String {
        let words = format!(
            "{}: {} new, {} changed, {} as before, {} not taken",
            self.source,
            self.new,
            self.changed,
            self.same,
            self.refused.len()
        );
        match self.kept {
            0 => words,
            1 => format!("{words}; 1 value kept as in the book"),
            kept => format!("{words}; {kept} values kept as in the book"),
        }
    }
}

/// One change of several files, called by what it brings: "import 1500 clients, 4200 contacts". A record that more
/// than one of them touches is in it once, from before the first to after the last.
pub fn change_of(imports: Vec<Import>, now: Moment) -> Change {
    let mut change = Change::new(Action::default(), now);
    let mut places: HashMap<Ref, usize> = HashMap::new();
    for (before, after) in imports.into_iter().flat_map(|i| i.records) {
        if let Some(edit) = places.get(&after.id()).and_then(|at| change.edits.get_mut(*at)) {
            edit.after = Some(after);
        } else {
            places.insert(after.id(), change.edits.len());
            change.edits.push(Edit { before, after: Some(after) });
        }
    }
    change.action = Action::to_many(Verb::Import, places.into_keys());
    change
}

/// Why a file as a whole cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    /// There is no row in it.
    Empty,
    /// Its columns are those of no file that is understood; these are they.
    Unknown(Vec<String>),
    /// It lacks columns that were to go somewhere.
    NoColumn {
        /// What was asked for.
        missing: Vec<String>,
        /// What there is.
        found: Vec<String>,
    },
    /// All the dates of a column can be read with the day first and with the month first.
    OpenDate {
        /// The column.
        column: String,
        /// One of them.
        sample: String,
        /// That one, with the day first and with the month first.
        readings: [String; 2],
    },
    /// It is no table of text at all.
    NotText,
    /// It is JSON, but not what this program writes; why.
    NotOwn(String),
    /// It is an archive, but no workbook that can be read; why.
    NoWorkbook(String),
    /// It is larger than any table that people write; how.
    TooMuch(String),
    /// It has the columns of a source, but what stands below them is something else.
    Unfit {
        /// The source.
        source: &'static str,
        /// The column that tells.
        column: String,
        /// What stands there.
        sample: String,
    },
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "there is no row in it"),
            Self::NotText => {
                write!(f, "it is no table of text; save it as CSV (spreadsheets: File, Save as, CSV UTF-8)")
            }
            Self::NoWorkbook(why) => {
                write!(f, "it is no workbook that can be read ({why}); save it as .xlsx or as CSV")
            }
            Self::NotOwn(why) => {
                write!(f, "it is JSON, but not of records as syndeo export writes them: {why}")
            }
            Self::TooMuch(how) => write!(f, "it is too large to be a table that people write: {how}"),
            Self::Unfit { source, column, sample } => {
                write!(
                    f,
                    "it has the columns of {source}, but in {column} stands {sample}; nothing was taken"
                )
            }
            Self::NoColumn { missing, found } => {
                write!(
                    f,
                    "it has no column {}. The columns found are: {}",
                    missing.join(", "),
                    found.join(", ")
                )
            }
            Self::OpenDate { column, sample, readings: [day_first, month_first] } => {
                write!(
                    f,
                    "in {column}, {sample} can be {day_first} (--dates dmy) or {month_first} (--dates mdy), "
                )?;
                write!(f, "and no other row decides; say which")
            }
            Self::Unknown(found) => {
                write!(f, "its columns are not known. Known are {}. ", sources::understood().join(", "))?;
                write!(f, "The columns found are: {}", found.join(", "))
            }
        }
    }
}

impl std::error::Error for ImportError {}

/// A file that was read; not yet held against a book.
#[derive(Clone, Debug)]
pub struct Opened(What);

/// What is in a file.
#[derive(Clone, Debug)]
enum What {
    /// A table, and how its columns are taken.
    Table(Table, Plan),
    /// Cards of people and firms.
    Cards(vcard::Cards),
    /// Events and to-dos.
    Calendar(ical::Calendar),
    /// Mail.
    Mails(mail::Mails),
}

impl Opened {
    /// Reads a file of a program that is known, once. What it is is told by how it begins.
    ///
    /// # Errors
    /// When it is nothing that is known, or a table whose columns are not known.
    pub fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        if encoding::begins_with(bytes, "BEGIN:VCARD") {
            return Ok(Self(What::Cards(vcard::Cards::read(bytes)?)));
        }
        if encoding::begins_with(bytes, "BEGIN:VCALENDAR") {
            return Ok(Self(What::Calendar(ical::Calendar::read(bytes)?)));
        }
        if mail::is_mail(bytes) {
            return Ok(Self(What::Mails(mail::Mails::read(bytes))));
        }
        let table = table(bytes, &sources::is_heading)?;
        let plan = Plan::known(&table.headers)?;
        Ok(Self(What::Table(table, plan)))
    }

    /// Takes the files of a folder of mail, each with its name.
    ///
    /// # Errors
    /// When there is no mail among them.
    pub fn mails(files: Vec<(String, Vec<u8>)>) -> Result<Self, ImportError> {
        mail::Mails::of_files(files).map(What::Mails).map(Self)
    }

    /// Says which addresses are those of whoever keeps the book.
    #[must_use]
    pub fn of_me(mut self, me: &[String]) -> Self {
        match &mut self.0 {
            What::Calendar(calendar) => calendar.me = me.to_vec(),
            What::Mails(mails) => mails.me = me.to_vec(),
            What::Table(..) | What::Cards(_) => {}
        }
        self
    }

    /// Reads a file whose columns go where a person said.
    ///
    /// # Errors
    /// When it is no table, or lacks one of the columns.
    pub fn mapped(bytes: &[u8], mapping: Mapping) -> Result<Self, ImportError> {
        let table = table(bytes, &|cells| mapping.missing(cells).is_empty())?;
        let plan = Plan::mapped(mapping, &table.headers)?;
        Ok(Self(What::Table(table, plan)))
    }

    /// Says what comes first in dates of columns that leave it open.
    #[must_use]
    pub fn dated(mut self, order: Option<DateOrder>) -> Self {
        if let What::Table(_, plan) = &mut self.0 {
            plan.dates = order;
        }
        self
    }

    /// The rows that were not taken, as a file to mend and bring in again: each with the line it had here and why. `None`
    /// for what no person mends: events and mails.
    pub fn refused(&self, import: &Import) -> Option<Vec<u8>> {
        match &self.0 {
            What::Table(table, _) => Some(refused::written(table, &import.refused)),
            What::Cards(cards) => Some(cards.refused(import)),
            What::Calendar(_) | What::Mails(_) => None,
        }
    }

    /// What its rows become.
    pub fn kind(&self) -> Kind {
        match &self.0 {
            What::Table(_, plan) => plan.kind(),
            What::Cards(_) => Kind::Contact,
            What::Calendar(_) | What::Mails(_) => Kind::Interaction,
        }
    }

    /// Holds it against a book: what is new, what changes, what stays. Contacts find their clients in `book`, so
    /// companies must be in it before (see [`Book::apply`]). `now` dates what has no date of its own.
    ///
    /// # Errors
    /// When it has no rows, or what stands in them is not what its columns say. Single bad rows are no error; they
    /// are told in [`Import::refused`].
    pub fn against(
        &self,
        book: &Book,
        id_generator: &mut IdGenerator,
        now: Moment,
        differing: Differing,
    ) -> Result<Import, ImportError> {
        match &self.0 {
            What::Table(table, plan) => sources::read(table, plan, book, id_generator, now, differing),
            What::Cards(cards) => Ok(cards.against(book, id_generator, now, differing)),
            What::Calendar(calendar) => Ok(calendar.against(book, id_generator, now, differing)),
            What::Mails(mails) => Ok(mails.against(book, id_generator, now, differing)),
        }
    }
}

/// What the columns of a file that no program is known by may be; `kind` where it was told what a row is.
///
/// # Errors
/// When it is no table.
pub fn propose(bytes: &[u8], kind: Option<Kind>) -> Result<Proposal, ImportError> {
    Ok(Proposal::of(&table(bytes, &|_| false)?, kind))
}

fn table(bytes: &[u8], is_heading: IsHeading) -> Result<Table, ImportError> {
    let read = if workbook::is_archive(bytes) { workbook::read } else { csv::read };
    Ok(read(bytes, is_heading)?.without_reasons())
}

/// Reads a file against a book: what is new, what changes, what stays. Contacts find their clients in `book`, so
/// companies must be in it before (see [`Book::apply`]). `now` dates what has no date of its own.
///
/// # Errors
/// When it is no table of text, has no rows, or its columns are not known. Single bad rows are no error; they are
/// told in [`Import::refused`].
pub fn read(
    bytes: &[u8],
    book: &Book,
    id_generator: &mut IdGenerator,
    now: Moment,
) -> Result<Import, ImportError> {
    read_as(bytes, book, id_generator, now, Differing::Keep)
}

/// Like [`read`], and says what is done where the file and the book differ.
///
/// # Errors
/// As there.
pub fn read_as(
    bytes: &[u8],
    book: &Book,
    id_generator: &mut IdGenerator,
    now: Moment,
    differing: Differing,
) -> Result<Import, ImportError> {
    Opened::read(bytes)?.against(book, id_generator, now, differing)
}

#[cfg(test)]
mod identity;
#[cfg(test)]
mod tests;
