//! The strip that copies or opens, over the last lines of the desk.

use super::keys::key_of;
use super::text::{cut, fit, width};
use super::{Theme, body, on, padded, window};
use crate::app::{Click, Reach, ReachCommand, Region, Seen};
use crate::domain::reach::WayKind;
use crate::words::{self, Of};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::borrow::Cow;

/// Columns of the words before an address at the most, in hundredths of the room.
const LABEL: usize = 40;

/// Draws each way with its number and its letter; under them, where rows are copied, the row.
pub fn draw(reach: &Reach, name: &str, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let whole = body(frame.area());
    let rows = reach.ways.len() + usize::from(!reach.opens);
    let high = u16::try_from(rows + 2).unwrap_or(whole.height).min(whole.height);
    let area = Rect { y: whole.bottom() - high, height: high, ..whole };
    let what = if reach.opens { words::screen::open() } else { words::screen::copy() };
    let title = cut(&format!(" {what} · {name} "), usize::from(area.width.saturating_sub(4)));
    let inner = window(frame, area, Line::from(Span::styled(title, theme.heading())), theme, true);
    let inner = padded(inner);
    let columns = usize::from(inner.width);
    let mut told: Vec<(String, &str, String, &str)> = vec![];
    for (nth, way) in reach.ways.iter().enumerate() {
        let label = match &way.label {
            Cow::Borrowed(label) => words::label(Of::Way, label),
            Cow::Owned(label) => label,
        };
        let label = format!("{} {label}", words::label(Of::Way, way.kind.label()));
        told.push((format!("{} ", nth + 1), key_of(of_kind(way.kind)), label, &way.text));
    }
    if !reach.opens {
        told.push(("  ".into(), key_of(ReachCommand::Row), words::screen::whole_row().to_owned(), ""));
    }
    let label =
        told.iter().map(|(_, _, label, _)| width(label)).max().unwrap_or(0).min(columns * LABEL / 100);
    let lines = told.into_iter().map(|(number, key, name, text)| {
        let room = columns.saturating_sub(label + 7);
        Line::from(vec![
            Span::styled(number, theme.key()),
            Span::styled(format!("{key}  "), theme.key()),
            Span::styled(format!("{}  ", fit(&name, label, false)), theme.muted()),
            Span::raw(cut(text, room)),
        ])
    });
    for (nth, (y, line)) in (inner.y..inner.bottom()).zip(lines).enumerate() {
        let place = Rect { y, height: 1, ..inner };
        frame.render_widget(line, place);
        let is_way = nth < reach.ways.len();
        let click = if is_way { Click::Number(nth + 1) } else { Click::Run(ReachCommand::Row.into()) };
        on(seen, place, Region::Layer, click);
    }
}

const fn of_kind(kind: WayKind) -> ReachCommand {
    match kind {
        WayKind::Phone => ReachCommand::Phone,
        WayKind::Mail => ReachCommand::Mail,
        WayKind::Page => ReachCommand::Page,
        WayKind::File => ReachCommand::File,
    }
}
