//! What a date in a line says: when something happened, or by when it is to be done.

use super::date_words::{is_promise, is_promiser};
use super::dates::{Found, Phrase, Toward, is_weekday, phrase};
use super::reader::Reader;
use super::{Main, What};
use crate::domain::when::minutes_of;
use crate::domain::{Repeat, Span, Touch, Unit, when};
use chrono::{NaiveDate, NaiveTime};

/// The longest touch that is believed, in minutes.
const LONGEST: i64 = 7 * 24 * 60;

/// "14:30-15:15": when it began, and the minutes it took.
fn between(text: &str) -> Option<(NaiveTime, i64)> {
    let (from, to) = text.split_once(['-', '–'])?;
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
    let (from, to) = (time(from)?, time(to)?);
    Some((from, (to - from).num_minutes())).filter(|(_, minutes)| *minutes > 0)
}

impl Reader<'_> {
    /// How long a touch took: "30 min", "1h".
    pub(super) fn minutes(&mut self, at: usize) -> Option<usize> {
        if !self.is_head() || self.kind.touch().is_none() || self.verb.is_some() {
            return None;
        }
        if let Some((from, minutes)) = self.tokens.get(at).and_then(|t| between(&self.line[t.core.clone()])) {
            if self.time.is_some() || self.exact.is_some() {
                return None;
            }
            self.time = Some(from);
            self.part(at, 1, What::Minutes(minutes), format!("{} for {minutes} min", from.format("%H:%M")));
            return Some(1);
        }
        let first = self.fold(at);
        let digits = first.len() - first.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (count, rest) = first.split_at_checked(digits)?;
        let count: i64 = count.parse().ok()?;
        let (unit, used) = if rest.is_empty() { (self.fold(at + 1), 2) } else { (rest, 1) };
        let minutes = minutes_of(unit)?.checked_mul(count).filter(|m| (1..=LONGEST).contains(m))?;
        // "2 hours ago" is when it was.
        if matches!(self.fold(at + used), "ago" | "πριν") {
            return None;
        }
        self.part(at, used, What::Minutes(minutes), format!("{minutes} min"));
        Some(used)
    }

    /// A date or a time.
    pub(super) fn date(&mut self, at: usize) -> Option<usize> {
        let after_verb = self.verb.is_some();
        let happened = self.kind.touch().is_some() && !after_verb;
        if let Some(used) = self.every(at) {
            return Some(used);
        }
        let found = self.phrase_at(at)?;
        if let Some(words) = self.other_date(at, found.used) {
            self.unclear(at, found.used, format!("“{words}” is not read as a date: it stays in the title"));
            return Some(found.used);
        }
        if happened {
            return self.of_touch(at, &found);
        }
        let Found::Day(day) = found.found else { return None };
        if self.is_prose(at, &found) {
            let words = self.words(at, found.used).to_owned();
            self.unclear(
                at,
                found.used,
                format!("“{words}” stays in the title; with “by” before it, it is a day"),
            );
            return Some(found.used);
        }
        self.planned(at, found.used, day, found.deadline);
        Some(found.used)
    }

    /// The date that begins here, read the way dates lie in such a line.
    pub(super) fn phrase_at(&self, at: usize) -> Option<Phrase> {
        let after_verb = self.verb.is_some();
        let happened = self.kind.touch().is_some() && !after_verb;
        let earlier = self.kind == Main::Request && self.awaited.is_some_and(|v| at < v);
        let look = match self.kind {
            _ if happened || earlier => Toward::Past,
            Main::FollowUp if self.is_head() => Toward::Expected,
            _ => Toward::Future,
        };
        phrase(self.line, &self.tokens, at, self.now, look).or_else(|| {
            // Right behind the names "mon" and "sun" are days.
            let (word, today) = (self.fold(at), self.now.date());
            let named = self.parts.iter().any(|p| matches!(p.what, What::Client(_) | What::Contact(_)));
            let is_day = happened && self.is_head() && named && is_weekday(word, today);
            let found = Found::Day(is_day.then(|| when::read_past_date(word, today))??);
            Some(Phrase { used: 1, deadline: false, found })
        })
    }

    fn planned(&mut self, at: usize, used: usize, day: NaiveDate, deadline: bool) {
        let today = self.now.date();
        let shown = when::show(day, today);
        let wish = self.kind.is_wish();
        if wish && !deadline && day < today {
            self.part(at, used, What::Received(day), format!("asked {shown}"));
            return;
        }
        let promised = wish && self.is_promised(at);
        let same = |what: &What| match what {
            What::Promised(_) => promised || !wish,
            What::Wanted(_) => !promised,
            What::Due(_) => true,
            What::Again(_, day) => day.is_some(),
            _ => false,
        };
        if self.parts.iter().any(|p| same(&p.what)) {
            self.unclear(at, used, "a second date: the first one counts".into());
            return;
        }
        if promised {
            self.part(at, used, What::Promised(day), format!("promised {shown}"));
        } else if wish {
            self.part(at, used, What::Wanted(day), format!("wanted by {shown}"));
            if !deadline {
                self.doubt("read as the day it is wanted by; with “by” before it there is no doubt");
            }
        } else {
            self.part(at, used, What::Due(day), format!("due {shown}"));
        }
        if day < today {
            self.doubt(format!("{shown} has passed"));
        }
    }

    /// Whether the line says that the day which begins here is promised: "promised fri", "we deliver by fri".
    fn is_promised(&self, at: usize) -> bool {
        let before = |far: usize| at.checked_sub(far).map_or("", |i| self.fold(i));
        is_promise(self.fold(at))
            || (1..=2).any(|far| is_promise(before(far)))
            || (1..=5).any(|far| is_promiser(before(far)))
    }

    /// "every friday", "every 2 weeks": a task that comes again. In any other line it is told.
    fn every(&mut self, at: usize) -> Option<usize> {
        if !matches!(self.fold(at), "every" | "each" | "καθε") || self.kind.touch() == Some(Touch::Note) {
            return None;
        }
        let pieces = |used: usize| -> Vec<&str> { (1..=used).map(|i| self.fold(at + i)).collect() };
        let day = when::read_date(self.fold(at + 1), self.now.date())
            .filter(|_| is_weekday(self.fold(at + 1), self.now.date()));
        let there = |used: usize| !self.fold(at + used).is_empty();
        let span = (1..=2)
            .rev()
            .filter(|used| there(*used))
            .find_map(|used| Some((when::read_span(&pieces(used).join(" "))?, used)));
        let (every, used, due) = match (day, span) {
            (Some(day), _) => (Span::new(1, Unit::Week), 2, Some(day)),
            (None, Some((span, used))) => (span, 1 + used, None),
            (None, None) => return None,
        };
        if !matches!(self.kind, Main::Task | Main::FollowUp) {
            let words = self.words(at, used).to_owned();
            self.unclear(at, used, format!("“{words}”: only a task comes again"));
            return Some(used);
        }
        let repeat = Repeat { every, after_done: false };
        let shown = due.map(|day| format!(", due {}", when::show(day, self.now.date()))).unwrap_or_default();
        self.part(at, used, What::Again(repeat, due), format!("every {}{shown}", every.words()));
        Some(used)
    }
}
