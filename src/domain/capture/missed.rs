//! What a writer may have meant and the reading did not take: dates, times and clients that stay in the title. Nothing is
//! guessed from them, and none of them is passed over in silence.

use super::date_words::{is_before_month, is_commitment, is_no_deadline, is_stretch, is_vague};
use super::dates::{Dated, Toward, is_weekday};
use super::fields::is_colleague;
use super::names::{Among, Care, Named, best};
use super::ordinary::is_ordinary;
use super::reader::Reader;
use super::token::Token;
use super::words::{is_article, is_deadline, is_on, is_plain_day};
use super::{Doubt, Main, Mend, OfDay, OfLine, OfName, Part, Place, What};
use crate::domain::{Kind, Touch, when};
use std::ops::Range;

impl Reader<'_> {
    /// Doubts about words that stay in the title and look like a date or a client.
    pub(super) fn missed(&self) -> Vec<Doubt> {
        // What a note says is kept as it is.
        if self.is_note() {
            return vec![];
        }
        let mut out: Vec<Doubt> = vec![];
        out.extend(self.second_client());
        out.extend(self.unknown_name());
        out.extend(self.lost_date());
        out.extend(self.missed_date());
        out.extend(self.unread_deadline());
        out.extend(self.month_alone());
        out.extend(self.vague_time().or_else(|| self.vague_day()));
        out.extend(self.loose());
        let taken_on = self.commitment();
        let due = self.due_in_touch().filter(|_| taken_on.is_none());
        out.extend(self.later_day().filter(|_| taken_on.is_none() && due.is_none()));
        out.extend(due);
        out.extend(taken_on);
        out.extend(self.likely_date());
        out.extend(self.lost_length());
        out.extend(self.named_as_a_day());
        out
    }

    /// Whether the pieces stay in the title, without anything having been said about them yet.
    pub(super) fn is_text(&self, from: usize, count: usize) -> bool {
        let Some((first, last)) = self.tokens.get(from).zip(self.tokens.get(from + count - 1)) else {
            return false;
        };
        let told = self.parts.iter().any(|p| p.range.start < last.raw.end && first.raw.start < p.range.end);
        !told && self.kept.iter().skip(from).take(count).all(|k| *k == Some(true))
    }

    /// Where these pieces stand; nowhere for none.
    pub(super) fn span(&self, from: usize, count: usize) -> Range<usize> {
        let ends = self.tokens.get(from).zip(self.tokens.get(from + count - 1));
        ends.map_or(0..0, |(first, last)| first.raw.start..last.core.end)
    }

    pub(super) fn words(&self, from: usize, count: usize) -> &str {
        self.line.get(self.span(from, count)).unwrap_or_default()
    }

    /// A doubt that tells these pieces.
    pub(super) fn about(&self, from: usize, count: usize, why: impl Into<super::Unsure>) -> Doubt {
        Doubt::about(self.span(from, count), why)
    }

    /// A request, a task, a follow-up is of one client.
    fn second_client(&self) -> Option<Doubt> {
        let mut clients = self.parts.iter().filter_map(|p| match p.what {
            What::Client(id) => Some(id),
            _ => None,
        });
        let first = clients.next().filter(|_| !matches!(self.kind, Main::Touch(_)))?;
        let other = clients.find(|id| *id != first)?;
        Some(OfName::OnlyOne(first, other).into())
    }

    /// Where the names end: at a colon, or before the verb of a wish.
    fn names_end(&self) -> usize {
        let colon = self.tokens.iter().position(Token::colon).map(|at| at + 1);
        self.verb.map(|(at, _)| at).or(colon).unwrap_or(0)
    }

    /// "Aegean Maria and Zorba: ...": somebody is named beside the others, and is nobody of the book.
    fn unknown_name(&self) -> Option<Doubt> {
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
        let was_told = |told: &Doubt| {
            let words = told.words.clone().and_then(|words| self.line.get(words));
            told.why == OfName::NotInBook.into() && words == Some(self.words(at, 1))
        };
        (!self.doubts.iter().any(was_told)).then(|| self.about(at, 1, OfName::NotInBook))
    }

    /// "Granite 15th: ...": a date among the names that was not read as one.
    fn lost_date(&self) -> Option<Doubt> {
        let first = self.kept.iter().position(|k| *k == Some(true)).map_or(0, |at| at + 1);
        let end = if self.names_end() > 0 { self.names_end() } else { first };
        let at = (self.start..end).find(|at| {
            let word = self.fold(*at);
            let today = self.now.date();
            // "mon-wed"
            let range = word.contains('-') && word.split('-').all(|day| is_weekday(day, today));
            if range && self.is_text(*at, 1) {
                return true;
            }
            let dated = word.starts_with(|c: char| c.is_ascii_digit()) || is_plain_day(word);
            dated && self.is_text(*at, 1) && when::read_date(word, self.now.date()).is_some()
        })?;
        Some(self.about(at, 1, OfDay::AmongNames))
    }

    fn missed_date(&self) -> Option<Doubt> {
        (self.start..self.tokens.len()).find_map(|at| self.no_date(at).or_else(|| self.other_time(at)))
    }

    /// "by 30/2": a date is asked for, and what stands there is none.
    fn no_date(&self, at: usize) -> Option<Doubt> {
        if self.is_planned()
            && let Some(used) = self.wrong_date(at)
        {
            return Some(self.about(at, used, OfDay::None));
        }
        if let Some(used) = self.wrong_day_of_touch(at) {
            return Some(self.about(at, used, OfDay::NoneOfTouch));
        }
        let asked = is_deadline(self.fold(at)) || is_on(self.fold(at));
        let next = self.fold(at + 1);
        // "2-3 people" and "2.1" are no dates, and nobody means them to be.
        let signs = next.chars().filter(|c| matches!(c, '/' | '.' | '-')).count();
        let written = next.starts_with(|c: char| c.is_ascii_digit()) && (next.contains('/') || signs >= 2);
        let found = || self.phrase(at, Toward::Past);
        (asked && written && self.is_text(at, 2) && found().is_none())
            .then(|| self.about(at + 1, 1, OfDay::None))
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
        let wrong = of_month && is_day(&["1", month].join(" ")) && !is_day(&[number, month].join(" "));
        (wrong && self.is_text(at, 2)).then_some(2)
    }

    /// "call Aegean 31 feb": a day that there is not, where the day of a touch stands: behind the names, or at the end of a
    /// text without a colon. "99/100" is no day that anybody means.
    fn wrong_day_of_touch(&self, at: usize) -> Option<usize> {
        self.kind.touch().filter(|_| !self.is_dated())?;
        let used = self.wrong_date(at)?;
        let mut numbers = self.fold(at).split('/').map(str::parse::<u32>);
        let is_meant = match (numbers.next(), numbers.next(), numbers.next()) {
            (Some(Ok(day)), Some(Ok(month)), None) => day <= 31 && (1..=12).contains(&month),
            _ => true,
        };
        let first = self.kept.iter().position(|k| *k == Some(true))?;
        let behind_names = first == at || first + 1 == at && is_on(self.fold(first));
        let in_text = self.tokens[..at].iter().any(Token::colon) && !behind_names;
        (is_meant && !in_text && (behind_names || self.is_end(at + used))).then_some(used)
    }

    fn is_wrong_fraction(&self, at: usize) -> bool {
        let numbers: Vec<&str> = self.fold(at).split('/').collect();
        let digits = |n: &&str| (1..=4).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit());
        let shape = matches!(numbers.len(), 2 | 3) && numbers.iter().all(digits) && numbers[0].len() <= 2;
        shape && self.is_text(at, 1) && when::read_date(self.fold(at), self.now.date()).is_none()
    }

    /// "at 15:30" in what is to be done. In the text of a touch a day or a time is about something else.
    fn other_time(&self, at: usize) -> Option<Doubt> {
        if !self.is_planned() {
            return None;
        }
        let found = self
            .phrase(at, Toward::Past)
            .filter(|found| !matches!(found.found, Dated::Day(_)) && self.is_text(at, found.used))?;
        Some(self.about(at, found.used, OfDay::TimeOfWork))
    }

    /// "by week 54", "due whenever": a date is asked for, and what stands there was not read as one.
    fn unread_deadline(&self) -> Option<Doubt> {
        let prose = |at: usize| {
            let next = self.fold(at);
            next.is_empty()
                || is_no_deadline(next)
                || self.parts.iter().any(|p| {
                    self.tokens[at].core.start >= p.range.start && self.tokens[at].core.start < p.range.end
                })
                || is_article(next) && is_no_deadline(self.fold(at + 1))
        };
        (self.start..self.tokens.len().saturating_sub(1)).find_map(|at| {
            let asked = is_deadline(self.fold(at)) || self.fold(at) == "within";
            // "Written by Maria" names somebody.
            let named = self.fold(at) == "by"
                && self.tokens[at + 1].capital
                && self.looks_like(at + 1) != Named::Nobody;
            // What is a date, or would be one if there were such a day, was told already.
            let told = self.phrase(at, Toward::Past).is_some()
                || self.wrong_date(at + 1).is_some()
                || self.likely(at + 1).is_some();
            if !asked || named || told || !self.is_text(at, 1) || prose(at + 1) {
                return None;
            }
            Some(self.about(at, 2, OfDay::Unread))
        })
    }

    /// "early december", "in May": a part of a month is no day.
    fn month_alone(&self) -> Option<Doubt> {
        let month = |at: usize| self.tokens[at].words.len() == 1 && when::is_month(self.fold(at));
        (self.start..self.tokens.len().saturating_sub(1))
            .find(|at| {
                self.is_planned() && is_before_month(self.fold(*at)) && month(at + 1) && self.is_text(*at, 2)
            })
            .map(|at| self.about(at, 2, OfDay::Vague))
    }

    /// "last week", "this morning" in a touch: when it was is said, and is no day.
    fn vague_time(&self) -> Option<Doubt> {
        self.kind.touch().filter(|_| !self.is_dated())?;
        let end = self.names_end().max(self.start + 1).max(self.tokens.len().min(self.start + 6));
        (self.start..end.min(self.tokens.len()).saturating_sub(1)).find_map(|at| {
            (is_vague(self.fold(at)) && is_stretch(self.fold(at + 1)) && self.is_text(at, 2))
                .then(|| self.about(at, 2, OfDay::VagueTouch))
        })
    }

    /// A meeting whose text ends with a day: perhaps that is when it is to be.
    fn later_day(&self) -> Option<Doubt> {
        if self.is_dated()
            || self.past
            || !matches!(self.kind, Main::Touch(Touch::Meeting | Touch::Visit | Touch::Call))
        {
            return None;
        }
        (self.start..self.tokens.len()).find_map(|at| {
            let found = self.phrase(at, Toward::Future)?;
            let ends = self.is_end(at + found.used);
            let ahead = matches!(found.found, Dated::Day(day) if day > self.now.date());
            (ends && ahead && !found.deadline && self.is_text(at, found.used))
                .then(|| self.about(at, found.used, OfDay::Later))
        })
    }

    /// "will send tmrw", "follow up in 2 weeks", ">fri" in a touch: something was taken on, and nothing is kept of it.
    fn commitment(&self) -> Option<Doubt> {
        if !matches!(self.kind, Main::Touch(_))
            || self.parts.iter().any(|p| matches!(p.what, What::FollowUp(_)))
        {
            return None;
        }
        let arrow = self.tokens.iter().find(|t| self.line[t.raw.clone()].starts_with('>') && t.raw.len() > 1);
        if let Some(token) = arrow {
            return Some(Doubt::about(token.raw.clone(), OfLine::Arrow));
        }
        (self.start..self.tokens.len()).find_map(|at| {
            let found = self.phrase(at, Toward::Future)?;
            let ahead = matches!(found.found, Dated::Day(day) if day > self.now.date());
            let verb = (at.saturating_sub(6).max(self.start)..at)
                .find(|i| is_commitment(self.fold(*i)) && self.is_text(*i, 1))?;
            (ahead && *self.kept.get(at)? == Some(true))
                .then(|| self.about(verb, at + found.used - verb, OfLine::TakenOn))
        })
    }

    /// Whether it is about what is to be done: dates in it are due or promised.
    pub(super) fn is_planned(&self) -> bool {
        matches!(self.kind, Main::Task | Main::FollowUp | Main::Request)
    }

    /// The client, or the person with a whole word, that a piece names.
    pub(super) fn looks_like(&self, at: usize) -> Named {
        let (clients, people) = (self.book.all(Kind::Client), self.book.all(Kind::Contact));
        let tokens = self.tokens.get(at..).unwrap_or_default();
        let client = best(self.book, clients, tokens, Among::Clients, Care::Strict);
        // In small letters a name needs a word before it that asks for one: "to femke".
        let asked = at > 0
            && matches!(self.fold(at - 1), "to" | "with" | "for" | "from" | "στον" | "στην" | "στη" | "με");
        let named = |t: &Token| t.capital || t.fold.chars().count() > 3 && !is_ordinary(&t.fold);
        if client != Named::Nobody || !(asked || tokens.first().is_some_and(named)) {
            return client;
        }
        // A colleague in the text is whom one talks about; who is to do it has @ before the name.
        let people = people.filter(|r| !is_colleague(r));
        let person = best(self.book, people, tokens, Among::Others, Care::Easy);
        if person.is_whole() { person } else { Named::Nobody }
    }

    /// "the Aegean report", "ring Maria": somebody's name in the text of what is about nobody yet.
    pub(super) fn missed_name(&self) -> Option<Doubt> {
        // What a note says is kept as it is, and it is filed where one stands only when it names nobody.
        if self.is_note() && self.here == Place::default() {
            return None;
        }
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
                Named::One(id, _) if self.is_here(id) => None,
                Named::Many(ids, _) if ids.iter().any(|id| self.is_here(*id)) => None,
                Named::One(id, fit) => Some(self.about(at, fit.used, OfName::InText(id))),
                Named::Many(_, fit) => Some(self.about(at, fit.used, OfName::SeveralInText)),
                Named::Nobody => self.missed_slip(at),
            }
        })
    }

    /// "ring Mraia": a name with a capital letter that somebody nearly bears.
    fn missed_slip(&self, at: usize) -> Option<Doubt> {
        let token = self.tokens.get(at).filter(|t| t.capital && at > self.start && !t.quoted)?;
        let near = self.nearly(token);
        (!near.is_empty()).then(|| self.about(at, 1, OfName::MayBe(near, Mend::Spelling)))
    }
}
