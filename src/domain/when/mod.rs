//! Dates as people write them, in English and in Greek, and dates as people like to read them.
//!
//! What is not understood is `None`, never a guess: a wrong date is worse than a question. Whoever asks should show
//! the date that was understood (`words::dates`) while it is being typed.
//!
//! The rules where people differ, decided once:
//! - Work lies ahead ([`read_date`]), what has happened lies behind ([`read_past_date`], [`read_moment`]).
//! - A weekday alone (`fri`) is the next one after today, today excluded; behind, it is the last one, and today when
//!   today is that weekday: of what happened today one speaks today, of what is due today one does not say `fri`.
//! - `this fri` and `next fri` are the Friday of this and the next ISO week (Monday to Sunday); `last fri` is the last one
//!   before today.
//! - `week 50` and `a week from friday` are told by other days; a week ends on its Friday.
//! - A day without a year (`24/12`, `24 dec`, `end of december`) or without a month (`15th`) is the next such day, or
//!   behind the last one, today included.
//! - What says its direction keeps it: `tomorrow`, `in 3 days`, `next fri` and `eom` lie ahead everywhere, so that a
//!   meeting can be written down before it takes place.
//! - Day before month, as everywhere but in North America: `12/24` is no date.
//! - `next week` is its Monday, `next month`, `next quarter` and `next year` their first day.
//! - `eow` is Friday: promises are made for working days, and the week of the work ends there. On a weekend it is the
//!   coming Friday, as an end lies ahead.

mod calendar;
mod clock;
mod day;
mod phrases;
mod words;

use super::{Moment, Span, Unit, Workdays, text};
use chrono::{NaiveDate, NaiveTime};

/// The clock time of a day that was given without one.
const MORNING: (u32, u32) = (9, 0);

/// The most words a phrase may have; longer text is prose, and no time is spent on it.
const MOST_WORDS: usize = 12;

/// On which side of today a day is looked for that is not told in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Toward {
    Future,
    Past,
}

impl Toward {
    /// Whether a day lies on this side; today lies on both.
    fn allows(self, date: NaiveDate, today: NaiveDate) -> bool {
        match self {
            Self::Future => date >= today,
            Self::Past => date <= today,
        }
    }
}

/// Reads a day on which something is to be done: `fri`, `in 3 days`, `24/12`, `2026-12-24`, `αύριο`, `σε 2 εβδομάδες`, `τέλος του μήνα`.
pub fn read_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words = words::split(text, MOST_WORDS)?;
    day::read(&words::slices(&words), today, Toward::Future)
}

/// Reads a step from a day that stands already: `+10d`, `-3 days`, `+2w`; `None` for whatever does not begin with a sign.
pub fn read_step(text: &str, from: NaiveDate, calendar: &Workdays) -> Option<NaiveDate> {
    let text = text.trim();
    let rest = text.strip_prefix(['+', '-']).filter(|rest| rest.starts_with(|c: char| !c.is_whitespace()))?;
    // Only what reads as a distance without its sign as well: `+24/12` is no step.
    day::step_from(&words::slices(&words::split(rest, MOST_WORDS)?), from, text.starts_with('+'), calendar)
}

/// Reads a distance in working days by a calendar of them: `in 10 working days`, `3wd`. Every other phrase is `None`, and
/// read by [`read_date`], which knows weekends alone.
pub fn read_workdays(text: &str, today: NaiveDate, calendar: &Workdays) -> Option<NaiveDate> {
    day::in_workdays(&words::slices(&words::split(text, MOST_WORDS)?), today, calendar)
}

/// Reads a day on which something happened: as [`read_date`], but `fri`, `24/12` and `15th` are the last such day.
pub fn read_past_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let words = words::split(text, MOST_WORDS)?;
    day::read(&words::slices(&words), today, Toward::Past)
}

/// Reads a point in time at which something happened: a day (as [`read_past_date`]) with `at 15:30`, a time alone is
/// today; a day alone is that day at 9:00, today is now.
///
/// The offset from UTC is the one of `now`. A moment bears its own offset, and a book knows no time zones, so a date
/// beyond the next change to or from daylight saving is an hour off on the UTC side; the clock reading is what was typed.
pub fn read_moment(text: &str, now: Moment) -> Option<Moment> {
    let words = words::split(text, MOST_WORDS)?;
    let words = words::slices(&words);
    if let Some(minutes) = clock::distance(&words) {
        return now.utc_ms.checked_add(minutes.checked_mul(60_000)?).map(|utc_ms| Moment { utc_ms, ..now });
    }
    let today = now.date();
    let day = |words: &[&str]| day::read(words, today, Toward::Past);
    let at = |date: NaiveDate, time: NaiveTime| now.at_local(date.and_time(time));
    if let Some(time) = clock::read(&words) {
        return Some(at(today, time));
    }
    if let Some(date) = day(&words) {
        let morning = NaiveTime::from_hms_opt(MORNING.0, MORNING.1, 0)?;
        return Some(if date == today { now } else { at(date, morning) });
    }
    (1..words.len()).find_map(|cut| {
        let (left, right) = words.split_at(cut);
        let day_first = day(left).zip(clock::read(right));
        let (date, time) = day_first.or_else(|| day(right).zip(clock::read(left)))?;
        Some(at(date, time))
    })
}

/// Reads a length of time: `3 months`, `90 days`, `10 workdays`, `2w`, `month`, `3 μήνες`, `δύο εβδομάδες`.
pub fn read_span(text: &str) -> Option<Span> {
    let words = words::split(text, MOST_WORDS)?;
    let words = words::slices(&words);
    if matches!(*words, ["half", "a", "year"] | ["half", "year"] | ["μισο", "χρονο"] | ["εξαμηνο"])
    {
        return Some(Span::new(6, Unit::Month));
    }
    let words = words.strip_prefix(&["a"]).unwrap_or(&words);
    let (count, unit) = match words.split_first()? {
        (first, rest) if !rest.is_empty() && words::number(first).is_some() => (words::number(first)?, rest),
        _ => (1, words),
    };
    let (unit, each) = words::unit(unit)?;
    let count = u16::try_from(count.checked_mul(each)?).ok().filter(|n| *n > 0)?;
    Some(Span::new(count, unit))
}

/// The minutes that one of a unit of the clock has: "h", "λεπτά".
pub(super) fn minutes_of(folded: &str) -> Option<i64> {
    clock::minutes_of(folded)
}

/// The month, 1 to 12, that a word means: "Mar", "Μαρτίου".
pub(super) fn month(word: &str) -> Option<u32> {
    words::month(&text::fold(word))
}

/// Whether a word says which one of several: "second", "2nd", "last".
pub(super) fn is_ordinal(word: &str) -> bool {
    words::split(word, 2).is_some_and(|words| words::ordinal(&words::slices(&words)).is_some())
}

/// Whether a folded word is the name of a month, or the beginning of one that no word of another kind has.
pub(super) fn is_month(folded: &str) -> bool {
    words::month(folded).is_some()
}

/// Whether a folded word is the name of a weekday, or the beginning of one.
pub(super) fn is_weekday(folded: &str) -> bool {
    words::weekday(folded).is_some()
}

/// The names of weekdays and months, folded and in full.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    words::names()
}

/// Whether a folded word changes nothing in a date.
pub(super) fn is_filler(folded: &str) -> bool {
    words::FILLERS.contains(&folded)
}

/// "mon in two weeks": the Monday of that week, and two weeks after the next one. Only where they are one day is it read.
pub(super) fn in_weeks(text: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let words = words::split(text, MOST_WORDS)?;
    phrases::in_weeks(&words::slices(&words), today)
}

/// The words and numbers of a day of the calendar, without the marks between them and without what only sounds: "7th
/// of March" as "7" and "march", "7.3.1980" as "7", "3" and "1980"; `None` for nothing and for prose.
pub(super) fn date_parts(text: &str) -> Option<Vec<String>> {
    let mut parts = words::split(&text.replace(['-', '/', '.', ','], " "), MOST_WORDS)?;
    parts.retain(|w| !calendar::ORDINALS.contains(&w.as_str()));
    Some(parts)
}

#[cfg(test)]
mod behind;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod steps;
#[cfg(test)]
mod tests;
