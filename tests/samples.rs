//! The samples of other programs: each comes in at the first try, without an option, and goes out again as its program has
//! it. What is written holds what was read, or what it does not hold is told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use std::path::Path;
use syndeo::domain::{Book, IdGenerator, Moment, Record, Value, json, parse};
use syndeo::exchange::export::csv::Dialect;
use syndeo::exchange::{self, Differing, Import, ImportError, Mapping, Opened, Own, Program};

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
    ("ragged.csv", "contacts as mapped", 2, &[3, 4], Some((Program::Google, &[]))),
    ("excel-el-GR-semicolon-cp1253.csv", "contacts as mapped", 2, &[], Some((Program::Google, &[]))),
    (
        "../../../../shared/data/load-hubspot/companies.csv",
        "HubSpot companies",
        1500,
        &[],
        Some((Program::HubSpot, &[])),
    ),
    (
        "../../../../shared/data/load-hubspot/contacts.csv",
        "HubSpot contacts",
        4200,
        &[],
        Some((Program::HubSpot, &[])),
    ),
    ("../../../../shared/data/load-hubspot/activities.csv", "HubSpot activities", 24141, &[], None),
    (
        "../../../../shared/data/csv-salesforce/accountData.csv",
        "Salesforce accounts (Data Loader)",
        423,
        &[],
        Some((Program::Salesforce, &[])),
    ),
];

/// A file; a record of it by its title; a field of it, and what it shows.
const FIELDS: &[(&str, &str, &str, &str)] = &[
    ("hubspot-companies.csv", "Acme, Inc.", "phones", "office: +1 415 555 0100"),
    ("google-new-2024.csv", "Γιώργος Παπαδόπουλος", "job", "Διευθυντής"),
    ("salesforce-report.csv", "Acme, Inc.", "contacted", "2026-09-28"),
    // The other dates of the report have the month first.
    ("salesforce-report.csv", "Acme, Inc.", "created", "2020-01-02"),
    ("ragged.csv", "Ann Short", "mails", "work: a@x.example"),
    ("ragged.csv", "Ann Short", "phones", ""),
    ("ragged.csv", "Cat =1+1", "phones", "work: +30 210"),
    ("ragged.csv", "Cat =1+1", "custom", "company: @SUM(A1)"),
    ("excel-el-GR-semicolon-cp1253.csv", "Γιώργος Παπάς", "mails", "work: g@t.example"),
    ("excel-el-GR-semicolon-cp1253.csv", "Γιώργος Παπάς", "phones", "work: 210 1234567"),
    ("excel-el-GR-semicolon-cp1253.csv", "Γιώργος Παπάς", "notes", "καλό; πολύ"),
    (
        "excel-el-GR-semicolon-cp1253.csv",
        "Γιώργος Παπάς",
        "custom",
        "Ποσό: 1.234,50\nΗμερομηνία: 05/02/2026\nΕπωνυμία: Ελληνικά Τρόφιμα Α.Ε.",
    ),
    ("excel-el-GR-semicolon-cp1253.csv", "Ελένη Νικολάου", "phones", "work: 6971234567"),
];

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn sample(name: &str) -> Vec<u8> {
    found(name).unwrap()
}

/// A sample; the large ones may lie beside the sources.
fn found(name: &str) -> Option<Vec<u8>> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/samples").join(name)).ok()
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
        let bytes = match found(name) {
            None if name.starts_with("..") => continue,
            bytes => bytes.unwrap(),
        };
        let first = import(&bytes, &Book::default(), 1);
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

/// What is written as our own comes back whole, with its ids.
#[test]
fn every_sample_goes_out_as_ours_and_comes_back_the_same() {
    for (name, ..) in SAMPLES {
        let Some(bytes) = found(name) else { continue };
        let records: Vec<Record> =
            import(&bytes, &Book::default(), 1).records.iter().map(|(_, record)| record).collect();
        let lines: Vec<String> = records.iter().map(|record| json::write(record).to_string()).collect();
        let back = Own::read(lines.join("\n").as_bytes()).unwrap().against(&Book::default(), Differing::Keep);
        let mut back: Vec<Record> =
            back.iter().flat_map(|import| import.records.iter()).map(|(_, record)| record).collect();
        back.sort_by_key(|record| records.iter().position(|other| other.id() == record.id()));
        assert_eq!(back, records, "{name}");
    }
}

/// Each field holds what stands in the file for it.
#[test]
fn what_stands_in_a_sample_is_in_the_field_it_is_for() {
    for (name, title, field, wanted) in FIELDS {
        let all = import(&sample(name), &Book::default(), 1);
        let record = all.records.iter().map(|(_, record)| record).find(|record| record.title() == *title);
        let record = record.unwrap_or_else(|| panic!("{name}: no {title}"));
        let shown = if *field == "created" {
            record.head().created.date().to_string()
        } else {
            let of = record.kind().field(field).unwrap();
            parse::show(&of.kind, &of.read(&record), &|_| String::new())
        };
        assert_eq!(shown, *wanted, "{name}, {title}: {field}");
    }
}

/// A table that its columns leave nothing open about is read by their names; where they do, that is asked.
#[test]
fn columns_decide_by_their_names_or_are_asked_about() {
    for (text, wanted) in [
        ("Name,Company,Email\nAnn,Acme,a@x.example\n", Some("Name=name,Company=client,Email=mails")),
        ("Firma,Website,PLZ\nAcme,https://x.example,10563\n", Some("Firma=name,Website=web,PLZ=postcode")),
        // A column that is called nothing that is known.
        ("Name,Company,Email,Wer\nAnn,Acme,a@x.example,Bob\n", None),
        // One that is, and is empty, says nothing.
        ("Name,Company,Email,Wer\nAnn,Acme,a@x.example,\n", Some("Name=name,Company=client,Email=mails")),
        // What stands in it is not what it is called.
        ("Name,Company,Email\nAnn,Acme,Athens\n", None),
        // Two for one place.
        ("Name,Full name,Company\nAnn,Ann B,Acme\n", None),
        // Nobody can tell whether each row is a client or a person.
        ("Name,Email\nAnn,a@x.example\n", None),
        // A task may be for a client and a person.
        ("Name,Company,Due,Email\nAnn,Acme,2026-12-01,a@x.example\n", None),
        // A list of what was paid: the same person stands there twice.
        (
            "Name,Company,Email,Date,Amount\nAnn,Acme,a@x.example,2026-12-01,\"5,00\"\nAnn,Acme,A@x.example,2026-12-02,\"6,00\"\n",
            None,
        ),
        // Nothing tells who it is about.
        ("Name,Company,Date\nAnn,Acme,2026-12-01\n", None),
        // Words beside a person say what is to be done for them.
        ("Name,Company,Email,Status\nAnn,Acme,a@x.example,open\n", None),
    ] {
        let read = Opened::read(text.as_bytes());
        let line = match &read {
            Ok(opened) => opened.by_names().map(Mapping::line),
            Err(ImportError::Unknown(_)) => None,
            Err(error) => panic!("{text}: {error}"),
        };
        assert_eq!(line.as_deref(), wanted, "{text}");
    }
}
