//! What is built anew, read through damage or brought up to date: nothing of it comes from elsewhere, nothing behind the
//! damage is passed over, and numbers that were spent stay spent.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use std::fs;
use std::path::Path;
use store_support::harm::{copy, segments_in, small_book};
use store_support::{apply, at, client, long_request, open, open_with, options, task};
use syndeo::domain::{Change, IdGenerator, Record, Ref};
use syndeo::store::{Disk, Options, Store as _};

/// What a frame of the journal has before its payload, in bytes.
const HEAD: usize = 32;
/// How much of the journal is searched at once for what stands behind damage, in bytes.
const WINDOW: usize = 64 * 1024;

fn add(disk: &mut Disk, n: i64, record: Record) -> Record {
    disk.save(&Change::new(format!("{n}"), at(n)).with(None, Some(record.clone()))).unwrap();
    record
}

/// How many bytes of a part of the journal stand before its first change, which is number 1.
fn segment_head(bytes: &[u8]) -> usize {
    let is_first = |at: &usize| bytes[at + 8..at + 16] == 1u64.to_le_bytes();
    (0..200).rev().find(is_first).unwrap()
}

fn remove(dir: &Path, part: &str) {
    fs::remove_dir_all(dir.join(part)).unwrap();
}

/// A part of the journal with a damaged change in its midst becomes two, each named after its first change: none of them
/// goes on as if nothing were missing.
#[test]
fn a_part_of_the_journal_that_is_written_anew_ends_at_a_gap() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let mut id_generator = IdGenerator::new([2; 16]);
    for n in 1..10 {
        add(&mut disk, n, client(&mut id_generator, n, &format!("{n}")));
    }
    disk.close().unwrap();
    drop(disk);
    let part = segments_in(dir.path()).remove(0);
    let bytes = fs::read(&part).unwrap();
    let mut harmed = bytes.clone();
    harmed[bytes.len() / 2] ^= 4;
    fs::write(&part, &harmed).unwrap();
    let (disk, opened, records) = open(dir.path(), 1_000);
    assert!(records.len() == 9 && opened.read_only.is_none(), "{:?}", opened.news);
    drop(disk);
    let parts = segments_in(dir.path());
    assert!(parts.len() == 2 && parts[0] == part, "{parts:?}");
    let (before, behind) = (fs::read(&parts[0]).unwrap(), fs::read(&parts[1]).unwrap());
    assert!(bytes.starts_with(&before));
    let head = segment_head(&bytes);
    assert!(bytes.ends_with(&behind[head..]));
    let name: u64 = parts[1].file_stem().unwrap().to_str().unwrap().parse().unwrap();
    assert_eq!(behind[head + 8..head + 16], name.to_le_bytes());
    assert_eq!(open(dir.path(), 1_001).1.news, [""; 0]);
}

/// The change behind a damaged one is found wherever it begins: also where its head lies across the end of what is
/// searched at once.
#[test]
fn what_stands_behind_damage_is_found_wherever_it_begins() {
    for short_of in (0..=2 * HEAD).step_by(7) {
        let dir = tempfile::tempdir().unwrap();
        let whole = Options { segment_bytes: 1 << 20, ..options() };
        let (mut disk, ..) = open_with(dir.path(), whole.clone(), 0).unwrap();
        let mut id_generator = IdGenerator::new([3; 16]);
        let size = || fs::read(&segments_in(dir.path())[0]).unwrap().len();
        let first = client(&mut id_generator, 1, "first");
        add(&mut disk, 1, first.clone());
        // What a long change has beside its words is known from one that is a little shorter.
        let begin = size();
        add(&mut disk, 2, long_request(&mut id_generator, 2, WINDOW));
        let beside = size() - begin - WINDOW;
        let begin = size();
        let mut long = long_request(&mut id_generator, 2, WINDOW);
        let Record::Request(request) = &mut long else { panic!() };
        request.detail.truncate(WINDOW - beside - short_of + HEAD);
        add(&mut disk, 3, long);
        let end = size();
        let last = client(&mut id_generator, 4, "last");
        add(&mut disk, 4, last.clone());
        disk.close().unwrap();
        drop(disk);
        assert!((end - begin).abs_diff(WINDOW) <= 2 * HEAD, "{}", end - begin);
        remove(dir.path(), "sled");
        let path = segments_in(dir.path()).remove(0);
        let mut bytes = fs::read(&path).unwrap();
        bytes[begin + HEAD + 200] ^= 1;
        fs::write(&path, bytes).unwrap();
        let (_disk, opened, records) = open_with(dir.path(), whole, 9).unwrap();
        assert!(opened.read_only.unwrap().contains('3'), "{:?}", opened.news);
        for record in [first, last] {
            assert_eq!(records.get(&record.id()), Some(&record), "{} bytes before it", end - begin);
        }
    }
}

/// A database that went another way than the journal is shown as it is: no change of the journal is brought into it, however
/// much further that leads.
#[test]
fn a_database_that_went_another_way_gets_nothing_of_the_journal() {
    let home = tempfile::tempdir().unwrap();
    let (ours, theirs) = (home.path().join("ours"), home.path().join("theirs"));
    let go_on = |dir: &Path, seed: u8, count: i64| {
        let (mut disk, _, mut records) = open(dir, i64::from(seed) * 100);
        let mut id_generator = IdGenerator::new([seed; 16]);
        for n in 0..count {
            let n = i64::from(seed) * 100 + n;
            let record = add(&mut disk, n, client(&mut id_generator, n, &format!("{seed}: {n}")));
            records.insert(record.id(), record);
        }
        disk.close().unwrap();
        records
    };
    go_on(&ours, 1, 3);
    copy(&ours, &theirs);
    go_on(&ours, 2, 9);
    let shown = go_on(&theirs, 3, 2);
    remove(&ours, "sled");
    copy(&theirs.join("sled"), &ours.join("sled"));
    let parts =
        || -> Vec<Vec<u8>> { segments_in(&ours).iter().map(|path| fs::read(path).unwrap()).collect() };
    let before = parts();
    let (disk, opened, records) = open(&ours, 1_000);
    assert!(opened.read_only.is_some());
    assert!(records == shown, "{:?}", opened.news);
    drop(disk);
    assert!(parts() == before, "the journal stays as it is");
    assert!(open(&ours, 1_001).2 == shown, "and the database, too");
}

/// What a start that was cut short had begun to build is no part of what the next one builds.
#[test]
fn a_half_built_database_is_not_built_on() {
    let dir = tempfile::tempdir().unwrap();
    let (expected, _) = small_book(dir.path());
    let other = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(other.path(), 0);
    add(&mut disk, 1, client(&mut IdGenerator::new([90; 16]), 1, "half built"));
    disk.close().unwrap();
    drop(disk);
    copy(&other.path().join("sled"), &dir.path().join("sled.new"));
    remove(dir.path(), "sled");
    let (_, opened, records) = open(dir.path(), 1_000);
    assert!(records == expected && opened.read_only.is_none(), "{:?}", opened.news);
    assert!(!dir.path().join("sled.new").exists());
}

/// The short number of a task that is gone for good is not given again, whatever the book is read from: a database that was
/// brought up to date with a change of many tasks, or a backup alone.
#[test]
fn numbers_that_were_spent_stay_spent() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let mut id_generator = IdGenerator::new([4; 16]);
    let of: Ref = add(&mut disk, 1, client(&mut id_generator, 1, "client")).id();
    disk.close().unwrap();
    drop(disk);
    let old = tempfile::tempdir().unwrap();
    copy(&dir.path().join("sled"), old.path());

    let (mut disk, ..) = open(dir.path(), 2);
    let tasks: Vec<Record> = [40, 50, 45].map(|n| task(&mut id_generator, n, "call", of)).into();
    let many =
        tasks.iter().fold(Change::new("add", at(3)), |change, task| change.with(None, Some(task.clone())));
    disk.save(&many).unwrap();
    disk.close().unwrap();
    drop(disk);
    remove(dir.path(), "sled");
    copy(old.path(), &dir.path().join("sled"));
    let (disk, opened, _) = open(dir.path(), 4);
    assert_eq!(opened.last_number, 50);
    drop(disk);
    // Of the journal there is nothing: the database alone knows.
    let journal = tempfile::tempdir().unwrap();
    copy(&dir.path().join("journal"), journal.path());
    for path in segments_in(dir.path()) {
        fs::remove_file(path).unwrap();
    }
    let (disk, opened, _) = open(dir.path(), 5);
    assert_eq!(opened.last_number, 50, "{:?}", opened.news);
    drop(disk);

    remove(dir.path(), "journal");
    copy(journal.path(), &dir.path().join("journal"));
    let (mut disk, _, mut records) = open(dir.path(), 6);
    let gone = Change::new("for good", at(6)).with(Some(tasks[1].clone()), None);
    disk.save(&gone).unwrap();
    apply(&mut records, &gone);
    disk.backup(at(7)).unwrap();
    disk.close().unwrap();
    drop(disk);
    remove(dir.path(), "sled");
    remove(dir.path(), "journal");
    let (_, opened, found) = open(dir.path(), 8);
    assert!(found == records, "{:?}", opened.news);
    assert_eq!(opened.last_number, 50);
}
