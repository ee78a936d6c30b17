//! Why a row stands in Today.

use super::dates;
use super::{agreements, cadence, chosen, load, short_name, standing, today_said as said, waiting};
use crate::domain::derive::today::{Away, Promised, Reason, Row, Why};
use crate::domain::text::grouped;
use crate::domain::{Book, ContactId, Holder, Side};
use chrono::NaiveDate;

/// What a row is called; a row for many things says which.
pub fn title(book: &Book, row: &Row) -> String {
    match row.reason {
        Reason::NoTier => said::without_tier().into(),
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
            said::too_late(by, &day(*expected), &promise(*promised, today))
        }
        Why::PromiseNear(promised) if promised.day == today && !promised.moved => {
            said::promised_today().into()
        }
        Why::PromiseNear(promised) => {
            said::promised(&how_late(promised.day, today), &promise(*promised, today))
        }
        // The day is named by the promise already, which stands in the same row.
        Why::PromiseMoved { on, to: Some(_), is_named: true } => said::moved(&day(*on)),
        Why::PromiseMoved { on, to: Some(to), .. } => said::moved_to(&day(*on), &day(*to)),
        Why::PromiseMoved { on, to: None, .. } => said::taken_back(&day(*on)),
        Why::WantedBy(wanted) => said::wanted(&how_late(*wanted, today), &day(*wanted)),
        Why::WithUs(days) => said::with_us(*days),
        Why::DeclinedNotTold(on) => said::declined(&day(*on)),
        Why::NotTold(done) => not_told(*done, today),
        Why::NoNextStep => said::no_next_step().into(),
        Why::Notice { left, is_fixed, lapse } => {
            let lapse = agreements::lapse(lapse);
            match (left, is_fixed) {
                (None, _) => lapse,
                (Some(0), true) => said::last_day(&lapse),
                (Some(left), true) => said::left(*left, &lapse),
                (Some(0), false) => said::notice_today(&lapse),
                (Some(left), false) => said::to_give_notice(*left, &lapse),
            }
        }
        Why::NotSigned(start) => not_signed(*start, today),
        Why::Owed { by, due } => {
            let who = if *by == Side::Us { standing::we_owe() } else { standing::they_owe() };
            let by = if *due == today { String::new() } else { said::by(&day(*due)) };
            format!("{}: {who}{by}", how_late(*due, today))
        }
        Why::Birthday { on, turns } => {
            let turns = turns.map(said::turns).unwrap_or_default();
            let on = if *on == today { dates::today().into() } else { dates::show(*on, today) };
            format!("{} {on}{turns}", super::month::birthday())
        }
        Why::Silence(of) => cadence::cadence(of),
        Why::Planned { touch, at, day, is_over } => {
            let (kind, at) = (chosen(*touch), at.local().format("%H:%M").to_string());
            match (today - *day).num_days() {
                0 if *is_over => said::did_it(kind, &format!("{} {at}", dates::today())),
                0 => format!("{kind} {} {at}", dates::today()),
                1.. => said::did_it(kind, &dates::ago(*day, today)),
                _ => format!("{kind} {} {at}", dates::relative(*day, today)),
            }
        }
        Why::ReportOwed { touch, day } => said::no_report(chosen(*touch), &dates::ago(*day, today)),
        Why::NoTier(1) => said::no_tier().into(),
        Why::NoTier(n) => said::no_tiers(&grouped(&n.to_string(), ',')),
        Why::Due { due, holder } => {
            let late = || said::due(&how_late(*due, today), &day(*due));
            let when = if *due == today { said::due_today().into() } else { late() };
            holder.as_ref().map_or_else(|| when.clone(), |who| format!("{when}: {}", name(who)))
        }
        Why::DayMissed { holder, day: None } => said::agreed_with(&name(holder)),
        Why::DayMissed { holder, day: Some(agreed) } => {
            let past = (today - *agreed).num_days();
            said::past_agreed(past, &day(*agreed), &name(holder))
        }
        Why::NotDecided { holder, days } => said::not_decided(*days, &name(holder)),
        Why::WaitTooLong { holder, days, usual, agreed, nudges } => {
            let usual = usual.map_or_else(|| said::no_word().to_owned(), waiting::usual);
            let agreed = agreed.map(|day| format!(", {}", waiting::agreed(day, today))).unwrap_or_default();
            let nudged = match nudges {
                0 => String::new(),
                1 => said::nudged_once().into(),
                more => said::nudged(*more),
            };
            said::waits(*days, &name(holder), &format!("{usual}{agreed}{nudged}"))
        }
        Why::Away(absence) => away(book, absence, today),
    }
}

/// "4 d late", "today", "3 d left".
fn how_late(due: NaiveDate, today: NaiveDate) -> String {
    match (today - due).num_days() {
        0 => dates::today().into(),
        late @ 1.. => dates::late(late),
        left => super::lists::days_left(-left),
    }
}

/// The promised day, with the first one beside it when it moved.
fn promise(promised: Promised, today: NaiveDate) -> String {
    let day = dates::plain(promised.day, today);
    match promised.first {
        Some(first) => said::at_first(&day, &dates::plain(first, today)),
        None => day,
    }
}

fn overdue(promised: Promised, expected: Option<NaiveDate>, today: NaiveDate) -> String {
    let words = said::promised(&how_late(promised.day, today), &promise(promised, today));
    let Some(expected) = expected else { return words };
    let day = dates::plain(expected, today);
    if expected < today { said::expected_passed(&words, &day) } else { said::expected(&words, &day) }
}

fn not_told(done: Option<NaiveDate>, today: NaiveDate) -> String {
    match done.map(|done| (done, (today - done).num_days())) {
        Some((_, ..=0)) => said::done_today().into(),
        Some((done, since)) => said::done_not_told(&dates::plain(done, today), since),
        None => said::done().into(),
    }
}

fn not_signed(start: NaiveDate, today: NaiveDate) -> String {
    match (today - start).num_days() {
        late @ 1.. => said::began_unsigned(late, &dates::plain(start, today)),
        0 => said::begins_today().into(),
        left => said::begins_in(-left),
    }
}

fn away(book: &Book, away: &Away, today: NaiveDate) -> String {
    let day = |date| dates::plain(date, today);
    let from = away.from.map(|from| said::from(&day(from))).unwrap_or_default();
    let until = away.until.map(day).unwrap_or_default();
    let instead = load::stand_in(away.instead, today, |id: ContactId| short_name(book, &Holder::Person(id)));
    let (due, who) = (day(away.due), short_name(book, &away.holder));
    if away.is_all {
        said::all_away(&due, &who, &format!("{from}{}", said::until(&until)), &instead)
    } else {
        said::away(&due, &who, &format!("{from}{}", said::until(&until)), &instead)
    }
}
