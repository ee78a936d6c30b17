//! The medium refuses while a change is written: what was acknowledged stays, what was not is gone, and the work
//! goes on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use fastrand::Rng;
use std::io;
use std::sync::{Arc, Mutex};
use store_support::{Records, apply, at, client, open, open_with, options};
use syndeo::domain::{Change, IdGenerator};
use syndeo::store::{Options, Step, Store, StoreError};
use syndeo::words;

/// Options whose medium refuses the steps that `refuse` picks.
fn refusing(refuse: impl FnMut(Step) -> Option<io::ErrorKind> + Send + 'static) -> Options {
    let refuse = Mutex::new(refuse);
    let error = move |step| (refuse.lock().unwrap())(step).map_or(Ok(()), |kind| Err(io::Error::from(kind)));
    Options { error: Some(Arc::new(error)), ..options() }
}

#[test]
fn refused_writes_leave_no_trace() {
    for seed in 0..6 {
        let dir = tempfile::tempdir().unwrap();
        let mut rng = Rng::with_seed(seed);
        let error = refusing(move |step| {
            (matches!(step, Step::Write | Step::Sync) && rng.u8(..4) == 0).then_some(io::ErrorKind::Other)
        });
        let (mut disk, ..) = open_with(dir.path(), error, 0).unwrap();
        let mut id_generator = IdGenerator::new([1; 16]);
        let mut expected = Records::new();
        let mut refused = 0;
        for n in 0..60 {
            let change = Change::new(format!("{n}"), at(n))
                .with(None, Some(client(&mut id_generator, n, &format!("{n}"))));
            match disk.save(&change) {
                Ok(saved) => {
                    assert_eq!(saved.warning, None);
                    apply(&mut expected, &change);
                    assert_eq!(saved.seq, expected.len() as u64);
                }
                Err(StoreError::Io { .. }) => refused += 1,
                Err(e) => panic!("{e}"),
            }
        }
        assert!(refused > 5 && expected.len() > 5, "{refused} {}", expected.len());
        drop(disk);
        std::fs::remove_dir_all(dir.path().join("sled")).unwrap();
        let (_, opened, records) = open(dir.path(), 100);
        assert!(records == expected, "the journal alone has all of it: {:?}", opened.news);
    }
}

/// Parts of the journal are begun all the time, and the medium refuses again and again: what is not kept is not seen in the
/// folder either, neither as an empty part nor as one set aside.
#[test]
fn a_refused_change_leaves_the_folder_of_the_journal_as_it_was() {
    for seed in 0..4 {
        let dir = tempfile::tempdir().unwrap();
        let mut rng = Rng::with_seed(seed);
        let error = refusing(move |step| {
            (matches!(step, Step::Write | Step::Sync) && rng.u8(..4) == 0).then_some(io::ErrorKind::Other)
        });
        let (mut disk, ..) = open_with(dir.path(), Options { segment_bytes: 300, ..error }, 0).unwrap();
        let files = || {
            let all = std::fs::read_dir(dir.path().join("journal")).unwrap().map(|file| file.unwrap());
            let mut all: Vec<_> =
                all.map(|file| (file.file_name(), file.metadata().unwrap().len())).collect();
            all.sort();
            all
        };
        let mut id_generator = IdGenerator::new([1; 16]);
        let (mut kept, mut refused) = (0, 0);
        for n in 0..40 {
            let before = files();
            let new = client(&mut id_generator, n, &format!("{n}"));
            match disk.save(&Change::new(format!("{n}"), at(n)).with(None, Some(new))) {
                Ok(_) => kept += 1,
                Err(StoreError::Io { .. }) => {
                    refused += 1;
                    assert_eq!(files(), before, "seed {seed}, change {n}");
                }
                Err(e) => panic!("{e}"),
            }
        }
        assert!(kept > 5 && refused > 5, "{kept} {refused}");
    }
}

#[test]
fn when_even_the_way_back_is_refused_the_book_takes_no_more_until_it_is_opened_again() {
    let dir = tempfile::tempdir().unwrap();
    let broken = Arc::new(Mutex::new(false));
    let breaks = Arc::clone(&broken);
    let error = refusing(move |_| breaks.lock().unwrap().then_some(io::ErrorKind::Other));
    let (mut disk, ..) = open_with(dir.path(), error, 0).unwrap();
    let mut id_generator = IdGenerator::new([2; 16]);
    let mut add = |n| {
        Change::new(format!("{n}"), at(n)).with(None, Some(client(&mut id_generator, n, &format!("{n}"))))
    };
    let (first, second, third) = (add(1), add(2), add(3));
    disk.save(&first).unwrap();
    *broken.lock().unwrap() = true;
    assert!(matches!(disk.save(&second), Err(StoreError::Io { .. })));
    *broken.lock().unwrap() = false;
    assert!(matches!(disk.save(&third), Err(StoreError::ReadOnly(_))), "half a frame may be in the way");
    drop(disk);
    let (mut disk, opened, records) = open(dir.path(), 10);
    assert_eq!(records.len(), 1);
    assert_eq!(opened.news.len(), 1, "the torn end is told: {:?}", opened.news);
    assert_eq!(disk.save(&third).unwrap().seq, 2);
}

#[test]
fn on_a_full_disk_the_ballast_saves_the_last_changes() {
    let dir = tempfile::tempdir().unwrap();
    let ballast = dir.path().join("ballast");
    let there = ballast.clone();
    // The disk is full as long as the ballast lies on it, and never before the book is open.
    let mut steps = 0;
    let error = refusing(move |step| {
        steps += 1;
        (step == Step::Write && steps > 2 && there.exists()).then_some(io::ErrorKind::StorageFull)
    });
    let (mut disk, ..) = open_with(dir.path(), Options { ballast: true, ..error }, 0).unwrap();
    assert_eq!(std::fs::metadata(&ballast).unwrap().len(), 16 * 1024 * 1024);
    let mut id_generator = IdGenerator::new([3; 16]);
    let mut add = |n| {
        Change::new(format!("{n}"), at(n)).with(None, Some(client(&mut id_generator, n, &format!("{n}"))))
    };
    assert_eq!(disk.save(&add(1)).unwrap().warning, None);
    let saved = disk.save(&add(2)).unwrap();
    assert!(saved.warning.unwrap().contains("disk is full"));
    assert!(!ballast.exists());
    assert_eq!(disk.save(&add(3)).unwrap().warning, None);
    drop(disk);
    assert_eq!(open(dir.path(), 10).2.len(), 3);
}

/// sled is taken away while the book is open: changes are still kept, and the next start has them all.
#[test]
#[cfg(target_os = "linux")]
fn when_sled_fails_the_journal_goes_on_alone() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let mut id_generator = IdGenerator::new([4; 16]);
    let mut expected = Records::new();
    let mut warned = false;
    disk.break_database_for_tests();
    for n in 0..20 {
        let change = Change::new(format!("{n}"), at(n))
            .with(None, Some(client(&mut id_generator, n, &format!("{n}"))));
        let saved = disk.save(&change).unwrap();
        warned |= saved.warning.is_some();
        apply(&mut expected, &change);
    }
    assert!(warned);
    let again = Change::new("again", at(30)).with(None, Some(expected.values().next().unwrap().clone()));
    assert!(matches!(disk.save(&again), Err(StoreError::Conflict(_))), "what was written since is known");
    let (undone, _) = disk.undo(at(31)).unwrap().unwrap();
    apply(&mut expected, &undone);
    assert!(disk.backup(at(32)).is_err());
    disk.close().unwrap();
    drop(disk);
    let (_, opened, records) = open(dir.path(), 40);
    assert!(records == expected, "{:?}", opened.news);
}

/// A frame whose writing failed comes back, though it was cut off: its number was given to the next change by then.
#[test]
fn a_change_that_was_not_saved_never_takes_the_place_of_one_that_was() {
    for with_database in [true, false] {
        let dir = tempfile::tempdir().unwrap();
        let first = dir.path().join("journal").join(format!("{:020}.jnl", 1));
        let before_the_cut = Arc::new(Mutex::new(vec![]));
        let (kept, segment) = (Arc::clone(&before_the_cut), first.clone());
        let fail = Arc::new(Mutex::new(false));
        let fails = Arc::clone(&fail);
        let error = refusing(move |step| match step {
            Step::Sync if *fails.lock().unwrap() => Some(io::ErrorKind::Other),
            Step::Withdraw => {
                *kept.lock().unwrap() = std::fs::read(&segment).unwrap();
                None
            }
            _ => None,
        });
        let (mut disk, ..) = open_with(dir.path(), error, 0).unwrap();
        let mut id_generator = IdGenerator::new([5; 16]);
        let mut add = |n| {
            Change::new(format!("{n}"), at(n)).with(None, Some(client(&mut id_generator, n, &format!("{n}"))))
        };
        let mut expected = Records::new();
        for n in 1..4 {
            let change = add(n);
            disk.save(&change).unwrap();
            apply(&mut expected, &change);
        }
        *fail.lock().unwrap() = true;
        assert!(disk.save(&add(4)).is_err());
        *fail.lock().unwrap() = false;
        for n in 5..7 {
            let change = add(n);
            assert_eq!(disk.save(&change).unwrap().seq, u64::try_from(n).unwrap() - 1);
            apply(&mut expected, &change);
        }
        disk.close().unwrap();
        drop(disk);
        let back = before_the_cut.lock().unwrap().clone();
        assert!(back.len() > usize::try_from(std::fs::metadata(&first).unwrap().len()).unwrap());
        std::fs::write(&first, back).unwrap();
        if !with_database {
            std::fs::remove_dir_all(dir.path().join("sled")).unwrap();
        }
        let (mut disk, opened, records) = open(dir.path(), 10);
        assert!(records == expected && opened.read_only.is_none(), "{:?}", opened.news);
        let told: Vec<(u64, String)> = disk
            .history(&[], 9)
            .unwrap()
            .into_iter()
            .map(|e| (e.seq, words::action(&e.change.action)))
            .collect();
        assert_eq!(
            told,
            [(5, "6".into()), (4, "5".into()), (3, "3".into()), (2, "2".into()), (1, "1".into())]
        );
        disk.undo(at(11)).unwrap().unwrap();
        let (undone, _) = disk.undo(at(12)).unwrap().unwrap();
        assert_eq!(words::action(&undone.action), "5");
        drop(disk);
        let (_, opened, records) = open(dir.path(), 13);
        assert!(opened.news.is_empty() && records.len() == 3, "{:?}", opened.news);
    }
}

/// sled lags behind the journal, as after a power cut, and there is no room to bring it up to date.
#[test]
fn a_full_disk_on_opening_is_no_damage() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let mut id_generator = IdGenerator::new([6; 16]);
    let mut add = |n| {
        Change::new(format!("{n}"), at(n)).with(None, Some(client(&mut id_generator, n, &format!("{n}"))))
    };
    disk.save(&add(1)).unwrap();
    drop(disk);
    let old = tempfile::tempdir().unwrap();
    store_support::harm::copy(&dir.path().join("sled"), old.path());
    let (mut disk, ..) = open(dir.path(), 2);
    for n in 2..5 {
        disk.save(&add(n)).unwrap();
    }
    let passing = add(5);
    disk.save(&passing).unwrap();
    disk.save(&Change::new("for good", at(5)).with(passing.edits[0].after.clone(), None)).unwrap();
    drop(disk);
    std::fs::remove_dir_all(dir.path().join("sled")).unwrap();
    store_support::harm::copy(old.path(), &dir.path().join("sled"));

    let names = || {
        let mut names: Vec<_> =
            std::fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    let full = || refusing(|step| (step == Step::Replay).then_some(io::ErrorKind::StorageFull));
    let (disk, opened, records) = open_with(dir.path(), full(), 5).unwrap();
    assert_eq!(
        records.len(),
        4,
        "read from the journal alone, in memory; what was removed for good stays away"
    );
    assert!(opened.read_only.unwrap().contains("the disk is full"));
    assert!(opened.news.iter().any(|n| n.contains("Nothing can be written here")), "{:?}", opened.news);
    drop(disk);
    assert_eq!(names(), before, "the database stays where it is");
    let mut times = 0;
    let once = refusing(move |step| {
        times += u8::from(step == Step::Replay);
        (step == Step::Replay && times == 1).then_some(io::ErrorKind::StorageFull)
    });
    let (mut disk, opened, records) = open_with(dir.path(), once, 6).unwrap();
    assert!(opened.read_only.unwrap().contains("cannot be written"), "the book is read from a copy");
    assert_eq!(records.len(), 4);
    assert!(matches!(disk.save(&add(9)), Err(StoreError::ReadOnly(_))));
    drop(disk);
    assert_eq!(names(), before);
    let (_, opened, records) = open(dir.path(), 7);
    assert!(opened.news.is_empty() && records.len() == 4, "{:?}", opened.news);
}

#[test]
fn a_damaged_database_stays_where_it_is_until_there_is_a_new_one() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let new = client(&mut IdGenerator::new([7; 16]), 1, "one");
    disk.save(&Change::new("one", at(1)).with(None, Some(new))).unwrap();
    drop(disk);
    let db = dir.path().join("sled/db");
    std::fs::write(&db, "no database").unwrap();
    let asides = || {
        let names = std::fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name());
        names.filter(|n| n.to_string_lossy().starts_with("sled.bad-")).count()
    };
    let full = refusing(|step| (step == Step::Replay).then_some(io::ErrorKind::StorageFull));
    let (disk, opened, records) = open_with(dir.path(), full, 5).unwrap();
    assert!(records.len() == 1 && opened.read_only.unwrap().contains("the disk is full"));
    drop(disk);
    assert!(db.is_file() && asides() == 0);
    let (disk, _, records) = open(dir.path(), 7);
    assert_eq!((records.len(), asides()), (1, 1));
    drop(disk);
    // Those of earlier times go with the next backup.
    for day in 1..6 {
        std::fs::create_dir(dir.path().join(format!("sled.bad-2020010{day}T101500Z"))).unwrap();
    }
    open(dir.path(), 8).0.backup(at(9)).unwrap();
    assert_eq!(asides(), 3);
}
