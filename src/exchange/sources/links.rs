//! Finds the records of a book that a row belongs to: by their ids where it comes from, by mail address, by name.

use super::external;
use super::known::Source;
use super::seen::{Bearer, Named as Bearers};
use super::target::By;
use crate::domain::text::fold;
use crate::domain::{Book, Contact, Kind, Record, Ref};
use crate::words::exchange::of_rows;
use std::collections::HashMap;

/// The records that rows may belong to.
pub(super) struct Links<'a> {
    book: &'a Book,
    source: &'static Source,
    ids: HashMap<&'a str, Ref>,
    /// By kind and folded name.
    names: Bearers<Ref>,
    /// People and firms by folded mail address.
    mails: Bearers<Ref>,
}

/// What a cell names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// What was found.
    pub(super) found: Vec<Ref>,
    /// What was not, with the reason.
    pub(super) left: Vec<String>,
}

impl<'a> Links<'a> {
    /// The records of these kinds.
    pub(super) fn of(book: &'a Book, source: &'static Source, kinds: &[Kind]) -> Self {
        let (ids, names, mails) = (HashMap::new(), Bearers::new(), Bearers::new());
        let mut links = Self { book, source, ids, names, mails };
        for record in kinds.iter().flat_map(|kind| book.all(*kind)) {
            let id = record.id();
            links.ids.extend(external(record).iter().map(|name| (name.as_str(), id)));
            let name = match record {
                Record::Contact(contact) => fold(&contact.shown_name()),
                other => fold(&other.title()),
            };
            let add = |bearers: &mut Bearers<Ref>, text: &str| {
                if !text.is_empty() {
                    bearers.add(&(id.kind, text), id);
                }
            };
            add(&mut links.names, &name);
            let of_record = match record {
                Record::Contact(contact) => contact.mails.as_slice(),
                Record::Client(client) => client.mails.as_slice(),
                _ => &[],
            };
            for mail in of_record {
                add(&mut links.mails, &fold(&mail.value));
            }
        }
        links
    }

    /// The records of a kind that a cell names; `several` stands between more than one.
    pub(super) fn named(&self, kind: Kind, by: By, cell: &str, several: &str) -> Named {
        // A name may have in it what stands between names.
        let whole = self.one(kind, by, cell);
        if let Ok(id) = whole {
            return Named { found: vec![id], left: vec![] };
        }
        let parts: Vec<&str> = match (by, several) {
            (By::First | By::Id, "") => cell.split(';').collect(),
            (By::Name, "") => vec![cell],
            (_, mark) => cell.split(mark).collect(),
        };
        let mut named = Named::default();
        for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
            match self.one(kind, by, part) {
                Ok(id) if !named.found.contains(&id) => named.found.push(id),
                Ok(_) => {}
                Err(why) => named.left.push(why),
            }
        }
        named
    }

    /// The record of a kind that a text names, or why there is none.
    fn one(&self, kind: Kind, by: By, text: &str) -> Result<Ref, String> {
        let text = text.trim();
        if by != By::Name {
            let name = format!("{}{text}", self.source.prefix_of(kind));
            return self
                .ids
                .get(name.as_str())
                .copied()
                .ok_or_else(|| of_rows::no_id_there(crate::words::kind(kind), text));
        }
        let (name, inside) = match text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
            Some((name, inside)) if inside.contains(['@', '.', '/']) => (name.trim(), inside.trim()),
            _ => (text, ""),
        };
        let mail = [inside, text].into_iter().find(|part| part.contains('@'));
        let by_mail = mail.map_or(Bearer::Nobody, |mail| self.mails.get(&(kind, fold(mail).as_str())));
        if let Bearer::One(id) = by_mail {
            return Ok(id);
        }
        match (self.names.get(&(kind, fold(name).as_str())), by_mail) {
            (Bearer::One(id), _) => Ok(id),
            (Bearer::Several, _) => Err(of_rows::several_called(crate::words::kinds(kind), name)),
            (Bearer::Nobody, Bearer::Several) => {
                Err(of_rows::several_have(crate::words::kinds(kind), mail.unwrap_or(text)))
            }
            _ => Err(of_rows::none_called(crate::words::kind(kind), name)),
        }
    }

    /// The client that a person of the book works for.
    pub(super) fn client_of(&self, person: Ref) -> Option<Ref> {
        let contact = self.book.get(person).and_then(Contact::of)?;
        contact.client.0.map(Ref::from)
    }

    /// Whether a person of the book is one of our own.
    pub(super) fn is_colleague(&self, person: Ref) -> bool {
        self.book.get(person).and_then(Contact::of).is_some_and(Contact::is_colleague)
    }
}
