//! How much lies with whom in a department, week by week, and how long they take to answer.

use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::hands::{Answer, AnswerTimes, record_of};
use crate::domain::derive::load::{self, FULL, Week};
use crate::domain::{DepartmentId, Ref, derive};
use crate::words::{self, dates};

const WEEKS: usize = 6;

/// A bar for each person and week, who is away, and the median of their answers.
pub fn weeks(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let department = DepartmentId(id.id);
    let monday = load::monday(ctx.today());
    document.remark(words::pages::load(FULL));
    document.push(Line::Gap);
    let loads = load::load_of(ctx.book, department, ctx.today(), WEEKS);
    let weeks = (0i64..).take(WEEKS).map(|w| monday + chrono::Duration::weeks(w));
    let mut head = vec![Cell::muted(words::pages::week_from())];
    head.extend(weeks.map(|day| Cell::muted(dates::day(day))));
    head.push(Cell::muted(words::pages::no_date()));
    if !loads.is_empty() {
        document.push(Line::Head(head));
    }
    for one in &loads {
        let Some(target) = record_of(&one.holder) else { continue };
        let mut cells = vec![Cell::new(ctx.name(target), Tone::Accent)];
        cells.extend(one.weeks.iter().map(week));
        let undated = match one.undated.tasks + one.undated.requests {
            0 => "·".into(),
            n => n.to_string(),
        };
        cells.push(Cell::muted(undated));
        document.push(Line::Item { target, cells, grow: 0 });
    }
    if loads.is_empty() {
        document.remark(words::pages::nothing_open_here());
    }
    document.heading(words::pages::answers());
    let times = AnswerTimes::of(ctx.book);
    if let Some(all) = times.get(department) {
        document.fact(words::pages::department(), Cell::plain(median(all)));
    }
    for person in derive::people_of(ctx.book, id) {
        if let Some(answer) = times.get(person.id) {
            let cells = vec![Cell::new(ctx.name(person.id), Tone::Accent), Cell::plain(median(answer))];
            document.push(Line::Item { target: person.id.into(), cells, grow: 1 });
        }
    }
    document
}

fn median(answer: Answer) -> String {
    match answer.count {
        1 => words::pages::one_answer(answer.days),
        n => words::pages::median(answer.days, n),
    }
}

fn week(week: &Week) -> Cell {
    if week.tasks + week.requests == 0 && week.hours == 0 {
        return Cell::muted(if week.away > 0 { words::pages::away_days(week.away) } else { "·".into() });
    }
    let full = usize::try_from((week.hours * 5 + FULL - 1) / FULL).unwrap_or(5).min(5);
    let unsaid = if week.unsaid > 0 { format!("({})", week.unsaid) } else { String::new() };
    let away = if week.away > 0 { format!(" {}", words::pages::away_days(week.away)) } else { String::new() };
    let requests = if week.requests > 0 { format!(" +{}", week.requests) } else { String::new() };
    let over = week.hours > week.fits(FULL);
    let tone = if over { Tone::Alarm } else { Tone::Plain };
    let mark = if over { "!" } else { "" };
    let gap = if full > 0 { " " } else { "" };
    Cell::new(format!("{mark}{}{gap}{}{unsaid}{requests}{away}", "▰".repeat(full), week.hours), tone)
}
