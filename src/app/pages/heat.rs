//! The load of every department, week by week, as a heat map.

use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::heat::{self, Spot};
use crate::domain::derive::load::{FULL, monday};
use crate::domain::{DepartmentId, Kind, Ref};
use crate::{app::signs, words};

/// How many weeks there are; where there is no room, the last ones go.
const WEEKS: usize = 12;
/// Blocks by how full a week is, in eighths.
const BLOCKS: [&str; 9] = ["", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Every department in a row, a block and the hours for each week.
pub fn map(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let away = signs::of_kind(Kind::Absence).sign;
    let rows = heat::heat(ctx.book, ctx.today(), WEEKS);
    let mondays = monday(ctx.today()).iter_weeks().take(WEEKS);
    let mut head = vec![Cell::muted("week from")];
    head.extend(mondays.map(|day| Cell::muted(day.format("%-d %b").to_string())));
    document.push(Line::Head(head));
    for row in &rows {
        let tone = if row.department == DepartmentId(id.id) { Tone::Accent } else { Tone::Plain };
        let mut cells = vec![Cell::new(ctx.name(row.department), tone)];
        cells.extend(row.weeks.iter().map(|spot| cell(spot, away)));
        document.push(Line::Item { target: row.department.into(), cells, grow: 0 });
    }
    document.push(Line::Gap);
    document.remark(format!(
        "Hours of open tasks, spread from start to due; a block is full at {FULL} hours for each who is there. ! more than fits; ~ more than fits for somebody; {away} work of somebody who is away all week; +n requests, or tasks without hours"
    ));
    document
}

fn cell(spot: &Spot, away: &str) -> Cell {
    let block = BLOCKS.get(spot.eighths()).copied().unwrap_or_default();
    // A number must not run into the ASCII form of a block.
    let gap = if block.is_empty() { "" } else { " " };
    let (signs, hours) = (words::load::signs(spot, away), words::load::hours(spot));
    Cell::new(format!("{signs}{block}{gap}{hours}"), spot.tone())
}
