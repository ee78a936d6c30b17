//! A file on its way in: where its columns go, then what it would bring, row by row.

use super::text::{cut, fit, width, wrap};
use super::{Theme, bar, body, on, padded, scrolled, window};
use crate::app::{Click, Fate, FileColumns, FileRow, FileRows, Importing, Region, Seen, Shown, Takes, Tone};
use crate::domain::text::clean;
use crate::words::{self, importing as said};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The most columns that the name of a column and that of its field take, in hundredths of the room.
const SHARE: usize = 34;
/// From this height on more of the marked row is told.
const TALL: u16 = 24;

/// Draws the file over the desk.
pub fn draw(importing: &Importing, theme: Theme, frame: &mut Frame<'_>, seen: &mut Seen) {
    let area = body(frame.area());
    let file = importing.wanted.path.rsplit(['/', '\\']).next().unwrap_or_default();
    let file = clean(file);
    let title = if importing.is_at_columns() { said::columns_of(&file) } else { said::from(&file) };
    let title = cut(&format!(" {title} "), usize::from(area.width.saturating_sub(4)));
    let inner = padded(window(frame, area, Line::from(Span::styled(title, theme.heading())), theme, true));
    if importing.reading {
        say(said::reading(), Tone::Muted, theme, frame, inner);
    } else if let Some(rows) = &importing.rows {
        draw_rows(importing, rows, theme, frame, (inner, area), seen);
    } else if let Some(columns) = &importing.columns {
        draw_columns(importing, columns, theme, frame, (inner, area), seen);
    } else if let Some(why) = &importing.wrong {
        say(why, Tone::Warning, theme, frame, inner);
    }
}

fn say(words: &str, tone: Tone, theme: Theme, frame: &mut Frame<'_>, inner: Rect) {
    for (y, line) in (inner.y..inner.bottom()).zip(wrap(words, usize::from(inner.width))) {
        frame.render_widget(Line::styled(line, theme.tone(tone)), Rect { y, height: 1, ..inner });
    }
}

fn draw_columns(
    importing: &Importing,
    read: &FileColumns,
    theme: Theme,
    frame: &mut Frame<'_>,
    (inner, area): (Rect, Rect),
    seen: &mut Seen,
) {
    let row = |nth: u16| Rect { y: inner.y + nth, height: 1, ..inner };
    let head = match read.kind {
        Some(kind) => vec![Line::from(vec![
            Span::styled(format!("{} ", said::each_row()), theme.muted()),
            Span::styled(words::kind(kind), theme.heading()),
        ])],
        None => wrap(said::kind_is_open(), usize::from(inner.width))
            .into_iter()
            .map(|line| Line::styled(line, theme.tone(Tone::Warning)))
            .collect(),
    };
    // One line, an empty one, the titles; where the words need two, the empty one is theirs.
    for (nth, line) in (0..2).zip(head) {
        frame.render_widget(line, row(nth));
    }
    let wrong = importing.wrong.as_deref().unwrap_or_default();
    let wrong: Vec<String> = if wrong.is_empty() { vec![] } else { wrap(wrong, usize::from(inner.width)) };
    let foot = u16::try_from(wrong.len()).unwrap_or(0).min(inner.height / 3);
    let list = Rect { y: inner.y + 3, height: inner.height.saturating_sub(3 + foot), ..inner };
    let label = |column: &crate::app::FileColumn| match read.kind {
        Some(kind) => said::field_label(kind, column.field),
        None => "",
    };
    let most = usize::from(inner.width) * SHARE / 100;
    let wide = |texts: &mut dyn Iterator<Item = usize>, title: &str| {
        texts.max().unwrap_or(0).max(width(title)).min(most)
    };
    let name = wide(&mut read.columns.iter().map(|c| width(&clean(&c.name))), said::column());
    let field = wide(&mut read.columns.iter().map(|c| width(label(c))), said::goes_to());
    let rest = usize::from(inner.width).saturating_sub(name + field + 6);
    let titles = format!(
        "  {}  {}  {}",
        fit(said::column(), name, false),
        fit(said::goes_to(), field, false),
        cut(said::stands_in_it(), rest)
    );
    frame.render_widget(Line::styled(titles, theme.muted()), row(2));
    let room = usize::from(list.height);
    let top = scrolled(importing.top, importing.at, room, read.columns.len());
    bar(top, room, read.columns.len(), theme, frame, area);
    for (y, (at, column)) in (list.y..list.bottom()).zip(read.columns.iter().enumerate().skip(top)) {
        let place = Rect { y, height: 1, ..list };
        let marked = at == importing.at;
        let is_custom = column.field == crate::app::CUSTOM_FIELD;
        let goes = if is_custom { theme.muted() } else { theme.tone(Tone::Good) };
        let samples = column.samples.iter().map(|sample| clean(sample)).collect::<Vec<_>>().join(" · ");
        let inside = format!("{}: {samples}", said::looks(column.looks));
        let inside = if samples.is_empty() { said::looks(column.looks).to_owned() } else { inside };
        frame.render_widget(
            Line::from(vec![
                Span::raw(if marked { "▸ " } else { "  " }),
                Span::raw(fit(&clean(&column.name), name, false)),
                Span::raw("  "),
                Span::styled(fit(label(column), field, false), goes),
                Span::styled(format!("  {}", cut(&inside, rest)), theme.muted()),
            ]),
            place,
        );
        mark(marked, at, importing.at, place, theme, frame, seen);
    }
    for (y, line) in (list.bottom()..inner.bottom()).zip(wrong) {
        frame.render_widget(Line::styled(line, theme.tone(Tone::Warning)), Rect { y, height: 1, ..inner });
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (list.height, top);
}

fn mark(
    marked: bool,
    at: usize,
    now: usize,
    place: Rect,
    theme: Theme,
    frame: &mut Frame<'_>,
    seen: &mut Seen,
) {
    if marked {
        frame.buffer_mut().set_style(place, theme.chosen(true));
        seen.drawn.marked = Some((place.x, place.y));
    } else {
        on(seen, place, Region::Layer, Click::Mark(at.cast_signed() - now.cast_signed()));
    }
}

fn draw_rows(
    importing: &Importing,
    read: &FileRows,
    theme: Theme,
    frame: &mut Frame<'_>,
    (inner, area): (Rect, Rect),
    seen: &mut Seen,
) {
    let head = head(importing, read, theme, usize::from(inner.width));
    let taken = u16::try_from(head.len()).unwrap_or(0).min(inner.height);
    for (y, line) in (inner.y..inner.bottom()).zip(head) {
        frame.render_widget(line, Rect { y, height: 1, ..inner });
    }
    let below = Rect { y: inner.y + taken, height: inner.height - taken, ..inner };
    let rows: Vec<&FileRow> = importing.in_sight().collect();
    // The rows take what they need, and leave the marked one its share.
    let most = below.height - if area.height >= TALL { below.height / 2 } else { below.height / 3 };
    let list = Rect { height: u16::try_from(rows.len().max(1)).unwrap_or(most).min(most), ..below };
    let more = below.height - list.height;
    if rows.is_empty() {
        say(said::none_of_these(), Tone::Muted, theme, frame, list);
        return;
    }
    let room = usize::from(list.height);
    let top = scrolled(importing.top, importing.at, room, rows.len());
    bar(top, room, rows.len(), theme, frame, area);
    let in_sight = || rows.iter().enumerate().skip(top).take(room);
    let place_of =
        |row: &FileRow| if row.line == 0 { said::beside().to_owned() } else { said::line(row.line) };
    let line = in_sight().map(|(_, row)| width(&place_of(row))).max().unwrap_or(0);
    let fate = in_sight().map(|(_, row)| width(fate_of(row).0)).max().unwrap_or(0);
    let rest = usize::from(list.width).saturating_sub(line + fate + 8);
    for (y, (at, row)) in (list.y..list.bottom()).zip(in_sight()) {
        let place = Rect { y, height: 1, ..list };
        let marked = at == importing.at;
        let (words, tone) = fate_of(row);
        let sign = if row.notes.is_empty() { "  " } else { "! " };
        frame.render_widget(
            Line::from(vec![
                Span::raw(if marked { "▸ " } else { "  " }),
                Span::styled(sign, theme.tone(Tone::Warning)),
                Span::styled(fit(&place_of(row), line, false), theme.muted()),
                Span::styled(format!("  {}", fit(words, fate, false)), theme.tone(tone)),
                Span::raw(format!("  {}", cut(&row.title, rest))),
            ]),
            place,
        );
        mark(marked, at, importing.at, place, theme, frame, seen);
    }
    (seen.drawn.layer_rows, seen.drawn.layer_top) = (list.height, top);
    draw_row(importing, theme, frame, Rect { y: list.bottom(), height: more, ..inner });
}

/// How many of what, which of them are shown, and how they are taken.
fn head(importing: &Importing, read: &FileRows, theme: Theme, columns: usize) -> Vec<Line<'static>> {
    let mut counts = vec![Line::from(Span::styled(format!("{}: ", read.source), theme.heading()))];
    for (nth, (words, tone)) in read.counts.told().into_iter().enumerate() {
        let gap = if nth == 0 { "" } else { " · " };
        // A count is whole, on the next line where it has no room on this one.
        if counts.last().is_some_and(|line| line.width() + width(gap) + width(&words) > columns) {
            counts.push(Line::from(Span::raw("  ")));
        }
        if let Some(line) = counts.last_mut() {
            line.push_span(Span::raw(if line.spans.len() > 1 || nth == 0 { gap } else { "" }));
            line.push_span(Span::styled(words, theme.tone(tone)));
        }
    }
    let takes = match importing.wanted.takes {
        Takes::Both => said::takes_both(),
        Takes::New => said::takes_new(),
        Takes::Known => said::takes_known(),
    };
    let differ = if importing.wanted.overwrite { said::file_wins() } else { said::book_wins() };
    let mut out = counts;
    let muted = |text: String| wrap(&text, columns).into_iter().map(|line| Line::styled(line, theme.muted()));
    out.extend(muted(format!("{takes}; {differ}.")));
    out.extend(read.as_before.iter().flat_map(|name| muted(said::as_before(name))));
    out.extend(read.notes.iter().take(2).flat_map(|note| muted(note.clone())));
    out.push(Line::default());
    let shown = match importing.shown {
        Shown::All => said::all(),
        Shown::New => said::new(),
        Shown::Updated => said::updated(),
        Shown::Doubtful => said::doubtful(),
        Shown::Refused => said::refused(),
        Shown::Unchanged => said::unchanged(),
    };
    let mut which = vec![Span::styled(said::shown(shown), theme.heading())];
    if read.more > 0 {
        which.push(Span::styled(format!(" · {}", said::more(read.more)), theme.muted()));
    }
    out.push(Line::from(which));
    out
}

fn fate_of(row: &FileRow) -> (&'static str, Tone) {
    match row.fate {
        Fate::New => (said::new(), Tone::Good),
        Fate::Updated => (said::updated(), Tone::Accent),
        Fate::Unchanged => (said::unchanged(), Tone::Muted),
        Fate::Refused => (said::refused(), Tone::Alarm),
    }
}

/// What stands in the marked row, or what differs, and what is told of it.
fn draw_row(importing: &Importing, theme: Theme, frame: &mut Frame<'_>, place: Rect) {
    let Some(row) = importing.marked().filter(|_| place.height > 1) else { return };
    let rule = "─".repeat(usize::from(place.width));
    frame.render_widget(Line::styled(rule, theme.frame(false)), Rect { height: 1, ..place });
    let columns = usize::from(place.width);
    let whole = |words: &str, tone: Tone| {
        wrap(words, columns)
            .into_iter()
            .map(move |line| Line::styled(line, theme.tone(tone)))
            .collect::<Vec<_>>()
    };
    let mut lines: Vec<Line> = vec![];
    if row.fate == Fate::Refused {
        lines.extend(whole(&row.title, Tone::Alarm));
    }
    lines.extend(row.notes.iter().flat_map(|note| whole(&format!("! {note}"), Tone::Warning)));
    let label = row.said.iter().map(|(label, _)| width(label)).max().unwrap_or(0).min(columns / 3);
    for (name, words) in &row.said {
        let parts = wrap(words, columns.saturating_sub(label + 2).max(1));
        for (nth, part) in parts.into_iter().enumerate() {
            let name = if nth == 0 { name.as_str() } else { "" };
            let name = Span::styled(fit(name, label, false), theme.muted());
            lines.push(Line::from(vec![name, Span::raw(format!("  {part}"))]));
        }
    }
    for (y, line) in (place.y + 1..place.bottom()).zip(lines) {
        frame.render_widget(line, Rect { y, height: 1, ..place });
    }
}
