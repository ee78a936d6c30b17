//! Whose a record is, and what happened around somebody or something.

use crate::domain::{
    Book, Client, ClientId, Contact, ContactId, Interaction, Kind, Moment, Record, Ref, Touch, Type,
};
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

/// The clients a record is about, what says so most plainly first: a client is about itself; then those it names, then
/// those of the work it belongs to or is about, then those of its people. What it only waits for says nothing of it.
fn whose<'a>(book: &'a Book, record: &'a Record) -> impl Iterator<Item = ClientId> + 'a {
    let links = |wanted: fn(Kind) -> bool| {
        let fields = record.fields().iter().filter(move |f| match f.kind {
            Type::One(kind) | Type::Many(kind) => wanted(kind) && !f.traits.waits_for,
            _ => false,
        });
        fields.flat_map(|f| f.read(record).refs().to_vec())
    };
    let itself = Client::of(record).map(|c| c.id);
    let named = links(|kind| kind == Kind::Client).map(|id| ClientId(id.id));
    let work = links(|kind| !matches!(kind, Kind::Client | Kind::Contact));
    let people = links(|kind| kind == Kind::Contact);
    let through = move |id| book.get_with_deleted(id).and_then(|target| own_client(book, target));
    itself.into_iter().chain(named).chain(work.chain(people).filter_map(through))
}

/// The client a record names, or that of the project it stands in.
fn own_client(book: &Book, record: &Record) -> Option<ClientId> {
    let of_project = || book.get_with_deleted(record.one(Kind::Project)?)?.one(Kind::Client);
    record.one(Kind::Client).or_else(of_project).map(|id| ClientId(id.id))
}

/// The clients a record is about, without doubles.
pub fn clients_of(book: &Book, record: &Record) -> Vec<ClientId> {
    let mut out: Vec<ClientId> = vec![];
    for client in whose(book, record) {
        if !out.contains(&client) {
            out.push(client);
        }
    }
    out
}

/// The client a record is about, as far as one can be told: the first of [`clients_of`].
pub fn client_of(book: &Book, record: &Record) -> Option<ClientId> {
    whose(book, record).next()
}

/// The people of a client or a department, in no particular order.
pub(super) fn members(book: &Book, id: Ref) -> impl Iterator<Item = &Contact> {
    let belongs = move |c: &&Contact| {
        c.client.0.map(Ref::from) == Some(id) || c.department.0.map(Ref::from) == Some(id)
    };
    book.backlinks(id, Kind::Contact).filter_map(Contact::of).filter(belongs)
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
        around.extend(book.backlinks(id, Kind::Project).map(Record::id));
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
                .flat_map(move |k| book.backlinks(at, k))
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
        let contact = book.get_with_deleted(Ref::from(*id)).and_then(Contact::of);
        contact.is_some_and(Contact::is_colleague)
    };
    touch.touch != Touch::Note && (touch.people.0.is_empty() || !touch.people.0.iter().all(colleague))
}

/// The last contact with somebody that another system knew of, at noon of its day.
pub(super) fn elsewhere(record: &Record) -> Option<Moment> {
    record.head().created.noon_of(record.contacted()?)
}

/// Every touch with a client, contact or department, or about a project; see [`last_touch`].
fn touches<'a>(
    book: &'a Book,
    id: Ref,
    around: &'a [Ref],
    now: Moment,
) -> impl Iterator<Item = &'a Interaction> {
    let touches =
        around.iter().flat_map(|at| book.backlinks(*at, Kind::Interaction)).filter_map(Interaction::of);
    touches
        .filter(move |i| i.touch != Touch::Note && i.took_place(now))
        .filter(move |i| id.kind != Kind::Client || reaches_clients(book, i))
}

/// How many touches there were with a client, contact or department, or about a project, in each of so many weeks of seven
/// days; the last of them ends with the day of `now`.
pub fn touches_by_week(book: &Book, id: Ref, now: Moment, weeks: usize) -> Vec<usize> {
    let around = around(book, id);
    let mut found: Vec<&Interaction> = touches(book, id, &around, now).collect();
    found.sort_unstable_by_key(|i| i.id);
    found.dedup_by_key(|i| i.id);
    let mut out = vec![0; weeks];
    for touch in found {
        let ago = super::days(touch.at.day_beside(now), now.date()) / 7;
        let nth = usize::try_from(ago).ok().and_then(|ago| weeks.checked_sub(ago + 1));
        if let Some(count) = nth.and_then(|nth| out.get_mut(nth)) {
            *count += 1;
        }
    }
    out
}

/// Whether a touch was logged here.
pub(super) fn is_touched(book: &Book, id: Ref, now: Moment) -> bool {
    touches(book, id, &around(book, id), now).next().is_some()
}

/// When we were in touch with a client, contact or department up to `now`, oldest first; see [`last_touch`].
pub(super) fn touched(book: &Book, id: Ref, now: Moment) -> Vec<Moment> {
    let around = around(book, id);
    let elsewhere =
        around.iter().filter_map(|id| elsewhere(book.get(*id)?)).filter(|at| at.utc_ms <= now.utc_ms);
    let mut all: Vec<Moment> = touches(book, id, &around, now).map(|i| i.at).chain(elsewhere).collect();
    all.sort_unstable();
    all
}

/// When we were last in touch with a client, contact or department. A note alone is no touch, talk among colleagues is
/// none with the client it is about, and what lies ahead of `now` has not happened yet. What another system knew of counts.
pub fn last_touch(book: &Book, id: Ref, now: Moment) -> Option<Moment> {
    let around = around(book, id);
    let elsewhere =
        around.iter().filter_map(|id| elsewhere(book.get(*id)?)).filter(|at| at.utc_ms <= now.utc_ms);
    touches(book, id, &around, now).map(|i| i.at).chain(elsewhere).max()
}
