//! The full-screen menu of the keyboard: groups in columns, each command with its keys. Under them stands why some cannot run.

use super::text::{cut, fit, width, wrap};
use super::{Theme, body, document, window};
use crate::app::{Drawn, Group, Menu, Row};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The least a column of commands is wide.
const COLUMN: usize = 26;
/// Air between two columns.
const GAP: usize = 1;

/// Draws every command that has a key, with what it is called; grey, with the reason, where it cannot run.
pub fn draw(menu: &Menu, title: &str, theme: Theme, frame: &mut Frame<'_>, drawn: &mut Drawn) {
    let whole = body(frame.area());
    let title = format!(" {} ", cut(title, usize::from(whole.width).saturating_sub(6)));
    let inner = window(frame, whole, Line::from(Span::styled(title, theme.heading())), theme, true);
    let area = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    let (columns, height) = (usize::from(area.width), usize::from(area.height));
    let across = ((columns + GAP) / (COLUMN + GAP)).max(1);
    let wide = (columns + GAP) / across - GAP;
    let all = blocks(&menu.rows, theme, wide);
    let stacks = stacked(&all, across, height);
    let pages = stacks.len().div_ceil(across).max(1);
    let page = menu.page.min(pages - 1);
    let mut low = 0;
    for (at, stack) in stacks.iter().skip(page * across).take(across).enumerate() {
        let x = area.x + u16::try_from(at * (wide + GAP)).unwrap_or(0);
        for (y, line) in stack.iter().enumerate() {
            let place = Rect {
                x,
                y: area.y + u16::try_from(y).unwrap_or(0),
                width: u16::try_from(wide).unwrap_or(0),
                height: 1,
            };
            frame.render_widget(line.clone(), place);
        }
        low = low.max(stack.len());
    }
    reasons(menu, theme, frame, area, low);
    document::more(page > 0, page + 1 < pages, theme, frame, whole);
    (drawn.layer_rows, drawn.layer_top) = (area.height, page);
}

/// Why commands cannot run, where there is room below: those of one reason together.
fn reasons(menu: &Menu, theme: Theme, frame: &mut Frame<'_>, area: Rect, low: usize) {
    let mut found: Vec<(&str, Vec<String>)> = vec![];
    for row in &menu.rows {
        let Err(why) = row.may else { continue };
        let named = format!("{} {}", row.spec.way(), row.spec.title);
        match found.iter_mut().find(|(other, _)| *other == why) {
            Some((_, names)) => names.push(named),
            None => found.push((why, vec![named])),
        }
    }
    let mut y = low + 1;
    for (why, names) in found {
        for line in wrap(&format!("{why}: {}", names.join(", ")), usize::from(area.width)) {
            if y >= usize::from(area.height) {
                return;
            }
            let place = Rect { y: area.y + u16::try_from(y).unwrap_or(0), height: 1, ..area };
            frame.render_widget(Line::from(Span::styled(line, theme.muted())), place);
            y += 1;
        }
    }
}

/// The groups, each a heading with its commands.
fn blocks(rows: &[Row], theme: Theme, wide: usize) -> Vec<Vec<Line<'static>>> {
    let mut blocks: Vec<Vec<Line<'static>>> = vec![];
    let mut group: Option<Group> = None;
    for row in rows {
        if group != Some(row.spec.group) {
            group = Some(row.spec.group);
            blocks.push(vec![Line::from(Span::styled(row.spec.group.title(), theme.heading()))]);
        }
        if let Some(block) = blocks.last_mut() {
            block.push(command(row, theme, wide));
        }
    }
    blocks
}

/// A key and what it does.
fn command(row: &Row, theme: Theme, wide: usize) -> Line<'static> {
    const KEYS: usize = 9;
    let (key, text) = match row.may {
        Ok(()) => (theme.key(), theme.tone(crate::app::Tone::Plain)),
        Err(_) => (theme.muted(), theme.muted()),
    };
    let room = wide.saturating_sub(KEYS + 1);
    Line::from(vec![
        Span::styled(fit(row.spec.way(), KEYS, false), key),
        Span::raw(" "),
        Span::styled(cut(row.spec.title, room), text),
    ])
}

/// Stacks the groups into columns of a screen: as low as so many columns can be, so that there is room for reasons below.
fn stacked(blocks: &[Vec<Line<'static>>], across: usize, most: usize) -> Vec<Vec<Line<'static>>> {
    let all: usize = blocks.iter().map(|block| block.len() + 1).sum();
    let lowest = all.div_ceil(across).clamp(1, most.max(1));
    let heights = lowest..=most.max(1);
    heights
        .clone()
        .map(|h| stack(blocks, h))
        .find(|stacks| stacks.len() <= across)
        .unwrap_or_else(|| stack(blocks, most.max(1)))
}

/// Stacks the groups into columns of this height; a group goes on in the next one, but no heading stands alone.
fn stack(blocks: &[Vec<Line<'static>>], height: usize) -> Vec<Vec<Line<'static>>> {
    let mut stacks: Vec<Vec<Line<'static>>> = vec![vec![]];
    for block in blocks {
        for (at, line) in block.iter().enumerate() {
            let Some(last) = stacks.last_mut() else { continue };
            let air = usize::from(at == 0 && !last.is_empty());
            let needs = if at == 0 { air + 2 } else { 1 };
            if last.len() + needs > height {
                stacks.push(vec![line.clone()]);
                continue;
            }
            last.extend((0..air).map(|_| Line::default()));
            last.push(line.clone());
        }
    }
    stacks
}

/// How wide a text is that says what can be added, and on how many lines it stands: for the strip.
pub fn strip(rows: &[Row], theme: Theme, columns: usize) -> Vec<Line<'static>> {
    let mut lines = vec![Line::default()];
    let mut used = 0;
    for row in rows {
        let key = row.spec.letter.map_or("", |letter| letter.key);
        let wide = width(key) + width(row.spec.title) + 4;
        if used > 0 && used + wide > columns {
            lines.push(Line::default());
            used = 0;
        }
        let (key_style, text) = match row.may {
            Ok(()) => (theme.key(), theme.tone(crate::app::Tone::Plain)),
            Err(_) => (theme.muted(), theme.muted()),
        };
        if let Some(line) = lines.last_mut() {
            line.push_span(Span::styled(format!(" {key} "), key_style));
            line.push_span(Span::styled(format!("{}  ", row.spec.title), text));
        }
        used += wide;
    }
    lines
}

/// Draws the strip of what can be added, over the last lines of the desk.
pub fn draw_strip(rows: &[Row], theme: Theme, frame: &mut Frame<'_>) {
    let whole = body(frame.area());
    let lines = strip(rows, theme, usize::from(whole.width.saturating_sub(4)));
    let high = u16::try_from(lines.len() + 2).unwrap_or(whole.height).min(whole.height);
    let area = Rect { y: whole.bottom() - high, height: high, ..whole };
    let inner = window(frame, area, Line::from(Span::styled(" Add ", theme.heading())), theme, true);
    for (y, line) in (inner.y..inner.bottom()).zip(lines) {
        frame
            .render_widget(line, Rect { x: inner.x + 1, y, width: inner.width.saturating_sub(2), height: 1 });
    }
}
