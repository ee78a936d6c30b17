//! Somebody's traces: what a person is known by, where they are named, and what is left of a record without them.
//!
//! A mention is sure where a text holds a full name, an address, a number or an id that nobody else in the book bears as
//! their own. Whatever only may be them (a first name alone, a name of two) is told apart: nobody guesses.

mod erasing;
mod find;
mod marks;
mod texts;
mod tokens;

pub use erasing::{Also, ERASED, Erasing, Mention};
pub use find::{Hit, addresses};
pub use marks::{Mark, Person};
pub use texts::names_itself;

#[cfg(test)]
mod tests;
