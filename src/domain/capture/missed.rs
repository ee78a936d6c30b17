//! What a writer may have meant and the reading did not take: dates, times and clients that stay in the title. Nothing is
//! guessed from them, and none of them is passed over in silence.

use super::dates::{Found, Look, phrase};
use super::fields::is_colleague;
use super::names::{Among, Care, Named, best};
use super::persons::full_name;
use super::reader::Reader;
use super::words::{is_deadline, is_on};
use super::{Main, What};
use crate::domain::Kind;

impl Reader<'_> {
    /// Doubts about words that stay in the title and look like a date or a client.
    pub(super) fn missed(&self) -> Vec<String> {
        // What a note says is kept as it is.
        if self.is_note() {
            return vec![];
        }
        let mut out: Vec<String> = vec![];
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

    fn missed_date(&self) -> Option<String> {
        (self.start..self.tokens.len()).find_map(|at| self.no_date(at).or_else(|| self.other_time(at)))
    }

    /// "by 30/2": a date is asked for, and what stands there is none.
    fn no_date(&self, at: usize) -> Option<String> {
        let asked = is_deadline(self.fold(at)) || is_on(self.fold(at));
        let next = self.fold(at + 1);
        // "2-3 people" and "2.1" are no dates, and nobody means them to be.
        let signs = next.chars().filter(|c| matches!(c, '/' | '.' | '-')).count();
        let written = next.starts_with(|c: char| c.is_ascii_digit()) && (next.contains('/') || signs >= 2);
        let found = || phrase(self.line, &self.tokens, at, self.now, Look::Back);
        (asked && written && self.is_text(at, 2) && found().is_none())
            .then(|| format!("“{}” is no date: it stays in the title", self.words(at + 1, 1)))
    }

    /// "at 15:30" in what is to be done. In the text of a touch a day or a time is about something else.
    fn other_time(&self, at: usize) -> Option<String> {
        let found = phrase(self.line, &self.tokens, at, self.now, Look::Back)
            .filter(|found| matches!(found.found, Found::Time(_)) && self.is_text(at, found.used))?;
        let planned = matches!(self.kind, Main::Task | Main::FollowUp | Main::Request);
        planned.then(|| {
            let words = self.words(at, found.used);
            format!("“{words}” stays in the title: what is to be done has a day, and no time")
        })
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
