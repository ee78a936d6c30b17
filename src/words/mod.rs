//! Words for people, made of facts at the edge of the program. One file for each part of it.

mod actions;
pub mod agreements;
pub mod alike;
pub mod brief;
pub mod budget;
pub mod cadence;
pub mod capture;
pub mod changes;
mod dates;
pub mod hands;
pub mod health;
pub mod load;
pub mod merge;
pub mod month;
mod names;
pub mod nudge;
pub mod promises;
pub mod standing;
pub mod today;
pub mod waiting;

pub use actions::action;
pub use names::{full_name, holder_name, short_name};
