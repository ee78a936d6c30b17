//! Words for people, made of facts at the edge of the program. One file for each part of it.

mod actions;
pub mod agreements;
pub mod cadence;
pub mod changes;
mod dates;
pub mod health;
pub mod load;
pub mod month;
pub mod today;
pub mod waiting;

pub use actions::action;
