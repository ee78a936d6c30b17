//! A writer is killed in the midst of its work, again and again: every change it acknowledged is there, no change is
//! there by half, and the book opens each time. `SYNDEO_KILLS=200` for the long run.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod store_support;

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use store_support::{at, client, long_request, open, renamed, task};
use syndeo::domain::{Change, IdGenerator, Kind, Record, Value};
use syndeo::store::Store as _;

/// Names the book to the child process.
const BOOK: &str = "SYNDEO_KILL_BOOK";

/// Not a test of its own: what the child process does. One change in five is large, one in seven an undo, one in
/// fifty a backup; each number is printed once it is acknowledged.
#[test]
fn writer() {
    let Ok(book) = std::env::var(BOOK) else { return };
    let (mut disk, opened, records) = open(Path::new(&book), 0);
    let mut out = std::io::stdout();
    writeln!(out, "opened {} {:?}", records.len(), opened.news).unwrap();
    out.flush().unwrap();
    let mut last: Option<Record> =
        records.values().filter(|r| r.kind() == Kind::Client).max_by_key(|r| number(r)).cloned();
    let mut n = last.as_ref().map_or(0, number) + 1;
    let mut id_generator = IdGenerator::new(u128::from(u64::from(std::process::id())).to_le_bytes());
    loop {
        // The client and the task of one change bear the same number: half a change would show.
        let a = numbered(client(&mut id_generator, n, "client"), n);
        let mut change = Change::new(format!("change {n}"), at(n))
            .with(None, Some(a.clone()))
            .with(None, Some(task(&mut id_generator, n, &format!("{n}"), a.id())));
        if n % 5 == 0 {
            change = change.with(None, Some(long_request(&mut id_generator, n, 30_000)));
        }
        if let Some(before) = last.filter(|_| n % 3 == 0) {
            let after = renamed(&before, &format!("renamed {n}"));
            change = change.with(Some(before), Some(after));
        }
        let seq = disk.save(&change).unwrap().seq;
        if n % 7 == 0 {
            disk.undo(at(n)).unwrap().unwrap();
            disk.redo(at(n)).unwrap().unwrap();
        }
        writeln!(out, "saved {n} {seq}").unwrap();
        out.flush().unwrap();
        if n % 50 == 0 {
            disk.backup(at(n)).unwrap();
        }
        last = Some(a);
        n += 1;
    }
}

/// The client with its number kept where a rename does not touch it.
fn numbered(mut record: Record, n: i64) -> Record {
    record.set("tax_id", Value::Text(n.to_string())).unwrap();
    record
}

fn number(record: &Record) -> i64 {
    match record.get("tax_id") {
        Ok(Value::Text(n)) => n.parse().unwrap(),
        _ => 0,
    }
}

/// Lets the writer run for a while and kills it: the last number it acknowledged, 0 when it got to none.
fn run_and_kill(book: &Path, millis: u64) -> i64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["writer", "--exact", "--nocapture", "--test-threads=1"])
        .env(BOOK, book)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let reader = std::thread::spawn(move || {
        let mut last = 0;
        for line in lines.map_while(Result::ok) {
            if let Some(n) = line.strip_prefix("saved ").and_then(|l| l.split(' ').next()) {
                last = n.parse().unwrap();
            }
        }
        last
    });
    std::thread::sleep(Duration::from_millis(millis));
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

#[test]
fn what_was_acknowledged_survives_every_kill() {
    if std::env::var(BOOK).is_ok() {
        return;
    }
    let kills: usize = std::env::var("SYNDEO_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(8);
    let mut rng = fastrand::Rng::with_seed(7);
    let dir = tempfile::tempdir().unwrap();
    let mut acknowledged = 0;
    for round in 0..kills {
        acknowledged = acknowledged.max(run_and_kill(dir.path(), rng.u64(5..600)));
        // Now and then the next writer finds the book as the kill left it.
        if round % 3 == 1 {
            continue;
        }
        let (mut disk, opened, records) = open(dir.path(), 1_000_000);
        assert_eq!(opened.read_only, None);
        let all: BTreeMap<i64, &Record> =
            records.values().filter(|r| r.kind() == Kind::Client).map(|r| (number(r), r)).collect();
        let tasks: Vec<u32> =
            records.values().filter(|r| r.kind() == Kind::Task).filter_map(Record::number).collect();
        for n in 1..=acknowledged {
            assert!(
                all.contains_key(&n),
                "round {round}: change {n} of {acknowledged} is missing: {:?}",
                opened.news
            );
        }
        assert!(i64::try_from(all.len()).unwrap() <= acknowledged + 1, "round {round}: more than was begun");
        assert_eq!(all.len(), tasks.len(), "round {round}: a change by half");
        let longs = records.values().filter(|r| r.kind() == Kind::Request).count();
        assert_eq!(longs, all.len() / 5, "round {round}: a change by half");
        let torn = opened.news.iter().all(|line| line.contains("ended in"));
        assert!(torn, "round {round}: nothing but a torn end may be told: {:?}", opened.news);
        disk.close().unwrap();
    }
    assert!(acknowledged > 50, "the writer got to {acknowledged}");
}
