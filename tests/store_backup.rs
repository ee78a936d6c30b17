//! Backups beside the work: what was there when one was begun, whatever is saved meanwhile; and how much of the journal
//! they make superfluous.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use std::fs;
use std::sync::mpsc;
use store_support::harm::segments_in;
use store_support::{Records, apply, at, client, long_request, open, open_with, options, renamed};
use syndeo::domain::{Change, IdGenerator, Record};
use syndeo::store::{Options, Store as _, StoreError, backups, check, read_backup};

/// A book of many records, some of them in several pieces, so that a backup takes a while.
fn large(disk: &mut syndeo::store::Disk, id_generator: &mut IdGenerator, records: &mut Records) {
    for part in 0..4 {
        let mut change = Change::new("many", at(part));
        for n in 0..1_500 {
            let new = client(id_generator, part * 1_500 + n, &format!("client {part} {n}"));
            change = change.with(None, Some(new));
            if n % 50 == 0 {
                change = change.with(None, Some(long_request(id_generator, part * 1_500 + n, 9_000)));
            }
        }
        disk.save(&change).unwrap();
        apply(records, &change);
    }
}

#[test]
fn what_is_saved_meanwhile_is_not_in_a_backup_and_not_held_up_by_it() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let (mut id_generator, mut records) = (IdGenerator::new([1; 16]), Records::new());
    large(&mut disk, &mut id_generator, &mut records);
    let mut rng = fastrand::Rng::with_seed(4);
    // On a machine with much to do the medium may be slower than the thread that takes the backup: then once more. A save
    // that waited for the backup would be the only one, each time.
    let mut most = 0;
    for _ in 0..20 {
        let then = records.clone();
        let (told, taken) = mpsc::channel();
        disk.begin_backup(at(10), Box::new(move |made| told.send(made).unwrap())).unwrap();
        assert!(!disk.is_backup_due(at(10)), "one is being taken");
        let again = disk.begin_backup(at(10), Box::new(|_| ()));
        assert!(again.is_err(), "one at a time");
        let mut during = 0;
        let made = loop {
            match taken.try_recv() {
                Ok(made) => break made.unwrap(),
                Err(mpsc::TryRecvError::Empty) => {}
                Err(gone) => panic!("{gone}"),
            }
            during += 1;
            let some: Vec<Record> = records.values().cloned().collect();
            let change = match rng.u8(..4) {
                0 => Change::new("add", at(11)).with(None, Some(client(&mut id_generator, 11, "meanwhile"))),
                1 => Change::new("erase", at(11)).with(rng.choice(some), None),
                2 => Change::new("add", at(11)).with(None, Some(long_request(&mut id_generator, 11, 20_000))),
                _ => {
                    let before = rng.choice(some).unwrap();
                    let after = renamed(&before, &format!("changed {during}"));
                    Change::new("edit", at(11)).with(Some(before), Some(after))
                }
            };
            disk.save(&change).unwrap();
            apply(&mut records, &change);
        };
        let found: Records =
            read_backup(dir.path(), &made.name).unwrap().into_iter().map(|r| (r.id(), r)).collect();
        assert!(found == then, "{} of {}", found.len(), then.len());
        most = most.max(during);
        if most > 3 {
            break;
        }
    }
    assert!(most > 3, "{most} changes were saved meanwhile");
    disk.close().unwrap();
    drop(disk);
    assert!(open(dir.path(), 12).2 == records);
    assert!(check(dir.path()).unwrap().is_well());
}

#[test]
fn a_backup_is_given_up_when_the_book_is_closed_and_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let (mut id_generator, mut records) = (IdGenerator::new([2; 16]), Records::new());
    large(&mut disk, &mut id_generator, &mut records);
    let (told, taken) = mpsc::channel();
    disk.begin_backup(at(10), Box::new(move |made| told.send(made).unwrap())).unwrap();
    disk.close().unwrap();
    match taken.recv().unwrap() {
        Err(StoreError::GivenUp) => assert_eq!(fs::read_dir(dir.path().join("backups")).unwrap().count(), 0),
        Ok(made) => assert_eq!(backups(dir.path()), [made]),
        Err(e) => panic!("{e}"),
    }
    drop(disk);
    let (_, opened, found) = open(dir.path(), 11);
    assert!(found == records && opened.news.is_empty(), "{:?}", opened.news);
}

/// Whatever a kill leaves of a backup, it is removed at the next start and does not count as one.
#[test]
fn what_is_left_of_a_backup_cut_short_is_removed() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let new = client(&mut IdGenerator::new([3; 16]), 1, "one");
    disk.save(&Change::new("one", at(1)).with(None, Some(new))).unwrap();
    let whole = disk.backup(at(2)).unwrap();
    drop(disk);
    let folder = dir.path().join("backups");
    let stem = whole.name.strip_suffix(".jsonl.gz").unwrap();
    let manifest = fs::read(folder.join(format!("{stem}.manifest"))).unwrap();
    fs::write(folder.join("20270101T000000Z-9.jsonl.tmp"), "half").unwrap();
    fs::write(folder.join("20270101T000000Z-9.manifest"), manifest).unwrap();
    let (_disk, opened, _) = open(dir.path(), 3);
    assert!(opened.notes.iter().any(|n| n.contains("cut short")), "{:?}", opened.notes);
    assert!(opened.news.is_empty(), "{:?}", opened.news);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    assert_eq!(backups(dir.path()), [whole]);
}

/// A power cut may keep the name of the records and lose that of the manifest: the file is kept under another name, and
/// the book is well again.
#[test]
fn records_of_a_backup_without_their_manifest_are_set_aside() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let new = client(&mut IdGenerator::new([3; 16]), 1, "one");
    disk.save(&Change::new("one", at(1)).with(None, Some(new))).unwrap();
    let (first, second) = (disk.backup(at(2)).unwrap(), disk.backup(at(90_000)).unwrap());
    drop(disk);
    let folder = dir.path().join("backups");
    let stem = second.name.strip_suffix(".jsonl.gz").unwrap();
    fs::remove_file(folder.join(format!("{stem}.manifest"))).unwrap();
    assert!(!check(dir.path()).unwrap().is_well());
    let (disk, opened, _) = open(dir.path(), 90_001);
    assert!(opened.notes.iter().any(|n| n.contains("cut short")), "{:?}", opened.notes);
    drop(disk);
    assert!(check(dir.path()).unwrap().is_well());
    assert_eq!(backups(dir.path()), [first]);
    let names = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|n| n.starts_with(&second.name) && *n != second.name).count(), 1);
}

/// The journal is kept as far back as the older of two backups: with the newest one rotten, nothing is missing.
#[test]
fn the_journal_reaches_back_to_the_second_newest_backup() {
    let dir = tempfile::tempdir().unwrap();
    let small = || Options { segment_bytes: 2_000, ..options() };
    let (mut disk, ..) = open_with(dir.path(), small(), 0).unwrap();
    let (mut id_generator, mut records) = (IdGenerator::new([5; 16]), Records::new());
    let mut work = |disk: &mut syndeo::store::Disk, from: i64| {
        for n in from..from + 30 {
            let change =
                Change::new("x", at(n)).with(None, Some(client(&mut id_generator, n, &format!("{n}"))));
            disk.save(&change).unwrap();
            apply(&mut records, &change);
        }
    };
    work(&mut disk, 0);
    disk.backup(at(30)).unwrap();
    work(&mut disk, 40);
    let newest = disk.backup(at(70)).unwrap();
    work(&mut disk, 80);
    drop(disk);
    let first: u64 = segments_in(dir.path())[0].file_stem().unwrap().to_str().unwrap().parse().unwrap();
    assert!(first > 1 && first <= 31, "the journal begins with change {first}");
    let data = dir.path().join("backups").join(newest.name);
    let mut bytes = fs::read(&data).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 8;
    fs::write(data, bytes).unwrap();
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    let (_, opened, found) = open_with(dir.path(), small(), 100).unwrap();
    assert!(found == records && opened.read_only.is_none(), "{:?}", opened.news);
}

/// An older journal under a whole database: what it lacks is told as wrong until a backup beyond it reads back whole, and as
/// a note from then on.
#[test]
fn what_the_journal_lacks_is_no_fault_once_a_backup_has_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut id_generator = IdGenerator::new([1; 16]);
    let mut add = |name: &str| {
        let (mut disk, ..) = open(dir.path(), 0);
        disk.save(&Change::new("add", at(1)).with(None, Some(client(&mut id_generator, 1, name)))).unwrap();
    };
    add("one");
    add("two");
    let old: Vec<_> =
        segments_in(dir.path()).into_iter().map(|p| (p.clone(), fs::read(p).unwrap())).collect();
    add("three");
    add("four");
    for (path, bytes) in old {
        fs::write(path, bytes).unwrap();
    }
    add("five");
    assert!(
        check(dir.path())
            .unwrap()
            .lines()
            .iter()
            .any(|l| l.contains("lacks changes 3 to 4") || l.contains("changes 3 to 4 are missing"))
    );
    let (mut disk, ..) = open(dir.path(), 0);
    let (told, taken) = mpsc::channel();
    disk.begin_backup(at(10), Box::new(move |made| told.send(made).unwrap())).unwrap();
    taken.recv().unwrap().unwrap();
    drop(disk);
    let report = check(dir.path()).unwrap();
    assert!(report.is_well(), "{:?}", report.lines());
    assert!(report.notes.iter().any(|n| n.contains("lacks changes 3 to 4")), "{:?}", report.notes);
    // Without that backup it is one again.
    for name in fs::read_dir(dir.path().join("backups")).unwrap() {
        fs::remove_file(name.unwrap().path()).unwrap();
    }
    let report = check(dir.path()).unwrap();
    assert!(
        report.findings.iter().any(|f| f.what.contains("changes 3 to 4 are missing")),
        "{:?}",
        report.lines()
    );
    // As when it was cut short after the gap was told and before its backup was taken: the next start takes it.
    let told = open(dir.path(), 20).1.news;
    assert!(told.iter().all(|n| !n.contains("lacks changes")), "told once: {told:?}");
    assert_eq!(backups(dir.path()).iter().map(|b| b.seq).collect::<Vec<_>>(), [5]);
    assert!(check(dir.path()).unwrap().is_well(), "{:?}", check(dir.path()).unwrap().lines());
    let taken = backups(dir.path());
    drop(open(dir.path(), 21));
    assert_eq!(backups(dir.path()), taken, "and only one");
}
