//! Days told from today: `tomorrow`, `next fri`, `in 3 days`, `eom`.

use super::words::{Step, Which, month, number, step, weekday, which};
use super::{Toward, calendar, phrases};
use crate::domain::{Span, Unit, Workdays};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Years that people mean. Beyond them a date cannot be written with four digits, and is a slip of the hand.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// Reads a day from the folded words of a phrase; all of them must be understood.
pub(super) fn read(words: &[&str], today: NaiveDate, look: Toward) -> Option<NaiveDate> {
    named(words, today)
        .or_else(|| on_weekday(words, today, look))
        .or_else(|| distance(words, today))
        .or_else(|| end_of(words, today, look))
        .or_else(|| next_period(words, today))
        .or_else(|| phrases::read(words, today, look))
        .or_else(|| calendar::read(words, today, look))
        .filter(|d| YEARS.contains(&d.year()))
}

/// `tomorrow`, `σήμερα`, `day after tomorrow`.
fn named(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let days = match *words {
        ["today" | "now" | "eod" | "tonight" | "σημερα" | "τωρα" | "αποψε"] | ["2", "nite"] => {
            0
        }
        ["tomorrow" | "tmr" | "tmrw" | "αυριο"] => 1,
        ["μεθαυριο"] | ["day", "after", "tomorrow"] => 2,
        ["yesterday" | "χθεσ" | "χτεσ" | "εχθεσ"] => -1,
        ["προχθεσ" | "προχτεσ"] | ["day", "before", "yesterday"] => -2,
        _ => return None,
    };
    by_days(today, days)
}

fn by_days(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    date.checked_add_signed(chrono::TimeDelta::try_days(days)?)
}

fn monday(of: NaiveDate) -> Option<NaiveDate> {
    of.checked_sub_days(Days::new(of.weekday().num_days_from_monday().into()))
}

/// `fri`, `this fri`, `next fri`, `last fri`.
fn on_weekday(words: &[&str], today: NaiveDate, look: Toward) -> Option<NaiveDate> {
    let in_week =
        |day: Weekday, weeks: i64| by_days(monday(today)?, weeks * 7 + i64::from(day.num_days_from_monday()));
    match *words {
        [word] => {
            let day = weekday(word)?;
            match look {
                Toward::Future => in_week(day, 0).filter(|d| *d > today).or_else(|| in_week(day, 1)),
                Toward::Past => in_week(day, 0).filter(|d| *d <= today).or_else(|| in_week(day, -1)),
            }
        }
        // The article stands between in Greek and is gone by now: «αυτή την Παρασκευή».
        [one, word] => match which(one)? {
            Which::This => in_week(weekday(word)?, 0),
            Which::Next => in_week(weekday(word)?, 1),
            // On a Thursday, "last monday" is the one three days ago.
            Which::Last => {
                let day = weekday(word)?;
                in_week(day, 0).filter(|d| *d < today).or_else(|| in_week(day, -1))
            }
        },
        _ => None,
    }
}

/// So many steps, and of what.
fn counted(count: &str, unit: &[&str]) -> Option<(u32, Step)> {
    let unit = match *unit {
        ["working" | "business", "days" | "day"] | ["εργασιμεσ", "μερεσ" | "ημερεσ"] => {
            Step::Workday
        }
        ["fortnight" | "δεκαπενθημερο"] => {
            return Some((number(count)?.checked_mul(2)?, Step::Week));
        }
        [one] => step(one)?,
        _ => return None,
    };
    Some((number(count)?, unit))
}

/// How far, and whether it leads on: `in 3 days`, `3d`, `+3d`, `-3d`, `3 days ago`, `πριν 3 μέρες`.
fn far(words: &[&str]) -> Option<((u32, Step), bool)> {
    let (count, unit, on) = match *words {
        ["in" | "σε", count, ref unit @ ..] => (count, unit, true),
        ["πριν", "απο", count, ref unit @ ..] | ["πριν", count, ref unit @ ..] => {
            (count, unit, false)
        }
        [count, ref unit @ .., "ago" | "πριν"] => (count, unit, false),
        [count, ref unit @ ..] => match count.strip_prefix('-') {
            Some(count) => (count, unit, false),
            None => (count.strip_prefix('+').unwrap_or(count), unit, true),
        },
        _ => return None,
    };
    Some((counted(count, unit)?, on))
}

fn distance(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let ((count, unit), on) = far(words)?;
    by_steps(today, count, unit, on)
}

/// So many days, weeks, months before or after a day (`3`, `days`), by a calendar of working days.
pub(super) fn step_from(words: &[&str], from: NaiveDate, on: bool, calendar: &Workdays) -> Option<NaiveDate> {
    let (count, unit) = words.split_first()?;
    let (count, unit) = counted(count, unit)?;
    let day = match unit {
        Step::Workday => calendar.shift(from, i64::from(u16::try_from(count).ok()?), on),
        _ => by_steps(from, count, unit, on),
    };
    day.filter(|d| YEARS.contains(&d.year()))
}

/// A distance in working days, by a calendar of them; `None` for every other phrase.
pub(super) fn in_workdays(words: &[&str], today: NaiveDate, calendar: &Workdays) -> Option<NaiveDate> {
    let ((count, _), on) = far(words).filter(|((_, unit), _)| *unit == Step::Workday)?;
    let count = i64::from(u16::try_from(count).ok()?);
    calendar.shift(today, count, on).filter(|d| YEARS.contains(&d.year()))
}

fn by_steps(from: NaiveDate, count: u32, unit: Step, on: bool) -> Option<NaiveDate> {
    let count = u16::try_from(count).ok()?;
    let span = match unit {
        Step::Day => Span::new(count, Unit::Day),
        Step::Workday => Span::new(count, Unit::Workday),
        Step::Week => Span::new(count, Unit::Week),
        Step::Month => Span::new(count, Unit::Month),
        Step::Quarter => Span::new(count.checked_mul(3)?, Unit::Month),
        Step::Year => Span::new(count, Unit::Year),
    };
    if on { span.after(from) } else { span.before(from) }
}

/// The first day of the week, month, quarter or year of a date.
fn start_of(unit: Step, date: NaiveDate) -> Option<NaiveDate> {
    match unit {
        Step::Week => monday(date),
        Step::Month => date.with_day(1),
        Step::Quarter => date.with_day(1)?.with_month(date.month0() / 3 * 3 + 1),
        Step::Year => NaiveDate::from_ymd_opt(date.year(), 1, 1),
        Step::Day | Step::Workday => None,
    }
}

/// `eow`, `eom`, `end of month`, `end of next quarter`, `end of december`, `τέλος του μήνα`.
fn end_of(words: &[&str], today: NaiveDate, look: Toward) -> Option<NaiveDate> {
    let (unit, next) = match *words {
        ["eow"] => (Step::Week, false),
        ["eom"] => (Step::Month, false),
        ["eoq"] => (Step::Quarter, false),
        ["eoy"] => (Step::Year, false),
        ["end" | "τελοσ" | "τελη", ref rest @ ..] => match *rest {
            [name] if month(name).is_some() => return end_of_month(month(name)?, today, look),
            [name] if quarter(name).is_some() => {
                return end_of_month(quarter(name)? * 3, today, look);
            }
            [unit] => (step(unit)?, false),
            [one, unit] => match which(one)? {
                Which::This => (step(unit)?, false),
                Which::Next => (step(unit)?, true),
                Which::Last => return None,
            },
            _ => return None,
        },
        _ => return None,
    };
    let start = start_of(unit, today)?;
    let start = if next { by_steps(start, 1, unit, true)? } else { start };
    if unit != Step::Week {
        return by_steps(start, 1, unit, true)?.pred_opt();
    }
    // The working week ends on Friday, and nobody is promised a Sunday; once it is over, the next one is meant.
    let friday = by_days(start, 4)?;
    if friday < today { by_days(friday, 7) } else { Some(friday) }
}

/// `q1` to `q4`.
fn quarter(word: &str) -> Option<u32> {
    word.strip_prefix('q')?.parse().ok().filter(|q| (1..=4).contains(q))
}

/// The last day of the next month of this number, or of the last one that is over; today may be that day.
fn end_of_month(month: u32, today: NaiveDate, look: Toward) -> Option<NaiveDate> {
    let last = |year| NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt();
    last(today.year()).filter(|d| look.allows(*d, today)).or_else(|| match look {
        Toward::Future => last(today.year().checked_add(1)?),
        Toward::Past => last(today.year().checked_sub(1)?),
    })
}

/// `next week`, `next month`, `την επόμενη εβδομάδα`: the first day of it.
fn next_period(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    match *words {
        [one, unit] if which(one) == Some(Which::Next) => {
            let unit = step(unit)?;
            by_steps(start_of(unit, today)?, 1, unit, true)
        }
        _ => None,
    }
}
