//! The table in both directions: what is to be done lies ahead, what has happened lies behind.

use super::tests::{TODAY, check_with, day};
use super::*;

/// A phrase, and the day it means ahead and behind.
fn both(today: &str, rows: &[(&str, &str, &str)]) {
    let ahead: Vec<_> = rows.iter().map(|(phrase, ahead, _)| (*phrase, *ahead)).collect();
    let behind: Vec<_> = rows.iter().map(|(phrase, _, behind)| (*phrase, *behind)).collect();
    check_with(read_date, today, &ahead);
    check_with(read_past_date, today, &behind);
}

#[test]
fn what_has_happened_lies_behind() {
    both(
        TODAY,
        &[
            ("fri", "2026-11-27", "2026-11-20"),
            ("Παρασκευή", "2026-11-27", "2026-11-20"),
            ("mon", "2026-11-30", "2026-11-23"),
            ("tue", "2026-12-01", "2026-11-24"),
            ("wed", "2026-11-25", "2026-11-18"),
            ("sun", "2026-11-29", "2026-11-22"),
            ("24/11", "2026-11-24", "2026-11-24"),
            ("23/11", "2027-11-23", "2026-11-23"),
            ("25/11", "2026-11-25", "2025-11-25"),
            ("24/12", "2026-12-24", "2025-12-24"),
            ("1.2.", "2027-02-01", "2026-02-01"),
            ("29/2", "2028-02-29", "2024-02-29"),
            ("24 Δεκεμβρίου", "2026-12-24", "2025-12-24"),
            ("15th", "2026-12-15", "2026-11-15"),
            ("24th", "2026-11-24", "2026-11-24"),
            ("31st", "2026-12-31", "2026-10-31"),
            ("end of feb", "2027-02-28", "2026-02-28"),
            ("end of november", "2026-11-30", "2025-11-30"),
            ("Thu 31 Dec", "2026-12-31", "2026-12-31"),
            ("Fri 31 Dec", "", ""),
            ("Wed 31 Dec", "", "2025-12-31"),
            ("Thu 1 Jan", "2026-01-01", "2026-01-01"),
        ],
    );
    both("2026-11-27", &[("fri", "2026-12-04", "2026-11-27"), ("sat", "2026-11-28", "2026-11-21")]);
    both("2026-03-30", &[("31st", "2026-03-31", "2026-01-31"), ("30th", "2026-03-30", "2026-03-30")]);
    both("2026-01-01", &[("31/12", "2026-12-31", "2025-12-31"), ("1/1", "2026-01-01", "2026-01-01")]);
}

#[test]
fn what_says_its_direction_keeps_it() {
    for phrase in [
        "today",
        "tomorrow",
        "yesterday",
        "αύριο",
        "in 3 days",
        "3 days ago",
        "2w",
        "this fri",
        "next fri",
        "last fri",
        "next week",
        "eow",
        "eom",
        "end of next quarter",
        "24/12/2026",
        "2026-12-24",
        "24 dec 2027",
        "somewhen",
        "",
    ] {
        let today = day(TODAY);
        assert_eq!(read_past_date(phrase, today), read_date(phrase, today), "{phrase}");
    }
}
