//! Which way a touch lies: what took place, or what is planned. Words decide where they can ("met", "sent", "yesterday"), else
//! the date does; where both days are near, the nearer sense is taken and both are shown.

use super::date_words::is_commitment;
use super::dates::{Dated, Phrase, Toward};
use super::reader::{Reader, Stage};
use super::{Decided, Doubt, Main, OfDay, What};
use crate::domain::{Moment, Touch, when};
use chrono::NaiveTime;

/// Where the day ahead and the day behind are both nearer than this, either may be meant, in days.
const NEAR: i64 = 62;

/// A day that is farther off than this in either way is asked for, in days.
const FAR: i64 = 200;

impl Reader<'_> {
    /// A date in a line about a touch.
    pub(super) fn of_touch(&mut self, at: usize, found: &Phrase) -> Option<usize> {
        if found.deadline {
            return None;
        }
        let last = self.is_end(at + found.used);
        // In the text of a touch a date is about something else, unless it ends a line without a colon.
        if !self.is_head() && (self.stage == Stage::Body || !last) {
            return None;
        }
        let in_text = self.stage == Stage::Text && self.text;
        if in_text && (at.saturating_sub(6).max(self.start)..at).any(|i| is_commitment(self.fold(i))) {
            return None;
        }
        let (found, mut doubt) = self.turned(at, found);
        if in_text
            && doubt.is_none()
            && !self.meets()
            && matches!(found.found, Dated::Day(d) if d > self.now.date())
        {
            doubt = Some(OfDay::OfTouch(self.kind));
        }
        let used = self.when(at, found.used, found.found);
        if let Some(why) = doubt {
            self.doubt(why);
        }
        Some(used)
    }

    /// Whether such a touch is mostly written down before it takes place.
    fn meets(&self) -> bool {
        matches!(self.kind.touch(), Some(Touch::Meeting | Touch::Visit))
    }

    /// The day read the way the line means it, and the doubt where both ways are near.
    fn turned(&self, at: usize, back: &Phrase) -> (Phrase, Option<OfDay>) {
        let Dated::Day(behind) = back.found else { return (*back, None) };
        let today = self.now.date();
        let forward = self.phrase(at, Toward::Future).filter(|p| p.used == back.used);
        let read = || when::read_date(self.words(at, back.used), today);
        let ahead = match forward.map(|p| p.found) {
            Some(Dated::Day(day)) => Some(day),
            _ => read(),
        };
        let Some(ahead) = ahead else { return (*back, None) };
        // A day that says which one it is, and one that is today.
        if ahead == behind || behind >= today {
            return (*back, None);
        }
        if self.past {
            let either = OfDay::EitherSide { read: behind, other: ahead, by: Decided::Over };
            return (*back, ((today - behind).num_days() > FAR).then_some(either));
        }
        let (since, until) = ((today - behind).num_days(), (ahead - today).num_days());
        let both = since.max(until) < NEAR;
        let neither = since.min(until) > FAR;
        let forward = if both { self.meets() } else { until < since };
        let (read, other, by) =
            if forward { (ahead, behind, Decided::Ahead) } else { (behind, ahead, Decided::Behind) };
        let either = OfDay::EitherSide { read, other, by };
        (Phrase { found: Dated::Day(read), ..*back }, (both || neither).then_some(either))
    }

    /// When a touch is or was; day and time may stand apart.
    fn when(&mut self, at: usize, used: usize, found: Dated) -> usize {
        let taken = match found {
            Dated::Day(_) => self.day.is_some() || self.exact.is_some(),
            Dated::Time(_) => self.time.is_some() || self.exact.is_some(),
            Dated::Exact(_) => self.day.is_some() || self.time.is_some() || self.exact.is_some(),
        };
        if taken {
            self.unclear(at, used, OfDay::Second);
            return used;
        }
        match found {
            Dated::Day(day) => self.day = Some(day),
            Dated::Time(time) => self.time = Some(time),
            Dated::Exact(moment) => self.exact = Some(moment),
        }
        self.part(at, used, What::At(found));
        used
    }

    /// Puts day and time of a touch together: when it is, and whether that lies ahead.
    pub(super) fn set_moment(&mut self) -> (Moment, bool) {
        let today = self.now.date();
        let day = self.day.unwrap_or(today);
        let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
        let moment = match (self.exact, self.time) {
            (Some(exact), _) => exact,
            (None, Some(time)) => self.now.at_local(day.and_time(time)),
            (None, None) if day == today => self.now,
            (None, None) => self.now.at_local(day.and_time(nine)),
        };
        let ahead = moment.utc_ms > self.now.utc_ms && self.kind.touch().is_some() && !self.is_note();
        let why = match self.kind {
            _ if !ahead => None,
            _ if self.past => Some(OfDay::AheadAndOver),
            Main::Heard(_) => Some(OfDay::AheadAndWished),
            _ => None,
        };
        for part in self.parts.iter_mut().filter(|p| matches!(p.what, What::At(_))) {
            part.doubt = why.clone().map(Doubt::from).or(part.doubt.take());
        }
        (moment, ahead)
    }
}
