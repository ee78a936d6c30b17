//! A record as it is read: title, pages, lines.

use super::text::{cut, fit, span, width, wrap};
use super::{Theme, bar, chart, columns, on, part, scrolled, window};
use crate::app::{
    Cell, Click, Detail, Layer, Line as Row, Model, Need, Region, Seen, Tone, letter_of_page, pages,
};
use crate::domain::text::clean;
use crate::domain::{Record, Ref, derive};
use crate::words::{self, Of};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// What a column is narrowed down to at the most, the one that takes what is left and the others.
const LEAST_GROWING: usize = 20;
const LEAST_COLUMN: usize = 18;

/// Draws the record beside the list, or in its place.
pub fn draw_beside(model: &Model, theme: Theme, frame: &mut Frame<'_>, area: Rect, seen: &mut Seen) {
    draw(model, &model.screen.browse().detail, &[], theme, frame, area, seen);
}

/// Draws the topmost card in the place of the desk.
pub fn draw_card(model: &Model, theme: Theme, frame: &mut Frame<'_>, area: Rect, seen: &mut Seen) {
    draw(model, model.screen.detail(), &model.trail(), theme, frame, area, seen);
}

fn draw(
    model: &Model,
    detail: &Detail,
    trail: &[String],
    theme: Theme,
    frame: &mut Frame<'_>,
    area: Rect,
    seen: &mut Seen,
) {
    let active = model.screen.is_reading();
    on(seen, area, Region::Record, Click::Nothing);
    let Some(of) = detail.of else {
        window(frame, area, Line::default(), theme, active);
        return;
    };
    let marked_itself = active && detail.item.is_none();
    let title = title(model, of, trail, theme, usize::from(area.width), marked_itself);
    let outer = area;
    let inner = window(frame, area, title, theme, active);
    if marked_itself {
        seen.drawn.marked = Some((area.x + 1, area.y));
    }
    if inner.height < 3 || inner.width < 8 {
        return;
    }
    tabs(
        model,
        detail,
        of,
        theme,
        frame,
        Rect { x: inner.x + 1, width: inner.width - 1, height: 1, ..inner },
        seen,
    );
    let area = Rect { x: inner.x + 1, y: inner.y + 2, width: inner.width - 2, height: inner.height - 2 };
    let marked = detail.item.filter(|_| active);
    let Laid { lines, items, at } = lay(detail, theme, usize::from(area.width), marked);
    let room = usize::from(area.height);
    let wanted = detail.top.min(lines.len().saturating_sub(room));
    let top = match at {
        // The first rows of a page show what stands above them as well.
        Some(_) if marked == Some(0) && at.is_some_and(|a| a < room) => 0,
        Some(at) => scrolled(seen.drawn.document_top, at, room, lines.len()),
        None => wanted,
    };
    more(top > 0, top + room < lines.len(), theme, frame, outer);
    bar(top, room, lines.len(), theme, frame, outer);
    for (line, item) in items {
        let seen_at = line.checked_sub(top).filter(|y| *y < room).and_then(|y| u16::try_from(y).ok());
        if let Some(y) = seen_at {
            // From the record itself a step down leads to its first row.
            let below = item.cast_signed() - marked.map_or(-1, usize::cast_signed);
            on(seen, Rect { y: area.y + y, height: 1, ..area }, Region::Record, Click::Mark(below));
        }
    }
    for (y, line) in lines.into_iter().skip(top).take(room).enumerate() {
        let y = area.y + u16::try_from(y).unwrap_or(0);
        let chosen = at.is_some_and(|a| u16::try_from(a - top.min(a)).ok() == Some(y - area.y) && a >= top);
        frame.render_widget(line, Rect { y, height: 1, ..area });
        if chosen {
            frame.buffer_mut().set_style(Rect { y, height: 1, ..area }, theme.chosen(true));
            seen.drawn.marked = Some((area.x, y));
        }
    }
    (seen.drawn.document_rows, seen.drawn.document_top) = (area.height, top);
}

/// Says on the lower edge that the page goes on above or below.
pub fn more(above: bool, below: bool, theme: Theme, frame: &mut Frame<'_>, area: Rect) {
    let signs = match (above, below) {
        (false, false) => return,
        (true, false) => "▴",
        (false, true) => "▾",
        (true, true) => "▴ ▾",
    };
    edge(&format!(" {signs} {} ", words::screen::more()), theme, frame, area);
}

/// Says something on the lower edge of a window, at its right.
pub fn edge(text: &str, theme: Theme, frame: &mut Frame<'_>, area: Rect) {
    let wide = u16::try_from(width(text)).unwrap_or(0);
    if area.width > wide + 4 {
        let place = Rect { x: area.right() - wide - 2, y: area.bottom() - 1, width: wide, height: 1 };
        frame.render_widget(Line::from(Span::styled(text.to_owned(), theme.tone(Tone::Plain))), place);
    }
}

/// The name of the record, and what matters most about it.
fn title(
    model: &Model,
    of: Ref,
    trail: &[String],
    theme: Theme,
    columns: usize,
    marked: bool,
) -> Line<'static> {
    let name = model.data.book.title(of);
    // The way here has what room the name leaves; the nearest part of it matters most.
    let way = (0..trail.len())
        .map(|from| clean(&trail[from..].join(" › ")).into_owned())
        .find(|way| width(way) + width(&name) + 11 <= columns)
        .unwrap_or_default();
    let columns = columns.saturating_sub(if way.is_empty() { 0 } else { width(&way) + 3 });
    // The name matters more than what stands behind it, of which the end goes first.
    let mut parts = badge(model, of);
    while parts.len() > 1 && width(&name) + width(&parts.join(" · ")) + 7 > columns {
        parts.pop();
    }
    let badge = cut(&parts.join(" · "), 40);
    let room = columns.saturating_sub(width(&badge) + 7);
    let style = if marked { theme.chosen(true) } else { theme.heading() };
    let mut line = Line::default();
    if !way.is_empty() {
        line.push_span(Span::styled(format!(" {way} ›"), theme.muted()));
    }
    line.push_span(Span::styled(format!(" {} ", cut(&name, room)), style));
    if !badge.is_empty() {
        line.push_span(Span::styled(format!("· {badge} "), theme.tone(Tone::Plain)));
    }
    line
}

fn badge(model: &Model, of: Ref) -> Vec<String> {
    let ctx = model.ctx();
    let mut parts = vec![];
    let Some(record) = ctx.get(of) else { return vec![] };
    match record {
        Record::Client(c) => parts = vec![words::value::tier(c.tier), words::chosen(c.status).to_owned()],
        Record::Department(_) => parts.push(words::kind(of.kind).to_owned()),
        Record::Contact(c) => {
            let word = if c.is_colleague() { words::screen::colleague() } else { words::kind(of.kind) };
            parts.push(word.to_owned());
        }
        _ => {
            parts.push(words::kind(record.kind()).to_owned());
            parts.extend(record.number().map(|no| format!("#{no}")));
            parts.extend(derive::client_of(ctx.book, record).map(|c| ctx.name(c)));
        }
    }
    if !matches!(record, Record::Client(_)) && ctx.book.get_with_deleted(of).is_some_and(Record::is_gone) {
        parts.push(words::screen::in_bin().to_owned());
    }
    parts
}

/// The pages of the record in their order, the open one underlined: where not all have room, as many around it as have. While
/// a letter is waited for, that of each page stands under it.
fn tabs(
    model: &Model,
    detail: &Detail,
    of: Ref,
    theme: Theme,
    frame: &mut Frame<'_>,
    area: Rect,
    seen: &mut Seen,
) {
    let all = pages(of.kind);
    let open = detail.page.min(all.len() - 1);
    let names: Vec<&str> = all.iter().map(|p| words::label(Of::Page, p.name)).collect();
    let wide: Vec<usize> = names.iter().map(|name| width(name)).collect();
    let columns = usize::from(area.width);
    let fits = (1..=3).rev().find(|gap| wide.iter().sum::<usize>() + gap * (all.len() - 1) <= columns);
    let (from, to) = if fits.is_some() { (0, all.len()) } else { in_sight(&wide, open, columns) };
    let gap = fits.unwrap_or(1);
    let mut line = Line::default();
    if from > 0 {
        line.push_span(Span::styled("‹ ", theme.muted()));
    }
    for (i, name) in names.iter().enumerate().take(to).skip(from) {
        let look = if i == open { theme.heading().add_modifier(Modifier::UNDERLINED) } else { theme.muted() };
        on(seen, part(area, line.width(), wide[i]), Region::Record, Click::Page(i));
        line.push_span(Span::styled(*name, look));
        line.push_span(Span::raw(" ".repeat(gap)));
    }
    if to < all.len() {
        line.push_span(Span::styled("›", theme.muted()));
    }
    frame.render_widget(line, area);
    if model.screen.layers.last().is_some_and(Layer::waits_for_page) {
        let ahead = if from > 0 { "  " } else { "" };
        let mut letters = Line::from(Span::raw(ahead));
        for (page, wide) in all.iter().zip(&wide).take(to).skip(from) {
            let letter = letter_of_page(page.name).unwrap_or("");
            // In another language the letter stands nowhere in the word, and at its beginning then.
            let before = words::label(Of::Page, page.name).find(letter).unwrap_or(0);
            letters.push_span(Span::raw(" ".repeat(before)));
            letters.push_span(Span::styled(letter, theme.key()));
            letters.push_span(Span::raw(" ".repeat((wide + gap).saturating_sub(before + width(letter)))));
        }
        frame.render_widget(letters, Rect { y: area.y + 1, ..area });
    }
}

/// Which names in a row have room around the open one, with a sign at each end that is cut.
fn in_sight(wide: &[usize], open: usize, columns: usize) -> (usize, usize) {
    let (mut from, mut to) = (open, open + 1);
    let fits = |from: usize, to: usize| wide[from..to].iter().map(|w| w + 1).sum::<usize>() + 3 <= columns;
    loop {
        if to < wide.len() && fits(from, to + 1) {
            to += 1;
        } else if from > 0 && fits(from - 1, to) {
            from -= 1;
        } else {
            return (from, to);
        }
    }
}

/// The lines of a document, laid out in columns.
struct Laid {
    lines: Vec<Line<'static>>,
    /// In which line each row stands that leads somewhere, with its number.
    items: Vec<(usize, usize)>,
    /// The line of the marked row.
    at: Option<usize>,
}

/// Lays the lines of a document out in columns.
fn lay(detail: &Detail, theme: Theme, columns: usize, marked: Option<usize>) -> Laid {
    let rows = &detail.document.lines;
    let (mut out, mut items) = (vec![], vec![]);
    let mut at = None;
    let mut item = 0;
    let mut i = 0;
    let label = rows
        .iter()
        .filter_map(|r| if let Row::Fact(l, _) = r { Some(width(l)) } else { None })
        .max()
        .unwrap_or(0);
    while let Some(row) = rows.get(i) {
        match row {
            Row::Gap => out.push(Line::default()),
            Row::Heading(text) => out.push(Line::from(Span::styled(cut(text, columns), theme.heading()))),
            Row::Text(cells) => out.extend(running(cells, theme, columns)),
            Row::Fact(name, cell) => out.extend(fact(name, cell, theme, label.min(columns * 2 / 5), columns)),
            Row::Course(course) => out.extend(chart::course(course, theme, columns)),
            Row::Prose(text) => out.extend(wrap(text, columns).into_iter().map(Line::from)),
            Row::Head(cells) | Row::Item { cells, .. } => {
                let run: Vec<&Row> = rows[i..].iter().take_while(|r| has_columns(r, cells.len())).collect();
                let table: Vec<&Vec<Cell>> = run.iter().filter_map(|r| cells_of(r)).collect();
                let grow =
                    run.iter().find_map(|r| if let Row::Item { grow, .. } = r { Some(*grow) } else { None });
                let widths = spread(&table, grow.unwrap_or(1), columns.saturating_sub(2));
                for (row, cells) in run.iter().zip(&table) {
                    let is_item = matches!(row, Row::Item { .. });
                    let chosen = is_item && marked == Some(item);
                    at = at.or(chosen.then_some(out.len()));
                    items.extend(is_item.then_some((out.len(), item)));
                    out.push(item_line(cells, &widths, theme, chosen));
                    item += usize::from(is_item);
                }
                i += run.len() - 1;
            }
            Row::Axis(_) | Row::Bar(_) => {
                let is_chart = |r: &&Row| matches!(r, Row::Axis(_) | Row::Bar(_));
                let run: Vec<&Row> = rows[i..].iter().take_while(is_chart).collect();
                let bars = run.iter().filter(|r| matches!(r, Row::Bar(_))).count();
                let here = marked.and_then(|m| m.checked_sub(item)).filter(|m| *m < bars);
                let drawn = chart::lines(&run, theme, columns, here, detail.weeks);
                let places = drawn.iter().enumerate().filter(|(_, (_, is_bar))| *is_bar);
                items.extend(places.enumerate().map(|(nth, (line, _))| (out.len() + line, item + nth)));
                at = at.or(here.and_then(|nth| items.iter().find(|i| i.1 == item + nth)).map(|i| i.0));
                out.extend(drawn.into_iter().map(|(line, _)| line));
                item += bars;
                i += run.len() - 1;
            }
        }
        i += 1;
    }
    Laid { lines: out, items, at }
}

fn cells_of(row: &Row) -> Option<&Vec<Cell>> {
    match row {
        Row::Head(cells) | Row::Item { cells, .. } => Some(cells),
        _ => None,
    }
}

/// Whether a row stands in the same columns as those before it: as many of them.
fn has_columns(row: &Row, count: usize) -> bool {
    cells_of(row).is_some_and(|cells| cells.len() == count)
}

/// Pieces one behind the other, on as many lines as they need.
fn running(cells: &[Cell], theme: Theme, columns: usize) -> Vec<Line<'static>> {
    let mut lines = vec![Line::default()];
    let mut used = 0;
    for cell in cells.iter().filter(|c| !c.text.is_empty()) {
        for (i, text) in wrap(&cell.text, columns).into_iter().enumerate() {
            if used > 0 && (i > 0 || used + 3 + width(&text) > columns) {
                lines.push(Line::default());
                used = 0;
            }
            let Some(line) = lines.last_mut() else { break };
            if used > 0 {
                line.push_span(Span::raw("   "));
                used += 3;
            }
            used += width(&text);
            line.push_span(Span::styled(text, theme.tone(cell.tone)));
        }
    }
    lines
}

/// A label and what it says beside it; what is too long goes on below, the label as well as what it says.
fn fact(name: &str, cell: &Cell, theme: Theme, label: usize, columns: usize) -> Vec<Line<'static>> {
    let room = columns.saturating_sub(label + 2).max(1);
    let (names, lines) = (wrap(name, label.max(1)), wrap(&cell.text, room));
    let at = |all: &[String], row: usize| all.get(row).cloned().unwrap_or_default();
    let line = |row| {
        Line::from(vec![
            Span::styled(fit(&at(&names, row), label, false), theme.muted()),
            Span::raw("  "),
            Span::styled(at(&lines, row), theme.tone(cell.tone)),
        ])
    };
    (0..names.len().max(lines.len())).map(line).collect()
}

/// How wide each column of some rows is: as wide as what stands in it. Where there is no room, the column that may be cut
/// gives way, and then the last one goes.
fn spread(rows: &[&Vec<Cell>], grow: usize, room: usize) -> Vec<usize> {
    let count = rows.first().map_or(0, |r| r.len());
    let wish = |c: usize| {
        let need = Need::of(rows.iter().map(|r| &r[c].text));
        // What stands before the words says whose or which they are, and stays with them.
        let least = if c == grow { LEAST_GROWING } else { LEAST_COLUMN };
        let spare = if c <= grow { 0 } else { c };
        columns::Column {
            wide: need.wide,
            most: need.most,
            least: least.min(need.wide),
            spare: spare.min(columns::SPARED_FIRST - 1),
            sentence: need.sentence || c == grow,
        }
    };
    columns::fit(&(0..count).map(wish).collect::<Vec<_>>(), 2, room)
}

fn item_line(cells: &[Cell], widths: &[usize], theme: Theme, chosen: bool) -> Line<'static> {
    let mut line = Line::from(Span::raw(if chosen { "▸ " } else { "  " }));
    let mut first = true;
    for (cell, wide) in cells.iter().zip(widths).filter(|(_, w)| **w > 0) {
        if !first {
            line.push_span(Span::raw("  "));
        }
        first = false;
        let style = if chosen { Style::new() } else { theme.tone(cell.tone) };
        line.push_span(span(cell, *wide, false, style));
    }
    line
}
