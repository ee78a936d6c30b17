//! Days of the calendar: `24/12`, `24 dec 2027`, `2026-12-24`, `15th`, `Fri 27 Nov`.

use super::Toward;
use super::words::{digits, month, weekday};
use chrono::{Datelike, NaiveDate, Weekday};

/// What follows the number of a day: 1st, 2nd, 15th, 15η.
pub(super) const ORDINALS: &[&str] = &["st", "nd", "rd", "th", "η", "ησ"];

/// How many years on a day without a year is looked for: 29 February is eight years off at the most (1896 to 1904).
const YEARS_ON: i32 = 8;

/// A day of the calendar; its weekday may stand before it and must then be right.
pub(super) fn read(words: &[&str], today: NaiveDate, look: Toward) -> Option<NaiveDate> {
    if let Some(day) = written(words, today, look, None) {
        return Some(day);
    }
    let (first, rest) = words.split_first()?;
    let day = weekday(first)?;
    written(rest, today, look, Some(day)).filter(|d| d.weekday() == day)
}

fn written(words: &[&str], today: NaiveDate, look: Toward, on: Option<Weekday>) -> Option<NaiveDate> {
    let parts: Vec<&str> = words.iter().copied().filter(|w| !ORDINALS.contains(w)).collect();
    let ordinal = parts.len() + 1 == words.len();
    if words.len() > parts.len() + 1 {
        return None;
    }
    match parts[..] {
        [one] if ordinal && words.first() == Some(&one) => of_month(digits(one)?, today, look),
        [one] if !ordinal => numeric(one, today, look, on),
        [a, b] => {
            let (day, month) = day_and_month(a, b)?;
            without_year(day, month, today, look, on)
        }
        [a, b, c] => {
            let (day, month) = day_and_month(a, b)?;
            with_year(day, month, year(c)?)
        }
        _ => None,
    }
}

fn day_and_month(a: &str, b: &str) -> Option<(u32, u32)> {
    digits(a).zip(month(b)).or_else(|| digits(b).zip(month(a)))
}

/// A year of two digits is one of this century, of four digits itself.
fn year(text: &str) -> Option<i32> {
    let number = i32::try_from(digits(text)?).ok()?;
    match text.len() {
        2 => Some(2000 + number),
        4 if number > 0 => Some(number),
        _ => None,
    }
}

/// `24/12`, `24.12`, `24.12.`, `24/12/26`, `24.12.2026`, `24-12-2026`, `2026-12-24`, `2026/12/24`.
fn numeric(text: &str, today: NaiveDate, look: Toward, on: Option<Weekday>) -> Option<NaiveDate> {
    let mark = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/.-".contains(*c))?;
    let text = if mark == '.' { text.strip_suffix('.').unwrap_or(text) } else { text };
    let parts: Vec<&str> = text.split(mark).collect();
    match parts[..] {
        [y, m, d] if y.len() == 4 && mark != '.' => with_year(digits(d)?, digits(m)?, year(y)?),
        // With dashes, two digits at the end could be a day as well as a year.
        [d, m, y] if mark != '-' || y.len() == 4 => with_year(digits(d)?, digits(m)?, year(y)?),
        [d, m] if mark != '-' => without_year(digits(d)?, digits(m)?, today, look, on),
        _ => None,
    }
}

fn with_year(day: u32, month: u32, year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The next or the last such day, today included. When the weekday is given too, a day of this year that fits wins
/// even if it lies on the other side: that is how such a date is shown.
fn without_year(
    day: u32,
    month: u32,
    today: NaiveDate,
    look: Toward,
    on: Option<Weekday>,
) -> Option<NaiveDate> {
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
    if let Some(day) = in_year(today.year()).filter(|d| on == Some(d.weekday())) {
        return Some(day);
    }
    (0..=YEARS_ON).find_map(|far| {
        let year = match look {
            Toward::Future => today.year().checked_add(far)?,
            Toward::Past => today.year().checked_sub(far)?,
        };
        in_year(year).filter(|d| look.allows(*d, today))
    })
}

/// The next or the last day of this number, today included, in the nearest month that has it.
fn of_month(day: u32, today: NaiveDate, look: Toward) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    // No three months in a row lack a day that some month has.
    (0..3).find_map(|far| {
        let month = match look {
            Toward::Future => first.checked_add_months(chrono::Months::new(far))?,
            Toward::Past => first.checked_sub_months(chrono::Months::new(far))?,
        };
        month.with_day(day).filter(|d| look.allows(*d, today))
    })
}
