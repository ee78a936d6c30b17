//! What in a line may have been meant otherwise, told as facts. The sentences are made of them in
//! [`crate::words::capture`].

use super::Main;
use crate::domain::derive::load::StandIn;
use crate::domain::{ClientId, ContactId, Ref, Touch};
use chrono::NaiveDate;
use std::ops::Range;

/// Something that may be wrong in what was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The words that it tells, where they stand in the line, in bytes; nothing where it tells none.
    pub words: Option<Range<usize>>,
    /// What is unsure.
    pub why: Unsure,
}

impl Doubt {
    /// A doubt that tells these words of the line.
    pub(super) fn about(words: Range<usize>, why: impl Into<Unsure>) -> Self {
        Self { words: Some(words), why: why.into() }
    }
}

impl<T: Into<Unsure>> From<T> for Doubt {
    fn from(why: T) -> Self {
        Self { words: None, why: why.into() }
    }
}

/// What is unsure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsure {
    /// A day or a time.
    Day(OfDay),
    /// Somebody or something that has a name.
    Name(OfName),
    /// How long something took, or how much work it is.
    Length(OfLength),
    /// What the line becomes, and what goes with it.
    Line(OfLine),
}

/// What is unsure about a day or a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfDay {
    /// There is one already.
    Second,
    /// The day lies behind.
    Passed(NaiveDate),
    /// A day of the calendar without its year, far ahead.
    YearAhead(NaiveDate),
    /// "a 1/2 page": read as a day, and may be a part of these words.
    Fraction(NaiveDate, String),
    /// A touch lies ahead that the line says took place.
    AheadAndOver,
    /// A touch lies ahead in which something was wished for.
    AheadAndWished,
    /// It stands in the text, and was read as the day of what the line becomes.
    OfTouch(Main),
    /// The day may lie on either side of today.
    EitherSide {
        /// As it was read.
        read: NaiveDate,
        /// As it may have been meant.
        other: NaiveDate,
        /// What decided.
        by: Decided,
    },
    /// "mon in two weeks": which week is not said.
    EitherWeek(NaiveDate, NaiveDate),
    /// It was read as the day a wish is wanted by.
    Wanted,
    /// A word beside it makes another day of it.
    Modified,
    /// It stands in prose.
    InProse,
    /// "monday morning": a touch has a time, and this is none.
    PartOfTouch,
    /// "monday morning": what is to be done has no time.
    PartOfWork,
    /// "at 15:30" in what is to be done.
    TimeOfWork,
    /// "every friday" in what comes once.
    NoTask,
    /// It stands among the names, and not behind them.
    AmongNames,
    /// "30/2": there is no such day.
    None,
    /// There is no such day, and so the touch is of now.
    NoneOfTouch,
    /// "by week 54": a day is asked for, and these words begin with none.
    Unread,
    /// "this week", "in May": no day.
    Vague,
    /// "last week" in a touch, which so is of now.
    VagueTouch,
    /// It ends the text of a touch that was read as over.
    Later,
    /// "by fri" in the text of a touch.
    DueInTouch(Touch),
    /// "by tomorow": the days that were likely meant, and how they are written.
    Likely(Vec<NaiveDate>, Vec<String>),
    /// "Παρασκευή" is a day, and these are called so.
    Called(Vec<Ref>),
}

/// What made of a day that may lie on either side of today what it was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// The line says that it took place.
    Over,
    /// It is nearer ahead, or such a touch mostly lies ahead.
    Ahead,
    /// It is nearer behind, or such a touch is mostly written down afterwards.
    Behind,
}

/// What is unsure about a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfName {
    /// `@`, and there is somebody already.
    SecondWorker,
    /// `@`, and no department and no colleague is called so.
    NoWorker,
    /// `/`, and no project is called so.
    NoProject,
    /// `#`, and nothing bears the number.
    NoNumber,
    /// `#`, and what bears the number is of another client.
    NumberOf(Ref, ClientId),
    /// `#`, and what bears the number is closed.
    NumberClosed(Ref),
    /// Who is to do it is away until a day.
    Away(ContactId, NaiveDate, StandIn),
    /// The project is one of another client.
    ProjectOf(ClientId),
    /// The person works for another client.
    WorksFor(ContactId, ClientId),
    /// One of us who is said to wish for something.
    WishOfOurs(ContactId),
    /// A department of ours that is said to wish for something.
    WishOfDepartment(Ref),
    /// These may be meant.
    MayBe(Vec<Ref>, Mend),
    /// "ring Maria": in the text of what is about nobody yet.
    InText(Ref),
    /// Several fit in the text of what is about nobody yet.
    SeveralInText,
    /// "@Design Ida": somebody of the department.
    BesideDepartment(Ref),
    /// Nobody in the book is called so.
    NotInBook,
    /// Two clients in what is of one: the first has it.
    OnlyOne(ClientId, ClientId),
    /// An address or a number that nobody bears.
    NoWay(Way),
    /// An address or a number of a department.
    WayOfDepartment(Ref),
}

/// What makes a name of words that may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// More of the name.
    More,
    /// A capital letter.
    Capital,
    /// The name as it is in the book.
    Spelling,
}

/// By what somebody can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A mail address.
    Address,
    /// A telephone number.
    Number,
}

/// What is unsure about a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfLength {
    /// There is one already.
    Second,
    /// It ends the text of what the line becomes.
    InText(Main),
    /// Hours of work that are not read.
    Work(NoWork),
}

/// Why hours are not read as work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWork {
    /// A follow-up has none.
    FollowUp,
    /// There are some already.
    Second,
    /// They stand behind the day.
    BehindDay,
    /// They are no whole hours.
    Parts,
    /// Words follow them.
    NotLast,
}

/// What is unsure about what a line becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfLine {
    /// It is not said, and was taken as a task.
    TakenAsTask,
    /// It is not said, and was taken as a note.
    TakenAsNote,
    /// Nearly a word that says it; or these people are meant.
    NearKind(&'static str, Vec<Ref>),
    /// A wish of nobody.
    NobodyWishes,
    /// A touch with nobody.
    WithNobody,
    /// A touch has no priority.
    PriorityOfTouch,
    /// A touch has no department.
    DepartmentOfTouch,
    /// `!`, and it is none.
    NoPriority,
    /// There is a priority already.
    SecondPriority,
    /// A follow-up without a day.
    FollowUpWithoutDay,
    /// ">fri" in a touch.
    Arrow,
    /// "will send tmrw" in a touch: something was taken on.
    TakenOn,
    /// Somebody wishes twice.
    SecondWish,
    /// So many wishes, perhaps.
    Wishes(usize),
    /// What would be read with this mark before it.
    WithoutMark(char),
    /// No words are left, and it will be called so.
    NoWords(String),
}

macro_rules! unsure_of {
    ($($variant:ident $of:ident),*) => {
        $(impl From<$of> for Unsure {
            fn from(of: $of) -> Self {
                Self::$variant(of)
            }
        })*
    };
}
unsure_of!(Day OfDay, Name OfName, Length OfLength, Line OfLine);
