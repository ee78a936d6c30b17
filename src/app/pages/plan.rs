//! A project as a chart: months above, a bar for each task, a mark for each milestone, what slips, the critical chain, who
//! does it. What is done stands folded in one row.

use crate::app::cells;
use crate::app::chart::{Axis, Bar, Fold};
use crate::app::command::{Command, Common};
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::plan::{self, Plan, Step};
use crate::domain::{Kind, ProjectId, Record, Ref};
use crate::words::{dates, work_pages as said};
use chrono::{Duration, NaiveDate};

/// What the signs of the chart mean; each stays with its word where the line is broken.
fn legend() -> [&'static str; 8] {
    [
        said::plan_open(),
        said::plan_done(),
        said::plan_milestone(),
        said::plan_promised(),
        said::plan_slips(),
        said::plan_chain(),
        said::plan_before(),
        said::plan_after(),
    ]
}

/// The chart of a project, from its first day to its last, today among them.
pub fn chart(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let plan = plan::plan(ctx.book, ProjectId(id.id));
    let days = plan.steps.iter().flat_map(|s| [s.start, s.end, s.promised, s.expected]).flatten();
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
        document.remark(said::no_dates());
        return document;
    };
    warnings(ctx, &plan, &mut document);
    let axis = Axis::over(first, last, ctx.today());
    let mut bars = rows(ctx, &plan, &axis);
    link(&mut bars);
    document.push(Line::Axis(axis));
    let bars = fold(id, bars);
    let has_fold = bars.iter().any(|b| b.fold == Fold::Head);
    document.lines.extend(bars.into_iter().map(Line::Bar));
    document.push(Line::Gap);
    let take = Command::from(Common::Take).way();
    let unfolds = has_fold.then(|| Cell::muted(said::plan_unfolds(take)));
    document.push(Line::Text(legend().into_iter().map(Cell::muted).chain(unfolds).collect()));
    document
}

/// What cannot be as it is planned.
fn warnings(ctx: Ctx<'_>, plan: &Plan, document: &mut Document) {
    let before = document.lines.len();
    if !plan.cycle.is_empty() {
        let names: Vec<String> = plan.cycle.iter().map(|id| ctx.name(*id)).collect();
        let words = said::in_a_ring(&names.join(", "));
        document.push(Line::Text(vec![Cell::new(words, Tone::Alarm)]));
    }
    for (step, waited) in plan.too_early() {
        let (Some(start), Some(end)) = (step.start, waited.end) else { continue };
        let is_point = step.id.kind == Kind::Milestone;
        let said = if is_point { said::set_too_early } else { said::begins_too_early };
        let (start, end) = (dates::show(start, ctx.today()), dates::show(end, ctx.today()));
        let words = said(&step.title, &start, &waited.title, &end);
        document.push(Line::Text(vec![Cell::new(words, Tone::Warning)]));
    }
    if document.lines.len() > before {
        document.push(Line::Gap);
    }
}

/// A bar for each step, what is done first.
fn rows(ctx: Ctx<'_>, plan: &Plan, axis: &Axis) -> Vec<Bar> {
    let place = |at: usize| plan.steps.get(at).map(|s| s.id);
    let bar = |step: &Step| {
        let mut bar = bar(ctx, axis, step);
        bar.after = step.after.iter().filter_map(|at| place(*at)).collect();
        bar
    };
    let (done, open): (Vec<&Step>, Vec<&Step>) = plan.steps.iter().partition(|s| s.fixed);
    done.into_iter().chain(open).map(bar).collect()
}

/// Draws the critical chain from its first row to its last.
fn link(bars: &mut [Bar]) {
    let on = |b: &Bar| !b.chain.is_empty();
    let ends = bars.iter().position(on).zip(bars.iter().rposition(on));
    if let Some(inside) = ends.and_then(|(first, last)| bars.get_mut(first..last)) {
        inside.iter_mut().filter(|b| b.chain.is_empty()).for_each(|b| b.chain = "┃");
    }
}

/// Puts one row above several that are done: they are read when one asks for them.
fn fold(project: Ref, mut bars: Vec<Bar>) -> Vec<Bar> {
    let done = bars.iter().take_while(|b| b.fold == Fold::Inside).count();
    if done < 2 {
        for bar in &mut bars {
            bar.fold = Fold::No;
        }
        return bars;
    }
    let mut head = Bar::of(project, Cell::muted(said::plan_count_done(done)));
    let folded = bars.get(..done).unwrap_or_default();
    let strokes = folded.iter().flat_map(|b| &b.strokes).filter(|s| s.2 != '│');
    let (from, to) = (strokes.clone().map(|s| s.0).min(), strokes.map(|s| s.1).max());
    head.strokes.extend(from.zip(to).map(|(from, to)| (from, to, '─')));
    head.end = folded.last().map(|b| b.end.clone()).unwrap_or_default();
    head.fold = Fold::Head;
    let today = bars.iter().find_map(|b| b.strokes.iter().find(|s| s.2 == '│')).copied();
    head.strokes.extend(today);
    bars.insert(0, head);
    bars
}

fn bar(ctx: Ctx<'_>, axis: &Axis, step: &Step) -> Bar {
    let today = ctx.today();
    let point = |day: Option<NaiveDate>, sign| day.map(|d| (axis.at(d), axis.at(d), sign));
    let now = point(Some(today), '│');
    // Promised for one day and to come on a later one: the way between them is what it slips by.
    let slip = step.promised.zip(step.end).filter(|(promised, end)| end > promised && !step.fixed);
    let slips = slip.map(|(promised, end)| (axis.at(promised), axis.at(end), '─'));
    let promised = point(step.promised.filter(|_| !step.fixed), '◇');
    let strokes = if step.id.kind == Kind::Milestone {
        [slips, now, promised, point(step.end, '◆')]
    } else {
        let work = step.end.map(|end| {
            let start = step.start.unwrap_or(end - Duration::days((step.work - 1).max(0)));
            (axis.at(start.min(end)), axis.at(end), if step.fixed { '─' } else { '━' })
        });
        [work, now, slip.and(promised), None]
    };
    let late = step.is_late(today);
    let tone = match (step.fixed, late) {
        (true, _) => Tone::Muted,
        (false, true) => Tone::Alarm,
        (false, false) => Tone::Plain,
    };
    Bar {
        chain: if step.critical { "*" } else { "" },
        late,
        strokes: strokes.into_iter().flatten().collect(),
        end: Cell::muted(step.end.map(dates::day).unwrap_or_default()),
        who: who(ctx, step.id),
        fold: if step.fixed { Fold::Inside } else { Fold::No },
        ..Bar::of(step.id, Cell::new(format!("{} {}", step.id.kind.sign().sign, step.title), tone))
    }
}

/// Who does a task.
fn who(ctx: Ctx<'_>, id: Ref) -> Cell {
    match ctx.get(id) {
        Some(Record::Task(task)) => cells::assignee(ctx, task),
        _ => Cell::empty(),
    }
}
