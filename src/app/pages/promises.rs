//! What was promised, and what became of it: how many were kept by the first day, and each of them.

use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::promise::{self, Kept, Promise, Rate, SPANS};
use crate::domain::{Kind, Record, Ref, derive, when};

/// The name of the page.
pub const PROMISES: &str = "promises";

/// Rates, those of the people of a department under them, then the promises: broken ones first, then open ones, then those
/// that were kept, the latest first.
pub fn page(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let found = promise::promises_around(ctx.book, id);
    if found.is_empty() {
        document.remark(
            "Nothing was promised here yet: a request, milestone or project with a promised day is a promise",
        );
        return document;
    }
    for within in SPANS {
        document.fact(span(within), rate_cell(promise::rate(ctx.book, id, ctx.today(), within)));
    }
    document.remark("Kept is what was done by the day promised first, wherever it was moved since");
    if id.kind == Kind::Department {
        people(ctx, id, &mut document);
    }
    let mut parts: [(&str, Vec<(i64, &Record)>); 3] =
        [("Broken", vec![]), ("Not due yet", vec![]), ("Kept", vec![])];
    for record in found {
        let Some(promised) = Promise::of(ctx.book, record) else { continue };
        let (part, order) = match promised.stood(ctx.today()) {
            Some(Kept::Broken(late)) => (0, -late),
            None => (1, (promised.promised - ctx.today()).num_days()),
            Some(Kept::Kept) => (2, (ctx.today() - promised.done.unwrap_or(ctx.today())).num_days()),
        };
        parts[part].1.push((order, record));
    }
    for (title, mut rows) in parts {
        rows.sort_by_key(|(order, record)| (*order, record.id()));
        let rows: Vec<Line> = rows.into_iter().map(|(_, record)| row(ctx, record)).collect();
        if !rows.is_empty() {
            super::super::cells::section(&mut document, title, rows, usize::MAX, "");
        }
    }
    document
}

fn span(within: i64) -> &'static str {
    if within > 180 { "In 12 months" } else { "In 180 days" }
}

/// "9 of 14 kept, 64 %".
pub fn rate_cell(rate: Rate) -> Cell {
    match rate {
        Rate { all: 0, .. } => Cell::muted("nothing came due"),
        Rate { kept, all } => {
            let tone = if kept * 10 < all * 9 { Tone::Warning } else { Tone::Plain };
            Cell::new(format!("{kept} of {all} kept, {} %", kept * 100 / all), tone)
        }
    }
}

fn people(ctx: Ctx<'_>, id: Ref, document: &mut Document) {
    let mut rows = vec![];
    for person in derive::people_of(ctx.book, id) {
        let [half, year] = SPANS.map(|within| promise::rate(ctx.book, person.id.into(), ctx.today(), within));
        if year.all > 0 {
            let short =
                |rate: Rate| if rate.all > 0 { format!("{} of {}", rate.kept, rate.all) } else { "-".into() };
            let cells = vec![
                Cell::new(ctx.name(person.id), Tone::Accent),
                Cell::plain(format!("{} in 180 days", short(half))),
                Cell::plain(format!("{} in 12 months", short(year))),
            ];
            rows.push(Line::Item { target: person.id.into(), cells, grow: 0 });
        }
    }
    if !rows.is_empty() {
        super::super::cells::section(document, "By person", rows, usize::MAX, "");
    }
}

fn row(ctx: Ctx<'_>, record: &Record) -> Line {
    let today = ctx.today();
    let promised = Promise::of(ctx.book, record);
    let stands = match promised.as_ref().and_then(|p| p.stood(today)) {
        Some(Kept::Broken(late)) => Cell::new(format!("! {late} d late"), Tone::Warning),
        Some(Kept::Kept) => Cell::plain("kept"),
        None => Cell::muted(promised.as_ref().map(|p| when::due(p.promised, today)).unwrap_or_default()),
    };
    let words = promise::words(record, today);
    let done = promised.and_then(|p| p.done).map(|d| format!(", done {}", when::plain(d, today)));
    let cells = vec![
        Cell::plain(ctx.name(record.id())),
        stands,
        Cell::muted(format!("{words}{}", done.unwrap_or_default())),
    ];
    Line::Item { target: record.id(), cells, grow: 0 }
}
