//! Today: one ranked list of all that needs the manager now, each row with its reason and its client.
//!
//! Urgency is one number, and the order of the list is total, so that the same records give the same list:
//! section, then score down, then date, short number, kind and id, reason. The score is
//!
//! **reason + time + tier + priority**
//!
//! - reason: 180 to 500, see [`Reason::weight`];
//! - time: 3 for every day late, at most 90; less 3 for every day left, at most 180;
//! - tier of the client: A 40, B 20, C and none 0;
//! - priority of the request, task or project: urgent 60, high 30, normal 0, low -30;
//! - the last day for notice, instead of days left: 30 days 60, 60 days 30, 90 days 0, 180 days -120; when it is past
//!   without a renewal, the same for the days to the end; 60 when that is past too.
//!
//! What was put off until a day that has not come stands in the list no more, and among what is snoozed.
//!
//! One thing stands in the list once: in its first section, under the reason with the highest score there, with those
//! of the others after it.

mod dates;
mod people;
mod promises;
mod rank;
mod reason;
mod standing;
mod why;
mod work;

pub use rank::{Row, Tone, urgency};
pub use reason::{Group, Reason, Section, manual};
pub use standing::Standing;
pub use why::{Away, Promised, Why};

use crate::domain::{Book, Kind, Moment, Ref};
use rank::Open;

/// All that needs the manager now, the most urgent first.
pub fn today(book: &Book, now: Moment) -> Vec<Row> {
    today_for(book, now, Group::ALL)
}

/// As [`today`], by some rules only.
pub fn today_for(book: &Book, now: Moment, groups: &[Group]) -> Vec<Row> {
    let open = open_for(book, groups.iter().copied());
    let mut rows = rank::ranked(groups.iter().flat_map(|g| g.rows(book, &open, now)).collect());
    rows.retain(|row| row.snoozed.is_none());
    rows
}

/// What would stand in the list and was put off, in the same order.
pub fn snoozed(book: &Book, now: Moment) -> Vec<Row> {
    let mut rows = Today::of(book, now).all();
    rows.retain(|row| row.snoozed.is_some());
    rows
}

/// What is open, when one of these rules asks for it.
fn open_for(book: &Book, mut groups: impl Iterator<Item = Group>) -> Open<'_> {
    let asks = |g: Group| g.reads().iter().any(|kind| matches!(kind, Kind::Task | Kind::Request));
    if groups.any(asks) { Open::of(book) } else { Open::default() }
}

/// The list with what is needed to bring it up to date after a change: rules that read nothing of what was touched are
/// not run again. A value like any other: it follows from the book and the moment it was made for.
#[derive(Clone, Debug, Default)]
pub struct Today {
    at: Moment,
    found: Vec<(Group, Vec<Row>)>,
}

impl Today {
    /// The list at a moment.
    pub fn of(book: &Book, now: Moment) -> Self {
        let open = Open::of(book);
        Self { at: now, found: Group::ALL.iter().map(|g| (*g, g.rows(book, &open, now))).collect() }
    }

    /// The list after a change that touched these records. On another day, or at another offset, all of it is made anew.
    /// Within a day only a few rules are hourly: they are looked at again when an hour went by.
    #[must_use]
    pub fn changed(self, book: &Book, now: Moment, touched: &[Ref]) -> Self {
        if self.at.date() != now.date() || self.at.offset_min != now.offset_min || now.utc_ms < self.at.utc_ms
        {
            return Self::of(book, now);
        }
        let later = now.utc_ms.saturating_sub(self.at.utc_ms) >= 3_600_000;
        let stale = |group: Group| {
            (later && group.is_hourly()) || touched.iter().any(|id| group.reads().contains(&id.kind))
        };
        // Everything hourly is made anew then, so the hour begins again.
        let hourly = Group::ALL.iter().filter(|g| g.is_hourly());
        let at = if hourly.copied().all(stale) { now } else { self.at };
        let open = open_for(book, Group::ALL.iter().copied().filter(|g| stale(*g)));
        let again = |(group, rows): (Group, Vec<Row>)| {
            (group, if stale(group) { group.rows(book, &open, now) } else { rows })
        };
        Self { at, found: self.found.into_iter().map(again).collect() }
    }

    /// The rows, the most urgent first.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = self.all();
        rows.retain(|row| row.snoozed.is_none());
        rows
    }

    /// The rows with those that were put off among them.
    pub fn all(&self) -> Vec<Row> {
        rank::ranked(self.found.iter().flat_map(|(_, rows)| rows.iter().cloned()).collect())
    }
}
