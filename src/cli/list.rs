//! `syndeo list` and `syndeo find`.

use super::args;
use super::book::Desk;
use super::out::{Out, Stop, tell};
use super::table::{Cell, print};
use crate::domain::custom::{self, Query, Rank};
use crate::domain::derive::fields::{self, Derived};
use crate::domain::text::{fold, matches, search_key};
use crate::domain::{Book, Field, Kind, Moment, Order, Record, Tone, Type, Value, json, parse};
use crate::words::cli::{fields as said, heads, reading};
use crate::words::{self, Of, label};
use std::cmp::Reverse;
use std::path::Path;

/// Prints the records of a kind.
///
/// # Errors
/// When the book cannot be opened, or nobody reads the output.
pub fn list(out: &mut Out, dir: &Path, args: &args::List) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let book = &desk.book;
    let asked = asked(book, args, desk.now);
    let (found, fields) = match asked {
        Ok(asked) => asked,
        Err(stop) => {
            desk.close(out)?;
            return Err(stop);
        }
    };
    if args.json {
        found.iter().try_for_each(|record| out.json(&json::write_with_derived(book, desk.now, record)))?;
    } else {
        let usual = args.columns.is_empty();
        let numbered = found.iter().any(|r| r.wants_number());
        let mut heading: Vec<String> = numbered.then(|| heads::number().to_owned()).into_iter().collect();
        heading.push(words::kind(args.kind).to_owned());
        heading
            .extend(derived(args.kind).filter(|_| usual).map(|d| label(Of::Field, d.label).to_lowercase()));
        heading.extend(
            fields
                .iter()
                .map(|f| if f.is_custom() { f.label.into() } else { words::field(f).to_lowercase() }),
        );
        let heading: Vec<&str> = heading.iter().map(String::as_str).collect();
        print(
            out,
            &heading,
            found.iter().map(|record| cells(book, desk.now, record, (usual, &fields))).collect(),
        )?;
    }
    desk.close(out)
}

/// The records that are asked for in their order, and the fields that stand in the columns.
fn asked<'a>(
    book: &'a Book,
    args: &args::List,
    now: Moment,
) -> Result<(Vec<&'a Record>, Vec<&'static Field>), Stop> {
    let kind = args.kind;
    let unknown = |name: &str| {
        let names: Vec<&str> = book.fields(kind).map(|field| field.name).collect();
        Stop::Wrong(said::not_of_kind(words::kinds(kind), name, names.join(", ")))
    };
    let named = |name: &str| custom::named(book, kind, name).ok_or_else(|| unknown(name.trim()));
    let mut found = found(book, kind, &args.words.join(" "));
    let all: Vec<&'static Field> = book.fields(kind).collect();
    for condition in &args.conditions {
        let query = Query::of_one(book, &all, condition, now);
        if let Some(name) = query.unknown.first() {
            return Err(unknown(name));
        }
        if let Some((field, fault)) = query.faults.first() {
            return Err(Stop::Wrong(said::where_wrong(words::field(field), words::fault(fault))));
        }
        if query.asks_nothing() {
            return Err(Stop::Wrong(said::where_is_none(condition)));
        }
        found.retain(|record| query.holds(book, record));
    }
    if let Some(name) = &args.sort {
        let field = named(name)?;
        let key = |record: &Record| custom::rank(book, field, record);
        if args.reverse {
            found.sort_by_cached_key(|record| {
                let key = key(record);
                (key == Rank::Nothing, Reverse(key))
            });
        } else {
            found.sort_by_cached_key(|record| key(record));
        }
    }
    let usual = kind.columns().iter().filter_map(|name| kind.field(name));
    let fields = if args.columns.is_empty() {
        usual.chain(book.listed_fields(kind).iter().copied()).collect()
    } else {
        args.columns.iter().map(|name| named(name)).collect::<Result<_, _>>()?
    };
    Ok((found, fields))
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
pub fn find(out: &mut Out, dir: &Path, sought: &[String], as_json: bool) -> Result<(), Stop> {
    let desk = Desk::look(dir)?;
    let book = &desk.book;
    let needle = fold(&sought.join(" "));
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
        let row = |record: &&Record| -> Vec<Cell> {
            let owners: Vec<String> = record.owners().into_iter().map(|o| book.title(o)).collect();
            let kind = Cell::named(record.kind().name(), words::kind(record.kind()));
            let rest = [number(record), book.title(record.id()), owners.join(", ")].map(Cell::from);
            [kind].into_iter().chain(rest).collect()
        };
        print(
            out,
            &[heads::kind(), heads::number(), heads::name(), heads::belongs_to()],
            found.iter().map(row).collect(),
        )?;
    }
    if found.is_empty() {
        tell(&reading::nothing_has(sought.join(" ")));
    }
    let nothing = found.is_empty();
    desk.close(out)?;
    if nothing { Err(Stop::NotDone(String::new())) } else { Ok(()) }
}

/// What is derived and stands in the printed list of a kind, before what is written down: it is what one looks for.
fn derived(kind: Kind) -> impl Iterator<Item = &'static Derived> {
    kind.derived().filter(move |d| d.printed.contains(&kind))
}

fn cells(book: &Book, now: Moment, record: &Record, (usual, fields): (bool, &[&'static Field])) -> Vec<Cell> {
    let mut out = if record.wants_number() { vec![number(record).into()] } else { vec![] };
    out.push(Cell::from(book.title(record.id())));
    let (title, today) = (|id| book.title(id), now.date());
    out.extend(derived(record.kind()).filter(|_| usual).map(|d| Cell::derived(d, book, now, record)));
    let late = fields::LATE.read(book, now, record) == Value::Yes;
    out.extend(fields.iter().map(|field| {
        let value = field.read(record);
        if field.is_custom() {
            return Cell::custom(field, &value, today);
        }
        let due = matches!(field.kind, Type::Date);
        // The day that makes it late, and not those that others were told or that are past.
        let tone = match &value {
            Value::Date(day) if late && due && *day < today => Tone::Alarm,
            _ => Tone::Plain,
        };
        Cell::of(&field.kind, &value, today, &title).flagged(tone)
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
    let own = book.custom_fields(record.kind()).iter().map(|field| custom::plain(book, field, record));
    let own: Vec<String> = own.collect();
    format!("{} {} {}", book.key(record.id()), search_key(&names.join(" ")), search_key(&own.join(" ")))
}

/// The search text of a record with its long texts.
fn whole_key(book: &Book, record: &Record) -> String {
    let mut out = book.key(record.id()).to_owned();
    for field in record.fields().iter().filter(|f| matches!(f.kind, Type::Long | Type::Pairs)) {
        let value = field.read(record);
        if value != Value::Empty {
            out.push(' ');
            out.push_str(&search_key(&parse::show(&field.kind, &value, &|_| String::new())));
        }
    }
    out
}

/// The order the table of kinds tells.
fn in_order(book: &Book, kind: Kind, records: &mut [&Record]) {
    let time = |record: &Record, name: &str| match kind.field(name).map(|f| f.read(record)) {
        Some(Value::Date(date)) => date.and_hms_opt(0, 0, 0).map(|at| at.and_utc().timestamp_millis()),
        Some(Value::Moment(at)) => Some(at.utc_ms),
        _ => None,
    };
    match kind.order() {
        Order::Name => records.sort_by_cached_key(|r| words::order::name(&book.title(r.id()))),
        Order::Number => records.sort_by_key(|r| r.number()),
        Order::Soonest(name) => records.sort_by_cached_key(|r| time(r, name)),
        Order::Latest(name) => records.sort_by_cached_key(|r| Reverse(time(r, name))),
    }
}
