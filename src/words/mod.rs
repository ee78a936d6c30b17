//! Words for people, made of facts at the edge of the program. One file for each part of it.

mod actions;

pub use actions::action;
