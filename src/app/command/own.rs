//! Which commands a screen exists for: those that the footer names first.

use super::Command::Desk as Do;
use super::{Command, Common, DeskCommand};
use crate::app::lists::WAITING;
use crate::app::{Focus, Layer, Model, Pane};
use crate::domain::Kind;

const OPEN: Command = Command::Common(Common::Take);

/// What is done most with a record of a kind, the first thing first.
const fn of_kind(kind: Kind) -> &'static [Command] {
    use DeskCommand as C;
    match kind {
        Kind::Client => &[OPEN, Do(C::Log), Do(C::Brief), Do(C::AddRequest), Do(C::Capture), Do(C::Edit)],
        Kind::Department => &[OPEN, Do(C::Nudge), Do(C::AddPerson), Do(C::ShowPromises), Do(C::Edit)],
        Kind::Contact => &[OPEN, Do(C::Log), Do(C::Nudge), Do(C::Brief), Do(C::AddAbsence), Do(C::Edit)],
        Kind::Project => &[
            OPEN,
            Do(C::AddMilestone),
            Do(C::AddTask),
            Do(C::Snooze),
            Do(C::Postpone),
            Do(C::Brief),
            Do(C::Edit),
        ],
        Kind::Milestone => {
            &[Do(C::ToggleDone), Do(C::Snooze), Do(C::Postpone), Do(C::TellMove), OPEN, Do(C::Edit)]
        }
        Kind::Member | Kind::Absence | Kind::Feedback | Kind::Playbook | Kind::Calendar => {
            &[OPEN, Do(C::Edit), Do(C::Delete)]
        }
        Kind::Task => {
            &[Do(C::ToggleDone), Do(C::Snooze), Do(C::Postpone), Do(C::Pass), OPEN, Do(C::Nudge), Do(C::Edit)]
        }
        Kind::Request => {
            &[Do(C::ToggleDone), Do(C::Pass), Do(C::Snooze), Do(C::Postpone), OPEN, Do(C::Nudge), Do(C::Edit)]
        }
        Kind::Agreement => &[Do(C::Renew), Do(C::AddObligation), Do(C::Snooze), OPEN, Do(C::Edit)],
        Kind::Obligation => &[Do(C::ToggleDone), Do(C::Snooze), Do(C::Postpone), OPEN, Do(C::Edit)],
        Kind::Interaction => &[Do(C::ToggleDone), Do(C::Snooze), OPEN, Do(C::Edit), Do(C::Log)],
        Kind::Decision => &[Do(C::ToggleDone), Do(C::Snooze), OPEN, Do(C::Nudge), Do(C::Edit)],
    }
}

impl Model {
    /// What the keys are there for where one stands, the first thing first. What cannot run now is among it.
    pub fn own_commands(&self) -> &'static [Command] {
        use DeskCommand as C;
        let browse = self.screen.browse();
        let in_list = !self.screen.is_reading();
        match self.subject() {
            None if in_list && browse.is_folded() => &[OPEN],
            None => &[Do(C::Add), Do(C::AddClient)],
            Some(_) if in_list && browse.pane == Pane::Requests && browse.view == WAITING => {
                &[Do(C::Nudge), Do(C::Pass), Do(C::ToggleDone), OPEN]
            }
            Some(_) if in_list && browse.pane == Pane::Journal => {
                &[Do(C::Log), OPEN, Do(C::Filter), Do(C::Edit)]
            }
            Some(id) => of_kind(id.kind),
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
            _ => false,
        }
    }
}
