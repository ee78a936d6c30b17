//! The texts of a record.

use crate::domain::{Field, Kind, OTHER_NAME, Record, Type, Value};

/// Whether a field says who or what the record itself is: a name or an address of a person, a client or a department.
/// That is never another's to be erased.
pub fn names_itself(kind: Kind, field: &Field) -> bool {
    let bears_name = matches!(kind, Kind::Client | Kind::Contact | Kind::Department);
    let is_address = matches!(field.kind, Type::Mails | Type::Phones) || field.traits.way.is_some();
    let is_name = field.traits.title || matches!(field.name, "shown" | "legal_name");
    bears_name && (is_name || is_address && !matches!(field.kind, Type::Words))
}

/// What a person, a client or a department is called and reached by.
pub(super) fn identity(record: &Record) -> Vec<String> {
    let mut out = vec![];
    for field in record.fields().iter().filter(|field| names_itself(record.kind(), field)) {
        out.extend(of(&field.read(record)));
    }
    if let Record::Contact(contact) = record {
        out.push(format!("{} {}", contact.first_name, contact.last_name));
    }
    if let Ok(Value::Labelled(pairs)) = record.get("custom") {
        out.extend(pairs.into_iter().filter(|one| one.label == OTHER_NAME).map(|one| one.value));
    }
    out
}

/// The texts in a value.
pub(super) fn of(value: &Value) -> Vec<String> {
    let mut out = vec![];
    let _ = mapped(value.clone(), &mut |text| {
        out.push(text.to_owned());
        Some(text.to_owned())
    });
    out
}

/// A value with each of its texts turned into another one; one that comes to nothing leaves a list, and leaves a single
/// text empty. Names and values of pairs are two texts; with the text of an entry of a list the entry goes.
pub(super) fn mapped(value: Value, turn: &mut dyn FnMut(&str) -> Option<String>) -> Value {
    match value {
        Value::Text(text) => Value::Text(turn(&text).unwrap_or_default()),
        Value::Words(words) => Value::Words(words.iter().filter_map(|word| turn(word)).collect()),
        Value::Labelled(mut all) => {
            all.retain_mut(|one| {
                if !one.label.is_empty() {
                    one.label = turn(&one.label).unwrap_or_default();
                }
                let value = turn(&one.value);
                let stays = value.is_some();
                one.value = value.unwrap_or_default();
                stays
            });
            Value::Labelled(all)
        }
        Value::Checks(mut all) => {
            for check in &mut all {
                check.text = turn(&check.text).unwrap_or_default();
            }
            Value::Checks(all)
        }
        Value::Hands(mut hands) => {
            for hand in &mut hands {
                if let crate::domain::Holder::Other(name) = &mut hand.holder {
                    *name = turn(name).unwrap_or_default();
                }
                for nudge in &mut hand.nudges {
                    nudge.words = turn(&nudge.words).unwrap_or_default();
                }
            }
            Value::Hands(hands)
        }
        Value::Promises(mut days) => {
            for day in &mut days {
                day.by = turn(&day.by).unwrap_or_default();
            }
            Value::Promises(days)
        }
        other => other,
    }
}
