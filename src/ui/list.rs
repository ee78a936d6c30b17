//! The list of a pane. Only the rows in sight are read.

use super::keys::key_of;
use super::text::{cut, fit, span, width, wrap};
use super::{Theme, bar, columns, field, on, window};
use crate::app::{
    Cell, Click, Command, DeskCommand, ListColumn, ListPane, Loading, Model, Need, Pane, Part, Parts, Region,
    Seen, SortKey,
};
use crate::domain::{Kind, Ref};
use crate::words::{self, Of};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Rows that stay in sight when the list turns a page.
const KEPT: usize = 2;
/// The mark before a row with its air, and a column of air behind it.
const MARGIN: usize = 3;
/// Air between two columns, where there is room.
const AIR: usize = 2;
/// How far sentences are narrowed before names are.
const LEAST_SENTENCE: usize = 20;
/// A word over a column takes no more room than this from what stands in the others.
const MOST_HEAD: usize = 10;
/// The same for a name that a person gave.
const MOST_NAME: usize = 20;
/// How wide a list of nothing is: its words say what to do.
const EMPTY: usize = 72;

/// Draws the open pane's list.
pub fn draw(model: &Model, theme: Theme, frame: &mut Frame<'_>, area: Rect, seen: &mut Seen) {
    let browse = model.screen.browse();
    let active = !model.screen.is_reading();
    on(seen, area, Region::List, Click::Nothing);
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
    let columns = places(browse, usize::from(rows_area.width).saturating_sub(MARGIN));
    heading(browse, theme, frame, Rect { height: 1, ..rows_area }, &columns);
    let rows_area = Rect { y: rows_area.y + 1, height: rows_area.height - 1, ..rows_area };
    let room = usize::from(rows_area.height);
    let parts = &browse.parts;
    let top = Lines(parts).turned(seen.drawn.list_top, browse.at, room, browse.rows.len());
    let mut y = rows_area.y;
    let mut shown = 0;
    for (i, id) in browse.rows.iter().enumerate().skip(top) {
        let part = parts.over(i, top);
        if y + u16::from(part.is_some()) >= rows_area.bottom() {
            break;
        }
        if let Some(part) = part {
            frame.render_widget(
                part_line(part, false, theme, rows_area.width),
                Rect { y, height: 1, ..rows_area },
            );
            y += 1;
        }
        let chosen = Some(*id) == browse.chosen;
        let above = i.checked_sub(1).filter(|_| i > top).and_then(|i| browse.rows.get(i));
        let line = match parts.at(i).filter(|(part, _)| part.folded) {
            Some((part, _)) => part_line(part, chosen, theme, rows_area.width),
            None => row(model, theme, &columns, (*id, chosen), repeats(model, above.copied(), *id)),
        };
        frame.render_widget(line, Rect { y, height: 1, ..rows_area });
        let below = i.cast_signed() - browse.at.cast_signed();
        on(seen, Rect { y, height: 1, ..rows_area }, Region::List, Click::Mark(below));
        if Some(*id) == browse.chosen {
            let style = theme.chosen(active);
            frame.buffer_mut().set_style(Rect { y, height: 1, ..rows_area }, style);
            seen.drawn.marked = seen.drawn.marked.or(active.then_some((rows_area.x, y)));
        }
        y += 1;
        shown += 1;
    }
    bar(top, usize::from(shown), browse.rows.len(), theme, frame, area);
    (seen.drawn.list_rows, seen.drawn.list_top) = (shown, top);
}

/// The lines of a list: its rows, and the titles of its parts over them.
struct Lines<'a>(&'a Parts);

impl Lines<'_> {
    /// How many rows have room from `top` on, with what stands over them.
    fn fitting(&self, top: usize, room: usize, all: usize) -> usize {
        let (mut lines, mut rows) = (0, 0);
        for i in top..all {
            lines += 1 + usize::from(self.0.over(i, top).is_some());
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

/// "Mine now 7", the number at the right edge; says so when the part is folded.
fn part_line(part: Part, chosen: bool, theme: Theme, columns: u16) -> Line<'static> {
    let count = part.count.to_string();
    let wide = usize::from(columns).saturating_sub(width(&count) + 4);
    let title = words::label(Of::Section, part.title);
    let title = if part.folded { words::screen::folded(title) } else { title.to_owned() };
    let mark = if chosen { "▸ " } else { "  " };
    Line::from(Span::styled(format!("{mark}{} {count}", fit(&title, wide, false)), theme.heading()))
}

/// What the frame of a list says: as much of it as has room.
fn title(browse: &ListPane, theme: Theme, columns: usize) -> Line<'static> {
    let titles = titles(browse);
    let short = titles.len() - 1;
    let found = titles.iter().position(|title| width(title) + 4 <= columns).unwrap_or(short);
    Line::from(Span::styled(titles[found].clone(), theme.heading()))
}

/// What the frame of a list can say, all of it first.
fn titles(browse: &ListPane) -> [String; 3] {
    let spec = browse.pane.spec();
    let title = browse.pane.title();
    let order = browse.columns.get(browse.sort).map_or("", |column| column.title());
    let order = words::screen::ordered(order, browse.reverse != spec.order.reverse);
    let view = words::label(Of::View, spec.views[browse.view.min(spec.views.len() - 1)].name);
    let at = if browse.rows.is_empty() { 0 } else { browse.at + 1 };
    let all = browse.rows.len();
    [
        format!(" {title} · {view} · {order} · {at}/{all} "),
        format!(" {title} · {view} · {at}/{all} "),
        format!(" {title} · {at}/{all} "),
    ]
}

fn filter_line(browse: &ListPane, theme: Theme, frame: &mut Frame<'_>, area: Rect) {
    let label = words::screen::filtered_by();
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
        words::screen::reading_book().to_owned()
    } else if let Some(complaint) = &browse.complaint {
        complaint.clone()
    } else if !browse.filter.is_empty() {
        words::screen::nothing_found().to_owned()
    } else if model.data.book.is_empty() && browse.pane == Pane::Today {
        words::screen::book_is_empty(key_of(Command::Add(Kind::Client)), key_of(DeskCommand::Import))
    } else if spec.kinds.iter().any(|k| model.data.book.all(*k).next().is_some()) {
        words::screen::view_is_empty(key_of(DeskCommand::View))
    } else {
        words::label(Of::Empty, spec.empty)
            .replace("{}", key_of(DeskCommand::Add))
            .replace("{file}", key_of(DeskCommand::Import))
    };
    let mut texts = vec![words];
    if model.data.book.is_empty() && model.data.loading == Loading::Ready {
        let (menu, quit) = (key_of(DeskCommand::Menu), key_of(DeskCommand::Quit));
        texts.push(String::new());
        texts.push(words::screen::all_commands(menu, quit));
        texts.push(words::screen::look_around().to_owned());
    }
    let columns = usize::from(area.width.saturating_sub(4));
    let lines = texts.iter().flat_map(|t| wrap(t, columns));
    for (y, line) in (area.y + 1..area.bottom()).zip(lines) {
        frame.render_widget(Line::from(format!("  {line}")), Rect { y, height: 1, ..area });
    }
}

/// The columns that have room: what stands in each, how wide it is, and how much air is behind it.
struct Placed {
    columns: Vec<(ListColumn, usize)>,
    gap: usize,
}

fn places(browse: &ListPane, room: usize) -> Placed {
    let wishes = wishes(browse, room);
    let gap = if airy(&wishes) <= room { AIR } else { 1 };
    let widths = columns::fit(&wishes, gap, room);
    let mut columns: Vec<(ListColumn, usize)> =
        browse.columns.iter().copied().zip(widths).filter(|(_, wide)| *wide > 0).collect();
    let is_picture = |(column, _): &(ListColumn, usize)| matches!(column, ListColumn::Picture(_));
    if let Some(drawn) = columns.iter().position(is_picture) {
        let picture = columns.remove(drawn);
        let told = browse.pane.spec().picture.and_then(|picture| browse.columns.get(picture.beside));
        let told = told.and_then(|told| columns.iter().position(|(column, _)| column.is(*told)));
        columns.insert(told.map_or(drawn, |told| told + 1), picture);
    }
    Placed { columns, gap }
}

/// What columns take when each has what it wants.
fn airy(wishes: &[columns::Column]) -> usize {
    let wide: Vec<usize> = wishes.iter().map(|wish| wish.wide).collect();
    columns::total(&wide, AIR)
}

/// How much room the word over a column takes at the most.
const fn most_head(column: ListColumn) -> usize {
    match column {
        ListColumn::Table(_) | ListColumn::Picture(_) => MOST_HEAD,
        ListColumn::Custom(_) => MOST_NAME,
    }
}

/// How wide the columns of a list want to be in so much room. A picture wants to be there only where everything has its room.
fn wishes(browse: &ListPane, room: usize) -> Vec<columns::Column> {
    let mut all = wished(browse);
    if airy(&all) > room {
        for (_, wish) in
            browse.columns.iter().zip(&mut all).filter(|(c, _)| matches!(c, ListColumn::Picture(_)))
        {
            *wish = columns::Column::default();
        }
    }
    all
}

/// How wide the columns of a list want to be. The word over a column has room as well, but not over signs.
fn wished(browse: &ListPane) -> Vec<columns::Column> {
    let wish = |(column, need): (&ListColumn, &Need)| {
        let sentence = column.width() == 0;
        let head = if need.wide == 0 || column.width() == 1 {
            0
        } else {
            width(column.title()).min(most_head(*column))
        };
        let wide = need.wide.max(head);
        let least = if sentence { LEAST_SENTENCE } else { usize::from(column.width()) };
        columns::Column {
            wide,
            most: need.most.max(head),
            least: least.min(wide),
            spare: usize::from(column.spare()),
            sentence,
        }
    };
    browse.columns.iter().zip(&browse.measure.needs).map(wish).collect()
}

/// How wide a list wants to be, with its frame; with its picture where `drawn` is wide enough for all of it.
pub fn wanted(browse: &ListPane, drawn: u16) -> u16 {
    let frame = MARGIN + 2;
    let room = usize::from(drawn).saturating_sub(frame);
    let wanted = if browse.rows.is_empty() { EMPTY } else { airy(&wishes(browse, room)) + frame };
    // Which rows these are is said in any case; the widest count, so that it stands still while one steps.
    let [_, title, _] = titles(browse);
    let title = width(&title) + browse.rows.len().to_string().len() + 4;
    u16::try_from(wanted.max(title)).unwrap_or(u16::MAX)
}

fn heading(browse: &ListPane, theme: Theme, frame: &mut Frame<'_>, area: Rect, placed: &Placed) {
    let mut line = Line::from(Span::raw("  "));
    for (column, wide) in &placed.columns {
        let sorted = browse.columns.get(browse.sort).is_some_and(|by| by.is(*column));
        let style = if sorted { theme.accent() } else { theme.muted() };
        let title = column.title();
        // What a person named is known by no more than the beginning of its name.
        let title = match column {
            ListColumn::Table(_) | ListColumn::Picture(_) if width(title) > *wide => "",
            ListColumn::Table(_) | ListColumn::Picture(_) | ListColumn::Custom(_) => title,
        };
        line.push_span(Span::styled(fit(title, *wide, column.right()), style));
        line.push_span(Span::raw(" ".repeat(placed.gap)));
    }
    frame.render_widget(line, area);
}

/// The column whose word is the one of the row above, where rows that belong together are listed together.
fn repeats(model: &Model, above: Option<Ref>, id: Ref) -> Option<ListColumn> {
    let browse = model.screen.browse();
    let column = *browse.columns.get(browse.sort)?;
    let key = |id| Some(column.key(model.ctx(), id)).filter(|k| matches!(k, SortKey::Group(_)));
    (key(above?)? == key(id)?).then_some(column)
}

fn row(
    model: &Model,
    theme: Theme,
    placed: &Placed,
    (id, chosen): (Ref, bool),
    repeated: Option<ListColumn>,
) -> Line<'static> {
    let mut line = Line::from(Span::raw(if chosen { "▸ " } else { "  " }));
    for (column, wide) in &placed.columns {
        let mut cell = model.screen.browse().cell(model.ctx(), *column, id);
        if repeated.is_some_and(|r| r.is(*column)) && !cell.text.is_empty() {
            cell = Cell::muted("\"");
        }
        // A reversed row keeps its colours out of the way: the mark in the text says the same.
        let style = if chosen { Style::new() } else { theme.tone(cell.tone) };
        line.push_span(span(&cell, *wide, column.right(), style));
        line.push_span(Span::raw(" ".repeat(placed.gap)));
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
            let part = |count: &usize| Part { title: "part", count: *count, folded: false };
            let parts = Parts(counts.iter().map(part).collect());
            let parts = Lines(&parts);
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
