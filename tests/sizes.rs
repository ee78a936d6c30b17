//! Every pane, page, layer and command, and every state at every size: nothing panics, nothing unsafe reaches a cell.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use std::collections::{BTreeSet, HashSet};
use syndeo::app::{
    COMMANDS, Command, Common, DeskCommand, Detail, Effect, FormCommand, Group, Keys, Layer, Model, Msg,
    Pane, Scope, pages,
};
use syndeo::demo;
use syndeo::domain::text::is_unsafe;
use syndeo::domain::{Kind, Ref};

/// Ways to states that want something typed or chosen. Every pane, page, layer and command besides is taken from the tables.
const STATES: &[&str] = &[
    "",
    "/ a",
    "enter",
    "enter down down enter",
    "tab",
    "tab tab",
    "tab tab tab tab tab tab",
    "3",
    "3 enter tab tab tab",
    "4",
    "4 enter tab",
    "7",
    "7 enter",
    "a",
    "a a",
    "a a x ctrl-s enter",
    "e",
    "e end 株式会社みなと tab tab",
    "i tab tab tab ma",
    "t x tab nik",
    "space",
    ": zzz",
    "?",
    "? pgdn pgdn",
    ": cli",
    "s",
    "s pap down",
    "d",
    "e x esc",
    "S",
    "v v v",
    "enter enter d y B",
    "x",
    "e back-tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab tab enter enter a",
];

/// More of them, for the run over a few sizes.
const MORE: &[&str] = &[
    "I f",
    "I f tests/fixtures/ down",
    "I f tests/fixtures/none",
    "I f tests/fixtures/hubspot-companies.csv enter",
    "I f tests/fixtures/unknown.csv enter",
    "I f tests/fixtures/unknown.csv enter r cli enter down",
    "c call_aegean_mar",
    "c call_aegean_maria:_wants_the_spring_banner_by_fri_@design_!high",
    "b",
    "w n",
    "1",
    "5 > mar",
    "6 W",
    "1 z",
    "1 z fri",
    "s first_cut down down enter + ctrl-u 15_jan_2028 ctrl-s",
    "&",
    "I",
    "2 : merge_with enter bor enter down down down",
    "2 e alt-o",
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

/// A few windows of every sort: what the full run over all sizes would say of each state, in a hundredth of the time.
const SIZES: [(u16, u16); 6] = [(1, 1), (2, 30), (80, 2), (23, 8), (79, 23), (120, 40)];

fn looked_at(desk: &mut Desk) {
    for (width, height) in SIZES {
        desk.look_at(width, height);
    }
}

/// The name of a layer. A new one must be named here, and the test below then asks for a way to it.
fn layer(layer: &Layer) -> &'static str {
    match layer {
        Layer::Dialog(_) => "dialog",
        Layer::Menu(_) => "menu",
        Layer::Palette(_) => "palette",
        Layer::Strip(_) => "strip",
        Layer::Reach(_) => "reach",
        Layer::Help(_) => "help",
        Layer::Picker(_) => "picker",
        Layer::Later(_) => "later",
        Layer::WriteTo(_) => "write-to",
        Layer::Pushed(_) => "pushed",
        Layer::Viewer(_) => "viewer",
        Layer::Month(_) => "month",
        Layer::Inbox(_) => "inbox",
        Layer::FromFile(_) => "from-file",
        Layer::Importing(_) => "importing",
        Layer::Pairs(_) => "pairs",
        Layer::Merging(_) => "merging",
        Layer::Capture(_) => "capture",
        Layer::Form(_) => "form",
        Layer::Card(_) => "card",
    }
}
const LAYERS: [&str; 20] = [
    "from-file",
    "importing",
    "dialog",
    "menu",
    "palette",
    "strip",
    "reach",
    "help",
    "picker",
    "later",
    "write-to",
    "pushed",
    "viewer",
    "capture",
    "form",
    "card",
    "month",
    "inbox",
    "pairs",
    "merging",
];

/// What was visited: layers by name, and the scopes that had the keys.
#[derive(Default)]
struct Seen {
    layers: BTreeSet<&'static str>,
    scopes: HashSet<&'static [Scope]>,
}

impl Seen {
    fn take(&mut self, desk: &mut Desk) {
        looked_at(desk);
        self.layers.extend(desk.model.screen.layers.iter().map(layer));
        self.scopes.insert(desk.model.screen.scopes());
    }

    /// Goes through every field of the form that is open, and types into it.
    fn fields(&mut self, desk: &mut Desk) {
        let Some(Layer::Form(form)) = desk.model.screen.layers.last() else { return };
        for _ in 0..form.entries.len() {
            self.take(desk);
            desk.keys("a");
            self.take(desk);
            desk.tell(Msg::Run(FormCommand::Next.into()));
        }
    }
}

/// The desk as it was at first. A book that was changed is copied afresh, which takes time; else closing the layers will do.
fn fresh(desk: &mut Desk, base: &Model) {
    desk.model.screen.layers.clear();
    let asked = desk.effects();
    let writes = asked.iter().any(|e| matches!(e, Effect::Save(_) | Effect::Undo | Effect::Redo));
    if writes || desk.model.screen.browse().filtering || desk.model.data.book.len() != base.data.book.len() {
        desk.model = base.clone();
    }
}

/// Every command of the desk, run in every list and in every record beside one.
#[test]
fn every_command_in_every_pane_fits() {
    let mut seen = Seen::default();
    let base = Desk::of(110, 30, demo::book(now())).model;
    let mut desk = Desk::of(110, 30, vec![]);
    let commands: Vec<Command> =
        COMMANDS.iter().filter(|s| s.group != Group::Keys).map(|s| s.command).collect();
    let mut forms = HashSet::new();
    for pane in Pane::ALL {
        for inside in [false, true] {
            for command in &commands {
                fresh(&mut desk, &base);
                desk.tell(Msg::Run(DeskCommand::to(pane).into()));
                if inside {
                    desk.tell(Msg::Run(DeskCommand::Into.into())).tell(Msg::Run(Common::Down.into()));
                }
                desk.tell(Msg::Run(*command));
                seen.take(&mut desk);
                let kind = desk
                    .model
                    .screen
                    .layers
                    .last()
                    .and_then(|l| if let Layer::Form(f) = l { Some(f.kind()) } else { None });
                if kind.is_some_and(|kind| forms.insert(kind)) {
                    seen.fields(&mut desk);
                }
            }
        }
    }
    for keys in STATES.iter().chain(MORE) {
        desk.model = base.clone();
        desk.keys(keys);
        seen.take(&mut desk);
    }
    assert_eq!(seen.layers, BTreeSet::from(LAYERS), "a layer was never opened");
    for scopes in Keys::ALL.iter().map(|who| who.scopes()) {
        assert!(seen.scopes.contains(scopes), "{scopes:?} never had the keys");
    }
    assert_eq!(seen.scopes.len(), Keys::ALL.len(), "some had the keys that are not told");
    let kinds: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| !forms.contains(kind)).collect();
    assert_eq!(kinds, [], "no form was opened for these");
}

/// A record as a card, with one of its pages open.
fn card(id: Ref, page: usize) -> Layer {
    let mut reading = Detail::of(id);
    reading.page = page;
    Layer::Card(Box::new(reading))
}

/// Every page of a record of every kind, as a card.
#[test]
fn every_page_of_every_kind_fits() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    for kind in Kind::ALL {
        let id = desk
            .model
            .data
            .book
            .all(*kind)
            .next()
            .unwrap_or_else(|| panic!("no {kind} in the sample book"))
            .id();
        for page in 0..pages(*kind).len() {
            desk.model.screen.layers = vec![card(id, page)];
            desk.sees(pages(*kind)[page].name);
            looked_at(&mut desk);
        }
    }
}

#[test]
fn an_empty_book_fits_every_size_too() {
    for keys in ["", "3", "a", "a a", "space", ":", "?"] {
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
            let value = match field.read(record) {
                Value::Text(text) => Value::Text(format!("{evil}{text}")),
                Value::Words(_) => Value::Words(vec![evil.into()]),
                Value::Labelled(_) => {
                    Value::Labelled(vec![Labelled { label: evil.into(), value: evil.into() }])
                }
                _ => continue,
            };
            field.write(record, value).unwrap();
        }
    }
    let safe = |desk: &mut Desk, way: &str| {
        let picture = desk.picture();
        let raw: Vec<char> = picture.chars().filter(|c| *c != '\n' && is_unsafe(*c)).collect();
        assert!(raw.is_empty(), "{raw:?} after {way} in\n{picture}");
    };
    for width in [60, 110] {
        let mut desk = Desk::of(width, 30, records.clone());
        let base = desk.model.clone();
        for keys in STATES.iter().chain(MORE) {
            desk.model = base.clone();
            desk.keys(keys);
            safe(&mut desk, keys);
        }
        for kind in Kind::ALL {
            let id = desk.model.data.book.all(*kind).next().unwrap().id();
            for page in 0..pages(*kind).len() {
                desk.model.screen.layers = vec![card(id, page)];
                safe(&mut desk, &format!("page {page} of a {kind}"));
            }
        }
    }
}
