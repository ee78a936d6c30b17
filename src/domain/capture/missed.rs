//! What a writer may have meant and the reading did not take: dates, times and clients that stay in the title. Nothing is
//! guessed from them, and none of them is passed over in silence.

use super::dates::{Found, Toward, phrase};
use super::fields::is_colleague;
use super::names::{Among, Care, Named, best};
use super::persons::full_name;
use super::reader::Reader;
use super::words::{is_deadline, is_on, is_plain_day};
use super::{Main, Part, What};
use crate::domain::{Kind, when};

impl Reader<'_> {
    /// Doubts about words that stay in the title and look like a date or a client.
    pub(super) fn missed(&self) -> Vec<String> {
        // What a note says is kept as it is.
        if self.is_note() {
            return vec![];
        }
        let mut out: Vec<String> = vec![];
        out.extend(self.second_client());
        out.extend(self.second_wish());
        out.extend(self.unknown_name());
        out.extend(self.lost_date());
        out.extend(self.missed_date());
        out.extend(self.missed_name());
        out
    }

    /// Whether the pieces stay in the title, without anything having been said about them yet.
    fn is_text(&self, from: usize, count: usize) -> bool {
        let Some((first, last)) = self.tokens.get(from).zip(self.tokens.get(from + count - 1)) else {
            return false;
        };
        let told = self.parts.iter().any(|p| p.range.start < last.raw.end && first.raw.start < p.range.end);
        !told && self.kept.iter().skip(from).take(count).all(|k| *k == Some(true))
    }

    fn words(&self, from: usize, count: usize) -> &str {
        let ends = self.tokens.get(from).zip(self.tokens.get(from + count - 1));
        ends.and_then(|(first, last)| self.line.get(first.raw.start..last.core.end)).unwrap_or_default()
    }

    /// A request, a task, a follow-up is of one client.
    fn second_client(&self) -> Option<String> {
        let mut clients = self.parts.iter().filter_map(|p| match p.what {
            What::Client(id) => Some(id),
            _ => None,
        });
        let first = clients.next().filter(|_| !matches!(self.kind, Main::Touch(_)))?;
        let other = clients.find(|id| *id != first)?;
        let (first, other) = (self.book.title(first), self.book.title(other));
        Some(format!("only {first} has it then: write a line of its own for {other}"))
    }

    /// "wants X and Granite wants Y".
    fn second_wish(&self) -> Option<String> {
        let (_, end) = self.verb?;
        let verb =
            |at: &usize| self.verb_len(*at).is_some() && self.tokens.get(at - 1).is_some_and(|t| t.capital);
        let at = (end + 1..self.tokens.len()).find(verb)?;
        Some(format!(
            "“{}” stands twice, and it becomes one request: write a line for each",
            self.words(at, 1)
        ))
    }

    /// Where the names end: at a colon, or before the verb of a wish.
    fn names_end(&self) -> usize {
        let colon = self.tokens.iter().position(super::token::Token::colon).map(|at| at + 1);
        self.verb.map(|(at, _)| at).or(colon).unwrap_or(0)
    }

    /// "Aegean Maria and Zorba: ...": somebody is named beside the others, and is nobody of the book.
    fn unknown_name(&self) -> Option<String> {
        if matches!(self.kind, Main::Task | Main::FollowUp) {
            return None;
        }
        let is_name = |at: usize| {
            let known = |p: &&Part| matches!(p.what, What::Client(_) | What::Contact(_));
            let token = &self.tokens[at];
            let mut parts = self.parts.iter().filter(known);
            parts.any(|p| p.range.start < token.core.end && token.core.start < p.range.end)
        };
        let at = (self.start.max(1)..self.names_end()).find(|at| {
            let token = &self.tokens[*at];
            let joined =
                matches!(self.fold(at - 1), "and" | "και" | "κι") || self.tokens[at - 1].words.is_empty();
            let beside = is_name(at - 1) || (joined && *at > 1 && is_name(at - 2));
            token.capital && !token.words.is_empty() && beside && self.is_text(*at, 1)
        })?;
        let told = format!("“{}” is not in the book", self.words(at, 1));
        (!self.doubts.contains(&told)).then_some(told)
    }

    /// "Granite 15th: ...": a date among the names that was not read as one.
    fn lost_date(&self) -> Option<String> {
        let first = self.kept.iter().position(|k| *k == Some(true)).map_or(0, |at| at + 1);
        let end = if self.names_end() > 0 { self.names_end() } else { first };
        let at = (self.start..end).find(|at| {
            let word = self.fold(*at);
            let dated = word.starts_with(|c: char| c.is_ascii_digit()) || is_plain_day(word);
            dated && self.is_text(*at, 1) && when::read_date(word, self.now.date()).is_some()
        })?;
        let word = self.words(at, 1);
        Some(format!(
            "“{word}” stays in the title: as a date it stands right behind the names, with “on” before it"
        ))
    }

    fn missed_date(&self) -> Option<String> {
        (self.start..self.tokens.len()).find_map(|at| self.no_date(at).or_else(|| self.other_time(at)))
    }

    /// "by 30/2": a date is asked for, and what stands there is none.
    fn no_date(&self, at: usize) -> Option<String> {
        if self.is_planned()
            && let Some(used) = self.wrong_date(at)
        {
            return Some(format!("“{}” is no date: it stays in the title", self.words(at, used)));
        }
        let asked = is_deadline(self.fold(at)) || is_on(self.fold(at));
        let next = self.fold(at + 1);
        // "2-3 people" and "2.1" are no dates, and nobody means them to be.
        let signs = next.chars().filter(|c| matches!(c, '/' | '.' | '-')).count();
        let written = next.starts_with(|c: char| c.is_ascii_digit()) && (next.contains('/') || signs >= 2);
        let found = || phrase(self.line, &self.tokens, at, self.now, Toward::Past);
        (asked && written && self.is_text(at, 2) && found().is_none())
            .then(|| format!("“{}” is no date: it stays in the title", self.words(at + 1, 1)))
    }

    /// "31/2", "24/13/2026", "32nd", "30 feb": written as a date, and none. Gives the number of its pieces.
    fn wrong_date(&self, at: usize) -> Option<usize> {
        let is_day = |text: &str| when::read_date(text, self.now.date()).is_some();
        let word = self.fold(at);
        let number = word.trim_end_matches(char::is_alphabetic);
        if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
            return self.is_wrong_fraction(at).then_some(1);
        }
        let ordinal = matches!(&word[number.len()..], "st" | "nd" | "rd" | "th");
        if ordinal && self.is_text(at, 1) && !is_day(word) {
            return Some(1);
        }
        // A month: a first of it there is always.
        let month = self.fold(at + 1);
        let of_month = month.chars().count() >= 3 && month.chars().all(char::is_alphabetic);
        let wrong = of_month && is_day(&format!("1 {month}")) && !is_day(&format!("{number} {month}"));
        (wrong && self.is_text(at, 2)).then_some(2)
    }

    fn is_wrong_fraction(&self, at: usize) -> bool {
        let numbers: Vec<&str> = self.fold(at).split('/').collect();
        let digits = |n: &&str| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit());
        let shape = matches!(numbers.len(), 2 | 3) && numbers.iter().all(digits) && numbers[0].len() <= 2;
        shape && self.is_text(at, 1) && when::read_date(self.fold(at), self.now.date()).is_none()
    }

    /// "at 15:30" in what is to be done. In the text of a touch a day or a time is about something else.
    fn other_time(&self, at: usize) -> Option<String> {
        if !self.is_planned() {
            return None;
        }
        let found = phrase(self.line, &self.tokens, at, self.now, Toward::Past)
            .filter(|found| matches!(found.found, Found::Time(_)) && self.is_text(at, found.used))?;
        let words = self.words(at, found.used);
        Some(format!("“{words}” stays in the title: what is to be done has a day, and no time"))
    }

    /// Whether it is about what is to be done: dates in it are due or promised.
    fn is_planned(&self) -> bool {
        matches!(self.kind, Main::Task | Main::FollowUp | Main::Request)
    }

    /// The client, or the person with a whole word, that a piece names.
    fn looks_like(&self, at: usize) -> Named {
        let (clients, people) = (self.book.all(Kind::Client), self.book.all(Kind::Contact));
        let tokens = self.tokens.get(at..).unwrap_or_default();
        let client = best(self.book, clients, tokens, Among::Clients, Care::Strict);
        if client != Named::Nobody || !tokens.first().is_some_and(|t| t.capital) {
            return client;
        }
        // A colleague in the text is whom one talks about; who is to do it has @ before the name.
        let people = people.filter(|r| !is_colleague(r));
        let person = best(self.book, people, tokens, Among::Others, Care::Easy);
        if person.is_whole() { person } else { Named::Nobody }
    }

    /// "the Aegean report", "ring Maria": somebody's name in the text of what is about nobody yet.
    fn missed_name(&self) -> Option<String> {
        let known = |w: &What| {
            matches!(
                w,
                What::Client(_) | What::Contact(_) | What::Project(_) | What::Request(_) | What::Task(_)
            )
        };
        if self.parts.iter().any(|p| known(&p.what)) {
            return None;
        }
        (self.start..self.tokens.len()).filter(|at| self.is_text(*at, 1)).find_map(|at| {
            match self.looks_like(at) {
                Named::One(id, fit) => Some(format!(
                    "“{}” may be {}: to say so, begin the text with “for {0}:”",
                    self.words(at, fit.used),
                    full_name(self.book, id)
                )),
                Named::Many(_, fit) => {
                    let words = self.words(at, fit.used);
                    Some(format!("“{words}” fits several, and none was taken: begin the text with “for” and a whole name"))
                }
                Named::Nobody => None,
            }
        })
    }
}
