//! A file from elsewhere that comes in: what was asked of it, and what was read in it.

use crate::app::document::Tone;
use crate::domain::{Edit, Kind};
use crate::words::importing as said;

/// What is asked of a file. What is left open is told by what stands in it, or asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The file, as it was typed.
    pub path: String,
    /// What a row is, where that was said.
    pub kind: Option<Kind>,
    /// Where its columns go, where that was said.
    pub columns: Option<Vec<GoesTo>>,
    /// Whether its columns are to be looked at, though it is known where they go.
    pub asks: bool,
    /// Whether the day stands first in dates that leave it open.
    pub day_first: Option<bool>,
    /// Whether a comma stands before the hundredths in amounts that leave it open.
    pub comma: Option<bool>,
    /// Whether a table has a second line of its heading, where that is open.
    pub heads_two: Option<bool>,
    /// Which rows are taken.
    pub takes: Takes,
    /// Whether the file wins where the book has another value.
    pub overwrite: bool,
}

/// A column and the name of its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoesTo {
    /// The column.
    pub column: String,
    /// The name of the field.
    pub field: &'static str,
}

/// Which rows are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Takes {
    /// New ones, and those of the book.
    #[default]
    Both,
    /// New ones alone.
    New,
    /// Those of the book alone.
    Known,
}

impl Takes {
    /// What comes after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Both => Self::New,
            Self::New => Self::Known,
            Self::Known => Self::Both,
        }
    }
}

/// What was read in a file.
#[derive(Clone, Debug, PartialEq)]
pub enum FileRead {
    /// Its columns, and where each may go.
    Columns(FileColumns),
    /// What was said of its columns cannot be followed; why, in words for people.
    Unfollowed(String),
    /// Something in it can be read in two ways.
    Asks(FileAsks),
    /// What it would bring.
    Rows(Box<FileRows>),
    /// It cannot be taken; why, in words for people.
    Refused(String),
}

/// The columns of a table, and where each may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileColumns {
    /// What a row may be; `None` where nobody can tell.
    pub kind: Option<Kind>,
    /// What a row of a table can be.
    pub kinds: Vec<Kind>,
    /// The names of the fields of that kind that a file can fill.
    pub fields: Vec<&'static str>,
    /// The columns, in their order.
    pub columns: Vec<FileColumn>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileColumn {
    /// Its name.
    pub name: String,
    /// The name of the field it goes to.
    pub field: &'static str,
    /// What stands in it: the word of a table of words.
    pub looks: &'static str,
    /// Some of it.
    pub samples: Vec<String>,
}

/// What it is about that can be read in two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// The dates of a column: with the day first, or with the month first.
    Days,
    /// The amounts of a column: with a comma before the hundredths, or with a point.
    Amounts,
    /// The line below the heading: more of the heading, or the first row.
    Heading,
}

/// Something that can be read in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileAsks {
    /// What it is about.
    pub about: Open,
    /// The column, or the number of the line.
    pub place: String,
    /// What stands there.
    pub sample: String,
    /// Both readings, as [`Open`] has them.
    pub readings: [String; 2],
}

/// What a file would bring.
#[derive(Clone, Debug, PartialEq)]
pub struct FileRows {
    /// What kind of file it is: "HubSpot companies".
    pub source: String,
    /// Whose columns were followed that a person told before, by the name of that file.
    pub as_before: Option<String>,
    /// How many records are new, change, stay as they are; how many rows are not taken, and are left out.
    pub counts: Counts,
    /// The change: every record before and after.
    pub edits: Vec<Edit>,
    /// The rows, in the order of the file.
    pub rows: Vec<FileRow>,
    /// How many more there are.
    pub more: usize,
    /// What is worth knowing about the file as a whole.
    pub notes: Vec<String>,
    /// The names of its columns; none of what is no table.
    pub headers: Vec<String>,
    /// Whether the rows that are not taken can be written to a file to be mended.
    pub mendable: bool,
}

/// How many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// New records.
    pub new: usize,
    /// Records of the book that change.
    pub updated: usize,
    /// Records of the book that stay as they are.
    pub unchanged: usize,
    /// Rows about which something is told.
    pub doubtful: usize,
    /// Rows that are not taken.
    pub refused: usize,
    /// Rows that were left out, as only some were asked for.
    pub left: usize,
}

impl Counts {
    /// "240 new", "3 changed", "2 not taken": of what there is none, nothing is said.
    pub fn told(&self) -> Vec<(String, Tone)> {
        let say =
            |count: usize, words: fn(usize) -> String, tone: Tone| (count > 0).then(|| (words(count), tone));
        let each = [
            say(self.new, said::count_new, Tone::Good),
            say(self.updated, said::count_updated, Tone::Plain),
            say(self.unchanged, said::count_unchanged, Tone::Muted),
            say(self.doubtful, said::count_doubtful, Tone::Warning),
            say(self.refused, said::count_refused, Tone::Alarm),
            say(self.left, said::count_left, Tone::Muted),
        ];
        each.into_iter().flatten().collect()
    }
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A new record.
    New,
    /// A record of the book changes.
    Updated,
    /// A record of the book stays as it is.
    Unchanged,
    /// Nothing.
    Refused,
}

/// A row of a file, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// Its line, from 1; 0 for a record that no line is about but one speaks of.
    pub line: u64,
    /// What becomes of it.
    pub fate: Fate,
    /// The record; why not, when it is refused.
    pub title: String,
    /// Its fields, or those that differ: label, and what stands there.
    pub said: Vec<(String, String)>,
    /// What is told of it.
    pub notes: Vec<String>,
}

/// A file or folder that may be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFound {
    /// Where it lies.
    pub path: String,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether it is a folder of mail, that can be taken as a whole.
    pub is_mail: bool,
    /// When it was written, in milliseconds since 1970 (UTC).
    pub written_ms: i64,
}

/// The name of the field for what has no field of its own.
pub const CUSTOM: &str = "custom";
