//! Who in the book somebody is that a calendar or a mail names: by an address, else by a full name that one person bears.

use crate::domain::text::fold;
use crate::domain::{Book, ClientId, Contact, ContactId, Kind, KindId, Record, Ref};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The shortest name that a title is searched for, in characters: shorter ones are words of their own.
const SHORTEST: usize = 4;

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// One of our own people, or a shared address of theirs.
    Ours(Option<ContactId>),
    /// A person of a client, or of nobody yet.
    Theirs(ContactId),
    /// A client: a shared address, or one that several of its people have.
    Client(ClientId),
    /// Several have that in common.
    Several(Vec<String>),
    /// Nobody in the book.
    Nobody,
}

/// The people of a book by what they are called in calendars and mails.
pub(super) struct People<'a> {
    book: &'a Book,
    mails: HashMap<String, BTreeSet<Ref>>,
    names: HashMap<String, BTreeSet<Ref>>,
    /// Names of clients, as words with a blank before and behind.
    clients: Vec<(String, ClientId)>,
    me: HashSet<String>,
}

impl<'a> People<'a> {
    /// The people of a book; `me` are the addresses of whoever keeps it.
    pub(super) fn of(book: &'a Book, me: &[String]) -> Self {
        let mut out = Self {
            book,
            mails: HashMap::new(),
            names: HashMap::new(),
            clients: vec![],
            me: me.iter().map(|mail| fold(mail.trim())).collect(),
        };
        for record in
            [Kind::Contact, Kind::Client, Kind::Department].into_iter().flat_map(|kind| book.all(kind))
        {
            let (mails, name): (Vec<&str>, _) = match record {
                Record::Contact(c) => (c.mails.iter().map(|m| m.value.as_str()).collect(), c.shown_name()),
                Record::Client(c) => {
                    let words = words(&c.name);
                    if words.trim().chars().count() >= SHORTEST {
                        out.clients.push((words, c.id));
                    }
                    (c.mails.iter().map(|m| m.value.as_str()).collect(), String::new())
                }
                Record::Department(d) => (vec![d.mail.as_str()], String::new()),
                _ => continue,
            };
            for mail in mails.into_iter().filter(|mail| !mail.is_empty()) {
                out.mails.entry(fold(mail)).or_default().insert(record.id());
            }
            // One word is a first name: many bear it.
            if name.contains(' ') {
                out.names.entry(fold(&name)).or_default().insert(record.id());
            }
        }
        out
    }

    /// Who reads this address.
    pub(super) fn of_mail(&self, mail: &str) -> Who {
        let mail = fold(mail.trim());
        if self.me.contains(&mail) {
            return Who::Ours(None);
        }
        self.mails.get(&mail).map_or(Who::Nobody, |all| self.one_of(all))
    }

    /// Who is called so.
    pub(super) fn of_name(&self, name: &str) -> Who {
        self.names.get(&fold(name.trim())).map_or(Who::Nobody, |all| self.one_of(all))
    }

    fn one_of(&self, all: &BTreeSet<Ref>) -> Who {
        let contacts: Vec<&Contact> =
            all.iter().filter_map(|id| self.book.get(*id)).filter_map(Contact::of).collect();
        let homes: BTreeSet<Option<Ref>> = match &contacts[..] {
            [] => all.iter().copied().map(Some).collect(),
            people => people.iter().map(|c| c.home()).collect(),
        };
        let home = homes.first().copied().flatten().filter(|_| homes.len() == 1);
        match (&contacts[..], home.map(|home| (home.kind, home))) {
            ([one], Some((Kind::Department, _))) => Who::Ours(Some(one.id)),
            (_, Some((Kind::Department, _))) => Who::Ours(None),
            ([one], _) => Who::Theirs(one.id),
            (_, Some((Kind::Client, client))) => Who::Client(ClientId::from_uuid(client.id)),
            _ => Who::Several(all.iter().map(|id| self.book.title(*id)).collect()),
        }
    }

    /// The one client that a title names in full; `None` when it names none, or several.
    pub(super) fn client_named_in(&self, title: &str) -> Option<ClientId> {
        let title = words(title);
        let mut found: Vec<&(String, ClientId)> =
            self.clients.iter().filter(|(name, _)| title.contains(name.as_str())).collect();
        // Of "Aegean" and "Aegean Foods" the longer one is meant.
        let all = found.clone();
        found.retain(|(name, id)| {
            !all.iter()
                .any(|(other, of)| of != id && other.len() > name.len() && other.contains(name.as_str()))
        });
        match found[..] {
            [(_, id)] => Some(*id),
            _ => None,
        }
    }
}

/// Folded words with a blank between, before and behind.
fn words(text: &str) -> String {
    let folded = fold(text);
    let each = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    format!(" {} ", each.collect::<Vec<_>>().join(" "))
}
