//! A piece of text with what it means: what lists, documents and charts are made of.

use crate::domain::Tone;

/// A piece of text in one tone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text; may come from outside and is cleaned where it is drawn.
    pub text: String,
    /// What it means.
    pub tone: Tone,
}

impl Cell {
    /// Text of a tone.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }

    /// Text of a tone with the sign of the tone before it, for those who see no colour; nothing before nothing.
    pub fn marked(text: impl Into<String>, tone: Tone) -> Self {
        Self::new(text, tone).with_mark()
    }

    /// The same with the sign of its tone before it, which must not stand there yet.
    #[must_use]
    pub fn with_mark(self) -> Self {
        let mark = if self.text.is_empty() { "" } else { self.tone.mark() };
        Self { text: format!("{mark}{}", self.text), tone: self.tone }
    }

    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Plain)
    }

    /// Muted text.
    pub fn muted(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Muted)
    }

    /// Nothing.
    pub fn empty() -> Self {
        Self::default()
    }
}
