//! How much lies with whom and until when, who is away, and who stands in.

use super::waiting::is_under_way;
use super::{days, shifted};
use crate::domain::{Absence, Book, Contact, ContactId, DepartmentId, Kind, Task};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, HashSet};

/// Work that is due within one week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// Hours of work, as far as the tasks say.
    pub hours: i64,
    /// How many tasks.
    pub tasks: usize,
    /// How many of these do not say their hours.
    pub unsaid: usize,
    /// How many of the five working days the person is away.
    pub away: usize,
}

impl Week {
    fn add(&mut self, task: &Task) {
        // No book holds so many hours; a damaged one must not bring the sum down.
        self.hours = self.hours.saturating_add(task.effort.unwrap_or(0).max(0));
        self.tasks += 1;
        self.unsaid += usize::from(task.effort.is_none());
    }
}

/// What lies with one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Load {
    /// Who; `None` is us.
    pub contact: Option<ContactId>,
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

/// The load of everybody with open tasks, over so many weeks from the present one on: most hours in these first. Tasks
/// of projects that are on hold, done or cancelled are left out.
pub fn load(book: &Book, today: NaiveDate, weeks: usize) -> Vec<Load> {
    let empty = |contact| Load {
        contact,
        weeks: vec![Week::default(); weeks],
        later: Week::default(),
        undated: Week::default(),
    };
    let mut by: BTreeMap<Option<ContactId>, Load> = BTreeMap::new();
    let first = monday(today);
    let open = |t: &&Task| t.status.is_open() && is_under_way(book, t.project.0);
    for task in book.all(Kind::Task).filter_map(Task::of).filter(open) {
        let load = by.entry(task.assignee.0).or_insert_with(|| empty(task.assignee.0));
        let nth = |due: NaiveDate| usize::try_from(days(first, due).max(0) / 7).unwrap_or(usize::MAX);
        match task.due {
            None => load.undated.add(task),
            Some(due) => load.weeks.get_mut(nth(due)).unwrap_or(&mut load.later).add(task),
        }
    }
    let away = Away::from(book, today);
    let mut out: Vec<Load> = by.into_values().collect();
    for load in &mut out {
        let Some(contact) = load.contact else { continue };
        for (week, start) in load.weeks.iter_mut().zip((0i64..).map(|n| shifted(first, n * 7))) {
            week.away = (0..5).filter(|n| away.on(contact, shifted(start, *n)).is_some()).count();
        }
    }
    let hours = |l: &Load| l.weeks.iter().fold(0i64, |sum, w| sum.saturating_add(w.hours));
    out.sort_by_key(|l| (std::cmp::Reverse(hours(l)), l.contact));
    out
}

/// The load of the people of one department, as [`load`] tells it; those with nothing to do are left out.
pub fn load_of(book: &Book, department: DepartmentId, today: NaiveDate, weeks: usize) -> Vec<Load> {
    let there = |id: ContactId| book.contact(id).is_some_and(|c| c.department.0 == Some(department));
    let mut out = load(book, today, weeks);
    out.retain(|l| l.contact.is_some_and(there));
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

/// Until when somebody is away who is away on a day, and who does their work; `None` when they are there.
pub fn away_until(book: &Book, contact: ContactId, day: NaiveDate) -> Option<(NaiveDate, Option<ContactId>)> {
    let last = absence_on(book, contact, day)?.last?;
    Some((last, who_instead(book, contact, day)))
}

/// "Nikos stands in", "nobody stands in".
pub fn stands_in(who: Option<String>) -> String {
    format!("{} stands in", who.unwrap_or_else(|| "nobody".into()))
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
