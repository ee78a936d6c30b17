//! The box that asks for the name of a file.

use super::field;
use super::text::{cut, wrap};
use super::{Theme, body, padded, window};
use crate::app::{WriteTo, Writes};
use crate::words;
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Columns of the box where there is room.
const WIDE: u16 = 72;
/// Rows of it: the name, air, and two lines of words, within its frame.
const HIGH: u16 = 6;

/// What stands over the box.
fn over(write_to: &WriteTo) -> &'static str {
    match write_to.what {
        Writes::List(_) => words::screen::write_list(),
        Writes::Report { .. } => words::screen::write_report(),
    }
}

/// Draws the name, and what will come of it.
pub fn draw(write_to: &WriteTo, theme: Theme, frame: &mut Frame<'_>) {
    let body = body(frame.area());
    let (wide, high) = (WIDE.min(body.width), HIGH.min(body.height));
    let area = body.centered(Constraint::Length(wide), Constraint::Length(high));
    let title = cut(&format!(" {} ", over(write_to)), usize::from(area.width.saturating_sub(4)));
    let inner = window(frame, area, Line::from(Span::styled(title, theme.heading())), theme, true);
    let inner = padded(inner);
    let line = |nth: u16| {
        let y = inner.y + nth;
        (y < inner.bottom()).then_some(Rect { y, height: 1, ..inner })
    };
    if let Some(place) = line(0) {
        field::draw(&write_to.typed, Style::new().add_modifier(Modifier::UNDERLINED), frame, place);
    }
    let (tone, words) = write_to.told();
    for (nth, words) in (2..).zip(wrap(&words, usize::from(inner.width)).into_iter().take(2)) {
        if let Some(place) = line(nth) {
            frame.render_widget(Line::from(Span::styled(words, theme.tone(tone))), place);
        }
    }
}
