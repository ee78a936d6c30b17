//! What an import would do, row by row: what is new with its fields, what is updated with what differs, what stays, what is
//! doubtful with what was told about it, what is refused with the reason.

use crate::domain::{Book, Field, Record, Visibility};
use crate::exchange::Import;
use crate::words::changes;
use chrono::NaiveDate;
use clap::ValueEnum;
use serde_json::{Value as Json, json};
use std::collections::HashMap;

/// Rows to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Show {
    /// Those that are new, with their fields
    New,
    /// Those of the book that change, with what differs
    Updated,
    /// Those that change nothing
    Unchanged,
    /// Those that are taken and about which something is told
    Doubtful,
    /// Those that are not taken, with the reason
    Refused,
}

/// A row, and what is said of it.
struct Row {
    line: u64,
    fate: &'static str,
    title: String,
    said: Vec<(String, String)>,
    notes: Vec<String>,
}

/// How many rows are to be looked at, where they are not shown anyway.
pub fn to_look_at(import: &Import, shown: &[Show]) -> String {
    match import.doubtful().len() {
        0 => String::new(),
        _ if shown.contains(&Show::Doubtful) => String::new(),
        1 => "; 1 row to look at (--show doubtful)".into(),
        rows => format!("; {rows} rows to look at (--show doubtful)"),
    }
}

/// The rows in words, each with its fields below it.
pub fn lines(book: &Book, import: &Import, shown: &[Show], today: NaiveDate) -> Vec<String> {
    let mut out = vec![];
    for row in rows(book, import, shown, today) {
        let place = if row.line > 0 { format!("line {}", row.line) } else { "beside".to_owned() };
        out.push(format!("  {place}, {}: {}", row.fate, row.title));
        out.extend(row.said.iter().map(|(label, words)| format!("    {label}: {words}")));
        out.extend(row.notes.iter().map(|note| format!("    ? {note}")));
    }
    out
}

/// The rows as JSON; `None` when none were asked for.
pub fn json(book: &Book, import: &Import, shown: &[Show], today: NaiveDate) -> Option<Json> {
    let each = rows(book, import, shown, today).into_iter().map(|row| {
        let fields: Vec<Json> =
            row.said.iter().map(|(label, words)| json!({"field": label, "words": words})).collect();
        json!({"line": row.line, "fate": row.fate, "title": row.title, "fields": fields, "notes": row.notes})
    });
    let all: Vec<Json> = each.collect();
    (!shown.is_empty()).then_some(Json::Array(all))
}

fn rows(book: &Book, import: &Import, shown: &[Show], today: NaiveDate) -> Vec<Row> {
    if shown.is_empty() {
        return vec![];
    }
    let doubtful = import.doubtful();
    let asked = |show: Show, line: u64| {
        shown.contains(&show) || shown.contains(&Show::Doubtful) && doubtful.contains(&line)
    };
    let mut told: HashMap<u64, Vec<&str>> = HashMap::new();
    for note in &import.notes {
        if let Some(line) = note.line.filter(|line| *line > 0) {
            told.entry(line).or_default().push(&note.words);
        }
    }
    let notes = |line: u64| -> Vec<String> {
        told.get(&line).into_iter().flatten().map(|words| (*words).to_owned()).collect()
    };
    let mut out = vec![];
    for ((before, after), line) in import.records.iter().zip(&import.lines) {
        let (show, fate) = if before.is_some() { (Show::Updated, "updated") } else { (Show::New, "new") };
        if asked(show, *line) {
            let said = fields(book, before.as_ref(), &after, today);
            let title = format!("{} {}", after.kind(), book.title_of(&after));
            out.push(Row { line: *line, fate, title, said, notes: notes(*line) });
        }
    }
    for (line, id) in &import.unchanged {
        if asked(Show::Unchanged, *line) {
            let title = format!("{} {}", id.kind, book.title(*id));
            out.push(Row { line: *line, fate: "unchanged", title, said: vec![], notes: notes(*line) });
        }
    }
    if shown.contains(&Show::Refused) {
        let each = import.refused.iter().map(|refused| Row {
            line: refused.line,
            fate: "refused",
            title: refused.reason.clone(),
            said: vec![],
            notes: vec![],
        });
        out.extend(each);
    }
    out.sort_by_key(|row| row.line);
    out
}

/// The fields of a new record, or those that differ, from what to what.
fn fields(book: &Book, before: Option<&Record>, after: &Record, today: NaiveDate) -> Vec<(String, String)> {
    let show =
        |field: &Field, record: &Record| changes::value(book, &field.kind, &(field.read)(record), today);
    let seen = after.fields().iter().filter(|field| field.traits.visibility != Visibility::Hidden);
    let told = seen.filter_map(|field| match before {
        Some(before) if (field.read)(before) == (field.read)(after) => None,
        Some(before) => Some((field.label, format!("{} → {}", show(field, before), show(field, after)))),
        None if (field.read)(after).is_empty() => None,
        None => Some((field.label, show(field, after))),
    });
    told.map(|(label, words)| (label.to_owned(), words)).collect()
}
