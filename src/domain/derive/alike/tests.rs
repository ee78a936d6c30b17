//! Who is like whom, and that keys find what comparing every two does.

use super::*;
use crate::domain::{Client, ClientId, Contact, ContactId, IdGenerator, Labelled, Moment};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-23T10:00:00+02:00").unwrap()
}

fn labelled(values: &[&str]) -> Vec<Labelled> {
    values
        .iter()
        .filter(|v| !v.is_empty())
        .map(|v| Labelled { label: String::new(), value: (*v).into() })
        .collect()
}

fn client(ids: &mut IdGenerator, name: &str, mail: &str, phone: &str, web: &str) -> Client {
    let mut client = Client::new(ids.next::<ClientId>(now()), now());
    (client.name, client.web) = (name.into(), web.into());
    (client.mails, client.phones) = (labelled(&[mail]), labelled(&[phone]));
    client
}

fn person(ids: &mut IdGenerator, name: &str, mail: &str, phone: &str, at: Option<ClientId>) -> Contact {
    let mut person = Contact::new(ids.next::<ContactId>(now()), now());
    let (first, last) = name.split_once(' ').unwrap_or((name, ""));
    (person.first_name, person.last_name) = (first.into(), last.into());
    (person.mails, person.phones, person.client.0) = (labelled(&[mail]), labelled(&[phone]), at);
    person
}

fn of_two(one: impl Into<Record>, other: impl Into<Record>) -> Vec<Sign> {
    let book = Book::of([one.into(), other.into()]);
    pairs(&book).into_iter().next().map(|pair| pair.signs).unwrap_or_default()
}

#[test]
fn clients_are_alike_by_what_they_are_known_by() {
    let ids = &mut IdGenerator::new([1; 16]);
    let mut signs = |a: [&str; 4], b: [&str; 4]| {
        of_two(client(ids, a[0], a[1], a[2], a[3]), client(ids, b[0], b[1], b[2], b[3]))
    };
    assert_eq!(signs(["Acme", "", "", ""], ["ACMÉ", "", "", ""]), [Sign::Name]);
    assert_eq!(signs(["Acme Ltd", "", "", ""], ["Acme GmbH", "", "", ""]), [Sign::NameButForm]);
    assert_eq!(signs(["Αιγαίο ΑΕ", "", "", ""], ["Aigaio", "", "", ""]), [Sign::NameInLetters]);
    assert_eq!(signs(["Müller", "", "", ""], ["Mueller AG", "", "", ""]), [Sign::NameButForm]);
    assert_eq!(
        signs(["Acme", "Info@Acme.example", "", ""], ["Bolt", "info@acme.example", "", ""]),
        [Sign::Mail("info@acme.example".into())]
    );
    assert_eq!(
        signs(["Acme", "a@acme.example", "", ""], ["Bolt", "", "", "www.acme.example/x"]),
        [Sign::Domain("acme.example".into())]
    );
    assert_eq!(
        signs(["Acme", "", "+30 210 1234567", ""], ["Bolt", "", "2101234567", ""]),
        [Sign::Phone("+30 210 1234567".into())]
    );
    assert_eq!(signs(["Acme", "a@gmail.com", "", ""], ["Bolt", "b@gmail.com", "", ""]), []);
    assert_eq!(
        signs(["Bain", "", "", ""], ["Ben", "", "", ""]),
        [],
        "two Latin names are no transliteration"
    );
}

#[test]
fn people_share_names_and_numbers_without_being_the_same() {
    let ids = &mut IdGenerator::new([1; 16]);
    let (acme, bolt) = (Some(ids.next(now())), Some(ids.next(now())));
    let mut signs = |a: (&str, &str, &str, Option<ClientId>), b: (&str, &str, &str, Option<ClientId>)| {
        of_two(person(ids, a.0, a.1, a.2, a.3), person(ids, b.0, b.1, b.2, b.3))
    };
    assert_eq!(signs(("Maria Pappa", "", "", acme), ("Pappa Maria", "", "", acme)), [Sign::NameButForm]);
    assert_eq!(signs(("Maria Pappa", "", "", acme), ("Maria Pappa", "", "", None)), [Sign::Name]);
    assert_eq!(signs(("Maria Pappa", "", "", acme), ("Maria Pappa", "", "", bolt)), [], "two of one name");
    assert_eq!(signs(("Μαρία Παππά", "", "", acme), ("Maria Pappa", "", "", acme)), [Sign::NameInLetters]);
    assert_eq!(signs(("Maria", "", "", None), ("Maria", "", "", acme)), [], "a first name alone");
    assert_eq!(signs(("Maria", "", "", acme), ("Maria", "", "", acme)), [Sign::Name]);
    let (desk, own) = ("+30 210 1234567", "m.p@x.example");
    assert_eq!(signs(("Maria Pappa", "", desk, acme), ("Petros Kyrou", "", desk, acme)), [], "a switchboard");
    assert_eq!(
        signs(("Maria Pappa", "", desk, acme), ("Maria Lamprou", "", desk, acme)),
        [Sign::Phone(desk.into())]
    );
    assert_eq!(
        signs(("Maria Pappa", "info@x.example", "", acme), ("Petros Kyrou", "info@x.example", "", acme)),
        []
    );
    assert_eq!(
        signs(("Maria Pappa", own, "", acme), ("M Papadaki", own, "", bolt)),
        [Sign::Mail(own.into())],
        "who changed the firm and the name"
    );
}

#[test]
fn what_was_told_apart_never_comes_again() {
    let ids = &mut IdGenerator::new([1; 16]);
    let (mut one, other) = (client(ids, "Acme", "", "", ""), client(ids, "Acme", "", "", ""));
    assert_eq!(of_two(one.clone(), other.clone()), [Sign::Name]);
    one.apart.0.push(other.id);
    assert_eq!(of_two(one.clone(), other.clone()), []);
    assert_eq!(of_two(other, one), []);
}

#[test]
fn what_very_many_share_costs_no_more_than_it_tells() {
    let ids = &mut IdGenerator::new([1; 16]);
    let many: Vec<Record> =
        (0..3_000).map(|_| client(ids, "Acme", "info@acme.example", "", "").into()).collect();
    assert_eq!(pairs(&Book::of(many)).len(), 2_999);
    let names = (0..3_000).map(|n: u32| n.to_string());
    let house: Vec<Record> = names.map(|n| client(ids, &n, "", "+30 210 1234567", "").into()).collect();
    assert_eq!(pairs(&Book::of(house)), []);
}

/// Every two of a kind, looked at one after the other.
fn naive(book: &Book) -> BTreeSet<(Ref, Ref)> {
    let mut out = BTreeSet::new();
    for kind in KINDS {
        let all: Vec<&Record> = book.all(kind).collect();
        for (nth, one) in all.iter().enumerate() {
            for other in &all[nth + 1..] {
                let marks = |record: &Record| Marks::of(record).unwrap();
                let pair = paired((one.id(), &marks(one)), (other.id(), &marks(other)));
                out.extend(pair.map(|pair| (pair.one, pair.other)));
            }
        }
    }
    out
}

const NAMES: [&str; 8] =
    ["Acme", "Acme Ltd", "Αιγαίο", "Aigaio SA", "Maria Pappa", "Μαρία Παππά", "Pappa Maria", "Müller"];
const MAILS: [&str; 4] = ["", "info@acme.example", "m@acme.example", "x@gmail.com"];
const PHONES: [&str; 4] = ["", "+30 210 1234567", "2101234567", "+30 231 1234567"];

proptest! {
    /// Looking keys up finds what comparing every two finds, and asking about one finds the pairs it stands in.
    #[test]
    fn keys_find_what_comparing_every_two_does(
        rows in prop::collection::vec((0..8usize, 0..4usize, 0..4usize, any::<bool>(), any::<bool>()), 0..8)
    ) {
        let ids = &mut IdGenerator::new([1; 16]);
        let home: ClientId = ids.next(now());
        let records = rows.into_iter().map(|(name, mail, phone, is_person, has_home)| {
            let (name, mail, phone) = (NAMES[name], MAILS[mail], PHONES[phone]);
            if is_person {
                person(ids, name, mail, phone, has_home.then_some(home)).into()
            } else {
                client(ids, name, mail, phone, "").into()
            }
        });
        let book = Book::of(records.collect::<Vec<Record>>());
        let all = pairs(&book);
        let found: BTreeSet<(Ref, Ref)> = all.iter().map(|pair| (pair.one, pair.other)).collect();
        prop_assert_eq!(found.len(), all.len());
        prop_assert_eq!(&found, &naive(&book));
        for kind in KINDS {
            let index = Index::of(&book, kind);
            for record in book.all(kind) {
                let like = index.like(&book, record).into_iter().map(|pair| (pair.one, pair.other));
                let of_it = |(one, other): &&(Ref, Ref)| *one == record.id() || *other == record.id();
                let wanted: BTreeSet<(Ref, Ref)> = found.iter().filter(of_it).copied().collect();
                prop_assert_eq!(like.collect::<BTreeSet<_>>(), wanted);
            }
        }
    }
}

#[test]
fn of_a_name_that_many_bear_those_at_one_client_are_found() {
    let ids = &mut IdGenerator::new([1; 16]);
    let mut records: Vec<Record> = vec![];
    let home: ClientId = ids.next(now());
    for n in 0..60 {
        let at = if n % 30 == 7 { home } else { ids.next(now()) };
        records.push(person(ids, "Maria Pappa", "", "", Some(at)).into());
    }
    let book = Book::of(records);
    assert_eq!(pairs(&book).len(), 1);
    let at_home = |record: &&Record| matches!(record, Record::Contact(c) if c.client.0 == Some(home));
    let one = book.all(Kind::Contact).find(at_home).unwrap();
    assert_eq!(Index::of(&book, Kind::Contact).like(&book, one).len(), 1);
}

/// Of many records each is compared with the few that have something in common with it.
#[test]
fn many_records_make_no_more_pairs_than_there_are() {
    let ids = &mut IdGenerator::new([1; 16]);
    let mut records: Vec<Record> = vec![];
    for n in 0..4_000u32 {
        let name = ["Firm ", &n.to_string(), " Ltd"].concat();
        let phone = ["+30 210 ", &(1_000_000 + n).to_string()].concat();
        let mail = ["x", &n.to_string(), "@a", &(n / 4).to_string(), ".example"].concat();
        records.push(client(ids, &name, &mail, &phone, "").into());
        records.push(person(ids, &["Maria P", &n.to_string()].concat(), &mail, &phone, None).into());
    }
    // Four firms share a domain each.
    assert_eq!(pairs(&Book::of(records)).len(), 1_000 * 6);
}
