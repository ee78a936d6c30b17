//! How long the desk takes: criterion benchmarks over a small and a large book. `docs/architecture.md` names the goals.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "benchmarks")]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::fmt::Write as _;
use std::hint::black_box;
use syndeo::app::{self, Command, Common, DeskCommand, Model, Msg, TextCommand};
use syndeo::domain::derive::alike;
use syndeo::domain::{Book, Client, ClientId, Contact, ContactId, IdGenerator, Moment, Record, Touch, when};
use syndeo::store::{Disk, Options, Store};
use syndeo::{demo, exchange, shell, ui};

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-23T10:00:00+02:00").unwrap()
}

/// A book of about `count` records: clients with people and touches.
fn book(count: usize) -> Vec<Record> {
    let mut id_generator = IdGenerator::new([3; 16]);
    let mut out = Vec::with_capacity(count);
    while out.len() < count {
        let id: ClientId = id_generator.next(now());
        let mut client = Client::new(id, now());
        client.name = format!("Client number {}", out.len());
        client.city = "Πειραιάς".into();
        out.push(client.into());
        for n in 0..3 {
            let id: ContactId = id_generator.next(now());
            let mut person = Contact::new(id, now());
            person.first_name = format!("Maria {n}");
            person.last_name = "Παπαδοπούλου".into();
            person.client = client_of(&out).into();
            out.push(person.into());
        }
        for day in 0..4i64 {
            let mut touch = syndeo::domain::Interaction::new(id_generator.next(now()), now());
            touch.touch = if day == 0 { Touch::Note } else { Touch::Call };
            touch.at = Moment { utc_ms: now().utc_ms - day * 86_400_000, ..now() };
            touch.summary = "Spoke about the spring campaign".into();
            touch.clients.0.push(client_of(&out));
            out.push(touch.into());
        }
    }
    out
}

fn client_of(records: &[Record]) -> ClientId {
    records.iter().rev().find_map(|r| Client::of(r)).map(|c| c.id).unwrap()
}

fn desk(records: Vec<Record>) -> Model {
    let mut model = Model::new(now(), [7; 16]);
    app::update(&mut model, now(), Msg::Loaded(records));
    app::update(&mut model, now(), shell::told_open(syndeo::store::Opened::default(), vec![]));
    app::prepare(&mut model);
    model
}

fn frame(model: &mut Model, terminal: &mut Terminal<TestBackend>) {
    app::prepare(model);
    let mut drawn = None;
    terminal.draw(|f| drawn = Some(ui::view(model, ui::Theme::new(ui::Colours::Dark, false), f))).unwrap();
    shell::note(model, drawn.unwrap());
}

fn screens(c: &mut Criterion) {
    let mut group = c.benchmark_group("screen");
    for (name, count) in [("1,700 records (demo)", 0), ("100,000 records", 100_000)] {
        let mut model = desk(if count == 0 { demo::book(now()) } else { book(count) });
        let mut terminal = Terminal::new(TestBackend::new(120, 40)).unwrap();
        let commands =
            |model: &mut Model, command: Command| drop(app::update(model, now(), Msg::Run(command)));
        group.bench_function(format!("step down, {name}"), |b| {
            b.iter(|| {
                commands(&mut model, Common::Down.into());
                frame(&mut model, &mut terminal);
            });
        });
        group.bench_function(format!("switch pane and back, {name}"), |b| {
            b.iter(|| {
                commands(&mut model, DeskCommand::GoProjects.into());
                frame(&mut model, &mut terminal);
                commands(&mut model, DeskCommand::GoClients.into());
                frame(&mut model, &mut terminal);
            });
        });
        group.bench_function(format!("a letter of the filter, {name}"), |b| {
            commands(&mut model, DeskCommand::Filter.into());
            b.iter(|| {
                app::update(&mut model, now(), Msg::Typed("9".into()));
                frame(&mut model, &mut terminal);
                commands(&mut model, TextCommand::Erase.into());
                frame(&mut model, &mut terminal);
            });
            commands(&mut model, Common::Back.into());
        });
        group.bench_function(format!("a letter of find, {name}"), |b| {
            commands(&mut model, DeskCommand::Find.into());
            b.iter(|| {
                app::update(&mut model, now(), Msg::Typed("m".into()));
                commands(&mut model, TextCommand::Erase.into());
            });
            commands(&mut model, Common::Back.into());
        });
    }
    group.finish();
}

fn books(c: &mut Criterion) {
    let mut group = c.benchmark_group("book");
    group.sample_size(10);
    let records = book(100_000);
    let whole = Book::of(records.clone());
    group.bench_function("pairs that are likely the same among 100,000 records", |b| {
        b.iter(|| alike::pairs(black_box(&whole)));
    });
    group.bench_function("index 100,000 records", |b| {
        b.iter_batched(|| records.clone(), |r| black_box(Book::of(r)), BatchSize::LargeInput);
    });
    let dir = tempfile::tempdir().unwrap();
    let options = Options { ballast: false, ..Options::default() };
    let open =
        || Disk::open(Disk::claim(dir.path(), "bench").unwrap(), &options, now(), &mut |_| {}).unwrap().0;
    let mut disk = open();
    for part in records.chunks(5_000) {
        let mut change = syndeo::domain::Change::new("fill", now());
        for record in part {
            change = change.with(None, Some(record.clone()));
        }
        disk.save(&change).unwrap();
    }
    let mut current = records[0].clone();
    let mut round = 0u64;
    group.bench_function("save one change among 100,000 records", |b| {
        b.iter(|| {
            let mut next = current.clone();
            round += 1;
            next.set("notes", syndeo::domain::Value::Text(format!("round {round}"))).unwrap();
            let change =
                syndeo::domain::Change::new("edit", now()).with(Some(current.clone()), Some(next.clone()));
            disk.save(&change).unwrap();
            current = next;
        });
    });
    disk.close().unwrap();
    drop(disk);
    group.bench_function("open and verify 100,000 records", |b| b.iter(|| drop(open())));
    group.finish();
}

fn texts(c: &mut Criterion) {
    let today = now().date();
    c.bench_function("read a date", |b| b.iter(|| when::read_date(black_box("in 3 weeks"), today)));
    let mut csv = String::from(
        "Record ID,Company name,Company Domain Name,Company owner,Create Date,Phone Number,City\n",
    );
    for n in 0..10_000 {
        writeln!(csv, "{n},Company {n},c{n}.example,Sarah,2024-01-02,+30 210 {n},Athens").unwrap();
    }
    let book = Book::default();
    let mut group = c.benchmark_group("import");
    group.throughput(criterion::Throughput::Elements(10_000));
    group.sample_size(10);
    group.bench_function("10,000 companies", |b| {
        b.iter(|| exchange::read(csv.as_bytes(), &book, &mut IdGenerator::new([1; 16]), now()).unwrap());
    });
    let bytes = workbook(&csv);
    group.bench_function("10,000 companies of a workbook", |b| {
        b.iter(|| exchange::read(&bytes, &book, &mut IdGenerator::new([1; 16]), now()).unwrap());
    });
    group.finish();
}

/// The same table as a workbook.
fn workbook(csv: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(csv.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

criterion_group!(benches, screens, books, texts);
criterion_main!(benches);
