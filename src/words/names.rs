//! What somebody or something is called in a sentence.

use crate::domain::{Book, Contact, ContactId, Holder, Record, Ref, parse};

/// How many names are told where several fit.
const TOLD: usize = 4;

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
    names.sort();
    let more = names.len().saturating_sub(TOLD);
    names.truncate(TOLD);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
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
        other => parse::holder_name(other, &|id| book.title(id)),
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
