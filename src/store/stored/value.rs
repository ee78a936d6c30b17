//! One value of one field on disk. Members are known by their place: new ones go to the end, none is ever moved.

use crate::domain::{
    Birthday, Check, ClientId, ContactId, DepartmentId, Hand, Holder, Kind, Labelled, Moment, Money, Nudge,
    PromisedDay, Ref, Repeat, Span, Unit, Value,
};
use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Milliseconds since the epoch and minutes east of UTC.
pub(super) type StoredMoment = (i64, i16);
type Id = [u8; 16];
/// How many, and the code of the unit.
type StoredSpan = (u16, u8);

/// The day that chrono counts as 1970-01-01; days on disk are counted from there.
const EPOCH_FROM_CE: i32 = 719_163;

/// Frozen: see the head of this file.
#[derive(Serialize, Deserialize)]
pub(super) enum StoredValue<'a> {
    Text(&'a str),
    Words(#[serde(borrow)] Vec<&'a str>),
    Labelled(Vec<(&'a str, &'a str)>),
    Date(i32),
    Moment(StoredMoment),
    Birthday(Option<i32>, u8, u8),
    Whole(i64),
    /// Digits, how many of them stand behind the point, currency.
    Money(i128, u32, [u8; 3]),
    Yes,
    Choice(u8),
    Choices(Vec<u8>),
    One(u8, Id),
    Many(Vec<(u8, Id)>),
    Span(StoredSpan),
    Repeat(StoredSpan, bool),
    Checks(Vec<(bool, &'a str)>),
    Hands(Vec<StoredHand<'a>>),
    Promises(Vec<StoredPromise<'a>>),
    /// Digits, and how many of them stand behind the point.
    Number(i128, u32),
}

/// Frozen, as its owner.
#[derive(Serialize, Deserialize)]
pub(super) enum StoredHolder<'a> {
    Us,
    Person(Id),
    Client(Id),
    Department(Id),
    Other(&'a str),
}

/// Frozen, as its owner.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredHand<'a> {
    #[serde(borrow)]
    holder: StoredHolder<'a>,
    since: StoredMoment,
    nudges: Vec<(StoredMoment, &'a str)>,
}

/// Frozen, as its owner: the day and the day the client was told in days from the epoch.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredPromise<'a> {
    day: Option<i32>,
    since: StoredMoment,
    by: &'a str,
    told: Option<i32>,
}

pub(super) fn moment(at: Moment) -> StoredMoment {
    (at.utc_ms, at.offset_min)
}

pub(super) fn to_moment((utc_ms, offset_min): StoredMoment) -> Moment {
    Moment { utc_ms, offset_min }
}

fn date(day: NaiveDate) -> i32 {
    day.num_days_from_ce() - EPOCH_FROM_CE
}

fn to_date(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH_FROM_CE)?)
}

fn store_promise(promised: &PromisedDay) -> StoredPromise<'_> {
    StoredPromise {
        day: promised.day.map(date),
        since: moment(promised.since),
        by: &promised.by,
        told: promised.told.map(date),
    }
}

/// `None` where a day is none of any calendar: then all of it is kept as it lay.
fn to_promise(stored: &StoredPromise<'_>) -> Option<PromisedDay> {
    let day = |days: Option<i32>| days.map_or(Some(None), |days| to_date(days).map(Some));
    let (promised, told) = (day(stored.day)?, day(stored.told)?);
    Some(PromisedDay { day: promised, since: to_moment(stored.since), by: stored.by.to_owned(), told })
}

fn span(span: Span) -> StoredSpan {
    (span.count, span.unit.code())
}

fn to_span((count, unit): StoredSpan) -> Option<Span> {
    Unit::from_code(unit).map(|unit| Span::new(count, unit))
}

fn reference(r: &Ref) -> (u8, Id) {
    (r.kind.code(), r.id.into_bytes())
}

fn to_reference((kind, id): (u8, Id)) -> Option<Ref> {
    Kind::from_code(kind).map(|kind| Ref::new(kind, Uuid::from_bytes(id)))
}

/// The shape of a value on disk; `None` for one that is empty, which is not written.
pub(super) fn store(value: &Value) -> Option<StoredValue<'_>> {
    Some(match value {
        Value::Empty => return None,
        Value::Text(t) => StoredValue::Text(t),
        Value::Words(words) => StoredValue::Words(words.iter().map(String::as_str).collect()),
        Value::Labelled(all) => {
            StoredValue::Labelled(all.iter().map(|l| (l.label.as_str(), l.value.as_str())).collect())
        }
        Value::Date(d) => StoredValue::Date(date(*d)),
        Value::Moment(m) => StoredValue::Moment(moment(*m)),
        Value::Birthday(b) => StoredValue::Birthday(b.year, b.month, b.day),
        Value::Whole(n) => StoredValue::Whole(*n),
        Value::Number(n) => StoredValue::Number(n.mantissa(), n.scale()),
        Value::Money(m) => StoredValue::Money(m.amount.mantissa(), m.amount.scale(), m.currency),
        Value::Yes => StoredValue::Yes,
        Value::Choice(c) => StoredValue::Choice(*c),
        Value::Choices(c) => StoredValue::Choices(c.clone()),
        Value::One(r) => {
            let (kind, id) = reference(r);
            StoredValue::One(kind, id)
        }
        Value::Many(all) => StoredValue::Many(all.iter().map(reference).collect()),
        Value::Span(s) => StoredValue::Span(span(*s)),
        Value::Repeat(r) => StoredValue::Repeat(span(r.every), r.after_done),
        Value::Checks(all) => StoredValue::Checks(all.iter().map(|c| (c.done, c.text.as_str())).collect()),
        Value::Hands(all) => StoredValue::Hands(all.iter().map(store_hand).collect()),
        Value::Promises(all) => StoredValue::Promises(all.iter().map(store_promise).collect()),
    })
}

fn store_hand(hand: &Hand) -> StoredHand<'_> {
    let holder = match &hand.holder {
        Holder::Us => StoredHolder::Us,
        Holder::Person(id) => StoredHolder::Person(id.0.into_bytes()),
        Holder::Client(id) => StoredHolder::Client(id.0.into_bytes()),
        Holder::Department(id) => StoredHolder::Department(id.0.into_bytes()),
        Holder::Other(name) => StoredHolder::Other(name),
    };
    let nudges = hand.nudges.iter().map(|n| (moment(n.at), n.words.as_str())).collect();
    StoredHand { holder, since: moment(hand.since), nudges }
}

/// The value of a shape on disk; `None` for one that this version has no value for.
pub(super) fn restore(stored: StoredValue<'_>) -> Option<Value> {
    Some(match stored {
        StoredValue::Text(t) => Value::Text(t.to_owned()),
        StoredValue::Words(words) => Value::Words(words.into_iter().map(str::to_owned).collect()),
        StoredValue::Labelled(all) => Value::Labelled(all.into_iter().map(to_labelled).collect()),
        StoredValue::Date(days) => Value::Date(to_date(days)?),
        StoredValue::Moment(m) => Value::Moment(to_moment(m)),
        StoredValue::Birthday(year, month, day) => Value::Birthday(Birthday::new(year, month, day)?),
        StoredValue::Whole(n) => Value::Whole(n),
        StoredValue::Number(digits, scale) => {
            Value::Number(Decimal::try_from_i128_with_scale(digits, scale).ok()?)
        }
        StoredValue::Money(digits, scale, currency) => {
            let amount = Decimal::try_from_i128_with_scale(digits, scale).ok()?;
            Value::Money(Money { amount, currency })
        }
        StoredValue::Yes => Value::Yes,
        StoredValue::Choice(c) => Value::Choice(c),
        StoredValue::Choices(c) => Value::Choices(c),
        StoredValue::One(kind, id) => Value::One(to_reference((kind, id))?),
        StoredValue::Many(all) => Value::Many(all.into_iter().map(to_reference).collect::<Option<_>>()?),
        StoredValue::Span(s) => Value::Span(to_span(s)?),
        StoredValue::Repeat(every, after_done) => {
            Value::Repeat(Repeat { every: to_span(every)?, after_done })
        }
        StoredValue::Checks(all) => Value::Checks(all.into_iter().map(to_check).collect()),
        StoredValue::Hands(all) => Value::Hands(all.into_iter().map(to_hand).collect()),
        StoredValue::Promises(all) => Value::Promises(all.iter().map(to_promise).collect::<Option<_>>()?),
    })
}

fn to_labelled((label, value): (&str, &str)) -> Labelled {
    Labelled { label: label.to_owned(), value: value.to_owned() }
}

fn to_check((done, text): (bool, &str)) -> Check {
    Check { done, text: text.to_owned() }
}

fn to_hand(hand: StoredHand<'_>) -> Hand {
    let holder = match hand.holder {
        StoredHolder::Us => Holder::Us,
        StoredHolder::Person(id) => Holder::Person(ContactId(Uuid::from_bytes(id))),
        StoredHolder::Client(id) => Holder::Client(ClientId(Uuid::from_bytes(id))),
        StoredHolder::Department(id) => Holder::Department(DepartmentId(Uuid::from_bytes(id))),
        StoredHolder::Other(name) => Holder::Other(name.to_owned()),
    };
    let nudge = |(at, words): (StoredMoment, &str)| Nudge { at: to_moment(at), words: words.to_owned() };
    Hand { holder, since: to_moment(hand.since), nudges: hand.nudges.into_iter().map(nudge).collect() }
}
