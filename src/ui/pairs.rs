//! What is likely in the book twice: a pair beside another, and what tells it.

use super::text::{cut, fit, width, wrap};
use super::{Theme, bar, body, on, padded, scrolled, window};
use crate::app::{Click, Model, Pairs, Region, Seen, Tone};
use crate::domain::Kind;
use crate::domain::derive::alike::Pair;
use crate::words;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// From this width on what tells a pair stands beside it, else below.
const BESIDE: u16 = 100;

/// Draws the list over the desk.
pub fn draw(model: &Model, pairs: &Pairs, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let area = body(frame.area());
    let title = if pairs.rows.is_empty() {
        format!(" {} ", words::pairs::duplicates())
    } else {
        format!(" {} ", words::pairs::duplicates_at(pairs.at + 1, pairs.rows.len()))
    };
    let inner = padded(window(frame, area, Line::from(Span::styled(title, theme.heading())), theme, true));
    if pairs.rows.is_empty() {
        let none = words::pairs::no_duplicates();
        for (y, line) in (inner.y + 1..inner.bottom()).zip(wrap(none, usize::from(inner.width).min(76))) {
            frame.render_widget(Line::from(line), Rect { y, height: 1, ..inner });
        }
        return;
    }
    let tall = if inner.width >= BESIDE { 1 } else { 2 };
    let room = usize::from(inner.height / tall);
    let top = scrolled(pairs.top, pairs.at, room, pairs.rows.len());
    bar(top, room, pairs.rows.len(), theme, frame, area);
    let in_sight = pairs.rows.iter().skip(top).take(room);
    let names = in_sight.flat_map(|pair| Pairs::names(model.ctx(), pair));
    let name = names.map(|name| width(&name)).max().unwrap_or(0) + 2;
    for (nth, (at, pair)) in pairs.rows.iter().enumerate().skip(top).take(room).enumerate() {
        let y = inner.y + u16::try_from(nth).unwrap_or(0) * tall;
        let marked = at == pairs.at;
        for (y, line) in (y..).zip(lines(model, pair, (marked, name), theme, usize::from(inner.width))) {
            frame.render_widget(line, Rect { y, height: 1, ..inner });
        }
        let place = Rect { y, height: tall, ..inner };
        on(seen, place, Region::Layer, Click::Mark(at.cast_signed() - pairs.at.cast_signed()));
        if marked {
            frame.buffer_mut().set_style(place, theme.chosen(true));
            seen.drawn.marked = Some((inner.x, y));
        }
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (u16::try_from(room).unwrap_or(u16::MAX), top);
}

/// The names of a pair, each in a column that is as wide as the names in sight ask for, and what tells the pair.
fn lines(
    model: &Model,
    pair: &Pair,
    (marked, widest): (bool, usize),
    theme: Theme,
    columns: usize,
) -> Vec<Line<'static>> {
    let sign = if pair.one.kind == Kind::Client { Kind::Client.sign() } else { Kind::Contact.sign() };
    let mark = if marked { "▸ " } else { "  " };
    let room = columns.saturating_sub(4);
    let beside = columns >= usize::from(BESIDE);
    let name = if beside { widest.min(room / 3) } else { room / 2 };
    let [one, other] = Pairs::names(model.ctx(), pair).map(|text| fit(&text, name.saturating_sub(2), false));
    let mut line = Line::from(vec![
        Span::raw(mark),
        Span::styled(format!("{} ", sign.sign), theme.muted()),
        Span::raw(format!("{one}  {other}")),
    ]);
    let why = Pairs::why(pair);
    if beside {
        let left = room.saturating_sub(2 * name);
        line.push_span(Span::styled(
            format!("  {}", cut(&why, left.saturating_sub(2))),
            theme.tone(Tone::Muted),
        ));
        return vec![line];
    }
    vec![line, Line::from(Span::styled(format!("    {}", cut(&why, room)), theme.tone(Tone::Muted)))]
}
