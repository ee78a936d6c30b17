//! Who may know whom (docs/architecture.md), how long a file may be, and that nothing is left half done.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod sources;

use sources::sources;

/// A module, and everything of ours and of others that it may use.
const MAY: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "std",
            "chrono",
            "serde",
            "serde_json",
            "uuid",
            "rust_decimal",
            "unicode_normalization",
            "unicode_segmentation",
            "unicode_width",
            "proptest",
        ],
    ),
    ("words", &["std", "domain", "uuid"]),
    (
        "store",
        &[
            "std",
            "domain",
            "words",
            "blake3",
            "sled",
            "bincode",
            "serde",
            "serde_json",
            "crc32fast",
            "flate2",
            "tempfile",
            "rustix",
            "proptest",
            "uuid",
            "chrono",
            "rust_decimal",
        ],
    ),
    (
        "exchange",
        &[
            "std",
            "domain",
            "csv",
            "encoding_rs",
            "serde_json",
            "chrono",
            "rust_decimal",
            "unicode_segmentation",
            "unicode_width",
            "proptest",
        ],
    ),
    ("demo", &["std", "domain", "chrono", "fastrand", "rust_decimal"]),
    (
        "app",
        &[
            "std",
            "domain",
            "words",
            "chrono",
            "serde",
            "uuid",
            "unicode_segmentation",
            "unicode_width",
            "proptest",
        ],
    ),
    ("input", &["std", "app", "crossterm"]),
    ("ui", &["std", "domain", "app", "ratatui", "unicode_segmentation", "unicode_width"]),
];

/// Files longer than this ask to be two.
const LONGEST: usize = 400;

/// The names a `use` or a path begins with: of our own modules when it begins with `crate::`, of crates otherwise.
fn heads(line: &str) -> Vec<String> {
    let mut out = vec![];
    let code = line.split("//").next().unwrap_or("");
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => {
                out.extend(list.split([',', '}']).map(|item| word(item.trim())).filter(|w| !w.is_empty()));
            }
            None => out.push(word(rest)),
        }
    }
    let trimmed = code.trim_start();
    let used = trimmed.strip_prefix("use ").or_else(|| trimmed.strip_prefix("pub use "));
    if let Some(rest) = used.filter(|r| !r.starts_with("crate") && r.contains("::")) {
        out.push(word(rest));
    }
    out
}

#[test]
fn modules_know_only_what_is_below_them() {
    let mut wrong = vec![];
    for (path, text) in sources() {
        let module = path.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let Some((_, may)) = MAY.iter().find(|(m, _)| *m == module) else { continue };
        let in_module = |head: &str| {
            text.contains(&format!("mod {head};"))
                || text.contains(&format!("enum {head} "))
                || text.contains(&format!("trait {head} "))
                || text.contains(&format!("use std::{head}"))
        };
        for (n, line) in text.lines().enumerate() {
            for head in heads(line) {
                // A type in scope lends its variants; that it may be in scope was asked where it was imported.
                let own = head.starts_with(char::is_uppercase)
                    || ["self", "super", "crate"].contains(&head.as_str())
                    || head == module
                    || in_module(&head);
                if !own && !may.contains(&head.as_str()) {
                    wrong.push(format!("src/{}:{}: {module} may not use {head}", path.display(), n + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn one_module_names_the_codec_and_one_the_database() {
    for (path, text) in sources() {
        let codes = text.lines().any(|l| !l.trim_start().starts_with("//") && l.contains("bincode::"));
        assert!(!codes || path.ends_with("store/codec.rs"), "{} calls bincode", path.display());
        let sleds = text.lines().any(|l| !l.trim_start().starts_with("//") && l.contains("sled::"));
        assert!(!sleds || path.starts_with("store"), "{} calls sled", path.display());
    }
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    for (path, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "src/{} has {lines} lines: make it two", path.display());
        assert!(text.starts_with("//!"), "src/{} does not say what it is for", path.display());
    }
}

#[test]
fn nothing_is_left_half_done() {
    for (path, text) in sources() {
        for (n, line) in text.lines().enumerate() {
            for word in ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!("] {
                assert!(!line.contains(word), "src/{}:{}: {word}", path.display(), n + 1);
            }
        }
    }
}

/// The check itself can fail: an edge that is forbidden is seen in every way of writing it.
#[test]
fn a_forbidden_edge_is_seen() {
    assert_eq!(heads("use crate::{app, store::Disk};"), ["app", "store"]);
    assert_eq!(heads("    let x = crate::shell::run();"), ["shell"]);
    assert_eq!(heads("pub use ratatui::Frame;"), ["ratatui"]);
    assert_eq!(heads("// use crate::ui"), Vec::<String>::new());
}
