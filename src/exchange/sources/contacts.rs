//! Contacts become people, each with the client it is associated with.

use super::cells::tags as tags_of;
use super::external;
use super::known::Source;
use super::row::Reading;
use super::seen::{Bearer, Named};
use super::target::Target;
use crate::domain::text::fold;
use crate::domain::{
    Book, Client, ClientId, Contact, ContactId, Kind, Labelled, Link, Moment, Record, Type, Value,
};
use crate::words::exchange::of_rows;
use std::collections::HashMap;

/// Finds the client of a contact in the book.
pub(super) struct Finder {
    ids: HashMap<String, ClientId>,
    /// By folded name.
    names: Named<ClientId>,
    /// Folded names of clients that did not come from this system.
    made_here: Vec<String>,
}

impl Finder {
    pub(super) fn of(book: &Book, source: &Source) -> Self {
        let (companies, system) =
            (source.prefix_of(Kind::Client), format!("{}:", source.system.to_lowercase()));
        let mut finder = Self { ids: HashMap::new(), names: Named::new(), made_here: vec![] };
        for record in book.all(Kind::Client) {
            let Some(client) = Client::of(record) else { continue };
            let ids = external(record).iter().filter_map(|e| e.strip_prefix(&*companies));
            finder.ids.extend(ids.map(|id| (id.to_owned(), client.id)));
            let name = fold(&client.name);
            finder.names.add(&name, client.id);
            if !external(record).iter().any(|e| e.starts_with(&system)) {
                finder.made_here.push(name);
            }
        }
        finder.made_here.sort_unstable();
        finder
    }

    /// Whether a client of this name is in the book that did not come from the system.
    pub(super) fn stands_alone(&self, name: &str) -> bool {
        self.made_here.binary_search(&fold(name)).is_ok()
    }
}

/// What a row says about where somebody works.
#[derive(Default)]
struct Company<'a> {
    primary: Option<(&'a str, &'a str)>,
    ids: Option<(&'a str, &'a str)>,
    name: Option<(&'a str, &'a str)>,
    associated: Option<(&'a str, &'a str)>,
}

/// The contact of a row; `None` when it has neither a name nor a mail address.
pub(super) fn record(
    reading: &mut Reading,
    id: ContactId,
    created: Moment,
    finder: &Finder,
) -> Option<Record> {
    let mut record = Record::Contact(Contact::new(id, created));
    let mut company = Company::default();
    let (mut mails, mut full, mut said): (Vec<Labelled>, _, Option<(&str, &str)>) = (vec![], None, None);
    let mut tags = vec![];
    for (target, header, cell) in reading.cells() {
        let (field, value) = match target {
            Target::Text(field) => (field, reading.text(Type::Text, header, cell).map(Value::Text)),
            Target::Long(field) => (field, reading.text(Type::Long, header, cell).map(Value::Text)),
            Target::Read(field) => (field, reading.typed(Kind::Contact, field, header, cell)),
            Target::Birthday => ("birthday", Some(reading.birthday(header, cell))),
            Target::Mails(label) => {
                for mail in reading.mails(label_of(said, header).unwrap_or(label), header, cell) {
                    if !mails.iter().any(|m| m.value == mail.value) {
                        mails.push(mail);
                    }
                }
                continue;
            }
            Target::Phone(label) => {
                if let Record::Contact(contact) = &mut record {
                    let label = label_of(said, header).unwrap_or(label);
                    contact.phones.extend(reading.phones(label, header, cell));
                }
                continue;
            }
            Target::Label => {
                said = Some((header, cell));
                continue;
            }
            Target::Tags => {
                tags.extend(tags_of(cell));
                continue;
            }
            Target::Own("full name") => {
                full = Some((header, cell));
                continue;
            }
            Target::Own(part) => {
                company.set(part, (header, cell));
                continue;
            }
            Target::Created | Target::Contacted | Target::Id | Target::Bookkeeping => continue,
            Target::Unless(usual) if cell == usual => continue,
            Target::Fit(fit) => {
                reading.fit(fit, cell);
                continue;
            }
            Target::Day(field) => (field, reading.day(Kind::Contact, field, header, cell)),
            _ => {
                reading.keep(header, cell);
                continue;
            }
        };
        if let Some(value) = value {
            // The fields named in `target` are of the type that was read for them.
            let _ = record.set(field, value);
        }
    }
    let Record::Contact(mut contact) = record else { return None };
    if let Some((header, full)) = full {
        name(&mut contact, header, full, reading);
    }
    contact.tags = tags;
    contact.mails = mails;
    contact.client = Link(company.client(reading, finder));
    contact.contacted = reading.contacted();
    contact.custom = std::mem::take(&mut reading.custom);
    // A file brings many: none has room for what it does not have.
    contact.mails.shrink_to_fit();
    contact.phones.shrink_to_fit();
    contact.custom.shrink_to_fit();
    (!contact.shown_name().is_empty()).then(|| contact.into())
}

/// A name in one piece: it is shown where there are no parts, or where they make another.
fn name(contact: &mut Contact, header: &str, full: &str, reading: &mut Reading) {
    let parts = [contact.first_name.as_str(), &contact.last_name];
    let made = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if made.is_empty() {
        contact.shown = reading.text(Type::Text, header, full).unwrap_or_default();
    } else if fold(&made) != fold(full) {
        reading.keep(header, full);
    }
}

/// What the column before says about this one: "E-mail 2 - Label" about "E-mail 2 - Value". Google marks the labels
/// that it chose itself.
fn label_of<'a>(said: Option<(&str, &'a str)>, header: &str) -> Option<&'a str> {
    let stem = |header: &str| header.rsplit_once(" - ").map(|(stem, _)| stem.to_owned());
    let (of, label) = said?;
    let label = label.trim_start_matches('*').trim();
    (stem(of) == stem(header) && !label.is_empty()).then_some(label)
}

impl<'a> Company<'a> {
    /// Notes one part of what a row says about where somebody works.
    fn set(&mut self, part: &str, said: (&'a str, &'a str)) {
        let place = match part {
            "primary id" => &mut self.primary,
            "company ids" => &mut self.ids,
            "company" => &mut self.name,
            _ => &mut self.associated,
        };
        *place = Some(said);
    }

    /// The client: the first of the associated ids, else the only client of that name. What is not used is kept.
    fn client(&self, reading: &mut Reading, finder: &Finder) -> Option<ClientId> {
        let ids: Vec<&str> = self.ids.map_or("", |(_, ids)| ids).split(';').map(str::trim).collect();
        let primary = self.primary.map(|(_, id)| id);
        let by_id = primary.or(ids.first().copied()).and_then(|id| finder.ids.get(id)).copied();
        let name = self.name.or(self.associated);
        let by_name = name.map_or(Bearer::Nobody, |(_, name)| finder.names.get(&fold(name)));
        let found = by_id.or(by_name.one());
        if let Some((header, cell)) = self.ids.filter(|_| ids.len() > 1 || by_id.is_none()) {
            reading.keep(header, cell);
        }
        if let Some((header, cell)) = self.primary.filter(|_| by_id.is_none()) {
            reading.keep(header, cell);
        }
        // The name of the client that was found need not be kept twice.
        let known = if by_id.is_some() { 2 } else { usize::from(found.is_some()) };
        for (header, cell) in [self.name, self.associated].into_iter().flatten().skip(known) {
            reading.keep(header, cell);
        }
        if found.is_none() {
            let named = name.map(|(_, name)| name);
            match (named, by_name) {
                (Some(name), Bearer::Several) => {
                    reading.note(of_rows::several_clients(name));
                }
                (Some(name), _) => reading.note(of_rows::no_client(name)),
                (None, _) if self.ids.is_some() => {
                    reading.note(of_rows::no_client_id(ids[0]));
                }
                _ => {}
            }
        }
        found
    }
}
