//! How long something took or will take: the length of a touch, the hours of work of a task.

use super::reader::Reader;
use super::words::is_no_length;
use super::{Doubt, Main, NoWork, OfLength, What};
use crate::domain::when::minutes_of;
use chrono::NaiveTime;

/// The longest touch that is believed, in minutes.
const LONGEST: i64 = 7 * 24 * 60;
/// The most work in one task that is believed, in hours.
const MOST: i64 = 999;

/// "14:30-15:15": when it began, and the minutes it took.
fn between(text: &str) -> Option<(NaiveTime, i64)> {
    let (from, to) = text.split_once(['-', '–'])?;
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
    let (from, to) = (time(from)?, time(to)?);
    Some((from, (to - from).num_minutes())).filter(|(_, minutes)| *minutes > 0)
}

/// A number with at most two places, in hundredths.
fn hundredths(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |text: &str, most: usize| text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole, 4) || !digits(part, 2) {
        return None;
    }
    let parts = match part.len() {
        0 => 0,
        1 => part.parse::<i64>().ok()? * 10,
        _ => part.parse().ok()?,
    };
    Some(whole.parse::<i64>().ok()? * 100 + parts)
}

impl Reader<'_> {
    /// How many minutes are told here, and in how many pieces: "4h", "1.5 h", "30 min".
    fn length(&self, at: usize) -> Option<(i64, usize)> {
        let first = self.fold(at);
        let unit_at = first.find(char::is_alphabetic).unwrap_or(first.len());
        let (count, rest) = first.split_at_checked(unit_at)?;
        // "4 h", but not "4: hours".
        let apart = rest.is_empty() && !self.tokens.get(at)?.stop();
        let (unit, used) = if apart { (self.fold(at + 1), 2) } else { (rest, 1) };
        let minutes = minutes_of(unit)?.checked_mul(hundredths(count)?).filter(|m| m % 100 == 0)? / 100;
        Some((minutes, used))
    }

    /// How long a touch took: "30 min", "1h", "14:30-15:15".
    pub(super) fn minutes(&mut self, at: usize) -> Option<usize> {
        if !self.is_head() || self.kind.touch().is_none() || self.verb.is_some() {
            return None;
        }
        if let Some((from, minutes)) = self.tokens.get(at).and_then(|t| between(&self.line[t.core.clone()])) {
            if self.time.is_some() || self.exact.is_some() {
                return None;
            }
            self.time = Some(from);
            self.part(at, 1, What::Minutes(minutes, Some(from)));
            return Some(1);
        }
        let lead = usize::from(matches!(self.fold(at), "for" | "για"));
        let (minutes, used) = self.length(at + lead).filter(|(m, _)| (1..=LONGEST).contains(m))?;
        let used = lead + used;
        // "2 hours ago" is when it was.
        if matches!(self.fold(at + used), "ago" | "πριν") {
            return None;
        }
        if self.parts.iter().any(|p| matches!(p.what, What::Minutes(..))) {
            self.unclear(at, used, OfLength::Second);
            return Some(used);
        }
        self.part(at, used, What::Minutes(minutes, None));
        Some(used)
    }

    /// How many hours of work a task is: "4h" where nothing but marks and its day come after it.
    pub(super) fn effort(&mut self, at: usize) -> Option<usize> {
        if !matches!(self.kind, Main::Task | Main::FollowUp) {
            return None;
        }
        let lead = usize::from(matches!(self.fold(at), "for" | "για"));
        let (minutes, length) = self.length(at + lead)?;
        let used = lead + length;
        let before = at.checked_sub(1).map_or("", |i| self.fold(i));
        if is_no_length(before) || is_no_length(self.fold(at + used)) {
            return None;
        }
        let closes =
            self.is_end(at + used) || self.phrase_at(at + used).is_some() || self.is_every(at + used);
        let names = self.is_head() && self.tokens[at + used - 1].colon();
        let start = self.tokens[at].raw.start;
        let behind_day = self.parts.last().is_some_and(|p| {
            matches!(p.what, What::Due(_)) && self.line[p.range.end..start].trim().is_empty()
        });
        let hours = minutes / 60;
        let why = if self.kind == Main::FollowUp {
            NoWork::FollowUp
        } else if self.parts.iter().any(|p| matches!(p.what, What::Effort(_))) {
            NoWork::Second
        } else if behind_day {
            NoWork::BehindDay
        } else if minutes % 60 != 0 || !(1..=MOST).contains(&hours) {
            NoWork::Parts
        } else if !closes && !names {
            NoWork::NotLast
        } else {
            self.part(at, used, What::Effort(hours));
            return Some(used);
        };
        self.unclear(at, used, self.about(at, used, OfLength::Work(why)));
        Some(used)
    }

    /// "about the banner 30 min": a length at the end of what a touch was about.
    pub(super) fn lost_length(&self) -> Option<Doubt> {
        self.kind.touch().filter(|_| self.verb.is_none())?;
        if self.parts.iter().any(|p| matches!(p.what, What::Minutes(..))) {
            return None;
        }
        (self.start..self.tokens.len()).find_map(|at| {
            let (_, used) = self.length(at)?;
            let before = at.checked_sub(1).map_or("", |i| self.fold(i));
            let lost = self.is_end(at + used) && self.is_text(at, used) && !is_no_length(before);
            lost.then(|| self.about(at, used, OfLength::InText(self.kind)))
        })
    }
}
