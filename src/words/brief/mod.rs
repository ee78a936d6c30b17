//! A brief written out: a heading, one line about how it stands, and sections of lines.

mod lines;
mod said;
mod show;

pub use show::{to_markdown, to_plain};

use super::{chosen, dates, lists, pages};
use crate::domain::brief::{Brief, More, Part};
use crate::domain::{Book, Client, Project, Record, Tone};
use lines::Teller;

/// A line of a section in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it says; the most important comes first.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

impl Row {
    fn muted(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Muted }
    }
}

/// A heading and what stands under it; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: &'static str,
    /// The lines.
    pub lines: Vec<Row>,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Whom or what it is about.
    pub title: String,
    /// How it stands, in one line.
    pub about: String,
    /// The sections, the most important first.
    pub sections: Vec<Section>,
}

/// A brief in words.
pub fn page(book: &Book, brief: &Brief) -> Page {
    let teller = Teller { book, today: brief.today };
    let mut sections: Vec<Section> = vec![];
    for section in &brief.sections {
        let rows = section.lines.iter().map(|line| Row { text: teller.line(&line.fact), tone: line.tone });
        let lines = rows.chain(section.more.map(more)).collect();
        sections.push(Section { heading: words(section.part).0, lines });
    }
    if !brief.missing.is_empty() {
        let lines = brief.missing.iter().map(|part| Row::muted(words(*part).1)).collect();
        sections.push(Section { heading: said::missing(), lines });
    }
    Page { title: book.title(brief.of), about: about(book, brief), sections }
}

/// What a part is called, and what is said where there is nothing of it.
fn words(part: Part) -> (&'static str, &'static str) {
    match part {
        Part::TheyWait => (said::they_wait(), said::no_request()),
        Part::WeWait => (said::we_wait(), said::nothing_with_them()),
        Part::People => (said::people(), said::nobody()),
        Part::Touches => (said::touches(), said::no_touch()),
        Part::Dates => (said::dates(), said::no_dates()),
        Part::Voices => (said::voices(), said::no_voices()),
        Part::Tasks => (said::tasks(), said::no_tasks()),
    }
}

fn more(more: More) -> Row {
    let alarms = match more.alarms {
        0 => String::new(),
        alarms => said::to_look_at(alarms),
    };
    Row::muted(said::and_more(more.lines) + &alarms)
}

fn about(book: &Book, brief: &Brief) -> String {
    let mut words = match book.get(brief.of) {
        Some(Record::Client(client)) => of_client(client),
        Some(Record::Project(project)) => of_project(book, project, brief),
        _ => vec![],
    };
    words.push(
        brief
            .last_touch
            .map_or_else(|| said::never().to_owned(), |day| pages::last_touch(&dates::ago(day, brief.today))),
    );
    words.join(" · ")
}

fn of_client(client: &Client) -> Vec<String> {
    let mut words = vec![crate::words::value::tier(client.tier), chosen(client.status).to_owned()];
    words.extend([&client.industry, &client.city].into_iter().filter(|w| !w.is_empty()).cloned());
    words.extend(client.feel.map(said::feel));
    words
}

fn of_project(book: &Book, project: &Project, brief: &Brief) -> Vec<String> {
    let day = |day| dates::plain(day, brief.today);
    let mut words: Vec<String> = vec![];
    words.extend((project.no > 0).then(|| format!("#{}", project.no)));
    words.extend(project.client.0.map(|c| book.title(c)));
    words.push(chosen(project.status).to_owned());
    words.extend(project.promised.map(|d| lists::promised(&day(d))));
    words.extend(project.expected.map(|d| lists::expected(&day(d))));
    let (reached, all) = brief.progress;
    words.extend((all > 0).then(|| said::reached(reached, all)));
    let hours = project.effort_budget.map(|all| (project.effort_spent.unwrap_or(0), all));
    words.extend(hours.map(|(spent, all)| said::hours(spent, all)));
    words
}
