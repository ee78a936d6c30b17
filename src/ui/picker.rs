//! Choosing one of many by typing.

use super::document::more;
use super::text::{cut, fit, width};
use super::{Theme, body, field, on, padded, scrolled, window};
use crate::app::{Click, Picker, Purpose, Region, Seen};
use crate::words;
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws what was typed, and what fits below it.
pub fn draw(picker: &Picker, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let body = body(frame.area());
    // As high as what there is to choose; over the book it keeps its place while one types.
    let few = u16::try_from(picker.choices.len()).unwrap_or(u16::MAX).saturating_add(4).max(8);
    let high =
        if picker.purpose == Purpose::Open { body.height * 4 / 5 } else { few.min(body.height * 4 / 5) };
    // Slivers of what lies below at either side would only be in the way.
    let wide = if body.width < 130 { body.width } else { 100 };
    let area = body.centered(Constraint::Length(wide), Constraint::Length(high));
    let title = Line::from(Span::styled(format!(" {} ", picker.title), theme.heading()));
    let inner = window(frame, area, title, theme, true);
    let inner = padded(inner);
    if inner.height < 3 {
        return;
    }
    let columns = usize::from(inner.width);
    let line = Rect { height: 1, ..inner };
    field::draw(&picker.typed, Style::new(), frame, line);
    let hint = match picker.purpose {
        Purpose::Open => Some(words::screen::find_by()),
        Purpose::Pass => Some(words::screen::pass_by()),
        Purpose::MergeWith => Some(words::screen::merge_by()),
        Purpose::BringBack | Purpose::Sort | Purpose::Choose => None,
    };
    if let Some(hint) = hint.filter(|_| picker.typed.is_empty()) {
        let hint = Span::styled(cut(&format!(" {hint}"), columns), theme.muted());
        frame.render_widget(Line::from(hint), line);
    }
    let rows = Rect { y: inner.y + 2, height: inner.height - 2, ..inner };
    if picker.choices.is_empty() {
        frame.render_widget(
            Line::from(Span::styled(words::screen::no_match(), theme.muted())),
            Rect { height: 1, ..rows },
        );
    }
    let room = usize::from(rows.height);
    let top = scrolled(picker.top, picker.at, room, picker.choices.len());
    more(top > 0, top + room < picker.choices.len(), theme, frame, area);
    // What tells them apart stands in a column behind the names.
    let names = picker.choices.iter().skip(top).take(room).map(|choice| width(&choice.label));
    let name = names.max().unwrap_or(0).min(columns * 3 / 5);
    for (i, choice) in picker.choices.iter().enumerate().skip(top).take(room) {
        let marked = i == picker.at;
        let place = Rect { y: rows.y + u16::try_from(i - top).unwrap_or(0), height: 1, ..rows };
        let label = fit(&choice.label, name, false);
        let room = columns.saturating_sub(name + 5);
        let style = if marked { Style::new() } else { theme.muted() };
        let mut line = Line::from(vec![Span::raw(if marked { "▸ " } else { "  " }), Span::raw(label)]);
        line.push_span(Span::raw("   "));
        line.push_span(Span::styled(cut(&choice.detail, room), style));
        frame.render_widget(line, place);
        on(seen, place, Region::Layer, Click::Mark(i.cast_signed() - picker.at.cast_signed()));
        if marked {
            frame.buffer_mut().set_style(place, theme.chosen(true));
        }
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (rows.height, top);
}
