//! Two records side by side, field by field: what is taken of each, and what comes of the marked one.

use super::text::{cut, fit, width, wrap};
use super::{Theme, bar, body, on, padded, part, scrolled, window};
use crate::app::{Click, MergeCommand, MergePart, Merging, Model, Region, Seen};
use crate::domain::merge::{Side, Take};
use crate::words;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The columns of the labels: at the least, and at the most.
const LABEL: (usize, usize) = (12, 24);
/// Lines that tell more of the marked field: the most where there is room, the least, and the most where there is little.
const MORE: (u16, u16, u16) = (7, 3, 5);
/// Lines that one of them may take.
const LONGEST: usize = 3;
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
    /// What stands over the fields from here on.
    Part(MergePart),
    /// A field, by its place in the order.
    Field(usize),
}

/// Draws the two over the desk.
pub fn draw(model: &Model, merging: &Merging, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let area = body(frame.area());
    let kind = merging.plan.left.kind();
    let differ = merging.count(MergePart::AtOdds);
    let title = format!(" {} ", words::pairs::merge_two(words::kinds(kind), words::whole(differ)));
    let inner = padded(window(frame, area, Line::from(Span::styled(title, theme.heading())), theme, true));
    let lines: Vec<Line> = told(model, merging, theme, usize::from(inner.width));
    // The rows come first; what is told below them has what it needs, as far as there is room.
    let below = u16::try_from(lines.len())
        .unwrap_or(0)
        .clamp(MORE.1, if area.height >= TALL { MORE.0 } else { MORE.2 });
    let table = Rect { height: inner.height.saturating_sub(below + 1), ..inner };
    let more =
        Rect { y: table.bottom() + 1, height: inner.bottom().saturating_sub(table.bottom() + 1), ..inner };
    draw_table(model, merging, theme, frame, (table, area), seen);
    let rule = "─".repeat(usize::from(inner.width));
    frame.render_widget(
        Line::from(Span::styled(rule, theme.frame(false))),
        Rect { y: table.bottom(), height: 1, ..inner },
    );
    for (y, line) in (more.y..more.bottom()).zip(lines) {
        frame.render_widget(line, Rect { y, height: 1, ..more });
    }
}

/// What is told of the marked field and of the whole, in lines.
fn told(model: &Model, merging: &Merging, theme: Theme, columns: usize) -> Vec<Line<'static>> {
    let all = merging.told(model.ctx()).into_iter().flat_map(|(text, tone)| {
        let text = cut(&text, columns * LONGEST);
        wrap(&text, columns).into_iter().map(move |line| Line::styled(line, theme.tone(tone)))
    });
    all.collect()
}

fn draw_table(
    model: &Model,
    merging: &Merging,
    theme: Theme,
    frame: &mut Frame<'_>,
    (table, area): (Rect, Rect),
    seen: &mut Seen,
) {
    let widest = merging.plan.rows.iter().map(|row| width(words::field(row.field))).max().unwrap_or(0);
    let label = (widest + 2).clamp(LABEL.0, LABEL.1);
    let columns = Columns { label, side: (usize::from(table.width).saturating_sub(label + 2)) / 2 };
    let mut shown = vec![Shown::Stays];
    let mut from = 0;
    for part in [MergePart::AtOdds, MergePart::OneSays, MergePart::Equal] {
        let count = merging.count(part);
        shown.extend(Some(Shown::Part(part)).filter(|_| count > 0 && !part.title().is_empty()));
        shown.extend((from..from + count).map(Shown::Field));
        from += count;
    }
    let is_marked = |line: &Shown| match line {
        Shown::Stays => merging.at == 0,
        Shown::Field(nth) => merging.at == nth + 1,
        Shown::Part(_) => false,
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
        Shown::Part(_) => return,
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
                cell(
                    &merging.name(model.ctx(), side),
                    plan.stays == side,
                    columns.side,
                    theme.heading(),
                    theme,
                )
            };
            Line::from(vec![
                Span::styled(mark, theme.key()),
                label(words::pairs::stays()),
                name(Side::Left),
                name(Side::Right),
            ])
        }
        Shown::Part(part) => Line::from(Span::styled(format!("  {}", part.title()), theme.heading())),
        Shown::Field(nth) => {
            let at = merging.order.get(*nth).copied().unwrap_or_default();
            let Some(row) = merging.plan.rows.get(at) else { return Line::default() };
            if !row.differs() {
                let wide = columns.side * 2;
                let value = Span::raw(fit(
                    &format!("  {}", Merging::value(model.ctx(), row, &row.left)),
                    wide,
                    false,
                ));
                return Line::from(vec![
                    Span::styled(mark, theme.key()),
                    label(words::field(row.field)),
                    value,
                ]);
            }
            let both = row.take == Take::Both;
            let value = |side: Side| {
                let taken = both || row.take == Take::from(side);
                cell(
                    &Merging::value(model.ctx(), row, row.of(side)),
                    taken,
                    columns.side,
                    Style::new(),
                    theme,
                )
            };
            Line::from(vec![
                Span::styled(mark, theme.key()),
                label(words::field(row.field)),
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
