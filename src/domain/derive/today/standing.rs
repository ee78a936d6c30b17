//! How what stands in Today stands now: who has it, until when, what comes of it.

use super::{Reason, Row};
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
        match row.reason {
            Reason::PromiseOverdue | Reason::PromiseAtRisk => {
                let expected = record.due().filter(|day| Some(*day) > record.promised());
                expected.map_or_else(|| with(record), Self::Expected)
            }
            Reason::WantedBy | Reason::WithUs => Self::NothingPromised,
            Reason::NotTold => Self::DoneNotTold,
            Reason::MoveNotTold => record.promised().map_or(Self::TakenBack, Self::MovedTo),
            Reason::DeclinedNotTold => Self::DeclinedNotTold,
            Reason::Planned => touch(record, Self::Planned),
            Reason::ReportOwed => touch(record, Self::NoReport),
            Reason::NoticeNear => Agreement::of(record).map_or(Self::Plain, |a| lapses(a, today)),
            Reason::ObligationDue => Self::OwedBy(Obligation::of(record).map_or(Side::Them, |o| o.side)),
            Reason::AbsenceHits => Self::Away,
            Reason::FollowUpDue => Self::Plain,
            Reason::DayMissed | Reason::WaitTooLong | Reason::TaskDue | Reason::NotDecided => with(record),
            Reason::CadenceLate => Self::NoWord,
            Reason::NoNextStep => Self::NoNextStep,
            Reason::NoTier => Self::NoTier,
            Reason::Birthday => Self::Birthday,
        }
    }
}

fn with(record: &Record) -> Standing {
    hands::holder_now(record).map_or(Standing::Plain, |hand| Standing::With(hand.holder))
}

fn touch(record: &Record, of: impl Fn(Touch) -> Standing) -> Standing {
    Interaction::of(record).map_or(Standing::Plain, |i| of(i.touch))
}

/// What comes of an agreement when nothing is done.
fn lapses(agreement: &Agreement, today: NaiveDate) -> Standing {
    let running = agreements::running(agreement, today);
    match (agreement.state() != AgreementStatus::Draft, running.end) {
        (false, _) => Standing::NotSigned,
        (true, None) => Standing::Endless,
        (true, Some(end)) if running.renewal().is_some() => Standing::Renews(end),
        (true, Some(end)) => Standing::Ends(end),
    }
}
