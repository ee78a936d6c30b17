//! What comes out of small files with every kind of trouble in them.

use super::*;
use crate::domain::{Client, Contact, Record, json};

const COMPANIES: &[u8] = include_bytes!("../../tests/fixtures/hubspot-companies.csv");
const CONTACTS: &[u8] = include_bytes!("../../tests/fixtures/hubspot-contacts.csv");

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

fn overwriting(bytes: &[u8], book: &Book) -> Import {
    read_as(bytes, book, &mut IdGenerator::new([3; 16]), now(), Differing::Overwrite).unwrap()
}

fn import(bytes: &[u8], book: &Book) -> Import {
    read(bytes, book, &mut IdGenerator::new([3; 16]), now()).unwrap()
}

/// A book with the companies, then the contacts, of the fixtures.
fn filled() -> Book {
    let mut book = Book::default();
    for bytes in [COMPANIES, CONTACTS] {
        let change = import(bytes, &book).into_change(now());
        book.apply(&change);
    }
    book
}

fn client(book: &Book, name: &str) -> Client {
    book.all(Kind::Client).filter_map(Client::of).find(|c| c.name == name).unwrap().clone()
}

fn contact(book: &Book, name: &str) -> Contact {
    book.all(Kind::Contact).filter_map(Contact::of).find(|c| c.shown_name() == name).unwrap().clone()
}

fn pairs(entries: &[crate::domain::Labelled]) -> Vec<(&str, &str)> {
    entries.iter().map(|l| (l.label.as_str(), l.value.as_str())).collect()
}

#[test]
fn companies_become_clients_and_nothing_is_lost() {
    let import = import(COMPANIES, &Book::default());
    assert_eq!((import.new, import.changed, import.same), (5, 0, 0));
    let book = filled();
    let acme = client(&book, "Acme, Inc.");
    assert_eq!(acme.external, ["hubspot:company:9001"]);
    assert_eq!(acme.web, "https://www.acme.example");
    assert_eq!(acme.street, "1 Market St, Suite 300");
    assert_eq!(
        (acme.postcode.as_str(), acme.city.as_str(), acme.region.as_str()),
        ("94105", "San Francisco", "CA")
    );
    assert_eq!(acme.industry, "Computer software");
    assert_eq!(acme.owner_name, "Sarah Chen");
    assert_eq!(pairs(&acme.phones), [("office", "+1 415 555 0100")]);
    assert_eq!(
        pairs(&acme.custom),
        [
            ("Number of Employees", "250"),
            ("Annual Revenue", "1200000"),
            ("Lifecycle Stage", "customer"),
            ("Favourite colour", "green")
        ]
    );
    assert_eq!(acme.head.created, Moment::from_rfc3339("2024-02-01T09:30:00+02:00").unwrap());
    assert_eq!(client(&book, "Ελαιώνες Α.Ε.").web, "elaiones.example");
    assert_eq!(pairs(&client(&book, "Ελαιώνες Α.Ε.").custom), [("Phone Number", "call me")]);
    let south = client(&book, "Kollektiv Süd");
    assert_eq!(
        pairs(&south.custom),
        [("Create Date", "2999-01-01"), ("Company Domain Name", "sued.example")]
    );
    for record in book.everything() {
        assert_eq!(record.errors(), vec![], "{record:?}");
    }
}

#[test]
fn what_is_not_taken_is_told_with_its_line() {
    let companies = import(COMPANIES, &Book::default());
    let refused: Vec<String> = companies.refused.iter().map(ToString::to_string).collect();
    assert_eq!(
        refused,
        [
            "line 6: it has neither a name nor a domain",
            "line 7: it has no Record ID",
            "line 8: Record ID 9001 stands on line 2 already",
            "line 9: it has 18 cells instead of 17; a separator too many moves all that follow",
            "line 11: the row is empty",
        ]
    );
    let notes: Vec<String> = companies.notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes.len(), 3, "{notes:?}");
    assert!(notes[0].starts_with("line 4: call me is no telephone number"), "{notes:?}");
    assert_eq!(notes[1], "line 5: it has no name; it is called by its domain, nameless.example");
    assert_eq!(notes[2], "line 10: it has 3 cells instead of 17; the rest was taken as empty");
}

#[test]
fn contacts_stand_with_their_clients() {
    let book = filled();
    let acme = client(&book, "Acme, Inc.");
    let priya = contact(&book, "Priya Example");
    assert_eq!(priya.client.0, Some(acme.id));
    assert_eq!(priya.owner_name, "Sarah Chen");
    assert_eq!(priya.job, "Head of Product");
    assert_eq!(pairs(&priya.mails), [("work", "PRIYA@acme.example")]);
    assert_eq!(pairs(&priya.phones), [("work", "+1 415 555 0101"), ("mobile", "+1 415 555 0102")]);
    assert_eq!(pairs(&priya.custom), [("Assistant", "Tom Becker"), ("Lifecycle Stage", "customer")]);
    assert_eq!(priya.notes, "first line\nsecond line");
    assert_eq!(priya.head.created, Moment::from_rfc3339("2024-03-15T14:30:00+02:00").unwrap());
    let ben = contact(&book, "ben@acme.example");
    assert_eq!(ben.client.0, Some(acme.id));
    assert_eq!(ben.mails.len(), 2);
    assert_eq!(pairs(&ben.custom), [("Associated Company IDs", "9001;9002")]);
    let eleni = contact(&book, "Ελένη Παπά");
    assert_eq!(eleni.client.0, Some(client(&book, "Ελαιώνες Α.Ε.").id));
    assert_eq!(pairs(&eleni.custom), [("Email", "not a mail")]);
    assert_eq!(contact(&book, "Lost Soul").client.0, None);
}

#[test]
fn contacts_that_find_no_client_are_told() {
    let mut book = Book::default();
    book.apply(&import(COMPANIES, &book).into_change(now()));
    let contacts = import(CONTACTS, &book);
    let refused: Vec<String> = contacts.refused.iter().map(ToString::to_string).collect();
    assert_eq!(
        refused,
        [
            "line 5: it has neither a name nor a valid mail address",
            "line 7: it has neither a name nor a valid mail address"
        ]
    );
    let notes: Vec<String> = contacts.notes.iter().map(ToString::to_string).collect();
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[0].starts_with("line 6: not a mail is no mail address"), "{notes:?}");
    assert_eq!(notes[1], "line 8: no client is called Nowhere Ltd; kept without a client");
}

#[test]
fn the_same_file_again_changes_nothing() {
    let book = filled();
    for (bytes, count) in [(COMPANIES, 5), (CONTACTS, 4)] {
        let again = import(bytes, &book);
        assert_eq!((again.new, again.changed, again.same), (0, 0, count));
        assert!(again.records.is_empty());
    }
}

#[test]
fn a_changed_row_that_may_overwrite_updates_what_it_fills_in_and_leaves_the_rest() {
    let mut book = filled();
    let mut acme = client(&book, "Acme, Inc.");
    acme.notes = "ours".into();
    acme.tier = crate::domain::Tier::C;
    acme.phones[0].label = "reception".into();
    acme.custom.push(crate::domain::Labelled { label: "parking".into(), value: "gate 3".into() });
    book.put(Record::Client(acme.clone()));
    let text = String::from_utf8(COMPANIES.to_vec()).unwrap();
    let moved = text
        .replace("\"San Francisco\"", "\"Oakland\"")
        .replace("\"CA\"", "\"\"")
        .replace("\"250\"", "\"300\"");
    let import = overwriting(moved.as_bytes(), &book);
    assert_eq!((import.new, import.changed, import.same, import.kept), (0, 1, 4, 0));
    let (before, after) = import.records.get(0).unwrap();
    assert_eq!(before.as_ref(), Some(&Record::Client(acme)));
    let after = Client::of(&after).unwrap();
    assert_eq!((after.city.as_str(), after.region.as_str(), after.notes.as_str()), ("Oakland", "CA", "ours"));
    assert_eq!(after.tier, crate::domain::Tier::C);
    assert_eq!(pairs(&after.phones), [("reception", "+1 415 555 0100")]);
    assert_eq!(pairs(&after.custom)[0], ("Number of Employees", "300"));
    assert_eq!(after.custom.last().unwrap().value, "gate 3");
}

#[test]
fn a_client_in_the_bin_stays_there() {
    let mut book = filled();
    let mut acme = client(&book, "Acme, Inc.");
    acme.head.deleted_at = Some(now());
    book.put(Record::Client(acme));
    let import = import(COMPANIES, &book);
    assert_eq!((import.new, import.changed, import.same), (0, 0, 5));
    assert!(import.notes.iter().any(|n| n.line == Some(2) && n.words.contains("bin")));
}

#[test]
fn a_client_made_by_hand_is_not_merged_by_its_name() {
    let mut book = Book::default();
    let mut own = Client::new(IdGenerator::new([9; 16]).next(now()), now());
    own.name = "ACME, inc.".into();
    book.put(own.into());
    let import = import(COMPANIES, &book);
    assert_eq!(import.new, 5);
    assert!(
        import.notes.iter().any(|n| n.line == Some(2) && n.words.contains("both stay")),
        "{:?}",
        import.notes
    );
}

#[test]
fn columns_may_stand_in_any_order_and_case() {
    let text = "lifecycle stage;COMPANY NAME;record id\ncustomer;Acme;1\n";
    let import = import(text.as_bytes(), &Book::default());
    assert_eq!((import.kind, import.new), (Kind::Client, 1));
    let preamble = format!("Exported on Monday\n\n{text}");
    assert_eq!(
        read(preamble.as_bytes(), &Book::default(), &mut IdGenerator::new([1; 16]), now()).unwrap().new,
        1
    );
}

#[test]
fn a_date_that_can_be_read_in_two_ways_is_not_guessed() {
    let text = "Record ID,Company name,Create Date\n1,Acme,3/4/2024\n2,Beta,5/6/2024\n";
    let import = import(text.as_bytes(), &Book::default());
    let (_, made) = import.records.get(0).unwrap();
    let client = Client::of(&made).unwrap();
    assert_eq!(client.head.created, now());
    assert_eq!(pairs(&client.custom), [("Create Date", "3/4/2024")]);
    assert_eq!(import.notes.len(), 2);
}

#[test]
fn unknown_files_say_what_is_understood_and_what_was_found() {
    let refused = |text: &str| {
        read(text.as_bytes(), &Book::default(), &mut IdGenerator::new([1; 16]), now()).unwrap_err()
    };
    let words = refused("Activity type,Note body\nNote,x\n").to_string();
    assert!(words.contains("HubSpot companies") && words.contains("Activity type, Note body"), "{words}");
    assert!(matches!(
        refused("Record Id,Contact Owner.id,Contact Owner,First Name\nzcrm_1,2,x,y\n"),
        ImportError::Unknown(_)
    ));
    assert_eq!(refused("Record ID,Company name\n"), ImportError::Empty);
    assert_eq!(refused(""), ImportError::Empty);
}

#[test]
fn several_files_are_one_change_and_touch_each_record_once() {
    let mut book = Book::default();
    let mut id_generator = IdGenerator::new([5; 16]);
    let first = read(COMPANIES, &book, &mut id_generator, now()).unwrap();
    book.apply(&first.clone().into_change(now()));
    let text = String::from_utf8(COMPANIES.to_vec()).unwrap().replace("San Francisco", "Oakland");
    let second = read_as(text.as_bytes(), &book, &mut id_generator, now(), Differing::Overwrite).unwrap();
    let third = read(CONTACTS, &book, &mut id_generator, now()).unwrap();
    let change = change_of(vec![first, second, third], now());
    assert_eq!(change.edits.len(), 9);
    assert!(change.edits.iter().all(|e| e.before.is_none()));
    let cities = change.edits.iter().filter_map(|e| e.after.as_ref()).filter_map(Client::of);
    assert!(cities.into_iter().any(|c| c.city == "Oakland"));
    let text: Vec<String> =
        change.edits.iter().filter_map(|e| e.after.as_ref()).map(|r| json::write(r).to_string()).collect();
    assert_eq!(text.len(), 9);
}

/// A book with one contact of HubSpot, changed by hand, and what a later export makes of it.
fn reimported(
    first: &str,
    change: impl Fn(&mut Contact),
    again: &str,
    differing: Differing,
) -> (Contact, Import) {
    let mut book = Book::default();
    book.apply(&import(first.as_bytes(), &book).into_change(now()));
    let mut person = book.all(Kind::Contact).find_map(Contact::of).unwrap().clone();
    change(&mut person);
    book.put(Record::Contact(person));
    let outcome = read_as(again.as_bytes(), &book, &mut IdGenerator::new([4; 16]), now(), differing).unwrap();
    book.apply(&outcome.clone().into_change(now()));
    let person = book.all(Kind::Contact).find_map(Contact::of).unwrap().clone();
    (person, outcome)
}

fn notes(import: &Import) -> Vec<String> {
    import.notes.iter().map(ToString::to_string).collect()
}

#[test]
fn mails_and_phones_are_added_and_never_lost() {
    let head = "Record ID,First Name,Email,Phone Number\n";
    let first = format!("{head}1,Ann,a@x.example,+1 1\n");
    let again = format!("{head}1,Ann,A@x.example;b@x.example,+1 2\n");
    for differing in [Differing::Keep, Differing::Overwrite] {
        let (ann, import) = reimported(&first, |_| (), &again, differing);
        assert_eq!(pairs(&ann.mails), [("work", "a@x.example"), ("work", "b@x.example")]);
        assert_eq!(pairs(&ann.phones), [("work", "+1 1"), ("work", "+1 2")]);
        assert_eq!(
            notes(&import),
            [
                "line 2: b@x.example was added to the mails in the book",
                "line 2: +1 2 was added to the phones in the book"
            ]
        );
    }
    let written_otherwise = format!("{head}1,Ann,a@x.example,(+1)-1\n");
    let (ann, import) = reimported(&first, |_| (), &written_otherwise, Differing::Overwrite);
    assert_eq!((ann.phones.len(), import.changed), (1, 0));
}

#[test]
fn what_a_person_corrected_stays_and_is_told() {
    let file = "Record ID,First Name,Email,Job Title,Date of birth,Lifecycle Stage,Notes\n\
        1,Ann,a@x.example,Head,1980-03-07,lead,from there\n";
    let correct = |ann: &mut Contact| {
        ann.first_name = "Anne".into();
        ann.birthday = crate::domain::Birthday::new(Some(1981), 3, 7);
        ann.custom[0].value = "customer".into();
        ann.notes = "ours".into();
        ann.job = String::new();
    };
    let (ann, import) = reimported(file, correct, file, Differing::Keep);
    assert_eq!((ann.first_name.as_str(), ann.notes.as_str(), ann.job.as_str()), ("Anne", "ours", "Head"));
    assert_eq!(ann.birthday.unwrap().year, Some(1981));
    assert_eq!(pairs(&ann.custom), [("Lifecycle Stage", "customer")]);
    assert_eq!((import.changed, import.same, import.kept), (1, 0, 4));
    assert!(import.words().ends_with("0 not taken; 4 values kept as in the book"), "{}", import.words());
    assert_eq!(
        notes(&import),
        [
            "line 2: First name is Anne in the book and Ann in the file; kept as in the book",
            "line 2: Birthday is 7 Mar 1981 in the book and 7 Mar 1980 in the file; kept as in the book",
            "line 2: Lifecycle Stage is customer in the book and lead in the file; kept as in the book",
            "line 2: Notes are others in the book than in the file, which says: from there; kept as in the book",
        ]
    );
    let (ann, import) = reimported(file, correct, file, Differing::Overwrite);
    assert_eq!((ann.first_name.as_str(), ann.notes.as_str()), ("Ann", "ours\n\nfrom there"));
    assert_eq!(pairs(&ann.custom), [("Lifecycle Stage", "lead")]);
    assert_eq!((import.changed, import.kept), (1, 0));
}

#[test]
fn somebody_who_moved_to_a_department_gets_no_client() {
    let mut book = filled();
    let mut priya = contact(&book, "Priya Example");
    let department = crate::domain::Department::new(IdGenerator::new([9; 16]).next(now()), now());
    priya.client = crate::domain::Link::default();
    priya.department = department.id.into();
    book.put(department.into());
    book.put(Record::Contact(priya));
    for import in [import(CONTACTS, &book), overwriting(CONTACTS, &book)] {
        assert_eq!((import.changed, import.same, import.kept), (0, 4, 1));
        let told =
            "line 2: Client is a department in the book and Acme, Inc. in the file; kept as in the book";
        assert!(notes(&import).contains(&told.to_owned()), "{:?}", import.notes);
    }
}

#[test]
fn a_row_that_would_make_a_faulty_record_is_refused() {
    let first = "Record ID,First Name,Job Title\n1,Ann,\n";
    let again = "Record ID,First Name,Job Title\n1,Ann,Head\n";
    let wrong = |ann: &mut Contact| ann.reports_to = ann.id.into();
    let (ann, import) = reimported(first, wrong, again, Differing::Keep);
    assert_eq!((ann.job.as_str(), import.changed, import.records.len()), ("", 0, 0));
    let refused: Vec<String> = import.refused.iter().map(ToString::to_string).collect();
    assert_eq!(refused, ["line 2: Ann would not be right: reports_to: nobody reports to themselves"]);
}

#[test]
fn birthdays_are_read_in_the_order_of_their_column() {
    let file = |other: &str| format!("Record ID,First Name,Date of Birth\n1,Ann,3/4/1980\n2,Ben,{other}\n");
    let months = import(file("12/25/1990").as_bytes(), &Book::default());
    let (_, made) = months.records.get(0).unwrap();
    let ann = Contact::of(&made).unwrap();
    assert_eq!(ann.birthday, crate::domain::Birthday::new(Some(1980), 3, 4));
    assert_eq!(months.notes, vec![]);
    let unclear = import(file("5/6/1990").as_bytes(), &Book::default());
    let (_, made) = unclear.records.get(0).unwrap();
    let ann = Contact::of(&made).unwrap();
    assert_eq!((ann.birthday, pairs(&ann.custom)), (None, vec![("Date of Birth", "3/4/1980")]));
    assert_eq!(unclear.notes.len(), 2);
}

proptest::proptest! {
    #[test]
    fn no_bytes_are_a_crash(
        bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400),
        text in "[a-z0-9;,@\"\n\r|\t/ éΩ日-]{0,300}",
    ) {
        let mut id_generator = IdGenerator::new([2; 16]);
        let book = filled();
        let _ = read(&bytes, &book, &mut id_generator, now());
        for heading in ["Record ID,Company name,Phone Number,Create Date", "Record ID,Email,Associated Company IDs,Birthday"] {
            let import = read(format!("{heading}\n{text}").as_bytes(), &book, &mut id_generator, now());
            for (_, record) in import.into_iter().flat_map(|i| i.records) {
                proptest::prop_assert_eq!(record.errors(), vec![]);
            }
        }
    }
}
