//! A month: the grid of its weeks with signs for what falls on each day, and the rows of the marked day.

use super::text::{cut, fit, width};
use super::{Theme, body, on, padded, scrolled, window};
use crate::app::{Click, Model, Month, MonthCommand, Region, Seen, Tone, signs};
use crate::domain::Absence;
use crate::domain::derive::month::{Day, Entry, Sort, is_same};
use crate::words::{self, dates};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// From this width on the rows of the day stand beside the grid, else below it.
const BESIDE: u16 = 90;
/// The columns of a day: at the least, and at the most.
const CELL: (u16, u16) = (7, 14);
/// What a row is told with besides its name: below so many columns the client is left out.
const CLIENT: usize = 50;

/// Draws the month over the desk.
pub fn draw(model: &Model, month: &Month, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let area = body(frame.area());
    let title = Line::from(Span::styled(format!(" {} ", dates::month_name(month.day)), theme.heading()));
    let inner = padded(window(frame, area, title, theme, true));
    let weeks = u16::try_from(month.weeks.len()).unwrap_or(6);
    let beside = inner.width >= BESIDE;
    let cell = if beside { inner.width / 2 / 7 } else { inner.width / 7 }.clamp(CELL.0, CELL.1);
    let rows_below = if beside { 2 } else { 7 };
    let tall = ((inner.height.saturating_sub(1 + rows_below)) / weeks.max(1)).clamp(1, 4);
    let grid = Rect { width: (cell * 7).min(inner.width), height: 1 + weeks * tall, ..inner };
    draw_grid(model, month, theme, frame, (grid, cell, tall), seen);
    let place = if beside {
        let x = grid.right() + 3;
        Rect { x, width: inner.right().saturating_sub(x), ..inner }
    } else {
        let y = (grid.bottom() + u16::from(inner.height > grid.height + 4)).min(inner.bottom());
        Rect { y, height: inner.bottom() - y, ..inner }
    };
    draw_day(model, month, theme, frame, place, seen);
    if beside && grid.bottom() + 2 <= inner.bottom() {
        let legend = Rect { y: grid.bottom() + 1, height: inner.bottom() - grid.bottom() - 1, ..grid };
        draw_legend(theme, frame, legend);
    }
}

/// Each sign with its word, in as many lines as they need.
fn draw_legend(theme: Theme, frame: &mut Frame<'_>, place: Rect) {
    let all = Sort::ALL.map(|sort| format!("{} {}", signs::of_day(sort).sign, Month::why(sort)));
    let mut lines = vec![String::new()];
    for text in all {
        let Some(line) = lines.last_mut() else { return };
        if !line.is_empty() && width(line) + 3 + width(&text) > usize::from(place.width) {
            lines.push(text);
        } else {
            line.push_str(if line.is_empty() { "" } else { "   " });
            line.push_str(&text);
        }
    }
    for (y, line) in (place.y..place.bottom()).zip(lines) {
        frame.render_widget(Line::from(Span::styled(line, theme.muted())), Rect { y, height: 1, ..place });
    }
}

fn draw_grid(
    model: &Model,
    month: &Month,
    theme: Theme,
    frame: &mut Frame<'_>,
    (place, cell, tall): (Rect, u16, u16),
    seen: &mut Seen,
) {
    let at = |nth: usize| place.x + u16::try_from(nth).unwrap_or(0) * cell;
    let names = month.weeks.iter().find(|week| week.len() == 7).into_iter().flatten();
    for (nth, day) in names.enumerate() {
        let name = dates::weekday(day.date);
        let line = Line::from(Span::styled(format!(" {name}"), theme.muted()));
        frame.render_widget(line, Rect { x: at(nth), width: cell, height: 1, ..place });
    }
    for (y, week) in (place.y + 1..).step_by(usize::from(tall)).zip(&month.weeks) {
        for (nth, day) in week.iter().enumerate() {
            let place = Rect { x: at(nth), y, width: cell, height: tall };
            let lines = cell_lines(model, month, day, theme, place);
            let marked = day.date == month.day;
            let by = isize::try_from((day.date - month.day).num_days()).unwrap_or(0);
            let (next, back) = (MonthCommand::Next.into(), MonthCommand::Previous.into());
            on(seen, place, Region::Layer, Click::Steps { on: next, back, by });
            for (y, line) in (y..y + tall).zip(lines) {
                frame.render_widget(line, Rect { y, height: 1, ..place });
            }
            if marked {
                let line = Rect { width: cell - 1, height: 1, ..place };
                frame.buffer_mut().set_style(line, theme.chosen(month.item.is_none()));
                if month.item.is_none() {
                    seen.drawn.marked = Some((place.x, y));
                }
            }
        }
    }
}

/// The number of a day with a sign when something of it is late; what falls on it behind that or below, as there is room.
fn cell_lines(model: &Model, month: &Month, day: &Day, theme: Theme, place: Rect) -> Vec<Line<'static>> {
    let today = model.ctx().today();
    let same = is_same(day.date, month.day);
    let late = if day.is_late(today) { "!" } else { " " };
    let number = day.date.format("%-d").to_string();
    let number = if day.date == today { format!("[{number}]") } else { format!("{number} ") };
    let look = match day {
        d if d.date == today => theme.heading(),
        d if !same || !d.is_workday => theme.muted(),
        _ => Style::new(),
    };
    let wide = usize::from(place.width).saturating_sub(1);
    let mut first = Line::from(Span::styled(late, theme.tone(Tone::Alarm)));
    first.push_span(Span::styled(format!("{number:>4}"), look));
    let tone = |sort: Sort| {
        if sort.is_asked() && day.date < today { theme.tone(Tone::Alarm) } else { Style::new() }
    };
    let tone = |sort| if same { tone(sort) } else { theme.muted() };
    if place.height == 1 {
        let mut room = wide.saturating_sub(first.width());
        for sort in day.sorts() {
            let sign = signs::of_day(sort).sign;
            if room > 0 {
                room -= 1;
                first.push_span(Span::styled(sign, tone(sort)));
            }
        }
        return vec![first];
    }
    let mut lines = vec![first];
    let mut line = Line::from(Span::raw(" "));
    for sort in day.sorts() {
        let count = day.entries.iter().filter(|e| e.sort == sort).count();
        let text = format!("{}{count}", signs::of_day(sort).sign);
        if line.width() > 1 && line.width() + 1 + width(&text) > wide {
            lines.push(std::mem::replace(&mut line, Line::from(Span::raw(" "))));
        }
        if line.width() > 1 {
            line.push_span(Span::raw(" "));
        }
        line.push_span(Span::styled(text, tone(sort)));
    }
    lines.push(line);
    lines
}

/// The marked day by name, and a row for each thing that falls on it.
fn draw_day(model: &Model, month: &Month, theme: Theme, frame: &mut Frame<'_>, place: Rect, seen: &mut Seen) {
    let today = model.ctx().today();
    let Some(day) = month.marked().filter(|_| place.height > 1) else { return };
    let off = dates::why_off(model.data.book.workdays(), day.date).filter(|_| !day.is_workday);
    let off = off.filter(|why| *why != dates::weekday_name(day.date));
    let mut head = vec![dates::show(day.date, today), dates::relative(day.date, today)];
    head.extend(off);
    let head = cut(&head.join(" · "), usize::from(place.width));
    frame.render_widget(Line::from(Span::styled(head, theme.heading())), Rect { height: 1, ..place });
    let rows = Rect { y: place.y + 1, height: place.height - 1, ..place };
    if day.entries.is_empty() {
        let words = Line::from(Span::styled(words::screen::nothing_falls(), theme.muted()));
        frame.render_widget(words, Rect { height: 1, ..rows });
    }
    let room = usize::from(rows.height);
    let top = scrolled(month.top, month.item.unwrap_or(0), room, day.entries.len());
    let late = day.date < today;
    for ((nth, entry), y) in day.entries.iter().enumerate().skip(top).zip(rows.y..rows.bottom()) {
        let marked = month.item == Some(nth);
        let line = row(model, entry, late, usize::from(rows.width), marked, theme);
        let place = Rect { y, height: 1, ..rows };
        frame.render_widget(line, place);
        on(
            seen,
            place,
            Region::Layer,
            Click::Mark(nth.cast_signed() - month.item.unwrap_or(0).cast_signed()),
        );
        if marked {
            frame.buffer_mut().set_style(place, theme.chosen(true));
            seen.drawn.marked = Some((place.x, y));
        }
    }
    let area = body(frame.area());
    super::document::more(top > 0, top + room < day.entries.len(), theme, frame, area);
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (rows.height, top);
}

/// "▸ ! ◆ promised  New banner for spring  Aegean Foods"
fn row(
    model: &Model,
    entry: &Entry,
    late: bool,
    columns: usize,
    marked: bool,
    theme: Theme,
) -> Line<'static> {
    let ctx = model.ctx();
    let late = late && entry.sort.is_asked();
    let tone = if late { Tone::Alarm } else { Tone::Plain };
    let look = |tone| if marked { Style::new() } else { theme.tone(tone) };
    let hour = entry.at.map(|at| at.local().format("%H:%M ").to_string()).unwrap_or_default();
    let why = Sort::ALL.map(|sort| width(Month::why(sort))).into_iter().max().unwrap_or(0) + 1;
    let why = fit(Month::why(entry.sort), why, false);
    let head = format!("{}{} ", if late { "!" } else { " " }, signs::of_day(entry.sort).sign);
    let mut line = Line::from(Span::raw(if marked { "▸ " } else { "  " }));
    line.push_span(Span::styled(head, look(tone)));
    line.push_span(Span::styled(why, look(Tone::Muted)));
    let left = columns.saturating_sub(line.width());
    let client = entry.client.filter(|_| columns >= CLIENT).map(|c| ctx.name(c)).unwrap_or_default();
    let client = cut(&client, left / 3);
    let gap = if client.is_empty() { 0 } else { width(&client) + 2 };
    let until = ctx.get(entry.target).and_then(Absence::of).and_then(|a| a.last);
    let until = until
        .map(|day| format!(" {}", words::screen::until(&dates::plain(day, ctx.today()))))
        .unwrap_or_default();
    let name = format!("{hour}{}{until}", ctx.name(entry.target));
    line.push_span(Span::styled(fit(&name, left.saturating_sub(gap), false), look(Tone::Plain)));
    if gap > 0 {
        line.push_span(Span::styled(format!("  {client}"), look(Tone::Muted)));
    }
    line
}
