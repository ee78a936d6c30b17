//! Values in the pairs of a record: found by their name, read by their type, written in one way.

use super::is_yes_no;
use crate::domain::field::Place;
use crate::domain::money::read_number;
use crate::domain::text::fold;
use crate::domain::value::type_mismatch;
use crate::domain::{
    Fault, Field, Labelled, Money, Record, Type, ValidationError, Value, parse, plain_number,
};
use chrono::NaiveDate;

/// Whether a label is this name, but for accents and case.
pub fn is_called(label: &str, name: &str) -> bool {
    let (label, name) = (label.trim(), name.trim());
    if label.is_ascii() && name.is_ascii() {
        return label.eq_ignore_ascii_case(name);
    }
    fold(label) == fold(name)
}

impl Field {
    /// Reads it from a record of its kind; empty for a record of another kind. What stands in a field of the person's own
    /// making and does not fit its type is a text: see [`Field::misfit`].
    pub fn read(&self, record: &Record) -> Value {
        match self.place {
            Place::Member { read, .. } => read(record),
            Place::Pair => read(self, record),
            Place::Rest(names) => rest(names, record),
        }
    }

    /// Writes it into a record of its kind.
    ///
    /// # Errors
    /// When the value is of another type.
    pub fn write(&self, record: &mut Record, value: Value) -> Result<(), ValidationError> {
        match self.place {
            Place::Member { write, .. } => write(record, value),
            Place::Pair => write(self, record, value),
            Place::Rest(names) => write_rest(names, record, value),
        }
    }

    /// Whether a person made it: its words are theirs, in any language.
    pub fn is_custom(&self) -> bool {
        matches!(self.place, Place::Pair)
    }
}

fn place(pairs: &[Labelled], name: &str) -> Option<usize> {
    pairs.iter().position(|pair| is_called(&pair.label, name))
}

/// The value of a field; the text itself where that does not fit its type.
fn read(field: &Field, record: &Record) -> Value {
    let pairs = record.pairs();
    let Some(text) = place(pairs, field.name).map(|at| pairs[at].value.as_str()) else { return Value::Empty };
    if text.trim().is_empty() {
        return Value::Empty;
    }
    typed(&field.kind, text).unwrap_or_else(|_| Value::Text(text.to_owned()))
}

/// A text as a value of a type. It is the same on every day: "friday" is no date here.
pub(super) fn typed(kind: &Type, text: &str) -> Result<Value, Fault> {
    let line = text.trim();
    match kind {
        Type::Number => read_number(line).map(Value::Number).map_err(|error| error.fault),
        Type::Date => NaiveDate::parse_from_str(line, "%Y-%m-%d").map(Value::Date).map_err(|_| Fault::NoDay),
        // Which currency is meant is not guessed.
        Type::Money if !line.contains(|c: char| c.is_alphabetic() || "€$£".contains(c)) => {
            Err(Money::parse(line).err().map_or(Fault::NoCurrency, |error| error.fault))
        }
        Type::Money => Money::parse(line).map(Value::Money).map_err(|error| error.fault),
        Type::Choice(list) => {
            let found = list.iter().find(|choice| !choice.name.is_empty() && fold(choice.name) == fold(line));
            found.map(|choice| Value::Choice(choice.code)).ok_or(Fault::NoChoice(list))
        }
        kind => {
            let value = Value::Text(text.to_owned());
            parse::check(kind, &value).map(|()| value).map_err(|error| error.fault)
        }
    }
}

/// A value of a type as it is kept; `None` where there is none.
fn kept(kind: &Type, value: Value) -> Result<Option<String>, ValidationError> {
    Ok(match (kind, value) {
        (_, Value::Empty) => None,
        // What fits no type is kept as it is.
        (_, Value::Text(text)) => Some(text),
        (Type::Number, Value::Number(number)) => Some(plain_number(number)),
        (Type::Date, Value::Date(day)) => Some(day.format("%Y-%m-%d").to_string()),
        (Type::Money, Value::Money(money)) => Some(money.plain()),
        (Type::Choice(list), Value::Choice(code)) => {
            let choice = list.iter().find(|choice| choice.code == code).ok_or(Fault::UnknownChoice)?;
            Some(choice.name.to_owned()).filter(|name| !name.is_empty())
        }
        _ => return Err(type_mismatch()),
    })
}

/// Writes a value in the place of the one that stood there; an empty one takes it away.
fn write(field: &Field, record: &mut Record, value: Value) -> Result<(), ValidationError> {
    let text = kept(&field.kind, value)?;
    let pairs = record.pairs_mut().ok_or_else(type_mismatch)?;
    match (place(pairs, field.name), text) {
        (Some(at), Some(value)) => pairs[at] = Labelled { label: field.name.to_owned(), value },
        (Some(at), None) => drop(pairs.remove(at)),
        (None, Some(value)) => pairs.push(Labelled { label: field.name.to_owned(), value }),
        (None, None) => {}
    }
    Ok(())
}

/// The places of the pairs that are fields of these names.
fn places(pairs: &[Labelled], names: &[&str]) -> Vec<usize> {
    names.iter().filter_map(|name| place(pairs, name)).collect()
}

/// The pairs that are none of the fields of these names.
fn rest(names: &[&str], record: &Record) -> Value {
    let pairs = record.pairs();
    let fields = places(pairs, names);
    let others = pairs.iter().enumerate().filter(|(at, _)| !fields.contains(at));
    let others: Vec<Labelled> = others.map(|(_, pair)| pair.clone()).collect();
    if others.is_empty() { Value::Empty } else { Value::Labelled(others) }
}

/// Writes the pairs that are none of the fields of these names; those that are stay.
fn write_rest(names: &[&str], record: &mut Record, value: Value) -> Result<(), ValidationError> {
    let others = match value {
        Value::Empty => vec![],
        Value::Labelled(others) => others,
        _ => return Err(type_mismatch()),
    };
    let pairs = record.pairs_mut().ok_or_else(type_mismatch)?;
    let fields = places(pairs, names);
    let stays = pairs.iter().enumerate().filter(|(at, _)| fields.contains(at)).map(|(_, pair)| pair.clone());
    *pairs = stays.chain(others).collect();
    Ok(())
}

/// What comes from elsewhere, as the field keeps it: read by its type, and as files and people write yes and no. What
/// cannot be read is kept as it is, and why.
pub fn adopted(field: &Field, text: &str) -> (String, Option<Fault>) {
    const YES: &[&str] = &["yes", "y", "true", "1", "x", "ja", "oui", "si", "ναι"];
    const NO: &[&str] = &["no", "n", "false", "0", "nein", "non", "οχι"];
    let line = fold(text.trim());
    let read = match field.kind {
        Type::Choice(list) if is_yes_no(list) && YES.contains(&line.as_str()) => Ok(Value::Choice(1)),
        Type::Choice(list) if is_yes_no(list) && NO.contains(&line.as_str()) => Ok(Value::Choice(2)),
        _ => typed(&field.kind, text),
    };
    let written = read.and_then(|value| kept(&field.kind, value).map_err(|error| error.fault));
    match written {
        Ok(written) => (written.unwrap_or_default(), None),
        Err(fault) => (text.to_owned(), Some(fault)),
    }
}
