//! Menu, palette, help and strip: three doors to the one table of commands, and what can be added.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;
mod sources;

use desk::{Desk, now};
use sources::sources;
use std::collections::HashSet;
use syndeo::app::{COMMANDS, Command, Group, Layer, Msg, Spec, signs};
use syndeo::demo;

fn full(width: u16, height: u16) -> Desk {
    Desk::of(width, height, demo::book(now()))
}

/// Ordinary words, and the command that is looked for by them.
const WORDS: &[(&str, &str)] = &[
    ("create", "record.add"),
    ("new client", "client.add"),
    ("company", "client.add"),
    ("customer", "client.add"),
    ("contact", "person.add"),
    ("colleague", "person.add"),
    ("todo", "task.add"),
    ("follow-up", "task.add"),
    ("wish", "request.add"),
    ("ticket", "request.add"),
    ("contract", "agreement.add"),
    ("duty", "obligation.add"),
    ("vacation", "absence.add"),
    ("sick", "absence.add"),
    ("complaint", "feedback.add"),
    ("approval", "decision.add"),
    ("template", "playbook.add"),
    ("team", "member.add"),
    ("deadline", "milestone.add"),
    ("log", "touch.add"),
    ("meeting", "touch.add"),
    ("phone", "touch.add"),
    ("note", "capture.open"),
    ("quick", "capture.open"),
    ("remove", "record.delete"),
    ("delete", "record.delete"),
    ("edit", "record.edit"),
    ("change", "record.edit"),
    ("rename", "record.edit"),
    ("snooze", "record.snooze"),
    ("tomorrow", "record.snooze"),
    ("reschedule", "record.postpone"),
    ("later", "record.postpone"),
    ("assign", "ball.pass"),
    ("delegate", "ball.pass"),
    ("forward", "ball.pass"),
    ("complete", "task.done"),
    ("close", "task.done"),
    ("finish", "task.done"),
    ("remind", "ball.nudge"),
    ("email", "ball.nudge"),
    ("chase", "ball.nudge"),
    ("summary", "brief.open"),
    ("print", "brief.open"),
    ("copy", "brief.open"),
    ("search", "go.find"),
    ("find", "go.find"),
    ("history", "go.journal"),
    ("contracts", "go.agreements"),
    ("companies", "go.clients"),
    ("home", "go.today"),
    ("capacity", "go.departments"),
    ("blocked", "go.waiting"),
    ("sort", "list.sort"),
    ("filter", "list.filter"),
    ("fullscreen", "list.layout"),
    ("undo", "book.undo"),
    ("revert", "book.undo"),
    ("restore", "book.bin"),
    ("trash", "book.bin"),
    ("export", "list.write"),
    ("exit", "book.quit"),
    ("shortcuts", "menu.help"),
    ("legend", "menu.help"),
    ("extend", "agreement.renew"),
    ("holidays", "calendar.add"),
    ("settings", "go.calendars"),
];

#[test]
fn a_command_is_found_by_what_people_call_it() {
    assert!(WORDS.len() >= 60);
    let mut missed = vec![];
    for (words, name) in WORDS {
        let mut desk = full(110, 30);
        desk.keys(":").tell(Msg::Typed((*words).to_owned()));
        let Some(Layer::Palette(palette)) = desk.model.screen.layers.last() else { panic!("no palette") };
        let found: Vec<&str> = palette.rows.iter().take(3).map(|row| row.spec.name).collect();
        if !found.contains(name) {
            missed.push(format!("{words}: {name} is not among {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn every_command_of_the_menu_has_a_short_title_and_a_way() {
    for spec in COMMANDS.iter().filter(|s| s.group != Group::Keys) {
        let long = spec.title.chars().count();
        assert!((1..=25).contains(&long), "{}: {:?}", spec.name, spec.title);
    }
    // Each letter of the strip adds something else.
    let mut letters: Vec<&str> = COMMANDS.iter().filter_map(|s| s.letter.map(|l| l.way)).collect();
    letters.sort_unstable();
    let all = letters.len();
    letters.dedup();
    assert_eq!(letters.len(), all);
}

#[test]
fn the_menu_fits_without_scrolling_and_runs_a_letter_at_once() {
    let mut desk = full(110, 30);
    desk.keys("2 space").sees_no("more");
    let shown = |s: &&Spec| !matches!(s.group, Group::Keys | Group::Pages) && !s.way().is_empty();
    for spec in COMMANDS.iter().filter(shown) {
        let title: String = spec.title.chars().take(14).collect();
        desk.sees(&title);
    }
    desk.keys("esc 5 space").sees_no("Timeline").keys("w").sees("waiting for others");
    assert!(desk.model.screen.layers.is_empty(), "the menu is closed");
    desk.keys("space t").sees("Add task").keys("esc space enter");
    assert!(desk.model.screen.is_reading(), "enter opens what is chosen");
    // What cannot run says why, and the menu stays.
    desk.keys("esc 2 space W").sees("Not now: choose an agreement first");
    assert!(matches!(desk.model.screen.layers.last(), Some(Layer::Menu(_))));
    desk.keys("esc").sees("Clients ·");
}

/// `g` and a letter lead to a page; while the letter is waited for, all that may follow is in sight, the letters under the
/// names of the pages, too.
#[test]
fn g_and_a_letter_lead_to_a_page_of_the_record() {
    let mut desk = full(220, 45);
    desk.keys("2 enter g").sees("g … · ").sees("t Timeline").sees("o Overview").sees("g First row");
    let picture = desk.picture();
    let tabs =
        picture.lines().position(|line| line.contains("overview") && line.contains("timeline")).unwrap();
    let letters: String =
        picture.lines().nth(tabs + 1).unwrap().split(['│', '┃']).rev().nth(1).unwrap().into();
    assert_eq!(letters.split_whitespace().collect::<String>(), "ohpjkwistdy");
    assert!(picture.lines().last().unwrap().contains("esc back"));
    // What leads nowhere says so, and the letters stay.
    desk.keys("x").sees("x does nothing here").sees("esc back").sees("t Timeline");
    desk.keys("l").sees("Not now: this record has no such page").keys("esc").sees_no("t Timeline");
    desk.keys("g t");
    assert_eq!(desk.model.screen.detail().page().unwrap().name, "timeline");
    desk.keys("gg");
    assert!(desk.model.screen.detail().item.is_none() && desk.model.screen.layers.is_empty());
    // From the list, beside which the record stands, the mark stays in the list.
    desk.keys("esc G gp");
    assert!(!desk.model.screen.is_reading() && desk.model.screen.detail().page().unwrap().name == "people");
    let last = desk.model.screen.browse().at;
    desk.keys("gg");
    assert!(last > 0 && desk.model.screen.browse().at == 0);
}

/// In a small window all letters have room, and the record comes into sight.
#[test]
fn g_and_a_letter_in_a_small_window() {
    let mut desk = full(60, 16);
    desk.keys("2 g").sees("y History").sees("g First row").keys("g gt");
    assert!(desk.model.screen.is_reading(), "what was asked for is in sight");
    desk.sees("timeline")
        .keys("4 gx")
        .sees("does nothing here")
        .keys("esc gb")
        .sees("Not now")
        .keys("esc space g")
        .sees("a Heat map");
}

#[test]
fn the_menu_of_a_small_window_has_pages() {
    let mut desk = full(60, 16);
    desk.keys("space").sees("more");
    let mut seen = desk.picture();
    for _ in 0..4 {
        desk.keys("space");
        seen.push_str(&desk.picture());
    }
    for title in ["Open", "Capture a line", "Undo", "Quit", "Next section"] {
        assert!(seen.contains(title), "{title} is on no page");
    }
    // It stays on its last page, and one key closes it.
    desk.keys("space space pgup esc");
    assert!(desk.model.screen.layers.is_empty());
}

#[test]
fn a_adds_anything_by_a_letter() {
    for (keys, title) in [
        ("a a", "Add client"),
        ("a c", "Add client"),
        ("a p", "Add contact"),
        ("a j", "Add project"),
        ("a g", "Add agreement"),
        ("a f", "Add "),
        ("a d", "Add "),
        ("a k", "Add playbook"),
        ("a t", "Add task"),
    ] {
        full(80, 24).keys("2").keys(keys).sees(title);
    }
    full(80, 24).keys("2 a b").sees("Not now").keys("esc").sees("Clients ·");
    full(80, 24).keys("5 a a").sees("request");
}

#[test]
fn help_tells_every_sign() {
    let mut desk = full(110, 30);
    desk.keys("?");
    let mut seen = desk.picture();
    for _ in 0..8 {
        desk.keys("pgdn");
        seen.push_str(&desk.picture());
    }
    for sign in signs::all() {
        assert!(seen.contains(sign.about), "{}", sign.about);
    }
    assert!(COMMANDS.iter().any(|s| matches!(s.command, Command::Desk(_)) && seen.contains(s.about)));
}

/// A sign that stands in neither table has no meaning in the help, and nothing in its place where only ASCII is drawn.
#[test]
fn every_sign_that_is_drawn_stands_in_a_table() {
    let is_sign = |c: &char| !c.is_ascii() && !c.is_alphabetic();
    let (drawn, frames): (Vec<_>, Vec<_>) = sources()
        .into_iter()
        .filter(|(path, _)| ["app", "ui", "words"].iter().any(|part| path.starts_with(part)))
        .partition(|(path, _)| !path.ends_with("ui/plain.rs"));
    let known: HashSet<char> =
        frames[0].1.chars().chain(signs::all().flat_map(|s| s.sign.chars())).filter(is_sign).collect();
    for (path, text) in drawn {
        let code = text.split("#[cfg(test)]").next().unwrap_or("");
        for line in code.lines().map(|line| line.split("//").next().unwrap_or("")) {
            let lost: Vec<char> = line.chars().filter(is_sign).filter(|c| !known.contains(c)).collect();
            assert!(lost.is_empty(), "src/{}: {lost:?} in {line}", path.display());
        }
    }
    assert!(known.len() > 40, "{known:?}");
}

/// A letter that does nothing says so, and where the keys are told; `q` closes what is open and leaves only from a list.
#[test]
fn a_letter_that_does_nothing_is_answered_and_q_goes_one_step_back() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    desk.keys("2 ;").sees("; does nothing here · ? shows the keys");
    desk.keys("enter").sees("esc back").keys("q");
    assert!(!desk.model.session.quitting && !desk.model.screen.is_reading());
    desk.keys("enter down enter q q q");
    assert!(desk.model.session.quitting, "from the list it leaves");
}

/// Every text takes the keys that people know from the shell.
#[test]
fn texts_take_the_keys_of_the_shell() {
    let mut desk = Desk::empty(110, 30);
    desk.keys("C Acme_Foods ctrl-a alt-d ctrl-e ctrl-y").sees("FoodsAcme");
    desk.keys("ctrl-a ctrl-k").sees_no("FoodsAcme").keys("ctrl-y ctrl-w ctrl-y enter").sees("Added");
}
