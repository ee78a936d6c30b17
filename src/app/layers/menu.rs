//! The one menu screen: every command in groups, with its keys, grey with the reason when it cannot run.

use crate::app::command::{Common, Keys, Spec};
use crate::app::keyed::{Edit, Here, Keyed, Reply, stepped};
use crate::app::textbox::TextBox;
use crate::domain::text::fold;

/// The menu while it is open.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    /// What was typed.
    pub typed: TextBox,
    /// Which row is marked.
    pub at: usize,
    /// Only what the keys do here, for help.
    pub here: bool,
    /// The first row shown when it was drawn last.
    pub top: usize,
    /// The commands that fit what was typed.
    pub rows: Vec<Row>,
}

/// One row of the menu.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The command.
    pub spec: &'static Spec,
    /// Whether it can run, and why not.
    pub may: Result<(), &'static str>,
}

impl Menu {
    /// Shows these rows. After typing, the first that has what was typed as it stands is marked, else the first.
    pub fn show(&mut self, rows: Vec<Row>, typed: bool) {
        self.rows = rows;
        if typed {
            self.at = self.best();
        }
        self.at = self.at.min(self.rows.len().saturating_sub(1));
    }

    fn best(&self) -> usize {
        let typed = self.typed.text().trim();
        let phrase = fold(typed);
        if let Some(at) = self.rows.iter().position(|r| r.spec.keys.contains(&typed)) {
            return at;
        }
        self.rows.iter().position(|r| fold(r.spec.about).contains(&phrase)).unwrap_or(0)
    }

    fn step(&mut self, by: isize) {
        self.at = stepped(self.at, by, self.rows.len());
    }
}

impl Keyed for Menu {
    fn keys(&self) -> Keys {
        Keys::Menu
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.step(command.rows(here.page()));
            }
            Common::Take => {
                return self.rows.get(self.at).map_or(Reply::Done, |row| Reply::Run(row.spec.command));
            }
            Common::Back => return Reply::Close,
        }
        Reply::Done
    }

    fn text_mut(&mut self) -> Option<&mut TextBox> {
        Some(&mut self.typed)
    }

    fn edit(&mut self, edit: Edit<'_>, _: Here<'_>) -> Reply {
        edit.apply(&mut self.typed, false);
        Reply::FindCommands
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}
