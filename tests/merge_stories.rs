//! What is in the book twice: told while it is typed, found in pairs, put side by side, merged, undone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use std::sync::Arc;
use syndeo::app::{Effect, Layer, MadeIndex, Model, Msg, prepare, update};
use syndeo::domain::derive::alike::Index;
use syndeo::domain::{Client, Contact, IdGenerator, Kind, Labelled, Record};

fn labelled(value: &str) -> Vec<Labelled> {
    vec![Labelled { label: String::new(), value: value.into() }]
}

/// Acme twice: in Athens with Maria and Eleni, in Berlin with Petros; and Bolt, which is neither.
fn doubled() -> Vec<Record> {
    let ids = &mut IdGenerator::new([5; 16]);
    let mut acme = Client::new(ids.next(now()), now());
    (acme.name, acme.city, acme.mails) = ("Acme Ltd".into(), "Athens".into(), labelled("info@acme.example"));
    (acme.notes, acme.tags) = ("Pays late.".into(), vec!["vip".into()]);
    let mut gmbh = Client::new(ids.next(now()), now());
    (gmbh.name, gmbh.city, gmbh.mails) = ("Acme GmbH".into(), "Berlin".into(), labelled("info@acme.example"));
    (gmbh.notes, gmbh.industry) = ("Has a new office.".into(), "shipping".into());
    let mut bolt = Client::new(ids.next(now()), now());
    bolt.name = "Bolt".into();
    let mut person = |name: &str, at| {
        let mut person = Contact::new(ids.next(now()), now());
        (person.first_name, person.client.0) = (name.into(), Some(at));
        person
    };
    let people = [person("Maria", acme.id), person("Eleni", acme.id), person("Petros", gmbh.id)];
    let mut out: Vec<Record> = vec![acme.into(), gmbh.into(), bolt.into()];
    out.extend(people.map(Record::from));
    out
}

fn client(desk: &Desk, name: &str) -> Client {
    let found = desk.model.data.book.all(Kind::Client).filter_map(Client::of).find(|c| c.name == name);
    found.unwrap_or_else(|| panic!("no {name}")).clone()
}

#[test]
fn what_is_typed_is_told_to_be_like_another_and_is_saved_all_the_same() {
    let mut desk = Desk::of(110, 30, doubled());
    desk.keys("a a Bol").sees_no("like Bolt").keys("t_SA").sees("! like Bolt: similar name · alt-o opens it");
    desk.sees("alt-o open alike");
    desk.keys("alt-o").sees("Bolt").sees_no("Add client").keys("esc").sees("Add client").sees("like Bolt");
    desk.keys("enter").sees("Added Bolt SA");
    // Another field than the name tells it as well, and what is taken back is not told.
    desk.keys("a a Zeta field.mails info@acme.exampl").sees_no("like ").keys("e").sees("like Acme");
    desk.resize(160, 30).sees("same mail, 1 more · alt-o").keys("backspace").sees_no("like ");
}

#[test]
fn a_person_is_told_to_be_like_another_at_once() {
    let mut desk = Desk::of(60, 16, doubled());
    desk.keys("C Gamma enter p Petros field.client acme_gm enter");
    desk.sees("! like Petros (Acme GmbH): same name").sees("alt-o opens it").keys("alt-o");
    assert!(matches!(desk.model.screen.layers.last(), Some(Layer::Card(_))));
    desk.keys("esc ctrl-s").sees("Added Petros");
}

#[test]
fn a_pair_is_put_side_by_side_merged_and_brought_back_by_one_undo() {
    let mut desk = Desk::of(110, 30, doubled());
    let before: Vec<Record> = desk.model.data.book.everything().cloned().collect();
    desk.keys("&").sees("Duplicates · 1 of 1").sees("Acme Ltd (Athens)").sees("Acme GmbH (Berlin)");
    desk.sees("same mail info@acme.example, similar name");
    desk.keys("enter").sees("Merge two clients").sees("Acme Ltd stays: more hangs on it: 2 against 1.");
    desk.sees("1 contact of the other one will be of Acme Ltd");
    // The name of the other one, and both towns as they are.
    let name = field(&desk, "name");
    desk.keys(&"down ".repeat(name));
    let goes = other_side(&desk);
    desk.keys(goes).sees("As you chose.");
    desk.keys("enter").sees("Merged: Acme GmbH and Acme GmbH, with 1 contact");
    let acme = client(&desk, "Acme GmbH");
    assert_eq!((acme.city.as_str(), acme.industry.as_str(), acme.tags.len()), ("Athens", "shipping", 1));
    assert!(
        acme.notes.starts_with("Pays late.") && acme.notes.ends_with("Has a new office."),
        "{}",
        acme.notes
    );
    let custom: Vec<(&str, &str)> =
        acme.custom.iter().map(|c| (c.label.as_str(), c.value.as_str())).collect();
    assert_eq!(custom, [("Also called", "Acme Ltd"), ("Other city", "Berlin")]);
    let people = desk.model.data.book.all(Kind::Contact).filter_map(Contact::of);
    assert!(people.into_iter().all(|person| person.client.0 == Some(acme.id)));
    // The list of pairs is empty now, and undo brings everything back.
    desk.sees("No two clients and no two people look like one and the same");
    desk.keys("esc u");
    assert_eq!(desk.model.data.book.everything().cloned().collect::<Vec<_>>(), before);
    desk.keys("&").sees("Duplicates · 1 of 1");
}

/// Which row of the topmost merge a field is.
fn field(desk: &Desk, name: &str) -> usize {
    let Some(Layer::Merging(merging)) = desk.model.screen.layers.last() else { panic!("no merge is open") };
    1 + merging.order.iter().position(|at| merging.plan.rows[*at].field.name == name).unwrap()
}

fn other_side(desk: &Desk) -> &'static str {
    let Some(Layer::Merging(merging)) = desk.model.screen.layers.last() else { panic!("no merge is open") };
    if merging.plan.stays == syndeo::domain::merge::Side::Left { "right" } else { "left" }
}

#[test]
fn not_the_same_is_kept_and_can_be_taken_back() {
    let mut desk = Desk::of(60, 16, doubled());
    desk.keys("&").sees("Duplicates · 1 of 1").keys("n").sees("Told apart: Acme");
    desk.sees("No two clients").keys("esc & enter esc").sees_no("Duplicates");
    desk.keys("u &").sees("Duplicates · 1 of 1");
}

#[test]
fn two_that_nothing_tells_are_merged_by_choosing_the_other_one() {
    let mut desk = Desk::of(110, 30, doubled());
    desk.keys("/ bolt enter : merge_with enter").sees("Merge with");
    assert_eq!(desk.choices(), ["Acme GmbH", "Acme Ltd"], "and not itself");
    desk.keys("acme_ltd enter").sees("Merge two clients").keys("enter").sees("Merged: Acme Ltd and Bolt");
    assert_eq!(desk.model.data.book.all(Kind::Client).count(), 2);
    desk.keys("esc 7 : merge_with enter").sees("Not now");
}

#[test]
fn which_one_stays_is_chosen_and_what_was_chosen_by_hand_stays_chosen() {
    let mut desk = Desk::of(160, 45, doubled());
    desk.keys("& enter");
    let other = other_side(&desk);
    desk.keys(other)
        .sees("Acme GmbH stays: as you chose.")
        .sees("2 contacts of the other one will be of Acme GmbH");
    desk.keys("L H").keys("enter");
    assert_eq!(desk.model.data.book.all(Kind::Client).count(), 2);
}

#[test]
fn both_histories_are_told_of_the_one_that_stays() {
    let mut desk = Desk::empty(110, 40);
    desk.keys("a a Acme_Ltd enter a a Acme_GmbH enter");
    desk.keys("e field.city Berlin enter & enter left enter esc");
    desk.keys("/ acme enter right g y")
        .sees("merge client Acme")
        .sees("add client Acme Ltd")
        .sees("add client Acme GmbH");
    desk.sees("edit client Acme GmbH").sees("Berlin");
}

#[test]
fn what_a_client_is_like_is_looked_up_beside_the_keys_once_for_a_form() {
    let mut desk = Desk::of(110, 30, doubled());
    desk.keys("C");
    let mut model = desk.model.clone();
    assert_eq!(asked(&mut model), 0, "nothing is typed yet");
    update(&mut model, now(), Msg::Typed("Bolt".into()));
    assert_eq!(asked(&mut model), 1);
    update(&mut model, now(), Msg::Typed(" AG".into()));
    assert_eq!(asked(&mut model), 0, "it is on its way");
    // As long as it is not known nothing is said; then what stands there by now is looked up.
    let form = |model: &Model| match model.screen.layers.last() {
        Some(Layer::Form(form)) => form.has_alike(),
        other => panic!("{other:?}"),
    };
    assert!(!form(&model));
    let index = |kind: Kind| MadeIndex(Arc::new(Index::of(&model.data.book, kind)));
    let (clients, people) = (index(Kind::Client), index(Kind::Contact));
    update(&mut model, now(), Msg::Indexed(Kind::Contact, people));
    assert!(!form(&model), "people are no clients");
    update(&mut model, now(), Msg::Indexed(Kind::Client, clients.clone()));
    assert!(form(&model));
    // It comes too late for who left.
    model.screen.layers.clear();
    update(&mut model, now(), Msg::Indexed(Kind::Client, clients));
    assert!(model.screen.layers.is_empty());
}

/// How often a frame asks what is like the record that is written.
fn asked(model: &mut Model) -> usize {
    prepare(model).iter().filter(|effect| matches!(effect, Effect::Index(..))).count()
}
