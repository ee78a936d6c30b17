//! Real sizes: 1,500 companies and 4,200 contacts. The files are large and not part of the source; `SYNDEO_SAMPLES`
//! names a folder with `load-hubspot/` and `csv/` in it. Without them files of the same shape are made up; only the
//! small samples of other programs are passed over.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests print and measure")]

use fastrand::Rng;
use std::path::PathBuf;
use std::time::Instant;
use syndeo::domain::{Book, Contact, IdGenerator, Kind, Moment};
use syndeo::exchange::{self, Import};

/// A file of the samples: in the folder that is named, else in the one that may lie beside the sources.
fn found(name: &str) -> Option<Vec<u8>> {
    let named = std::env::var_os("SYNDEO_SAMPLES").map(PathBuf::from);
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    named.into_iter().chain([beside]).find_map(|folder| std::fs::read(folder.join(name)).ok())
}

fn sample(name: &str) -> Option<Vec<u8>> {
    let read = found(name);
    if read.is_none() {
        println!("skipped: {name} is not there; set SYNDEO_SAMPLES to the folder of the samples");
    }
    read
}

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn import(bytes: &[u8], book: &Book, id_generator: &mut IdGenerator) -> Import {
    let start = Instant::now();
    let import = exchange::read(bytes, book, id_generator, now()).unwrap();
    let rows = import.new + import.changed + import.same + import.refused.len();
    let seconds = start.elapsed().as_secs_f64();
    let rate = f64::from(u32::try_from(rows).unwrap()) / seconds;
    println!("{}; {rows} rows in {:.1} ms, {rate:.0} rows/s", import.words(), seconds * 1000.0);
    import
}

/// Companies and contacts: real ones where there are some, else made-up ones of the same shape.
fn load() -> (Vec<u8>, Vec<u8>) {
    if let (Some(companies), Some(contacts)) =
        (found("load-hubspot/companies.csv"), found("load-hubspot/contacts.csv"))
    {
        return (companies, contacts);
    }
    println!("no real exports are there; made-up ones of the same shape are used");
    (companies(1_500).into_bytes(), contacts(4_200, 1_500).into_bytes())
}

/// A cell as exports write it: quoted only where it must be.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn row(cells: &[String]) -> String {
    cells.iter().map(|c| cell(c)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// The text, in one of so many rows; else nothing.
fn sometimes(rng: &mut Rng, one_in: u32, text: String) -> String {
    if rng.u32(..one_in) == 0 { text } else { String::new() }
}

const COUNTRIES: [&str; 5] = ["Ελλάδα", "France", "United States", "Österreich", "Κύπρος"];
const NAMES: [&str; 6] =
    ["Ελαιώνες", "Flores, Martinez", "Société \"Générale\"", "Wells-Byrne", "Süd", "O'Neil"];

fn name_of(n: usize) -> String {
    format!("{} {n}", NAMES[n % NAMES.len()])
}

fn companies(count: usize) -> String {
    let mut rng = Rng::with_seed(1);
    let mut out =
        "Record ID,Company name,Company Domain Name,Website URL,Company owner,Create Date,Phone Number,City,\
        Country/Region,Postal Code,Street Address,Industry,Number of Employees,Annual Revenue\r\n"
            .to_owned();
    for n in 0..count {
        let (month, day, phone) = (rng.u8(1..13), rng.u8(1..29), rng.u32(100_000..999_999));
        let lines = if rng.bool() { "\nΌροφος 2" } else { "" };
        out += &row(&[
            (9_000_000_000 + n).to_string(),
            // Some share a name; the ids tell them apart.
            name_of(if n % 50 == 49 { n - 1 } else { n }),
            format!("firm{n}.example"),
            sometimes(&mut rng, 2, format!("https://www.firm{n}.example")),
            sometimes(&mut rng, 2, "Jürgen Weiß".into()),
            format!("2023-{month:02}-{day:02}"),
            sometimes(&mut rng, 2, format!("+30 210 {phone}")),
            "Ηράκλειο".into(),
            COUNTRIES[n % COUNTRIES.len()].into(),
            format!("{:05}", rng.u32(..99_999)),
            format!("{}, rue de Thibault{lines}", rng.u8(1..)),
            "logistics".into(),
            "200-499".into(),
            "$1M-$10M".into(),
        ]);
    }
    out
}

fn contacts(count: usize, companies: usize) -> String {
    let mut rng = Rng::with_seed(2);
    let mut out =
        "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name,\
        Associated Company IDs,Contact owner,Lifecycle Stage,Create Date,Notes\r\n"
            .to_owned();
    for n in 0..count {
        let company = rng.usize(..companies);
        let (month, day, phone) = (rng.u8(1..13), rng.u8(1..29), rng.u32(100_000..999_999));
        out += &row(&[
            (8_000_000_000_usize + n).to_string(),
            ["Inès", "Νίκος", "Richard"][n % 3].into(),
            format!("Παπαδοπούλου-{n}"),
            if n % 22 == 0 { String::new() } else { format!("person{n}@firm{company}.example") },
            sometimes(&mut rng, 2, format!("+33 4 {phone}")),
            sometimes(&mut rng, 4, format!("001-{phone}x03137")),
            "Head of Procurement".into(),
            name_of(if company % 50 == 49 { company - 1 } else { company }),
            (9_000_000_000 + company).to_string(),
            "Tom Becker".into(),
            sometimes(&mut rng, 2, "opportunity".into()),
            format!("2022-{month:02}-{day:02}"),
            sometimes(&mut rng, 7, format!("first line {n}\nδεύτερη γραμμή, \"λέει\"")),
        ]);
    }
    out
}

#[test]
fn every_company_comes_in_and_every_contact_stands_with_its_company() {
    let (companies, contacts) = load();
    all_come_in(&companies, &contacts);
}

/// The made-up ones, whether there are real ones or not.
#[test]
fn made_up_exports_are_of_the_same_shape() {
    all_come_in(companies(1_500).as_bytes(), contacts(4_200, 1_500).as_bytes());
}

fn all_come_in(companies: &[u8], contacts: &[u8]) {
    let mut book = Book::default();
    let mut id_generator = IdGenerator::new([1; 16]);
    for (bytes, count) in [(companies, 1_500), (contacts, 4_200)] {
        let import = import(bytes, &book, &mut id_generator);
        assert_eq!((import.new, import.changed, import.same, import.refused.len()), (count, 0, 0, 0));
        assert_eq!(import.notes, vec![]);
        book.apply(&import.into_change(now()));
    }
    assert!(book.all(Kind::Contact).filter_map(Contact::of).all(|c| c.client.0.is_some()));
    for record in book.everything() {
        assert_eq!(record.errors(), vec![]);
    }
    for (bytes, count) in [(companies, 1_500), (contacts, 4_200)] {
        let again = import(bytes, &book, &mut id_generator);
        assert_eq!((again.new, again.changed, again.same), (0, 0, count));
    }
}

#[test]
fn the_small_samples_are_read() {
    let book = Book::default();
    let mut id_generator = IdGenerator::new([1; 16]);
    for (name, new) in [("csv/hubspot-companies.csv", 2), ("csv/hubspot-contacts.csv", 2)] {
        let Some(bytes) = sample(name) else { return };
        let import = import(&bytes, &book, &mut id_generator);
        assert_eq!(import.new, new, "{name}");
        for note in
            import.notes.iter().map(ToString::to_string).chain(import.refused.iter().map(ToString::to_string))
        {
            println!("  {note}");
        }
    }
    for (name, source, new) in [
        ("csv/excel-el-GR-semicolon-cp1253.csv", "contacts as mapped", 2),
        ("csv/ragged.csv", "contacts as mapped", 2),
        ("csv/google-new-2024.csv", "Google contacts", 3),
        ("csv/google-old-utf16le.csv", "Google contacts (before 2024)", 2),
        ("csv/hubspot-activities.csv", "HubSpot activities", 1),
        ("csv/linkedin-connections.csv", "LinkedIn connections", 2),
        ("csv/outlook-web-utf8bom.csv", "Outlook contacts (web)", 1),
        ("csv/pipedrive-organizations.csv", "Pipedrive organizations", 1),
        ("csv/salesforce-report.csv", "Salesforce accounts (report)", 1),
        ("csv-salesforce/accountData.csv", "Salesforce accounts (Data Loader)", 423),
    ] {
        let Some(bytes) = sample(name) else { return };
        let import = exchange::read(&bytes, &book, &mut id_generator, now()).unwrap();
        assert_eq!((import.source, import.new), (source, new), "{name}: {:?}", import.refused);
    }
    let greek = sample("csv/excel-el-GR-semicolon-cp1253.csv").unwrap();
    let table = exchange::csv::read(&greek, &|_| false).unwrap();
    assert_eq!((table.encoding, table.delimiter), ("windows-1253", Some(';')), "{:?}", table.headers);
}
