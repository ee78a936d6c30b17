//! The panes, one row each, and what a list shows: columns, views, orders.

use super::sheet::{Cell, Ctx};
use super::{agreements, clients, departments, journal, projects, requests, today};
use crate::domain::{Kind, Ref};

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

/// What a row is sorted by; compared in the order of the variants.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// A number; days since the epoch for dates.
    Number(i64),
    /// Rows with the same number belong together, and say so once: clients by their most urgent row.
    Group(i64),
    /// Folded text.
    Text(String),
    /// Nothing to sort by: last, whatever the direction.
    None,
}

/// One column of a list.
#[derive(Debug)]
pub struct Column {
    /// The word over it, and the name of the order.
    pub title: &'static str,
    /// Columns of the screen it takes; 0 takes what is left, or an equal share of it.
    pub width: u16,
    /// Whether it stands at the right edge of its place: numbers.
    pub right: bool,
    /// How much it matters: in a narrow list, columns above 0 are left out, the highest first.
    pub spare: u8,
    /// What stands in it.
    pub cell: fn(Ctx<'_>, Ref) -> Cell,
    /// What rows are sorted by under this column; `None` when it is no order.
    pub key: Option<fn(Ctx<'_>, Ref) -> SortKey>,
}

/// A choice of rows: active, all.
#[derive(Debug)]
pub struct View {
    /// The word in the title.
    pub name: &'static str,
    /// Whether a row belongs.
    pub shows: fn(Ctx<'_>, Ref) -> bool,
}

/// One row of the table of panes.
#[derive(Debug)]
pub struct PaneSpec {
    /// The word in the header.
    pub title: &'static str,
    /// What its rows are.
    pub kinds: &'static [Kind],
    /// What some of its views show besides.
    pub also: &'static [Kind],
    /// What `add` writes down.
    pub adds: Kind,
    /// What an empty list says: what belongs here and how it gets in. The key is put where `{}` stands.
    pub empty: &'static str,
    /// The columns; the first order is the first column that has one.
    pub columns: &'static [Column],
    /// The column rows are sorted by at first, and whether turned round.
    pub order: (usize, bool),
    /// How much of a wide screen the list takes, in per cent.
    pub share: u16,
    /// The choices of rows; the first is shown at first.
    pub views: &'static [View],
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

    /// The command that goes there; its key stands in the header.
    pub const fn command(self) -> super::DeskCommand {
        match self {
            Self::Today => super::DeskCommand::GoToday,
            Self::Clients => super::DeskCommand::GoClients,
            Self::Projects => super::DeskCommand::GoProjects,
            Self::Departments => super::DeskCommand::GoDepartments,
            Self::Requests => super::DeskCommand::GoRequests,
            Self::Agreements => super::DeskCommand::GoAgreements,
            Self::Journal => super::DeskCommand::GoJournal,
        }
    }

    /// The pane in which a record of this kind stands in the list.
    pub fn of(kind: Kind) -> Option<Self> {
        Self::ALL.into_iter().find(|p| p.spec().kinds.contains(&kind))
    }
}

/// Every row there is.
pub fn everything(_: Ctx<'_>, _: Ref) -> bool {
    true
}
