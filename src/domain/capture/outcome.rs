//! What a line comes to: its title, and the doubts about it as a whole.

use super::reader::Reader;
use super::{Doubt, Main, OfLine, Reading, What, words};

impl Reader<'_> {
    /// What was understood.
    pub(super) fn finish(mut self) -> Reading {
        let (at, planned) = self.set_moment();
        let (before, after) = match self.verb {
            Some((verb, end)) => (self.left(0..verb), self.left(end..self.tokens.len())),
            None => (String::new(), self.left(0..self.tokens.len())),
        };
        let verb = self.verb.and_then(|(from, to)| self.slice(from, to)).unwrap_or_default();
        let unknown = self.verb.is_some_and(|(v, _)| self.kept.iter().take(v).any(|k| *k == Some(true)));
        let whole = [before.as_str(), verb, &after].join(" ");
        let (title, heard) = match self.kind {
            Main::Heard(_) => (after, tidy(&whole)),
            Main::Request if unknown => (tidy(&whole), String::new()),
            _ => (after, String::new()),
        };
        let elsewhere = self.missed_name();
        let placed = if elsewhere.is_some() { vec![] } else { self.placed() };
        self.general(&placed, elsewhere);
        self.parts.sort_by_key(|p| p.range.start);
        let mut doubts: Vec<Doubt> = self.parts.iter().filter_map(|p| p.doubt.clone()).collect();
        doubts.append(&mut self.doubts);
        let mut reading =
            Reading { kind: self.kind, planned, at, parts: self.parts, placed, title, heard, doubts };
        if reading.title.is_empty() && !self.tokens.is_empty() {
            let called = super::build::untitled(&reading, self.book);
            reading.doubts.push(OfLine::NoWords(called).into());
        }
        reading
    }

    fn slice(&self, from: usize, to: usize) -> Option<&str> {
        let (first, last) = (self.tokens.get(from)?, self.tokens.get(to.checked_sub(1)?)?);
        self.line.get(first.raw.start..last.core.end)
    }

    /// The pieces among these that stay, as a title.
    fn left(&self, pieces: std::ops::Range<usize>) -> String {
        let mut words: Vec<&str> = vec![];
        for at in pieces.filter(|at| self.kept.get(*at).is_some_and(Option::is_some)) {
            let word = self.tokens.get(at).map_or("", |t| &self.line[t.raw.clone()]);
            let opens = words.is_empty() && !matches!(self.kind, Main::Task);
            if !(opens && words::is_about(self.fold(at))) {
                words.push(word);
            }
        }
        tidy(&words.join(" "))
    }

    /// Doubts about the line as a whole.
    fn general(&mut self, placed: &[What], elsewhere: Option<Doubt>) {
        if self.tokens.is_empty() {
            return;
        }
        let all = || self.parts.iter().map(|p| &p.what).chain(placed);
        let has = |f: fn(&What) -> bool| all().any(f);
        let mut more: Vec<OfLine> = vec![];
        let client = has(|w| matches!(w, What::Client(_)));
        let person = has(|w| matches!(w, What::Contact(_)));
        let project = has(|w| matches!(w, What::Project(_)));
        // Who it is was asked already.
        let told = has(|w| matches!(w, What::Unclear)) || !self.doubts.is_empty();
        let homed = all().any(|what| match what {
            What::Contact(id) => self.book.contact(*id).is_some_and(|c| c.client.0.is_some()),
            _ => false,
        });
        if !self.said {
            more.push(if self.kind == Main::Task { OfLine::TakenAsTask } else { OfLine::TakenAsNote });
        }
        if self.kind.is_wish() && !client && !homed && !project {
            more.push(OfLine::NobodyWishes);
        } else if !client && !person && !project && !told && self.kind.touch().is_some() && !self.is_note() {
            more.push(OfLine::WithNobody);
        }
        let urgent = has(|w| matches!(w, What::Priority(_))) && !has(|w| matches!(w, What::FollowUp(_)));
        if matches!(self.kind, Main::Touch(_)) {
            if urgent {
                more.push(OfLine::PriorityOfTouch);
            }
            if has(|w| matches!(w, What::Department(_))) {
                more.push(OfLine::DepartmentOfTouch);
            }
        }
        self.doubts.extend(more.into_iter().map(Doubt::from));
        let missed = self.missed();
        self.doubts.extend(missed);
        self.doubts.extend(elsewhere);
    }
}

/// One line with single spaces, and without punctuation around it that belonged to what was taken out.
pub(super) fn tidy(text: &str) -> String {
    let clean = crate::domain::text::clean(text);
    let words: Vec<&str> = clean.split_whitespace().collect();
    let joined = words.join(" ");
    let edge = |c: char| matches!(c, ':' | ',' | ';' | '-' | '–' | '—') || c.is_whitespace();
    joined.trim_matches(edge).to_owned()
}
