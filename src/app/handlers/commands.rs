//! What menu, palette, help and strip show: readings of the one table of commands.

use crate::app::command::{COMMANDS, Group, Guard, Keys, Scope, Spec};
use crate::app::layers::palette;
use crate::app::{Help, Layer, Letters, Menu, Model, Palette, Row, Strip};

/// The groups of the menu in their order.
const ORDER: &[Group] =
    &[Group::Record, Group::Add, Group::Go, Group::List, Group::Book, Group::Move, Group::Pages];

impl Model {
    /// Opens the full-screen menu.
    pub(in crate::app) fn open_menu(&mut self) {
        self.open_commands(Layer::Menu(Menu::default()));
    }

    /// Opens what finds a command.
    pub(in crate::app) fn open_palette(&mut self) {
        self.open_commands(Layer::Palette(Palette::default()));
    }

    /// Opens the help of what has the keys.
    pub(in crate::app) fn open_help(&mut self) {
        self.open_commands(Layer::Help(Help::default()));
    }

    /// Opens the strip of what a letter leads to.
    pub(in crate::app) fn open_strip(&mut self, letters: Letters) {
        self.open_commands(Layer::Strip(Strip::of(letters)));
    }

    fn open_commands(&mut self, layer: Layer) {
        self.screen.layers.push(layer);
        self.find_commands(false);
    }

    /// Finds the commands of the topmost layer afresh: whether each can run may have changed. After typing, the best is
    /// marked.
    pub(in crate::app) fn find_commands(&mut self, typed: bool) {
        let rows = match self.screen.layers.last() {
            // The pages have no room in it: the key that goes to one by its letter shows them all.
            Some(Layer::Menu(_)) => {
                self.in_groups(|spec| !spec.way().is_empty() && spec.group != Group::Pages)
            }
            Some(Layer::Palette(palette)) => self.ranked(palette.typed.text()),
            Some(Layer::Strip(strip)) => {
                let scope = strip.of.scope();
                self.in_groups(|spec| spec.letter.is_some_and(|letter| letter.scope == scope))
            }
            Some(Layer::Help(_)) => self.of_screen(self.screen.keys_below_commands()),
            _ => return,
        };
        match self.screen.layers.last_mut() {
            Some(Layer::Menu(menu)) => menu.rows = rows,
            Some(Layer::Palette(palette)) => palette.show(rows, typed),
            Some(Layer::Strip(strip)) => strip.rows = rows,
            Some(Layer::Help(help)) => help.rows = rows,
            _ => {}
        }
    }

    fn row(&self, spec: &'static Spec) -> Row {
        Row { spec, may: self.may(spec.when) }
    }

    /// Those that are to be shown, group by group; of pages only those that the record has.
    fn in_groups(&self, shows: impl Fn(&Spec) -> bool) -> Vec<Row> {
        let is_there = |spec: &Spec| !matches!(spec.when, Guard::HasPage(_)) || self.may(spec.when).is_ok();
        self.grouped(|spec| shows(spec) && is_there(spec))
    }

    fn grouped(&self, shows: impl Fn(&Spec) -> bool) -> Vec<Row> {
        let of = |group: &Group| COMMANDS.iter().filter(|spec| spec.group == *group).collect::<Vec<_>>();
        ORDER.iter().flat_map(of).filter(|spec| shows(spec)).map(|spec| self.row(spec)).collect()
    }

    /// The commands that fit what was typed, the best first; of equal ones those that can run now, then in the order of the
    /// table.
    fn ranked(&self, typed: &str) -> Vec<Row> {
        let commands = self.grouped(|_| true).into_iter();
        let mut found: Vec<(u8, Row)> =
            commands.filter_map(|row| palette::fit(row.spec, typed).map(|fit| (fit, row))).collect();
        found.sort_by_key(|(fit, row)| (*fit, row.may.is_err()));
        found.into_iter().map(|(_, row)| row).collect()
    }

    /// What the keys do where these scopes have them.
    fn of_screen(&self, keys: Keys) -> Vec<Row> {
        let scopes = keys.scopes();
        if keys == Keys::Desk {
            return self.in_groups(|spec| !spec.way().is_empty() && spec.scope != Scope::Global);
        }
        let here = scopes.iter().flat_map(|scope| COMMANDS.iter().filter(move |spec| spec.scope == *scope));
        here.filter(|spec| !spec.keys.is_empty()).map(|spec| self.row(spec)).collect()
    }
}
