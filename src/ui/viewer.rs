//! A text to be read.

use super::text::{cut, wrap};
use super::{Theme, body, padded, window};
use crate::app::{Seen, Tone, Viewer};
use crate::words;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Draws the text: headings bold, long lines wrapped.
pub fn draw(viewer: &Viewer, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let area = body(frame.area());
    let title = Line::from(Span::styled(format!(" {} ", cut(&viewer.title, 60)), theme.heading()));
    let inner = window(frame, area, title, theme, true);
    let inner = padded(inner);
    let columns = usize::from(inner.width);
    let lines: Vec<Line> = match viewer.report {
        Some(_) if viewer.text.is_empty() => {
            vec![Line::from(Span::styled(words::reports::is_written(), theme.tone(Tone::Muted)))]
        }
        Some(_) => report(&viewer.text, columns, theme),
        None => read(&viewer.text, viewer.to.is_some())
            .flat_map(|l| styled(l, viewer.to.is_some(), columns, theme))
            .collect(),
    };
    let room = usize::from(inner.height);
    let top = viewer.top.min(lines.len().saturating_sub(room));
    super::document::more(top > 0, top + room < lines.len(), theme, frame, area);
    for (y, line) in (inner.y..inner.bottom()).zip(lines.into_iter().skip(top)) {
        frame.render_widget(line, Rect { y, height: 1, ..inner });
    }
    seen.drawn.marked = Some((inner.x, inner.y));
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (inner.height, top);
}

/// The lines of a text. The empty one that Markdown has behind a heading says nothing where the heading is bold.
fn read(text: &str, message: bool) -> impl Iterator<Item = &str> {
    let mut after_heading = false;
    text.lines().filter(move |line| {
        let is_spare = after_heading && line.is_empty() && !message;
        after_heading = line.starts_with("##");
        !is_spare
    })
}

/// A report of plain lines: what is underlined is a heading, what begins with `!` needs care.
fn report(text: &str, columns: usize, theme: Theme) -> Vec<Line<'static>> {
    let is_line =
        |line: &str| line.len() > 2 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'));
    let lines: Vec<&str> = text.lines().collect();
    let look = |at: usize, line: &str| match line {
        line if is_line(line) => theme.tone(Tone::Muted),
        line if line.starts_with("! ") => theme.tone(Tone::Alarm),
        _ if at == 0 || lines.get(at + 1).is_some_and(|next| is_line(next)) => theme.heading(),
        _ => theme.tone(Tone::Plain),
    };
    let drawn = lines.iter().enumerate().flat_map(|(at, line)| {
        let look = look(at, line);
        wrap(line, columns).into_iter().map(move |part| Line::from(Span::styled(part, look)))
    });
    drawn.collect()
}

/// A line of Markdown; of a message only the heading is one.
fn styled(line: &str, message: bool, columns: usize, theme: Theme) -> Vec<Line<'static>> {
    // A heading has a blank behind its signs; "#31" is a number.
    let heading = line.trim_start_matches('#');
    if heading.len() < line.len()
        && let Some(heading) = heading.strip_prefix(' ')
    {
        let bold = |part| Line::from(Span::styled(part, theme.heading()));
        let heading = if message { heading.to_owned() } else { unescaped(heading) };
        return wrap(&heading, columns).into_iter().map(bold).collect();
    }
    if message {
        return wrap(line, columns).into_iter().map(Line::from).collect();
    }
    let (mark, text) = match line.strip_prefix("- ") {
        Some(text) => ("· ", text),
        None => ("", line),
    };
    // What Markdown makes strong is what needs care; what it leans is beside the point.
    let within =
        |sign| text.strip_prefix(sign).and_then(|t| t.strip_suffix(sign)).filter(|t: &&str| !t.is_empty());
    let (text, tone) = match (within("**"), within("*")) {
        (Some(strong), _) => (strong, Tone::Alarm),
        (None, Some(lean)) => (lean, Tone::Muted),
        (None, None) => (text, Tone::Plain),
    };
    let look = theme.tone(tone);
    let mut out = vec![];
    for (i, part) in wrap(&unescaped(text), columns.saturating_sub(mark.len())).into_iter().enumerate() {
        let head = if i == 0 { mark.to_owned() } else { " ".repeat(mark.chars().count()) };
        out.push(Line::from(vec![Span::styled(head, theme.accent()), Span::styled(part, look)]));
    }
    out
}

/// Text without the strokes that keep Markdown from reading signs in it.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escape = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        out.extend(if escape { chars.next() } else { Some(c) });
    }
    out
}
