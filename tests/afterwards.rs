//! What a key leaves behind: which page is read on, which card is closed, and that nothing is shown of what is gone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use fastrand::Rng;
use syndeo::app::{Guard, Layer, Msg, update};
use syndeo::demo;
use syndeo::domain::{Change, Kind, Ref, Role};

/// The records whose cards are open, from the list on.
fn cards(desk: &Desk) -> Vec<Ref> {
    let of = |layer: &Layer| if let Layer::Card(detail) = layer { detail.of } else { None };
    desk.model.screen.layers.iter().filter_map(of).collect()
}

/// The person of a client on a card over the list of clients.
fn on_a_card() -> Desk {
    let mut desk = Desk::empty(120, 34);
    desk.keys("a a Acme enter p Maria tab Pappa ctrl-s 2 s maria enter").sees("Maria Pappa · contact");
    assert_eq!(cards(&desk).len(), 1);
    desk
}

#[test]
fn a_card_is_closed_with_what_it_shows_however_that_goes() {
    let mut desk = on_a_card();
    desk.keys("d").sees("In the bin: Maria Pappa").sees_no("Maria Pappa · contact");
    assert!(cards(&desk).is_empty());
    // What was just added goes by undo.
    let mut desk = on_a_card();
    desk.keys("u").sees("Undone: add contact Maria").sees_no("Maria Pappa · contact");
    assert!(cards(&desk).is_empty());
}

/// Whatever is opened, taken to the bin, taken back and done again: a card shows a record of the book.
#[test]
fn no_card_shows_what_is_not_in_the_book() {
    let words = [
        "enter",
        "down enter",
        "down down enter",
        "enter down enter",
        "tab",
        "d y",
        "d y",
        "u",
        "U",
        "esc",
        "2",
        "3",
    ];
    let mut closed = 0;
    for seed in 0..4 {
        let mut rng = Rng::with_seed(seed);
        let mut desk = Desk::of(110, 30, demo::book(now()));
        for nth in 0..60 {
            let before = cards(&desk).len();
            let keys = words[rng.usize(..words.len())];
            desk.keys(keys);
            closed += usize::from(matches!(keys, "d y" | "u") && cards(&desk).len() < before);
            for id in cards(&desk) {
                assert!(desk.model.data.book.get(id).is_some(), "seed {seed}, key {nth} {keys}: {id:?}");
            }
        }
    }
    assert!(closed > 1, "{closed}");
}

/// What is added from a page that is read is added there: one goes on reading, wherever the new record has its list.
#[test]
fn a_page_that_is_read_stays_while_something_is_added() {
    for (pane, add) in [
        ("2 enter", "a c Zenith ctrl-s"),
        ("2 enter down enter", "a c Zenith ctrl-s"),
        ("5 enter", "r Banner ctrl-s"),
        ("3 enter", "P Fair ctrl-s"),
        ("4 enter", "a d Print ctrl-s"),
    ] {
        let mut desk = Desk::of(120, 34, demo::book(now()));
        desk.keys(pane);
        let read = desk.model.screen.detail().of;
        assert!(read.is_some() && desk.model.screen.is_reading(), "{pane}");
        let count = desk.model.data.book.everything().count();
        desk.keys(add);
        assert!(desk.model.data.book.everything().count() > count, "{pane} {add}:\n{}", desk.picture());
        assert_eq!(desk.model.screen.detail().of, read, "{pane} {add}");
        assert!(desk.model.screen.is_reading(), "{pane} {add}");
    }
}

/// On a page the mark stays on its row when what is added does not stand there, and goes to it when it does.
#[test]
fn the_mark_stays_on_its_row_when_what_is_added_stands_elsewhere() {
    let mut desk = Desk::empty(120, 34);
    desk.keys("a a Acme enter p Maria tab Pappa ctrl-s p Petros tab Kyrou ctrl-s 2 enter down down");
    let mark = |desk: &Desk| desk.model.screen.detail().target().map(|id| desk.model.data.book.title(id));
    let was = mark(&desk);
    assert!(was.is_some(), "{}", desk.picture());
    desk.keys("a c Zenith ctrl-s").sees("Added Zenith");
    assert_eq!(mark(&desk), was);
    desk.keys("p Lena tab Berg ctrl-s").sees("Added Lena Berg");
    assert_eq!(mark(&desk).as_deref(), Some("Lena Berg"));
}

/// Between what took a record away and the next frame nothing works on it: it is not there to be chosen.
#[test]
fn what_is_gone_is_chosen_no_more_before_the_next_frame() {
    let mut desk = Desk::empty(120, 34);
    desk.keys("C Acme enter");
    let acme = desk.only(Kind::Client).clone();
    assert_eq!(desk.model.subject(), Some(acme.id()));
    let mut change = Change::new("add client Acme", now()).with(Some(acme), None);
    change.role = Role::Undo(1);
    update(&mut desk.model, now(), Msg::Moved { change, undo: None, redo: None, warning: None });
    assert_eq!(desk.model.subject(), None);
    assert_eq!(desk.model.may(Guard::HasSubject), Err("nothing is chosen"));
}
