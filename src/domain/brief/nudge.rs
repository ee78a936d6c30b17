//! The nudge: whoever holds something, and all that lies with them, grouped by client, the oldest first.

use crate::domain::derive::hands::Party;
use crate::domain::{
    Book, ClientId, Contact, ContactId, Holder, Labelled, Moment, Record, Ref, derive, parse, text::fold,
};
use chrono::NaiveDate;

/// A language there are templates for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, when nothing else is known.
    #[default]
    English,
    /// Greek.
    Greek,
}

impl Language {
    /// The language somebody likes, when there is a template in it; else English.
    pub fn of(contact: &Contact) -> Self {
        Self::of_word(&contact.language)
    }

    /// Its code (ISO 639-1).
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Greek => "el",
        }
    }

    /// The language of a word for it, "el" or "Greek", when there is a template in it; else English.
    pub fn of_word(word: &str) -> Self {
        let word = fold(word.trim());
        let code = word.split(['-', '_']).next().unwrap_or_default();
        if matches!(code, "el" | "gr" | "greek" | "ελληνικα") { Self::Greek } else { Self::English }
    }
}

/// A reminder: to whom, of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nudge {
    /// Who is written to, by name.
    pub name: String,
    /// The person among them, who is greeted by name.
    pub first: Option<String>,
    /// The address; empty when none is known.
    pub to: String,
    /// Of our own company: they work for several clients, and are told which it is about.
    pub inside: bool,
    /// The language they like.
    pub language: Language,
    /// What lies with them, the client with the oldest first.
    pub groups: Vec<Group>,
}

impl Nudge {
    /// Every record it lists.
    pub fn about(&self) -> impl Iterator<Item = Ref> {
        self.groups.iter().flat_map(|group| &group.items).map(|item| item.target)
    }
}

/// What lies with somebody for one client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The client; nothing for what is of none.
    pub client: Option<ClientId>,
    /// What it is, the oldest first.
    pub items: Vec<Item>,
}

/// One thing that lies with somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which one.
    pub target: Ref,
    /// Its number, where it has one.
    pub number: Option<u32>,
    /// Its title.
    pub title: String,
    /// Since when it lies with them.
    pub since: NaiveDate,
    /// The day on which it is due from them.
    pub by: Option<NaiveDate>,
}

/// Who is written to.
struct Recipient {
    name: String,
    first: Option<String>,
    to: String,
    inside: bool,
    language: Language,
}

/// The reminder to `holder` of everything that lies with them at `now`; `None` when nothing does. What lies with a
/// department is asked of its head, together with what the head holds, else of the mailbox they share, also while the head
/// is away.
pub fn nudge(book: &Book, holder: &Holder, now: Moment) -> Option<Nudge> {
    let today = now.date();
    let (holder, recipient) = recipient(book, holder, today)?;
    let groups = grouped(items(book, &holder, today));
    let Recipient { name, first, to, inside, language } = recipient;
    (!groups.is_empty()).then_some(Nudge { name, first, to, inside, language, groups })
}

fn first_mail(mails: &[Labelled]) -> String {
    mails.first().map(|m| m.value.clone()).unwrap_or_default()
}

/// Who is written to about what a holder has, and whose hands that message is about.
fn recipient(book: &Book, holder: &Holder, today: NaiveDate) -> Option<(Holder, Recipient)> {
    let nobody = |name: String, to: String, inside: bool| Recipient {
        name,
        first: None,
        to,
        inside,
        language: Language::English,
    };
    let found = match holder {
        Holder::Us => return None,
        Holder::Person(id) => person(book, *id)?,
        Holder::Department(id) => {
            let department = book.department(*id)?;
            // Whoever is away reads no mail; the others of the department do.
            let is_there = |id: &ContactId| derive::load::absence_on(book, *id, today).is_none();
            let lead = department.lead.0.filter(|id| department.mail.is_empty() || is_there(id));
            if let Some((lead, mut who)) = lead.and_then(|id| Some((id, person(book, id)?))) {
                if who.to.is_empty() {
                    who.to.clone_from(&department.mail);
                }
                return Some((Holder::Person(lead), who));
            }
            nobody(department.name.clone(), department.mail.clone(), true)
        }
        Holder::Client(id) => {
            let client = book.client(*id)?;
            let language = client.languages.first().map(|word| Language::of_word(word)).unwrap_or_default();
            Recipient { language, ..nobody(client.name.clone(), first_mail(&client.mails), false) }
        }
        Holder::Other(_) => nobody(parse::holder_name(holder, &|id| book.name(id)), String::new(), false),
    };
    Some((holder.clone(), found))
}

fn person(book: &Book, id: ContactId) -> Option<Recipient> {
    let contact = book.contact(id)?;
    let name = contact.shown_name();
    let first = if contact.first_name.is_empty() { name.clone() } else { contact.first_name.clone() };
    Some(Recipient {
        name,
        first: Some(first),
        to: first_mail(&contact.mails),
        inside: contact.is_colleague(),
        language: Language::of(contact),
    })
}

/// Everything that lies with somebody, and with the departments they lead; of which client each is.
fn items(book: &Book, holder: &Holder, today: NaiveDate) -> Vec<(Option<ClientId>, Item)> {
    let is_theirs = |hand: &Holder| match (hand, holder) {
        (Holder::Department(id), Holder::Person(lead)) => {
            book.department(*id).is_some_and(|d| d.lead.0 == Some(*lead))
        }
        _ => hand == holder,
    };
    // Nobody is reminded of what may not begin yet.
    let asked = |r: &Record| {
        let (hand, from) = derive::waiting::asked_of(book, r, today)?;
        let item = || (derive::client_of(book, r), item(book, r, &hand.holder, from));
        is_theirs(&hand.holder).then(item)
    };
    derive::waiting::HELD.iter().flat_map(|kind| book.all(*kind)).filter_map(asked).collect()
}

fn item(book: &Book, record: &Record, holder: &Holder, since: NaiveDate) -> Item {
    // What we promised a client is ours to do: only our own people are asked for it by that day.
    let inside = matches!(derive::hands::party(book, holder), Party::Department(_));
    let by = match record {
        Record::Request(r) => r.promised.filter(|_| inside),
        Record::Task(t) if inside => t.due,
        Record::Task(t) => derive::waiting::own_due(t, holder),
        _ => None,
    };
    Item { target: record.id(), number: record.number(), title: record.title(), since, by }
}

/// By client, the client with the oldest first; within it the oldest first.
fn grouped(mut items: Vec<(Option<ClientId>, Item)>) -> Vec<Group> {
    let order = |item: &Item| (item.since, item.number.is_none(), item.number, item.title.clone());
    items.sort_by_cached_key(|(_, item)| order(item));
    let mut out: Vec<Group> = vec![];
    for (client, item) in items {
        match out.iter_mut().find(|group| group.client == client) {
            Some(group) => group.items.push(item),
            None => out.push(Group { client, items: vec![item] }),
        }
    }
    out
}
