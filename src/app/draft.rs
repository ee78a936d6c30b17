//! What is written in a form and not saved yet, as it is kept on disk.

use serde::{Deserialize, Serialize};

/// The text of one form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Stable name of the kind.
    pub kind: String,
    /// The record that is edited; `None` for a new one.
    pub of: Option<String>,
    /// What a new one was begun about: the links it had at first. One about something else is another form.
    pub about: Vec<String>,
    /// Stable names of the fields that were touched, and what is written in them.
    pub fields: Vec<(String, Written)>,
}

/// What is written in one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Written {
    /// Text.
    Text(String),
    /// A code of a closed list.
    Code(u8),
    /// The name of what was chosen in a list that a person made: its place there is another once they change the list.
    Chosen(String),
    /// What was taken: codes, and ids of records by kind.
    Picks(Vec<(Option<String>, String)>, String),
}
