//! What falls on each day: promises, days for notice, what is due, meetings, people who are away, birthdays. A month of it
//! is a calendar.
//!
//! Only what is still open falls on a day, whatever else happened to it; of what is past, meetings that were held and
//! absences stay. A project's promise is left out where a milestone of it is promised for the same day.

use super::agreements::standing;
use super::timeline::client_of;
use super::waiting::is_under_way;
use super::{days, shifted};
use crate::domain::{
    Absence, Agreement, AgreementStatus, Birthday, Book, Client, ClientId, ClientStatus, Contact,
    Interaction, Kind, Milestone, Moment, Obligation, Project, Record, Ref, Request, RequestStatus, Task,
    Touch, TouchState, week,
};
use chrono::{Datelike, NaiveDate, Weekday};

/// Why something falls on a day, what matters most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// The client was promised it for that day.
    Promise,
    /// It is the last day for notice.
    Notice,
    /// It is to be done by then: a task, what an agreement obliges to, what was wished for or is expected without a promise.
    Due,
    /// Somebody is met, or a talk is planned.
    Meeting,
    /// Somebody is away.
    Absence,
    /// Somebody has their birthday.
    Birthday,
}

impl Sort {
    /// All of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Promise, Self::Notice, Self::Due, Self::Meeting, Self::Absence, Self::Birthday];

    /// Whether something is to be done by that day: once it is past, it is late.
    pub const fn is_asked(self) -> bool {
        matches!(self, Self::Promise | Self::Notice | Self::Due)
    }
}

/// Something that falls on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Why.
    pub sort: Sort,
    /// What.
    pub target: Ref,
    /// For which client.
    pub client: Option<ClientId>,
    /// When on that day, where an hour is known: of meetings.
    pub at: Option<Moment>,
}

/// A day and what falls on it, in order of [`Sort`]; meetings by their hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which day.
    pub date: NaiveDate,
    /// Whether people work on it.
    pub is_workday: bool,
    /// What falls on it.
    pub entries: Vec<Entry>,
}

impl Day {
    /// Whether something of it should have been done by now.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.date < today && self.entries.iter().any(|e| e.sort.is_asked())
    }

    /// Why something falls on it, each once, what matters most first.
    pub fn sorts(&self) -> Vec<Sort> {
        let mut out: Vec<Sort> = self.entries.iter().map(|e| e.sort).collect();
        out.dedup();
        out
    }
}

/// The weeks that hold a day of the month of `of`, each from the first day of its week on. At the ends of the calendar a
/// week can be shorter.
pub fn weeks(of: NaiveDate, first: Weekday) -> Vec<Vec<NaiveDate>> {
    let begin = shifted(of, 1 - i64::from(of.day()));
    let mut out: Vec<Vec<NaiveDate>> = vec![];
    for day in week::start_of(begin, first).iter_days().take(6 * 7) {
        let starts = day.weekday() == first;
        if starts && day > begin && !is_same(day, of) {
            break;
        }
        match out.last_mut().filter(|_| !starts) {
            Some(week) => week.push(day),
            None => out.push(vec![day]),
        }
    }
    out
}

/// The [`weeks`] of a month with what falls on each of their days.
pub fn grid(book: &Book, now: Moment, of: NaiveDate, first: Weekday) -> Vec<Vec<Day>> {
    let weeks = weeks(of, first);
    let ends = weeks.first().and_then(|w| w.first()).zip(weeks.last().and_then(|w| w.last()));
    let days = ends.map(|(from, to)| month(book, now, *from, *to)).unwrap_or_default();
    let mut days = days.into_iter();
    weeks.iter().map(|week| days.by_ref().take(week.len()).collect()).collect()
}

/// Whether two days are of one month.
pub fn is_same(one: NaiveDate, other: NaiveDate) -> bool {
    (one.year(), one.month()) == (other.year(), other.month())
}

/// What falls on each day from one to another, both among them.
pub fn month(book: &Book, now: Moment, from: NaiveDate, to: NaiveDate) -> Vec<Day> {
    let calendar = book.workdays();
    let all = from.iter_days().take_while(|day| *day <= to);
    let empty = |date| Day { date, is_workday: calendar.is_workday(date), entries: vec![] };
    let mut found = Found { book, from, days: all.map(empty).collect() };
    promises(&mut found);
    notices(&mut found, now);
    tasks(&mut found);
    owed(&mut found);
    meetings(&mut found, now);
    absences(&mut found);
    birthdays(&mut found);
    for day in &mut found.days {
        day.entries.sort_by_key(|e| (e.sort, e.at, e.target));
    }
    found.days
}

/// The days, and how something gets onto one.
struct Found<'a> {
    book: &'a Book,
    from: NaiveDate,
    days: Vec<Day>,
}

impl Found<'_> {
    fn day(&mut self, on: NaiveDate) -> Option<&mut Day> {
        self.days.get_mut(usize::try_from(days(self.from, on)).ok()?)
    }

    fn add(&mut self, on: Option<NaiveDate>, sort: Sort, record: &Record) {
        self.add_at(on, sort, record, None);
    }

    fn add_at(&mut self, on: Option<NaiveDate>, sort: Sort, record: &Record, at: Option<Moment>) {
        let client = |book: &Book| client_of(book, record);
        let (book, target) = (self.book, record.id());
        if let Some(day) = on.and_then(|on| self.day(on)) {
            day.entries.push(Entry { sort, target, client: client(book), at });
        }
    }
}

/// What was promised and is not done; without a promise, what was wished for or is expected.
fn promises(found: &mut Found<'_>) {
    let book = found.book;
    for record in book.all(Kind::Request) {
        let open = |r: &&Request| r.status.is_open() && r.status != RequestStatus::Done;
        let Some(request) = Request::of(record).filter(open) else { continue };
        match request.promised {
            Some(day) => found.add(Some(day), Sort::Promise, record),
            None => found.add(request.wanted_by.or(request.expected), Sort::Due, record),
        }
    }
    let is_open = |m: &&Milestone| m.done_on.is_none() && is_under_way(book, m.project.0);
    for record in book.all(Kind::Milestone) {
        let Some(milestone) = Milestone::of(record).filter(is_open) else { continue };
        match milestone.promised {
            Some(day) => found.add(Some(day), Sort::Promise, record),
            None => found.add(milestone.expected, Sort::Due, record),
        }
    }
    for record in book.all(Kind::Project) {
        let open = |p: &&Project| p.done_on.is_none() && is_under_way(book, Some(p.id));
        let Some(project) = Project::of(record).filter(open) else { continue };
        let mut milestones = book.backlinks(project.id, Kind::Milestone).filter_map(Milestone::of);
        let told = milestones.any(|m| m.done_on.is_none() && m.promised == project.promised);
        found.add(project.promised.filter(|_| !told), Sort::Promise, record);
    }
}

fn notices(found: &mut Found<'_>, now: Moment) {
    for record in found.book.all(Kind::Agreement) {
        let notice = Agreement::of(record).and_then(|a| standing(found.book, a, now.date()).notice);
        found.add(notice, Sort::Notice, record);
    }
}

fn tasks(found: &mut Found<'_>) {
    for record in found.book.all(Kind::Task) {
        let open = |t: &&Task| t.status.is_open() && is_under_way(found.book, t.project.0);
        found.add(Task::of(record).filter(open).and_then(|t| t.due), Sort::Due, record);
    }
}

/// What agreements that hold oblige to.
fn owed(found: &mut Found<'_>) {
    for record in found.book.all(Kind::Obligation) {
        let Some(owed) = Obligation::of(record).filter(|o| o.done_on.is_none()) else { continue };
        let agreement = owed.agreement.0.and_then(|a| found.book.agreement(a));
        let holds =
            agreement.is_some_and(|a| !matches!(a.state(), AgreementStatus::Draft | AgreementStatus::Ended));
        found.add(owed.due.filter(|_| holds), Sort::Due, record);
    }
}

fn meetings(found: &mut Found<'_>, now: Moment) {
    for record in found.book.all(Kind::Interaction) {
        let Some(touch) = Interaction::of(record).filter(|t| t.state != TouchState::Cancelled) else {
            continue;
        };
        if touch.is_planned(now) || matches!(touch.touch, Touch::Meeting | Touch::Visit) {
            found.add_at(Some(touch.at.day_beside(now)), Sort::Meeting, record, Some(touch.at));
        }
    }
}

fn absences(found: &mut Found<'_>) {
    let last = shifted(found.from, i64::try_from(found.days.len()).unwrap_or(i64::MAX) - 1);
    for record in found.book.all(Kind::Absence) {
        let Some((first, end)) = Absence::of(record).and_then(|a| a.first.zip(a.last)) else { continue };
        let away = first.max(found.from).iter_days().take_while(|day| *day <= end.min(last));
        away.for_each(|day| found.add(Some(day), Sort::Absence, record));
    }
}

/// Of the people of active clients, as Today has them.
fn birthdays(found: &mut Found<'_>) {
    let book = found.book;
    let active = |id: &ClientId| book.client(*id).is_some_and(|c: &Client| c.status == ClientStatus::Active);
    let dates: Vec<NaiveDate> = found.days.iter().map(|d| d.date).collect();
    for record in book.all(Kind::Contact) {
        let Some(contact) = Contact::of(record).filter(|c| c.client.0.as_ref().is_some_and(active)) else {
            continue;
        };
        let Some(birthday) = contact.birthday else { continue };
        let mut from = dates.first().copied();
        while let Some(day) = from.map(|from| Birthday::next(birthday, from)) {
            found.add(Some(day), Sort::Birthday, record);
            from = day.succ_opt().filter(|next| dates.last() >= Some(next));
        }
    }
}
