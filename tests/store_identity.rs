//! Which files may take the place of which: nothing of another book or branch is ever mixed in, nothing whole is replaced
//! because a third file claims more, and somebody decides.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use fastrand::Rng;
use std::fs;
use std::path::Path;
use store_support::harm::{copy, files_in, segments_in};
use store_support::{Records, apply, at, client, long_request, open, open_with, options};
use syndeo::domain::{Change, IdGenerator, Record};
use syndeo::store::{
    Disk, Options, Origin, Store as _, StoreError, Take, backups, begin_from, check, origin,
};

/// Saves `count` clients whose names begin with `word`, and takes a backup half-way when asked to.
fn go_on(dir: &Path, word: &str, from: i64, count: i64, with_backup: bool) -> Records {
    let (mut disk, _, mut records) = open(dir, from);
    let mut id_generator = IdGenerator::new(seed(word, from));
    for n in 0..count {
        let new = client(&mut id_generator, from + n, &format!("{word} {n}"));
        let change = Change::new(format!("{word} {n}"), at(from + n)).with(None, Some(new));
        disk.save(&change).unwrap();
        apply(&mut records, &change);
        if with_backup && n == count / 2 {
            disk.backup(at(from + n)).unwrap();
        }
    }
    disk.close().unwrap();
    records
}

fn seed(word: &str, from: i64) -> [u8; 16] {
    let mut seed = [0; 16];
    for (place, byte) in seed.iter_mut().zip(word.bytes().chain(from.to_le_bytes())) {
        *place = byte;
    }
    seed
}

fn names(records: &Records) -> Vec<String> {
    let mut all: Vec<String> = records.values().map(Record::title).collect();
    all.sort();
    all
}

/// The parts of a book that a program which syncs folders may replace by themselves.
const PARTS: [&str; 4] = ["sled", "journal", "backups", "ID"];

fn replace(part: &str, from: &Path, to: &Path) {
    let (source, target) = (from.join(part), to.join(part));
    if target.is_dir() {
        fs::remove_dir_all(&target).unwrap();
    }
    if source.is_dir() {
        copy(&source, &target);
    } else {
        fs::copy(source, target).unwrap();
    }
}

/// Two copies of one book go different ways, and parts of one land in the other: what is shown is one side or the other,
/// as a whole, and nothing is written until somebody has decided. Each side can be taken then, and is whole.
#[test]
fn parts_of_a_fork_are_never_mixed() {
    let mut rng = Rng::with_seed(11);
    for round in 0..24 {
        let home = tempfile::tempdir().unwrap();
        let (a, b) = (home.path().join("a"), home.path().join("b"));
        go_on(&a, "common", 0, 3 + rng.i64(..20), rng.bool());
        copy(&a, &b);
        let of_a = go_on(&a, "one", 100, 1 + rng.i64(..14), rng.bool());
        let of_b = go_on(&b, "two", 200, 1 + rng.i64(..14), rng.bool());
        let chosen: Vec<&str> = PARTS[..3].iter().copied().filter(|_| rng.bool()).collect();
        for part in &chosen {
            if b.join(part).exists() || a.join(part).exists() {
                let _ = fs::create_dir(b.join(part));
                replace(part, &b, &a);
            }
        }
        let report = check(&a).unwrap();
        let (disk, opened, records) = open_with(&a, options(), 1_000).unwrap();
        let shown = names(&records);
        let mixed = shown.iter().any(|n| n.starts_with("one")) && shown.iter().any(|n| n.starts_with("two"));
        assert!(!mixed, "round {round} {chosen:?}: {shown:?}");
        let whole = records == of_a || records == of_b;
        let told = opened.read_only.is_some() || !opened.news.is_empty();
        assert!(whole || told, "round {round} {chosen:?}: {:?}", opened.news);
        drop(disk);
        let Some(why) = opened.read_only else { continue };
        assert!(!report.is_well(), "round {round} {chosen:?}: {why}");
        for (side, prefix) in [(Take::Journal, "journal"), (Take::Sled, "sled"), (Take::Backup, "backup")] {
            let tried = home.path().join(prefix);
            copy(&a, &tried);
            let take = Options { take: Some(side), ..options() };
            let Ok((mut disk, opened, records)) = open_with(&tried, take, 1_001) else {
                assert_eq!(side, Take::Backup, "round {round} {chosen:?}");
                continue;
            };
            assert_eq!(opened.read_only, None, "round {round} {chosen:?} {side:?}");
            let shown = names(&records);
            let mixed =
                shown.iter().any(|n| n.starts_with("one")) && shown.iter().any(|n| n.starts_with("two"));
            assert!(!mixed, "round {round} {chosen:?} {side:?}: {shown:?}");
            let new = client(&mut IdGenerator::new([77; 16]), 1_002, "after");
            disk.save(&Change::new("after", at(1_002)).with(None, Some(new))).unwrap();
            disk.close().unwrap();
            drop(disk);
            let (disk, opened, records) = open_with(&tried, options(), 1_003).unwrap();
            assert!(opened.read_only.is_none() && opened.news.is_empty(), "{side:?} {:?}", opened.news);
            assert_eq!(records.len(), shown.len() + 1);
            drop(disk);
            assert!(check(&tried).unwrap().is_well(), "{side:?} {:?}", check(&tried).unwrap().findings);
        }
    }
}

/// Parts of quite another book: its records are never shown among ours.
#[test]
fn parts_of_another_book_are_told_and_left_alone() {
    for parts in [&["journal"][..], &["sled"], &["backups"], &["journal", "backups"], &["ID"]] {
        let home = tempfile::tempdir().unwrap();
        let (own, other) = (home.path().join("own"), home.path().join("other"));
        let mine = go_on(&own, "own", 0, 6, true);
        go_on(&other, "other", 50, 9, true);
        for part in parts {
            replace(part, &other, &own);
        }
        // sled renews its snapshot whenever it is opened; it is no part of what it holds.
        let listing = || {
            let all = files_in(&own);
            all.into_iter().filter(|p| !p.to_string_lossy().contains("snap.")).collect::<Vec<_>>()
        };
        let before = listing();
        assert!(!check(&own).unwrap().is_well(), "{parts:?}");
        let (mut disk, opened, records) = open_with(&own, options(), 100).unwrap();
        assert!(names(&records).iter().all(|n| n.starts_with("own")) || parts == ["ID"], "{parts:?}");
        if parts != ["ID"] {
            assert!(records == mine || parts.contains(&"journal"), "{parts:?}: {:?}", opened.news);
        }
        let why = opened.read_only.unwrap();
        assert!(why.contains("another book"), "{parts:?}: {why}");
        let new = client(&mut IdGenerator::new([7; 16]), 101, "no");
        let refused = disk.save(&Change::new("no", at(101)).with(None, Some(new)));
        assert!(matches!(refused, Err(StoreError::ReadOnly(_))));
        drop(disk);
        assert_eq!(listing(), before, "{parts:?}");
    }
}

/// A foreign part of the journal that is numbered as if it went on.
#[test]
fn changes_of_another_book_that_go_on_by_number_are_not_merged() {
    let home = tempfile::tempdir().unwrap();
    let (own, other) = (home.path().join("own"), home.path().join("other"));
    let mine = go_on(&own, "own", 0, 4, false);
    let small = || Options { segment_bytes: 300, ..options() };
    let (mut disk, ..) = open_with(&other, small(), 0).unwrap();
    let mut ids = IdGenerator::new([5; 16]);
    for n in 0..8 {
        let new = client(&mut ids, n, &format!("other {n}"));
        disk.save(&Change::new("x", at(n)).with(None, Some(new))).unwrap();
    }
    drop(disk);
    let next = segments_in(&other).into_iter().find(|p| p.ends_with("00000000000000000005.jnl")).unwrap();
    fs::copy(next, own.join("journal/00000000000000000005.jnl")).unwrap();
    let (_, opened, records) = open_with(&own, options(), 100).unwrap();
    assert!(records == mine && opened.read_only.is_some(), "{:?}", opened.news);
}

#[test]
fn no_bit_of_a_manifest_the_mark_or_the_names_can_cost_a_change() {
    let home = tempfile::tempdir().unwrap();
    let book = home.path().join("book");
    go_on(&book, "early", 0, 9, true);
    let expected = go_on(&book, "late", 50, 3, false);
    let mut rng = Rng::with_seed(3);
    let small = |p: &Path| {
        p.extension().is_some_and(|e| e == "manifest")
            || ["FORMAT", "ID", "last"].iter().any(|n| p.ends_with(n))
    };
    let files: Vec<_> = files_in(&book).into_iter().filter(|p| small(p)).collect();
    assert_eq!(files.len(), 4, "{files:?}");
    for path in files {
        let bytes = fs::read(&path).unwrap();
        for _ in 0..40 {
            let bit = rng.usize(..bytes.len() * 8);
            let tried = tempfile::tempdir().unwrap();
            copy(&book, tried.path());
            let mut bad = bytes.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            fs::write(tried.path().join(path.strip_prefix(&book).unwrap()), bad).unwrap();
            let (_, opened, records) = open_with(tried.path(), options(), 100).unwrap();
            let name = path.display();
            assert!(records == expected, "{name} bit {bit}: {:?}", opened.news);
            assert_eq!(opened.read_only, None, "{name} bit {bit}");
        }
    }
}

/// A backup that says more than sled and journal agree on: read, told, not used.
#[test]
fn what_is_whole_is_not_replaced_because_a_backup_claims_more() {
    let home = tempfile::tempdir().unwrap();
    let (book, old) = (home.path().join("book"), home.path().join("old"));
    let then = go_on(&book, "early", 0, 5, false);
    copy(&book, &old);
    let later = go_on(&book, "late", 50, 4, true);
    copy(&book.join("backups"), &old.join("backups"));
    let (disk, opened, records) = open_with(&old, options(), 100).unwrap();
    assert!(records == then);
    let why = opened.read_only.unwrap();
    assert!(why.contains("changes are missing (6 to 8)") && why.contains("syndeo repair"), "{why}");
    drop(disk);
    let report = check(&old).unwrap();
    assert!(report.lines().iter().any(|l| l.contains("can only be read")), "{:?}", report.lines());
    let take = Options { take: Some(Take::Backup), ..options() };
    let (_, opened, records) = open_with(&old, take, 101).unwrap();
    assert!(opened.read_only.is_none() && records.len() == later.len() - 1, "{:?}", opened.news);
}

#[test]
fn an_id_that_is_lost_is_read_from_the_rest() {
    let home = tempfile::tempdir().unwrap();
    let book = home.path().join("book");
    let expected = go_on(&book, "one", 0, 5, true);
    let id = fs::read(book.join("ID")).unwrap();
    for damage in [None, Some("nonsense")] {
        match damage {
            None => fs::remove_file(book.join("ID")).unwrap(),
            Some(text) => fs::write(book.join("ID"), text).unwrap(),
        }
        assert!(!check(&book).unwrap().is_well());
        let (_, opened, records) = open_with(&book, options(), 100).unwrap();
        assert!(records == expected && opened.read_only.is_none(), "{:?}", opened.news);
        assert_eq!(fs::read(book.join("ID")).unwrap(), id);
    }
    assert!(check(&book).unwrap().is_well());
}

#[test]
fn a_backup_or_a_book_from_elsewhere_is_brought_in_only_when_asked_and_can_be_undone() {
    let home = tempfile::tempdir().unwrap();
    let (own, other) = (home.path().join("own"), home.path().join("other"));
    let mine = go_on(&own, "own", 0, 4, true);
    let theirs = go_on(&other, "other", 50, 7, false);
    let (mut disk, ..) = open(&other, 90);
    disk.backup(at(90)).unwrap();
    drop(disk);
    for from in [other.clone(), other.join("backups")] {
        let (mut disk, ..) = open(&own, 100);
        let from_there = origin(&from).unwrap();
        assert_eq!(from_there.counts(at(101)).unwrap().values().sum::<usize>(), theirs.len());
        let plan = disk.restore_plan_from(&from_there, at(101)).unwrap();
        let mut records = mine.clone();
        apply(&mut records, &plan);
        assert!(records == theirs, "{}", from.display());
        disk.save(&plan).unwrap();
        assert_eq!(disk.undo(at(102)).unwrap().unwrap().0.edits.len(), mine.len() + theirs.len());
        drop(disk);
        let (_, opened, records) = open(&own, 103);
        assert!(records == mine && opened.read_only.is_none());
    }
    assert_eq!(backups(&own).len(), 1, "nothing came into the folder of backups");
    // Into an empty place it becomes the book.
    for (n, from) in [other.clone(), other.join("backups")].into_iter().enumerate() {
        let place = home.path().join(format!("new {n}"));
        begin_from(&place, &origin(&from).unwrap()).unwrap();
        let (mut disk, opened, records) = open_with(&place, options(), 104).unwrap();
        assert!(records == theirs && opened.read_only.is_none(), "{:?}", opened.news);
        let new = client(&mut IdGenerator::new([1; 16]), 105, "more");
        disk.save(&Change::new("more", at(105)).with(None, Some(new))).unwrap();
        drop(disk);
        assert!(check(&place).unwrap().is_well(), "{:?}", check(&place).unwrap());
        assert_eq!(fs::read(place.join("ID")).unwrap(), fs::read(other.join("ID")).unwrap());
        assert!(begin_from(&place, &origin(&from).unwrap()).is_err(), "not over a book that is there");
    }
    assert!(matches!(origin(&home.path().join("nothing")), Err(StoreError::Io { .. })));
    assert!(matches!(origin(&other).unwrap(), Origin::Book(_)));
}

/// One undo must bring the old state back, so one change holds all that is restored; where it cannot, that is said before
/// anybody is asked, and with it what can be done. Where the limit lies, a quick test of the store says.
#[test]
#[ignore = "writes and reads hundreds of megabytes"]
fn more_than_one_change_holds_is_restored_into_an_empty_folder_only() {
    let home = tempfile::tempdir().unwrap();
    let (own, other) = (home.path().join("own"), home.path().join("other"));
    let mine = go_on(&own, "own", 0, 2, false);
    let mut theirs = Records::new();
    let (mut disk, ..) = open(&other, 50);
    for n in 0..2 {
        let long = long_request(&mut IdGenerator::new([n; 16]), 51, 33 * 1024 * 1024);
        let change = Change::new("long", at(51)).with(None, Some(long));
        disk.save(&change).unwrap();
        apply(&mut theirs, &change);
    }
    disk.backup(at(60)).unwrap();
    drop(disk);
    for from in [other.clone(), other.join("backups")] {
        let from = origin(&from).unwrap();
        let (mut disk, ..) = open(&own, 70);
        let refused = disk.restore_plan_from(&from, at(71)).unwrap_err();
        assert!(matches!(refused, StoreError::TooLarge(_)), "{refused}");
        assert!(refused.to_string().contains("Into an empty folder"), "{refused}");
        assert_eq!(from.counts(at(71)).unwrap().values().sum::<usize>(), 2);
        drop(disk);
        let (_, opened, records) = open(&own, 72);
        assert!(records == mine && opened.read_only.is_none());
    }
    let place = home.path().join("new");
    begin_from(&place, &origin(&other.join("backups")).unwrap()).unwrap();
    assert!(open(&place, 80).2 == theirs);
}

/// The journal lies elsewhere than it did when it was opened: nothing is acknowledged, nothing is lost, and when the
/// folder is back the work goes on.
#[test]
#[cfg(unix)]
fn what_is_no_longer_the_book_is_not_written_to() {
    type Away = fn(&Path) -> Box<dyn Fn(&Path)>;
    let ways: [(&str, Away); 4] = [
        ("the journal's file is replaced", |dir| {
            let path = segments_in(dir).pop().unwrap();
            let kept = path.with_extension("kept");
            fs::rename(&path, &kept).unwrap();
            fs::copy(&kept, &path).unwrap();
            Box::new(move |_| fs::rename(&kept, &path).unwrap())
        }),
        ("the journal's file is gone", |dir| {
            let path = segments_in(dir).pop().unwrap();
            let kept = path.with_extension("kept");
            fs::rename(&path, &kept).unwrap();
            Box::new(move |_| fs::rename(&kept, &path).unwrap())
        }),
        ("the folder of the journal is replaced", |dir| {
            let kept = dir.join("kept");
            fs::rename(dir.join("journal"), &kept).unwrap();
            copy(&kept, &dir.join("journal"));
            Box::new(move |dir| {
                fs::remove_dir_all(dir.join("journal")).unwrap();
                fs::rename(&kept, dir.join("journal")).unwrap();
            })
        }),
        ("the whole book is gone", |dir| {
            let kept = dir.with_extension("kept");
            fs::rename(dir, &kept).unwrap();
            Box::new(move |dir| fs::rename(&kept, dir).unwrap())
        }),
    ];
    for (what, away) in ways {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("book");
        go_on(&dir, "one", 0, 3, false);
        let (mut disk, _, mut records) = open(&dir, 10);
        let mut id_generator = IdGenerator::new([9; 16]);
        let mut add = |n: i64| {
            Change::new(format!("{n}"), at(n)).with(None, Some(client(&mut id_generator, n, &format!("{n}"))))
        };
        let (first, second) = (add(11), add(12));
        disk.save(&first).unwrap();
        apply(&mut records, &first);
        let back = away(&dir);
        for _ in 0..2 {
            let refused = disk.save(&second);
            assert!(matches!(refused, Err(StoreError::Displaced { .. })), "{what}: {refused:?}");
        }
        back(&dir);
        disk.save(&second).unwrap();
        apply(&mut records, &second);
        disk.close().unwrap();
        drop(disk);
        let (_, opened, found) = open_with(&dir, options(), 20).unwrap();
        assert!(found == records && opened.news.is_empty(), "{what}: {:?}", opened.news);
    }
}

/// What the folder of a book may not hold: nothing of it is followed, and nobody waits for it.
#[test]
#[cfg(unix)]
fn links_and_pipes_are_told_and_not_followed() {
    for name in ["LOCK", "FORMAT.tmp", "journal/last", "sled/db", "backups/x.manifest"] {
        let home = tempfile::tempdir().unwrap();
        let (book, victim) = (home.path().join("book"), home.path().join("victim"));
        go_on(&book, "one", 0, 3, true);
        fs::write(&victim, "precious").unwrap();
        let path = book.join(name);
        let _ = fs::remove_file(&path);
        std::os::unix::fs::symlink(&victim, &path).unwrap();
        let told =
            Disk::claim(&book, "a test").and_then(|claim| Disk::open(claim, &options(), at(9), &mut |_| ()));
        let told = told.err().map(|e| e.to_string()).unwrap_or_default();
        assert!(told.contains("link"), "{name}: {told}");
        assert_eq!(fs::read_to_string(&victim).unwrap(), "precious", "{name}");
    }
}
