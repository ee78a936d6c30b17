//! A form: labels, what is written, complaints at their fields, suggestions below.

use super::document::more;
use super::text::{cut, fit, width, wrap};
use super::{Theme, alike, body, calendar, field, on, padded, scrolled, suggestions, window};
use crate::app::{
    Click, Drawn, Entry, Form, FormCommand, Input, Model, Picked, Region, Seen, Sheet, TextBox, Tone,
};
use crate::domain::{Record, Type, parse};
use crate::words::{self, Of};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Rows a long text may have while it has the keys, even where the other fields have no room then; and otherwise.
const LONG: (usize, usize) = (8, 2);

/// Columns of the labels at the most, where a form is narrow.
const LABEL: usize = 24;

/// Columns that a form has at least beside the list.
pub(super) const COLUMNS: u16 = 64;
/// Columns that are left to the list beside a form at least.
pub(super) const LIST: u16 = 40;

/// Columns that are written in before what was understood, and that this has at least.
const READ_AFTER: u16 = 12;
const READ_LEAST: u16 = 16;

/// Draws the form over the desk.
pub fn draw(model: &Model, form: &Form, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let body = body(frame.area());
    let place = beside(body, &seen.drawn);
    let inner = window(frame, place, title(model, form, theme), theme, true);
    let inner = padded(inner);
    if inner.height < 4 {
        return;
    }
    let shown = form.shown();
    let labels = shown.iter().filter_map(|at| form.entries.get(*at)).map(|e| width(label_of(e)) + 2);
    let label = labels.max().unwrap_or(0).min(LABEL.max(usize::from(inner.width) * 2 / 5));
    let text_width = usize::from(inner.width).saturating_sub(label + 2).max(1);
    seen.drawn.text_width = u16::try_from(text_width).unwrap_or(u16::MAX);
    // The last line of the form says what the field is for; the rest is for the fields.
    let fields = Rect { height: inner.height - 2, ..inner };
    // A long text that is written takes the room that the other fields leave.
    let most = usize::from(fields.height).saturating_sub(shown.len()).max(LONG.0);
    let alike = form.alike_below().zip(form.alike(model.ctx()));
    // Each field in sight with its first line and the one behind it; a heading has an empty line above it.
    let (mut rows, mut y) = (vec![], 0);
    for at in &shown {
        let Some(entry) = form.entries.get(*at) else { continue };
        let above = if form.heading(*at).is_none() { 0 } else { 2 };
        let room = usize::from(alike.as_ref().is_some_and(|(below, _)| below == at));
        let tall = height(entry, (*at == form.at).then_some(most), text_width) + room;
        rows.push((*at, y + above, y + above + tall));
        y += above + tall;
    }
    let folded = fold_line(form, usize::from(fields.width));
    let (room, all) = (usize::from(fields.height), y + if folded.is_some() { 2 } else { 0 });
    let (start, end) = rows.iter().find(|r| r.0 == form.at).map_or((0, 0), |r| (r.1, r.2));
    // The heading of the first field of a group comes into sight with it.
    let above = start.saturating_sub(if form.heading(form.at).is_some() { 2 } else { 0 });
    let mut top = scrolled(form.top, above, room, all);
    if end > top + room {
        top = end.saturating_sub(room).min(start);
    }
    more(top > 0, top + room < all, theme, frame, place);
    let line = |y: usize| Place { area: fields, top, y, label, text_width, most };
    for (at, start, end) in &rows {
        if let Some((heading, area)) = form.heading(*at).zip(line(start.saturating_sub(1)).line(0)) {
            let heading = Span::styled(words::label(Of::Fields, heading), theme.heading());
            frame.render_widget(Line::from(heading), area);
        }
        let place = line(*start);
        draw_entry(model, &form.entries[*at], *at == form.at, &place, theme, frame);
        for area in (*start..*end).filter_map(|row| line(row).line(0)) {
            let by = nth_of(&rows, *at) - nth_of(&rows, form.at);
            let (next, back) = (FormCommand::Next.into(), FormCommand::Previous.into());
            on(seen, area, Region::Layer, Click::Steps { on: next, back, by });
        }
        let words = alike.as_ref().filter(|(below, _)| below == at);
        if let Some(((_, words), area)) = words.zip(line(end.saturating_sub(1)).line(0)) {
            alike::draw(words, theme, frame, area, seen);
        }
    }
    if let Some((words, area)) = folded.zip(line(y + 1).line(0)) {
        let words = Span::styled(cut(&words, usize::from(area.width)), theme.muted());
        frame.render_widget(Line::from(words), area);
    }
    hint(model, form, theme, frame, Rect { y: inner.bottom() - 2, height: 2, ..inner });
    if let Some(line) = line(start).text(0) {
        suggestions::draw(model, form, line, theme, frame, seen);
    }
    if let Some(entry) = form.entry().filter(|e| e.is_day() && body.width >= calendar::FROM) {
        let used = u16::try_from(all.saturating_sub(top)).unwrap_or(u16::MAX).min(fields.height);
        if let Some(area) = line(start).line(0).and_then(|line| calendar::place(fields, used, line)) {
            let sheet = Sheet::of(model.ctx(), model.screen.month.as_ref(), entry.day(model.ctx()));
            calendar::draw(&sheet, theme, frame, area);
        }
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (fields.height, top);
}

/// The word before a field. The pairs that have none stand under a heading that says what their field is called.
fn label_of(entry: &Entry) -> &'static str {
    if matches!(entry.field.kind, Type::Pairs) { words::custom::others() } else { words::field(entry.field) }
}

/// Which of the fields in sight one is.
fn nth_of(rows: &[(usize, usize, usize)], at: usize) -> isize {
    rows.iter().position(|row| row.0 == at).unwrap_or(0).cast_signed()
}

/// Where the form stands: beside the list, in the place of the record, where that is wide enough; else over everything,
/// since a sliver of what lies below at either side would only be in the way.
fn beside(body: Rect, drawn: &Drawn) -> Rect {
    let place = |[_, y, width, height]: [u16; 4]| {
        let width = width.max(COLUMNS).min(body.width);
        Rect { x: body.right() - width, y, width, height }
    };
    drawn.beside.map(place).filter(|place| place.x >= body.x + LIST).unwrap_or(body)
}

/// "13 more fields · Address · Contact every" below the fields that are in sight; of the headings as many as have room.
fn fold_line(form: &Form, columns: usize) -> Option<String> {
    let (hidden, headings) = form.folded();
    let headings: Vec<&str> = headings.into_iter().map(|h| words::label(Of::Fields, h)).collect();
    let more = |hidden| words::screen::more_fields(words::whole(hidden));
    let line = |named: usize| {
        let rest = if named < headings.len() { " · …" } else { "" };
        format!("▸ {}{rest}", [&[more(hidden).as_str()], &headings[..named]].concat().join(" · "))
    };
    let fits = (0..=headings.len()).rev().find(|named| width(&line(*named)) <= columns);
    (hidden > 0).then(|| line(fits.unwrap_or(0)))
}

/// Where an entry stands: its line among all lines of the form, of which those from `top` are seen in `area`.
struct Place {
    area: Rect,
    top: usize,
    y: usize,
    label: usize,
    text_width: usize,
    /// Rows for a long text that has the keys.
    most: usize,
}

impl Place {
    /// The place on screen of the entry's line `row`, if it is seen.
    fn line(&self, row: usize) -> Option<Rect> {
        let y = (self.y + row).checked_sub(self.top)?;
        let y = u16::try_from(y).ok().filter(|y| *y < self.area.height)?;
        Some(Rect { y: self.area.y + y, height: 1, ..self.area })
    }

    /// The part of such a line that holds the text.
    fn text(&self, row: usize) -> Option<Rect> {
        let line = self.line(row)?;
        let x = u16::try_from(self.label + 2).unwrap_or(0).min(line.width);
        Some(Rect { x: line.x + x, width: line.width - x, ..line })
    }
}

/// What is written, and how far down the form the field is.
fn title(model: &Model, form: &Form, theme: Theme) -> Line<'static> {
    let kind = words::of_kind(form.kind());
    let what = match (&form.before, &form.record) {
        (Some(record), _) => words::screen::edit(kind, &cut(&model.data.book.title(record.id()), 40)),
        (None, Record::Interaction(_)) => words::screen::log_touch().to_owned(),
        (None, _) => words::screen::add_kind(kind),
    };
    let shown = form.shown();
    let nth = shown.iter().position(|at| *at == form.at).map_or(1, |nth| nth + 1);
    let at = format!(" · {} ", words::screen::nth_of(nth, shown.len()));
    Line::from(vec![
        Span::styled(format!(" {what}"), theme.heading()),
        Span::styled(at, theme.tone(Tone::Plain)),
    ])
}

/// `most` rows for a long text, when this is the field that has the keys.
fn height(entry: &Entry, most: Option<usize>, text_width: usize) -> usize {
    let text = match &entry.input {
        Input::Long(text) => long_rows(text.rows(text_width).len(), most),
        _ => 1,
    };
    text + complaint(entry, text_width).len()
}

/// What is wrong with a field, in lines below it: whoever is to mend it reads all of it.
fn complaint(entry: &Entry, text_width: usize) -> Vec<String> {
    entry.error.as_ref().map_or_else(Vec::new, |error| wrap(&format!("! {error}"), text_width))
}

fn long_rows(rows: usize, most: Option<usize>) -> usize {
    most.map_or_else(|| rows.clamp(1, LONG.1), |most| rows.clamp(LONG.1 + 1, most))
}

fn draw_entry(model: &Model, entry: &Entry, here: bool, place: &Place, theme: Theme, frame: &mut Frame<'_>) {
    if let Some(line) = place.line(0) {
        let mark = if here { "▸ " } else { "  " };
        let star = if entry.field.traits.required { "*" } else { "" };
        let style = if here { theme.key() } else { theme.muted() };
        let label = fit(&format!("{}{star}", label_of(entry)), place.label, false);
        frame.render_widget(
            Line::from(vec![Span::styled(mark, theme.key()), Span::styled(label, style)]),
            line,
        );
    }
    let rows = match &entry.input {
        Input::Line(text) => draw_line(model, entry, text, here, place, theme, frame),
        Input::Long(text) => draw_long(text, here, place, theme, frame),
        Input::Choice(code, _) => draw_choice(entry, *code, here, place, theme, frame),
        Input::Picks(picks, typed) => draw_picks(model, entry, picks, typed, here, place, theme, frame),
    };
    for (row, words) in (rows..).zip(complaint(entry, place.text_width)) {
        let Some(line) = place.text(row) else { continue };
        frame.render_widget(Line::from(Span::styled(words, theme.tone(Tone::Alarm))), line);
    }
}

fn field_style(here: bool) -> Style {
    if here { Style::new().add_modifier(Modifier::UNDERLINED) } else { Style::new() }
}

/// A line; where it is written, what was understood stands behind it.
fn draw_line(
    model: &Model,
    entry: &Entry,
    text: &TextBox,
    here: bool,
    place: &Place,
    theme: Theme,
    frame: &mut Frame<'_>,
) -> usize {
    let Some(area) = place.text(0) else { return 1 };
    if !here {
        frame.render_widget(Line::from(cut(&entry.at_rest(model.ctx()), place.text_width)), area);
        return 1;
    }
    let mut written = area;
    if let Some((words, tone)) = entry.reading(model.ctx()) {
        let used = u16::try_from(width(text.text()) + 1).unwrap_or(u16::MAX).max(READ_AFTER);
        let behind = used.saturating_add(2).min(area.width);
        // What is written goes before what it means.
        if area.width - behind >= READ_LEAST.min(u16::try_from(width(&words)).unwrap_or(u16::MAX)) {
            written.width = used;
            let beside = Rect { x: area.x + behind, width: area.width - behind, ..area };
            let words = cut(&words, usize::from(beside.width));
            frame.render_widget(Line::from(Span::styled(words, theme.tone(tone))), beside);
        }
    }
    let used = field::draw(text, field_style(true), frame, written);
    if entry.is_selected() {
        let marked = Rect { width: u16::try_from(used).unwrap_or(written.width), ..written };
        frame.buffer_mut().set_style(marked, Style::new().add_modifier(Modifier::REVERSED));
    }
    1
}

fn draw_long(text: &TextBox, here: bool, place: &Place, theme: Theme, frame: &mut Frame<'_>) -> usize {
    let rows = text.rows(place.text_width);
    let room = long_rows(rows.len(), here.then_some(place.most));
    let (row, column) = text.place(place.text_width);
    let first = if here { scrolled(0, row, room, rows.len()) } else { 0 };
    for i in 0..room {
        let Some(area) = place.text(i) else { continue };
        let shown = rows.get(first + i).map_or("", |r| &text.text()[r.clone()]);
        let more = !here && i + 1 == room && rows.len() > room;
        let shown = if more { cut_short(shown, place.text_width) } else { shown.to_owned() };
        let style = if here { field_style(true) } else { theme.tone(Tone::Plain) };
        frame.render_widget(Line::from(Span::styled(fit(&shown, place.text_width, false), style)), area);
        if here && first + i == row {
            field::cursor(frame, area, column);
        }
    }
    room
}

/// A row behind which there is more: with one sign for that, in its room.
fn cut_short(row: &str, columns: usize) -> String {
    let whole = format!("{} …", row.trim_end());
    if width(&whole) <= columns { whole } else { cut(&whole, columns) }
}

/// One of a few: the choice, and while it has the keys all of them, the chosen one reversed.
fn draw_choice(
    entry: &Entry,
    code: u8,
    here: bool,
    place: &Place,
    theme: Theme,
    frame: &mut Frame<'_>,
) -> usize {
    let Some(area) = place.text(0) else { return 1 };
    let list = parse::choices(&entry.field.kind);
    let full: usize = list.iter().map(|c| width(words::choice_shown(c)) + 3).sum();
    let label = words::value::word(&entry.field.kind, code);
    if !here || full > place.text_width {
        let text = if here { format!("‹ {label} ›") } else { label.to_owned() };
        frame.render_widget(Line::from(Span::raw(cut(&text, place.text_width))), area);
        if here {
            field::cursor(frame, area, 2);
        }
        return 1;
    }
    let mut line = Line::default();
    let mut x = 0;
    for choice in list {
        let chosen = choice.code == code;
        if chosen {
            field::cursor(frame, area, x + 1);
        }
        let style = if chosen { theme.chosen(true) } else { theme.muted() };
        line.push_span(Span::styled(format!(" {} ", words::choice_shown(choice)), style));
        line.push_span(Span::raw(" "));
        x += width(words::choice_shown(choice)) + 3;
    }
    frame.render_widget(line, area);
    1
}

#[allow(
    clippy::too_many_arguments,
    reason = "one call, and each is a different thing that is drawn from or on"
)]
fn draw_picks(
    model: &Model,
    entry: &Entry,
    picks: &[Picked],
    typed: &TextBox,
    here: bool,
    place: &Place,
    theme: Theme,
    frame: &mut Frame<'_>,
) -> usize {
    let Some(area) = place.text(0) else { return 1 };
    let names: Vec<String> = picks.iter().map(|p| entry.name(model.ctx(), p)).collect();
    let mut shown = names.join(", ");
    if !here {
        let rest = typed.text().trim();
        let mut line = Line::from(cut(&shown, place.text_width));
        if !rest.is_empty() {
            let left = place.text_width.saturating_sub(line.width() + 2);
            line.push_span(Span::styled(cut(&format!(" ? {rest}"), left), theme.tone(Tone::Alarm)));
        }
        frame.render_widget(line, area);
        return 1;
    }
    if !shown.is_empty() {
        shown.push_str(if entry.takes_many() { ", " } else { "  " });
    }
    // What is being typed must have room, however much was taken.
    let typed_width = width(typed.text()).max(10);
    let room = place.text_width.saturating_sub(typed_width + 1);
    let shown = cut(&shown, room);
    let used = width(&shown);
    frame.render_widget(Line::from(Span::styled(shown, theme.accent())), area);
    let taken = u16::try_from(used).unwrap_or(0).min(area.width);
    let area = Rect { x: area.x + taken, width: area.width - taken, ..area };
    field::draw(typed, field_style(true), frame, area);
    1
}

/// What the field is for, what a date comes to, or what is wrong with the record as a whole.
fn hint(model: &Model, form: &Form, theme: Theme, frame: &mut Frame<'_>, area: Rect) {
    let columns = usize::from(area.width);
    let (words, tone) = match (&form.complaint, form.entry()) {
        (Some(words), _) => (format!("! {words}"), Tone::Alarm),
        // Beside its field there may be no room for it.
        (None, Some(entry)) if !entry.doubts(model.ctx()).is_empty() => {
            (format!("! {}", entry.doubts(model.ctx()).join(", ")), Tone::Warning)
        }
        (None, Some(entry)) => {
            let mut words = entry.hint(model.ctx());
            if matches!(entry.input, Input::Choice(..)) {
                words = format!("{words} {}", words::screen::turn());
            }
            (words, Tone::Muted)
        }
        (None, None) => return,
    };
    // One line at the bottom, or two.
    let mut lines = wrap(&words, columns);
    if lines.len() > 2 {
        lines[1] = cut(&lines[1..].join(" "), columns);
        lines.truncate(2);
    }
    let first = area.bottom() - u16::try_from(lines.len()).unwrap_or(1);
    for (y, line) in (first..area.bottom()).zip(lines) {
        frame.render_widget(Line::from(Span::styled(line, theme.tone(tone))), Rect { y, height: 1, ..area });
    }
}
