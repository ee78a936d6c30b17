//! Changes to the book: each is applied at once, named for people, and asked to be saved.

mod bin;
mod captured;
mod complete;
mod forms;
mod handoff;
mod playbooks;
mod reminder;
mod renewal;
mod reschedule;
mod ticks;
mod unsaved;

pub use forms::date_field;

use crate::app::{Effect, Model};
use crate::domain::{Change, Edit};

impl Model {
    /// Takes a change into the book and asks for it to be saved.
    pub(in crate::app) fn commit(&mut self, change: Change) -> Vec<Effect> {
        if change.edits.is_empty() {
            return vec![];
        }
        self.data.book.apply(&change);
        self.touch();
        self.data.touched.extend(change.edits.iter().filter_map(Edit::id));
        if self.session.saving.push(change.clone()) { vec![Effect::Save(Box::new(change))] } else { vec![] }
    }

    /// Takes back or does again, in the order in which everything is written.
    pub(in crate::app) fn move_along(&mut self, effect: Effect) -> Vec<Effect> {
        self.session.moving += 1;
        vec![effect]
    }
}
