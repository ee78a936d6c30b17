//! What points at a record, and how it comes to point at another one; by which ids a record was known before.

use super::join::with_words;
use crate::domain::{
    Book, ClientId, ContactId, DepartmentId, Holder, Kind, KindId, Record, Ref, Type, Value,
};
use rustc_hash::FxHashMap;
use uuid::Uuid;

/// What stands before an id of this program among the names in other systems: that of a record which became this one.
const OWN: &str = "syndeo:";

/// The other records that point at each of two, by a link or as who holds the ball.
pub(super) fn at_both(book: &Book, both: [Ref; 2]) -> [Vec<Ref>; 2] {
    let mut out = [vec![], vec![]];
    for record in book.everything().filter(|record| !both.contains(&record.id())) {
        let targets = targets(record);
        for (of, at) in both.iter().zip(&mut out) {
            if targets.contains(of) {
                at.push(record.id());
            }
        }
    }
    out
}

/// Everything that a record points at.
fn targets(record: &Record) -> Vec<Ref> {
    let mut out = vec![];
    for field in record.fields() {
        match field.kind {
            Type::One(_) | Type::Many(_) => out.extend_from_slice(field.read(record).refs()),
            Type::Hands => {
                if let Value::Hands(hands) = field.read(record) {
                    out.extend(hands.iter().filter_map(|hand| held_by(&hand.holder)));
                }
            }
            _ => {}
        }
    }
    out
}

fn held_by(holder: &Holder) -> Option<Ref> {
    match holder {
        Holder::Person(id) => Some((*id).into()),
        Holder::Client(id) => Some((*id).into()),
        Holder::Department(id) => Some((*id).into()),
        Holder::Us | Holder::Other(_) => None,
    }
}

fn holder(id: Ref) -> Option<Holder> {
    match id.kind {
        Kind::Contact => Some(Holder::Person(ContactId::from_uuid(id.id))),
        Kind::Client => Some(Holder::Client(ClientId::from_uuid(id.id))),
        Kind::Department => Some(Holder::Department(DepartmentId::from_uuid(id.id))),
        _ => None,
    }
}

/// A record that points at `to` wherever it pointed at `from`.
pub(super) fn repointed(record: &Record, from: Ref, to: Ref) -> Record {
    let mut out = record.clone();
    let turned = |id: &Ref| if *id == from { to } else { *id };
    for field in record.fields() {
        let value = match field.read(record) {
            Value::One(id) => Value::One(turned(&id)),
            Value::Many(ids) => Value::Many(with_words(vec![], ids.iter().map(turned).collect())),
            Value::Hands(mut hands) => {
                for hand in &mut hands {
                    if held_by(&hand.holder) == Some(from)
                        && let Some(holder) = holder(to)
                    {
                        hand.holder = holder;
                    }
                }
                Value::Hands(hands)
            }
            _ => continue,
        };
        // The value comes from the same field, and both are of one kind: it always fits.
        let _ = field.write(&mut out, value);
    }
    out
}

/// A record of an earlier file as it is by now: what was merged since bears the id of the one that stayed, and is pointed at
/// by that.
pub fn brought_up(record: &Record, became: &Became) -> Record {
    let id = record.id();
    let mut out = Record::new(id.kind, became.get(&id).copied().unwrap_or(id).id, record.head().created);
    *out.head_mut() = record.head().clone();
    for field in record.fields() {
        // The value comes from the same field of a record of the same kind, so it always fits.
        let _ = field.write(&mut out, field.read(record));
    }
    for from in targets(record) {
        if let Some(to) = became.get(&from) {
            out = repointed(&out, from, *to);
        }
    }
    out
}

/// A value without what it says of two records themselves: nobody reports to themselves.
pub(super) fn without(value: Value, both: [Ref; 2]) -> Value {
    match value {
        Value::One(id) if both.contains(&id) => Value::Empty,
        Value::Many(mut ids) => {
            ids.retain(|id| !both.contains(id));
            if ids.is_empty() { Value::Empty } else { Value::Many(ids) }
        }
        value => value,
    }
}

/// The name by which the record that went is still known in the one that stayed.
pub(super) fn former(id: Ref) -> String {
    format!("{OWN}{}", id.id)
}

fn external(record: &Record) -> &[String] {
    match record {
        Record::Client(client) => &client.external,
        Record::Contact(contact) => &contact.external,
        _ => &[],
    }
}

/// The records that became this one: their history is its own.
pub fn formers(record: &Record) -> Vec<Ref> {
    let ids = external(record).iter().filter_map(|name| name.strip_prefix(OWN));
    ids.filter_map(|id| Uuid::parse_str(id).ok()).map(|id| Ref::new(record.kind(), id)).collect()
}

/// The records that became part of others, each with the one it is now.
pub type Became = FxHashMap<Ref, Ref>;

/// What became of the records that went into others.
pub fn now_known_as(book: &Book) -> Became {
    book.everything()
        .flat_map(|record| formers(record).into_iter().map(|former| (former, record.id())))
        .collect()
}
