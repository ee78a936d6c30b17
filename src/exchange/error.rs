//! Why a file cannot be taken at all.

use super::sources;
use crate::words::exchange::of_tables;
use std::fmt;

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
    /// All the amounts of a column can be read as thousands and with thousandths.
    OpenNumber {
        /// The column.
        column: String,
        /// One of them.
        sample: String,
        /// That one, as thousands and with thousandths.
        readings: [String; 2],
    },
    /// The line below the heading may be a second line of it, or the first row.
    OpenHeading {
        /// Its line.
        line: u64,
        /// What stands there.
        names: String,
        /// What the columns are called when it is one, and when it is a row.
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
            Self::Empty => f.write_str(of_tables::no_rows()),
            Self::OpenHeading { line, names, .. } => f.write_str(&of_tables::open_heading(line, names)),
            Self::NotText => f.write_str(of_tables::no_table()),
            Self::NoWorkbook(why) => f.write_str(&of_tables::no_workbook(why)),
            Self::NotOwn(why) => f.write_str(&of_tables::other_json(why)),
            Self::TooMuch(how) => f.write_str(&of_tables::too_large(how)),
            Self::Unfit { source, column, sample } => {
                f.write_str(&of_tables::not_as_source(source, column, sample))
            }
            Self::NoColumn { missing, found } => {
                f.write_str(&of_tables::no_column(missing.join(", "), found.join(", ")))
            }
            Self::OpenDate { column, sample, readings: [day_first, month_first] } => {
                f.write_str(&of_tables::open_date(column, sample, day_first, month_first))?;
                f.write_str(of_tables::say_which_date())
            }
            Self::OpenNumber { column, sample, readings: [thousands, thousandths] } => {
                let point = sample.contains('.');
                let (first, second) = if point { ("comma", "point") } else { ("point", "comma") };
                f.write_str(&of_tables::open_number(column, sample, thousands, first, thousandths))?;
                f.write_str(&of_tables::say_which_number(second))
            }
            Self::Unknown(found) => {
                f.write_str(&of_tables::unknown_columns(sources::understood().join(", ")))?;
                f.write_str(&of_tables::columns_found(found.join(", ")))
            }
        }
    }
}

impl std::error::Error for ImportError {}
