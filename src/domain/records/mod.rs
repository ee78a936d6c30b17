//! The kinds, a file each, or one for those that belong together: their fields and the rules that need more than one of
//! them.

mod agreement;
mod calendar;
mod client;
mod contact;
mod department;
mod interaction;
mod playbook;
mod project;
mod request;
mod task;

pub use super::ids::KindId;
pub use super::value::{Link, Links};
pub use agreement::*;
pub use calendar::*;
pub use client::*;
pub use contact::*;
pub use department::*;
pub use interaction::*;
pub use playbook::*;
pub use project::*;
pub use request::*;
pub use task::*;

use super::ValidationError;
use chrono::NaiveDate;

/// The complaint when `last` lies before `first`.
fn in_order(
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
    field: &'static str,
    words: &str,
) -> Option<ValidationError> {
    (first? > last?).then(|| ValidationError::new(words).at(field))
}
