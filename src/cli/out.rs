//! The only way to standard output and standard error. What comes from records is made safe for terminals; a reader
//! that has gone away ends the program quietly.

use crate::domain::Tone;
use crate::domain::text::{clean, is_unsafe};
use crate::shell::{is_ascii, links, log, paint, theme};
use crate::store::StoreError;
use crate::ui::Theme;
use crate::words::cli::keeping;
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
    /// The book could not be had, read or written.
    Store(StoreError),
    /// The desk ended before its time: words, which may be empty, and the exit code.
    Ended(String, u8),
    /// What was to be printed could not be.
    Output(io::Error),
    /// Nobody reads what is printed any more, and printing was all there was to do.
    Gone,
}

impl Stop {
    /// The exit code of the process.
    pub fn code(&self) -> u8 {
        match self {
            // EX_TEMPFAIL of sysexits.h: try again later.
            Self::Store(StoreError::InUse { .. }) => 75,
            Self::NotDone(_) | Self::Store(_) | Self::Output(_) => 1,
            Self::Wrong(_) => 2,
            Self::Ended(_, code) => *code,
            Self::Gone => 0,
        }
    }

    /// What to say about it; empty when there is nobody to say it to.
    pub fn words(&self) -> String {
        match self {
            Self::NotDone(words) | Self::Wrong(words) | Self::Ended(words, _) => words.clone(),
            Self::Store(error) => error.to_string(),
            Self::Output(error) => keeping::no_output(error),
            Self::Gone => String::new(),
        }
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// How far a command is. It decides what an output that cannot be written means: the exit code tells whether the thing
/// was done, not whether somebody read so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Printing is all there is to do: a reader that has gone away had enough.
    Prints,
    /// Something is to be done and is not yet: whoever reads the exit code must not think it was.
    Before,
    /// It is done, "the change is saved": nothing that comes now makes it undone.
    Done(&'static str),
}

/// How a piece of text looks to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As it is meant.
    Tone(Tone),
    /// What stands over other text.
    Heading,
}

/// A piece of a line, in one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text; made safe where it is printed.
    pub text: String,
    /// How it looks on a terminal.
    pub look: Look,
    /// Where it leads, where a terminal can be told.
    pub address: Option<String>,
}

impl Piece {
    /// Text in a look.
    pub fn new(text: impl Into<String>, look: Look) -> Self {
        Self { text: text.into(), look, address: None }
    }

    /// The piece, leading to an address.
    #[must_use]
    pub fn leading_to(self, address: impl Into<String>) -> Self {
        Self { address: Some(address.into()), ..self }
    }
}

/// Where a command prints.
pub struct Out {
    stdout: BufWriter<io::Stdout>,
    /// The looks of the desk, on a terminal that can show them.
    theme: Option<Theme>,
    /// Whether it has links.
    links: bool,
    stage: Stage,
    /// Whether it was told that the output cannot be written.
    told: bool,
}

impl Default for Out {
    fn default() -> Self {
        // A terminal that is called dumb, or nothing, would show the codes.
        let plain = std::env::var("TERM").map_or(true, |term| matches!(term.as_str(), "" | "dumb"));
        let theme = (io::stdout().is_terminal() && !plain).then(theme);
        let links = theme.is_some() && links::are_there();
        Self { stdout: BufWriter::new(io::stdout()), theme, links, stage: Stage::Prints, told: false }
    }
}

/// The columns of the terminal on standard output; `None` when it is none. One that does not know how wide it is
/// (under `script`, over a serial line) has as many as `COLUMNS` says, else 80.
pub fn columns() -> Option<usize> {
    let told =
        || crossterm::terminal::size().ok().map(|(columns, _)| usize::from(columns)).filter(|n| *n > 0);
    let named = || std::env::var("COLUMNS").ok()?.trim().parse().ok().filter(|n| *n > 0);
    io::stdout().is_terminal().then(|| told().or_else(named).unwrap_or(80).max(20))
}

/// What stands where a text was cut.
pub fn cut_sign() -> &'static str {
    if is_ascii() { "..." } else { "…" }
}

impl Out {
    /// This command is there to do something, not only to print.
    pub fn will_do(&mut self) {
        self.stage = Stage::Before;
    }

    /// It is done. What fails from here on is told, and the command ends well all the same: whoever repeated it would
    /// have it twice.
    pub fn done(&mut self, what: &'static str) {
        self.stage = Stage::Done(what);
    }

    /// What came of something that is not what the command is there for, such as closing the book: once that is done, it
    /// is a warning.
    ///
    /// # Errors
    /// What failed, when nothing was done before.
    pub fn aside(&mut self, came: Result<(), StoreError>) -> Result<(), Stop> {
        match (came, self.stage) {
            (Err(error), Stage::Done(what)) => {
                log::failed(&format!("{what}; then"), &error);
                tell(&keeping::done_but(what, &error));
                Ok(())
            }
            (came, _) => Ok(came?),
        }
    }

    fn written(&mut self, written: io::Result<()>) -> Result<(), Stop> {
        let Err(error) = written else { return Ok(()) };
        let gone = error.kind() == io::ErrorKind::BrokenPipe;
        match self.stage {
            Stage::Prints if gone => Err(Stop::Gone),
            Stage::Prints | Stage::Before => Err(Stop::Output(error)),
            Stage::Done(what) => {
                if !gone && !self.told {
                    self.told = true;
                    tell(&keeping::done_no_output(what, &error));
                }
                Ok(())
            }
        }
    }

    /// One line of output.
    ///
    /// # Errors
    /// When nobody reads it any more, or the medium refuses, and nothing was done yet.
    pub fn line(&mut self, text: &str) -> Result<(), Stop> {
        let written = writeln!(self.stdout, "{}", clean(text).trim_end());
        self.written(written)
    }

    /// One line of output, each piece of it in its look on a terminal.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn pieces(&mut self, pieces: &[Piece]) -> Result<(), Stop> {
        let last = pieces.iter().rposition(|piece| !piece.text.trim_end().is_empty());
        let mut line = String::new();
        for (at, piece) in pieces.iter().enumerate().take(last.map_or(0, |last| last + 1)) {
            let text = clean(&piece.text);
            let text = if Some(at) == last { text.trim_end() } else { &text };
            let seen = self.theme.map_or_else(|| text.to_owned(), |theme| painted(text, piece.look, theme));
            match piece.address.as_deref().filter(|_| self.links) {
                Some(address) => line.push_str(&links::link(&seen, address)),
                None => line.push_str(&seen),
            }
        }
        let written = writeln!(self.stdout, "{line}");
        self.written(written)
    }

    /// The cells of a row with tabs between them.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str>) -> Result<(), Stop> {
        let safe: Vec<_> = cells.map(clean).collect();
        let written = writeln!(self.stdout, "{}", safe.join("\t"));
        self.written(written)
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
        let written = writeln!(self.stdout, "{text}");
        self.written(written)
    }

    /// Text of our own, as it is.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn text(&mut self, text: &str) -> Result<(), Stop> {
        let written = self.stdout.write_all(text.as_bytes());
        self.written(written)
    }

    /// A file for another program. On a terminal its text is made safe.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn bytes(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        if io::stdout().is_terminal() {
            return String::from_utf8_lossy(bytes).lines().try_for_each(|line| self.line(line));
        }
        let written = self.stdout.write_all(bytes);
        self.written(written)
    }

    /// Everything printed so far is out.
    ///
    /// # Errors
    /// As [`Out::line`].
    pub fn flush(&mut self) -> Result<(), Stop> {
        let written = self.stdout.flush();
        self.written(written)
    }
}

/// A text between the codes of its look; air has none.
fn painted(text: &str, look: Look, theme: Theme) -> String {
    let style = match look {
        Look::Tone(tone) => theme.tone(tone),
        Look::Heading => theme.heading(),
    };
    if text.trim().is_empty() { text.to_owned() } else { paint(text, style) }
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

/// How far something is, on one line of standard error for somebody who sits before it and waits; nothing in a script.
#[derive(Debug)]
pub struct Progress {
    seen: bool,
    shown: Option<usize>,
}

impl Default for Progress {
    fn default() -> Self {
        Self { seen: io::stderr().is_terminal(), shown: None }
    }
}

impl Progress {
    /// Shows that so many of all are done; 0 of 0 when that is not known.
    pub fn show(&mut self, doing: &str, done: usize, all: usize) {
        // A hundred steps are enough to see that it goes on.
        let step = done.saturating_mul(100).checked_div(all).unwrap_or(0);
        if !self.seen || self.shown == Some(step) && done > 0 {
            return;
        }
        let words = if all == 0 { format!("{doing} ...") } else { format!("{doing} ... {step} %") };
        // Back to the beginning of the line, over what stood there; the words only grow.
        let _ = write!(io::stderr(), "\r{}", clean(&words));
        let _ = io::stderr().flush();
        self.shown = Some(step);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            let _ = writeln!(io::stderr());
        }
    }
}

/// Asks on the terminal; `None` when nobody sits there.
pub fn ask(question: &str) -> Option<bool> {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return None;
    }
    let _ = write!(io::stderr(), "{question} {} ", keeping::yes_or_no());
    let _ = io::stderr().flush();
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).ok()?;
    Some(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "ν" | "ναι"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed() -> Result<(), StoreError> {
        Err(StoreError::Damaged("closing failed".into()))
    }

    fn refused(kind: io::ErrorKind) -> io::Result<()> {
        Err(kind.into())
    }

    #[test]
    fn a_code_tells_whether_it_was_done() {
        use io::ErrorKind::{BrokenPipe, StorageFull};
        let code = |came: Result<(), Stop>| came.map_or_else(|stop| stop.code(), |()| 0);
        let mut prints = Out::default();
        assert_eq!(code(prints.written(refused(BrokenPipe))), 0);
        assert_eq!(code(prints.written(refused(StorageFull))), 1);
        assert_eq!(code(prints.aside(failed())), 1);
        let mut before = Out::default();
        before.will_do();
        assert_eq!(code(before.written(refused(BrokenPipe))), 1, "nothing was done");
        assert_eq!(code(before.written(refused(StorageFull))), 1);
        assert_eq!(code(before.aside(failed())), 1);
        before.done("the change is saved");
        assert!(before.written(refused(BrokenPipe)).is_ok() && !before.told);
        assert!(before.written(refused(StorageFull)).is_ok() && before.told);
        assert!(before.aside(failed()).is_ok() && before.aside(Ok(())).is_ok());
    }
}
