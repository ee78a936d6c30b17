//! When a task comes again.

use super::{Span, Unit, Workdays};
use chrono::{Datelike, Days, Months, NaiveDate};

/// When a task comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Repeat {
    /// The distance between two.
    pub every: Span,
    /// Counted from the day it was done instead of from its due date.
    pub after_done: bool,
}

impl Repeat {
    /// When it is due again after it was done on `done`; `None` beyond the calendar, and for a distance of nothing.
    ///
    /// After done, it is that much after the day it was done. By the calendar, it is the first day after `done` that
    /// the due date comes to in steps of the distance, one at the least: what is done early does not come again on the
    /// same day, and what is done late does not come again in the past. Without a due date the steps begin at `done`.
    ///
    /// Only the last due date is known here. A last day of a month therefore stays one in steps of months and years; what
    /// a task remembers besides is in [`Repeat::next_wished`].
    pub fn next(self, due: Option<NaiveDate>, done: NaiveDate) -> Option<NaiveDate> {
        let every = self.every;
        let from = match due {
            _ if every.count == 0 => return None,
            Some(due) if !self.after_done => due,
            _ => return every.after(done),
        };
        match every.unit {
            Unit::Day => days_on(from, done, every.count.into()),
            Unit::Week => days_on(from, done, u64::from(every.count) * 7),
            Unit::Month => months_on(from, done, every.count.into()),
            Unit::Year => months_on(from, done, u32::from(every.count) * 12),
            Unit::Workday => {
                let mut at = every.after(from)?;
                while at <= done {
                    at = every.after(at)?;
                }
                Some(at)
            }
        }
    }
}

impl Repeat {
    /// As [`Repeat::next`] for a task that remembers the day of the month it is wished on, where a short month or the end
    /// of a month hides it: what began on the 30th comes on the 28th of February, and on the 30th of March again. Tells the
    /// next day, and what is to be remembered with it. Working days are those of the calendar. A day that was moved by hand since counts as it is.
    pub fn next_wished(
        self,
        due: Option<NaiveDate>,
        done: NaiveDate,
        remembered: Option<u32>,
        calendar: &Workdays,
    ) -> Option<(NaiveDate, Option<u32>)> {
        let next = match self.every.unit {
            Unit::Workday => self.next_workday(due, done, calendar)?,
            _ => self.next(due, done)?,
        };
        let monthly = !self.after_done && matches!(self.every.unit, Unit::Month | Unit::Year);
        let Some(due) = due.filter(|_| monthly) else { return Some((next, None)) };
        let wished = remembered.filter(|day| on_day(due, *day) == Some(due)).unwrap_or_else(|| wish_of(due));
        let day = match on_day(next, wished)? {
            day if day > done && day > due => day,
            _ => on_day(self.next(Some(next), next)?, wished)?,
        };
        Some((day, Some(wished).filter(|wished| *wished != wish_of(day))))
    }

    /// As [`Repeat::next`] in working days of a calendar.
    fn next_workday(self, due: Option<NaiveDate>, done: NaiveDate, calendar: &Workdays) -> Option<NaiveDate> {
        let every = Some(i64::from(self.every.count)).filter(|n| *n > 0)?;
        let from = due.filter(|_| !self.after_done).unwrap_or(done);
        // So many working days at a time, beginning behind the due date; as many rounds as lead beyond the day it was done.
        let passed = from.succ_opt().map_or(0, |next| calendar.between(next, done));
        calendar.shift(from, (passed / every + 1).checked_mul(every)?, true)
    }
}

/// The day of the month that a date alone seems to wish for: 31 at the end of a month.
fn wish_of(day: NaiveDate) -> u32 {
    let is_last = day.succ_opt().is_none_or(|next| next.day() == 1);
    if is_last { 31 } else { day.day() }
}

/// This day of the month of a date, or the last one of it.
fn on_day(date: NaiveDate, day: u32) -> Option<NaiveDate> {
    (28..=day).rev().chain([day]).find_map(|d| date.with_day(d))
}

/// The first day after `done` in steps of so many days, one step at the least.
fn days_on(from: NaiveDate, done: NaiveDate, every: u64) -> Option<NaiveDate> {
    let passed = u64::try_from((done - from).num_days()).unwrap_or(0);
    from.checked_add_days(Days::new((passed / every + 1).checked_mul(every)?))
}

/// As [`days_on`] in steps of so many months.
fn months_on(from: NaiveDate, done: NaiveDate, every: u32) -> Option<NaiveDate> {
    let count = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
    let passed = u32::try_from(count(done) - count(from)).unwrap_or(0);
    // The step that leads into the month of `done` may lie after that day, or not.
    let steps = (passed / every).max(1);
    let at = |steps: u32| on_by_months(from, steps.checked_mul(every)?);
    at(steps).filter(|d| *d > done).or_else(|| at(steps + 1))
}

/// So many months later; the last day of a month stays the last day.
fn on_by_months(from: NaiveDate, months: u32) -> Option<NaiveDate> {
    let on = from.checked_add_months(Months::new(months))?;
    let is_last = from.succ_opt().is_some_and(|next| next.day() == 1);
    if is_last { on.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt() } else { Some(on) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn what_repeats_comes_again_after_it_was_done() {
        let calendar = |count, unit| Repeat { every: Span::new(count, unit), after_done: false };
        let (week, month, year) =
            (calendar(1, Unit::Week), calendar(1, Unit::Month), calendar(1, Unit::Year));
        for (repeat, due, done, next) in [
            // In time, early, a little late, very late.
            (week, day(2026, 11, 23), day(2026, 11, 23), day(2026, 11, 30)),
            (week, day(2026, 11, 23), day(2026, 11, 2), day(2026, 11, 30)),
            (week, day(2026, 11, 23), day(2026, 11, 25), day(2026, 11, 30)),
            (week, day(2026, 11, 23), day(2026, 11, 30), day(2026, 12, 7)),
            (week, day(2026, 1, 5), day(2026, 11, 25), day(2026, 11, 30)),
            (calendar(10, Unit::Day), day(2026, 11, 1), day(2026, 11, 12), day(2026, 11, 21)),
            (calendar(3, Unit::Workday), day(2026, 11, 27), day(2026, 12, 2), day(2026, 12, 7)),
            (month, day(2026, 1, 15), day(2026, 4, 14), day(2026, 4, 15)),
            (month, day(2026, 1, 15), day(2026, 4, 15), day(2026, 5, 15)),
            (month, day(2026, 1, 15), day(2025, 4, 1), day(2026, 2, 15)),
            (month, day(2026, 1, 31), day(2026, 2, 1), day(2026, 2, 28)),
            (month, day(2026, 2, 28), day(2026, 3, 1), day(2026, 3, 31)),
            (month, day(2026, 1, 30), day(2026, 2, 28), day(2026, 3, 30)),
            (calendar(3, Unit::Month), day(2026, 11, 30), day(2026, 11, 30), day(2027, 2, 28)),
            (year, day(2028, 2, 29), day(2028, 3, 3), day(2029, 2, 28)),
            (year, day(2031, 2, 28), day(2031, 2, 28), day(2032, 2, 29)),
        ] {
            assert_eq!(repeat.next(Some(due), done), Some(next), "{repeat:?} {due} {done}");
        }
        let later = Repeat { after_done: true, ..month };
        assert_eq!(later.next(Some(day(2026, 1, 1)), day(2026, 1, 31)), Some(day(2026, 2, 28)));
        assert_eq!(later.next(None, day(2026, 2, 28)), Some(day(2026, 3, 28)));
        assert_eq!(week.next(None, day(2026, 11, 25)), Some(day(2026, 12, 2)));
        assert_eq!(calendar(0, Unit::Workday).next(Some(day(2026, 1, 1)), day(2026, 1, 1)), None);
        assert_eq!(week.next(Some(NaiveDate::MAX), day(2026, 1, 1)), None);
    }

    prop_compose! {
        fn dates()(year in 1900i32..=2200, nth in 1u32..=365) -> NaiveDate {
            NaiveDate::from_yo_opt(year, nth).unwrap()
        }
    }

    prop_compose! {
        fn repeats()(count in 1u16..400, unit in 0usize..5, after_done in any::<bool>()) -> Repeat {
            Repeat { every: Span::new(count, Unit::ALL[unit].0), after_done }
        }
    }

    proptest! {
        #[test]
        fn working_days_of_a_calendar_without_holidays_are_those_of_weekdays(
            count in 1u16..60, after_done in any::<bool>(), due in dates(), late in -50i64..400,
        ) {
            let repeat = Repeat { every: Span::new(count, Unit::Workday), after_done };
            let done = due + chrono::Duration::days(late);
            let next = repeat.next_wished(Some(due), done, None, &Workdays::default()).unwrap().0;
            prop_assert_eq!(Some(next), repeat.next(Some(due), done));
        }

        #[test]
        fn the_next_time_is_the_first_step_after_it_was_done(
            repeat in repeats(),
            due in dates(),
            done in dates(),
        ) {
            let next = repeat.next(Some(due), done).unwrap();
            prop_assert!(next > done);
            if repeat.after_done {
                prop_assert_eq!(Some(next), repeat.every.after(done));
                return Ok(());
            }
            prop_assert!(next > due);
            // Walked one by one, each due date from the last: the same day, and no earlier one fits.
            let mut at = repeat.next(Some(due), due).unwrap();
            while at <= done {
                at = repeat.next(Some(at), at).unwrap();
            }
            let months = matches!(repeat.every.unit, Unit::Month | Unit::Year);
            if !months || due.day() < 28 {
                prop_assert_eq!(next, at);
                return Ok(());
            }
            // Walked through a short month, a day from the 28th on becomes the month's end: up to three days later. So
            // the walked date may be that much later, or still lie after `done` where the other one no longer does.
            let slip = (at - next).num_days();
            prop_assert!((0..=3).contains(&slip) || slip < 0 && (1..=3).contains(&(at - done).num_days()));
            let latest = repeat.every.after(done.max(due)).unwrap() + Days::new(3);
            prop_assert!(next <= latest);
        }

        #[test]
        fn a_wished_day_outlives_short_months(
            (count, years) in prop_oneof![Just((1, false)), (1u16..30, any::<bool>())],
            first in prop_oneof![dates(), (2020i32..2030, 1u32..=12, 28u32..=31).prop_map(|(y, m, d)| day(y, m, d.min(28)).with_day(d).unwrap_or(day(y, m, 28)))],
            // Often on the very day of a later time.
            late in proptest::collection::vec(prop_oneof![0i64..80, 28i64..32, 59i64..62], 1..30),
        ) {
            let every = Span::new(count, if years { Unit::Year } else { Unit::Month });
            let repeat = Repeat { every, after_done: false };
            let (mut due, mut remembered) = (first, None);
            for late in late {
                let done = due + chrono::Duration::days(late);
                let (next, keep) = repeat.next_wished(Some(due), done, remembered, &Workdays::default()).unwrap();
                prop_assert!(next > done);
                prop_assert_eq!(Some(next), on_day(next, wish_of(first)), "{} {} {:?}", due, done, remembered);
                // Whole steps, and no step too many.
                let months = |d: NaiveDate| d.year() * 12 + i32::try_from(d.month0()).unwrap();
                let step = if years { i32::from(count) * 12 } else { count.into() };
                let passed = months(next) - months(due);
                prop_assert_eq!(passed % step, 0);
                if passed > step {
                    let before = on_day(due.checked_add_months(Months::new(u32::try_from(passed - step).unwrap())).unwrap(), wish_of(first));
                    prop_assert!(before.unwrap() <= done);
                }
                (due, remembered) = (next, keep);
            }
        }

        #[test]
        fn the_end_of_a_month_stays_the_end(
            (count, years) in (1u16..400, any::<bool>()),
            (year, month) in (1900i32..2200, 1u32..=12),
            done in dates(),
        ) {
            let every = Span::new(count, if years { Unit::Year } else { Unit::Month });
            let repeat = Repeat { every, after_done: false };
            let due = day(year, month, 1).pred_opt().unwrap();
            let next = repeat.next(Some(due), done).unwrap();
            prop_assert_eq!(next.succ_opt().unwrap().day(), 1);
        }

        #[test]
        fn no_date_is_a_crash(repeat in repeats(), count in any::<u16>(), done in dates(), far in any::<bool>()) {
            let repeat = Repeat { every: Span { count, ..repeat.every }, ..repeat };
            let edge = if far { NaiveDate::MAX } else { NaiveDate::MIN };
            let _ = (repeat.next(Some(edge), done), repeat.next(None, edge), repeat.next(Some(edge), edge));
            if repeat.every.unit != Unit::Workday {
                let _ = repeat.next(Some(done), NaiveDate::MAX);
                let _ = repeat.next(Some(NaiveDate::MIN), NaiveDate::MAX);
            }
        }
    }
}
