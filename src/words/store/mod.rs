//! What the store says.

pub mod at_opening;
pub mod of_check;
pub mod of_erasing;
pub mod of_medium;
pub mod of_whole;
