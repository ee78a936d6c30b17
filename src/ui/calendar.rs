//! A month beside a field for a day: its weeks, the day that is meant, and what falls on it.

use super::text::{cut, width};
use super::{Theme, window};
use crate::app::{Sheet, SheetDay, Tone};
use crate::domain::text::clean;
use crate::words;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

/// From this width of the screen on there is room for it.
pub(super) const FROM: u16 = 80;
/// Columns of a day: its number and a sign of what falls on it.
const CELL: u16 = 4;
/// Columns and rows of the box with nothing beside or below the weeks.
pub(super) const WIDE: u16 = CELL * 7 + 4;
pub(super) const HIGH: u16 = 9;
/// Columns that what falls on the day needs to stand beside the weeks, and rows to stand below them.
const BESIDE: u16 = 24;
const BELOW: u16 = 3;

/// How high the box is best where it is so wide: what falls on the day stands beside the weeks, or below them.
pub(super) const fn height(wide: u16) -> u16 {
    if wide >= WIDE + BESIDE { HIGH } else { HIGH + BELOW }
}

/// Where the box stands in a form whose fields use so many rows of their place: under them, where they leave the room; else at
/// the right, below or above the line that is written. `None` where it has no room.
pub(super) fn place(fields: Rect, used: u16, line: Rect) -> Option<Rect> {
    let high = height(fields.width);
    if fields.height.saturating_sub(used) >= high {
        return Some(Rect { y: fields.y + used, height: high, ..fields });
    }
    let (below, above) = (fields.bottom().saturating_sub(line.y + 1), line.y.saturating_sub(fields.y));
    let room = below.max(above);
    let height = height(WIDE).min(room);
    let y = if below >= above { line.y + 1 } else { line.y.saturating_sub(height) };
    (room >= HIGH).then_some(Rect { x: fields.right().saturating_sub(WIDE), y, width: WIDE, height })
}

/// Draws a month into an area.
pub(super) fn draw(sheet: &Sheet, theme: Theme, frame: &mut Frame<'_>, area: Rect) {
    let title = Span::styled(format!(" {} ", sheet.title), theme.heading());
    let inner = window(frame, area, Line::from(title), theme, true);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let names = sheet.names.iter().map(|name| Span::styled(format!("{name:<4}"), theme.muted()));
    frame.render_widget(names.collect::<Line<'_>>(), Rect { height: 1, ..inner });
    for (y, week) in (inner.y + 1..inner.bottom()).zip(&sheet.weeks) {
        for (x, day) in (inner.x..inner.right()).step_by(usize::from(CELL)).zip(week) {
            if let Some(day) = day {
                let place = Rect { x, y, width: CELL - 1, height: 1 }.intersection(inner);
                frame.render_widget(cell(day, theme), place);
            }
        }
    }
    let high = u16::try_from(sheet.weeks.len() + 1).unwrap_or(HIGH);
    let beside = CELL * 7;
    let told = if inner.width >= beside + BESIDE {
        Rect { x: inner.x + beside, width: inner.width - beside, ..inner }
    } else {
        Rect { y: inner.y + high, height: inner.height.saturating_sub(high), ..inner }
    };
    falls(sheet, theme, frame, told);
}

/// A day of the month: its number, and the sign of what matters most of what falls on it.
fn cell(day: &SheetDay, theme: Theme) -> Line<'static> {
    let look = match (day.is_meant, day.is_today) {
        (true, _) => theme.chosen(true),
        (false, true) => theme.heading().add_modifier(Modifier::UNDERLINED),
        (false, false) => theme.tone(day.tone),
    };
    Line::from(Span::styled(format!("{:>2}{}", day.number, day.sign), look))
}

/// The day in words, and what falls on it, as much as has room.
fn falls(sheet: &Sheet, theme: Theme, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let mut lines = vec![Line::from(Span::styled(cut(&sheet.day, columns), theme.heading()))];
    for (sign, title, why) in &sheet.falls {
        let room = columns.saturating_sub(width(why) + 4);
        lines.push(Line::from(vec![
            Span::raw(format!("{sign} {} ", cut(&clean(title), room))),
            Span::styled(*why, theme.muted()),
        ]));
    }
    if sheet.falls.is_empty() {
        lines.push(Line::from(Span::styled(words::screen::falls_on_none(), theme.muted())));
    }
    let (room, all) = (usize::from(area.height), lines.len());
    if all > room && room > 1 {
        lines.truncate(room - 1);
        lines
            .push(Line::from(Span::styled(words::screen::and_more(all - room + 1), theme.tone(Tone::Muted))));
    }
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
}
