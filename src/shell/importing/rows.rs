//! What an import would do, row by row: what is new with its fields, what is updated with what differs, what stays, and
//! what is refused with the reason; each with what is told of it.

use crate::app::{Fate, FileRow};
use crate::domain::{Book, Field, Record, Visibility};
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
            let title = format!("{} {}", words::kind(after.kind()), book.title_of(&after));
            out.push(FileRow { line: *line, fate, title, said, notes: notes(*line) });
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

/// The fields of a new record, or those that differ, from what to what.
fn fields(book: &Book, before: Option<&Record>, after: &Record, today: NaiveDate) -> Vec<(String, String)> {
    let show = |field: &Field, record: &Record| changes::value(book, &field.kind, &field.read(record), today);
    // What any new record has is not told of each.
    let empty = Record::new(after.kind(), after.id().id, after.head().created);
    let seen = after.fields().iter().filter(|field| field.traits.visibility != Visibility::Hidden);
    let told = seen.filter_map(|field| match before {
        Some(before) if field.read(before) == field.read(after) => None,
        Some(before) => Some((field, format!("{} → {}", show(field, before), show(field, after)))),
        None if field.read(after).is_empty() || field.read(after) == field.read(&empty) => None,
        None => Some((field, show(field, after))),
    });
    told.map(|(field, said)| (words::field(field).to_owned(), said)).collect()
}
