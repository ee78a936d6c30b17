//! Two records become one: what must hold whatever they say, and what people do to get there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod desk;

use desk::now;
use proptest::prelude::*;
use syndeo::domain::derive::alike;
use syndeo::domain::merge::{self, Fault, Plan, Side, Take};
use syndeo::domain::text::fold;
use syndeo::domain::{
    Book, Client, ClientId, Contact, ContactId, Hand, Holder, IdGenerator, Interaction, Kind, Labelled,
    OTHER_NAME, Record, Ref, Request, Role, Tier, Type, Value, Visibility, json, parse,
};
use syndeo::store::{Memory, Store};

fn labelled(label: &str, value: &str) -> Labelled {
    Labelled { label: label.into(), value: value.into() }
}

/// Two clients that are one, with people, a touch and a wish at each.
fn two() -> (Book, ClientId, ClientId) {
    let ids = &mut IdGenerator::new([9; 16]);
    let mut one = Client::new(ids.next(now()), now());
    (one.name, one.city, one.tier) = ("Acme Ltd".into(), "Athens".into(), Tier::B);
    (one.mails, one.tags) = (vec![labelled("office", "info@acme.example")], vec!["vip".into()]);
    (one.notes, one.external) = ("Pays late.".into(), vec!["hubspot:company:1".into()]);
    let mut other = Client::new(ids.next(now()), now());
    (other.name, other.city, other.industry) = ("ACME Α.Ε.".into(), "Piraeus".into(), "shipping".into());
    (other.mails, other.tags) =
        (vec![labelled("", "INFO@acme.example"), labelled("", "ceo@acme.example")], vec!["new".into()]);
    (other.notes, other.external) = ("Has a new office.".into(), vec!["hubspot:company:2".into()]);
    let mut maria = Contact::new(ids.next(now()), now());
    (maria.first_name, maria.client.0) = ("Maria".into(), Some(one.id));
    let mut petros = Contact::new(ids.next(now()), now());
    (petros.first_name, petros.client.0) = ("Petros".into(), Some(other.id));
    let mut call = Interaction::new(ids.next(now()), now());
    (call.summary, call.at, call.clients.0) = ("Call".into(), now(), vec![other.id, one.id]);
    let mut wish = Request::new(ids.next(now()), now());
    (wish.title, wish.client.0) = ("A banner".into(), Some(other.id));
    wish.set_hands(Holder::Client(other.id));
    let (a, b) = (one.id, other.id);
    let book = Book::of(
        [one.into(), other.into(), maria.into(), petros.into(), call.into(), wish.into()] as [Record; 6]
    );
    (book, a, b)
}

trait Hands {
    fn set_hands(&mut self, holder: Holder);
}

impl Hands for Request {
    fn set_hands(&mut self, holder: Holder) {
        self.hands = vec![Hand { holder, since: now(), nudges: vec![] }];
    }
}

fn whole(book: &Book) -> Vec<Record> {
    book.everything().cloned().collect()
}

/// Everything that a record names, links and holders alike, as the file of it tells.
fn names(record: &Record, id: Ref) -> bool {
    json::write(record).to_string().contains(&id.id.to_string())
}

#[test]
fn one_of_two_takes_everything_over_and_undo_brings_both_back() {
    let (mut book, one, other) = two();
    let before = whole(&book);
    let plan = Plan::of(&book, one.into(), other.into()).unwrap();
    assert_eq!(plan.stays, Side::Right, "more hangs on it");
    let change = plan.change(&book, now()).unwrap();
    book.apply(&change);
    let acme = book.client(other).unwrap().clone();
    assert_eq!(book.all(Kind::Client).count(), 1);
    assert_eq!(
        (acme.name.as_str(), acme.city.as_str(), acme.industry.as_str()),
        ("ACME Α.Ε.", "Piraeus", "shipping")
    );
    assert_eq!(acme.mails.len(), 2, "{:?}", acme.mails);
    assert_eq!(acme.mails[0].label, "office", "a label that the other had");
    assert_eq!(acme.tags, ["new", "vip"]);
    assert_eq!(acme.notes, "Has a new office.\n\n— Acme Ltd —\nPays late.");
    let custom = |label: &str| acme.custom.iter().find(|c| c.label == label).map(|c| c.value.as_str());
    assert_eq!(custom(OTHER_NAME), Some("Acme Ltd"));
    assert!(book.key(other.into()).contains("acme ltd"), "it is found by the name that went");
    assert_eq!((custom("Other city"), custom("Other tier")), (Some("Athens"), Some("B")));
    assert_eq!(acme.external, ["hubspot:company:2", "hubspot:company:1", &format!("syndeo:{}", one.0)]);
    assert_eq!(merge::formers(book.get(other).unwrap()), [one.into()]);
    assert_eq!(merge::now_known_as(&book).get(&one.into()), Some(&other.into()));
    assert!(book.all(Kind::Contact).filter_map(Contact::of).all(|c| c.client.0 == Some(other)));
    let call = book.all(Kind::Interaction).find_map(Interaction::of).unwrap();
    assert_eq!(call.clients.0, [other], "named once");
    book.apply(&change.inverse(now(), Role::Undo(1)));
    assert_eq!(whole(&book), before);
}

#[test]
fn who_holds_the_ball_holds_it_still() {
    let (mut book, one, other) = two();
    let mut plan = Plan::of(&book, one.into(), other.into()).unwrap();
    plan.let_stay(Side::Left);
    book.apply(&plan.change(&book, now()).unwrap());
    let wish = book.all(Kind::Request).find_map(Request::of).unwrap();
    assert_eq!((wish.client.0, &wish.hands[0].holder), (Some(one), &Holder::Client(one)));
}

#[test]
fn what_cannot_be_one_is_refused() {
    let (mut book, one, other) = two();
    let maria: Ref = book.all(Kind::Contact).next().unwrap().id();
    let fault = |book: &Book, a: Ref, b: Ref| Plan::of(book, a, b).err();
    assert_eq!(fault(&book, one.into(), one.into()), Some(Fault::Same));
    assert_eq!(fault(&book, one.into(), maria), Some(Fault::Kinds));
    let call = book.all(Kind::Interaction).next().unwrap().id();
    assert_eq!(fault(&book, call, Ref::new(Kind::Interaction, one.0)), Some(Fault::Kinds));
    let mut gone = book.get(other).unwrap().clone();
    gone.head_mut().deleted_at = Some(now());
    book.put(gone);
    assert_eq!(fault(&book, one.into(), other.into()), Some(Fault::Gone));
    let (mut book, one, other) = two();
    for (id, bytes) in [(one, vec![1]), (other, vec![2])] {
        let mut record = book.get(id).unwrap().clone();
        record.head_mut().unknown = vec![(900, bytes)];
        book.put(record);
    }
    let plan = Plan::of(&book, one.into(), other.into()).unwrap();
    assert_eq!(plan.change(&book, now()).err(), Some(Fault::Later));
}

#[test]
fn a_person_has_one_home_and_reports_to_somebody_else() {
    let ids = &mut IdGenerator::new([9; 16]);
    let (client, department): (ClientId, _) = (ids.next(now()), ids.next(now()));
    let mut one = Contact::new(ids.next(now()), now());
    (one.first_name, one.client.0) = ("Maria".into(), Some(client));
    let mut other = Contact::new(ids.next(now()), now());
    (other.first_name, other.department.0, other.reports_to.0) =
        ("Maria".into(), Some(department), Some(one.id));
    let (a, b): (ContactId, ContactId) = (one.id, other.id);
    let book = Book::of([one.into(), other.into()] as [Record; 2]);
    let mut plan = Plan::of(&book, a.into(), b.into()).unwrap();
    plan.let_stay(Side::Left);
    let Record::Contact(maria) = plan.result(&book).unwrap() else { panic!() };
    assert_eq!((maria.client.0, maria.department.0, maria.reports_to.0), (Some(client), None, None));
    assert!(maria.custom.iter().any(|c| c.label == "Other department"), "{:?}", maria.custom);
    // What would not be right is told, and not done.
    let department = plan.rows.iter().position(|row| row.field.name == "department").unwrap();
    plan.take(department, Take::Right);
    assert!(matches!(plan.change(&book, now()), Err(Fault::Wrong(_))));
}

#[test]
fn records_that_were_told_apart_stay_apart_through_a_merge() {
    let ids = &mut IdGenerator::new([9; 16]);
    let mut make = || {
        let mut client = Client::new(ids.next(now()), now());
        client.name = "Acme".into();
        client
    };
    let (a, b, c) = (make(), make(), make());
    let (one, two, three): (Ref, Ref, Ref) = (a.id.into(), b.id.into(), c.id.into());
    let mut book = Book::of([a.into(), b.into(), c.into()] as [Record; 3]);
    assert_eq!(alike::pairs(&book).len(), 3);
    book.apply(&merge::told_apart(&book, one, three, now()).unwrap());
    assert_eq!(alike::pairs(&book).len(), 2);
    let mut plan = Plan::of(&book, one, two).unwrap();
    plan.let_stay(Side::Right);
    book.apply(&plan.change(&book, now()).unwrap());
    assert_eq!(alike::pairs(&book), [], "what one was not, both are not");
    assert!(merge::told_apart(&book, two, two, now()).is_none());
}

/// A text that is found nowhere else.
fn text(nth: usize, side: usize) -> String {
    ["", "one", "Two, and more", "ΤΡΊΑ", "vier\u{e4}"][nth % 5].to_owned()
        + if nth.is_multiple_of(5) { "" } else { [" l", " r"][side] }
}

/// A value for a field that fits its type; nothing for some seeds.
fn value(kind: &Type, nth: usize, side: usize) -> Value {
    let word = text(nth, side);
    if word.is_empty() {
        return Value::Empty;
    }
    let plain: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
    match kind {
        Type::Text => Value::Text(word),
        Type::Long => Value::Text(format!("{word}\nand below")),
        Type::Words => Value::Words(vec![word, "shared".into()]),
        Type::Mails => Value::Labelled(vec![
            labelled("work", &format!("x{plain}@a.example")),
            labelled("", "s@a.example"),
        ]),
        Type::Phones => Value::Labelled(vec![labelled("", &format!("+30 210 {nth}{side}00000"))]),
        Type::Pairs => Value::Labelled(vec![labelled("Size", &word)]),
        Type::Date | Type::Past => {
            parse::read(kind, &format!("2026-1{side}-0{}", nth % 9 + 1), now()).unwrap()
        }
        Type::Birthday => parse::read(kind, &format!("{} Mar", nth % 20 + 1 + side), now()).unwrap(),
        Type::Whole(low, high) => Value::Whole((low + i64::try_from(nth + side).unwrap()).min(*high)),
        Type::Choice(list) => Value::Choice(list[nth % list.len()].code),
        Type::Choices(list) => Value::Choices(vec![list[(nth + side) % list.len()].code]),
        _ => Value::Empty,
    }
}

fn filled(kind: Kind, ids: &mut IdGenerator, seeds: &[usize], side: usize) -> Record {
    let id = ids.next::<ClientId>(now()).0;
    let mut record = Record::new(kind, id, now());
    for (nth, field) in kind.fields().iter().enumerate() {
        let value = value(&field.kind, seeds[nth % seeds.len()] + nth, side);
        let is_link = matches!(field.kind, Type::One(_) | Type::Many(_));
        if !is_link && (!value.is_empty() || !matches!(field.kind, Type::Choice(_))) {
            field.write(&mut record, value).unwrap();
        }
    }
    record
        .set(if kind == Kind::Client { "name" } else { "last_name" }, Value::Text(format!("Name {side}")))
        .unwrap();
    record
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    /// Whatever two records say, and whatever is chosen: what either said is found in the one that stays, nothing points at
    /// the one that went, and undo brings the book back as it was, in memory and in the store.
    #[test]
    fn nothing_is_lost_and_undo_brings_all_back(
        is_client in any::<bool>(),
        left in prop::collection::vec(0..5usize, 7),
        right in prop::collection::vec(0..5usize, 7),
        takes in prop::collection::vec(0..4usize, 40),
        stays in prop::option::of(any::<bool>()),
    ) {
        let ids = &mut IdGenerator::new([3; 16]);
        let kind = if is_client { Kind::Client } else { Kind::Contact };
        let (mut one, mut other) = (filled(kind, ids, &left, 0), filled(kind, ids, &right, 1));
        let (a, b) = (one.id(), other.id());
        // They point at each other.
        let third = Ref::new(kind, ids.next::<ClientId>(now()).0);
        one.set("apart", Value::Many(vec![b, third])).unwrap();
        if kind == Kind::Contact {
            other.set("reports_to", Value::One(a)).unwrap();
            one.set("backup", Value::One(if left[0] > 2 { b } else { third })).unwrap();
        }
        let mut records = vec![one.clone(), other.clone()];
        for (nth, of) in [a, b, b].into_iter().enumerate() {
            let mut touch = Interaction::new(ids.next(now()), now());
            (touch.summary, touch.at) = (format!("Touch {nth}"), now());
            match kind {
                Kind::Client => touch.clients.0 = vec![ClientId(of.id)],
                _ => touch.people.0 = vec![ContactId(of.id), ContactId(a.id)],
            }
            // One of them lies in the bin, and comes back to the one that stays.
            touch.head.deleted_at = (nth == 2).then(now);
            records.push(touch.into());
        }
        let mut store = Memory::of(records.clone());
        let book = Book::of(records);
        let before = whole(&book);
        let mut plan = Plan::of(&book, a, b).unwrap();
        if let Some(is_left) = stays {
            plan.let_stay(if is_left { Side::Left } else { Side::Right });
        }
        for (at, take) in takes.iter().enumerate() {
            match take {
                0 => plan.take(at, Take::Left),
                1 => plan.take(at, Take::Right),
                2 => plan.take(at, Take::Both),
                _ => {}
            }
        }
        let change = match plan.change(&book, now()) {
            Ok(change) => change,
            Err(fault) => return Err(TestCaseError::fail(format!("{fault:?}"))),
        };
        let mut merged = book.clone();
        merged.apply(&change);
        let (stays, goes) = (plan.of_side(plan.stays).id(), plan.of_side(plan.stays.other()).id());
        prop_assert!(merged.get_with_deleted(goes).is_none());
        let result = merged.get(stays).unwrap();
        prop_assert_eq!(result.errors(), vec![]);
        for record in merged.everything().filter(|record| record.id() != stays) {
            prop_assert!(!names(record, goes), "{:?}", record);
        }
        let points = |id: Ref| result.links().any(|(_, value)| value.refs().contains(&id));
        prop_assert!(!points(goes) && !points(stays), "{:?}", result);
        prop_assert!(points(third));
        // What either said is read in the one that stays.
        let said = fold(&parsed(result));
        for record in [&one, &other] {
            for field in record.fields().iter().filter(|f| f.traits.visibility != Visibility::Hidden) {
                let passing = field.traits.snooze || field.traits.seen;
                let value = field.read(record);
                let unknown = matches!(&value, Value::Choice(_)) && field.is_default(&value)
                    || matches!(&value, Value::Choice(code) if ["none", "unknown", "any"].contains(&named(&field.kind, *code)));
                for piece in pieces(&field.kind, &value).into_iter().filter(|_| !passing && !unknown) {
                    prop_assert!(said.contains(&fold(&piece)), "{} {:?} in {}", field.name, piece, said);
                }
            }
            for field in record.fields().iter().filter(|f| f.traits.visibility == Visibility::Hidden) {
                if let Value::Words(words) = field.read(record) {
                    let all = field.read(result);
                    prop_assert!(words.iter().all(|word| matches!(&all, Value::Words(all) if all.contains(word))));
                }
            }
        }
        merged.apply(&change.inverse(now(), Role::Undo(1)));
        prop_assert_eq!(whole(&merged), before.clone());
        // And so it is in the store.
        store.save(&change).unwrap();
        store.undo(now()).unwrap().unwrap();
        let kept = store.history(&[], 10).unwrap();
        prop_assert_eq!(kept.len(), 2);
        let mut stored = Book::of(before.clone());
        for entry in kept.into_iter().rev() {
            stored.apply(&entry.change);
        }
        prop_assert_eq!(whole(&stored), before);
    }
}

fn named(kind: &Type, code: u8) -> &'static str {
    parse::choices(kind).iter().find(|choice| choice.code == code).map_or("", |choice| choice.name)
}

/// The texts of a value, one by one.
fn pieces(kind: &Type, value: &Value) -> Vec<String> {
    match value {
        Value::Words(words) => words.clone(),
        Value::Labelled(all) => all.iter().map(|one| one.value.clone()).collect(),
        Value::Choices(codes) => codes.iter().map(|code| parse::label(kind, *code).to_owned()).collect(),
        Value::Text(text) => text.lines().map(str::to_owned).collect(),
        Value::Empty => vec![],
        value => vec![parse::show(kind, value, &|_| String::new())],
    }
}

/// All that a record says, as text.
fn parsed(record: &Record) -> String {
    let all = record.fields().iter().flat_map(|f| pieces(&f.kind, &f.read(record)));
    all.collect::<Vec<_>>().join("\n")
}

/// The book after the two became one, the right one staying.
fn merged() -> (Book, ClientId, ClientId) {
    let (mut book, one, other) = two();
    let mut plan = Plan::of(&book, one.into(), other.into()).unwrap();
    plan.let_stay(Side::Right);
    book.apply(&plan.change(&book, now()).unwrap());
    (book, one, other)
}

#[test]
fn a_later_import_of_either_finds_the_one_that_stays() {
    use syndeo::exchange::{self, Differing, Own};
    // By the ids of other systems.
    for file in ["Record ID,Company name\n1,Acme Ltd\n", "Record ID,Company name\n2,Acme\n"] {
        let (mut book, ..) = merged();
        let read = exchange::read(file.as_bytes(), &book, &mut IdGenerator::new([4; 16]), now());
        let import = read.unwrap();
        assert_eq!(import.new, 0, "{file}");
        book.apply(&import.into_change(now()));
        assert_eq!(book.all(Kind::Client).count(), 1);
    }
    // By the ids of a file that this program wrote before, whatever wins.
    let (before, one, other) = two();
    let mut file = vec![];
    before.everything().for_each(|record| json::write_line(record, &mut file));
    for differing in [Differing::Keep, Differing::Overwrite] {
        let (mut book, ..) = merged();
        let imports = Own::read(&file).unwrap().against(&book, differing);
        assert!(imports.iter().all(|import| import.new == 0 && import.refused.is_empty()), "{imports:?}");
        for (before, after) in imports.into_iter().flat_map(|import| import.records) {
            assert!(before.is_some());
            book.put(after);
        }
        assert_eq!(book.all(Kind::Client).map(Record::id).collect::<Vec<_>>(), [other.into()]);
        assert!(book.everything().all(|r| r.id() == other.into() || !names(r, one.into())));
        let acme = book.client(other).unwrap();
        assert!(acme.mails.iter().any(|mail| mail.value == "ceo@acme.example"), "{:?}", acme.mails);
    }
    // By the id of a card that this program wrote before.
    let (book, one, _) = merged();
    let card = format!(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Somebody\r\nUID:urn:uuid:{}\r\nEND:VCARD\r\n",
        one.0
    );
    let file = exchange::Opened::read(card.as_bytes()).unwrap();
    let read = file.against(&book, &mut IdGenerator::new([4; 16]), now(), Differing::Keep).unwrap();
    assert_eq!(read.new, 0, "{read:?}");
}
