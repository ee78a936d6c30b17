//! What a row brings to a record that is in the book already. A file tells what another system knew, the book what a
//! person wrote down since: what is empty is filled, lists grow, and nothing is taken away. Where the two differ the
//! book stays as it is and the row says so, unless the file was told to win.

use super::Differing;
use crate::domain::merge::{same_way, with_words};
use crate::domain::text::cut;
use crate::domain::{Field, Kind, Labelled, Record, Ref, Type, Value, Visibility, parse};
use crate::words::exchange::of_rows;

/// How much of a value is told.
const SHOWN: usize = 80;

/// A record with what a row brought to it.
pub(super) struct Merged {
    pub(super) record: Record,
    /// What the file has otherwise and the book kept, a sentence each.
    pub(super) kept: Vec<String>,
    /// What else is worth a look, a sentence each.
    pub(super) told: Vec<String>,
}

/// The record with what is filled in in `fresh` brought to it; `choices` are the fields for a choice that the file says
/// something about, `names` calls records that values point at.
pub(super) fn merged(
    before: &Record,
    fresh: &Record,
    choices: &[&str],
    differing: Differing,
    names: &dyn Fn(Ref) -> String,
) -> Merged {
    let mut merging = Merging { differing, choices, names, kept: vec![], told: vec![] };
    let mut record = before.clone();
    for field in fresh.fields() {
        let value = merging.value(field, before, field.read(before), field.read(fresh));
        if let Some(value) = value {
            // The value comes from the same field of a record of the same kind, so it always fits.
            let _ = field.write(&mut record, value);
        }
    }
    Merged { record, kept: merging.kept, told: merging.told }
}

struct Merging<'a> {
    differing: Differing,
    choices: &'a [&'a str],
    names: &'a dyn Fn(Ref) -> String,
    kept: Vec<String>,
    told: Vec<String>,
}

impl Merging<'_> {
    /// What a field becomes; `None` leaves it as it is.
    fn value(&mut self, field: &Field, before: &Record, old: Value, new: Value) -> Option<Value> {
        match (new, old) {
            (Value::Empty, _) => None,
            // A choice is never empty: what a row says nothing about stands at its first word.
            (Value::Choice(_), _) if !self.choices.contains(&field.name) => None,
            (new, _) if is_client(field) && works_in_a_department(before) => {
                self.keep(crate::words::field(field), of_rows::a_department(), &self.show(field, &new));
                None
            }
            (new, Value::Empty) => Some(new),
            (Value::Labelled(new), Value::Labelled(old)) => Some(Value::Labelled(match field.kind {
                Type::Mails | Type::Phones => self.with_ways(field, old, new),
                _ => self.with_pairs(old, new),
            })),
            (Value::Words(new), Value::Words(old)) => Some(Value::Words(with_words(old, new))),
            (new, old) if new == old => None,
            // Nobody but an import writes these.
            (new, _) if field.traits.visibility != Visibility::Editable => Some(new),
            (Value::Text(new), Value::Text(old)) if matches!(field.kind, Type::Long) => {
                self.with_lines(field, &old, &new)
            }
            (new, _) if self.differing == Differing::Overwrite => Some(new),
            (new, old) => {
                self.keep(crate::words::field(field), &self.show(field, &old), &self.show(field, &new));
                None
            }
        }
    }

    fn show(&self, field: &Field, value: &Value) -> String {
        short(&parse::show(&field.kind, value, self.names))
    }

    fn keep(&mut self, what: &str, book: &str, file: &str) {
        self.kept.push(of_rows::differs(what, book, file));
    }

    /// Long texts are never written over: what the file says stands below, or is told.
    fn with_lines(&mut self, field: &Field, old: &str, new: &str) -> Option<Value> {
        if old.contains(new) {
            return None;
        }
        if self.differing == Differing::Overwrite {
            return Some(Value::Text(format!("{}\n\n{new}", old.trim_end())));
        }
        self.kept.push(of_rows::others_differ(crate::words::field(field), short(new)));
        None
    }

    /// Mail addresses and telephone numbers are told apart by their values alone: several share a label, and people
    /// label them anew. They are only ever added.
    fn with_ways(&mut self, field: &Field, mut old: Vec<Labelled>, new: Vec<Labelled>) -> Vec<Labelled> {
        for entry in new {
            if !old.iter().any(|o| same_way(field, &o.value, &entry.value)) {
                self.told.push(of_rows::was_added(&entry.value, plural(field)));
                old.push(entry);
            }
        }
        old
    }

    /// Own fields are told apart by their labels; several entries may share one.
    fn with_pairs(&mut self, mut old: Vec<Labelled>, new: Vec<Labelled>) -> Vec<Labelled> {
        let fresh = new.clone();
        for entry in new {
            if old.contains(&entry) {
                continue;
            }
            let other = old.iter_mut().find(|o| o.label == entry.label && !fresh.contains(o));
            match other {
                None => old.push(entry),
                Some(place) if self.differing == Differing::Overwrite => place.value = entry.value,
                Some(place) => {
                    let (book, file) = (short(&place.value), short(&entry.value));
                    self.keep(&entry.label, &book, &file);
                }
            }
        }
        old
    }
}

/// Whether the field says which client the record belongs to.
fn is_client(field: &Field) -> bool {
    field.traits.owner && matches!(field.kind, Type::One(Kind::Client))
}

fn works_in_a_department(record: &Record) -> bool {
    matches!(record, Record::Contact(contact) if contact.is_colleague())
}

fn plural(field: &Field) -> String {
    field.label.to_lowercase()
}

fn short(text: &str) -> String {
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), SHOWN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Contact, IdGenerator, Moment};
    use proptest::prelude::*;

    fn pairs() -> impl Strategy<Value = Vec<Labelled>> {
        let pair = |(label, value): (usize, usize)| Labelled {
            label: ["Size", "Region"][label].into(),
            value: ["a", "b", "c"][value].into(),
        };
        proptest::collection::vec((0..2usize, 0..3usize).prop_map(pair), 0..4)
    }

    proptest! {
        /// Columns may be called alike. What the book had under another heading stays in any case; where the file may
        /// overwrite, all that it says is there afterwards; where it may not, all of the book is, and what is not taken is told.
        #[test]
        fn pairs_of_one_heading_do_not_push_each_other_out(book in pairs(), file in pairs()) {
            for differing in [Differing::Keep, Differing::Overwrite] {
                let mut merging = Merging { differing, choices: &[], names: &|_| String::new(), kept: vec![], told: vec![] };
                let made = merging.with_pairs(book.clone(), file.clone());
                let other = |pair: &&Labelled| !file.iter().any(|f| f.label == pair.label);
                prop_assert!(book.iter().filter(other).all(|pair| made.contains(pair)), "{:?}", made);
                if differing == Differing::Overwrite {
                    prop_assert!(file.iter().all(|pair| made.contains(pair)), "{:?}", made);
                } else {
                    prop_assert!(made.starts_with(&book), "{:?}", made);
                    let left = file.iter().filter(|pair| !made.contains(pair)).count();
                    prop_assert_eq!(merging.kept.len(), left);
                }
            }
        }
    }

    /// The words at a number say whom it reaches or how: the same digits with other words are another way.
    #[test]
    fn a_phone_with_words_is_the_same_only_with_the_same_words() {
        let now = Moment::from_rfc3339("2026-11-26T08:00:00+02:00").unwrap();
        let with = |phone: &str| {
            let mut ann = Contact::new(IdGenerator::new([3; 16]).next(now), now);
            ann.phones.push(Labelled { label: "work".into(), value: phone.into() });
            Record::from(ann)
        };
        for (book, file, all) in [
            ("+1 415 555 0100", "(+1) 415-555-0100", 1),
            ("+1 415 555 0100", "1 415 555 0100", 2),
            ("+1 415 555 0100", "+1 415 555 0101", 2),
            ("+1 415 555 0100 ext. Maria", "+1 415 555 0100", 2),
            ("+1 415 555 0100", "+1 415 555 0100 ext. Maria", 2),
            ("+1 415 555 0100 ext. Petros", "+1 415 555 0100 ext. Maria", 2),
            ("+1 415 555 0100 EXT. Maria", "+1 415 555 0100 ext. maria", 1),
        ] {
            let merged = merged(&with(book), &with(file), &[], Differing::Overwrite, &|_| String::new());
            let Record::Contact(ann) = &merged.record else { panic!("{:?}", merged.record) };
            assert_eq!(ann.phones.len(), all, "{book} and {file}: {:?}", ann.phones);
            assert_eq!((ann.phones[0].value.as_str(), merged.told.len()), (book, all - 1));
        }
    }
}
