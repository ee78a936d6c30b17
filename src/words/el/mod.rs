//! Greek for the labels of tables, by where they stand.

mod about;
mod call_arguments;
mod calls;
mod choices;
mod commands;
mod custom;
mod desk;
mod doing;
mod field_about;
mod fields;
mod importing;
mod people;

use super::of::Table;

/// Every table of labels.
pub(super) fn tables() -> impl Iterator<Item = Table> {
    let all = [
        about::ABOUT,
        call_arguments::CALL_ARGUMENTS,
        calls::CALLS,
        choices::RECORDS,
        commands::COMMANDS,
        custom::CUSTOM,
        desk::DESK,
        doing::DOING,
        field_about::FIELD_ABOUT,
        fields::FIELDS,
        importing::IMPORTING,
        people::PEOPLE,
    ];
    all.into_iter().chain(choices::CHOICES).flatten().copied()
}
