//! What the keys do where text is written: forms, their fields, filters.

use crate::app::{Command, Effect, Entry, Layer, Menu, Model, TextBox};

impl Model {
    pub(super) fn act_in_field(&mut self, command: Command) -> Vec<Effect> {
        let ctx = self.data.ctx();
        let Some(Layer::Form(form)) = self.screen.layers.last_mut() else { return vec![] };
        let Some(entry) = form.entry_mut() else { return vec![] };
        match command {
            Command::SuggestDown => entry.step_offer(1),
            Command::SuggestUp => entry.step_offer(-1),
            Command::SuggestDrop => entry.drop_search(),
            Command::ChoiceNext => entry.turn(1),
            Command::ChoiceBack => entry.turn(-1),
            _ => {
                entry.take();
                if !entry.takes_many() {
                    form.step(ctx, 1);
                }
            }
        }
        self.draft_of_top()
    }

    pub(super) fn act_in_long(&mut self, command: Command) -> Vec<Effect> {
        let width = usize::from(self.screen.drawn.text_width.max(1));
        let ctx = self.data.ctx();
        let Some(Layer::Form(form)) = self.screen.layers.last_mut() else { return vec![] };
        let Some(entry) = form.entry_mut() else { return vec![] };
        match command {
            Command::LongBreak => entry.text_mut().insert("\n", true),
            Command::LongDown if !entry.text_mut().down(width) => form.step(ctx, 1),
            Command::LongUp if !entry.text_mut().up(width) => form.step(ctx, -1),
            Command::LongEditor => return vec![Effect::Editor(entry.text_mut().text().to_owned())],
            _ => {}
        }
        self.draft_of_top()
    }

    pub(super) fn act_in_form(&mut self, command: Command) -> Vec<Effect> {
        let page = isize::try_from(self.screen.drawn.layer_rows.max(2)).unwrap_or(2) - 1;
        let ctx = self.data.ctx();
        let Some(Layer::Form(form)) = self.screen.layers.last_mut() else { return vec![] };
        match command {
            Command::FormNext => form.step(ctx, 1),
            Command::FormPrevious => form.step(ctx, -1),
            Command::FormPageDown => form.step(ctx, page),
            Command::FormPageUp => form.step(ctx, -page),
            Command::FormLeave => self.leave_form(),
            Command::FormHelp => self.screen.layers.push(Layer::Menu(Menu { here: true, ..Menu::default() })),
            _ => return self.save_form(),
        }
        vec![]
    }

    pub(super) fn move_cursor(&mut self, command: Command) {
        if let Some(Layer::Form(form)) = self.screen.layers.last_mut()
            && let Some(entry) = form.entry_mut()
        {
            entry.fresh = false;
        }
        let Some(text) = self.text_mut() else { return };
        match command {
            Command::TextLeft => text.left(),
            Command::TextRight => text.right(),
            Command::TextWordLeft => text.word_left(),
            Command::TextWordRight => text.word_right(),
            Command::TextHome => text.home(),
            _ => text.end(),
        }
    }

    pub(super) fn text_mut(&mut self) -> Option<&mut TextBox> {
        match self.screen.layers.last_mut() {
            Some(Layer::Form(form)) => form.entry_mut().map(Entry::text_mut),
            Some(Layer::Picker(p)) => Some(&mut p.typed),
            Some(Layer::Menu(m)) => Some(&mut m.typed),
            Some(Layer::Capture(c)) => Some(&mut c.typed),
            Some(Layer::Ask(_) | Layer::Card(_) | Layer::Reader(_)) => None,
            None => Some(&mut self.screen.panes[self.screen.pane as usize].filter),
        }
    }

    pub(super) fn erase(&mut self, edit: fn(&mut TextBox)) -> Vec<Effect> {
        let ctx = self.data.ctx();
        match self.screen.layers.last_mut() {
            Some(Layer::Form(form)) => {
                let owner = form.current(ctx);
                if let Some(entry) = form.entry_mut() {
                    entry.erase(ctx, &owner, edit);
                }
                return self.draft_of_top();
            }
            Some(Layer::Picker(picker)) => {
                edit(&mut picker.typed);
                picker.at = 0;
                picker.refresh(ctx);
            }
            Some(Layer::Capture(capture)) => {
                edit(&mut capture.typed);
                capture.refresh(ctx);
            }
            Some(Layer::Menu(menu)) => {
                edit(&mut menu.typed);
                self.mark_best();
            }
            Some(Layer::Ask(_) | Layer::Card(_) | Layer::Reader(_)) => {}
            None => {
                let browse = self.screen.browse_mut();
                if browse.filter.is_empty() {
                    browse.filtering = false;
                }
                edit(&mut browse.filter);
                browse.stale = true;
            }
        }
        vec![]
    }
}
