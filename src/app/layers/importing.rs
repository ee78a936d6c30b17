//! A file that comes in: where its columns go, then what it would bring, row by row. Nothing is changed until it is taken.

use crate::app::command::{ColumnsCommand, Command, Common, IncomingCommand, Keys};
use crate::app::importing::{Fate, FileColumn, FileColumns, FileRow, FileRows, GoesTo, Wanted};
use crate::app::keyed::{Here, Keyed, Reply, stepped};

/// A file on its way in.
#[derive(Clone, Debug, Default)]
pub struct Importing {
    /// What is asked of it.
    pub wanted: Wanted,
    /// Whether it is being read.
    pub reading: bool,
    /// Its columns, once they were looked at.
    pub columns: Option<FileColumns>,
    /// What it would bring, once that is known.
    pub rows: Option<Box<FileRows>>,
    /// Why it cannot be taken, or what was said cannot be followed.
    pub wrong: Option<String>,
    /// Which rows are shown.
    pub shown: Shown,
    /// Which row is marked among those that are shown, or which column.
    pub at: usize,
    /// The first one shown when it was drawn last.
    pub top: usize,
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// All of them.
    #[default]
    All,
    /// New ones.
    New,
    /// Those of the book that change.
    Updated,
    /// Those about which something is told.
    Doubtful,
    /// Those that are not taken.
    Refused,
    /// Those of the book that stay.
    Unchanged,
}

impl Shown {
    /// Every one, in the order in which they are turned.
    pub const ALL: [Self; 6] =
        [Self::All, Self::New, Self::Updated, Self::Doubtful, Self::Refused, Self::Unchanged];

    /// Whether a row is among them.
    pub fn has(self, row: &FileRow) -> bool {
        match self {
            Self::All => true,
            Self::New => row.fate == Fate::New,
            Self::Updated => row.fate == Fate::Updated,
            Self::Doubtful => !row.notes.is_empty(),
            Self::Refused => row.fate == Fate::Refused,
            Self::Unchanged => row.fate == Fate::Unchanged,
        }
    }
}

impl Importing {
    /// A file that is being read.
    pub fn of(path: String) -> Self {
        Self { wanted: Wanted { path, ..Wanted::default() }, reading: true, ..Self::default() }
    }

    /// Whether its columns are looked at now; else its rows.
    pub fn is_at_columns(&self) -> bool {
        self.columns.is_some() && self.rows.is_none()
    }

    /// The rows that are shown.
    pub fn in_sight(&self) -> impl Iterator<Item = &FileRow> {
        self.rows.iter().flat_map(|read| &read.rows).filter(|row| self.shown.has(row))
    }

    /// Whether a command of it has nothing to work on: the file cannot be read, or no row of it was refused.
    pub fn is_idle(&self, command: Command) -> bool {
        match &self.rows {
            None => self.columns.is_none(),
            Some(read) => command == IncomingCommand::Mend.into() && read.counts.refused == 0,
        }
    }

    /// The marked row.
    pub fn marked(&self) -> Option<&FileRow> {
        self.in_sight().nth(self.at)
    }

    /// The marked column.
    pub fn column(&self) -> Option<&FileColumn> {
        self.columns.as_ref()?.columns.get(self.at)
    }

    /// Says where the marked column goes.
    pub fn goes_to(&mut self, field: &'static str) {
        let at = self.at;
        if let Some(column) = self.columns.as_mut().and_then(|all| all.columns.get_mut(at)) {
            (column.field, self.wrong) = (field, None);
        }
    }

    /// What is asked of the file next, with its columns as they stand.
    pub fn ask_rows(&mut self) {
        let Some(all) = &self.columns else { return };
        let to = |column: &FileColumn| GoesTo { column: column.name.clone(), field: column.field };
        self.wanted.kind = all.kind;
        self.wanted.columns = Some(all.columns.iter().map(to).collect());
        self.wanted.asks = false;
    }

    /// The columns are to be looked at; as they were told last, where they were.
    pub fn ask_columns(&mut self) {
        (self.rows, self.at, self.top, self.wrong) = (None, 0, 0, None);
        self.wanted.asks = self.columns.is_none();
    }

    /// Turns to the next rows of which there are any, or to those before.
    fn turn(&mut self, ahead: bool) {
        let all = Shown::ALL.len();
        let from = Shown::ALL.iter().position(|shown| *shown == self.shown).unwrap_or(0);
        for step in 1..=all {
            let at = if ahead { from + step } else { from + all - step };
            self.shown = Shown::ALL[at % all];
            if self.shown == Shown::All || self.in_sight().next().is_some() {
                break;
            }
        }
        (self.at, self.top) = (0, 0);
    }

    /// Does what only columns can be asked to do.
    pub fn run_columns(&mut self, command: ColumnsCommand) -> Reply {
        let is_open = self.columns.as_ref().is_none_or(|all| all.kind.is_none());
        match command {
            ColumnsCommand::Kind => Reply::PickKind,
            ColumnsCommand::Preview if is_open => Reply::PickKind,
            ColumnsCommand::Preview => {
                self.ask_rows();
                Reply::ReadFile
            }
            ColumnsCommand::Custom => {
                self.goes_to(crate::app::importing::CUSTOM);
                Reply::Done
            }
        }
    }

    /// Does what only rows can be asked to do.
    pub fn run_rows(&mut self, command: IncomingCommand) -> Reply {
        match command {
            IncomingCommand::Turn => self.turn(true),
            IncomingCommand::TurnBack => self.turn(false),
            IncomingCommand::Columns => return Reply::LookAtColumns,
            IncomingCommand::Takes => {
                self.wanted.takes = self.wanted.takes.next();
                return Reply::ReadFile;
            }
            IncomingCommand::Differ => {
                self.wanted.overwrite = !self.wanted.overwrite;
                return Reply::ReadFile;
            }
            IncomingCommand::Mend => return Reply::WriteRefused,
        }
        Reply::Done
    }
}

impl Keyed for Importing {
    fn keys(&self) -> Keys {
        if self.is_at_columns() { Keys::Columns } else { Keys::Incoming }
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        let all = match &self.columns {
            Some(read) if self.is_at_columns() => read.columns.len(),
            _ => self.in_sight().count(),
        };
        match command {
            Common::Down | Common::Up | Common::PageDown | Common::PageUp => {
                self.at = stepped(self.at, command.rows(here.page()), all);
                Reply::Done
            }
            Common::Take if self.reading => Reply::Done,
            Common::Take if self.is_at_columns() => {
                let is_open = self.columns.as_ref().is_none_or(|all| all.kind.is_none());
                if is_open { Reply::PickKind } else { Reply::PickField }
            }
            Common::Take if self.rows.is_none() => Reply::ReadFile,
            Common::Take => Reply::ImportFile,
            Common::Back => Reply::Close,
        }
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}
