//! Calendars (iCalendar, RFC 5545): events become touches and to-dos tasks, where it is known with whom; what stands in
//! the book goes out as a calendar ([`write()`]). Days off are read by [`super::ics`].
//!
//! With whom an event is is told by the addresses of those invited, by full names that one person bears, and by a client
//! whose name stands in its title. Nobody is made of it: an event with strangers is told and left out.

mod parts;
mod todo;
mod write;

pub use write::write;

use super::lines::{Line, unescape};
use super::people::{People, Who};
use super::taking::Taking;
use super::{Differing, Import, ImportError};
use crate::domain::text::cut;
use crate::domain::{
    Book, ClientId, ContactId, Direction, IdGenerator, Interaction, Kind, Links, Moment, Record, Ref, Touch,
    TouchState, derive, parse,
};
use crate::words::exchange::of_cards;
use parts::{AHEAD, BACK, Part, Parts, Time, is_near};
use std::collections::HashMap;

/// What names of events and to-dos begin with among the ids of other systems.
const PREFIX: &str = "ical:";

/// What our own ids end with in calendars that we wrote.
const OURS: &str = "@syndeo";

/// How long the id of a record is at the beginning of such an id.
const ID_LENGTH: usize = 36;

/// A calendar that was read.
#[derive(Clone, Debug)]
pub(super) struct Calendar {
    parts: Parts,
    /// The addresses of whoever keeps the book.
    pub(super) me: Vec<String>,
}

/// Parts of one id: an event, and single times of it that are otherwise.
type Series<'a> = Vec<&'a Part>;

impl Calendar {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let parts = Parts::read(bytes)?;
        if parts.all.is_empty() { Err(ImportError::Empty) } else { Ok(Self { parts, me: vec![] }) }
    }

    pub(super) fn against(
        &self,
        book: &Book,
        id_generator: &mut IdGenerator,
        now: Moment,
        differing: Differing,
    ) -> Import {
        let mut taking = Taking::new(book, "Calendar", Kind::Interaction, differing);
        self.parts.notes.iter().for_each(|note| taking.note(note.line, &note.words));
        let people = People::of(book, &self.me);
        let mut known = HashMap::new();
        for record in book.everything() {
            let external = match record {
                Record::Interaction(touch) => &touch.external,
                Record::Task(task) => &task.external,
                _ => continue,
            };
            known.extend(external.iter().map(|name| (name.clone(), record.id())));
        }
        let number = book.next_number();
        let mut reading = Reading { book, people, taking, id_generator, now, known, number };
        // In the order of the file, the parts of one id where the first of them stands.
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut all: Vec<Series> = vec![];
        for part in &self.parts.all {
            let key = part.uid().map(|uid| format!("{}{uid}", part.name));
            let series = key.as_ref().and_then(|key| places.get(key)).and_then(|at| all.get_mut(*at));
            if let Some(series) = series {
                series.push(part);
            } else {
                places.extend(key.map(|key| (key, all.len())));
                all.push(vec![part]);
            }
        }
        for series in &all {
            match series.first() {
                Some(part) if part.name == "VTODO" => series.iter().for_each(|part| reading.task(part)),
                Some(_) => reading.events(&self.parts, series),
                None => {}
            }
        }
        reading.taking.finish()
    }
}

/// With whom something is.
#[derive(Default)]
struct With {
    people: Vec<ContactId>,
    clients: Vec<ClientId>,
    /// Who is in it and not in the book.
    strangers: Vec<String>,
    /// What is worth a look.
    told: Vec<String>,
    /// Whether one of theirs called it.
    theirs: bool,
}

struct Reading<'a> {
    book: &'a Book,
    people: People<'a>,
    taking: Taking<'a>,
    id_generator: &'a mut IdGenerator,
    now: Moment,
    known: HashMap<String, Ref>,
    /// The next short number.
    number: u32,
}

impl Reading<'_> {
    /// The times of one event. Each part of the file is counted once, whatever becomes of its times.
    fn events(&mut self, file: &Parts, series: &[&Part]) {
        let Some(first) = series.first() else { return };
        let title = first.text("SUMMARY");
        let named =
            |words: &str| if title.is_empty() { words.to_owned() } else { format!("{title}: {words}") };
        if first.uid().is_some_and(|uid| uid.ends_with(OURS)) {
            return self.our_own(series);
        }
        let all: Vec<With> = series.iter().map(|part| self.with(part)).collect();
        let is_nobody = |with: &With| with.people.is_empty() && with.clients.is_empty();
        // With strangers, when it is need not be asked.
        let times = if all.iter().all(is_nobody) { Ok(vec![]) } else { file.times(series, self.now) };
        let times = match times {
            Ok(times) => times,
            Err(why) => return series.iter().for_each(|part| self.taking.refuse(part.line, named(&why))),
        };
        let repeats = series.iter().any(|part| part.repeats());
        let near: Vec<&Time> = times.iter().filter(|time| !repeats || is_near(time, self.now)).collect();
        for ((at, part), with) in series.iter().enumerate().zip(&all) {
            let of_part: Vec<&Time> = near.iter().copied().filter(|time| time.part == at).collect();
            if is_nobody(with) {
                self.taking.refuse(part.line, named(&nobody(part, with)));
                continue;
            }
            if of_part.is_empty() {
                self.taking.is_there();
                let words = if repeats { of_cards::no_near_time() } else { of_cards::no_own_time() };
                self.taking.note(Some(part.line), named(words));
                continue;
            }
            if repeats && of_part.len() > 1 {
                let words = of_cards::comes_again(of_part.len(), BACK, AHEAD);
                self.taking.note(Some(part.line), named(&words));
            }
            for words in &with.told {
                self.taking.note(Some(part.line), named(words));
            }
            for (nth, time) in of_part.into_iter().enumerate() {
                let single = !repeats && part.line_of("RECURRENCE-ID").is_none();
                self.touch(part, time, with, single, nth == 0);
            }
        }
    }

    /// One time of an event; `counts` for the first one of its part.
    fn touch(&mut self, part: &Part, time: &Time, with: &With, single: bool, counts: bool) {
        let name = match (part.uid(), single) {
            (Some(uid), true) => uid,
            (Some(uid), false) => format!("{uid}/{}", utc(part, time)),
            (None, _) => format!("~{}/{}", part.text("SUMMARY"), time.start.utc_ms),
        };
        let cancelled = part.is("STATUS", "CANCELLED");
        let mut touch = Interaction::new(self.id_generator.next(self.now), self.now);
        let start = if part.is_whole_days() { self.now.noon_of(time.start.date()) } else { None };
        touch.at = start.unwrap_or(time.start);
        touch.touch = Touch::Meeting;
        touch.summary = if part.text("SUMMARY").is_empty() {
            "Meeting".into()
        } else {
            cut_to_fit(&part.text("SUMMARY"))
        };
        touch.people = Links(with.people.clone());
        touch.clients = Links(with.clients.clone());
        touch.direction = if with.theirs { Direction::In } else { Direction::Out };
        let says_how_long =
            part.line_of("DTEND").or(part.line_of("DURATION")).is_some() && !part.is_whole_days();
        touch.minutes = Some(time.minutes).filter(|long| says_how_long && (1..=100_000).contains(long));
        touch.state = match (cancelled, touch.at.utc_ms > self.now.utc_ms) {
            (true, _) => TouchState::Cancelled,
            (false, true) => TouchState::Planned,
            (false, false) => TouchState::Held,
        };
        let place = part.text("LOCATION");
        let place = if place.is_empty() { place } else { format!("Place: {place}") };
        let texts = [place, part.long("DESCRIPTION")];
        touch.text = texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
        touch.external.push(format!("{PREFIX}{name}"));
        touch.clients = Links(derive::clients_of(self.book, &Record::Interaction(touch.clone())));
        self.take(part, Record::Interaction(touch), &format!("{PREFIX}{name}"), cancelled, counts);
    }

    fn take(&mut self, part: &Part, fresh: Record, name: &str, cancelled: bool, counts: bool) {
        let title = fresh.title();
        let Some(id) = self.known.get(name).copied() else {
            if cancelled {
                self.taking.note(Some(part.line), of_cards::cancelled_unknown(&title));
                if counts {
                    self.taking.is_there();
                }
                return;
            }
            let id = fresh.id();
            let taken = if counts {
                self.taking.bring(part.line, fresh)
            } else {
                self.taking.beside(part.line, fresh)
            };
            if taken {
                self.known.insert(name.to_owned(), id);
            }
            return;
        };
        if let Some(Record::Interaction(before)) = self.taking.get(id) {
            // Where it stands is what a person says; a calendar only says that it was called off.
            if cancelled && before.state != TouchState::Cancelled {
                self.taking.keep(part.line, of_cards::cancelled_there(&title));
            }
        }
        if let (Some(Record::Task(before)), Record::Task(after)) = (self.taking.get(id), &fresh) {
            let (before, after) = (before.status, after.status);
            if before.is_open() != after.is_open() {
                let words = if after.is_open() { of_cards::open_there() } else { of_cards::open_here() };
                self.taking.keep(part.line, of_cards::kept_as_in_book(&title, words));
            }
        }
        if counts {
            self.taking.merge(part.line, id, &fresh);
        } else {
            self.taking.touch(part.line, id, &fresh);
        }
    }

    /// What we wrote ourselves comes back: what it is of stands in the book, unless it is of another book.
    fn our_own(&mut self, series: &[&Part]) {
        for part in series {
            let uid = part.uid().unwrap_or_default();
            if uid.get(..ID_LENGTH).is_some_and(|id| self.book.has(id)) {
                self.taking.is_there();
            } else {
                let words = of_cards::from_other_book(part.text("SUMMARY"));
                self.taking.refuse(part.line, words);
            }
        }
    }

    /// With whom a part is.
    fn with(&self, part: &Part) -> With {
        let mut out = With::default();
        for line in part.lines.iter().filter(|line| matches!(line.name.as_str(), "ATTENDEE" | "ORGANIZER")) {
            let calls = line.name == "ORGANIZER";
            let declined = line.param("PARTSTAT").is_some_and(|said| said.eq_ignore_ascii_case("DECLINED"));
            let is_thing = line
                .param("CUTYPE")
                .is_some_and(|sort| matches!(sort.to_uppercase().as_str(), "ROOM" | "RESOURCE"));
            if !declined && !is_thing {
                self.one(line, calls, &mut out);
            }
        }
        if out.people.is_empty()
            && out.clients.is_empty()
            && let Some(client) = self.people.client_named_in(&part.text("SUMMARY"))
        {
            out.told.push(of_cards::about_title(self.book.title(client)));
            out.clients.push(client);
        }
        out
    }

    /// One of those who are invited.
    fn one(&self, line: &Line, calls: bool, out: &mut With) {
        let address = unescape(&line.value);
        let mail = address
            .get(..7)
            .filter(|head| head.eq_ignore_ascii_case("mailto:"))
            .map_or(address.as_str(), |_| &address[7..]);
        let mail = line.param("EMAIL").unwrap_or(mail);
        let name = line.param("CN").unwrap_or_default();
        let mut who = self.people.of_mail(mail);
        if who == Who::Nobody && !name.is_empty() && !name.contains('@') {
            who = self.people.of_name(name);
            if let Who::Theirs(id) = who {
                out.told.push(of_cards::taken_by_name(mail, self.book.title(id)));
            }
        }
        let called =
            if name.is_empty() || name == mail { mail.to_owned() } else { format!("{name} <{mail}>") };
        match who {
            Who::Theirs(id) => {
                out.theirs |= calls;
                push(&mut out.people, id);
            }
            Who::Client(id) => {
                out.theirs |= calls;
                push(&mut out.clients, id);
            }
            Who::Ours(Some(id)) => push(&mut out.people, id),
            Who::Ours(None) => {}
            Who::Several(all) => {
                out.told.push(of_cards::may_be(&called, all.join(of_cards::or())));
            }
            Who::Nobody => push(&mut out.strangers, called),
        }
    }
}

/// Why an event is left out with whom nobody in the book is.
fn nobody(part: &Part, with: &With) -> String {
    let strangers = with.strangers.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
    match (strangers.is_empty(), part.is_whole_days()) {
        (false, _) => of_cards::only_strangers(&strangers),
        (true, true) => of_cards::whole_day().into(),
        (true, false) => of_cards::nobody_in_it().into(),
    }
}

/// Which time of a series: the one it stands for in the rule, else when it is.
fn utc(part: &Part, time: &Time) -> String {
    part.line_of("RECURRENCE-ID")
        .map_or_else(|| time.start.utc_ms.to_string(), |line| line.value.trim().to_owned())
}

fn push<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if !list.contains(&one) {
        list.push(one);
    }
}

fn cut_to_fit(text: &str) -> String {
    if text.chars().count() <= parse::LINE_LIMIT { text.to_owned() } else { cut(text, parse::LINE_LIMIT - 1) }
}

#[cfg(test)]
mod tests;
