//! Fields that are made of definitions.
//!
//! Everything that reads fields holds on to them for as long as it likes, as it does to rows of the tables. So a field that
//! is made is kept for the whole run, once for each definition that was ever seen: there are a few dozen of them.

use super::{HEADING, YES_NO, is_called};
use crate::domain::choice::Choice;
use crate::domain::field::{Place, Traits};
use crate::domain::{Book, CustomField, CustomType, Field, Kind, Type};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, OnceLock, PoisonError};

/// The definitions of a book as fields, for each kind that has some.
#[derive(Clone, Debug, Default)]
pub struct Made(BTreeMap<Kind, Fields>);

/// The fields of one kind.
#[derive(Clone, Debug, Default)]
struct Fields {
    /// Those that are made of definitions, in their order.
    custom: Vec<&'static Field>,
    /// Those that stand in lists.
    listed: Vec<&'static Field>,
    /// All of them: those of the table, the others at the place of the pairs, and what of the pairs is none of them.
    all: Vec<&'static Field>,
}

impl Made {
    /// Of all definitions. Of two of one name the first counts.
    pub fn of<'a>(definitions: impl Iterator<Item = &'a CustomField>) -> Self {
        let mut sorted: Vec<&CustomField> = definitions.collect();
        sorted.sort_by_key(|one| (one.place.unwrap_or(i64::MAX), one.id));
        let mut out = Self::default();
        for one in sorted {
            let kind = one.of.kind();
            let of_kind = out.0.entry(kind).or_default();
            if of_kind.custom.iter().any(|other| is_called(other.name, &one.name)) {
                continue;
            }
            let field = field(one);
            of_kind.custom.push(field);
            if one.listed {
                of_kind.listed.push(field);
            }
        }
        for (kind, fields) in &mut out.0 {
            let place = |field: &'static Field| match field.kind {
                Type::Pairs => {
                    fields.custom.iter().copied().chain([rest(*kind, field, &fields.custom)]).collect()
                }
                _ => vec![field],
            };
            fields.all = kind.fields().iter().flat_map(place).collect();
        }
        out
    }
}

impl Book {
    /// Every field of a kind in this book: those of its table, and those that a person made.
    pub fn fields(&self, kind: Kind) -> impl Iterator<Item = &'static Field> + Clone + '_ {
        let made = self.made().0.get(&kind);
        let table = kind.fields().iter().filter(move |_| made.is_none());
        made.into_iter().flat_map(|made| made.all.iter().copied()).chain(table)
    }

    /// The fields of a kind that a person made, in their order.
    pub fn custom_fields(&self, kind: Kind) -> &[&'static Field] {
        self.made().0.get(&kind).map_or(&[], |made| &made.custom)
    }

    /// Those of them that lists have as a column.
    pub fn listed_fields(&self, kind: Kind) -> &[&'static Field] {
        self.made().0.get(&kind).map_or(&[], |made| &made.listed)
    }
}

/// What makes a field another one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    /// One of a definition.
    Defined(Kind, String, CustomType, Vec<String>, String),
    /// The pairs that are none of the fields of these names.
    Rest(Kind, Vec<&'static str>),
}

/// The field of a key, made when it is asked for the first time.
fn kept(key: Key, make: impl FnOnce() -> Field) -> &'static Field {
    static KEPT: OnceLock<Mutex<HashMap<Key, &'static Field>>> = OnceLock::new();
    let all = KEPT.get_or_init(Mutex::default);
    // A map of finished fields is whole, whatever became of whoever held it.
    let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
    all.entry(key).or_insert_with(|| Box::leak(Box::new(make())))
}

fn text(text: &str) -> &'static str {
    Box::leak(text.into())
}

fn field(of: &CustomField) -> &'static Field {
    let choices = if of.sort == CustomType::Choice { of.choices.clone() } else { vec![] };
    let key = Key::Defined(of.of.kind(), of.name.clone(), of.sort, choices, of.about.clone());
    kept(key, || {
        let name = text(&of.name);
        Field {
            code: 0,
            name,
            label: name,
            about: text(&of.about),
            kind: type_of(of),
            traits: Traits::PLAIN.group(HEADING),
            place: Place::Pair,
        }
    })
}

fn type_of(of: &CustomField) -> Type {
    match of.sort {
        CustomType::Text => Type::Text,
        CustomType::Number => Type::Number,
        CustomType::Date => Type::Date,
        CustomType::Money => Type::Money,
        CustomType::YesNo => Type::Choice(YES_NO),
        CustomType::Choice => {
            let choice = |(code, name): (u8, &String)| {
                let name = text(name);
                Choice { list: "Custom", code, name, label: name, shown: name, is_default: false }
            };
            let all = (1..=u8::MAX).zip(&of.choices).map(choice);
            Type::Choice(Box::leak([super::NOTHING].into_iter().chain(all).collect()))
        }
    }
}

/// The pairs that are none of the fields: the row of the table that holds them all, for the others.
fn rest(kind: Kind, of: &'static Field, custom: &[&'static Field]) -> &'static Field {
    let names: Vec<&'static str> = custom.iter().map(|field| field.name).collect();
    kept(Key::Rest(kind, names.clone()), || Field {
        code: of.code,
        name: of.name,
        label: of.label,
        about: of.about,
        kind: of.kind,
        traits: of.traits.group(HEADING),
        place: Place::Rest(Box::leak(names.into())),
    })
}
