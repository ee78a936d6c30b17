//! What lists and pages are read from.

use super::agenda::Agenda;
use crate::domain::{Book, Moment, Record, Ref};
use chrono::NaiveDate;

/// What stands behind the name of a record that lies in the bin.
const IN_BIN: &str = " (in the bin)";

/// What a document or a column is read from.
#[derive(Clone, Copy, Debug)]
pub struct Ctx<'a> {
    /// Every record.
    pub book: &'a Book,
    /// The moment it is read at.
    pub now: Moment,
    /// What needs the manager now.
    pub agenda: &'a Agenda,
}

impl<'a> Ctx<'a> {
    /// The calendar day it is read on.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The name of a record; told when it lies in the bin.
    pub fn name(&self, id: impl Into<Ref>) -> String {
        let id = id.into();
        let gone = self.book.get_with_deleted(id).is_some_and(Record::is_gone);
        if gone { format!("{}{IN_BIN}", self.book.title(id)) } else { self.book.title(id) }
    }

    /// A record that is not in the bin.
    pub fn get(&self, id: impl Into<Ref>) -> Option<&'a Record> {
        self.book.get(id)
    }
}
