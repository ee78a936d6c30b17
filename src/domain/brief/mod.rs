//! The brief: one page about a client or a project to read before a call, and the nudge: one message to a person with
//! all that lies with them. Both are facts; [`crate::words::brief`] and [`crate::words::nudge`] write them out.
//!
//! The page has what matters most first: what they wait for, what we wait for, then people, touches, dates, what was
//! said and decided, tasks. Each section is cut to a few lines and says how many more there are, so that the page stays
//! one. What is not in the book is told as missing, in place of an empty heading.

mod dates;
mod fact;
mod mailto;
mod nudge;
mod open;
mod people;

pub use fact::{Fact, Held, Promise};
pub use mailto::{Message, mailto};
pub use nudge::{Group, Item, Language, Nudge, nudge};

use crate::domain::{Book, Kind, Moment, Record, Ref, Tone, derive};
use chrono::NaiveDate;

/// One line of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says.
    pub fact: Fact,
    /// How it is meant.
    pub tone: Tone,
}

impl Line {
    fn plain(fact: Fact) -> Self {
        Self { fact, tone: Tone::Plain }
    }

    fn of(fact: Fact, alarm: bool) -> Self {
        Self { fact, tone: if alarm { Tone::Alarm } else { Tone::Plain } }
    }
}

/// What a section is about; the most important first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What they wait for.
    TheyWait,
    /// What we wait for.
    WeWait,
    /// Who they are.
    People,
    /// What passed between us last.
    Touches,
    /// Days that are near.
    Dates,
    /// What they said and decided.
    Voices,
    /// What is to be done.
    Tasks,
}

/// What stands in a part; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub part: Part,
    /// The lines.
    pub lines: Vec<Line>,
    /// What is left out.
    pub more: Option<More>,
}

/// Lines that are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct More {
    /// How many.
    pub lines: usize,
    /// How many of them are to be looked at.
    pub alarms: usize,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The client or the project.
    pub of: Ref,
    /// The day it is of.
    pub today: NaiveDate,
    /// The day of the last touch.
    pub last_touch: Option<NaiveDate>,
    /// How many milestones of a project are reached, and how many there are.
    pub progress: (usize, usize),
    /// What there is, the most important first.
    pub sections: Vec<Section>,
    /// The parts of which there is nothing.
    pub missing: Vec<Part>,
}

/// A brief being made.
struct Desk<'a> {
    book: &'a Book,
    of: Ref,
    now: Moment,
    today: NaiveDate,
}

/// A part, how many lines it may have, and what makes them.
type Made = (Part, usize, fn(&Desk<'_>) -> Vec<Line>);

/// The most lines of all sections with their headings fit on one page of about sixty lines.
const PARTS: [Made; 7] = [
    (Part::TheyWait, 8, open::they_wait),
    (Part::WeWait, 5, open::we_wait),
    (Part::People, 6, people::people),
    (Part::Touches, 5, people::touches),
    (Part::Dates, 8, dates::dates),
    (Part::Voices, 4, people::voices),
    (Part::Tasks, 5, open::tasks),
];

/// The brief about a client or a project at `now`; `None` for anything else, and for what is not in the book.
pub fn brief(book: &Book, of: impl Into<Ref>, now: Moment) -> Option<Brief> {
    let of = of.into();
    let desk = Desk { book, of, now, today: now.date() };
    let progress = match book.get(of)? {
        Record::Client(_) => (0, 0),
        Record::Project(project) => derive::progress(book, project.id),
        _ => return None,
    };
    let mut sections = vec![];
    let mut missing = vec![];
    for (part, most, lines) in PARTS {
        let (lines, more) = capped(lines(&desk), most);
        if lines.is_empty() {
            missing.push(part);
        } else {
            sections.push(Section { part, lines, more });
        }
    }
    let last_touch = derive::last_touch(book, of, now).map(|at| at.day_beside(now));
    Some(Brief { of, today: desk.today, last_touch, progress, sections, missing })
}

/// As many lines as there may be, one of them for how many more there are.
fn capped(mut lines: Vec<Line>, most: usize) -> (Vec<Line>, Option<More>) {
    if lines.len() <= most {
        return (lines, None);
    }
    let rest = lines.split_off(most - 1);
    let alarms = rest.iter().filter(|l| l.tone == Tone::Alarm).count();
    (lines, Some(More { lines: rest.len(), alarms }))
}

impl Desk<'_> {
    /// The records of a kind that are about the client or the project: that name it, or for a client one of its projects.
    fn about(&self, kind: Kind) -> Vec<&Record> {
        let mut around = vec![self.of];
        if self.of.kind == Kind::Client {
            around.extend(self.book.backlinks(self.of, Kind::Project).map(Record::id));
        }
        let mut found: Vec<&Record> =
            around.into_iter().flat_map(|at| self.book.backlinks(at, kind)).collect();
        found.sort_by_key(|r| r.id());
        found.dedup_by_key(|r| r.id());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::TaskId;

    #[test]
    fn what_is_left_out_is_counted_and_its_alarms_too() {
        let of = |alarms: &[usize], most| {
            let fact = Fact::Task { id: TaskId::default(), due: None, held: None };
            let lines = (0..8).map(|n| Line::of(fact.clone(), alarms.contains(&n))).collect();
            let (kept, more) = capped(lines, most);
            (kept.len(), more.map(|more| (more.lines, more.alarms)))
        };
        assert_eq!(of(&[], 8), (8, None));
        assert_eq!(of(&[0, 3], 5), (4, Some((4, 0))), "they stand above");
        assert_eq!(of(&[3, 4, 7], 5), (4, Some((4, 2))));
    }
}
