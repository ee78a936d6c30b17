//! A change of more records than one entry of the journal holds is one change: undo takes it whole, and a kill or a medium
//! that refuses, at any write, leaves all of it or nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use proptest::prelude::*;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use store_support::{Records, apply, at, client, open_with, options, renamed};
use syndeo::domain::{Action, Change, IdGenerator, Kind, Role, Verb};
use syndeo::store::{Disk, Opened, Options, Saved, Step, Store as _, StoreError};

/// Names the book to the child process, what it does, and at which write it ends.
const CHILD: &str = "SYNDEO_PARTS";

fn parted() -> Options {
    Options { part: 2, ..options() }
}

fn open(dir: &Path, n: i64) -> (Disk, Opened, Records) {
    open_with(dir, parted(), n).unwrap()
}

/// So many new clients, as an import brings them.
fn import(seed: u8, count: i64, n: i64) -> Change {
    let mut id_generator = IdGenerator::new([seed; 16]);
    let mut change = Change::new(Action::default(), at(n));
    for each in 0..count {
        change = change.with(None, Some(client(&mut id_generator, n, &format!("client {seed} {each}"))));
    }
    change.action = Action::to_many(
        Verb::Import,
        change.edits.iter().filter_map(syndeo::domain::Edit::id).collect::<Vec<_>>(),
    );
    change
}

/// A book of two clients, and the change that renames both and brings six more: four entries.
fn base(dir: &Path) -> (Records, Change) {
    let (mut disk, _, mut records) = open(dir, 0);
    let first = import(1, 2, 1);
    disk.save(&first).unwrap();
    apply(&mut records, &first);
    disk.close().unwrap();
    (records.clone(), large(&records))
}

fn large(records: &Records) -> Change {
    let mut change = import(2, 6, 2);
    let renames = records.values().take(2).cloned();
    for record in renames {
        change = change.with(Some(record.clone()), Some(renamed(&record, "renamed")));
    }
    change
}

#[test]
fn a_large_change_is_one_change() {
    let dir = tempfile::tempdir().unwrap();
    let (before, change) = base(dir.path());
    let mut after = before.clone();
    apply(&mut after, &change);
    let (mut disk, ..) = open(dir.path(), 3);
    let saved = disk.save(&change).unwrap();
    assert_eq!(saved.seq, 5, "one entry before, and four of this");
    let newest = saved.undo.unwrap();
    assert_eq!((newest.seq, newest.action), (5, change.action.clone()));
    for round in 0..2 {
        let (undone, saved) = disk.undo(at(4)).unwrap().unwrap();
        assert_eq!((undone.edits.len(), undone.role), (8, Role::Undo(5)), "round {round}");
        assert_eq!(saved.undo.unwrap().seq, 1);
        drop(disk);
        let (mut again, opened, records) = open(dir.path(), 5);
        assert_eq!((records, opened.redo.map(|done| done.seq)), (before.clone(), Some(5)));
        let (redone, saved) = again.redo(at(6)).unwrap().unwrap();
        assert_eq!((redone.edits.len(), saved.undo.unwrap().seq), (8, 5));
        drop(again);
        let (next, opened, records) = open(dir.path(), 7);
        assert_eq!(records, after);
        assert!(opened.news.is_empty(), "{:?}", opened.news);
        disk = next;
    }
    let of_one = change.edits[6].id().unwrap();
    let entries = disk.history(&[of_one], 10).unwrap();
    assert_eq!(entries.len(), 6, "written down, renamed, and back and again twice");
}

/// Not a test of its own: what the child process does.
#[test]
fn child() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let [book, what, at_write] = told.split('|').collect::<Vec<_>>()[..] else { panic!("{told}") };
    let (last, count) = (at_write.parse::<usize>().unwrap(), AtomicUsize::new(0));
    let hook = move |_: Step| {
        if count.fetch_add(1, Ordering::SeqCst) == last {
            std::process::abort();
        }
        Ok(())
    };
    let options = Options { error: Some(Arc::new(hook)), ..parted() };
    let (mut disk, _, records) = open_with(Path::new(book), options, 8).unwrap();
    match what {
        "save" => drop(disk.save(&large(&records)).unwrap()),
        "stream" => drop(streamed(&mut disk, large(&records), |_| true).unwrap()),
        "back" => drop(disk.take_step(true, at(9), &mut |_| {}).unwrap().unwrap()),
        "again" => drop(disk.take_step(false, at(9), &mut |_| {}).unwrap().unwrap()),
        "undo" => drop(disk.undo(at(9)).unwrap().unwrap()),
        "redo" => drop(disk.redo(at(9)).unwrap().unwrap()),
        _ => {}
    }
}

/// Saves a change edit by edit.
fn streamed(
    disk: &mut Disk,
    change: Change,
    mut go_on: impl FnMut(usize) -> bool,
) -> Result<Saved, StoreError> {
    disk.save_all(&change.action, change.at, &mut change.edits.into_iter(), &mut go_on)
}

/// What comes edit by edit is the same change as one that is held whole, and what is not to go on leaves nothing.
#[test]
fn what_comes_edit_by_edit_is_one_change_or_nothing() {
    for stopped_at in 0..5 {
        let dir = tempfile::tempdir().unwrap();
        let (before, change) = base(dir.path());
        let mut after = before.clone();
        apply(&mut after, &change);
        let (mut disk, ..) = open(dir.path(), 3);
        let mut asked = vec![];
        let outcome = streamed(&mut disk, change.clone(), |kept| {
            asked.push(kept);
            asked.len() <= stopped_at
        });
        let wanted = if stopped_at < 4 {
            assert!(matches!(outcome, Err(StoreError::GivenUp)), "{stopped_at}");
            assert_eq!(asked, (0..=stopped_at).map(|nth| nth * 2).collect::<Vec<_>>());
            &before
        } else {
            let saved = outcome.unwrap();
            assert_eq!((saved.seq, saved.undo.unwrap().action), (5, change.action.clone()));
            assert_eq!(asked, [0, 2, 4, 6, 8]);
            &after
        };
        drop(disk);
        let (mut disk, opened, records) = open(dir.path(), 5);
        assert_eq!((&records, opened.news.len()), (wanted, 0), "{stopped_at}");
        let newest = opened.undo.unwrap();
        assert_eq!(newest.seq == 5, stopped_at == 4, "{newest:?}");
        if stopped_at == 4 {
            let mut told = vec![];
            let (action, saved) =
                disk.take_step(true, at(6), &mut |edit| told.push(edit.clone())).unwrap().unwrap();
            // The last edit is taken back first.
            let inverse = change.inverse(at(6), Role::Undo(5));
            assert_eq!((action, &told, saved.undo.unwrap().seq), (change.action.clone(), &inverse.edits, 1));
            drop(disk);
            let (mut disk, opened, records) = open(dir.path(), 7);
            assert_eq!((&records, opened.redo.map(|done| done.seq)), (&before, Some(5)));
            told.clear();
            disk.take_step(false, at(8), &mut |edit| told.push(edit.clone())).unwrap().unwrap();
            assert_eq!(told, change.edits);
            drop(disk);
            assert_eq!(open(dir.path(), 9).2, after);
        }
    }
    // What does not fit the book is refused, in whichever part of it.
    let dir = tempfile::tempdir().unwrap();
    let (before, mut change) = base(dir.path());
    change.edits.last_mut().unwrap().before = None;
    let (mut disk, ..) = open(dir.path(), 3);
    assert!(matches!(streamed(&mut disk, change, |_| true), Err(StoreError::Conflict(_))));
    drop(disk);
    assert_eq!(open(dir.path(), 5).2, before);
}

/// Lets a child do something and ends it at a write: whether it came to its end before.
fn ended(book: &Path, what: &str, at_write: usize) -> bool {
    let told = format!("{}|{what}|{at_write}", book.display());
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["child", "--exact", "--test-threads=1"]).env(CHILD, told);
    child.output().unwrap().status.success()
}

#[test]
fn a_kill_at_any_write_leaves_all_or_nothing() {
    if std::env::var(CHILD).is_ok() {
        return;
    }
    for what in ["save", "stream", "undo", "redo", "back", "again"] {
        let mut writes = 0;
        loop {
            let dir = tempfile::tempdir().unwrap();
            let (small, change) = base(dir.path());
            let mut whole = small.clone();
            apply(&mut whole, &change);
            let (mut disk, ..) = open(dir.path(), 3);
            if !matches!(what, "save" | "stream") {
                disk.save(&change).unwrap();
            }
            if matches!(what, "redo" | "again") {
                disk.undo(at(4)).unwrap();
            }
            disk.close().unwrap();
            drop(disk);
            let (from, to) =
                if matches!(what, "undo" | "back") { (&whole, &small) } else { (&small, &whole) };
            let done = ended(dir.path(), what, writes);
            // Who only looks at it sees all or nothing as well.
            let look = Options { read_only: true, ..parted() };
            let (disk, _, seen) = open_with(dir.path(), look, 9).unwrap();
            drop(disk);
            assert!(seen == *from || seen == *to, "{what} killed at write {writes}, and looked at");
            // A second kill, while the first one is cleared away.
            let again = ended(dir.path(), "look", writes % 3);
            let (disk, opened, records) = open(dir.path(), 10);
            assert!(
                records == *from || records == *to,
                "{what} killed at write {writes}: {} records",
                records.len()
            );
            assert!(!done || records == *to, "{what} was acknowledged");
            assert_eq!(opened.read_only, None, "{what} {writes}");
            let undoable = opened.undo.as_ref().map(|done| done.action.verb);
            assert_eq!(undoable, Some(Verb::Import), "{what} {writes} {again}");
            assert_eq!(opened.undo.unwrap().seq == 5, records == whole, "{what} {writes}");
            drop(disk);
            let (mut disk, opened, still) = open(dir.path(), 11);
            assert_eq!(
                (still, opened.news.len()),
                (records.clone(), 0),
                "{what} {writes}: {:?}",
                opened.news
            );
            // The work goes on.
            disk.save(&large(&records.into_iter().filter(|(_, r)| r.kind() == Kind::Client).collect())).ok();
            disk.undo(at(12)).unwrap().unwrap();
            if done {
                break;
            }
            writes += 1;
        }
        assert!(writes >= 8, "{what}: killed at {writes} writes only");
    }
}

#[test]
fn a_medium_that_refuses_at_any_write_leaves_nothing() {
    for refused in 0..8 {
        let dir = tempfile::tempdir().unwrap();
        let (before, change) = base(dir.path());
        let count = AtomicUsize::new(0);
        let hook = move |_: Step| {
            let refuses = count.fetch_add(1, Ordering::SeqCst) == refused;
            if refuses { Err(std::io::Error::other("the medium refuses")) } else { Ok(()) }
        };
        let with = Options { error: Some(Arc::new(hook)), ..parted() };
        let (mut disk, ..) = open_with(dir.path(), with, 3).unwrap();
        assert!(disk.save(&change).is_err(), "{refused}");
        // It was taken back, so that the same change fits once more.
        disk.save(&change).unwrap_or_else(|e| panic!("{refused}: {e}"));
        disk.undo(at(5)).unwrap().unwrap();
        drop(disk);
        let (_, opened, records) = open(dir.path(), 6);
        assert_eq!(records, before, "{refused}");
        assert_eq!(opened.redo.map(|done| done.action.verb), Some(Verb::Import), "{refused}");
    }
}

/// A book that is only looked at tells what is there of a change that was cut short, and changes nothing.
#[test]
fn a_look_tells_of_a_change_that_was_cut_short() {
    if std::env::var(CHILD).is_ok() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let (before, _) = base(dir.path());
    assert!(!ended(dir.path(), "save", 5));
    let look = Options { read_only: true, ..parted() };
    let (_, opened, records) = open_with(dir.path(), look, 9).unwrap();
    assert!(opened.news.iter().any(|news| news.contains("of its 4 parts are there")), "{:?}", opened.news);
    assert_eq!(records, before, "and shows nothing of it");
    let (_, opened, records) = open(dir.path(), 10);
    assert!(opened.news.iter().any(|news| news.contains("They were taken back")), "{:?}", opened.news);
    assert_eq!(records, before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Whatever the size of the parts: the same book, the same undo.
    #[test]
    fn parts_of_any_size_are_one_change(part in 1usize..9, counts in proptest::collection::vec(0i64..9, 1..4)) {
        let dir = tempfile::tempdir().unwrap();
        let with = || Options { part, ..options() };
        let (mut disk, _, mut records) = open_with(dir.path(), with(), 0).unwrap();
        let mut states = vec![records.clone()];
        for (n, count) in counts.iter().enumerate() {
            let change = import(u8::try_from(n).unwrap(), *count, 1 + i64::try_from(n).unwrap());
            disk.save(&change).unwrap();
            apply(&mut records, &change);
            states.push(records.clone());
        }
        for state in states.iter().rev().skip(1) {
            disk.undo(at(20)).unwrap().unwrap();
            drop(disk);
            let (again, _, found) = open_with(dir.path(), with(), 21).unwrap();
            prop_assert_eq!(&found, state);
            disk = again;
        }
        prop_assert!(disk.undo(at(22)).unwrap().is_none());
    }
}
