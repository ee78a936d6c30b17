//! A text to be read.

use super::text::{cut, wrap};
use super::{Theme, body, window};
use crate::app::{Drawn, Reader, Tone};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Draws the text: headings bold, long lines wrapped.
pub fn draw(reader: &Reader, theme: Theme, frame: &mut Frame<'_>, drawn: &mut Drawn) {
    let area = body(frame.area());
    let title = Line::from(Span::styled(format!(" {} ", cut(&reader.title, 60)), theme.heading()));
    let inner = window(frame, area, title, theme, true);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let columns = usize::from(inner.width);
    let lines: Vec<Line> = reader.text.lines().flat_map(|l| styled(l, columns, theme)).collect();
    let room = usize::from(inner.height);
    let top = reader.top.min(lines.len().saturating_sub(room));
    super::sheet::more(top > 0, top + room < lines.len(), theme, frame, area);
    for (y, line) in (inner.y..inner.bottom()).zip(lines.into_iter().skip(top)) {
        frame.render_widget(line, Rect { y, height: 1, ..inner });
    }
    (drawn.layer_rows, drawn.layer_top) = (inner.height, top);
}

fn styled(line: &str, columns: usize, theme: Theme) -> Vec<Line<'static>> {
    if let Some(heading) = line.strip_prefix('#') {
        return vec![Line::from(Span::styled(
            cut(heading.trim_start_matches(['#', ' ']), columns),
            theme.heading(),
        ))];
    }
    // What Markdown makes strong is what needs care.
    let strong = line.contains("**");
    let line = line.replace("**", "");
    let look = if strong { theme.tone(Tone::Alarm) } else { theme.tone(Tone::Plain) };
    let (mark, text) = match line.strip_prefix("- ") {
        Some(text) => ("· ", text),
        None => ("", line.as_str()),
    };
    let mut out = vec![];
    for (i, part) in wrap(text, columns.saturating_sub(mark.len())).into_iter().enumerate() {
        let head = if i == 0 { mark.to_owned() } else { " ".repeat(mark.chars().count()) };
        out.push(Line::from(vec![Span::styled(head, theme.accent()), Span::styled(part, look)]));
    }
    out
}
