//! A change: everything one action did, as one unit, written at once and undone at once.

use super::{Moment, Record, Ref};

/// One record before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// As it was; `None` when it did not exist.
    pub before: Option<Record>,
    /// As it is now; `None` when it was taken out of the book for good.
    pub after: Option<Record>,
}

impl Edit {
    /// Which record; `None` only for an edit that holds nothing at all.
    pub fn id(&self) -> Option<Ref> {
        self.after.as_ref().or(self.before.as_ref()).map(Record::id)
    }
}

/// What a change is to the line of undo.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// New work.
    #[default]
    Do,
    /// Takes back the change of this number.
    Undo(u64),
    /// Does again the change of this number, which was taken back.
    Redo(u64),
}

/// Everything one action did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was done, in words for people: "edit client Aegean Foods".
    pub words: String,
    /// When.
    pub at: Moment,
    /// Whether it is new work or moves along the line of undo.
    pub role: Role,
    /// The records.
    pub edits: Vec<Edit>,
}

impl Change {
    /// New work.
    pub fn new(words: impl Into<String>, at: Moment) -> Self {
        Self { words: words.into(), at, role: Role::Do, edits: vec![] }
    }

    /// The same change with one more record in it.
    #[must_use]
    pub fn with(mut self, before: Option<Record>, after: Option<Record>) -> Self {
        self.edits.push(Edit { before, after });
        self
    }

    /// The change that takes this one back, in reverse order.
    #[must_use]
    pub fn inverse(&self, at: Moment, role: Role) -> Self {
        let turned = |e: &Edit| Edit { before: e.after.clone(), after: e.before.clone() };
        Self { words: self.words.clone(), at, role, edits: self.edits.iter().rev().map(turned).collect() }
    }
}
