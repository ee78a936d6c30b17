//! Text on its way to the cells: cleaned, cut by graphemes, measured in columns.

pub use crate::domain::text::{cut, cut_with, width};

use crate::app::Cell;
use ratatui::style::Style;
use ratatui::text::Span;

/// A text in exactly `columns`: cut or filled with spaces, at the left or the right edge.
pub fn fit(text: &str, columns: usize, right: bool) -> String {
    fit_with(text, columns, right, "…")
}

/// [`fit`] with another sign where it was cut.
pub fn fit_with(text: &str, columns: usize, right: bool, sign: &str) -> String {
    let text = cut_with(text, columns, sign);
    let air = " ".repeat(columns.saturating_sub(width(&text)));
    if right { air + &text } else { text + &air }
}

/// A cell in exactly `columns`, in its look.
pub fn span(cell: &Cell, columns: usize, right: bool, style: Style) -> Span<'static> {
    Span::styled(fit(&cell.text, columns, right), style)
}

/// A text broken into lines of at most `columns`, between words where it can be.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let boxed = crate::app::TextBox::of(crate::domain::text::clean_lines(text));
    boxed.rows(columns).into_iter().map(|r| boxed.text()[r].trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_fills_its_place() {
        assert_eq!(fit("7", 3, true), "  7");
        assert_eq!(width(&fit("株式会社", 5, false)), 5);
    }

    #[test]
    fn nothing_raw_comes_through() {
        assert_eq!(cut("a\u{1b}[2Jb", 20), "a\u{fffd}[2Jb");
        assert!(wrap("a\u{202e}b\nc", 10).iter().all(|l| !l.chars().any(crate::domain::text::is_unsafe)));
    }
}
