//! The line of undo, derived from the roles of the changes in the journal.

use super::Done;
use crate::domain::{Action, Change, Moment, Role};
use std::collections::VecDeque;

/// How many changes back undo goes.
const LONGEST: usize = 1_000;

/// What can be taken back, and what was taken back and can be done again. Both hold the numbers of the changes that
/// were new work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoStack {
    undo: VecDeque<Done>,
    redo: Vec<Done>,
}

impl UndoStack {
    /// Takes in the next change of the journal.
    pub fn note(&mut self, seq: u64, role: Role, action: &Action, at: Moment) {
        match role {
            Role::Do => {
                self.redo.clear();
                self.push(Done { seq, action: action.clone(), at });
            }
            Role::Undo(of) => {
                if self.undo.back().is_some_and(|done| done.seq == of) {
                    self.redo.extend(self.undo.pop_back());
                }
            }
            Role::Redo(of) => {
                if let Some(done) = self.redo.pop_if(|done| done.seq == of) {
                    self.push(done);
                }
            }
        }
    }

    fn push(&mut self, done: Done) {
        if self.undo.len() == LONGEST {
            self.undo.pop_front();
        }
        self.undo.push_back(done);
    }

    /// Forgets changes that the journal has no more, up to this number.
    pub fn forget(&mut self, up_to: u64) {
        self.undo.retain(|done| done.seq > up_to);
        self.redo.retain(|done| done.seq > up_to);
    }

    /// The change that undo would take back.
    pub fn undo(&self) -> Option<&Done> {
        self.undo.back()
    }

    /// The change that redo would do again.
    pub fn redo(&self) -> Option<&Done> {
        self.redo.last()
    }

    /// The change that the next undo (`back`) or redo is about.
    pub fn next(&self, back: bool) -> Option<&Done> {
        if back { self.undo() } else { self.redo() }
    }
}

/// The change that takes back change `seq`, or does it again.
pub fn step(of: Change, seq: u64, back: bool, now: Moment) -> Change {
    if back { of.inverse(now, Role::Undo(seq)) } else { Change { at: now, role: Role::Redo(seq), ..of } }
}
