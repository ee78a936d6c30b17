//! Records as JSON objects, by the stable names of their fields. Nothing is lost on the way there and back.

use super::custom::is_yes_no;
use super::field::Head;
use super::money::plain_number;
use super::parse;
use super::{
    Birthday, Book, Check, Choice, Field, Hand, Holder, Kind, Labelled, Moment, Money, Nudge, PromisedDay,
    Record, Ref, Repeat, Span, Type, Unit, ValidationError, Value,
};
use crate::domain::Fault;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Map, Value as Json, json};
use std::str::FromStr;
use uuid::Uuid;

/// Where derived fields stand.
const DERIVED: &str = "derived";
/// Where among them the fields stand that a person made.
const CUSTOM: &str = "custom";

/// One record as an object: `kind`, `id`, `created`, `gone`, then its fields that are not empty.
pub fn write(record: &Record) -> Json {
    let id = record.id();
    let mut out = Map::new();
    out.insert("kind".into(), id.kind.name().into());
    out.insert("id".into(), id.id.to_string().into());
    out.insert("created".into(), record.head().created.to_rfc3339().into());
    if let Some(gone) = record.head().deleted_at {
        out.insert("gone".into(), gone.to_rfc3339().into());
    }
    for field in record.fields() {
        let value = field.read(record);
        if !value.is_empty() {
            out.insert(field.name.into(), from_value(&field.kind, &value));
        }
    }
    if !record.head().unknown.is_empty() {
        out.insert("unknown".into(), unknown(record).into());
    }
    out.into()
}

/// Appends one record as a line: the very object of [`write()`], without building it, and a line feed.
pub fn write_line(record: &Record, out: &mut Vec<u8>) {
    let id = record.id();
    let from = out.len();
    let mut put = |name: &str, value: &Value, kind: &Type| {
        out.push(if out.len() == from { b'{' } else { b',' });
        put_json(name, out);
        out.push(b':');
        match value {
            Value::Text(text) => put_json(text, out),
            other => put_json(&from_value(kind, other), out),
        }
    };
    let text = |text: String| Value::Text(text);
    put("kind", &text(id.kind.name().into()), &Type::Text);
    put("id", &text(id.id.to_string()), &Type::Text);
    put("created", &text(record.head().created.to_rfc3339()), &Type::Text);
    if let Some(gone) = record.head().deleted_at {
        put("gone", &text(gone.to_rfc3339()), &Type::Text);
    }
    for field in record.fields() {
        let value = field.read(record);
        if !value.is_empty() {
            put(field.name, &value, &field.kind);
        }
    }
    if !record.head().unknown.is_empty() {
        out.extend_from_slice(b",\"unknown\":");
        put_json(&unknown(record), out);
    }
    out.extend_from_slice(b"}\n");
}

fn put_json<T: serde::Serialize + ?Sized>(value: &T, out: &mut Vec<u8>) {
    // Neither texts nor these values can fail, and writing to memory cannot either.
    let _ = serde_json::to_writer(out, value);
}

fn unknown(record: &Record) -> Map<String, Json> {
    record.head().unknown.iter().map(|(code, bytes)| (code.to_string(), hex(bytes).into())).collect()
}

/// As [`write()`], with what follows from the book at a moment under `derived`; yes and no are always told.
pub fn write_with_derived(book: &Book, now: Moment, record: &Record) -> Json {
    let mut out = write(record);
    let mut derived: Map<String, Json> = record
        .kind()
        .derived()
        .filter_map(|row| match row.read(book, now, record) {
            Value::Empty if matches!(row.kind, Type::Flag) => Some((row.name.into(), json!(false))),
            Value::Empty => None,
            value => Some((row.name.into(), from_value(&row.kind, &value))),
        })
        .collect();
    let custom = custom(book, record);
    if !custom.is_empty() {
        derived.insert(CUSTOM.into(), custom.into());
    }
    if let Some(object) = out.as_object_mut().filter(|_| !derived.is_empty()) {
        object.insert(DERIVED.into(), derived.into());
    }
    out
}

/// What the pairs of a record say by their definitions, by the names that a person gave them. What does not fit its field
/// is the text that stands there.
fn custom(book: &Book, record: &Record) -> Map<String, Json> {
    let fields = book.custom_fields(record.kind()).iter();
    let values = fields.map(|field| (field, field.read(record)));
    let telling = values.filter(|(field, value)| !field.is_silent(value));
    let one = |(field, value): (&&'static Field, Value)| {
        let json = match (&field.kind, &value) {
            (Type::Choice(list), Value::Choice(code)) if is_yes_no(list) => json!(*code == 1),
            (kind, value) => from_value(kind, value),
        };
        (field.name.to_owned(), json)
    };
    telling.map(one).collect()
}

/// Reads a record back; what was derived follows from the records again.
///
/// # Errors
/// What was expected, and at which field.
pub fn read(json: &Json) -> Result<Record, ValidationError> {
    let text = |name: &'static str| {
        json.get(name).and_then(Json::as_str).ok_or_else(|| ValidationError::from(Fault::NoText).at(name))
    };
    let moment =
        |name| Moment::from_rfc3339(text(name)?).ok_or_else(|| ValidationError::from(Fault::NoTime).at(name));
    let kind =
        Kind::from_name(text("kind")?).ok_or_else(|| ValidationError::from(Fault::UnknownKind).at("kind"))?;
    let id = Uuid::parse_str(text("id")?).map_err(|_| ValidationError::from(Fault::NoUuid).at("id"))?;
    let mut record = Record::new(kind, id, moment("created")?);
    let gone = if json.get("gone").is_some() { Some(moment("gone")?) } else { None };
    *record.head_mut() = Head { created: moment("created")?, deleted_at: gone, unknown: read_unknown(json)? };
    let Some(object) = json.as_object() else { return Err(Fault::NoObject.into()) };
    for (name, value) in object {
        if matches!(name.as_str(), "kind" | "id" | "created" | "gone" | "unknown" | DERIVED) {
            continue;
        }
        let Some(field) = kind.field(name) else {
            return Err(Fault::LaterField(kind, name.clone()).into());
        };
        set(&mut record, field, value).map_err(|f| f.at(field.name))?;
    }
    Ok(record)
}

fn set(record: &mut Record, field: &Field, json: &Json) -> Result<(), ValidationError> {
    let value = to_value(&field.kind, json).ok_or_else(|| Fault::Misfit(json.to_string()))?;
    field.write(record, value)
}

fn read_unknown(json: &Json) -> Result<Vec<(u16, Vec<u8>)>, ValidationError> {
    let Some(rest) = json.get("unknown").and_then(Json::as_object) else { return Ok(vec![]) };
    let one = |(code, hexed): (&String, &Json)| Some((code.parse().ok()?, unhex(hexed.as_str()?)?));
    rest.iter().map(|e| one(e).ok_or_else(|| ValidationError::from(Fault::NoBytes).at("unknown"))).collect()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(text.get(i..i + 2)?, 16).ok()).collect()
}

/// A value as JSON; choices by name, dates as ISO 8601, amounts as text.
pub fn from_value(kind: &Type, value: &Value) -> Json {
    match value {
        Value::Empty => Json::Null,
        Value::Text(t) => json!(t),
        Value::Words(w) => json!(w),
        Value::Labelled(l) => l.iter().map(|l| json!({"label": l.label, "value": l.value})).collect(),
        Value::Date(d) => json!(d.to_string()),
        Value::Moment(m) => json!(m.to_rfc3339()),
        Value::Birthday(b) => json!({"month": b.month, "day": b.day, "year": b.year}),
        Value::Whole(n) => json!(n),
        Value::Number(n) => number(*n),
        Value::Money(m) => json!({"amount": m.amount.to_string(), "currency": m.code()}),
        Value::Yes => json!(true),
        Value::Choice(c) => name_of(kind, *c),
        Value::Choices(c) => c.iter().map(|c| name_of(kind, *c)).collect(),
        Value::One(r) => json!(r.id.to_string()),
        Value::Many(r) => r.iter().map(|r| json!(r.id.to_string())).collect(),
        Value::Span(s) => from_span(*s),
        Value::Repeat(r) => json!({"every": from_span(r.every), "after_done": r.after_done}),
        Value::Checks(c) => c.iter().map(|c| json!({"done": c.done, "text": c.text})).collect(),
        Value::Hands(h) => h.iter().map(from_hand).collect(),
        Value::Promises(p) => p.iter().map(from_promise).collect(),
    }
}

/// A number as one of JSON, or as text where such a one would lose some of its digits.
fn number(number: Decimal) -> Json {
    let text = plain_number(number);
    let read: Option<f64> = text.parse().ok();
    let same = read.filter(|n| Decimal::from_str(&n.to_string()).is_ok_and(|back| back == number));
    match (text.parse::<i64>(), same) {
        (Ok(whole), _) => json!(whole),
        (Err(_), Some(same)) => json!(same),
        (Err(_), None) => json!(text),
    }
}

fn name_of(kind: &Type, code: u8) -> Json {
    parse::choices(kind).iter().find(|c| c.code == code).map_or(json!(code), |c| json!(c.name))
}

fn from_span(span: Span) -> Json {
    json!({"count": span.count, "unit": span.unit.name()})
}

fn from_hand(hand: &Hand) -> Json {
    let holder = match &hand.holder {
        Holder::Us => json!("us"),
        Holder::Person(id) => json!({"person": id.0.to_string()}),
        Holder::Client(id) => json!({"client": id.0.to_string()}),
        Holder::Department(id) => json!({"department": id.0.to_string()}),
        Holder::Other(name) => json!({"other": name}),
    };
    let nudges: Json =
        hand.nudges.iter().map(|n| json!({"at": n.at.to_rfc3339(), "words": n.words})).collect();
    json!({"holder": holder, "since": hand.since.to_rfc3339(), "nudges": nudges})
}

fn from_promise(promised: &PromisedDay) -> Json {
    let day = |day: Option<NaiveDate>| day.map(|d| d.to_string());
    json!({"day": day(promised.day), "since": promised.since.to_rfc3339(), "by": promised.by, "told": day(promised.told)})
}

/// Reads a value of a type; `None` when it does not fit.
pub fn to_value(kind: &Type, json: &Json) -> Option<Value> {
    if json.is_null() {
        return Some(Value::Empty);
    }
    Some(match kind {
        Type::Text | Type::Long => Value::Text(json.as_str()?.to_owned()),
        Type::Words => Value::Words(list(json, |j| j.as_str().map(str::to_owned))?),
        Type::Mails | Type::Phones | Type::Pairs => Value::Labelled(list(json, |j| {
            Some(Labelled { label: text(j, "label")?, value: text(j, "value")? })
        })?),
        Type::Date | Type::Past => Value::Date(NaiveDate::from_str(json.as_str()?).ok()?),
        Type::Moment => Value::Moment(Moment::from_rfc3339(json.as_str()?)?),
        Type::Birthday => {
            let part = |name: &str| json.get(name)?.as_u64().and_then(|n| u8::try_from(n).ok());
            let year = json.get("year").and_then(Json::as_i64).and_then(|y| i32::try_from(y).ok());
            Value::Birthday(Birthday::new(year, part("month")?, part("day")?)?)
        }
        Type::Whole(..) => Value::Whole(json.as_i64()?),
        Type::Number => {
            let text = json.as_str().map_or_else(|| json.to_string(), str::to_owned);
            Value::Number(Decimal::from_str_exact(&text).ok()?)
        }
        Type::Money => {
            let amount = Decimal::from_str(json.get("amount")?.as_str()?).ok()?;
            Value::Money(Money::new(amount, json.get("currency")?.as_str()?)?)
        }
        Type::Flag => flag(json)?,
        Type::Choice(all) => Value::Choice(code_of(all, json)?),
        Type::Choices(all) => Value::Choices(list(json, |j| code_of(all, j))?),
        Type::One(kind) => Value::One(Ref::new(*kind, uuid(json)?)),
        Type::Many(kind) => Value::Many(list(json, |j| Some(Ref::new(*kind, uuid(j)?)))?),
        Type::Span => Value::Span(span(json)?),
        Type::Repeat => Value::Repeat(Repeat {
            every: span(json.get("every")?)?,
            after_done: json.get("after_done")?.as_bool()?,
        }),
        Type::Checks => Value::Checks(list(json, |j| {
            Some(Check { done: j.get("done")?.as_bool()?, text: text(j, "text")? })
        })?),
        Type::Hands => Value::Hands(list(json, hand)?),
        Type::Promises => Value::Promises(list(json, promise)?),
    })
}

fn flag(json: &Json) -> Option<Value> {
    json.as_bool().map(|yes| if yes { Value::Yes } else { Value::Empty })
}

fn list<T>(json: &Json, each: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    json.as_array()?.iter().map(each).collect()
}

fn text(json: &Json, name: &str) -> Option<String> {
    json.get(name)?.as_str().map(str::to_owned)
}

fn uuid(json: &Json) -> Option<Uuid> {
    Uuid::parse_str(json.as_str()?).ok()
}

fn code_of(all: &[Choice], json: &Json) -> Option<u8> {
    match json.as_str() {
        Some(name) => all.iter().find(|c| c.name == name).map(|c| c.code),
        None => json.as_u64().and_then(|n| u8::try_from(n).ok()),
    }
}

fn span(json: &Json) -> Option<Span> {
    let count = json.get("count")?.as_u64().and_then(|n| u16::try_from(n).ok())?;
    let name = json.get("unit")?.as_str()?;
    Unit::ALL.iter().find(|u| u.2 == name).map(|u| Span::new(count, u.0))
}

fn hand(json: &Json) -> Option<Hand> {
    let holder = json.get("holder")?;
    let id = |name: &str| holder.get(name).and_then(uuid);
    let holder = if holder == "us" {
        Holder::Us
    } else if let Some(id) = id("person") {
        Holder::Person(super::ContactId(id))
    } else if let Some(id) = id("client") {
        Holder::Client(super::ClientId(id))
    } else if let Some(id) = id("department") {
        Holder::Department(super::DepartmentId(id))
    } else {
        Holder::Other(text(holder, "other")?)
    };
    let nudge =
        |j: &Json| Some(Nudge { at: Moment::from_rfc3339(&text(j, "at")?)?, words: text(j, "words")? });
    Some(Hand {
        holder,
        since: Moment::from_rfc3339(&text(json, "since")?)?,
        nudges: list(json.get("nudges")?, nudge)?,
    })
}

fn promise(json: &Json) -> Option<PromisedDay> {
    let day = |name: &str| match json.get(name)? {
        Json::Null => Some(None),
        day => NaiveDate::from_str(day.as_str()?).ok().map(Some),
    };
    let since = Moment::from_rfc3339(&text(json, "since")?)?;
    Some(PromisedDay { day: day("day")?, since, by: text(json, "by")?, told: day("told")? })
}
