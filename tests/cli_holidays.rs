//! Days off from calendar files, by the command line: what was taken and what not, one change, what counts by it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::Desk;
use std::fs;

const FILE: &str = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Our house\r\n\
BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20270103\r\nSUMMARY:Closed\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261117\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Founders\r\nEND:VEVENT\r\n\
BEGIN:VEVENT\r\nDTSTART:20261210T100000Z\r\nSUMMARY:Dinner\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn a_calendar_file_says_which_days_are_off() {
    let desk = Desk::sample();
    let path = desk.dir.path().join("house.ics");
    fs::write(&path, FILE).unwrap();
    let path = path.to_str().unwrap();
    let dry = desk.call(&["holidays", path, "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert!(dry.out.contains("Nothing was changed (--dry-run)."), "{}", dry.out);
    assert_eq!(desk.call(&["list", "calendars"]).out.lines().count(), 1);
    let took = desk.call(&["holidays", path]);
    assert_eq!(
        took.out,
        "Into the calendar Our house:\n  every 11-17 Founders\n  2026-12-24 to 2027-01-02 Closed\nDone as one change; syndeo undo takes it back.\n"
    );
    assert_eq!(took.err, "not taken, line 13: Dinner: it is not about whole days\n");
    assert!(desk.call(&["show", "our house"]).out.contains("every 11-17 Founders"));
    assert!(desk.call(&["holidays", path]).out.contains("there was nothing to change"));
    assert_eq!(desk.call(&["undo"]).code, 0);
    assert_eq!(desk.call(&["list", "calendars"]).out.lines().count(), 1);
}

#[test]
fn a_weekend_is_that_of_a_country_or_ones_own() {
    let desk = Desk::sample();
    let said = desk.call(&["holidays", "--country", "eg", "--calendar", "Cairo"]);
    assert!(said.out.contains("the weekend of EG"), "{} {}", said.out, said.err);
    let own = desk.call(&["holidays", "--weekend", "friday, saturday", "--calendar", "Cairo"]);
    assert_eq!(own.code, 0, "{}", own.err);
    let shown = desk.call(&["show", "cairo"]).out;
    assert!(shown.contains("Friday, Saturday") && shown.contains("EG"), "{shown}");
    for (args, code, why) in [
        (&["holidays"][..], 2, "required"),
        (&["holidays", "--country", "Egypt"], 1, "two letters were expected"),
        (&["holidays", "--weekend", "someday"], 1, "one of monday"),
        (&["holidays", "/nowhere.ics"], 1, "/nowhere.ics"),
    ] {
        let call = desk.call(args);
        assert_eq!(call.code, code, "{args:?} {}", call.err);
        assert!(call.err.contains(why), "{args:?} {}", call.err);
    }
}

#[test]
fn what_is_no_calendar_is_refused_and_nothing_changes() {
    let desk = Desk::sample();
    let path = desk.dir.path().join("wrong.ics");
    let path = path.to_str().unwrap();
    let none = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261210T100000Z\nSUMMARY:Dinner\nEND:VEVENT\nEND:VCALENDAR\n";
    for (text, why) in
        [("name,day\n", "line 1"), (&FILE[..80], "cut off"), (none, "there is no whole day in it")]
    {
        fs::write(path, text).unwrap();
        let call = desk.call(&["holidays", path]);
        assert_eq!(call.code, 1, "{text}");
        assert!(call.err.contains(why), "{}", call.err);
    }
    assert_eq!(desk.call(&["list", "calendars"]).out.lines().count(), 1);
}
