//! Moving about in lists and records, and opening what is chosen from.

use crate::app::custom::ListColumn;
use crate::app::detail::Detail;
use crate::app::list_pane::Focus;
use crate::app::{Choice, Pick, Picker, Purpose};
use crate::app::{Layer, Model, Month, Tone};
use crate::domain::Ref;
use crate::words;

impl Model {
    /// Opens a part of the list that is folded, or goes into the record beside the list; in a record, to what the marked row
    /// leads to.
    pub(in crate::app) fn go_into(&mut self) {
        if !self.screen.is_reading() && self.screen.browse().is_folded() {
            self.screen.browse_mut().fold(false);
        } else if !self.screen.is_reading() {
            self.screen.enter_record();
        } else if self.screen.detail_mut().turn_fold() {
        } else if let Some(target) = self.screen.detail().target() {
            self.open_card(target);
        }
    }

    /// Goes back to the list, or to what lies below a card; in the list, folds the part the mark is in.
    pub(in crate::app) fn go_out(&mut self) {
        if !self.screen.is_reading() {
            return self.screen.browse_mut().fold(true);
        }
        match self.screen.layers.iter().rposition(|l| matches!(l, Layer::Card(_))) {
            Some(card) => drop(self.screen.layers.remove(card)),
            None => self.screen.browse_mut().leave_record(),
        }
    }

    /// Opens a record on the whole screen.
    pub(in crate::app) fn open_card(&mut self, id: Ref) {
        if self.data.book.get(id).is_none() {
            self.say(Tone::Warning, words::said::lies_in_bin());
            return;
        }
        self.screen.layers.push(Layer::Card(Box::new(Detail::of(id))));
    }

    /// Opens the month of today.
    pub(in crate::app) fn open_month(&mut self) {
        self.screen.layers.push(Layer::Month(Box::new(Month::of(self.data.now.date()))));
    }

    /// Opens something to choose from.
    pub(in crate::app) fn pick(&mut self, mut picker: Picker) {
        picker.refresh(self.ctx());
        self.screen.layers.push(Layer::Picker(picker));
    }

    /// Asks by which column the rows shall stand.
    pub(in crate::app) fn pick_order(&mut self) {
        let browse = self.screen.browse_mut();
        (browse.focus, browse.stale) = (Focus::List, true);
        let orders = browse.columns.iter().enumerate().filter(|(_, c)| c.sorts());
        let choice = |(at, c): (usize, &ListColumn)| Choice {
            pick: Pick::SortBy(at),
            label: c.title().to_owned(),
            detail: if at == browse.sort { words::lists::now().into() } else { String::new() },
        };
        let choices = orders.map(choice).collect();
        self.pick(Picker::of_choices(words::said::order_by(), Purpose::Sort, choices));
    }
}
