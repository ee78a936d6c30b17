//! Who in the book a card is about: by its id, else by a name together with something that nobody shares by chance. A name
//! alone is never enough, nor an address alone: two people share either.

use crate::domain::merge::formers;
use crate::domain::reach::ways;
use crate::domain::text::fold;
use crate::domain::{Book, ClientId, Contact, Department, DepartmentId, Kind, KindId, Record, Ref};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What names of cards begin with among the ids of other systems.
pub(super) const PREFIX: &str = "vcard:";

/// The record a card is about.
pub(super) enum Found {
    /// This one.
    One(Ref),
    /// None.
    Nobody,
    /// One of these, and nothing tells which.
    Several(Vec<Ref>),
}

/// The people and clients of a book, and those that the file brought so far, by what they are known by.
#[derive(Default)]
pub(super) struct Finder {
    /// By UID; some programs give a person and a firm the same.
    ids: HashMap<(Kind, String), Ref>,
    /// By name and mail address, name and telephone number.
    pairs: HashMap<String, BTreeSet<Ref>>,
    /// By name and client, or by a name with nothing beside it.
    homes: HashMap<String, BTreeSet<Ref>>,
    /// Those who have an id of a card.
    carded: HashSet<Ref>,
    /// Those whom a card of this file was about that has an id of its own: another with another id is of somebody else.
    claimed: HashSet<Ref>,
    mails: HashMap<String, BTreeSet<Ref>>,
    names: HashMap<String, BTreeSet<Ref>>,
    clients: HashMap<String, BTreeSet<Ref>>,
    departments: HashMap<String, DepartmentId>,
    /// Where mail of our own people goes, and of no client.
    domains: HashSet<String>,
}

impl Finder {
    pub(super) fn of(book: &Book) -> Self {
        let mut out = Self::default();
        // What lies in the bin is known as well: it stays there, and is not brought in a second time.
        book.everything().for_each(|record| out.learn(record));
        for department in book.all(Kind::Department).filter_map(Department::of) {
            out.departments.insert(fold(&department.name), department.id);
        }
        let mut theirs = HashSet::new();
        for record in book.all(Kind::Contact).chain(book.all(Kind::Client)).chain(book.all(Kind::Department))
        {
            let into = match record {
                Record::Contact(contact) if contact.is_colleague() => &mut out.domains,
                // Who belongs to nobody yet says nothing about whose the place is.
                Record::Contact(contact) if contact.home().is_none() => continue,
                Record::Department(_) => &mut out.domains,
                _ => &mut theirs,
            };
            into.extend(ways(record).into_iter().filter_map(|way| domain(&way.text)));
        }
        out.domains.retain(|domain| !theirs.contains(domain));
        out
    }

    /// Notes that a card with an id of its own is about this record.
    pub(super) fn claim(&mut self, id: Ref) {
        self.claimed.insert(id);
    }

    /// Takes a record in by what it is known by.
    pub(super) fn learn(&mut self, record: &Record) {
        let id = record.id();
        let external = match record {
            Record::Contact(contact) => {
                for pair in pairs(contact) {
                    self.pairs.entry(pair).or_default().insert(id);
                }
                self.homes.entry(home(contact)).or_default().insert(id);
                for mail in &contact.mails {
                    self.mails.entry(fold(&mail.value)).or_default().insert(id);
                }
                self.names.entry(fold(&contact.shown_name())).or_default().insert(id);
                &contact.external
            }
            Record::Client(client) => {
                self.clients.entry(fold(&client.name)).or_default().insert(id);
                &client.external
            }
            _ => return,
        };
        for known in formers(record).into_iter().chain([id]) {
            self.ids.insert((id.kind, known.id.to_string()), id);
        }
        for uid in external.iter().filter_map(|e| e.strip_prefix(PREFIX)) {
            self.ids.insert((id.kind, plain_uid(uid).to_owned()), id);
            self.carded.insert(id);
        }
    }

    /// Whom a card is about that says this; `uid` is its own id, where it has one.
    pub(super) fn find(&self, uid: Option<&str>, fresh: &Record) -> Found {
        let by_id = |uid: &str| self.of_uid(fresh.kind(), uid);
        if let Some(id) = uid.and_then(by_id).or_else(|| by_id(&format!("~{}", words(fresh)))) {
            return Found::One(id);
        }
        let Record::Contact(contact) = fresh else {
            return found(self.clients.get(&fold(&fresh.title())).into_iter().flatten().copied().collect());
        };
        let free = |id: &Ref| uid.is_none() || !self.claimed.contains(id);
        let known = pairs(contact);
        let sure = known.iter().filter_map(|pair| self.pairs.get(pair)).flatten().copied().filter(free);
        let sure: BTreeSet<Ref> = sure.collect();
        if !sure.is_empty() {
            return found(sure);
        }
        // Two cards that each have an id of their own are not about one person because of a name and a firm.
        let may_be = |id: &Ref| uid.is_none() || !self.carded.contains(id);
        found(self.homes.get(&home(contact)).into_iter().flatten().copied().filter(may_be).collect())
    }

    /// The record of a kind that bears this id, as a member of a group is told by it.
    pub(super) fn of_uid(&self, kind: Kind, uid: &str) -> Option<Ref> {
        self.ids.get(&(kind, plain_uid(uid).to_owned())).copied()
    }

    /// Others that a new person might be: of the same name, or with one of the addresses.
    pub(super) fn alike(&self, contact: &Contact) -> (Option<Ref>, Option<(String, Ref)>) {
        let first = |set: Option<&BTreeSet<Ref>>| set.and_then(|set| set.iter().next().copied());
        let name = first(self.names.get(&fold(&contact.shown_name())));
        let mail = |value: &String| Some((value.clone(), first(self.mails.get(&fold(value)))?));
        (name, contact.mails.iter().map(|mail| &mail.value).find_map(mail))
    }

    /// The clients of this name.
    pub(super) fn clients(&self, name: &str) -> Vec<ClientId> {
        let of = |r: &Ref| ClientId::from_uuid(r.id);
        self.clients.get(&fold(name)).into_iter().flatten().map(of).collect()
    }

    /// The department of our own that somebody works in: it is called so, and either no firm is named, or the person has an
    /// address where only our own people have theirs.
    pub(super) fn department(&self, org: &str, unit: &str, contact: &Contact) -> Option<DepartmentId> {
        let department = self.departments.get(&fold(unit)).copied()?;
        Some(department).filter(|_| org.is_empty() || self.clients(org).is_empty() && self.is_ours(contact))
    }

    /// Whether somebody has an address where only our own people have theirs.
    pub(super) fn is_ours(&self, contact: &Contact) -> bool {
        let ours = |mail: &str| domain(mail).is_some_and(|domain| self.domains.contains(&domain));
        contact.mails.iter().any(|mail| ours(&mail.value))
    }
}

fn domain(mail: &str) -> Option<String> {
    mail.split_once('@').map(|(_, domain)| fold(domain))
}

fn found(all: BTreeSet<Ref>) -> Found {
    let all: Vec<Ref> = all.into_iter().collect();
    match all[..] {
        [] => Found::Nobody,
        [one] => Found::One(one),
        _ => Found::Several(all),
    }
}

/// What somebody is surely known by: the name with each address and each number.
fn pairs(contact: &Contact) -> Vec<String> {
    let name = fold(&contact.shown_name());
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let mails = contact.mails.iter().map(|mail| fold(&mail.value));
    let phones = contact.phones.iter().map(|phone| digits(&phone.value));
    mails.chain(phones).map(|with| format!("{name}\n{with}")).collect()
}

/// The name with the client; with nothing where somebody has none.
fn home(contact: &Contact) -> String {
    let client = contact.client.0.map(|id| id.uuid().to_string()).unwrap_or_default();
    format!("{}\n{client}", fold(&contact.shown_name()))
}

/// What a card without an id is called among the ids of other systems.
pub(super) fn words(record: &Record) -> String {
    let with = match record {
        Record::Contact(contact) => {
            contact.mails.first().or(contact.phones.first()).map(|one| one.value.as_str())
        }
        _ => None,
    };
    format!("{} {}", fold(&record.title()), fold(with.unwrap_or_default())).trim().to_owned()
}

/// An id without what says that it is one of a general sort.
pub(super) fn plain_uid(uid: &str) -> &str {
    let at = "urn:uuid:".len();
    let is_urn = uid.get(..at).is_some_and(|head| head.eq_ignore_ascii_case("urn:uuid:"));
    if is_urn { uid.get(at..).unwrap_or_default().trim() } else { uid.trim() }
}
