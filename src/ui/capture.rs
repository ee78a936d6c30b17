//! A line being captured, and below it what was understood and what is doubtful.

use super::text::{cut, fit};
use super::{Theme, body, field, window};
use crate::app::{Capture, Model, Tone};
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Draws the line, the names it may go on with, and the reading.
pub fn draw(model: &Model, capture: &Capture, theme: Theme, frame: &mut Frame<'_>) {
    let body = body(frame.area());
    let area = body.centered(Constraint::Max(110), Constraint::Max(20));
    let title = Line::from(Span::styled(" Capture ", theme.heading()));
    let inner = window(frame, area, title, theme, true);
    let inner = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let columns = usize::from(inner.width);
    field::draw(&capture.typed, Style::new(), frame, Rect { height: 1, ..inner });
    let mut lines: Vec<(Line, bool)> = vec![];
    for (i, offer) in capture.offers.iter().enumerate() {
        let marked = i == capture.at;
        let text =
            format!("{}{}", if marked { "▸ " } else { "  " }, cut(&offer.label, columns.saturating_sub(2)));
        lines.push((
            Line::from(Span::styled(text, if marked { Style::new() } else { theme.muted() })),
            marked,
        ));
    }
    if !lines.is_empty() {
        lines.push((Line::default(), false));
    }
    lines.extend(reading(model, capture, theme, columns).into_iter().map(|l| (l, false)));
    for (y, (line, marked)) in (inner.y + 2..inner.bottom()).zip(lines) {
        let place = Rect { y, height: 1, ..inner };
        frame.render_widget(line, place);
        if marked {
            frame.buffer_mut().set_style(place, theme.chosen(true));
        }
    }
}

fn reading(model: &Model, capture: &Capture, theme: Theme, columns: usize) -> Vec<Line<'static>> {
    const LABEL: usize = 12;
    if capture.typed.text().trim().is_empty() {
        let example = "call Aegean Maria: wants the spring banner by fri @design !high +follow-up wed";
        return vec![
            Line::from(Span::styled(cut("Say it as it comes, for example:", columns), theme.muted())),
            Line::from(Span::styled(cut(example, columns), theme.muted())),
        ];
    }
    let reading = capture.reading(model.ctx());
    let row = |label: &str, text: &str, style: Style| {
        Line::from(vec![
            Span::styled(fit(label, LABEL, false), theme.muted()),
            Span::styled(cut(text, columns.saturating_sub(LABEL)), style),
        ])
    };
    let mut out = vec![
        row("becomes", &reading.label(), theme.accent()),
        row("title", &reading.title, theme.tone(Tone::Plain)),
    ];
    for part in reading.parts.iter().filter(|part| !part.what.is_silent()) {
        let tone = if part.doubt.is_some() { Tone::Warning } else { Tone::Plain };
        out.push(row(part.what.word(), part.label.trim_start_matches("@ "), theme.tone(tone)));
    }
    let mut doubts = reading.doubts.clone();
    doubts.dedup();
    for doubt in &doubts {
        out.push(row("? doubtful", doubt, theme.tone(Tone::Warning)));
    }
    out
}
