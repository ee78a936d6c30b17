//! What speaks for a row of Today, as facts: days, counts and whom it is about. The sentence is made of them by whoever
//! speaks the language.

use crate::domain::derive::agreements::Lapse;
use crate::domain::derive::cadence::Cadence;
use crate::domain::derive::load::StandIn;
use crate::domain::derive::waiting::Usual;
use crate::domain::{Holder, Moment, Side, Touch};
use chrono::NaiveDate;

/// A day that was promised, and the one that was promised at first when it moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promised {
    /// The day that holds.
    pub day: NaiveDate,
    /// The first one, when it is another.
    pub first: Option<NaiveDate>,
    /// Whether it ever moved, though it may be back where it was.
    pub moved: bool,
}

/// One reason with its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The promised day is past.
    PromiseOverdue {
        /// What was promised.
        promised: Promised,
        /// When it is expected, beyond the promised day.
        expected: Option<NaiveDate>,
    },
    /// It is expected after the promised day, which is not past.
    ExpectedLater {
        /// What was promised.
        promised: Promised,
        /// When it is expected.
        expected: NaiveDate,
    },
    /// Little of the time is left.
    PromiseNear(Promised),
    /// A promise moved or was taken back, and the client was not told.
    PromiseMoved {
        /// The day it was moved on.
        on: NaiveDate,
        /// The day it was moved to; `None` when it was taken back.
        to: Option<NaiveDate>,
        /// Whether the row names that day already.
        is_named: bool,
    },
    /// The client wants it by this day, and nothing is promised.
    WantedBy(NaiveDate),
    /// It lies with us for so many days, and nothing is promised.
    WithUs(i64),
    /// It was declined on this day, and the client does not know.
    DeclinedNotTold(NaiveDate),
    /// It is done, on this day where that is known, and the client does not know.
    NotTold(Option<NaiveDate>),
    /// A project has no open task and no milestone ahead.
    NoNextStep,
    /// An agreement comes near the day on which something must be said, or is over.
    Notice {
        /// Days to that day; `None` when the term is over.
        left: Option<i64>,
        /// Whether the term ends by itself, so that no notice is needed.
        is_fixed: bool,
        /// What happens if nothing is done.
        lapse: Lapse,
    },
    /// A draft is not signed, and was to begin on this day.
    NotSigned(NaiveDate),
    /// Something that an agreement obliges to is due.
    Owed {
        /// Who owes it.
        by: Side,
        /// By when.
        due: NaiveDate,
    },
    /// A birthday comes.
    Birthday {
        /// The day it is kept on.
        on: NaiveDate,
        /// How old they turn; `None` when the year is not known.
        turns: Option<i32>,
    },
    /// Nobody spoke with them for too long.
    Silence(Cadence),
    /// A touch is planned.
    Planned {
        /// A call, a meeting …
        touch: Touch,
        /// When.
        at: Moment,
        /// The day of that, at our offset.
        day: NaiveDate,
        /// Whether its time has come, so that it is asked whether it took place.
        is_over: bool,
    },
    /// A meeting has no report yet.
    ReportOwed {
        /// A meeting or visit.
        touch: Touch,
        /// When it was.
        day: NaiveDate,
    },
    /// So many clients have no tier.
    NoTier(usize),
    /// Something is to be done by a day.
    Due {
        /// By when.
        due: NaiveDate,
        /// Who holds it, when not we.
        holder: Option<Holder>,
    },
    /// The day that was agreed with somebody is past.
    DayMissed {
        /// With whom.
        holder: Holder,
        /// The day; `None` where the row names it already.
        day: Option<NaiveDate>,
    },
    /// A decision is not taken yet.
    NotDecided {
        /// Who is to take it.
        holder: Holder,
        /// For how many days they have held it.
        days: i64,
    },
    /// Somebody holds it longer than they usually do.
    WaitTooLong {
        /// Who.
        holder: Holder,
        /// For how many days.
        days: i64,
        /// How long they usually take; `None` when nothing is known.
        usual: Option<Usual>,
        /// The day that was agreed, when it lies ahead and the row does not name it already.
        agreed: Option<NaiveDate>,
        /// Reminders sent since they hold it.
        nudges: usize,
    },
    /// Whoever holds it is away when it is due.
    Away(Away),
}

/// An absence that hits a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Away {
    /// The date.
    pub due: NaiveDate,
    /// Who holds it.
    pub holder: Holder,
    /// Whether these are several people, all away.
    pub is_all: bool,
    /// From which day on, when that lies ahead.
    pub from: Option<NaiveDate>,
    /// The last day of it.
    pub until: Option<NaiveDate>,
    /// Who is there instead.
    pub instead: StandIn,
}
