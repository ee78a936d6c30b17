//! Who or what a word names: clients, people, departments and projects of the book, found by the beginnings of the
//! words of their names, whatever the accents, the case and the script.
//!
//! One name that fits best is taken. When several fit equally well, nobody is: they are told instead.

use super::ordinary::is_ordinary;
use super::token::{Token, words_of};
use super::words::is_never_name;
use crate::domain::text::{fold, latin};
use crate::domain::{Book, Record, Ref};

/// How well the words of a line fit a name. Compared from the first member on: more words, whole words, all of the
/// name, from its first word on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// How many pieces of the line.
    pub(super) used: usize,
    /// None of them is only the beginning of a word.
    pub(super) whole: bool,
    /// They are all of the name.
    pub(super) full: bool,
    /// The first is the first word of the name.
    pub(super) first: bool,
}

/// Whom the words of a line name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Nobody.
    Nobody,
    /// One, and how well it fits.
    One(Ref, Fit),
    /// Several, all as well.
    Many(Vec<Ref>, Fit),
}

impl Named {
    /// How well it fits.
    pub(super) fn fit(&self) -> Option<Fit> {
        match self {
            Self::Nobody => None,
            Self::One(_, fit) | Self::Many(_, fit) => Some(*fit),
        }
    }

    /// Whether whole words fit.
    pub(super) fn is_whole(&self) -> bool {
        self.fit().is_some_and(|f| f.whole)
    }
}

/// Among whom is looked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Among {
    /// Clients.
    Clients,
    /// People of the client the line is about.
    Theirs,
    /// Everybody else.
    Others,
    /// Departments and their people, or projects: a mark says so.
    Marked,
}

/// Where in a line a name is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Care {
    /// Where names are expected: half a word will do.
    Easy,
    /// In a text: only what can hardly be anything else.
    Strict,
}

/// Letters of a beginning that are enough for a name.
const ENOUGH: usize = 3;
/// Letters of a whole word in small letters that is enough, though a client's name does not begin with it.
const SURE: usize = 5;
/// Letters of a beginning after which a second word in small letters still belongs to the name.
const ENOUGH_AFTER: usize = 4;

/// The best of these records for the pieces of a line, of which the first must fit.
pub(super) fn best<'a>(
    book: &Book,
    records: impl Iterator<Item = &'a Record>,
    tokens: &[Token],
    among: Among,
    care: Care,
) -> Named {
    let Some(token) = tokens.first().filter(|t| can_name(t)) else { return Named::Nobody };
    let mut found: Option<(Fit, Vec<Ref>)> = None;
    for record in records {
        let id = record.id();
        let key = book.key(id);
        if !token.words.iter().any(|w| w.first().is_some_and(|w| key.contains(w.as_str()))) {
            continue;
        }
        let fit = forms(record).iter().filter_map(|f| fit(f, tokens)).max();
        let Some(fit) = fit.filter(|f| enough(*f, token, among, care)) else { continue };
        // A word from the middle of a project's name names it as well as its first.
        let fit = if among == Among::Marked { Fit { first: true, ..fit } } else { fit };
        match &mut found {
            Some((best, ids)) if *best == fit => ids.push(id),
            Some((best, _)) if *best > fit => {}
            _ => found = Some((fit, vec![id])),
        }
    }
    match found {
        Some((fit, ids)) => match ids[..] {
            [one] => Named::One(one, fit),
            _ => Named::Many(ids, fit),
        },
        None => Named::Nobody,
    }
}

/// Numbers and the small words of the language name nobody.
fn can_name(token: &Token) -> bool {
    let letters = token.fold.chars().any(char::is_alphabetic);
    // "Will" may be somebody, "will" hardly.
    let named = token.capital && self::letters(token) >= ENOUGH;
    letters && (token.quoted || token.sigil.is_some() || named || !is_never_name(&token.fold))
}

fn enough(fit: Fit, token: &Token, among: Among, care: Care) -> bool {
    let long = fit.whole || letters(token) >= if token.is_dense() { 2 } else { ENOUGH };
    let full = fit.first && fit.whole;
    if is_never_name(&token.fold) && token.sigil.is_none() && !token.quoted && !full {
        return false;
    }
    // A whole word names in small letters as well, unless it is a word of its own.
    let capital = token.capital || (fit.whole && letters(token) >= ENOUGH && !is_ordinary(&token.fold));
    match (among, care) {
        (Among::Marked, _) => fit.whole || letters(token) >= 2,
        (_, Care::Easy) if capital => long,
        (Among::Theirs, Care::Easy) => long,
        (Among::Clients, Care::Easy) if fit.whole && letters(token) >= SURE => true,
        (_, Care::Easy) => long && (fit.first || fit.used > 1),
        (Among::Clients, Care::Strict) if capital => (long && fit.first) || fit.used > 1,
        (Among::Clients, Care::Strict) => full,
        (Among::Theirs, Care::Strict) => full || (capital && long),
        (Among::Others, Care::Strict) => capital && (full || (fit.used > 1 && fit.whole)),
    }
}

fn letters(token: &Token) -> usize {
    token.fold.chars().filter(|c| c.is_alphanumeric()).count()
}

impl Token {
    /// Whether it is written without spaces between words, where two characters are a name.
    fn is_dense(&self) -> bool {
        self.fold
            .chars()
            .any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}'))
    }
}

/// The names of a record as folded words, each once more in Latin letters when it is in others.
fn forms(record: &Record) -> Vec<Vec<String>> {
    let names = match record {
        Record::Client(c) => vec![c.name.clone(), c.legal_name.clone()],
        Record::Contact(c) => vec![[&*c.first_name, &*c.last_name].join(" "), c.shown.clone()],
        other => vec![other.title()],
    };
    let mut out = vec![];
    for name in names.iter().filter(|n| !n.trim().is_empty()) {
        let folded = fold(name);
        out.extend(latin(&folded).map(|l| words_of(&l)));
        out.push(words_of(&folded));
    }
    out
}

fn fit(form: &[String], tokens: &[Token]) -> Option<Fit> {
    (0..form.len()).filter_map(|start| fit_from(form, start, tokens, None)).max()
}

/// How well all of the pieces fit, of which the last is still being typed.
pub(super) fn begins(record: &Record, typed: &[Token]) -> Option<Fit> {
    let forms = forms(record);
    let fits = forms.iter().flat_map(|f| (0..f.len()).filter_map(|start| fit_from(f, start, typed, Some(1))));
    fits.filter(|f| f.used == typed.len()).max()
}

/// The pieces follow the words of the name in their order; words of the name may be left out. `least` letters of a
/// word are enough after the first, if that is said.
fn fit_from(form: &[String], start: usize, tokens: &[Token], least: Option<usize>) -> Option<Fit> {
    let token = tokens.first()?;
    let (mut next, whole) = token.words.iter().find_map(|w| follow(form, start, w))?;
    let mut count = next - start;
    let mut fit = Fit { used: 1, whole, full: whole && count == form.len(), first: start == 0 };
    let closed = |t: &Token| t.stop() || t.quoted;
    let rest = tokens.windows(2).take_while(|w| !closed(&w[0])).map(|w| &w[1]);
    for (at, token) in (1..).zip(rest) {
        if token.sigil.is_some() || token.quoted || is_never_name(&token.fold) {
            break;
        }
        // A mark between two words of a name: Fjord & Falk.
        if token.words.is_empty() {
            continue;
        }
        let on = (next..form.len())
            .find_map(|s| token.words.iter().find_map(|w| follow(form, s, w).map(|f| (s, f))));
        let needed = least.unwrap_or(if token.capital { ENOUGH } else { ENOUGH_AFTER });
        let Some((from, (after, whole))) = on.filter(|(_, (_, whole))| *whole || letters(token) >= needed)
        else {
            break;
        };
        count += after - from;
        let whole = fit.whole && whole;
        fit = Fit { used: at + 1, whole, full: whole && count == form.len(), ..fit };
        next = after;
    }
    Some(fit)
}

/// Where the name goes on after these words, which begin its words from `start` on, and whether they are whole.
fn follow(form: &[String], start: usize, words: &[String]) -> Option<(usize, bool)> {
    let mut whole = true;
    let mut at = start;
    for word in words {
        let (name, is_first) = (form.get(at)?, at == start);
        let within = is_first && word.chars().any(|c| matches!(c, '\u{3040}'..='\u{9fff}'));
        if !(name.starts_with(word.as_str()) || (within && name.contains(word.as_str()))) {
            return None;
        }
        // "de" in the middle of a name is no more than a beginning.
        whole &= name == word && (at == 0 || !word.is_ascii() || word.len() >= ENOUGH);
        at += 1;
    }
    (at > start).then_some((at, whole))
}
