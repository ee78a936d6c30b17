//! The one menu screen: every command in groups, with its keys, grey with the reason when it cannot run.

use super::Model;
use super::command::{COMMANDS, Group, Refusal, Scope, Spec};
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
}

/// One row of the menu.
#[derive(Debug)]
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
    pub fn rows(&self, model: &Model) -> Vec<Row> {
        let needle = fold(self.typed.text());
        let fits = |s: &&Spec| {
            let words = fold(&format!("{} {} {} {}", s.about, s.hint, s.name, s.group.title()));
            needle.split_whitespace().all(|w| words.contains(w)) || s.keys.contains(&self.typed.text().trim())
        };
        let below = model.screen.scopes_below_menu();
        let order: &[Group] =
            if self.here && below.iter().any(|s| s.is_typing()) { &[Group::Keys] } else { ORDER };
        order
            .iter()
            .flat_map(|group| COMMANDS.iter().filter(move |s| s.group == *group))
            .filter(|s| !self.here || below.contains(&s.scope) && s.scope != Scope::Global)
            .filter(fits)
            .map(|spec| Row { spec, may: (spec.when)(model) })
            .collect()
    }

    /// The row to mark after typing: the first that has what was typed as it stands, else the first.
    pub fn best(&self, model: &Model) -> usize {
        let typed = self.typed.text().trim();
        let phrase = fold(typed);
        let rows = self.rows(model);
        if let Some(at) = rows.iter().position(|r| r.spec.keys.contains(&typed)) {
            return at;
        }
        rows.iter().position(|r| fold(r.spec.about).contains(&phrase)).unwrap_or(0)
    }
}
