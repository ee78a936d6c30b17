//! The brief: one page about a client or a project to read before a call, and the nudge: one message to a person with
//! all that lies with them.
//!
//! The page has what matters most first: what they wait for, what we wait for, then people, touches, dates, what was
//! said and decided, tasks. Each section is cut to a few lines and says how many more there are, so that the page stays
//! one. What is not in the book is told as missing, in place of an empty heading.

mod dates;
mod mailto;
mod nudge;
mod open;
mod people;
mod show;

pub use mailto::mailto;
pub use nudge::{Language, Message, Reminder, nudge};
pub use show::{to_markdown, to_plain};

use crate::domain::{Book, Client, Kind, Moment, Project, Record, Ref, Tone, derive, when};
use chrono::NaiveDate;

/// One line of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it says; the most important comes first.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

impl Line {
    fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain }
    }

    fn muted(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Muted }
    }

    fn of(text: impl Into<String>, alarm: bool) -> Self {
        Self { text: text.into(), tone: if alarm { Tone::Alarm } else { Tone::Plain } }
    }
}

/// A heading and what stands under it; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// The lines.
    pub lines: Vec<Line>,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Whom or what it is about.
    pub title: String,
    /// How it stands, in one line.
    pub about: String,
    /// The sections, the most important first.
    pub sections: Vec<Section>,
}

/// A brief being made.
struct Desk<'a> {
    book: &'a Book,
    of: Ref,
    now: Moment,
    today: NaiveDate,
}

/// A section, how many lines it may have, and what is said when there is none.
type Part = (&'static str, usize, fn(&Desk<'_>) -> Vec<Line>, &'static str);

/// The most lines of all sections with their headings fit on one page of about sixty lines.
const PARTS: [Part; 7] = [
    ("They wait for us", 8, open::they_wait, "No open request"),
    ("We wait for them", 5, open::we_wait, "Nothing lies with them"),
    ("People", 6, people::people, "Nobody is known there: add whom you speak with"),
    ("Last touches", 5, people::touches, "No touch yet: log the first one"),
    ("Dates", 8, dates::dates, "No milestone, no agreement and no birthday with a day ahead"),
    ("Said and decided", 4, people::voices, "No feedback and no decision: ask how content they are"),
    ("Open tasks", 5, open::tasks, "No open task"),
];

/// The brief about a client or a project at `now`; `None` for anything else, and for what is not in the book.
pub fn brief(book: &Book, of: impl Into<Ref>, now: Moment) -> Option<Brief> {
    let of = of.into();
    let desk = Desk { book, of, now, today: now.date() };
    let about = match book.get(of)? {
        Record::Client(client) => desk.client(client),
        Record::Project(project) => desk.project(project),
        _ => return None,
    };
    let mut sections = vec![];
    let mut missing = vec![];
    for (heading, most, lines, none) in PARTS {
        let lines = capped(lines(&desk), most);
        if lines.is_empty() {
            missing.push(Line::muted(none));
        } else {
            sections.push(Section { heading, lines });
        }
    }
    if !missing.is_empty() {
        sections.push(Section { heading: "Missing or none", lines: missing });
    }
    Some(Brief { title: book.title(of), about, sections })
}

/// As many lines as there may be; the last says how many more there are.
fn capped(mut lines: Vec<Line>, most: usize) -> Vec<Line> {
    if lines.len() > most {
        let more = lines.len() - (most - 1);
        let alarms = lines.iter().skip(most - 1).filter(|l| l.tone == Tone::Alarm).count();
        lines.truncate(most - 1);
        let tail = if alarms > 0 { format!(", {alarms} of them to look at") } else { String::new() };
        lines.push(Line::muted(format!("and {more} more{tail}")));
    }
    lines
}

impl Desk<'_> {
    fn client(&self, client: &Client) -> String {
        let mut words = vec![client.tier.words(), client.status.label().to_owned()];
        words.extend([&client.industry, &client.city].into_iter().filter(|w| !w.is_empty()).cloned());
        words.extend(client.feel.map(|feel| format!("feel {feel} of 5")));
        words.push(self.last_touch());
        words.join(" · ")
    }

    fn project(&self, project: &Project) -> String {
        let mut words: Vec<String> = vec![];
        words.extend((project.no > 0).then(|| format!("#{}", project.no)));
        words.extend(project.client.0.map(|c| self.book.title(c)));
        words.push(project.status.label().to_owned());
        words.extend(project.promised.map(|d| format!("promised {}", when::plain(d, self.today))));
        words.extend(project.expected.map(|d| format!("expected {}", when::plain(d, self.today))));
        let (reached, all) = derive::progress(self.book, project.id);
        words.extend((all > 0).then(|| format!("{reached} of {all} reached")));
        let hours = project.effort_budget.map(|all| (project.effort_spent.unwrap_or(0), all));
        words.extend(hours.map(|(spent, all)| format!("{spent} of {all} hours")));
        words.push(self.last_touch());
        words.join(" · ")
    }

    fn last_touch(&self) -> String {
        derive::last_touch(self.book, self.of, self.now).map_or_else(
            || "never in touch".to_owned(),
            |at| format!("last touch {}", when::ago(at.day_beside(self.now), self.today)),
        )
    }

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

    #[test]
    fn what_is_left_out_is_counted_and_its_alarms_too() {
        let of = |alarms: &[usize], most| {
            let lines = (0..8).map(|n| Line::of(format!("line {n}"), alarms.contains(&n))).collect();
            let kept = capped(lines, most);
            (kept.len(), kept.last().map(|l| l.text.clone()).unwrap_or_default())
        };
        assert_eq!(of(&[], 8), (8, "line 7".into()));
        assert_eq!(of(&[0, 3], 5), (5, "and 4 more".into()), "they stand above");
        assert_eq!(of(&[3, 4, 7], 5), (5, "and 4 more, 2 of them to look at".into()));
    }
}
