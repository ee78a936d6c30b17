//! The desk: header, list and record side by side or one at a time, footer.

use super::keys::{self, key_of};
use super::text::{cut, cut_with, width};
use super::{Theme, WIDE, body, document, list, on, part};
use crate::app::{Click, DeskCommand, Layer, Loading, Model, Pane, Region, Seen, Tone};
use crate::domain::text::clean;
use crate::words::{self, dates};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

/// The least a record beside a list has, in columns of the screen, and a list, in per cent of it.
const LEAST_RECORD: u16 = 44;
const LEAST_SHARE: u16 = 36;
/// So wide, a record says its titles and sentences whole, or nearly so.
const FULL_RECORD: u16 = 90;

/// Draws header and panes. The list has what its rows need, which stays the same while one steps, and the record the rest.
pub fn draw(model: &Model, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let area = frame.area();
    header(model, theme, frame, Rect { height: 1, ..area }, seen);
    let body = body(area);
    if model.screen.has_card() {
        document::draw_card(model, theme, frame, body, seen);
    } else if area.width >= WIDE && !model.screen.alone && !model.data.book.is_empty() {
        let browse = model.screen.browse();
        let most = (body.width * browse.pane.spec().share / 100).min(body.width - LEAST_RECORD);
        // A picture in the list takes nothing from a record that could use it.
        let drawn = most.min(body.width.saturating_sub(FULL_RECORD));
        let wide = list::wanted(browse, drawn).clamp(body.width * LEAST_SHARE / 100, most);
        // A form stands in the place of the record, and the list beside it is seen whole.
        let form = model.screen.layers.iter().any(|layer| matches!(layer, Layer::Form(_)));
        let beside = body.width.saturating_sub(super::form::COLUMNS);
        let wide = if form && beside >= super::form::LIST { wide.min(beside) } else { wide };
        let [left, right] = Layout::horizontal([Constraint::Length(wide), Constraint::Fill(1)]).areas(body);
        list::draw(model, theme, frame, left, seen);
        document::draw_beside(model, theme, frame, right, seen);
        seen.drawn.beside = Some([right.x, right.y, right.width, right.height]);
    } else if model.screen.is_reading() {
        document::draw_beside(model, theme, frame, body, seen);
    } else {
        list::draw(model, theme, frame, body, seen);
    }
}

/// Name of the program, panes with their keys, whether everything is saved, today.
fn header(model: &Model, theme: Theme, frame: &mut Frame<'_>, area: Rect, seen: &mut Seen) {
    let columns = usize::from(area.width);
    let narrow = columns < 120;
    let (state, tone) = saving(model, narrow);
    let date = model.data.now.date();
    let full = |gap: usize| -> usize {
        Pane::ALL.iter().map(|p| width(p.title()) + width(key_of(DeskCommand::to(*p))) + 2 + gap).sum()
    };
    let name = " Syndeo  ";
    let used = if narrow { 0 } else { width(name) };
    // The names of the panes have the room before the day.
    let today = format!("   {} {}", dates::weekday(date), dates::day(date));
    let fits = full(1) + used + width(&state) + width(&today) < columns;
    let today = if fits { today } else { String::new() };
    let right = [Span::styled(state.clone(), theme.tone(tone)), Span::raw(format!("{today} "))];
    let right_width = width(&state) + width(&today) + 1;
    let mut left = Line::default();
    if !narrow {
        left.push_span(Span::styled(name, theme.heading()));
    }
    // All panes are always there: where their names have no room, those that are closed are cut to their beginnings.
    let room = columns.saturating_sub(used + right_width);
    let (gap, most) = [(2, 20), (1, 20)].into_iter().find(|(gap, _)| full(*gap) <= room).unwrap_or((1, 3));
    for pane in Pane::ALL {
        let title = pane.title();
        let open = pane == model.screen.pane;
        let shown = if open { title.to_owned() } else { cut_with(title, most, "") };
        let style =
            if open { theme.heading().add_modifier(Modifier::UNDERLINED) } else { theme.tone(Tone::Plain) };
        let from = left.width();
        left.push_span(Span::styled(format!(" {} ", key_of(DeskCommand::to(pane))), theme.key()));
        left.push_span(Span::styled(shown, style));
        let click = Click::Run(DeskCommand::to(pane).into());
        on(seen, part(area, from, left.width() - from), Region::Bar, click);
        left.push_span(Span::raw(" ".repeat(gap)));
    }
    frame.render_widget(left, area);
    let x = area.x + u16::try_from(columns.saturating_sub(right_width)).unwrap_or(0);
    frame.render_widget(Line::from(right.to_vec()), Rect { x, width: area.right() - x, ..area });
}

/// Whether everything is saved. In a narrow window the mark alone tells that all is well, and the panes have the room.
fn saving(model: &Model, narrow: bool) -> (String, Tone) {
    if model.session.saving.stuck.is_some() {
        (words::screen::not_saved(words::whole(model.session.saving.waiting.len())), Tone::Alarm)
    } else if !model.session.saving.waiting.is_empty() {
        (words::screen::saving().into(), Tone::Muted)
    } else if model.session.read_only.is_some() {
        (words::screen::read_only().into(), Tone::Warning)
    } else if model.data.loading == Loading::Reading {
        (words::screen::reading_detail().into(), Tone::Muted)
    } else {
        (if narrow { "✓" } else { words::screen::saved() }.into(), Tone::Good)
    }
}

/// Columns of three keys with what they do.
const THREE_KEYS: usize = 33;

/// Columns between what was said and the keys.
const GAP: usize = 2;

/// The last line: what was just said, the filter being typed, or what the keys do here.
pub fn draw_footer(model: &Model, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let area = frame.area();
    let line = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    let columns = usize::from(area.width);
    frame.render_widget(ratatui::widgets::Clear, line);
    let text = match &model.session.notice {
        Some(notice) => {
            // Where there is no room for all, the words give way, and not the keys that are struck next: of what is new, those
            // that work on it.
            let next = keys::next(notice.next, theme);
            let least = if notice.is_new { (columns * 4 / 9).min(THREE_KEYS) } else { 0 };
            let room = columns.saturating_sub(next.width() + GAP + least).max(columns / 4);
            let words = cut(&format!(" {}", clean(&notice.words)), room);
            let used = width(&words) + next.width() + GAP;
            let mut said = keys::Hints::of(Span::styled(words, theme.tone(notice.tone)));
            said.add(next);
            if used + 20 < columns && !matches!(model.screen.layers.last(), Some(Layer::Dialog(_))) {
                said.line.push_span(Span::raw(" ".repeat(GAP)));
                said.add(keys::footer(model, columns - used, theme));
            }
            said
        }
        None => keys::footer(model, columns, theme),
    };
    on(seen, line, Region::Bar, Click::Nothing);
    for (from, wide, command) in text.places {
        on(seen, part(line, from, wide), Region::Bar, Click::Run(command));
    }
    let text = text.line;
    frame.render_widget(text, line);
}
