//! How much lies with whom and until when, who is away, and who stands in.

use super::hands::{Party, holder_now, party, record_of};
use super::waiting::is_under_way;
use super::{days, shifted};
use crate::domain::{
    Absence, Book, Contact, ContactId, DepartmentId, Holder, Kind, Record, Request, Task, Workdays,
};
use chrono::{Datelike, NaiveDate};
use std::collections::{HashMap, HashSet};

/// The hours somebody works in a full week of five days.
pub const FULL: i64 = 40;

/// Work of one week. Hours are spread evenly over the working days from a task's start to its due day, less absences; what
/// is whole stays whole, so that the weeks add up to the effort. Requests have no hours: they are counted beside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// Hours of work, as far as the tasks say.
    pub hours: i64,
    /// How many tasks are due.
    pub tasks: usize,
    /// How many requests are due, by the promised day, else the expected one.
    pub requests: usize,
    /// How many of these do not say their hours.
    pub unsaid: usize,
    /// How many working days the week has; of what lies beyond the weeks, none.
    pub days: usize,
    /// How many of these the person is away.
    pub away: usize,
}

impl Week {
    /// The hours that fit: those of a full week of five days, less holidays and the days away.
    pub fn fits(&self, full: i64) -> i64 {
        full * i64::try_from(self.days.saturating_sub(self.away).min(5)).unwrap_or(0) / 5
    }

    fn due(&mut self, task: &Task) {
        self.tasks += 1;
        self.unsaid += usize::from(task.effort.is_none());
    }
}

/// What lies in one pair of hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// Whose: us, a colleague, or a department where it lies with nobody in particular.
    pub holder: Holder,
    /// Week by week from the present one on. What is late is still to be done: it counts in the first.
    pub weeks: Vec<Week>,
    /// What is due after these weeks.
    pub later: Week,
    /// What has no due date.
    pub undated: Week,
}

/// The Monday of the week of a day.
pub fn monday(date: NaiveDate) -> NaiveDate {
    shifted(date, -i64::from(date.weekday().num_days_from_monday()))
}

impl Load {
    fn empty(holder: Holder, weeks: &[Week]) -> Self {
        Self { holder, weeks: weeks.to_vec(), later: Week::default(), undated: Week::default() }
    }

    /// Where something of a day counts; `first` is the Monday of the present week.
    fn at(&mut self, first: NaiveDate, day: Option<NaiveDate>) -> &mut Week {
        let Some(day) = day else { return &mut self.undated };
        let nth = usize::try_from(days(first, day).max(0) / 7).unwrap_or(usize::MAX);
        self.weeks.get_mut(nth).unwrap_or(&mut self.later)
    }

    fn take(&mut self, task: &Task, calendar: &Workdays, away: &Away<'_>, today: NaiveDate) {
        let first = monday(today);
        self.at(first, task.due).due(task);
        let hours = task.effort.unwrap_or(0).max(0);
        let ahead = task.due.filter(|due| *due >= today);
        let Some(due) = ahead else {
            let week = self.at(first, task.due);
            // No book holds so many hours; a damaged one must not bring the sum down.
            week.hours = week.hours.saturating_add(hours);
            return;
        };
        let there = |day| person(&self.holder).is_none_or(|who| away.on(who, day).is_none());
        let from = task.start.unwrap_or(today).clamp(today, due);
        let mut parts = working_days(from, due, |day| calendar.is_workday(day) && there(day));
        if parts.is_empty() {
            parts.push((due, 1));
        }
        let all: i64 = parts.iter().map(|(_, n)| n).sum();
        let share =
            |n: i64| i64::try_from(i128::from(hours) * i128::from(n) / i128::from(all)).unwrap_or(hours);
        let mut gone = 0;
        for (day, n) in parts {
            let week = self.at(first, Some(day));
            week.hours = week.hours.saturating_add(share(gone + n) - share(gone));
            gone += n;
        }
    }
}

/// The days of each week from one day to another on which somebody works, each week by one of its days. What
/// lies further ahead than ten years is not looked at.
fn working_days(from: NaiveDate, to: NaiveDate, works: impl Fn(NaiveDate) -> bool) -> Vec<(NaiveDate, i64)> {
    let mut out: Vec<(NaiveDate, i64)> = vec![];
    let days = std::iter::successors(Some(from), NaiveDate::succ_opt).take_while(|d| *d <= to).take(3653);
    for day in days.filter(|d| works(*d)) {
        match out.last_mut() {
            Some((week, n)) if monday(*week) == monday(day) => *n += 1,
            _ => out.push((day, 1)),
        }
    }
    out
}

/// The person among holders.
fn person(holder: &Holder) -> Option<ContactId> {
    if let Holder::Person(id) = holder { Some(*id) } else { None }
}

/// The load of everybody of our own who holds open tasks or requests, over so many weeks from the present one on: most
/// hours in these first. Tasks of projects that are on hold, done or cancelled are left out. A task without a start can
/// begin today; what is late, and all hours of a task whose holder is away until it is due, count where it is due.
pub fn load(book: &Book, today: NaiveDate, weeks: usize) -> Vec<Load> {
    let mut by: HashMap<Holder, Load> = HashMap::new();
    let first = monday(today);
    let (away, calendar) = (Away::from(book, today), book.workdays());
    let weeks = unfilled(calendar, first, weeks);
    let mut at = |record: &Record, take: &mut dyn FnMut(&mut Load)| {
        // What a client or somebody outside holds is not our own work.
        let ours = |h: &Holder| matches!(party(book, h), Party::Us | Party::Department(_));
        let Some(holder) = holder_now(record).map(|h| h.holder).filter(ours) else { return };
        take(by.entry(holder.clone()).or_insert_with(|| Load::empty(holder, &weeks)));
    };
    for record in book.all(Kind::Task) {
        if let Some(task) = Task::of(record).filter(|t| is_under_way(book, t.project.0)) {
            at(record, &mut |load| load.take(task, calendar, &away, today));
        }
    }
    for record in book.all(Kind::Request) {
        if let Some(request) = Request::of(record) {
            let due = request.promised.or(request.expected);
            at(record, &mut |load| load.at(first, due).requests += 1);
        }
    }
    let mut out: Vec<Load> = by.into_values().collect();
    for load in &mut out {
        let Some(contact) = person(&load.holder) else { continue };
        note_absences(&mut load.weeks, contact, calendar, &away, first);
    }
    let hours = |l: &Load| l.weeks.iter().fold(0i64, |sum, w| sum.saturating_add(w.hours));
    out.sort_by_key(|l| (std::cmp::Reverse(hours(l)), record_of(&l.holder)));
    out
}

/// So many weeks from a Monday on, with their working days and no work.
pub(super) fn unfilled(calendar: &Workdays, first: NaiveDate, weeks: usize) -> Vec<Week> {
    let starts = (0i64..).take(weeks).map(|n| shifted(first, n * 7));
    let days = |start| usize::try_from(calendar.between(start, shifted(start, 6))).unwrap_or(0);
    starts.map(|start| Week { days: days(start), ..Week::default() }).collect()
}

/// Counts the working days of each week, from a Monday on, on which somebody is away.
pub(super) fn note_absences(
    weeks: &mut [Week],
    who: ContactId,
    calendar: &Workdays,
    away: &Away<'_>,
    first: NaiveDate,
) {
    for (week, start) in weeks.iter_mut().zip((0i64..).map(|n| shifted(first, n * 7))) {
        let days = start.iter_days().take(7).filter(|d| calendar.is_workday(*d));
        week.away = days.filter(|d| away.on(who, *d).is_some()).count();
    }
}

/// The load of one department, as [`load`] tells it: of its people, and of what lies with nobody there in particular.
/// Those with nothing to do are left out.
pub fn load_of(book: &Book, department: DepartmentId, today: NaiveDate, weeks: usize) -> Vec<Load> {
    let mut out = load(book, today, weeks);
    out.retain(|l| party(book, &l.holder) == Party::Department(department));
    out
}

/// Whether an absence covers a day; one without a first or last day covers nothing.
fn covers(absence: &Absence, day: NaiveDate) -> bool {
    absence.first.is_some_and(|d| d <= day) && absence.last.is_some_and(|d| d >= day)
}

/// Everybody who is away on a day; the one who is back first comes first.
pub fn away(book: &Book, day: NaiveDate) -> Vec<&Absence> {
    let mut out: Vec<&Absence> =
        book.all(Kind::Absence).filter_map(Absence::of).filter(|a| covers(a, day)).collect();
    out.sort_by_key(|a| (a.last, a.id));
    out
}

/// The absence of somebody on a day: the one that lasts longest.
pub fn absence_on(book: &Book, contact: ContactId, day: NaiveDate) -> Option<&Absence> {
    let of_them = book.backlinks(contact, Kind::Absence).filter_map(Absence::of);
    of_them.filter(|a| a.contact.0 == Some(contact) && covers(a, day)).max_by_key(|a| (a.last, a.id))
}

/// Who does somebody's work on a day: they themselves when they are there, else the stand-in of that absence, else
/// their usual one; when these are away too, whoever stands in for them. `None` when nobody is there.
pub fn who_instead(book: &Book, contact: ContactId, day: NaiveDate) -> Option<ContactId> {
    let mut seen: HashSet<ContactId> = HashSet::new();
    let mut todo = vec![contact];
    while let Some(at) = todo.pop() {
        // Two who stand in for each other are both asked once.
        let Some(person) = Some(at).filter(|id| seen.insert(*id)).and_then(|id| book.contact(id)) else {
            continue;
        };
        let Some(absence) = absence_on(book, at, day) else { return Some(at) };
        todo.extend(person.backup.0.into_iter().chain(absence.stand_in.0));
    }
    None
}

/// Until when somebody is away who is away on a day; `None` when they are there.
pub fn away_until(book: &Book, contact: ContactId, day: NaiveDate) -> Option<NaiveDate> {
    absence_on(book, contact, day)?.last
}

/// Who is there for somebody who is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandIn {
    /// This person is there.
    There(ContactId),
    /// This person is named, and is away too, until this day.
    Away(ContactId, NaiveDate),
    /// Nobody.
    Nobody,
}

/// Who stands in for somebody who is away on a day.
pub fn stand_in(book: &Book, contact: ContactId, day: NaiveDate) -> StandIn {
    if let Some(there) = who_instead(book, contact, day) {
        return StandIn::There(there);
    }
    let usual = || book.contact(contact).and_then(|c| c.backup.0);
    let named = absence_on(book, contact, day).and_then(|a| a.stand_in.0).or_else(usual);
    let away = named.and_then(|who| Some((who, away_until(book, who, day)?)));
    away.map_or(StandIn::Nobody, |(who, until)| StandIn::Away(who, until))
}

/// The absences that are not over on a day, by person, in one pass.
pub(super) struct Away<'a>(super::index::Map<ContactId, Vec<&'a Absence>>);

impl<'a> Away<'a> {
    pub(super) fn from(book: &'a Book, today: NaiveDate) -> Self {
        let mut out: super::index::Map<ContactId, Vec<&Absence>> = super::index::Map::default();
        for absence in book.all(Kind::Absence).filter_map(Absence::of) {
            if let Some(who) = absence.contact.0.filter(|_| absence.last >= Some(today)) {
                out.entry(who).or_default().push(absence);
            }
        }
        Self(out)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn on(&self, contact: ContactId, day: NaiveDate) -> Option<&'a Absence> {
        self.0.get(&contact)?.iter().copied().filter(|a| covers(a, day)).max_by_key(|a| (a.last, a.id))
    }

    /// The absence that keeps somebody from what is due: away on that day, or away today and back only after it.
    pub(super) fn hits(&self, contact: ContactId, due: NaiveDate, today: NaiveDate) -> Option<&'a Absence> {
        let on_the_day = self.on(contact, due);
        on_the_day.or_else(|| self.on(contact, today).filter(|a| a.last >= Some(due)))
    }
}

/// The people of a department who are away on a day, each with whoever does their work.
pub fn away_in(book: &Book, department: DepartmentId, day: NaiveDate) -> Vec<(ContactId, Option<ContactId>)> {
    let people = book.backlinks(department, Kind::Contact).filter_map(Contact::of);
    people
        .filter(|c| c.department.0 == Some(department) && absence_on(book, c.id, day).is_some())
        .map(|c| (c.id, who_instead(book, c.id, day)))
        .collect()
}
