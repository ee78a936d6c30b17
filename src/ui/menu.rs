//! The full-screen menu of the keyboard: groups in columns, each command with its keys. Under them stands why some cannot run.

use super::keys::key_of;
use super::text::{cut, fit, width, wrap};
use super::{Theme, body, document, on, padded, part, window};
use crate::app::{
    COMMANDS, Click, Command, Common, DeskCommand, Group, Letters, Menu, Model, Region, Row, Scope, Seen,
    Strip, Tone,
};
use crate::domain::text::clean;
use crate::words::{self, Of};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The least a column of commands is wide, where the window has no room for all of them otherwise.
const COLUMN: usize = 25;
/// Air between two columns.
const GAP: usize = 1;
/// The same where there is room.
const WIDE_GAP: usize = 3;

/// Draws every command that has a key, with what it is called; grey, with the reason, where it cannot run.
pub fn draw(menu: &Menu, title: &str, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let whole = body(frame.area());
    let title = format!(" {} ", cut(title, usize::from(whole.width).saturating_sub(6)));
    let inner = window(frame, whole, Line::from(Span::styled(title, theme.heading())), theme, true);
    let area = padded(inner);
    let (columns, height) = (usize::from(area.width), usize::from(area.height));
    let all = blocks(&menu.rows);
    let Laid { stacks, across, wide, gap } = laid(&all, columns, height);
    let pages = stacks.len().div_ceil(across).max(1);
    let page = menu.page.min(pages - 1);
    let mut low = 0;
    for (at, stack) in stacks.iter().skip(page * across).take(across).enumerate() {
        let x = area.x + u16::try_from(at * (wide + gap)).unwrap_or(0);
        let keys = stack.iter().map(Entry::keys).max().unwrap_or(0);
        for (y, entry) in (area.y..area.bottom()).zip(stack) {
            let place = Rect { x, y, width: u16::try_from(wide).unwrap_or(0), height: 1 };
            frame.render_widget(entry.line(theme, keys, wide), place);
            if let Entry::Command(row) = entry {
                on(seen, place, Region::Layer, Click::Run(row.spec.command));
            }
        }
        low = low.max(stack.len());
    }
    reasons(menu, theme, frame, area, low);
    if pages > 1 {
        let turn = COMMANDS.iter().find(|s| s.scope == Scope::Menu && s.command == Common::PageDown.into());
        let key = turn.and_then(|s| s.keys.last()).copied().unwrap_or_default();
        let more = words::screen::more();
        document::edge(&format!(" {key} ▾ {more} · {}/{pages} ", page + 1), theme, frame, whole);
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (area.height, page);
}

/// Why commands cannot run, where there is room below: those of one reason together.
fn reasons(menu: &Menu, theme: Theme, frame: &mut Frame<'_>, area: Rect, low: usize) {
    let mut found: Vec<(&str, Vec<String>)> = vec![];
    for row in &menu.rows {
        let Err(why) = row.may else { continue };
        let named = format!("{} {}", row.spec.way(), row.title());
        match found.iter_mut().find(|(other, _)| *other == why) {
            Some((_, all)) => all.push(named),
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

/// A line of the menu.
#[derive(Clone, Copy)]
enum Entry<'a> {
    Air,
    Heading(Group),
    Command(&'a Row),
}

impl Entry<'_> {
    /// How wide its keys are.
    fn keys(&self) -> usize {
        if let Entry::Command(row) = self { width(row.spec.way()) } else { 0 }
    }

    fn line(self, theme: Theme, keys: usize, wide: usize) -> Line<'static> {
        match self {
            Entry::Air => Line::default(),
            Entry::Heading(group) => {
                Line::from(Span::styled(words::label(Of::Menu, group.title()), theme.heading()))
            }
            Entry::Command(row) => {
                let (key, text) = looks(row, theme);
                Line::from(vec![
                    Span::styled(fit(row.spec.way(), keys, false), key),
                    Span::raw("  "),
                    Span::styled(cut(row.title(), wide.saturating_sub(keys + 2)), text),
                ])
            }
        }
    }
}

/// The rows of each group.
pub(super) fn groups(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    rows.chunk_by(|one, next| one.spec.group == next.spec.group)
}

/// How a key and what it does look: grey, when it cannot run.
pub(super) fn looks(row: &Row, theme: Theme) -> (Style, Style) {
    match row.may {
        Ok(()) => (theme.key(), theme.tone(Tone::Plain)),
        Err(_) => (theme.muted(), theme.muted()),
    }
}

/// The groups, each a heading with its commands.
fn blocks<'a>(rows: &'a [Row]) -> Vec<Vec<Entry<'a>>> {
    let block = |rows: &'a [Row]| {
        let heading = rows.first().map(|row| Entry::Heading(row.spec.group));
        heading.into_iter().chain(rows.iter().map(Entry::Command)).collect()
    };
    groups(rows).map(block).collect()
}

/// The columns of the menu.
struct Laid<'a> {
    stacks: Vec<Vec<Entry<'a>>>,
    /// How many stand beside each other, how wide each is, and the air between two.
    across: usize,
    wide: usize,
    gap: usize,
}

/// As many columns as have room for what stands in them, where that is enough for all; else as many as can be, in which long
/// names are cut.
fn laid<'a>(blocks: &[Vec<Entry<'a>>], columns: usize, height: usize) -> Laid<'a> {
    let keys = blocks.iter().flatten().map(Entry::keys).max().unwrap_or(0);
    let title = |entry: &Entry<'_>| if let Entry::Command(row) = entry { width(row.title()) } else { 0 };
    let titles = blocks.iter().flatten().map(title).max().unwrap_or(0);
    let of = |least: usize, gap: usize| {
        let across = ((columns + gap) / (least + gap)).max(1);
        let stacks = stacked(blocks, across, height);
        Laid { stacks, across, wide: (columns + gap) / across - gap, gap }
    };
    let roomy = of(keys + 2 + titles, WIDE_GAP);
    if roomy.stacks.len() <= roomy.across { roomy } else { of(COLUMN, GAP) }
}

/// Stacks the groups into columns of a screen: as low as so many columns can be, so that there is room for reasons below.
fn stacked<'a>(blocks: &[Vec<Entry<'a>>], across: usize, most: usize) -> Vec<Vec<Entry<'a>>> {
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
fn stack<'a>(blocks: &[Vec<Entry<'a>>], height: usize) -> Vec<Vec<Entry<'a>>> {
    let mut stacks: Vec<Vec<Entry<'a>>> = vec![vec![]];
    for block in blocks {
        for (at, entry) in block.iter().enumerate() {
            let Some(last) = stacks.last_mut() else { continue };
            let air = usize::from(at == 0 && !last.is_empty());
            let needs = if at == 0 { air + 2 } else { 1 };
            if last.len() + needs > height {
                stacks.push(vec![*entry]);
                continue;
            }
            last.extend((0..air).map(|_| Entry::Air));
            last.push(*entry);
        }
    }
    stacks
}

/// Where a command stands in a line: its first column, its columns.
type Placed = (usize, usize, Command);

/// What can be added, on as many lines as it needs.
fn strip(rows: &[Row], theme: Theme, columns: usize) -> Vec<(Line<'static>, Vec<Placed>)> {
    let mut lines = vec![(Line::default(), vec![])];
    let mut used = 0;
    for row in rows {
        let key = row.spec.letter.map_or("", |letter| letter.key);
        let wide = width(key) + width(row.title()) + 4;
        if used > 0 && used + wide > columns {
            lines.push((Line::default(), vec![]));
            used = 0;
        }
        let (key_style, text) = looks(row, theme);
        if let Some((line, placed)) = lines.last_mut() {
            placed.push((used, wide, row.spec.command));
            line.push_span(Span::styled(format!(" {key} "), key_style));
            line.push_span(Span::styled(format!("{}  ", row.title()), text));
        }
        used += wide;
    }
    lines
}

/// Draws the strip of what a letter leads to, over the last lines of the desk.
pub fn draw_strip(model: &Model, letters: &Strip, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let whole = body(frame.area());
    let lines = strip(&letters.rows, theme, usize::from(whole.width.saturating_sub(4)));
    let high = u16::try_from(lines.len() + 2).unwrap_or(whole.height).min(whole.height);
    let area = Rect { y: whole.bottom() - high, height: high, ..whole };
    let title = match letters.of {
        Letters::Adding => format!(" {} ", words::screen::add()),
        Letters::Going => {
            let key = key_of(DeskCommand::Goto);
            let name = model.screen.detail().of.map(|of| clean(&model.data.book.title(of)).into_owned());
            let name = name.map(|name| format!("· {name} ")).unwrap_or_default();
            cut(&format!(" {key} … {name}"), usize::from(area.width.saturating_sub(4)))
        }
    };
    let inner = window(frame, area, Line::from(Span::styled(title, theme.heading())), theme, true);
    let inner = padded(inner);
    for (y, (line, placed)) in (inner.y..inner.bottom()).zip(lines) {
        let row = Rect { y, height: 1, ..inner };
        frame.render_widget(line, row);
        for (from, wide, command) in placed {
            on(seen, part(row, from, wide), Region::Layer, Click::Run(command));
        }
    }
}
