//! Words that stand loose in a line: several wishes in one, names and marks without their sign, wishes of our own.

use super::date_words::{is_stretch, is_vague, is_weekend};
use super::dates::Toward;
use super::names::{Among, Care, Named, best};
use super::reader::Reader;
use super::words::{is_article, is_deadline, priority};
use super::{Doubt, Main, OfDay, OfLine, OfName, What};
use crate::domain::{Contact, Kind};

impl Reader<'_> {
    /// Doubts about them.
    pub(super) fn loose(&self) -> Vec<Doubt> {
        let doubts = [
            self.second_wish().or_else(|| self.several_wishes()),
            self.our_wisher(),
            self.beside_department(),
        ];
        doubts.into_iter().flatten().chain(self.without_mark()).collect()
    }

    /// "wants X and Granite wants Y", "she wants X he wants Y".
    fn second_wish(&self) -> Option<Doubt> {
        let (_, end) = self.verb?;
        let verb = |at: &usize| {
            let named = self.tokens.get(at - 1).is_some_and(|t| t.capital);
            let pronoun = matches!(self.fold(*at), "she" | "he" | "they");
            self.verb_len(*at).is_some() && (named || pronoun)
        };
        let at = (end + 1..self.tokens.len()).find(verb)?;
        let at = at + usize::from(self.verb_len(at + 1).is_some());
        Some(self.about(at, 1, OfLine::SecondWish))
    }

    /// "wants references; logo; price list", "a banner and a new logo and 500 flyers".
    fn several_wishes(&self) -> Option<Doubt> {
        let (_, end) = self.verb?;
        let is_more = |at: usize| {
            let next = self.fold(at + 1);
            let counted = matches!(next, "a" | "an" | "μια" | "ενα" | "εναν")
                || next.starts_with(|c: char| c.is_ascii_digit());
            matches!(self.fold(at), "and" | "και" | "κι") && counted && self.is_text(at, 2)
        };
        let ends = |at: usize| self.line[self.tokens[at].core.end..self.tokens[at].raw.end].contains(';');
        let lists = (end..self.tokens.len())
            .filter(|at| ends(*at) && self.is_text(*at, 1) && !self.is_end(at + 1))
            .count();
        let wishes = 1 + lists + (end..self.tokens.len()).filter(|at| is_more(*at)).count();
        (wishes > 2 || lists > 0).then(|| OfLine::Wishes(wishes).into())
    }

    /// "legal wants the contract": we wish for nothing.
    fn our_wisher(&self) -> Option<Doubt> {
        let verb = self.awaited.filter(|_| self.kind == Main::Request)?;
        let at = (0..verb).find(|at| self.is_text(*at, 1) && !is_article(self.fold(*at)))?;
        let departments = self.book.all(Kind::Department);
        let found = best(self.book, departments, self.tokens.get(at..)?, Among::Marked, Care::Easy);
        let Named::One(id, fit) = found else { return None };
        (fit.whole && fit.first).then(|| self.about(at, fit.used, OfName::WishOfDepartment(id)))
    }

    /// "proofs by fri" in the text of a touch.
    pub(super) fn due_in_touch(&self) -> Option<Doubt> {
        let kind = self.kind.touch().filter(|_| self.verb.is_none())?;
        (self.start..self.tokens.len()).filter(|at| is_deadline(self.fold(*at))).find_map(|at| {
            let found = self.phrase(at, Toward::Past)?;
            self.is_text(at, found.used).then(|| OfDay::DueInTouch(kind).into())
        })
    }

    /// "this week", "weekend" in what is to be done: when it is to be is said, and is no day.
    pub(super) fn vague_day(&self) -> Option<Doubt> {
        self.is_planned().then_some(())?;
        let which = |at: usize| is_vague(self.fold(at)) || self.fold(at) == "next";
        (self.start..self.tokens.len()).find_map(|at| {
            let two = which(at) && is_stretch(self.fold(at + 1)) && self.is_text(at, 2);
            let before = |far: usize| at.checked_sub(far).map_or("", |i| self.fold(i));
            let of = (1..=2).any(|far| before(far) == "of");
            let alone = is_weekend(self.fold(at)) && !of && self.is_end(at + 1) && self.is_text(at, 1);
            let used = if two { 2 } else { 1 };
            // After "by" it was told already.
            (two || alone)
                .then_some(())
                .filter(|()| !is_deadline(before(1)) && before(1) != "within")
                .map(|()| self.about(at, used, OfDay::Vague))
        })
    }

    /// "@Design Ida": somebody of the department behind it.
    fn beside_department(&self) -> Option<Doubt> {
        let mut parts = self.parts.iter().filter_map(|p| match p.what {
            What::Department(id) => Some((id, p.range.end)),
            _ => None,
        });
        parts.find_map(|(id, end)| {
            let at = self.tokens.iter().position(|t| t.raw.start > end)?;
            let people = self.book.backlinks(id, Kind::Contact);
            let people = people.filter(|r| Contact::of(r).is_some_and(Contact::is_colleague));
            let found = best(self.book, people, self.tokens.get(at..)?, Among::Marked, Care::Easy);
            match found {
                Named::One(id, fit) if fit.whole && self.is_text(at, fit.used) => {
                    Some(self.about(at, fit.used, OfName::BesideDepartment(id)))
                }
                _ => None,
            }
        })
    }

    /// ", design, high": what would be read with a mark before it.
    fn without_mark(&self) -> Vec<Doubt> {
        if !matches!(self.kind, Main::Request | Main::Heard(_) | Main::Task) {
            return vec![];
        }
        let first = self.verb.map_or(self.start, |(_, end)| end) + 1;
        let alone = |at: &usize| {
            // What a date took with it leaves its comma behind.
            let stops = self.tokens[at - 1].stop() && !self.tokens[at - 1].colon();
            stops && (self.tokens[*at].stop() || self.is_end(at + 1)) && self.is_text(*at, 1)
        };
        (first.max(1)..self.tokens.len())
            .filter(alone)
            .filter_map(|at| {
                let word = self.fold(at);
                let department =
                    self.book.all(Kind::Department).find(|d| crate::domain::text::fold(&d.title()) == word);
                let mark = match department {
                    Some(_) => '@',
                    None if word.chars().count() > 2 && priority(word).is_some() => '!',
                    None => return None,
                };
                Some(self.about(at, 1, OfLine::WithoutMark(mark)))
            })
            .collect()
    }
}
