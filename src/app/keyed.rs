//! What can have the keys: the layers over the desk, and the open pane. Each knows its keys, takes the commands that are
//! common to all and its own, and answers with what it wants done with the rest of the desk.

use crate::app::changes::Told;
use crate::app::command::{Command, Common, Keys};
use crate::app::ctx::Ctx;
use crate::app::document::Tone;
use crate::app::importing::Open;
use crate::app::layers::{Left, Taken, Until};
use crate::app::listing::Form as ListForm;
use crate::app::message::Effect;
use crate::app::textbox::TextBox;
use crate::domain::report::{Ask, Format};
use crate::domain::{ClientId, Holder, Kind, Outcome, Ref, Tier};
use chrono::NaiveDate;

/// Something that can have the keys.
pub trait Keyed {
    /// Which keys it has now.
    fn keys(&self) -> Keys;

    /// Does what means the same everywhere.
    fn common(&mut self, command: Common, here: Here<'_>) -> Reply;

    /// The text that has the cursor, when there is one.
    fn text_mut(&mut self) -> Option<&mut TextBox> {
        None
    }

    /// Changes the text that has the cursor, and looks again for what it finds.
    fn edit(&mut self, _: Edit<'_>, _: Here<'_>) -> Reply {
        Reply::Done
    }

    /// Takes a text back that the person wrote elsewhere.
    fn written(&mut self, _: String, _: Here<'_>) -> Reply {
        Reply::Done
    }

    /// Keeps which row was drawn first.
    fn drawn(&mut self, _: usize) {}
}

/// What all of them are asked with: what is known, and where things were drawn.
#[derive(Clone, Copy, Debug)]
pub struct Here<'a> {
    /// What is known.
    pub ctx: Ctx<'a>,
    /// What the last frame told.
    pub drawn: Drawn,
}

impl Here<'_> {
    /// The rows of a page of a layer.
    pub fn page(self) -> isize {
        page_of(self.drawn.layer_rows)
    }
}

/// How far a page goes where so many rows have room: one stays in sight.
pub fn page_of(rows: u16) -> isize {
    isize::try_from(rows.max(2)).unwrap_or(2) - 1
}

/// Where a mark comes to stand that is moved by so many of `all` rows, and stays among them.
pub fn stepped(at: usize, by: isize, all: usize) -> usize {
    at.saturating_add_signed(by).min(all.saturating_sub(1))
}

/// Which of `all` rows a text names by its number alone, the first being 1.
pub fn numbered(text: &str, all: usize) -> Option<usize> {
    text.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < all)
}

/// A change to a text.
#[derive(Clone, Copy, Debug)]
pub enum Edit<'a> {
    /// This was typed or pasted.
    Insert(&'a str),
    /// Something before or behind the cursor is taken away.
    Erase(fn(&mut TextBox)),
}

impl Edit<'_> {
    /// Makes the change; line ends are kept when the text has `lines`.
    pub fn apply(self, text: &mut TextBox, lines: bool) {
        match self {
            Edit::Insert(piece) => text.insert(piece, lines),
            Edit::Erase(erase) => erase(text),
        }
    }
}

/// What it wants done with the rest of the desk.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Nothing more.
    Done,
    /// It is closed.
    Close,
    /// Something is said.
    Say(Tone, &'static str),
    /// A record is opened on a card.
    Open(Ref),
    /// The clients that nobody sorted yet are shown.
    ShowUnsorted,
    /// It is closed, and this is done.
    Answer(OnAnswer),
    /// It is closed, and this is done with what was chosen.
    Take(Pick),
    /// It is closed, and this is run.
    Run(Command),
    /// The world is asked for something.
    Effect(Effect),
    /// The text is taken elsewhere, which is logged when it is a reminder.
    Send(Effect),
    /// It is closed, and what can be copied of a record is offered.
    CopyOf(Ref),
    /// It is closed, and what was taken of a record is copied or opened.
    Reach {
        /// Whether it is opened.
        opens: bool,
        /// Of which record.
        target: Ref,
        /// What.
        taken: Taken,
    },
    /// The commands that fit what is typed are looked for.
    FindCommands,
    /// What is written in the form is kept, so that a crash does not lose it.
    KeepDraft,
    /// What the marked offer of the form names is made with its record.
    MakeNew,
    /// It is closed, and the record is put off until the day.
    PutOff(Until, Ref, NaiveDate),
    /// The list is written to a file.
    WriteList {
        /// The file.
        path: String,
        /// How.
        form: ListForm,
        /// Whether one that is there is written over.
        over: bool,
    },
    /// The report is written to a file.
    WriteReport {
        /// The file.
        path: String,
        /// How.
        format: Format,
        /// Whether one that is there is written over.
        over: bool,
    },
    /// It is asked to which file the report is written.
    AskWriteReport,
    /// The report is opened in the mail program.
    MailReport,
    /// It is written down that the report went out.
    ReportSent,
    /// The report is written in the other language.
    TurnLanguage,
    /// The form is saved.
    SaveForm,
    /// It is closed, and the form is saved with everything its date pushes, but for what is left where it is.
    SavePushed(Left),
    /// Two records are put side by side, to become one.
    Merge(Ref, Ref),
    /// The marked file of the inbox comes into the book.
    KeepDropped,
    /// Which file is to come in is asked.
    AskFile,
    /// The file is read, and what it would bring is shown.
    OpenFile(String),
    /// The file is read again, as it is wanted now.
    ReadFile,
    /// What a row of the file is is asked.
    PickKind,
    /// Where the marked column goes is asked.
    PickField,
    /// The columns of the file are looked at.
    LookAtColumns,
    /// The rows of the file that are not taken are written to another one.
    WriteRefused,
    /// The file comes into the book.
    ImportFile,
    /// The two that stand side by side become one.
    MergeNow,
    /// It is kept that two records are not the same.
    TellApart(Ref, Ref),
    /// The form is left.
    LeaveForm,
    /// What the keys do here is shown.
    Help,
    /// What the line came to is kept.
    KeepLine,
    /// What the line came to is corrected in forms.
    CorrectLine,
    /// The line is left, for the next time.
    LeaveLine,
}

/// What an answer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnAnswer {
    /// Nothing.
    Nothing,
    /// Writes down the next term of an agreement.
    Renew(Ref),
    /// Opens the way of this place to reach a record, in another program.
    OpenWay(Ref, usize),
    /// Opens a report, or asks of which days it is.
    Report(Ask),
    /// Opens a report of these days.
    ReportOf(Ask),
    /// Says how much care a client is owed.
    Tier(ClientId, Tier),
    /// Saves the topmost form, whose promise moves; so the client came to know.
    SaveTold(Told),
    /// The client came to know of what became of a record.
    Told(Ref, Told),
    /// As [`OnAnswer::Told`], and how content they were, when they said so.
    Content(Ref, Told, Option<i64>),
    /// Writes down what was decided.
    Decided(Ref, Outcome),
    /// Puts a record and all that belongs to it into the bin.
    Delete(Ref),
    /// Takes what lies in the bin out of the book.
    EmptyBin,
    /// Closes the form and keeps what was written for the next time.
    KeepDraft,
    /// Closes the form and forgets what was written.
    DropDraft,
    /// Takes the last change back, or does it again, however much it is.
    Step {
        /// Whether it is taken back.
        back: bool,
    },
    /// Says what is meant by what can be read in two ways.
    ReadAs {
        /// What it is about.
        about: Open,
        /// Whether the first reading is meant.
        first: bool,
    },
    /// Tries to save again.
    Retry,
    /// Writes what could not be saved to a file.
    WriteOut,
    /// Leaves although something is not saved.
    QuitUnsaved,
}

/// What is chosen, and what is done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The record is opened.
    Open(Ref),
    /// The record is brought back from the bin.
    BringBack(Ref),
    /// The ball is passed to them; was passed, on a day that is over.
    Pass(Holder, Option<NaiveDate>),
    /// The first is put beside the second, to become one.
    MergeWith(Ref, Ref),
    /// The list is sorted by this column.
    SortBy(usize),
    /// A row of the file is this.
    RowsAre(Kind),
    /// The marked column of the file goes to the field of this name.
    GoesTo(&'static str),
}

/// What was drawn where, as far as the state must know to page and to scroll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Rows of the list that have room.
    pub list_rows: u16,
    /// The first row of the list shown.
    pub list_top: usize,
    /// Lines of the record that have room.
    pub document_rows: u16,
    /// The first line of the record shown.
    pub document_top: usize,
    /// Rows of the topmost layer that have room.
    pub layer_rows: u16,
    /// The first row of the topmost layer shown.
    pub layer_top: usize,
    /// Columns of the screen.
    pub columns: u16,
    /// Columns that the text of a form has.
    pub text_width: u16,
    /// Column and row of the marked row: there the cursor stands though it is hidden, since screen readers and braille
    /// displays follow it.
    pub marked: Option<(u16, u16)>,
    /// Where a record stands beside the list: column, row, columns, rows.
    pub beside: Option<[u16; 4]>,
}
