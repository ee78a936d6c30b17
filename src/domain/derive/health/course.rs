//! How the health of a client went, month by month.

use super::{parts, score};
use crate::domain::derive::cadence::has_cadence;
use crate::domain::derive::shifted;
use crate::domain::derive::timeline::touched;
use crate::domain::{Book, ClientId, Moment};
use chrono::{Datelike, Months, NaiveDate, NaiveTime};

/// The score at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The last day of the month; of the present one today.
    pub on: NaiveDate,
    /// 0 to 100; `None` while the client, or all that health looks at, was not known.
    pub score: Option<u8>,
}

/// The score at the end of each of so many months, and now for the present one, which is the last. Each is computed from the
/// same records as they stood then, by the rule of the trend. Empty for a client that has no health.
pub fn course(book: &Book, client: ClientId, now: Moment, months: u32) -> Vec<Point> {
    points(book, client, now, (0..months).rev())
}

/// As [`course`], at the ends of the months so many before the present one; 0 is now.
pub fn points(
    book: &Book,
    client: ClientId,
    now: Moment,
    months_back: impl IntoIterator<Item = u32>,
) -> Vec<Point> {
    let Some(client) = book.client(client).filter(|c| has_cadence(book, c, now)) else { return vec![] };
    // One look at the touches is enough for all months.
    let touched = touched(book, client.id.into(), now);
    let last = |at: Moment| touched.iter().rev().find(|touch| touch.utc_ms <= at.utc_ms).copied();
    let point = |at: Moment| {
        let known = client.head.created.utc_ms <= at.utc_ms;
        let parts = || parts::all(book, client, at, last(at));
        Point { on: at.date(), score: if known { score(&parts()) } else { None } }
    };
    let at = |back| if back == 0 { Some(now) } else { end_of_month(now, back) };
    months_back.into_iter().filter_map(at).map(point).collect()
}

/// The last moment of the month so many months before the present one; `None` before the calendar.
fn end_of_month(now: Moment, back: u32) -> Option<Moment> {
    let today = now.date();
    let first = shifted(today, 1 - i64::from(today.day()));
    let last = first.checked_sub_months(Months::new(back.checked_sub(1)?))?.pred_opt()?;
    let end = NaiveTime::from_hms_milli_opt(23, 59, 59, 999)?;
    Some(now.at_local(last.and_time(end)))
}
