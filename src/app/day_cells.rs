//! Days as pieces of text: in the tone of how they stand, with its sign where they stand alone.

use super::ctx::Ctx;
use super::document::{Cell, Tone};
use crate::domain::{Agreement, Project, derive};
use crate::words::{self, dates};
use chrono::NaiveDate;

/// A due date in its tone, with its sign.
pub fn due_cell(date: Option<NaiveDate>, open: bool, today: NaiveDate) -> Cell {
    due(date, open, today).with_mark()
}

fn due(date: Option<NaiveDate>, open: bool, today: NaiveDate) -> Cell {
    let Some(date) = date else { return Cell::empty() };
    let tone = match date {
        _ if !open => Tone::Muted,
        d if d < today => Tone::Alarm,
        d if d == today => Tone::Warning,
        _ => Tone::Plain,
    };
    let text = if open { dates::due(date, today) } else { dates::ago(date, today) };
    Cell::new(text, tone)
}

/// The last day for notice with its sign, louder the nearer it is (design: 180, 90, 60 and 30 days before).
pub fn notice_cell(ctx: Ctx<'_>, agreement: &Agreement) -> Cell {
    notice_day(ctx, agreement).with_mark()
}

/// The same for a sentence, without the sign.
pub fn notice_day(ctx: Ctx<'_>, agreement: &Agreement) -> Cell {
    let running = derive::agreements::running(agreement, ctx.today());
    let Some(date) = running.notice_date() else { return Cell::empty() };
    let days = (date - ctx.today()).num_days();
    let text = dates::due(date, ctx.today());
    match days {
        // A chance that has passed is not late: nothing can be done about it any more.
        ..0 => Cell::muted(words::lists::was(&dates::plain(date, ctx.today()))),
        0..=30 => Cell::new(text, Tone::Alarm),
        31..=90 => Cell::new(text, Tone::Warning),
        _ => Cell::plain(text),
    }
}

/// When a project ends as things stand, in the tone of its promise, with its sign.
pub fn project_end(ctx: Ctx<'_>, project: &Project) -> Cell {
    end_of(ctx, project).with_mark()
}

/// The same for a sentence, without the sign.
pub fn end_of(ctx: Ctx<'_>, project: &Project) -> Cell {
    if !project.status.is_open() {
        return due(project.done_on.or(project.promised), false, ctx.today());
    }
    expected(project.promised, project.expected, ctx.today())
}

/// A date expected against a date promised: an alarm when the promise is past, a warning when it will be broken.
fn expected(promised: Option<NaiveDate>, expected: Option<NaiveDate>, today: NaiveDate) -> Cell {
    let Some(date) = expected.or(promised) else { return Cell::empty() };
    let text = dates::due(date, today);
    match promised {
        Some(p) if p < today => Cell::new(text, Tone::Alarm),
        Some(p) if date > p => Cell::new(text, Tone::Warning),
        _ => Cell::new(text, if date < today { Tone::Warning } else { Tone::Plain }),
    }
}

/// The day the client was promised: `!` when it is past, or will be broken as things stand.
pub fn promise_cell(promised: Option<NaiveDate>, expected: Option<NaiveDate>, today: NaiveDate) -> Cell {
    let Some(date) = promised else { return Cell::empty() };
    let text = dates::due(date, today);
    match expected {
        _ if date < today => Cell::marked(text, Tone::Alarm),
        Some(expected) if expected > date => Cell::marked(text, Tone::Warning),
        _ => Cell::plain(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: u32 = 15;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, day).unwrap_or_default()
    }

    /// A day yesterday, today and tomorrow, and none: which is told, and how loud.
    #[test]
    fn days_are_as_loud_as_they_stand() {
        use Tone::{Alarm, Muted, Plain, Warning};
        let today = day(TODAY);
        let of = |cell: Cell| (!cell.text.is_empty()).then_some(cell.tone);
        for (on, open, is) in [
            (14, true, Alarm),
            (15, true, Warning),
            (16, true, Plain),
            (14, false, Muted),
            (15, false, Muted),
            (16, false, Muted),
        ] {
            assert_eq!(of(due_cell(Some(day(on)), open, today)), Some(is), "{on} {open}");
        }
        assert_eq!((of(due_cell(None, true, today)), of(due_cell(None, false, today))), (None, None));
        // Promised, expected; what an end says, and what the promise says.
        let cases = [
            (None, None, None, None),
            (None, Some(14), Some(Warning), None),
            (None, Some(15), Some(Plain), None),
            (Some(14), None, Some(Alarm), Some(Alarm)),
            (Some(15), None, Some(Plain), Some(Plain)),
            (Some(16), None, Some(Plain), Some(Plain)),
            (Some(14), Some(20), Some(Alarm), Some(Alarm)),
            (Some(15), Some(15), Some(Plain), Some(Plain)),
            (Some(16), Some(16), Some(Plain), Some(Plain)),
            (Some(16), Some(17), Some(Warning), Some(Warning)),
            (Some(16), Some(15), Some(Plain), Some(Plain)),
            (Some(16), Some(14), Some(Warning), Some(Plain)),
        ];
        for (promised, by, end, promise) in cases {
            let (promised, by) = (promised.map(day), by.map(day));
            let cell = expected(promised, by, today);
            assert_eq!(of(cell.clone()), end, "{promised:?} {by:?}");
            let told = by.or(promised).map(|on| dates::due(on, today));
            assert_eq!(cell.text, told.unwrap_or_default(), "{promised:?} {by:?}");
            let cell = promise_cell(promised, by, today);
            assert_eq!(of(cell.clone()), promise, "{promised:?} {by:?}");
            let told = promised.map(|on| dates::due(on, today)).unwrap_or_default();
            assert!(cell.text.ends_with(&told), "{cell:?}");
        }
    }
}
