//! A line that is typed is seen where its cursor stands, in every place where one can be typed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use syndeo::demo;
use unicode_width::UnicodeWidthStr;

/// Ways to every line that can be typed.
const LINES: &[(&str, &str)] = &[
    ("2 a a", "a form"),
    ("2 t tab", "a search in a form"),
    ("2 c", "capture"),
    ("2 s", "find"),
    ("2 :", "the palette"),
    ("2 /", "the filter of a list"),
];

/// What stands before the cursor in its row.
fn before_cursor(desk: &mut Desk) -> String {
    let (column, row) = desk.cursor();
    let picture = desk.picture();
    // A picture has one column more than the screen, for the mark of a reversed line.
    let line = picture.lines().nth(usize::from(row)).unwrap_or_default();
    let mut out = String::new();
    for letter in line.chars() {
        if out.width() > usize::from(column) {
            break;
        }
        out.push(letter);
    }
    assert_eq!(out.width(), usize::from(column) + 1, "the cursor stands in a letter of {line:?}");
    out
}

#[test]
fn the_end_of_a_long_line_is_seen_and_the_cursor_stands_behind_it() {
    let line = "株式会社みなと".repeat(20) + "港区";
    for size in [60, 61, 100, 121, 160] {
        for (keys, place) in LINES {
            let mut desk = Desk::of(size, 30, demo::book(now()));
            desk.keys(keys).paste(&line);
            let seen = before_cursor(&mut desk);
            assert!(seen.ends_with("みなと港区"), "{place} at {size}: {seen:?}\n{}", desk.picture());
        }
    }
}

#[test]
fn going_back_to_its_start_shows_the_start() {
    let line = "港区".to_owned() + &"株式会社みなと".repeat(20);
    for (keys, place) in LINES {
        let mut desk = Desk::of(100, 30, demo::book(now()));
        desk.keys(keys).paste(&line).keys("home");
        let seen = before_cursor(&mut desk);
        assert!(!seen.contains('株'), "{place}: {seen:?}");
        desk.sees("港区株式会社");
        desk.keys("right right");
        assert!(before_cursor(&mut desk).ends_with("港区"), "{place}\n{}", desk.picture());
    }
}
