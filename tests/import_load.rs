//! Real sizes: 1,500 companies and 4,200 contacts. The files are large and not part of the source; `SYNDEO_SAMPLES`
//! names a folder with `load-hubspot/` and `csv/` in it. Without it these tests say so and pass.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "tests print and measure")]

use std::path::PathBuf;
use std::time::Instant;
use syndeo::domain::{Book, Contact, Kind, Mint, Moment};
use syndeo::exchange::{self, Import, ImportError};

fn sample(name: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("SYNDEO_SAMPLES").map(PathBuf::from);
    let read = folder.and_then(|f| std::fs::read(f.join(name)).ok());
    if read.is_none() {
        println!("skipped: {name} is not there; set SYNDEO_SAMPLES to the folder of the samples");
    }
    read
}

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn import(bytes: &[u8], book: &Book, mint: &mut Mint) -> Import {
    let start = Instant::now();
    let import = exchange::read(bytes, book, mint, now()).unwrap();
    let rows = import.new + import.changed + import.same + import.refused.len();
    let seconds = start.elapsed().as_secs_f64();
    let rate = f64::from(u32::try_from(rows).unwrap()) / seconds;
    println!("{}; {rows} rows in {:.1} ms, {rate:.0} rows/s", import.words(), seconds * 1000.0);
    import
}

#[test]
fn every_company_comes_in_and_every_contact_stands_with_its_company() {
    let (Some(companies), Some(contacts)) =
        (sample("load-hubspot/companies.csv"), sample("load-hubspot/contacts.csv"))
    else {
        return;
    };
    let mut book = Book::default();
    let mut mint = Mint::new([1; 16]);
    for (bytes, count) in [(&companies, 1_500), (&contacts, 4_200)] {
        let import = import(bytes, &book, &mut mint);
        assert_eq!((import.new, import.changed, import.same, import.refused.len()), (count, 0, 0, 0));
        assert_eq!(import.notes, vec![]);
        book.apply(&import.into_change(now()));
    }
    assert!(book.all(Kind::Contact).filter_map(Contact::of).all(|c| c.client.0.is_some()));
    for record in book.everything() {
        assert_eq!(record.faults(), vec![]);
    }
    for (bytes, count) in [(&companies, 1_500), (&contacts, 4_200)] {
        let again = import(bytes, &book, &mut mint);
        assert_eq!((again.new, again.changed, again.same), (0, 0, count));
    }
}

#[test]
fn the_small_samples_are_read_or_refused_with_words() {
    let book = Book::default();
    let mut mint = Mint::new([1; 16]);
    for (name, new) in [("csv/hubspot-companies.csv", 2), ("csv/hubspot-contacts.csv", 2)] {
        let Some(bytes) = sample(name) else { return };
        let import = import(&bytes, &book, &mut mint);
        assert_eq!(import.new, new, "{name}");
        for note in
            import.notes.iter().map(ToString::to_string).chain(import.refused.iter().map(ToString::to_string))
        {
            println!("  {note}");
        }
    }
    for name in [
        "csv/excel-el-GR-semicolon-cp1253.csv",
        "csv/google-new-2024.csv",
        "csv/google-old-utf16le.csv",
        "csv/hubspot-activities.csv",
        "csv/linkedin-connections.csv",
        "csv/outlook-web-utf8bom.csv",
        "csv/pipedrive-organizations.csv",
        "csv/ragged.csv",
        "csv/salesforce-report.csv",
        "csv-salesforce/accountData.csv",
    ] {
        let Some(bytes) = sample(name) else { return };
        let refused = exchange::read(&bytes, &book, &mut mint, now()).unwrap_err();
        assert!(matches!(refused, ImportError::Unknown(_)), "{name}: {refused}");
    }
    let greek = sample("csv/excel-el-GR-semicolon-cp1253.csv").unwrap();
    let table = exchange::csv::read(&greek, |_| false).unwrap();
    assert_eq!((table.encoding, table.delimiter), ("windows-1253", ';'), "{:?}", table.headers);
}
