//! What can have the keys: the layers over the desk, and the open pane. Each knows its keys, takes the commands that are
//! common to all and its own, and answers with what it wants done with the rest of the desk.

use super::browse::Reading;
use super::command::{Command, Common, Keys};
use super::sheet::{Ctx, Tone};
use super::textbox::TextBox;
use super::{Ask, Capture, Drawn, Effect, Form, Menu, Pick, Picker, Reader, Then};
use crate::domain::Ref;

/// Something that can have the keys.
pub trait Keyed {
    /// Which keys it has now.
    fn keys(&self) -> Keys;

    /// Does what means the same everywhere.
    fn common(&mut self, command: Common, here: Here<'_>) -> Reply;

    /// The text that has the cursor, when there is one.
    fn text_mut(&mut self) -> Option<&mut TextBox> {
        None
    }

    /// Changes the text that has the cursor, and looks again for what it finds.
    fn edit(&mut self, _: Edit<'_>, _: Here<'_>) -> Reply {
        Reply::Done
    }

    /// Takes a text back that the person wrote elsewhere.
    fn written(&mut self, _: String, _: Here<'_>) -> Reply {
        Reply::Done
    }

    /// Keeps which row was drawn first.
    fn drawn(&mut self, _: usize) {}
}

/// What all of them are asked with: what is known, and where things were drawn.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// What is known.
    pub ctx: Ctx<'a>,
    /// What the last frame told.
    pub drawn: Drawn,
}

impl Here<'_> {
    /// The rows of a page of a layer.
    pub fn page(self) -> isize {
        page_of(self.drawn.layer_rows)
    }
}

/// How far a page goes where so many rows have room: one stays in sight.
pub fn page_of(rows: u16) -> isize {
    isize::try_from(rows.max(2)).unwrap_or(2) - 1
}

/// A change to a text.
#[derive(Clone, Copy, Debug)]
pub enum Edit<'a> {
    /// This was typed or pasted.
    Insert(&'a str),
    /// Something before or behind the cursor is taken away.
    Erase(fn(&mut TextBox)),
}

impl Edit<'_> {
    /// Makes the change; line ends are kept when the text has `lines`.
    pub fn apply(self, text: &mut TextBox, lines: bool) {
        match self {
            Edit::Insert(piece) => text.insert(piece, lines),
            Edit::Erase(erase) => erase(text),
        }
    }
}

/// What it wants done with the rest of the desk.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Nothing more.
    Done,
    /// It is closed.
    Close,
    /// Something is said.
    Say(Tone, &'static str),
    /// A record is opened on a card.
    Open(Ref),
    /// It is closed, and this is done.
    Answer(Then),
    /// It is closed, and this is done with what was chosen.
    Take(Pick),
    /// It is closed, and this is run.
    Run(Command),
    /// The world is asked for something.
    Ask(Effect),
    /// The text is taken elsewhere, which is logged when it is a reminder.
    Send(Effect),
    /// The commands that fit what is typed are looked for.
    FindCommands,
    /// What is written in the form is kept, so that a crash does not lose it.
    KeepDraft,
    /// The form is saved.
    SaveForm,
    /// The form is left.
    LeaveForm,
    /// What the keys do here is shown.
    Help,
    /// What the line came to is kept.
    KeepLine,
    /// What the line came to is corrected in forms.
    CorrectLine,
    /// The line is left, for the next time.
    LeaveLine,
}

/// Something laid over the desk; the last one has the keys.
#[derive(Clone, Debug)]
pub enum Layer {
    /// A record on the whole screen.
    Card(Box<Reading>),
    /// A record being written.
    Form(Box<Form>),
    /// One of many being chosen by typing.
    Picker(Picker),
    /// A line being captured.
    Capture(Capture),
    /// A text to be read and taken elsewhere.
    Reader(Box<Reader>),
    /// Every command.
    Menu(Menu),
    /// A question.
    Ask(Ask),
}

impl Layer {
    /// The layer as something that can have the keys.
    pub fn keyed(&self) -> &dyn Keyed {
        match self {
            Self::Card(reading) => &**reading,
            Self::Form(form) => &**form,
            Self::Picker(picker) => picker,
            Self::Capture(capture) => capture,
            Self::Reader(reader) => &**reader,
            Self::Menu(menu) => menu,
            Self::Ask(ask) => ask,
        }
    }

    /// The layer as something that can have the keys, to be asked.
    pub fn keyed_mut(&mut self) -> &mut dyn Keyed {
        match self {
            Self::Card(reading) => &mut **reading,
            Self::Form(form) => &mut **form,
            Self::Picker(picker) => picker,
            Self::Capture(capture) => capture,
            Self::Reader(reader) => &mut **reader,
            Self::Menu(menu) => menu,
            Self::Ask(ask) => ask,
        }
    }
}
