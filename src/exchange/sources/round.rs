//! What is written for another program is known as its own, and comes back as it was as far as the program has a place
//! for it.

use super::super::export::csv::Dialect;
use super::super::{Differing, Opened};
use super::known::{Source, sources};
use super::target::Target;
use super::written::{Program, write_as};
use crate::domain::{
    Birthday, Book, Client, Contact, IdGenerator, Kind, Labelled, Link, Moment, Record, Tier, Value,
};
use proptest::prelude::*;

/// The programs, what they are found as, and how many mail addresses of one label they have room for.
const PROGRAMS: [(Program, Kind, &str, usize); 10] = [
    (Program::Google, Kind::Contact, "Google contacts", 4),
    (Program::Outlook, Kind::Contact, "Outlook contacts (classic)", 3),
    (Program::HubSpot, Kind::Contact, "HubSpot contacts", 4),
    (Program::HubSpot, Kind::Client, "HubSpot companies", 0),
    (Program::Salesforce, Kind::Contact, "Salesforce contacts (report)", 1),
    (Program::Salesforce, Kind::Client, "Salesforce accounts (report)", 0),
    (Program::Pipedrive, Kind::Contact, "Pipedrive people", 4),
    (Program::Pipedrive, Kind::Client, "Pipedrive organizations", 0),
    (Program::Zoho, Kind::Contact, "Zoho contacts", 2),
    (Program::Zoho, Kind::Client, "Zoho accounts", 0),
];

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

/// What a record may have; each program takes of it what it has a place for.
#[derive(Clone, Debug)]
struct Made {
    texts: Vec<String>,
    notes: String,
    ways: Vec<prop::sample::Index>,
    tags: Vec<String>,
    day: (Option<i32>, u8, u8),
    client: Option<bool>,
    custom: Option<String>,
}

fn made() -> impl Strategy<Value = Made> {
    let line = || prop_oneof![Just(String::new()), "[A-ZΑ-Ω=+@'-]?[A-Za-zα-ω]{2,8}( [a-z\",;]{1,6}[a-z])?"];
    let notes = prop_oneof![Just(String::new()), "[=+a-zα-ω]{2,9}(\n[a-z ,;\"']{0,8}[a-z]{2}){0,3}"];
    (
        prop::collection::vec(line(), 12),
        notes,
        prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        prop::collection::vec("[a-zα-ω]{2,6}", 0..3),
        (prop::option::of(1930i32..2020), 1u8..=12, 1u8..=28),
        any::<Option<bool>>(),
        prop::option::of("[=a-z]{2,9}"),
    )
        .prop_map(|(texts, notes, ways, tags, day, client, custom)| Made {
            texts,
            notes,
            ways,
            tags,
            day,
            client,
            custom,
        })
}

fn clients() -> Vec<Record> {
    let mut ids = IdGenerator::new([1; 16]);
    let mut named = |name: &str| {
        let mut client = Client::new(ids.next(now()), now());
        client.name = name.into();
        Record::from(client)
    };
    vec![named("Aegean Foods, S.A."), named("=Bolt")]
}

fn set(record: &mut Record, name: &str, value: Value) {
    record.set(name, value).unwrap();
}

/// A record with what the source has a place for, of a name that no other has.
fn record(source: &Source, most: usize, n: usize, made: &Made, companies: &[Record]) -> Record {
    let mut ids = IdGenerator::new([2; 16]);
    let id = || Moment { utc_ms: now().utc_ms + i64::try_from(n).unwrap(), ..now() };
    let mut record: Record = if source.kind == Kind::Client {
        let mut client = Client::new(ids.next(id()), id());
        client.tier = Tier::Unsorted;
        client.into()
    } else {
        Contact::new(ids.next(id()), id()).into()
    };
    let (mut labels, mut texts) = (vec![], made.texts.iter());
    let joins = !source.several.is_empty();
    for (name, target) in source.columns {
        match target {
            Target::Text(field) => {
                let text = texts.next().cloned().unwrap_or_default();
                set(&mut record, field, Value::Text(text));
            }
            Target::Long(field) => set(&mut record, field, Value::Text(made.notes.clone())),
            Target::Own("industry") => set(&mut record, "industry", Value::Text("Food".into())),
            Target::Phone(label) if !name.contains('#') || name.contains(" - ") => labels.push(*label),
            Target::Tags => set(&mut record, "tags", Value::Words(made.tags.clone())),
            Target::Birthday => {
                let (year, month, day) = made.day;
                set(&mut record, "birthday", Value::Birthday(Birthday::new(year, month, day).unwrap()));
            }
            Target::Contacted => {
                set(&mut record, "contacted", Value::Date(now().date() - chrono::Days::new(3)));
            }
            Target::Own("company") => {
                if let (Record::Contact(contact), Some(first)) = (&mut record, made.client) {
                    let of = &companies[usize::from(first)];
                    contact.client = Link(Some(crate::domain::ClientId(of.id().id)));
                }
            }
            _ => {}
        }
    }
    let mail = |at: usize| Labelled { label: "work".into(), value: format!("p{n}.{at}@x.example") };
    if source.kind == Kind::Contact {
        let mails = (0..made.ways.len().min(most)).map(mail).collect();
        set(&mut record, "mails", Value::Labelled(mails));
    }
    labels.dedup();
    let mut phones: Vec<Labelled> = vec![];
    for (at, way) in made.ways.iter().enumerate().filter(|_| !labels.is_empty()) {
        let label = *way.get(&labels);
        if joins || !phones.iter().any(|phone| phone.label == label) {
            phones.push(Labelled { label: label.into(), value: format!("+30 210 {n}{at}") });
        }
    }
    set(&mut record, "phones", Value::Labelled(phones));
    if let Some(custom) = &made.custom {
        let entry = Labelled { label: "Coffee".into(), value: custom.clone() };
        set(&mut record, "custom", Value::Labelled(vec![entry]));
    }
    let name = if source.kind == Kind::Client { "name" } else { "last_name" };
    set(&mut record, name, Value::Text(format!("+Maria {n}")));
    record
}

/// A record as lines, without order where there is none.
fn told(record: &Record) -> Vec<String> {
    let fields = record.fields().iter().filter(|field| !matches!(field.name, "external" | "imported"));
    let each = fields.map(|field| match field.read(record) {
        Value::Labelled(mut all) => {
            all.sort_by(|a, b| (&a.label, &a.value).cmp(&(&b.label, &b.value)));
            format!("{}: {all:?}", field.name)
        }
        value => format!("{}: {value:?}", field.name),
    });
    each.collect()
}

proptest! {
    #[test]
    fn what_a_program_can_hold_comes_back_from_it(
        all in prop::collection::vec(made(), 1..4),
        of in prop::sample::select(&PROGRAMS[..]),
        spreadsheet: bool,
        delimiter in prop::sample::select(vec![b',', b';', b'\t']),
    ) {
        let (program, kind, name, most) = of;
        let source = sources().find(|source| source.name == name).unwrap();
        let companies = clients();
        let records: Vec<Record> =
            all.iter().enumerate().map(|(n, made)| record(source, most, n, made, &companies)).collect();
        let book = Book::of(companies.iter().filter(|_| kind == Kind::Contact).chain(&records).cloned());
        let each: Vec<&Record> = records.iter().collect();
        let dialect = Dialect { spreadsheet, delimiter };
        let written = write_as(&book, now(), program, (kind, &each), dialect).unwrap().unwrap();
        prop_assert_eq!((written.source, written.doubled), (name, 0));
        prop_assert_eq!(&written.lost, &vec![], "{}", String::from_utf8_lossy(&written.bytes));
        let there = Book::of(companies.iter().filter(|_| kind == Kind::Contact).cloned());
        let opened = Opened::read(&written.bytes).unwrap();
        let import = opened.against(&there, &mut IdGenerator::new([3; 16]), now(), Differing::Keep).unwrap();
        prop_assert_eq!((import.source, import.new, &import.refused), (name, records.len(), &vec![]));
        for (record, (_, back)) in records.iter().zip(import.records.iter()) {
            prop_assert_eq!(told(&back), told(record), "{}", String::from_utf8_lossy(&written.bytes));
            prop_assert_eq!(back.head().created.utc_ms / 1000, record.head().created.utc_ms / 1000);
        }
    }
}

/// The first lines, as the programs write them.
#[test]
fn the_headings_are_those_of_the_programs() {
    let companies = clients();
    let made = Made {
        texts: vec!["Maria".into(); 12],
        notes: "x".into(),
        ways: vec![],
        tags: vec![],
        day: (None, 3, 7),
        client: Some(false),
        custom: None,
    };
    for (program, kind, name, most) in PROGRAMS {
        let source = sources().find(|source| source.name == name).unwrap();
        let one = record(source, most, 0, &made, &companies);
        let book = Book::of(companies.iter().chain([&one]).cloned());
        let dialect = Dialect { spreadsheet: false, delimiter: b',' };
        let written = write_as(&book, now(), program, (kind, &[&one]), dialect).unwrap().unwrap();
        let text = String::from_utf8(written.bytes).unwrap();
        let heading = text.lines().next().unwrap();
        let wanted = match name {
            "Google contacts" => {
                "First Name,Last Name,File As,Organization Name,Organization Title,Birthday,Notes,Labels,\
                 E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value"
            }
            "Pipedrive organizations" => {
                "Organization - ID,Organization - Name,Organization - Labels,Organization - Address,\
                 Organization - City/town/village/locality of Address,Organization - Country of Address,\
                 Organization - ZIP/Postal code of Address,Organization - Last activity date,Organization - Owner,\
                 Organization - Website,Organization - LinkedIn profile,Organization - Industry,\
                 Organization - Organization created"
            }
            "Salesforce contacts (report)" => {
                "Contact ID,First Name,Last Name,Title,Account ID,Account Name,Phone,Fax,Mobile,Email,Contact Owner,\
                 Birthdate,Created Date,Last Activity"
            }
            _ => continue,
        };
        assert_eq!(heading, wanted, "{name}");
    }
    assert!(!Program::Google.takes(Kind::Client) && !Program::Outlook.takes(Kind::Task));
}

#[test]
fn what_is_not_held_is_told_by_field_and_number() {
    let mut contact = Contact::new(IdGenerator::new([2; 16]).next(now()), now());
    contact.last_name = "Papadaki".into();
    let ways = |label: &str, values: [&str; 2]| -> Vec<Labelled> {
        values.map(|value| Labelled { label: label.into(), value: value.into() }).to_vec()
    };
    contact.mails = ways("work", ["a@x.example", "b@x.example"]);
    contact.phones = ways("direct", ["+30 1", "+30 2"]);
    contact.skills = vec!["law".into()];
    contact.notes = "n/a".into();
    contact.custom = vec![Labelled { label: "Title".into(), value: "Dr".into() }];
    let mut same = contact.clone();
    same.id = IdGenerator::new([5; 16]).next(now());
    let (one, two) = (Record::from(contact), Record::from(same));
    let book = Book::of([one.clone(), two.clone()]);
    let dialect = Dialect { spreadsheet: false, delimiter: b',' };
    let salesforce = |each: &[&Record]| {
        write_as(&book, now(), Program::Salesforce, (Kind::Contact, each), dialect).unwrap().unwrap()
    };
    let written = salesforce(&[&one]);
    let lost = [("Mails", 1), ("Phones", 1), ("Good at", 1), ("Custom fields", 1), ("Notes", 1)];
    assert_eq!((written.lost.as_slice(), written.doubled), (&lost[..], 0));
    // Both numbers went out all the same, though not under their label.
    let text = String::from_utf8(written.bytes).unwrap();
    assert!(text.contains("+30 1") && text.contains("+30 2"), "{text}");
    assert_eq!(salesforce(&[&one, &two]).doubled, 1);
}

/// What came from a program goes back under the ids it has there; where some have none, all go without.
#[test]
fn ids_of_the_program_go_back_to_it() {
    let mut ids = IdGenerator::new([2; 16]);
    let mut named = |name: &str, external: &str| {
        let mut contact = Contact::new(ids.next(now()), now());
        (contact.last_name, contact.external) = (name.into(), vec![external.into()]);
        Record::from(contact)
    };
    let known = named("Known", "hubspot:contact:9001");
    let other = named("Other", "zoho:contact:77");
    let by_name = named("Third", "hubspot:contact:third third@x.example");
    let book = Book::of([known.clone(), other.clone(), by_name.clone()]);
    let column = |program, each: &[&Record]| {
        let dialect = Dialect { spreadsheet: false, delimiter: b',' };
        let bytes = write_as(&book, now(), program, (Kind::Contact, each), dialect).unwrap().unwrap().bytes;
        let text = String::from_utf8(bytes).unwrap();
        text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(column(Program::HubSpot, &[&known]), ["9001"]);
    assert_eq!(column(Program::HubSpot, &[&known, &other]), ["", ""]);
    assert_eq!(column(Program::HubSpot, &[&by_name]), [""]);
    assert_eq!(column(Program::Zoho, &[&other]), ["77"]);
}
