//! The shapes on disk are frozen: what was once written can always be read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use store_support::harm;
use store_support::{Records, apply, at, client, long_request, open, open_with, options, renamed, task};
use syndeo::domain::{Action, Change, IdGenerator, Kind, Verb, json};
use syndeo::store::{Options, Store as _, check};

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
    let mut frozen = fs::read_to_string(path).unwrap_or_default();
    if std::env::var_os("SYNDEO_GOLDEN").is_some() {
        let new: Vec<&str> = now.lines().filter(|line| !frozen.lines().any(|l| l == *line)).collect();
        for line in new {
            writeln!(frozen, "{line}").unwrap();
        }
        fs::write(path, &frozen).unwrap();
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

/// A book as version 1 wrote it, without sled's files: the journal and a backup tell all of it. It stays as it is, and
/// every later version must read it.
#[test]
fn the_book_of_schema_1_is_read_for_ever() {
    let golden = Path::new("tests/golden/book-1");
    // A copy of it as it was is made beside it.
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("book");
    harm::copy(golden, &dir);
    fs::remove_file(dir.join("expected.jsonl")).unwrap();
    let expected = expected(golden);
    let (mut disk, opened, records) = open_with(&dir, options(), 100).unwrap();
    assert!(records == expected, "{:?}", opened.news);
    assert_eq!(opened.news.len(), 2, "that it was turned over, and that sled was missing: {:?}", opened.news);
    assert!(opened.news[0].contains("format 2") && opened.news[1].contains("missing"), "{:?}", opened.news);
    assert_eq!((opened.read_only, opened.last_number), (None, 29));
    assert_eq!(syndeo::words::action(&opened.redo.unwrap().action), "edit");
    assert!(disk.history(&[], 100).unwrap().len() > 5);
    drop(disk);
    assert!(check(&dir).unwrap().is_well(), "{:?}", check(&dir).unwrap());
    // The journal alone tells the same.
    for part in ["sled", "backups"] {
        fs::remove_dir_all(dir.join(part)).unwrap();
    }
    assert!(open(&dir, 101).2 == expected);
    let copies: Vec<_> =
        fs::read_dir(home.path()).unwrap().map(|e| e.unwrap().path()).filter(|p| *p != dir).collect();
    assert_eq!(copies.len(), 1, "{copies:?}");
    for name in ["FORMAT", "journal/last", "journal/00000000000000000001.jnl"] {
        assert_eq!(fs::read(copies[0].join(name)).unwrap(), fs::read(golden.join(name)).unwrap(), "{name}");
    }
}

/// The same of format 2, with the id of the book and the chain of its changes.
#[test]
fn the_book_of_format_2_is_read_for_ever() {
    let golden = Path::new("tests/golden/book-2");
    if std::env::var_os("SYNDEO_GOLDEN").is_some() && !golden.exists() {
        write_book(golden);
    }
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("book");
    harm::copy(golden, &dir);
    fs::remove_file(dir.join("expected.jsonl")).unwrap();
    let expected = expected(golden);
    let (mut disk, opened, records) = open_with(&dir, options(), 100).unwrap();
    assert!(records == expected, "{:?}", opened.news);
    assert_eq!(opened.news.len(), 1, "only that sled was missing: {:?}", opened.news);
    assert_eq!((opened.read_only, opened.last_number), (None, 29));
    let history = disk.history(&[], 100).unwrap();
    assert!(history.iter().all(|e| e.stamp.as_ref().is_some_and(|s| s.author == "Ἑλένη")), "{history:?}");
    assert_eq!(history[0].change.action, Action::on(Verb::Edit, Kind::Client, "Aegean Foods"));
    drop(disk);
    for name in ["FORMAT", "ID"] {
        assert_eq!(fs::read(dir.join(name)).unwrap(), fs::read(golden.join(name)).unwrap(), "{name}");
    }
    assert!(check(&dir).unwrap().is_well(), "{:?}", check(&dir).unwrap());
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1, "nothing was turned over");
}

fn expected(golden: &Path) -> Records {
    let text = fs::read_to_string(golden.join("expected.jsonl")).unwrap();
    let lines = text.lines().map(|line| json::read(&serde_json::from_str(line).unwrap()).unwrap());
    lines.map(|record| (record.id(), record)).collect()
}

/// Wrote the golden book of format 2.
fn write_book(golden: &Path) {
    let dir = tempfile::tempdir().unwrap();
    let small = Options { segment_bytes: 4096, author: "Ἑλένη".into(), ..options() };
    let (mut disk, ..) = open_with(dir.path(), small, 0).unwrap();
    let mut id_generator = IdGenerator::new([1; 16]);
    let mut records = Records::new();
    let mut save = |disk: &mut syndeo::store::Disk, change: Change| {
        disk.save(&change).unwrap();
        apply(&mut records, &change);
    };
    let a = client(&mut id_generator, 1, "Aegean");
    save(&mut disk, Change::new("add", at(1)).with(None, Some(a.clone())));
    for n in 2..30 {
        save(
            &mut disk,
            Change::new("add", at(n))
                .with(None, Some(task(&mut id_generator, n, &format!("task {n}"), a.id()))),
        );
    }
    disk.backup(at(30)).unwrap();
    let long = long_request(&mut id_generator, 31, 9_000);
    save(&mut disk, Change::new("add", at(31)).with(None, Some(long.clone())));
    save(&mut disk, Change::new("erase", at(32)).with(Some(long), None));
    let b = renamed(&a, "Aegean Foods");
    let edit = Action::on(Verb::Edit, Kind::Client, "Aegean Foods");
    disk.save(&Change::new(edit, at(33)).with(Some(a), Some(b))).unwrap();
    disk.undo(at(34)).unwrap().unwrap();
    disk.close().unwrap();
    drop(disk);
    for part in ["journal", "backups"] {
        fs::create_dir_all(golden.join(part)).unwrap();
        for entry in fs::read_dir(dir.path().join(part)).unwrap().map(Result::unwrap) {
            fs::copy(entry.path(), golden.join(part).join(entry.file_name())).unwrap();
        }
    }
    for name in ["FORMAT", "ID"] {
        fs::copy(dir.path().join(name), golden.join(name)).unwrap();
    }
    let lines: Vec<String> = records.values().map(|r| json::write(r).to_string() + "\n").collect();
    fs::write(golden.join("expected.jsonl"), lines.concat()).unwrap();
}
