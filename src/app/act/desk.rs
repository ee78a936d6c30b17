//! Moving about in lists and records, and opening what is chosen from.

use crate::app::browse::{Focus, Reading};
use crate::app::picker::{Choice, Pick, Picker, Purpose};
use crate::app::{Column, Layer, Menu, Model, Tone};
use crate::domain::Ref;

impl Model {
    /// Goes into the record beside the list; in a record, to what the marked row leads to.
    pub(super) fn go_into(&mut self) {
        if !self.screen.is_reading() {
            self.screen.enter_record();
        } else if let Some(target) = self.screen.reading().target() {
            self.open_card(target);
        }
    }

    /// Goes back to the list, or to what lies below a card.
    pub(super) fn go_out(&mut self) {
        match self.screen.layers.iter().rposition(|l| matches!(l, Layer::Card(_))) {
            Some(card) => drop(self.screen.layers.remove(card)),
            None => self.screen.browse_mut().leave_record(),
        }
    }

    /// Opens a record on the whole screen.
    pub(super) fn open_card(&mut self, id: Ref) {
        if self.data.book.get(id).is_none() {
            self.say(Tone::Warning, "That lies in the bin");
            return;
        }
        self.screen.layers.push(Layer::Card(Box::new(Reading::of(id))));
    }

    /// Opens something to choose from.
    pub(super) fn pick(&mut self, mut picker: Picker) {
        picker.refresh(self.ctx());
        self.screen.layers.push(Layer::Picker(picker));
    }

    /// Opens the menu.
    pub(super) fn open_menu(&mut self, menu: Menu) {
        self.screen.layers.push(Layer::Menu(menu));
        self.find_commands(false);
    }

    /// Finds the commands of the menu afresh; after typing, the one that is meant most likely is marked.
    pub(in crate::app) fn find_commands(&mut self, typed: bool) {
        let Some(Layer::Menu(menu)) = self.screen.layers.last() else { return };
        let rows = menu.find(self);
        if let Some(Layer::Menu(menu)) = self.screen.layers.last_mut() {
            menu.show(rows, typed);
        }
    }

    /// Asks by which column the rows shall stand.
    pub(super) fn pick_order(&mut self) {
        let spec = self.screen.pane.spec();
        let browse = self.screen.browse_mut();
        (browse.focus, browse.stale) = (Focus::List, true);
        let orders = spec.columns.iter().enumerate().filter(|(_, c)| c.key.is_some());
        let choice = |(at, c): (usize, &Column)| Choice {
            pick: Pick::SortBy(at),
            label: c.title.to_owned(),
            detail: if at == browse.sort { "now".into() } else { String::new() },
        };
        let choices = orders.map(choice).collect();
        self.pick(Picker::of_choices("Order by", Purpose::Sort, choices));
    }
}
