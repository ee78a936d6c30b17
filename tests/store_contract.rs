//! What every store does, in memory and on disk alike; and what only the disk can show: that it is still so when the
//! book is opened again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use store_support::{Records, apply, at, client, long_request, open, open_with, options, renamed, task};
use syndeo::domain::{Change, IdGenerator, Record, Role};
use syndeo::store::{Disk, Entry, Memory, Options, Store, StoreError, backups, read_backup};
use syndeo::words;

/// Runs a check on both stores.
fn both(check: impl Fn(&mut dyn Store)) {
    check(&mut Memory::default());
    let dir = tempfile::tempdir().unwrap();
    check(&mut open(&dir.path().join("book"), 0).0);
}

fn added(record: &Record, n: i64) -> Change {
    Change::new(format!("add {}", record.title()), at(n)).with(None, Some(record.clone()))
}

fn edited(before: &Record, after: &Record, n: i64) -> Change {
    Change::new(format!("edit {}", after.title()), at(n)).with(Some(before.clone()), Some(after.clone()))
}

#[test]
fn changes_are_numbered_and_stand_in_the_line_of_undo() {
    both(|store| {
        let mut id_generator = IdGenerator::new([1; 16]);
        let a = client(&mut id_generator, 1, "Aegean");
        let b = renamed(&a, "Aegean Foods");
        assert_eq!(store.save(&added(&a, 1)).unwrap().seq, 1);
        let saved = store.save(&edited(&a, &b, 2)).unwrap();
        assert_eq!((saved.seq, saved.redo, saved.warning), (2, None, None));
        assert_eq!(words::action(&saved.undo.unwrap().action), "edit Aegean Foods");

        let (undone, saved) = store.undo(at(3)).unwrap().unwrap();
        assert_eq!((undone.role, undone.at), (Role::Undo(2), at(3)));
        assert_eq!(undone.edits[0].after.as_ref(), Some(&a));
        assert_eq!((saved.seq, saved.undo.unwrap().seq, saved.redo.unwrap().seq), (3, 1, 2));

        let (redone, saved) = store.redo(at(4)).unwrap().unwrap();
        assert_eq!((redone.role, redone.edits[0].after.as_ref()), (Role::Redo(2), Some(&b)));
        assert_eq!((saved.seq, saved.undo.unwrap().seq, saved.redo), (4, 2, None));

        store.undo(at(5)).unwrap().unwrap();
        store.undo(at(6)).unwrap().unwrap();
        assert!(store.undo(at(7)).unwrap().is_none());
        // New work ends the line of redo.
        let saved = store.save(&added(&a, 8)).unwrap();
        assert_eq!(saved.redo, None);
        assert!(store.redo(at(9)).unwrap().is_none());
    });
}

#[test]
fn a_change_that_does_not_fit_is_refused_whole() {
    both(|store| {
        let mut id_generator = IdGenerator::new([2; 16]);
        let a = client(&mut id_generator, 1, "Aegean");
        let b = client(&mut id_generator, 2, "Borealis");
        store.save(&added(&a, 1)).unwrap();
        let wrong = Change::new("two", at(2))
            .with(None, Some(b.clone()))
            .with(Some(renamed(&a, "something else")), Some(renamed(&a, "new")));
        assert!(matches!(store.save(&wrong), Err(StoreError::Conflict(_))));
        assert!(matches!(store.save(&added(&a, 3)), Err(StoreError::Conflict(_))), "it exists already");
        let saved = store.save(&added(&b, 4)).expect("nothing of the refused changes was kept");
        assert_eq!(saved.seq, 2);
        let twice = Change::new("twice", at(5))
            .with(Some(a.clone()), Some(renamed(&a, "first")))
            .with(Some(renamed(&a, "first")), Some(renamed(&a, "second")));
        store.save(&twice).unwrap();
        let (undone, _) = store.undo(at(6)).unwrap().unwrap();
        assert_eq!(undone.edits.last().unwrap().after.as_ref(), Some(&a));
    });
}

#[test]
fn history_is_told_newest_first() {
    both(|store| {
        let mut id_generator = IdGenerator::new([3; 16]);
        let a = client(&mut id_generator, 1, "Aegean");
        let b = client(&mut id_generator, 2, "Borealis");
        store.save(&added(&a, 1)).unwrap();
        store.save(&added(&b, 2)).unwrap();
        let mut now = a.clone();
        for n in 3..40 {
            let next = renamed(&now, &format!("Aegean {n}"));
            store.save(&edited(&now, &next, n)).unwrap();
            now = next;
        }
        let of_b = store.history(&[b.id()], 100).unwrap();
        assert_eq!(of_b.iter().map(|e| e.seq).collect::<Vec<_>>(), [2]);
        assert_eq!(of_b[0].change, added(&b, 2));
        let of_a = store.history(&[a.id()], 5).unwrap();
        assert_eq!(of_a.iter().map(|e| e.seq).collect::<Vec<_>>(), [39, 38, 37, 36, 35]);
        assert_eq!(store.history(&[], 1000).unwrap().len(), 39);
    });
}

#[test]
fn the_history_of_a_record_leaves_out_what_else_a_change_did() {
    both(|store| {
        let mut id_generator = IdGenerator::new([3; 16]);
        let mut change = Change::new("import", at(1));
        for n in 0..2_000 {
            change = change.with(None, Some(client(&mut id_generator, n, &format!("client {n}"))));
        }
        store.save(&change).unwrap();
        let one = change.edits[1_000].clone();
        let told = store.history(&[one.id().unwrap()], 9).unwrap();
        assert_eq!(
            (told.len(), told[0].seq, words::action(&told[0].change.action).as_str()),
            (1, 1, "import")
        );
        assert_eq!(told[0].change.edits, [one]);
        assert_eq!(store.history(&[], 9).unwrap()[0].change.edits.len(), 2_000);
    });
}

#[test]
fn a_backup_is_taken_once_a_day() {
    both(|store| {
        assert_eq!(store.backup_if_due(at(0)).unwrap(), None, "there is nothing to back up");
        let a = client(&mut IdGenerator::new([4; 16]), 1, "Aegean");
        store.save(&added(&a, 1)).unwrap();
        assert_eq!(store.backup_if_due(at(2)).unwrap().unwrap().records, 1);
        store.save(&edited(&a, &renamed(&a, "Aegean Foods"), 3)).unwrap();
        assert_eq!(store.backup_if_due(at(4)).unwrap(), None);
        assert!(store.backup_if_due(at(24 * 60)).unwrap().is_some());
        assert_eq!(store.backup_if_due(at(48 * 60)).unwrap(), None, "nothing has changed since");
    });
}

/// A book with a bit of everything, and what it should hold.
fn some_work(store: &mut dyn Store) -> Records {
    let mut id_generator = IdGenerator::new([5; 16]);
    let mut records = Records::new();
    let mut keep = |store: &mut dyn Store, change: Change| {
        store.save(&change).unwrap();
        apply(&mut records, &change);
    };
    let a = client(&mut id_generator, 1, "Aegean");
    keep(store, added(&a, 1));
    for n in 2..60 {
        keep(store, added(&task(&mut id_generator, n, &format!("task {n}"), a.id()), n));
    }
    let long = long_request(&mut id_generator, 61, 200_000);
    keep(store, added(&long, 61));
    keep(store, edited(&long, &long_request(&mut IdGenerator::new([0; 16]), 0, 3).clone_as(&long), 62));
    keep(store, added(&long_request(&mut id_generator, 63, 200_000), 63));
    let gone = client(&mut id_generator, 64, "Gone");
    keep(store, added(&gone, 64));
    keep(store, Change::new("empty the bin", at(65)).with(Some(gone), None));
    records
}

trait CloneAs {
    /// This record's fields under the id of another.
    fn clone_as(self, other: &Record) -> Record;
}

impl CloneAs for Record {
    fn clone_as(self, other: &Record) -> Record {
        let mut record = Record::new(other.kind(), other.id().id, other.head().created);
        for field in self.fields() {
            field.write(&mut record, field.read(&self)).unwrap();
        }
        record
    }
}

#[test]
fn everything_is_there_when_the_book_is_opened_again() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, opened, records) = open(dir.path(), 0);
    assert_eq!((opened.news, opened.read_only, opened.undo), (vec![], None, None));
    assert!(records.is_empty());
    let expected = some_work(&mut disk);
    let undone = disk.undo(at(66)).unwrap().unwrap();
    let mut expected = expected;
    apply(&mut expected, &undone.0);
    disk.close().unwrap();
    drop(disk);

    let (mut disk, opened, records) = open(dir.path(), 100);
    assert_eq!(opened.news, Vec::<String>::new());
    assert!(records == expected);
    assert_eq!(opened.last_number, 59);
    assert_eq!(words::action(&opened.redo.unwrap().action), "empty the bin");
    let (redone, _) = disk.redo(at(101)).unwrap().unwrap();
    apply(&mut expected, &redone);
    drop(disk);
    assert!(open(dir.path(), 102).2 == expected, "without close, too");
    let blobs = std::fs::read_dir(dir.path().join("sled/blobs")).unwrap().count();
    assert_eq!(blobs, 0, "sled never syncs what lies in there");
}

#[test]
fn a_second_process_is_told_who_has_the_book() {
    let dir = tempfile::tempdir().unwrap();
    let (_disk, ..) = open(dir.path(), 0);
    assert!(matches!(Disk::claim(dir.path(), "second"), Err(StoreError::InUse { by, .. }) if by == "a test"));
}

#[test]
fn opened_for_reading_the_folder_is_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let expected = some_work(&mut disk);
    drop(disk);
    let before = listing(dir.path());
    let reading = Options { read_only: true, ..options() };
    let (mut disk, opened, records) = open_with(dir.path(), reading, 70).unwrap();
    assert!(records == expected && opened.read_only.is_some());
    assert!(matches!(disk.save(&Change::new("no", at(71))), Err(StoreError::ReadOnly(_))));
    assert!(matches!(disk.backup(at(72)), Err(StoreError::ReadOnly(_))));
    assert_eq!(disk.history(&[], 3).unwrap().len(), 3);
    disk.close().unwrap();
    drop(disk);
    assert_eq!(listing(dir.path()), before);
}

/// Every file below a folder but the lock, with its size and checksum.
fn listing(dir: &std::path::Path) -> Vec<(String, usize, u32)> {
    let mut found = vec![];
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(listing(&path));
        } else if !path.ends_with("LOCK") {
            let bytes = std::fs::read(&path).unwrap();
            found.push((path.display().to_string(), bytes.len(), crc32fast::hash(&bytes)));
        }
    }
    found.sort();
    found
}

#[test]
fn a_backup_is_restored_as_a_change_that_can_be_undone() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let then = some_work(&mut disk);
    let made = disk.backup(at(70)).unwrap();
    assert_eq!(backups(dir.path()), std::slice::from_ref(&made));
    assert_eq!(read_backup(dir.path(), &made.name).unwrap().len(), then.len());

    let mut now = then.clone();
    let mut id_generator = IdGenerator::new([9; 16]);
    let first = then.values().next().unwrap().clone();
    let wrong = Change::new("a mistake", at(71))
        .with(Some(first.clone()), None)
        .with(None, Some(client(&mut id_generator, 71, "Not then")));
    disk.save(&wrong).unwrap();
    apply(&mut now, &wrong);

    let plan = disk.restore_plan(&made.name, at(72)).unwrap();
    assert_eq!(plan.edits.len(), 2);
    disk.save(&plan).unwrap();
    let mut restored = now.clone();
    apply(&mut restored, &plan);
    assert!(restored == then);
    let (undone, _) = disk.undo(at(73)).unwrap().unwrap();
    apply(&mut restored, &undone);
    assert!(restored == now);
    drop(disk);
    assert!(open(dir.path(), 74).2 == now);
}

#[test]
fn the_journal_is_shortened_only_behind_two_backups() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let mut expected = some_work(&mut disk);
    let is_segment =
        |e: std::io::Result<std::fs::DirEntry>| e.unwrap().path().extension().is_some_and(|x| x == "jnl");
    let segments = || {
        std::fs::read_dir(dir.path().join("journal"))
            .unwrap()
            .filter_map(|e| is_segment(e).then_some(()))
            .count()
    };
    let all = segments();
    assert!(all > 3, "{all}");
    disk.backup(at(70)).unwrap();
    assert_eq!(segments(), all);
    disk.backup(at(71)).unwrap();
    assert_eq!(segments(), 2);
    let (undone, _) = disk.undo(at(72)).unwrap().unwrap();
    apply(&mut expected, &undone);
    drop(disk);
    std::fs::remove_dir_all(dir.path().join("sled")).unwrap();
    let (_, opened, records) = open(dir.path(), 73);
    assert!(records == expected, "from backup and journal");
    assert_eq!(opened.news.len(), 1, "{:?}", opened.news);
    assert_eq!(opened.last_number, 59);
}

/// What the journal no longer has is not offered either: as long as undo offers something it can be taken back, and then
/// there is nothing, and never a fault.
#[test]
fn undo_offers_only_what_the_shortened_journal_still_has() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open_with(dir.path(), Options { segment_bytes: 2_000, ..options() }, 0).unwrap();
    let mut id_generator = IdGenerator::new([5; 16]);
    for n in 1..60 {
        disk.save(&added(&client(&mut id_generator, n, &format!("client {n}")), n)).unwrap();
    }
    disk.backup(at(70)).unwrap();
    disk.backup(at(71)).unwrap();
    let left = i64::try_from(disk.history(&[], 1_000).unwrap().len()).unwrap();
    assert!((4..40).contains(&left), "{left}");
    let mut taken = 0;
    while let Some((_, saved)) = disk.undo(at(72 + taken)).unwrap() {
        taken += 1;
        assert!(saved.redo.is_some() && taken <= left, "{taken} of {left}");
    }
    assert_eq!(taken, left, "all of what is there can be taken back");
    assert!(disk.undo(at(200)).unwrap().is_none());
}

#[test]
fn a_change_of_many_records_is_one_change() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let mut id_generator = IdGenerator::new([6; 16]);
    let mut change = Change::new("import", at(1));
    let mut expected = Records::new();
    for n in 0..12_000 {
        change = change.with(None, Some(client(&mut id_generator, n, &format!("client {n}"))));
    }
    apply(&mut expected, &change);
    assert_eq!(disk.save(&change).unwrap().seq, 3, "three entries of the journal");
    drop(disk);
    let (mut disk, opened, records) = open(dir.path(), 2);
    assert!(records == expected && opened.news.is_empty());
    disk.undo(at(3)).unwrap().unwrap();
    drop(disk);
    assert!(open(dir.path(), 4).2.is_empty());
}

#[test]
fn what_is_too_large_is_refused_in_words() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let mut id_generator = IdGenerator::new([7; 16]);
    let change = added(&long_request(&mut id_generator, 1, 65 * 1024 * 1024), 1);
    assert!(matches!(disk.save(&change), Err(StoreError::TooLarge(_))));
    assert_eq!(disk.save(&added(&client(&mut id_generator, 2, "small"), 2)).unwrap().seq, 1);
}

/// A long walk of random work on both stores at once; the disk is closed and opened again on the way.
#[test]
fn the_disk_does_what_the_plain_statement_does() {
    for seed in 0..4 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let dir = tempfile::tempdir().unwrap();
        let small = || Options { segment_bytes: 4_000, ..options() };
        let mut memory = Memory::default();
        let mut disk = open_with(dir.path(), small(), 0).unwrap().0;
        let mut id_generator = IdGenerator::new([u8::try_from(seed).unwrap(); 16]);
        for n in 1..250 {
            let some = |rng: &mut fastrand::Rng, memory: &Memory| {
                rng.choice(memory.records().cloned().collect::<Vec<_>>())
            };
            match rng.u8(..20) {
                0..6 => {
                    let new = client(&mut id_generator, n, &format!("client {n}"));
                    let long = long_request(&mut id_generator, n, rng.usize(..20_000));
                    let change = added(&new, n).with(None, Some(long));
                    assert_eq!(disk.save(&change).unwrap(), memory.save(&change).unwrap());
                }
                6..11 => {
                    let Some(before) = some(&mut rng, &memory) else { continue };
                    let change = edited(&before, &renamed(&before, &format!("renamed {n}")), n);
                    assert_eq!(disk.save(&change).unwrap(), memory.save(&change).unwrap());
                }
                11 => {
                    let Some(before) = some(&mut rng, &memory) else { continue };
                    let change = Change::new("erase", at(n)).with(Some(before), None);
                    assert_eq!(disk.save(&change).unwrap(), memory.save(&change).unwrap());
                }
                12..15 => assert_eq!(disk.undo(at(n)).unwrap(), memory.undo(at(n)).unwrap()),
                15 | 16 => assert_eq!(disk.redo(at(n)).unwrap(), memory.redo(at(n)).unwrap()),
                17 => {
                    let told =
                        |all: Vec<Entry>| all.into_iter().map(|e| (e.seq, e.change)).collect::<Vec<_>>();
                    assert_eq!(told(disk.history(&[], 7).unwrap()), told(memory.history(&[], 7).unwrap()));
                }
                _ => {
                    if rng.bool() {
                        disk.close().unwrap();
                    }
                    drop(disk);
                    let (again, opened, records) = open_with(dir.path(), small(), n).unwrap();
                    assert_eq!(opened, memory.opened(), "seed {seed}, step {n}");
                    assert!(records.values().eq(memory.records()), "seed {seed}, step {n}");
                    disk = again;
                }
            }
        }
    }
}
