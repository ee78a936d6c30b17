//! Which days are worked on: no weekend, no holiday.

use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeMap;

/// How far a working day is looked for, in days; a calendar without any within it has none.
const FAR: usize = 800;

/// Why nobody works on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Off<'a> {
    /// It is one of the weekend.
    Weekend,
    /// A day off of this name, which may be empty.
    Named(&'a str),
}

/// The working days of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workdays {
    /// A flag for each weekday from Monday on.
    weekend: [bool; 7],
    /// Days off by name; none of them lies on a weekend.
    off: BTreeMap<NaiveDate, String>,
}

impl Default for Workdays {
    fn default() -> Self {
        Self::new(&[Weekday::Sat, Weekday::Sun], [])
    }
}

impl Workdays {
    /// The working days outside these weekends and days off. A week without a working day is taken as one of five.
    pub fn new(weekend: &[Weekday], off: impl IntoIterator<Item = (NaiveDate, String)>) -> Self {
        let mut days = [false; 7];
        for day in weekend {
            days[day.num_days_from_monday() as usize] = true;
        }
        if days.iter().all(|d| *d) {
            return Self::new(&[Weekday::Sat, Weekday::Sun], off);
        }
        let mut out = Self { weekend: days, off: BTreeMap::new() };
        out.off = off.into_iter().filter(|(day, _)| !out.is_weekend(*day)).collect();
        out
    }

    fn is_weekend(&self, day: NaiveDate) -> bool {
        self.weekend[day.weekday().num_days_from_monday() as usize]
    }

    /// Whether a day is one on which people work.
    pub fn is_workday(&self, day: NaiveDate) -> bool {
        !self.is_weekend(day) && !self.off.contains_key(&day)
    }

    /// Why nobody works on a day; `None` for a working day.
    pub fn why_off(&self, day: NaiveDate) -> Option<Off<'_>> {
        let named = self.off.get(&day).map(|name| Off::Named(name));
        named.or_else(|| self.is_weekend(day).then_some(Off::Weekend))
    }

    /// The first working day from a day on; the day itself when there is none within two years.
    pub fn on_or_after(&self, day: NaiveDate) -> NaiveDate {
        let days = std::iter::successors(Some(day), NaiveDate::succ_opt).take(FAR);
        days.into_iter().find(|d| self.is_workday(*d)).unwrap_or(day)
    }

    /// The last working day up to a day; the day itself when there is none within two years.
    pub fn on_or_before(&self, day: NaiveDate) -> NaiveDate {
        let days = std::iter::successors(Some(day), NaiveDate::pred_opt).take(FAR);
        days.into_iter().find(|d| self.is_workday(*d)).unwrap_or(day)
    }

    /// How many working days there are from one day to another, both counted; 0 when the other lies before it.
    pub fn between(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        if last < first {
            return 0;
        }
        let all = (last - first).num_days() + 1;
        let from = first.weekday().num_days_from_monday() as usize;
        let rest = usize::try_from(all % 7).unwrap_or(0);
        let worked = |n: usize| i64::from(!self.weekend[(from + n) % 7]);
        let off = i64::try_from(self.off.range(first..=last).count()).unwrap_or(i64::MAX);
        all / 7 * self.a_week() + (0..rest).map(worked).sum::<i64>() - off
    }

    /// The last of so many working days (one at the least) that begin with the first one from a day on.
    pub fn end_of(&self, start: NaiveDate, count: i64) -> NaiveDate {
        self.reach(start, count, true).unwrap_or(start)
    }

    /// The first of so many working days (one at the least) that end with the last one up to a day.
    pub fn start_of(&self, end: NaiveDate, count: i64) -> NaiveDate {
        self.reach(end, count, false).unwrap_or(end)
    }

    /// The working day so many after or before a day; the day itself for none.
    pub fn shift(&self, day: NaiveDate, count: i64, on: bool) -> Option<NaiveDate> {
        match (count, on) {
            (..=0, _) => Some(day),
            (_, true) => self.reach(day.succ_opt()?, count, true),
            (_, false) => self.reach(day.pred_opt()?, count, false),
        }
    }

    fn a_week(&self) -> i64 {
        self.weekend.iter().map(|off| i64::from(!off)).sum()
    }

    /// As if there were no holidays first; as many days as there were are then gone on, until none is met.
    fn reach(&self, from: NaiveDate, count: i64, on: bool) -> Option<NaiveDate> {
        let count = count.max(1);
        let mut at = self.by_weeks(from, count, on)?;
        loop {
            let (first, last) = if on { (from, at) } else { (at, from) };
            let missing = count - self.between(first, last);
            if missing <= 0 {
                return Some(at);
            }
            at = self.by_weeks(if on { at.succ_opt()? } else { at.pred_opt()? }, missing, on)?;
        }
    }

    /// The `count`-th day from a day on, itself counted, that is on no weekend.
    fn by_weeks(&self, from: NaiveDate, count: i64, on: bool) -> Option<NaiveDate> {
        let (weeks, rest) = ((count - 1) / self.a_week(), (count - 1) % self.a_week());
        let step = |day: NaiveDate| if on { day.succ_opt() } else { day.pred_opt() };
        let mut at = from;
        while self.is_weekend(at) {
            at = step(at)?;
        }
        let days = chrono::TimeDelta::try_days(weeks.checked_mul(7)?)?;
        at = if on { at.checked_add_signed(days)? } else { at.checked_sub_signed(days)? };
        for _ in 0..rest {
            at = step(at)?;
            while self.is_weekend(at) {
                at = step(at)?;
            }
        }
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_workdays() -> impl Strategy<Value = Workdays> {
        let weekend = proptest::collection::vec(0u8..7, 0..7);
        let off = proptest::collection::vec(0i64..400, 0..60);
        (weekend, off).prop_map(|(weekend, off)| {
            let weekend: Vec<Weekday> =
                weekend.into_iter().filter_map(|d| Weekday::try_from(d).ok()).collect();
            let off = off.into_iter().map(|n| (day(n), "off".to_owned()));
            Workdays::new(&weekend, off)
        })
    }

    fn day(n: i64) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 6, 1).unwrap() + chrono::TimeDelta::days(n)
    }

    proptest! {
        /// Against counting day by day.
        #[test]
        fn reckoning_by_weeks_agrees_with_counting(
            days in any_workdays(), first in 0i64..300, long in 0i64..120, count in 1i64..90,
        ) {
            let (first, last) = (day(first), day(first + long));
            let all: Vec<NaiveDate> = first.iter_days().take(2000).filter(|d| days.is_workday(*d)).collect();
            prop_assert_eq!(days.between(first, last), i64::try_from(all.iter().filter(|d| **d <= last).count()).unwrap());
            let nth = usize::try_from(count).unwrap() - 1;
            prop_assert_eq!(days.end_of(first, count), all[nth]);
            prop_assert_eq!(days.on_or_after(first), all[0]);
            prop_assert_eq!(days.shift(first.pred_opt().unwrap(), count, true), Some(all[nth]));
            let mut back = std::iter::successors(Some(last), NaiveDate::pred_opt).filter(|d| days.is_workday(*d));
            prop_assert_eq!(days.on_or_before(last), back.clone().next().unwrap());
            prop_assert_eq!(days.start_of(last, count), back.nth(nth).unwrap());
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_crash() {
        let days = Workdays::default();
        assert!(days.between(NaiveDate::MIN, NaiveDate::MAX) > 0);
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            let _ = (days.on_or_after(day), days.on_or_before(day));
            let _ = (days.end_of(day, i64::MAX), days.start_of(day, i64::MAX), days.end_of(day, 9));
        }
        let none: Vec<Weekday> = (0..7).filter_map(|d| Weekday::try_from(d).ok()).collect();
        assert_eq!(Workdays::new(&none, []), days);
    }

    #[test]
    fn what_is_no_working_day_is_named() {
        let christmas = NaiveDate::from_ymd_opt(2026, 12, 25).unwrap();
        let days = Workdays::new(&[Weekday::Fri, Weekday::Sat], [(christmas, "Christmas".to_owned())]);
        assert_eq!(days.why_off(christmas), Some(Off::Weekend));
        let days = Workdays::new(&[Weekday::Sun], [(christmas, "Christmas".to_owned())]);
        assert_eq!(days.why_off(christmas), Some(Off::Named("Christmas")));
        assert_eq!(days.why_off(christmas + chrono::TimeDelta::days(1)), None);
    }
}
