//! Dates in exports. Whether the day or the month comes first is decided for a whole column, from all its values;
//! where that stays open, nothing is guessed.

use crate::domain::{Birthday, Moment, Type, Value, parse};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

/// What comes first in the dates of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `15/3/2024`.
    DayFirst,
    /// `3/15/2024`.
    MonthFirst,
    /// No value tells, or they contradict each other.
    Unclear,
}

/// The order of the dates of a column.
pub(super) fn order<'a>(values: impl Iterator<Item = &'a str>) -> Order {
    let (mut day_first, mut month_first, mut half_days) = (false, false, false);
    for value in values {
        if let Some((a, b)) = slashed(value).map(|(a, b, _)| (a, b)).or_else(|| without_year(value)) {
            day_first |= a > 12;
            month_first |= b > 12;
            // Only where months come first are afternoons told as PM.
            half_days |= value.ends_with(['M', 'm']);
        }
    }
    match (day_first, month_first, half_days) {
        (true, false, _) => Order::DayFirst,
        (false, true, _) | (false, false, true) => Order::MonthFirst,
        _ => Order::Unclear,
    }
}

/// The numbers before the year of `3/15/2024 2:30 PM` or `15.3.2024`, and the year.
fn slashed(value: &str) -> Option<(u32, u32, i32)> {
    let date = value.split([' ', ',', 'T']).next()?;
    let mut parts = date.split(['/', '.', '-']);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    (a.len() <= 2 && year.len() == 4 && parts.next().is_none()).then_some(())?;
    Some((a.parse().ok()?, b.parse().ok()?, year.parse().ok()?))
}

/// A point in time: `2024-02-01 09:30`, `2024-02-01T09:30:00Z`, `2024-02-01`, `3/15/2024 2:30 PM`. A clock reading
/// without an offset is taken at the place of `here`.
pub(super) fn read(text: &str, order: Order, here: Moment) -> Option<Moment> {
    if let Some(moment) = Moment::from_rfc3339(text) {
        return Some(moment);
    }
    if let Some(moment) = in_utc(text) {
        return Some(moment);
    }
    if let Some(moment) = with_month_named(text, here) {
        return Some(moment);
    }
    let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let date = date.trim_end_matches(',');
    let day = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok().or_else(|| day_of(date, order))?;
    Some(here.at_local(NaiveDateTime::new(day, clock(time.trim())?)))
}

/// `2026-09-28 14:03:00 UTC`, `2026-09-28 14:03:00 +0200`.
fn in_utc(text: &str) -> Option<Moment> {
    let (date, zone) = text.rsplit_once(' ')?;
    let zone = if zone == "UTC" { "+0000" } else { zone };
    let text = format!("{date} {zone}");
    let mut forms = ["%Y-%m-%d %H:%M:%S%.f %z", "%Y-%m-%d %H:%M %z"].into_iter();
    forms.find_map(|form| DateTime::parse_from_str(&text, form).ok()).map(Moment::from_chrono)
}

/// Where the month is named nobody can take it for the day: `28/Sep/26 2:03 PM`, `28 Sep 2026`, `Sep 28, 2026 2:03 PM`.
/// A year of two digits is one of this century behind such a month.
fn with_month_named(text: &str, here: Moment) -> Option<Moment> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | ',' | '.'))
        .filter(|w| !w.is_empty())
        .collect();
    let [first, second, year, time @ ..] = words.as_slice() else { return None };
    let (day, month) = match (month_of(first), month_of(second)) {
        (Some(month), None) => (second, month),
        (None, Some(month)) => (first, month),
        _ => return None,
    };
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u32>().ok())?;
    let year = match (year.len(), number(year)?) {
        (2, year) => 2000 + year,
        (4, year) => year,
        _ => return None,
    };
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, number(day)?)?;
    Some(here.at_local(NaiveDateTime::new(day, clock(&time.join(" "))?)))
}

/// The number of a month by its English name, in full or as its first three letters.
fn month_of(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_lowercase();
    let is =
        |month: &&str| **month == word || (word.len() == 3 || word == "sept") && month.starts_with(&word);
    MONTHS.iter().position(is).and_then(|at| u32::try_from(at + 1).ok())
}

/// A time of the day: `14:03`, `2:03 PM`.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    if text.trim().is_empty() { None } else { clock(text.trim()) }
}

/// Whether a text is a day in numbers, whatever comes first in it.
pub(super) fn is_date(text: &str) -> bool {
    let date = text.split([' ', 'T']).next().unwrap_or(text);
    NaiveDate::parse_from_str(date, "%Y-%m-%d").is_ok()
        || [Order::DayFirst, Order::MonthFirst].iter().any(|order| day_of(date, *order).is_some())
        || with_month_named(text, Moment::default()).is_some()
}

/// A day that can be read in two ways, with the day first and with the month first: "3 April 2024", "4 March 2024".
pub(super) fn both_ways(text: &str) -> Option<[String; 2]> {
    let (date, form) = match without_year(text) {
        // A leap year, as 29 February is a day of birth.
        Some((a, b)) => (format!("{a}/{b}/2000"), "%-d %B"),
        None => (text.split([' ', ',', 'T']).next()?.to_owned(), "%-d %B %Y"),
    };
    let day_first = day_of(&date, Order::DayFirst)?;
    let month_first = day_of(&date, Order::MonthFirst)?;
    (day_first != month_first).then(|| [day_first, month_first].map(|day| day.format(form).to_string()))
}

fn day_of(date: &str, order: Order) -> Option<NaiveDate> {
    let (a, b, year) = slashed(date)?;
    match order {
        Order::MonthFirst => NaiveDate::from_ymd_opt(year, a, b),
        Order::Unclear if a != b => None,
        Order::DayFirst | Order::Unclear => NaiveDate::from_ymd_opt(year, b, a),
    }
}

/// The numbers of a day without a year: `15/3`, `15.3.`.
fn without_year(value: &str) -> Option<(u32, u32)> {
    let (a, b) = value.trim_end_matches('.').split_once(['/', '.', '-'])?;
    let number = |text: &str| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().ok())?
    };
    Some((number(a)?, number(b)?))
}

/// A day of birth: `7 Mar 1980`, `1980-03-07`, `3/15/1980`, `15/3`. `None` when it can be read in more than one way.
pub(super) fn birthday(text: &str, order: Order, here: Moment) -> Option<Birthday> {
    let plain = if slashed(text).is_some() {
        day_of(text, order)?.to_string()
    } else if let Some((a, b)) = without_year(text) {
        // A leap year, as 29 February is a day of birth.
        day_of(&format!("{a}/{b}/2000"), order)?.format("--%m-%d").to_string()
    } else if has_short_year(text) {
        return None;
    } else {
        text.to_owned()
    };
    match parse::read(&Type::Birthday, &plain, here) {
        Ok(Value::Birthday(birthday)) => Some(birthday),
        _ => None,
    }
}

/// Whether a day is told in numbers of two digits alone, `3/4/80`: nobody can tell the century, nor which of the three
/// is the year.
fn has_short_year(text: &str) -> bool {
    let mut parts = text.split(['/', '.', '-']).map(str::trim);
    !text.starts_with("--") && parts.all(|p| p.len() <= 2 && p.bytes().all(|b| b.is_ascii_digit()))
}

fn clock(text: &str) -> Option<NaiveTime> {
    if text.is_empty() {
        return NaiveTime::from_hms_opt(0, 0, 0);
    }
    ["%H:%M:%S%.f", "%H:%M", "%I:%M:%S %p", "%I:%M %p"]
        .iter()
        .find_map(|format| NaiveTime::parse_from_str(text, format).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn here() -> Moment {
        Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
    }

    #[test]
    fn the_order_is_told_by_the_whole_column() {
        for (values, wanted) in [
            (&["3/4/2024", "15/4/2024"][..], Order::DayFirst),
            (&["3/4/2024", "4/15/2024"], Order::MonthFirst),
            (&["3/4/2024 2:30 PM"], Order::MonthFirst),
            (&["3/4/2024", "5/6/2024"], Order::Unclear),
            (&["15/4/2024", "4/15/2024"], Order::Unclear),
            (&["2024-04-15", ""], Order::Unclear),
        ] {
            assert_eq!(order(values.iter().copied()), wanted, "{values:?}");
        }
    }

    #[test]
    fn birthdays_are_read_in_the_order_of_their_column() {
        let born = |year, month, day| Birthday::new(year, month, day);
        for (text, order, wanted) in [
            ("3/4/1980", Order::MonthFirst, born(Some(1980), 3, 4)),
            ("3/4/1980", Order::DayFirst, born(Some(1980), 4, 3)),
            ("3/4/1980", Order::Unclear, None),
            ("4.4.1980", Order::Unclear, born(Some(1980), 4, 4)),
            ("12/25", Order::MonthFirst, born(None, 12, 25)),
            ("29.2.", Order::DayFirst, born(None, 2, 29)),
            ("3/4", Order::Unclear, None),
            ("25/12", Order::MonthFirst, None),
            ("3/4/80", Order::DayFirst, None),
            ("1980-03-07", Order::Unclear, born(Some(1980), 3, 7)),
            ("--03-07", Order::Unclear, born(None, 3, 7)),
            ("7 March 1980", Order::MonthFirst, born(Some(1980), 3, 7)),
            ("7 Mar", Order::Unclear, born(None, 3, 7)),
            ("in spring", Order::DayFirst, None),
            ("", Order::DayFirst, None),
        ] {
            assert_eq!(birthday(text, order, here()), wanted, "{text} {order:?}");
        }
        assert_eq!(order(["3/4", "12/25"].into_iter()), Order::MonthFirst);
    }

    #[test]
    fn dates_of_exports_are_read() {
        for (text, order, wanted) in [
            ("2024-02-01 09:30", Order::Unclear, Some("2024-02-01T09:30:00+02:00")),
            ("2024-02-01", Order::Unclear, Some("2024-02-01T00:00:00+02:00")),
            ("2024-02-01T09:30:00.000Z", Order::Unclear, Some("2024-02-01T09:30:00+00:00")),
            ("3/15/2024 2:30 PM", Order::MonthFirst, Some("2024-03-15T14:30:00+02:00")),
            ("28/09/2026 14:03", Order::DayFirst, Some("2026-09-28T14:03:00+02:00")),
            ("3/4/2024", Order::Unclear, None),
            ("5/5/2024", Order::Unclear, Some("2024-05-05T00:00:00+02:00")),
            ("31/2/2024", Order::DayFirst, None),
            ("0/0/00", Order::DayFirst, None),
            ("yesterday", Order::DayFirst, None),
            ("28/Sep/26 2:03 PM", Order::Unclear, Some("2026-09-28T14:03:00+02:00")),
            ("28 Sep 2026", Order::Unclear, Some("2026-09-28T00:00:00+02:00")),
            ("September 28, 2026 2:03 PM", Order::Unclear, Some("2026-09-28T14:03:00+02:00")),
            ("7-Feb-22", Order::MonthFirst, Some("2022-02-07T00:00:00+02:00")),
            ("31/Feb/26", Order::Unclear, None),
            ("Sep 2026", Order::Unclear, None),
            ("2026-09-28 14:03:00 UTC", Order::Unclear, Some("2026-09-28T14:03:00+00:00")),
            ("2026-09-28 14:03:00 +0300", Order::Unclear, Some("2026-09-28T14:03:00+03:00")),
            ("2024-02-01 25:00", Order::Unclear, None),
        ] {
            assert_eq!(read(text, order, here()), wanted.and_then(Moment::from_rfc3339), "{text}");
        }
    }
}
