//! Greek for the labels of tables, by where they stand.

mod about;
mod commands;
mod desk;

use super::label::Table;

/// Every table of labels.
pub(super) fn tables() -> impl Iterator<Item = Table> {
    let all = [about::ABOUT, commands::COMMANDS, desk::DESK];
    all.into_iter().flatten().copied()
}
