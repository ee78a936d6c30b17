//! What two records have in common that are likely the same.

use crate::domain::derive::alike::{Pair, Sign};
use crate::domain::{Book, Record, Ref};

/// What tells that two are the same: "same mail info@acme.example, similar name".
pub fn signs(pair: &Pair) -> String {
    let sign = |sign: &Sign| match sign {
        Sign::TaxId(value) | Sign::Mail(value) | Sign::Phone(value) | Sign::Domain(value) => {
            format!("{} {value}", short(sign))
        }
        Sign::Name | Sign::NameButForm | Sign::NameInLetters => short(sign).to_owned(),
    };
    pair.signs.iter().map(sign).collect::<Vec<_>>().join(", ")
}

/// What one that is being written is like: "like Acme Ltd (Athens): same mail, 2 more".
pub fn like(book: &Book, pair: &Pair, written: Ref, others: usize) -> String {
    let more = if others == 0 { String::new() } else { format!(", {others} more") };
    let why = pair.signs.iter().map(short).collect::<Vec<_>>().join(", ");
    format!("like {}: {why}{more}", told(book, pair.beside(written)))
}

/// A record with what tells it from others of its name: a client's town, a person's client or department.
pub fn told(book: &Book, id: Ref) -> String {
    let of = match book.get_with_deleted(id) {
        Some(Record::Client(client)) => client.city.clone(),
        Some(Record::Contact(contact)) => contact.home().map(|home| book.title(home)).unwrap_or_default(),
        _ => String::new(),
    };
    let name = book.title(id);
    if of.is_empty() { name } else { format!("{name} ({of})") }
}

/// What two have in common, in a word or two.
const fn short(sign: &Sign) -> &'static str {
    match sign {
        Sign::TaxId(_) => "same tax id",
        Sign::Mail(_) => "same mail",
        Sign::Name => "same name",
        Sign::NameButForm => "similar name",
        Sign::NameInLetters => "same name in other letters",
        Sign::Phone(_) => "same phone",
        Sign::Domain(_) => "same domain",
    }
}
