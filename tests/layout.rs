//! How lists are laid out: sections that fold, list and record side by side or one at a time, columns that stand still.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use syndeo::app::{Command, DeskCommand, Detail, Layer, Msg, Pane, pages};
use syndeo::demo;
use syndeo::domain::Kind;
use syndeo::domain::derive::today::Section;

fn today(width: u16, height: u16) -> Desk {
    let mut desk = Desk::of(width, height, demo::book(now()));
    desk.keys("1");
    desk
}

#[test]
fn a_section_folds_to_its_title_and_opens_again() {
    let mut desk = today(110, 30);
    let all = desk.model.screen.browse().rows.len();
    let first = desk.chosen();
    let mine = desk.model.screen.browse().parts.0[0];
    desk.keys("down down left").sees("Mine now · folded");
    assert_eq!(desk.model.screen.browse().rows.len(), all - mine.count + 1);
    assert!(
        desk.chosen().starts_with("Mine now · folded") && desk.chosen().ends_with(&mine.count.to_string())
    );
    // A title is no record: no key works on what lies hidden under it.
    desk.keys("x").sees("Not now").keys("d").sees("Not now").keys("e").sees("Not now");
    assert_eq!(desk.model.subject(), None);
    // It stays folded while one goes elsewhere, and opens with the mark on its first row.
    desk.keys("down").sees("Mine now · folded").keys("2 1 up right").sees_no("folded");
    assert_eq!(desk.model.screen.browse().rows.len(), all);
    assert_eq!(desk.chosen(), first);
    desk.keys("left enter").sees_no("folded");
}

#[test]
fn every_section_can_be_folded() {
    let mut desk = today(110, 30);
    let parts = desk.model.screen.browse().parts.0.clone();
    for _ in &parts {
        desk.keys("left }");
    }
    let rows = desk.model.screen.browse().rows.len();
    assert_eq!(rows, parts.len());
    for part in parts {
        desk.sees(&format!("{} · folded", part.title));
    }
    // What is looked for is shown wherever it is hidden.
    desk.keys("/ banner enter").sees("folded");
}

#[test]
fn braces_go_from_section_to_section() {
    let mut desk = today(110, 30);
    let section = |desk: &mut Desk| {
        let browse = desk.model.screen.browse();
        let (part, from) = browse.parts.at(browse.at).unwrap();
        (part.title, browse.at - from)
    };
    assert_eq!(section(&mut desk), (Section::Mine.title(), 0));
    desk.keys("}");
    let (second, 0) = section(&mut desk) else { panic!("not at the first row") };
    assert_ne!(second, Section::Mine.title());
    // Up from within goes to the first row of the same section, as in an editor.
    desk.keys("down {");
    assert_eq!(section(&mut desk), (second, 0));
    desk.keys("{");
    assert_eq!(section(&mut desk), (Section::Mine.title(), 0));
    desk.keys("2 }").sees("Not now: the list has no sections here");
}

/// A record that is read has no sections, though the list it was opened from does: the list stays where it is behind it.
#[test]
fn braces_do_nothing_on_a_page() {
    for opens in ["1 enter", "1 s maria_papadaki enter"] {
        let mut desk = today(110, 30);
        desk.keys(opens);
        let at = desk.model.screen.browse().at;
        assert!(desk.model.screen.is_reading() && !desk.model.screen.browse().parts.0.is_empty(), "{opens}");
        for brace in ["}", "{"] {
            desk.keys(brace).sees("Not now: the list has no sections here");
            assert_eq!(desk.model.screen.browse().at, at, "{opens} {brace}");
        }
    }
}

#[test]
fn list_and_record_stand_side_by_side_or_alone() {
    let mut desk = Desk::of(140, 30, demo::book(now()));
    desk.sees("next touch").sees("overview");
    desk.keys("=").sees("next touch").sees_no("overview");
    desk.keys("=").sees_no("next touch").sees("overview");
    desk.keys("=").sees("next touch").sees("overview");
    // From within the record it alone is wanted.
    desk.keys("enter =").sees_no("next touch").sees("overview").keys("=").sees("next touch");
}

/// Neither the frame of the record nor any column moves while one steps through what is in sight.
#[test]
fn columns_stand_still_while_one_steps() {
    for pane in ["1", "2", "3", "4", "5", "6", "7", "w"] {
        let mut desk = Desk::of(160, 45, demo::book(now()));
        desk.keys(pane);
        let head = |desk: &mut Desk| -> String {
            let picture = desk.picture();
            picture.lines().nth(2).unwrap().split('│').nth(1).unwrap().to_owned()
        };
        let first = head(&mut desk);
        for _ in 0..30 {
            desk.keys("down");
            assert_eq!(head(&mut desk), first, "pane {pane}");
        }
    }
}

/// What each screen is there for, by the way to it: the words of its footer.
const VERBS: &[(&str, &[&str])] = &[
    ("1", &["x done"]),
    ("2", &["enter open", "i log"]),
    ("2 enter", &["esc back"]),
    ("3", &["enter open", "m milestone"]),
    ("4", &["enter open", "n nudge"]),
    ("5", &["x done", "f forward"]),
    ("6", &["W renew"]),
    ("7", &["i log"]),
    ("w", &["n nudge", "f forward"]),
    ("2 / aeg enter", &["esc back"]),
    ("2 enter down enter", &["esc back"]),
    ("5 enter", &["x done", "esc back"]),
    ("6 enter", &["W renew", "esc back"]),
    ("a", &["esc back"]),
    ("?", &["esc back"]),
    (":", &["enter run", "esc back"]),
    ("2 a a", &["enter save", "esc back"]),
    ("2 a a x", &["enter save", "esc back"]),
    ("5 >", &["enter take", "esc back"]),
    ("c call", &["enter keep", "esc back"]),
    ("2 b", &["y copy", "esc back"]),
    ("w n", &["y copy", "m mail", "esc back"]),
    ("space", &["esc back"]),
    ("s", &["enter take", "esc back"]),
    ("2 d", &["enter choose", "esc back"]),
    ("2 /", &["enter keep", "esc show all"]),
];

/// Also in the smallest window the footer names what the screen is there for, and the way back.
#[test]
fn the_footer_says_what_the_screen_is_there_for() {
    for (keys, verbs) in VERBS {
        let mut desk = Desk::of(60, 16, demo::book(now()));
        let footer = desk.keys(keys).footer();
        for verb in *verbs {
            assert!(footer.contains(verb), "{keys}: no {verb:?} in {footer:?}");
        }
    }
}

/// Wherever there is a way back the footer says it: in every record beside a list, on every page.
#[test]
fn the_way_back_is_always_said() {
    let mut desk = Desk::of(60, 16, demo::book(now()));
    for pane in ["1", "2", "3", "4", "5", "6", "7"] {
        desk.keys(pane).keys("esc esc");
        assert!(!desk.footer().contains("esc back"), "{pane}: {}", desk.footer());
        desk.keys("enter");
        for _ in 0..12 {
            desk.keys("tab");
            assert!(desk.footer().contains("esc back"), "{pane}: {}", desk.footer());
        }
        desk.keys("esc");
    }
}

#[test]
fn what_waits_has_its_own_place() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    desk.keys("5 . .").sees("with us").keys("3");
    let project = desk.chosen();
    desk.keys("w").sees("waiting for others").keys("down down");
    assert!(desk.footer().contains("esc back"));
    // Back to where one came from, as it was left, by either key.
    desk.keys("esc").sees("Projects ·");
    assert_eq!(desk.chosen(), project);
    desk.keys("w").sees("waiting for others").keys("w").sees("Projects ·");
    // The list of requests is as it was left, and not what waits.
    desk.keys("w 5").sees("Requests · with us");
}

#[test]
fn a_card_says_the_way_to_it() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    desk.keys("2 enter down enter").sees("Clients › Aegean Foods ›");
    assert!(desk.model.window_title().ends_with(" · Syndeo"));
    desk.keys("esc esc").sees_no("Clients ›");
    assert_eq!(desk.model.window_title(), "Clients · Syndeo");
}

#[test]
fn a_bar_shows_where_in_a_long_list_one_is() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    let bar = |desk: &mut Desk| -> Vec<usize> {
        let picture = desk.picture();
        picture.lines().enumerate().filter(|(_, line)| line.contains('┃')).map(|(y, _)| y).collect()
    };
    desk.keys("7 =");
    let top = bar(&mut desk);
    assert!(!top.is_empty() && top[0] == 2, "{top:?}");
    desk.keys("end");
    let end = bar(&mut desk);
    assert_eq!(*end.last().unwrap(), 27, "{end:?}");
    assert_eq!(top.len(), end.len());
    desk.keys("4");
    assert!(bar(&mut desk).is_empty(), "all of it is in sight");
}

#[test]
fn a_change_says_from_what_to_what_and_how_it_is_undone() {
    let mut desk = Desk::of(140, 30, demo::book(now()));
    desk.keys("2 e").field("tier").keys("right ctrl-s");
    let said = desk.footer();
    assert!(said.starts_with("Changed: Aegean Foods · Tier A → "), "{said}");
    assert!(said.contains("u undo"), "{said}");
    // A day on which nobody works is named.
    desk.keys("t Call_the_printer tab sun ctrl-s").keys("s call_the_printer enter e").field("due");
    desk.keys("ctrl-u sat ctrl-s");
    let said = desk.footer();
    assert!(
        said.contains("Due Sun") && said.contains("→ Sat") && said.contains(", a Saturday · u undoes"),
        "{said}"
    );
}

#[test]
fn what_was_added_is_what_the_next_key_works_on() {
    let mut desk = Desk::of(110, 30, demo::book(now()));
    // From Today a client would be nowhere in sight.
    desk.keys("1 a c Zenith enter").sees("Clients ·");
    assert!(desk.chosen().starts_with("Zenith"));
    let footer = desk.footer();
    assert!(
        footer.starts_with("Added Zenith") && footer.contains("u undo") && footer.contains("i log"),
        "{footer}"
    );
    // What belongs to something stays where that is.
    desk.keys("a j Launch ctrl-s").sees("Clients ·").sees("Launch");
}

/// Beside what was added the keys that work on it keep their place and the words give way; what was taken back or done again
/// is nothing new, and its words have the room.
#[test]
fn words_give_way_only_to_keys_that_work_on_what_is_new() {
    let name = "Zenith Northern Trading House";
    for (width, works_on_it) in [(60, "enter open  …"), (80, "enter open  i log  …")] {
        let mut desk = Desk::empty(width, 16);
        let footer = desk.keys(&format!("C {} enter", name.replace(' ', "_"))).footer();
        assert!(footer.starts_with("Added Zenith") && footer.contains(works_on_it), "{footer}");
        let words = |desk: &mut Desk, keys: &str| desk.keys(keys).footer();
        let (undone, redone) = (words(&mut desk, "u"), words(&mut desk, "U"));
        assert!(undone.starts_with(&format!("Undone: add client {}", &name[..24])), "{undone}");
        assert!(redone.starts_with(&format!("Redone: add client {}", &name[..24])), "{redone}");
    }
}

/// How many records a step back or forward is about is said, as soon as it is about more than the one it names.
#[test]
fn a_step_says_how_many_records_it_is_about() {
    let mut desk = Desk::empty(120, 34);
    desk.keys("C Acme enter 2 r New_site ctrl-s u").sees("Undone: add request New site").sees_no("records)");
    desk.keys("2 r New_site")
        .field("department")
        .keys("Design enter ctrl-s")
        .sees("with the new department Design");
    desk.keys("u").sees("Undone: add request New site (2 records)");
    desk.keys("U").sees("Redone: add request New site (2 records)").keys("u");
    desk.keys("2 r New_site")
        .field("department")
        .keys("Design enter")
        .field("asked_by")
        .keys("Maria enter ctrl-s");
    desk.keys("u").sees("Undone: add request New site (3 records)");
}

/// The answers of a question stand as far apart as they were measured: in a row they fill the narrowest window that has room
/// for them, and below one another they stand in every narrower one.
#[test]
fn answers_stand_in_a_row_as_far_apart_as_they_were_measured() {
    let (mut rows, mut columns) = (0, 0);
    for keys in ["a a Acme esc", "C Acme enter p Maria ctrl-s 2 d", "C Acme enter #"] {
        for width in 60..84 {
            let mut desk = Desk::empty(width, 24);
            desk.keys(keys);
            let Some(Layer::Dialog(ask)) = desk.model.screen.layers.last() else { panic!("{keys}") };
            let label = |(n, label): (usize, &String)| {
                if ask.is_numbered() { format!("{n} {label}") } else { label.clone() }
            };
            let labels: Vec<String> = (1..).zip(ask.answers.iter().map(|a| &a.label)).map(label).collect();
            let measured: usize = labels.iter().map(|label| label.chars().count() + 6).sum();
            let is_row = measured <= usize::from(width.min(76)) - 4;
            // The mark, where there is one, and a blank before each, a blank behind it, three between them.
            let picture = desk.picture().replace('▸', " ");
            assert_eq!(picture.contains(&labels.join("      ")), is_row, "{keys} {width}:\n{picture}");
            if is_row {
                rows += 1;
            } else {
                columns += 1;
            }
        }
    }
    assert!(rows > 20 && columns > 20, "{rows} {columns}");
}

/// What a screen is there for, as the table of own commands has it: in each list, and on the card of a record of each kind,
/// the first of it that can run now stands in the smallest footer.
#[test]
fn the_first_own_command_is_in_every_footer() {
    let mut desk = Desk::of(60, 16, demo::book(now()));
    let check = |desk: &mut Desk, place: &str| {
        let runs = |command: &&Command| {
            let spec = command.spec(desk.model.screen.scopes()).unwrap();
            !spec.hint.is_empty() && !spec.keys.is_empty() && desk.model.may(spec.when).is_ok()
        };
        let first = desk.model.own_commands().iter().find(runs).copied();
        let Some(first) = first else { return };
        let spec = first.spec(desk.model.screen.scopes()).unwrap();
        let hint = format!("{} {}", spec.keys[0], spec.hint);
        let footer = desk.footer();
        assert!(footer.contains(&hint), "{place}: no {hint:?} in {footer:?}");
    };
    for pane in Pane::ALL {
        desk.keys("esc esc").tell(Msg::Run(DeskCommand::to(pane).into()));
        for row in 0..12 {
            check(&mut desk, &format!("{pane:?}, row {row}"));
            desk.keys("down");
        }
    }
    for kind in Kind::ALL {
        let id = desk.model.data.book.all(*kind).next().unwrap().id();
        for page in 0..pages(*kind).len() {
            let mut card = Detail::of(id);
            card.page = page;
            desk.model.screen.layers = vec![Layer::Card(Box::new(card))];
            check(&mut desk, &format!("page {page} of a {kind}"));
            assert!(desk.footer().contains("esc back"), "page {page} of a {kind}");
        }
    }
}

/// What a key is said to work on is not said a second time beside a key of its own.
#[test]
fn nothing_is_said_twice_in_a_footer() {
    let mut desk = Desk::of(250, 40, demo::book(now()));
    let mut seen = 0;
    for keys in ["1", "2", "3", "4", "5", "6", "7", "2 enter", "3 enter", "5 enter"] {
        desk.keys(keys);
        let footer = desk.footer();
        let hints: Vec<Vec<&str>> =
            footer.split("  ").map(|hint| hint.split_whitespace().collect()).collect();
        for on in hints.iter().filter_map(|hint| hint.get(2..)).filter(|on| !on.is_empty()) {
            assert!(!hints.iter().any(|hint| hint.get(1..) == Some(on)), "{keys}: {on:?} in {footer}");
            seen += 1;
        }
    }
    assert!(seen > 3, "{seen}");
}
