//! Points and lengths of time. Moments are UTC with the offset they were written at; work is dated by calendar days.

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, NaiveDateTime, Weekday};

/// A point in time, to the millisecond, with the offset of the place where it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub utc_ms: i64,
    /// Minutes east of UTC at the place of writing.
    pub offset_min: i16,
}

impl Moment {
    /// The moment of a chrono date and time; what is finer than a millisecond is cut.
    pub fn from_chrono(at: DateTime<FixedOffset>) -> Self {
        let minutes = i16::try_from(at.offset().local_minus_utc() / 60).unwrap_or(0);
        Self { utc_ms: at.timestamp_millis(), offset_min: minutes }
    }

    /// The moment of a clock reading at the place of `self`.
    #[must_use]
    pub fn at_local(self, local: NaiveDateTime) -> Self {
        let utc = local.and_utc().timestamp_millis() - i64::from(self.offset_min) * 60_000;
        Self { utc_ms: utc, offset_min: self.offset_min }
    }

    /// What calendar and clock showed at the place of writing; the epoch for a moment beyond the calendar.
    pub fn local(self) -> NaiveDateTime {
        let local = self.utc_ms.saturating_add(i64::from(self.offset_min) * 60_000);
        DateTime::from_timestamp_millis(local).unwrap_or_default().naive_utc()
    }

    /// The calendar day at the place of writing.
    pub fn date(self) -> NaiveDate {
        self.local().date()
    }

    /// RFC 3339, to the millisecond.
    pub fn to_rfc3339(self) -> String {
        let (sign, off) = (if self.offset_min < 0 { '-' } else { '+' }, self.offset_min.unsigned_abs());
        format!("{}{sign}{:02}:{:02}", self.local().format("%Y-%m-%dT%H:%M:%S%.3f"), off / 60, off % 60)
    }

    /// Reads RFC 3339.
    pub fn from_rfc3339(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(Self::from_chrono)
    }
}

/// A day of the year on which somebody was born; the year may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Birthday {
    /// 1-12.
    pub month: u8,
    /// 1-31.
    pub day: u8,
    /// The year, when it is known.
    pub year: Option<i32>,
}

impl Birthday {
    /// A birthday that some calendar has; 29 February without a year is one.
    pub fn new(year: Option<i32>, month: u8, day: u8) -> Option<Self> {
        NaiveDate::from_ymd_opt(year.unwrap_or(2000), u32::from(month), u32::from(day)).map(|_| Self {
            month,
            day,
            year,
        })
    }

    /// The first time it is kept on or after `from`; 29 February is kept on 28 February in other years.
    pub fn next(self, from: NaiveDate) -> NaiveDate {
        let kept = |year: i32| {
            NaiveDate::from_ymd_opt(year, u32::from(self.month), u32::from(self.day))
                .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
                .unwrap_or(from)
        };
        let here = kept(from.year());
        if here < from { kept(from.year() + 1) } else { here }
    }
}

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// Calendar days.
    Day,
    /// Monday to Friday; Saturday and Sunday are passed over.
    Workday,
    /// Seven days.
    Week,
    /// Calendar months; the day is cut to the month's end where it must.
    Month,
    /// Calendar years.
    Year,
}

impl Unit {
    /// Every unit with its code on disk and its word.
    pub const ALL: &'static [(Unit, u8, &'static str)] = &[
        (Unit::Day, 1, "day"),
        (Unit::Workday, 2, "workday"),
        (Unit::Week, 3, "week"),
        (Unit::Month, 4, "month"),
        (Unit::Year, 5, "year"),
    ];

    /// Code on disk.
    pub fn code(self) -> u8 {
        Self::ALL.iter().find(|u| u.0 == self).map_or(1, |u| u.1)
    }

    /// The unit of a code on disk.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.iter().find(|u| u.1 == code).map(|u| u.0)
    }

    /// The word for one.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|u| u.0 == self).map_or("day", |u| u.2)
    }
}

/// A length of time as contracts and calendars count it: "3 months", "10 workdays".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

impl Span {
    /// `count` of `unit`.
    pub const fn new(count: u16, unit: Unit) -> Self {
        Self { count, unit }
    }

    /// The day this much after `date`; `None` beyond the calendar.
    pub fn after(self, date: NaiveDate) -> Option<NaiveDate> {
        self.shift(date, true)
    }

    /// The day this much before `date`; `None` beyond the calendar.
    pub fn before(self, date: NaiveDate) -> Option<NaiveDate> {
        self.shift(date, false)
    }

    fn shift(self, date: NaiveDate, on: bool) -> Option<NaiveDate> {
        let n = u32::from(self.count);
        let days = |d: u64| {
            if on { date.checked_add_days(Days::new(d)) } else { date.checked_sub_days(Days::new(d)) }
        };
        let months = |m: u32| {
            if on { date.checked_add_months(Months::new(m)) } else { date.checked_sub_months(Months::new(m)) }
        };
        match self.unit {
            Unit::Day => days(n.into()),
            Unit::Week => days(u64::from(n) * 7),
            Unit::Month => months(n),
            Unit::Year => months(n * 12),
            Unit::Workday => {
                let mut at = date;
                let mut left = n;
                while left > 0 {
                    at = if on { at.succ_opt()? } else { at.pred_opt()? };
                    if !matches!(at.weekday(), Weekday::Sat | Weekday::Sun) {
                        left -= 1;
                    }
                }
                Some(at)
            }
        }
    }

    /// "1 month", "3 months".
    pub fn words(self) -> String {
        format!("{} {}{}", self.count, self.unit.name(), if self.count == 1 { "" } else { "s" })
    }
}

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
    /// next day, and what is to be remembered with it. A day that was moved by hand since counts as it is.
    pub fn next_wished(
        self,
        due: Option<NaiveDate>,
        done: NaiveDate,
        remembered: Option<u32>,
    ) -> Option<(NaiveDate, Option<u32>)> {
        let next = self.next(due, done)?;
        let monthly = !self.after_done && matches!(self.every.unit, Unit::Month | Unit::Year);
        let Some(due) = due.filter(|_| monthly) else { return Some((next, None)) };
        let wished = remembered.filter(|day| on_day(due, *day) == Some(due)).unwrap_or_else(|| wish_of(due));
        let day = match on_day(next, wished)? {
            day if day > done && day > due => day,
            _ => on_day(self.next(Some(next), next)?, wished)?,
        };
        Some((day, Some(wished).filter(|wished| *wished != wish_of(day))))
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
    fn months_are_cut_to_the_end_of_the_month() {
        assert_eq!(Span::new(1, Unit::Month).after(day(2024, 1, 31)), Some(day(2024, 2, 29)));
        assert_eq!(Span::new(3, Unit::Month).before(day(2026, 5, 31)), Some(day(2026, 2, 28)));
    }

    #[test]
    fn workdays_pass_over_the_weekend() {
        assert_eq!(Span::new(1, Unit::Workday).after(day(2026, 11, 27)), Some(day(2026, 11, 30)));
        assert_eq!(Span::new(2, Unit::Workday).before(day(2026, 11, 30)), Some(day(2026, 11, 26)));
    }

    #[test]
    fn a_leap_birthday_is_kept_every_year() {
        let b = Birthday::new(None, 2, 29).unwrap();
        assert_eq!(b.next(day(2027, 1, 1)), day(2027, 2, 28));
        assert_eq!(b.next(day(2028, 1, 1)), day(2028, 2, 29));
        assert_eq!(Birthday::new(Some(2027), 2, 29), None);
    }

    #[test]
    fn moments_keep_the_place_they_were_written_at() {
        let m = Moment::from_rfc3339("2026-11-23T23:30:00.250+02:00").unwrap();
        assert_eq!(m.date(), day(2026, 11, 23));
        assert_eq!(m.to_rfc3339(), "2026-11-23T23:30:00.250+02:00");
        assert_eq!(m.at_local(m.local()), m);
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
            (count, years) in (1u16..30, any::<bool>()),
            first in dates(),
            late in proptest::collection::vec(0i64..80, 1..30),
        ) {
            let every = Span::new(count, if years { Unit::Year } else { Unit::Month });
            let repeat = Repeat { every, after_done: false };
            let (mut due, mut remembered) = (first, None);
            for late in late {
                let done = due + chrono::Duration::days(late);
                let (next, keep) = repeat.next_wished(Some(due), done, remembered).unwrap();
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
