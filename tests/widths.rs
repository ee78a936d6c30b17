//! What is cut and what is blank on the lists of the sample book. `cargo test --test widths -- --ignored --nocapture` prints it
//! for three sizes. And what may never be cut, in the smallest window and in either language.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![allow(clippy::disallowed_macros, reason = "prints figures")]

mod desk;

use desk::{Desk, now};
use syndeo::demo;
use syndeo::domain::text::width;
use syndeo::domain::{Client, IdGenerator, Kind, Labelled, Record};
use syndeo::words::{self, Lang};

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

/// The columns of a form in the smallest window, without its frame, and those of its labels with the star of what is needed.
const FORM: usize = 56;
const LABEL: usize = 22;

/// How many lines a text takes that is broken between words.
fn lines(text: &str, columns: usize) -> usize {
    let mut used = 0;
    1 + text.split(' ').fold(0, |lines, word| {
        let wide = width(word);
        let breaks = used > 0 && used + 1 + wide > columns;
        used = if breaks || used == 0 { wide } else { used + 1 + wide };
        lines + usize::from(breaks)
    })
}

/// What a form says before its fields and below them is read whole in the smallest window, in either language.
#[test]
fn labels_and_hints_of_forms_have_room_in_the_smallest_window() {
    let mut too_long = vec![];
    for lang in Lang::ALL {
        lang.within(|| {
            for field in Kind::ALL.iter().flat_map(|kind| kind.fields()) {
                let (label, about) = (words::field(field), words::about(field));
                too_long.extend((width(label) > LABEL).then(|| label.to_owned()));
                too_long.extend((lines(about, FORM) > 2).then(|| about.to_owned()));
            }
        });
    }
    too_long.dedup();
    assert!(too_long.is_empty(), "{too_long:#?}");
}

/// One client with a way to reach it.
fn one_client() -> Vec<Record> {
    let mut client = Client::new(IdGenerator::new([5; 16]).next(now()), now());
    client.name = "Acme".into();
    client.phones = vec![Labelled { label: "switchboard".into(), value: "+30 210 1".into() }];
    vec![client.into()]
}

/// What lies over the desk and is asked or offered there is read whole in the smallest window, in either language: nothing of
/// this book is long.
#[test]
fn questions_and_boxes_are_whole_in_the_smallest_window() {
    const LAYERS: &[&str] =
        &["2 #", "2 S", "2 X", "2 d", "2 E", "2 y", "2 o", "c", "2 e x esc", "a y", "1 z"];
    for lang in Lang::ALL {
        lang.within(|| {
            for keys in LAYERS {
                let mut desk = Desk::of(60, 16, one_client());
                desk.keys(keys);
                let rows = desk.rows();
                // The footer has a sign of its own for more keys than have room.
                let cut = rows[..rows.len() - 1].iter().find(|row| row.contains('…') && !row.contains("· …"));
                assert!(cut.is_none(), "{lang:?} {keys}: {cut:?}");
            }
        });
    }
}

/// Where a row has little room, what it is about stays, and what is told elsewhere goes.
#[test]
fn what_matters_most_stays_where_there_is_little_room() {
    let mut desk = Desk::of(60, 16, demo::book(now()));
    desk.keys("w").sees("held by");
    // Who is away and what each has open, before what somebody is good at.
    desk.keys("4 enter g p").sees("away until").sees("3 open");
    // When a milestone was promised, though it is late as well.
    desk.resize(100, 30).keys("3 enter g o");
    let picture = desk.picture();
    let promised: Vec<&str> = picture.lines().filter(|row| row.contains("promised ")).collect();
    assert!(promised.len() > 3, "{picture}");
    assert!(promised.iter().all(|row| !row.contains("promised …") && !row.contains("promi…")), "{picture}");
}
