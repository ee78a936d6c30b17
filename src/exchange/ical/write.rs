//! The dates of a book as a calendar (iCalendar, RFC 5545) that programs show beside others, or subscribe to: what clients
//! were promised, what is due, meetings that are planned, last days for notice, birthdays. The same book on the same day
//! is the same file, and an entry bears the id of its record: it moves, and never comes twice.

use super::super::lines::{Line, escape};
use super::OURS;
use crate::domain::derive::agreements::standing;
use crate::domain::derive::fields::is_open;
use crate::domain::{Agreement, Birthday, Book, Contact, Interaction, Kind, Moment, Record, Value, derive};
use chrono::{DateTime, NaiveDate};

/// When a meeting of which nobody said how long it takes is over, in minutes: programs draw one without a length as a line.
const USUAL_MINUTES: i64 = 60;

/// The calendar of a book, on the day of `now`.
pub fn write(book: &Book, now: Moment) -> String {
    let mut out = String::new();
    let head = [
        Line::new("BEGIN", "VCALENDAR"),
        Line::new("VERSION", "2.0"),
        Line::new("PRODID", "-//Syndeo//Desk//EN"),
        Line::new("CALSCALE", "GREGORIAN"),
        Line::new("X-WR-CALNAME", "Syndeo"),
        Line::new("REFRESH-INTERVAL", "PT1H").with("VALUE", "DURATION"),
        Line::new("X-PUBLISHED-TTL", "PT1H"),
    ];
    let events = entries(book, now).into_iter().flat_map(|entry| entry.lines(book));
    let all = head.into_iter().chain(events).chain([Line::new("END", "VCALENDAR")]);
    all.for_each(|line| line.write(&mut out));
    out
}

/// When an entry is.
enum When {
    /// On a whole day.
    Day(NaiveDate),
    /// Every year, first on this day.
    Yearly(NaiveDate),
    /// At a time, for so many minutes.
    At(Moment, i64),
}

/// One entry.
struct Entry<'a> {
    record: &'a Record,
    /// What it is of the record; part of its id.
    sort: &'static str,
    title: String,
    when: When,
    /// When a program is to remind of it (RFC 5545 §3.8.6.3), as a length before or after its begin.
    alarm: &'static str,
}

/// At nine, on the day itself.
const THAT_MORNING: &str = "PT9H";
/// At nine, the day before.
const THE_DAY_BEFORE: &str = "-PT15H";
/// At nine, a week before.
const A_WEEK_BEFORE: &str = "-P6DT15H";
/// A quarter of an hour before.
const BEFORE: &str = "-PT15M";

/// The entries of a book, in the order of kinds and ids.
fn entries(book: &Book, now: Moment) -> Vec<Entry<'_>> {
    let mut out = vec![];
    let kinds = [Kind::Project, Kind::Milestone, Kind::Request, Kind::Task, Kind::Obligation];
    for record in kinds.into_iter().flat_map(|kind| book.all(kind)).filter(|record| is_open(record)) {
        let about = book.title(record.id());
        let promised = match record.get("promised") {
            Ok(Value::Date(day)) => Some(day),
            _ => None,
        };
        if let Some(day) = promised {
            let title = format!("Promised: {about}");
            out.push(Entry { record, sort: "promise", title, when: When::Day(day), alarm: THE_DAY_BEFORE });
        }
        if let Some(day) = record.due().filter(|day| Some(*day) != promised) {
            let title = format!("Due: {about}");
            out.push(Entry { record, sort: "due", title, when: When::Day(day), alarm: THAT_MORNING });
        }
    }
    for record in book.all(Kind::Interaction) {
        let planned = Interaction::of(record).filter(|touch| touch.is_planned(now));
        if let Some(touch) = planned {
            let when = When::At(touch.at, touch.minutes.filter(|long| *long > 0).unwrap_or(USUAL_MINUTES));
            out.push(Entry { record, sort: "meeting", title: touch.summary.clone(), when, alarm: BEFORE });
        }
    }
    for record in book.all(Kind::Agreement) {
        let notice = Agreement::of(record).and_then(|agreement| standing(book, agreement, now.date()).notice);
        if let Some(day) = notice {
            let title = format!("Last day for notice: {}", book.title(record.id()));
            out.push(Entry { record, sort: "notice", title, when: When::Day(day), alarm: A_WEEK_BEFORE });
        }
    }
    for record in book.all(Kind::Contact) {
        if let Some((contact, day)) = Contact::of(record).and_then(|c| Some((c, first_kept(c.birthday?)?))) {
            let title = format!("Birthday: {}", contact.shown_name());
            out.push(Entry { record, sort: "birthday", title, when: When::Yearly(day), alarm: THAT_MORNING });
        }
    }
    out
}

/// The first day a birthday is kept on; without a year, in a year that has every day.
fn first_kept(born: Birthday) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(born.year.unwrap_or(2000), u32::from(born.month), u32::from(born.day))
}

impl Entry<'_> {
    fn lines(&self, book: &Book) -> Vec<Line> {
        let id = self.record.id();
        let mut out = vec![
            Line::new("BEGIN", "VEVENT"),
            Line::new("UID", format!("{}-{}{OURS}", id.id, self.sort)),
            // When the record was made: the file changes only with the book.
            Line::new("DTSTAMP", utc(self.record.head().created.utc_ms)),
            Line::new("SUMMARY", escape(&self.title)),
        ];
        let about = about(book, self.record);
        if !about.is_empty() {
            out.push(Line::new("DESCRIPTION", escape(&about)));
        }
        let date = |name: &str, day: NaiveDate| {
            Line::new(name, day.format("%Y%m%d").to_string()).with("VALUE", "DATE")
        };
        match self.when {
            When::Day(day) | When::Yearly(day) => {
                out.push(date("DTSTART", day));
                out.extend(day.succ_opt().map(|next| date("DTEND", next)));
                out.push(Line::new("TRANSP", "TRANSPARENT"));
            }
            When::At(at, minutes) => {
                out.push(Line::new("DTSTART", utc(at.utc_ms)));
                out.push(Line::new("DTEND", utc(at.utc_ms.saturating_add(minutes.saturating_mul(60_000)))));
            }
        }
        if let When::Yearly(day) = self.when {
            out.push(Line::new("RRULE", yearly(day)));
        }
        out.extend([
            Line::new("CATEGORIES", escape(self.sort)),
            Line::new("BEGIN", "VALARM"),
            Line::new("ACTION", "DISPLAY"),
            Line::new("DESCRIPTION", escape(&self.title)),
            Line::new("TRIGGER", self.alarm),
            Line::new("END", "VALARM"),
            Line::new("END", "VEVENT"),
        ]);
        out
    }
}

/// Every year; 29 February is kept on the last day of February.
fn yearly(day: NaiveDate) -> &'static str {
    if day.format("%m%d").to_string() == "0229" {
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
    } else {
        "FREQ=YEARLY"
    }
}

/// The clients and people it concerns.
fn about(book: &Book, record: &Record) -> String {
    let mut names: Vec<String> = match record {
        Record::Interaction(touch) => touch.people.0.iter().map(|id| book.title(*id)).collect(),
        Record::Contact(contact) => contact.home().map(|home| book.title(home)).into_iter().collect(),
        _ => vec![],
    };
    if record.kind() != Kind::Contact {
        names.extend(derive::clients_of(book, record).into_iter().map(|id| book.title(id)));
    }
    if let Some(number) = record.number() {
        names.push(format!("#{number}"));
    }
    names.join(", ")
}

fn utc(ms: i64) -> String {
    DateTime::from_timestamp_millis(ms).unwrap_or_default().format("%Y%m%dT%H%M%SZ").to_string()
}
