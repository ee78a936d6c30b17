//! The table of commands, and what is read from it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod sources;

use sources::sources;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use syndeo::app::{COMMANDS, Command, Group, Guard, Keys, Scope, Spec, letter_of_page, pages};
use syndeo::domain::Kind;
use syndeo::input::Chord;
use syndeo::ui;

/// What a field that has more to do takes from the form around it, and from the text in it. Nothing else covers anything.
const COVERED: &[(Scope, Scope, &[&str])] = &[
    (Scope::Suggest, Scope::Form, &["down", "enter", "esc", "tab", "up"]),
    (Scope::Long, Scope::Form, &["down", "enter", "up"]),
    (Scope::Day, Scope::Form, &["pgdn", "pgup"]),
    (Scope::Choice, Scope::Text, &["left", "right"]),
    // What is looked for is short, and typed again.
    (Scope::Find, Scope::Text, &["ctrl-y"]),
    (Scope::Menu, Scope::Move, &["esc", "pgdn", "pgup"]),
    (Scope::Menu, Scope::Global, &["f10", "space"]),
];

fn rows(scope: Scope) -> impl Iterator<Item = &'static Spec> {
    COMMANDS.iter().filter(move |s| s.scope == scope)
}

/// The keys of a scope, among them the letters that stand behind a key that waits for one.
fn keys(scope: Scope) -> BTreeSet<&'static str> {
    let letters = COMMANDS.iter().filter_map(|s| s.letter).filter(|letter| letter.scope == scope);
    rows(scope).flat_map(|s| s.keys).copied().chain(letters.map(|letter| letter.key)).collect()
}

#[test]
fn every_key_can_be_read_and_is_sent_by_terminals() {
    for spec in COMMANDS {
        for key in spec.keys {
            let chord = Chord::parse(key).unwrap_or_else(|| panic!("{key} of {} is no key", spec.name));
            assert!(chord.is_portable(), "{key} of {} is sent by few terminals", spec.name);
        }
    }
}

#[test]
fn no_key_means_two_things_in_a_scope() {
    for scope in COMMANDS.iter().map(|s| s.scope) {
        let mut seen = HashMap::new();
        for spec in rows(scope) {
            for key in spec.keys {
                let before = seen.insert(Chord::parse(key), spec.name);
                assert_eq!(before, None, "{key} of {} is another's too", spec.name);
            }
        }
    }
}

/// Two keys in a row: the first opens the scope that waits, and does nothing else; the second leads to one thing there.
#[test]
fn keys_in_a_row_lead_to_one_thing_each() {
    let mut seen = HashMap::new();
    for (spec, letter) in COMMANDS.iter().filter_map(|s| s.letter.map(|letter| (s, letter))) {
        let (first, second) = letter.way.split_once(' ').unwrap();
        assert_eq!(second, letter.key);
        assert!(Chord::parse(first).is_some() && Chord::parse(second).is_some(), "{}", letter.way);
        assert_eq!(seen.insert(letter.way, spec.name), None, "{} leads to two", letter.way);
        let opens: Vec<&Spec> = COMMANDS
            .iter()
            .filter(|s| {
                s.keys.contains(&first) && matches!(s.scope, Scope::Desk | Scope::Move | Scope::Global)
            })
            .collect();
        let [opener] = opens[..] else { panic!("{first} does {} things", opens.len()) };
        assert_eq!(opener.keys, [first], "{} has one key, so that the way is told as it is", opener.name);
        let own = rows(letter.scope).any(|s| s.keys.contains(&letter.key));
        assert!(!own, "{} is a key of {:?} itself", letter.key, letter.scope);
    }
}

/// Every page of every kind is reached by a letter of its name, and every such letter leads to a page.
#[test]
fn every_page_has_a_letter_of_its_name() {
    let mut left: BTreeSet<&str> = COMMANDS
        .iter()
        .filter_map(|s| if let Guard::HasPage(name) = s.when { Some(name) } else { None })
        .collect();
    for page in Kind::ALL.iter().flat_map(|kind| pages(*kind)) {
        let letter = letter_of_page(page.name).unwrap_or_else(|| panic!("no letter leads to {}", page.name));
        assert!(page.name.contains(letter), "{letter} is no letter of {}", page.name);
    }
    left.retain(|name| !Kind::ALL.iter().flat_map(|kind| pages(*kind)).any(|page| page.name == *name));
    assert!(left.is_empty(), "no page is called {left:?}");
}

#[test]
fn a_scope_covers_only_what_it_is_meant_to() {
    for who in Keys::ALL {
        for (at, inner) in who.scopes().iter().enumerate() {
            for outer in &who.scopes()[at + 1..] {
                let covered: Vec<&str> = keys(*inner).intersection(&keys(*outer)).copied().collect();
                let meant =
                    COVERED.iter().find(|(i, o, _)| (i, o) == (inner, outer)).map_or(&[][..], |c| c.2);
                assert_eq!(covered, meant, "{inner:?} over {outer:?}");
            }
        }
    }
}

#[test]
fn every_scope_has_the_keys_at_some_time() {
    for spec in COMMANDS {
        assert!(Keys::ALL.iter().any(|who| who.scopes().contains(&spec.scope)), "{:?}", spec.scope);
    }
}

#[test]
fn names_are_told_apart_and_sentences_are_sentences() {
    let mut commands: HashMap<&str, Command> = HashMap::new();
    let mut places = HashSet::new();
    for spec in COMMANDS {
        let other = commands.insert(spec.name, spec.command).filter(|c| *c != spec.command);
        assert_eq!(other, None, "{} is the name of two commands", spec.name);
        assert!(places.insert((spec.command, spec.scope)), "{} stands twice in {:?}", spec.name, spec.scope);
    }
    let distinct: HashSet<Command> = COMMANDS.iter().map(|s| s.command).collect();
    assert_eq!(commands.len(), distinct.len(), "a command has two names");
    for spec in COMMANDS {
        assert!(spec.about.starts_with(|c: char| c.is_uppercase()), "{}", spec.about);
        assert!(!spec.about.ends_with('.'), "{}", spec.about);
    }
}

#[test]
fn no_letter_is_a_command_where_text_is_typed() {
    for spec in COMMANDS.iter().filter(|s| s.scope.is_typing()) {
        for key in spec.keys {
            assert!(key.chars().count() > 1 && *key != "space", "{key} of {} is a letter", spec.name);
        }
    }
}

#[test]
fn every_command_that_is_no_key_of_a_field_stands_in_the_menu() {
    for spec in COMMANDS {
        let desk = matches!(spec.scope, Scope::Desk | Scope::Move | Scope::Global);
        assert_eq!(desk, spec.group != Group::Keys, "{}", spec.name);
        assert!(desk || !spec.keys.is_empty(), "{} cannot be reached", spec.name);
    }
}

#[test]
fn the_manual_is_true() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, ui::keys::manual()).unwrap();
    }
    let written = fs::read_to_string(path).unwrap_or_default();
    assert!(written == ui::keys::manual(), "run the tests with UPDATE=1 to write docs/keys.md afresh");
}

/// A key that is named in a sentence stays behind when it is moved in the table. Sentences ask the table instead.
#[test]
fn no_other_string_names_a_key() {
    let mut wrong = vec![];
    for (path, text) in sources() {
        if !(path.starts_with("app") || path.starts_with("ui")) || path.starts_with("app/command") {
            continue;
        }
        for (n, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            for verb in ["Press ", "press ", "hit ", "type "] {
                let named = code.split(verb).skip(1).any(|rest| {
                    let word: String =
                        rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
                    Chord::parse(&word).is_some()
                });
                if named {
                    wrong.push(format!("{}:{}: {}", path.display(), n + 1, line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "a key is named outside the table:\n{}", wrong.join("\n"));
}
