//! What can be taken in the field of a form that has the keys.

use super::text::{cut, fit, width};
use super::{Theme, body, on, window};
use crate::app::{Click, Form, Model, Region, Seen};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

/// What can be taken, in a box below the field, or above it where there is no room below.
pub fn draw(model: &Model, form: &Form, line: Rect, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let Some(entry) = form.entry().filter(|e| !e.offers.is_empty()) else { return };
    let ctx = model.ctx();
    let rows: Vec<(String, String)> =
        entry.offers.iter().map(|o| (entry.name(ctx, o), entry.detail(ctx, o))).collect();
    // Where there is more room, and no higher than that: the field itself must stay in sight.
    let screen = body(frame.area());
    let (above, below) = (line.y.saturating_sub(screen.y), screen.bottom().saturating_sub(line.y + 1));
    let height = (u16::try_from(rows.len()).unwrap_or(8) + 2).min(above.max(below));
    let y = if below >= height { line.y + 1 } else { line.y.saturating_sub(height) };
    let area = Rect { x: line.x.saturating_sub(1), y, width: line.width, height }.intersection(frame.area());
    frame.render_widget(Clear, area);
    let inner = window(frame, area, Line::default(), theme, true);
    let columns = usize::from(inner.width);
    let longest = rows.iter().map(|(name, _)| width(name)).max().unwrap_or(0).min(columns / 2);
    for (i, (name, detail)) in rows.into_iter().enumerate() {
        let Some(y) = u16::try_from(i).ok().map(|i| inner.y + i).filter(|y| *y < inner.bottom()) else {
            break;
        };
        let marked = Some(i) == entry.offer;
        let name = cut(&name, columns.saturating_sub(4));
        // What tells them apart begins in one column.
        let name = fit(&name, width(&name).max(longest), false);
        let room = columns.saturating_sub(width(&name) + 5);
        let style = if marked { Style::new() } else { theme.muted() };
        let row = Line::from(vec![
            Span::raw(if marked { "▸ " } else { "  " }),
            Span::raw(name),
            Span::raw("   "),
            Span::styled(cut(&detail, room), style),
        ]);
        let place = Rect { y, height: 1, ..inner };
        frame.render_widget(row, place);
        // Nothing is marked at first, and a step down leads to the first.
        let mark = entry.offer.map_or(-1, usize::cast_signed);
        on(seen, place, Region::Layer, Click::Choose(i.cast_signed() - mark));
        if marked {
            frame.buffer_mut().set_style(place, theme.chosen(true));
        }
    }
}
