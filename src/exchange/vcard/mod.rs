//! Cards of people and companies (vCard 2.1, 3.0 and 4.0), read into records and written again.
//!
//! A card becomes a person, or a client where it is about a firm; the firm somebody works for becomes a client, told as such.
//! What has no field of its own is kept: shown among the custom fields where people write such things, else as the line it
//! was. Nothing in a card is ever lost; what a card says of the file (`VERSION`, `PRODID`, `REV`) is no part of it.

mod card;
mod facts;
mod find;
mod kept;
mod labels;
mod said;
mod write;

use super::lines::{Line, escape};
use super::taking::Taking;
use super::{Differing, Import, ImportError};
use crate::domain::text::cut;
use crate::domain::{
    Book, Client, ClientId, Contact, IdGenerator, Kind, Labelled, Link, Moment, Record, Ref, Tier,
};
use crate::words::exchange::of_cards;
use card::Card;
use find::{Finder, Found, PREFIX, plain_uid};
use said::About;

/// How cards are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Version {
    /// As old telephones and programs read them (RFC 2426).
    Three,
    /// As they are written today (RFC 6350).
    #[default]
    Four,
}

/// The people and clients among these records as a file of cards; other kinds have none.
pub fn write(book: &Book, records: &[&Record], version: Version) -> String {
    write::write(book, records, version)
}

/// A file of cards that was read.
#[derive(Clone, Debug)]
pub(super) struct Cards(card::Cards);

impl Cards {
    /// Reads a file.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let cards = card::Cards::read(bytes)?;
        if cards.cards.is_empty() { Err(ImportError::Empty) } else { Ok(Self(cards)) }
    }

    /// Holds the cards against a book: firms first, as people work for them, groups last, as they are of people.
    pub(super) fn against(
        &self,
        book: &Book,
        id_generator: &mut IdGenerator,
        now: Moment,
        differing: Differing,
    ) -> Import {
        let taking = Taking::new(book, "vCard", Kind::Contact, differing);
        let mut reading =
            Reading { finder: Finder::of(book), taking, id_generator, now, differing, made: vec![], book };
        for note in &self.0.notes {
            reading.taking.note(note.line, &note.words);
        }
        let (cards, heaps): (Vec<&Card>, Vec<&Card>) =
            self.0.cards.iter().partition(|card| card.lines.len() + card.nameless.len() <= MOST_LINES);
        for heap in heaps {
            let lines = heap.lines.len() + heap.nameless.len();
            reading.taking.refuse(heap.line, of_cards::long_card(lines, MOST_LINES));
        }
        let of = |about: Option<About>| cards.iter().filter(move |card| card.about() == about);
        of(Some(About::Company)).for_each(|card| reading.company(card));
        of(Some(About::Person)).for_each(|card| reading.person(card));
        of(None).for_each(|card| reading.group(card));
        reading.tell_clients();
        reading.taking.finish()
    }

    /// The cards that were not taken, as a file to be mended: each says why.
    pub(super) fn refused(&self, import: &Import) -> Vec<u8> {
        let mut out = String::new();
        for refused in &import.refused {
            let Some(card) = self.0.cards.iter().find(|card| card.line == refused.line) else { continue };
            let words = of_cards::in_line(refused.line, &refused.reason);
            let nameless = card.nameless.iter().map(|(_, text)| Line::new("NOTE", escape(text)));
            let head = [
                Line::new("BEGIN", "VCARD"),
                Line::new("VERSION", "4.0"),
                Line::new(REFUSED, escape(&words)),
            ];
            let body =
                card.lines.iter().filter(|line| !matches!(line.name.as_str(), "VERSION" | REFUSED)).cloned();
            let all = head.into_iter().chain(body).chain(nameless).chain([Line::new("END", "VCARD")]);
            all.for_each(|line| line.write(&mut out));
        }
        out.into_bytes()
    }
}

/// What says why a card was not taken before; it is no part of the card.
const REFUSED: &str = "X-SYNDEO-REFUSED";

/// The most lines of a card: each is held against the others.
const MOST_LINES: usize = 1_000;

/// So many names are told of clients that were made.
const TOLD: usize = 10;

/// Cards as they come in.
struct Reading<'a> {
    finder: Finder,
    taking: Taking<'a>,
    id_generator: &'a mut IdGenerator,
    now: Moment,
    differing: Differing,
    /// Clients that were made because somebody works there.
    made: Vec<String>,
    book: &'a Book,
}

impl Reading<'_> {
    fn company(&mut self, card: &Card) {
        let id: ClientId = self.id_generator.next(self.now);
        let today = Some(self.now.date());
        let mut client = Client { tier: Tier::Unsorted, imported: today, ..Client::new(id, self.now) };
        let (lines, all) = self.said(card, About::Company);
        facts::into_company(&mut client, all);
        if client.name.is_empty() {
            return self.taking.refuse(card.line, of_cards::nobody_named());
        }
        let mut record = Record::from(client);
        facts::store(&mut record, &lines);
        let found = self.finder.find(uid(card).as_deref(), &record);
        self.take(card, record, found, About::Company);
    }

    fn person(&mut self, card: &Card) {
        let mut contact = Contact::new(self.id_generator.next(self.now), self.now);
        let (lines, all) = self.said(card, About::Person);
        let (org, unit) = facts::into_person(&mut contact, all);
        if contact.shown_name().is_empty() {
            // What else people are known by, when nobody wrote a name down.
            let nickname = card.first("NICKNAME").filter(|name| name.chars().count() < 200);
            contact.shown = nickname
                .or_else(|| contact.phones.first().map(|phone| phone.value.clone()))
                .unwrap_or_default();
        }
        if contact.shown_name().is_empty() {
            return self.taking.refuse(card.line, of_cards::nothing_to_call());
        }
        let uid = uid(card);
        let clients = self.finder.clients(&org);
        contact.department = Link(self.finder.department(&org, &unit, &contact));
        let is_there = |id: ClientId| self.taking.get(id.into()).is_some_and(|client| !client.is_gone());
        if let ([one], true) = (&clients[..], contact.department.0.is_none()) {
            contact.client = Link(Some(*one).filter(|one| is_there(*one)));
        }
        let found = self.finder.find(uid.as_deref(), &Record::from(contact.clone()));
        // A card that is refused makes no client.
        if contact.department.0.is_none() && !matches!(found, Found::Several(_)) {
            self.workplace(card.line, &mut contact, (&org, &unit), &clients, &found);
        }
        if matches!(found, Found::Nobody) {
            self.tell_alike(card.line, &contact);
        }
        let mut record = Record::from(contact);
        facts::store(&mut record, &lines);
        self.take(card, record, found, About::Person);
    }

    /// What a card says, and the lines of it that are kept.
    fn said(&mut self, card: &Card, about: About) -> (Vec<Line>, Vec<said::Said>) {
        let mut lines: Vec<Line> = vec![];
        for line in card.lines.iter().filter(|line| line.name != REFUSED) {
            // Several notes are one text.
            match lines
                .iter_mut()
                .find(|one| one.name == "NOTE" && line.name == "NOTE" && one.group == line.group)
            {
                Some(one) => one.value.extend(["\\n\\n", &line.value]),
                None => lines.push(line.clone()),
            }
        }
        let each = kept::each_said(&lines, about);
        let kept = kept::of(&lines, &each, about);
        for (line, said) in lines.iter().zip(&each) {
            // What is no address and no number stands under a name.
            if let ("EMAIL" | "TEL", [said::Said::Custom(field)]) = (line.name.as_str(), &said[..]) {
                let words = of_cards::odd_value(cut(&field.value, 60), &field.label);
                self.taking.note(Some(card.line), words);
            }
        }
        let mut all: Vec<said::Said> = each.into_iter().flatten().collect();
        for (number, text) in &card.nameless {
            let words = of_cards::odd_line(cut(text.trim(), 60));
            self.taking.note(Some(*number), words);
            let value = crate::domain::text::typed(text).trim().to_owned();
            all.push(said::Said::Custom(Labelled { label: "Line without a name".into(), value }));
        }
        (kept, all)
    }

    /// Where somebody works: the only client of that name, else a new one; under a name of its own where that would be a
    /// guess.
    fn workplace(
        &mut self,
        line: u64,
        contact: &mut Contact,
        (org, unit): (&str, &str),
        clients: &[ClientId],
        found: &Found,
    ) {
        if !unit.is_empty() {
            contact.custom.push(Labelled { label: facts::UNIT.into(), value: unit.into() });
        }
        if org.is_empty() || contact.client.0.is_some() {
            return;
        }
        let has_home = matches!(found, Found::One(id) if self.taking.get(*id).and_then(Contact::of).is_some_and(|c| c.home().is_some()));
        let why = match clients {
            [_, _, ..] => of_cards::several_clients_called(org),
            [_] => of_cards::client_in_bin(org),
            [] if has_home && self.differing == Differing::Keep => of_cards::belongs_elsewhere(org),
            [] if self.finder.is_ours(contact) => of_cards::no_department(org),
            [] => {
                contact.client = Link(Some(self.client(org)));
                return;
            }
        };
        let has = contact.custom.iter().any(|field| field.label == said::COMPANY);
        if !has {
            contact.custom.push(Labelled { label: said::COMPANY.into(), value: org.into() });
        }
        self.taking.note(Some(line), of_cards::kept_under(&why, said::COMPANY));
    }

    /// A new client of this name.
    fn client(&mut self, name: &str) -> ClientId {
        let id: ClientId = self.id_generator.next(self.now);
        let today = Some(self.now.date());
        let client =
            Client { name: name.into(), tier: Tier::Unsorted, imported: today, ..Client::new(id, self.now) };
        let record = Record::from(client);
        self.finder.learn(&record);
        self.taking.add(record);
        self.made.push(name.to_owned());
        id
    }

    fn tell_alike(&mut self, line: u64, contact: &Contact) {
        let (name, mail) = self.finder.alike(contact);
        let title = |id: Ref| self.taking.get(id).map(Record::title).unwrap_or_default();
        let words = match (mail, name) {
            (Some((mail, of)), _) => of_cards::mail_is_of(&mail, title(of)),
            (None, Some(_)) => of_cards::another_of_name(contact.shown_name()),
            (None, None) => return,
        };
        self.taking.note(Some(line), words);
    }

    /// Takes a record in, or brings it to the one it is about.
    fn take(&mut self, card: &Card, mut fresh: Record, found: Found, about: About) {
        let name = uid(card).unwrap_or_else(|| format!("~{}", find::words(&fresh)));
        // Our own id, come back, need not be written down.
        let own = matches!(found, Found::One(id) if id.id.to_string() == plain_uid(&name));
        match &mut fresh {
            Record::Contact(contact) if !own => contact.external.push(format!("{PREFIX}{name}")),
            Record::Client(client) if !own => client.external.push(format!("{PREFIX}{name}")),
            _ => {}
        }
        match found {
            Found::Nobody => {
                let id = fresh.id();
                // What is not right is refused, and nobody is to be found there.
                if self.taking.bring(card.line, fresh.clone()) {
                    self.finder.learn(&fresh);
                    self.claim(card, id);
                }
            }
            Found::Several(all) => {
                let names: Vec<String> =
                    all.iter().filter_map(|id| self.taking.get(*id)).map(Record::title).collect();
                let reason = of_cards::put_together(names.len(), names.join(", "));
                self.taking.refuse(card.line, reason);
            }
            Found::One(id) => {
                self.claim(card, id);
                self.merge(card.line, id, fresh, about);
            }
        }
    }

    fn claim(&mut self, card: &Card, id: Ref) {
        if uid(card).is_some() {
            self.finder.claim(id);
        }
    }

    fn merge(&mut self, line: u64, id: Ref, mut fresh: Record, about: About) {
        let Some(before) = self.taking.get(id).cloned() else { return };
        if let Record::Client(client) = &mut fresh {
            client.imported = None;
        }
        if before.is_gone() {
            return self.taking.merge(line, id, &fresh);
        }
        let facts = facts::of(self.book, &before).map(|(_, facts)| facts).unwrap_or_default();
        let own = (&facts::stored(&before)[..], &facts[..]);
        let (lines, told) = kept::settled(own, &facts::stored(&fresh), about, self.differing);
        for words in told {
            self.taking.keep(line, words);
        }
        let mut base = before.clone();
        facts::store(&mut base, &lines);
        facts::store(&mut fresh, &lines);
        self.taking.merge_onto(line, &base, &before, &fresh);
        let now = self.taking.get(id).cloned();
        if let Some(record) = now {
            self.finder.learn(&record);
        }
    }

    /// A group becomes a tag of those who are in it.
    fn group(&mut self, card: &Card) {
        let Some(name) = card.first("FN").or_else(|| card.first("N")) else {
            return self.taking.refuse(card.line, of_cards::nameless_group());
        };
        let members = card
            .lines
            .iter()
            .filter(|line| matches!(line.name.as_str(), "MEMBER" | "X-ADDRESSBOOKSERVER-MEMBER"));
        let (mut found, mut missing) = (0, 0);
        for member in members {
            let Some(id) = self.finder.of_uid(Kind::Contact, &member.value) else {
                missing += 1;
                continue;
            };
            found += 1;
            let tagged = Contact {
                tags: vec![name.clone()],
                ..Contact::new(self.id_generator.next(self.now), self.now)
            };
            self.taking.touch(card.line, id, &Record::from(tagged));
        }
        self.taking.is_there();
        let lacking = if missing == 0 { String::new() } else { of_cards::members_missing(missing) };
        self.taking.note(Some(card.line), of_cards::group_is_tag(&name, found, &lacking));
    }

    fn tell_clients(&mut self) {
        let Some(first) = self.made.get(..TOLD.min(self.made.len())).filter(|first| !first.is_empty()) else {
            return;
        };
        let more = self.made.len() - first.len();
        let more = if more == 0 { String::new() } else { of_cards::and_more(more) };
        let count = crate::words::counted(Kind::Client, self.made.len());
        let words = of_cards::made_for_people(&count, first.join(", "), &more);
        self.taking.note(None, words);
    }
}

/// The id of a card.
fn uid(card: &Card) -> Option<String> {
    card.first("UID")
}

#[cfg(test)]
mod tests;
