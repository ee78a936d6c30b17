//! A file that comes in from the desk: it is found, its columns are told where to go, what can be read in two ways is asked,
//! and nothing is changed before it was looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::{Desk, now};
use std::fs;
use std::path::PathBuf;
use syndeo::app::{Effect, Layer, Msg};
use syndeo::demo;
use syndeo::domain::{Book, IdGenerator, Kind, Record};
use syndeo::exchange::{DateOrder, Differing, Mapping, Opened};

const UNKNOWN: &str = "Kunde,Ort der Firma,Seit,Umsatz\n\
    Nordwind GmbH,Hamburg,03/04/2025,\"1.200,00\"\n\
    Südwind AG,München,05/06/2025,\"2.400,00\"\n\
    ,Köln,05/06/2025,\"10,00\"\n";
const PEOPLE: &str = "First Name,Last Name,E-mail,Job Title\nAnna,Berg,anna@nordwind.example,Designer\n";

/// A desk over records, and a file in the folder of its book.
fn with(records: Vec<Record>, name: &str, text: &str) -> (Desk, PathBuf) {
    let desk = Desk::of(110, 30, records);
    let path = desk.dir().join(name);
    fs::write(&path, text).unwrap();
    (desk, path)
}

/// Opens the file by its path, as one who types it.
fn open(desk: &mut Desk, path: &std::path::Path) {
    desk.keys("I f").paste(&path.to_string_lossy()).keys("enter");
}

/// Opens the file, and looks at what it would bring, with its columns as they are proposed where they are asked about.
fn look(desk: &mut Desk, path: &std::path::Path) {
    open(desk, path);
    let asks =
        matches!(desk.model.screen.layers.last(), Some(Layer::Importing(file)) if file.is_at_columns());
    if asks {
        desk.keys("p");
    }
}

/// Every record without what differs from run to run: ids and moments.
fn told(book: &Book) -> Vec<String> {
    let field = |record: &Record| {
        let fields =
            record.fields().iter().filter(|f| !["id", "created", "changed", "imported"].contains(&f.name));
        fields.map(|f| format!("{}={:?}", f.name, f.read(record))).collect::<Vec<_>>().join(";")
    };
    let mut out: Vec<String> = book.everything().map(field).collect();
    out.sort();
    out
}

fn saves(desk: &mut Desk) -> usize {
    desk.effects().iter().filter(|effect| matches!(effect, Effect::Save(_))).count()
}

#[test]
fn a_table_nobody_knows_is_told_where_its_columns_go() {
    let (mut desk, path) = with(vec![], "kunden.csv", UNKNOWN);
    open(&mut desk, &path);
    desk.sees("Columns · kunden.csv").sees("say it first").sees("Nordwind GmbH · Südwind AG");
    assert!(desk.footer().contains("preview"), "{}", desk.footer());
    // A preview asks what a row is as well; so does choosing a field.
    desk.keys("p").sees("Each row is a").keys("esc enter").sees("Each row is a");
    desk.keys("cli enter").sees("Each row is a client");
    desk.keys("down enter").sees("The column goes to").keys("city enter");
    let importing = |desk: &Desk| match desk.model.screen.layers.last() {
        Some(Layer::Importing(importing)) => (**importing).clone(),
        other => panic!("{other:?}"),
    };
    let fields: Vec<&str> = importing(&desk).columns.unwrap().columns.iter().map(|c| c.field).collect();
    assert_eq!(fields[0], "name");
    // What has no field is kept, and told so.
    desk.keys("down down x").sees("custom fields");
    desk.keys("up enter date_added enter");
    let columns = importing(&desk).columns.unwrap();
    let line: Vec<(String, &str)> = columns.columns.iter().map(|c| (c.name.clone(), c.field)).collect();
    assert_eq!(line[2].1, "created");
    assert_eq!(line[3].1, "custom");
    desk.keys("p").sees("what is 03/04/2025?").sees("3 April 2025").sees("4 March 2025");
    desk.keys("enter").sees("2 new").sees("1 not taken").sees("neither a name nor a domain");
    assert_eq!(saves(&mut desk), 0);
    desk.keys("enter").sees("2 new, 1 not taken");
    // The same as a program would read it that was told so.
    let named = line.iter().filter(|(_, field)| *field != "custom").map(|(c, f)| (c.as_str(), *f));
    let mapping = Mapping::of(&Book::default(), Kind::Client, named).unwrap();
    let mut ids = IdGenerator::new([1; 16]);
    let file = Opened::mapped(UNKNOWN.as_bytes(), mapping).unwrap().dated(Some(DateOrder::DayFirst));
    let import = file.against(&Book::default(), &mut ids, now(), Differing::Keep).unwrap();
    let mut book = Book::default();
    import.records.into_iter().for_each(|(_, after)| book.put(after));
    assert_eq!(told(&desk.model.data.book), told(&book));
    let asked = desk.effects();
    assert_eq!(asked.iter().filter(|effect| matches!(effect, Effect::Save(_))).count(), 1);
    let kept = |effect: &Effect| matches!(effect, Effect::KeepColumns(wanted, headers, _) if wanted.day_first == Some(true) && headers.len() == 4);
    assert!(asked.iter().any(kept));
    // One undo takes all of it back; the same file again is asked for again and brings the same.
    desk.keys("u");
    assert!(desk.model.data.book.is_empty());
}

#[test]
fn what_cannot_be_followed_is_said_beside_the_columns() {
    let (mut desk, path) = with(vec![], "kunden.csv", UNKNOWN);
    open(&mut desk, &path);
    desk.keys("enter cli enter x p")
        .sees("no column goes to name; clients need it")
        .sees("Columns · kunden.csv");
    desk.keys("enter name enter down down enter date_added enter p").sees("what is 03/04/2025?");
    // Not now: one stands before the columns as they were told.
    desk.keys("esc").sees("Columns · kunden.csv").keys("esc").sees_no("kunden.csv");
    assert_eq!(saves(&mut desk), 0);
}

#[test]
fn a_known_file_is_looked_at_row_by_row_and_brings_nothing_twice() {
    let text = fs::read_to_string("tests/fixtures/hubspot-companies.csv").unwrap();
    let (mut desk, path) = with(vec![], "companies.csv", &text);
    open(&mut desk, &path);
    desk.sees("Import · companies.csv").sees("HubSpot companies").sees("new").sees("Name");
    let before = desk.picture();
    desk.keys("tab");
    assert_ne!(before, desk.picture(), "tab turns to other rows");
    desk.keys("enter");
    let clients = desk.model.data.book.all(Kind::Client).count();
    assert!(clients > 0);
    assert_eq!(saves(&mut desk), 1);
    open(&mut desk, &path);
    desk.sees("as before").keys("enter").sees("This file brings nothing that is not in the book");
    assert_eq!(desk.model.data.book.all(Kind::Client).count(), clients);
    assert_eq!(saves(&mut desk), 0);
}

#[test]
fn where_both_have_a_value_one_says_which_wins_and_which_rows_are_taken() {
    let (mut desk, path) = with(vec![], "people.csv", PEOPLE);
    look(&mut desk, &path);
    desk.keys("enter");
    let person = desk.only(Kind::Contact).id();
    fs::write(&path, PEOPLE.replace("Designer", "Director") + "Carl,Dahl,carl@nordwind.example,\n").unwrap();
    look(&mut desk, &path);
    desk.sees("1 new").sees("where they differ the book stays");
    // The file wins: a change, told from what to what.
    desk.keys("f")
        .sees("where they differ the file wins")
        .sees("1 changed")
        .keys("tab tab")
        .sees("Designer → Director");
    desk.keys("m").sees("New ones alone").sees("1 left out");
    desk.keys("m").sees("Known ones alone").sees("1 changed").sees("1 left out").sees_no("1 new");
    desk.keys("enter");
    let Some(Record::Contact(contact)) = desk.model.data.book.get(person) else { panic!("no person") };
    assert_eq!(contact.job, "Director");
    assert_eq!(desk.model.data.book.all(Kind::Contact).count(), 1);
    desk.keys("u");
    let Some(Record::Contact(contact)) = desk.model.data.book.get(person) else { panic!("no person") };
    assert_eq!(contact.job, "Designer");
}

#[test]
fn rows_that_are_not_taken_are_written_out_mended_and_taken() {
    let text = "First Name,Last Name,E-mail,Company\nAnna,Berg,anna@x.example,\n,,no address,\n";
    let (mut desk, path) = with(vec![], "people.csv", text);
    look(&mut desk, &path);
    desk.sees("1 not taken").keys("w").sees("1 row in").sees("people-refused.csv");
    let refused = desk.dir().join("people-refused.csv");
    // Asked once more it writes over nothing.
    desk.keys("w").sees("people-refused-2.csv").keys("esc");
    assert_eq!(saves(&mut desk), 0);
    let mended = fs::read_to_string(&refused).unwrap().replace("no address", "bo@x.example");
    fs::write(&refused, mended).unwrap();
    look(&mut desk, &refused);
    desk.sees("1 new").sees_no("not taken").keys("enter");
    assert!(format!("{:?}", desk.only(Kind::Contact)).contains("bo@x.example"));
    look(&mut desk, &path);
    desk.keys("esc");
    fs::write(&path, PEOPLE).unwrap();
    look(&mut desk, &path);
    desk.keys("w").sees("Every row is taken");
}

#[test]
fn the_box_offers_what_may_be_meant() {
    let (mut desk, path) = with(vec![], "people.csv", PEOPLE);
    fs::create_dir(desk.dir().join("old")).unwrap();
    fs::write(desk.dir().join("old/last.csv"), PEOPLE).unwrap();
    fs::write(desk.dir().join("photo.png"), "").unwrap();
    fs::write(desk.dir().join(".hidden.csv"), PEOPLE).unwrap();
    let folder = format!("{}/", path.parent().unwrap().display());
    desk.keys(": import_a_file enter").sees("Import a file").sees("Type where it is");
    desk.paste(&folder).sees("people.csv").sees("folder").sees_no("photo.png").sees_no(".hidden");
    // A folder is gone into; tab takes over a name.
    desk.keys("enter").sees("last.csv").sees_no("people.csv").keys("l tab enter").sees("1 new").keys("esc");
    desk.keys("I f").paste(&folder).keys("nothing").sees("No file that can be read begins so");
    desk.keys("enter").sees("No such file").keys("esc").sees_no("No such file");
    desk.keys("I f").paste(&folder).keys("esc").sees_no("Import a file");
}

#[test]
fn what_is_answered_late_is_for_something_else() {
    let (mut desk, path) = with(vec![], "people.csv", &PEOPLE.replace('\n', ",x\n"));
    desk.keys("I f").paste(&path.to_string_lossy());
    desk.keys("enter").hold().keys("p").sees("Reading");
    // Nothing is taken while it is read; who leaves is not called back.
    desk.keys("enter").sees("Reading").keys("esc").deliver().sees_no("people.csv");
    assert_eq!(desk.model.data.book.len(), 0);
}

#[test]
fn a_book_that_changed_meanwhile_is_read_against_again() {
    let (mut desk, path) = with(vec![], "people.csv", PEOPLE);
    look(&mut desk, &path);
    desk.keys("enter");
    fs::write(&path, PEOPLE.replace("Designer", "Director")).unwrap();
    look(&mut desk, &path);
    desk.keys("f").sees("1 changed");
    // Somebody else wrote to the person in the meantime.
    let mut person = desk.only(Kind::Contact).clone();
    person.set("notes", syndeo::domain::Value::Text("Met in Hamburg".into())).unwrap();
    desk.tell(Msg::Loaded(vec![person.clone()]));
    desk.keys("enter").sees("it was read again").sees("1 changed");
    assert_eq!(saves(&mut desk), 1, "the first import alone");
    let Some(Layer::Importing(importing)) = desk.model.screen.layers.last() else { panic!("it is gone") };
    let edits = &importing.rows.as_ref().unwrap().edits;
    assert_eq!(edits[0].before.as_ref(), Some(&person), "it is held against the book as it is now");
}

#[test]
fn what_the_program_wrote_comes_back_and_what_is_no_table_says_so() {
    let sample = demo::book(now());
    let lines: Vec<String> = sample
        .iter()
        .filter(|r| matches!(r.kind(), Kind::Client | Kind::Contact))
        .map(|r| syndeo::domain::json::write(r).to_string())
        .collect();
    let (mut desk, path) = with(vec![], "book.jsonl", &lines.join("\n"));
    open(&mut desk, &path);
    desk.keys("c").sees("Only tables have columns").keys("w").keys("enter");
    assert_eq!(desk.model.data.book.len(), lines.len());
    for (name, text, says) in [
        ("empty.csv", "", "no row"),
        ("blob.csv", "\u{0}\u{1}\u{2}\u{0}\u{0}", "no table"),
        ("cards.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Zoe Zacharia\nEND:VCARD\n", "1 new"),
    ] {
        fs::write(desk.dir().join(name), text).unwrap();
        let path = desk.dir().join(name);
        open(&mut desk, &path);
        desk.sees(says).keys("esc");
    }
}

/// A table whose columns leave nothing open comes in without a question; where they go can be looked at and changed.
#[test]
fn columns_that_leave_nothing_open_are_not_asked_about() {
    let (mut desk, path) = with(vec![], "people.csv", PEOPLE);
    open(&mut desk, &path);
    desk.sees("Import · people.csv").sees("1 new").sees("they go where their names say");
    desk.keys("c").sees("Columns · people.csv").sees("Each row is a contact");
    desk.keys("down down down x p").sees("1 new").sees("Job Title").keys("enter");
    let Record::Contact(contact) = desk.only(Kind::Contact) else { panic!("no person") };
    assert_eq!((contact.job.as_str(), contact.custom.len()), ("", 1));
}

/// What the line below the heading is is asked with both readings, as dates and amounts are.
#[test]
fn a_heading_that_may_have_two_lines_is_asked_about() {
    let text = "Kopf,,Zahlen,\nAlpha,Beta,Gamma,Delta\nx,y,12,34\nz,w,56,78\n";
    let (mut desk, path) = with(vec![], "list.csv", text);
    open(&mut desk, &path);
    desk.sees("What is line 2 (Alpha, Beta, Gamma, Delta)?").sees_no("--heads");
    desk.sees("the columns: Alpha, Beta, Gamma, Delta").sees("the columns: Kopf, Zahlen");
    desk.keys("esc").sees("What is line 2").keys("esc");
    open(&mut desk, &path);
    desk.keys("enter").sees("Columns · list.csv").sees("Beta");
    desk.keys("enter cli enter enter name enter p").sees("2 new").keys("esc");
    open(&mut desk, &path);
    desk.keys("down enter").sees("Columns · list.csv").sees("Kopf").sees("Alpha · x · z");
    desk.keys("enter cli enter enter name enter p").sees("3 new");
}

#[test]
fn a_folder_of_mail_and_a_mailbox_are_taken_whole() {
    let mail = |id: &str| {
        format!(
            "From: Anna <anna@nordwind.example>\nTo: me@x.example\nDate: Mon, 2 Nov 2026 10:00:00 +0200\nMessage-ID: <{id}@x>\nSubject: About {id}\n\nText\n"
        )
    };
    let (mut desk, path) = with(vec![], "people.csv", PEOPLE);
    look(&mut desk, &path);
    desk.keys("enter");
    let box_ = desk.dir().join("Post");
    for part in ["cur", "new", "tmp"] {
        fs::create_dir_all(box_.join(part)).unwrap();
    }
    fs::write(box_.join("cur/1:2,S"), mail("one")).unwrap();
    fs::write(box_.join("new/2"), mail("two")).unwrap();
    fs::create_dir(desk.dir().join("plain")).unwrap();
    fs::write(desk.dir().join("Sent"), format!("From anna Mon Nov  2 10:00:00 2026\n{}", mail("three")))
        .unwrap();
    fs::write(desk.dir().join("notes"), "no mail").unwrap();
    let folder = format!("{}/", desk.dir().display());
    desk.keys("I f").paste(&folder).sees("folder of mail").sees("Sent").sees_no("notes");
    desk.keys("P o enter").sees("Import · ").sees("Mail").sees("2 new").keys("enter");
    assert_eq!(desk.model.data.book.all(Kind::Interaction).count(), 2);
    desk.keys("I f").paste(&folder).keys("S e n enter").sees("1 new").keys("enter");
    assert_eq!(desk.model.data.book.all(Kind::Interaction).count(), 3);
    // One without mail says so; nothing of it is taken.
    open(&mut desk, &path.with_file_name("plain"));
    desk.keys("esc");
    desk.keys("I f").paste(&format!("{folder}plain/")).keys("enter").sees("there is no mail in it");
}

/// However many rows a file has, some are shown and the others counted; those to be looked at are among them.
#[test]
fn of_many_rows_some_are_shown_and_the_rest_is_counted() {
    let mut text = "Name,Company,Email\n".to_owned();
    for n in 0..5_200 {
        let firm = if n == 5_100 { "Nobody knows" } else { "" };
        text.extend(["Person ", &n.to_string(), ",", firm, ",p", &n.to_string(), "@x.example\n"]);
    }
    let (mut desk, path) = with(vec![], "people.csv", &(text + "x,y\n"));
    look(&mut desk, &path);
    let Some(Layer::Importing(importing)) = desk.model.screen.layers.last() else { panic!("it is gone") };
    let rows = importing.rows.as_ref().unwrap();
    assert_eq!((rows.counts.new, rows.rows.len(), rows.more), (5_201, 5_000, 201));
    let noted: Vec<u64> = rows.rows.iter().filter(|row| !row.notes.is_empty()).map(|row| row.line).collect();
    assert_eq!(noted, [5_102, 5_202]);
    assert!(rows.rows.iter().any(|row| row.title == "contact Person 5100"));
    assert!(rows.rows.is_sorted_by_key(|row| row.line));
    assert_eq!(rows.edits.len(), 5_201);
}
