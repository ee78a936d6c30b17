//! All that is shown, and nothing that is not.

use super::browse::{Browse, Focus, Reading};
use super::command::Scope;
use super::form::{Draft, Form, Input};
use super::pages::HistoryLines;
use super::pane::Pane;
use super::saving::Saving;
use super::sheet::{Ctx, Tone};
use super::today::Agenda;
use super::{Ask, Capture, Command, Menu, Picker, Reader};
use crate::domain::{Book, Kind, Mint, Moment, Record, Ref};

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

/// What an answer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    Nothing,
    /// Writes down the next term of an agreement.
    Renew(Ref),
    /// Saves the topmost form with everything its date pushes.
    SavePushed,
    /// Puts a record and all that belongs to it into the bin.
    Delete(Ref),
    /// Takes what lies in the bin out of the book.
    EmptyBin,
    /// Closes the form and keeps what was written for the next time.
    KeepDraft,
    /// Closes the form and forgets what was written.
    DropDraft,
    /// Tries to save again.
    Retry,
    /// Writes what could not be saved to a file.
    WriteOut,
    /// Leaves although something is not saved.
    QuitUnsaved,
}

/// A line for the person, shown until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The words; may hold text from outside.
    pub words: String,
    /// What they mean.
    pub tone: Tone,
}

/// How far the book is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Loading {
    /// Records are still coming.
    #[default]
    Reading,
    /// Everything is there.
    Ready,
}

/// What was drawn where, as far as the state must know to page and to scroll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Rows of the list that have room.
    pub list_rows: u16,
    /// The first row of the list shown.
    pub list_top: usize,
    /// Lines of the record that have room.
    pub sheet_rows: u16,
    /// The first line of the record shown.
    pub sheet_top: usize,
    /// Rows of the topmost layer that have room.
    pub layer_rows: u16,
    /// The first row of the topmost layer shown.
    pub layer_top: usize,
    /// Columns that the text of a form has.
    pub text_width: u16,
    /// Where a record stands beside the list: column, row, columns, rows.
    pub beside: Option<[u16; 4]>,
}

/// All that is shown.
#[derive(Clone, Debug)]
pub struct Model {
    /// Every record.
    pub book: Book,
    /// The moment of the last message.
    pub now: Moment,
    /// Makes ids.
    pub mint: Mint,
    /// What needs the manager now; brought up to date before it is shown.
    pub agenda: Agenda,
    /// Records that were changed since.
    pub touched: Vec<Ref>,
    /// How far the book is read.
    pub loading: Loading,
    /// The pane that is open.
    pub pane: Pane,
    /// The panes, in the order of [`Pane::ALL`].
    pub panes: Vec<Browse>,
    /// What lies over the pane; the last one has the keys.
    pub layers: Vec<Layer>,
    /// A line for the person.
    pub notice: Option<Notice>,
    /// Changes on their way to the medium.
    pub saving: Saving,
    /// How many times something is being taken back or done again; until the answer nothing else is changed.
    pub moving: usize,
    /// What `undo` would take back, in words.
    pub undo: Option<String>,
    /// What `redo` would do again, in words.
    pub redo: Option<String>,
    /// Why nothing can be written, when it is so.
    pub read_only: Option<String>,
    /// A line that was being captured when it was left.
    pub captured: String,
    /// Text of forms that were left.
    pub drafts: Vec<Draft>,
    /// What the journal on disk has on one record.
    pub history: Option<(Ref, HistoryLines)>,
    /// The record whose history was asked for.
    pub history_asked: Option<Ref>,
    /// What the last frame told.
    pub drawn: Drawn,
    /// The person wants to leave as soon as everything is saved.
    pub leaving: bool,
    /// The program ends.
    pub quitting: bool,
}

impl Model {
    /// An empty desk at a moment; `seed` keeps its ids apart from those of every other run.
    pub fn new(now: Moment, seed: [u8; 16]) -> Self {
        Self {
            book: Book::default(),
            now,
            mint: Mint::new(seed),
            agenda: Agenda::default(),
            touched: vec![],
            loading: Loading::default(),
            pane: Pane::default(),
            panes: Pane::ALL.into_iter().map(Browse::of).collect(),
            layers: vec![],
            notice: None,
            saving: Saving::default(),
            moving: 0,
            undo: None,
            redo: None,
            read_only: None,
            captured: String::new(),
            drafts: vec![],
            history: None,
            history_asked: None,
            drawn: Drawn::default(),
            leaving: false,
            quitting: false,
        }
    }

    /// What lists and sheets are read from.
    pub fn ctx(&self) -> Ctx<'_> {
        Ctx { book: &self.book, now: self.now, agenda: &self.agenda }
    }

    /// The open pane.
    pub fn browse(&self) -> &Browse {
        &self.panes[self.pane as usize]
    }

    /// The open pane, to be changed.
    pub fn browse_mut(&mut self) -> &mut Browse {
        &mut self.panes[self.pane as usize]
    }

    /// Who has the keys: the scopes that are open now, innermost first; one of [`TOGETHER`].
    pub fn scopes(&self) -> &'static [Scope] {
        match self.layers.last() {
            Some(Layer::Ask(_)) => ASK,
            Some(Layer::Menu(_)) => MENU,
            Some(Layer::Picker(_)) => PICKER,
            Some(Layer::Reader(_)) => READER,
            Some(Layer::Capture(c)) if c.offers.is_empty() => CAPTURE,
            Some(Layer::Capture(_)) => CAPTURE_NAMES,
            Some(Layer::Form(form)) => form_scopes(form),
            None if self.browse().filtering => FILTER,
            Some(Layer::Card(_)) | None => DESK,
        }
    }

    /// The scopes that would be open if the menu were not.
    pub fn scopes_below_menu(&self) -> &'static [Scope] {
        match self.layers.iter().rev().find(|l| !matches!(l, Layer::Menu(_))) {
            Some(Layer::Form(form)) => form_scopes(form),
            _ => DESK,
        }
    }

    /// What a command would work on, in a word: "client", "task".
    pub fn object_of(&self, command: Command) -> Option<&'static str> {
        match command {
            Command::Edit => self.subject().map(|s| s.kind.name()),
            Command::Add => Some(self.adds().name()),
            _ => None,
        }
    }

    /// Whether letters are text now.
    pub fn is_typing(&self) -> bool {
        self.scopes().iter().any(|s| s.is_typing())
    }

    /// The record that is read: the topmost card, or the one beside the list.
    pub fn reading(&self) -> &Reading {
        let card =
            self.layers.iter().rev().find_map(|l| if let Layer::Card(r) = l { Some(&**r) } else { None });
        card.unwrap_or(&self.browse().reading)
    }

    /// The record that is read, to be changed.
    pub fn reading_mut(&mut self) -> &mut Reading {
        let at = self.layers.iter().rposition(|l| matches!(l, Layer::Card(_)));
        match at.map(|i| &mut self.layers[i]) {
            Some(Layer::Card(reading)) => reading,
            _ => &mut self.panes[self.pane as usize].reading,
        }
    }

    /// Whether a card lies over the pane.
    pub fn has_card(&self) -> bool {
        self.layers.iter().any(|l| matches!(l, Layer::Card(_)))
    }

    /// Whether the keys move in a record rather than in a list.
    pub fn is_reading(&self) -> bool {
        self.has_card() || self.browse().focus == Focus::Record
    }

    /// The record that commands work on: the marked row of the record that is read, the record itself, or the chosen
    /// row of the list.
    pub fn subject(&self) -> Option<Ref> {
        let id = if self.is_reading() {
            self.reading().target().or(self.reading().of)
        } else {
            self.browse().chosen
        };
        id.filter(|id| self.book.get(*id).is_some())
    }

    /// What is around the subject, the nearest first.
    pub fn context(&self) -> Vec<Ref> {
        let mut out: Vec<Ref> = vec![];
        if self.is_reading() {
            out.extend(self.reading().target());
        }
        let cards = self.layers.iter().rev().filter_map(|l| if let Layer::Card(r) = l { r.of } else { None });
        out.extend(cards);
        out.extend(self.browse().chosen);
        out
    }

    /// What `add` writes down here.
    pub fn adds(&self) -> Kind {
        let page = self.reading().page().filter(|_| self.is_reading());
        page.and_then(|p| p.adds).unwrap_or(if self.has_card() { Kind::Task } else { self.pane.spec().adds })
    }

    /// The project around the subject.
    pub fn project(&self) -> Option<Ref> {
        self.context().into_iter().find_map(|id| match self.book.get(id)? {
            Record::Project(p) => Some(p.id.into()),
            Record::Milestone(m) => m.project.0.map(Ref::from),
            Record::Member(m) => m.project.0.map(Ref::from),
            Record::Task(t) => t.project.0.map(Ref::from),
            _ => None,
        })
    }
}

const ASK: &[Scope] = &[Scope::Ask];
const MENU: &[Scope] = &[Scope::Menu, Scope::Text];
const PICKER: &[Scope] = &[Scope::Picker, Scope::Text];
const READER: &[Scope] = &[Scope::Reader];
const CAPTURE: &[Scope] = &[Scope::Capture, Scope::Text];
const CAPTURE_NAMES: &[Scope] = &[Scope::Names, Scope::Capture, Scope::Text];
const FILTER: &[Scope] = &[Scope::Filter, Scope::Text];
const FORM: &[Scope] = &[Scope::Form, Scope::Text];
const FORM_SUGGEST: &[Scope] = &[Scope::Suggest, Scope::Form, Scope::Text];
const FORM_LONG: &[Scope] = &[Scope::Long, Scope::Form, Scope::Text];
const FORM_CHOICE: &[Scope] = &[Scope::Choice, Scope::Form, Scope::Text];
/// The keys of a record and a list.
const DESK: &[Scope] = &[Scope::Desk, Scope::Move, Scope::Global];

/// Which scopes have the keys at the same time: every list that [`Model::scopes`] gives, innermost first.
pub const TOGETHER: &[&[Scope]] = &[
    ASK,
    MENU,
    PICKER,
    READER,
    CAPTURE,
    CAPTURE_NAMES,
    FILTER,
    FORM,
    FORM_SUGGEST,
    FORM_LONG,
    FORM_CHOICE,
    DESK,
];

fn form_scopes(form: &Form) -> &'static [Scope] {
    let Some(entry) = form.entry() else { return FORM };
    match &entry.input {
        Input::Picks(..) if !entry.offers.is_empty() => FORM_SUGGEST,
        Input::Long(_) => FORM_LONG,
        Input::Choice(..) => FORM_CHOICE,
        _ => FORM,
    }
}
