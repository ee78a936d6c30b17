//! The list of a pane. Only the rows in sight are read.

use super::keys::key_of;
use super::text::{cut, fit, span, width, wrap};
use super::{Theme, columns, field, window};
use crate::app::{Cell, Column, DeskCommand, Drawn, ListPane, Loading, Model, Pane, SortKey};
use crate::domain::Ref;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Rows that stay in sight when the list turns a page.
const KEPT: usize = 2;

/// Draws the open pane's list.
pub fn draw(model: &Model, theme: Theme, frame: &mut Frame<'_>, area: Rect, drawn: &mut Drawn) {
    let browse = model.screen.browse();
    let active = !model.screen.is_reading();
    let inner = window(frame, area, title(browse, theme, usize::from(area.width)), theme, active);
    if inner.height < 2 || inner.width < 4 {
        return;
    }
    let mut rows_area = inner;
    if browse.filtering || !browse.filter.is_empty() {
        filter_line(browse, theme, frame, Rect { height: 1, ..inner });
        rows_area = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    }
    if browse.rows.is_empty() {
        empty(model, frame, rows_area);
        return;
    }
    let columns = places(browse.pane.spec().columns, usize::from(rows_area.width) - 2);
    heading(browse, theme, frame, Rect { height: 1, ..rows_area }, &columns);
    let rows_area = Rect { y: rows_area.y + 1, height: rows_area.height - 1, ..rows_area };
    let room = usize::from(rows_area.height);
    let parts = Parts::of(model);
    let top = parts.turned(drawn.list_top, browse.at, room, browse.rows.len());
    let mut y = rows_area.y;
    let mut shown = 0;
    for (i, id) in browse.rows.iter().enumerate().skip(top) {
        let part = parts.over(i, top);
        if y + u16::from(part.is_some()) >= rows_area.bottom() {
            break;
        }
        if let Some((title, count)) = part {
            frame.render_widget(
                part_line(title, count, theme, rows_area.width),
                Rect { y, height: 1, ..rows_area },
            );
            y += 1;
        }
        let above = i.checked_sub(1).filter(|_| i > top).and_then(|i| browse.rows.get(i));
        let line = row(
            model,
            theme,
            &columns,
            (*id, Some(*id) == browse.chosen),
            repeats(model, above.copied(), *id),
        );
        frame.render_widget(line, Rect { y, height: 1, ..rows_area });
        if Some(*id) == browse.chosen {
            let style = theme.chosen(active);
            frame.buffer_mut().set_style(Rect { y, height: 1, ..rows_area }, style);
            drawn.marked = drawn.marked.or(active.then_some((rows_area.x, y)));
        }
        y += 1;
        shown += 1;
    }
    (drawn.list_rows, drawn.list_top) = (shown, top);
}

/// The parts of a list: their names, and how many rows each has.
struct Parts(Vec<(&'static str, usize)>);

impl Parts {
    /// Of the open list, while its rows stand in their first order.
    fn of(model: &Model) -> Self {
        let browse = model.screen.browse();
        let spec = browse.pane.spec();
        let Some(section) = spec.section.filter(|_| (browse.sort, browse.reverse) == spec.order) else {
            return Self(vec![]);
        };
        let mut parts: Vec<(&'static str, usize)> = vec![];
        for title in browse.rows.iter().filter_map(|id| section(model.ctx(), *id)) {
            match parts.last_mut() {
                Some((last, count)) if *last == title => *count += 1,
                _ => parts.push((title, 1)),
            }
        }
        Self(parts)
    }

    /// What stands over row `i` when `top` is the first one shown: the part that begins there, or goes on from above.
    fn over(&self, i: usize, top: usize) -> Option<(&'static str, usize)> {
        let mut from = 0;
        for (title, count) in &self.0 {
            if i < from + count {
                return (i == from || i == top).then_some((*title, *count));
            }
            from += count;
        }
        None
    }

    /// How many rows have room from `top` on, with what stands over them.
    fn fitting(&self, top: usize, room: usize, all: usize) -> usize {
        let (mut lines, mut rows) = (0, 0);
        for i in top..all {
            lines += 1 + usize::from(self.over(i, top).is_some());
            if lines > room {
                break;
            }
            rows += 1;
        }
        rows
    }

    /// The first row to show. A list that moves by one row at its edge would be drawn whole at every step, which a slow
    /// line feels; so it turns a page, and keeps a few rows in sight.
    fn turned(&self, top: usize, at: usize, room: usize, all: usize) -> usize {
        let kept = KEPT.min(room / 4);
        let shows = |top: usize, row: usize| row < top + self.fitting(top, room, all);
        // The first rows from which on everything down to a row is in sight.
        let from = |row: usize, mut top: usize| {
            while top > 0 && shows(top - 1, row) {
                top -= 1;
            }
            top
        };
        let last = all.saturating_sub(1);
        let full = from(last, last);
        let top = top.min(full);
        if at < top {
            from((at + kept).min(last), at)
        } else if shows(top, at) {
            top
        } else {
            // What stands over the rows may leave no room for those that are kept.
            let top = at.saturating_sub(kept).min(full);
            if shows(top, at) { top } else { at }
        }
    }
}

/// "Mine now 7", the number at the right edge.
fn part_line(title: &str, count: usize, theme: Theme, columns: u16) -> Line<'static> {
    let count = count.to_string();
    let wide = usize::from(columns).saturating_sub(width(&count) + 3);
    Line::from(Span::styled(
        format!("  {} {count}", fit(title, wide.saturating_sub(1), false)),
        theme.heading(),
    ))
}

fn title(browse: &ListPane, theme: Theme, columns: usize) -> Line<'static> {
    let spec = browse.pane.spec();
    let order = spec.columns[browse.sort].title;
    let view = spec.views[browse.view.min(spec.views.len() - 1)].name;
    let turned = if browse.reverse == spec.order.1 { "" } else { " turned" };
    let at = if browse.rows.is_empty() { 0 } else { browse.at + 1 };
    let text = format!(" {} · {view} · by {order}{turned} · {at}/{} ", spec.title, browse.rows.len());
    let short = format!(" {} · {at}/{} ", spec.title, browse.rows.len());
    let shown = if width(&text) + 4 <= columns { text } else { short };
    Line::from(Span::styled(shown, theme.heading()))
}

fn filter_line(browse: &ListPane, theme: Theme, frame: &mut Frame<'_>, area: Rect) {
    let label = " with ";
    let taken = u16::try_from(width(label)).unwrap_or(0).min(area.width);
    frame.render_widget(Line::from(Span::styled(label, theme.key())), area);
    // A column of air before the frame.
    let area = Rect { x: area.x + taken, width: (area.width - taken).saturating_sub(1), ..area };
    if browse.filtering {
        field::draw(&browse.filter, Style::new(), frame, area);
    } else {
        frame.render_widget(Line::from(cut(browse.filter.text(), usize::from(area.width))), area);
    }
}

/// What an empty list says: that it is still being read, that nothing fits, or how the first record gets in.
fn empty(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let browse = model.screen.browse();
    let spec = browse.pane.spec();
    let words = if model.data.loading == Loading::Reading {
        "Reading the book …".to_owned()
    } else if !browse.filter.is_empty() {
        "Nothing here has these words".to_owned()
    } else if model.data.book.is_empty() && browse.pane == Pane::Today {
        let key = key_of(DeskCommand::AddClient);
        format!(
            "Your book is empty. Press {key} to write down the first client, or bring clients in with: syndeo import companies.csv"
        )
    } else if spec.kinds.iter().any(|k| model.data.book.all(*k).next().is_some()) {
        format!("Nothing to show in this view. Press {} for another", key_of(DeskCommand::View))
    } else {
        spec.empty.replace("{}", key_of(DeskCommand::Add))
    };
    let mut texts = vec![words];
    if model.data.book.is_empty() && model.data.loading == Loading::Ready {
        let (menu, quit) = (key_of(DeskCommand::Menu), key_of(DeskCommand::Quit));
        texts.push(String::new());
        texts.push(format!("{menu} shows everything that can be done; {quit} leaves."));
        texts.push("To look around in a full book first, leave and run: syndeo demo".to_owned());
    }
    let columns = usize::from(area.width.saturating_sub(4));
    let lines = texts.iter().flat_map(|t| wrap(t, columns));
    for (y, line) in (area.y + 1..area.bottom()).zip(lines) {
        frame.render_widget(Line::from(format!("  {line}")), Rect { y, height: 1, ..area });
    }
}

/// The columns that have room, with their widths, each with a column of air behind it. Those without a width of their own
/// share what is left.
fn places(all: &'static [Column], room: usize) -> Vec<(&'static Column, usize)> {
    const LEAST: usize = 20;
    let wish = |c: &Column| {
        let (wide, grows) = match usize::from(c.width) {
            0 => (LEAST, Some(usize::MAX)),
            wide => (wide, None),
        };
        columns::Column { wide, least: wide, spare: usize::from(c.spare), grows }
    };
    let wishes: Vec<columns::Column> = all.iter().map(wish).collect();
    let widths = columns::fit(&wishes, 1, room.saturating_sub(1));
    all.iter().zip(widths).filter(|(_, wide)| *wide > 0).collect()
}

fn heading(
    browse: &ListPane,
    theme: Theme,
    frame: &mut Frame<'_>,
    area: Rect,
    columns: &[(&'static Column, usize)],
) {
    let mut line = Line::from(Span::raw("  "));
    for (column, wide) in columns {
        let sorted = std::ptr::eq(*column, &raw const browse.pane.spec().columns[browse.sort]);
        let style = if sorted { theme.accent() } else { theme.muted() };
        let title = if width(column.title) > *wide { "" } else { column.title };
        line.push_span(Span::styled(fit(title, *wide, column.right), style));
        line.push_span(Span::raw(" "));
    }
    frame.render_widget(line, area);
}

/// The column whose word is the one of the row above, where rows that belong together are listed together.
fn repeats(model: &Model, above: Option<Ref>, id: Ref) -> Option<&'static Column> {
    let browse = model.screen.browse();
    let column = &browse.pane.spec().columns[browse.sort];
    let key = |id| column.key.map(|key| key(model.ctx(), id)).filter(|k| matches!(k, SortKey::Group(_)));
    (key(above?)? == key(id)?).then_some(column)
}

fn row(
    model: &Model,
    theme: Theme,
    columns: &[(&'static Column, usize)],
    (id, chosen): (Ref, bool),
    repeated: Option<&'static Column>,
) -> Line<'static> {
    let mut line = Line::from(Span::raw(if chosen { "▸ " } else { "  " }));
    for (column, wide) in columns {
        let mut cell = (column.cell)(model.ctx(), id);
        if repeated.is_some_and(|r| std::ptr::eq(r, *column)) && !cell.text.is_empty() {
            cell = Cell::muted("\"");
        }
        // A reversed row keeps its colours out of the way: the mark in the text says the same.
        let style = if chosen { Style::new() } else { theme.tone(cell.tone) };
        line.push_span(span(&cell, *wide, column.right, style));
        line.push_span(Span::raw(" "));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marked row is in sight wherever it stands, what is in sight stays while it is, and no room is left empty below
    /// while there are rows above.
    #[test]
    fn the_marked_row_is_in_sight() {
        let shapes: [&[usize]; 6] = [&[], &[1], &[1, 1, 1, 1], &[9, 15, 5, 43], &[2, 30, 1], &[12]];
        for counts in shapes {
            let parts = Parts(counts.iter().map(|n| ("part", *n)).collect());
            let all = if counts.is_empty() { 40 } else { counts.iter().sum() };
            for room in 2..30 {
                let fits = |from: usize| parts.fitting(from, room, all);
                for (at, top) in (0..all).flat_map(|at| (0..all + 3).map(move |top| (at, top))) {
                    let first = parts.turned(top, at, room, all);
                    let place = format!("{counts:?} in {room}: {at} from {top} gives {first}");
                    assert!(first <= at && at < first + fits(first), "{place}");
                    if top <= at && at < top + fits(top) && top + fits(top) < all {
                        assert_eq!(first, top, "{place}");
                    }
                    let full = first == 0 || first + fits(first) < all || first - 1 + fits(first - 1) < all;
                    assert!(full, "{place}");
                }
            }
        }
    }
}
