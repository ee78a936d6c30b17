//! How a field is written, and what is taken in it.

use crate::app::textbox::TextBox;
use crate::domain::{Choice, Ref};
use uuid::Uuid;

/// Something taken from what is on offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A record.
    Record(Ref),
    /// A member of a closed list, by code.
    Code(u8),
    /// A record that is not in the book yet, by its name: it is made with the record of the form. Its id is nil as long
    /// as it is only on offer.
    New(Uuid, String),
}

/// How a field is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Text of one line.
    Line(TextBox),
    /// Text of many lines.
    Long(TextBox),
    /// One of a few, all in sight; the text is what was typed to find one.
    Choice(u8, TextBox),
    /// Found by typing; the text is what is being typed.
    Picks(Vec<Picked>, TextBox),
}

/// The code of what stands where nothing was chosen.
pub(super) fn default_code(list: &[Choice]) -> u8 {
    Choice::default_of(list).map_or(0, |choice| choice.code)
}

impl Input {
    /// A code that the list does not have stands for its default.
    pub(super) fn known(self, list: &[Choice]) -> Self {
        match self {
            Self::Choice(code, text) if !list.iter().any(|c| c.code == code) => {
                Self::Choice(default_code(list), text)
            }
            other => other,
        }
    }
}
