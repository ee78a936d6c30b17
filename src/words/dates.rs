//! Days in a sentence.

use chrono::NaiveDate;

/// A day in a sentence that is kept or sent: always with its year.
pub(super) fn full_date(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}
