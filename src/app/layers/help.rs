//! The help of a screen: what the keys do there, and what every sign means.

use super::palette::Row;
use crate::app::command::{Common, Keys};
use crate::app::keyed::{Here, Keyed, Reply};

/// The help while it is open.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// The commands of the screen it is about, group by group.
    pub rows: Vec<Row>,
    /// The first line shown.
    pub top: usize,
}

impl Keyed for Help {
    fn keys(&self) -> Keys {
        Keys::Help
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        if command == Common::Back {
            return Reply::Close;
        }
        self.top = self.top.saturating_add_signed(command.rows(here.page()));
        Reply::Done
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}
