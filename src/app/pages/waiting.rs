//! What others hold of a client, or what a department or a person holds, oldest first, against the time they usually take.

use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::waiting::{Wait, WaitFilter, waiting_for};
use crate::domain::{ClientId, ContactId, DepartmentId, Kind, Ref};
use crate::words::{self, dates};

/// A row for each thing that somebody else holds.
pub fn page(ctx: Ctx<'_>, id: Ref) -> Document {
    let filter = match id.kind {
        Kind::Department => WaitFilter { department: Some(DepartmentId(id.id)), ..WaitFilter::default() },
        Kind::Contact => WaitFilter { contact: Some(ContactId(id.id)), ..WaitFilter::default() },
        _ => WaitFilter { client: Some(ClientId(id.id)), ..WaitFilter::default() },
    };
    let waits = waiting_for(ctx.book, ctx.today(), filter);
    let mut document = Document::default();
    // One holder with one thing is told by its row.
    if waits.len() > 1 {
        super::holders::draw(ctx, waits.clone(), None, &mut document);
    }
    let rows = waits.iter().map(|wait| row(ctx, wait, id));
    let (heading, none) = match id.kind {
        Kind::Client => (words::pages::with_others(), words::pages::nobody_holds()),
        _ => (words::pages::with_them(), words::pages::nothing_with_them()),
    };
    cells::section(&mut document, heading, rows, usize::MAX, none);
    document
}

/// Days, who, what, number, how long they usually take, what was agreed, reminders.
fn row(ctx: Ctx<'_>, wait: &Wait, of: Ref) -> Line {
    // What the page is about goes without saying: the department of its people, and whose page it is.
    let who = match of.kind {
        Kind::Contact => String::new(),
        Kind::Department => words::holder(&wait.holder, &|id| ctx.name(id)),
        _ => words::short_name(ctx.book, &wait.holder),
    };
    let late = wait.is_too_long(ctx.today());
    let mark = if late { "!" } else { "" };
    let usual = wait.usual.map(words::waiting::usual).unwrap_or_default();
    let nudged = if wait.nudges == 0 { String::new() } else { words::lists::nudged(wait.nudges) };
    let cells = vec![
        Cell::new(
            format!("{mark}{}", dates::short_days(wait.days)),
            if late { Tone::Warning } else { Tone::Plain },
        ),
        Cell::new(who, Tone::Accent),
        Cell::plain(ctx.name(wait.target)),
        Cell::muted(if wait.number == 0 { String::new() } else { format!("#{}", wait.number) }),
        Cell::muted(usual),
        Cell::muted(wait.agreed.map(|day| words::waiting::agreed(day, ctx.today())).unwrap_or_default()),
        Cell::muted(nudged),
    ];
    Line::Item { target: wait.target, cells, grow: 2 }
}
