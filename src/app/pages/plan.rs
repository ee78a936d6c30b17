//! A project as a chart: a bar for each task, a mark for each milestone, today's line, the critical chain.

use crate::app::ctx::Ctx;
use crate::app::document::{Bar, Cell, Document, Line, Tone};
use crate::domain::derive::plan::{self, Step};
use crate::domain::{Kind, ProjectId, Ref, when};
use chrono::{Duration, NaiveDate};

/// What the signs of the chart mean; each stays with its word where the line is broken.
const LEGEND: [&str; 6] = ["━ open", "─ done", "◆ milestone", "◇ promised", "│ today", "* critical chain"];

/// The chart of a project, from its first day to its last, today among them.
pub fn chart(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let plan = plan::plan(ctx.book, ProjectId(id.id));
    let days = plan.steps.iter().flat_map(|s| [s.start, s.end, s.promised, s.expected]).flatten();
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
        document.remark("Nothing here has a date yet");
        return document;
    };
    let span = Span { first: first.min(ctx.today()), last: last.max(ctx.today()) };
    if !plan.cycle.is_empty() {
        let names: Vec<String> = plan.cycle.iter().map(|id| ctx.name(*id)).collect();
        let words = format!("! These wait for each other in a ring: {}", names.join(", "));
        document.push(Line::Text(vec![Cell::new(words, Tone::Alarm)]));
    }
    let day = |d| when::plain(d, ctx.today());
    for (step, waited) in plan.too_early() {
        let (Some(start), Some(end)) = (step.start, waited.end) else { continue };
        let begins = if step.id.kind == Kind::Milestone { "is set to" } else { "begins" };
        let words = format!(
            "! “{}” {begins} {}, before “{}” ends {}",
            step.title,
            when::show(start, ctx.today()),
            waited.title,
            when::show(end, ctx.today())
        );
        document.push(Line::Text(vec![Cell::new(words, Tone::Warning)]));
    }
    document.remark(format!("{} to {}", day(span.first), day(span.last)));
    document.push(Line::Text(LEGEND.into_iter().map(Cell::muted).collect()));
    document.push(Line::Gap);
    for step in plan.steps {
        document.push(Line::Bar(bar(ctx, &span, &step)));
    }
    document
}

/// The days the chart is over.
struct Span {
    first: NaiveDate,
    last: NaiveDate,
}

impl Span {
    /// Where a day stands, in thousandths.
    fn place(&self, day: NaiveDate) -> u16 {
        let all = (self.last - self.first).num_days().max(1);
        let from = (day - self.first).num_days().clamp(0, all);
        u16::try_from(from * 1000 / all).unwrap_or(1000)
    }
}

fn bar(ctx: Ctx<'_>, span: &Span, step: &Step) -> Bar {
    let point = |day: Option<NaiveDate>, sign| day.map(|d| (span.place(d), span.place(d), sign));
    let mut strokes = vec![];
    if step.id.kind == Kind::Milestone {
        strokes.extend([point(Some(ctx.today()), '│'), point(step.promised, '◇'), point(step.end, '◆')]);
    } else {
        strokes.push(step.end.map(|end| {
            let start = step.start.unwrap_or(end - Duration::days((step.work - 1).max(0)));
            (span.place(start.min(end)), span.place(end), if step.fixed { '─' } else { '━' })
        }));
        strokes.push(point(Some(ctx.today()), '│'));
    }
    let late = !step.fixed && step.end.is_some_and(|e| e < ctx.today());
    let slips = step.promised.is_some_and(|p| step.end.is_some_and(|e| e > p)) && !step.fixed;
    let tone = match (step.fixed, late || slips) {
        (true, _) => Tone::Muted,
        (false, true) => Tone::Alarm,
        (false, false) => Tone::Plain,
    };
    Bar {
        target: step.id,
        mark: Cell::new(if step.critical { "*" } else { " " }, Tone::Accent),
        name: Cell::new(step.title.clone(), tone),
        strokes: strokes.into_iter().flatten().collect(),
        end: Cell::muted(step.end.map(|e| when::plain(e, ctx.today())).unwrap_or_default()),
    }
}
