//! Reports as facts: what a meeting, a week, a period with a client, a stand-in, a department or the whole portfolio is
//! told of. The words are templates (`exchange/report`), which find here what they write.
//!
//! A report for a client holds nothing internal: what must not go out is not in the facts, so no template can let it out.

mod client;
mod format;
mod items;
mod meeting;
mod order;
mod pages;
mod period;
mod portfolio;
mod privacy;
mod sent;
pub mod shape;
mod teller;
mod week;

pub use format::Format;
pub use pages::{Handover, Meeting, Order, Portfolio, Review, Week};
pub use period::Period;
pub use privacy::{Mark, Marked};
pub use sent::{Recipient, language, recipient, sent};

use crate::domain::{Book, Kind, Moment, Record, Ref};
use chrono::NaiveDate;
use serde::Serialize;
use shape::Thing;
use teller::Teller;

/// A kind of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// What was said in a meeting, and what follows from it.
    Meeting,
    /// What was done in a week, what came in, what comes next.
    Week,
    /// How a period went with a client.
    Review,
    /// Everything a stand-in needs.
    Handover,
    /// The work of a department.
    Order,
    /// Every client on a row.
    Portfolio,
}

/// What holds for a kind of report.
struct Row {
    name: &'static str,
    title: &'static str,
    about: &'static [Kind],
    /// Whether it can be of nobody in particular.
    alone: bool,
    /// Whether it may go to a client.
    outward: bool,
    period: Period,
}

impl ReportKind {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Meeting, Self::Week, Self::Review, Self::Handover, Self::Order, Self::Portfolio];

    const fn row(self) -> Row {
        let (alone, outward, period) = (false, false, Period::ThreeMonths);
        match self {
            Self::Meeting => {
                let about = &[Kind::Interaction];
                Row { name: "meeting", title: "Meeting report", about, alone, outward: true, period }
            }
            Self::Week => {
                let about = &[Kind::Client, Kind::Project];
                let period = Period::ThisWeek;
                Row { name: "week", title: "Weekly status", about, alone: true, outward: true, period }
            }
            Self::Review => {
                let about = &[Kind::Client];
                Row { name: "review", title: "Review pack", about, alone, outward: true, period }
            }
            Self::Handover => {
                let about = &[Kind::Client];
                Row { name: "handover", title: "Handover pack", about, alone, outward, period }
            }
            Self::Order => {
                let about = &[Kind::Department, Kind::Request];
                Row { name: "order", title: "Work order", about, alone, outward, period }
            }
            Self::Portfolio => Row {
                name: "portfolio",
                title: "Portfolio overview",
                about: &[],
                alone: true,
                outward,
                period,
            },
        }
    }

    /// The name for the command line and for templates.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// What it is called.
    pub const fn title(self) -> &'static str {
        self.row().title
    }

    /// What it can be about.
    pub const fn about(self) -> &'static [Kind] {
        self.row().about
    }

    /// Whether it can be of nobody in particular: of all clients.
    pub const fn is_of_all(self) -> bool {
        self.row().alone
    }

    /// Whether it may go to a client; of nobody in particular it never does.
    pub const fn goes_out(self) -> bool {
        self.row().outward
    }

    /// The stretches of days it can tell of, the usual one first; none of what tells of no stretch.
    pub const fn periods(self) -> &'static [Period] {
        match self {
            Self::Meeting | Self::Order => &[],
            Self::Week => &[Period::ThisWeek, Period::LastWeek],
            Self::Review | Self::Handover | Self::Portfolio => &[
                Period::ThreeMonths,
                Period::ThisQuarter,
                Period::LastQuarter,
                Period::ThisYear,
                Period::LastYear,
            ],
        }
    }

    /// The days it tells of unless others are asked for.
    pub const fn period(self) -> Period {
        self.row().period
    }
}

/// Which report is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Which kind.
    pub kind: ReportKind,
    /// About whom or what; `None` is about all clients.
    pub of: Option<Ref>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Whether it is for us, with what is internal; what never goes out is so anyway.
    pub internal: bool,
}

impl Ask {
    /// A report of a kind about something, with the days it usually tells of: for the client where it may go there.
    pub fn new(kind: ReportKind, of: Option<Ref>, today: NaiveDate) -> Self {
        let (from, to) = kind.period().days(today);
        Self { kind, of, from, to, internal: false }
    }

    /// Whether it is for us.
    pub fn is_internal(&self) -> bool {
        self.internal || !self.kind.goes_out() || self.of.is_none()
    }
}

/// What a report tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Facts {
    /// Of a meeting.
    Meeting(Box<Meeting>),
    /// Of a week.
    Week(Box<Week>),
    /// Of a period with a client.
    Review(Box<Review>),
    /// For a stand-in.
    Handover(Box<Handover>),
    /// For a department.
    Order(Box<Order>),
    /// Of all clients.
    Portfolio(Box<Portfolio>),
}

/// Every thing that templates find, with its names: the reports, then what they are made of.
pub fn things() -> impl Iterator<Item = &'static Thing> {
    pages::PAGES.iter().chain(items::ITEMS)
}

/// Why a report cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untold {
    /// It cannot be about that, or that is not in the book.
    NotOfThat,
    /// It would go to a client, and what it is about is internal.
    Internal(Marked),
}

/// What the report tells at `now`.
///
/// # Errors
/// When it cannot be about that, or must not go out.
pub fn facts(book: &Book, ask: &Ask, now: Moment) -> Result<Facts, Untold> {
    let about = match ask.of {
        Some(of) => book.get(of).filter(|record| ask.kind.about().contains(&record.kind())),
        None => None,
    };
    let fits = about.is_some() || (ask.of.is_none() && ask.kind.is_of_all());
    if !fits {
        return Err(Untold::NotOfThat);
    }
    if let Some(marked) =
        about.filter(|_| !ask.is_internal()).and_then(|record| privacy::marked(book, record))
    {
        return Err(Untold::Internal(marked));
    }
    told(&Teller::new(book, ask, now), ask.kind, about).ok_or(Untold::NotOfThat)
}

fn told(teller: &Teller<'_>, kind: ReportKind, about: Option<&Record>) -> Option<Facts> {
    Some(match kind {
        ReportKind::Meeting => Facts::Meeting(Box::new(meeting::meeting(teller, about?)?)),
        ReportKind::Week => Facts::Week(Box::new(week::week(teller, about))),
        ReportKind::Review => Facts::Review(Box::new(client::review(teller, about?)?)),
        ReportKind::Handover => Facts::Handover(Box::new(client::handover(teller, about?)?)),
        ReportKind::Order => Facts::Order(Box::new(order::order(teller, about?)?)),
        ReportKind::Portfolio => Facts::Portfolio(Box::new(portfolio::portfolio(teller))),
    })
}
