//! Records as cards: what the book says, and the lines that came with them and still hold.

use super::super::lines::{Line, escape};
use super::find::PREFIX;
use super::said::{About, lines};
use super::{Version, facts};
use crate::domain::{Book, Record};

/// The people and clients among these records as a file of cards.
pub(super) fn write(book: &Book, records: &[&Record], version: Version) -> String {
    let mut out = String::new();
    for record in records {
        for line in card(book, record, version) {
            line.write(&mut out);
        }
    }
    out
}

/// The lines of one card; none for what is neither a person nor a client.
fn card(book: &Book, record: &Record, version: Version) -> Vec<Line> {
    let Some((about, facts)) = facts::of(book, record) else { return vec![] };
    let (kept, facts) = facts::still(record, about, facts);
    let mut body = lines(&facts, about);
    if about == About::Company {
        body.push(Line::new("KIND", "org"));
    }
    body.push(Line::new("UID", uid(record)));
    body.extend(kept);
    if version == Version::Three && !body.iter().any(|line| line.name == "N") {
        // Version 3.0 has no card without it.
        body.push(Line::new("N", ";;;;"));
    }
    // Names stand first, as old telephones expect them; what came with the card last.
    let rank = |line: &Line| match line.name.as_str() {
        "FN" => 0,
        "N" => 1,
        _ => 2,
    };
    body.sort_by_key(rank);
    let body = body.into_iter().map(|line| if version == Version::Three { line.of_three() } else { line });
    let number = if version == Version::Three { "3.0" } else { "4.0" };
    let head = [Line::new("BEGIN", "VCARD"), Line::new("VERSION", number)];
    head.into_iter().chain(body).chain([Line::new("END", "VCARD")]).collect()
}

/// The id that the record came with, where it is one, else its own.
fn uid(record: &Record) -> String {
    let external = match record {
        Record::Contact(contact) => contact.external.as_slice(),
        Record::Client(client) => client.external.as_slice(),
        _ => &[],
    };
    let of_card =
        external.iter().filter_map(|name| name.strip_prefix(PREFIX)).find(|uid| !uid.starts_with('~'));
    of_card.map_or_else(|| format!("urn:uuid:{}", record.id().id), escape)
}
