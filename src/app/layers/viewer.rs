//! A text to be read, and taken elsewhere: a brief before a call, a reminder with all that is outstanding.

use crate::app::command::{Common, Keys, ViewerCommand};
use crate::app::keyed::{Here, Keyed, Reply};
use crate::app::message::Effect;
use crate::app::reporting::OpenReport;
use crate::domain::Ref;
use crate::domain::brief::{Message, mailto};
use crate::domain::text::clean;
use crate::words;

/// Bytes of an address that mail programs still take whole.
const LONGEST: usize = 8_000;

/// A text on the whole screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewer {
    /// What it is.
    pub title: String,
    /// The text, as Markdown: what is copied, written and shown.
    pub text: String,
    /// The name a file of it gets, without a folder.
    pub file: String,
    /// To whom it goes, when it is a message: its heading is the subject then. May be empty.
    pub to: Option<String>,
    /// The report it is, when it is one: text of lines then, empty as long as it is being written.
    pub report: Option<OpenReport>,
    /// What the person is reminded of, so that taking the message elsewhere is logged.
    pub about: Vec<Ref>,
    /// The first line shown; kept within bounds when drawn.
    pub top: usize,
}

impl Viewer {
    /// The address that opens it in the mail program, when it is a message.
    pub fn mailto(&self) -> Option<String> {
        let to = self.to.clone()?;
        let text = self.text.trim_start();
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        if self.report.is_some() {
            let body = if self.is_too_long() { words::reports::paste_here() } else { text };
            return Some(mailto(&Message { to, subject: first.trim().to_owned(), body: body.to_owned() }));
        }
        // A text whose heading was taken out is all message.
        let (subject, body) = first.strip_prefix('#').map_or(("", text), |heading| (heading, rest));
        let subject = subject.trim_start_matches('#').trim().to_owned();
        Some(mailto(&Message { to, subject, body: body.trim_start_matches('\n').to_owned() }))
    }

    /// Whether an address cannot hold it: every sign of it that is no letter of English takes three and more there.
    pub fn is_too_long(&self) -> bool {
        let plain = |b: u8| if b.is_ascii_alphanumeric() { 1 } else { 3 };
        self.text.bytes().map(plain).sum::<usize>() > LONGEST
    }

    /// Moves the text.
    pub fn step(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
    }

    /// Does what only a text that is read can be asked to do.
    pub fn run(&self, command: ViewerCommand) -> Reply {
        // What is being written yet can be taken nowhere.
        if self.text.is_empty() && self.report.is_some() && command != ViewerCommand::Language {
            return Reply::Done;
        }
        match command {
            ViewerCommand::File if self.report.is_some() => Reply::AskWriteReport,
            ViewerCommand::Mail if self.report.is_some() => Reply::MailReport,
            ViewerCommand::Sent => Reply::ReportSent,
            ViewerCommand::Language => Reply::TurnLanguage,
            ViewerCommand::Copy => Reply::Send(Effect::Copy(self.text.clone())),
            ViewerCommand::File => {
                Reply::Send(Effect::WriteFile { name: self.file.clone(), text: self.text.clone() })
            }
            ViewerCommand::Mail => {
                self.mailto().map_or(Reply::Done, |address| Reply::Send(Effect::Open(address)))
            }
            // Nothing is taken elsewhere yet: the text comes back here.
            ViewerCommand::Edit => Reply::Effect(Effect::Editor(self.text.clone())),
        }
    }
}

impl Keyed for Viewer {
    fn keys(&self) -> Keys {
        Keys::Viewer
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.step(command.rows(here.page()));
            }
            // A text has nothing to mark.
            Common::Take => {}
            Common::Back => return Reply::Close,
        }
        Reply::Done
    }

    fn written(&mut self, text: String, here: Here<'_>) -> Reply {
        // Nobody is reminded of what was taken out.
        let names = |id: &Ref| text.contains(clean(&here.ctx.book.title(*id)).as_ref());
        self.about.retain(names);
        (self.text, self.top) = (text, 0);
        if let Some(report) = &mut self.report {
            report.changed = true;
        }
        Reply::Done
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}
