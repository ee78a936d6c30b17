//! The box that asks which file is to come in, with those that may be meant below.

use super::text::{cut, fit, width, wrap};
use super::{Theme, bar, body, field, on, padded, scrolled, window};
use crate::app::{Click, FileFound, FromFile, Model, Region, Seen, Tone};
use crate::domain::Moment;
use crate::domain::text::clean;
use crate::words::{dates, importing as said};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Lines that say what can come in.
const ABOUT: usize = 3;

/// Draws the name that is typed, what can come in, and the files that may be meant.
pub fn draw(model: &Model, from: &FromFile, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let area = body(frame.area());
    let title = Line::from(Span::styled(format!(" {} ", said::which_file()), theme.heading()));
    let inner = padded(window(frame, area, title, theme, true));
    if inner.height == 0 {
        return;
    }
    let typed = Rect { height: 1, ..inner };
    field::draw(&from.typed, Style::new().add_modifier(Modifier::UNDERLINED), frame, typed);
    let is_none = from.found.as_ref().is_some_and(Vec::is_empty);
    let about = if is_none && !from.typed.is_empty() { said::no_such_file() } else { said::what_can_come() };
    let about: Vec<String> = wrap(about, usize::from(inner.width)).into_iter().take(ABOUT).collect();
    let below = inner.y + 1 + u16::try_from(about.len()).unwrap_or(0);
    for (y, line) in (inner.y + 1..inner.bottom()).zip(about) {
        let tone = if is_none { Tone::Warning } else { Tone::Muted };
        frame.render_widget(Line::styled(line, theme.tone(tone)), Rect { y, height: 1, ..inner });
    }
    let top = (below + 1).min(inner.bottom());
    let list = Rect { y: top, height: inner.bottom() - top, ..inner };
    draw_found(model, from, theme, frame, (list, area), seen);
}

fn draw_found(
    model: &Model,
    from: &FromFile,
    theme: Theme,
    frame: &mut Frame<'_>,
    (list, area): (Rect, Rect),
    seen: &mut Seen,
) {
    let all = from.all();
    let room = usize::from(list.height);
    let top = scrolled(from.top, from.at, room, all.len());
    bar(top, room, all.len(), theme, frame, area);
    let now = model.data.now;
    let today = now.date();
    let told = |written_ms: i64| dates::ago(Moment { utc_ms: written_ms, ..now }.date(), today);
    let in_sight = || all.iter().enumerate().skip(top).take(room);
    let when = in_sight().map(|(_, found)| width(&said_of(found, &told))).max().unwrap_or(0);
    let name = usize::from(list.width).saturating_sub(when + 4);
    for (y, (at, found)) in (list.y..list.bottom()).zip(in_sight()) {
        let place = Rect { y, height: 1, ..list };
        let marked = at == from.at;
        let said = said_of(found, &told);
        // Of a long path the end tells the files apart.
        let path = from_end(&clean(&found.path), name);
        frame.render_widget(
            Line::from(vec![
                Span::raw(if marked { "▸ " } else { "  " }),
                Span::raw(fit(&path, name, false)),
                Span::styled(format!("  {}", cut(&said, when)), theme.muted()),
            ]),
            place,
        );
        if marked {
            frame.buffer_mut().set_style(place, theme.chosen(true));
            seen.drawn.marked = Some((place.x, y));
        }
        on(seen, place, Region::Layer, Click::Mark(at.cast_signed() - from.at.cast_signed()));
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (list.height, top);
}

/// What stands behind a file: when it was written, or that it is a folder.
fn said_of(found: &FileFound, told: &dyn Fn(i64) -> String) -> String {
    match (found.is_mail, found.is_folder) {
        (true, _) => said::folder_of_mail().to_owned(),
        (false, true) => said::folder().to_owned(),
        (false, false) => told(found.written_ms),
    }
}

/// The end of a text that has room in so many columns, with a sign that there is more before it.
fn from_end(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut out: Vec<char> = vec![];
    let mut wide = 1;
    for c in text.chars().rev() {
        wide += width(c.encode_utf8(&mut [0; 4]));
        if wide > columns {
            break;
        }
        out.push(c);
    }
    std::iter::once('…').chain(out.into_iter().rev()).collect()
}
