//! What somebody or something is called in a sentence.

use crate::domain::derive::hands::with_home;
use crate::domain::{Book, Record, Ref};

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
