//! Days off from a calendar file (iCalendar, RFC 5545): whole-day events, one day or several, every year by a plain rule.
//!
//! What is not of this sort is never guessed at: it is told with its line, and of what repeats in another way the first
//! occurrence is taken.

use super::{Note, Refused};
use crate::domain::holidays::{DayOff, When, yearly};
use crate::words::exchange::of_cards;
use chrono::{Datelike, Months, NaiveDate, TimeDelta};
use std::collections::HashMap;

/// The most bytes a file may have: no calendar of holidays comes near it.
const MOST_BYTES: usize = 10_000_000;
/// The most occurrences that are written out one by one.
const MOST_TIMES: u32 = 200;
/// The longest event that is taken for holidays, in days.
const LONGEST: i64 = 366;

/// What a file has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holidays {
    /// What the calendar calls itself.
    pub name: String,
    /// The days off, in order.
    pub days: Vec<DayOff>,
    /// What was taken only in part.
    pub notes: Vec<Note>,
    /// What was not taken.
    pub refused: Vec<Refused>,
}

/// A property: its name, its parameters, its value.
struct Property {
    line: u64,
    name: String,
    params: String,
    value: String,
}

/// The properties of an event by name, of each the first.
type Event = HashMap<String, Property>;

/// Reads the days off of a file.
///
/// # Errors
/// When it is no calendar, or is cut off.
pub fn read(bytes: &[u8]) -> Result<Holidays, String> {
    if bytes.len() > MOST_BYTES {
        return Err(of_cards::too_many_bytes(bytes.len()));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| of_cards::no_utf8().to_owned())?;
    let properties = properties(text.trim_start_matches('\u{feff}'))?;
    let mut out = Holidays::default();
    // The components that are open, outermost first; the event that is being read, and its line.
    let (mut open, mut event): (Vec<String>, Option<(u64, Event)>) = (vec![], None);
    let mut seen = false;
    for property in properties {
        let upper = property.value.trim().to_uppercase();
        match (property.name.as_str(), open.last().map(String::as_str)) {
            ("BEGIN", None) if upper != "VCALENDAR" => {
                return Err(of_cards::begins_with(property.line));
            }
            ("BEGIN", _) => {
                seen = true;
                if upper == "VEVENT" {
                    event = Some((property.line, Event::new()));
                }
                open.push(upper);
            }
            ("END", Some(last)) if last == upper => {
                if upper == "VEVENT"
                    && let Some((line, event)) = event.take()
                {
                    out.take(line, &event);
                }
                open.pop();
            }
            ("END", _) => return Err(of_cards::end_without(property.line, &upper)),
            (_, None) => {
                return Err(of_cards::begins_with(property.line));
            }
            ("X-WR-CALNAME", Some("VCALENDAR")) => out.name = text_of(&property.value),
            (_, Some("VEVENT")) => {
                if let Some((_, event)) = &mut event {
                    event.entry(property.name.clone()).or_insert(property);
                }
            }
            _ => {}
        }
    }
    match open.last() {
        Some(last) => Err(of_cards::cut_off(last)),
        None if !seen => Err(of_cards::no_calendar().into()),
        None => {
            out.days.sort_by_key(|day| match day.when {
                When::Yearly(first, _) => (NaiveDate::MIN, first),
                When::Once(first, _) => (first, (0, 0)),
            });
            out.days.dedup();
            Ok(out)
        }
    }
}

/// The lines of a text, long ones put together again: what goes on begins with a blank.
fn properties(text: &str) -> Result<Vec<Property>, String> {
    let mut lines: Vec<(u64, String)> = vec![];
    for (nth, line) in (1..).zip(text.lines()) {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, last))) => last.push_str(rest),
            _ if line.trim().is_empty() => {}
            _ => lines.push((nth, line.to_owned())),
        }
    }
    lines.into_iter().map(|(line, text)| property(line, &text)).collect()
}

/// The colon before the value is the first one outside quotes.
fn property(line: u64, text: &str) -> Result<Property, String> {
    let mut quoted = false;
    let colon = text.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == ':' && !quoted
    });
    let Some((colon, _)) = colon else {
        return Err(of_cards::no_calendar_line(line));
    };
    let (name, params) = text[..colon].split_once(';').unwrap_or((&text[..colon], ""));
    let (name, params) = (name.trim().to_uppercase(), params.to_uppercase());
    Ok(Property { line, name, params, value: text[colon + 1..].to_owned() })
}

/// A text without its escapes, on one line.
fn text_of(value: &str) -> String {
    let mut out = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') | None => out.push(' '),
                Some(other) => out.push(other),
            },
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A whole day; `None` for a time of day and for what is no day.
fn whole_day(property: &Property) -> Option<NaiveDate> {
    let value = property.value.trim();
    let is_day = value.len() == 8 && value.chars().all(|c| c.is_ascii_digit());
    let of_dates = !property.params.contains("VALUE=") || property.params.contains("VALUE=DATE");
    NaiveDate::parse_from_str(value, "%Y%m%d").ok().filter(|_| is_day && of_dates)
}

impl Holidays {
    fn take(&mut self, line: u64, event: &Event) {
        let name = event.get("SUMMARY").map(|p| text_of(&p.value)).unwrap_or_default();
        let named = |words: &str| if name.is_empty() { words.to_owned() } else { format!("{name}: {words}") };
        if event.get("STATUS").is_some_and(|p| p.value.trim().eq_ignore_ascii_case("CANCELLED")) {
            self.refused.push(Refused { line, reason: named(of_cards::is_cancelled()) });
            return;
        }
        let (first, last) = match run(event) {
            Ok(run) => run,
            Err(reason) => return self.refused.push(Refused { line, reason: named(&reason) }),
        };
        let mut told = |words: &str| self.notes.push(Note { line: Some(line), words: named(words) });
        if event.contains_key("EXDATE") || event.contains_key("RDATE") {
            told(of_cards::single_days());
        }
        let whens = match event.get("RRULE").map(|rule| repeats(&rule.value, first, last)) {
            None => vec![When::Once(first, last)],
            Some(Some(whens)) => whens,
            Some(None) => {
                told(&of_cards::repeats_oddly(first));
                vec![When::Once(first, last)]
            }
        };
        self.days.extend(whens.into_iter().map(|when| DayOff { when, name: name.clone() }));
    }
}

/// First and last day of an event; the end a file says is the day after the last.
fn run(event: &Event) -> Result<(NaiveDate, NaiveDate), String> {
    let start = event.get("DTSTART").ok_or(of_cards::no_day())?;
    let first = whole_day(start).ok_or(of_cards::no_whole_days())?;
    let last = match (event.get("DTEND"), event.get("DURATION")) {
        (Some(end), _) => {
            whole_day(end).and_then(|d| d.pred_opt()).ok_or(of_cards::no_whole_end())?.max(first)
        }
        (None, Some(long)) => {
            let long = duration(&long.value).ok_or(of_cards::no_whole_length())?;
            first.checked_add_signed(TimeDelta::days(long - 1)).ok_or(of_cards::beyond_calendar())?
        }
        (None, None) => first,
    };
    if whole_day(start) > event.get("DTEND").and_then(whole_day) && event.contains_key("DTEND") {
        return Err(of_cards::ends_before().into());
    }
    if (last - first).num_days() >= LONGEST {
        return Err(of_cards::over_a_year().into());
    }
    Ok((first, last))
}

/// `P1D`, `P2W`.
fn duration(value: &str) -> Option<i64> {
    let value = value.trim().trim_start_matches('+');
    let (count, unit) = value.strip_prefix('P')?.split_at_checked(value.len().checked_sub(2)?)?;
    let count: i64 = count.parse().ok().filter(|n| (1..=LONGEST).contains(n))?;
    match unit {
        "D" => Some(count),
        "W" => Some(count * 7),
        _ => None,
    }
}

/// When an event comes again by a plain rule of years; `None` for any other rule.
fn repeats(rule: &str, first: NaiveDate, last: NaiveDate) -> Option<Vec<When>> {
    let (mut every, mut times, mut until, mut is_yearly) = (1, None, None, false);
    for part in rule.trim().trim_end_matches(';').split(';') {
        let (name, value) = part.split_once('=')?;
        match name.to_uppercase().as_str() {
            "FREQ" => is_yearly = value.eq_ignore_ascii_case("YEARLY"),
            "INTERVAL" => every = value.parse().ok().filter(|n: &u32| (1..=100).contains(n))?,
            "COUNT" => times = Some(value.parse::<u32>().ok().filter(|n| *n > 0)?),
            "UNTIL" => until = Some(NaiveDate::parse_from_str(value.get(..8)?, "%Y%m%d").ok()?),
            // The day of the event said again.
            "BYMONTH" if value.parse() == Ok(first.month()) => {}
            "BYMONTHDAY" if value.parse() == Ok(first.day()) => {}
            "WKST" => {}
            _ => return None,
        }
    }
    if !is_yearly {
        return None;
    }
    let endless = times.is_none() && until.is_none();
    if endless && every == 1 {
        return Some(vec![yearly(first, last)]);
    }
    let long = last - first;
    let nth = |n: u32| {
        let day = first.checked_add_months(Months::new(n.checked_mul(every)?.checked_mul(12)?))?;
        // A leap day is in leap years only.
        Some(day).filter(|d| d.day() == first.day())
    };
    let years = (0..MOST_TIMES).map(|n| (n, nth(n))).take_while(|(_, day)| {
        !(until.is_some() && day.is_some() && *day > until) && day.is_none_or(|d| d.year() <= 2150)
    });
    let days = years.filter_map(|(_, day)| day).take(times.unwrap_or(MOST_TIMES) as usize);
    Some(days.filter_map(|day| Some(When::Once(day, day.checked_add_signed(long)?))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(events: &str) -> String {
        format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Holidays in Greece\r\n{events}END:VCALENDAR\r\n"
        )
    }

    fn event(lines: &str) -> Holidays {
        let lines = lines.replace(" / ", "\r\n");
        read(file(&format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n")).as_bytes()).unwrap()
    }

    #[test]
    fn whole_days_are_taken_as_the_file_says_them() {
        for (lines, taken) in [
            ("DTSTART;VALUE=DATE:20261225 / SUMMARY:Christmas", "2026-12-25 Christmas"),
            ("DTSTART:20261225 / SUMMARY:Christmas", "2026-12-25 Christmas"),
            ("DTSTART;VALUE=DATE:20261225 / DTEND;VALUE=DATE:20261226 / SUMMARY:A", "2026-12-25 A"),
            (
                "DTSTART;VALUE=DATE:20261224 / DTEND;VALUE=DATE:20270103 / SUMMARY:Closed",
                "2026-12-24 to 2027-01-02 Closed",
            ),
            ("DTSTART;VALUE=DATE:20261224 / DURATION:P3D / SUMMARY:A", "2026-12-24 to 2026-12-26 A"),
            ("DTSTART;VALUE=DATE:20261224 / DURATION:P1W", "2026-12-24 to 2026-12-30"),
            // A line broken in two, escapes, a colon in quotes, small letters.
            (
                "dtstart;value=date:20261225 / SUMMARY;X=\"a:b\":Christ\r\n mas\\, first\\nday",
                "2026-12-25 Christmas, first day",
            ),
            ("DTSTART;VALUE=DATE:20261225 / RRULE:FREQ=YEARLY / SUMMARY:C", "every 12-25 C"),
            (
                "DTSTART;VALUE=DATE:20261225 / RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25 / SUMMARY:C",
                "every 12-25 C",
            ),
            (
                "DTSTART;VALUE=DATE:20261224 / DTEND;VALUE=DATE:20261227 / RRULE:FREQ=YEARLY;INTERVAL=1",
                "every 12-24 to 12-26",
            ),
            ("DTSTART;VALUE=DATE:20261225 / RRULE:FREQ=YEARLY;COUNT=2", "2026-12-25, 2027-12-25"),
            (
                "DTSTART;VALUE=DATE:20261225 / RRULE:FREQ=YEARLY;UNTIL=20281225",
                "2026-12-25, 2027-12-25, 2028-12-25",
            ),
            ("DTSTART;VALUE=DATE:20261225 / RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=2", "2026-12-25, 2028-12-25"),
            ("DTSTART;VALUE=DATE:20240229 / RRULE:FREQ=YEARLY;COUNT=2", "2024-02-29, 2028-02-29"),
        ] {
            let read = event(lines);
            let days: Vec<String> = read.days.iter().map(ToString::to_string).collect();
            assert_eq!(
                (days.join(", ").as_str(), &read.notes[..], &read.refused[..]),
                (taken, &[][..], &[][..]),
                "{lines}"
            );
            assert_eq!(read.name, "Holidays in Greece");
        }
    }

    #[test]
    fn what_is_not_taken_is_told_with_its_line() {
        for (lines, why) in [
            ("DTSTART:20261225T100000Z / SUMMARY:Dinner", "Dinner: it is not about whole days"),
            ("DTSTART;TZID=Europe/Athens:20261225T100000", "it is not about whole days"),
            ("DTSTART;VALUE=DATE:20261325", "it is not about whole days"),
            ("SUMMARY:Nothing", "Nothing: it says no day"),
            ("DTSTART;VALUE=DATE:20261225 / DTEND;VALUE=DATE:20261220", "it ends before it begins"),
            ("DTSTART;VALUE=DATE:20261225 / DURATION:PT3H", "it is not as long as whole days"),
            ("DTSTART;VALUE=DATE:20261225 / DTEND;VALUE=DATE:20281225", "it is longer than a year"),
            ("DTSTART;VALUE=DATE:20261225 / STATUS:CANCELLED", "it is cancelled"),
        ] {
            let read = event(lines);
            assert_eq!(read.refused, [Refused { line: 4, reason: why.into() }], "{lines}");
            assert_eq!(read.days, []);
        }
        for rule in [
            "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
            "FREQ=MONTHLY",
            "FREQ=YEARLY;BYMONTH=11",
            "FREQ=YEARLY;COUNT=0",
            "x",
        ] {
            let read = event(&format!("DTSTART;VALUE=DATE:20261225 / RRULE:{rule} / SUMMARY:Day"));
            assert_eq!(read.days[0].to_string(), "2026-12-25 Day");
            assert_eq!(
                read.notes[0].to_string(),
                "line 4: Day: it repeats in a way that is not read: only 2026-12-25 was taken"
            );
        }
        assert_eq!(
            event("DTSTART;VALUE=DATE:20261225 / RRULE:FREQ=YEARLY / EXDATE;VALUE=DATE:20271225").notes.len(),
            1
        );
    }

    #[test]
    fn what_is_around_the_events_is_passed_over_and_what_is_no_calendar_is_refused() {
        let around = "BEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270101\nSUMMARY:New Year\nBEGIN:VALARM\nSUMMARY:Wake\nTRIGGER:-P1D\nEND:VALARM\nEND:VEVENT\nBEGIN:VJOURNAL\nSUMMARY:Shop\nEND:VJOURNAL\n";
        let found = read(format!("\u{feff}{}", file(around)).as_bytes()).unwrap();
        assert_eq!(found.days.iter().map(ToString::to_string).collect::<Vec<_>>(), ["2027-01-01 New Year"]);
        for (bytes, why) in [
            (&b""[..], "no calendar"),
            (b"name,date\nChristmas,2026-12-25\n", "NAME:VALUE was expected"),
            (b"BEGIN:VCARD\nEND:VCARD\n", "begins with BEGIN:VCALENDAR"),
            (b"SUMMARY:x\n", "begins with BEGIN:VCALENDAR"),
            (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\n", "cut off: VEVENT"),
            (b"BEGIN:VCALENDAR\nEND:VEVENT\n", "without its BEGIN"),
            (b"BEGIN:VCALENDAR\n\xff\n", "UTF-8"),
        ] {
            let error = read(bytes).unwrap_err();
            assert!(error.contains(why), "{error}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_file_is_a_crash(lines in proptest::collection::vec("(BEGIN:|END:|DTSTART:|DTEND:|RRULE:FREQ=YEARLY;|DURATION:P?| )[A-Z0-9=;,:é]{0,16}", 0..12)) {
            let _ = read(lines.join("\n").as_bytes());
            let _ = event(&lines.iter().filter(|l| !l.starts_with(['B', 'E', ' '])).cloned().collect::<Vec<_>>().join(" / "));
        }
    }
}
