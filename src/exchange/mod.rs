//! Files of other programs, read into records, and records as files for other programs ([`export`]). Pure: bytes and
//! records, nothing is written anywhere.
//!
//! What a file is is told by the set of its columns, never by its name or their order. Nothing in it is lost: what
//! has no field of its own goes into the record's custom fields, and what cannot be taken is told with its line.

mod called;
pub mod csv;
mod dates;
mod encoding;
mod error;
pub mod export;
mod formula;
mod heads;
pub mod ical;
pub mod ics;
mod import;
mod lines;
mod mail;
mod markup;
mod merge;
mod numbers;
mod opendocument;
mod own;
mod people;
mod records;
mod refused;
pub mod report;
mod rows;
mod sources;
mod table;
mod taking;
mod trello;
pub mod vcard;
mod workbook;

pub use dates::Order as DateOrder;
pub use own::Own;
pub use sources::{CUSTOM, Looks, Mapping, MappingError, Program, Proposal, Proposed, Written, write_as};

pub use error::ImportError;
pub use import::{Differing, Import, Mode, Note, Refused, change_of, edits_of};
pub use numbers::Style as NumberStyle;
pub use records::{Edits, Records};
pub use sources::{Told, mappable};

use crate::domain::{Book, IdGenerator, Kind, Moment};
use sources::Plan;
use table::{IsHeading, Table};

/// A file of a folder of mail: its name, and what is in it or why it was not read.
pub type MailFile = (String, Result<Vec<u8>, String>);

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
    /// Reads a file, once. What it is is told by how it begins, and of a table by its columns: those of a program that is
    /// known, else by what they are called, where that leaves nothing open.
    ///
    /// # Errors
    /// When it is nothing that is known, or a table whose columns leave something open.
    pub fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        Self::read_told(bytes, None, None, &Book::default(), |_| None)
    }

    /// The same of a program that is known alone, where it may be told on how many lines the heading of a table stands.
    ///
    /// # Errors
    /// When it is nothing that is known, a table whose columns are not known, or that number of lines must be told.
    pub fn read_headed(bytes: &[u8], heads: Option<u8>) -> Result<Self, ImportError> {
        Self::read_by(bytes, heads, |table| Plan::known(&table.headers))
    }

    /// The same, where `said` gives what a person said of a table with such columns, the book has fields that a person made,
    /// and `kind` is what a row is to be where that was told.
    ///
    /// # Errors
    /// As with [`Opened::read`], and when the number of lines of a heading must be told.
    pub fn read_told(
        bytes: &[u8],
        kind: Option<Kind>,
        heads: Option<u8>,
        book: &Book,
        said: impl FnOnce(&[String]) -> Option<Mapping>,
    ) -> Result<Self, ImportError> {
        Self::read_by(bytes, heads, |table| {
            if let Some(mapping) = said(&table.headers) {
                return Plan::mapped(mapping, &table.headers);
            }
            let known = Plan::known(&table.headers);
            let decided = || Proposal::of(table, None, book).decided(table, book);
            match known {
                Err(ImportError::Unknown(columns)) => match decided() {
                    Some(mapping) if kind.is_none_or(|kind| kind == mapping.kind()) => {
                        Ok(Plan::mapped(mapping, &table.headers)?.by_names())
                    }
                    _ => Err(ImportError::Unknown(columns)),
                },
                known => known,
            }
        })
    }

    /// Reads a file whose table, where it is one, is taken as `planned` says.
    fn read_by(
        bytes: &[u8],
        heads: Option<u8>,
        planned: impl FnOnce(&Table) -> Result<Plan, ImportError>,
    ) -> Result<Self, ImportError> {
        if encoding::begins_with(bytes, "BEGIN:VCARD") {
            return Ok(Self(What::Cards(vcard::Cards::read(bytes)?)));
        }
        if encoding::begins_with(bytes, "BEGIN:VCALENDAR") {
            return Ok(Self(What::Calendar(ical::Calendar::read(bytes)?)));
        }
        if mail::is_mail(bytes) {
            return Ok(Self(What::Mails(mail::Mails::read(bytes))));
        }
        if trello::is_board(bytes) {
            let table = trello::read(bytes)?;
            let plan = Plan::known(&table.headers)?.with_checklist(trello::CHECKLIST);
            return Ok(Self(What::Table(table, plan)));
        }
        let table = table(bytes, &sources::is_heading, heads)?;
        let plan = planned(&table)?;
        Ok(Self(What::Table(table, plan)))
    }

    /// Where the columns of a table go that no program is known by, when they say so by their names alone.
    pub fn by_names(&self) -> Option<&Mapping> {
        match &self.0 {
            What::Table(_, plan) => plan.mapping_by_names(),
            What::Cards(_) | What::Calendar(_) | What::Mails(_) => None,
        }
    }

    /// Whether a file of JSON is one of another program, that is read as one of its tables.
    pub fn is_of_others(bytes: &[u8]) -> bool {
        trello::is_board(bytes)
    }

    /// Takes the files of a folder of mail, each with its name, and what is in it or why it was not read.
    ///
    /// # Errors
    /// When there is no mail among them.
    pub fn mails(files: Vec<MailFile>) -> Result<Self, ImportError> {
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
        Self::mapped_headed(bytes, mapping, None)
    }

    /// The same, where it may be told on how many lines the heading stands.
    ///
    /// # Errors
    /// As there, and when that must be told.
    pub fn mapped_headed(bytes: &[u8], mapping: Mapping, heads: Option<u8>) -> Result<Self, ImportError> {
        let table = table(bytes, &|cells| mapping.missing(cells).is_empty(), heads)?;
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

    /// Says what stands before the hundredths in amounts of columns that leave it open.
    #[must_use]
    pub fn numbered(mut self, style: Option<NumberStyle>) -> Self {
        if let What::Table(_, plan) = &mut self.0 {
            plan.numbers = style;
        }
        self
    }

    /// Whether rows that are not taken can be written to a file to be mended: events and mails no person mends.
    pub fn is_mendable(&self) -> bool {
        matches!(self.0, What::Table(..) | What::Cards(_))
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

    /// The names of its columns; none of what is no table.
    pub fn headers(&self) -> &[String] {
        match &self.0 {
            What::Table(table, _) => &table.headers,
            What::Cards(_) | What::Calendar(_) | What::Mails(_) => &[],
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
        self.against_told(book, id_generator, now, differing, &|_, _| {})
    }

    /// The same, and tells after each row of a table how many there were, and of how many.
    ///
    /// # Errors
    /// As there.
    pub fn against_told(
        &self,
        book: &Book,
        id_generator: &mut IdGenerator,
        now: Moment,
        differing: Differing,
        told: Told,
    ) -> Result<Import, ImportError> {
        match &self.0 {
            What::Table(table, plan) => sources::read(table, plan, book, id_generator, now, differing, told),
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
pub fn propose(bytes: &[u8], kind: Option<Kind>, heads: Option<u8>) -> Result<Proposal, ImportError> {
    propose_in(&Book::default(), bytes, kind, heads)
}

/// The same, where a column may be for a field that a person made in a book as well.
///
/// # Errors
/// As there.
pub fn propose_in(
    book: &Book,
    bytes: &[u8],
    kind: Option<Kind>,
    heads: Option<u8>,
) -> Result<Proposal, ImportError> {
    Ok(Proposal::of(&table(bytes, &|_| false, heads)?, kind, book))
}

fn table(bytes: &[u8], is_heading: IsHeading, heads: Option<u8>) -> Result<Table, ImportError> {
    let read = match workbook::is_archive(bytes) {
        true if opendocument::is_one(bytes) => opendocument::read,
        true => workbook::read,
        false => csv::read,
    };
    let table = read(bytes, is_heading)?.without_reasons();
    let known = is_heading(&table.headers.iter().map(String::as_str).collect::<Vec<_>>());
    // What is known, or came back mended, has its heading on one line.
    if known || table.mended { Ok(table) } else { table.with_heads(heads) }
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
