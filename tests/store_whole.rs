//! A whole book as one file: what is written is read again, with bin, history and numbers; what is not exactly that is
//! refused in words.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use proptest::prelude::*;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use store_support::{Records, apply, at, client, open, renamed, task};
use syndeo::demo;
use syndeo::domain::{Action, Change, IdGenerator, Kind, Record, Ref, Verb};
use syndeo::store::{
    Disk, Entry, Options, Origin, Packer, Packing, Store as _, StoreError, begin_from, origin,
};
use tempfile::TempDir;

const ALL: usize = usize::MAX;

/// What can happen to a book.
#[derive(Clone, Debug)]
enum Step {
    Add(String),
    AddTask(String),
    Rename(prop::sample::Index, String),
    Bin(prop::sample::Index),
    Remove(prop::sample::Index),
    Undo,
    Redo,
    BackUp,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let words = || "[a-zα-ω\"\\\\ \u{1}\n]{1,12}";
    let step = prop_oneof![
        4 => words().prop_map(Step::Add),
        2 => words().prop_map(Step::AddTask),
        3 => (any::<prop::sample::Index>(), words()).prop_map(|(at, name)| Step::Rename(at, name)),
        1 => any::<prop::sample::Index>().prop_map(Step::Bin),
        1 => any::<prop::sample::Index>().prop_map(Step::Remove),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => Just(Step::BackUp),
    ];
    prop::collection::vec(step, 1..25)
}

/// A book that these things happened to; parts of its journal are gone behind backups.
fn book(dir: &Path, steps: &[Step]) -> Records {
    let options = Options { segment_bytes: 400, author: "Ελένη".into(), ..store_support::options() };
    let (mut disk, _, mut records) = store_support::open_with(dir, options, 0).unwrap();
    let mut id_generator = IdGenerator::new([7; 16]);
    for (n, step) in (1..).zip(steps) {
        let chosen = |at: &prop::sample::Index| {
            (!records.is_empty()).then(|| at.get(&records.values().cloned().collect::<Vec<_>>()).clone())
        };
        let change = |verb, before: Option<Record>, after: Option<Record>| {
            let of: &Record = after.as_ref().or(before.as_ref()).unwrap();
            Change::new(Action::on(verb, of.kind(), of.title()), at(n)).with(before, after)
        };
        let change = match step {
            Step::Add(name) => Some(change(Verb::Add, None, Some(client(&mut id_generator, n, name)))),
            Step::AddTask(name) => {
                let of = records.keys().find(|id| id.kind == Kind::Client).copied();
                of.map(|of| change(Verb::Add, None, Some(task(&mut id_generator, n, name, of))))
            }
            Step::Rename(which, name) => {
                chosen(which).map(|old| change(Verb::Edit, Some(old.clone()), Some(renamed(&old, name))))
            }
            Step::Bin(which) => chosen(which).map(|old| {
                let mut gone = old.clone();
                gone.head_mut().deleted_at = Some(at(n));
                change(Verb::Delete, Some(old), Some(gone))
            }),
            Step::Remove(which) => chosen(which).map(|old| change(Verb::EmptyBin, Some(old), None)),
            Step::Undo => {
                disk.undo(at(n)).unwrap().iter().for_each(|(change, _)| apply(&mut records, change));
                None
            }
            Step::Redo => {
                disk.redo(at(n)).unwrap().iter().for_each(|(change, _)| apply(&mut records, change));
                None
            }
            Step::BackUp => {
                disk.backup(at(n)).unwrap();
                None
            }
        };
        if let Some(change) = change {
            disk.save(&change).unwrap();
            apply(&mut records, &change);
        }
    }
    disk.close().unwrap();
    records
}

/// The lines of the book in `dir`, packed.
fn lines(dir: &Path, packing: Packing) -> (Vec<u8>, Vec<Entry>) {
    let (mut disk, _, _) = open(dir, 90);
    let mut out = vec![];
    let mut packer = Packer::new(&mut out, packing);
    disk.write_whole(&mut packer, at(99)).unwrap();
    packer.finish().unwrap();
    let history = disk.history(&[], ALL).unwrap();
    disk.close().unwrap();
    (out, history)
}

fn places() -> (TempDir, TempDir, TempDir) {
    (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap())
}

fn file(dir: &Path, bytes: &[u8]) -> std::path::PathBuf {
    let path = dir.join("book.jsonl.zst");
    fs::write(&path, bytes).unwrap();
    path
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(16)))]

    #[test]
    fn a_book_goes_out_and_comes_back_without_loss(steps in steps(), packing in prop::sample::select(vec![Packing::Plain, Packing::Gzip, Packing::Zstd])) {
        let (here, there, out) = places();
        let dir = here.path().join("book");
        let records = book(&dir, &steps);
        let (bytes, history) = lines(&dir, packing);
        let path = file(out.path(), &bytes);
        let from = origin(&path).unwrap();
        prop_assert!(matches!(from, Origin::Whole(_)));
        let dir2 = there.path().join("book");
        if records.is_empty() && history.is_empty() {
            prop_assert!(begin_from(&dir2, &from).is_err());
            return Ok(());
        }
        begin_from(&dir2, &from).unwrap();
        let (mut disk, opened, found) = open(&dir2, 91);
        prop_assert_eq!(&found, &records);
        prop_assert_eq!(opened.read_only, None);
        prop_assert_eq!(disk.history(&[], ALL).unwrap(), history);
        disk.close().unwrap();
        drop(disk);
        let (mut source, was, _) = open(&dir, 91);
        prop_assert_eq!((opened.undo, opened.redo, opened.last_number), (was.undo, was.redo, was.last_number));
        source.close().unwrap();
        drop(source);
        // To the byte: what is written of it again is the same.
        prop_assert!(lines(&dir2, packing).0 == bytes);
        // It goes on as any book: what was done last can be taken back, and the next change is kept.
        let (mut disk, _, mut found) = open(&dir2, 92);
        if let Some((change, _)) = disk.undo(at(93)).unwrap() {
            apply(&mut found, &change);
        }
        disk.close().unwrap();
        drop(disk);
        prop_assert_eq!(open(&dir2, 94).2, found);
    }

    /// Into a book that is there it comes as one change, which can be taken back.
    #[test]
    fn another_book_becomes_what_the_file_holds(theirs in steps(), ours in steps()) {
        let (here, there, out) = places();
        let (dir, dir2) = (here.path().join("book"), there.path().join("book"));
        let (then, now) = (book(&dir, &theirs), book(&dir2, &ours));
        let from = origin(&file(out.path(), &lines(&dir, Packing::Zstd).0)).unwrap();
        let (mut disk, _, mut found) = open(&dir2, 95);
        prop_assert_eq!(&found, &now);
        let plan = disk.restore_plan_from(&from, at(96)).unwrap();
        if plan.edits.is_empty() {
            prop_assert_eq!(then, now);
            return Ok(());
        }
        disk.save(&plan).unwrap();
        apply(&mut found, &plan);
        prop_assert_eq!(&found, &then);
        let (undone, _) = disk.undo(at(97)).unwrap().unwrap();
        apply(&mut found, &undone);
        prop_assert_eq!(&found, &now);
        disk.close().unwrap();
    }
}

/// Every kind and every field that the sample book has.
#[test]
fn the_sample_book_comes_back_whole() {
    let (here, there, out) = places();
    let (dir, dir2) = (here.path().join("book"), there.path().join("book"));
    let (mut disk, _, mut records) = open(&dir, 0);
    let mut change = Change::new(Action::named(Verb::Demo, "the sample book"), at(1));
    for record in demo::book(at(1)) {
        change = change.with(None, Some(record));
    }
    disk.save(&change).unwrap();
    apply(&mut records, &change);
    disk.close().unwrap();
    drop(disk);
    let kinds: std::collections::BTreeSet<Kind> = records.keys().map(|id| id.kind).collect();
    assert_eq!(kinds.len(), Kind::ALL.len());
    let (bytes, _) = lines(&dir, Packing::Gzip);
    begin_from(&dir2, &origin(&file(out.path(), &bytes)).unwrap()).unwrap();
    assert!(open(&dir2, 91).2 == records);
    assert!(lines(&dir2, Packing::Gzip).0 == bytes);
}

/// Nothing of the book it came from is taken for the one it became, nor the other way round.
/// Changes of one moment are told apart by a count: it goes along, or their order among those of others would be lost.
#[test]
fn changes_of_one_moment_keep_their_order() {
    let (here, there, out) = places();
    let dir = here.path().join("book");
    let (mut disk, ..) = open(&dir, 0);
    let mut id_generator = IdGenerator::new([5; 16]);
    for n in 0..3 {
        let new = client(&mut id_generator, 1, &format!("{n}"));
        disk.save(&Change::new(format!("{n}"), at(1)).with(None, Some(new))).unwrap();
    }
    disk.close().unwrap();
    drop(disk);
    let (bytes, history) = lines(&dir, Packing::Plain);
    let clocks: Vec<_> = history.iter().map(|entry| entry.stamp.as_ref().unwrap().clock).collect();
    assert!(clocks.is_sorted_by(|newer, older| newer > older), "{clocks:?}");
    let dir2 = there.path().join("book");
    begin_from(&dir2, &origin(&file(out.path(), &bytes)).unwrap()).unwrap();
    let (mut disk, ..) = open(&dir2, 2);
    assert_eq!(disk.history(&[], ALL).unwrap(), history);
}

#[test]
fn what_it_becomes_is_a_book_of_its_own() {
    let (here, there, out) = places();
    let (dir, dir2) = (here.path().join("book"), there.path().join("book"));
    book(&dir, &[Step::Add("Aegean".into()), Step::BackUp]);
    begin_from(&dir2, &origin(&file(out.path(), &lines(&dir, Packing::Plain).0)).unwrap()).unwrap();
    let id = |dir: &Path| fs::read(dir.join("ID")).unwrap();
    assert_ne!(id(&dir), id(&dir2));
    // A place that is not empty is left alone.
    let from = origin(&out.path().join("book.jsonl.zst")).unwrap();
    assert!(begin_from(&dir, &from).unwrap_err().to_string().contains("not empty"));
}

fn small() -> (TempDir, Vec<u8>) {
    let here = tempfile::tempdir().unwrap();
    let dir = here.path().join("book");
    let steps = [
        Step::Add("Aegean Foods".into()),
        Step::Add("Borealis".into()),
        Step::AddTask("call".into()),
        Step::Undo,
    ];
    book(&dir, &steps);
    let (bytes, _) = lines(&dir, Packing::Plain);
    (here, bytes)
}

#[test]
fn what_is_damaged_or_cut_short_is_refused() {
    let (here, bytes) = small();
    for place in 0..bytes.len() {
        let mut bad = bytes.clone();
        bad[place] ^= 1 << (place % 8);
        assert!(origin(&file(here.path(), &bad)).is_err(), "byte {place}");
        // A last line without its end is whole all the same.
        if place + 1 < bytes.len() {
            assert!(origin(&file(here.path(), &bytes[..place])).is_err(), "cut at {place}");
        }
    }
    assert!(origin(&file(here.path(), &[&bytes[..], b"{}\n"].concat())).is_err());
}

/// Lines whose checksum is right and whose order or counts are not.
#[test]
fn lines_out_of_place_are_refused_in_words() {
    let (here, bytes) = small();
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let told = |lines: &[&str]| {
        let all = format!("{}\n", lines[..lines.len() - 1].join("\n"));
        let hash = blake3_of(all.as_bytes());
        let end = lines.last().unwrap();
        let at = end.find("blake3").unwrap() + 9;
        let end = format!("{}{hash}{}", &end[..at], &end[at + 64..]);
        match origin(&file(here.path(), format!("{all}{end}\n").as_bytes())) {
            Err(StoreError::Damaged(words)) => words,
            Err(other) => panic!("{other}"),
            Ok(_) => String::new(),
        }
    };
    assert_eq!(told(&lines), "");
    let swapped = |a: usize, b: usize| {
        let mut other = lines.clone();
        other.swap(a, b);
        told(&other)
    };
    assert!(swapped(1, 2).contains("by kind and id"), "{}", swapped(1, 2));
    let change = lines.iter().position(|line| line.starts_with("{\"change\"")).unwrap();
    assert!(swapped(change, change + 1).contains("another change"), "{}", swapped(change, change + 1));
    let without = |at: usize| {
        let mut other = lines.clone();
        other.remove(at);
        told(&other)
    };
    assert!(without(1).contains("what its last line says"), "{}", without(1));
    assert!(without(change + 1).contains("lacks 1 of its edits"), "{}", without(change + 1));
    let twice: Vec<&str> = [&lines[..2], &lines[1..]].concat();
    assert!(told(&twice).contains("each once"));
    let later = lines[0].replace("\"format\":1", "\"format\":2");
    assert!(told(&[&[&later[..]], &lines[1..]].concat()).contains("later version"));
    let strange = lines[1].replace("\"kind\":\"client\"", "\"kind\":\"dragon\"");
    assert!(told(&[&lines[..1], &[&strange[..]], &lines[2..]].concat()).contains("does not know"));
}

fn blake3_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// Files that are made to fill the memory: by one line, by many parts of a line, by what unpacks to far more.
#[test]
fn a_hostile_file_is_refused() {
    let here = tempfile::tempdir().unwrap();
    let head = r#"{"syndeo":"book","format":1,"app":"1","at":"2026-11-26T10:00:00Z","last_change":1,"last_number":0}"#;
    let refused = |write: &dyn Fn(&mut dyn std::io::Write)| {
        let mut bytes = vec![];
        let mut packer = Packer::new(&mut bytes, Packing::Zstd);
        writeln!(packer, "{head}").unwrap();
        write(&mut packer);
        packer.finish().unwrap();
        origin(&file(here.path(), &bytes)).unwrap_err().to_string()
    };
    let endless = refused(&|out| (0..512).for_each(|_| out.write_all(&vec![b'a'; 64 * 1024]).unwrap()));
    assert!(endless.contains("more than 8 MB"), "{endless}");
    let nested = refused(&|out| out.write_all("[".repeat(100_000).as_bytes()).unwrap());
    assert!(nested.contains("line 2"), "{nested}");
    let parts = refused(&|out| {
        out.write_all(format!("{{\"kind\":[{}0]}}", "[],".repeat(300_000)).as_bytes()).unwrap();
    });
    assert!(parts.contains("more parts"), "{parts}");
    let many = format!(
        "{}\n",
        r#"{"kind":"client","id":"00000000-0000-0000-0000-000000000001","created":"2026-11-26T10:00:00Z"}"#
    );
    let many = refused(&|out| (0..100_000).for_each(|_| out.write_all(many.as_bytes()).unwrap()));
    assert!(many.contains("line 3"), "{many}");
}

/// History behind which there is nothing but records, and records that only a backup has: a book whose journal is lost.
#[test]
fn a_book_without_its_history_comes_back_with_its_records() {
    let (here, there, out) = places();
    let (dir, dir2) = (here.path().join("book"), there.path().join("book"));
    let records = book(&dir, &[Step::Add("Aegean".into()), Step::Add("Borealis".into())]);
    let text = String::from_utf8(lines(&dir, Packing::Plain).0).unwrap();
    let is_kept = |line: &&str| line.starts_with("{\"syndeo\"") || line.starts_with("{\"kind\"");
    let kept = format!("{}\n", text.lines().filter(is_kept).collect::<Vec<_>>().join("\n"));
    let end = format!(r#"{{"end":{{"records":2,"changes":0,"blake3":"{}"}}}}"#, blake3_of(kept.as_bytes()));
    let from = origin(&file(out.path(), format!("{kept}{end}\n").as_bytes())).unwrap();
    begin_from(&dir2, &from).unwrap();
    let (mut disk, opened, found): (Disk, _, _) = open(&dir2, 91);
    assert_eq!((found, opened.read_only, opened.undo), (records, None, None));
    assert_eq!(disk.history(&[] as &[Ref], ALL).unwrap(), []);
}
