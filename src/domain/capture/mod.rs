//! Capture: one line, as it is typed in front of a client, read into what it becomes.
//!
//! ```text
//! call Aegean Maria: wants the spring banner by fri @design !high +follow-up wed #spring
//! ```
//!
//! The rules, decided once:
//! - The first word says what it is: call, meeting, mail, visit, message, note; request; task; follow-up; and the same
//!   in Greek. "Somebody wants something" is a request, and after a touch it is both.
//! - Names stand before the text: after the kind, up to a colon or the first word that names nobody. There half a word
//!   will do. In the text a name must be whole or written with a capital, and the words stay in the title.
//! - A client is looked for first, then the people of that client, then everybody else. Only a name that fits best
//!   alone is taken; otherwise nothing is set and those who fit are told as a doubt.
//! - `@` is a department or a colleague in one, `/` a project, `#` a tag (or a record, by its number), `!` a priority,
//!   `+follow-up` a task for us. A name of several words may stand in quotation marks.
//! - What happened looks back ("fri" is the last one), what is to be done looks ahead. "Called", "met", "sent" say that it
//!   happened; "call" and "meeting" do not, and then the date decides: a day ahead is a touch that is planned. Where both
//!   days are near it is a doubt that shows both.
//! - `by` a day is the day it is due; in a wish it is the day it is wanted by. Only what is said to be promised is.
//! - A date beside a word that makes another one of it ("not before friday") is not taken, and told.
//! - What a line does not name is taken from where one stands, in the desk. A mail address or a telephone number of the book
//!   names whoever bears it. A slip of the hand, a nickname, a date in another language names nobody and no day: it is a
//!   doubt that says who or which day may be meant.
//! - What is not understood stays text. What was understood in a way that may be wrong is a doubt.

mod build;
mod complete;
mod date_words;
mod dates;
mod direction;
mod doubt;
mod fields;
mod here;
mod lengths;
mod likely;
mod loose;
mod missed;
mod modifiers;
mod names;
mod ordinary;
mod outcome;
mod persons;
mod planned;
mod reader;
mod slips;
mod token;
mod ways;
mod words;

pub use build::records;
pub use complete::{Completion, complete};
pub use dates::Dated;
pub use doubt::{Decided, Doubt, Mend, NoWork, OfDay, OfLength, OfLine, OfName, Unsure, Way};
pub use here::Place;

use super::{
    Book, ClientId, ContactId, DepartmentId, Direction, Moment, Priority, ProjectId, Ref, Repeat, RequestId,
    TaskId, Touch,
};
use chrono::{NaiveDate, NaiveTime};
use std::ops::Range;

/// What a line becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Main {
    /// An interaction.
    Touch(Touch),
    /// An interaction in which a client wished for something, and the request.
    Heard(Touch),
    /// A request.
    Request,
    /// A task.
    Task,
    /// A task to come back to somebody.
    FollowUp,
}

impl Main {
    /// The touch in it.
    pub fn touch(self) -> Option<Touch> {
        match self {
            Self::Touch(touch) | Self::Heard(touch) => Some(touch),
            _ => None,
        }
    }

    /// Whether a request comes of it.
    pub fn is_wish(self) -> bool {
        matches!(self, Self::Heard(_) | Self::Request)
    }
}

/// What a part of a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It says what the line becomes.
    Kind(Main),
    /// It says that a client wishes for something.
    Wish,
    /// It says who began.
    Direction(Direction),
    /// The client.
    Client(ClientId),
    /// A person, at a client or in a department.
    Contact(ContactId),
    /// The department that is to do it.
    Department(DepartmentId),
    /// The person in a department who is to do it.
    Colleague(ContactId),
    /// The project.
    Project(ProjectId),
    /// A request that it is about, by its number.
    Request(RequestId),
    /// A task that it is about, by its number.
    Task(TaskId),
    /// When it happened.
    At(Dated),
    /// How many minutes it took, and when it began where that was said with it.
    Minutes(i64, Option<NaiveTime>),
    /// How many hours of work it is.
    Effort(i64),
    /// The day a wish reached us.
    Received(NaiveDate),
    /// The day by which it is to be done.
    Due(NaiveDate),
    /// The day the client was promised.
    Promised(NaiveDate),
    /// The day the client wants it by.
    Wanted(NaiveDate),
    /// When a task comes again, and the first day of it when it says one.
    Again(Repeat, Option<NaiveDate>),
    /// How much it matters.
    Priority(Priority),
    /// A word to filter by.
    Tag(String),
    /// A task for us to come back, on this day if one was said.
    FollowUp(Option<NaiveDate>),
    /// Something that was not understood; its doubt says why, and it stays in the title.
    Unclear,
}

impl What {
    /// The record that it names.
    pub fn named(&self) -> Option<Ref> {
        Some(match *self {
            Self::Client(id) => id.into(),
            Self::Contact(id) | Self::Colleague(id) => id.into(),
            Self::Department(id) => id.into(),
            Self::Project(id) => id.into(),
            Self::Request(id) => id.into(),
            Self::Task(id) => id.into(),
            _ => return None,
        })
    }

    /// Whether it is told in another way than by itself: the kind, and what is doubtful.
    pub fn is_silent(&self) -> bool {
        matches!(self, Self::Kind(_) | Self::Wish | Self::Unclear)
    }
}

/// A part of a line that means something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it means.
    pub what: What,
    /// Why it may be wrong.
    pub doubt: Option<Doubt>,
    /// Its words stand in the title too.
    pub kept: bool,
}

/// A line as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it becomes.
    pub kind: Main,
    /// The touch lies ahead.
    pub planned: bool,
    /// When the touch is or was; now where the line does not say.
    pub at: Moment,
    /// What was understood, in the order of the line; the ranges never overlap.
    pub parts: Vec<Part>,
    /// What the line does not say and where one stands does.
    pub placed: Vec<What>,
    /// What is left: the wish, the task, or what the touch was about.
    pub title: String,
    /// What a touch was about in which something was wished for; empty otherwise.
    pub heard: String,
    /// Everything that is doubtful, that of the parts among it.
    pub doubts: Vec<Doubt>,
}

impl Reading {
    /// The words of the line that the first doubt is about; nothing where it is about the whole of it.
    pub fn doubtful(&self) -> Option<Range<usize>> {
        let first = self.doubts.first()?;
        let part = self.parts.iter().find(|p| p.doubt.as_ref() == Some(first));
        part.map(|p| p.range.clone()).or_else(|| first.words.clone().filter(|words| !words.is_empty()))
    }
}

/// Reads a line against a book. `now` dates what says no date, and says which way dates lie.
pub fn read(line: &str, book: &Book, now: Moment) -> Reading {
    read_at(line, book, now, Place::default())
}

/// Reads a line as [`read`], written where one stands: that is what it is about when it names nobody.
pub fn read_at(line: &str, book: &Book, now: Moment, here: Place) -> Reading {
    let first = reader::Reader::new(line, book, now, here, &[]).run();
    // People are looked for at their client first, also when the client stands after them.
    if first.has_early_people() {
        let clients = first.clients();
        return reader::Reader::new(line, book, now, here, &clients).run().finish();
    }
    first.finish()
}
