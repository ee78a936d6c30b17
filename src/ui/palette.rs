//! The palette: a command is found by what one calls it, the best first.

use super::document::more;
use super::text::{cut, fit, width};
use super::{Theme, body, field, on, padded, scrolled, window};
use crate::app::{Click, Palette, Region, Row, Seen, Tone};
use crate::words;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The most it is wide: further, the eye loses the row.
const WIDEST: u16 = 124;

/// Columns of the keys, and of a sentence at the least.
const KEYS: usize = 9;
const SENTENCE: usize = 30;

/// Draws what fits, with its keys, and why it cannot run where it cannot.
pub fn draw(palette: &Palette, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let whole = body(frame.area());
    let wide = whole.width.min(WIDEST);
    let whole = Rect { x: whole.x + (whole.width - wide) / 2, width: wide, ..whole };
    let title = Line::from(Span::styled(format!(" {} ", words::screen::find_command()), theme.heading()));
    let inner = window(frame, whole, title, theme, true);
    let inner = padded(inner);
    if inner.height < 3 {
        return;
    }
    let columns = usize::from(inner.width);
    let label = words::screen::what_to_do();
    let line = Rect { height: 1, ..inner };
    frame.render_widget(Line::from(Span::styled(label, theme.muted())), line);
    let taken = u16::try_from(width(label)).unwrap_or(0).min(line.width);
    let line = Rect { x: line.x + taken, width: line.width - taken, ..line };
    field::draw(&palette.typed, Style::new(), frame, line);
    let area = Rect { y: inner.y + 2, height: inner.height - 2, ..inner };
    if palette.rows.is_empty() {
        let words = words::screen::no_command(palette.typed.text().trim());
        frame.render_widget(
            Line::from(Span::styled(cut(&words, columns), theme.muted())),
            Rect { height: 1, ..area },
        );
        return;
    }
    let room = usize::from(area.height);
    let top = scrolled(palette.top, palette.at, room, palette.rows.len());
    more(top > 0, top + room < palette.rows.len(), theme, frame, whole);
    let titles = palette.rows.iter().map(|row| width(row.title())).max().unwrap_or(0).min(columns / 2);
    // Of a sentence that begins only, nothing can be read: the names have the room then, and what the marked one does, or
    // why not, stands above them.
    let narrow = columns < titles + KEYS + SENTENCE;
    let titles = if narrow { columns.saturating_sub(KEYS + 5) } else { titles };
    if let Some(row) = palette.rows.get(palette.at).filter(|_| narrow) {
        let said = Line::from(Span::styled(cut(&said(row), columns), theme.muted()));
        frame.render_widget(said, Rect { y: inner.y + 1, height: 1, ..inner });
    }
    for (y, (at, row)) in (area.y..area.bottom()).zip(palette.rows.iter().enumerate().skip(top)) {
        let place = Rect { y, height: 1, ..area };
        frame.render_widget(command_line(row, at == palette.at, theme, titles, columns), place);
        on(seen, place, Region::Layer, Click::Mark(at.cast_signed() - palette.at.cast_signed()));
        if at == palette.at {
            frame.buffer_mut().set_style(place, theme.chosen(true));
            seen.drawn.marked = Some((place.x, place.y));
        }
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (area.height, top);
}

/// What a command does, or why it cannot run.
fn said(row: &Row) -> String {
    row.may.map_or_else(words::screen::not_now, |()| row.about().to_owned())
}

fn command_line(row: &Row, marked: bool, theme: Theme, titles: usize, columns: usize) -> Line<'static> {
    let plain = theme.tone(Tone::Plain);
    let (keys, title, about) = match (marked, row.may.is_err()) {
        (true, _) => (Style::new(), Style::new(), Style::new()),
        (false, true) => (theme.muted(), theme.muted(), theme.muted()),
        (false, false) => (theme.key(), plain, theme.muted()),
    };
    let text = said(row);
    Line::from(vec![
        Span::raw(if marked { "▸ " } else { "  " }),
        Span::styled(fit(row.spec.way(), KEYS, false), keys),
        Span::raw(" "),
        Span::styled(fit(row.title(), titles, false), title),
        Span::raw("  "),
        Span::styled(cut(&text, columns.saturating_sub(titles + KEYS + 5)), about),
    ])
}
