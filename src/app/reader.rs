//! A text to be read, and taken elsewhere: a brief before a call, a reminder with all that is outstanding.

use crate::domain::Ref;

/// A text on the whole screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// What it is.
    pub title: String,
    /// The text, as Markdown: what is copied, written and shown.
    pub text: String,
    /// The name a file of it gets, without a folder.
    pub file: String,
    /// The address that opens it in the mail program, when it is a message.
    pub mailto: Option<String>,
    /// What the person is reminded of, so that taking the message elsewhere is logged.
    pub about: Vec<Ref>,
    /// The first line shown; kept within bounds when drawn.
    pub top: usize,
}

impl Reader {
    /// Moves the text.
    pub fn step(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
    }
}
