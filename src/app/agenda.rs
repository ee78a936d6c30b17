//! What needs the manager now, kept up to date while the book changes.

use crate::domain::derive::today::{Reason, Row, Today};
use crate::domain::{Book, ClientId, Moment, Ref};
use std::collections::HashMap;

/// The list, and where each record stands in it.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    list: Option<Today>,
    rows: Vec<Row>,
    at: HashMap<Ref, usize>,
    /// Where the most urgent row of each client stands.
    first_of: HashMap<ClientId, usize>,
}

impl Agenda {
    /// Brings the list up to date: only rules that read what was touched run again.
    pub fn refresh(&mut self, book: &Book, now: Moment, touched: &[Ref]) {
        let list = match self.list.take() {
            Some(list) => list.changed(book, now, touched),
            None => Today::of(book, now),
        };
        self.rows = list.all();
        self.at = self.rows.iter().enumerate().map(|(i, r)| (r.target, i)).collect();
        self.first_of =
            self.rows.iter().enumerate().rev().filter_map(|(i, r)| Some((r.client?, i))).collect();
        self.list = Some(list);
    }

    /// Forgets the list: all of it is made anew the next time.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// The records that need the manager, the most urgent first.
    pub fn targets(&self) -> impl Iterator<Item = Ref> + '_ {
        self.rows.iter().map(|r| r.target)
    }

    /// Whether somebody holds it for longer than they usually do, or past the day that was agreed.
    pub fn is_too_long(&self, id: Ref) -> bool {
        let is = |reason: &Reason| matches!(reason, Reason::WaitTooLong | Reason::DayMissed);
        let too_long = |r: &Row| is(&r.reason) || r.also.iter().any(is);
        self.row(id).is_some_and(|(_, r)| too_long(r))
    }

    /// Where a record stands, and why; nothing when it does not need the manager.
    pub fn row(&self, id: Ref) -> Option<(usize, &Row)> {
        let at = *self.at.get(&id)?;
        self.rows.get(at).map(|r| (at, r))
    }

    /// Where the most urgent row of a client stands.
    pub fn first_of(&self, client: ClientId) -> Option<usize> {
        self.first_of.get(&client).copied()
    }
}
