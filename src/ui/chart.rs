//! The bars of a chart, as long as there is room for.

use super::Theme;
use super::text::{span, width};
use crate::app::Bar;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// What a name may take at the most where the bar needs the room, and the least a bar can be read from.
const NAME: usize = 18;
const LEAST: usize = 16;

/// The rows of a chart in so many columns; the marked one is drawn without colours of its own.
pub fn lines(bars: &[&Bar], theme: Theme, columns: usize, marked: Option<usize>) -> Vec<Line<'static>> {
    let widest = |text: fn(&Bar) -> &str| bars.iter().map(|b| width(text(b))).max().unwrap_or(0);
    let mut end = widest(|b| &b.end.text);
    let name = widest(|b| &b.name.text).min((columns / 3).max(NAME));
    // The mark before the row, the sign of the critical chain, and two columns between the parts.
    let rest = |end: usize| columns.saturating_sub(2 + 2 + name + 2 + if end > 0 { end + 2 } else { 0 });
    if rest(end) < LEAST {
        end = 0;
    }
    let long = rest(end).max(1);
    let draw = |(i, bar): (usize, &&Bar)| {
        let chosen = marked == Some(i);
        let look = |tone| if chosen { Style::new() } else { theme.tone(tone) };
        let mut line = Line::from(Span::raw(if chosen { "▸ " } else { "  " }));
        line.push_span(span(&bar.mark, 1, false, look(bar.mark.tone)));
        line.push_span(Span::raw(" "));
        line.push_span(span(&bar.name, name, false, look(bar.name.tone)));
        line.push_span(Span::raw("  "));
        line.push_span(Span::styled(strokes(bar, long), look(bar.name.tone)));
        if end > 0 {
            line.push_span(Span::raw("  "));
            line.push_span(span(&bar.end, end, true, look(bar.end.tone)));
        }
        line
    };
    bars.iter().enumerate().map(draw).collect()
}

fn strokes(bar: &Bar, long: usize) -> String {
    let place = |thousandths: u16| usize::from(thousandths) * (long - 1) / 1000;
    let mut out = vec![' '; long];
    for (from, to, sign) in &bar.strokes {
        for c in out.iter_mut().take(place(*to) + 1).skip(place(*from)) {
            // Today's line crosses a bar, and does not hide it.
            *c = if *sign == '│' && matches!(*c, '━' | '─') { '┿' } else { *sign };
        }
    }
    out.into_iter().collect()
}
