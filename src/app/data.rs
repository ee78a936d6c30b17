//! What is known: the records, the moment, and what was read of the disk.

use crate::app::agenda::Agenda;
use crate::app::ctx::Ctx;
use crate::app::keyed::{Drawn, Here};
use crate::app::pages::HistoryLines;
use crate::domain::{Book, Moment, Ref};
use std::sync::Arc;

/// How far the book is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Loading {
    /// Records are still coming.
    #[default]
    Reading,
    /// Everything is there.
    Ready,
}

/// What is known. Nothing here depends on what is looked at.
#[derive(Clone, Debug)]
pub struct Data {
    /// Every record; shared with who reads it beside the desk.
    pub book: Arc<Book>,
    /// The moment of the last message.
    pub now: Moment,
    /// What needs the manager now; brought up to date before it is shown.
    pub agenda: Agenda,
    /// Records that were changed since.
    pub touched: Vec<Ref>,
    /// How far the book is read.
    pub loading: Loading,
    /// The locale in which the person reads dates, as the environment has it; may be empty.
    pub locale: String,
    /// What the journal on disk has on one record.
    pub history: Option<(Ref, HistoryLines)>,
}

impl Data {
    /// Nothing yet, at a moment.
    pub fn new(now: Moment) -> Self {
        Self {
            book: Arc::default(),
            now,
            agenda: Agenda::default(),
            touched: vec![],
            loading: Loading::default(),
            locale: String::new(),
            history: None,
        }
    }

    /// Every record, to be changed. Whoever still reads it beside the desk goes on with what it was.
    pub fn book_mut(&mut self) -> &mut Book {
        Arc::make_mut(&mut self.book)
    }

    /// What somebody who has the keys is asked with.
    pub fn here(&self, drawn: Drawn) -> Here<'_> {
        Here { ctx: self.ctx(), drawn }
    }

    /// What lists and sheets are read from.
    pub fn ctx(&self) -> Ctx<'_> {
        Ctx { book: &self.book, now: self.now, agenda: &self.agenda, locale: &self.locale }
    }
}
