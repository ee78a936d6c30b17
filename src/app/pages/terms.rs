//! Agreements on a year's line: what holds until when, what goes on by itself, the last day for notice.

use crate::app::cells;
use crate::app::chart::{Axis, Bar};
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::agreements::standing;
use crate::domain::derive::terms::{Days, Terms, terms};
use crate::domain::{Kind, Ref};
use crate::words::{self, work_pages as said};
use chrono::{Datelike, Months, NaiveDate};

/// What the signs of the chart mean.
fn legend() -> [&'static str; 3] {
    [said::terms_holds(), said::terms_would(), said::terms_notice()]
}

/// The months of the line before this one and from this one on.
const BEFORE: Months = Months::new(1);
const AHEAD: Months = Months::new(13);

/// The agreements of a client on a year's line, and what becomes of each if nothing is done.
pub fn of_client(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let shown = draw(ctx, id, None, &mut document);
    if shown.is_empty() {
        document.remark(cells::with_key(said::no_terms, Kind::Agreement));
        return document;
    }
    document.heading(said::if_nothing());
    for agreement in shown.iter().filter_map(|terms| ctx.book.agreement(terms.agreement)) {
        let words = words::agreements::lapse(&standing(ctx.book, agreement, ctx.today()).lapse);
        document.push(Line::Text(vec![Cell::plain(format!("{}: {words}", ctx.name(agreement.id)))]));
    }
    document
}

/// Draws the agreements of a client; one of them may be named as the one that is read. Gives back which were drawn.
pub fn draw(ctx: Ctx<'_>, client: Ref, read: Option<Ref>, document: &mut Document) -> Vec<Terms> {
    let (from, to) = year(ctx.today());
    let found = terms(ctx.book, Some(client), ctx.today(), (from, to));
    if found.is_empty() {
        return found;
    }
    let axis = Axis::over(from, to, ctx.today());
    let bars: Vec<Bar> = found.iter().filter_map(|t| bar(ctx, &axis, t, read)).collect();
    document.push(Line::Axis(axis));
    document.lines.extend(bars.into_iter().map(Line::Bar));
    document.push(Line::Text(legend().into_iter().map(Cell::muted).collect()));
    found
}

/// From the month before this one on, to the end of the same month of the next year.
fn year(today: NaiveDate) -> Days {
    let first = today.with_day(1).unwrap_or(today);
    let from = first.checked_sub_months(BEFORE).unwrap_or(first);
    let to = first.checked_add_months(AHEAD).and_then(|day| day.pred_opt()).unwrap_or(today);
    (from, to)
}

fn bar(ctx: Ctx<'_>, axis: &Axis, terms: &Terms, read: Option<Ref>) -> Option<Bar> {
    let agreement = ctx.book.agreement(terms.agreement)?;
    let along = |days: Option<Days>, sign| days.map(|(from, to)| (axis.at(from), axis.at(to), sign));
    let sign = Kind::Agreement.sign().sign.chars().next().unwrap_or('S');
    let today = Some((ctx.today(), ctx.today()));
    let strokes = [
        along(terms.holds, '━'),
        along(terms.would, '─'),
        along(today, '│'),
        along(terms.notice.map(|day| (day, day)), sign),
    ];
    let notice = if terms.notice.is_some() { cells::notice_cell(ctx, agreement) } else { Cell::empty() };
    let is_read = read == Some(terms.agreement.into());
    let name = Cell::new(ctx.name(terms.agreement), if is_read { Tone::Accent } else { Tone::Plain });
    Some(Bar {
        late: notice.tone == Tone::Alarm,
        strokes: strokes.into_iter().flatten().collect(),
        // In the head of an agreement its line has the room; the day stands above.
        end: if read.is_none() { notice } else { Cell::empty() },
        who: if read.is_none() { Cell::muted(words::chosen(agreement.state())) } else { Cell::empty() },
        ..Bar::of(terms.agreement.into(), name)
    })
}
