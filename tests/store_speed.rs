//! How quick the store is: run by hand, `cargo test --release --test store_speed -- --ignored --nocapture`.
//! `SYNDEO_RECORDS` says how many records (100,000 when it says nothing).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![allow(clippy::disallowed_methods, clippy::cast_precision_loss, reason = "it measures time")]

mod store_support;

use std::io::Write as _;
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use store_support::{at, open_with, renamed};
use syndeo::domain::{Change, Client, ClientId, IdGenerator, Interaction, InteractionId, Labelled, Record};
use syndeo::store::{Disk, Loading, Options, Store as _};

fn say(words: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "{words}").unwrap();
}

fn bytes_in(dir: &Path) -> u64 {
    let entries = std::fs::read_dir(dir).unwrap().map(Result::unwrap);
    entries.map(|e| if e.path().is_dir() { bytes_in(&e.path()) } else { e.metadata().unwrap().len() }).sum()
}

/// Records as people have them: one client to nine touches.
fn records(count: i64) -> Vec<Record> {
    let mut id_generator = IdGenerator::new([1; 16]);
    let mut client_id = ClientId::default();
    let one = |n: i64| -> Record {
        if n % 10 == 0 {
            client_id = id_generator.next(at(n));
            let mut client = Client::new(client_id, at(n));
            client.name = format!("Client number {n}");
            client.city = "Θεσσαλονίκη".into();
            client.tags = vec!["food".into(), "islands".into()];
            client.mails = vec![Labelled { label: "office".into(), value: format!("info{n}@example.org") }];
            client.phones = vec![Labelled { label: "work".into(), value: "+30 210 1234567".into() }];
            client.cadence_soft = Some(14);
            client.notes = "They like to be called in the morning, before the ships come in. ".repeat(2);
            client.into()
        } else {
            let id: InteractionId = id_generator.next(at(n));
            let mut touch = Interaction::new(id, at(n));
            touch.at = at(n);
            touch.summary = format!("talked about order {n}");
            touch.clients.0 = vec![client_id];
            touch.minutes = Some(20);
            touch.text =
                "The banner is late; Design will send it by Friday, and we call again then. ".repeat(2);
            touch.into()
        }
    };
    (0..count).map(one).collect()
}

fn percentile(sorted: &[Duration], percent: usize) -> Duration {
    sorted[(sorted.len() * percent / 100).min(sorted.len() - 1)]
}

#[test]
#[ignore = "takes long; run by hand"]
fn speed() {
    let count: i64 = std::env::var("SYNDEO_RECORDS").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let dir = tempfile::tempdir().unwrap();
    let (mut disk, ..) = open_with(dir.path(), Options::default(), 0).unwrap();
    let all = records(count);
    let start = Instant::now();
    for part in all.chunks(20_000) {
        let change = part.iter().fold(Change::new("import", at(1)), |c, r| c.with(None, Some(r.clone())));
        disk.save(&change).unwrap();
    }
    let took = start.elapsed();
    say(&format!("import {count} records: {took:?}, {:.0} a second", count as f64 / took.as_secs_f64()));

    let mut times = vec![];
    for (n, record) in all.iter().step_by(all.len() / 2_000).enumerate() {
        let after = if record.kind() == syndeo::domain::Kind::Client {
            renamed(record, &format!("renamed {n}"))
        } else {
            let mut after = record.clone();
            after.set("summary", syndeo::domain::Value::Text(format!("changed {n}"))).unwrap();
            after
        };
        let change = Change::new("edit", at(2)).with(Some(record.clone()), Some(after));
        let start = Instant::now();
        disk.save(&change).unwrap();
        times.push(start.elapsed());
    }
    times.sort();
    let (half, most) = (percentile(&times, 50), percentile(&times, 99));
    say(&format!("save one record: p50 {half:?}, p99 {most:?}, most {:?}", times.last().unwrap()));

    let start = Instant::now();
    disk.undo(at(3)).unwrap().unwrap();
    say(&format!("undo: {:?}", start.elapsed()));
    let start = Instant::now();
    disk.history(&[all[0].id()], 50).unwrap();
    say(&format!("history of one record: {:?}", start.elapsed()));

    let start = Instant::now();
    let made = disk.backup(at(4)).unwrap();
    say(&format!("backup: {:?}, {} bytes", start.elapsed(), made.bytes));
    measure_beside_backup(&mut disk, &all);
    let start = Instant::now();
    disk.close().unwrap();
    say(&format!("close, a backup under way: {:?}", start.elapsed()));
    drop(disk);

    for part in ["sled", "journal", "backups"] {
        say(&format!("{part}: {:.1} MB", bytes_in(&dir.path().join(part)) as f64 / 1e6));
    }
    drop(all);
    measure_opening(dir.path());
}

/// Saves beside a backup on its thread until it ends; then begins another, which is under way on return.
fn measure_beside_backup(disk: &mut Disk, all: &[Record]) {
    let (told, taken) = mpsc::channel();
    disk.begin_backup(at(5), Box::new(move |made| drop(told.send(made)))).unwrap();
    let start = Instant::now();
    let mut times = vec![];
    // Those that the saves before left alone, each as the last save beside the backup made it.
    let mut own: Vec<Record> = all.iter().skip(1).step_by(all.len() / 2_000).cloned().collect();
    let outcome = loop {
        if let Ok(made) = taken.try_recv() {
            break made;
        }
        let place = times.len() % own.len();
        let mut after = own[place].clone();
        after.set("summary", syndeo::domain::Value::Text(format!("beside {}", times.len()))).unwrap();
        let before = std::mem::replace(&mut own[place], after.clone());
        let change = Change::new("edit", at(5)).with(Some(before), Some(after));
        let start = Instant::now();
        disk.save(&change).unwrap();
        times.push(start.elapsed());
        std::thread::sleep(Duration::from_millis(3));
    };
    let took = start.elapsed();
    times.sort();
    let (half, rare, most) = (percentile(&times, 50), percentile(&times, 99), percentile(&times, 100));
    say(&format!(
        "{} saves beside a backup of {took:?}: p50 {half:?}, p99 {rare:?}, most {most:?}",
        times.len()
    ));
    outcome.unwrap();
    disk.begin_backup(at(6), Box::new(drop)).unwrap();
    std::thread::sleep(Duration::from_millis(50));
}

fn measure_opening(dir: &Path) {
    for round in 0..3 {
        let claim = Disk::claim(dir, "speed").unwrap();
        let start = Instant::now();
        let (mut first, mut seen) = (None, 0);
        let (disk, opened) = Disk::open(claim, &Options::default(), at(5), &mut |loading| {
            if let Loading::Batch(batch) = loading {
                first.get_or_insert_with(|| start.elapsed());
                seen += batch.len();
            }
        })
        .unwrap();
        say(&format!(
            "open {round}: first rows {:?}, all {seen} {:?} {:?}",
            first.unwrap(),
            start.elapsed(),
            opened.news
        ));
        drop(disk);
    }
    std::fs::remove_dir_all(dir.join("sled")).unwrap();
    let start = Instant::now();
    let (disk, opened, seen) = open_with(dir, Options::default(), 6).unwrap();
    say(&format!(
        "built anew, with a fresh backup: {:?} ({} records) {:?}",
        start.elapsed(),
        seen.len(),
        opened.news
    ));
    drop(disk);
    let start = Instant::now();
    let report = syndeo::store::check(dir).unwrap();
    say(&format!("check: {:?} {:?}", start.elapsed(), report.lines()));
}
