//! From state to cells. Reads the state, never changes it, and says what it drew where.

mod alike;
mod calendar;
mod capture;
mod chart;
pub mod columns;
mod desk;
mod dialog;
mod document;
mod field;
mod form;
mod from_file;
mod help;
mod importing;
mod inbox;
pub mod keys;
mod later;
mod links;
mod list;
mod menu;
mod merging;
mod month;
mod pairs;
mod palette;
mod picker;
mod plain;
mod pushed;
mod reach;
mod suggestions;
pub mod text;
mod theme;
mod viewer;
mod write_to;

pub use theme::{Colours, Theme};

use crate::app::{Click, Drawn, Layer, Model, Place, Region, Seen, Tone};
use crate::words;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::{Block, BorderType, Clear};

/// The smallest screen that is drawn.
pub const LEAST: (u16, u16) = (60, 16);
/// From this width on, list and record stand side by side.
pub const WIDE: u16 = 100;

/// Draws one frame.
pub fn view(model: &Model, theme: Theme, frame: &mut Frame<'_>) -> Seen {
    let area = frame.area();
    let drawn = Drawn {
        list_top: model.screen.drawn.list_top,
        document_top: model.screen.drawn.document_top,
        ..Drawn::default()
    };
    let mut seen = Seen { drawn, places: vec![] };
    if area.width < LEAST.0 || area.height < LEAST.1 {
        let words = words::screen::too_small(LEAST.0, LEAST.1, area.width, area.height);
        for (y, line) in text::wrap(&words, usize::from(area.width)).into_iter().enumerate() {
            let y = u16::try_from(y).unwrap_or(u16::MAX);
            if y < area.height {
                frame.render_widget(Line::from(line), Rect { y: area.y + y, height: 1, ..area });
            }
        }
        return seen;
    }
    desk::draw(model, theme, frame, &mut seen);
    // A card hides what it was opened from.
    let is_card = |layer: &Layer| matches!(layer, Layer::Card(_));
    let over = model.screen.layers.iter().rposition(is_card).map_or(0, |at| at + 1);
    let layers = model.screen.layers.get(over..).unwrap_or_default();
    if layers.iter().any(Layer::is_window) {
        dim(theme, frame);
    }
    for layer in layers {
        if !matches!(layer, Layer::Card(_)) {
            // What lies under it cannot be clicked; the wheel turns the layer, wherever the mouse is.
            seen.places.clear();
            on(&mut seen, area, Region::Layer, Click::Nothing);
        }
        match layer {
            // Cards stand in the place of the desk, and only the topmost is seen.
            Layer::Card(_) => {}
            Layer::Form(form) => form::draw(model, form, theme, frame, &mut seen),
            Layer::Picker(picker) => picker::draw(picker, theme, frame, &mut seen),
            Layer::Later(later) => later::draw(model, later, theme, frame, &mut seen),
            Layer::WriteTo(write_to) => write_to::draw(write_to, theme, frame),
            Layer::Pushed(pushed) => pushed::draw(pushed, theme, frame, &mut seen),
            Layer::Capture(line) => capture::draw(model, line, theme, frame, &mut seen),
            Layer::Viewer(viewer) => viewer::draw(viewer, theme, frame, &mut seen),
            Layer::Month(month) => month::draw(model, month, theme, frame, &mut seen),
            Layer::Inbox(inbox) => inbox::draw(inbox, theme, frame, &mut seen),
            Layer::FromFile(from) => from_file::draw(model, from, theme, frame, &mut seen),
            Layer::Importing(importing) => importing::draw(importing, theme, frame, &mut seen),
            Layer::Pairs(pairs) => pairs::draw(model, pairs, theme, frame, &mut seen),
            Layer::Merging(merging) => merging::draw(model, merging, theme, frame, &mut seen),
            Layer::Menu(menu) => menu::draw(menu, &model.place(), theme, frame, &mut seen),
            Layer::Palette(palette) => palette::draw(palette, theme, frame, &mut seen),
            Layer::Strip(strip) => menu::draw_strip(model, strip, theme, frame, &mut seen),
            Layer::Reach(reach) => {
                reach::draw(reach, &model.ctx().name(reach.target), theme, frame, &mut seen);
            }
            Layer::Help(help) => help::draw(help, theme, frame, &mut seen),
            Layer::Dialog(dialog) => dialog::draw(dialog, theme, frame, &mut seen),
        }
    }
    desk::draw_footer(model, theme, frame, &mut seen);
    if theme.plain {
        plain::make(frame.buffer_mut());
    }
    seen
}

/// Some columns of a row.
fn part(row: Rect, from: usize, wide: usize) -> Rect {
    let columns = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let x = row.x.saturating_add(columns(from)).min(row.right());
    Rect { x, width: columns(wide).min(row.right() - x), ..row }
}

/// Tells what a click on a part of the screen does.
fn on(seen: &mut Seen, area: Rect, of: Region, click: Click) {
    seen.places.push(Place { area: [area.x, area.y, area.width, area.height], of, click });
}

/// Takes the colours from what lies behind a window, so that the window alone speaks.
fn dim(theme: Theme, frame: &mut Frame<'_>) {
    let look = Style::new()
        .fg(Color::Reset)
        .remove_modifier(Modifier::BOLD | Modifier::REVERSED | Modifier::UNDERLINED);
    let area = frame.area();
    frame.buffer_mut().set_style(area, look);
    frame.buffer_mut().set_style(area, theme.muted());
}

/// Says in the right edge of a window which part of `all` lines is in sight; nothing where all are.
fn bar(top: usize, room: usize, all: usize, theme: Theme, frame: &mut Frame<'_>, area: Rect) {
    let track = usize::from(area.height.saturating_sub(2));
    if all <= room || track < 3 || area.width == 0 {
        return;
    }
    let long = (track * room / all).clamp(1, track - 1);
    // The last line is in sight when the bar stands at the end, and only then.
    let places = track - long;
    let from = (top * places).div_ceil((all - room).max(1)).min(places);
    for y in from..from + long {
        let place = (area.right() - 1, area.y + 1 + u16::try_from(y).unwrap_or(0));
        frame.buffer_mut()[place].set_symbol("┃").set_style(theme.tone(Tone::Plain));
    }
}

/// The part of the screen between header and footer.
fn body(area: Rect) -> Rect {
    Rect { y: area.y + 1, height: area.height.saturating_sub(2), ..area }
}

/// An empty frame with a title, over whatever lies below; gives the place inside.
fn window(frame: &mut Frame<'_>, area: Rect, title: Line<'static>, theme: Theme, active: bool) -> Rect {
    // A wide letter that begins before the window would cover its left edge.
    if area.x > 0 {
        for y in area.y..area.bottom().min(frame.area().bottom()) {
            let before = &mut frame.buffer_mut()[(area.x - 1, y)];
            if text::width(before.symbol()) > 1 {
                before.set_symbol(" ");
            }
        }
    }
    frame.render_widget(Clear, area);
    let block =
        Block::bordered().border_type(BorderType::Rounded).border_style(theme.frame(active)).title(title);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    inner
}

/// The place inside a frame, with a column of air at either side.
fn padded(inner: Rect) -> Rect {
    Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }
}

/// The first row to show so that `at` is in sight, moved no further than it must be.
fn scrolled(top: usize, at: usize, room: usize, all: usize) -> usize {
    let top = top.min(all.saturating_sub(room));
    if at < top {
        at
    } else if room > 0 && at >= top + room {
        at + 1 - room
    } else {
        top
    }
}
