//! A small file of every source, and what comes of it.

use super::super::{Differing, Import, ImportError, Opened, table};
use super::{is_heading, known::sources};
use crate::domain::{Book, Client, Contact, IdGenerator, Kind, Moment, Record, parse};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU8, Ordering};

/// A file, its source, how many rows are new, the lines of those that are refused, and how many fields of the first
/// record say what.
type Case = (&'static str, &'static str, usize, &'static [u64], &'static [(&'static str, &'static str)]);

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    ("google.csv", "Google contacts", 3, &[5], &[
        ("first_name", "Γιώργος"), ("last_name", "Παπαδόπουλος"), ("job", "Διευθυντής"), ("birthday", "7 Mar"),
        ("mails", "Work: g.p@aegean.example, Work: giorgos@mail.example"),
        ("phones", "Mobile: +30 697 123 4567, Mobile: 210 123 4567"), ("tags", "Πελάτες"),
        ("notes", "πρώτη\nδεύτερη, με κόμμα"), ("client", "Aegean Foods")]),
    ("google-old.csv", "Google contacts (before 2024)", 2, &[], &[
        ("first_name", "Γιώργος"), ("job", "CEO"), ("mails", "Work: g.p@aegean.example, Home: x@mail.example"),
        ("phones", "Mobile: +30 697 123 4567"), ("tags", "Πελάτες"), ("client", "Aegean Foods")]),
    ("outlook-classic.csv", "Outlook contacts (classic)", 2, &[], OUTLOOK),
    ("outlook-web.csv", "Outlook contacts (web)", 2, &[], OUTLOOK),
    ("google-as-outlook.csv", "Google contacts (for Outlook)", 2, &[], OUTLOOK_OF_GOOGLE),
    ("linkedin.csv", "LinkedIn connections", 2, &[7], &[
        ("first_name", "Priya"), ("last_name", "Sharma"), ("job", "Recruiter"),
        ("custom", "URL: https://www.linkedin.com/in/priya-1\nConnected On: 12 Mar 2024\nCompany: Stripe, Inc.")]),
    ("thunderbird.csv", "Thunderbird address book", 1, &[], &[
        ("first_name", "Ann"), ("shown", ""), ("mails", "work: ann@x.example, work: lee@x.example"),
        ("phones", "work: +30 210 1"), ("job", "Buyer"), ("client", "Acme")]),
    ("salesforce-accounts.csv", "Salesforce accounts (report)", 1, &[], &[
        ("name", "Acme, Inc."), ("street", "1 Market St, Suite 300"), ("city", "San Francisco"), ("region", "CA"),
        ("postcode", "94105"), ("country", "United States"), ("phones", "office: (415) 555-0100"),
        ("web", "acme.example"), ("industry", "Technology"), ("owner_name", "Sarah Chen"),
        ("custom", "Account Site: HQ\nAnnual Revenue: USD 1,200,000"), ("contacted", "2026-09-28")]),
    ("salesforce-contacts.csv", "Salesforce contacts (report)", 1, &[], &[
        ("first_name", "Inès"), ("last_name", "Müller"), ("job", "Einkauf"), ("mails", "work: ines@acme.example"),
        ("phones", "work: +49 1, mobile: +49 2"), ("owner_name", "Sarah Chen"), ("birthday", "15 Mar 1980"),
        ("reports_to", "")]),
    ("salesforce-loader.csv", "Salesforce accounts (Data Loader)", 1, &[], &[
        ("name", "Acme"), ("city", "Athens"), ("phones", "office: +30 210 1"), ("web", "https://acme.example")]),
    ("pipedrive-organizations.csv", "Pipedrive organizations", 1, &[], &[
        ("name", "Acme, Inc."), ("tags", "Hot lead, Customer"), ("city", "San Francisco"),
        ("postcode", "94105"), ("owner_name", "Sarah Chen"), ("contacted", "2026-09-28"),
        ("custom", "Organization - Number of employees: 250")]),
    ("pipedrive-people.csv", "Pipedrive people", 1, &[], &[
        ("first_name", "Ann"), ("mails", "work: ann@acme.example, work: a.lee@acme.example"),
        ("phones", "mobile: +30 697 1"), ("owner_name", "Sarah Chen"), ("shown", "")]),
    ("zoho-accounts.csv", "Zoho accounts", 1, &[], &[
        ("name", "Acme"), ("city", "Athens"), ("owner_name", "Sarah Chen"), ("phones", "office: +30 210 1")]),
    ("zoho-contacts.csv", "Zoho contacts", 1, &[], &[
        ("first_name", "Ann"), ("client", "Acme"), ("mails", "work: ann@acme.example"), ("birthday", "7 Mar 1980"),
        ("owner_name", "Sarah Chen")]),
    ("hubspot-contacts-primary.csv", "HubSpot contacts", 1, &[3], &[
        ("first_name", "Ann"), ("mails", "work: ann@acme.example"), ("client", "Bolt")]),
    ("../hubspot-companies.csv", "HubSpot companies", 5, &[6, 7, 8, 9, 11], &[("name", "Acme, Inc.")]),
];

const OUTLOOK: &[(&str, &str)] = &[
    ("first_name", "Jürgen"),
    ("last_name", "Weiß"),
    ("job", "Leiter"),
    ("mails", "work: jw@acme.example, work: jw@home.example"),
    ("phones", "work: +49 221 1, mobile: +49 170 2"),
    ("birthday", "28 Dec 1969"),
    ("notes", "Größe: «groß», für Köln"),
    ("client", "Acme"),
    ("custom", ""),
];

/// The columns stand in another order there.
const OUTLOOK_OF_GOOGLE: &[(&str, &str)] = &[
    ("first_name", "Jürgen"),
    ("mails", "work: jw@acme.example, work: jw@home.example"),
    ("phones", "mobile: +49 170 2, work: +49 221 1"),
    ("client", "Acme"),
    ("custom", ""),
];

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn file(name: &str) -> Vec<u8> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sources").join(name);
    std::fs::read(path).unwrap()
}

fn import(bytes: &[u8], book: &Book) -> Result<Import, ImportError> {
    // Another seed each time, as each run of the program has.
    static SEED: AtomicU8 = AtomicU8::new(0);
    let seed = SEED.fetch_add(1, Ordering::Relaxed);
    Opened::read(bytes)?.against(book, &mut IdGenerator::new([seed; 16]), now(), Differing::Keep)
}

/// A book with the clients that the files name.
fn clients() -> Book {
    let mut book = Book::default();
    let text = "Record ID,Company name\n77001,Aegean Foods\n77002,Bolt\n77003,Acme\n";
    let change = import(text.as_bytes(), &book).unwrap().into_change(now());
    book.apply(&change);
    book
}

fn shown(book: &Book, record: &Record, key: &str) -> String {
    let field = record.fields().iter().find(|field| field.name == key).unwrap();
    parse::show(&field.kind, &field.read(record), &|id| book.title(id))
}

#[test]
fn every_source_comes_in_as_it_was_meant() {
    let mut wrong = vec![];
    for (name, source, new, refused, fields) in CASES {
        let book = clients();
        let import = import(&file(name), &book).unwrap_or_else(|e| panic!("{name}: {e}"));
        let lines: Vec<u64> = import.refused.iter().map(|r| r.line).collect();
        if (import.source, import.new, &lines[..]) != (*source, *new, *refused) {
            wrong.push(format!("{name}: {} {} {:?}", import.source, import.new, import.refused));
        }
        let record = &import.records.get(0).unwrap().1;
        for (field, wanted) in *fields {
            let found = shown(&book, record, field);
            if found != *wanted {
                wrong.push(format!("{name}, {field}: {found}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_row_is_accounted_for() {
    for (name, ..) in CASES {
        let mut book = clients();
        for _ in 0..2 {
            let table = table(&file(name), &is_heading, None).unwrap();
            let rows = table.rows.len() + usize::from(table.unclosed.is_some());
            let import = import(&file(name), &book).unwrap();
            let told = import.new + import.changed + import.same + import.refused.len();
            assert_eq!(told, rows, "{name}: {}", import.words());
            book.apply(&import.into_change(now()));
        }
    }
}

#[test]
fn the_same_file_again_changes_nothing() {
    for (name, ..) in CASES {
        let mut book = clients();
        let first = import(&file(name), &book).unwrap();
        let new = first.new;
        book.apply(&first.into_change(now()));
        let again = import(&file(name), &book).unwrap();
        assert_eq!((again.new, again.changed, again.same), (0, 0, new), "{name}: {:?}", again.notes);
    }
}

/// A file is claimed by one source alone: no other asks for a part of its columns.
#[test]
fn a_heading_is_one_sources_alone() {
    for (name, source, ..) in CASES {
        let table = table(&file(name), &is_heading, None).unwrap();
        let names: BTreeSet<String> = table.headers.iter().map(|header| super::plain(header)).collect();
        let claims: Vec<&str> =
            sources().filter(|s| s.is(&|name| names.contains(name))).map(|s| s.name).collect();
        assert_eq!(claims, [*source], "{name}");
    }
}

#[test]
fn a_file_with_the_right_columns_and_other_things_in_them_is_not_claimed() {
    for (text, column) in [
        ("Record ID,First Name,Email\nA-17,Ann,ann@x.example\nB-4,Bob,bob@x.example\n", "Record ID"),
        ("Record ID,First Name,Email\n1,Ann,yes\n2,Bob,no\n", "Email"),
        ("First Name,Last Name,Email Address,Position,Connected On\nAnn,Lee,3,4,5\n", "Email Address"),
    ] {
        let error = import(text.as_bytes(), &Book::default()).unwrap_err();
        assert!(
            matches!(&error, ImportError::Unfit { column: told, .. } if told == column),
            "{text}: {error}"
        );
    }
}

/// A word that says no field of this kind does not keep what stands in the column from saying one.
#[test]
fn a_column_is_proposed_by_what_stands_in_it_where_its_name_says_nothing() {
    for (kind, header, cell, field) in [
        (Kind::Client, "Role", "info@acme.example", "mails"),
        (Kind::Client, "First", "+30 210 123 4567", "phones"),
        (Kind::Contact, "City", "ann@acme.example", "mails"),
        (Kind::Contact, "City", "Athens", "custom"),
        (Kind::Client, "City", "Athens", "city"),
    ] {
        let text = format!("Name,{header}\nAcme,{cell}\n");
        let opened = super::super::csv::read(text.as_bytes(), &|_| false).unwrap();
        let proposed = super::Proposal::of(&opened, Some(kind), &Book::default());
        assert_eq!(proposed.columns[1].field, field, "{kind} {header}: {cell}");
    }
}

#[test]
fn a_foot_and_a_head_of_a_report_are_told_and_left_out() {
    for (name, words) in
        [("salesforce-accounts.csv", "foot of a report"), ("linkedin.csv", "what is above it")]
    {
        let import = import(&file(name), &clients()).unwrap();
        assert!(import.notes.iter().any(|note| note.line.is_none() && note.words.contains(words)), "{name}");
    }
}

#[test]
fn somebody_who_is_in_the_book_by_name_and_mail_is_not_there_twice() {
    let mut book = clients();
    for name in ["thunderbird.csv", "outlook-web.csv", "outlook-classic.csv", "google-as-outlook.csv"] {
        let change = import(&file(name), &book).unwrap().into_change(now());
        book.apply(&change);
    }
    assert_eq!(book.all(Kind::Contact).count(), 3);
    let known = book.all(Kind::Contact).filter_map(Contact::of).find(|c| c.first_name == "Jürgen").unwrap();
    assert_eq!((known.mails.len(), known.external.len()), (2, 2), "{:?}", known.external);
    assert_eq!(book.all(Kind::Client).filter_map(Client::of).count(), 3);
}

#[test]
fn files_made_to_do_harm_are_refused_or_told() {
    let wide = vec!["x"; 100_000].join(",");
    for text in [format!("{wide}\n"), format!("Record ID,First Name\n1,{wide}\n")] {
        let error = import(text.as_bytes(), &Book::default()).unwrap_err();
        assert!(matches!(error, ImportError::TooMuch(_)), "{error}");
    }
    let head = "Record ID,First Name,Email,Extra";
    // A value that no field holds is no reason to lose the row.
    let long = "a".repeat(1024 * 1024);
    let import = import(format!("{head}\n1,{long},ann@x.example,\n").as_bytes(), &Book::default()).unwrap();
    assert_eq!(import.new + import.refused.len(), 1);
    assert!(!import.notes.is_empty() || !import.refused.is_empty());
    // Of pages what people read is kept, also among the custom fields.
    let script = "<script>alert(1)</script>";
    let import = self::import(
        format!("{head}\n1,Ann,a@x.example,<p>Tom &amp; <b>Ann</b></p>{script}\n").as_bytes(),
        &Book::default(),
    )
    .unwrap();
    assert_eq!(shown(&Book::default(), &import.records.get(0).unwrap().1, "custom"), "Extra: Tom & Ann");
    let told: Vec<&str> = import.notes.iter().map(|note| note.words.as_str()).collect();
    assert_eq!(told, ["Extra: marks of web pages were taken away"]);
}

#[test]
fn what_stands_for_nothing_is_told_once_a_column() {
    let head = "Record ID,First Name,Email,City";
    let rows = "1,Ann,a@x.example,NULL\n2,Bob,N/A,-\n3,Cem,c@x.example,NULL\n4,Dee,d@x.example,0/0/00\n";
    let import = import(format!("{head}\n{rows}").as_bytes(), &Book::default()).unwrap();
    let told: Vec<&str> = import.notes.iter().map(|note| note.words.as_str()).collect();
    let city = "City: taken as nothing was - (1x), 0/0/00 (1x), NULL (2x)";
    assert_eq!(told, ["Email: taken as nothing was N/A (1x)", city]);
    assert_eq!(import.new, 4);
    assert!(import.records.iter().all(|(_, record)| shown(&Book::default(), &record, "custom").is_empty()));
}
