//! The words of the trade and their rules. Pure: no clock, no disk, no terminal.

mod book;
pub mod brief;
pub mod capture;
mod change;
mod choice;
pub mod derive;
mod field;
mod ids;
pub mod json;
mod kind;
mod moment;
mod money;
pub mod parse;
pub mod playbook;
mod record;
pub mod records;
mod repeat;
pub mod text;
mod tone;
mod validation;
mod value;
pub mod when;

pub use book::Book;
pub use change::{Action, Change, Clock, Edit, Role, Stamp, Verb};
pub use choice::{Choice, choice_code};
pub use field::{Field, Head, Home, Type, Visibility, Who};
pub use ids::{IdGenerator, Ref};
pub use kind::*;
pub use moment::{Birthday, Moment, Span, Unit, is_workday};
pub use money::Money;
pub use records::*;
pub use repeat::Repeat;
pub use tone::Tone;
pub use validation::ValidationError;
pub use value::{Check, Hand, Holder, Labelled, Nudge, Value};
