//! Days in a sentence.

use chrono::NaiveDate;

/// A day in a sentence that is kept or sent: always with its year.
pub(super) fn full_date(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// "1 day", "9 days".
pub(super) fn day_words(days: i64) -> String {
    format!("{days} day{}", if days == 1 { "" } else { "s" })
}
