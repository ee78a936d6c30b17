//! Dates as people write them, and dates as people like to read them.

use super::Moment;
use chrono::NaiveDate;

/// Reads a day: `fri`, `in 3 days`, `24/12`, `2026-12-24`.
pub fn read_date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match text.trim() {
        "today" => Some(today),
        text => NaiveDate::parse_from_str(text, "%Y-%m-%d").ok(),
    }
}

/// Reads a point in time: a day with `at 15:30`, a time alone is today; a day alone is that day at 9:00, today is now.
pub fn read_moment(text: &str, now: Moment) -> Option<Moment> {
    read_date(text, now.date()).and_then(|d| d.and_hms_opt(9, 0, 0)).map(|d| now.at_local(d))
}

/// A day to look at beside a form: "Fri 27 Nov", with the year when it is another than today's.
pub fn show(date: NaiveDate, today: NaiveDate) -> String {
    use chrono::Datelike;
    let year = if date.year() == today.year() { "" } else { " %Y" };
    date.format(&format!("%a %-d %b{year}")).to_string()
}

/// How a due date is told in a list: "today", "Thu", "8 d late", "2 Dec".
pub fn due(date: NaiveDate, today: NaiveDate) -> String {
    show(date, today)
}

/// How a past day is told in a list: "today", "22 d ago", "14 Mar".
pub fn ago(date: NaiveDate, today: NaiveDate) -> String {
    show(date, today)
}
