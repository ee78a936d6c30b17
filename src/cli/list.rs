//! `syndeo list` and `syndeo find`.

use super::args;
use super::book::Desk;
use super::out::{Out, Stop, tell};
use super::table::print;
use crate::domain::text::{fold, matches, search_key};
use crate::domain::{Book, Kind, Order, Record, Type, Value, json, parse};
use std::cmp::Reverse;
use std::path::Path;

/// Prints the records of a kind.
///
/// # Errors
/// When the book cannot be opened, or nobody reads the output.
pub fn list(out: &mut Out, dir: &Path, args: &args::List) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let book = &desk.book;
    let found = found(book, args.kind, &args.words.join(" "));
    if args.json {
        found.iter().try_for_each(|record| out.json(&json::write_with_derived(book, desk.now, record)))?;
    } else {
        let names = args.kind.columns();
        let mut heading = vec![args.kind.name().to_owned()];
        if found.iter().any(|r| r.wants_number()) {
            heading.insert(0, "no.".into());
        }
        heading.extend(names.iter().map(|n| args.kind.field(n).map_or(*n, |f| f.label).to_lowercase()));
        let rows: Vec<Vec<String>> = found.iter().map(|record| cells(book, record, names)).collect();
        print(out, &heading, &rows)?;
    }
    desk.close(out)
}

/// The records of a kind that have all the words in them or in what they point at, in the order of the kind.
pub(super) fn found<'a>(book: &'a Book, kind: Kind, words: &str) -> Vec<&'a Record> {
    let needle = fold(words);
    let mut found: Vec<&Record> =
        book.all(kind).filter(|r| needle.is_empty() || matches(&key_with_links(book, r), &needle)).collect();
    in_order(book, kind, &mut found);
    found
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
        found.iter().try_for_each(|record| out.json(&json::write_with_derived(book, desk.now, record)))?;
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

/// The order the table of kinds tells.
fn in_order(book: &Book, kind: Kind, records: &mut [&Record]) {
    let time = |record: &Record, name: &str| match kind.field(name).map(|f| (f.read)(record)) {
        Some(Value::Date(date)) => date.and_hms_opt(0, 0, 0).map(|at| at.and_utc().timestamp_millis()),
        Some(Value::Moment(at)) => Some(at.utc_ms),
        _ => None,
    };
    match kind.order() {
        Order::Name => records.sort_by_cached_key(|r| fold(&book.title(r.id()))),
        Order::Number => records.sort_by_key(|r| r.number()),
        Order::Soonest(name) => records.sort_by_cached_key(|r| time(r, name)),
        Order::Latest(name) => records.sort_by_cached_key(|r| Reverse(time(r, name))),
    }
}
