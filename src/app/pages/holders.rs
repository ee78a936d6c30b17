//! Who holds how many and for how long: a block for each, as high as its wait against the time that is usual.

use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::app::signs::block;
use crate::domain::derive::hands::holder_now;
use crate::domain::derive::waiting::{Holding, Wait, by_holder, waiting};
use crate::domain::text::width;
use crate::domain::{Holder, Ref};
use crate::words::{self, dates, short_name};

/// The highest block: a whole one would run into that of the row above.
const FULL: usize = 7;
/// How wide the longest wait of a row is at the least.
const DAYS: usize = 5;

/// What stands over the columns.
fn heads() -> [&'static str; 4] {
    [words::pages::longest_each(), words::pages::with(), words::pages::how_many(), ""]
}

/// Everybody who holds something, who holds it longest first; whoever has this record in their hands stands out.
pub fn page(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let own = ctx.get(id).and_then(holder_now).map(|hand| hand.holder);
    draw(ctx, waiting(ctx.book, ctx.today()), own.as_ref(), &mut document);
    if document.lines.is_empty() {
        document.remark(words::pages::nobody_holds());
        return document;
    }
    document.push(Line::Gap);
    document.remark(words::pages::holders());
    document
}

/// A row for each holder of these.
pub fn draw(ctx: Ctx<'_>, waits: Vec<Wait>, own: Option<&Holder>, document: &mut Document) {
    let held = by_holder(waits, ctx.today());
    if held.is_empty() {
        return;
    }
    document.push(Line::Head(heads().into_iter().map(Cell::muted).collect()));
    let days = held.iter().map(|holding| width(&longest(holding))).max().unwrap_or(0).max(DAYS);
    for holding in &held {
        document.lines.extend(row(ctx, holding, days, own == Some(&holding.holder)));
    }
}

/// The longest wait of a holder: "!22 d".
fn longest(holding: &Holding) -> String {
    let mark = if holding.too_long > 0 { "!" } else { "" };
    let days = holding.waits.first().map_or(0, |wait| wait.days);
    format!("{mark}{}", dates::short_days(days))
}

fn row(ctx: Ctx<'_>, holding: &Holding, days: usize, is_own: bool) -> Option<Line> {
    let oldest = holding.waits.first()?;
    let tone = if holding.too_long > 0 { Tone::Alarm } else { Tone::Plain };
    let blocks: String = holding.waits.iter().map(|wait| block(wait.eighths().min(FULL))).collect();
    let name =
        Cell::new(short_name(ctx.book, &holding.holder), if is_own { Tone::Accent } else { Tone::Plain });
    let cells = vec![
        Cell::new(format!("{:>days$} {blocks}", longest(holding)), tone),
        name,
        Cell::plain(words::waiting::counted(holding)),
        Cell::muted(oldest.usual.map(words::waiting::usual).unwrap_or_default()),
    ];
    // It leads to the holder, else to what they hold longest.
    let target = match &holding.holder {
        Holder::Person(id) => (*id).into(),
        Holder::Department(id) => (*id).into(),
        Holder::Client(id) => (*id).into(),
        Holder::Us | Holder::Other(_) => oldest.target,
    };
    Some(Line::Item { target, cells, grow: 1 })
}
