//! What the keys do in lists and records.

use crate::app::browse::{Focus, Reading};
use crate::app::picker::{Choice, Pick, Picker, Purpose};
use crate::app::{Column, Command, Layer, Model, TextBox, Tone};

impl Model {
    pub(super) fn move_mark(&mut self, command: Command) {
        let rows =
            if self.screen.is_reading() { self.screen.drawn.sheet_rows } else { self.screen.drawn.list_rows };
        let page = isize::try_from(rows.max(2)).unwrap_or(2) - 1;
        let far = isize::MAX / 2;
        let by = match command {
            Command::Down => 1,
            Command::Up => -1,
            Command::PageDown => page,
            Command::PageUp => -page,
            Command::First => -far,
            _ => far,
        };
        if self.screen.is_reading() {
            self.screen.reading_mut().step(by)
        } else {
            self.screen.browse_mut().step(by)
        }
    }

    pub(super) fn move_about(&mut self, command: Command) {
        match command {
            Command::Back | Command::Out if self.screen.has_card() => {
                if let Some(at) = self.screen.layers.iter().rposition(|l| matches!(l, Layer::Card(_))) {
                    self.screen.layers.remove(at);
                }
            }
            Command::Back
                if self.screen.browse().focus == Focus::List && !self.screen.browse().filter.is_empty() =>
            {
                self.end_filter(true);
            }
            Command::Back | Command::Out => {
                self.screen.browse_mut().leave_record();
            }
            Command::NextTab => self.screen.turn_page(&self.data, 1),
            Command::PreviousTab => self.screen.turn_page(&self.data, -1),
            Command::Into if !self.screen.is_reading() => self.screen.enter_record(),
            Command::Open | Command::Into => {
                if !self.screen.is_reading() {
                    self.screen.enter_record();
                } else if let Some(target) = self.screen.reading().target() {
                    if self.data.book.get(target).is_none() {
                        self.say(Tone::Warning, "That lies in the bin");
                        return;
                    }
                    self.screen.layers.push(Layer::Card(Box::new(Reading::of(target))));
                } else if command == Command::Open {
                    self.say(Tone::Muted, "Mark a row to open what it leads to");
                }
            }
            _ => {}
        }
    }

    pub(super) fn end_filter(&mut self, all: bool) {
        let browse = self.screen.browse_mut();
        browse.filtering = false;
        if all {
            browse.filter = TextBox::default();
            browse.stale = true;
        }
    }

    pub(super) fn act_on_list(&mut self, command: Command) {
        let spec = self.screen.pane.spec();
        let browse = self.screen.browse_mut();
        browse.stale = true;
        browse.focus = Focus::List;
        match command {
            Command::Filter => browse.filtering = true,
            Command::View => browse.view = (browse.view + 1) % spec.views.len(),
            Command::Reverse => browse.reverse = !browse.reverse,
            _ => {
                let orders = spec.columns.iter().enumerate().filter(|(_, c)| c.key.is_some());
                let choice = |(at, c): (usize, &Column)| Choice {
                    pick: Pick::Column(at),
                    label: c.title.to_owned(),
                    detail: if at == browse.sort { "now".into() } else { String::new() },
                };
                let choices = orders.map(choice).collect();
                self.pick(Picker::of_choices("Order by", Purpose::Sort, choices));
            }
        }
    }
}
