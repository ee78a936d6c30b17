//! Why a file cannot be taken at all.

use super::sources;
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
            Self::OpenHeading { line, names } => {
                write!(
                    f,
                    "line {line} ({names}) may be a second line of the heading (--heads 2) or the first row "
                )?;
                write!(f, "(--heads 1); say which")
            }
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
            Self::OpenNumber { column, sample, readings: [thousands, thousandths] } => {
                let point = sample.contains('.');
                let (first, second) = if point { ("comma", "point") } else { ("point", "comma") };
                write!(f, "in {column}, {sample} can be {thousands} (--numbers {first}) or {thousandths} ")?;
                write!(f, "(--numbers {second}), and no other row decides; say which")
            }
            Self::Unknown(found) => {
                write!(f, "its columns are not known. Known are {}. ", sources::understood().join(", "))?;
                write!(f, "The columns found are: {}", found.join(", "))
            }
        }
    }
}

impl std::error::Error for ImportError {}
