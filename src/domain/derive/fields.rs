//! The table of derived fields: what follows from the records and today, told like a field of the record. Columns,
//! orders and the command line read it beside the fields; nothing of it is stored.

use super::promise::{Kept, Promise};
use super::{agreements, cadence, hands, health, tasks, timeline, waiting};
use crate::domain::{
    Agreement, AgreementStatus, Book, Choice, Client, Decision, Kind, Milestone, Moment, Outcome, Project,
    Record, Ref, Request, RequestStatus, Task, Tone, Type, Value, parse,
};
use chrono::NaiveDate;

/// One row of the table.
#[derive(Debug)]
pub struct Derived {
    /// Stable name for filters and the command line; none that a field of its kinds bears.
    pub name: &'static str,
    /// The word on screen.
    pub label: &'static str,
    /// What it tells: a sentence.
    pub about: &'static str,
    /// What may stand in it.
    pub kind: Type,
    /// Whether a kind has it.
    pub of: fn(Kind) -> bool,
    /// The kinds of them whose printed list has it as a column.
    pub printed: &'static [Kind],
    value: fn(&Book, Moment, &Record) -> Value,
    loud: fn(&Value, NaiveDate) -> Tone,
}

impl Derived {
    /// Reads it from a book at a moment; empty for a record of another kind, and where there is nothing to tell.
    pub fn read(&self, book: &Book, now: Moment, record: &Record) -> Value {
        if (self.of)(record.kind()) { (self.value)(book, now, record) } else { Value::Empty }
    }

    /// How loud what was read is.
    pub fn tone(&self, value: &Value, today: NaiveDate) -> Tone {
        (self.loud)(value, today)
    }
}

impl Kind {
    /// The derived fields of this kind.
    pub fn derived(self) -> impl Iterator<Item = &'static Derived> {
        ALL.iter().copied().filter(move |row| (row.of)(self))
    }
}

/// What became of a promise.
const KEPT: &[Choice] = &[
    Choice { list: "PromiseState", code: 1, name: "kept", label: "kept", shown: "kept", is_default: false },
    Choice {
        list: "PromiseState",
        code: 2,
        name: "broken",
        label: "broken",
        shown: "broken",
        is_default: false,
    },
];

macro_rules! loud {
    () => {
        |_, _| Tone::Plain
    };
    ($loud:expr) => {
        $loud
    };
}

/// A row: doc comment · constant, stable name, label, type · the kinds that have it, and those of which else this holds · those
/// whose printed list has it · how it is read · how loud it is, where it can be.
macro_rules! derived {
    ($(
        $(#[doc = $about:literal])+
        $row:ident $name:literal $label:literal: $kind:expr, of [$($of:ident)+] $(or $holds:ident)? $(printed [$($printed:ident)+])?, $read:expr $(, loud $loud:expr)?;
    )*) => {
        $(
            $(#[doc = $about])+
            pub const $row: Derived = Derived {
                name: $name,
                label: $label,
                about: concat!($($about),+),
                kind: $kind,
                of: |kind| matches!(kind, $(Kind::$of)|+) $(|| $holds(kind))?,
                printed: &[$($(Kind::$printed),+)?],
                value: $read,
                loud: loud!($($loud)?),
            };
        )*

        /// Every row.
        pub const ALL: &[&Derived] = &[$(&$row),*];
    };
}

derived! {
    /// How well it goes with the client, 0 to 100.
    HEALTH "health" "Health": Type::Whole(0, 100), of [Client] printed [Client], |book, now, record| {
        let health = Client::of(record).and_then(|c| health::health(book, c.id, now));
        health.map_or(Value::Empty, |h| Value::Whole(i64::from(h.score)))
    }, loud |value, _| match value {
        Value::Whole(score) => health::tone(*score),
        _ => Tone::Plain,
    };
    /// When we were last in touch.
    LAST_TOUCH "last_touch" "Last touch": Type::Moment, of [Client Contact Department], |book, now, record| {
        let last = timeline::last_touch(book, record.id(), now);
        last.map_or(Value::Empty, Value::Moment)
    };
    /// The day from which on they should hear from us.
    NEXT_TOUCH "next_touch" "Next touch": Type::Date, of [Client Contact] printed [Client], |book, now, record| {
        date(cadence::cadence(book, record.id(), now).map(|c| c.due))
    }, loud past;
    /// Whether there is still something to do about it.
    OPEN "open" "Open": Type::Flag, of [Project Task Request Decision] or closes, |_, _, record| {
        flag(is_open(record))
    };
    /// Whether the day it must be done by is past, and it is not done.
    LATE "late" "Late": Type::Flag, of [Project Task Request] or is_due, |_, now, record| {
        flag(is_late(record, now.date()))
    };
    /// Whether the promise was kept: done by the promised day, or done later, or still open after it.
    KEPT_PROMISE "kept" "Promise": Type::Choice(KEPT), of [Project Milestone Request] printed [Milestone], |book, now, record| {
        match Promise::of(book, record).and_then(|p| p.stood(now.date())) {
            None => Value::Empty,
            Some(Kept::Kept) => Value::Choice(1),
            Some(Kept::Broken(_)) => Value::Choice(2),
        }
    }, loud |value, _| if *value == Value::Choice(2) { Tone::Alarm } else { Tone::Plain };
    /// Who holds it now.
    HELD_BY "held_by" "Held by": Type::Text, of [Task Request Decision] printed [Task Request], |book, _, record| {
        let hand = hands::holder_now(record);
        hand.map_or(Value::Empty, |h| Value::Text(parse::holder_name(&h.holder, &|id| book.name(id))))
    };
    /// For how many days they have held it.
    HELD_DAYS "held_days" "Held for (days)": Type::Whole(0, 1_000_000), of [Task Request Decision] printed [Task Request], |book, now, record| {
        waiting::held_days(book, record, now.date()).map_or(Value::Empty, Value::Whole)
    };
    /// For how many days somebody else has held it who can be asked for it.
    WAITING_DAYS "waiting_days" "Waiting (days)": Type::Whole(0, 1_000_000), of [Task Request Decision], |book, now, record| {
        let asked = waiting::asked_of(book, record, now.date()).is_some();
        waiting::held_days(book, record, now.date()).filter(|_| asked).map_or(Value::Empty, Value::Whole)
    };
    /// How many tasks and requests around it are open.
    OPEN_WORK "open_work" "Open work": Type::Whole(0, 1_000_000), of [Client Contact Department Project] printed [Department Project], |book, _, record| {
        count(open_work(book, record.id()))
    };
    /// How many tasks around it are late.
    LATE_TASKS "late_tasks" "Late tasks": Type::Whole(0, 1_000_000), of [Client Contact Department Project], |book, now, record| {
        count(late_tasks(book, record.id(), now))
    }, loud some;
    /// How many tasks and requests around it are late.
    LATE_WORK "late_work" "Late work": Type::Whole(0, 1_000_000), of [Client Contact Department Project] printed [Department Project], |book, now, record| {
        count(late_work(book, record.id(), now))
    }, loud some;
    /// The last day on which notice can be given, of the term that runs.
    NOTICE_DATE "notice_date" "Notice by": Type::Date, of [Agreement] printed [Agreement], |_, now, record| {
        let agreement = Agreement::of(record).filter(|a| a.state() == AgreementStatus::Active);
        date(agreement.and_then(|a| agreements::running(a, now.date()).notice_date()))
    }, loud past;
}

/// A day by which something was to be: loud once it is past.
fn past(value: &Value, today: NaiveDate) -> Tone {
    if matches!(value, Value::Date(day) if *day < today) { Tone::Alarm } else { Tone::Plain }
}

/// A number of what should not be.
fn some(value: &Value, _: NaiveDate) -> Tone {
    if matches!(value, Value::Whole(1..)) { Tone::Alarm } else { Tone::Plain }
}

fn flag(yes: bool) -> Value {
    if yes { Value::Yes } else { Value::Empty }
}

fn date(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Empty, Value::Date)
}

fn count(all: usize) -> Value {
    Value::Whole(i64::try_from(all).unwrap_or(i64::MAX))
}

/// Whether a kind is ticked off by a day alone.
fn closes(kind: Kind) -> bool {
    kind.closing_field().is_some()
}

/// Whether a kind is ticked off so, and has a day it is to be done by.
fn is_due(kind: Kind) -> bool {
    closes(kind) && !kind.due_fields().is_empty()
}

/// Whether there is still something to do about a record; never so for one that is not to be done.
pub fn is_open(record: &Record) -> bool {
    match record {
        Record::Project(p) => p.status.is_open(),
        Record::Task(t) => t.status.is_open(),
        Record::Request(r) => r.status.is_open(),
        Record::Decision(Decision { outcome, .. }) => *outcome == Outcome::Open,
        _ => record.kind().closing_field().is_some_and(|field| field.read(record).is_empty()),
    }
}

/// Whether the day it must be done by is past, and it is not done: for what a client was promised, the promised day.
fn is_late(record: &Record, today: NaiveDate) -> bool {
    let day = match record {
        Record::Task(t) => return tasks::is_late(t, today),
        // Done is not told, but it is done.
        Record::Request(Request { status: RequestStatus::Done, .. }) => None,
        Record::Project(Project { promised, expected, .. })
        | Record::Milestone(Milestone { promised, expected, .. })
        | Record::Request(Request { promised, expected, .. }) => promised.or(*expected),
        _ => record.due(),
    };
    is_open(record) && day.is_some_and(|d| d < today)
}

fn open_work(book: &Book, id: Ref) -> usize {
    let requests = book.backlinks(id, Kind::Request).filter_map(Request::of);
    tasks::open_tasks(book, id).len() + requests.filter(|r| r.status.is_open()).count()
}

fn late_work(book: &Book, id: Ref, now: Moment) -> usize {
    let late = |r: &&Record| is_late(r, now.date());
    late_tasks(book, id, now) + book.backlinks(id, Kind::Request).filter(late).count()
}

fn late_tasks(book: &Book, id: Ref, now: Moment) -> usize {
    let late = |t: &&Task| tasks::is_late(t, now.date());
    tasks::open_tasks(book, id).iter().filter(|t| late(t)).count()
}
