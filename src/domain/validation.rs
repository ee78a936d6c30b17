//! What is wrong with one value, in words for people.

use std::fmt;

/// A complaint about one field: what was expected and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidationError {
    /// Stable name of the field the complaint stands at; empty when it is about the record as a whole.
    pub field: &'static str,
    /// The complaint, a sentence without a full stop.
    pub words: String,
}

impl ValidationError {
    /// A complaint that has not found its field yet; see [`ValidationError::at`].
    pub fn new(words: impl Into<String>) -> Self {
        Self { field: "", words: words.into() }
    }

    /// The same complaint, standing at `field`.
    #[must_use]
    pub fn at(self, field: &'static str) -> Self {
        Self { field, ..self }
    }
}

impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.field.is_empty() {
            f.write_str(&self.words)
        } else {
            write!(f, "{}: {}", self.field, self.words)
        }
    }
}

impl std::error::Error for ValidationError {}
