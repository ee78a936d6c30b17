//! Days off as calendars tell them: weekends of countries, and holidays, a line each.
//!
//! ```text
//! # A line that begins with # is a remark.
//! 2026-12-24 Closed
//! 2026-12-24 to 2027-01-02 Closed
//! every 12-25 Christmas Day
//! every 12-24 to 12-26 Christmas
//! ```
//!
//! Several calendars add up: a day off in one of them is a day off. The weekend is that of the oldest that says one, by its
//! own days or by its country; else Saturday and Sunday.

use super::{Calendar, DayOfWeek, ValidationError, Workdays};
use crate::domain::Fault;
use crate::domain::LineFault;
use chrono::{Datelike, NaiveDate, Weekday};
use std::fmt;

/// The years for which days that come every year are reckoned.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2150;

/// The most days off that one line may tell.
const MOST: i64 = 366;

/// Countries with another weekend than Saturday and Sunday: as CLDR 46 has them, and Bangladesh, the Maldives, Nepal and
/// Palestine.
const WEEKENDS: &[(&[Weekday], &[&str])] = &[
    (
        &[Weekday::Fri, Weekday::Sat],
        &[
            "BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "MV", "OM", "PS", "QA", "SA", "SD", "SY",
            "YE",
        ],
    ),
    (&[Weekday::Thu, Weekday::Fri], &["AF"]),
    (&[Weekday::Fri], &["IR"]),
    (&[Weekday::Sat], &["NP"]),
    (&[Weekday::Sun], &["IN", "UG"]),
];

/// When a day off is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// From one day to another, both off.
    Once(NaiveDate, NaiveDate),
    /// Every year from one day (month and day) to another; over New Year when the second lies before the first.
    Yearly((u32, u32), (u32, u32)),
}

/// A day off, or several in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayOff {
    /// When.
    pub when: When,
    /// What it is called.
    pub name: String,
}

/// As a line of a calendar.
impl fmt::Display for DayOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.when {
            When::Once(first, last) if first == last => write!(f, "{first}")?,
            When::Once(first, last) => write!(f, "{first} to {last}")?,
            When::Yearly(first, last) if first == last => write!(f, "every {}", of_year(first))?,
            When::Yearly(first, last) => write!(f, "every {} to {}", of_year(first), of_year(last))?,
        }
        if self.name.is_empty() { Ok(()) } else { write!(f, " {}", self.name) }
    }
}

fn of_year((month, day): (u32, u32)) -> String {
    format!("{month:02}-{day:02}")
}

impl DayOff {
    /// Every day of it.
    fn days(&self) -> Vec<NaiveDate> {
        let run = |first: NaiveDate, last: NaiveDate| first.iter_days().take_while(move |d| *d <= last);
        match self.when {
            When::Once(first, last) => run(first, last).collect(),
            When::Yearly(first, last) => {
                let on = |year, (month, day)| NaiveDate::from_ymd_opt(year, month, day);
                let of = |year: i32| {
                    let end = on(if last < first { year + 1 } else { year }, last);
                    on(year, first).zip(end).map(|(first, last)| run(first, last))
                };
                YEARS.filter_map(of).flatten().collect()
            }
        }
    }
}

/// Reads the days off of a calendar.
///
/// # Errors
/// Which line cannot be read, and what was expected.
pub fn days_off(text: &str) -> Result<Vec<DayOff>, ValidationError> {
    let lines = (1..).zip(text.lines().map(str::trim));
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let read = |(nth, line)| day_off(line).map_err(|fault| Fault::Line(nth, fault).into());
    lines.map(read).collect()
}

fn day_off(line: &str) -> Result<DayOff, LineFault> {
    let (yearly, rest) = match line.strip_prefix("every ") {
        Some(rest) => (true, rest.trim_start()),
        None => (false, line),
    };
    let (first, rest) = word(rest);
    let (last, name) = match word(rest) {
        ("to", rest) => word(rest),
        _ => (first, rest),
    };
    let when = if yearly {
        let read = |text: &str| {
            let (month, day) = text.split_once('-')?;
            let (month, day) = (month.parse().ok()?, day.parse().ok()?);
            NaiveDate::from_ymd_opt(2024, month, day).map(|_| (month, day))
        };
        read(first).zip(read(last)).map(|(first, last)| When::Yearly(first, last))
    } else {
        let read = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        read(first).zip(read(last)).map(|(first, last)| When::Once(first, last))
    };
    match when.ok_or(LineFault::NoDayOff)? {
        When::Once(first, last) if last < first => Err(LineFault::Backwards(first, last)),
        When::Once(first, last) if (last - first).num_days() >= MOST => Err(LineFault::TooLong(first, last)),
        when => Ok(DayOff { when, name: name.trim().to_owned() }),
    }
}

/// The first word of a text, and the rest.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// The weekend a calendar says: its own, else that of its country; `None` when it says none.
///
/// # Errors
/// What is wrong with it.
pub fn weekend(calendar: &Calendar) -> Result<Option<Vec<Weekday>>, ValidationError> {
    if !calendar.weekend.is_empty() {
        let days: Vec<Weekday> = calendar.weekend.iter().map(|day| weekday(*day)).collect();
        let all = |n: u8| Weekday::try_from(n).is_ok_and(|d| days.contains(&d));
        if (0..7).all(all) {
            return Err(ValidationError::from(Fault::NoWorkingDay).at("weekend"));
        }
        return Ok(Some(days));
    }
    let country = calendar.country.trim().to_uppercase();
    if country.is_empty() {
        return Ok(None);
    }
    if country.len() != 2 || !country.chars().all(|c| c.is_ascii_uppercase()) {
        return Err(ValidationError::from(Fault::NoCountry).at("country"));
    }
    let own = WEEKENDS.iter().find(|(_, countries)| countries.contains(&country.as_str()));
    Ok(Some(own.map_or_else(|| vec![Weekday::Sat, Weekday::Sun], |(days, _)| days.to_vec())))
}

fn weekday(day: DayOfWeek) -> Weekday {
    match day {
        DayOfWeek::Monday => Weekday::Mon,
        DayOfWeek::Tuesday => Weekday::Tue,
        DayOfWeek::Wednesday => Weekday::Wed,
        DayOfWeek::Thursday => Weekday::Thu,
        DayOfWeek::Friday => Weekday::Fri,
        DayOfWeek::Saturday => Weekday::Sat,
        DayOfWeek::Sunday => Weekday::Sun,
    }
}

/// The working days that calendars leave, the oldest first. A calendar that cannot be read (one of a later version) says
/// nothing.
pub(super) fn workdays<'a>(calendars: impl Iterator<Item = &'a Calendar> + Clone) -> Workdays {
    let weekend = calendars.clone().find_map(|c| weekend(c).ok().flatten());
    let weekend = weekend.unwrap_or_else(|| vec![Weekday::Sat, Weekday::Sun]);
    let off = calendars.filter_map(|c| days_off(&c.days).ok()).flatten();
    let off = off.flat_map(|off| off.days().into_iter().map(move |day| (day, off.name.clone())));
    Workdays::new(&weekend, off)
}

/// A day off of every year on the day of a date.
pub fn yearly(first: NaiveDate, last: NaiveDate) -> When {
    When::Yearly((first.month(), first.day()), (last.month(), last.day()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::ClosedChoice as _;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_line_is_a_day_off_and_is_written_as_it_is_read() {
        for (line, some, not) in [
            ("2026-12-24 Closed", "2026-12-24", "2026-12-25"),
            ("2026-12-24", "2026-12-24", "2027-12-24"),
            ("2026-12-24 to 2027-01-02 Closed", "2027-01-02", "2027-01-03"),
            ("every 12-25 Christmas Day", "2031-12-25", "2031-12-26"),
            ("every 12-30 to 01-02 Closed", "2027-01-02", "2027-01-03"),
            ("every 02-29 Leap day", "2028-02-29", "2027-02-28"),
        ] {
            let read = days_off(line).unwrap();
            assert_eq!(read[0].to_string(), line);
            let days = read[0].days();
            assert!(days.contains(&day(some)) && !days.contains(&day(not)), "{line}");
        }
        assert_eq!(
            days_off("# a remark\n\n  every 01-01   New Year \n").unwrap()[0].to_string(),
            "every 01-01 New Year"
        );
        for wrong in [
            "24/12 Closed",
            "Closed",
            "2026-02-30 x",
            "every 13-01",
            "every 02-30",
            "every",
            "2026-12-24 to",
            "2026-12-24 to friday",
            "2026-12-24 to 2026-12-01 x",
            "2026-01-01 to 2027-01-02 too long",
        ] {
            let error = days_off(&format!("every 01-01\n{wrong}")).unwrap_err();
            assert!(matches!(error.fault, Fault::Line(2, _)), "{wrong}: {error:?}");
        }
    }

    #[test]
    fn the_weekend_is_its_own_else_that_of_the_country() {
        let of = |country: &str, own: &[DayOfWeek]| {
            let mut calendar =
                Calendar::new(super::super::CalendarId::default(), super::super::Moment::default());
            (calendar.country, calendar.weekend) = (country.into(), own.to_vec());
            weekend(&calendar).map_err(|e| e.field)
        };
        let (fri, sat, sun) = (Weekday::Fri, Weekday::Sat, Weekday::Sun);
        assert_eq!(of("", &[]), Ok(None));
        assert_eq!(of("gr", &[]), Ok(Some(vec![sat, sun])));
        assert_eq!(of("EG", &[]), Ok(Some(vec![fri, sat])));
        assert_eq!(of("EG", &[DayOfWeek::Sunday]), Ok(Some(vec![sun])));
        assert_eq!(of("Egypt", &[]).unwrap_err(), "country");
        let all = [1, 2, 3, 4, 5, 6, 7].map(|n| DayOfWeek::from_code(n).unwrap());
        assert_eq!(of("", &all).unwrap_err(), "weekend");
    }
}
