//! Every file of a book damaged in every way: whatever was acknowledged comes back, or it is said what is missing.
//! Nothing panics, and nothing is lost in silence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use fastrand::Rng;
use std::fs;
use std::path::Path;
use store_support::harm::{Ever, HARMS, Harm, copy, files_in, harm, segments_in, small_book};
use store_support::{Records, apply, at, client, open, open_with, options};
use syndeo::domain::{Change, IdGenerator};
use syndeo::store::{Options, Store as _, StoreError, backups, check, silence_caught_panics};

/// What came of opening a damaged book.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    /// Everything is there.
    Whole,
    /// Something is missing, and it was told.
    Told,
    /// It was not opened, in words.
    Refused,
}

/// Opens a damaged book. Whatever is missing must have been told; what is whole must stay whole and take new work.
fn outcome(dir: &Path, (expected, ever): &(Records, Ever), what: &str) -> Outcome {
    let (mut disk, opened, records) = match open_with(dir, options(), 1_000) {
        Ok(opened) => opened,
        Err(e @ (StoreError::Damaged(_) | StoreError::TooNew { .. })) => {
            assert!(!e.to_string().is_empty());
            return Outcome::Refused;
        }
        Err(e) => panic!("{what}: {e}"),
    };
    let whole = records == *expected;
    let told = !opened.news.is_empty() || opened.read_only.is_some();
    assert!(whole || told, "{what}: {} of {} records, and not a word", records.len(), expected.len());
    for (id, record) in &records {
        let was = expected.get(id) == Some(record) || ever.get(id).is_some_and(|all| all.contains(record));
        assert!(was, "{what}: a record that never was: {record:?}");
    }
    if opened.read_only.is_none() {
        let new = client(&mut IdGenerator::new([99; 16]), 1_001, "after the damage");
        let change = Change::new("after", at(1_001)).with(None, Some(new.clone()));
        disk.save(&change).unwrap_or_else(|e| panic!("{what}: {e}"));
        disk.history(&[], 1_000).unwrap_or_else(|e| panic!("{what}: {e}"));
        disk.close().unwrap_or_else(|e| panic!("{what}: {e}"));
        drop(disk);
        let (_disk, again, after) = open_with(dir, options(), 1_002).unwrap();
        let mut should = records;
        should.insert(new.id(), new);
        assert!(after == should, "{what}: opened again, it is another book: {:?}", again.news);
        assert!(again.news.is_empty(), "{what}: told twice: {:?}, then {:?}", opened.news, again.news);
        assert!(again.undo.is_some());
    }
    if whole { Outcome::Whole } else { Outcome::Told }
}

/// One file damaged: every acknowledged record must be there.
#[test]
fn no_single_damage_loses_anything() {
    let sound = tempfile::tempdir().unwrap();
    let expected = small_book(sound.path());
    assert!(check(sound.path()).unwrap().is_well(), "{:?}", check(sound.path()).unwrap().lines());
    let mut rng = Rng::with_seed(1);
    let rounds = rounds(3);
    let mut tried = 0;
    for path in files_in(sound.path()) {
        let name = path.strip_prefix(sound.path()).unwrap();
        for how in HARMS {
            let once = matches!(how, Harm::Head | Harm::Remove | Harm::Empty);
            for round in 0..if once { 1 } else { rounds } {
                let dir = tempfile::tempdir().unwrap();
                copy(sound.path(), dir.path());
                harm(&dir.path().join(name), how, &mut rng);
                let what = format!("{} {how:?} {round}", name.display());
                assert_eq!(outcome(dir.path(), &expected, &what), Outcome::Whole, "{what}");
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "{tried}");
}

/// sled's file over many of its segments, none of them covered by a snapshot: here sled panics.
#[test]
fn damage_to_a_larger_database_loses_nothing() {
    silence_caught_panics();
    let sound = tempfile::tempdir().unwrap();
    let home = tempfile::tempdir().unwrap();
    let mut expected = Records::new();
    let mut id_generator = IdGenerator::new([70; 16]);
    let (mut disk, ..) = open_with(home.path(), options(), 0).unwrap();
    for n in 0..20 {
        let mut change = Change::new("import", at(n));
        for _ in 0..200 {
            change = change.with(None, Some(client(&mut id_generator, n, &"a long name ".repeat(20))));
        }
        disk.save(&change).unwrap();
        apply(&mut expected, &change);
    }
    disk.close().unwrap();
    copy(home.path(), sound.path());
    let expected = (expected, Ever::new());
    let mut rng = Rng::with_seed(5);
    for round in 0..rounds(6) {
        let dir = tempfile::tempdir().unwrap();
        copy(sound.path(), dir.path());
        let how = [Harm::Flip, Harm::Zero, Harm::Cut][round % 3];
        harm(&dir.path().join("sled/db"), how, &mut rng);
        let what = format!("larger, {how:?}, round {round}");
        assert_eq!(outcome(dir.path(), &expected, &what), Outcome::Whole, "{what}");
    }
}

/// How many rounds: `SYNDEO_DAMAGES`, or these.
fn rounds(usual: usize) -> usize {
    std::env::var("SYNDEO_DAMAGES").ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

/// Both witnesses damaged: what is missing must be told.
#[test]
fn damage_to_both_is_told() {
    let sound = tempfile::tempdir().unwrap();
    let expected = small_book(sound.path());
    let mut rng = Rng::with_seed(2);
    let mut outcomes = vec![];
    for round in 0..rounds(30) {
        let dir = tempfile::tempdir().unwrap();
        copy(sound.path(), dir.path());
        let (db, journal) = (dir.path().join("sled/db"), segments_in(dir.path()));
        let a = rng.choice(HARMS).unwrap();
        harm(&db, a, &mut rng);
        let b = rng.choice(HARMS).unwrap();
        let segment = rng.choice(&journal).unwrap().clone();
        harm(&segment, b, &mut rng);
        let what = format!("round {round}: db {a:?}, {} {b:?}", segment.display());
        outcomes.push(outcome(dir.path(), &expected, &what));
    }
    assert!(outcomes.contains(&Outcome::Whole), "{outcomes:?}");
}

/// Everything damaged at once: no panic, no empty book in silence.
#[test]
fn damage_to_everything_is_told() {
    let sound = tempfile::tempdir().unwrap();
    let expected = small_book(sound.path());
    let mut rng = Rng::with_seed(3);
    for round in 0..12 {
        let dir = tempfile::tempdir().unwrap();
        copy(sound.path(), dir.path());
        for path in files_in(dir.path()) {
            harm(&path, rng.choice(HARMS).unwrap(), &mut rng);
        }
        outcome(dir.path(), &expected, &format!("everything, round {round}"));
        // check never fails, whatever it finds.
        assert!(!check(dir.path()).unwrap().lines().is_empty());
    }
}

#[test]
fn check_finds_what_is_wrong_and_changes_nothing() {
    let sound = tempfile::tempdir().unwrap();
    small_book(sound.path());
    let mut rng = Rng::with_seed(4);
    for part in ["sled/db", "journal", "backups", "FORMAT"] {
        let dir = tempfile::tempdir().unwrap();
        copy(sound.path(), dir.path());
        let path = dir.path().join(part);
        let path = if path.is_dir() { files_in(&path)[0].clone() } else { path };
        harm(&path, if part == "sled/db" { Harm::Empty } else { Harm::Head }, &mut rng);
        let before: Vec<Vec<u8>> = files_in(dir.path()).iter().map(|p| fs::read(p).unwrap()).collect();
        let report = check(dir.path()).unwrap();
        assert!(!report.is_well(), "{part}: {:?}", report.lines());
        let after: Vec<Vec<u8>> = files_in(dir.path()).iter().map(|p| fs::read(p).unwrap()).collect();
        assert!(before == after, "{part}");
    }
}

#[test]
fn a_database_cut_to_half_is_built_anew() {
    let dir = tempfile::tempdir().unwrap();
    let expected = small_book(dir.path());
    let db = dir.path().join("sled/db");
    let bytes = fs::read(&db).unwrap();
    fs::write(&db, &bytes[..bytes.len() / 2]).unwrap();
    assert_eq!(outcome(dir.path(), &expected, "half"), Outcome::Whole);
}

#[test]
fn half_written_snapshots_are_removed() {
    let dir = tempfile::tempdir().unwrap();
    let expected = small_book(dir.path());
    for name in ["snap.00000000FFFFFFFF.generating", "snap.0000000000000001.generating"] {
        fs::write(dir.path().join("sled").join(name), "half").unwrap();
    }
    let (_, opened, records) = open_with(dir.path(), options(), 1_000).unwrap();
    assert!(records == expected.0 && opened.news.is_empty(), "{:?}", opened.news);
}

#[test]
fn a_torn_end_of_the_journal_is_cut_and_kept() {
    let dir = tempfile::tempdir().unwrap();
    let expected = small_book(dir.path());
    let last = segments_in(dir.path()).pop().unwrap();
    let whole = fs::read(&last).unwrap();
    let mut torn = whole.clone();
    torn.extend_from_slice(&whole[..whole.len() / 3]);
    torn.extend([0; 700]);
    let frame_like = [whole[..16].to_vec(), vec![1; 40]].concat();
    torn.extend(frame_like);
    fs::write(&last, &torn).unwrap();
    let (_disk, opened, records) = open_with(dir.path(), options(), 1_000).unwrap();
    assert!(records == expected.0);
    assert_eq!(opened.news.len(), 1, "{:?}", opened.news);
    assert!(fs::read(&last).unwrap().len() <= torn.len());
    assert!(files_in(&dir.path().join("journal")).iter().any(|p| p.display().to_string().contains(".cut-")));
}

#[test]
fn a_gap_that_no_other_witness_covers_opens_for_reading_only() {
    let dir = tempfile::tempdir().unwrap();
    let expected = small_book(dir.path());
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    fs::remove_dir_all(dir.path().join("backups")).unwrap();
    let segments = segments_in(dir.path());
    fs::remove_file(&segments[segments.len() / 2]).unwrap();
    let before = files_in(dir.path());
    let (disk, opened, records) = open_with(dir.path(), options(), 1_000).unwrap();
    assert!(opened.read_only.is_some(), "{:?}", opened.news);
    assert!(!records.is_empty() && records.len() < expected.0.len());
    drop(disk);
    assert_eq!(files_in(dir.path()), before, "nothing was changed");

    let accept = Options { accept_loss: true, ..options() };
    let (mut disk, opened, salvaged) = open_with(dir.path(), accept, 1_001).unwrap();
    assert!(opened.read_only.is_none() && !opened.news.is_empty());
    assert!(salvaged == records);
    disk.save(&Change::new("go on", at(1_002))).unwrap();
    drop(disk);
    let (_, opened, again) = open_with(dir.path(), options(), 1_003).unwrap();
    assert!(opened.read_only.is_none() && opened.news.is_empty(), "{:?} {:?}", opened.read_only, opened.news);
    assert!(again == records);
}

/// sled goes back to an older state of its own accord, and the journal's newest file is gone with the same changes:
/// both agree, and both are wrong.
#[test]
fn two_witnesses_that_agree_on_an_older_book_are_not_believed() {
    let dir = tempfile::tempdir().unwrap();
    small_book(dir.path());
    let old = tempfile::tempdir().unwrap();
    copy(dir.path(), old.path());
    let (mut disk, ..) = open_with(dir.path(), options(), 1_000).unwrap();
    let mut id_generator = IdGenerator::new([50; 16]);
    for n in 1_000..1_030 {
        let new = client(&mut id_generator, n, "newer");
        disk.save(&Change::new("newer", at(n)).with(None, Some(new))).unwrap();
    }
    drop(disk);
    for part in ["sled", "journal"] {
        let mark = fs::read(dir.path().join("journal/last")).unwrap();
        fs::remove_dir_all(dir.path().join(part)).unwrap();
        copy(&old.path().join(part), &dir.path().join(part));
        fs::write(dir.path().join("journal/last"), mark).unwrap();
    }
    let (_disk, opened, _) = open_with(dir.path(), options(), 1_100).unwrap();
    let why = opened.read_only.unwrap();
    assert!(why.contains("79 to 108"), "{why}");
    assert!(!check(dir.path()).unwrap().is_well());
}

/// As after a power cut: sled lost what it had not synced.
#[test]
fn a_database_that_lags_is_brought_up_to_date_in_silence() {
    let dir = tempfile::tempdir().unwrap();
    let (mut expected, _) = small_book(dir.path());
    let old = tempfile::tempdir().unwrap();
    copy(&dir.path().join("sled"), old.path());
    let (mut disk, ..) = open_with(dir.path(), options(), 1_000).unwrap();
    let mut id_generator = IdGenerator::new([60; 16]);
    let change = Change::new("erase", at(1_000)).with(expected.values().next().cloned(), None);
    disk.save(&change).unwrap();
    apply(&mut expected, &change);
    for n in 1_001..1_030 {
        let change = Change::new("newer", at(n)).with(None, Some(client(&mut id_generator, n, "newer")));
        disk.save(&change).unwrap();
        apply(&mut expected, &change);
    }
    drop(disk);
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    copy(old.path(), &dir.path().join("sled"));
    let (disk, opened, records) = open_with(dir.path(), options(), 1_100).unwrap();
    assert!(records == expected && opened.news.is_empty() && opened.read_only.is_none(), "{:?}", opened.news);
    drop(disk);

    // The other way round: the journal's newest file is gone, sled knows better.
    fs::remove_file(segments_in(dir.path()).pop().unwrap()).unwrap();
    let (disk, opened, records) = open_with(dir.path(), options(), 1_101).unwrap();
    assert!(records == expected && opened.read_only.is_none());
    assert_eq!(opened.news.len(), 1, "{:?}", opened.news);
    drop(disk);
    let (_disk, opened, records) = open_with(dir.path(), options(), 1_102).unwrap();
    assert!(records == expected && opened.news.is_empty(), "told once: {:?}", opened.news);
}

#[test]
fn nothing_at_all_is_never_an_empty_book_in_silence() {
    let dir = tempfile::tempdir().unwrap();
    small_book(dir.path());
    for part in ["sled", "journal", "backups"] {
        fs::remove_dir_all(dir.path().join(part)).unwrap();
    }
    let (_, opened, records) = open_with(dir.path(), options(), 1_000).unwrap();
    assert!(records.is_empty() && !opened.news.is_empty());
}

#[test]
fn what_a_later_version_wrote_is_refused_and_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    small_book(dir.path());
    let last = segments_in(dir.path()).pop().unwrap();
    let mut bytes = fs::read(&last).unwrap();
    let (len, seq, payload) = (4u32.to_le_bytes(), 79u64.to_le_bytes(), [3u8, 1, 1, 1]);
    // It does not know what it is tied to.
    let before = [0; 16];
    let crc = crc32fast::hash(&[&len[..], &seq, &before, &payload].concat()).to_le_bytes();
    bytes.extend([&len[..], &crc, &seq, &before, &payload].concat());
    fs::write(&last, &bytes).unwrap();
    assert!(matches!(open_with(dir.path(), options(), 1_000), Err(StoreError::TooNew { .. })));
    assert!(matches!(check(dir.path()), Err(StoreError::TooNew { .. })));
    assert!(fs::read(&last).unwrap() == bytes);
}

#[test]
fn a_loss_that_was_accepted_is_told_once() {
    let dir = tempfile::tempdir().unwrap();
    small_book(dir.path());
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    fs::remove_dir_all(dir.path().join("journal")).unwrap();
    let mut rng = Rng::with_seed(6);
    for path in files_in(&dir.path().join("backups")) {
        if path.extension().is_some_and(|e| e == "gz") {
            harm(&path, Harm::Head, &mut rng);
        }
    }
    let refused = open_with(dir.path(), options(), 1_000);
    assert!(matches!(refused, Err(StoreError::Damaged(_))));
    let accept = Options { accept_loss: true, ..options() };
    let (mut disk, opened, records) = open_with(dir.path(), accept, 1_001).unwrap();
    assert!(records.is_empty() && opened.read_only.is_none() && !opened.news.is_empty());
    disk.save(&Change::new("begin again", at(1_002))).unwrap();
    drop(disk);
    let (_disk, opened, _) = open_with(dir.path(), options(), 1_003).unwrap();
    assert!(opened.read_only.is_none() && opened.news.is_empty(), "{:?} {:?}", opened.read_only, opened.news);
}

/// With a loss that is accepted go the backups that tell of more than there is now, and no other: the one that reaches just
/// as far as the book is its best copy.
#[test]
fn a_loss_that_was_accepted_costs_no_backup_that_fits() {
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open(dir.path(), 0);
    let mut id_generator = IdGenerator::new([8; 16]);
    for n in 1..8 {
        let new = client(&mut id_generator, n, &format!("client {n}"));
        disk.save(&Change::new(format!("add {n}"), at(n)).with(None, Some(new))).unwrap();
        if matches!(n, 3 | 5 | 7) {
            disk.backup(at(24 * 60 * n)).unwrap();
        }
    }
    drop(disk);
    let seqs = || backups(dir.path()).iter().map(|b| b.seq).collect::<Vec<_>>();
    assert_eq!(seqs(), [7, 5, 3]);
    // All that knows of the last two changes is lost, but for the words of a manifest.
    fs::remove_dir_all(dir.path().join("sled")).unwrap();
    for path in files_in(&dir.path().join("journal")).into_iter().filter(|p| p.extension().is_some()) {
        fs::remove_file(path).unwrap();
    }
    let newest = dir.path().join("backups").join(&backups(dir.path())[0].name);
    harm(&newest, Harm::Head, &mut Rng::with_seed(6));
    let (_, opened, records) = open_with(dir.path(), options(), 1_000_000).unwrap();
    assert!(opened.read_only.is_some() && records.len() == 5, "{opened:?}");
    assert_eq!(seqs(), [7, 5, 3], "nothing is changed before somebody says so");
    let accept = Options { accept_loss: true, ..options() };
    let (disk, opened, records) = open_with(dir.path(), accept, 1_000_001).unwrap();
    assert!(opened.read_only.is_none() && records.len() == 5, "{opened:?}");
    drop(disk);
    let left = seqs();
    assert!(left.contains(&5) && left.contains(&3) && !left.contains(&7), "{left:?}");
    let aside = files_in(&dir.path().join("backups"));
    let aside = aside.iter().filter(|p| p.to_string_lossy().contains("unused"));
    assert!(aside.clone().all(|p| p.to_string_lossy().contains("-7.")), "{:?}", aside.collect::<Vec<_>>());
}
