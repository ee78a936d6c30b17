//! What is said beside a day that is being written.

use crate::domain::Workdays;
use crate::words::{boxes, dates};
use chrono::{Months, NaiveDate, TimeDelta};

/// A step in a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many days on, or back.
    Days(i64),
    /// So many months on, or back; the last day of a shorter month stands for one that it has not.
    Months(i32),
}

impl Step {
    /// The day it leads to; `None` where the calendar ends.
    pub fn from(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => day.checked_add_signed(TimeDelta::try_days(days)?),
            Self::Months(months) if months >= 0 => day.checked_add_months(Months::new(months.unsigned_abs())),
            Self::Months(months) => day.checked_sub_months(Months::new(months.unsigned_abs())),
        }
    }
}

/// ", counted from Fri 27 Nov"; nothing where it is counted from no other day.
pub(super) fn counted_from(from: Option<NaiveDate>, today: NaiveDate) -> String {
    from.map(|day| boxes::counted_from(&dates::show(day, today))).unwrap_or_default()
}

/// What is odd about a day: it lies before the one that `stood` there, or nobody works on it by a calendar.
pub(super) fn oddities(
    day: NaiveDate,
    stood: Option<NaiveDate>,
    calendar: Option<&Workdays>,
    today: NaiveDate,
) -> Vec<String> {
    let earlier = stood.filter(|stood| day < *stood);
    let earlier = earlier.map(|stood| boxes::earlier(&dates::show(stood, today)));
    let off = calendar.and_then(|calendar| dates::why_off(calendar, day));
    earlier.into_iter().chain(off.map(|why| boxes::no_workday(&why))).collect()
}
