//! A line being captured, and below it what was understood and what is doubtful.

use super::text::{cut, fit, width, wrap};
use super::{Theme, body, field, on, padded, window};
use crate::app::{Capture, Click, Model, Region, Seen, Tone, Understood};
use crate::words;
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Draws the line, the names it may go on with, and the reading.
pub fn draw(model: &Model, capture: &Capture, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let body = body(frame.area());
    let area = body.centered(Constraint::Max(110), Constraint::Max(20));
    let title = Line::from(Span::styled(format!(" {} ", words::screen::capture()), theme.heading()));
    let inner = window(frame, area, title, theme, true);
    let inner = padded(inner);
    let columns = usize::from(inner.width);
    let understood = capture.understood(model.ctx());
    typed(capture, &understood, theme, frame, Rect { height: 1, ..inner });
    let mut lines = offers(model, capture, theme, columns);
    let offered = lines.len();
    if capture.asked {
        lines.extend(question(&understood, theme, columns));
    }
    if !lines.is_empty() {
        lines.push((Line::default(), false));
    }
    let empty = capture.typed.text().trim().is_empty();
    let rest = if empty { example(theme, columns) } else { told(capture, &understood, theme, columns) };
    lines.extend(rest.into_iter().map(|l| (l, false)));
    for (nth, (y, (line, marked))) in (inner.y + 2..inner.bottom()).zip(lines).enumerate() {
        let place = Rect { y, height: 1, ..inner };
        frame.render_widget(line, place);
        if nth < offered {
            on(seen, place, Region::Layer, Click::Mark(nth.cast_signed() - capture.at.cast_signed()));
        }
        if marked {
            frame.buffer_mut().set_style(place, theme.chosen(true));
        }
    }
}

/// The line itself, behind a grey word for where one stands when it takes something from there.
fn typed(capture: &Capture, understood: &Understood, theme: Theme, frame: &mut Frame<'_>, area: Rect) {
    let here = cut(&understood.here, usize::from(area.width / 3));
    let used = u16::try_from(width(&here)).unwrap_or(0);
    let used = if used > 0 { used + 1 } else { 0 };
    frame.render_widget(Line::from(Span::styled(here, theme.muted())), area);
    let area = Rect { x: area.x + used, width: area.width - used, ..area };
    field::draw(&capture.typed, Style::new(), frame, area);
    // What was understood has the colour of what can be opened; what may be wrong is underlined as well.
    let unsure = understood.doubtful.iter().map(|words| (words, true));
    for (words, is_doubtful) in understood.spans.iter().map(|(words, doubt)| (words, *doubt)).chain(unsure) {
        let look = if is_doubtful { doubtful(theme) } else { theme.accent() };
        field::mark(&capture.typed, words, look, frame, area);
    }
    if let Some(words) = understood.doubtful.as_ref().filter(|_| capture.asked) {
        field::mark(&capture.typed, words, theme.chosen(true), frame, area);
    }
}

/// Words that may have been understood wrongly.
fn doubtful(theme: Theme) -> Style {
    theme.tone(Tone::Warning).add_modifier(Modifier::UNDERLINED)
}

fn offers(model: &Model, capture: &Capture, theme: Theme, columns: usize) -> Vec<(Line<'static>, bool)> {
    let row = |(i, offer): (usize, String)| {
        let marked = i == capture.at;
        let text = format!("{}{}", if marked { "▸ " } else { "  " }, cut(&offer, columns.saturating_sub(2)));
        (Line::from(Span::styled(text, if marked { Style::new() } else { theme.muted() })), marked)
    };
    capture.offered(model.ctx()).into_iter().enumerate().map(row).collect()
}

/// The first doubt in full, and how to go on.
fn question(understood: &Understood, theme: Theme, columns: usize) -> Vec<(Line<'static>, bool)> {
    let Some(first) = understood.doubts.first() else { return vec![] };
    let on = words::screen::go_on(understood.doubts.len() - 1);
    let asked = wrap(first, columns).into_iter().map(|l| (Line::from(l), true));
    let on = wrap(&on, columns).into_iter().map(|l| (Line::from(Span::styled(l, theme.muted())), false));
    asked.chain(on).collect()
}

fn example(theme: Theme, columns: usize) -> Vec<Line<'static>> {
    let lines = [words::screen::for_example(), words::screen::example()];
    let lines = lines.into_iter().flat_map(|line| wrap(line, columns));
    lines.map(|line| Line::from(Span::styled(line, theme.muted()))).collect()
}

fn told(capture: &Capture, understood: &Understood, theme: Theme, columns: usize) -> Vec<Line<'static>> {
    const LABEL: usize = 12;
    let row = |label: &str, text: &str, style: Style| {
        Line::from(vec![
            Span::styled(fit(label, LABEL, false), theme.muted()),
            Span::styled(cut(text, columns.saturating_sub(LABEL)), style),
        ])
    };
    let mut out = vec![
        row(words::screen::becomes(), &understood.becomes, theme.accent()),
        row(words::screen::title(), &understood.title, theme.tone(Tone::Plain)),
    ];
    out.extend(understood.parts.iter().map(|(kind, part, tone)| row(kind, part, theme.tone(*tone))));
    let mut doubts = understood.doubts.clone();
    doubts.dedup();
    // The first one stands above when it was asked.
    for doubt in doubts.iter().skip(usize::from(capture.asked)) {
        let lines = wrap(doubt, columns.saturating_sub(LABEL).max(1));
        let labels = std::iter::once(words::screen::doubtful()).chain(std::iter::repeat(""));
        out.extend(labels.zip(lines).map(|(label, l)| row(label, &l, theme.tone(Tone::Warning))));
    }
    out
}
