//! The clients and people that are likely in the book twice, pair by pair.

use crate::app::command::{Common, Keys, PairsCommand};
use crate::app::ctx::Ctx;
use crate::app::keyed::{Here, Keyed, Reply, stepped};
use crate::domain::derive::alike::{Pair, pairs};
use crate::words;

/// The list of pairs.
#[derive(Clone, Debug, Default)]
pub struct Pairs {
    /// The pairs, the likeliest first.
    pub rows: Vec<Pair>,
    /// Which one is marked.
    pub at: usize,
    /// The first one shown when it was drawn last.
    pub top: usize,
    /// Whether they are those of the book as it is now.
    pub fresh: bool,
}

impl Pairs {
    /// Looks for them afresh.
    pub fn refresh(&mut self, ctx: Ctx<'_>) {
        self.rows = pairs(ctx.book);
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        self.fresh = true;
    }

    /// What the two of a pair are called, each with what tells it from others of its name.
    pub fn names(ctx: Ctx<'_>, pair: &Pair) -> [String; 2] {
        [pair.one, pair.other].map(|id| words::alike::told(ctx.book, id))
    }

    /// What tells that they are the same.
    pub fn why(pair: &Pair) -> String {
        words::alike::signs(pair)
    }

    /// The marked pair.
    pub fn marked(&self) -> Option<&Pair> {
        self.rows.get(self.at)
    }

    /// Does what only this list can be asked to do.
    pub fn run(&self, command: PairsCommand) -> Reply {
        let Some(pair) = self.marked() else { return Reply::Done };
        match command {
            PairsCommand::Left => Reply::Open(pair.one),
            PairsCommand::Right => Reply::Open(pair.other),
            PairsCommand::Apart => Reply::TellApart(pair.one, pair.other),
        }
    }
}

impl Keyed for Pairs {
    fn keys(&self) -> Keys {
        Keys::Pairs
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.at = stepped(self.at, command.rows(here.page()), self.rows.len());
                Reply::Done
            }
            Common::Take => self.marked().map_or(Reply::Done, |pair| Reply::Merge(pair.one, pair.other)),
            Common::Back => Reply::Close,
        }
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}
