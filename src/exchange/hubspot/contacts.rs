//! Contacts become people, each with the client it is associated with.

use super::external;
use super::row::{Reading, Target};
use crate::domain::text::fold;
use crate::domain::{Book, Client, ClientId, Contact, ContactId, Kind, Link, Moment, Record, Type, Value};
use std::collections::HashMap;

/// Where a column of contacts goes.
pub(super) fn target(name: &str) -> Target {
    match name {
        "first name" => Target::Text("first_name"),
        "last name" => Target::Text("last_name"),
        "email" | "work email" | "additional email addresses" => Target::Mails,
        "phone number" | "phone" => Target::Phone("work"),
        "mobile phone number" | "mobile" => Target::Phone("mobile"),
        "job title" => Target::Text("job"),
        "contact owner" | "owner" => Target::Text("owner_name"),
        "preferred language" => Target::Text("language"),
        "date of birth" | "birthday" => Target::Birthday,
        "create date" | "created date" => Target::Created,
        "last contacted" | "last activity date" | "last contacted date" => Target::Contacted,
        "notes" | "about" => Target::Long("notes"),
        "associated company ids" | "associated company id" => Target::Own("company ids"),
        "company name" => Target::Own("company"),
        "associated company" | "primary associated company" => Target::Own("associated"),
        _ => Target::Custom,
    }
}

/// Finds the client of a contact in the book.
pub(super) struct Finder {
    ids: HashMap<String, ClientId>,
    /// By folded name; `None` where several clients share it.
    names: HashMap<String, Option<ClientId>>,
    /// Folded names of clients that did not come from HubSpot.
    made_here: Vec<String>,
}

impl Finder {
    pub(super) fn of(book: &Book) -> Self {
        let mut finder = Self { ids: HashMap::new(), names: HashMap::new(), made_here: vec![] };
        for record in book.all(Kind::Client) {
            let Some(client) = Client::of(record) else { continue };
            let ids = external(record).iter().filter_map(|e| e.strip_prefix("hubspot:company:"));
            finder.ids.extend(ids.map(|id| (id.to_owned(), client.id)));
            let name = fold(&client.name);
            if !external(record).iter().any(|e| e.starts_with("hubspot:")) {
                finder.made_here.push(name.clone());
            }
            finder.names.entry(name).and_modify(|several| *several = None).or_insert(Some(client.id));
        }
        finder.made_here.sort_unstable();
        finder
    }

    /// Whether a client of this name is in the book that did not come from HubSpot.
    pub(super) fn stands_alone(&self, name: &str) -> bool {
        self.made_here.binary_search(&fold(name)).is_ok()
    }
}

/// What a row says about where somebody works.
#[derive(Default)]
struct Company<'a> {
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
    let mut mails = vec![];
    for (target, header, cell) in reading.cells() {
        let (field, value) = match target {
            Target::Text(field) => (field, reading.text(Type::Text, header, cell).map(Value::Text)),
            Target::Long(field) => (field, reading.text(Type::Long, header, cell).map(Value::Text)),
            Target::Birthday => ("birthday", Some(reading.birthday(header, cell))),
            Target::Mails => {
                for mail in reading.mails(header, cell) {
                    if !mails.contains(&mail) {
                        mails.push(mail);
                    }
                }
                continue;
            }
            Target::Phone(label) => {
                if let (Some(phone), Record::Contact(contact)) =
                    (reading.phone(label, header, cell), &mut record)
                {
                    contact.phones.push(phone);
                }
                continue;
            }
            Target::Own("company ids") => {
                company.ids = Some((header, cell));
                continue;
            }
            Target::Own("company") => {
                company.name = Some((header, cell));
                continue;
            }
            Target::Own(_) => {
                company.associated = Some((header, cell));
                continue;
            }
            Target::Created | Target::Contacted | Target::Id => continue,
            Target::Custom => {
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
    contact.mails = mails;
    contact.client = Link(company.client(reading, finder));
    contact.contacted = reading.contacted();
    contact.custom = std::mem::take(&mut reading.custom);
    (!contact.shown_name().is_empty()).then(|| contact.into())
}

impl Company<'_> {
    /// The client: the first of the associated ids, else the only client of that name. What is not used is kept.
    fn client(&self, reading: &mut Reading, finder: &Finder) -> Option<ClientId> {
        let ids: Vec<&str> = self.ids.map_or("", |(_, ids)| ids).split(';').map(str::trim).collect();
        let by_id = ids.first().and_then(|id| finder.ids.get(*id)).copied();
        let name = self.name.or(self.associated);
        let by_name = name.and_then(|(_, name)| finder.names.get(&fold(name))).copied();
        let found = by_id.or(by_name.flatten());
        if let Some((header, cell)) = self.ids.filter(|_| ids.len() > 1 || by_id.is_none()) {
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
                (Some(name), Some(None)) => {
                    reading.note(format!("several clients are called {name}; kept without a client"));
                }
                (Some(name), _) => reading.note(format!("no client is called {name}; kept without a client")),
                (None, _) if self.ids.is_some() => {
                    reading.note(format!("no client has the HubSpot id {}; kept without a client", ids[0]));
                }
                _ => {}
            }
        }
        found
    }
}
