//! What an import would do, row by row: what is new with its fields, what is updated with what differs, what stays, and
//! what is refused with the reason; each with what is told of it.

use crate::app::{Fate, FileRow};
use crate::domain::{Book, Field, Labelled, Record, Type, Value, Visibility};
use crate::exchange::Import;
use crate::words::{self, changes};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The rows of some fates, or with something to look at, in the order of the file. `book` has what the import brings, so
/// that each can name the others.
pub fn rows(
    book: &Book,
    import: &Import,
    wanted: impl Fn(Fate, bool) -> bool,
    today: NaiveDate,
) -> Vec<FileRow> {
    let mut told: HashMap<u64, Vec<String>> = HashMap::new();
    for note in &import.notes {
        if let Some(line) = note.line.filter(|line| *line > 0) {
            told.entry(line).or_default().push(note.words.clone());
        }
    }
    let asked = |fate: Fate, line: u64| wanted(fate, told.contains_key(&line));
    let notes = |line: u64| told.get(&line).cloned().unwrap_or_default();
    let mut out = vec![];
    for ((before, after), line) in import.records.iter().zip(&import.lines) {
        let fate = if before.is_some() { Fate::Updated } else { Fate::New };
        if asked(fate, *line) {
            let said = fields(book, before.as_ref(), &after, today);
            out.push(FileRow { line: *line, fate, title: title(book, &after), said, notes: notes(*line) });
        }
    }
    for (line, id) in &import.unchanged {
        if asked(Fate::Unchanged, *line) {
            let title = format!("{} {}", words::kind(id.kind), book.title(*id));
            let (fate, notes) = (Fate::Unchanged, notes(*line));
            out.push(FileRow { line: *line, fate, title, said: vec![], notes });
        }
    }
    if wanted(Fate::Refused, false) {
        out.extend(import.refused.iter().map(|refused| FileRow {
            line: refused.line,
            fate: Fate::Refused,
            title: refused.reason.clone(),
            said: vec![],
            notes: vec![],
        }));
    }
    out.sort_by_key(|row| row.line);
    out
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
        match (before, field.read(after)) {
            (Some(before), new) if field.read(before) == new => {}
            (None, new) if new.is_empty() || new == field.read(&empty) => {}
            (None, Value::Labelled(pairs)) if matches!(field.kind, Type::Pairs) => {
                out.extend(pairs.into_iter().map(|pair| (named(&pair.label, label), pair.value)));
            }
            (Some(before), Value::Labelled(new)) if matches!(field.kind, Type::Pairs) => {
                let old = field.read(before);
                let had = |pair: &&Labelled| !matches!(&old, Value::Labelled(all) if all.contains(pair));
                out.extend(
                    new.iter().filter(had).map(|pair| (named(&pair.label, label), pair.value.clone())),
                );
            }
            (Some(before), _) => {
                out.push((label(), format!("{} → {}", show(field, before), show(field, after))));
            }
            (None, _) => out.push((label(), show(field, after))),
        }
    }
    out
}

/// The name of a pair, else that of its field.
fn named(name: &str, field: impl FnOnce() -> String) -> String {
    if name.is_empty() { field() } else { name.to_owned() }
}
