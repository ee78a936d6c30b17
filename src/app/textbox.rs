//! Text being typed: a cursor between graphemes, words, lines. Text editors of the terminal crates bring the terminal
//! with them; the state here must not.

use crate::domain::text;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A text and a cursor in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextBox {
    text: String,
    /// Byte offset, always at the border of a grapheme.
    cursor: usize,
    /// What was taken away last in one piece, to be put back somewhere else.
    cut: String,
}

impl TextBox {
    /// A text with the cursor behind it.
    pub fn of(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, cut: String::new() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Byte offset of the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Writes text in at the cursor. Control characters are left out; line ends become spaces unless `lines`.
    pub fn insert(&mut self, piece: &str, lines: bool) {
        let piece = if lines { text::typed_lines(piece) } else { text::typed(piece).into_owned() };
        self.text.insert_str(self.cursor, &piece);
        self.cursor = self.border_at_or_after(self.cursor + piece.len());
    }

    /// What is typed or taken away may join the letters around it into one grapheme; the cursor never stands inside one.
    fn border_at_or_after(&self, at: usize) -> usize {
        self.borders().find(|b| *b >= at).unwrap_or(self.text.len())
    }

    fn borders(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.text.grapheme_indices(true).map(|(i, _)| i).chain(std::iter::once(self.text.len()))
    }

    fn before(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(i, _)| i)
    }

    fn after(&self) -> usize {
        self.text[self.cursor..].graphemes(true).next().map_or(self.text.len(), |g| self.cursor + g.len())
    }

    /// Puts the cursor at a byte offset, or at the next border of a grapheme behind it.
    pub fn put_cursor(&mut self, at: usize) {
        self.cursor = self.border_at_or_after(at);
    }

    /// A grapheme to the left.
    pub fn left(&mut self) {
        self.cursor = self.before();
    }

    /// A grapheme to the right.
    pub fn right(&mut self) {
        self.cursor = self.after();
    }

    /// To the start of the word before.
    pub fn word_left(&mut self) {
        let start = self.text[..self.cursor].unicode_word_indices().next_back().map_or(0, |(i, _)| i);
        // Words and letters are cut by different rules: a word may begin inside of what is one letter to people.
        self.cursor = self.borders().take_while(|b| *b <= start).last().unwrap_or(0);
    }

    /// To the end of the word behind.
    pub fn word_right(&mut self) {
        let end = self.text[self.cursor..].unicode_word_indices().next();
        let end = end.map_or(self.text.len(), |(i, w)| self.cursor + i + w.len());
        self.cursor = self.border_at_or_after(end);
    }

    fn line_start(&self) -> usize {
        self.text[..self.cursor].rfind('\n').map_or(0, |i| i + 1)
    }

    /// To the start of the line.
    pub fn home(&mut self) {
        self.cursor = self.line_start();
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        self.cursor = self.text[self.cursor..].find('\n').map_or(self.text.len(), |i| self.cursor + i);
    }

    /// Takes away the grapheme before.
    pub fn erase(&mut self) {
        self.cut(self.before()..self.cursor);
    }

    /// Takes away the grapheme behind the cursor.
    pub fn delete(&mut self) {
        self.cut(self.cursor..self.after());
    }

    /// Takes away the word before.
    pub fn erase_word(&mut self) {
        let end = self.cursor;
        self.word_left();
        self.cut_out(self.cursor..end);
    }

    /// Takes away all before, to the start of the line.
    pub fn erase_line(&mut self) {
        self.cut_out(self.line_start()..self.cursor);
    }

    /// Takes away all behind, to the end of the line.
    pub fn erase_rest(&mut self) {
        let start = self.cursor;
        self.end();
        self.cut_out(start..self.cursor);
    }

    /// Takes away the word behind.
    pub fn delete_word(&mut self) {
        let start = self.cursor;
        self.word_right();
        self.cut_out(start..self.cursor);
    }

    /// Puts back here what was taken away last in one piece: words, or the line before or behind the cursor.
    pub fn put_back(&mut self) {
        let cut = self.cut.clone();
        self.insert(&cut, true);
    }

    fn cut_out(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.text[range.clone()].clone_into(&mut self.cut);
        }
        self.cut(range);
    }

    fn cut(&mut self, range: Range<usize>) {
        let start = range.start;
        self.text.replace_range(range, "");
        self.cursor = self.border_at_or_after(start);
    }

    /// The lines as they are shown in `width` columns: broken at line ends and, where they must, between words.
    pub fn rows(&self, width: usize) -> Vec<Range<usize>> {
        let width = width.max(1);
        let mut rows = vec![];
        let mut start = 0;
        for line in self.text.split('\n') {
            rows.extend(text::breaks(line, width).into_iter().map(|r| start + r.start..start + r.end));
            start += line.len() + 1;
        }
        rows
    }

    /// Row and column of the cursor among [`TextBox::rows`].
    pub fn place(&self, width: usize) -> (usize, usize) {
        let rows = self.rows(width);
        let row = rows.iter().rposition(|r| r.start <= self.cursor).unwrap_or(0);
        let start = rows.get(row).map_or(0, |r| r.start);
        (row, self.text[start..self.cursor].width())
    }

    /// A shown row down; false when the cursor is on the last.
    pub fn down(&mut self, width: usize) -> bool {
        let (row, column) = self.place(width);
        self.go_to(row + 1, column, width)
    }

    /// A shown row up; false when the cursor is on the first.
    pub fn up(&mut self, width: usize) -> bool {
        let (row, column) = self.place(width);
        row > 0 && self.go_to(row - 1, column, width)
    }

    fn go_to(&mut self, row: usize, column: usize, width: usize) -> bool {
        let Some(range) = self.rows(width).get(row).cloned() else { return false };
        let mut at = range.start;
        let mut used = 0;
        for g in self.text[range.clone()].graphemes(true) {
            if used + g.width() > column {
                break;
            }
            used += g.width();
            at += g.len();
        }
        self.cursor = at;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn graphemes_are_one_step_and_one_erasure() {
        let mut t = TextBox::of("e\u{301}株👨‍👩‍👧");
        t.erase();
        t.left();
        assert_eq!(&t.text()[..t.cursor()], "e\u{301}");
        t.erase();
        assert_eq!(t.text(), "株");
    }

    #[test]
    fn words_and_lines() {
        let mut t = TextBox::of("call Maria\nabout it");
        t.erase_word();
        assert_eq!(t.text(), "call Maria\nabout ");
        t.erase_line();
        assert_eq!(t.text(), "call Maria\n");
        t.left();
        t.word_left();
        assert_eq!(t.cursor(), 5);
    }

    #[test]
    fn what_was_cut_is_put_back_elsewhere() {
        let mut t = TextBox::of("call Maria\nabout it");
        t.erase_word();
        t.home();
        t.put_back();
        assert_eq!(t.text(), "call Maria\nitabout ");
        t.erase_rest();
        assert_eq!(t.text(), "call Maria\nit");
        t.home();
        t.delete_word();
        t.put_back();
        t.put_back();
        assert_eq!(t.text(), "call Maria\nitit");
    }

    #[test]
    fn long_lines_break_between_words() {
        let t = TextBox::of("one two three\nfour");
        let rows: Vec<&str> = t.rows(8).into_iter().map(|r| &t.text()[r]).collect();
        assert_eq!(rows, ["one two ", "three", "four"]);
        assert_eq!(t.place(8), (2, 4));
    }

    proptest! {
        #[test]
        fn nothing_typed_anywhere_breaks_it(start in "\\PC{0,20}", keys in prop::collection::vec(0u8..17, 0..40), width in 1usize..12) {
            let mut t = TextBox::of(text::clean(&start).into_owned());
            for key in keys {
                match key {
                    14 => t.erase_rest(), 15 => t.delete_word(), 16 => t.put_back(),
                    0 => t.left(), 1 => t.right(), 2 => t.word_left(), 3 => t.word_right(), 4 => t.home(), 5 => t.end(),
                    6 => t.erase(), 7 => t.delete(), 8 => t.erase_word(), 9 => t.erase_line(),
                    10 => { t.up(width); } 11 => { t.down(width); }
                    12 => t.insert("á\n", true), _ => t.insert("\u{301}", false),
                }
                prop_assert!(t.borders().any(|b| b == t.cursor()));
                let joined: String = t.rows(width).into_iter().map(|r| t.text()[r].to_owned()).collect();
                prop_assert_eq!(joined, t.text().replace('\n', ""));
            }
        }
    }
}
