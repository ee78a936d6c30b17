//! Words beside a date that make another one of it: "not before friday", "29 feb 2027", "a week from friday or monday". A
//! date is never taken out of a phrase that was not understood whole.

use super::date_words::{is_before_other_date, is_behind_other_date};
use super::dates::Phrase;
use super::reader::Reader;
use super::words::{is_article, is_plain_day};
use std::ops::Range;

impl Reader<'_> {
    /// Where the whole of what is written stands, when what stands beside a date says that another one is meant, or none.
    pub(super) fn other_date(&self, at: usize, used: usize) -> Option<Range<usize>> {
        let (mut from, mut to) = (at, at + used);
        while from > self.start && self.is_modifier_before(from - 1) && at - from < 3 {
            from -= 1;
        }
        let behind = self.fold(to);
        let year = behind.len() == 4
            && behind.bytes().all(|b| b.is_ascii_digit())
            && matches!(&behind[..2], "19" | "20");
        if year || is_behind_other_date(behind) {
            to += 1;
        }
        (from < at || to > at + used).then(|| self.span(from, to - from))
    }

    fn is_modifier_before(&self, at: usize) -> bool {
        let word = self.fold(at);
        // "From" and "of" before a name are no modifiers, but those were taken already.
        let open = self.kept.get(at).is_some_and(Option::is_some);
        let range = matches!(word, "to" | "and" | "και" | "-" | "–") && self.is_number(at.wrapping_sub(1));
        let up_to = word == "to" && self.fold(at.wrapping_sub(1)) == "up";
        open && (is_before_other_date(word)
            || range
            || up_to
            || word == "up" && self.fold(at + 1) == "to"
            || self.is_number(at)
            || is_article(word) && at > 0 && is_before_other_date(self.fold(at - 1)))
    }

    fn is_number(&self, at: usize) -> bool {
        let word = self.fold(at);
        (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether what can be read as a date stands in prose, where nothing asked for one: "a 1/2 page advert", "24/7
    /// support", "Black Friday banner", "update to 1.2.27".
    pub(super) fn is_prose(&self, at: usize, found: &Phrase) -> bool {
        let word = self.fold(at);
        let last = self.is_end(at + found.used) || self.tokens[at].stop();
        let first = !self.text && self.is_head();
        if found.deadline || found.used > 1 || is_plain_day(word) || first {
            return false;
        }
        let dots = word.matches('.').count() == 2 && !word.ends_with(|c: char| !c.is_ascii_digit());
        let short_year = dots && word.rsplit('.').next().is_some_and(|year| year.len() < 4);
        let capital = |at: usize| self.tokens.get(at).is_some_and(|t| t.capital && !t.words.is_empty());
        let fraction = word.contains('/') && word.matches('/').count() == 1;
        let weekday = word.chars().all(char::is_alphabetic);
        let named = weekday && capital(at) && at > 0 && (capital(at - 1) || self.fold(at - 1) == "the");
        short_year || (!last && (fraction || named))
    }
}
