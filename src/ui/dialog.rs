//! A question over the desk.

use super::text::{cut, width, wrap};
use super::{Theme, body, on, padded, window};
use crate::app::{Answer, Click, Dialog, Region, Seen};
use ratatui::Frame;
use ratatui::layout::{Constraint, Position, Rect};
use ratatui::text::{Line, Span};

/// Draws the question with its answers in a row, or below one another where they have no room.
pub fn draw(dialog: &Dialog, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let body = body(frame.area());
    let columns = usize::from(body.width.min(76)) - 4;
    let mut lines: Vec<Line> = vec![];
    for text in wrap(&dialog.question, columns) {
        lines.push(Line::from(Span::styled(text, theme.heading())));
    }
    for text in &dialog.lines {
        lines.extend(wrap(text, columns).into_iter().map(Line::from));
    }
    lines.push(Line::default());
    let labels: Vec<String> =
        (1..).zip(&dialog.answers).map(|(nth, answer)| label(dialog, nth, answer)).collect();
    let in_a_row: usize = labels.iter().map(|label| width(label) + 6).sum();
    let rows = if in_a_row <= columns { 1 } else { dialog.answers.len() };
    let room = usize::from(body.height).saturating_sub(rows + 2).max(1);
    lines.truncate(room);
    let height = u16::try_from(lines.len() + rows + 2).unwrap_or(u16::MAX);
    let area = body
        .centered(Constraint::Length(u16::try_from(columns + 4).unwrap_or(60)), Constraint::Length(height));
    let inner = window(frame, area, Line::default(), theme, true);
    let inner = padded(inner);
    let mut y = inner.y;
    for line in lines {
        if y < inner.bottom() {
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
        y += 1;
    }
    let mut x = inner.x;
    for (i, label) in labels.iter().enumerate() {
        let marked = i == dialog.at;
        let text = if marked { format!("▸ {label} ") } else { format!("  {label} ") };
        let text = cut(&text, columns);
        let wide = u16::try_from(width(&text)).unwrap_or(0);
        let place = if rows == 1 {
            Rect { x, y, width: wide, height: 1 }
        } else {
            Rect { y: y + u16::try_from(i).unwrap_or(0), width: wide, height: 1, ..inner }
        };
        x += wide + 3;
        if place.y >= inner.bottom() {
            continue;
        }
        frame.render_widget(
            Line::from(text).style(if marked { theme.chosen(true) } else { theme.accent() }),
            place,
        );
        on(seen, place, Region::Layer, Click::Choose(i.cast_signed() - dialog.at.cast_signed()));
        if marked {
            frame.set_cursor_position(Position::new(place.x, place.y));
        }
    }
}

/// What stands on an answer: its number first, where there are more than yes and no.
fn label(dialog: &Dialog, nth: usize, answer: &Answer) -> String {
    if dialog.is_numbered() { format!("{nth} {}", answer.label) } else { answer.label.clone() }
}
