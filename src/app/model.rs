//! All that is shown, and nothing that is not: what is known, what is looked at, and this run of the program.

use crate::app::ctx::Ctx;
use crate::app::data::Data;
use crate::app::screen::Screen;
use crate::app::session::Session;
use crate::app::{Command, DeskCommand, Layer, Tone};
use crate::domain::{Kind, Moment, Record, Ref};
use crate::words;

/// All that is shown.
#[derive(Clone, Debug)]
pub struct Model {
    /// What is known.
    pub data: Data,
    /// What is looked at.
    pub screen: Screen,
    /// This run of the program.
    pub session: Session,
}

impl Model {
    /// An empty desk at a moment; `seed` keeps its ids apart from those of every other run.
    pub fn new(now: Moment, seed: [u8; 16]) -> Self {
        Self { data: Data::new(now), screen: Screen::default(), session: Session::new(seed) }
    }

    /// What lists and sheets are read from.
    pub fn ctx(&self) -> Ctx<'_> {
        self.data.ctx()
    }

    /// Says a line to the person.
    pub(in crate::app) fn say(&mut self, tone: Tone, words: impl Into<String>) {
        self.session.say(tone, words);
    }

    /// Everything shown is read afresh before the next frame.
    pub(in crate::app) fn touch(&mut self) {
        self.screen.forget();
        self.data.history = None;
        self.session.history_asked = None;
    }

    /// What the keys work on now, in words: the record with its kind, or the list.
    pub fn place(&self) -> String {
        match self.subject() {
            Some(id) => format!("{} · {}", self.data.book.title(id), words::kind(id.kind)),
            None => self.screen.pane.title().to_owned(),
        }
    }

    /// The way to the card that is open: the pane, its record, and the cards below.
    pub fn trail(&self) -> Vec<String> {
        let pane = self.screen.pane.title().to_owned();
        let cards =
            self.screen.layers.iter().filter_map(|l| if let Layer::Card(card) = l { card.of } else { None });
        let mut way: Vec<Ref> = self.screen.browse().record().into_iter().chain(cards).collect();
        way.pop();
        std::iter::once(pane).chain(way.into_iter().map(|id| self.data.book.title(id))).collect()
    }

    /// What the window of the terminal is called: the pane, or the record of the card that is open.
    pub fn window_title(&self) -> String {
        let card = self
            .screen
            .layers
            .iter()
            .rev()
            .find_map(|l| if let Layer::Card(card) = l { card.of } else { None });
        let place = card.map_or(self.screen.pane.title().to_owned(), |id| self.data.book.title(id));
        format!("{place} · Syndeo")
    }

    /// What a command would work on.
    pub fn object_of(&self, command: Command) -> Option<Kind> {
        match command {
            Command::Desk(DeskCommand::Edit) => self.subject().map(|s| s.kind),
            Command::Desk(DeskCommand::Add) => Some(self.screen.adds()),
            _ => None,
        }
    }

    /// The record that commands work on: the marked row of the record that is read, the record itself, or the chosen
    /// row of the list.
    pub fn subject(&self) -> Option<Ref> {
        let id = if self.screen.is_reading() {
            self.screen.detail().target().or(self.screen.detail().of)
        } else {
            self.screen.browse().record()
        };
        id.filter(|id| self.data.book.get(*id).is_some())
    }

    /// The subject as it stands in the book.
    pub(in crate::app) fn subject_record(&self) -> Option<&Record> {
        self.data.book.get(self.subject()?)
    }

    /// The project around the subject.
    pub fn project(&self) -> Option<Ref> {
        self.screen.context().into_iter().find_map(|id| match self.data.book.get(id)? {
            Record::Project(p) => Some(p.id.into()),
            Record::Milestone(m) => m.project.0.map(Ref::from),
            Record::Member(m) => m.project.0.map(Ref::from),
            Record::Task(t) => t.project.0.map(Ref::from),
            _ => None,
        })
    }
}
