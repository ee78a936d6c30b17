//! Two records side by side, field by field: what is taken of each, and what comes of the marked one.

use super::text::{cut, fit, width, wrap};
use super::{Theme, bar, body, on, padded, part, scrolled, window};
use crate::app::{Click, MergeCommand, Merging, Model, Region, Seen, Tone};
use crate::domain::merge::{Row, Side, Take};
use crate::domain::{Value, parse};
use crate::words;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The columns of the labels: at the least, and at the most.
const LABEL: (usize, usize) = (12, 24);
/// Lines that tell more of the marked field, where there is room, and where there is little.
const MORE: (u16, u16) = (5, 3);
/// From this height on there is room.
const TALL: u16 = 22;

/// Where the columns stand.
#[derive(Clone, Copy)]
struct Columns {
    label: usize,
    side: usize,
}

/// A line of the table.
enum Shown {
    /// Which stays.
    Stays,
    /// The fields from here on are equal.
    Equal,
    /// A field, by its place in the order.
    Field(usize),
}

/// Draws the two over the desk.
pub fn draw(model: &Model, merging: &Merging, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let area = body(frame.area());
    let kind = merging.plan.left.kind();
    let differ = merging.differing();
    let title = format!(
        " Merge two {} · {differ} field{} differ{} ",
        kind.plural(),
        plural(differ),
        if differ == 1 { "s" } else { "" }
    );
    let inner = padded(window(frame, area, Line::from(Span::styled(title, theme.heading())), theme, true));
    let below = if area.height >= TALL { MORE.0 } else { MORE.1 };
    let table = Rect { height: inner.height.saturating_sub(below + 1), ..inner };
    let more =
        Rect { y: table.bottom() + 1, height: inner.bottom().saturating_sub(table.bottom() + 1), ..inner };
    draw_table(model, merging, theme, frame, (table, area), seen);
    let rule = "─".repeat(usize::from(inner.width));
    frame.render_widget(
        Line::from(Span::styled(rule, theme.frame(false))),
        Rect { y: table.bottom(), height: 1, ..inner },
    );
    for (y, line) in (more.y..more.bottom()).zip(told(model, merging, theme, usize::from(inner.width))) {
        frame.render_widget(line, Rect { y, height: 1, ..more });
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn draw_table(
    model: &Model,
    merging: &Merging,
    theme: Theme,
    frame: &mut Frame<'_>,
    (table, area): (Rect, Rect),
    seen: &mut Seen,
) {
    let widest = merging.plan.rows.iter().map(|row| width(row.field.label)).max().unwrap_or(0);
    let label = (widest + 2).clamp(LABEL.0, LABEL.1);
    let columns = Columns { label, side: (usize::from(table.width).saturating_sub(label + 2)) / 2 };
    let differ = merging.differing();
    let mut shown = vec![Shown::Stays];
    shown.extend((0..differ).map(Shown::Field));
    if differ < merging.order.len() {
        shown.push(Shown::Equal);
        shown.extend((differ..merging.order.len()).map(Shown::Field));
    }
    let is_marked = |line: &Shown| match line {
        Shown::Stays => merging.at == 0,
        Shown::Field(nth) => merging.at == nth + 1,
        Shown::Equal => false,
    };
    let room = usize::from(table.height);
    let at = shown.iter().position(is_marked).unwrap_or(0);
    let top = scrolled(merging.top, at, room, shown.len());
    bar(top, room, shown.len(), theme, frame, area);
    for (y, line) in (table.y..table.bottom()).zip(shown.iter().skip(top)) {
        let place = Rect { y, height: 1, ..table };
        let marked = is_marked(line);
        frame.render_widget(table_line(model, merging, line, marked, columns, theme), place);
        clicks(merging, line, marked, columns, place, seen);
        if marked {
            frame.buffer_mut().set_style(place, theme.chosen(true));
            seen.drawn.marked = Some((place.x, y));
        }
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (table.height, top);
}

/// A click marks a field, and in the marked one takes the side it falls on. None merges the two: that is asked of a key.
fn clicks(merging: &Merging, line: &Shown, marked: bool, columns: Columns, place: Rect, seen: &mut Seen) {
    let at = match line {
        Shown::Stays => 0,
        Shown::Field(nth) => nth + 1,
        Shown::Equal => return,
    };
    if !marked {
        return on(seen, place, Region::Layer, Click::Mark(at.cast_signed() - merging.at.cast_signed()));
    }
    for (nth, command) in [MergeCommand::Left, MergeCommand::Right].into_iter().enumerate() {
        let side = part(place, columns.label + 2 + nth * columns.side, columns.side);
        on(seen, side, Region::Layer, Click::Run(command.into()));
    }
}

fn table_line(
    model: &Model,
    merging: &Merging,
    line: &Shown,
    marked: bool,
    columns: Columns,
    theme: Theme,
) -> Line<'static> {
    let mark = if marked { "▸ " } else { "  " };
    let label = |text: &str| Span::styled(fit(text, columns.label, false), theme.muted());
    match line {
        Shown::Stays => {
            let plan = &merging.plan;
            let name = |side: Side| {
                let name = words::alike::told(&model.data.book, plan.of_side(side).id());
                cell(&name, plan.stays == side, columns.side, theme.heading(), theme)
            };
            Line::from(vec![
                Span::styled(mark, theme.key()),
                label("Stays"),
                name(Side::Left),
                name(Side::Right),
            ])
        }
        Shown::Equal => Line::from(Span::styled("  Both say the same", theme.heading())),
        Shown::Field(nth) => {
            let at = merging.order.get(*nth).copied().unwrap_or_default();
            let Some(row) = merging.plan.rows.get(at) else { return Line::default() };
            if !row.differs() {
                let wide = columns.side * 2;
                let value = Span::raw(fit(&format!("  {}", shown(model, row, &row.left)), wide, false));
                return Line::from(vec![Span::styled(mark, theme.key()), label(row.field.label), value]);
            }
            let both = row.take == Take::Both;
            let value = |side: Side| {
                let taken = both || row.take == Take::from(side);
                cell(&shown(model, row, row.of(side)), taken, columns.side, Style::new(), theme)
            };
            Line::from(vec![
                Span::styled(mark, theme.key()),
                label(row.field.label),
                value(Side::Left),
                value(Side::Right),
            ])
        }
    }
}

/// A value, marked when it is taken.
fn cell(text: &str, taken: bool, columns: usize, look: Style, theme: Theme) -> Span<'static> {
    let text = format!("{}{text}", if taken { "✓ " } else { "  " });
    let text = format!("{} ", fit(&text, columns.saturating_sub(1), false));
    Span::styled(text, if taken { look } else { theme.muted() })
}

/// A value in a line.
fn shown(model: &Model, row: &Row, value: &Value) -> String {
    if value.is_empty() {
        return "-".to_owned();
    }
    words::changes::value(&model.data.book, &row.field.kind, value, model.ctx().today())
}

/// More of the marked field: both values whole, what comes of them and why; of the records, what hangs on them.
fn told(model: &Model, merging: &Merging, theme: Theme, columns: usize) -> Vec<Line<'static>> {
    let plan = &merging.plan;
    let mut out: Vec<Line> = vec![];
    let mut say = |text: String, tone: Tone| {
        out.extend(wrap(&text, columns).into_iter().map(|line| Line::styled(line, theme.tone(tone))));
    };
    let wrong = plan.result(&model.data.book).err();
    match merging.marked() {
        None => {
            say(
                format!("{} stays: {}.", plan.of_side(plan.stays).title(), words::merge::why_stays(plan)),
                Tone::Plain,
            );
            say(format!("{}.", words::merge::moved(plan)), Tone::Muted);
            say("Nothing is lost: what is not taken is kept among the custom fields. One undo brings both back.".to_owned(), Tone::Muted);
        }
        Some(row) => {
            let whole = |value: &Value| {
                let text =
                    parse::show(&row.field.kind, value, &|id| model.ctx().name(id)).replace('\n', " · ");
                if text.is_empty() { "nothing".to_owned() } else { text }
            };
            let taken = cut(&whole(&plan.taken(row)), columns * 2);
            say(format!("{}: {taken}", row.field.label), Tone::Plain);
            say(format!("{}.", capital(words::merge::why(row.why))), Tone::Muted);
        }
    }
    if let Some(fault) = wrong {
        out.insert(
            0,
            Line::styled(
                cut(&format!("! {}", words::merge::fault(&fault)), columns),
                theme.tone(Tone::Alarm),
            ),
        );
    }
    out
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
