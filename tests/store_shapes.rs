//! The shapes on disk are frozen: what was once written can always be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use std::fmt::Write as _;
use syndeo::domain::Kind;

/// Codes of fields on disk. A line may be added; none may be changed or taken away: a field that is no longer used
/// leaves its code unused for ever.
#[test]
fn codes_of_fields_are_never_given_twice() {
    let mut now = String::new();
    for kind in Kind::ALL {
        for field in kind.fields() {
            writeln!(now, "{} {} {} {}", kind.code(), kind.name(), field.code, field.name).unwrap();
        }
    }
    let path = "tests/golden/field_codes.txt";
    let mut frozen = std::fs::read_to_string(path).unwrap_or_default();
    if std::env::var_os("SYNDEO_GOLDEN").is_some() {
        let new: Vec<&str> = now.lines().filter(|line| !frozen.lines().any(|l| l == *line)).collect();
        for line in new {
            writeln!(frozen, "{line}").unwrap();
        }
        std::fs::write(path, &frozen).unwrap();
    }
    for line in frozen.lines() {
        assert!(now.lines().any(|l| l == line), "'{line}' is on disks out there and cannot go");
    }
    for line in now.lines() {
        assert!(frozen.lines().any(|l| l == line), "'{line}' is new: add it with SYNDEO_GOLDEN=1");
    }
    let mut codes: Vec<(&str, &str)> = vec![];
    for line in frozen.lines() {
        let parts: Vec<&str> = line.split(' ').collect();
        assert!(!codes.contains(&(parts[0], parts[2])), "the code in '{line}' is taken");
        codes.push((parts[0], parts[2]));
    }
}
