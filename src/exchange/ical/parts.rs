//! A calendar file taken apart: its events and to-dos, and when they are.

use super::super::lines::{Line, logical, unescape};
use super::super::{ImportError, Note, encoding};
use crate::domain::Moment;
use crate::domain::text::{typed, typed_lines};
use crate::words::exchange::of_cards;
use calcard::common::timezone::Tz;
use calcard::icalendar::dates::{CalendarErrorType, TimeOrDelta};
use calcard::{Entry, Parser};
use chrono::{FixedOffset, NaiveDate, TimeDelta};
use std::borrow::Cow;
use std::collections::HashMap;
use std::panic::catch_unwind;

/// So many times a rule is followed at most: a daily event for 50 years.
const MOST_TIMES: usize = 20_000;

/// An event or a to-do.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// The line it begins on, from 1.
    pub(super) line: u64,
    /// `VEVENT` or `VTODO`.
    pub(super) name: String,
    /// Its own lines; those of alarms in it are none.
    pub(super) lines: Vec<Line>,
    /// As it stands in the file.
    raw: String,
}

/// A file.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts {
    pub(super) all: Vec<Part>,
    /// Time zones by their names, as they stand in the file.
    zones: HashMap<String, String>,
    pub(super) notes: Vec<Note>,
}

/// One time at which an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    /// Which of the parts of one id tells about it.
    pub(super) part: usize,
    pub(super) start: Moment,
    pub(super) minutes: i64,
}

impl Parts {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let plain = without_zeros(bytes);
        let (text, _) = encoding::decode(&plain)?;
        let mut out = Self::default();
        // The components that are open, outermost first, and what is being gathered.
        let (mut open, mut part): (Vec<String>, Option<Part>) = (vec![], None);
        let mut zone: Option<(String, String)> = None;
        for (number, text) in logical(&text) {
            let Some(line) = Line::read(text.trim_start_matches('\u{feff}')) else {
                out.note(number, of_cards::no_line());
                continue;
            };
            let of = line.value.trim().to_uppercase();
            if line.name == "BEGIN" {
                if matches!(of.as_str(), "VEVENT" | "VTODO") {
                    // Neither stands within another: the one before lacks its end, or has one that is misspelt.
                    if let Some(before) = part.take() {
                        open.truncate(open.iter().position(|name| *name == before.name).unwrap_or_default());
                        out.cut(before, of_cards::another_begins());
                    }
                    part = Some(Part { line: number, name: of.clone(), lines: vec![], raw: String::new() });
                } else if of == "VTIMEZONE" {
                    zone = Some(Default::default());
                } else if of == "VJOURNAL" {
                    out.note(number, of_cards::journal_entry());
                }
                open.push(of.clone());
            }
            let raw = format!("{text}\r\n");
            if let Some((name, gathered)) = &mut zone {
                gathered.push_str(&raw);
                if line.name == "TZID" {
                    line.value.trim().clone_into(name);
                }
            }
            if let Some(part) = &mut part {
                part.raw.push_str(&raw);
                if open.last() == Some(&part.name) && !matches!(line.name.as_str(), "BEGIN" | "END") {
                    part.lines.push(line.clone());
                }
            }
            if line.name == "END" {
                if open.last() == Some(&of) {
                    open.pop();
                } else {
                    out.note(number, &of_cards::ends_unbegun(&of));
                }
                if of == "VTIMEZONE" {
                    out.zones.extend(zone.take());
                }
                if part.as_ref().is_some_and(|part| part.name == of) {
                    out.all.extend(part.take());
                }
            }
        }
        if let Some(cut) = part {
            out.cut(cut, of_cards::file_ends());
        }
        Ok(out)
    }

    /// Takes in a part that was not ended.
    fn cut(&mut self, part: Part, words: &str) {
        self.note(part.line, words);
        let raw = format!("{}END:{}\r\n", part.raw, part.name);
        self.all.push(Part { raw, ..part });
    }

    fn note(&mut self, line: u64, words: &str) {
        self.notes.push(Note { line: Some(line), words: words.to_owned() });
    }

    /// The times at which the parts of one id are, in order; `here` is the place of clock readings without a zone. Why it
    /// cannot be told, in words.
    pub(super) fn times(&self, parts: &[&Part], here: Moment) -> Result<Vec<Time>, String> {
        // Such a rule may be made to be followed for ever.
        let within_a_day = |part: &&Part| {
            let rules =
                part.lines.iter().filter(|line| line.name == "RRULE").map(|line| line.value.to_uppercase());
            rules
                .into_iter()
                .any(|rule| ["SECONDLY", "MINUTELY", "HOURLY"].iter().any(|often| rule.contains(often)))
        };
        if parts.iter().any(within_a_day) {
            return Err(of_cards::within_a_day().into());
        }
        let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        let named = |zone: &str| parts.iter().any(|part| part.raw.contains(zone));
        self.zones.iter().filter(|(zone, _)| named(zone)).for_each(|(_, zone)| text.push_str(zone));
        for part in parts {
            part.until(here, &mut text);
        }
        text.push_str("END:VCALENDAR\r\n");
        // Rules of other programs reach corners that nobody has been to: what fails there is told, and takes nothing along.
        let zone = zone(parts, here)?;
        catch_unwind(|| expanded(&text, parts.len(), zone))
            .unwrap_or_else(|_| Err(of_cards::untold().to_owned()))
    }
}

/// The bytes without zeros, which Exchange puts behind the names of zones; in UTF-16 they are halves of letters.
fn without_zeros(bytes: &[u8]) -> Cow<'_, [u8]> {
    let sixteen =
        bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.get(1) == Some(&0);
    if sixteen || !bytes.contains(&0) {
        return Cow::Borrowed(bytes);
    }
    Cow::Owned(bytes.iter().copied().filter(|b| *b != 0).collect())
}

/// The zone of clock readings that name none. What repeats from a moment of UTC (`Z`) on repeats there: the reader of rules
/// takes the readings of such a series for those of this zone.
fn zone(parts: &[&Part], here: Moment) -> Result<Tz, String> {
    let repeats = |part: &&&Part| part.line_of("RRULE").is_some();
    let of_utc =
        |part: &Part| part.line_of("DTSTART").is_some_and(|start| start.value.trim().ends_with(['Z', 'z']));
    if parts.iter().filter(repeats).any(|part| of_utc(part)) {
        return Ok(Tz::UTC);
    }
    let offset = FixedOffset::east_opt(i32::from(here.offset_min) * 60).ok_or(of_cards::untold())?;
    Ok(Tz::Fixed(offset))
}

fn expanded(text: &str, count: usize, zone: Tz) -> Result<Vec<Time>, String> {
    let Entry::ICalendar(calendar) = Parser::new(text).entry() else { return Err(of_cards::untold().into()) };
    let of_time = calendar.components.iter().enumerate().filter(|(_, c)| c.component_type.is_event_or_todo());
    let ids: Vec<usize> = of_time.map(|(id, _)| id).collect();
    if ids.len() != count {
        return Err(of_cards::not_as_events().into());
    }
    let all = calendar.expand_dates(zone, MOST_TIMES);
    if let Some(error) = all.errors.first().filter(|_| all.events.is_empty()) {
        return Err(unread(&error.error).to_owned());
    }
    let mut out: Vec<Time> = vec![];
    for event in all.events {
        let Some(part) = ids.iter().position(|id| u32::try_from(*id) == Ok(event.comp_id)) else { continue };
        let long = match event.end {
            TimeOrDelta::Time(end) => end.timestamp().checked_sub(event.start.timestamp()),
            TimeOrDelta::Delta(delta) => Some(delta.num_seconds()),
        };
        let fixed = event.start.fixed_offset();
        out.push(Time { part, start: Moment::from_chrono(fixed), minutes: long.unwrap_or(0) / 60 });
    }
    out.sort_by_key(|time| (time.start.utc_ms, time.part));
    Ok(out)
}

/// What of an event keeps its times from being told.
fn unread(error: &CalendarErrorType) -> &'static str {
    match error {
        CalendarErrorType::MissingDtStart | CalendarErrorType::InvalidDtStart => of_cards::no_start(),
        CalendarErrorType::InvalidDtEnd | CalendarErrorType::InvalidDuration => of_cards::no_end(),
        CalendarErrorType::RRule(_) => of_cards::no_rule(),
    }
}

impl Part {
    /// Writes the part as it stands, its rules ended where nothing is asked of them any more: they need not be followed to
    /// the end of all days.
    fn until(&self, now: Moment, out: &mut String) {
        let end = now.date() + TimeDelta::days(AHEAD + 2);
        let end = end.format(if self.is_whole_days() { "%Y%m%d" } else { "%Y%m%dT000000Z" }).to_string();
        for line in self.raw.lines() {
            let (name, rule) = line.split_once(':').unwrap_or((line, ""));
            let is_rule = name.split(';').next().is_some_and(|name| name.eq_ignore_ascii_case("RRULE"));
            let of = |word: &'static str| {
                move |part: &&str| part.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
            };
            let parts = || rule.trim_end_matches(';').split(';');
            let ends = parts().find(of("UNTIL=")).and_then(|until| until.get(6..14));
            let counted = parts().any(|part| of("COUNT=")(&part));
            if !is_rule || counted || ends.is_some_and(|day| Some(day) <= end.get(..8)) {
                out.extend([line, "\r\n"]);
                continue;
            }
            let rest = parts().filter(|part| !of("UNTIL=")(part)).collect::<Vec<_>>().join(";");
            out.extend([name, ":", &rest, ";UNTIL=", &end, "\r\n"]);
        }
    }

    /// The first line of this name.
    pub(super) fn line_of(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// The text of a property on one line; empty when there is none.
    pub(super) fn text(&self, name: &str) -> String {
        let text = self.line_of(name).map(|line| unescape(&line.value)).unwrap_or_default();
        typed(&text.split_whitespace().collect::<Vec<_>>().join(" ")).trim().to_owned()
    }

    /// The text of a property, line by line.
    pub(super) fn long(&self, name: &str) -> String {
        let text = self.line_of(name).map(|line| unescape(&line.value)).unwrap_or_default();
        typed_lines(&text).trim().to_owned()
    }

    /// Whether a property says this.
    pub(super) fn is(&self, name: &str, word: &str) -> bool {
        self.line_of(name).is_some_and(|line| line.value.trim().eq_ignore_ascii_case(word))
    }

    /// The day of a property, where one is said, as the place of the event has it.
    pub(super) fn day(&self, name: &str) -> Option<NaiveDate> {
        let value = self.line_of(name)?.value.trim();
        NaiveDate::parse_from_str(value.get(..8)?, "%Y%m%d").ok()
    }

    /// Whether it is about whole days.
    pub(super) fn is_whole_days(&self) -> bool {
        self.line_of("DTSTART").is_some_and(|line| line.value.trim().len() == 8)
    }

    /// Whether it comes again.
    pub(super) fn repeats(&self) -> bool {
        self.line_of("RRULE").or(self.line_of("RDATE")).is_some()
    }

    /// What tells it from others: its id, and which time of a series it is about.
    pub(super) fn uid(&self) -> Option<String> {
        self.line_of("UID").map(|line| unescape(&line.value).trim().to_owned()).filter(|uid| !uid.is_empty())
    }
}

/// How many days around a day times are taken of what comes again: a year back, a quarter ahead.
pub(super) fn is_near(time: &Time, now: Moment) -> bool {
    let away = time.start.utc_ms.saturating_sub(now.utc_ms) / 86_400_000;
    (-BACK..=AHEAD).contains(&away)
}

/// Days back from today.
pub(super) const BACK: i64 = 365;
/// Days ahead of today.
pub(super) const AHEAD: i64 = 92;
