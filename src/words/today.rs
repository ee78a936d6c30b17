//! Why a row stands in Today.

use super::dates;
use super::{agreements, cadence, load, short_name, waiting};
use crate::domain::derive::today::{Away, Promised, Reason, Row, Why};
use crate::domain::text::grouped;
use crate::domain::{Book, ContactId, Holder, Side};
use chrono::NaiveDate;

/// What a row is called; a row for many things says which.
pub fn title(book: &Book, row: &Row) -> String {
    match row.reason {
        Reason::NoTier => "Clients without a tier".into(),
        _ => book.title(row.target),
    }
}

/// All reasons of a row, what presses first, since a narrow column cuts the end: "4 d late, promised 20 Nov".
pub fn row(book: &Book, row: &Row, today: NaiveDate) -> String {
    row.why.iter().map(|one| why(book, one, today)).collect::<Vec<_>>().join("; ")
}

/// One reason, as it is told on a day.
#[allow(clippy::too_many_lines, reason = "one arm for each reason, which the compiler demands")]
pub fn why(book: &Book, why: &Why, today: NaiveDate) -> String {
    let day = |date| dates::plain(date, today);
    let name = |holder: &Holder| short_name(book, holder);
    match why {
        Why::PromiseOverdue { promised, expected } => overdue(*promised, *expected, today),
        Why::ExpectedLater { promised, expected } => {
            let by = (*expected - promised.day).num_days();
            format!("{by} d too late: expected {}, promised {}", day(*expected), promise(*promised, today))
        }
        Why::PromiseNear(promised) if promised.day == today && !promised.moved => "promised for today".into(),
        Why::PromiseNear(promised) => {
            format!("{}, promised {}", how_late(promised.day, today), promise(*promised, today))
        }
        // The day is named by the promise already, which stands in the same row.
        Why::PromiseMoved { on, to: Some(_), is_named: true } => {
            format!("moved {}, client not told", day(*on))
        }
        Why::PromiseMoved { on, to: Some(to), .. } => {
            format!("promise moved {} to {}, client not told", day(*on), day(*to))
        }
        Why::PromiseMoved { on, to: None, .. } => format!("promise taken back {}, client not told", day(*on)),
        Why::WantedBy(wanted) => {
            format!("{}, wanted by {}, nothing promised", how_late(*wanted, today), day(*wanted))
        }
        Why::WithUs(days) => format!("{days} d with us, nothing promised"),
        Why::DeclinedNotTold(on) => format!("declined {}, the client does not know", day(*on)),
        Why::NotTold(done) => not_told(*done, today),
        Why::NoNextStep => "no open task, no milestone ahead".into(),
        Why::Notice { left, is_fixed, lapse } => {
            let lapse = agreements::lapse(lapse);
            match (left, is_fixed) {
                (None, _) => lapse,
                (Some(0), true) => format!("its last day is today: {lapse}"),
                (Some(left), true) => format!("{left} d left: {lapse}"),
                (Some(0), false) => format!("last day for notice is today: {lapse}"),
                (Some(left), false) => format!("{left} d to give notice: {lapse}"),
            }
        }
        Why::NotSigned(start) => not_signed(*start, today),
        Why::Owed { by, due } => {
            let who = if *by == Side::Us { "we owe it" } else { "the client owes it" };
            let by = if *due == today { String::new() } else { format!(" by {}", day(*due)) };
            format!("{}: {who}{by}", how_late(*due, today))
        }
        Why::Birthday { on, turns } => {
            let turns = turns.map(|age| format!(", turns {age}")).unwrap_or_default();
            let on = if *on == today { "today".into() } else { dates::show(*on, today) };
            format!("birthday {on}{turns}")
        }
        Why::Silence(of) => cadence::cadence(of),
        Why::Planned { touch, at, day, is_over } => {
            let (kind, at) = (touch.label(), at.local().format("%H:%M"));
            match (today - *day).num_days() {
                0 if *is_over => format!("{kind} today {at}: did it take place?"),
                0 => format!("{kind} today {at}"),
                1.. => format!("{kind} {}: did it take place?", dates::ago(*day, today)),
                _ => format!("{kind} {} {at}", dates::relative(*day, today)),
            }
        }
        Why::ReportOwed { touch, day } => {
            format!("{} {}, no report yet", touch.label(), dates::ago(*day, today))
        }
        Why::NoTier(1) => "no tier yet: how much care is it owed?".into(),
        Why::NoTier(n) => {
            format!("{} clients without a tier: how much care are they owed?", grouped(&n.to_string(), ','))
        }
        Why::Due { due, holder } => {
            let late = || format!("{}, due {}", how_late(*due, today), day(*due));
            let when = if *due == today { "due today".into() } else { late() };
            holder.as_ref().map_or_else(|| when.clone(), |who| format!("{when}: {}", name(who)))
        }
        Why::DayMissed { holder, day: None } => format!("agreed with {}", name(holder)),
        Why::DayMissed { holder, day: Some(agreed) } => {
            let past = (today - *agreed).num_days();
            format!("{past} d past {}, agreed with {}", day(*agreed), name(holder))
        }
        Why::NotDecided { holder, days } => format!("not yet decided, {days} d with {}", name(holder)),
        Why::WaitTooLong { holder, days, usual, agreed, nudges } => {
            let usual = usual.map_or_else(|| "no word yet".to_owned(), waiting::usual);
            let agreed = agreed.map(|day| format!(", {}", waiting::agreed(day, today))).unwrap_or_default();
            let nudged = match nudges {
                0 => String::new(),
                1 => ", nudged once".into(),
                more => format!(", nudged {more} times"),
            };
            format!("{days} d with {}, {usual}{agreed}{nudged}", name(holder))
        }
        Why::Away(absence) => away(book, absence, today),
    }
}

/// "4 d late", "today", "3 d left".
fn how_late(due: NaiveDate, today: NaiveDate) -> String {
    match (today - due).num_days() {
        0 => "today".into(),
        late @ 1.. => format!("{late} d late"),
        left => format!("{} d left", left.unsigned_abs()),
    }
}

/// The promised day, with the first one beside it when it moved.
fn promise(promised: Promised, today: NaiveDate) -> String {
    let day = dates::plain(promised.day, today);
    match promised.first {
        Some(first) => format!("{day}, at first {}", dates::plain(first, today)),
        None => day,
    }
}

fn overdue(promised: Promised, expected: Option<NaiveDate>, today: NaiveDate) -> String {
    let words = format!("{}, promised {}", how_late(promised.day, today), promise(promised, today));
    let Some(expected) = expected else { return words };
    let passed = if expected < today { ", passed too" } else { "" };
    format!("{words}, expected {}{passed}", dates::plain(expected, today))
}

fn not_told(done: Option<NaiveDate>, today: NaiveDate) -> String {
    match done.map(|done| (done, (today - done).num_days())) {
        Some((_, ..=0)) => "done today, the client does not know".into(),
        Some((done, since)) => format!("done {}, not told for {since} d", dates::plain(done, today)),
        None => "done, the client does not know".into(),
    }
}

fn not_signed(start: NaiveDate, today: NaiveDate) -> String {
    match (today - start).num_days() {
        late @ 1.. => {
            format!("{late} d late: it was to begin on {}, and is not signed", dates::plain(start, today))
        }
        0 => "to begin today, and is not signed".into(),
        left => format!("to begin in {} d, and is not signed", left.unsigned_abs()),
    }
}

fn away(book: &Book, away: &Away, today: NaiveDate) -> String {
    let day = |date| dates::plain(date, today);
    let (all, from) = (if away.is_all { "all of " } else { "" }, away.from.map(day));
    let from = from.map(|day| format!("from {day} ")).unwrap_or_default();
    let until = away.until.map(day).unwrap_or_default();
    let instead = load::stand_in(away.instead, today, |id: ContactId| short_name(book, &Holder::Person(id)));
    let (due, who) = (day(away.due), short_name(book, &away.holder));
    format!("due {due}, {all}{who} away {from}until {until}: {instead}")
}
