//! The table of commands, and what is read from it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod sources;

use sources::sources;
use std::collections::HashMap;
use std::fs;
use syndeo::app::{COMMANDS, Group, Scope, TOGETHER};
use syndeo::input::Chord;
use syndeo::ui;

#[test]
fn every_key_can_be_read_and_is_sent_by_terminals() {
    for spec in COMMANDS {
        for key in spec.keys {
            let chord = Chord::parse(key).unwrap_or_else(|| panic!("{key} of {} is no key", spec.name));
            assert!(chord.is_portable(), "{key} of {} is sent by few terminals", spec.name);
        }
    }
}

/// Scopes that lie over another one for a moment, and take some of its keys on purpose.
const COVERING: [Scope; 4] = [Scope::Suggest, Scope::Names, Scope::Long, Scope::Choice];

/// The keys that stand twice in some of the scopes.
fn doubles(scopes: &[Scope]) -> Vec<String> {
    let mut seen = HashMap::new();
    let mut out = vec![];
    for spec in COMMANDS.iter().filter(|s| scopes.contains(&s.scope)) {
        for key in spec.keys {
            if let Some(before) = seen.insert(Chord::parse(key), spec.name) {
                out.push(format!("{key} of {before} is {}'s too", spec.name));
            }
        }
    }
    out
}

#[test]
fn no_key_means_two_things_in_a_scope() {
    for spec in COMMANDS {
        assert_eq!(doubles(&[spec.scope]), Vec::<String>::new(), "{:?}", spec.scope);
        assert!(TOGETHER.iter().any(|all| all.contains(&spec.scope)), "{:?} never has the keys", spec.scope);
    }
}

#[test]
fn no_key_means_two_things_at_once() {
    for scopes in TOGETHER {
        let lasting: Vec<Scope> = scopes.iter().copied().filter(|s| !COVERING.contains(s)).collect();
        assert_eq!(doubles(&lasting), Vec::<String>::new(), "{scopes:?}");
        let covering = scopes.iter().take_while(|s| COVERING.contains(s)).count();
        assert_eq!(covering + lasting.len(), scopes.len(), "what covers is innermost: {scopes:?}");
        assert!(covering <= 1 && !lasting.is_empty(), "{scopes:?}");
    }
}

#[test]
fn names_are_told_apart_and_sentences_are_sentences() {
    let mut names: Vec<_> = COMMANDS.iter().map(|s| s.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), COMMANDS.len());
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
        if !(path.starts_with("app") || path.starts_with("ui")) || path.ends_with("command.rs") {
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
