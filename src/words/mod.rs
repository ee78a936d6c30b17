//! Words for people, made of facts at the edge of the program. One file for each part of it, with both languages side by
//! side; Greek for the labels of tables stands in `el`.

mod actions;
pub mod agreements;
pub mod alike;
pub mod asked;
pub mod boxes;
pub mod brief;
pub mod budget;
pub mod cadence;
pub mod capture;
mod capture_line;
mod capture_said;
mod cases;
mod changed;
pub mod changes;
pub mod cli;
pub mod custom;
pub mod dates;
mod el;
pub mod exchange;
mod fault;
pub mod hands;
pub mod health;
pub mod importing;
mod label;
mod lang;
pub mod lists;
pub mod load;
pub mod merge;
mod message;
pub mod month;
mod names;
pub mod nudge;
mod of;
pub mod order;
pub mod outside;
pub mod pages;
pub mod pairs;
pub mod person;
pub mod promises;
pub mod refused;
pub mod reports;
pub mod said;
pub mod screen;
pub mod shell;
pub mod standing;
pub mod store;
pub mod today;
mod today_said;
pub mod value;
pub mod waiting;
pub mod work_pages;

pub use actions::action;
pub use cases::of_kind;
pub use fault::fault;
pub use label::{
    about, choice, choice_shown, chosen, counted, field, kind, kinds, label, other_label, pair, translated,
};
pub use lang::Lang;
pub use message::{plural, whole};
pub use names::{full_name, holder, holder_name, short_name};
pub use of::Of;
