//! Why something falls on a day.

use super::message::messages;
use crate::domain::derive::month::Sort;

messages! {
    /// A promise.
    promised: "promised" => "υπόσχεση";
    /// The last day for notice of an agreement.
    notice: "notice" => "καταγγελία";
    /// What is to be done by then.
    due: "due" => "λήγει";
    /// A touch.
    meeting: "meeting" => "συνάντηση";
    /// Somebody is not there.
    away: "away" => "απουσία";
    /// Somebody was born on this day.
    birthday: "birthday" => "γενέθλια";
}

/// "promised", "notice".
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Promise => promised(),
        Sort::Notice => notice(),
        Sort::Due => due(),
        Sort::Meeting => meeting(),
        Sort::Absence => away(),
        Sort::Birthday => birthday(),
    }
}
