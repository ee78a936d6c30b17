//! What two records have in common that are likely the same.

use super::message::messages;
use crate::domain::derive::alike::{Pair, Sign};
use crate::domain::{Book, Record, Ref};

messages! {
    /// How many more are like it.
    more(others: usize): ", {others} more" => ", {others} ακόμη";
    /// What one is like, and why.
    like_it(name: &str, why: &str, more: &str): "like {name}: {why}{more}" => "μοιάζει με {name}: {why}{more}";
    /// Two have this in common.
    same_tax_id: "same tax id" => "ίδιο ΑΦΜ";
    /// Two have this in common.
    same_mail: "same mail" => "ίδιο e-mail";
    /// Two have this in common.
    same_name: "same name" => "ίδιο όνομα";
    /// Two have this in common.
    similar_name: "similar name" => "παρόμοιο όνομα";
    /// Two have this in common.
    same_in_letters: "same name in other letters" => "ίδιο όνομα με άλλα γράμματα";
    /// Two have this in common.
    same_phone: "same phone" => "ίδιο τηλέφωνο";
    /// Two have this in common.
    same_domain: "same domain" => "ίδιος τομέας";
}

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
    let more = if others == 0 { String::new() } else { more(others) };
    let why = pair.signs.iter().map(short).collect::<Vec<_>>().join(", ");
    like_it(&told(book, pair.beside(written)), &why, &more)
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
fn short(sign: &Sign) -> &'static str {
    match sign {
        Sign::TaxId(_) => same_tax_id(),
        Sign::Mail(_) => same_mail(),
        Sign::Name => same_name(),
        Sign::NameButForm => similar_name(),
        Sign::NameInLetters => same_in_letters(),
        Sign::Phone(_) => same_phone(),
        Sign::Domain(_) => same_domain(),
    }
}
