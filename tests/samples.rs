//! The samples of other programs: each comes in at the first try, without an option, and goes out again as its program has
//! it. What is written holds what was read, or what it does not hold is told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use std::path::Path;
use syndeo::domain::{Book, IdGenerator, Kind, Moment, Record, Value};
use syndeo::exchange::export::csv::Dialect;
use syndeo::exchange::{self, Differing, Import, ImportError, Mapping, Opened, Program};

/// A file; what it is taken for; how many rows are new and the lines of those that are refused; and the program it goes out
/// for again, with the labels of the fields that the program has no room for.
type Sample = (&'static str, &'static str, usize, &'static [u64], Option<(Program, &'static [&'static str])>);

const SAMPLES: &[Sample] = &[
    ("hubspot-companies.csv", "HubSpot companies", 2, &[], Some((Program::HubSpot, &[]))),
    ("hubspot-contacts.csv", "HubSpot contacts", 2, &[4], Some((Program::HubSpot, &[]))),
    ("hubspot-activities.csv", "HubSpot activities", 1, &[], None),
    ("google-new-2024.csv", "Google contacts", 3, &[7], Some((Program::Google, &[]))),
    ("google-old-utf16le.csv", "Google contacts (before 2024)", 2, &[], Some((Program::Google, &[]))),
    ("linkedin-connections.csv", "LinkedIn connections", 2, &[7], None),
    ("outlook-web-utf8bom.csv", "Outlook contacts (web)", 1, &[], Some((Program::Outlook, &[]))),
    ("pipedrive-organizations.csv", "Pipedrive organizations", 1, &[], Some((Program::Pipedrive, &[]))),
    ("salesforce-report.csv", "Salesforce accounts (report)", 1, &[], Some((Program::Salesforce, &[]))),
];

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/samples").join(name)).unwrap()
}

fn import(bytes: &[u8], book: &Book, seed: u8) -> Import {
    let opened = Opened::read(bytes).unwrap();
    opened.against(book, &mut IdGenerator::new([seed; 16]), now(), Differing::Keep).unwrap()
}

/// The fields of a record but for its ids elsewhere, without an order where there is none.
fn told(record: &Record) -> Vec<(&'static str, String)> {
    let fields = record.fields().iter().filter(|field| !matches!(field.name, "external" | "imported"));
    let each = fields.map(|field| match field.read(record) {
        Value::Labelled(mut all) => {
            all.sort();
            (field.label, format!("{all:?}"))
        }
        value => (field.label, format!("{value:?}")),
    });
    each.collect()
}

#[test]
fn every_sample_comes_in_at_the_first_try_and_goes_out_again() {
    let mut wrong = vec![];
    for (name, source, new, refused, program) in SAMPLES {
        let first = import(&sample(name), &Book::default(), 1);
        let lines: Vec<u64> = first.refused.iter().map(|row| row.line).collect();
        if (first.source, first.new, &lines[..]) != (*source, *new, *refused) {
            wrong.push(format!("{name}: {} {} {:?}", first.source, first.new, first.refused));
        }
        let Some((program, lost)) = program else { continue };
        let records: Vec<Record> = first.records.iter().map(|(_, record)| record).collect();
        let mut book = Book::default();
        book.apply(&first.into_change(now()));
        let each: Vec<&Record> = records.iter().collect();
        let plain = Dialect { spreadsheet: false, delimiter: b',' };
        let written = exchange::write_as(&book, now(), *program, (records[0].kind(), &each), plain);
        let written = written.unwrap().unwrap();
        let said: Vec<&str> = written.lost.iter().map(|(label, _)| *label).collect();
        if said != *lost {
            wrong.push(format!("{name}: lost {said:?}"));
        }
        let back = import(&written.bytes, &Book::default(), 2);
        if (back.new, back.refused.len()) != (records.len(), 0) {
            wrong.push(format!("{name}: {} come back: {:?}", back.new, back.refused));
        }
        for (record, (_, back)) in records.iter().zip(back.records.iter()) {
            for (was, is) in
                told(record).into_iter().zip(told(&back)).filter(|(was, _)| !lost.contains(&was.0))
            {
                if was != is {
                    wrong.push(format!("{name}, {}: {} became {}", was.0, was.1, is.1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What no program writes is answered with the line that brings it in; no row of it is lost by that line.
#[test]
fn what_no_program_writes_comes_in_by_the_line_that_is_proposed() {
    for (name, kind, new, refused) in [
        ("ragged.csv", Kind::Contact, 2, &[3, 4][..]),
        ("excel-el-GR-semicolon-cp1253.csv", Kind::Contact, 2, &[][..]),
    ] {
        let bytes = sample(name);
        assert!(matches!(Opened::read(&bytes), Err(ImportError::Unknown(_))), "{name}");
        let proposal = exchange::propose(&bytes, None, None).unwrap();
        assert_eq!(proposal.kind, Some(kind), "{name}");
        let mapping = Mapping::read(&proposal.line(), proposal.kind).unwrap();
        let opened = Opened::mapped(&bytes, mapping).unwrap();
        let import =
            opened.against(&Book::default(), &mut IdGenerator::new([1; 16]), now(), Differing::Keep).unwrap();
        let lines: Vec<u64> = import.refused.iter().map(|row| row.line).collect();
        assert_eq!((import.new, &lines[..]), (new, refused), "{name}: {:?}", import.refused);
    }
}
