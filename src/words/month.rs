//! Why something falls on a day.

use crate::domain::derive::month::Sort;

/// "promised", "notice".
pub const fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Promise => "promised",
        Sort::Notice => "notice",
        Sort::Due => "due",
        Sort::Meeting => "meeting",
        Sort::Absence => "away",
        Sort::Birthday => "birthday",
    }
}
