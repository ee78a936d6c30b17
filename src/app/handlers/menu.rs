//! The menu: which commands it shows, and whether each can run.

use crate::app::command::{COMMANDS, Group, Scope, Spec};
use crate::app::{Layer, Menu, Model, Row};
use crate::domain::text::fold;

/// The groups of the menu in their order; `Keys` is for help alone.
const ORDER: &[Group] = &[Group::Record, Group::Add, Group::List, Group::Go, Group::Book, Group::Move];

impl Model {
    /// Opens the menu.
    pub(in crate::app) fn open_menu(&mut self, menu: Menu) {
        self.screen.layers.push(Layer::Menu(menu));
        self.find_commands(false);
    }

    /// Finds the commands of the menu afresh; after typing, the one that is meant most likely is marked.
    pub(in crate::app) fn find_commands(&mut self, typed: bool) {
        let Some(Layer::Menu(menu)) = self.screen.layers.last() else { return };
        let rows = self.fitting(menu);
        if let Some(Layer::Menu(menu)) = self.screen.layers.last_mut() {
            menu.show(rows, typed);
        }
    }

    /// The commands that fit what was typed, group by group. Commands are asked whether they can run as if the menu were
    /// not there.
    fn fitting(&self, menu: &Menu) -> Vec<Row> {
        let needle = fold(menu.typed.text());
        let fits = |s: &&Spec| {
            let words = fold(&format!("{} {} {} {}", s.about, s.hint, s.name, s.group.title()));
            needle.split_whitespace().all(|w| words.contains(w)) || s.keys.contains(&menu.typed.text().trim())
        };
        let below = self.screen.keys_below_menu();
        let order: &[Group] = if menu.here && below.is_typing() { &[Group::Keys] } else { ORDER };
        order
            .iter()
            .flat_map(|group| COMMANDS.iter().filter(move |s| s.group == *group))
            .filter(|s| !menu.here || below.scopes().contains(&s.scope) && s.scope != Scope::Global)
            .filter(fits)
            .map(|spec| Row { spec, may: self.may(spec.when) })
            .collect()
    }
}
