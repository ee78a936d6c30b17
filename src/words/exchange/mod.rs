//! What is said of files from elsewhere: what is in them, what was not taken, and what is to be looked at.

pub mod of_cards;
pub mod of_rows;
pub mod of_tables;
pub mod of_templates;

use super::kinds;
use crate::domain::Kind;

/// What a file is of, for people: the names of programs stay as they are.
pub fn source(name: &'static str) -> &'static str {
    match name {
        "Mail" => of_cards::mail(),
        "Calendar" => of_cards::calendar(),
        _ => Kind::from_name(name).map_or(name, kinds),
    }
}
