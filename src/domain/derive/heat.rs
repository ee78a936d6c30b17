//! How full the weeks of every department are: one look over all of them.

use super::hands::{Party, party};
use super::index::Map;
use super::load::{Away, FULL, Week, load, monday, note_absences, unfilled};
use super::people_of;
use crate::domain::text::fold;
use crate::domain::{Book, Contact, ContactId, DepartmentId, Holder, Kind, Ref, Tone};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A week of a department: the work of all its people together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// Hours, tasks and requests of its people and of what lies with nobody there in particular; `days` and `away` are
    /// those of all its people, added up.
    pub work: Week,
    /// The hours its people have, less holidays and the days they are away; `None` where the book names nobody there.
    pub fits: Option<i64>,
    /// How many of its people have more than fits into their own week.
    pub crowded: usize,
    /// How many of its people are away all week and have work in it.
    pub deserted: usize,
}

impl Spot {
    /// Whether there is more than its people can do together.
    pub fn is_over(&self) -> bool {
        self.fits.is_some_and(|fits| self.work.hours > fits)
    }

    /// How loud it is: more than fits or work of somebody who is away all week, more than fits for somebody, nothing.
    pub fn tone(&self) -> Tone {
        match self {
            s if s.is_over() || s.deserted > 0 => Tone::Alarm,
            s if s.crowded > 0 => Tone::Warning,
            s if s.work.hours == 0 && s.work.requests == 0 && s.work.unsaid == 0 => Tone::Muted,
            _ => Tone::Plain,
        }
    }

    /// How full it is, in eighths rounded up: 0 without hours, 8 when nothing more fits or nobody is known to do it.
    pub fn eighths(&self) -> usize {
        let hours = i128::from(self.work.hours.max(0));
        match i128::from(self.fits.unwrap_or(0)) {
            _ if hours == 0 => 0,
            fits if fits <= hours => 8,
            fits => usize::try_from((hours * 8 + fits - 1) / fits).unwrap_or(8),
        }
    }

    fn add(&mut self, week: &Week) {
        let work = &mut self.work;
        work.hours = work.hours.saturating_add(week.hours);
        work.tasks += week.tasks;
        work.requests += week.requests;
        work.unsaid += week.unsaid;
    }

    /// Adds what lies with one of its people.
    fn add_person(&mut self, week: &Week) {
        let is_work = week.hours > 0 || week.tasks + week.requests > 0;
        let is_away = week.days > 0 && week.away >= week.days;
        self.add(week);
        self.work.days += week.days;
        self.work.away += week.away;
        self.fits = Some(self.fits.unwrap_or(0).saturating_add(week.fits(FULL)));
        self.crowded += usize::from(week.hours > week.fits(FULL));
        self.deserted += usize::from(is_away && is_work);
    }
}

/// The weeks of one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// Whose.
    pub department: DepartmentId,
    /// How many people it has.
    pub people: usize,
    /// Week by week from the present one on; what is late counts in the first.
    pub weeks: Vec<Spot>,
}

/// Every department over so many weeks from the present one on, by name; hours lie where [`load()`] puts them.
pub fn heat(book: &Book, today: NaiveDate, weeks: usize) -> Vec<Heat> {
    let loads = load(book, today, weeks);
    let (first, away, calendar) = (monday(today), Away::from(book, today), book.workdays());
    let unfilled = unfilled(calendar, first, weeks);
    let persons = loads.iter().filter_map(|load| match load.holder {
        Holder::Person(id) => Some((id, load.weeks.as_slice())),
        _ => None,
    });
    let persons: Map<ContactId, &[Week]> = persons.collect();
    let own = |person: &Contact| {
        if let Some(weeks) = persons.get(&person.id) {
            return Cow::Borrowed(*weeks);
        }
        let mut weeks = unfilled.clone();
        note_absences(&mut weeks, person.id, calendar, &away, first);
        Cow::Owned(weeks)
    };
    let of = |department: DepartmentId| {
        let mut spots = vec![Spot::default(); weeks];
        let people = people_of(book, department);
        for person in &people {
            own(person).iter().zip(&mut spots).for_each(|(week, spot)| spot.add_person(week));
        }
        let nobodys = loads.iter().filter(|l| {
            !matches!(l.holder, Holder::Person(_)) && party(book, &l.holder) == Party::Department(department)
        });
        for load in nobodys {
            load.weeks.iter().zip(&mut spots).for_each(|(week, spot)| spot.add(week));
        }
        Heat { department, people: people.len(), weeks: spots }
    };
    let mut out: Vec<Heat> =
        book.all(Kind::Department).map(|record| of(DepartmentId(record.id().id))).collect();
    out.sort_by_cached_key(|h| (fold(&book.name(Ref::from(h.department))), h.department));
    out
}
