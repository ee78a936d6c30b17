//! A record in as little room as it needs, for what holds many at once and looks at each of them once: what an import of a
//! million rows would bring. It lives in memory alone and is never written anywhere.

use super::{Birthday, Kind, Labelled, Moment, Money, Record, Ref, Value};
use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;
use uuid::Uuid;

/// A record, packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed(Form);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    /// The code of its kind, its id, its head, then the place of each field that has something in it, and its value.
    Bytes(Box<[u8]>),
    /// A record with something in it that only a person writes down, as it is: a file brings few of them.
    Whole(Box<Record>),
}

impl Packed {
    /// The record, packed.
    pub fn of(record: &Record) -> Self {
        Self(bytes(record).map_or_else(|| Form::Whole(Box::new(record.clone())), Form::Bytes))
    }

    /// Which record it is.
    pub fn id(&self) -> Ref {
        match &self.0 {
            Form::Bytes(bytes) => Reader(bytes).id(),
            Form::Whole(record) => record.id(),
        }
    }

    /// The record.
    pub fn record(&self) -> Record {
        match &self.0 {
            Form::Bytes(bytes) => unpacked(&mut Reader(bytes)),
            Form::Whole(record) => Record::clone(record),
        }
    }
}

/// The bytes of a record; `None` when one of its values has no form here.
fn bytes(record: &Record) -> Option<Box<[u8]>> {
    let (id, head) = (record.id(), record.head());
    if !head.unknown.is_empty() {
        return None;
    }
    let mut out = Vec::with_capacity(512);
    out.push(id.kind.code());
    out.extend_from_slice(id.id.as_bytes());
    moment(&mut out, head.created);
    out.push(u8::from(head.deleted_at.is_some()));
    head.deleted_at.iter().for_each(|at| moment(&mut out, *at));
    for (place, field) in (0u64..).zip(record.fields()) {
        let value = field.read(record);
        if !value.is_empty() {
            number(&mut out, place);
            put(&mut out, &value)?;
        }
    }
    Some(out.into_boxed_slice())
}

fn put(out: &mut Vec<u8>, value: &Value) -> Option<()> {
    match value {
        Value::Text(words) => {
            out.push(0);
            text(out, words);
        }
        Value::Words(all) => {
            out.push(1);
            number(out, all.len() as u64);
            for words in all {
                text(out, words);
            }
        }
        Value::Labelled(all) => {
            out.push(2);
            number(out, all.len() as u64);
            for Labelled { label, value } in all {
                text(out, label);
                text(out, value);
            }
        }
        Value::Date(day) => {
            out.push(3);
            out.extend_from_slice(&day.num_days_from_ce().to_le_bytes());
        }
        Value::Moment(at) => {
            out.push(4);
            moment(out, *at);
        }
        Value::Birthday(Birthday { month, day, year }) => {
            out.extend_from_slice(&[5, *month, *day, u8::from(year.is_some())]);
            out.extend_from_slice(&year.unwrap_or(0).to_le_bytes());
        }
        Value::Whole(whole) => {
            out.push(6);
            out.extend_from_slice(&whole.to_le_bytes());
        }
        Value::Yes => out.push(7),
        Value::Choice(code) => out.extend_from_slice(&[8, *code]),
        Value::Choices(codes) => {
            out.push(9);
            number(out, codes.len() as u64);
            out.extend_from_slice(codes);
        }
        Value::One(id) => {
            out.push(10);
            reference(out, *id);
        }
        Value::Many(ids) => {
            out.push(11);
            number(out, ids.len() as u64);
            for id in ids {
                reference(out, *id);
            }
        }
        Value::Money(Money { amount, currency }) => {
            decimal(out, 12, *amount);
            out.extend_from_slice(currency);
        }
        Value::Number(amount) => decimal(out, 13, *amount),
        Value::Empty
        | Value::Span(_)
        | Value::Repeat(_)
        | Value::Checks(_)
        | Value::Hands(_)
        | Value::Promises(_) => return None,
    }
    Some(())
}

/// A whole number in as few bytes as it takes: seven bits in each, the last one below 128.
fn number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push((number & 0x7f) as u8);
}

fn text(out: &mut Vec<u8>, text: &str) {
    number(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn decimal(out: &mut Vec<u8>, code: u8, amount: Decimal) {
    out.push(code);
    out.extend_from_slice(&amount.serialize());
}

fn moment(out: &mut Vec<u8>, at: Moment) {
    out.extend_from_slice(&at.utc_ms.to_le_bytes());
    out.extend_from_slice(&at.offset_min.to_le_bytes());
}

fn reference(out: &mut Vec<u8>, id: Ref) {
    out.push(id.kind.code());
    out.extend_from_slice(id.id.as_bytes());
}

/// What is left of the bytes of a record. They were written above and never left the memory of this process, so that they
/// end early only where one of the two is wrong: what was read until then stands.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*head)
    }

    fn byte(&mut self) -> Option<u8> {
        self.array::<1>().map(|[byte]| byte)
    }

    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0u64, 0);
        loop {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return usize::try_from(number).ok();
            }
            shift += 7;
        }
    }

    fn slice(&mut self) -> Option<&[u8]> {
        let length = self.number()?;
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }

    fn text(&mut self) -> Option<String> {
        std::str::from_utf8(self.slice()?).ok().map(str::to_owned)
    }

    fn several<T>(&mut self, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        // Each of them takes a byte at least.
        let mut all = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            all.push(one(self)?);
        }
        Some(all)
    }

    fn moment(&mut self) -> Option<Moment> {
        let (utc_ms, offset_min) = (i64::from_le_bytes(self.array()?), i16::from_le_bytes(self.array()?));
        Some(Moment { utc_ms, offset_min })
    }

    fn reference(&mut self) -> Option<Ref> {
        let (kind, id) = (Kind::from_code(self.byte()?)?, Uuid::from_bytes(self.array()?));
        Some(Ref::new(kind, id))
    }

    fn id(&mut self) -> Ref {
        self.reference().unwrap_or(Ref::new(Kind::Client, Uuid::nil()))
    }

    fn value(&mut self) -> Option<Value> {
        Some(match self.byte()? {
            0 => Value::Text(self.text()?),
            1 => Value::Words(self.several(Self::text)?),
            2 => Value::Labelled(
                self.several(|from| Some(Labelled { label: from.text()?, value: from.text()? }))?,
            ),
            3 => Value::Date(NaiveDate::from_num_days_from_ce_opt(i32::from_le_bytes(self.array()?))?),
            4 => Value::Moment(self.moment()?),
            5 => {
                let [month, day, known] = self.array()?;
                let year = i32::from_le_bytes(self.array()?);
                Value::Birthday(Birthday { month, day, year: (known == 1).then_some(year) })
            }
            6 => Value::Whole(i64::from_le_bytes(self.array()?)),
            7 => Value::Yes,
            8 => Value::Choice(self.byte()?),
            9 => Value::Choices(self.several(Self::byte)?),
            10 => Value::One(self.reference()?),
            11 => Value::Many(self.several(Self::reference)?),
            12 => {
                Value::Money(Money { amount: Decimal::deserialize(self.array()?), currency: self.array()? })
            }
            13 => Value::Number(Decimal::deserialize(self.array()?)),
            _ => return None,
        })
    }
}

fn unpacked(from: &mut Reader<'_>) -> Record {
    let id = from.id();
    let created = from.moment().unwrap_or_default();
    let mut record = Record::new(id.kind, id.id, created);
    if from.byte() == Some(1) {
        record.head_mut().deleted_at = from.moment();
    }
    // A choice may stand at its first word in a new record, and at none in this one.
    for field in record.fields() {
        let _ = field.write(&mut record, Value::Empty);
    }
    while let Some(place) = from.number() {
        let Some((field, value)) = record.fields().get(place).zip(from.value()) else { break };
        // It comes from the same field of a record of the same kind.
        let _ = field.write(&mut record, value);
    }
    record
}
