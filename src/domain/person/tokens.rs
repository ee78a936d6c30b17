//! The words of a text, and what may stand between two of one name.

use crate::domain::text::fold;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;

/// A word of a text.
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) folded: String,
}

/// The words of a text: letters and digits, with the marks and joiners that belong to them.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let within = |c: char| {
        c.is_alphanumeric()
            || is_combining_mark(c)
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
    };
    let mut from = 0;
    std::iter::from_fn(move || {
        let begins = from + text[from..].find(within)?;
        let ends = text[begins..].find(|c| !within(c)).map_or(text.len(), |len| begins + len);
        from = ends;
        Some(Token { range: begins..ends, folded: fold(&text[begins..ends]) })
    })
}

/// The words of a name in one.
pub(super) fn concat(words: &[String]) -> String {
    words.concat()
}

/// Whether a sign may stand between two words of one name.
pub(super) fn joins(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '.' | '-' | '_' | '\'' | '’' | '·')
}
