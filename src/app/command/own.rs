//! Which commands a screen exists for: those that the footer names first.

use super::Command::{Add, Desk as Do};
use super::{Command, Common, DeskCommand};
use crate::app::lists::WAITING;
use crate::app::{Focus, Model, Pane};
use crate::domain::Kind;

const OPEN: Command = Command::Common(Common::Take);

/// What is done most with a record of a kind, the first thing first.
const fn of_kind(kind: Kind) -> &'static [Command] {
    use DeskCommand as C;
    match kind {
        Kind::Client => &[OPEN, Add(Kind::Interaction), Do(C::Brief), Add(Kind::Request), Do(C::Capture), Do(C::Edit)],
        Kind::Department => &[OPEN, Do(C::Nudge), Add(Kind::Contact), Do(C::ShowPromises), Do(C::Edit)],
        Kind::Contact => &[OPEN, Add(Kind::Interaction), Do(C::Nudge), Do(C::Brief), Add(Kind::Absence), Do(C::Edit)],
        Kind::Project => &[
            OPEN,
            Add(Kind::Milestone),
            Add(Kind::Task),
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
        Kind::Agreement => &[Do(C::Renew), Add(Kind::Obligation), Do(C::Snooze), OPEN, Do(C::Edit)],
        Kind::Obligation => &[Do(C::ToggleDone), Do(C::Snooze), Do(C::Postpone), OPEN, Do(C::Edit)],
        Kind::Interaction => &[Do(C::ToggleDone), Do(C::Snooze), OPEN, Do(C::Edit), Add(Kind::Interaction)],
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
            None => &[Do(C::Add), Add(Kind::Client)],
            Some(_) if in_list && browse.pane == Pane::Requests && browse.view == WAITING => {
                &[Do(C::Nudge), Do(C::Pass), Do(C::ToggleDone), OPEN]
            }
            Some(_) if in_list && browse.pane == Pane::Journal => {
                &[Add(Kind::Interaction), OPEN, Do(C::Filter), Do(C::Edit)]
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

    /// Whether there is something to go back to.
    pub fn has_way_back(&self) -> bool {
        !self.is_at_edge() || self.screen.waiting_from.is_some()
    }
}
