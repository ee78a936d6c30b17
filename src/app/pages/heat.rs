//! The load of every department, week by week, as a heat map.

use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::app::signs;
use crate::domain::derive::heat::{self, Spot};
use crate::domain::derive::load::{FULL, monday};
use crate::domain::{DepartmentId, Kind, Ref};
use crate::words::{self, dates};

/// How many weeks there are; where there is no room, the last ones go.
const WEEKS: usize = 12;

/// Every department in a row, a block and the hours for each week.
pub fn map(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let away = Kind::Absence.sign().sign;
    let rows = heat::heat(ctx.book, ctx.today(), WEEKS);
    let mondays = monday(ctx.today()).iter_weeks().take(WEEKS);
    let mut head = vec![Cell::muted(words::pages::week_from())];
    head.extend(mondays.map(|day| Cell::muted(dates::day(day))));
    document.push(Line::Head(head));
    for row in &rows {
        let tone = if row.department == DepartmentId(id.id) { Tone::Accent } else { Tone::Plain };
        let mut cells = vec![Cell::new(ctx.name(row.department), tone)];
        cells.extend(row.weeks.iter().map(|spot| cell(spot, away)));
        document.push(Line::Item { target: row.department.into(), cells, grow: 0 });
    }
    document.push(Line::Gap);
    document.remark(words::pages::heat(FULL, away));
    document
}

fn cell(spot: &Spot, away: &str) -> Cell {
    let block = signs::block(spot.eighths());
    // A number must not run into the ASCII form of a block.
    let gap = if block.is_empty() { "" } else { " " };
    let (signs, hours) = (words::load::signs(spot, away), words::load::hours(spot));
    Cell::new(format!("{signs}{block}{gap}{hours}"), spot.tone())
}
