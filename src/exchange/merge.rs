//! What a row brings to a record that is in the book already: filled-in fields only, and nothing that people added
//! themselves is taken away.

use crate::domain::{Labelled, Record, Type, Value};

/// The record with what is filled in in `fresh` written over it. Lists grow: an entry with the label of an imported
/// one is brought up to date, every other stays.
pub(super) fn merged(before: &Record, fresh: &Record) -> Record {
    let mut after = before.clone();
    for field in fresh.fields() {
        let new = (field.read)(fresh);
        let old = (field.read)(before);
        let value = match (new, old) {
            // A choice is never empty: what a row says nothing about stands at its first word.
            (Value::Empty | Value::Choice(_), _) => continue,
            (Value::Labelled(new), Value::Labelled(old)) => {
                // People label telephones and mails anew ("desk" for "work"); own fields are told apart by their label.
                let by_value = matches!(field.kind, Type::Mails | Type::Phones);
                Value::Labelled(with_entries(old, new, by_value))
            }
            (Value::Words(new), Value::Words(old)) => Value::Words(with_words(old, new)),
            (new, _) => new,
        };
        // The value comes from the same field of a record of the same kind, so it always fits.
        let _ = (field.write)(&mut after, value);
    }
    after
}

fn with_entries(mut old: Vec<Labelled>, new: Vec<Labelled>, by_value: bool) -> Vec<Labelled> {
    for entry in new {
        if old.iter().any(|o| o.value == entry.value && (by_value || o.label == entry.label)) {
            continue;
        }
        match old.iter_mut().find(|o| o.label == entry.label) {
            Some(place) => place.value = entry.value,
            None => old.push(entry),
        }
    }
    old
}

fn with_words(mut old: Vec<String>, new: Vec<String>) -> Vec<String> {
    for word in new {
        if !old.contains(&word) {
            old.push(word);
        }
    }
    old
}
