//! The line of undo, derived from the roles of the changes in the journal.

use super::Done;
use crate::domain::{Action, Change, Edit, Moment, Role, Verb};
use std::collections::{BTreeMap, VecDeque};

/// How many changes back undo goes.
const LONGEST: usize = 1_000;

/// A part of a change that lies in several entries of the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The number of its entry.
    pub seq: u64,
    /// Which of them it is, from 1, and how many there are.
    pub place: (u32, u32),
    /// What it is to the line of undo.
    pub role: Role,
    verb: Verb,
    at: Moment,
}

impl Part {
    /// What an entry is called that is part `place` of a change.
    pub fn action(of: Verb, (nth, all): (usize, usize), edits: &[Edit]) -> Action {
        let counts = Action::to_many(Verb::Part, edits.iter().filter_map(Edit::id));
        Action { name: format!("{nth}/{all}"), to: of.name().to_owned(), ..counts }
    }

    /// What an entry says of itself; `None` when it is no part.
    fn read(seq: u64, role: Role, action: &Action, at: Moment) -> Option<Self> {
        let (nth, all) = action.name.split_once('/').filter(|_| action.verb == Verb::Part)?;
        let place = (nth.parse().ok()?, all.parse().ok()?);
        Some(Self { seq, place, role, verb: Verb::from_name(&action.to)?, at })
    }

    /// Whether the entry `seq` is the last one of the change of which this is the last part before.
    fn ends_with(&self, seq: u64, role: Role, action: &Action, at: Moment) -> bool {
        let follows = self.place.0 + 1 == self.place.1 && self.seq + 1 == seq;
        follows && self.role == role && self.verb == action.verb && self.at == at
    }
}

/// What can be taken back, and what was taken back and can be done again. Both hold the numbers of the changes that
/// were new work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UndoStack {
    undo: VecDeque<Done>,
    redo: Vec<Done>,
    /// Parts of a change whose last entry did not come yet.
    open: Vec<Part>,
    /// Of changes in several entries the number of the first, by that of the last.
    firsts: BTreeMap<u64, u64>,
}

impl UndoStack {
    /// Takes in the next entry of the journal.
    pub fn note(&mut self, seq: u64, role: Role, action: &Action, at: Moment) {
        if let Some(part) = Part::read(seq, role, action, at) {
            let goes_on = self.open.last().map_or(part.place.0 == 1, |last| {
                last.seq + 1 == seq && last.place.0 + 1 == part.place.0 && last.at == at
            });
            if !goes_on {
                self.leave_open();
            }
            if goes_on || part.place.0 == 1 {
                self.open.push(part);
            }
            return;
        }
        if action.verb == Verb::PartBack {
            self.open.pop();
            return;
        }
        // What was erased cannot be brought back; undo goes on with what was done before.
        if action.verb == Verb::Erase {
            return;
        }
        if self.open.last().is_some_and(|part| part.ends_with(seq, role, action, at)) {
            self.firsts.extend(self.open.first().map(|first| (seq, first.seq)));
            self.open.clear();
        }
        self.leave_open();
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

    /// Something else came before the rest did, as from a program that knows nothing of parts: each part is a change of
    /// its own now, as it is there.
    fn leave_open(&mut self) {
        for part in std::mem::take(&mut self.open) {
            if part.role == Role::Do {
                self.push(Done { seq: part.seq, action: Action::named(Verb::Part, ""), at: part.at });
            }
        }
    }

    /// The parts of a change whose last entry never came, newest last.
    pub fn unfinished(&self) -> &[Part] {
        &self.open
    }

    /// The number of the first entry of the change that ends with this one.
    pub fn first_of(&self, seq: u64) -> u64 {
        self.firsts.get(&seq).copied().unwrap_or(seq)
    }

    fn push(&mut self, done: Done) {
        if self.undo.len() == LONGEST {
            self.undo.pop_front();
        }
        self.undo.push_back(done);
    }

    /// Forgets changes that the journal has no more, up to this number.
    pub fn forget(&mut self, up_to: u64) {
        let firsts = &self.firsts;
        let is_here = |done: &Done| firsts.get(&done.seq).copied().unwrap_or(done.seq) > up_to;
        self.undo.retain(is_here);
        self.redo.retain(is_here);
        self.firsts.retain(|_, first| *first > up_to);
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
