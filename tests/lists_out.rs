//! Every list is written to a file as it stands: what is asked, what is handed on, and what is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use syndeo::app::{Effect, Layer, ListForm, Listed};
use syndeo::demo;

fn asked(desk: &mut Desk) -> (String, ListForm, bool, Listed) {
    let effects = desk.effects().into_iter();
    let mut lists = effects.filter_map(|effect| match effect {
        Effect::WriteList { path, form, over, listed } => Some((path, form, over, listed)),
        _ => None,
    });
    lists.next().expect("no list was to be written")
}

/// The list that is in sight, cell by cell, as its columns tell it.
fn in_sight(desk: &Desk) -> Vec<Vec<String>> {
    let (list, ctx) = (desk.model.screen.browse(), desk.model.ctx());
    let columns = list.pane.spec().columns;
    list.rows.iter().map(|id| columns.iter().map(|column| (column.cell)(ctx, *id).text).collect()).collect()
}

#[test]
fn every_list_is_written_as_it_stands() {
    let mut desk = Desk::of(120, 40, demo::book(now()));
    for (keys, name) in [
        ("1", "today-"),
        ("2", "clients-"),
        ("2 . R", "clients-"),
        ("2 / foods enter", "clients-"),
        ("3", "projects-"),
        ("4", "departments-"),
        ("5", "requests-"),
        ("6", "agreements-"),
        ("7", "journal-"),
        ("w", "requests-"),
    ] {
        desk.keys(keys).keys("X").sees("Write the list to a file").sees("with the columns of the list");
        desk.keys("enter");
        let (path, form, over, listed) = asked(&mut desk);
        assert!(path.starts_with(name) && path.ends_with("-2026-11-23.csv"), "{path}");
        assert_eq!((form, over), (ListForm::Csv, false));
        let Listed::Cells { columns, rows, .. } = listed else { panic!("no cells") };
        let shown = in_sight(&desk);
        assert_eq!(columns.len(), shown[0].len());
        assert_eq!(rows, shown, "{keys}");
        desk.sees("Written to ");
        assert!(desk.model.screen.layers.is_empty(), "the box goes when it is written");
        desk.keys("esc esc");
    }
}

#[test]
fn records_go_whole_and_in_the_order_of_the_list() {
    let mut desk = Desk::of(120, 40, demo::book(now()));
    desk.keys("2 R X ctrl-u clients.json").sees("whole, in the order of the list").keys("enter");
    let (path, form, _, listed) = asked(&mut desk);
    assert_eq!((path.as_str(), form), ("clients.json", ListForm::Json));
    let Listed::Records(lines) = listed else { panic!("no records") };
    let rows = &desk.model.screen.browse().rows;
    assert_eq!(lines.len(), rows.len());
    for (line, id) in lines.iter().zip(rows) {
        assert!(line.contains(&id.id.to_string()) && line.contains("\"derived\""), "{line}");
    }
}

#[test]
fn a_file_that_is_there_is_asked_about_and_a_name_without_an_ending_is_told() {
    let mut desk = Desk::of(80, 24, demo::book(now()));
    desk.keys("2 X ctrl-u list").sees("The ending says how: .csv .tsv .xlsx .jsonl .json").keys("enter");
    assert!(!desk.effects().iter().any(|effect| matches!(effect, Effect::WriteList { .. })));
    desk.keys("ctrl-u list.csv enter").sees("Written to ").sees_no("Write the list");
    assert!(!asked(&mut desk).2);
    desk.keys("X ctrl-u list.csv enter").sees("There is such a file. Enter writes over it");
    assert!(!asked(&mut desk).2);
    // Another name is another file, and this one again is the one that was asked about.
    desk.keys("x").sees_no("such a file").keys("backspace").sees("such a file").keys("enter");
    let (path, _, over, _) = asked(&mut desk);
    assert_eq!((path.as_str(), over), ("list.csv", true));
    desk.sees("Written to ").keys("X ctrl-u no/list.csv enter").sees("could not write");
    assert!(matches!(desk.model.screen.layers.last(), Some(Layer::WriteTo(_))), "the name can be changed");
    desk.effects();
    desk.keys("esc").sees_no("Write the list");
    assert!(desk.effects().is_empty());
    desk.keys("/ zzzz enter X").sees("The list is empty");
}
