//! What was promised, and what became of it.

use super::days;
use super::waiting::is_under_way;
use crate::domain::{Book, Record, RequestStatus};
use chrono::NaiveDate;

/// A day the client was promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The promised day.
    pub promised: NaiveDate,
    /// The day it was done.
    pub done: Option<NaiveDate>,
}

/// How a promise stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Done by the promised day.
    Kept,
    /// Done so many days after it, or still open after it.
    Broken(i64),
}

impl Promise {
    /// The promise of a request, milestone or project; `None` where nothing was promised, for what was declined, and for
    /// work that does not go on and was never done.
    pub fn of(book: &Book, record: &Record) -> Option<Self> {
        let (promised, done, counts) = match record {
            Record::Request(r) if r.status == RequestStatus::Declined => return None,
            // Told without a day on which it was done: it was done by then.
            Record::Request(r) => (r.promised?, r.done_on.or(r.told_on), r.status.is_open()),
            Record::Project(p) => (p.promised?, p.done_on, is_under_way(book, Some(p.id))),
            Record::Milestone(m) => (m.promised?, m.done_on, is_under_way(book, m.project.0)),
            _ => return None,
        };
        (counts || done.is_some()).then_some(Self { promised, done })
    }

    /// How it stood on a day; `None` while there was time. What was done later was not done yet.
    pub fn stood(&self, day: NaiveDate) -> Option<Kept> {
        match self.done.filter(|d| *d <= day) {
            Some(done) if done <= self.promised => Some(Kept::Kept),
            Some(done) => Some(Kept::Broken(days(self.promised, done))),
            None if self.promised < day => Some(Kept::Broken(days(self.promised, day))),
            None => None,
        }
    }
}
