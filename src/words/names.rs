//! What somebody or something is called in a sentence.

use super::message::messages;
use super::{Of, kind, label};
use crate::domain::{Book, Contact, ContactId, Holder, Kind, Record, Ref};

/// How many names are told where several fit.
const TOLD: usize = 4;

messages! {
    /// Called by what is gone for good.
    gone(of: Kind) = format!("(a {of} that is gone)") => format!("({}: δεν υπάρχει πια)", kind(of));
    /// Called by what has no name.
    nameless(of: Kind) = format!("({of} without a name)") => format!("({} χωρίς όνομα)", kind(of));
    /// Who holds what is one's own.
    us: "us" => "εμείς";
    /// Somebody outside the book whose name nobody knows.
    somebody: "somebody" => "κάποιος";
    /// Behind the first few names of many.
    and_more(more: usize): " and {more} more" => " και άλλοι {more}";
}

impl Book {
    /// What a record is called, for people: one that has no name or is gone is told as that. Records named after others
    /// are told by them.
    pub fn title(&self, id: impl Into<Ref>) -> String {
        let id = id.into();
        self.get_with_deleted(id).map_or_else(|| gone(id.kind), |record| self.title_of(record))
    }

    /// What a record is called, whether it is in the book yet or not.
    pub fn title_of(&self, record: &Record) -> String {
        if let Some((field, nobody)) = record.named_after() {
            let named = field.read(record).refs().first().map(|id| self.title(*id));
            return named.unwrap_or_else(|| label(Of::Nobody, nobody).to_owned());
        }
        Some(record.title()).filter(|t| !t.is_empty()).unwrap_or_else(|| nameless(record.kind()))
    }
}

/// The name of whoever holds the ball: "us", "Nikos Andreou", "Aegean Foods", "somebody".
pub fn holder(holder: &Holder, names: &dyn Fn(Ref) -> String) -> String {
    match holder {
        Holder::Us => us().into(),
        Holder::Person(id) => names((*id).into()),
        Holder::Client(id) => names((*id).into()),
        Holder::Department(id) => names((*id).into()),
        Holder::Other(name) if name.is_empty() => somebody().into(),
        Holder::Other(name) => name.clone(),
    }
}

/// A name, with whom a person works for and whose a project is: "Maria Papadaki (Aegean Foods)".
pub fn full_name(book: &Book, id: Ref) -> String {
    let name = book.title(id);
    match book.get(id) {
        Some(Record::Contact(c)) => with_home(book, c, name),
        Some(Record::Project(p)) => match p.client.0.filter(|client| book.get(*client).is_some()) {
            Some(client) => format!("{name} ({})", book.title(client)),
            None => name,
        },
        _ => name,
    }
}

/// "Maria Papadaki (Aegean Foods), Petros Lekkas and 3 more", by the alphabet.
pub(super) fn names(book: &Book, ids: &[Ref]) -> String {
    let mut names: Vec<String> = ids.iter().map(|id| full_name(book, *id)).collect();
    names.sort_by_cached_key(|name| super::order::name(name));
    let more = names.len().saturating_sub(TOLD);
    names.truncate(TOLD);
    let rest = if more > 0 { and_more(more) } else { String::new() };
    format!("{}{rest}", names.join(", "))
}

/// "us", "Nikos Andreou (Design)", "Aegean Foods", "Design", or the name of somebody outside the book.
pub fn holder_name(book: &Book, holder: &Holder) -> String {
    named(book, holder, false)
}

/// As [`holder_name`], people by their first name: "Nikos (Design)".
pub fn short_name(book: &Book, holder: &Holder) -> String {
    named(book, holder, true)
}

fn named(book: &Book, holder: &Holder, short: bool) -> String {
    match holder {
        Holder::Person(id) => person_name(book, *id, short),
        other => self::holder(other, &|id| book.title(id)),
    }
}

fn person_name(book: &Book, id: ContactId, short: bool) -> String {
    let Some(contact) = book.contact(id) else { return book.title(id) };
    let name =
        if short && !contact.first_name.is_empty() { contact.first_name.clone() } else { book.title(id) };
    with_home(book, contact, name)
}

/// "Nikos (Design)": a name somebody is called by, and what they belong to.
fn with_home(book: &Book, contact: &Contact, name: String) -> String {
    match contact.home() {
        Some(home) => format!("{name} ({})", book.title(home)),
        None => name,
    }
}
