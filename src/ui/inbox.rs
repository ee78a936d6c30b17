//! What lies in the inbox: the files, and below what would come of the marked one.

use super::document::more;
use super::text::{cut, fit, width, wrap};
use super::{Theme, bar, body, on, padded, scrolled, window};
use crate::app::{Click, Found, Inbox, Region, Seen, Tone};
use crate::words;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The most of the height that the files take.
const FILES: u16 = 3;

/// Draws the inbox over the desk.
pub fn draw(inbox: &Inbox, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let area = body(frame.area());
    let all = inbox.all();
    let title = if all.is_empty() {
        format!(" {} ", words::pairs::inbox())
    } else {
        format!(" {} ", words::pairs::inbox_at(inbox.at + 1, all.len()))
    };
    let inner = padded(window(frame, area, Line::from(Span::styled(title, theme.heading())), theme, true));
    if all.is_empty() {
        let told =
            if inbox.items.is_none() { words::pairs::reading() } else { words::pairs::inbox_is_empty() };
        for (y, line) in (inner.y + 1..inner.bottom()).zip(wrap(told, usize::from(inner.width).min(76))) {
            frame.render_widget(Line::from(line), Rect { y, height: 1, ..inner });
        }
        return;
    }
    let rows = u16::try_from(all.len()).unwrap_or(u16::MAX).min((inner.height / FILES).max(2));
    let files = Rect { height: rows, ..inner };
    draw_files(inbox, theme, frame, (files, area), seen);
    let rule = "─".repeat(usize::from(inner.width));
    let below = files.bottom();
    frame.render_widget(
        Line::from(Span::styled(rule, theme.frame(false))),
        Rect { y: below, height: 1, ..inner },
    );
    let columns = usize::from(inner.width);
    let told = inbox.marked().map(|item| item.told.as_slice()).unwrap_or_default();
    let lines: Vec<Line> = told
        .iter()
        .flat_map(|(text, tone)| {
            wrap(text, columns).into_iter().map(|line| Line::styled(line, theme.tone(*tone)))
        })
        .collect();
    let room = usize::from(inner.bottom().saturating_sub(below + 1));
    let top = inbox.top.min(lines.len().saturating_sub(room));
    more(top > 0, top + room < lines.len(), theme, frame, area);
    for (y, line) in (below + 1..inner.bottom()).zip(lines.into_iter().skip(top)) {
        frame.render_widget(line, Rect { y, height: 1, ..inner });
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (u16::try_from(room).unwrap_or(u16::MAX), top);
}

fn draw_files(
    inbox: &Inbox,
    theme: Theme,
    frame: &mut Frame<'_>,
    (files, area): (Rect, Rect),
    seen: &mut Seen,
) {
    let all = inbox.all();
    let room = usize::from(files.height);
    let top = scrolled(0, inbox.at, room, all.len());
    bar(top, room, all.len(), theme, frame, area);
    let widest = all.iter().skip(top).take(room).map(|item| width(&item.file.name)).max().unwrap_or(0);
    let name = widest.min(usize::from(files.width) * 2 / 5);
    for (y, (at, item)) in (files.y..files.bottom()).zip(all.iter().enumerate().skip(top)) {
        let place = Rect { y, height: 1, ..files };
        let marked = at == inbox.at;
        let (sign, tone) = match item.found {
            Found::Refused => ("×", Tone::Muted),
            Found::Known => ("✓", Tone::Muted),
            Found::Lines(_) | Found::Records(_) if item.doubts > 0 => ("!", Tone::Warning),
            Found::Lines(_) | Found::Records(_) => (" ", Tone::Plain),
        };
        let rest = usize::from(files.width).saturating_sub(name + 6);
        let line = Line::from(vec![
            Span::raw(if marked { "▸ " } else { "  " }),
            Span::styled(format!("{sign} "), theme.tone(tone)),
            Span::raw(fit(&item.file.name, name, false)),
            Span::styled(format!("  {}", cut(&item.summary, rest)), theme.tone(tone)),
        ]);
        frame.render_widget(line, place);
        if marked {
            frame.buffer_mut().set_style(place, theme.chosen(true));
            seen.drawn.marked = Some((place.x, y));
        } else {
            on(seen, place, Region::Layer, Click::Mark(at.cast_signed() - inbox.at.cast_signed()));
        }
    }
}
