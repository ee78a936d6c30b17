//! Two records that stand for one and the same become one: field by field, with everything that hangs on either. Nothing is
//! lost: what is not taken stays as a further entry, and the one that goes is whole in the change, so that undo brings it back.

mod join;
mod links;
mod plan;
mod result;

pub use join::{same_way, with_words};
pub use links::{Became, brought_up, formers, now_known_as};
pub use plan::{Plan, Row, Side, Take, Why, WhyStays};
pub use result::told_apart;

use super::ValidationError;

/// Why two records cannot become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// They are one already.
    Same,
    /// One of them is not in the book, or lies in the bin.
    Gone,
    /// They are of two kinds, or of one that is not merged.
    Kinds,
    /// Both have something that a later version wrote, and not the same.
    Later,
    /// One of them was changed since they were put side by side.
    Changed,
    /// What comes of it would not be right.
    Wrong(ValidationError),
}
