//! What was promised, and what became of it: how many were kept by the first day, and each of them.

use crate::app::cells::section;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::promise::{self, Kept, Promise, Rate, SPANS};
use crate::domain::{Kind, Record, Ref, derive};
use crate::words;
use crate::words::{dates, work_pages as said};

/// The name of the page.
pub const PROMISES: &str = "promises";

/// Rates, those of the people of a department under them, then the promises: broken ones first, then open ones, then those
/// that were kept, the latest first.
pub fn page(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let found = promise::promises_around(ctx.book, id);
    if found.is_empty() {
        document.remark(said::no_promises());
        return document;
    }
    for within in SPANS {
        document.fact(span(within), rate_cell(Rate::of(&found, ctx.today(), within)));
    }
    document.remark(said::what_is_kept());
    if id.kind == Kind::Department {
        people(ctx, id, &mut document);
    }
    let mut parts: [(&str, Vec<(i64, Line)>); 3] =
        [(said::broken(), vec![]), (said::not_due(), vec![]), (said::kept(), vec![])];
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
    if within > 180 { said::in_a_year() } else { said::in_half_a_year() }
}

/// "9 of 14 kept, 64 %".
fn rate_cell(rate: Rate) -> Cell {
    match rate {
        Rate { all: 0, .. } => Cell::muted(said::nothing_due()),
        Rate { kept, all } => {
            let tone = if kept * 10 < all * 9 { Tone::Warning } else { Tone::Plain };
            Cell::marked(said::rate(kept, all, kept * 100 / all), tone)
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
                |rate: Rate| if rate.all > 0 { said::short_rate(rate.kept, rate.all) } else { "-".into() };
            let cells = vec![
                Cell::new(ctx.name(person.id), Tone::Accent),
                Cell::plain(short(half)),
                Cell::plain(short(year)),
            ];
            rows.push(Line::Item { target: person.id.into(), cells, grow: 0 });
        }
    }
    if !rows.is_empty() {
        document.heading(said::by_person());
        document.push(Line::Head(
            [said::person(), said::in_half_a_year(), said::in_a_year()]
                .into_iter()
                .map(Cell::muted)
                .collect(),
        ));
        document.lines.extend(rows);
    }
}

fn row(ctx: Ctx<'_>, record: &Record, promised: &Promise, stood: Option<Kept>) -> Line {
    let today = ctx.today();
    let stands = match stood {
        Some(Kept::Broken(late)) => Cell::new(format!("! {}", dates::late(late)), Tone::Warning),
        Some(Kept::Kept) => Cell::plain(said::was_kept()),
        None => Cell::muted(dates::due(promised.promised, today)),
    };
    // What was never moved is told by its day; of others only what became of it.
    let words = if stood.is_none() && record.promised_days().len() < 2 {
        String::new()
    } else {
        words::promises::days(record, today)
    };
    let done = promised.done.map(|d| said::done_on(&dates::plain(d, today))).unwrap_or_default();
    let cells = vec![Cell::plain(ctx.name(record.id())), stands, Cell::muted(words), Cell::muted(done)];
    Line::Item { target: record.id(), cells, grow: 0 }
}
