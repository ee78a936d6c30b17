//! Who is who: by what a record of the book and a row of a file are known to be the same.

use super::known::Source;
use super::seen::Named;
use crate::domain::text::fold;
use crate::domain::{
    Agreement, Book, Client, Contact, Interaction, Project, Record, Ref, Request, Task, Type, Value,
};
use crate::words::exchange::of_rows;
use std::collections::HashMap;

/// A name alone is cut here: it is kept with each record.
const WORDS: usize = 120;

/// The names of a record in other systems.
pub(super) fn external(record: &Record) -> &[String] {
    match record {
        Record::Client(Client { external, .. })
        | Record::Contact(Contact { external, .. })
        | Record::Project(Project { external, .. })
        | Record::Task(Task { external, .. })
        | Record::Request(Request { external, .. })
        | Record::Agreement(Agreement { external, .. })
        | Record::Interaction(Interaction { external, .. }) => external,
        _ => &[],
    }
}

/// Adds a name in another system to a record that has room for some.
pub(super) fn add_external(record: &mut Record, name: String) {
    match record {
        Record::Client(Client { external, .. })
        | Record::Contact(Contact { external, .. })
        | Record::Project(Project { external, .. })
        | Record::Task(Task { external, .. })
        | Record::Request(Request { external, .. })
        | Record::Agreement(Agreement { external, .. })
        | Record::Interaction(Interaction { external, .. }) => {
            external.reserve_exact(1);
            external.push(name);
        }
        _ => {}
    }
}

/// What tells a row without an id from others: its name, of a person the first mail address, of work its day and what
/// it belongs to.
pub(super) fn words_of(record: &Record) -> String {
    match record {
        Record::Client(client) => fold(&client.name),
        Record::Contact(contact) => {
            let mail = contact.mails.first().map_or("", |mail| mail.value.as_str());
            format!("{} {}", fold(&contact.shown_name()), fold(mail)).trim().to_owned()
        }
        other => {
            let title: String = fold(&other.title()).chars().take(WORDS).collect();
            let mut words = vec![title];
            for field in other.fields() {
                match field.read(other) {
                    Value::Moment(at) => words.push(at.to_rfc3339()),
                    Value::Date(day) if field.traits.due.is_some() || field.traits.required => {
                        words.push(day.to_string());
                    }
                    value if field.traits.owner || matches!(field.kind, Type::Many(_)) => {
                        words.extend(value.refs().iter().map(|id| id.id.simple().to_string()));
                    }
                    _ => {}
                }
            }
            words.join(" ")
        }
    }
}

/// By what a record is known again in the book, the surest first, each with what is said when it is not sure.
fn signs(record: &Record, with_ids: bool) -> Vec<(String, Option<&'static str>)> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    match record {
        Record::Contact(contact) => {
            let name = fold(&contact.shown_name());
            let mails = contact.mails.iter().map(|mail| (format!("{name} {}", fold(&mail.value)), None));
            // A name alone is somebody else's as well; that of a mail address is the address.
            let named =
                !contact.first_name.is_empty() || !contact.last_name.is_empty() || !contact.shown.is_empty();
            let phones =
                contact.phones.iter().map(|phone| digits(&phone.value)).filter(|digits| digits.len() >= 7);
            let phones =
                phones.map(|digits| (format!("{name} tel {digits}"), Some(of_rows::name_and_phone())));
            let client = contact
                .client
                .0
                .map(|id| (format!("{name} at {}", id.0.simple()), Some(of_rows::name_and_client())));
            mails.chain(phones.filter(|_| named)).chain(client.filter(|_| named)).collect()
        }
        Record::Client(client) if with_ids => {
            // Two firms may share a name; what they share beside it says that they are one.
            let name = fold(&client.name);
            let web = Some(host(&client.web)).filter(|host| !host.is_empty());
            let web = web.map(|host| (format!("{name} web {}", fold(host)), None));
            let phones =
                client.phones.iter().map(|phone| digits(&phone.value)).filter(|digits| digits.len() >= 7);
            let phones =
                phones.map(|digits| (format!("{name} tel {digits}"), Some(of_rows::name_and_phone())));
            web.into_iter().chain(phones).collect()
        }
        other => vec![(words_of(other), None)],
    }
}

/// The part of an address of a page that names who keeps it.
pub(super) fn host(web: &str) -> &str {
    let rest = web.split_once("://").map_or(web, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// The records of a book by their ids in the system of a source, and by what they are called.
pub(super) struct Known<'a> {
    ids: HashMap<&'a str, Ref>,
    alike: Named<Ref>,
    with_ids: bool,
}

impl<'a> Known<'a> {
    /// Those of the kinds that rows of the source become; `with_ids` where its rows bear ids.
    pub(super) fn of(book: &'a Book, source: &Source, with_ids: bool) -> Self {
        let mut known = Self { ids: HashMap::new(), alike: Named::new(), with_ids };
        let kinds = source.kinds();
        for record in book.everything().filter(|record| kinds.contains(&record.kind())) {
            let prefix = source.prefix_of(record.kind());
            let before = known.ids.len();
            let names = external(record).iter().filter(|name| name.starts_with(&prefix));
            known.ids.extend(names.map(|name| (name.as_str(), record.id())));
            // What has another id there already is another one.
            if record.is_gone() || with_ids && known.ids.len() > before {
                continue;
            }
            for (sign, _) in signs(record, with_ids) {
                known.alike.add(&(record.kind(), sign.as_str()), record.id());
            }
        }
        known
    }

    /// The record of the book that a row is about, and by what that was told where it is not sure.
    pub(super) fn find(&self, name: &str, fresh: &Record) -> Option<(Ref, Option<&'static str>)> {
        if let Some(id) = self.ids.get(name) {
            return Some((*id, None));
        }
        let signs = signs(fresh, self.with_ids).into_iter();
        let mut found = signs
            .filter_map(|(sign, why)| Some((self.alike.get(&(fresh.kind(), sign.as_str())).one()?, why)));
        found.next()
    }
}
