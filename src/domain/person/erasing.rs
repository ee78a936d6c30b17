//! What is left of a record, and of what a change says of itself, without somebody. The same record always comes to the
//! same: so the history, the database and the backups of a book still fit together when each was done by itself.

use super::marks::Person;
use super::texts::{self, names_itself};
use crate::domain::text::fold;
use crate::domain::{Action, Field, Holder, Record, Ref, Type, Value, Verb};
use rustc_hash::FxHashSet;

/// What stands in the place of a name.
pub const ERASED: &str = "[erased]";
/// How much of a text is told around a mention, in letters on each side.
const AROUND: usize = 40;

/// Which mentions that only may be somebody are erased as well.
#[derive(Clone, Debug, Default)]
pub struct Also {
    /// All that were told.
    pub all: bool,
    /// Those in these fields of these records, by the stable names of the fields.
    pub places: FxHashSet<(Ref, String)>,
}

impl Also {
    fn takes(&self, of: &Record, field: &Field) -> bool {
        let named = !self.places.is_empty() && self.places.contains(&(of.id(), field.name.to_owned()));
        named || self.all && !names_itself(of.kind(), field)
    }
}

/// A place that names somebody.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The record.
    pub of: Ref,
    /// Its field.
    pub field: &'static Field,
    /// What stands around it.
    pub excerpt: String,
    /// Whether nobody else can be meant.
    pub is_sure: bool,
}

/// Somebody who is to be erased.
#[derive(Clone, Debug, Default)]
pub struct Erasing {
    /// Who.
    pub person: Person,
    /// The records that go: theirs, and those that say nothing without them.
    pub gone: FxHashSet<Ref>,
    /// What else is erased.
    pub also: Also,
}

impl Erasing {
    /// A text without them, and whether it holds them at all; what only may be them goes with `also`.
    pub fn text(&self, text: &str, also: bool) -> Option<String> {
        let hits = self.person.hits(text);
        let mut gone = hits.iter().filter(|hit| hit.is_sure || also).peekable();
        gone.peek()?;
        let (mut out, mut from) = (String::with_capacity(text.len()), 0);
        for hit in gone {
            out.push_str(&text[from..hit.range.start]);
            out.push_str(ERASED);
            from = hit.range.end;
        }
        out.push_str(&text[from..]);
        Some(out)
    }

    /// What is left of a record: `None` when it goes.
    pub fn record(&self, record: &Record) -> Option<Record> {
        if self.gone.contains(&record.id()) {
            return None;
        }
        let mut out = record.clone();
        for field in record.fields() {
            let value = field.read(record);
            let left = self.value(record, field, &value);
            if left != value {
                // A value of the same type always fits.
                let _ = field.write(&mut out, left);
            }
        }
        out.head_mut().unknown.retain(|(_, bytes)| !self.person.is_in_bytes(bytes));
        Some(out)
    }

    fn value(&self, record: &Record, field: &Field, value: &Value) -> Value {
        match value {
            Value::One(id) if self.gone.contains(id) => return Value::Empty,
            Value::Many(ids) => {
                return Value::Many(ids.iter().filter(|id| !self.gone.contains(id)).copied().collect());
            }
            _ => {}
        }
        let also = self.also.takes(record, field);
        // Nobody's own name is erased because somebody else bears it, too.
        if names_itself(record.kind(), field) && !also && matches!(record, Record::Contact(_)) {
            return value.clone();
        }
        let is_list = matches!(field.kind, Type::Words | Type::Mails | Type::Phones);
        let left = texts::mapped(value.clone(), &mut |text| match self.text(text, also) {
            Some(left) if is_list && left == ERASED => None,
            Some(left) => Some(left),
            None => Some(text.to_owned()),
        });
        match left {
            Value::Hands(mut hands) => {
                for hand in hands.iter_mut().filter(|hand| self.holds(&hand.holder)) {
                    hand.holder = Holder::Other(ERASED.to_owned());
                }
                Value::Hands(hands)
            }
            left => left,
        }
    }

    fn holds(&self, holder: &Holder) -> bool {
        matches!(holder, Holder::Person(id) if self.gone.contains(&(*id).into()))
    }

    /// What a change says of itself, without them. Where it was about them (`near`), a part of their name is taken for
    /// theirs as well.
    pub fn action(&self, action: &Action, near: bool) -> Action {
        if matches!(action.verb, Verb::Part | Verb::PartBack) {
            return action.clone();
        }
        let left = |text: &String| {
            let is_title = near && !text.is_empty() && self.person.titles.contains(&fold(text));
            if is_title {
                return ERASED.to_owned();
            }
            self.text(text, near || self.also.all).unwrap_or_else(|| text.clone())
        };
        Action { name: left(&action.name), to: left(&action.to), ..action.clone() }
    }

    /// Whether a record names them by a link, or as who has or had the ball: the fields that do.
    pub fn links(&self, record: &Record) -> Vec<&'static Field> {
        let points = |field: &&Field| match field.read(record) {
            Value::Hands(hands) => hands.iter().any(|hand| self.holds(&hand.holder)),
            value => value.refs().iter().any(|id| self.gone.contains(id)),
        };
        record.fields().iter().filter(points).collect()
    }

    /// Whether a record says nothing without what it points at: it must have that, and that goes.
    pub fn is_theirs(&self, record: &Record) -> bool {
        self.links(record).iter().any(|field| field.traits.required && matches!(field.kind, Type::One(_)))
    }

    /// The places of a record that name them by a text. What it is called itself is none.
    pub fn mentions(&self, record: &Record) -> Vec<Mention> {
        let mut out: Vec<Mention> = vec![];
        let own = |field: &&Field| matches!(record, Record::Contact(_)) && names_itself(record.kind(), field);
        for field in record.fields().iter().filter(|field| !own(field)) {
            for text in texts::of(&field.read(record)) {
                for is_sure in [true, false] {
                    let hits = self.person.hits(&text);
                    let Some(hit) = hits.iter().find(|hit| hit.is_sure == is_sure) else { continue };
                    if out.iter().any(|m| m.field.code == field.code && m.is_sure == is_sure) {
                        continue;
                    }
                    let excerpt = around(&text, hit.range.start, hit.range.end);
                    out.push(Mention { of: record.id(), field, excerpt, is_sure });
                }
            }
        }
        out
    }
}

/// A piece of a text around a place, in one line.
fn around(text: &str, from: usize, to: usize) -> String {
    let begins = text[..from].char_indices().rev().take(AROUND).last().map_or(from, |(at, _)| at);
    let ends = text[to..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| to + at);
    let mut out = String::new();
    out.push_str(if begins > 0 { "…" } else { "" });
    out.extend(text[begins..ends].chars().map(|c| if c == '\n' { ' ' } else { c }));
    out.push_str(if ends < text.len() { "…" } else { "" });
    out
}
