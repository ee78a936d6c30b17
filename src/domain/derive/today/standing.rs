//! How what stands in Today stands now: who has it, until when, what comes of it.

use super::Row;
use crate::domain::derive::{agreements, hands};
use crate::domain::{Agreement, AgreementStatus, Book, Holder, Interaction, Obligation, Record, Side, Touch};
use chrono::NaiveDate;

/// How something stands; the day it turns on is a fact of its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is no more to say than its day does.
    Plain,
    /// Somebody has it.
    With(Holder),
    /// It is expected on a day after the promised one.
    Expected(NaiveDate),
    /// Nothing is promised.
    NothingPromised,
    /// It is done, and the client was not told.
    DoneNotTold,
    /// It was declined, and the client was not told.
    DeclinedNotTold,
    /// The promise moved to a day.
    MovedTo(NaiveDate),
    /// The promise was taken back.
    TakenBack,
    /// A touch is planned.
    Planned(Touch),
    /// A touch has no report.
    NoReport(Touch),
    /// An agreement is not signed.
    NotSigned,
    /// An agreement has no end.
    Endless,
    /// An agreement renews itself on a day.
    Renews(NaiveDate),
    /// An agreement ends on a day.
    Ends(NaiveDate),
    /// One side owes it.
    OwedBy(Side),
    /// Whoever has it is away when it is due.
    Away,
    /// They have had no word from us.
    NoWord,
    /// There is no next step.
    NoNextStep,
    /// They are to be sorted into tiers.
    NoTier,
    /// A birthday.
    Birthday,
}

impl Standing {
    /// How a row of Today stands on a day.
    pub fn of(book: &Book, row: &Row, today: NaiveDate) -> Self {
        let Some(record) = book.get(row.target) else { return Self::Plain };
        (row.reason.stands())(record, today)
    }
}

/// When it is expected, where that is after the promised day; else who has it.
pub(super) fn expected(record: &Record, today: NaiveDate) -> Standing {
    let expected = record.due().filter(|day| Some(*day) > record.promised());
    expected.map_or_else(|| with(record, today), Standing::Expected)
}

/// Who has it.
pub(super) fn with(record: &Record, _: NaiveDate) -> Standing {
    hands::holder_now(record).map_or(Standing::Plain, |hand| Standing::With(hand.holder))
}

/// Where its promise moved to.
pub(super) fn moved(record: &Record, _: NaiveDate) -> Standing {
    record.promised().map_or(Standing::TakenBack, Standing::MovedTo)
}

/// Which side owes it.
pub(super) fn owed(record: &Record, _: NaiveDate) -> Standing {
    Standing::OwedBy(Obligation::of(record).map_or(Side::Them, |o| o.side))
}

/// Something of a touch.
pub(super) fn touch(record: &Record, of: fn(Touch) -> Standing) -> Standing {
    Interaction::of(record).map_or(Standing::Plain, |i| of(i.touch))
}

/// What comes of an agreement when nothing is done.
pub(super) fn lapse(record: &Record, today: NaiveDate) -> Standing {
    let Some(agreement) = Agreement::of(record) else { return Standing::Plain };
    let running = agreements::running(agreement, today);
    match (agreement.state() != AgreementStatus::Draft, running.end) {
        (false, _) => Standing::NotSigned,
        (true, None) => Standing::Endless,
        (true, Some(end)) if running.renewal().is_some() => Standing::Renews(end),
        (true, Some(end)) => Standing::Ends(end),
    }
}
