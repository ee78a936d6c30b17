//! What a date in a line says: when something happened, or by when it is to be done.

use super::dates::{Found, Toward, phrase};
use super::reader::{Reader, Stage};
use super::{Main, What};
use crate::domain::when::minutes_of;
use crate::domain::{Touch, when};
use chrono::{NaiveDate, NaiveTime};

/// The longest touch that is believed, in minutes.
const LONGEST: i64 = 7 * 24 * 60;

impl Reader<'_> {
    /// How long a touch took: "30 min", "1h".
    pub(super) fn minutes(&mut self, at: usize) -> Option<usize> {
        if !self.is_head() || self.kind.touch().is_none() || self.verb.is_some() {
            return None;
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
        let earlier = self.kind == Main::Request && self.awaited.is_some_and(|v| at < v);
        let look = match self.kind {
            _ if happened || earlier => Toward::Past,
            Main::FollowUp if self.is_head() => Toward::Expected,
            _ => Toward::Future,
        };
        let found = phrase(self.line, &self.tokens, at, self.now, look)?;
        let last = self.tokens.get(at + found.used).is_none_or(|t| t.sigil.is_some());
        if happened {
            if found.deadline {
                self.doubts.push(format!(
                    "a {} is not due on a day: begin with task, or add +follow-up",
                    self.kind.label()
                ));
                return None;
            }
            // In the text of a touch a date is about something else, unless it ends a line without a colon.
            let ahead = matches!(found.found, Found::Day(day) if day > self.now.date());
            if !self.is_head() && (self.stage == Stage::Body || !last || ahead) {
                return None;
            }
            return Some(self.when(at, found.used, found.found));
        }
        let Found::Day(day) = found.found else { return None };
        self.planned(at, found.used, day, found.deadline);
        Some(found.used)
    }

    /// When a touch happened; day and time may stand apart.
    fn when(&mut self, at: usize, used: usize, found: Found) -> usize {
        let taken = match found {
            Found::Day(_) => self.day.is_some() || self.exact.is_some(),
            Found::Time(_) => self.time.is_some() || self.exact.is_some(),
            Found::Exact(_) => self.day.is_some() || self.time.is_some() || self.exact.is_some(),
        };
        if taken {
            self.unclear(at, used, "a second date: the first one counts".into());
            return used;
        }
        let show = |day: NaiveDate| when::show(day, self.now.date());
        let label = match found {
            Found::Day(day) => {
                self.day = Some(day);
                show(day)
            }
            Found::Time(time) => {
                self.time = Some(time);
                time.format("%H:%M").to_string()
            }
            Found::Exact(moment) => {
                self.exact = Some(moment);
                format!("{} {}", show(moment.date()), moment.local().format("%H:%M"))
            }
        };
        self.part(at, used, What::At(self.now), label);
        used
    }

    fn planned(&mut self, at: usize, used: usize, day: NaiveDate, deadline: bool) {
        let today = self.now.date();
        let shown = when::show(day, today);
        let wish = self.kind.is_wish();
        if wish && !deadline && day < today {
            self.part(at, used, What::Received(day), format!("asked {shown}"));
            return;
        }
        let second = self.parts.iter().any(|p| matches!(p.what, What::Due(_) | What::Promised(_)));
        if second {
            self.unclear(at, used, "a second date: the first one counts".into());
            return;
        }
        if wish {
            self.part(at, used, What::Promised(day), format!("promised {shown}"));
            if !deadline {
                self.doubt("read as the day promised to the client; with “by” before it there is no doubt");
            }
        } else {
            self.part(at, used, What::Due(day), format!("due {shown}"));
        }
        if day < today {
            self.doubt(format!("{shown} has passed"));
        }
    }

    /// Puts day and time of a touch together.
    pub(super) fn set_moment(&mut self) {
        let today = self.now.date();
        let day = self.day.unwrap_or(today);
        let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
        let moment = match (self.exact, self.time) {
            (Some(exact), _) => exact,
            (None, Some(time)) => self.now.at_local(day.and_time(time)),
            (None, None) if day == today => self.now,
            (None, None) => self.now.at_local(day.and_time(nine)),
        };
        let ahead = moment.utc_ms > self.now.utc_ms
            && !matches!(self.kind.touch(), Some(Touch::Meeting | Touch::Visit));
        for part in self.parts.iter_mut().filter(|p| matches!(p.what, What::At(_))) {
            part.what = What::At(moment);
            part.doubt = ahead.then(|| "lies ahead: what is still to be done is a task".to_owned());
        }
    }
}
