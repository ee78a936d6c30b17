//! What was promised, and where it went.

use super::dates;
use super::message::messages;
use crate::domain::{PromisedDay, Record};
use chrono::NaiveDate;

messages! {
    /// The day promised first.
    promised_for(day: &str): "promised {day}" => "υποσχεθήκαμε {day}";
    /// A day promised later.
    moved_to(day: &str): "moved to {day}" => "μετατέθηκε {day}";
    /// When a promise was taken back.
    taken_back(day: &str): "taken back {day}" => "ανακλήθηκε {day}";
    /// When the client was told.
    told(day: &str): ", told {day}" => ", ενημερώθηκε {day}";
}

/// "promised 20 Nov, moved to 4 Dec, told 21 Nov"; empty where nothing was.
pub fn promised(record: &Record, today: NaiveDate) -> String {
    let all = record.promised_days();
    let days = days_of(&all, today);
    if all.first().is_some_and(|first| first.day.is_some()) { promised_for(&days) } else { days }
}

/// "20 Nov, moved to 4 Dec, told 21 Nov": the days promised, where it is said that they are.
pub fn days(record: &Record, today: NaiveDate) -> String {
    days_of(&record.promised_days(), today)
}

/// The same of such days alone.
pub fn days_of(all: &[PromisedDay], today: NaiveDate) -> String {
    let day = |d| dates::plain(d, today);
    let piece = |(nth, promised): (usize, &PromisedDay)| {
        let was = match (nth, promised.day) {
            (0, Some(on)) => day(on),
            (_, Some(on)) => moved_to(&day(on)),
            (_, None) => taken_back(&day(promised.since.date())),
        };
        format!("{was}{}", promised.told.map(|on| told(&day(on))).unwrap_or_default())
    };
    all.iter().enumerate().map(piece).collect::<Vec<_>>().join(", ")
}
