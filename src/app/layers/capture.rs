//! Capture: one line, read while it is typed, kept with one key.

use crate::app::Tone;
use crate::app::command::{CaptureCommand, Common, Keys};
use crate::app::ctx::Ctx;
use crate::app::keyed::{Edit, Here, Keyed, Reply, stepped};
use crate::app::textbox::TextBox;
use crate::domain::capture::{self, Completion, Place, Reading, What};
use crate::words;
use crate::words::capture::{Sayer, becomes, kind_of};
use std::ops::Range;

/// The line being typed.
#[derive(Clone, Debug, Default)]
pub struct Capture {
    /// The line.
    pub typed: TextBox,
    /// Where one stood when it was begun.
    pub place: Place,
    /// The first doubt was asked about, and the line was not changed since.
    pub asked: bool,
    /// Names that the word under the cursor may become.
    pub offers: Vec<Completion>,
    /// Which of them is marked.
    pub at: usize,
}

/// A line in words, as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Understood {
    /// What the line takes from where one stands: "at Aegean Foods"; empty for nothing.
    pub here: String,
    /// What it becomes.
    pub becomes: String,
    /// The title.
    pub title: String,
    /// What was understood, and what it is in a word where it does not say so itself.
    pub parts: Vec<(&'static str, String, Tone)>,
    /// What is doubtful, each in a sentence.
    pub doubts: Vec<String>,
    /// Where the words stand that were understood, and whether something about them is doubtful.
    pub spans: Vec<(Range<usize>, bool)>,
    /// Where the words stand that the first doubt is about.
    pub doubtful: Option<Range<usize>>,
}

/// The most names offered; the reading below needs the room.
const MOST: usize = 5;

impl Capture {
    /// A line that was begun before, written at a place.
    pub fn of(line: &str, place: Place) -> Self {
        Self { typed: TextBox::of(line), place, ..Self::default() }
    }

    /// What the line is understood as now.
    pub fn reading(&self, ctx: Ctx<'_>) -> Reading {
        capture::read_at(self.typed.text(), ctx.book, ctx.now, self.place)
    }

    /// The same in words.
    pub fn understood(&self, ctx: Ctx<'_>) -> Understood {
        let (reading, today) = (self.reading(ctx), ctx.now.date());
        let sayer = Sayer { line: self.typed.text(), book: ctx.book, today };
        let tone = |doubt: bool| if doubt { Tone::Warning } else { Tone::Plain };
        let plain = reading.parts.iter().filter(|part| !part.what.is_silent());
        let plain = plain.map(|p| (kind_of(&p.what), sayer.what(&p.what), tone(p.doubt.is_some())));
        let placed = reading.placed.iter().map(|what| (kind_of(what), sayer.placed(what), Tone::Muted));
        Understood {
            here: reading.placed.first().map(|what| here(ctx, what)).unwrap_or_default(),
            becomes: becomes(&reading),
            parts: plain.chain(placed).collect(),
            spans: reading.parts.iter().map(|p| (p.range.clone(), p.doubt.is_some())).collect(),
            doubts: reading.doubts.iter().map(|doubt| sayer.doubt(doubt)).collect(),
            doubtful: reading.doubtful(),
            title: reading.title,
        }
    }

    /// The names that the word under the cursor may become.
    pub fn offered(&self, ctx: Ctx<'_>) -> Vec<String> {
        self.offers.iter().map(|offer| words::full_name(ctx.book, offer.names)).collect()
    }

    /// Looks for names after a letter was typed or taken away.
    pub fn refresh(&mut self, ctx: Ctx<'_>) {
        self.at = 0;
        self.asked = false;
        self.offers = capture::complete(self.typed.text(), self.typed.cursor(), ctx.book, self.place);
        self.offers.truncate(MOST);
    }

    /// Moves the mark among the names.
    pub fn step(&mut self, by: isize) {
        self.at = stepped(self.at, by, self.offers.len());
    }

    /// Puts the marked name in the place of what was typed of it.
    pub fn take(&mut self) {
        let Some(offer) = self.offers.get(self.at) else { return };
        let line = self.typed.text();
        let (Some(before), Some(after)) = (line.get(..offer.range.start), line.get(offer.range.end..)) else {
            return;
        };
        let mut typed = TextBox::of(format!("{before}{}", offer.insert));
        if !offer.insert.ends_with(' ') && !after.starts_with(' ') {
            typed.insert(" ", false);
        }
        let cursor = typed.text().len();
        let whole = format!("{}{after}", typed.text());
        self.typed = TextBox::of(whole);
        self.typed.put_cursor(cursor);
        self.offers.clear();
        self.asked = false;
    }

    /// Whether what is doubtful must be asked about before it is kept; what was asked once is answered by the second key.
    pub fn asks(&mut self, reading: &Reading) -> bool {
        let asks = !self.asked && !reading.doubts.is_empty();
        if asks {
            self.asked = true;
            self.offers.clear();
        }
        asks
    }

    /// Does what only a line that is captured can be asked to do.
    pub fn run(command: CaptureCommand) -> Reply {
        match command {
            CaptureCommand::Keep => Reply::KeepLine,
            CaptureCommand::Correct => Reply::CorrectLine,
        }
    }
}

/// "at Aegean Foods", "with Maria Papadaki".
fn here(ctx: Ctx<'_>, what: &What) -> String {
    let said: fn(&str) -> String = match what {
        What::Contact(_) => words::boxes::with,
        What::Project(_) => words::boxes::within,
        What::Department(_) | What::Colleague(_) => words::boxes::to,
        _ => words::boxes::at,
    };
    what.named().map(|id| said(&ctx.name(id))).unwrap_or_default()
}

impl Keyed for Capture {
    fn keys(&self) -> Keys {
        if self.offers.is_empty() { Keys::Capture } else { Keys::Names }
    }

    fn common(&mut self, command: Common, _: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => self.step(command.rows(1)),
            Common::Take => self.take(),
            Common::Back => return Reply::LeaveLine,
        }
        Reply::Done
    }

    fn text_mut(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.typed)
    }

    fn edit(&mut self, edit: Edit<'_>, here: Here<'_>) -> Reply {
        let before = self.typed.text().len();
        edit.apply(&mut self.typed, false);
        // What stands before the first letter is the place: nothing else was there to be taken away.
        if matches!(edit, Edit::Erase(_)) && self.typed.cursor() == 0 && self.typed.text().len() == before {
            self.place = Place::default();
        }
        self.refresh(here.ctx);
        Reply::Done
    }
}
