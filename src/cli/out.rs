//! The only way to standard output and standard error. What comes from records is made safe for terminals; a reader
//! that has gone away ends the program quietly.

use crate::domain::text::{clean, is_unsafe};
use crate::store::StoreError;
use serde_json::Value as Json;
use std::fmt::Write as _;
use std::io::{self, BufRead as _, BufWriter, IsTerminal as _, Write as _};

/// Why a command ends before it is done.
#[derive(Debug)]
pub enum Stop {
    /// It could not be done: words for people.
    NotDone(String),
    /// It was called in a wrong way.
    Wrong(String),
    /// The book is in use elsewhere.
    InUse(String),
    /// The desk ended before its time: words, which may be empty, and the exit code.
    Ended(String, u8),
    /// Nobody reads what is printed any more.
    Gone,
}

impl Stop {
    /// The exit code of the process.
    pub fn code(&self) -> u8 {
        match self {
            Self::NotDone(_) => 1,
            Self::Wrong(_) => 2,
            // EX_TEMPFAIL of sysexits.h: try again later.
            Self::InUse(_) => 75,
            Self::Ended(_, code) => *code,
            Self::Gone => 0,
        }
    }

    /// What to say about it; empty when there is nobody to say it to.
    pub fn words(&self) -> &str {
        match self {
            Self::NotDone(words) | Self::Wrong(words) | Self::InUse(words) | Self::Ended(words, _) => words,
            Self::Gone => "",
        }
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::InUse { .. } => Self::InUse(error.to_string()),
            _ => Self::NotDone(error.to_string()),
        }
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Gone,
            _ => Self::NotDone(format!("the output could not be written: {error}")),
        }
    }
}

/// Where a command prints.
pub struct Out {
    stdout: BufWriter<io::Stdout>,
}

impl Default for Out {
    fn default() -> Self {
        Self { stdout: BufWriter::new(io::stdout()) }
    }
}

/// The columns of the terminal on standard output; `None` when it is none.
pub fn columns() -> Option<usize> {
    let terminal = io::stdout().is_terminal();
    terminal.then(|| crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns).max(20)))
}

impl Out {
    /// One line of output.
    ///
    /// # Errors
    /// When nobody reads it any more, or the medium refuses.
    pub fn line(&mut self, text: &str) -> Result<(), Stop> {
        Ok(writeln!(self.stdout, "{}", clean(text).trim_end())?)
    }

    /// The cells of a row with tabs between them.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn row(&mut self, cells: &[String]) -> Result<(), Stop> {
        let safe: Vec<_> = cells.iter().map(|cell| clean(cell)).collect();
        Ok(writeln!(self.stdout, "{}", safe.join("\t"))?)
    }

    /// A JSON object on a line of its own. Characters that steer a terminal are written as escapes: for a reader of
    /// JSON they are the same.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn json(&mut self, value: &Json) -> Result<(), Stop> {
        let mut text = String::new();
        for c in value.to_string().chars() {
            if is_unsafe(c) {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    // Writing into a string cannot fail.
                    let _ = write!(text, "\\u{unit:04x}");
                }
            } else {
                text.push(c);
            }
        }
        Ok(writeln!(self.stdout, "{text}")?)
    }

    /// Text of our own, as it is.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn text(&mut self, text: &str) -> Result<(), Stop> {
        Ok(self.stdout.write_all(text.as_bytes())?)
    }

    /// Everything printed so far is out.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn flush(&mut self) -> Result<(), Stop> {
        Ok(self.stdout.flush()?)
    }
}

/// A line on standard error. When nobody reads it there is nobody to tell, either.
pub fn tell(text: &str) {
    for line in text.lines() {
        let _ = writeln!(io::stderr(), "{}", clean(line).trim_end());
    }
}

/// A line on standard error for somebody who sits before it and waits; nothing in a script.
pub fn progress(text: &str) {
    if io::stderr().is_terminal() {
        tell(text);
    }
}

/// Asks on the terminal; `None` when nobody sits there.
pub fn ask(question: &str) -> Option<bool> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return None;
    }
    let _ = write!(io::stderr(), "{question} [y/N] ");
    let _ = io::stderr().flush();
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).ok()?;
    Some(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "ν" | "ναι"))
}
