//! A book of format 1 becomes one of format 2: whole, wherever it is cut short, with a copy of what was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use std::fs;
use std::path::{Path, PathBuf};
use store_support::harm::{copy, files_in, segments_in};
use store_support::{Records, at, client, open_with, options};
use syndeo::domain::{Change, IdGenerator, json};
use syndeo::store::{BookLock, Disk, Loading, Options, Store as _, check, read_backup, sides};

/// The golden book, in a folder of its own.
fn golden(home: &Path) -> PathBuf {
    let dir = home.join("book");
    copy(Path::new("tests/golden/book-1"), &dir);
    fs::remove_file(dir.join("expected.jsonl")).unwrap();
    dir
}

fn expected() -> Records {
    let text = fs::read_to_string("tests/golden/book-1/expected.jsonl").unwrap();
    let lines = text.lines().map(|line| json::read(&serde_json::from_str(line).unwrap()).unwrap());
    lines.map(|record| (record.id(), record)).collect()
}

fn copies(home: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(home).unwrap().map(|e| e.unwrap().path());
    all.filter(|p| p.to_string_lossy().contains(".format-1-")).collect()
}

/// The steps in the order in which they are taken; a book is made as it stands between any two of them, out of what was
/// before and what is afterwards. Each is opened, and is whole, and the same in the end.
#[test]
fn cut_short_anywhere_it_goes_on_at_the_next_start() {
    let home = tempfile::tempdir().unwrap();
    let dir = golden(home.path());
    let before = home.path().join("before");
    copy(&dir, &before);
    let (disk, opened, records) = open_with(&dir, options(), 100).unwrap();
    assert!(records == expected() && opened.read_only.is_none(), "{:?}", opened.news);
    drop(disk);
    let [kept] = &copies(home.path())[..] else { panic!("one copy") };
    assert_eq!(files_in(kept).len(), files_in(&before).len() + 1, "and the lock");

    let mut steps = vec![PathBuf::from("ID"), PathBuf::from("FORMAT")];
    steps.extend(segments_in(&before).iter().map(|p| p.strip_prefix(&before).unwrap().to_owned()));
    let manifests = files_in(&before).into_iter().filter(|p| p.extension().is_some_and(|e| e == "manifest"));
    steps.extend(manifests.map(|p| p.strip_prefix(&before).unwrap().to_owned()));
    steps.push("journal/last".into());
    assert_eq!(steps.len(), 7);
    for done in 0..=steps.len() {
        let home = tempfile::tempdir().unwrap();
        let half = home.path().join("book");
        copy(&before, &half);
        fs::write(half.join("MIGRATING"), "the copy").unwrap();
        for step in &steps[..done] {
            fs::copy(dir.join(step), half.join(step)).unwrap();
        }
        // What was being written when it was cut short.
        fs::write(half.join("journal/00000000000000000001.tmp"), "half").unwrap();
        let (told, read) = looked_at(&half);
        assert!(read == expected() && !told.iter().any(|n| n.contains("of one book")), "{done}: {told:?}");
        let (lines, sides) = (check(&half).unwrap().lines().join(" "), sides(&half).unwrap());
        assert!(!lines.contains("another book") && sides.conflicts.is_empty(), "{done}: {lines} {sides:?}");
        assert!(lines.contains("being turned from format 1"), "{done}: {lines}");
        let (mut disk, opened, records) = open_with(&half, options(), 101).unwrap();
        assert!(records == expected() && opened.read_only.is_none(), "{done}: {:?}", opened.news);
        assert!(opened.news.iter().any(|n| n.contains("the copy")), "{done}: {:?}", opened.news);
        let new = client(&mut IdGenerator::new([1; 16]), 102, "more");
        disk.save(&Change::new("more", at(102)).with(None, Some(new))).unwrap();
        drop(disk);
        assert!(check(&half).unwrap().is_well(), "{done}: {:?}", check(&half).unwrap().findings);
        if done > 0 {
            for step in
                steps[..steps.len() - 1].iter().filter(|s| s.starts_with("journal") && !s.ends_with("last"))
            {
                let (a, b) = (fs::read(half.join(step)).unwrap(), fs::read(dir.join(step)).unwrap());
                assert!(a.starts_with(&b), "{done}: {} is the same each time", step.display());
            }
        }
        assert!(copies(home.path()).is_empty(), "it was copied before");
        assert!(!half.join("MIGRATING").exists());
    }
}

#[test]
fn its_backups_can_be_restored_and_its_history_read() {
    let home = tempfile::tempdir().unwrap();
    let dir = golden(home.path());
    let (mut disk, ..) = open_with(&dir, options(), 100).unwrap();
    let history = disk.history(&[], 100).unwrap();
    assert!(history.len() > 5);
    let stamps: Vec<_> = history.iter().map(|e| e.stamp.clone().unwrap()).collect();
    assert!(stamps.windows(2).all(|w| w[0].clock > w[1].clock && w[0].id > w[1].id), "{stamps:?}");
    let all = syndeo::store::backups(&dir);
    let old = all.iter().find(|b| b.seq == 29).unwrap();
    assert_eq!(read_backup(&dir, &old.name).unwrap().len() as u64, old.records);
    drop(disk);
    // Without sled, with the old backup alone and the journal behind it.
    fs::remove_dir_all(dir.join("sled")).unwrap();
    let (_, opened, records) = open_with(&dir, options(), 101).unwrap();
    assert!(records == expected() && opened.read_only.is_none(), "{:?}", opened.news);
}

/// Opens a book only to read it: what was told, and its records.
fn looked_at(dir: &Path) -> (Vec<String>, Records) {
    let claim = BookLock::look(dir).unwrap();
    let mut records = Records::new();
    let read_only = Options { read_only: true, ..options() };
    let opened = Disk::open(claim, &read_only, at(1), &mut |loading| match loading {
        Loading::Batch(batch) => records.extend(batch.into_iter().map(|r| (r.id(), r))),
        Loading::StartOver => records.clear(),
    });
    (opened.unwrap().1.news, records)
}

#[test]
fn a_book_of_format_1_that_is_only_read_is_left_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    let dir = golden(home.path());
    let before = files_in(&dir);
    let bytes: Vec<Vec<u8>> = before.iter().map(|p| fs::read(p).unwrap()).collect();
    let (told, records) = looked_at(&dir);
    assert!(records == expected(), "{told:?}");
    assert_eq!(files_in(&dir), before);
    assert!(before.iter().map(|p| fs::read(p).unwrap()).eq(bytes));
    assert!(check(&dir).unwrap().lines().iter().any(|l| l.contains("format 1")));
}

/// Damage that was there before is told, and kept in the copy.
#[test]
fn a_damaged_book_of_format_1_loses_nothing_more() {
    let home = tempfile::tempdir().unwrap();
    let dir = golden(home.path());
    let first = &segments_in(&dir)[0];
    let mut bytes = fs::read(first).unwrap();
    let at = 100;
    bytes[at] ^= 4;
    fs::write(first, &bytes).unwrap();
    let (disk, opened, records) = open_with(&dir, options(), 100).unwrap();
    assert!(opened.news.iter().any(|n| n.contains("no whole change")), "{:?}", opened.news);
    // The backup covers what the journal has lost.
    assert!(records == expected() && opened.read_only.is_none(), "{:?}", opened.news);
    drop(disk);
    let kept = copies(home.path()).pop().unwrap();
    assert!(fs::read(segments_in(&kept).remove(0)).unwrap() == bytes);
}

/// Where no copy can be made, as on a full disk, the book is read as it is and nothing of it is changed.
#[test]
fn without_room_for_a_copy_it_is_only_read() {
    let home = tempfile::tempdir().unwrap();
    // No name of a copy is short enough beside it.
    let dir = home.path().join("b".repeat(240));
    fs::rename(golden(home.path()), &dir).unwrap();
    let format = fs::read(dir.join("FORMAT")).unwrap();
    let (disk, opened, records) = open_with(&dir, options(), 100).unwrap();
    assert!(records == expected(), "{:?}", opened.news);
    assert!(opened.read_only.unwrap().contains("format 1"));
    drop(disk);
    assert_eq!(fs::read(dir.join("FORMAT")).unwrap(), format);
    assert!(!dir.join("MIGRATING").exists() && !dir.join("ID").exists());
    let short = home.path().join("book");
    fs::rename(dir, &short).unwrap();
    let (_, opened, records) = open_with(&short, options(), 100).unwrap();
    assert!(records == expected() && opened.read_only.is_none(), "{:?}", opened.news);
}
