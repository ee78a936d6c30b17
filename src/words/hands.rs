//! Who held something, and for how long.

use super::dates;
use super::short_name;
use crate::domain::derive::{client_of, hands};
use crate::domain::{Book, Holder, Record};
use chrono::NaiveDate;

/// "9 days with Nikos (Design), 4 with the client": longest first.
pub fn held(book: &Book, record: &Record, today: NaiveDate) -> String {
    let own = client_of(book, record);
    let name = |holder: &Holder| match holder {
        Holder::Client(client) if Some(*client) == own => "the client".to_owned(),
        _ => short_name(book, holder),
    };
    let sums = hands::held_by(book, record, today);
    let words = sums.iter().enumerate().map(|(nth, (holder, days))| {
        let days = if nth == 0 { dates::days(*days) } else { days.to_string() };
        format!("{days} with {}", name(holder))
    });
    words.collect::<Vec<_>>().join(", ")
}
