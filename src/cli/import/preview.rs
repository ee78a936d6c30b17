//! The rows of an import on the command line: in words, and as JSON.

use crate::app::{Fate, FileRow};
use crate::domain::Book;
use crate::exchange::Import;
use crate::shell::importing;
use crate::words::cli::moving;
use chrono::NaiveDate;
use clap::ValueEnum;
use serde_json::{Value as Json, json};

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

/// How many rows are to be looked at, where they are not shown anyway.
pub fn to_look_at(import: &Import, shown: &[Show]) -> String {
    match import.doubtful().len() {
        0 => String::new(),
        _ if shown.contains(&Show::Doubtful) => String::new(),
        1 => moving::row_to_look_at().into(),
        rows => moving::rows_to_look_at(rows),
    }
}

/// What becomes of a row, as JSON and the command line have it.
fn named(fate: Fate) -> (Show, &'static str) {
    match fate {
        Fate::New => (Show::New, moving::new()),
        Fate::Updated => (Show::Updated, moving::updated()),
        Fate::Unchanged => (Show::Unchanged, moving::unchanged()),
        Fate::Refused => (Show::Refused, moving::refused()),
    }
}

/// The rows in words, each with its fields below it.
pub fn lines(book: &Book, import: &Import, shown: &[Show], today: NaiveDate) -> Vec<String> {
    let mut out = vec![];
    for row in rows(book, import, shown, today) {
        let place = if row.line > 0 { moving::line(row.line) } else { moving::beside().to_owned() };
        out.push(format!("  {place}, {}: {}", named(row.fate).1, row.title));
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
        let fate = named(row.fate).1;
        json!({"line": row.line, "fate": fate, "title": row.title, "fields": fields, "notes": row.notes})
    });
    let all: Vec<Json> = each.collect();
    (!shown.is_empty()).then_some(Json::Array(all))
}

fn rows(book: &Book, import: &Import, shown: &[Show], today: NaiveDate) -> Vec<FileRow> {
    if shown.is_empty() {
        return vec![];
    }
    let wanted = |fate: Fate, is_doubtful: bool| {
        shown.contains(&named(fate).0) || is_doubtful && shown.contains(&Show::Doubtful)
    };
    importing::rows(book, import, wanted, today)
}
