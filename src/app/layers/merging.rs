//! Two records side by side, field by field, on their way to become one.

use crate::app::command::{Common, Keys, MergeCommand};
use crate::app::keyed::{Here, Keyed, Reply, stepped};
use crate::domain::merge::{Plan, Row, Side, Take};

/// Two records side by side.
#[derive(Clone, Debug)]
pub struct Merging {
    /// Which stays, and what is taken of each field.
    pub plan: Plan,
    /// Which row is marked: the first says which of the two stays, the others are the fields in [`Merging::order`].
    pub at: usize,
    /// The first row shown when it was drawn last.
    pub top: usize,
    /// The fields in the order in which they stand: those in which the two differ first.
    pub order: Vec<usize>,
}

impl Merging {
    /// The screen of a plan.
    pub fn of(plan: Plan) -> Self {
        let mut order: Vec<usize> = (0..plan.rows.len()).collect();
        order.sort_by_key(|at| plan.rows.get(*at).is_some_and(|row| !row.differs()));
        Self { plan, at: 0, top: 0, order }
    }

    /// How many fields differ: they stand first.
    pub fn differing(&self) -> usize {
        self.plan.rows.iter().filter(|row| row.differs()).count()
    }

    /// The marked field; none where it is marked which of the two stays.
    pub fn marked(&self) -> Option<&Row> {
        self.place().and_then(|at| self.plan.rows.get(at))
    }

    /// Which of the fields of the plan is marked.
    fn place(&self) -> Option<usize> {
        self.order.get(self.at.checked_sub(1)?).copied()
    }

    fn take(&mut self, take: Take) {
        match (self.place(), take) {
            (Some(at), take) => self.plan.take(at, take),
            (None, Take::Left) => self.plan.let_stay(Side::Left),
            (None, Take::Right) => self.plan.let_stay(Side::Right),
            (None, Take::Both) => {}
        }
    }

    /// Does what only this screen can be asked to do.
    pub fn run(&mut self, command: MergeCommand) -> Reply {
        match command {
            MergeCommand::Left => self.take(Take::Left),
            MergeCommand::Right => self.take(Take::Right),
            MergeCommand::Both => self.take(Take::Both),
            MergeCommand::AllLeft => self.plan.take_all(Side::Left),
            MergeCommand::AllRight => self.plan.take_all(Side::Right),
        }
        Reply::Done
    }
}

impl Keyed for Merging {
    fn keys(&self) -> Keys {
        Keys::Merge
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.at = stepped(self.at, command.rows(here.page()), self.order.len() + 1);
                Reply::Done
            }
            Common::Take => Reply::MergeNow,
            Common::Back => Reply::Close,
        }
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}
