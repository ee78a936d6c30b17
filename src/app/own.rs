//! Which commands a screen exists for: those that the footer names first.

use crate::app::Command::{Add, Desk as Do};
use crate::app::lists::WAITING;
use crate::app::pages::{OPEN, of_kind};
use crate::app::{Command, Common, DeskCommand, Focus, FormCommand, Layer, Model, Pane};
use crate::domain::Kind;

impl Model {
    /// What the keys are there for where one stands, the first thing first. What cannot run now is among it.
    pub fn own_commands(&self) -> &'static [Command] {
        use DeskCommand as C;
        let browse = self.screen.browse();
        let in_list = !self.screen.is_reading();
        match self.subject() {
            None if in_list && browse.is_folded() => &[OPEN],
            None => &[Do(C::Add), Add(Kind::Client)],
            Some(_) if in_list && browse.pane == Pane::Requests && browse.view == WAITING => {
                &[Do(C::Nudge), Do(C::Pass), Do(C::ToggleDone), OPEN]
            }
            Some(_) if in_list && browse.pane == Pane::Journal => {
                &[Add(Kind::Interaction), OPEN, Do(C::Filter), Do(C::Edit)]
            }
            Some(id) => of_kind(id.kind).first,
        }
    }

    /// Whether one stands in a list that shows all it can, with nothing over it.
    pub(in crate::app) fn is_at_edge(&self) -> bool {
        let browse = self.screen.browse();
        let plain = !browse.filtering && browse.filter.is_empty() && browse.focus == Focus::List;
        plain && self.screen.layers.is_empty()
    }

    /// Whether a command would not do here what its hint says: there is nowhere to go back to, or nothing below to choose.
    pub fn is_idle(&self, command: Command) -> bool {
        match (command, self.screen.layers.last()) {
            (Command::Common(Common::Back), _) => self.is_at_edge() && self.screen.waiting_from.is_none(),
            (Command::Common(Common::Down), Some(Layer::Form(form))) => {
                form.entry().is_none_or(|entry| entry.offers.is_empty() || entry.offer.is_some())
            }
            (Command::Form(FormCommand::Alike), Some(Layer::Form(form))) => !form.has_alike(),
            (command, Some(Layer::Importing(file))) => {
                command != Common::Back.into() && file.is_idle(command)
            }
            _ => false,
        }
    }
}
