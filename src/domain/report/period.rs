//! The days that a report tells of.

use crate::domain::derive::load::monday;
use crate::domain::derive::shifted;
use chrono::{Datelike, Months, NaiveDate};

/// A stretch of days with a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Monday to Sunday, today among them.
    ThisWeek,
    /// The week before.
    LastWeek,
    /// The three months up to today.
    ThreeMonths,
    /// The calendar quarter before this one.
    LastQuarter,
    /// This calendar quarter.
    ThisQuarter,
    /// This year.
    ThisYear,
    /// The year before.
    LastYear,
}

impl Period {
    /// Its first and its last day, told on a day; what lies beyond the calendar is cut.
    pub fn days(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let week = monday(today);
        match self {
            Self::ThisWeek => (week, shifted(week, 6)),
            Self::LastWeek => (shifted(week, -7), shifted(week, -1)),
            Self::ThreeMonths => {
                let from = today.checked_sub_months(Months::new(3)).and_then(|day| day.succ_opt());
                (from.unwrap_or(NaiveDate::MIN), today)
            }
            Self::LastQuarter => months(today, 3, -1),
            Self::ThisQuarter => months(today, 3, 0),
            Self::ThisYear => months(today, 12, 0),
            Self::LastYear => months(today, 12, -1),
        }
    }
}

/// The stretch of so many calendar months, counted from January, that a day lies in, or one of those before it.
fn months(day: NaiveDate, count: u32, back: i32) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).and_then(|d| d.checked_sub_months(Months::new(day.month0() % count)));
    let before = Months::new(count * back.unsigned_abs());
    let first = first.and_then(|d| d.checked_sub_months(before)).unwrap_or(NaiveDate::MIN);
    let last = first.checked_add_months(Months::new(count)).and_then(|d| d.pred_opt());
    (first, last.unwrap_or(NaiveDate::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_begin_and_end_where_calendars_do() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let told = |period: Period, today: &str| {
            let (from, to) = period.days(day(today));
            format!("{from} {to}")
        };
        assert_eq!(told(Period::ThisWeek, "2026-11-22"), "2026-11-16 2026-11-22");
        assert_eq!(told(Period::LastWeek, "2026-11-23"), "2026-11-16 2026-11-22");
        assert_eq!(told(Period::LastQuarter, "2026-02-10"), "2025-10-01 2025-12-31");
        assert_eq!(told(Period::ThisQuarter, "2026-12-31"), "2026-10-01 2026-12-31");
        assert_eq!(told(Period::ThreeMonths, "2026-05-31"), "2026-03-01 2026-05-31");
        assert_eq!(told(Period::ThisYear, "2028-02-29"), "2028-01-01 2028-12-31");
        assert_eq!(told(Period::LastYear, "2026-01-01"), "2025-01-01 2025-12-31");
    }
}
