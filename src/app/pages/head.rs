//! The head of a client: how well it goes and went, and how often we were in touch.

use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Course, Document, Line, Tone};
use crate::app::signs::block;
use crate::domain::derive::health::{self, Health, Part, Point};
use crate::domain::{Client, derive};
use crate::words;
use crate::words::dates;

/// How many months of health, and how many weeks of touches.
const MONTHS: u32 = 12;
const WEEKS: usize = 52;
/// How many parts of the score stand in the head, those that are worst off.
const PARTS: usize = 4;

/// The score with its year and what weighs on it most; the touches of a year with the last one and its limit.
pub fn head(ctx: Ctx<'_>, client: &Client, document: &mut Document) {
    if let Some(found) = health::health(ctx.book, client.id, ctx.now) {
        document.push(Line::Text(health_line(&found, &course(ctx, client))));
    }
    document.push(Line::Course(touches(ctx, client)));
}

/// The health of the client in the last months.
pub fn course(ctx: Ctx<'_>, client: &Client) -> Vec<Point> {
    health::course(ctx.book, client.id, ctx.now, MONTHS)
}

/// The score is never alone: its year and what weighs on it most stand beside it.
fn health_line(found: &Health, course: &[Point]) -> Vec<Cell> {
    let score = cells::health_words(found);
    let head = words::pages::health(score.trim_end(), &words::health::trend(found));
    let mut out = vec![Cell::marked(head.trim_end(), health::tone(found.score.into())), year(course)];
    let mut parts: Vec<_> = found.parts.iter().collect();
    parts.sort_by_key(|p| u32::from(p.got) * 100 / u32::from(p.possible));
    out.extend(parts.into_iter().take(PARTS).map(part));
    out
}

/// "▇▇▆▆▅▅ 12 months, from 86"
fn year(course: &[Point]) -> Cell {
    let known: Vec<&Point> = course.iter().skip_while(|p| p.score.is_none()).collect();
    let Some(first) = known.first().and_then(|p| p.score).filter(|_| known.len() > 1) else {
        return Cell::empty();
    };
    let marks: String = known.iter().map(|p| mark(p.score)).collect();
    Cell::plain(format!("{marks} {}", words::pages::months(known.len(), first)))
}

/// A block for a score, a point where it is not known.
fn mark(score: Option<u8>) -> &'static str {
    score.map_or("·", |score| block((usize::from(score) * 8).div_ceil(100).max(1)))
}

/// "freshness ▰▰▱▱ 12/25", with a sign where less than half was got.
pub fn part(part: &Part) -> Cell {
    let weak = u32::from(part.got) * 2 < u32::from(part.possible);
    let bar = cells::bar(part.got.into(), part.possible.into());
    let words = format!("{} {bar}", words::health::part(part.kind));
    Cell::marked(words, if weak { Tone::Warning } else { Tone::Muted })
}

/// "▇ Dec 86" for each month, the present one by its day.
pub fn months(ctx: Ctx<'_>, course: &[Point]) -> Vec<Cell> {
    let told = course.iter().filter_map(|p| Some((p, p.score?)));
    let cell = |(point, score): (&Point, u8)| {
        let month = words::health::month(point.on, ctx.today());
        Cell::plain(format!("{} {month} {score}", mark(Some(score))))
    };
    told.map(cell).collect()
}

/// A block for each week, and when the last touch was against its limit.
fn touches(ctx: Ctx<'_>, client: &Client) -> Course {
    let weeks = derive::touches_by_week(ctx.book, client.id.into(), ctx.now, WEEKS);
    let most = weeks.iter().copied().max().unwrap_or(0);
    let mark = |count: &usize| if *count == 0 { "·" } else { block((count * 8).div_ceil(most.max(1))) };
    // A row of nothing says no more than the words behind it.
    let marks = if most == 0 { String::new() } else { weeks.iter().map(mark).collect() };
    Course { label: words::pages::touch(), marks, words: last_touch(ctx, client) }
}

fn last_touch(ctx: Ctx<'_>, client: &Client) -> Cell {
    let id = client.id.into();
    if let Some(cadence) = derive::cadence::cadence(ctx.book, id, ctx.now) {
        let tone = cells::cadence_cell(ctx, &cadence).tone;
        let mark = if tone == Tone::Plain { "" } else { "! " };
        return Cell::new(format!("{mark}{}", words::cadence::cadence(&cadence)), tone);
    }
    // Nobody tends a dormant client; when we last spoke is worth knowing all the same.
    derive::last_touch(ctx.book, id, ctx.now).map_or(Cell::muted(words::pages::never_in_touch()), |at| {
        Cell::muted(words::pages::last_touch(&dates::ago(at.day_beside(ctx.now), ctx.today())))
    })
}
