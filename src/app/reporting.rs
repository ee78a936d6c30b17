//! A report that is read at the desk: which one, and what became of its text.

use crate::app::listing::ending;
use crate::domain::brief::Language;
use crate::domain::report::{Ask, Format};

/// Which report, and in which language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// Which one.
    pub ask: Ask,
    /// In which language.
    pub language: Language,
}

/// A report on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenReport {
    /// Which one.
    pub report: Report,
    /// Whether its text was changed here.
    pub changed: bool,
    /// Whether it was written down that it went out.
    pub sent: bool,
}

impl OpenReport {
    /// One that nothing was done with yet.
    pub const fn of(report: Report) -> Self {
        Self { report, changed: false, sent: false }
    }
}

/// How a report is written to a file of this name.
pub fn format_of(path: &str) -> Option<Format> {
    let ending = ending(path)?;
    Format::ALL.into_iter().find(|format| ending.eq_ignore_ascii_case(format.ending()))
}
