//! Every command, once: what it is called, where it is on offer, and when it can run.

mod declare;
mod scope;
mod table;

pub use scope::{Keys, Scope};
pub use table::{
    COMMANDS, CaptureCommand, ColumnsCommand, Command, DeskCommand, DialogCommand, FindCommand, FormCommand,
    FromFileCommand, InboxCommand, IncomingCommand, LaterCommand, MergeCommand, MonthCommand, PageCommand,
    PairsCommand, PushedCommand, ReachCommand, TextCommand, ViewerCommand,
};

use super::Pane;

/// What belongs together in the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// What can be done with the chosen record.
    Record,
    /// New records.
    Add,
    /// Where to go.
    Go,
    /// What a list shows.
    List,
    /// The program and the book.
    Book,
    /// Moving about.
    Move,
    /// The pages of a record.
    Pages,
    /// Keys of forms, questions and text; not run from the menu.
    Keys,
}

impl Group {
    /// The word over the group.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Record => "This record",
            Self::Add => "Add",
            Self::Go => "Go to",
            Self::List => "The list",
            Self::Book => "The book",
            Self::Move => "Move",
            Self::Pages => "Its pages",
            Self::Keys => "Keys",
        }
    }
}

/// What must hold before a command can run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Nothing.
    Always,
    /// The question is one of yes and no.
    HasTwoAnswers,
    /// The text goes to somebody.
    IsMessage,
    /// The whole book is there, and something in it.
    CanReport,
    /// The text is a report.
    IsReport,
    /// The text is a report that goes to somebody, and that it went can be written down.
    GoesOut,
    /// Something is chosen.
    HasSubject,
    /// The mark stands on a row: a record, or a section that is folded.
    HasRow,
    /// A phone, a mail, a page or a file of it is written down.
    HasWays,
    /// The list in sight has sections.
    HasSections,
    /// A new record can be written down.
    CanAdd,
    /// What is chosen can be changed.
    CanEdit,
    /// Changes can be made.
    IsWritable,
    /// What is chosen can be ticked off.
    CanTick,
    /// What is chosen can be put off.
    CanSnooze,
    /// What is chosen has a day.
    HasDate,
    /// A client is chosen.
    HasClient,
    /// A client or a person is chosen.
    CanMerge,
    /// A person is chosen.
    IsPerson,
    /// The promise of what is chosen moved, and the client does not know.
    HasMove,
    /// What is chosen leads to promises.
    HasPromises,
    /// What is chosen has a next term.
    HasTerm,
    /// What is chosen is held by somebody.
    HasBall,
    /// The project around has dates.
    HasSteps,
    /// The list is in sight.
    IsBrowsing,
    /// The list is in sight, or a page with a chart.
    HasViews,
    /// A project is around.
    HasProject,
    /// An agreement is around.
    HasAgreement,
    /// A colleague is around.
    HasColleague,
    /// There is somebody to be briefed about.
    HasBrief,
    /// There is somebody to be reminded.
    HasNudge,
    /// There is a record.
    HasRecords,
    /// There is a playbook.
    HasPlaybooks,
    /// There is a calendar.
    HasCalendars,
    /// A person made a field.
    HasCustomFields,
    /// There is something to take back.
    CanUndo,
    /// There is something to do again.
    CanRedo,
    /// Something lies in the bin.
    HasBin,
    /// Something could not be saved.
    IsStuck,
    /// Another place was looked at before.
    HasBefore,
    /// One went back from another place.
    HasAfter,
    /// The record in sight has a page of this name.
    HasPage(&'static str),
}

/// One row of the table.
#[derive(Debug)]
pub struct Spec {
    /// What it is a row of.
    pub command: Command,
    /// Stable name, for the key file and the manual.
    pub name: &'static str,
    /// Where it is on offer.
    pub scope: Scope,
    /// The keys that run it; the first is the one shown.
    pub keys: &'static [&'static str],
    /// One or two words for the footer; empty keeps it out of the footer.
    pub hint: &'static str,
    /// Where it stands in the menu.
    pub group: Group,
    /// A sentence for menu and manual.
    pub about: &'static str,
    /// What must hold for it to run.
    pub when: Guard,
    /// What it is called in menu and palette, in a few words; nothing for keys of forms, questions and text.
    pub title: &'static str,
    /// The letter behind a key that waits for one: of what adds something, or goes somewhere.
    pub letter: Option<Letter>,
    /// What people also call it, in words apart.
    pub synonyms: &'static str,
}

/// A letter behind a key that waits for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Which scope has the keys while it is waited for.
    pub scope: Scope,
    /// The letter.
    pub key: &'static str,
    /// The letter behind the key that opens the strip: "a c".
    pub way: &'static str,
}

impl Spec {
    /// The keys to press, as they are shown: of what has a capital letter alone, rather the letter behind the key of adding.
    pub fn way(&self) -> &'static str {
        let key = self.keys.first().copied().unwrap_or("");
        let capital = key.len() == 1 && key.chars().all(char::is_uppercase);
        self.letter.filter(|_| key.is_empty() || capital).map_or(key, |letter| letter.way)
    }

    /// Every way of keys to it: single ones, then the one of two in a row.
    pub fn ways(&self) -> impl Iterator<Item = &'static str> {
        self.keys.iter().copied().chain(self.letter.map(|letter| letter.way))
    }
}

/// What means the same wherever something has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Common {
    /// Takes what is marked: a row, an answer, a suggestion.
    Take,
    /// To the next one.
    Down,
    /// To the one before.
    Up,
    /// Down as much as is in sight.
    PageDown,
    /// Up as much as is in sight.
    PageUp,
    /// One step back; changes nothing.
    Back,
}

impl Common {
    /// Stable name, for the key file and the manual.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Take => "mark.take",
            Self::Down => "move.down",
            Self::Up => "move.up",
            Self::PageDown => "move.page-down",
            Self::PageUp => "move.page-up",
            Self::Back => "move.back",
        }
    }
}

impl Common {
    /// How far it moves a mark where a page has so many rows: none for what moves nothing.
    pub const fn rows(self, page: isize) -> isize {
        match self {
            Self::Down => 1,
            Self::Up => -1,
            Self::PageDown => page,
            Self::PageUp => -page,
            Self::Take | Self::Back => 0,
        }
    }
}

impl From<Common> for Command {
    fn from(command: Common) -> Self {
        Self::Common(command)
    }
}

impl Command {
    /// The keys to press for it, as they are shown; nothing where it has none.
    pub fn way(self) -> &'static str {
        self.spec(&[]).map_or("", Spec::way)
    }

    /// This command's row where these scopes have the keys; else its first row.
    pub fn spec(self, open: &[Scope]) -> Option<&'static Spec> {
        let rows = || COMMANDS.iter().filter(|s| s.command == self);
        rows().find(|s| open.contains(&s.scope)).or_else(|| rows().next())
    }
}

/// The letter that leads to the page of this name.
pub fn letter_of_page(name: &str) -> Option<&'static str> {
    let row = COMMANDS.iter().find(|s| matches!(s.when, Guard::HasPage(page) if page == name))?;
    row.letter.map(|letter| letter.key)
}

impl DeskCommand {
    /// The command that goes to a pane; its key stands in the header.
    pub const fn to(pane: Pane) -> Self {
        match pane {
            Pane::Today => Self::GoToday,
            Pane::Clients => Self::GoClients,
            Pane::Projects => Self::GoProjects,
            Pane::Departments => Self::GoDepartments,
            Pane::Requests => Self::GoRequests,
            Pane::Agreements => Self::GoAgreements,
            Pane::Journal => Self::GoJournal,
        }
    }
}
