//! What is told of a place in the book that names somebody.

use crate::domain::{Book, Kind, Order, Record, Ref, Value};
use crate::store::{Place, Traces};
use crate::words;
use chrono::NaiveDate;

/// A record by kind, number and name, "task #12 Call them"; by its id where only the history has it.
pub(super) fn record(book: &Book, id: Ref) -> String {
    let kind = words::kind(id.kind);
    match book.get_with_deleted(id) {
        Some(record) => {
            let number = record.number().map(|no| format!(" #{no}")).unwrap_or_default();
            // What is called after somebody is told from its like by what else it belongs to.
            let owners = record.owners().into_iter().filter(|_| record.named_after().is_some());
            let more = owners.map(|owner| book.title(owner)).filter(|name| *name != book.title(id));
            let more: Vec<String> = more.chain(day(record).map(|day| day.to_string())).collect();
            let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
            format!("{kind}{number} {}{more}", book.title(id))
        }
        None => format!("{kind} {}", id.id),
    }
}

/// The day by which records of its kind stand in order, as it is written for programs as well.
fn day(record: &Record) -> Option<NaiveDate> {
    let (Order::Soonest(name) | Order::Latest(name)) = record.kind().order() else { return None };
    match record.get(name) {
        Ok(Value::Date(day)) => Some(day),
        Ok(Value::Moment(at)) => Some(at.date()),
        _ => None,
    }
}

/// The fields of one record, with their names as they are shown; places of one record stand together.
pub(super) fn by_record(places: &[Place]) -> Vec<(Ref, Vec<&Place>)> {
    let mut out: Vec<(Ref, Vec<&Place>)> = vec![];
    for place in places {
        match out.iter_mut().find(|(of, _)| *of == place.of) {
            Some((_, found)) => found.push(place),
            None => out.push((place.of, vec![place])),
        }
    }
    out
}

/// "(in the history)" behind what the record itself has no more.
pub(super) fn when(place: &Place) -> String {
    if place.is_now { String::new() } else { format!(" ({})", words::person::in_history()) }
}

/// The records that go with a person, themselves left out.
pub(super) fn belonging(traces: &Traces) -> Vec<Ref> {
    let own = |id: &&Ref| id.kind != Kind::Contact;
    let mut ids: Vec<Ref> = traces.erasing.gone.iter().filter(own).copied().collect();
    ids.sort_unstable();
    ids
}

/// Whom a person is called; by the history where there is no record any more.
pub(super) fn name(book: &Book, who: Ref, traces: &Traces) -> String {
    if let Some(record) = book.get_with_deleted(who) {
        return book.title_of(record);
    }
    let last = traces.history.iter().flat_map(|entry| &entry.change.edits);
    let last = last.flat_map(|edit| edit.after.iter().chain(&edit.before)).map(Record::title).next();
    last.unwrap_or_else(|| who.id.to_string())
}
