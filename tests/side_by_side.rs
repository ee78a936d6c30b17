//! Rows that belong together stand together, and a word that is that of the row above is not said again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use crossterm::event::Event;
use desk::{Desk, now};
use syndeo::app::Effect;
use syndeo::demo;
use syndeo::domain::{Client, ClientId, IdGenerator, Record, Task};
use syndeo::input;

/// Two clients with two tasks each: the more days late, the more urgent.
fn late() -> Vec<Record> {
    let mut id_generator = IdGenerator::new([5; 16]);
    let mut records = vec![];
    let mut clients: Vec<ClientId> = vec![];
    for name in ["Acme", "Bolt"] {
        let mut it = Client::new(id_generator.next(now()), now());
        it.name = name.into();
        clients.push(it.id);
        records.push(it.into());
    }
    for (title, of, late) in [("one", 0, 9), ("two", 1, 7), ("three", 0, 5), ("four", 1, 3)] {
        let mut it = Task::new(id_generator.next(now()), now());
        (it.title, it.client) = (title.into(), clients[of].into());
        it.due = Some(now().date() - chrono::Days::new(late));
        records.push(it.into());
    }
    records
}

/// The first word of each row that is a task's, and the last.
fn ends(desk: &mut Desk) -> Vec<(String, String)> {
    let titles = ["one", "two", "three", "four"];
    let of = |row: &String| {
        let words: Vec<&str> = row.split_whitespace().collect();
        let title = words.iter().find(|w| titles.contains(*w))?;
        Some(((*title).to_owned(), (*words.last()?).to_owned()))
    };
    desk.rows().iter().filter_map(of).collect()
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn by_client_the_rows_of_today_stand_side_by_side_and_the_name_is_said_once() {
    let mut desk = Desk::of(160, 40, late());
    desk.keys("1");
    let by_urgency = pairs(&[("one", "Acme"), ("two", "Bolt"), ("three", "Acme"), ("four", "Bolt")]);
    assert_eq!(ends(&mut desk), by_urgency);
    desk.keys("S client enter").sees("by client");
    let by_client = pairs(&[("one", "Acme"), ("three", "\""), ("two", "Bolt"), ("four", "\"")]);
    assert_eq!(ends(&mut desk), by_client, "{}", desk.picture());
}

#[test]
fn what_is_pasted_outside_a_field_is_nothing() {
    let mut desk = Desk::of(110, 30, late());
    desk.keys("2");
    desk.effects();
    let before = desk.picture();
    for text in ["q", "d", "y", "/acme", "C Acme\r"] {
        assert!(input::message(&desk.model, &Event::Paste(text.into())).is_none(), "{text}");
        desk.paste(text);
    }
    assert_eq!(desk.picture(), before);
    assert!(!desk.effects().iter().any(|e| matches!(e, Effect::Save(_))) && !desk.model.session.leaving);
    desk.keys("/").paste("bolt");
    assert!(desk.row(0).starts_with("Bolt"), "{:?}", desk.rows());
}

/// Only in the order that puts rows together is a word not said again: elsewhere each row says all of itself.
#[test]
fn in_no_other_order_is_a_word_left_out() {
    let mut desk = Desk::of(200, 60, demo::book(now()));
    let mut alike = 0;
    for pane in 1..=7 {
        desk.keys(&pane.to_string());
        let columns = desk.model.screen.browse().pane.spec().columns;
        for (nth, column) in columns.iter().enumerate().filter(|(_, c)| c.key.is_some()) {
            let browse = desk.model.screen.browse_mut();
            (browse.sort, browse.stale) = (nth, true);
            let rows = desk.rows();
            let said_again = |row: &String| row.split_whitespace().any(|word| word == "\"");
            let is_grouped = pane == 1 && column.title == "client";
            assert_eq!(rows.iter().any(said_again), is_grouped, "{pane} by {}: {rows:#?}", column.title);
            alike += 1;
        }
    }
    assert!(alike > 15, "{alike}");
}
