//! Every state at every size: nothing panics, nothing unsafe reaches a cell.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use syndeo::demo;
use syndeo::domain::text::is_unsafe;

/// Ways to every screen and layer there is.
const STATES: &[&str] = &[
    "", "/ a", "enter", "enter down down enter", "tab", "tab tab", "tab tab tab tab tab tab", "3", "3 enter tab tab tab", "4",
    "4 enter tab", "7", "7 enter", "a", "a x ctrl-s enter", "e", "e end 株式会社みなと tab tab", "i tab tab tab ma", "t x tab nik", "space",
    "space zzz", "?", ": cli", "s", "s pap down", "d", "e x esc", "S", "v v v", "enter enter d y B", "x",
    "e back-tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab enter enter a",
];

#[test]
fn every_state_fits_every_size() {
    let records = demo::book(now());
    for keys in STATES {
        let mut desk = Desk::of(110, 30, records.clone());
        desk.keys(keys);
        for width in 1..=80 {
            for height in 1..=30 {
                desk.look_at(width, height);
            }
        }
        desk.resize(200, 60);
    }
}

#[test]
fn an_empty_book_fits_every_size_too() {
    for keys in ["", "3", "a", "space", "?"] {
        let mut desk = Desk::empty(80, 24);
        desk.keys(keys);
        for width in 1..=80 {
            desk.resize(width, (width % 30) + 1);
        }
    }
}

#[test]
fn text_from_outside_never_reaches_a_cell_raw() {
    let evil = "\u{1b}]52;c;SU5KRUNU\u{7} a\u{9b}2J\u{202e}b\u{200d}c\u{2066}d\u{feff}\r\n\te";
    let mut records = demo::book(now());
    for record in &mut records {
        for field in record.fields() {
            use syndeo::domain::{Labelled, Value};
            let value = match (field.read)(record) {
                Value::Text(text) => Value::Text(format!("{evil}{text}")),
                Value::Words(_) => Value::Words(vec![evil.into()]),
                Value::Labelled(_) => Value::Labelled(vec![Labelled { label: evil.into(), value: evil.into() }]),
                _ => continue,
            };
            (field.write)(record, value).unwrap();
        }
    }
    for keys in STATES {
        for width in [60, 110] {
            let mut desk = Desk::of(width, 30, records.clone());
            let picture = desk.keys(keys).picture();
            let raw: Vec<char> = picture.chars().filter(|c| *c != '\n' && is_unsafe(*c)).collect();
            assert!(raw.is_empty(), "{raw:?} after {keys:?} in\n{picture}");
        }
    }
}
