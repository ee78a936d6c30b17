//! Mail addresses and telephone numbers in a line: whoever bears one in the book is named by it. One that nobody bears
//! stays in the title, and is told.

use super::names::Fit;
use super::reader::Reader;
use super::{OfName, Way};
use crate::domain::text::fold;
use crate::domain::{Kind, Labelled, Record, Ref};

/// The fewest digits of a number by which somebody may be known.
const FEWEST: usize = 7;
/// The most digits that a number has, and the most pieces it is written in.
const MOST: (usize, usize) = (15, 7);
/// The longest code of a country.
const CODE: usize = 3;

/// A mail address or a telephone number in a line.
struct Reach {
    /// How many pieces it takes.
    used: usize,
    /// Which of them.
    way: Way,
    /// Who bears it.
    holders: Vec<Ref>,
}

impl Reader<'_> {
    /// Somebody named by an address or a number.
    pub(super) fn way(&mut self, from: usize) -> Option<usize> {
        let at = if self.is_head() { self.behind_connectors(from) } else { from };
        let way = self.address(at).or_else(|| self.telephone(at))?;
        let (head, used) = (self.is_head(), way.used);
        match way.holders[..] {
            // What a note says is kept as it is.
            _ if !head && self.is_note() => return None,
            [] => {
                self.unclear(at, used, self.about(at, used, OfName::NoWay(way.way)));
            }
            [one] if one.kind == Kind::Department => {
                self.unclear(at, used, self.about(at, used, OfName::WayOfDepartment(one)));
            }
            [one] if head => {
                self.read_sender(from, at);
                self.take_way(at, used, one);
            }
            [one] if self.may_mention(one.kind) => {
                self.person(at, used, one);
                self.stay(at, used, false);
            }
            [_] => return None,
            _ => {
                let fit = Fit { used, whole: true, full: true, first: true };
                self.several(at, fit, &way.holders);
            }
        }
        Some(at - from + used)
    }

    /// "Femke Jansen femke@example.org" is one person, told once.
    fn take_way(&mut self, at: usize, used: usize, id: Ref) {
        let again = self.parts.last().is_some_and(|p| p.what.named() == Some(id))
            && at.checked_sub(1).is_some_and(|i| self.kept[i].is_none());
        let end = self.tokens.get(at + used - 1).map_or(0, |t| t.core.end);
        match self.parts.last_mut().filter(|_| again) {
            Some(part) => part.range.end = end,
            None => self.person(at, used, id),
        }
    }

    fn address(&self, at: usize) -> Option<Reach> {
        let token = self.tokens.get(at).filter(|t| !t.quoted && t.sigil.is_none())?;
        let written = self.line[token.core.clone()].trim_matches(['<', '>']);
        let (name, host) = written.split_once('@')?;
        let is_address = !name.is_empty() && host.contains('.') && !host.contains('@');
        let written = fold(written);
        let bears = |values: &[Labelled]| values.iter().any(|v| fold(v.value.trim()) == written);
        is_address.then(|| Reach {
            used: 1,
            way: Way::Address,
            holders: self.holders(|record| match record {
                Record::Contact(c) => bears(&c.mails),
                Record::Client(c) => bears(&c.mails),
                Record::Department(d) => fold(d.mail.trim()) == written,
                _ => false,
            }),
        })
    }

    /// The people who bear it, else the clients, else the departments.
    fn holders(&self, bears: impl Fn(&Record) -> bool) -> Vec<Ref> {
        let of =
            |kind: Kind| -> Vec<Ref> { self.book.all(kind).filter(|r| bears(r)).map(Record::id).collect() };
        [Kind::Contact, Kind::Client, Kind::Department]
            .into_iter()
            .map(of)
            .find(|f| !f.is_empty())
            .unwrap_or_default()
    }

    fn telephone(&self, at: usize) -> Option<Reach> {
        let mut digits = String::new();
        let mut ends: Vec<(usize, String)> = vec![];
        for (used, token) in (1..=MOST.1).zip(self.tokens.get(at..)?) {
            let text = &self.line[token.raw.start..token.core.end];
            let fits = |c: char| c.is_ascii_digit() || "()-./".contains(c);
            let number = if used == 1 { text.strip_prefix('+').unwrap_or(text) } else { text };
            if token.quoted || number.is_empty() || !number.chars().all(fits) {
                break;
            }
            digits.push_str(text);
            let count = digits.chars().filter(char::is_ascii_digit).count();
            if count > MOST.0 {
                break;
            }
            if count >= FEWEST {
                ends.push((used, digits.clone()));
            }
            if token.stop()
                && !text.ends_with('(')
                && !self.line[token.core.end..token.raw.end].starts_with(')')
            {
                break;
            }
        }
        let bears = |values: &[Labelled], number: &str| values.iter().any(|v| is_same(&v.value, number));
        let known = ends.iter().rev().map(|(used, number)| Reach {
            used: *used,
            way: Way::Number,
            holders: self.holders(|record| match record {
                Record::Contact(c) => bears(&c.phones, number),
                Record::Client(c) => bears(&c.phones, number),
                Record::Department(d) => is_same(&d.phone, number),
                _ => false,
            }),
        });
        let unknown = || {
            let (used, _) = ends.last().filter(|(_, number)| is_number(number))?;
            Some(Reach { used: *used, way: Way::Number, holders: vec![] })
        };
        known.into_iter().find(|way| !way.holders.is_empty()).or_else(unknown)
    }
}

/// The digits of a number without what says that the code of a country follows, and whether it does.
fn digits(number: &str) -> (String, bool) {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let plus = number.trim_start().starts_with('+');
    match digits.strip_prefix("00").filter(|_| !plus) {
        Some(rest) => (rest.to_owned(), true),
        None => (digits, plus),
    }
}

/// Whether two ways of writing are one number: with the code of the country or without it.
fn is_same(a: &str, b: &str) -> bool {
    let ((a, a_whole), (b, b_whole)) = (digits(a), digits(b));
    if a.len() < FEWEST || b.len() < FEWEST {
        return false;
    }
    let (long, short) = if a.len() >= b.len() { (&a, &b) } else { (&b, &a) };
    let bare = short.trim_start_matches('0');
    a == b
        || !(a_whole && b_whole)
            && bare.len() >= FEWEST
            && long.ends_with(bare)
            && long.len() - bare.len() <= CODE
}

/// Whether this can hardly be anything but a telephone number: it begins as one of another country, or as one of
/// Greece.
fn is_number(written: &str) -> bool {
    let (digits, whole) = digits(written);
    let greek = digits.len() == 10
        && (digits.starts_with("69") || (digits.starts_with('2') && !digits[1..].starts_with(['0', '9'])));
    let plain = written.chars().all(|c| c.is_ascii_digit() || "+()-".contains(c));
    plain && (whole && digits.len() > FEWEST || greek)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        let book = "+30 210 5550211";
        for written in [
            "2105550211",
            "210 555 0211",
            "(210) 5550211",
            "00302105550211",
            "0030 210-555-0211",
            "+302105550211",
        ] {
            assert!(is_same(book, written) && is_same(written, book), "{written}");
        }
        assert!(is_same("+44 20 7946 0123", "020 7946 0123"));
        for other in ["2105550212", "5550211", "+31 210 5550211", "210", "0031 210 5550211", ""] {
            assert!(!is_same(book, other), "{other}");
        }
        assert!(is_number("+49895550") && is_number("6905550112") && is_number("0030555012"));
        for no in ["2026001234", "24122026", "1.200.000.000", "12345678"] {
            assert!(!is_number(no), "{no}");
        }
    }
}
