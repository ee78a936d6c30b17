//! What an import would do, row by row: what is new with its fields, what is updated with what differs, what stays, and
//! what is refused with the reason; each with what is told of it.

use crate::app::{Fate, FileRow};
use crate::domain::{Book, Field, Labelled, Record, Ref, Type, Value, Visibility};
use crate::exchange::Import;
use crate::words::{self, changes};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Where a row is found in what a file would bring, and what is worth knowing before it is built.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Its line.
    pub line: u64,
    /// What becomes of it.
    pub fate: Fate,
    /// Whether something is told of it.
    pub is_noted: bool,
    /// Its place among those of its fate.
    at: usize,
}

/// The rows of some fates, or with something to look at, in the order of the file. `book` has what the import brings, so
/// that each can name the others.
pub fn rows(
    book: &Book,
    import: &Import,
    wanted: impl Fn(Fate, bool) -> bool,
    today: NaiveDate,
) -> Vec<FileRow> {
    let mut spots = spots(import);
    spots.retain(|spot| wanted(spot.fate, spot.is_noted));
    spots.sort_by_key(|spot| spot.line);
    built(book, import, &spots, today)
}

/// Where every row is found.
pub fn spots(import: &Import) -> Vec<Spot> {
    let noted = import.doubtful();
    let spot = |line: u64, fate: Fate, at: usize| {
        let is_noted = line > 0 && fate != Fate::Refused && noted.contains(&line);
        Spot { line, fate, is_noted, at }
    };
    let fate = |is_new: bool| if is_new { Fate::New } else { Fate::Updated };
    let brought = import.records.ids().zip(&import.lines).enumerate();
    let brought = brought.map(|(at, ((is_new, _), line))| spot(*line, fate(is_new), at));
    let unchanged = import.unchanged.iter().enumerate();
    let unchanged = unchanged.map(|(at, (line, _))| spot(*line, Fate::Unchanged, at));
    let refused = import.refused.iter().enumerate();
    let refused = refused.map(|(at, refused)| spot(refused.line, Fate::Refused, at));
    brought.chain(unchanged).chain(refused).collect()
}

/// The rows that are found at these places.
pub fn built(book: &Book, import: &Import, spots: &[Spot], today: NaiveDate) -> Vec<FileRow> {
    let lines: HashSet<u64> = spots.iter().filter(|spot| spot.is_noted).map(|spot| spot.line).collect();
    let mut told: HashMap<u64, Vec<String>> = HashMap::new();
    for note in &import.notes {
        if let Some(line) = note.line.filter(|line| lines.contains(line)) {
            told.entry(line).or_default().push(note.words.clone());
        }
    }
    let each = spots.iter().filter_map(|spot| {
        let (title, said) = match spot.fate {
            Fate::New | Fate::Updated => {
                let (before, after) = import.records.get(spot.at)?;
                (title(book, &after), fields(book, before.as_ref(), &after, today))
            }
            Fate::Unchanged => {
                let (_, id) = import.unchanged.get(spot.at)?;
                (format!("{} {}", words::kind(id.kind), book.title(*id)), vec![])
            }
            Fate::Refused => (import.refused.get(spot.at)?.reason.clone(), vec![]),
        };
        let notes = told.get(&spot.line).filter(|_| spot.is_noted).cloned().unwrap_or_default();
        Some(FileRow { line: spot.line, fate: spot.fate, title, said, notes })
    });
    each.collect()
}

/// A book that has what rows at these places name, as it will be once the imports are in it: no more of the book and of
/// the files is held for it.
pub fn named_by(book: &Book, found: &[(&Import, Vec<Spot>)]) -> Book {
    let mut small = Book::default();
    let mut wanted: HashSet<Ref> = HashSet::new();
    for (import, spots) in found {
        for spot in spots {
            match spot.fate {
                Fate::New | Fate::Updated => {
                    let (before, after) = import.records.get(spot.at).unzip();
                    let both = before.flatten().into_iter().chain(after);
                    wanted.extend(both.flat_map(|record| pointed_at(&record)));
                }
                Fate::Unchanged => wanted.extend(import.unchanged.get(spot.at).map(|(_, id)| *id)),
                Fate::Refused => {}
            }
        }
    }
    while !wanted.is_empty() {
        let mut next = HashSet::new();
        let mut put = |small: &mut Book, record: Record| {
            // What is named after another is told by that one's name.
            next.extend(
                record.named_after().into_iter().flat_map(|(field, _)| field.read(&record).refs().to_vec()),
            );
            small.put(record);
        };
        for id in &wanted {
            book.get_with_deleted(*id).into_iter().for_each(|record| put(&mut small, record.clone()));
        }
        // What a file changes is called as it will be.
        for (import, _) in found {
            for (at, (_, id)) in import.records.ids().enumerate() {
                if wanted.contains(&id) {
                    import.records.get(at).into_iter().for_each(|(_, after)| put(&mut small, after));
                }
            }
        }
        next.retain(|id| small.get_with_deleted(*id).is_none());
        wanted = next;
    }
    small
}

fn pointed_at(record: &Record) -> Vec<Ref> {
    record.links().flat_map(|(_, value)| value.refs().to_vec()).collect()
}

/// What a row is called: what kind it is of, a touch by what it was, and its name.
fn title(book: &Book, record: &Record) -> String {
    let kind = match record {
        Record::Interaction(touch) => words::chosen(touch.touch),
        _ => words::kind(record.kind()),
    };
    format!("{kind} {}", book.title_of(record))
}

/// The fields of a new record, or those that differ, from what to what; pairs of one's own each by its name.
fn fields(book: &Book, before: Option<&Record>, after: &Record, today: NaiveDate) -> Vec<(String, String)> {
    let show = |field: &Field, record: &Record| changes::value(book, &field.kind, &field.read(record), today);
    // What any new record has is not told of each.
    let empty = Record::new(after.kind(), after.id().id, after.head().created);
    let seen = after.fields().iter().filter(|field| field.traits.visibility != Visibility::Hidden);
    let mut out = vec![];
    for field in seen {
        let label = || words::field(field).to_owned();
        let named = |pair: &Labelled| words::pair(field, &pair.label).to_owned();
        match (before, field.read(after)) {
            (Some(before), new) if field.read(before) == new => {}
            (None, new) if new.is_empty() || new == field.read(&empty) => {}
            (None, Value::Labelled(pairs)) if matches!(field.kind, Type::Pairs) => {
                out.extend(pairs.into_iter().map(|pair| (named(&pair), pair.value)));
            }
            (Some(before), Value::Labelled(new)) if matches!(field.kind, Type::Pairs) => {
                let old = field.read(before);
                let had = |pair: &&Labelled| !matches!(&old, Value::Labelled(all) if all.contains(pair));
                out.extend(new.iter().filter(had).map(|pair| (named(pair), pair.value.clone())));
            }
            (Some(before), _) => {
                out.push((label(), format!("{} → {}", show(field, before), show(field, after))));
            }
            (None, _) => out.push((label(), show(field, after))),
        }
    }
    out
}
