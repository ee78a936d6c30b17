//! What the desk looks like, whole: panes, pages, layers and what keys lead to, each compared with the picture that was
//! read and found right, letter by letter and look by look; and what each way changed in the book, field by field.
//! `UPDATE=1 cargo test --test looks` writes the pictures anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;
mod golden_support;

use desk::{Desk, now};
use golden_support::Golden;
use golden_support::outcome::{asked, changed, sum};
use ratatui::style::{Color, Modifier};
use std::collections::BTreeMap;
use std::fmt::Write;
use syndeo::app::{Detail, Layer, pages};
use syndeo::demo;
use syndeo::domain::{Book, Kind, Record};
use syndeo::ui::Colours;

/// A way: its name, the window, and the keys from the list of clients on.
type Way = (&'static str, (u16, u16), &'static str);

const WIDE: (u16, u16) = (130, 34);
const MIDDLE: (u16, u16) = (100, 26);
const SMALL: (u16, u16) = (60, 16);

/// Lists and what stands beside them.
#[rustfmt::skip]
const LISTS: &[Way] = &[
    ("today", WIDE, "1"),
    ("today-small", SMALL, "1"),
    ("today-snoozed", MIDDLE, "1 z 2 enter ."),
    ("clients", WIDE, "2"),
    ("clients-all-reversed", MIDDLE, "2 . R"),
    ("clients-filtered", MIDDLE, "2 / fo enter"),
    ("clients-alone", MIDDLE, "2 = "),
    ("projects", WIDE, "3"),
    ("projects-read", MIDDLE, "3 down down enter"),
    ("departments", WIDE, "4"),
    ("departments-load", MIDDLE, "4 enter tab"),
    ("requests", WIDE, "5"),
    ("requests-small", SMALL, "5 G"),
    ("agreements", WIDE, "6"),
    ("agreements-other-view", MIDDLE, "6 ."),
    ("journal", WIDE, "7"),
    ("journal-end", MIDDLE, "7 G"),
    ("waiting", WIDE, "w"),
];

/// What lies over the desk.
#[rustfmt::skip]
const LAYERS: &[Way] = &[
    ("menu", WIDE, "space"),
    ("menu-small", SMALL, "space pgdn"),
    ("palette", MIDDLE, ": cli"),
    ("palette-end", MIDDLE, ": pgdn pgdn up"),
    ("help", MIDDLE, "?"),
    ("help-end", MIDDLE, "? pgdn pgdn pgdn"),
    ("strip", MIDDLE, "a"),
    ("strip-small", SMALL, "a"),
    ("goto-small", SMALL, "g"),
    ("goto", MIDDLE, "g"),
    ("find", MIDDLE, "s pap down"),
    ("find-touches", MIDDLE, "s banner down down"),
    ("find-none", MIDDLE, "s zzz"),
    ("month", WIDE, "M"),
    ("month-rows", MIDDLE, "M pgdn tab"),
    ("month-small", SMALL, "M"),
    ("pairs", MIDDLE, "&"),
    ("merging", WIDE, "2 : merge_with enter bor enter down down down right"),
    ("inbox", MIDDLE, "I"),
    ("brief", WIDE, "2 b"),
    ("brief-down", MIDDLE, "2 b pgdn down"),
    ("nudge", MIDDLE, "w n"),
    ("reach", MIDDLE, "2 y"),
    ("sort", MIDDLE, "2 S"),
    ("later-snooze", MIDDLE, "1 z 2"),
    ("later-move", MIDDLE, "3 + +2w"),
    ("later-doubt", MIDDLE, "1 z yesterday"),
    ("pushed", WIDE, "s first_cut down down enter + ctrl-u 15_jan_2028 enter"),
    ("bin", MIDDLE, "2 d y B"),
    ("delete", MIDDLE, "2 d"),
    ("write-list", MIDDLE, "2 X"),
    ("pass", MIDDLE, "5 > mar"),
    ("capture", WIDE, "c call_aegean_maria:_wants_the_spring_banner_by_fri_@design_!high"),
    ("capture-names", MIDDLE, "c call_aegean_mar"),
    ("capture-doubts", MIDDLE, "c tsak_call_bolt_31_feb_@desing"),
    ("capture-small", SMALL, "c call_aegean_maria:_wants_the_spring_banner_by_fri"),
];

/// Forms.
#[rustfmt::skip]
const FORMS: &[Way] = &[
    ("client", WIDE, "2 e"),
    ("client-all", MIDDLE, "2 e alt-o back-tab"),
    ("client-new", MIDDLE, "C Aegean_Food"),
    ("client-wrong", MIDDLE, "C ctrl-s"),
    ("client-left", MIDDLE, "2 e x esc"),
    ("contact", WIDE, "2 p Maria tab Pa"),
    ("task", WIDE, "t call tab nik"),
    ("task-due", MIDDLE, "t call field.due +3w"),
    ("task-effort", MIDDLE, "t call field.effort 3x"),
    ("request", MIDDLE, "r Banner"),
    ("project", WIDE, "3 e"),
    ("touch", WIDE, "i tab tab tab ma"),
    ("agreement", WIDE, "6 e"),
    ("agreement-renewed", WIDE, "6 W"),
    ("department", MIDDLE, "4 e"),
    ("feedback", SMALL, "F"),
    ("decision", MIDDLE, "N x"),
];

/// What is done, each from the sample book on: what is said, and what it changed.
#[rustfmt::skip]
const DEEDS: &[Way] = &[
    ("today-tick", MIDDLE, "1 x"),
    ("today-tick-many", MIDDLE, "1 down x down down x"),
    ("today-snooze", MIDDLE, "1 z 2 enter"),
    ("today-snooze-typed", MIDDLE, "1 down z in_3_days enter"),
    ("today-postpone", MIDDLE, "1 down + fri enter"),
    ("task-done", MIDDLE, "s first_cut enter x"),
    ("task-start", MIDDLE, "s first_cut enter v"),
    ("task-moved", WIDE, "s first_cut enter + +3w enter enter"),
    ("task-passed", MIDDLE, "s first_cut enter > mar enter"),
    ("request-passed", MIDDLE, "5 > mar enter"),
    ("request-tick", MIDDLE, "5 x"),
    ("request-nudged", MIDDLE, "w n"),
    ("project-moved", WIDE, "3 + +2w enter enter"),
    ("project-tick", MIDDLE, "3 x"),
    ("project-playbook", MIDDLE, "3 K"),
    ("client-deleted", MIDDLE, "2 d y"),
    ("client-deleted-and-back", MIDDLE, "2 d y u y"),
    ("client-tier", MIDDLE, "2 e field.tier right ctrl-s"),
    ("client-edited", MIDDLE, "2 e end _x tab x ctrl-s"),
    ("client-added", MIDDLE, "C Acme ctrl-s"),
    ("person-added", MIDDLE, "2 p Lena tab Berg ctrl-s"),
    ("person-deleted", MIDDLE, "s maria enter d y"),
    ("touch-added", MIDDLE, "2 i Called ctrl-s"),
    ("request-added", MIDDLE, "2 r Banner ctrl-s"),
    ("task-added", MIDDLE, "3 t Draft field.due fri ctrl-s"),
    ("milestone-added", MIDDLE, "3 m Proof field.promised fri ctrl-s"),
    ("agreement-renewed", MIDDLE, "6 W ctrl-s"),
    ("agreement-ended", MIDDLE, "6 d y"),
    ("merged", MIDDLE, "2 : merge_with enter bor enter enter"),
    ("merged-and-undone", MIDDLE, "2 : merge_with enter bor enter enter u y"),
    ("captured", MIDDLE, "c call_aegean_maria:_wants_the_spring_banner_by_fri_@design_!high enter"),
    ("captured-task", MIDDLE, "c task_send_the_price_list_tomorrow_!low_#vip enter"),
    ("captured-follow-up", MIDDLE, "c met_bora:_all_fine_+follow-up_wed enter enter"),
    ("captured-form", MIDDLE, "c task_send_it_fri alt-e"),
    ("bin-back", MIDDLE, "2 d y B enter"),
    ("bin-emptied", MIDDLE, "2 d y : empty_the_bin enter y"),
    ("copied", MIDDLE, "2 y y"),
    ("seen", MIDDLE, "6 x"),
    ("tier-set", MIDDLE, "2 # b"),
    ("told-moved", MIDDLE, "1 } down : told enter"),
    ("list-sorted", MIDDLE, "2 S down down enter"),
    ("task-read", MIDDLE, "s first_cut enter enter tab"),
    ("visited-back", MIDDLE, "2 enter 3 enter 5 H H L"),
    ("decided", MIDDLE, "s trade_mark enter x"),
    ("absence", MIDDLE, "4 enter enter A fri tab in_10_days ctrl-s"),
    ("project-added", MIDDLE, "3 P Fair ctrl-s"),
];

/// The looks of the cells of a row, as runs of letters, each a look of the legend.
fn looks(desk: &mut Desk) -> String {
    let buffer = desk.buffer(Colours::Sixteen);
    let mut legend: BTreeMap<String, char> = BTreeMap::new();
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut runs: Vec<(Option<char>, usize)> = vec![];
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            let plain =
                cell.fg == Color::Reset && cell.bg == Color::Reset && cell.modifier == Modifier::empty();
            let next = char::from(b'a' + u8::try_from(legend.len()).unwrap());
            let look = || format!("{} on {} {:?}", cell.fg, cell.bg, cell.modifier);
            let letter = (!plain).then(|| *legend.entry(look()).or_insert(next));
            match runs.last_mut() {
                Some((last, count)) if *last == letter => *count += 1,
                _ => runs.push((letter, 1)),
            }
        }
        if runs.iter().any(|(letter, _)| letter.is_some()) {
            let told = runs.iter().map(|(letter, count)| format!("{}{count}", letter.unwrap_or('.')));
            writeln!(out, "{y:2} {}", told.collect::<Vec<_>>().join(" ")).unwrap();
        }
    }
    let legend: BTreeMap<char, String> = legend.into_iter().map(|(look, letter)| (letter, look)).collect();
    for (letter, look) in legend {
        writeln!(out, "{letter} = {look}").unwrap();
    }
    out
}

/// What is seen: the letters, the looks, where one types, what a click does where.
fn seen(desk: &mut Desk) -> String {
    let picture = desk.picture();
    let looks = looks(desk);
    let cursor = desk.cursor();
    let clicks = desk.model.screen.places.iter().map(|place| {
        let [x, y, width, height] = place.area;
        format!("click {x},{y} {width}x{height} {:?} {:?}\n", place.of, place.click)
    });
    format!("{picture}{looks}cursor {cursor:?}\n{}", clicks.collect::<String>())
}

fn look_at(folder: &str, ways: &[Way]) {
    let mut golden = Golden::new(folder, "looks");
    let records = demo::book(now());
    let before = Book::of(records.clone());
    for (name, (width, height), keys) in ways {
        let mut desk = Desk::of(*width, *height, records.clone());
        desk.effects();
        desk.keys(keys);
        let asked = asked(&desk.effects());
        let seen = seen(&mut desk);
        let changed = changed(&before, &desk.model.data.book);
        golden.holds(name, &format!("{keys}\n\n{seen}\n{asked}{changed}"));
    }
    golden.done();
}

#[test]
fn lists_look_as_they_did() {
    look_at("looks/lists", LISTS);
}

#[test]
fn layers_look_as_they_did() {
    look_at("looks/layers", LAYERS);
}

#[test]
fn forms_look_as_they_did() {
    look_at("looks/forms", FORMS);
}

#[test]
fn deeds_do_what_they_did() {
    look_at("looks/deeds", DEEDS);
}

/// Every page of the record of a kind that has most to tell.
#[test]
fn pages_look_as_they_did() {
    let mut golden = Golden::new("looks/pages", "looks");
    let mut desk = Desk::of(88, 30, demo::book(now()));
    for kind in Kind::ALL {
        let book = &desk.model.data.book;
        let links = |record: &&Record| {
            let of = |kind: &Kind| book.backlinks(record.id(), *kind).count();
            (Kind::ALL.iter().map(of).sum::<usize>(), record.title())
        };
        let id = book.all(*kind).max_by_key(links).unwrap().id();
        for (page, of) in pages(*kind).iter().enumerate() {
            let mut detail = Detail::of(id);
            detail.page = page;
            desk.model.screen.layers = vec![Layer::Card(Box::new(detail))];
            golden.holds(&format!("{kind}-{}", of.name.replace(' ', "-")), &seen(&mut desk));
        }
    }
    golden.done();
}

/// What is looked at in every width and height.
#[rustfmt::skip]
const LAYOUTS: &[(&str, &str)] = &[
    ("today", "1"), ("clients", "2"), ("client", "2 enter"), ("person", "s maria enter"),
    ("plan", "s spring_campaign enter tab ="), ("departments", "4 enter tab"), ("form", "2 e"), ("menu", "space"),
    ("strip", "a"), ("month", "M"), ("later", "1 z"), ("capture", "c call_aegean_maria:_wants_it_fri"),
    ("merging", "2 : merge_with enter bor enter down"), ("inbox", "I"), ("year", "6 tab"),
];

/// In each width and height what was seen there: where something gives way a column too early or too late, the number of
/// that width is another. It is looked at by opening a window of that size.
#[test]
fn layouts_give_way_where_they_did() {
    let mut golden = Golden::new("looks/layouts", "looks");
    let records = demo::book(now());
    for (name, keys) in LAYOUTS {
        let mut out = format!("{keys}\n");
        let mut desk = Desk::of(100, 30, records.clone());
        desk.keys(keys);
        let sizes =
            (24..=120).map(|width| (width, 24)).chain((6..=40).step_by(2).map(|height| (100, height)));
        for (width, height) in sizes {
            desk.resize(width, height);
            writeln!(out, "{width}x{height} {:08x}", sum(&desk.picture())).unwrap();
        }
        golden.holds(name, &out);
    }
    golden.done();
}
