//! What the keys do in lists and records.

use crate::app::browse::{Focus, Reading};
use crate::app::picker::{Choice, Pick, Picker, Purpose};
use crate::app::{Column, Command, Ctx, Layer, Model, Pane, TextBox, Tone};

impl Model {
    pub(super) fn move_mark(&mut self, command: Command) {
        let rows = if self.is_reading() { self.drawn.sheet_rows } else { self.drawn.list_rows };
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
        if self.is_reading() { self.reading_mut().step(by) } else { self.browse_mut().step(by) }
    }

    pub(super) fn move_about(&mut self, command: Command) {
        match command {
            Command::Back | Command::Out if self.has_card() => {
                if let Some(at) = self.layers.iter().rposition(|l| matches!(l, Layer::Card(_))) {
                    self.layers.remove(at);
                }
            }
            Command::Back if self.browse().focus == Focus::List && !self.browse().filter.is_empty() => {
                self.end_filter(true);
            }
            Command::Back | Command::Out => {
                self.browse_mut().leave_record();
            }
            Command::NextTab => self.turn_page(1),
            Command::PreviousTab => self.turn_page(-1),
            Command::Into if !self.is_reading() => self.enter_record(),
            Command::Open | Command::Into => {
                if !self.is_reading() {
                    self.enter_record();
                } else if let Some(target) = self.reading().target() {
                    if self.book.get(target).is_none() {
                        self.say(Tone::Warning, "That lies in the bin");
                        return;
                    }
                    self.layers.push(Layer::Card(Box::new(Reading::of(target))));
                } else if command == Command::Open {
                    self.say(Tone::Muted, "Mark a row to open what it leads to");
                }
            }
            _ => {}
        }
    }

    pub(super) fn turn_page(&mut self, by: isize) {
        self.reading_mut().turn(by);
        let ctx = Ctx { book: &self.book, now: self.now, agenda: &self.agenda };
        let history = self.history.as_ref();
        let card =
            self.layers.iter_mut().rev().find_map(|l| if let Layer::Card(r) = l { Some(r) } else { None });
        match card {
            Some(reading) => reading.refresh(ctx, history),
            None => self.panes[self.pane as usize].reading.refresh(ctx, history),
        }
    }

    /// The record itself is meant at first; its rows are marked by moving.
    pub(super) fn enter_record(&mut self) {
        self.browse_mut().focus = Focus::Record;
        self.browse_mut().reading.item = None;
    }

    pub(super) fn go(&mut self, pane: Pane) {
        self.layers.retain(|l| !matches!(l, Layer::Card(_)));
        if self.pane == pane {
            self.browse_mut().leave_record();
        }
        self.pane = pane;
    }

    pub(super) fn end_filter(&mut self, all: bool) {
        let browse = self.browse_mut();
        browse.filtering = false;
        if all {
            browse.filter = TextBox::default();
            browse.stale = true;
        }
    }

    pub(super) fn act_on_list(&mut self, command: Command) {
        let spec = self.pane.spec();
        let browse = self.browse_mut();
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
