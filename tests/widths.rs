//! What is cut and what is blank on the lists of the sample book. `cargo test --test widths -- --ignored --nocapture` prints it
//! for three sizes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![allow(clippy::disallowed_macros, reason = "prints figures")]

mod desk;

use desk::{Desk, now};
use syndeo::demo;

/// The ways to what is measured.
const SCREENS: &[(&str, &str)] = &[
    ("Today", "1"),
    ("Clients", "2"),
    ("Projects", "3"),
    ("Departments", "4"),
    ("Requests", "5"),
    ("Agreements", "6"),
    ("Journal", "7"),
    ("Waiting", "w"),
    ("people of a client", "2 tab"),
    ("timeline of a client", "2 back-tab back-tab back-tab"),
];

/// Cut cells of the list, of the record beside it, and how much of the screen is blank, in per cent.
fn measured(keys: &str, (width, height): (u16, u16)) -> (usize, usize, usize) {
    let mut desk = Desk::of(width, height, demo::book(now()));
    desk.keys(keys);
    let picture = desk.picture();
    let lines: Vec<&str> = picture.lines().collect();
    let body = &lines[1..lines.len() - 1];
    let cut = |part: usize| {
        let parts = body.iter().filter_map(|line| line.split(['│', '┃']).filter(|p| !p.is_empty()).nth(part));
        parts.map(|p| p.matches('…').count()).sum::<usize>()
    };
    // The mark of a reversed line stands before each line.
    let list = cut(usize::from(body[1].starts_with(' ')));
    let record = cut(usize::from(body[1].starts_with(' ')) + 1);
    let all = usize::from(width) * usize::from(height);
    let said: usize = lines.iter().map(|l| l.chars().skip(1).filter(|c| !c.is_whitespace()).count()).sum();
    (list, record, (all - said.min(all)) * 100 / all)
}

#[test]
#[ignore = "prints figures"]
fn figures() {
    println!("cut in list, cut in record, blank");
    for (name, keys) in SCREENS {
        let sizes = [(110, 30), (160, 45), (220, 55)];
        let found: Vec<String> = sizes
            .iter()
            .map(|size| {
                let (list, record, blank) = measured(keys, *size);
                format!("{list:>3} {record:>3} {blank:>3} %")
            })
            .collect();
        println!("{name:<22} {}", found.join("   |   "));
    }
}

/// With so much room nearly everything can be read where it stands.
#[test]
fn hardly_anything_is_cut_on_a_large_screen() {
    for (name, keys) in SCREENS {
        let (list, ..) = measured(keys, (160, 45));
        assert!(list < 5, "{name}: {list} cells are cut");
    }
}
