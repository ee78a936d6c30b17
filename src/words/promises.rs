//! What was promised, and where it went.

use super::dates;
use crate::domain::{PromisedDay, Record};
use chrono::NaiveDate;

/// "promised 20 Nov, moved to 4 Dec, told 21 Nov"; empty where nothing was.
pub fn promised(record: &Record, today: NaiveDate) -> String {
    let day = |d| dates::plain(d, today);
    let piece = |(nth, promised): (usize, &PromisedDay)| {
        let told = promised.told.map(|on| format!(", told {}", day(on))).unwrap_or_default();
        match (nth, promised.day) {
            (0, Some(on)) => format!("promised {}{told}", day(on)),
            (_, Some(on)) => format!("moved to {}{told}", day(on)),
            (_, None) => format!("taken back {}{told}", day(promised.since.date())),
        }
    };
    record.promised_days().iter().enumerate().map(piece).collect::<Vec<_>>().join(", ")
}
