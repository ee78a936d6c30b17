//! The strip of everything that can be added, each by a letter.

use super::palette::Row;
use crate::app::command::{Common, Keys};
use crate::app::keyed::{Here, Keyed, Reply};

/// The strip while it is open.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// What can be added.
    pub rows: Vec<Row>,
}

impl Keyed for Strip {
    fn keys(&self) -> Keys {
        Keys::Strip
    }

    fn common(&mut self, command: Common, _: Here<'_>) -> Reply {
        if command == Common::Back { Reply::Close } else { Reply::Done }
    }
}
