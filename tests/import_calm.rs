//! A first import is calm: days of last contact count, and nothing cries on the day it was brought in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use syndeo::domain::derive::today::{Reason, today};
use syndeo::domain::{Book, Change, Client, Contact, IdGenerator, Kind, Moment};
use syndeo::exchange::{self, Import};

const COMPANIES: &str = "Record ID,Company name,Create Date,Last Activity Date,Last Contacted\n\
    1,Acme,2021-01-06,2026-11-20 14:03,2026-11-18\n\
    2,Beta,2021-01-06,,2026-10-01T08:00:00Z\n\
    3,Gamma,2021-01-06,,\n\
    4,Delta,2021-01-06,2999-01-01,\n\
    5,Epsilon,2021-01-06,3/4/2026,\n";

const CONTACTS: &str = "Record ID,First Name,Last Name,Associated Company IDs,Last Contacted\n\
    11,Maria,Papadaki,3,2026-11-22\n";

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn bring(book: &mut Book, text: &str) -> (Import, Change) {
    let import = exchange::read(text.as_bytes(), book, &mut IdGenerator::new([2; 16]), now()).unwrap();
    let change = exchange::change_of(vec![import.clone()], now());
    book.apply(&change);
    (import, change)
}

fn client<'a>(book: &'a Book, name: &str) -> &'a Client {
    book.all(Kind::Client).filter_map(Client::of).find(|c| c.name == name).unwrap()
}

#[test]
fn days_of_last_contact_count_and_nothing_cries() {
    let mut book = Book::default();
    let (import, _) = bring(&mut book, COMPANIES);
    bring(&mut book, CONTACTS);
    let day = |name: &str| client(&book, name).contacted.map(|d| d.to_string());
    assert_eq!(day("Acme").as_deref(), Some("2026-11-20"), "the later of both columns");
    assert_eq!(day("Beta").as_deref(), Some("2026-10-01"));
    assert_eq!(day("Gamma"), None);
    // What lies ahead or can be read in two ways is kept as it stands, and the second is told.
    let own = |name: &str| client(&book, name).custom.iter().map(|l| l.value.clone()).collect::<Vec<_>>();
    assert_eq!((day("Delta"), own("Delta")), (None, vec!["2999-01-01".to_owned()]));
    assert_eq!((day("Epsilon"), own("Epsilon")), (None, vec!["3/4/2026".to_owned()]));
    let notes: Vec<String> = import.notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes.iter().filter(|n| n.contains("3/4/2026")).count(), 1, "{notes:?}");
    let maria = book.all(Kind::Contact).find_map(Contact::of).unwrap();
    assert_eq!(maria.contacted.map(|d| d.to_string()).as_deref(), Some("2026-11-22"));
    let rows = today(&book, now());
    assert_eq!(rows.iter().map(|r| r.reason).collect::<Vec<_>>(), [Reason::NoTier]);
    assert_eq!(
        syndeo::words::today::row(&book, &rows[0], now().date()),
        "5 clients without a tier: how much care are they owed?"
    );
}

#[test]
fn the_same_file_again_changes_nothing_and_a_later_one_brings_only_later_days() {
    let mut book = Book::default();
    bring(&mut book, COMPANIES);
    let (again, change) = bring(&mut book, COMPANIES);
    assert_eq!((again.new, again.changed, change.edits.len()), (0, 0, 0), "{:?}", again.notes);
    let (_, change) =
        bring(&mut book, &COMPANIES.replace("2026-11-20 14:03", "2026-09-09").replace("2026-11-18", ""));
    assert_eq!(change.edits.len(), 0, "an earlier day tells nothing new");
    let (later, change) = bring(&mut book, &COMPANIES.replace("2026-11-20 14:03", "2026-11-23"));
    assert_eq!((later.changed, later.kept, change.edits.len()), (1, 0, 1));
    assert_eq!(client(&book, "Acme").contacted.map(|d| d.to_string()).as_deref(), Some("2026-11-23"));
}
