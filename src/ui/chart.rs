//! Charts over the days, and rows of marks, as long as there is room.

use super::Theme;
use super::links;
use super::text::{fit, span, width, wrap};
use crate::app::{Axis, Bar, Course, Line as Row, Tone};
use crate::words::dates;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The least a bar can be read from; a name that must give way keeps so much, and people have no more.
const LEAST: usize = 10;
const NAME: usize = 18;
const WHO: usize = 16;
/// The days in sight when one looks at weeks, and how many of them lie before what one looks at.
const WEEKS: (i64, i64) = (70, 21);

/// How wide the parts of each row are.
struct Room {
    /// Whether the signs of chain and neighbours have columns of their own.
    linked: bool,
    name: usize,
    bar: usize,
    end: usize,
    who: usize,
}

impl Room {
    /// The bar has what the words leave. Where that is too little, people go first, then names are cut, then days go.
    fn of(bars: &[&Bar], columns: usize) -> Self {
        let widest = |text: fn(&Bar) -> &str| bars.iter().map(|b| width(text(b))).max().unwrap_or(0);
        let gap = |wide: usize| if wide > 0 { wide + 2 } else { 0 };
        let mut room = Self {
            linked: bars.iter().any(|b| !b.chain.is_empty() || !b.after.is_empty()),
            name: widest(|b| &b.name.text),
            bar: 0,
            end: widest(|b| &b.end.text),
            who: widest(|b| &b.who.text).min(WHO),
        };
        let rest = |r: &Self| columns.saturating_sub(r.lead() + r.name + 2 + gap(r.end) + gap(r.who));
        if rest(&room) < LEAST {
            room.who = 0;
        }
        if rest(&room) < LEAST {
            let least = columns.saturating_sub(room.lead() + 2 + gap(room.end) + LEAST).max(NAME);
            room.name = room.name.min(least);
        }
        if rest(&room) < LEAST {
            room.end = 0;
        }
        room.bar = rest(&room).max(1);
        room
    }

    /// The mark, the signs of chain and neighbours, that of lateness, and air.
    fn lead(&self) -> usize {
        if self.linked { 6 } else { 4 }
    }
}

/// The days in sight, and how many columns they have.
#[derive(Clone, Copy)]
struct Scale {
    from: i64,
    to: i64,
    columns: usize,
}

impl Scale {
    /// All days; of weeks those around a day.
    fn of(days: i64, around: Option<i64>, columns: usize) -> Self {
        let Some(around) = around.filter(|_| days > WEEKS.0) else {
            return Self { from: 0, to: days, columns };
        };
        let from = (around - WEEKS.1).clamp(0, days - WEEKS.0);
        Self { from, to: from + WEEKS.0, columns }
    }

    fn shows(self, day: i64) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// The column of a day; of one that is not in sight, that of the nearest.
    fn at(self, day: i64) -> usize {
        let all = (self.to - self.from).max(1);
        let last = i64::try_from(self.columns).unwrap_or(i64::MAX) - 1;
        usize::try_from((day - self.from).clamp(0, all) * last.max(0) / all).unwrap_or(0)
    }
}

/// The rows of a chart in so many columns, and which of them are bars. The marked one is drawn without colours of its own;
/// `weeks` shows the weeks around it instead of all days.
pub fn lines(
    rows: &[&Row],
    theme: Theme,
    columns: usize,
    marked: Option<usize>,
    weeks: bool,
) -> Vec<(Line<'static>, bool)> {
    let bars: Vec<&Bar> =
        rows.iter().filter_map(|r| if let Row::Bar(b) = r { Some(b) } else { None }).collect();
    let room = Room::of(&bars, columns);
    let chosen = marked.and_then(|at| bars.get(at).copied());
    let axis = rows.iter().find_map(|r| if let Row::Axis(axis) = r { Some(axis) } else { None });
    let days = axis.map_or(1, |a| a.days);
    let looked_at = chosen.and_then(|b| b.strokes.iter().rev().find(|s| s.2 != '│'));
    let around = looked_at.map(|s| s.1).or(axis.map(|a| a.today)).filter(|_| weeks);
    let scale = Scale::of(days, around, room.bar);
    let mut drawn: Vec<Vec<char>> = bars.iter().map(|bar| strokes(bar, scale)).collect();
    if let Some(marked) = marked {
        links::draw(&mut drawn, &bars, marked);
    }
    let mut out = vec![];
    let mut nth = 0;
    for row in rows {
        match row {
            Row::Axis(axis) => out.extend(head(axis, scale, weeks, &room, theme).map(|line| (line, false))),
            Row::Bar(bar) => {
                out.push((line(bar, chosen, marked == Some(nth), &drawn[nth], &room, theme), true));
                nth += 1;
            }
            _ => {}
        }
    }
    out
}

/// Months or weeks by name, and below them where they begin, and today.
fn head(axis: &Axis, scale: Scale, weeks: bool, room: &Room, theme: Theme) -> [Line<'static>; 2] {
    let before = " ".repeat(room.lead() + room.name + 2);
    let named = if weeks { &axis.weeks } else { &axis.months };
    let mut above = String::new();
    for (day, name) in named.iter().filter(|(day, _)| scale.shows(*day)) {
        // A name that has no room behind the one before is left out.
        let (at, used) = (scale.at(*day), width(&above));
        if (used == 0 || used < at) && at + width(name) <= scale.columns {
            above.push_str(&" ".repeat(at - used));
            above.push_str(name);
        }
    }
    let mut ticks = vec![' '; scale.columns];
    let mut tick = |day: i64, sign| {
        if let Some(place) = ticks.get_mut(scale.at(day)).filter(|_| scale.shows(day)) {
            *place = sign;
        }
    };
    // Weeks that stand on each other tell nothing.
    if scale.columns * 7 >= 2 * usize::try_from(scale.to - scale.from).unwrap_or(usize::MAX) {
        for (day, _) in &axis.weeks {
            tick(*day, '·');
        }
    }
    for (day, _) in named {
        tick(*day, '╷');
    }
    let text =
        |from: usize, to: usize| ticks.iter().skip(from).take(to.saturating_sub(from)).collect::<String>();
    let mut below = Line::from(Span::raw(before.clone()));
    if scale.shows(axis.today) {
        let at = scale.at(axis.today);
        let today = dates::today();
        let wide = width(today) + 1;
        let (word, from) = if at + wide <= scale.columns {
            (format!("│{today}"), at)
        } else {
            (format!("{today}│"), (at + 1).saturating_sub(wide))
        };
        below.push_span(Span::styled(text(0, from), theme.muted()));
        below.push_span(Span::styled(word, theme.accent()));
        below.push_span(Span::styled(text(from + wide, scale.columns), theme.muted()));
    } else {
        below.push_span(Span::styled(text(0, scale.columns), theme.muted()));
    }
    [Line::from(vec![Span::raw(before), Span::styled(above, theme.muted())]), below]
}

fn line(
    bar: &Bar,
    chosen: Option<&Bar>,
    marked: bool,
    drawn: &[char],
    room: &Room,
    theme: Theme,
) -> Line<'static> {
    let look = |tone| if marked { Style::new() } else { theme.tone(tone) };
    let mut line = Line::from(Span::raw(if marked { "▸ " } else { "  " }));
    let neighbour = match chosen {
        Some(other) if other.after.contains(&bar.target) => "‹",
        Some(other) if bar.after.contains(&other.target) => "›",
        _ => " ",
    };
    if room.linked {
        line.push_span(Span::styled(fit(bar.chain, 1, false), look(Tone::Accent)));
        line.push_span(Span::styled(neighbour, look(Tone::Accent)));
    }
    line.push_span(Span::styled(if bar.late { "!" } else { " " }, look(Tone::Alarm)));
    line.push_span(Span::raw(" "));
    line.push_span(span(&bar.name, room.name, false, look(bar.name.tone)));
    line.push_span(Span::raw("  "));
    let stands_out = |c: &char| matches!(c, '│' | '┿') || links::is_link(*c);
    for run in drawn.chunk_by(|one, next| stands_out(one) == stands_out(next)) {
        let tone = if run.iter().any(stands_out) { Tone::Accent } else { bar.name.tone };
        line.push_span(Span::styled(run.iter().collect::<String>(), look(tone)));
    }
    for (cell, wide, right) in [(&bar.end, room.end, true), (&bar.who, room.who, false)] {
        if wide > 0 {
            line.push_span(Span::raw("  "));
            line.push_span(span(cell, wide, right, look(cell.tone)));
        }
    }
    line
}

/// What is drawn along a bar, a sign for each column.
fn strokes(bar: &Bar, scale: Scale) -> Vec<char> {
    let mut out = vec![' '; scale.columns];
    for (from, to, sign) in bar.strokes.iter().filter(|s| s.1 >= scale.from && s.0 <= scale.to) {
        for c in out.iter_mut().take(scale.at(*to) + 1).skip(scale.at(*from)) {
            // Today's line crosses a bar, and does not hide it.
            *c = if *sign == '│' && matches!(*c, '━' | '─') { '┿' } else { *sign };
        }
    }
    out
}

/// A row of marks with its words: behind it, else below it. Of the marks the newest stay.
pub fn course(course: &Course, theme: Theme, columns: usize) -> Vec<Line<'static>> {
    let look = theme.tone(course.words.tone);
    let label = format!("{}  ", course.label);
    let all = course.marks.chars().count();
    let room = columns.saturating_sub(width(&label)).max(1);
    let marks: String = course.marks.chars().skip(all.saturating_sub(room)).collect();
    let mut first = Line::from(vec![Span::styled(label, theme.muted()), Span::raw(marks)]);
    let gap = if all == 0 { 0 } else { 2 };
    if first.width() + gap + width(&course.words.text) <= columns {
        first.push_span(Span::raw(" ".repeat(gap)));
        first.push_span(Span::styled(wrap(&course.words.text, columns).concat(), look));
        return vec![first];
    }
    let below =
        wrap(&course.words.text, columns).into_iter().map(|text| Line::from(Span::styled(text, look)));
    std::iter::once(first).chain(below).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Cell;
    use crate::domain::{Moment, Ref, TaskId};
    use crate::ui::Colours;
    use proptest::prelude::*;

    fn any_bar() -> impl Strategy<Value = Bar> {
        let strokes = proptest::collection::vec(
            (0i64..400, 0i64..400, prop::sample::select(vec!['━', '◆', '│'])),
            0..4,
        );
        ("[a-zα-ω株 ]{0,60}", "[0-9A-Za-z ]{0,12}", "[a-z ]{0,30}", strokes, any::<bool>()).prop_map(
            |(name, end, who, strokes, linked)| Bar {
                chain: if linked { "*" } else { "" },
                end: Cell::plain(end),
                who: Cell::plain(who),
                strokes: strokes
                    .into_iter()
                    .map(|(one, other, sign)| (one.min(other), one.max(other), sign))
                    .collect(),
                ..Bar::of(Ref::from(TaskId::default()), Cell::plain(name))
            },
        )
    }

    /// The axis over days, counted from today.
    fn axis(first: i64, last: i64) -> Axis {
        let day = |n: i64| Moment { utc_ms: (20_000 + n) * 86_400_000, offset_min: 0 }.date();
        Axis::over(day(first), day(last), day(0))
    }

    proptest! {
        /// Whatever is drawn has as many columns as there are, and names are whole as long as a drawing can be read beside
        /// them.
        #[test]
        fn a_chart_takes_the_room_it_has(
            bars in prop::collection::vec(any_bar(), 1..6), columns in 50usize..200, weeks in any::<bool>(),
            first in -400i64..1, last in 0i64..400, marked in prop::option::of(0usize..6),
        ) {
            let theme = Theme::new(Colours::None, false);
            let mut rows = vec![Row::Axis(axis(first, last))];
            rows.extend(bars.iter().cloned().map(Row::Bar));
            let drawn = lines(&rows.iter().collect::<Vec<_>>(), theme, columns, marked, weeks);
            prop_assert_eq!(drawn.iter().filter(|(_, is_bar)| *is_bar).count(), bars.len());
            for (line, _) in &drawn {
                prop_assert!(line.width() <= columns, "{} of {columns}: {line:?}", line.width());
            }
            let room = Room::of(&bars.iter().collect::<Vec<_>>(), columns);
            let widest = bars.iter().map(|b| width(&b.name.text)).max().unwrap_or(0);
            let end = bars.iter().map(|b| width(&b.end.text)).max().unwrap_or(0);
            if room.lead() + widest + 2 + end + 2 + LEAST <= columns {
                prop_assert_eq!(room.name, widest);
                prop_assert!(room.bar >= LEAST);
            }
        }

        /// Days stand in order, and within the columns.
        #[test]
        fn days_keep_their_order(days in 1i64..800, around in prop::option::of(0i64..800), columns in 1usize..200) {
            let scale = Scale::of(days, around, columns);
            let places: Vec<usize> = (0..=days).map(|day| scale.at(day)).collect();
            prop_assert!(places.is_sorted() && places.iter().all(|at| *at < columns));
            prop_assert!(scale.from >= 0 && scale.to <= days.max(WEEKS.0) && scale.from <= scale.to);
        }
    }
}
