//! The one table of reasons: why something stands in Today, what that weighs, and which rule finds it. The list, its
//! views, what is made anew after a change, and the table of `docs/today.md` are readings of it.

use super::rank::{Desk, Open, Row};
use super::standing::{self, Standing};
use super::{dates, people, promises, work};
use crate::domain::choice::marked;
use crate::domain::{Book, Kind, Moment, Record};
use chrono::NaiveDate;

/// A part of the list; what stands in an earlier one comes first, however urgent the rest is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// What is one's own to do today.
    Mine,
    /// What clients were promised and do not have.
    Broken,
    /// What clients are to be told.
    Tell,
    /// Promises that will not be kept as things stand, and wishes without one.
    AtRisk,
    /// What lies with somebody for long.
    Waits,
    /// Notice, and what agreements oblige to.
    Agreements,
    /// Who should hear from us.
    Silence,
    /// Everything else, and what is only to come.
    Rest,
}

impl Section {
    /// Every section, in their order.
    pub const ALL: [Self; 8] = [
        Self::Mine,
        Self::Broken,
        Self::Tell,
        Self::AtRisk,
        Self::Waits,
        Self::Agreements,
        Self::Silence,
        Self::Rest,
    ];

    /// The words over it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Mine => "Mine now",
            Self::Broken => "Promises broken",
            Self::Tell => "Tell the client",
            Self::AtRisk => "Promises at risk",
            Self::Waits => "Waiting",
            Self::Agreements => "Agreements",
            Self::Silence => "Silence",
            Self::Rest => "The rest",
        }
    }
}

/// A row: points · reason · word or two for the column · section · when it stands there · how loud · what tells how it
/// stands now.
///
/// A rule stands at one of the reasons it finds: its group, its function, and the kinds of record whose change can change
/// its rows, those among them that lend a name or a tier; `hourly` when its rows change within a day.
macro_rules! reasons {
    ($(
        $points:literal $reason:ident $label:literal in $section:ident: $when:literal, $loud:literal,
        $stands:expr
        $(, $(#[doc = $about:literal])+ rule $group:ident $rule:path, reads [$($kind:ident)*] $($hourly:ident)?)?;
    )*) => {
        /// Why something stands in the list; in the order of their weight.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Reason { $( #[doc = $when] $reason, )* }

        impl Reason {
            /// Every reason, by weight.
            pub const ALL: &'static [Self] = &[$(Self::$reason),*];

            /// Points for the reason alone.
            pub const fn weight(self) -> i64 {
                match self { $(Self::$reason => $points,)* }
            }

            /// A word or two for the column.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$reason => $label,)* }
            }

            /// The section it stands in when its day has come.
            pub const fn section(self) -> Section {
                match self { $(Self::$reason => Section::$section,)* }
            }

            /// When it is so.
            pub const fn when(self) -> &'static str {
                match self { $(Self::$reason => $when,)* }
            }

            /// How loud it is, and from when on.
            pub const fn loud(self) -> &'static str {
                match self { $(Self::$reason => $loud,)* }
            }

            /// What tells how a record that stands here for this reason stands now, on a day.
            pub(super) fn stands(self) -> fn(&Record, NaiveDate) -> Standing {
                match self { $(Self::$reason => $stands,)* }
            }
        }

        /// Reasons that are found by one rule, since they look at the same records.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Group { $( $( $(#[doc = $about])+ $group, )? )* }

        impl Group {
            /// Every group.
            pub const ALL: &'static [Self] = &[$( $( Self::$group, )? )*];

            /// The kinds of record whose change can change its rows.
            pub const fn reads(self) -> &'static [Kind] {
                match self { $( $( Self::$group => &[$(Kind::$kind),*], )? )* }
            }

            /// Whether its rows change by the hour; those of all others by the day.
            pub(super) const fn is_hourly(self) -> bool {
                match self { $( $( Self::$group => marked!($($hourly)?), )? )* }
            }

            pub(super) fn rows(self, book: &Book, open: &Open, now: Moment) -> Vec<Row> {
                let mut desk = Desk::new(book, open, now);
                match self { $( $( Self::$group => $rule(&mut desk), )? )* }
                desk.rows
            }
        }
    };
}

reasons! {
    500 PromiseOverdue "promise overdue" in Broken:
        "the promised day of a request, milestone or project is past, and it is not done",
        "alarm", standing::expected,
        /// Promises of requests, and what is done but not told.
        rule Requests promises::requests, reads [Request Client Project Contact];
    420 Planned "planned" in Mine:
        "a call, meeting or visit is planned for today or one of the next 7 days, or its time is over and nobody said whether it took place",
        "plain; on its day warning", |record, _| standing::touch(record, Standing::Planned);
    400 NotTold "not told" in Tell:
        "a request is done, and the client does not know; late by the days since",
        "warning; alarm past the promised day", |_, _| Standing::DoneNotTold;
    390 MoveNotTold "move not told" in Tell:
        "a promise moved to another day, and the client does not know; late by the days since",
        "warning", standing::moved;
    385 DeclinedNotTold "declined" in Tell:
        "a request was declined within 60 days, and the client does not know; late by the days since",
        "warning", |_, _| Standing::DeclinedNotTold;
    380 PromiseAtRisk "promise at risk" in AtRisk:
        "expected after the promised day, or a quarter or less of the time is left",
        "warning; expected after it, and 14 days or less left: alarm", standing::expected;
    370 WantedBy "wanted" in AtRisk:
        "a client wants it by a day that is 14 days off or less, and nothing was promised",
        "warning; past that day alarm", |_, _| Standing::NothingPromised;
    360 NoticeNear "notice" in Agreements:
        "180, 90, 60, 30 days before the last day for notice: -120, 0, +30, +60 instead of days; a fixed term: the same for the days to its end; ended and not written down: +60; what renewed itself is told by the term that runs; a draft that is not signed from 60 days before its first day, by days",
        "plain, warning, warning, alarm", standing::lapse,
        /// Notice dates, and what agreements oblige to.
        rule Agreements dates::agreements, reads [Agreement Obligation Client];
    340 ObligationDue "owed" in Agreements:
        "an obligation of ours within 7 days, of theirs when it is due",
        "warning; ours, late: alarm", standing::owed;
    330 AbsenceHits "absence" in AtRisk:
        "whoever holds it is away when it is due, or now until after that, of a department or client all its people; names the stand-in",
        "warning; nobody stands in: alarm", |_, _| Standing::Away,
        /// Absences that hit a date.
        rule Absences work::absences, reads [Absence Request Task Project Milestone Client Contact Department];
    320 FollowUpDue "follow-up" in Mine:
        "a task that lies with us is due",
        "warning; late: alarm", |_, _| Standing::Plain,
        /// Tasks due, one's own and those of others.
        rule Tasks work::tasks, reads [Task Project Milestone Request Client Contact Department];
    310 WithUs "with us" in Waits:
        "a request lies with us for 5 days or more, and nothing is promised, expected or asked for by a day; late by the days beyond",
        "warning; beyond 14 days alarm", |_, _| Standing::NothingPromised;
    305 DayMissed "day missed" in Waits:
        "somebody other than the client holds a request past the day it was expected of them",
        "warning", standing::with;
    300 WaitTooLong "waiting" in Waits:
        "somebody holds it longer than they usually do (7 days when nothing is known); late by the days beyond; an agreed day that lies ahead is told, and then by the days to it",
        "warning; beyond twice the usual: alarm; an agreed day ahead: plain", standing::with,
        /// What others hold too long.
        rule Waits work::waits, reads [Request Task Decision Project Milestone Client Contact Department];
    290 TaskDue "task due" in Waits:
        "a task that lies with somebody else is due",
        "warning; late: alarm", standing::with;
    280 CadenceLate "silence" in Silence:
        "a client, or a contact with limits of their own, is past the soft limit; late against the hard one",
        "warning; past the hard limit: alarm", |_, _| Standing::NoWord,
        /// Silence, reports owed, and touches that are planned.
        rule Touches people::touches, reads [Interaction Client Contact Project Request] hourly;
    260 ReportOwed "report owed" in Mine:
        "a meeting or visit with a client without a report after 24 hours, within 30 days",
        "plain; after four days warning", |record, _| standing::touch(record, Standing::NoReport);
    240 NotDecided "not decided" in Waits:
        "an approval or decision is not taken yet, and whoever is to take it holds it no longer than they usually do",
        "plain", standing::with;
    220 NoNextStep "no next step" in Rest:
        "an active project with no open task and no milestone ahead",
        "warning", |_, _| Standing::NoNextStep,
        /// Promises of projects and milestones, and projects without a next step.
        rule Projects promises::projects, reads [Project Milestone Task Client];
    200 NoTier "no tier" in Rest:
        "clients, most of them brought in, of whom nobody said how much care they are owed; one row for all of them",
        "plain", |_, _| Standing::NoTier,
        /// Clients that nobody sorted yet.
        rule Unsorted people::unsorted, reads [Client];
    180 Birthday "birthday" in Mine:
        "of somebody at an active client, within 7 days",
        "plain", |_, _| Standing::Birthday,
        /// Birthdays.
        rule Birthdays dates::birthdays, reads [Contact Client];
}

/// The table of reasons for the manual, as Markdown.
pub fn manual() -> String {
    let mut out = String::from("| reason | points | section | when | loud |\n|---|---|---|---|---|\n");
    for reason in Reason::ALL {
        let (label, points, section) =
            (reason.label(), reason.weight().to_string(), reason.section().title());
        out.extend([
            "| ",
            label,
            " | ",
            &points,
            " | ",
            section,
            " | ",
            reason.when(),
            " | ",
            reason.loud(),
            " |\n",
        ]);
    }
    out
}
