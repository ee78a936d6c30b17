//! What a date pushes, over the form it is moved in.

use super::document::more;
use super::text::{cut, fit, width, wrap};
use super::{Theme, body, on, padded, scrolled, window};
use crate::app::{Click, Pushed, PushedRow, Region, Seen, Tone};
use ratatui::Frame;
use ratatui::layout::{Constraint, Position, Rect};
use ratatui::text::{Line, Span};

/// What stands before the name of a row: mark and box.
const BEFORE: usize = 6;
/// Between a name and its days.
const GAP: usize = 3;

/// Draws the question, the record that is moved by hand, and a row for everything it pushes.
pub fn draw(pushed: &Pushed, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let body = body(frame.area());
    let wide = body.width.min(100);
    let columns = usize::from(wide.saturating_sub(4));
    let mut head: Vec<Line> =
        wrap(&pushed.question, columns).into_iter().map(|l| Line::styled(l, theme.heading())).collect();
    if !pushed.own.days.is_empty() {
        head.extend(lines(&pushed.own, "", false, (width(&pushed.own.name), columns), theme));
    }
    head.push(Line::default());
    let names = names(&pushed.rows, columns.saturating_sub(BEFORE));
    let of_row = |(at, row): (usize, &PushedRow)| {
        let sign = if row.moves { "[x] " } else { "[ ] " };
        let lines = lines(row, sign, at == pushed.at, (names, columns), theme);
        lines.into_iter().map(move |line| (at, line)).collect::<Vec<_>>()
    };
    let all: Vec<(usize, Line)> = pushed.rows.iter().enumerate().flat_map(of_row).collect();
    let high = u16::try_from(head.len() + all.len() + 2).unwrap_or(u16::MAX).min(body.height);
    let area = body.centered(Constraint::Length(wide), Constraint::Length(high));
    let inner = window(frame, area, Line::default(), theme, true);
    let inner = padded(inner);
    // The rows come first where there is no room for both.
    head.truncate(usize::from(inner.height).saturating_sub(all.len().min(3)));
    let above = u16::try_from(head.len()).unwrap_or(0);
    for (y, line) in (inner.y..).zip(head) {
        frame.render_widget(line, Rect { y, height: 1, ..inner });
    }
    let rows = Rect { y: inner.y + above, height: inner.height.saturating_sub(above), ..inner };
    let room = usize::from(rows.height);
    let first = all.iter().position(|(at, _)| *at == pushed.at).unwrap_or(0);
    let last = all.iter().rposition(|(at, _)| *at == pushed.at).unwrap_or(0);
    let top = scrolled(scrolled(pushed.top, last, room, all.len()), first, room, all.len());
    more(top > 0, top + room < all.len(), theme, frame, area);
    for (y, (at, line)) in (rows.y..rows.bottom()).zip(all.iter().skip(top)) {
        let place = Rect { y, height: 1, ..rows };
        frame.render_widget(line.clone(), place);
        on(seen, place, Region::Layer, Click::Mark(at.cast_signed() - pushed.at.cast_signed()));
        if *at == pushed.at {
            frame.buffer_mut().set_style(place, theme.chosen(true));
        }
    }
    if let Some(y) = first.checked_sub(top).and_then(|y| u16::try_from(y).ok()).filter(|y| *y < rows.height) {
        frame.set_cursor_position(Position::new(rows.x, rows.y + y));
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (rows.height, top);
}

/// How wide the names stand: the days of all rows under one another, where all have room beside their names.
fn names(rows: &[PushedRow], room: usize) -> usize {
    let name = rows.iter().map(|row| width(&row.name)).max().unwrap_or(0);
    let days = rows.iter().map(|row| width(&row.days)).max().unwrap_or(0);
    if name + GAP + days <= room { name } else { 0 }
}

/// A row with its notes: name and days beside each other where they have room, else below one another.
fn lines(
    row: &PushedRow,
    sign: &str,
    marked: bool,
    (names, columns): (usize, usize),
    theme: Theme,
) -> Vec<Line<'static>> {
    let before =
        if sign.is_empty() { String::new() } else { format!("{}{sign}", if marked { "▸ " } else { "  " }) };
    let indent = " ".repeat(if sign.is_empty() { 2 } else { BEFORE });
    let room = columns.saturating_sub(width(&before));
    let name = if names > 0 { fit(&row.name, names, false) } else { cut(&row.name, room) };
    let name = Span::raw(format!("{before}{name}"));
    let tone = theme.tone(if row.moves { Tone::Plain } else { Tone::Muted });
    let mut out = vec![Line::from(name)];
    if names.max(width(&row.name)) + width(&row.days) + GAP <= room {
        out[0].push_span(Span::styled(format!("{}{}", " ".repeat(GAP), row.days), tone));
    } else {
        out.push(Line::from(Span::styled(cut(&format!("{indent}{}", row.days), columns), tone)));
    }
    for (note, tone) in &row.notes {
        let parts = wrap(note, columns.saturating_sub(indent.len()).max(1));
        out.extend(parts.into_iter().map(|part| Line::styled(format!("{indent}{part}"), theme.tone(*tone))));
    }
    out
}
