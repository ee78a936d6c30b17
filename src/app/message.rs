//! What changes the state, and what the state asks of the world.

use crate::app::Command;
use crate::app::draft::Draft;
use crate::app::importing::{FileFound, FileRead, Wanted};
use crate::app::inbox::{Dropped, InboxItem, MadeIndex, Snapshot};
use crate::app::listing::{Form, Listed};
use crate::app::pages::HistoryLines;
use crate::app::places::Pointed;
use crate::app::reporting::Report;
use crate::domain::report::Format;
use crate::domain::{Action, Change, Kind, PromisedDay, Record, Ref};

/// What changes the state.
#[derive(Debug)]
pub enum Msg {
    /// A command.
    Run(Command),
    /// Text was typed or pasted where text goes.
    Typed(String),
    /// A letter was struck that does nothing here.
    Unbound(char),
    /// The mouse did something.
    Pointed(Pointed),
    /// The book is open: what was found, and what `undo` and `redo` would do.
    Opened {
        /// What was broken and what was done about it.
        news: Vec<String>,
        /// Why nothing can be written.
        read_only: Option<String>,
        /// The highest short number ever given.
        last_number: u32,
        /// What `undo` would take back.
        undo: Option<String>,
        /// What `redo` would do again.
        redo: Option<String>,
        /// Text of forms that were left.
        drafts: Vec<Draft>,
    },
    /// Some records of the book.
    Loaded(Vec<Record>),
    /// What was loaded so far does not count.
    LoadAgain,
    /// The first waiting change is on the medium.
    Saved {
        /// What `undo` would take back.
        undo: Option<String>,
        /// What `redo` would do again.
        redo: Option<String>,
        /// Something else went wrong.
        warning: Option<String>,
    },
    /// The first waiting change is not on the medium, and why; it can be tried again.
    NotSaved(String),
    /// The first waiting change can never be saved as it is, and why.
    Refused(String),
    /// A change that was taken back or done again, saved already.
    Moved {
        /// What it did.
        change: Change,
        /// What `undo` would take back.
        undo: Option<String>,
        /// What `redo` would do again.
        redo: Option<String>,
        /// Something else went wrong.
        warning: Option<String>,
    },
    /// Nothing was taken back or done again, and why.
    NotMoved(String),
    /// Taking back or doing again is about so much that it is asked first.
    IsMuch {
        /// Whether it would be taken back.
        back: bool,
        /// What the change did.
        action: Action,
        /// How many records it is about.
        records: usize,
    },
    /// What the journal on disk has on a record.
    History(Ref, HistoryLines),
    /// The days the clients were promised by these records, first to last.
    PromisedDays(Vec<(Ref, Vec<PromisedDay>)>),
    /// The text as it came back from the editor; `None` when it was left as it was.
    Edited(Option<String>),
    /// The list or the report was written to a file, in words.
    ListWritten(String),
    /// There is a file of the name to which the list or the report was to be written.
    ListIsThere,
    /// A report as text; or why it cannot be written.
    Report(Report, Result<String, String>),
    /// So many files lie in the inbox.
    InboxWaits(usize),
    /// What lies in the inbox.
    InboxRead(Vec<InboxItem>),
    /// Files that may be meant by what was typed.
    FilesFound(String, Vec<FileFound>),
    /// What was read in a file, as it was wanted.
    FileRead(Box<Wanted>, Box<FileRead>),
    /// What records of a kind are known by, to tell which one is like another.
    Indexed(Kind, MadeIndex),
    /// A file of the inbox was put away; or why not.
    PutAway(Dropped, Option<String>),
    /// Something done outside came to an end, in words.
    Done(String),
    /// Something done outside failed, in words.
    Failed(String),
}

/// What the state asks of the world; carried out by the shell.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Write a change.
    Save(Box<Change>),
    /// Write these, in order, after a failure.
    SaveAgain(Vec<Change>),
    /// Take back the last change; one of many records only says what it is.
    Undo,
    /// Do again what was taken back; one of many records only says what it is.
    Redo,
    /// Take back the last change, or do again what was taken back, however much it is.
    Step {
        /// Whether it is taken back.
        back: bool,
    },
    /// Read what the journal has on a record, and on those that became it.
    History {
        /// The record.
        of: Ref,
        /// Those that were merged into it.
        formers: Vec<Ref>,
    },
    /// Read which days the clients were promised by these records, as far as the journal tells it.
    PromisedDays(Vec<Record>),
    /// Let the person write this text in their editor.
    Editor(String),
    /// Keep the text of forms.
    Drafts(Vec<Draft>),
    /// Write changes that could not be saved to a file.
    WriteOut(Vec<Change>),
    /// Put this text on the clipboard.
    Copy(String),
    /// Write this text to a new file of about this name, where the person's files are.
    WriteFile {
        /// The name, without a folder.
        name: String,
        /// What is written.
        text: String,
    },
    /// Write a list to a file.
    WriteList {
        /// The file, as it was typed.
        path: String,
        /// How.
        form: Form,
        /// Whether one that is there is written over.
        over: bool,
        /// What.
        listed: Listed,
    },
    /// Write a report as text of lines, of the book as it is.
    Report {
        /// The book.
        book: Snapshot,
        /// Which one.
        report: Report,
        /// The columns of a line.
        columns: usize,
    },
    /// Write a report to a file.
    WriteReport {
        /// The book.
        book: Snapshot,
        /// Which one.
        report: Report,
        /// The text as it was changed; without it the report is written afresh.
        text: Option<String>,
        /// The file, as it was typed.
        path: String,
        /// How.
        format: Format,
        /// Whether one that is there is written over.
        over: bool,
    },
    /// Read what lies in the inbox, against the book as it is.
    ReadInbox(Snapshot),
    /// Look for files that may be meant by what is typed.
    LookForFiles(String),
    /// Read a file as it is wanted, against the book as it is.
    ReadFile(Box<Wanted>, Snapshot),
    /// Write the rows of a file that are not taken to another one.
    WriteRefused(Box<Wanted>, Snapshot),
    /// Keep where these columns go, for the next file that has them.
    KeepColumns(Box<Wanted>, Vec<String>, Snapshot),
    /// Find out what the records of a kind are known by, beside the keys.
    Index(Kind, Snapshot),
    /// Put a file of the inbox away: what it held is saved.
    PutAway(Dropped),
    /// Open an address with the program the system has for it.
    Open(String),
    /// Take a backup.
    Backup,
    /// Draw the whole screen afresh.
    Redraw,
    /// Let the terminal tell what the mouse does, or no longer.
    Mouse(bool),
}
