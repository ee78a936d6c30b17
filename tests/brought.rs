//! What comes of files of other programs, whole: each file of the fixtures against an empty book, then once more against the
//! book that came of it; and what is said of each row. `UPDATE=1 cargo test --test brought` writes it anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod golden_support;

use golden_support::Golden;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use syndeo::demo;
use syndeo::domain::{
    Book, Client, Contact, Department, IdGenerator, Kind, Labelled, Moment, Project, Record, json,
};
use syndeo::exchange::{DateOrder, Differing, Import, Mapping, NumberStyle, Opened, propose};

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

/// A book with the clients, people, colleagues and projects that the files of work name.
fn known() -> Book {
    let ids = &mut IdGenerator::new([8; 16]);
    let mut records: Vec<Record> = vec![];
    let mut design = Department::new(ids.next(now()), now());
    design.name = "Design".into();
    let design_id = design.id;
    records.push(design.into());
    for (name, system) in [
        ("Acme", "hubspot:company:77001"),
        ("Acme, Inc.", "hubspot:company:77003"),
        ("Bolt", "hubspot:company:77002"),
        ("Cook", ""),
    ] {
        let mut client = Client::new(ids.next(now()), now());
        client.name = name.into();
        client.external.extend(Some(system.to_owned()).filter(|system| !system.is_empty()));
        let mut project = Project::new(ids.next(now()), now());
        (project.name, project.client.0) = ("Rollout".into(), Some(client.id));
        if name == "Acme, Inc." {
            let mut priya = Contact::new(ids.next(now()), now());
            (priya.first_name, priya.last_name, priya.client.0) =
                ("Priya".into(), "Example".into(), Some(client.id));
            priya.mails = vec![Labelled { label: String::new(), value: "priya@acme.example".into() }];
            records.push(priya.into());
            records.push(project.into());
        }
        records.push(client.into());
    }
    for (first, last) in [("Sarah", "Chen"), ("Tom", "Becker"), ("Inès", "Moreau")] {
        let mut ours = Contact::new(ids.next(now()), now());
        (ours.first_name, ours.last_name, ours.department.0) = (first.into(), last.into(), Some(design_id));
        records.push(ours.into());
    }
    Book::of(records)
}

/// A record as the lines of its fields; what points at another says its name.
fn told(book: &Book, record: &Record) -> String {
    let mut text = json::write(record).to_string();
    for other in book.everything() {
        text = text.replace(&other.id().id.to_string(), &format!("→{}", other.title()));
    }
    text
}

fn brought(out: &mut String, book: &Book, bytes: &[u8], differing: Differing) -> Option<Import> {
    let file = match Opened::read(bytes) {
        Ok(file) => file.of_me(&["me@own.example".into()]),
        Err(error) => {
            writeln!(out, "! {error}").unwrap();
            return None;
        }
    };
    let import = file.against(book, &mut IdGenerator::new([9; 16]), now(), differing);
    let import = match import {
        Ok(import) => import,
        Err(error) => {
            writeln!(out, "! {error}").unwrap();
            return None;
        }
    };
    writeln!(out, "{}", import.words()).unwrap();
    for note in &import.notes {
        writeln!(out, "note {note}").unwrap();
    }
    for refused in &import.refused {
        writeln!(out, "refused {refused}").unwrap();
    }
    let after =
        Book::of(book.everything().cloned().chain(import.records.iter().map(|(_, after)| after.clone())));
    for ((before, record), line) in import.records.iter().zip(&import.lines) {
        let sort = if before.is_some() { "changes" } else { "new" };
        writeln!(out, "{line} {sort} {}", told(&after, &record)).unwrap();
    }
    for (line, id) in &import.unchanged {
        writeln!(out, "{line} stays {}", book.name(*id)).unwrap();
    }
    Some(import)
}

fn files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let of = |folder: PathBuf| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        of(root.clone()).chain(of(root.join("sources"))).filter(|path| path.is_file()).collect();
    files.sort();
    assert!(files.len() > 30, "{}", files.len());
    files
}

#[test]
fn every_file_brings_what_it_brought() {
    let mut golden = Golden::new("brought", "brought");
    for path in files() {
        let bytes = std::fs::read(&path).unwrap();
        let (mut out, mut book) = (String::new(), Book::default());
        if let Some(import) = brought(&mut out, &book, &bytes, Differing::Keep) {
            book.apply(&import.into_change(now()));
            out.push_str("\nonce more\n");
            brought(&mut out, &book, &bytes, Differing::Keep);
        }
        out.push_str("\nwhere those are in the book whom it names\n");
        brought(&mut out, &known(), &bytes, Differing::Keep);
        golden.holds(&path.file_stem().unwrap().to_string_lossy(), &out);
    }
    golden.done();
}

/// Cards, calendars and mail, against the sample book: what is there already is found, and what differs is told.
#[test]
fn cards_calendars_and_mail_bring_what_they_brought() {
    let mut golden = Golden::new("brought-files", "brought");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/files");
    let sample = Book::of(demo::book(now()));
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let (mut out, mut book) = (String::new(), sample.clone());
        if let Some(import) = brought(&mut out, &book, &bytes, Differing::Keep) {
            book.apply(&import.into_change(now()));
            out.push_str("\nonce more\n");
            brought(&mut out, &book, &bytes, Differing::Keep);
        }
        // Against an empty book, whose own fields the file may then write over.
        out.push_str("\nagainst an empty book\n");
        let mut empty = Book::default();
        if let Some(import) = brought(&mut out, &empty, &bytes, Differing::Keep) {
            for (_, record) in import.records {
                let mut other = record.clone();
                for name in ["job", "city", "notes", "summary"] {
                    let Some(field) = other.kind().field(name) else { continue };
                    // What takes no text stays as it is.
                    let _ = field.write(&mut other, syndeo::domain::Value::Text("another".into()));
                }
                empty.put(other);
            }
            for differing in [Differing::Keep, Differing::Overwrite] {
                writeln!(out, "\nwhere the book says another: {differing:?}").unwrap();
                brought(&mut out, &empty, &bytes, differing);
            }
        }
        golden.holds(&path.file_name().unwrap().to_string_lossy().replace('.', "-"), &out);
    }
    golden.done();
}

/// What a table is made of that no program is known by, and what comes of it where a person said what its columns are; a
/// mapping that cannot be followed says why.
#[test]
fn tables_are_proposed_and_mapped_as_they_were() {
    let mut golden = Golden::new("brought-mapped", "brought");
    let mut out = String::new();
    for path in files() {
        let bytes = std::fs::read(&path).unwrap();
        writeln!(out, "{}", path.file_name().unwrap().to_string_lossy()).unwrap();
        match propose(&bytes, None, None) {
            Ok(proposal) => {
                writeln!(out, "  rows are {:?}", proposal.kind).unwrap();
                for c in &proposal.columns {
                    writeln!(out, "  {} → {} ({}) {:?}", c.column, c.field, c.looks.name(), c.samples)
                        .unwrap();
                }
                proposal.notes.iter().for_each(|note| writeln!(out, "  note {note}").unwrap());
            }
            Err(error) => writeln!(out, "  ! {error}").unwrap(),
        }
    }
    golden.holds("proposed", &out);
    for (name, kind, mapping) in MAPPED {
        let mut out = format!("{mapping}\n\n");
        let mapping = match Mapping::read_in(&known(), mapping, *kind) {
            Ok(mapping) => mapping,
            Err(error) => {
                golden.holds(name, &format!("{out}! {error}\n"));
                continue;
            }
        };
        writeln!(out, "{}", mapping.line()).unwrap();
        for (order, style) in ORDERS {
            writeln!(out, "\n{order:?} {style:?}").unwrap();
            let file = match Opened::mapped(TABLE.as_bytes(), mapping.clone()) {
                Ok(file) => file.dated(*order).numbered(*style),
                Err(error) => {
                    writeln!(out, "! {error}").unwrap();
                    continue;
                }
            };
            let import = file.against(&known(), &mut IdGenerator::new([9; 16]), now(), Differing::Keep);
            match import {
                Ok(import) => {
                    writeln!(out, "{}", import.words()).unwrap();
                    import.notes.iter().for_each(|note| writeln!(out, "note {note}").unwrap());
                    import.refused.iter().for_each(|refused| writeln!(out, "refused {refused}").unwrap());
                    for ((_, record), line) in import.records.iter().zip(&import.lines) {
                        writeln!(out, "{line} {}", told(&known(), &record)).unwrap();
                    }
                    let rest =
                        file.refused(&import).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
                    writeln!(out, "to mend:\n{}", rest.unwrap_or_default()).unwrap();
                }
                Err(error) => writeln!(out, "! {error}").unwrap(),
            }
        }
        golden.holds(name, &out);
    }
    golden.done();
}

/// Rows as people keep them: days and numbers in two ways, names that are and are not known, what fits nowhere.
const TABLE: &str = "Firma,Who,Mail,ΚΙΝΗΤΌ,Office line,Date,Due,Amount,Notes,Status,Tags,Minutes,Extra,Start\n\
    Acme,Priya Example,priya@acme.example; p2@acme.example,+30 697 1,210 1,03/04/2025,05/06/2027,\"1.200,00\",first,done,a; b,45,x,14:30\n\
    Nobody Ltd,Tom Becker,not an address,12,,13/04/2025,2027-06-05,\"1,200.50\",,waiting,,1h,,9\n\
    ,Sarah Chen,sarah@own.example,,,31/02/2025,tomorrow,CHF 10,\"two\nlines\",nonsense,c,abc,y,25:00\n\
    Acme,,,,,2025-04-03T10:20:00Z,,0,,open,,0,,\n\
    Bolt,Nobody Known,x@bolt.example,,,,,12x,last,cancelled,\"d, e\",600,,00:00\n\
    Acme,Priya Example,priya@acme.example; p2@acme.example,+30 697 1,210 1,03/04/2025,05/06/2027,\"1.200,00\",first,done,a; b,45,x,14:30\n";

const ORDERS: &[(Option<DateOrder>, Option<NumberStyle>)] = &[
    (None, None),
    (Some(DateOrder::DayFirst), Some(NumberStyle::Comma)),
    (Some(DateOrder::MonthFirst), Some(NumberStyle::Point)),
];

#[rustfmt::skip]
const MAPPED: &[(&str, Option<Kind>, &str)] = &[
    ("clients", Some(Kind::Client), "Firma=name,Mail=mails,ΚΙΝΗΤΌ=phones,Office line=phones,Notes=notes,Tags=tags,Status=status"),
    ("people", Some(Kind::Contact), "Who=name,Firma=client,Mail=mails,ΚΙΝΗΤΌ=phones,Office line=phones,Date=birthday,Notes=notes,Tags=tags"),
    ("tasks", Some(Kind::Task), "Notes=title,Who=assignee,Firma=client,Due=due,Date=done_on,Status=status,Tags=tags,Minutes=effort"),
    ("requests", Some(Kind::Request), "Notes=title,Firma=client,Who=asked_by,Date=received,Due=wanted_by,Status=status"),
    ("touches", Some(Kind::Interaction), "Notes=summary,Firma=clients,Who=people,Date=at,Minutes=minutes,Status=touch"),
    ("agreements", Some(Kind::Agreement), "Notes=name,Firma=client,Date=start,Due=end,Amount=value,Status=status"),
    ("projects", Some(Kind::Project), "Notes=name,Firma=client,Date=start,Due=promised,Amount=money_budget,Status=status"),
    ("told-by-fields", None, "Who=first_name,Firma=client"),
    ("of-no-kind", None, "Notes=notes"),
    ("field-twice", Some(Kind::Client), "Firma=name,Who=name"),
    ("column-twice", Some(Kind::Client), "Firma=name,firma=notes"),
    ("no-such-field", Some(Kind::Client), "Firma=nam"),
    ("no-such-column", Some(Kind::Client), "Firm=name"),
    ("no-pair", Some(Kind::Client), "Firma"),
    ("nothing", Some(Kind::Client), ""),
    ("without-what-it-needs", Some(Kind::Client), "Notes=notes"),
];

/// A series in the time of UTC stays there, wherever it is read; what is left out of it and what moved is found.
#[test]
fn a_series_in_utc_is_at_its_times() {
    let file = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:utc\nDTSTART:20261102T080000Z\nRRULE:FREQ=DAILY;COUNT=4\n\
        EXDATE:20261103T080000Z\nSUMMARY:Aegean Foods\nEND:VEVENT\nBEGIN:VEVENT\nUID:utc\nRECURRENCE-ID:20261104T080000Z\n\
        DTSTART:20261104T103000Z\nSUMMARY:Aegean Foods, later\nEND:VEVENT\nEND:VCALENDAR\n";
    let book = Book::of(demo::book(now()));
    let import = Opened::read(file.as_bytes()).unwrap();
    let import = import.against(&book, &mut IdGenerator::new([9; 16]), now(), Differing::Keep).unwrap();
    let touch = |record: Record| match record {
        Record::Interaction(touch) => touch.at.to_rfc3339(),
        other => panic!("{}", other.title()),
    };
    let mut at: Vec<String> = import.records.iter().map(|(_, after)| touch(after.clone())).collect();
    at.sort();
    let wanted =
        ["2026-11-02T08:00:00.000+00:00", "2026-11-04T10:30:00.000+00:00", "2026-11-05T08:00:00.000+00:00"];
    assert_eq!(at, wanted);
}
