//! The panes of the desk, one row each: what stands in a list, and how it is moved in.

mod agreements;
mod clients;
mod departments;
mod journal;
mod projects;
mod requests;
pub mod spec;
mod today;

use crate::words::{self, Of};
pub use clients::UNSORTED;
pub use requests::{LONGEST, WAITING};
use spec::PaneSpec;
pub use today::{is_unsorted, why};

use crate::domain::Kind;

/// A pane of the desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// What needs the manager now.
    #[default]
    Today,
    /// Whom we serve.
    Clients,
    /// What we do for them.
    Projects,
    /// Who carries it out.
    Departments,
    /// What the clients wish for.
    Requests,
    /// What binds us.
    Agreements,
    /// What happened.
    Journal,
}

impl Pane {
    /// Every pane, in the order of the header.
    pub const ALL: [Self; 7] = [
        Self::Today,
        Self::Clients,
        Self::Projects,
        Self::Departments,
        Self::Requests,
        Self::Agreements,
        Self::Journal,
    ];

    /// What it is called.
    pub fn title(self) -> &'static str {
        words::label(Of::Pane, self.spec().title)
    }

    /// This pane's row.
    pub const fn spec(self) -> &'static PaneSpec {
        match self {
            Self::Today => &today::PANE,
            Self::Clients => &clients::PANE,
            Self::Projects => &projects::PANE,
            Self::Departments => &departments::PANE,
            Self::Requests => &requests::PANE,
            Self::Agreements => &agreements::PANE,
            Self::Journal => &journal::PANE,
        }
    }

    /// The pane in which a record of this kind stands in the list.
    pub fn of(kind: Kind) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.spec().kinds.contains(&kind))
    }
}
