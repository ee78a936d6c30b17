//! Steps from a day that stands, and distances in working days of a calendar.

use super::tests::day;
use super::*;

#[test]
fn a_step_is_counted_from_the_day_that_stands() {
    let from = day("2026-12-04");
    for (text, to) in [
        ("+10d", Some("2026-12-14")),
        ("+ 10d", None),
        (" -3 days", Some("2026-12-01")),
        ("+2w", Some("2026-12-18")),
        ("+1 month", Some("2027-01-04")),
        ("+3 working days", Some("2026-12-09")),
        ("+3wd", Some("2026-12-09")),
        ("+δύο εβδομάδες", Some("2026-12-18")),
        ("-1q", Some("2026-09-04")),
        ("10d", None),
        ("in 10 days", None),
        ("+24/12", None),
        ("+fri", None),
        ("+", None),
        ("--3d", None),
        ("+-3d", None),
        ("+3 days ago", None),
        ("+99999999d", None),
    ] {
        assert_eq!(read_step(text, from, &Workdays::default()), to.map(day), "{text}");
    }
    // Monday and Tuesday off: three working days are the week after.
    let off = ["2026-12-07", "2026-12-08"].map(|d| (day(d), String::new()));
    let calendar = Workdays::new(&[chrono::Weekday::Sat, chrono::Weekday::Sun], off);
    assert_eq!(read_step("+3wd", from, &calendar), Some(day("2026-12-11")));
    assert_eq!(read_step("-1wd", day("2026-12-09"), &calendar), Some(from));
    assert_eq!(read_workdays("in 3 working days", from, &calendar), Some(day("2026-12-11")));
    assert_eq!(read_workdays("3 working days ago", day("2026-12-09"), &calendar), Some(day("2026-12-02")));
    assert_eq!(read_workdays("in 3 days", from, &calendar), None);
    assert_eq!(read_step("+2d", NaiveDate::MAX, &Workdays::default()), None);
}
