//! Imports at scale, by the real binary: how much memory a row takes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![cfg(target_os = "linux")]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use syndeo::store::Options;
use wait4::Wait4 as _;

/// Contacts as a program has them, some 200 bytes a row.
fn contacts(path: &Path, rows: u64) {
    let mut out = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    let head = "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Contact owner,Lifecycle Stage,\
                Lead Status,Create Date,City,Country/Region";
    writeln!(out, "{head}").unwrap();
    for n in 0..rows {
        let (month, day, id) = (1 + n % 12, 1 + n % 28, 8_000_000_000 + n);
        writeln!(
            out,
            "{id},Inès {n},Παπαδοπούλου,person{n}@firm{}.example,+30 210 {:07},+30 694 {:07},Head of Procurement,Tom Becker,\
             opportunity,In progress,2022-{month:02}-{day:02},Ηράκλειο,Ελλάδα",
            n / 9,
            n % 9_999_999,
            (n * 7) % 9_999_999
        )
        .unwrap();
    }
}

/// Runs the program on a book: what it said, and the most memory that was resident, in bytes.
fn run(book: &Path, args: &[&str]) -> (String, u64) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_syndeo"))
        .args(args)
        .arg("--book")
        .arg(book)
        .env("SYNDEO_LOG", "off")
        .env_remove("SYNDEO_CALENDAR")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    std::io::Read::read_to_string(&mut child.stdout.take().unwrap(), &mut said).unwrap();
    let ended = child.wait4().unwrap();
    assert!(ended.status.success(), "{said}");
    (said, ended.rusage.maxrss)
}

/// Imports so many rows into a new book, and takes them back: the most memory that was resident in each, in bytes.
fn peaks(rows: u64) -> [u64; 2] {
    let dir = tempfile::tempdir().unwrap();
    let (file, book) = (dir.path().join("contacts.csv"), dir.path().join("book"));
    contacts(&file, rows);
    let (said, import) = run(&book, &["import", file.to_str().unwrap(), "--json"]);
    let mut wanted = String::new();
    write!(wanted, "\"new\":{rows},").unwrap();
    assert!(said.contains(&wanted), "{said}");
    let (said, undo) = run(&book, &["undo"]);
    assert!(said.contains(&format!("({rows} record")), "{said}");
    [import, undo]
}

/// What a row takes beyond what the process takes anyway, from the first byte read to the last one saved and backed up, and
/// when it is taken back. The database fills its cache meanwhile, however many rows there are: that much is its own and not
/// the rows'.
#[test]
fn a_row_takes_no_more_than_a_kilobyte() {
    let rows = 100_000;
    for (alone, whole) in peaks(1).into_iter().zip(peaks(rows)) {
        let taken = whole.saturating_sub(alone + Options::default().cache_bytes) / rows;
        assert!(taken <= 1000, "{taken} bytes a row: {whole} bytes for {rows} rows, {alone} for one");
    }
}
