//! Who held something, and for how long.

use super::dates;
use super::message::messages;
use super::short_name;
use crate::domain::derive::{client_of, hands};
use crate::domain::{Book, Holder, Record};
use chrono::NaiveDate;

messages! {
    /// Our side held it.
    with_us(days: &str): "{days} with us" => "{days} σε εμάς";
    /// Its client held it.
    with_client(days: &str): "{days} with the client" => "{days} στον πελάτη";
    /// Somebody held it.
    with(days: &str, name: &str): "{days} with {name}" => "{days}: {name}";
}

/// "9 days with Nikos (Design), 4 with the client": longest first.
pub fn held(book: &Book, record: &Record, today: NaiveDate) -> String {
    let own = client_of(book, record);
    let sums = hands::held_by(book, record, today);
    let words = sums.iter().enumerate().map(|(nth, (holder, days))| {
        let days = if nth == 0 { dates::days(*days) } else { days.to_string() };
        match holder {
            Holder::Client(client) if Some(*client) == own => with_client(&days),
            Holder::Us => with_us(&days),
            _ => with(&days, &short_name(book, holder)),
        }
    });
    words.collect::<Vec<_>>().join(", ")
}
