//! The one menu screen: help, palette and full-screen keyboard menu.

use super::document::more;
use super::text::{cut, fit, width};
use super::{Theme, body, field, scrolled, window};
use crate::app::{Drawn, Group, Menu, Row};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws every command in its group, with its keys, and why it cannot run where it cannot.
pub fn draw(menu: &Menu, theme: Theme, frame: &mut Frame<'_>, drawn: &mut Drawn) {
    let whole = body(frame.area());
    let title = if menu.here { " What the keys do here " } else { " Everything that can be done " };
    let inner = window(frame, whole, Line::from(Span::styled(title, theme.heading())), theme, true);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    if inner.height < 3 {
        return;
    }
    let columns = usize::from(inner.width);
    let label = "type to find: ";
    let line = Rect { height: 1, ..inner };
    frame.render_widget(Line::from(Span::styled(label, theme.muted())), line);
    let taken = u16::try_from(width(label)).unwrap_or(0).min(line.width);
    let line = Rect { x: line.x + taken, width: line.width - taken, ..line };
    field::draw(&menu.typed, Style::new(), frame, line);
    let area = Rect { y: inner.y + 2, height: inner.height - 2, ..inner };
    if menu.rows.is_empty() {
        frame.render_widget(
            Line::from(Span::styled("No command has these words", theme.muted())),
            Rect { height: 1, ..area },
        );
        return;
    }
    let (lines, at) = lay(&menu.rows, menu.at, theme, columns);
    let room = usize::from(area.height);
    let top = if menu.at == 0 { 0 } else { scrolled(menu.top, at, room, lines.len()) };
    more(top > 0, top + room < lines.len(), theme, frame, whole);
    for (i, line) in lines.into_iter().enumerate().skip(top).take(room) {
        let place = Rect { y: area.y + u16::try_from(i - top).unwrap_or(0), height: 1, ..area };
        frame.render_widget(line, place);
        if i == at {
            frame.buffer_mut().set_style(place, theme.chosen(true));
        }
    }
    (drawn.layer_rows, drawn.layer_top) = (area.height, top);
}

/// The lines of the menu, headings and air among them, and which one is marked.
fn lay(rows: &[Row], marked: usize, theme: Theme, columns: usize) -> (Vec<Line<'static>>, usize) {
    let keys_wide = rows.iter().map(|r| width(&r.spec.keys.join(" "))).max().unwrap_or(0).min(columns / 4);
    let mut lines = vec![];
    let mut at = 0;
    let mut group: Option<Group> = None;
    for (i, row) in rows.iter().enumerate() {
        if group != Some(row.spec.group) {
            if group.is_some() {
                lines.push(Line::default());
            }
            group = Some(row.spec.group);
            lines.push(Line::from(Span::styled(row.spec.group.title(), theme.heading())));
        }
        let here = i == marked;
        if here {
            at = lines.len();
        }
        lines.push(command_line(row, here, theme, keys_wide, columns));
    }
    (lines, at)
}

fn command_line(row: &Row, marked: bool, theme: Theme, keys_wide: usize, columns: usize) -> Line<'static> {
    let mut line = Line::from(Span::raw(if marked { "▸ " } else { "  " }));
    let keys = row.spec.keys.join(" ");
    let plain = marked || row.may.is_err();
    let (key_style, text_style) = match (marked, row.may.is_err()) {
        (true, _) => (Style::new(), Style::new()),
        (false, true) => (theme.muted(), theme.muted()),
        (false, false) => (theme.key(), Style::new()),
    };
    line.push_span(Span::styled(fit(&keys, keys_wide, false), key_style));
    line.push_span(Span::raw("  "));
    let room = columns.saturating_sub(keys_wide + 4);
    let about = row.spec.about;
    let text = match row.may {
        Ok(()) => about.to_owned(),
        Err(why) if width(about) + width(why) + 13 <= room => format!("{about}  (not now: {why})"),
        // Where there is no room for both, the reason is what one looks for.
        Err(why) => format!("Not now: {why}. {about}"),
    };
    line.push_span(Span::styled(cut(&text, room), if plain { text_style } else { Style::new() }));
    line
}
