//! The table of commands, and what is read from it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod sources;

use sources::sources;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use syndeo::app::{COMMANDS, Command, Group, Keys, Scope, Spec};
use syndeo::input::Chord;
use syndeo::ui;

/// What a field that has more to do takes from the form around it, and from the text in it. Nothing else covers anything.
const COVERED: &[(Scope, Scope, &[&str])] = &[
    (Scope::Suggest, Scope::Form, &["down", "enter", "esc", "tab", "up"]),
    (Scope::Long, Scope::Form, &["down", "enter", "up"]),
    (Scope::Choice, Scope::Text, &["left", "right"]),
    (Scope::Menu, Scope::Move, &["esc", "pgdn", "pgup"]),
    (Scope::Menu, Scope::Global, &["f10", "space"]),
];

fn rows(scope: Scope) -> impl Iterator<Item = &'static Spec> {
    COMMANDS.iter().filter(move |s| s.scope == scope)
}

fn keys(scope: Scope) -> BTreeSet<&'static str> {
    rows(scope).flat_map(|s| s.keys).copied().collect()
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
