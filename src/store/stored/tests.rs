//! Golden bytes of every shape, and round trips of arbitrary records over all kinds.

use super::super::codec::{CodecError, decode, encode_to, fingerprint};
use super::{
    decode_change, decode_head, decode_record, edits_of, encode_change, encode_record, id_of, into_change,
    number_of, upgrade,
};
use crate::domain::{
    Action, Birthday, Change, Check, Client, ClientId, Clock, ContactId, DepartmentId, Field, Hand, Head,
    Holder, Interaction, InteractionId, Kind, Labelled, Moment, Money, Nudge, Packed, PromisedDay, Record,
    Ref, Repeat, Role, Span, Stamp, Task, TaskId, Tier, Type, Unit, Value, Verb, json,
};
use chrono::NaiveDate;
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::fmt::Write as _;
use uuid::Uuid;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |out, b| out + &format!("{b:02x}"))
}

fn unhex(text: &str) -> Vec<u8> {
    let digits: String = text.split_whitespace().collect();
    (0..digits.len()).step_by(2).map(|i| u8::from_str_radix(&digits[i..i + 2], 16).unwrap()).collect()
}

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

const AT: Moment = Moment { utc_ms: 1_795_421_400_250, offset_min: 120 };

fn id(n: u8) -> Uuid {
    Uuid::from_bytes([n; 16])
}

fn a_client() -> Record {
    let mut client = Client::new(ClientId(id(1)), AT);
    client.head.deleted_at = Some(Moment { utc_ms: 1_795_421_500_000, offset_min: -300 });
    client.head.unknown = vec![(900, vec![1, 2, 3])];
    client.name = "Αἰγαῖον".into();
    client.tier = Tier::B;
    client.tags = vec!["food".into(), "islands".into()];
    client.phones = vec![Labelled { label: "work".into(), value: "+30 210 1234567".into() }];
    client.looked_after_by = ContactId(id(2)).into();
    client.cadence_soft = Some(14);
    client.feel_on = Some(day(2026, 11, 23));
    client.into()
}

fn a_task() -> Record {
    let mut task = Task::new(TaskId(id(3)), AT);
    task.title = "call".into();
    task.no = 41;
    task.due = Some(day(1969, 12, 31));
    task.after.0 = vec![TaskId(id(4)), TaskId(id(5))];
    task.checklist =
        vec![Check { done: true, text: "look up".into() }, Check { done: false, text: "dial".into() }];
    task.repeat = Some(Repeat { every: Span::new(10, Unit::Workday), after_done: true });
    let nudge = Nudge { at: AT, words: "any news?".into() };
    task.hands = [
        Holder::Us,
        Holder::Person(ContactId(id(6))),
        Holder::Client(ClientId(id(7))),
        Holder::Department(DepartmentId(id(8))),
        Holder::Other("the printer".into()),
    ]
    .into_iter()
    .map(|holder| Hand { holder, since: AT, nudges: vec![nudge.clone()] })
    .collect();
    task.into()
}

fn an_interaction() -> Record {
    let mut touch = Interaction::new(InteractionId(id(9)), AT);
    touch.at = AT;
    touch.summary = "talked".into();
    touch.people.0 = vec![ContactId(id(6))];
    touch.minutes = Some(-1);
    touch.into()
}

/// The other types of value, in records of their kinds.
fn the_rest() -> Vec<Record> {
    let mut out = vec![];
    for (kind, name, value) in [
        (Kind::Contact, "birthday", Value::Birthday(Birthday { month: 2, day: 29, year: None })),
        (Kind::Contact, "roles", Value::Choices(vec![2, 7])),
        (Kind::Agreement, "notice", Value::Span(Span::new(3, Unit::Month))),
        (Kind::Agreement, "value", Value::Money(Money::new(Decimal::new(-250_050, 2), "EUR").unwrap())),
    ] {
        let mut record = Record::new(kind, id(kind.code()), AT);
        record.set(name, value).unwrap();
        out.push(record);
    }
    out
}

/// Frozen: these bytes are on disks out there. A record to which a field was added is written otherwise: its line stays
/// as `earlier`, to be read for ever, and a new one is put beside it. When this fails for any other cause, the shape was
/// changed: make a new schema instead.
const GOLDEN: &str = include_str!("golden.txt");

#[test]
fn golden_bytes_stay_as_they_are() {
    let records: Vec<Record> =
        [a_client(), a_task(), an_interaction()].into_iter().chain(the_rest()).collect();
    let lines = GOLDEN.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    let mut now = vec![];
    for record in &records {
        let bytes = hex(&encode_record(record).unwrap());
        now.push(format!("record {} {bytes}", record.kind()));
    }
    let action = Action {
        verb: Verb::Edit,
        kind: Some(Kind::Client),
        name: "Αἰγαῖον".into(),
        to: "us".into(),
        counts: vec![(Kind::Task, 3)],
    };
    let change = Change {
        action,
        at: AT,
        role: Role::Redo(300),
        edits: vec![
            crate::domain::Edit { before: Some(a_client()), after: None },
            crate::domain::Edit { before: None, after: Some(an_interaction()) },
        ],
    };
    now.push(format!("change - {}", hex(&encode_change(&change, &stamp()).unwrap())));
    let (earlier, golden): (Vec<&str>, Vec<&str>) =
        lines.filter(|l| !l.starts_with("change1")).partition(|l| l.starts_with("earlier"));
    if std::env::var_os("SYNDEO_GOLDEN").is_some() && now != golden {
        renew(&golden, &now);
        return;
    }
    assert_eq!(now, golden, "written otherwise than before: see SYNDEO_GOLDEN");
    for line in earlier {
        read_as_before(line, &records, &change);
    }
    for (line, record) in golden.iter().zip(&records) {
        let bytes = unhex(line.rsplit(' ').next().unwrap());
        assert_eq!(&decode_record(record.kind(), &bytes).unwrap(), record);
        assert_eq!(id_of(&bytes), Some(record.id().id));
        assert_eq!(number_of(record.kind(), &bytes), record.number().unwrap_or(0));
    }
    let bytes = unhex(golden.last().unwrap().rsplit(' ').next().unwrap());
    assert_eq!(into_change(&decode_change(&bytes).unwrap()).unwrap(), change);
    let head = decode_head(&bytes).unwrap();
    assert_eq!((head.at, head.role, head.action), (AT, Role::Redo(300), change.action.clone()));
    assert_eq!(head.stamp, Some(stamp()));

    let line = GOLDEN.lines().find(|l| l.starts_with("change1")).unwrap();
    let bytes = unhex(line.rsplit(' ').next().unwrap());
    let old = Change { action: "edit client Αἰγαῖον".into(), ..change };
    assert_eq!(into_change(&decode_change(&bytes).unwrap()).unwrap(), old, "schema 1");
    assert_eq!(decode_head(&bytes).unwrap().stamp, None);
    let upgraded = upgrade(&bytes, &stamp()).unwrap();
    assert_eq!(edits_of(&upgraded).unwrap(), edits_of(&bytes).unwrap());
    assert_eq!(into_change(&decode_change(&upgraded).unwrap()).unwrap(), old);
    assert_eq!(decode_head(&upgraded).unwrap().stamp, Some(stamp()));
}

/// What was written before a field was added is read as what it was.
fn read_as_before(line: &str, records: &[Record], change: &Change) {
    let (kind, bytes) = line.trim_start_matches("earlier ").split_once(' ').unwrap();
    let bytes = unhex(bytes);
    if kind == "change" {
        assert_eq!(&into_change(&decode_change(&bytes).unwrap()).unwrap(), change);
        return;
    }
    let read = decode_record(Kind::from_name(kind).unwrap(), &bytes).unwrap();
    assert!(records.contains(&read), "{read:?}");
}

/// Puts what is written now into the file, and what was written before beside it, as `earlier`.
fn renew(golden: &[&str], now: &[String]) {
    let mut text = GOLDEN.to_owned();
    for (old, new) in golden.iter().zip(now).filter(|(old, new)| *old != new) {
        text = text.replace(old, new);
        let kept = old.trim_start_matches("record ").replace("change - ", "change ");
        writeln!(text, "earlier {kept}").unwrap();
    }
    std::fs::write("src/store/stored/golden.txt", text).unwrap();
}

fn stamp() -> Stamp {
    Stamp {
        id: id(10), author: "Ἑλένη".into(), device: id(11), clock: Clock { ms: AT.utc_ms, count: 7 }
    }
}

#[test]
fn a_change_of_a_later_version_is_told_from_damage() {
    let mut bytes = encode_change(&Change::new("x", AT), &stamp()).unwrap();
    bytes[0] = 3;
    assert_eq!(decode_change(&bytes).unwrap_err(), CodecError::Newer(3));
    assert_eq!(decode_head(&[]).unwrap_err(), CodecError::Shape);
}

/// The bytes of `record` with the value of field `code` put in as `value`, as a later version might write it.
fn with_field(record: &Record, code: u16, value: &[u8]) -> Vec<u8> {
    let mut record = record.clone();
    record.head_mut().unknown.push((code, value.to_vec()));
    encode_record(&record).unwrap()
}

#[test]
fn what_a_later_version_put_into_a_field_is_kept_until_the_user_sets_it() {
    // Field 3 is the tier: choice 9 is not known here. Field 5 is a text: variant 200 is not known at all.
    let mut choice = vec![];
    encode_to(&super::value::StoredValue::Choice(9), &mut choice).unwrap();
    let plain: Record = Client::new(ClientId(id(1)), AT).into();
    let mut record = plain.clone();
    record.head_mut().unknown = vec![(3, choice.clone()), (5, vec![200, 1, 2]), (700, vec![])];
    let bytes = encode_record(&record).unwrap();
    let read = decode_record(Kind::Client, &bytes).unwrap();
    assert_eq!(read.head().unknown, [(3, choice), (5, vec![200, 1, 2]), (700, vec![])]);
    assert_eq!(encode_record(&read).unwrap(), bytes);
    assert_eq!(json::read(&json::write(&read)).unwrap(), read);

    let mut set = read.clone();
    set.set("tier", Value::Choice(2)).unwrap();
    set.set("industry", Value::Text("food".into())).unwrap();
    let again = decode_record(Kind::Client, &encode_record(&set).unwrap()).unwrap();
    let read = |name| again.get(name).unwrap();
    assert_eq!((read("tier"), read("industry")), (Value::Choice(2), Value::Text("food".into())));
    assert_eq!(again.head().unknown, [(700, vec![])]);
    assert!(with_field(&plain, 700, &[1]).len() > encode_record(&plain).unwrap().len());
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z ]{1,12}", ".{1,40}", Just("Παπαδόπουλος\n株式会社\u{0}\u{202e}".to_owned())]
}

fn moment() -> impl Strategy<Value = Moment> {
    (1i64..4_102_444_800_000, -840i16..840).prop_map(|(utc_ms, offset_min)| Moment { utc_ms, offset_min })
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (-719_000i32..2_900_000).prop_map(|n| NaiveDate::from_num_days_from_ce_opt(n + 719_163).unwrap())
}

fn uuid() -> impl Strategy<Value = Uuid> {
    any::<[u8; 16]>().prop_map(Uuid::from_bytes)
}

fn span() -> impl Strategy<Value = Span> {
    (any::<u16>(), 0..Unit::ALL.len()).prop_map(|(count, unit)| Span::new(count, Unit::ALL[unit].0))
}

fn hand() -> impl Strategy<Value = Hand> {
    let holder = (0u8..5, uuid(), text()).prop_map(|(n, id, name)| match n {
        0 => Holder::Us,
        1 => Holder::Person(ContactId(id)),
        2 => Holder::Client(ClientId(id)),
        3 => Holder::Department(DepartmentId(id)),
        _ => Holder::Other(name),
    });
    let nudge = (moment(), text()).prop_map(|(at, words)| Nudge { at, words });
    let all = (holder, moment(), prop::collection::vec(nudge, 0..3));
    all.prop_map(|(holder, since, nudges)| Hand { holder, since, nudges })
}

/// Any value that may stand in a field of this type.
fn value(kind: Type) -> BoxedStrategy<Value> {
    let filled = match kind {
        Type::Text | Type::Long => text().prop_map(Value::Text).boxed(),
        Type::Words => prop::collection::vec(text(), 1..4).prop_map(Value::Words).boxed(),
        Type::Mails | Type::Phones | Type::Pairs => {
            let one = (text(), text()).prop_map(|(label, value)| Labelled { label, value });
            prop::collection::vec(one, 1..4).prop_map(Value::Labelled).boxed()
        }
        Type::Date | Type::Past => date().prop_map(Value::Date).boxed(),
        Type::Moment => moment().prop_map(Value::Moment).boxed(),
        Type::Birthday => date()
            .prop_map(|d| {
                use chrono::Datelike;
                let (month, day) = (u8::try_from(d.month()).unwrap(), u8::try_from(d.day()).unwrap());
                let year = (d.ordinal() % 2 == 0).then(|| d.year());
                Value::Birthday(Birthday { month, day, year })
            })
            .boxed(),
        Type::Whole(least, most) => (least.max(1)..=most).prop_map(Value::Whole).boxed(),
        Type::Money => (any::<i64>(), 0u32..12, "[A-Z]{3}")
            .prop_map(|(n, scale, code)| Value::Money(Money::new(Decimal::new(n, scale), &code).unwrap()))
            .boxed(),
        Type::Number => {
            (any::<i64>(), 0u32..12).prop_map(|(n, scale)| Value::Number(Decimal::new(n, scale))).boxed()
        }
        Type::Flag => Just(Value::Yes).boxed(),
        Type::Choice(all) => (0..all.len()).prop_map(move |i| Value::Choice(all[i].code)).boxed(),
        Type::Choices(all) => prop::collection::vec(0..all.len(), 1..4)
            .prop_map(move |some| Value::Choices(some.into_iter().map(|i| all[i].code).collect()))
            .boxed(),
        Type::One(kind) => uuid().prop_map(move |id| Value::One(Ref::new(kind, id))).boxed(),
        Type::Many(kind) => prop::collection::vec(uuid(), 1..5)
            .prop_map(move |ids| Value::Many(ids.into_iter().map(|id| Ref::new(kind, id)).collect()))
            .boxed(),
        Type::Span => span().prop_map(Value::Span).boxed(),
        Type::Repeat => (span(), any::<bool>())
            .prop_map(|(every, after_done)| Value::Repeat(Repeat { every, after_done }))
            .boxed(),
        Type::Checks => {
            let one = (any::<bool>(), text()).prop_map(|(done, text)| Check { done, text });
            prop::collection::vec(one, 1..4).prop_map(Value::Checks).boxed()
        }
        Type::Hands => prop::collection::vec(hand(), 1..4).prop_map(Value::Hands).boxed(),
        Type::Promises => {
            let day = || prop::option::of(date());
            let one = (day(), moment(), text(), day());
            let one = one.prop_map(|(day, since, by, told)| PromisedDay { day, since, by, told });
            prop::collection::vec(one, 1..4).prop_map(Value::Promises).boxed()
        }
    };
    prop_oneof![1 => Just(Value::Empty), 3 => filled].boxed()
}

/// Any record of any kind.
fn record() -> impl Strategy<Value = Record> {
    (0..Kind::ALL.len()).prop_flat_map(|at| {
        let kind = Kind::ALL[at];
        let values: Vec<BoxedStrategy<Value>> = kind.fields().iter().map(|f: &Field| value(f.kind)).collect();
        (uuid(), moment(), prop::option::of(moment()), values).prop_map(move |(id, created, gone, values)| {
            let mut record = Record::new(kind, id, created);
            for (field, value) in kind.fields().iter().zip(values) {
                field.write(&mut record, value).unwrap();
            }
            *record.head_mut() =
                Head { created, deleted_at: gone, unknown: vec![(60_000, vec![1]), (65_000, vec![])] };
            record
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_record_comes_back_the_same(record in record()) {
        let bytes = encode_record(&record).unwrap();
        let read = decode_record(record.kind(), &bytes).unwrap();
        prop_assert_eq!(&read, &record);
        prop_assert_eq!(encode_record(&read).unwrap(), bytes);
        // Backups are made of this: they must not lose anything either.
        let mut line = vec![];
        json::write_line(&record, &mut line);
        prop_assert_eq!(String::from_utf8(line).unwrap(), format!("{}\n", json::write(&record)));
        prop_assert_eq!(&json::read(&json::write(&record)).unwrap(), &record);
        // So is what an import holds until it is saved.
        let mut known = record.clone();
        known.head_mut().unknown.clear();
        for record in [record, known] {
            let packed = Packed::of(&record);
            prop_assert_eq!((packed.id(), packed.record()), (record.id(), record));
        }
    }

    #[test]
    fn any_change_comes_back_the_same(before in record(), after in prop::option::of(record()), words in text()) {
        let change = Change::new(words, AT).with(Some(before.clone()), Some(before)).with(None, after);
        let whole = Change { edits: change.edits.iter().filter(|e| e.id().is_some()).cloned().collect(), ..change.clone() };
        let bytes = encode_change(&change, &stamp()).unwrap();
        prop_assert_eq!(into_change(&decode_change(&bytes).unwrap()).unwrap(), whole);
    }

    #[test]
    fn no_bytes_make_it_panic_or_ask_for_the_moon(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0..14usize) {
        let _ = decode_record(Kind::ALL[at], &bytes);
        let _ = decode_change(&bytes);
        let _ = decode::<String>(&bytes);
    }

    #[test]
    fn one_flipped_bit_changes_the_fingerprint(bytes in prop::collection::vec(any::<u8>(), 1..300), bit in any::<prop::sample::Index>()) {
        let mut other = bytes.clone();
        let bit = bit.index(bytes.len() * 8);
        other[bit / 8] ^= 1 << (bit % 8);
        prop_assert_ne!(fingerprint(b"key", &bytes), fingerprint(b"key", &other));
    }
}
