//! Rows in columns: for people on a terminal, with tabs for whatever reads them elsewhere.

use super::out::{Look, Out, Piece, Stop, columns, cut_sign};
use crate::app::Need;
use crate::domain::derive::fields::{self, Derived};
use crate::domain::derive::hands;
use crate::domain::{Book, Field, Moment, Record, Ref, Tone, Type, Value, parse};
use crate::ui::columns::{Column, SPARED_FIRST, fit as fit_columns};
use crate::ui::text::{fit_with, width, wrap};
use crate::words::{self, dates, value};
use chrono::NaiveDate;

/// No column is made narrower than this to make room for others.
pub const NARROWEST: usize = 16;
/// What stands between two columns.
pub const GAP: usize = 2;

/// What stands in a column of a row: as a script reads it, and as a person sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    plain: String,
    /// What stands on a terminal in its place.
    shown: Option<String>,
    tone: Tone,
}

impl Cell {
    /// A day: "2026-12-02" for scripts, "2 Dec" for people.
    pub fn day(date: Option<NaiveDate>, today: NaiveDate) -> Self {
        date.map(|date| Self {
            plain: date.to_string(),
            shown: Some(dates::plain(date, today)),
            tone: Tone::Plain,
        })
        .unwrap_or_default()
    }

    /// A value of a field. Days stand as in [`Cell::day`].
    pub fn of(kind: &Type, value: &Value, today: NaiveDate, names: &dyn Fn(Ref) -> String) -> Self {
        match value {
            Value::Date(day) => Self::day(Some(*day), today),
            value => Self::named(parse::show(kind, value, names), value::show(kind, value, names)),
        }
    }

    /// What has a name of its own for scripts, and a word for people.
    pub fn named(plain: impl Into<String>, shown: impl Into<String>) -> Self {
        Self { plain: plain.into(), shown: Some(shown.into()), tone: Tone::Plain }
    }

    /// What follows from a record and today. Whoever holds it is told by a word where it is nobody of the book.
    pub fn derived(row: &Derived, book: &Book, now: Moment, record: &Record) -> Self {
        let (value, title) = (row.read(book, now, record), |id| book.title(id));
        let cell = Self::of(&row.kind, &value, now.date(), &title);
        let hand = hands::holder_now(record).filter(|_| row.name == fields::HELD_BY.name);
        let cell = match hand {
            Some(hand) => Self::named(cell.plain, words::holder(&hand.holder, &title)),
            None => cell,
        };
        cell.flagged(row.tone(&value, now.date()))
    }

    /// A value of a field that a person made; what does not fit its field bears a mark for those who see it, and is the bare
    /// text for scripts.
    pub fn custom(field: &Field, value: &Value, today: NaiveDate) -> Self {
        if field.is_silent(value) {
            return Self::default();
        }
        let cell = Self::of(&field.kind, value, today, &|_| String::new());
        if field.misfit(value).is_some() { cell.flagged(Tone::Warning) } else { cell }
    }

    /// A sign for how urgent a row is, in its colour.
    pub fn mark(tone: Tone) -> Self {
        Self::from(tone.mark()).toned(tone)
    }

    /// The cell in a tone; never the only thing that tells it.
    #[must_use]
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// The cell in a tone, with its sign before it for those who see no colour.
    #[must_use]
    pub fn flagged(self, tone: Tone) -> Self {
        let mark = if self.plain.is_empty() { "" } else { tone.mark() };
        Self { shown: Some(format!("{mark}{}", self.seen())), ..self }.toned(tone)
    }

    /// The text as a script reads it.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// The text as it stands on a terminal.
    pub fn seen(&self) -> &str {
        self.shown.as_ref().unwrap_or(&self.plain)
    }

    /// What it means.
    pub fn tone(&self) -> Tone {
        self.tone
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { plain: text.into(), shown: None, tone: Tone::Plain }
    }
}

/// Rows of a table under a heading of their own; an empty one is not printed.
pub type Part = (String, Vec<Vec<Cell>>);

/// Rows in columns with a heading on a terminal, with tabs and without one elsewhere.
///
/// # Errors
/// When nobody reads the output.
pub fn print(out: &mut Out, heading: &[&str], rows: Vec<Vec<Cell>>) -> Result<(), Stop> {
    print_parts(out, heading, &[(String::new(), rows)])
}

/// [`print()`] of several parts in the same columns; the headings of the parts are for people only.
///
/// # Errors
/// When nobody reads the output.
pub fn print_parts(out: &mut Out, heading: &[&str], parts: &[Part]) -> Result<(), Stop> {
    let rows = || parts.iter().flat_map(|(_, rows)| rows);
    let Some(room) = columns() else {
        return rows().try_for_each(|row| out.row(row.iter().map(|cell| cell.plain.as_str())));
    };
    let places = places(heading, &rows().collect::<Vec<_>>(), room);
    let named = |name: &&str| Cell::from(*name);
    lines(&heading.iter().map(named).collect::<Vec<_>>(), &places)
        .iter()
        .try_for_each(|line| out.pieces(&in_look(line, Look::Heading)))?;
    for (title, rows) in parts {
        if !title.is_empty() {
            out.line("")?;
            out.pieces(&[Piece::new(title, Look::Heading)])?;
        }
        rows.iter().flat_map(|row| lines(row, &places)).try_for_each(|line| out.pieces(&line))?;
    }
    Ok(())
}

/// Where a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    /// Columns of the screen; 0 when it has no room.
    width: usize,
    /// Whether it stands at the right edge of its place: numbers.
    right: bool,
    /// Whether what is longer goes on below.
    wraps: bool,
}

/// How wide each column is: as wide as what stands in it; where the room is short, sentences give way first.
fn places(heading: &[&str], rows: &[&Vec<Cell>], room: usize) -> Vec<Place> {
    let of = |at: usize| rows.iter().filter_map(move |row| row.get(at)).map(Cell::seen);
    let wish = |at: usize| {
        let head = heading.get(at).map_or(0, |h| width(h));
        let need = Need::of(of(at));
        let wide = if need.wide == 0 { 0 } else { need.wide.max(head) };
        let (most, least) = (need.most.max(head), NARROWEST.min(wide));
        // Where not all have room, the last ones go.
        let spare = at.saturating_sub(1).min(SPARED_FIRST - 1);
        Column { wide, most, least, spare, sentence: need.sentence }
    };
    let wishes: Vec<Column> = (0..heading.len()).map(wish).collect();
    let number = |at| of(at).all(|text| text.chars().all(|c| c.is_ascii_digit()));
    fit_columns(&wishes, GAP, room)
        .into_iter()
        .zip(&wishes)
        .enumerate()
        .map(|(at, (width, wish))| Place { width, right: number(at), wraps: wish.sentence })
        .collect()
}

/// The lines a row takes: sentences go on below, the rest is cut.
fn lines(row: &[Cell], places: &[Place]) -> Vec<Vec<Piece>> {
    let inside = |(cell, place): (&Cell, &Place)| match cell.seen() {
        text if place.wraps && width(text) > place.width => wrap(text, place.width),
        text => vec![text.to_owned()],
    };
    let cells: Vec<(&Cell, &Place)> = row.iter().zip(places).filter(|(_, place)| place.width > 0).collect();
    let texts: Vec<Vec<String>> = cells.iter().copied().map(inside).collect();
    let height = texts.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let piece = |((cell, place), text): (&(&Cell, &Place), &Vec<String>)| {
            let text = text.get(at).map_or("", String::as_str);
            Piece::new(fit_with(text, place.width, place.right, cut_sign()), Look::Tone(cell.tone))
        };
        let pieces = cells.iter().zip(&texts).map(piece);
        let mut line = vec![];
        for piece in pieces {
            if !line.is_empty() {
                line.push(Piece::new(" ".repeat(GAP), Look::Tone(Tone::Plain)));
            }
            line.push(piece);
        }
        line
    };
    (0..height).map(line).collect()
}

fn in_look(line: &[Piece], look: Look) -> Vec<Piece> {
    line.iter().map(|piece| Piece::new(piece.text.clone(), look)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(heading: &[&str], row: &[&str], room: usize) -> Vec<usize> {
        let row = row.iter().map(|text| Cell::from(*text)).collect();
        places(heading, &[&row], room).into_iter().map(|place| place.width).collect()
    }

    #[test]
    fn sentences_make_room_for_names() {
        let (name, day) = ("x".repeat(30), "y".repeat(12));
        let row = ["!", &name, "one two three four five six seven eight nine ten", &day];
        let heading = ["", "xxx", "xxxx", "xxxxxx"];
        assert_eq!(widths(&heading, &row, 120), [1, 30, 48, 12]);
        assert_eq!(widths(&heading, &row, 80), [1, 30, 31, 12]);
        assert_eq!(widths(&heading, &row, 60), [1, 30, 25, 0]);
        assert_eq!(widths(&heading, &row, 20), [1, 17, 0, 0]);
        assert_eq!(widths(&heading, &["", "a", "b", ""], 80), [0, 3, 4, 0], "what is blank takes no room");
    }

    #[test]
    fn a_sentence_goes_on_below_and_a_number_stands_at_the_right() {
        let row: Vec<Cell> = ["one two three four five six", "7", "Łódź"].map(Cell::from).to_vec();
        let other: Vec<Cell> = ["short", "120", "Athens"].map(Cell::from).to_vec();
        let places = places(&["what", "days", "client"], &[&row, &other], 32);
        let text = |line: &Vec<Piece>| line.iter().map(|p| p.text.as_str()).collect::<String>();
        let lines: Vec<String> = lines(&row, &places).iter().map(text).collect();
        assert_eq!(
            lines,
            ["one two three          7  Łódź  ", "four five six"].map(|l| {
                // Both are as wide as the columns are together.
                let wide: usize = places.iter().map(|p| p.width).sum::<usize>() + 2 * GAP;
                assert!(wide <= 32);
                format!("{l:<wide$}")
            })
        );
    }
}
