//! The one menu screen: every command in groups, with its keys, grey with the reason when it cannot run.

use super::Model;
use super::command::{COMMANDS, Common, Group, Keys, Refusal, Scope, Spec};
use super::layers::{Edit, Here, Keyed, Reply};
use super::textbox::TextBox;
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
    pub may: Result<(), Refusal>,
}

/// The groups of the menu in their order; `Keys` is for help alone.
const ORDER: &[Group] = &[Group::Record, Group::Add, Group::List, Group::Go, Group::Book, Group::Move];

impl Menu {
    /// The rows that fit what was typed, group by group. Commands are asked whether they can run as if the menu were
    /// not there.
    pub fn find(&self, model: &Model) -> Vec<Row> {
        let needle = fold(self.typed.text());
        let fits = |s: &&Spec| {
            let words = fold(&format!("{} {} {} {}", s.about, s.hint, s.name, s.group.title()));
            needle.split_whitespace().all(|w| words.contains(w)) || s.keys.contains(&self.typed.text().trim())
        };
        let below = model.screen.keys_below_menu();
        let order: &[Group] = if self.here && below.is_typing() { &[Group::Keys] } else { ORDER };
        order
            .iter()
            .flat_map(|group| COMMANDS.iter().filter(move |s| s.group == *group))
            .filter(|s| !self.here || below.scopes().contains(&s.scope) && s.scope != Scope::Global)
            .filter(fits)
            .map(|spec| Row { spec, may: (spec.when)(model) })
            .collect()
    }

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
        self.at = self.at.saturating_add_signed(by).min(self.rows.len().saturating_sub(1));
    }
}

impl Keyed for Menu {
    fn keys(&self) -> Keys {
        Keys::Menu
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down => self.step(1),
            Common::Up => self.step(-1),
            Common::PageDown => self.step(here.page()),
            Common::PageUp => self.step(-here.page()),
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
