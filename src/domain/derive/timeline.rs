//! Whose a record is, and what happened around somebody or something.

use crate::domain::{Book, ClientId, Contact, ContactId, Interaction, Kind, Moment, Record, Ref, Touch};
use chrono::NaiveDate;

/// When something happened that stands on a timeline; days are taken at their start.
pub fn moment_of(record: &Record) -> Option<Moment> {
    let day = |d: Option<NaiveDate>| {
        d.and_then(|d| d.and_hms_opt(0, 0, 0))
            .map(|d| Moment { utc_ms: 0, offset_min: record.head().created.offset_min }.at_local(d))
    };
    match record {
        Record::Interaction(r) => Some(r.at),
        Record::Feedback(r) => day(r.on),
        Record::Decision(r) => day(r.on).or(Some(r.head.created)),
        _ => None,
    }
}

/// The clients a record is about, without doubles: named in it, or those of its people, its project or its agreement.
pub fn clients_of(book: &Book, record: &Record) -> Vec<ClientId> {
    let mut out: Vec<ClientId> = vec![];
    let mut take = |id: Option<ClientId>| {
        if let Some(id) = id.filter(|id| !out.contains(id)) {
            out.push(id);
        }
    };
    if let Record::Client(r) = record {
        take(Some(r.id));
    }
    for (_, value) in record.links() {
        for target in value.refs() {
            match target.kind {
                Kind::Client => take(Some(ClientId(target.id))),
                Kind::Contact | Kind::Project | Kind::Request | Kind::Agreement | Kind::Milestone => {
                    if let Some(Record::Milestone(m)) = book.any(*target) {
                        take(m.project.0.and_then(|p| book.project(p)).and_then(|p| p.client.0));
                    }
                    take(book.any(*target).and_then(direct_client));
                }
                _ => {}
            }
        }
    }
    out
}

fn direct_client(record: &Record) -> Option<ClientId> {
    match record {
        Record::Contact(r) => r.client.0,
        Record::Project(r) => r.client.0,
        Record::Request(r) => r.client.0,
        Record::Agreement(r) => r.client.0,
        Record::Task(r) => r.client.0,
        _ => None,
    }
}

/// The first client a record is about.
pub fn client_of(book: &Book, record: &Record) -> Option<ClientId> {
    direct_client(record).or_else(|| clients_of(book, record).first().copied())
}

/// The people of a client or a department, in no particular order.
pub(super) fn members(book: &Book, id: Ref) -> impl Iterator<Item = &Contact> {
    let belongs = move |c: &&Contact| {
        c.client.0.map(Ref::from) == Some(id) || c.department.0.map(Ref::from) == Some(id)
    };
    book.pointing_at(id, Kind::Contact).filter_map(Contact::of).filter(belongs)
}

/// The people of a client or a department, by name.
pub fn people_of(book: &Book, id: impl Into<Ref>) -> Vec<&Contact> {
    let mut people: Vec<&Contact> = members(book, id.into()).collect();
    people.sort_by_cached_key(|c| crate::domain::text::fold(&c.shown_name()));
    people
}

/// How many people a client or a department has.
pub fn people_count(book: &Book, id: Ref) -> usize {
    members(book, id).count()
}

/// The record itself, its people and its projects: what a touch may name to stand on its timeline.
fn around(book: &Book, id: Ref) -> Vec<Ref> {
    let mut around = vec![id];
    if matches!(id.kind, Kind::Client | Kind::Department) {
        around.extend(members(book, id).map(|c| Ref::from(c.id)));
    }
    if id.kind == Kind::Client {
        around.extend(book.pointing_at(id, Kind::Project).map(Record::id));
    }
    around
}

/// Everything that happened around a record, newest first: what names it, and what names its people or its projects.
pub fn timeline(book: &Book, id: Ref) -> Vec<&Record> {
    let mut found: Vec<&Record> = around(book, id)
        .into_iter()
        .flat_map(|at| {
            [Kind::Interaction, Kind::Feedback, Kind::Decision]
                .into_iter()
                .flat_map(move |k| book.pointing_at(at, k))
        })
        .collect();
    found.sort_by_cached_key(|r| (std::cmp::Reverse(moment_of(r)), r.id()));
    found.dedup_by_key(|r| r.id());
    found
}

/// Whether an interaction counts as a touch with the clients it names: not when it was a note, nor when all who took part
/// are colleagues. Where nobody is named, it was with the client.
pub(super) fn reaches_clients(book: &Book, touch: &Interaction) -> bool {
    let colleague = |id: &ContactId| {
        let contact = book.any(Ref::from(*id)).and_then(Contact::of);
        contact.is_some_and(Contact::is_colleague)
    };
    touch.touch != Touch::Note && (touch.people.0.is_empty() || !touch.people.0.iter().all(colleague))
}

/// When we were last in touch with a client, contact or department. A note alone is no touch, talk among colleagues is
/// none with the client it is about, and what lies ahead of `now` has not happened yet.
pub fn last_touch(book: &Book, id: Ref, now: Moment) -> Option<Moment> {
    around(book, id)
        .into_iter()
        .flat_map(|at| book.pointing_at(at, Kind::Interaction))
        .filter_map(Interaction::of)
        .filter(|i| i.touch != Touch::Note && i.at.utc_ms <= now.utc_ms)
        .filter(|i| id.kind != Kind::Client || reaches_clients(book, i))
        .map(|i| i.at)
        .max()
}
