//! A line that is typed, drawn the same wherever text is written: moved by columns, so that its cursor is in sight.

use super::text::{fit, width};
use crate::app::TextBox;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Draws the line where it has the keys, and puts the cursor into it. Tells how many columns of it are seen.
pub fn draw(text: &TextBox, look: Style, frame: &mut Frame<'_>, area: Rect) -> usize {
    let columns = usize::from(area.width);
    let (shown, column) = in_sight(text, columns);
    frame.render_widget(Line::from(Span::styled(fit(shown, columns, false), look)), area);
    cursor(frame, area, column);
    width(shown).min(columns)
}

/// Sets some words of a drawn line off from the others.
pub fn mark(text: &TextBox, words: &Range<usize>, look: Style, frame: &mut Frame<'_>, area: Rect) {
    let (line, columns) = (text.text(), usize::from(area.width));
    let hidden = line.len() - in_sight(text, columns).0.len();
    let column = |at: usize| width(line.get(hidden..at.max(hidden)).unwrap_or_default()).min(columns);
    let (from, to) = (column(words.start), column(words.end));
    let place = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
    let marked = Rect { x: area.x + place(from), width: place(to - from.min(to)), height: 1, ..area };
    frame.buffer_mut().set_style(marked.intersection(area), look);
}

/// Puts the cursor into a line, at a column of it.
pub fn cursor(frame: &mut Frame<'_>, area: Rect, column: usize) {
    let x = area.x + u16::try_from(column).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
    frame.set_cursor_position(Position::new(x, area.y));
}

/// The part of a line that is shown in so many columns, and the cursor's column in it.
fn in_sight(text: &TextBox, columns: usize) -> (&str, usize) {
    let line = text.text();
    let before = width(&line[..text.cursor()]);
    let hidden = before.saturating_sub(columns.saturating_sub(1));
    let mut dropped = 0;
    let mut from = 0;
    for letter in line.graphemes(true) {
        if dropped >= hidden {
            break;
        }
        dropped += width(letter);
        from += letter.len();
    }
    (&line[from..], before - dropped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_moved_by_columns_and_never_in_a_letter() {
        let wide = "株式会社みなと".repeat(8);
        let text = TextBox::of(wide);
        for columns in 1..60 {
            let (shown, column) = in_sight(&text, columns);
            assert_eq!(column, width(shown), "the cursor stands behind the last letter");
            assert!(column < columns.max(2), "{columns}");
            assert!(column + 2 >= columns.min(112), "{columns}: no more is hidden than must be");
        }
    }

    #[test]
    fn a_line_that_has_room_stands_still() {
        let mut text = TextBox::of("Ωμέγα 株");
        assert_eq!(in_sight(&text, 9), ("Ωμέγα 株", 8));
        assert_eq!(in_sight(&text, 8), ("μέγα 株", 7));
        text.home();
        assert_eq!(in_sight(&text, 3), ("Ωμέγα 株", 0));
    }

    #[test]
    fn letters_of_several_signs_are_one() {
        assert_eq!(in_sight(&TextBox::of("e\u{301}e\u{301}e\u{301}"), 3), ("e\u{301}e\u{301}", 2));
        // A family is drawn as three people, and goes as one.
        assert_eq!(in_sight(&TextBox::of("a👨‍👩‍👧b"), 4), ("b", 1));
    }
}
