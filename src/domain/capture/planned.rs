//! What a date in a line says: when something happened, or by when it is to be done.

use super::date_words::is_part_of_day;
use super::date_words::{is_promise, is_promiser};
use super::dates::{Dated, Phrase, Toward, is_weekday};
use super::reader::Reader;
use super::words::{is_article, is_deadline, is_on};
use super::{Doubt, Main, OfDay, What};
use crate::domain::{Repeat, Span, Touch, Unit, when};
use chrono::NaiveDate;

/// Days after which a day of the calendar needs its year.
const YEAR: i64 = 366;

impl Reader<'_> {
    /// A date or a time.
    pub(super) fn date(&mut self, at: usize) -> Option<usize> {
        let after_verb = self.verb.is_some();
        let happened = self.kind.touch().is_some() && !after_verb;
        if let Some(used) = self.every(at) {
            return Some(used);
        }
        if let Some(used) = self.either_week(at) {
            return Some(used);
        }
        // What nobody said is a note, and a note is of now.
        if !self.said && self.is_note() {
            return None;
        }
        let found = self.phrase_at(at)?;
        if let Some(words) = self.other_date(at, found.used) {
            self.unclear(at, found.used, Doubt::about(words, OfDay::Modified));
            return Some(found.used);
        }
        if happened {
            let used = self.of_touch(at, &found)?;
            return Some(used + self.part_of_day(at + used));
        }
        let Dated::Day(day) = found.found else { return None };
        if self.is_prose(at, &found) {
            self.unclear(at, found.used, self.about(at, found.used, OfDay::InProse));
            return Some(found.used);
        }
        self.planned(at, found.used, day, found.deadline);
        if let Some(why) = self.unsure(at, found.used, day) {
            self.doubt(why);
        }
        Some(found.used + self.part_of_day(at + found.used))
    }

    /// Why a day may be another one than it is read as.
    fn unsure(&self, at: usize, used: usize, day: NaiveDate) -> Option<OfDay> {
        let (text, today) = (self.words(at, used), self.now.date());
        // Read from itself it is itself: a day of the calendar, no distance.
        let calendar = when::read_date(text, day) == Some(day);
        let year = text.split(|c: char| !c.is_ascii_digit()).any(|n| n.len() == 4)
            || text.matches(['.', '/']).count() > 1;
        if calendar && !year && (day - today).num_days() > YEAR {
            return Some(OfDay::YearAhead(day));
        }
        let last = self.fold(at + used - 1);
        let (part, whole) = last.split_once('/')?;
        let fraction = part.parse::<u32>().ok()? < whole.parse::<u32>().ok().filter(|n| *n <= 12)?;
        let next = self.fold(at + used);
        let prose = !self.is_end(at + used)
            && !self.tokens[at + used - 1].stop()
            && !is_article(next)
            && next.starts_with(char::is_alphabetic)
            && !is_deadline(next);
        (fraction && prose).then(|| OfDay::Fraction(day, [last, next].join(" ")))
    }

    /// "monday morning": the part of the day goes with the date, and is told.
    fn part_of_day(&mut self, at: usize) -> usize {
        let taken = at.checked_sub(1).is_some_and(|i| self.kept[i].is_none());
        if !taken || !is_part_of_day(self.fold(at)) || self.tokens[at - 1].stop() {
            return 0;
        }
        let is_touch = self.kind.touch().is_some() && self.verb.is_none();
        let why = if is_touch { OfDay::PartOfTouch } else { OfDay::PartOfWork };
        let (doubt, end) = (self.about(at, 1, why), self.tokens[at].core.end);
        if let Some(part) = self.parts.last_mut() {
            part.range.end = end;
            part.doubt.get_or_insert(doubt);
        }
        1
    }

    /// "mon in two weeks" is the Monday of that week, or two weeks after the next one.
    fn either_week(&mut self, at: usize) -> Option<usize> {
        let today = self.now.date();
        let small =
            |i: &usize| is_deadline(self.fold(*i)) || is_on(self.fold(*i)) || is_article(self.fold(*i));
        let from = at + (at..self.tokens.len()).take_while(small).count();
        let (used, (one, other)) = (3..=5).rev().filter(|n| from + n <= self.tokens.len()).find_map(|n| {
            Some((n, when::in_weeks(self.words(from, n), today).filter(|(one, other)| one != other)?))
        })?;
        let used = from - at + used;
        self.unclear(at, used, self.about(at, used, OfDay::EitherWeek(one, other)));
        Some(used)
    }

    /// Whether what comes here says that it comes again.
    pub(super) fn is_every(&self, at: usize) -> bool {
        matches!(self.fold(at), "every" | "each" | "καθε")
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
        let read = |look| self.phrase(at, look);
        // "By fri Femke needs": what is asked for by a day lies ahead.
        let due = |found: &Phrase| found.deadline && earlier;
        let found = read(look);
        let found = if found.as_ref().is_some_and(due) { read(Toward::Future) } else { found };
        found.or_else(|| {
            // Right behind the names "mon" and "sun" are days.
            let (word, today) = (self.fold(at), self.now.date());
            let named = self.parts.iter().any(|p| matches!(p.what, What::Client(_) | What::Contact(_)));
            let is_day = happened && self.is_head() && named && is_weekday(word, today);
            let found = Dated::Day(is_day.then(|| when::read_past_date(word, today))??);
            Some(Phrase { used: 1, deadline: false, found })
        })
    }

    fn planned(&mut self, at: usize, used: usize, day: NaiveDate, deadline: bool) {
        let today = self.now.date();
        let wish = self.kind.is_wish();
        if wish && !deadline && day < today {
            self.part(at, used, What::Received(day));
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
            self.unclear(at, used, OfDay::Second);
            return;
        }
        if promised {
            self.part(at, used, What::Promised(day));
        } else if wish {
            self.part(at, used, What::Wanted(day));
            if !deadline {
                self.doubt(OfDay::Wanted);
            }
        } else {
            self.part(at, used, What::Due(day));
        }
        if day < today {
            self.doubt(OfDay::Passed(day));
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
        if !self.is_every(at) || self.kind.touch() == Some(Touch::Note) {
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
            self.unclear(at, used, self.about(at, used, OfDay::NoTask));
            return Some(used);
        }
        let repeat = Repeat { every, after_done: false };
        self.part(at, used, What::Again(repeat, due));
        Some(used)
    }
}
