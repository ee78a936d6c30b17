//! When the medium refuses: nothing is lost, it is said in plain words, and there is a way on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use syndeo::app::{Effect, Msg};
use syndeo::domain::{Change, IdGenerator, Kind, Moment, Record, Ref, Request};
use syndeo::shell;
use syndeo::store::{Backup, Entry, Memory, Opened, Saved, Store, StoreError, Told};
use syndeo::words;

/// A store whose medium can be filled up.
struct Full {
    inner: Memory,
    full: Arc<AtomicBool>,
}

impl Store for Full {
    fn save(&mut self, change: &Change) -> Result<Saved, StoreError> {
        if self.full.load(Ordering::SeqCst) {
            let source = std::io::Error::from(std::io::ErrorKind::StorageFull);
            return Err(StoreError::Io {
                doing: "write the journal",
                path: PathBuf::from("journal"),
                source,
            });
        }
        self.inner.save(change)
    }
    fn next_step(&mut self, back: bool, now: Moment) -> Result<Option<Change>, StoreError> {
        self.inner.next_step(back, now)
    }
    fn history(&mut self, of: &[Ref], most: usize) -> Result<Vec<Entry>, StoreError> {
        self.inner.history(of, most)
    }
    fn backup(&mut self, now: Moment) -> Result<Backup, StoreError> {
        self.inner.backup(now)
    }
    fn begin_backup(&mut self, now: Moment, told: Told) -> Result<(), StoreError> {
        self.inner.begin_backup(now, told)
    }
    fn is_backup_due(&self, now: Moment) -> bool {
        self.inner.is_backup_due(now)
    }
    fn close(&mut self) -> Result<(), StoreError> {
        self.inner.close()
    }
}

fn desk() -> (Desk, Arc<AtomicBool>) {
    let full = Arc::new(AtomicBool::new(false));
    let store = Full { inner: Memory::of(vec![]), full: Arc::clone(&full) };
    let mut desk = Desk::on(100, 24, Box::new(store));
    desk.tell(shell::told_open(Opened::default(), vec![]));
    desk.keys("2");
    (desk, full)
}

#[test]
fn a_full_disk_keeps_the_change_says_so_and_offers_a_way_on() {
    let (mut desk, full) = desk();
    full.store(true, Ordering::SeqCst);
    desk.keys("a a Acme enter")
        .sees("One change is not saved")
        .sees("write the journal")
        .sees("the disk is full");
    desk.keys("esc").sees("! 1 not saved").sees("Acme").keys("a a Bolt enter").sees("! 2 not saved");
    desk.keys("!").sees("Some changes are not saved").keys("y").sees("not saved");
    full.store(false, Ordering::SeqCst);
    desk.keys("esc ! enter").sees("✓");
    assert!(desk.model.session.saving.waiting.is_empty());
    desk.keys("u").sees("Undone: add client Bolt").keys("u").sees("Undone: add client Acme");
}

#[test]
fn nobody_leaves_with_something_unsaved_unasked() {
    let (mut desk, full) = desk();
    full.store(true, Ordering::SeqCst);
    desk.keys("a a Acme enter esc q").sees("Leave although something is not saved?");
    desk.keys("enter").sees("! 1 not saved");
    assert!(!desk.model.session.quitting);
    desk.keys("q right right enter").sees("Written to");
    desk.keys("q left left enter");
    assert!(!desk.model.session.quitting, "the file is one way, leaving is another");
    desk.keys("q left enter");
    assert!(desk.model.session.quitting);
}

#[test]
fn a_book_that_can_only_be_read_says_so_and_lets_nothing_be_written() {
    let mut desk = Desk::on(100, 24, Box::new(Memory::of(vec![])));
    let opened = Opened { read_only: Some("the folder is write-protected".into()), ..Opened::default() };
    desk.tell(shell::told_open(opened, vec![]));
    desk.sees("This book can only be read: the folder is write-protected").sees("! read only");
    desk.keys("a a").sees("Not now: the book can only be read");
    assert_eq!(desk.model.data.book.all(Kind::Client).count(), 0);
}

#[test]
fn what_was_repaired_is_told_once() {
    let mut desk = Desk::on(100, 24, Box::new(Memory::of(vec![])));
    let opened = Opened {
        news: vec!["The database was damaged and built anew from the journal.".into()],
        ..Opened::default()
    };
    desk.tell(shell::told_open(opened, vec![]));
    desk.sees("About this book").sees("built anew from the journal").keys("enter").sees_no("About this book");
}

#[test]
fn records_that_come_again_are_not_there_twice() {
    let mut desk = Desk::on(100, 24, Box::new(Memory::of(vec![])));
    let records = syndeo::demo::book(now());
    desk.tell(Msg::Loaded(records[..50].to_vec())).tell(Msg::LoadAgain).tell(Msg::Loaded(records.clone()));
    assert_eq!(desk.model.data.book.len(), records.len());
}

#[test]
fn nothing_is_taken_back_while_something_is_not_saved() {
    let (mut desk, full) = desk();
    desk.keys("a a Acme enter");
    full.store(true, Ordering::SeqCst);
    desk.keys("e tab Acme_Ltd ctrl-s esc u").sees("Not now: something is not saved yet");
    full.store(false, Ordering::SeqCst);
    desk.keys("! enter").sees("✓").keys("u").sees("Undone: edit client Acme");
}

#[test]
fn a_form_keeps_the_keys_when_the_disk_is_full() {
    let (mut desk, full) = desk();
    full.store(true, Ordering::SeqCst);
    desk.hold()
        .keys("a a Acme enter a a yn")
        .deliver()
        .sees("Not saved, but kept here")
        .keys("y")
        .sees("yny");
}

/// The rule itself, without a desk: while one change is not on the medium none that came after it gets there.
#[test]
fn no_change_overtakes_one_that_failed() {
    let full = Arc::new(AtomicBool::new(false));
    let mut store = Full { inner: Memory::of(vec![]), full: Arc::clone(&full) };
    let dir = tempfile::tempdir().unwrap();
    let mut stuck = false;
    let records: Vec<Record> = syndeo::demo::book(now()).into_iter().take(3).collect();
    let changes: Vec<Change> =
        records.iter().map(|r| Change::new(r.title(), now()).with(None, Some(r.clone()))).collect();
    let mut perform = |effect| shell::perform(&mut store, dir.path(), now(), effect, &mut stuck);
    let save = |n: usize| Effect::Save(Box::new(changes[n].clone()));
    assert!(matches!(perform(save(0))[..], [Msg::Saved { .. }]));
    full.store(true, Ordering::SeqCst);
    assert!(matches!(perform(save(1))[..], [Msg::NotSaved(_)]));
    full.store(false, Ordering::SeqCst);
    assert!(perform(save(2)).is_empty(), "it waits behind the one before");
    // What would be taken back is the change before the one that failed.
    assert!(matches!(perform(Effect::Undo)[..], [Msg::NotMoved(_)]));
    assert!(matches!(perform(Effect::Redo)[..], [Msg::NotMoved(_)]));
    // Nor when it was already said that a large one is to be taken back.
    for back in [true, false] {
        assert!(matches!(perform(Effect::Step { back })[..], [Msg::NotMoved(_)]), "back: {back}");
    }
    let again = perform(Effect::SaveAgain(changes[1..].to_vec()));
    assert!(matches!(again[..], [Msg::Saved { .. }, Msg::Saved { .. }]), "{again:?}");
    assert_eq!(store.inner.records().count(), 3);
    let kept = store.history(&[], 9).unwrap();
    let words: Vec<String> = kept.iter().map(|entry| words::action(&entry.change.action)).collect();
    let wanted: Vec<String> = changes.iter().rev().map(|change| words::action(&change.action)).collect();
    assert_eq!(words, wanted, "the newest first");
}

/// Each piece of news has a question of its own, the first on top.
#[test]
fn news_of_the_opening_are_told_in_their_order() {
    let mut desk = Desk::on(100, 24, Box::new(Memory::of(vec![])));
    let news = ["The database was damaged.", "The journal was cut short.", "One record is set aside."];
    let opened = Opened { news: news.map(str::to_owned).to_vec(), ..Opened::default() };
    desk.tell(shell::told_open(opened, vec![]));
    for line in news {
        desk.sees("About this book").sees(line).keys("enter");
    }
    desk.sees_no("About this book");
}

/// What older versions did not keep of a promise is asked of the journal, once the book can be written.
#[test]
fn the_first_days_of_promises_are_asked_only_of_a_book_that_can_be_written() {
    let mut request = Request::new(IdGenerator::new([6; 16]).next(now()), now());
    (request.title, request.promised) = ("New banner".into(), "2026-12-04".parse().ok());
    let record = Record::from(request);
    for (read_only, asks) in [(None, 1), (Some("the folder is write-protected".to_owned()), 0)] {
        let mut desk = Desk::on(100, 24, Box::new(Memory::of(vec![record.clone()])));
        desk.tell(Msg::Loaded(vec![record.clone()])).effects();
        desk.tell(shell::told_open(Opened { read_only, ..Opened::default() }, vec![]));
        let asked = desk.effects();
        let days = asked.iter().filter(|e| matches!(e, Effect::PromisedDays(of) if *of == [record.clone()]));
        assert_eq!(days.count(), asks, "{asked:?}");
    }
}
