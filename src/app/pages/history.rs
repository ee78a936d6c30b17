//! What was changed on a record: when, what, from what to what. Read from the journal on disk, so it arrives later.

use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::merge::formers;
use crate::domain::{Change, Edit, Field, Record, Ref, Role, Type, Value, Visibility};
use crate::words;
use crate::words::dates;

/// Changes as they came from the journal, newest first.
pub type Lines = Vec<Change>;

/// What stands on the page until the journal was read.
pub fn waiting(_: Ctx<'_>, _: Ref) -> Document {
    let mut document = Document::default();
    document.remark(words::pages::reading_journal());
    document
}

/// The page of a record's changes.
pub fn describe(ctx: Ctx<'_>, id: Ref, changes: &[Change]) -> Document {
    let mut document = Document::default();
    if changes.is_empty() {
        document.remark(words::pages::no_changes());
    }
    let mut all = vec![id];
    all.extend(ctx.get(id).map(formers).unwrap_or_default());
    for change in changes {
        let prefix = match change.role {
            Role::Do => "",
            Role::Undo(_) => words::pages::taken_back(),
            Role::Redo(_) => words::pages::done_again(),
        };
        if !document.lines.is_empty() {
            document.push(Line::Gap);
        }
        let at =
            format!("{} {}", dates::show(change.at.date(), ctx.today()), change.at.local().format("%H:%M"));
        document.push(Line::Text(vec![
            Cell::muted(at),
            Cell::new(format!("{prefix}{}", words::action(&change.action)), Tone::Accent),
        ]));
        for edit in change.edits.iter().filter(|e| e.id().is_some_and(|id| all.contains(&id))) {
            document.lines.extend(differences(ctx, edit));
        }
    }
    document
}

fn differences(ctx: Ctx<'_>, edit: &Edit) -> Vec<Line> {
    match (&edit.before, &edit.after) {
        (Some(before), Some(after)) => {
            let mut out: Vec<Line> =
                ctx.book.fields(after.kind()).filter_map(|f| difference(ctx, f, before, after)).collect();
            match (before.is_gone(), after.is_gone()) {
                (false, true) => out.push(note(words::pages::into_bin())),
                (true, false) => out.push(note(words::pages::out_of_bin())),
                _ => {}
            }
            out
        }
        (None, Some(after)) => {
            let shown = ctx.book.fields(after.kind()).filter(|f| f.traits.visibility != Visibility::Hidden);
            shown.filter_map(|f| first_value(ctx, f, after)).collect()
        }
        (Some(_), None) => vec![note(words::pages::out_of_book())],
        (None, None) => vec![],
    }
}

fn note(text: &str) -> Line {
    Line::Text(vec![Cell::plain(format!("  {text}"))])
}

fn difference(ctx: Ctx<'_>, field: &'static Field, before: &Record, after: &Record) -> Option<Line> {
    let (old, new) = (field.read(before), field.read(after));
    if old == new || field.traits.visibility == Visibility::Hidden {
        return None;
    }
    Some(Line::Fact(
        words::field(field),
        Cell::plain(format!("{} → {}", show(ctx, &field.kind, &old), show(ctx, &field.kind, &new))),
    ))
}

fn first_value(ctx: Ctx<'_>, field: &'static Field, record: &Record) -> Option<Line> {
    let value = field.read(record);
    (!field.is_default(&value))
        .then(|| Line::Fact(words::field(field), Cell::plain(show(ctx, &field.kind, &value))))
}

fn show(ctx: Ctx<'_>, kind: &Type, value: &Value) -> String {
    words::changes::value(ctx.book, kind, value, ctx.today())
}
