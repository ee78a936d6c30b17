//! The full-screen menu of the keyboard: every command in its group, grey when it cannot run. Its letters run at once.

use super::palette::Row;
use crate::app::command::{Common, Keys};
use crate::app::keyed::{Here, Keyed, Reply};

/// The menu while it is open.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    /// The commands that have keys, group by group.
    pub rows: Vec<Row>,
    /// Which page of it is shown, where one has no room for all.
    pub page: usize,
}

impl Keyed for Menu {
    fn keys(&self) -> Keys {
        Keys::Menu
    }

    fn common(&mut self, command: Common, _: Here<'_>) -> Reply {
        match command {
            Common::PageDown => self.page += 1,
            Common::PageUp => self.page = self.page.saturating_sub(1),
            Common::Back => return Reply::Close,
            // What the menu has no use for is meant for what lies under it, as every other key is.
            Common::Take | Common::Down | Common::Up => return Reply::Run(command.into()),
        }
        Reply::Done
    }

    fn drawn(&mut self, page: usize) {
        self.page = page;
    }
}
