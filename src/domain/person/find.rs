//! Where a text names somebody.

use super::marks::{Known, Mark, Person};
use super::tokens::{Token, concat, joins, tokens};
use crate::domain::derive::alike::Phone;
use crate::domain::text::{fold, latin, search_key};
use std::ops::Range;

/// The most groups of digits of one number.
const GROUPS: usize = 9;

/// A place in a text that names somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub range: Range<usize>,
    /// Whether nobody else can be meant.
    pub is_sure: bool,
    /// By what.
    pub mark: Mark,
}

/// Whether two folded words are one, in whichever letters.
fn same(a: &str, b: &str) -> bool {
    let letters = |word: &str| latin(word).unwrap_or_else(|| word.to_owned());
    a == b || (a.is_ascii() != b.is_ascii() && letters(a) == letters(b))
}

/// A folded Greek word without the ending of its case.
fn stem(word: &str) -> &str {
    if word.is_ascii() {
        return word;
    }
    let endings = ["ουσ", "ου", "οσ", "ησ", "ασ", "εσ", "ων", "ον", "ην", "αν", "α", "η", "ο", "ε", "ι"];
    let without = endings.iter().find_map(|ending| word.strip_suffix(ending));
    without.filter(|stem| stem.chars().count() >= 3).unwrap_or(word)
}

impl Person {
    /// The places of a text that name them, in order; none lies in another.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        let mut found: Vec<Hit> = vec![];
        let mut put = |hit: Hit| {
            let lies = |other: &Hit| other.range.start < hit.range.end && hit.range.start < other.range.end;
            if !found.iter().any(lies) {
                found.push(hit);
            }
        };
        self.ids_in(text).into_iter().for_each(&mut put);
        if text.contains('@') {
            self.mails_in(text).into_iter().for_each(&mut put);
        }
        if !self.phones.is_empty() {
            self.phones_in(text).into_iter().for_each(&mut put);
        }
        if self.may_name(text) {
            self.names_in(text).into_iter().for_each(&mut put);
        }
        found.sort_by_key(|hit| hit.range.start);
        found
    }

    /// Whether a text surely names them.
    pub fn is_in(&self, text: &str) -> bool {
        self.hits(text).iter().any(|hit| hit.is_sure)
    }

    /// Whether bytes of whatever shape hold an id of theirs, or text that surely names them.
    pub fn is_in_bytes(&self, bytes: &[u8]) -> bool {
        let id = |id: &uuid::Uuid| bytes.windows(16).any(|part| part == id.as_bytes());
        self.ids.iter().any(id) || self.is_in(&String::from_utf8_lossy(bytes))
    }

    fn ids_in(&self, text: &str) -> Vec<Hit> {
        let low = text.to_ascii_lowercase();
        let forms = self.ids.iter().flat_map(|id| [id.to_string(), id.simple().to_string()]);
        let at = |form: String| {
            let len = form.len();
            let places = low.match_indices(&form).map(|(at, _)| at).collect::<Vec<_>>();
            places.into_iter().map(move |at| Hit { range: at..at + len, is_sure: true, mark: Mark::Id })
        };
        forms.flat_map(at).collect()
    }

    fn mails_in(&self, text: &str) -> Vec<Hit> {
        let hit = |range: Range<usize>| {
            let folded = fold(&text[range.clone()]);
            let at = self.mails.iter().position(|known| known.what == folded)?;
            Some(Hit { range, is_sure: self.mails[at].shared.is_empty(), mark: Mark::Mail(at) })
        };
        address_ranges(text).filter_map(hit).collect()
    }

    fn phones_in(&self, text: &str) -> Vec<Hit> {
        let groups: Vec<Range<usize>> = digit_groups(text);
        let mut found = vec![];
        let mut from = 0;
        while from < groups.len() {
            let longest = (from..groups.len().min(from + GROUPS)).rev().find_map(|to| {
                let range = groups[from].start..groups[to].end;
                // A number goes over no line, has no words in it, and is not two numbers in a list.
                let within = |c: char| c.is_ascii_digit() || " +-./()\u{a0}\u{2011}".contains(c);
                if !text[range.clone()].chars().all(within) {
                    return None;
                }
                let phone = Phone::of(&text[range.clone()])?;
                let at = self.phones.iter().position(|known| known.what.reaches(&phone))?;
                Some((Hit { range, is_sure: self.phones[at].shared.is_empty(), mark: Mark::Phone(at) }, to))
            });
            match longest {
                Some((hit, to)) => {
                    found.push(hit);
                    from = to + 1;
                }
                None => from += 1,
            }
        }
        found
    }

    /// Whether a word of a name stands in a text at all: most texts need no closer look.
    fn may_name(&self, text: &str) -> bool {
        let key = search_key(text);
        let plain =
            |word: &str| key.contains(stem(word)) || latin(word).is_some_and(|word| key.contains(&word));
        self.words.iter().any(|word| plain(word)) || self.names.iter().any(|known| plain(&known.what[0]))
    }

    fn names_in(&self, text: &str) -> Vec<Hit> {
        let all: Vec<Token> = tokens(text).collect();
        let mut found = vec![];
        let mut from = 0;
        while from < all.len() {
            let (hit, next) = self.name_at(text, &all, from);
            found.extend(hit);
            from = next;
        }
        found
    }

    /// The name that begins with a word, the longest first, and where to look on.
    fn name_at(&self, text: &str, all: &[Token], from: usize) -> (Option<Hit>, usize) {
        let known = |fits: &dyn Fn(&str, &str) -> bool| {
            self.names.iter().position(|known| stands(text, &all[from..], known, fits))
        };
        if let Some(at) = known(&same) {
            let to = from + self.names[at].what.len();
            let range = all[from].range.start..all[to - 1].range.end;
            let is_sure = self.names[at].shared.is_empty();
            return (Some(Hit { range, is_sure, mark: Mark::Name(at) }), to);
        }
        let word = &all[from].folded;
        let in_one = |known: &Known<Vec<String>>| same(word, &concat(&known.what));
        if let Some(at) = self.names.iter().position(in_one) {
            let is_sure = self.names[at].shared.is_empty();
            return (Some(Hit { range: all[from].range.clone(), is_sure, mark: Mark::Name(at) }), from + 1);
        }
        let alike = |a: &str, b: &str| same(a, b) || stem(a) == stem(b);
        if let Some(at) = known(&alike) {
            let to = from + self.names[at].what.len();
            let range = all[from].range.start..all[to - 1].range.end;
            return (Some(Hit { range, is_sure: false, mark: Mark::Word }), to);
        }
        let one = self.words.iter().any(|known| alike(word, known));
        (one.then(|| Hit { range: all[from].range.clone(), is_sure: false, mark: Mark::Word }), from + 1)
    }
}

/// Whether a name stands at the beginning of these words, with little between them.
fn stands(text: &str, all: &[Token], known: &Known<Vec<String>>, fits: &dyn Fn(&str, &str) -> bool) -> bool {
    let name = &known.what;
    if all.len() < name.len() || !name.iter().zip(all).all(|(word, token)| fits(&token.folded, word)) {
        return false;
    }
    all[..name.len()].windows(2).all(|pair| {
        let gap = &text[pair[0].range.end..pair[1].range.start];
        gap.chars().all(joins)
    })
}

/// The mail addresses in a text, folded.
pub fn addresses(text: &str) -> Vec<String> {
    address_ranges(text).map(|range| fold(&text[range])).collect()
}

fn address_ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.match_indices('@').filter_map(|(at, _)| {
        let local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'');
        let domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let before: usize = text[..at].chars().rev().take_while(|c| local(*c)).map(char::len_utf8).sum();
        let behind: usize = text[at + 1..].chars().take_while(|c| domain(*c)).map(char::len_utf8).sum();
        let whole = &text[at - before..at + 1 + behind];
        let begins = whole.len() - whole.trim_start_matches(['.', '-', '\'']).len();
        let ends = whole.trim_end_matches(['.', '-']).len();
        let range = at - before + begins..at - before + ends;
        (before > begins && ends > before + 1).then_some(range)
    })
}

/// Runs of digits, each with the sign of a number before it.
fn digit_groups(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = vec![];
    let mut joined = false;
    for (at, c) in text.char_indices() {
        if !c.is_ascii_digit() {
            joined = false;
            continue;
        }
        if let Some(last) = out.last_mut().filter(|_| joined) {
            last.end = at + 1;
        } else {
            let from = if text[..at].ends_with('+') { at - 1 } else { at };
            out.push(from..at + 1);
        }
        joined = true;
    }
    out
}
