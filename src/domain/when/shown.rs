//! Dates as people like to read them: short, and relative where that helps.

use chrono::{Datelike, NaiveDate};

/// Beyond so many days a date says more than their number.
const COUNTED_DAYS: i64 = 90;
/// Within so many days ahead a day and month can mean only one date to anybody.
const SAME_YEAR_DAYS: i64 = 300;

/// A day to look at beside a form: "Fri 27 Nov", with the year when it is another than today's.
pub fn show(date: NaiveDate, today: NaiveDate) -> String {
    format!("{} {}", date.format("%a"), plain(date, today))
}

/// "2 Dec", "2 Dec 2027" in another year than today's.
pub fn plain(date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() {
        date.format("%-d %b").to_string()
    } else {
        date.format("%-d %b %Y").to_string()
    }
}

/// How far off a day is: "today", "tomorrow", "in 3 d", "yesterday", "8 d ago".
pub fn relative(date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days() {
        0 => "today".into(),
        1 => "tomorrow".into(),
        -1 => "yesterday".into(),
        days if days > 0 => format!("in {days} d"),
        days => format!("{} d ago", -days),
    }
}

/// A day by which something must be done: "today", "Thu" within the next six days, "8 d late" when it is past,
/// otherwise "2 Dec", and "2 Dec 2027" when it is so far off that the year is in doubt.
pub fn due(date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days() {
        0 => "today".into(),
        days @ ..0 => format!("{} d late", -days),
        1..=6 => date.format("%a").to_string(),
        7..=SAME_YEAR_DAYS => date.format("%-d %b").to_string(),
        _ => plain(date, today),
    }
}

/// A day on which something happened: "today", "yesterday", "22 d ago", and beyond 90 days "14 Mar" or "14 Mar 2025".
/// A day that lies ahead is told as [`relative`] does, or by its date when it is as far off.
pub fn ago(date: NaiveDate, today: NaiveDate) -> String {
    if (date - today).num_days().abs() <= COUNTED_DAYS { relative(date, today) } else { plain(date, today) }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{TODAY, day};
    use super::*;

    #[test]
    fn shown_short() {
        let today = day(TODAY);
        for (date, shown, off, by, since) in [
            ("2026-11-24", "Tue 24 Nov", "today", "today", "today"),
            ("2026-11-25", "Wed 25 Nov", "tomorrow", "Wed", "tomorrow"),
            ("2026-11-30", "Mon 30 Nov", "in 6 d", "Mon", "in 6 d"),
            ("2026-12-01", "Tue 1 Dec", "in 7 d", "1 Dec", "in 7 d"),
            ("2027-12-02", "Thu 2 Dec 2027", "in 373 d", "2 Dec 2027", "2 Dec 2027"),
            ("2026-11-23", "Mon 23 Nov", "yesterday", "1 d late", "yesterday"),
            ("2026-11-02", "Mon 2 Nov", "22 d ago", "22 d late", "22 d ago"),
            ("2026-03-14", "Sat 14 Mar", "255 d ago", "255 d late", "14 Mar"),
            ("2025-03-14", "Fri 14 Mar 2025", "620 d ago", "620 d late", "14 Mar 2025"),
        ] {
            let date = day(date);
            assert_eq!(
                (show(date, today), relative(date, today), due(date, today), ago(date, today)),
                (shown.into(), off.into(), by.into(), since.into())
            );
        }
    }
}
