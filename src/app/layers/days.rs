//! What is said beside a day that is being written.

use crate::domain::{Workdays, when};
use chrono::NaiveDate;

/// ", counted from Fri 27 Nov"; nothing where it is counted from no other day.
pub(super) fn counted_from(from: Option<NaiveDate>, today: NaiveDate) -> String {
    from.map(|day| format!(", counted from {}", when::show(day, today))).unwrap_or_default()
}

/// What is odd about a day: it lies before the one that `stood` there, or nobody works on it by a calendar.
pub(super) fn oddities(
    day: NaiveDate,
    stood: Option<NaiveDate>,
    calendar: Option<&Workdays>,
    today: NaiveDate,
) -> Vec<String> {
    let earlier = stood.filter(|stood| day < *stood);
    let earlier = earlier.map(|stood| format!("earlier than {}", when::show(stood, today)));
    let off = calendar.and_then(|calendar| calendar.why_off(day));
    earlier.into_iter().chain(off.map(|why| format!("no working day: {why}"))).collect()
}
