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

    /// Noon of a day, at the place of this moment.
    pub fn noon_of(self, day: NaiveDate) -> Option<Self> {
        day.and_hms_opt(12, 0, 0).map(|noon| self.at_local(noon))
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

    /// The calendar day, told to somebody whose clock shows `now`, perhaps in another part of the world: what is over is
    /// never of tomorrow, and what lies ahead never of yesterday.
    pub fn day_beside(self, now: Self) -> NaiveDate {
        let (day, today) = (self.date(), now.date());
        if self.utc_ms <= now.utc_ms { day.min(today) } else { day.max(today) }
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
                    if is_workday(at) {
                        left -= 1;
                    }
                }
                Some(at)
            }
        }
    }
}

/// Whether a day is one on which people work: Monday to Friday.
pub fn is_workday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
