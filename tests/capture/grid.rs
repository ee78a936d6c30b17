//! Beginnings of a line, each with every way to say a day, a length and a wish: what is read of each, whole. The table says
//! what is right of single lines; this says that what is read of their neighbours is still the same.
//! `UPDATE=1 cargo test --test capture grid` writes it anew.

use super::golden_support::Golden;
use super::{BOOK, now, told};
use std::fmt::Write;
use syndeo::domain::capture::read;

/// What a line is about, `…` being the place of the rest.
#[rustfmt::skip]
const LINES: &[(&str, &str)] = &[
    ("call", "call Aegean Maria: wants the banner …"),
    ("called", "called Maria …: all fine"),
    ("meeting", "meeting Borealis … about the roadmap"),
    ("task", "task send the price list …"),
    ("request", "request Aegean: new banner …"),
    ("mail", "mail from Femke …: compares prices"),
    ("follow-up", "met Bora: all fine +follow-up …"),
    ("note", "note Granite: the board … meets"),
    ("bare", "Aegean Maria the spring banner …"),
];

#[rustfmt::skip]
const RESTS: &[&str] = &[
    "", "today", "tomorrow", "yesterday", "fri", "on fri", "by fri", "until fri", "before fri", "since fri", "fri 10:30", "at 10", "at 25",
    "24 nov", "23 nov", "25 nov", "by 25/11", "23/11", "24/11", "25.11.", "25/11/2027", "24 nov 2027", "31 feb", "29 feb", "1 jan", "31 dec",
    "on the 1st", "on the 22nd", "the 23rd", "on the 3rd", "the 30th", "the 31st", "the 32nd", "the 33rd", "the 41st", "by the 0th", "by the 24th", "15th of march", "3rd of may", "march",
    "next week", "next month", "this week", "last week", "next fri", "last fri", "fri next week", "friday week", "in 3 days", "in a week",
    "in two weeks", "in 2 months", "3 days ago", "a week ago", "end of month", "end of march", "mid march", "in spring", "q1",
    "every fri", "every 2 weeks", "each month", "every day until fri", "2h", "1.5h", "45m", "90 min", "2 h 30", "half an hour", "1/2 day", "1/13",
    "promised fri", "promised by fri", "we deliver by fri", "due fri", "deadline fri", "asap", "!high", "!low", "!!", "!zzz", "#vip", "#vip,web",
    "@design", "@desing", "@Nikos", "@nobody", "/spring", "/zzz", "&", "fri & mon", "fri or mon", "fri, mon", "10-12", "10:00-11:30", "+follow-up",
    "+follow-up fri", "+zzz", "1000 EUR", "budget 2h", "tel 210 1234567", "x@y.example", "https://x.example", "Maria", "Petros", "bolt",
    "αύριο", "χθες", "παρασκευή", "ως παρασκευή", "στις 23/11", "σε 3 μέρες", "κάθε δευτέρα", "επόμενη εβδομάδα", "τέλος μήνα",
];

#[test]
fn every_line_is_read_as_it_was() {
    let mut golden = Golden::new("captured", "capture grid");
    for (name, line) in LINES {
        let mut out = String::new();
        for rest in RESTS {
            let line = line.replace('…', rest).replace("  ", " ").replace(" :", ":");
            let line = line.trim();
            writeln!(out, "> {line}").unwrap();
            for told in told(line, &read(line, &BOOK, now())) {
                writeln!(out, "{told}").unwrap();
            }
        }
        golden.holds(name, &out);
    }
    golden.done();
}
