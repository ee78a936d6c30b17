//! The help of a screen: what each key does there, in a sentence, and what every sign means.

use super::menu::{groups, looks};
use super::text::{fit, width, wrap};
use super::{Theme, body, document, padded, window};
use crate::app::{Help, Row, Seen, Tone, signs};
use crate::words::{self, Of};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// How wide the signs stand in the legend.
const SIGN: usize = 4;

/// Draws the help from its first line in sight on.
pub fn draw(help: &Help, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let whole = body(frame.area());
    let title = Line::from(Span::styled(format!(" {} ", words::screen::help()), theme.heading()));
    let inner = window(frame, whole, title, theme, true);
    let area = padded(inner);
    let lines = lines(&help.rows, theme, usize::from(area.width));
    let room = usize::from(area.height);
    let top = help.top.min(lines.len().saturating_sub(room));
    document::more(top > 0, top + room < lines.len(), theme, frame, whole);
    for (y, line) in (area.y..area.bottom()).zip(lines.into_iter().skip(top)) {
        frame.render_widget(line, Rect { y, height: 1, ..area });
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (area.height, top);
}

fn lines(rows: &[Row], theme: Theme, columns: usize) -> Vec<Line<'static>> {
    let mut lines = vec![];
    // Keys in a row are told from keys of which each does it.
    let keys_of = |row: &Row| row.spec.ways().map(|way| way.replace(' ', "")).collect::<Vec<_>>().join(" ");
    let wide = rows.iter().map(|row| width(&keys_of(row))).max().unwrap_or(0).min(columns / 3);
    for group in groups(rows) {
        let title = group.first().map_or("", |row| words::label(Of::Menu, row.spec.group.title()));
        lines.push(Line::from(Span::styled(title, theme.heading())));
        for row in group {
            let text = match row.may {
                Ok(()) => row.about().to_owned(),
                Err(why) => format!("{} ({})", row.about(), words::screen::not_now(why)),
            };
            let (key, said) = looks(row, theme);
            // Help is for reading: nothing of it is cut.
            for (at, part) in wrap(&text, columns.saturating_sub(wide + 2)).into_iter().enumerate() {
                let keys = if at == 0 { keys_of(row) } else { String::new() };
                let keys = Span::styled(fit(&keys, wide, false), key);
                lines.push(Line::from(vec![keys, Span::raw("  "), Span::styled(part, said)]));
            }
        }
        lines.push(Line::default());
    }
    lines.push(Line::from(Span::styled(words::screen::signs(), theme.heading())));
    for sign in signs::all() {
        for (at, part) in
            wrap(words::label(Of::Sign, sign.about), columns.saturating_sub(SIGN)).into_iter().enumerate()
        {
            let mark = fit(if at == 0 { sign.sign } else { "" }, SIGN, false);
            lines.push(Line::from(vec![Span::styled(mark, theme.tone(Tone::Plain)), Span::raw(part)]));
        }
    }
    lines
}
