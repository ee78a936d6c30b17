//! What a row of Today is, and how urgent.

pub use crate::domain::Tone;

use super::reason::{Reason, Section};
use super::why::Why;
use crate::domain::derive::agreements::Alert;
use crate::domain::derive::client_of;
use crate::domain::derive::days;
use crate::domain::derive::index::Map;
use crate::domain::{
    Book, ClientId, ContactId, Kind, Moment, Priority, Project, Record, Ref, Request, RequestStatus, Task,
    Tier,
};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Days late beyond which time makes no difference.
const MOST_LATE: i64 = 30;
/// Days left beyond which time makes no difference: what is so far off must not stand above what is due today.
const MOST_LEFT: i64 = 60;
/// Points for a day.
const A_DAY: i64 = 3;

/// One thing that needs the manager now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What.
    pub target: Ref,
    /// Its short number, 0 when it has none.
    pub number: u32,
    /// For which client.
    pub client: Option<ClientId>,
    /// In which section.
    pub section: Section,
    /// Why it stands here: the weightiest reason of its section.
    pub reason: Reason,
    /// What else speaks for it.
    pub also: Vec<Reason>,
    /// All reasons with their facts, what presses first.
    pub why: Vec<Why>,
    /// How urgent.
    pub score: i64,
    /// The day it turns on.
    pub date: Option<NaiveDate>,
    /// How loud; the loudest of its reasons: plain, warning or alarm.
    pub tone: Tone,
    /// Who stands in for somebody who is away.
    pub stand_in: Option<ContactId>,
    /// Until which day it was put off; nothing of the facts changed.
    pub snoozed: Option<NaiveDate>,
}

/// Points for reason, days late (below 0: days left), tier and priority.
pub fn urgency(reason: Reason, late: i64, tier: Option<Tier>, priority: Priority) -> i64 {
    let tier = match tier {
        Some(Tier::A) => 40,
        Some(Tier::B) => 20,
        Some(Tier::C | Tier::Unsorted) | None => 0,
    };
    let priority = match priority {
        Priority::Urgent => 60,
        Priority::High => 30,
        Priority::Normal => 0,
        Priority::Low => -30,
    };
    reason.weight() + late.clamp(-MOST_LEFT, MOST_LATE) * A_DAY + tier + priority
}

/// Points for the last day for notice, instead of those for days.
pub(super) const fn notice_points(alert: Option<Alert>) -> i64 {
    let Some(alert) = alert else { return -120 };
    match alert {
        Alert::In180 => -120,
        Alert::In90 => 0,
        Alert::In60 => 30,
        Alert::In30 | Alert::Over => 60,
    }
}

/// What a row is about.
#[derive(Clone, Copy)]
pub(super) struct About {
    pub(super) target: Ref,
    pub(super) number: u32,
    pub(super) client: Option<ClientId>,
    pub(super) priority: Priority,
}

impl About {
    /// Something that bears no number and has no priority.
    pub(super) fn of(target: impl Into<Ref>, client: Option<ClientId>) -> Self {
        Self { target: target.into(), number: 0, client, priority: Priority::Normal }
    }

    /// A request; one that names no client is that of its project or of whoever asked.
    pub(super) fn request(book: &Book, request: &Request) -> Self {
        let known = || client_of(book, book.get(request.id)?);
        let (client, priority) = (request.client.0.or_else(known), request.priority);
        Self { target: request.id.into(), number: request.no, client, priority }
    }

    pub(super) fn project(project: &Project) -> Self {
        let (client, priority) = (project.client.0, project.priority);
        Self { target: project.id.into(), number: project.no, client, priority }
    }

    /// What a rule says of it.
    pub(super) fn found(self, reason: Reason, date: Option<NaiveDate>, tone: Tone, why: Why) -> Found {
        Found { about: self, reason, date, tone, why }
    }
}

/// What a rule says of one thing.
pub(super) struct Found {
    pub(super) about: About,
    pub(super) reason: Reason,
    pub(super) date: Option<NaiveDate>,
    pub(super) tone: Tone,
    pub(super) why: Why,
}

/// What is open, found once for all rules: most of a book is done.
#[derive(Default)]
pub(super) struct Open<'a> {
    pub(super) requests: Vec<&'a Request>,
    /// Requests that were declined and whose client was not told.
    pub(super) declined: Vec<&'a Request>,
    pub(super) tasks: Vec<&'a Task>,
}

impl<'a> Open<'a> {
    pub(super) fn of(book: &'a Book) -> Self {
        let (mut requests, mut declined) = (vec![], vec![]);
        for request in book.all(Kind::Request).filter_map(Request::of) {
            if request.status.is_open() {
                requests.push(request);
            } else if request.status == RequestStatus::Declined && request.told_on.is_none() {
                declined.push(request);
            }
        }
        let tasks = book.all(Kind::Task).filter_map(Task::of);
        Self { requests, declined, tasks: tasks.filter(|t| t.status.is_open()).collect() }
    }
}

/// Where rules put their rows.
pub(super) struct Desk<'a> {
    pub(super) book: &'a Book,
    pub(super) open: &'a Open<'a>,
    pub(super) now: Moment,
    pub(super) today: NaiveDate,
    pub(super) rows: Vec<Row>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(book: &'a Book, open: &'a Open<'a>, now: Moment) -> Self {
        Self { book, open, now, today: now.date(), rows: vec![] }
    }

    /// Days since a day; below 0 when it lies ahead.
    pub(super) fn since(&self, date: NaiveDate) -> i64 {
        days(date, self.today)
    }

    /// Takes a row in; it is as late as its date.
    pub(super) fn add(&mut self, found: Found) -> &mut Row {
        let late = found.date.map_or(0, |d| self.since(d));
        self.add_late(found, late)
    }

    /// Takes a row in that is late by another count.
    pub(super) fn add_late(&mut self, found: Found, late: i64) -> &mut Row {
        let About { target, number, client, priority } = found.about;
        let tier = client.and_then(|c| self.book.client(c)).map(|c| c.tier);
        // What is planned for another day, or a birthday to come, is good to know and asks for nothing yet.
        let to_come = late < 0 && matches!(found.reason, Reason::Planned | Reason::Birthday);
        let row = Row {
            section: if to_come { Section::Rest } else { found.reason.section() },
            target,
            number,
            client,
            reason: found.reason,
            also: vec![],
            why: vec![found.why],
            score: urgency(found.reason, late, tier, priority),
            date: found.date,
            tone: found.tone,
            stand_in: None,
            snoozed: self.book.get(target).and_then(Record::snoozed_until).filter(|day| *day > self.today),
        };
        let at = self.rows.len();
        self.rows.push(row);
        &mut self.rows[at]
    }
}

/// In order, and everything once, in its first section: weaker reasons stand after the strongest.
pub(super) fn ranked(rows: Vec<Row>) -> Vec<Row> {
    // Keys are sorted, not rows: these are large, and each is moved once.
    let key = |r: &Row| (r.section, Reverse(r.score), r.date.is_none(), r.date, r.number, r.target, r.reason);
    let mut order: Vec<_> = rows.iter().enumerate().map(|(at, row)| (key(row), at)).collect();
    order.sort_unstable();
    let mut rows: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    let mut places: Map<Ref, usize> = Map::default();
    let mut out: Vec<Row> = Vec::with_capacity(rows.len());
    for row in order.into_iter().filter_map(|(_, at)| rows.get_mut(at)?.take()) {
        let Some(first) = places.get(&row.target).and_then(|at| out.get_mut(*at)) else {
            places.insert(row.target, out.len());
            out.push(row);
            continue;
        };
        first.why.extend(row.why);
        first.tone = first.tone.max(row.tone);
        first.stand_in = first.stand_in.or(row.stand_in);
        first.also.push(row.reason);
    }
    out
}
