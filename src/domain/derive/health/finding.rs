//! What each part of health found, as facts: days, counts and names. The sentence is made of them by whoever speaks the
//! language.

use crate::domain::derive::cadence::Cadence;
use chrono::NaiveDate;

/// What a part of health found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// How they stand to their cadence.
    Freshness(Cadence),
    /// Promises of the days that are looked back at.
    Promises {
        /// Kept.
        kept: usize,
        /// Kept and broken.
        all: usize,
        /// The one that was broken by the most days.
        worst: Option<Worst>,
    },
    /// Open requests.
    Waits {
        /// How many.
        open: usize,
        /// Those with a promised day ahead.
        ahead: usize,
        /// Days that the longest lay with our side.
        longest: i64,
        /// Its title.
        title: String,
    },
    /// The agreement that is worst off.
    Agreements {
        /// Its title.
        title: String,
        /// How it goes on.
        outlook: Outlook,
        /// What we owe and are late with, in all agreements.
        late: usize,
    },
    /// What the client said.
    Feedback {
        /// How many answers.
        answers: usize,
        /// The last of them.
        last: Said,
        /// When it was given.
        on: NaiveDate,
    },
    /// What the manager felt.
    Feel {
        /// 1 to 5.
        feel: i64,
        /// Days since, 0 or more.
        age: i64,
    },
}

/// A promise that was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worst {
    /// What was promised.
    pub title: String,
    /// By how many days.
    pub late: i64,
}

/// How an agreement goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// It has no end.
    Endless,
    /// It renewed itself.
    RenewedItself,
    /// It ended on this day, and nothing followed.
    EndedAlone(NaiveDate),
    /// Notice was given, and it ends on this day.
    NoticeGiven(NaiveDate),
    /// It holds until this day, and that is far off.
    SureUntil(NaiveDate),
    /// Notice can be given for so many days yet.
    NoticeWithin(i64),
    /// It ends by itself.
    EndsIn {
        /// In so many days.
        left: i64,
        /// On this day.
        on: NaiveDate,
    },
    /// The day for notice is past, and it goes on after this end.
    GoesOnAfter(NaiveDate),
}

/// An answer of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Satisfaction in general, 1 to 5.
    Csat(i64),
    /// Whether they would recommend us, 0 to 10.
    Nps(i64),
    /// Satisfaction with one request.
    Request {
        /// 1 to 5.
        satisfaction: i64,
        /// The title of the request.
        title: String,
    },
}
