//! How many rows a second the readers of tables read: 50,000 rows of twenty columns, as CSV and as a workbook.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "benchmarks")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use syndeo::domain::{Book, IdGenerator, Moment};
use syndeo::exchange::{Differing, Opened};

const ROWS: u32 = 50_000;
const COLUMNS: u16 = 20;

/// What stands in a cell: ids, names, addresses, numbers, and nothing in every fifth column.
fn cell(row: u32, column: u16) -> String {
    match (row, column) {
        (0, 0) => "Record ID".into(),
        (0, 1) => "First Name".into(),
        (0, 2) => "Last Name".into(),
        (0, 3) => "Email".into(),
        (0, 4) => "Phone Number".into(),
        (0, n) => format!("Column {n}"),
        (n, 0) => (8_000_000_000_u64 + u64::from(n)).to_string(),
        (n, 1) => format!("Ελένη {n}"),
        (_, 2) => "Παπαδοπούλου".into(),
        (n, 3) => format!("person{n}@firm{}.example", n % 977),
        (n, 4) => format!("+30 210 {n:07}"),
        (_, n) if n % 5 == 0 => String::new(),
        (n, column) => format!("cell {column} of row {n}"),
    }
}

fn csv() -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(vec![]);
    for row in 0..=ROWS {
        writer.write_record((0..COLUMNS).map(|column| cell(row, column))).unwrap();
    }
    writer.into_inner().unwrap()
}

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..=ROWS {
        for column in 0..COLUMNS {
            sheet.write_string(row, column, cell(row, column)).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn readers(c: &mut Criterion) {
    let now = Moment::from_rfc3339("2026-11-23T10:00:00+02:00").unwrap();
    let book = Book::default();
    let mut group = c.benchmark_group("readers");
    group.throughput(Throughput::Elements(u64::from(ROWS)));
    group.sample_size(10);
    for (name, bytes) in [("csv", csv()), ("xlsx", workbook())] {
        group.bench_function(format!("read {name}"), |b| b.iter(|| Opened::read(black_box(&bytes)).unwrap()));
        let opened = Opened::read(&bytes).unwrap();
        group.bench_function(format!("records of {name}"), |b| {
            b.iter(|| opened.against(&book, &mut IdGenerator::new([1; 16]), now, Differing::Keep).unwrap());
        });
    }
    group.finish();
}

criterion_group!(benches, readers);
criterion_main!(benches);
