//! Fields of the person's own making. A definition ([`CustomField`]) gives the pairs of its name in the records of a kind a
//! type; the values stay pairs of text in one writing, so that every version shows them and nothing is lost when a
//! definition changes or goes.
//!
//! The fields of a kind, table and definitions together, are [`Book::fields`]: forms, records, lists, filters and exports
//! read them there.

mod follow;
mod made;
mod pairs;
mod query;
mod rank;

pub use follow::follow;
pub(in crate::domain) use made::Made;
pub use pairs::{adopted, is_called};
pub use query::{Condition, Query};
pub use rank::{Rank, rank};

use super::text::fold;
use super::{
    Book, Choice, Counted, CustomField, CustomType, Fault, Field, Kind, OTHER_NAME, Record, ValidationError,
    Value, parse,
};

/// The heading under which these fields stand.
pub const HEADING: &str = "Custom fields";
/// Names that lines about fields have for something else.
const TAKEN: &[&str] = &["id", "created", "custom", "kind", OTHER_NAME];
/// The most that can be chosen from; codes have one byte.
const MOST_CHOICES: usize = 200;

/// Yes, no, and that nobody said.
pub const YES_NO: &[Choice] = &[
    NOTHING,
    Choice { list: "YesNo", code: 1, name: "yes", label: "yes", shown: "yes", is_default: false },
    Choice { list: "YesNo", code: 2, name: "no", label: "no", shown: "no", is_default: false },
];

/// Whether a list is that of yes and no.
pub fn is_yes_no(list: &[Choice]) -> bool {
    list.get(1).is_some_and(|choice| choice.list == YES_NO[1].list)
}

/// What stands where nothing was chosen.
const NOTHING: Choice = Choice { list: "YesNo", code: 0, name: "", label: "-", shown: "-", is_default: true };

impl Field {
    /// Why a value that was read does not fit this field; only what stands in fields of the person's own making can be so.
    pub fn misfit(&self, value: &Value) -> Option<Fault> {
        match value {
            Value::Text(text) if self.is_custom() => pairs::typed(&self.kind, text).err(),
            _ => None,
        }
    }

    /// Whether a value says nothing that is worth a line: see [`Field::is_default`].
    pub fn is_silent(&self, value: &Value) -> bool {
        if self.is_custom() { self.is_default(value) } else { value.is_empty() }
    }
}

/// What is wrong with a definition by itself.
pub(in crate::domain) fn complaints(of: &CustomField) -> Vec<ValidationError> {
    let at = |field, fault: Fault| ValidationError::from(fault).at(field);
    let mut out = vec![];
    let (kind, name) = (of.of.kind(), of.name.as_str());
    if let Some(sign) = name.chars().find(|c| matches!(c, '=' | '<' | '>' | '"')) {
        out.push(at("name", Fault::SignInName(sign)));
    }
    let own = kind.fields().iter().flat_map(|f| [f.name, f.label]);
    let derived = kind.derived().flat_map(|d| [d.name, d.label]);
    if own.chain(derived).chain(TAKEN.iter().copied()).any(|taken| is_called(taken, name)) {
        out.push(at("name", Fault::FieldIsThere(kind, name.to_owned())));
    }
    let choices = &of.choices;
    let twice = (0..choices.len()).find(|at| {
        let before = choices[..*at].iter().map(String::as_str);
        before.chain([NOTHING.label]).any(|other| fold(other) == fold(&choices[*at]))
    });
    if choices.is_empty() && of.sort == CustomType::Choice {
        out.push(at("choices", Fault::NothingToChoose));
    } else if choices.len() > MOST_CHOICES {
        let (size, limit) = (choices.len(), MOST_CHOICES);
        out.push(at("choices", Fault::TooMany { size, of: Counted::Entries, limit }));
    } else if let Some(twice) = twice {
        out.push(at("choices", Fault::ChosenTwice(choices[twice].clone())));
    }
    out
}

/// The complaint when another definition of the book has the name for the same kind.
pub fn clash(book: &Book, of: &CustomField) -> Option<ValidationError> {
    let mut others = book.all(Kind::CustomField).filter_map(CustomField::of);
    let there =
        others.any(|other| other.id != of.id && other.of == of.of && is_called(&other.name, &of.name));
    there.then(|| ValidationError::from(Fault::FieldIsThere(of.of.kind(), of.name.clone())).at("name"))
}

/// How many records have something in a field that is defined, and in how many of them it does not fit.
pub fn counted(book: &Book, of: &CustomField) -> (usize, usize) {
    let fields = book.custom_fields(of.of.kind());
    let Some(field) = fields.iter().find(|field| is_called(field.name, &of.name)) else { return (0, 0) };
    let values = book.all(of.of.kind()).map(|record| field.read(record)).filter(|value| !value.is_empty());
    values.fold((0, 0), |(all, odd), value| (all + 1, odd + usize::from(field.misfit(&value).is_some())))
}

/// The field that a person means: by its stable name, by its word on screen, or by the name they gave it.
pub fn named(book: &Book, kind: Kind, name: &str) -> Option<&'static Field> {
    let wanted = name.trim();
    let is = |f: &&'static Field| {
        is_called(f.name, wanted)
            || is_called(f.label, wanted)
            || is_called(&f.name.replace('_', " "), wanted)
    };
    book.fields(kind).find(is)
}

/// A value as text for files, where days and numbers are plain; nothing for what says nothing.
pub fn plain(book: &Book, field: &Field, record: &Record) -> String {
    let value = field.read(record);
    if field.is_silent(&value) {
        String::new()
    } else {
        parse::show(&field.kind, &value, &|id| book.title(id))
    }
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
