//! What was promised, and what became of it: how many were kept by the first day, and each of them.

use crate::app::cells::section;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::promise::{self, Kept, Promise, Rate, SPANS};
use crate::domain::{Kind, Record, Ref, derive};
use crate::words;
use crate::words::dates;

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
        document.fact(span(within), rate_cell(Rate::of(&found, ctx.today(), within)));
    }
    document.remark("Kept is what was done by the day promised first, wherever it was moved since");
    if id.kind == Kind::Department {
        people(ctx, id, &mut document);
    }
    let mut parts: [(&str, Vec<(i64, Line)>); 3] =
        [("Broken", vec![]), ("Not due yet", vec![]), ("Kept", vec![])];
    for (record, promised) in found {
        let stood = promised.stood(ctx.today());
        let (part, order) = match stood {
            Some(Kept::Broken(late)) => (0, -late),
            None => (1, (promised.promised - ctx.today()).num_days()),
            Some(Kept::Kept) => (2, (ctx.today() - promised.done.unwrap_or(ctx.today())).num_days()),
        };
        parts[part].1.push((order, row(ctx, record, &promised, stood)));
    }
    for (title, mut rows) in parts {
        // Those of one day stay in the order in which they were found.
        rows.sort_by_key(|(order, _)| *order);
        if !rows.is_empty() {
            let rows = rows.into_iter().map(|(_, line)| line);
            section(&mut document, title, rows, usize::MAX, "");
        }
    }
    document
}

fn span(within: i64) -> &'static str {
    if within > 180 { "In 12 months" } else { "In 180 days" }
}

/// "9 of 14 kept, 64 %".
fn rate_cell(rate: Rate) -> Cell {
    match rate {
        Rate { all: 0, .. } => Cell::muted("nothing came due"),
        Rate { kept, all } => {
            let tone = if kept * 10 < all * 9 { Tone::Warning } else { Tone::Plain };
            Cell::marked(format!("{kept} of {all} kept, {} %", kept * 100 / all), tone)
        }
    }
}

fn people(ctx: Ctx<'_>, id: Ref, document: &mut Document) {
    let mut rows = vec![];
    for person in derive::people_of(ctx.book, id) {
        let found = promise::promises_around(ctx.book, person.id.into());
        let [half, year] = SPANS.map(|within| Rate::of(&found, ctx.today(), within));
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
        section(document, "By person", rows, usize::MAX, "");
    }
}

fn row(ctx: Ctx<'_>, record: &Record, promised: &Promise, stood: Option<Kept>) -> Line {
    let today = ctx.today();
    let stands = match stood {
        Some(Kept::Broken(late)) => Cell::new(format!("! {late} d late"), Tone::Warning),
        Some(Kept::Kept) => Cell::plain("kept"),
        None => Cell::muted(dates::due(promised.promised, today)),
    };
    let words = words::promises::promised(record, today);
    let done = promised.done.map(|d| format!(", done {}", dates::plain(d, today))).unwrap_or_default();
    let cells = vec![Cell::plain(ctx.name(record.id())), stands, Cell::muted(format!("{words}{done}"))];
    Line::Item { target: record.id(), cells, grow: 0 }
}
