//! A strip of what a letter leads to: everything that can be added, or the pages of the record in sight.

use super::palette::Row;
use crate::app::command::{Common, Keys, Scope};
use crate::app::keyed::{Here, Keyed, Reply};

/// The strip while it is open.
#[derive(Clone, Debug)]
pub struct Strip {
    /// Which letters they are.
    pub of: Letters,
    /// What they lead to.
    pub rows: Vec<Row>,
}

/// Which letters a strip shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// Those of what can be added.
    Adding,
    /// Those of where one can go.
    Going,
}

impl Letters {
    /// The scope they are struck in.
    pub const fn scope(self) -> Scope {
        match self {
            Self::Adding => Scope::Strip,
            Self::Going => Scope::Goto,
        }
    }
}

impl Strip {
    /// A strip that does not know yet what can run.
    pub const fn of(letters: Letters) -> Self {
        Self { of: letters, rows: vec![] }
    }
}

impl Keyed for Strip {
    fn keys(&self) -> Keys {
        match self.of {
            Letters::Adding => Keys::Strip,
            Letters::Going => Keys::Goto,
        }
    }

    fn common(&mut self, command: Common, _: Here<'_>) -> Reply {
        if command == Common::Back { Reply::Close } else { Reply::Done }
    }
}
