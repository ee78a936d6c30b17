//! Two values of one field in one: what both have stands there once, and nothing that either has is left out.

use crate::domain::text::fold;
use crate::domain::{Field, Labelled, Type, Value};

/// Whether two addresses or numbers reach the same place, however they are written.
pub fn same_way(field: &Field, a: &str, b: &str) -> bool {
    let digits = |text: &str| text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    match field.kind {
        // What is written in words ("ext. Maria") is no less a part of it than the digits.
        Type::Phones if [a, b].iter().all(|t| !t.chars().any(char::is_alphabetic)) => digits(a) == digits(b),
        _ => fold(a) == fold(b),
    }
}

/// The entries of two lists, each once.
pub fn with_words<T: PartialEq>(mut old: Vec<T>, new: Vec<T>) -> Vec<T> {
    for word in new {
        if !old.contains(&word) {
            old.push(word);
        }
    }
    old
}

/// Whether values of a field can stand beside each other in it.
pub(super) fn takes_both(field: &Field) -> bool {
    matches!(
        field.kind,
        Type::Words
            | Type::Mails
            | Type::Phones
            | Type::Pairs
            | Type::Choices(_)
            | Type::Many(_)
            | Type::Long
    )
}

/// Both values, `first` before; `name` is what the record of the second is called. `None` where the field holds only one.
pub(super) fn both(field: &Field, first: &Value, second: &Value, name: &str) -> Option<Value> {
    Some(match (first.clone(), second.clone()) {
        (Value::Empty, one) | (one, Value::Empty) => one,
        (Value::Words(a), Value::Words(b)) => Value::Words(with_words(a, b)),
        (Value::Choices(a), Value::Choices(b)) => Value::Choices(with_words(a, b)),
        (Value::Many(a), Value::Many(b)) => Value::Many(with_words(a, b)),
        (Value::Labelled(a), Value::Labelled(b)) if matches!(field.kind, Type::Pairs) => {
            Value::Labelled(with_words(a, b))
        }
        (Value::Labelled(a), Value::Labelled(b)) => Value::Labelled(with_ways(field, a, b)),
        (Value::Text(a), Value::Text(b)) if matches!(field.kind, Type::Long) => {
            Value::Text(below(&a, &b, name))
        }
        _ => return None,
    })
}

/// Addresses or numbers, each once; one without a label takes that of its like.
fn with_ways(field: &Field, mut old: Vec<Labelled>, new: Vec<Labelled>) -> Vec<Labelled> {
    for entry in new {
        match old.iter_mut().find(|o| same_way(field, &o.value, &entry.value)) {
            Some(same) if same.label.is_empty() => same.label = entry.label,
            Some(_) => {}
            None => old.push(entry),
        }
    }
    old
}

/// One long text below the other, and between them whose it is.
fn below(first: &str, second: &str, name: &str) -> String {
    if first.contains(second.trim()) {
        return first.to_owned();
    }
    if second.contains(first.trim()) {
        return second.to_owned();
    }
    format!("{}\n\n— {name} —\n{second}", first.trim_end())
}

/// What of `value` is not in `taken`; nothing where both say the same but for accents and case, or it is empty.
pub(super) fn left_over(field: &Field, value: &Value, taken: &Value) -> Value {
    fn rest<T: Clone>(all: &[T], is_there: impl Fn(&T) -> bool, of: fn(Vec<T>) -> Value) -> Value {
        let rest: Vec<T> = all.iter().filter(|one| !is_there(one)).cloned().collect();
        if rest.is_empty() { Value::Empty } else { of(rest) }
    }
    match (value, taken) {
        (value, taken) if value == taken => Value::Empty,
        (Value::Text(a), Value::Text(b)) if fold(a) == fold(b) => Value::Empty,
        (Value::Words(a), Value::Words(b)) => rest(a, |one| b.contains(one), Value::Words),
        (Value::Choices(a), Value::Choices(b)) => rest(a, |one| b.contains(one), Value::Choices),
        (Value::Many(a), Value::Many(b)) => rest(a, |one| b.contains(one), Value::Many),
        (Value::Labelled(a), Value::Labelled(b)) if matches!(field.kind, Type::Pairs) => {
            rest(a, |one| b.contains(one), Value::Labelled)
        }
        (Value::Labelled(a), Value::Labelled(b)) => {
            rest(a, |one| b.iter().any(|o| same_way(field, &o.value, &one.value)), Value::Labelled)
        }
        (value, _) => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One text that holds the other is both; what is new stands below, with whose it is.
    #[test]
    fn a_text_that_is_there_is_not_written_twice() {
        assert_eq!(below("Pays late.\nGate 3.", " Pays late. ", "Acme"), "Pays late.\nGate 3.");
        assert_eq!(below(" Pays late. ", "Gate 3.\nPays late.", "Acme"), "Gate 3.\nPays late.");
        assert_eq!(below("Pays late.", "Pays late.", "Acme"), "Pays late.");
        assert_eq!(below("Pays late.\n\n", "Gate 3.", "Acme"), "Pays late.\n\n— Acme —\nGate 3.");
    }
}
