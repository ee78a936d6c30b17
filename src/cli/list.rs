//! `syndeo list` and `syndeo find`.

use super::args;
use super::book::Desk;
use super::out::{Out, Stop, tell};
use super::table::print;
use crate::domain::text::{fold, matches, search_key};
use crate::domain::{Book, Kind, Record, Type, Value, json, parse};
use std::cmp::Reverse;
use std::path::Path;

/// The columns of a list, by stable names of fields; the record's number and name stand before them.
fn columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Client => &["tier", "status", "industry", "city", "country"],
        Kind::Contact => &["job", "client", "department", "mails", "phones"],
        Kind::Department => &["lead", "mail", "answer_days"],
        Kind::Project => &["client", "status", "priority", "promised", "expected"],
        Kind::Milestone => &["project", "promised", "expected", "done_on"],
        Kind::Member => &["project", "part", "duty"],
        Kind::Task => &["status", "due", "assignee", "project", "client"],
        Kind::Request => &["client", "status", "department", "contact", "promised", "expected"],
        Kind::Interaction => &["at", "touch", "clients", "people"],
        Kind::Agreement => &["client", "sort", "status", "end", "notice", "value"],
        Kind::Obligation => &["agreement", "side", "due", "done_on"],
        Kind::Feedback => &["client", "contact", "on", "csat", "nps"],
        Kind::Decision => &["client", "sort", "outcome", "by", "on"],
        Kind::Absence => &["first", "last", "stand_in", "note"],
        Kind::Playbook => &["about"],
    }
}

/// Prints the records of a kind.
///
/// # Errors
/// When the book cannot be opened, or nobody reads the output.
pub fn list(out: &mut Out, dir: &Path, args: &args::List) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let book = &desk.book;
    let needle = fold(&args.words.join(" "));
    let mut found: Vec<&Record> = book
        .all(args.kind)
        .filter(|r| needle.is_empty() || matches(&key_with_links(book, r), &needle))
        .collect();
    in_order(book, args.kind, &mut found);
    if args.json {
        found.iter().try_for_each(|record| out.json(&json::write(record)))?;
    } else {
        let names: Vec<&str> = columns(args.kind).to_vec();
        let mut heading = vec![args.kind.name().to_owned()];
        if found.iter().any(|r| r.wants_number()) {
            heading.insert(0, "no.".into());
        }
        heading.extend(names.iter().map(|n| args.kind.field(n).map_or(*n, |f| f.label).to_lowercase()));
        let rows: Vec<Vec<String>> = found.iter().map(|record| cells(book, record, &names)).collect();
        print(out, &heading, &rows)?;
    }
    desk.close(out)
}

/// Prints every record that has all the words in it.
///
/// # Errors
/// When nothing is found, the book cannot be opened, or nobody reads the output.
pub fn find(out: &mut Out, dir: &Path, words: &[String], as_json: bool) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let book = &desk.book;
    let needle = fold(&words.join(" "));
    let found: Vec<&Record> = Kind::ALL
        .iter()
        .flat_map(|kind| {
            let mut of_kind: Vec<&Record> =
                book.all(*kind).filter(|r| matches(&whole_key(book, r), &needle)).collect();
            in_order(book, *kind, &mut of_kind);
            of_kind
        })
        .collect();
    if as_json {
        found.iter().try_for_each(|record| out.json(&json::write(record)))?;
    } else {
        let heading: Vec<String> = ["kind", "no.", "name", "belongs to"].map(str::to_owned).to_vec();
        let rows: Vec<Vec<String>> = found
            .iter()
            .map(|record| {
                let owners: Vec<String> = record.owners().into_iter().map(|o| book.title(o)).collect();
                let kind = record.kind().name().to_owned();
                vec![kind, number(record), book.title(record.id()), owners.join(", ")]
            })
            .collect();
        print(out, &heading, &rows)?;
    }
    if found.is_empty() {
        tell(&format!("nothing has {} in it", words.join(" ")));
    }
    let nothing = found.is_empty();
    desk.close(out)?;
    if nothing { Err(Stop::NotDone(String::new())) } else { Ok(()) }
}

fn cells(book: &Book, record: &Record, names: &[&str]) -> Vec<String> {
    let mut out = if record.wants_number() { vec![number(record)] } else { vec![] };
    out.push(book.title(record.id()));
    out.extend(names.iter().map(|name| {
        let field = record.kind().field(name);
        field.map(|f| parse::show(&f.kind, &(f.read)(record), &|r| book.title(r))).unwrap_or_default()
    }));
    out
}

fn number(record: &Record) -> String {
    record.number().map(|no| format!("#{no}")).unwrap_or_default()
}

/// The search text of a record and the names of what it points at.
fn key_with_links(book: &Book, record: &Record) -> String {
    let names: Vec<String> =
        record.links().flat_map(|(_, v)| v.refs().to_vec()).map(|r| book.title(r)).collect();
    format!("{} {}", book.key(record.id()), search_key(&names.join(" ")))
}

/// The search text of a record with its long texts.
fn whole_key(book: &Book, record: &Record) -> String {
    let mut out = book.key(record.id()).to_owned();
    for field in record.fields().iter().filter(|f| matches!(f.kind, Type::Long | Type::Pairs)) {
        let value = (field.read)(record);
        if value != Value::Empty {
            out.push(' ');
            out.push_str(&search_key(&parse::show(&field.kind, &value, &|_| String::new())));
        }
    }
    out
}

/// What happened newest first, what has a number or a date by it, everything else by name.
fn in_order(book: &Book, kind: Kind, records: &mut [&Record]) {
    let date = |record: &Record, field: &str| match record.get(field) {
        Value::Date(date) => Some(date),
        _ => None,
    };
    match kind {
        Kind::Interaction => records.sort_by_key(|r| match r.get("at") {
            Value::Moment(at) => Reverse(at),
            _ => Reverse(r.head().created),
        }),
        Kind::Project | Kind::Task | Kind::Request => records.sort_by_key(|r| r.number()),
        Kind::Milestone => records.sort_by_key(|r| date(r, "promised")),
        Kind::Obligation => records.sort_by_key(|r| date(r, "due")),
        Kind::Feedback | Kind::Decision => records.sort_by_key(|r| Reverse(date(r, "on"))),
        Kind::Absence => records.sort_by_key(|r| date(r, "first")),
        _ => records.sort_by_cached_key(|r| fold(&book.title(r.id()))),
    }
}
