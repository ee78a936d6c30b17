//! What is told of a report, from both sides of each limit.

use super::*;
use crate::domain::report::ReportKind;

/// What is told has no blanks around it, whoever it is for; what is ours alone is nothing to others.
#[test]
fn a_text_is_told_without_the_blanks_around_it() {
    let (book, now) = (Book::default(), Moment::default());
    let of = Some(Ref::new(Kind::Client, uuid::Uuid::nil()));
    let teller = |internal| {
        let ask = Ask { internal, ..Ask::new(ReportKind::Review, of, now.date()) };
        Teller::new(&book, &ask, now)
    };
    for internal in [true, false] {
        assert_eq!(teller(internal).text(" a text \n\n"), "a text", "{internal}");
        assert_eq!(teller(internal).text(" \n"), "");
    }
    assert_eq!(
        (teller(true).ours("\n ours "), teller(false).ours("\n ours ")),
        ("ours".into(), String::new())
    );
}

/// A report has its first day and its last.
#[test]
fn the_days_of_a_report_are_in_it_to_both_ends() {
    let (book, now) = (Book::default(), Moment::default());
    let day = |n: u32| NaiveDate::from_ymd_opt(2026, 10, n);
    let (Some(from), Some(to)) = (day(5), day(20)) else { return };
    let teller = Teller::new(&book, &Ask { from, to, ..Ask::new(ReportKind::Review, None, to) }, now);
    let found: Vec<bool> = [4, 5, 6, 19, 20, 21].map(|n| teller.is_in(day(n))).to_vec();
    assert_eq!(found, [false, true, true, true, true, false]);
    assert!(!teller.is_in(None));
}
