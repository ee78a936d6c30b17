//! A line in pieces: words with the places where they stand, their marks (`@ / # ! +`) and what surrounds them.

use crate::domain::text::{fold, latin};
use std::ops::Range;

/// What follows a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The next one.
    Open,
    /// Some punctuation: a name does not go on after it.
    Stop,
    /// A colon: what comes before it says who, what comes after it says what.
    Colon,
}

impl Token {
    /// Whether a colon follows.
    pub(super) fn colon(&self) -> bool {
        self.end == End::Colon
    }

    /// Whether any punctuation follows.
    pub(super) fn stop(&self) -> bool {
        self.end != End::Open
    }
}

/// One piece of a line, between two spaces or between two quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Where it stands, with everything around it.
    pub(super) raw: Range<usize>,
    /// Where its word stands, without the mark before it, quotation marks and punctuation.
    pub(super) core: Range<usize>,
    /// The mark before it.
    pub(super) sigil: Option<char>,
    /// The word, folded.
    pub(super) fold: String,
    /// The words within it, folded; and once more in Latin letters when they are in others.
    pub(super) words: Vec<Vec<String>>,
    /// It stood in quotation marks.
    pub(super) quoted: bool,
    /// What follows it.
    pub(super) end: End,
    /// It begins with a capital letter, or its script has none.
    pub(super) capital: bool,
}

/// Marks that say what the word after them is.
const SIGILS: &str = "@/#!+";
const OPENING: &[char] = &['(', '[', '{'];
const CLOSING: &[char] = &[')', ']', '}', ',', ';', ':', '.', '!', '?', '…', '·'];
const QUOTES: &[(char, char)] = &[('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')];

/// The pieces of a line.
pub(super) fn split(line: &str) -> Vec<Token> {
    let mut out = vec![];
    let mut at = 0;
    while let Some(rest) = line.get(at..) {
        let Some(skip) = rest.find(|c: char| !c.is_whitespace()) else { break };
        let start = at + skip;
        let token = one(line, start);
        at = token.raw.end.max(start + 1);
        out.push(token);
    }
    out
}

fn one(line: &str, start: usize) -> Token {
    let rest = line.get(start..).unwrap_or_default();
    let sigil = sigil_of(rest);
    let inner = start + sigil.map_or(0, char::len_utf8);
    if let Some((core, end)) = quotation(line, inner) {
        return finish(line, start..end, core, sigil, true);
    }
    let end = inner + word_len(line.get(inner..).unwrap_or_default());
    let word = line.get(inner..end).unwrap_or_default();
    let opened = word.trim_start_matches(OPENING);
    let core = opened.trim_end_matches(CLOSING);
    let from = end - opened.len();
    finish(line, start..end, from..from + core.len(), sigil, false)
}

/// A mark counts only when a word follows; `!` also stands alone.
fn sigil_of(rest: &str) -> Option<char> {
    let mut chars = rest.chars();
    let mark = chars.next().filter(|c| SIGILS.contains(*c))?;
    let next = chars.next();
    let named = next.is_some_and(|c| c.is_alphanumeric() || QUOTES.iter().any(|q| q.0 == c));
    (mark == '!' || named).then_some(mark)
}

/// What stands between quotation marks, and where the piece ends.
fn quotation(line: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let rest = line.get(at..)?;
    let open = rest.chars().next()?;
    let (_, close) = QUOTES.iter().find(|q| q.0 == open)?;
    let from = at + open.len_utf8();
    let len = line.get(from..)?.find(*close)?;
    let end = from + len + close.len_utf8();
    let tail = line.get(end..)?;
    let after = tail.len() - tail.trim_start_matches(CLOSING).len();
    Some((from..from + len, end + after))
}

/// How long a word is: up to a space, or to a colon between two letters ("Aegean:wants").
fn word_len(rest: &str) -> usize {
    let word = rest.split(char::is_whitespace).next().unwrap_or_default();
    if word.contains("://") {
        return word.len();
    }
    let mut before = ' ';
    for (at, c) in word.char_indices() {
        let after = word.get(at + c.len_utf8()..).and_then(|t| t.chars().next());
        if c == ':' && before.is_alphabetic() && after.is_some_and(char::is_alphabetic) {
            return at + 1;
        }
        before = c;
    }
    word.len()
}

fn finish(line: &str, raw: Range<usize>, core: Range<usize>, sigil: Option<char>, quoted: bool) -> Token {
    let text = line.get(core.clone()).unwrap_or_default();
    let tail = line.get(core.end..raw.end).unwrap_or_default();
    let folded = fold(text);
    let plain = folded.strip_suffix("'s").or_else(|| folded.strip_suffix("’s")).unwrap_or(&folded);
    let mut words = vec![words_of(plain)];
    words.extend(latin(plain).map(|l| words_of(&l)));
    words.retain(|w| !w.is_empty());
    let end = match (tail.contains(':'), tail.contains(CLOSING)) {
        (true, _) => End::Colon,
        (_, true) => End::Stop,
        _ => End::Open,
    };
    let letter = text.chars().find(|c| c.is_alphabetic());
    Token {
        sigil,
        quoted,
        words,
        end,
        capital: letter.is_some_and(|c| !c.is_lowercase()),
        fold: plain.to_owned(),
        raw,
        core,
    }
}

/// The words of a folded text: what stands between letters and digits parts them.
pub(super) fn words_of(folded: &str) -> Vec<String> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_know_their_marks_and_places() {
        let line =
            "call  Aegean:wants \"the banner\", @\"Ida Holm\" (!high) ! +2w 15:30 http://a.b/c Maria's.";
        let read: Vec<String> = split(line)
            .iter()
            .map(|t| format!("{}{}", t.sigil.map(String::from).unwrap_or_default(), &line[t.core.clone()]))
            .collect();
        let wanted = ["call", "Aegean", "wants", "the banner", "@Ida Holm", "!high", "!", "+2w", "15:30"];
        assert_eq!(read[..5], wanted[..5]);
        assert_eq!(read[6..9], wanted[6..9]);
        assert!(split(line)[1].colon() && split(line)[3].quoted && split(line)[3].stop());
        assert_eq!(split(line).last().map(|t| t.fold.clone()).as_deref(), Some("maria"));
    }
}
