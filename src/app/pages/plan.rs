//! A project as a chart: a bar for each task, a mark for each milestone, today's line, the critical chain.

use crate::app::sheet::{Cell, Ctx, Line, Sheet, Tone};
use crate::domain::derive::plan::{self, Step};
use crate::domain::{Kind, ProjectId, Ref, when};
use chrono::{Duration, NaiveDate};

/// Columns of the chart: what a record pane of a usual window has beside the names.
const WIDE: i64 = 24;

/// The chart of a project. A column stands for as many days as bring the whole project into its width.
pub fn chart(ctx: Ctx<'_>, id: Ref) -> Sheet {
    let mut sheet = Sheet::default();
    let plan = plan::plan(ctx.book, ProjectId(id.id));
    let days = plan.steps.iter().flat_map(|s| [s.start, s.end, s.promised, s.expected]).flatten();
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
        sheet.remark("Nothing here has a date yet");
        return sheet;
    };
    let (first, last) = (first.min(ctx.today()), last.max(ctx.today()));
    let scale = Scale { first, step: ((last - first).num_days() / WIDE + 1).max(1) };
    if !plan.cycle.is_empty() {
        let names: Vec<String> = plan.cycle.iter().map(|id| ctx.name(*id)).collect();
        let words = format!("! These wait for each other in a ring: {}", names.join(", "));
        sheet.push(Line::Text(vec![Cell::new(words, Tone::Alarm)]));
    }
    let span = format!("{} to {}", when::plain(first, ctx.today()), when::plain(last, ctx.today()));
    let column = if scale.step == 1 {
        "a column is a day".to_owned()
    } else {
        format!("a column is {} days", scale.step)
    };
    sheet.remark(format!(
        "{span}, {column}. ━ open  ─ done  ◆ milestone  ◇ promised  │ today  * critical chain"
    ));
    sheet.push(Line::Gap);
    for step in plan.steps {
        sheet.push(row(ctx, &scale, &step));
    }
    sheet
}

struct Scale {
    first: NaiveDate,
    step: i64,
}

impl Scale {
    fn column(&self, day: NaiveDate) -> usize {
        usize::try_from(((day - self.first).num_days() / self.step).clamp(0, WIDE)).unwrap_or(0)
    }
}

fn row(ctx: Ctx<'_>, scale: &Scale, step: &Step) -> Line {
    let width = usize::try_from(WIDE).unwrap_or(40) + 1;
    let mut bar: Vec<char> = vec![' '; width];
    let mut put = |day: Option<NaiveDate>, sign: char| {
        if let Some(place) = day.and_then(|d| bar.get_mut(scale.column(d))) {
            *place = sign;
        }
    };
    put(Some(ctx.today()), '│');
    if step.id.kind == Kind::Milestone {
        put(step.promised, '◇');
        put(step.end, '◆');
    } else if let Some(end) = step.end {
        let start = step.start.unwrap_or(end - Duration::days((step.work - 1).max(0)));
        let sign = if step.fixed { '─' } else { '━' };
        let (from, to) = (scale.column(start.min(end)), scale.column(end));
        for place in bar.iter_mut().take(to + 1).skip(from) {
            *place = if *place == '│' { '┿' } else { sign };
        }
    }
    let late = !step.fixed && step.end.is_some_and(|e| e < ctx.today());
    let slips = step.promised.is_some_and(|p| step.end.is_some_and(|e| e > p)) && !step.fixed;
    let tone = match (step.fixed, late || slips) {
        (true, _) => Tone::Muted,
        (false, true) => Tone::Alarm,
        (false, false) => Tone::Plain,
    };
    let mark = if step.critical { "*" } else { " " };
    let date = step.end.map(|e| when::plain(e, ctx.today())).unwrap_or_default();
    let cells = vec![
        Cell::new(mark, Tone::Accent),
        Cell::new(step.title.clone(), tone),
        Cell::new(bar.into_iter().collect::<String>(), tone),
        Cell::muted(date),
    ];
    Line::Item { target: step.id, cells, grow: 2 }
}
