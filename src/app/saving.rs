//! Changes on their way to the medium. What is not saved stays here, in order, until it is or the person decides.

use crate::domain::Change;
use std::collections::VecDeque;

/// Changes that are not acknowledged yet.
#[derive(Clone, Debug, Default)]
pub struct Saving {
    /// In the order they were made; the first is being written.
    pub waiting: VecDeque<Change>,
    /// Why writing stopped, when it did.
    pub stuck: Option<String>,
}

impl Saving {
    /// Takes in a change; true when it can be written at once.
    pub fn push(&mut self, change: Change) -> bool {
        self.waiting.push_back(change);
        self.stuck.is_none()
    }

    /// The first change is on the medium.
    pub fn acknowledged(&mut self) {
        self.waiting.pop_front();
    }

    /// Tries again: what is to be written, in order.
    pub fn retry(&mut self) -> Vec<Change> {
        self.stuck = None;
        self.waiting.iter().cloned().collect()
    }
}
