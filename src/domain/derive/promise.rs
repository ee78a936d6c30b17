//! What was promised, and what became of it. A promise is judged by the first day the client was given, wherever it was
//! moved since.

use super::days;
use super::waiting::is_under_way;
use crate::domain::{
    Book, ClientId, Contact, Kind, Member, Part, PromisedDay, Record, Ref, Request, RequestStatus,
};
use chrono::NaiveDate;

/// What the client was promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The first promised day: the one it is judged by.
    pub first: NaiveDate,
    /// The day as it stands, or as it stood when it was taken back.
    pub promised: NaiveDate,
    /// The day it was done.
    pub done: Option<NaiveDate>,
    /// The day it was taken back, when it was.
    pub withdrawn: Option<NaiveDate>,
}

/// How a promise stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Done by the first promised day.
    Kept,
    /// Done so many days after it, or still open after it.
    Broken(i64),
}

impl Promise {
    /// The promise of a request, milestone or project; `None` where nothing was promised, for what was declined, and for
    /// work that does not go on and was never done.
    pub fn of(book: &Book, record: &Record) -> Option<Self> {
        let (days, now, done, counts) = match record {
            Record::Request(r) if r.status == RequestStatus::Declined => return None,
            // Told without a day on which it was done: it was done by then.
            Record::Request(r) => (&r.promises, r.promised, r.done_on.or(r.told_on), r.status.is_open()),
            Record::Project(p) => (&p.promises, p.promised, p.done_on, is_under_way(book, Some(p.id))),
            Record::Milestone(m) => (&m.promises, m.promised, m.done_on, is_under_way(book, m.project.0)),
            _ => return None,
        };
        let each = || days.iter().map(|p| p.day).chain(now.filter(|_| days.is_empty()).map(Some));
        let (first, promised) = (each().flatten().next()?, each().flatten().last()?);
        let withdrawn = days.last().filter(|last| last.day.is_none()).map(|last| last.since.date());
        (counts || done.is_some()).then_some(Self { first, promised, done, withdrawn })
    }

    /// How it stood on a day; `None` while there was time, and when it was taken back in time. What was done later was
    /// not done yet.
    pub fn stood(&self, day: NaiveDate) -> Option<Kept> {
        let done = self.done.filter(|d| *d <= day);
        if done.is_some_and(|done| done <= self.first) {
            return Some(Kept::Kept);
        }
        let until = self.settled(day).unwrap_or(day);
        (self.first < until).then(|| Kept::Broken(days(self.first, until)))
    }

    /// The day up to `day` on which it was done or taken back, whichever came first.
    fn settled(&self, day: NaiveDate) -> Option<NaiveDate> {
        [self.done, self.withdrawn].into_iter().flatten().filter(|d| *d <= day).min()
    }

    /// How it stood on a day, as far as it counts for the `within` days up to then: what was settled before is of no
    /// account.
    pub fn stood_within(&self, day: NaiveDate, within: i64) -> Option<Kept> {
        if self.settled(day).is_some_and(|on| days(on, day) > within) { None } else { self.stood(day) }
    }
}

/// How many promises were kept of those that came due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// Kept by the first promised day.
    pub kept: usize,
    /// All of them.
    pub all: usize,
}

/// The days over which rates are told.
pub const SPANS: [i64; 2] = [180, 365];

/// Everything that was promised to a client, that a department carries out, that a person carries out: requests by whom
/// they were routed to, milestones and projects by who is responsible or accountable in the team.
pub fn promises_around(book: &Book, id: Ref) -> Vec<(&Record, Promise)> {
    let mut found: Vec<&Record> = match id.kind {
        Kind::Client => promised_to(book, ClientId(id.id)),
        Kind::Project => of_project(book, id),
        Kind::Contact => carried_out_by(book, id),
        Kind::Department => {
            let people = book.backlinks(id, Kind::Contact).filter_map(Contact::of);
            let theirs = people.flat_map(|c| carried_out_by(book, c.id.into()));
            book.backlinks(id, Kind::Request).chain(theirs).collect()
        }
        _ => vec![],
    };
    found.sort_by_key(|record| record.id());
    found.dedup_by_key(|record| record.id());
    found.into_iter().filter_map(|record| Some((record, Promise::of(book, record)?))).collect()
}

/// The requests, projects and milestones of a client, promised or not.
pub(super) fn promised_to(book: &Book, client: ClientId) -> Vec<&Record> {
    let projects = book.backlinks(client, Kind::Project).flat_map(|p| of_project(book, p.id()));
    book.backlinks(client, Kind::Request).chain(projects).collect()
}

fn of_project(book: &Book, id: Ref) -> Vec<&Record> {
    book.get(id).into_iter().chain(book.backlinks(id, Kind::Milestone)).collect()
}

fn carried_out_by(book: &Book, id: Ref) -> Vec<&Record> {
    let routed = |r: &&Record| Request::of(r).is_some_and(|r| r.contact.0.map(Ref::from) == Some(id));
    let answers = |m: &&Member| {
        m.contact.0.map(Ref::from) == Some(id) && matches!(m.part, Part::Responsible | Part::Accountable)
    };
    let parts = book.backlinks(id, Kind::Member).filter_map(Member::of).filter(answers);
    let projects = parts.filter_map(|m| m.project.0).flat_map(|p| of_project(book, p.into()));
    book.backlinks(id, Kind::Request).filter(routed).chain(projects).collect()
}

impl Rate {
    /// Of these promises, those that came due within so many days.
    pub fn of(found: &[(&Record, Promise)], today: NaiveDate, within: i64) -> Self {
        let stood = found.iter().filter_map(|(_, promise)| promise.stood_within(today, within));
        stood.fold(Self::default(), |rate, stood| Self {
            kept: rate.kept + usize::from(stood == Kept::Kept),
            all: rate.all + 1,
        })
    }
}

/// The last move of an open promise that the client was not told of.
pub fn untold_move(book: &Book, record: &Record) -> Option<PromisedDay> {
    let open = match record {
        // What is done is told as a whole.
        Record::Request(r) => r.status.is_open() && r.status != RequestStatus::Done,
        Record::Project(p) => p.done_on.is_none() && is_under_way(book, Some(p.id)),
        Record::Milestone(m) => m.done_on.is_none() && is_under_way(book, m.project.0),
        _ => false,
    };
    if open { moved_untold(&record.promised_days()).cloned() } else { None }
}

/// The last of these days, when it is a move that the client was not told of.
pub fn moved_untold(all: &[PromisedDay]) -> Option<&PromisedDay> {
    all.last().filter(|last| all.len() > 1 && last.told.is_none())
}
