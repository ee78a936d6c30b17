//! What the keys do in a question, in the menu, and while one of many is chosen.

use crate::app::picker::{Pick, Picker, Purpose};
use crate::app::{Command, Effect, Layer, Model, Msg, Then, update};

impl Model {
    pub(super) fn act_in_ask(&mut self, command: Command) -> Vec<Effect> {
        let Some(Layer::Ask(ask)) = self.screen.layers.last_mut() else { return vec![] };
        let at = match command {
            Command::AskNext => {
                ask.step(1);
                return vec![];
            }
            Command::AskPrevious => {
                ask.step(-1);
                return vec![];
            }
            Command::AskYes => 0,
            Command::AskNo => ask.answers.len() - 1,
            _ => ask.at,
        };
        let then = ask.answers[at].then;
        self.screen.layers.pop();
        self.answer(then)
    }

    pub(super) fn answer(&mut self, then: Then) -> Vec<Effect> {
        match then {
            Then::Nothing => vec![],
            Then::Renew(id) => self.renew(id),
            Then::SavePushed => self.save_pushed(),
            Then::Delete(id) => self.delete(id),
            Then::EmptyBin => self.empty_bin(),
            Then::KeepDraft => self.close_form(true),
            Then::DropDraft => self.close_form(false),
            Then::Retry => vec![Effect::SaveAgain(self.session.saving.retry())],
            Then::WriteOut => vec![Effect::WriteOut(self.session.saving.waiting.iter().cloned().collect())],
            Then::QuitUnsaved => {
                self.session.quitting = true;
                vec![]
            }
        }
    }

    pub(super) fn act_in_menu(&mut self, command: Command) -> Vec<Effect> {
        let page = isize::try_from(self.screen.drawn.layer_rows.max(2)).unwrap_or(2) - 1;
        let Some(Layer::Menu(menu)) = self.screen.layers.last() else { return vec![] };
        let rows = menu.rows(self);
        let last = rows.len().saturating_sub(1);
        let by = match command {
            Command::MenuDown => 1,
            Command::MenuUp => -1,
            Command::MenuPageDown => page,
            Command::MenuPageUp => -page,
            Command::MenuClose => {
                self.screen.layers.pop();
                return vec![];
            }
            _ => {
                let Some(chosen) = rows.get(menu.at).map(|r| r.spec.command) else { return vec![] };
                self.screen.layers.pop();
                let now = self.data.now;
                return update(self, now, Msg::Run(chosen));
            }
        };
        if let Some(Layer::Menu(menu)) = self.screen.layers.last_mut() {
            menu.at = menu.at.saturating_add_signed(by).min(last);
        }
        vec![]
    }

    pub(super) fn act_in_picker(&mut self, command: Command) -> Vec<Effect> {
        let page = isize::try_from(self.screen.drawn.layer_rows.max(2)).unwrap_or(2) - 1;
        let Some(Layer::Picker(picker)) = self.screen.layers.last_mut() else { return vec![] };
        match command {
            Command::PickDown => picker.step(1),
            Command::PickUp => picker.step(-1),
            Command::PickPageDown => picker.step(page),
            Command::PickPageUp => picker.step(-page),
            Command::PickClose => drop(self.screen.layers.pop()),
            _ => {
                let (purpose, taken) =
                    (picker.purpose, picker.choices.get(picker.at).map(|c| c.pick.clone()));
                self.screen.layers.pop();
                return match (purpose, taken) {
                    (Purpose::Open, Some(Pick::Record(id))) => {
                        self.screen.show(&self.data, id);
                        vec![]
                    }
                    (Purpose::BringBack, Some(Pick::Record(id))) => self.bring_back(id),
                    (Purpose::Pass, Some(pick)) => self.pass_to(&pick),
                    (Purpose::Sort, Some(Pick::Column(at))) => {
                        let browse = self.screen.browse_mut();
                        (browse.sort, browse.stale) = (at, true);
                        vec![]
                    }
                    _ => vec![],
                };
            }
        }
        vec![]
    }

    pub(super) fn pick(&mut self, mut picker: Picker) {
        picker.refresh(self.ctx());
        self.screen.layers.push(Layer::Picker(picker));
    }
}
