//! The box that asks for a day.

use super::text::{cut, fit, width, wrap};
use super::{Theme, body, on, padded, window};
use super::{calendar, field};
use crate::app::{Click, Later, Model, Region, Seen, Sheet, Tone, Until};
use crate::words::{self, dates};
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Columns of the box where there is room.
const WIDE: u16 = 66;
/// Air behind the words of a day on offer.
const AIR: usize = 3;

/// Where the box and the month of its day stand: side by side, or one under the other.
fn with_month(body: Rect, area: Rect) -> (Rect, Option<Rect>) {
    let high = calendar::height(calendar::WIDE);
    if body.width < calendar::FROM {
        (area, None)
    } else if body.width >= area.width + calendar::WIDE && body.height >= high {
        let both = body.centered(Constraint::Length(area.width + calendar::WIDE), Constraint::Length(high));
        let month = Rect { x: both.x + area.width, width: calendar::WIDE, ..both };
        (Rect { height: area.height.min(both.height), width: area.width, ..both }, Some(month))
    } else if body.height >= area.height + calendar::HIGH {
        let all = area.height + calendar::height(area.width);
        let both = body.centered(Constraint::Length(area.width), Constraint::Length(all.min(body.height)));
        let month = Rect { y: both.y + area.height, height: both.height - area.height, ..both };
        (Rect { height: area.height, ..both }, Some(month))
    } else {
        (area, None)
    }
}

/// Draws the days on offer, and a line for any other.
pub fn draw(model: &Model, later: &Later, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let (ctx, body) = (model.ctx(), body(frame.area()));
    let high = u16::try_from(later.days.len() + 5).unwrap_or(u16::MAX).min(body.height);
    let area = body.centered(Constraint::Length(WIDE.min(body.width)), Constraint::Length(high));
    // The month stands beside the box where there is room for both, else under or over it.
    let (area, month) = with_month(body, area);
    if let Some(month) = month {
        calendar::draw(&Sheet::of(ctx, model.screen.month.as_ref(), later.day(ctx)), theme, frame, month);
    }
    let what = match later.until {
        Until::Snooze => words::screen::snooze_until(),
        Until::Move => words::screen::postpone_to(),
    };
    let title = cut(&format!(" {what} · {} ", ctx.name(later.target)), usize::from(area.width - 4));
    let inner = window(frame, area, Line::from(Span::styled(title, theme.heading())), theme, true);
    let inner = padded(inner);
    let columns = usize::from(inner.width);
    let line = |nth: usize| {
        let y = inner.y + u16::try_from(nth).unwrap_or(u16::MAX);
        (y < inner.bottom()).then_some(Rect { y, height: 1, ..inner })
    };
    let wide = later.days.iter().map(|(words, _)| width(words)).max().unwrap_or(0) + AIR;
    for (nth, (words, day)) in later.days.iter().enumerate() {
        let Some(place) = line(nth) else { break };
        let marked = later.marked() == Some(nth);
        let off =
            dates::why_off(ctx.book.workdays(), *day).map(|why| format!("   {why}")).unwrap_or_default();
        let text = format!("{}{off}", dates::show(*day, ctx.today()));
        let row = Line::from(vec![
            Span::raw(if marked { "▸ " } else { "  " }),
            Span::styled(format!("{}  ", nth + 1), theme.key()),
            Span::raw(fit(words, wide, false)),
            Span::raw(cut(&text, columns.saturating_sub(wide + 5))),
        ]);
        frame.render_widget(row, place);
        on(seen, place, Region::Layer, Click::Mark(nth.cast_signed() - later.at.cast_signed()));
        if marked {
            frame.buffer_mut().set_style(place, theme.chosen(true));
        }
    }
    let typed = later.marked().is_none();
    if let Some(place) = line(later.days.len()) {
        let label = format!("  {}  ", words::screen::or());
        frame.render_widget(Line::from(Span::styled(label.as_str(), theme.muted())), place);
        let before = u16::try_from(width(&label)).unwrap_or(0);
        let room = Rect { x: place.x + before, width: place.width.saturating_sub(before).min(16), ..place };
        field::draw(&later.typed, Style::new().add_modifier(Modifier::UNDERLINED), frame, room);
    }
    let told = match (later.doubt(ctx), later.until) {
        (doubt, _) if typed || doubt.is_some() => {
            let doubt = doubt.map(|doubt| format!("! {doubt}"));
            let tone = if doubt.is_some() { Tone::Warning } else { Tone::Accent };
            let words: Vec<String> = later.reading(ctx).into_iter().chain(doubt).collect();
            Some((words.join(" "), tone))
        }
        (_, Until::Snooze) => Some((words::screen::out_of_today().into(), Tone::Muted)),
        (_, Until::Move) => {
            let stands = |from| words::screen::stands_on(&dates::show(from, ctx.today()));
            later.from.map(|from| (stands(from), Tone::Muted))
        }
    };
    let Some((words, tone)) = told else { return };
    // At the foot of the box: in one line, or in two.
    let lines = wrap(&words, columns);
    let first = later.days.len() + 3 - lines.len().min(2);
    for (nth, words) in lines.into_iter().take(2).enumerate() {
        if let Some(place) = line(first + nth) {
            frame.render_widget(Line::from(Span::styled(words, theme.tone(tone))), place);
        }
    }
}
