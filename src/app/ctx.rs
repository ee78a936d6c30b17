//! What lists and pages are read from.

use super::agenda::Agenda;
use crate::domain::{Book, Moment, Record, Ref, week};
use crate::words;
use chrono::{NaiveDate, Weekday};

/// What a document or a column is read from.
#[derive(Clone, Copy, Debug)]
pub struct Ctx<'a> {
    /// Every record.
    pub book: &'a Book,
    /// The moment it is read at.
    pub now: Moment,
    /// What needs the manager now.
    pub agenda: &'a Agenda,
    /// The locale in which dates are read; may be empty.
    pub locale: &'a str,
}

impl<'a> Ctx<'a> {
    /// The calendar day it is read on.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The day on which weeks begin.
    pub fn week_start(&self) -> Weekday {
        week::first_day(self.book, self.locale)
    }

    /// The name of a record; told when it lies in the bin.
    pub fn name(&self, id: impl Into<Ref>) -> String {
        words::changes::name(self.book, id.into())
    }

    /// A record that is not in the bin.
    pub fn get(&self, id: impl Into<Ref>) -> Option<&'a Record> {
        self.book.get(id)
    }
}
