//! What is wrong with one value, as a fact; `words` says it.

use super::{Choice, Kind};
use chrono::NaiveDate;

/// A complaint about one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidationError {
    /// Stable name of the field the complaint stands at; empty when it is about the record as a whole.
    pub field: &'static str,
    /// What is wrong.
    pub fault: Fault,
}

impl ValidationError {
    /// The same complaint, standing at `field`.
    #[must_use]
    pub fn at(self, field: &'static str) -> Self {
        Self { field, ..self }
    }
}

impl From<Fault> for ValidationError {
    /// A complaint that has not found its field yet; see [`ValidationError::at`].
    fn from(fault: Fault) -> Self {
        Self { field: "", fault }
    }
}

/// What many of a value are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Characters of a text.
    Characters,
    /// Entries of a list.
    Entries,
    /// Lines of a checklist.
    Lines,
}

/// What can be wrong with a value or a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The field of this label must not be empty.
    Needed(&'static str),
    /// A value of another type than its field.
    OtherType,
    /// A whole number from nought on was expected.
    Negative,
    /// A code that is of no choice here.
    UnknownChoice,
    /// A record of this kind was expected.
    OtherKind(Kind),
    /// The kind has no field of this name.
    NoField(Kind, String),

    /// One line was expected.
    ManyLines,
    /// More than there may be of something.
    TooMany {
        /// How many there are.
        size: usize,
        /// Of what.
        of: Counted,
        /// How many there may be.
        limit: usize,
    },
    /// This is no mail address.
    NoMail(String),
    /// This is no telephone number.
    NoPhone(String),
    /// A whole number between two bounds was expected.
    NotWithin(i64, i64),
    /// A number was expected.
    NoNumber,
    /// A day was expected.
    NoDay,
    /// A day that is over was expected.
    NoPastDay,
    /// A day and a time were expected.
    NoMoment,
    /// A day of birth was expected.
    NoBirthday,
    /// A year of four digits was expected.
    ShortYear,
    /// Yes or no was expected.
    NoFlag,
    /// One of a closed list was expected.
    NoChoice(&'static [Choice]),
    /// A length of time was expected.
    NoSpan,
    /// When something comes again was expected.
    NoRepeat,
    /// What the program keeps by itself cannot be typed.
    Kept,
    /// An amount was expected.
    NoAmount,
    /// A currency was expected.
    NoCurrency,
    /// An amount with one mark that could part thousands or decimals.
    TwoAmounts {
        /// Read with the mark between thousands.
        large: String,
        /// Read with the mark before decimals.
        small: String,
        /// The small one written so that there is no doubt.
        exact: String,
    },

    /// It ends before it starts.
    EndBeforeStart,
    /// The last day lies before the first.
    LastBeforeFirst,
    /// It is promised before it was received.
    PromisedBeforeReceived,
    /// It is due before it may start.
    DueBeforeStart,
    /// Somebody without a name or a mail address.
    Nameless,
    /// Somebody works for a client and in a department.
    TwoHomes,
    /// Somebody reports to themselves.
    ReportsToSelf,
    /// Somebody stands in for themselves.
    StandsInForSelf,
    /// Declined, and nobody said why.
    DeclinedWithoutReason,
    /// A task waits for itself.
    WaitsForSelf,
    /// The milestone of a task is one of another project.
    MilestoneElsewhere,
    /// The project of a request is one of another client, of this name.
    ProjectOf(String),
    /// Something was typed where one is to be taken: a record of this kind, or a choice.
    NotTaken(Option<Kind>, String),
    /// It lies in the bin.
    Deleted,

    /// A field of this kind is called so already.
    FieldIsThere(Kind, String),
    /// A sign that no name of a field may have: the line of a filter or a mapping could not name it.
    SignInName(char),
    /// A choice without anything to choose.
    NothingToChoose,
    /// The same can be chosen twice.
    ChosenTwice(String),

    /// What is wrong with a line, counted from 1.
    Line(usize, LineFault),
    /// A playbook without a step.
    NoStep,
    /// A step that waits for one above, of which there is none: its title, and whether it is a milestone.
    NothingAbove(String, bool),
    /// A week without a working day.
    NoWorkingDay,
    /// The two letters of a country were expected.
    NoCountry,

    /// A text was expected in JSON.
    NoText,
    /// A time as RFC 3339 writes it was expected.
    NoTime,
    /// The name of a kind was expected.
    UnknownKind,
    /// A UUID was expected.
    NoUuid,
    /// An object was expected.
    NoObject,
    /// The kind has no such field in this version.
    LaterField(Kind, String),
    /// This does not fit its field.
    Misfit(String),
    /// Codes and hexadecimal bytes were expected.
    NoBytes,
}

/// What can be wrong with a line of a playbook or of days off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// A step does not begin with its day.
    NoStepDay,
    /// A second `@`, with this name.
    SecondWho(String),
    /// This is no priority.
    NoPriority(String),
    /// Nothing is said to be done.
    NoTitle,
    /// A milestone with somebody or with hours.
    MilestoneDone,
    /// A day off was expected.
    NoDayOff,
    /// The last day lies before the first.
    Backwards(NaiveDate, NaiveDate),
    /// Longer than a year.
    TooLong(NaiveDate, NaiveDate),
}
