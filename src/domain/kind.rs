//! The one table of kinds. A kind is its file in `records`, its row here, and its page; ids, records, names, and what
//! the command line shows are readings of the row.

use super::choice::marked;
use super::field::Traits;
use super::ids::KindId;
use super::record::Rules;
use super::records;
use super::{Field, Head, Moment, Ref, ValidationError};
use std::fmt;
use uuid::Uuid;

/// When a name is looked for among the records of a kind: people rather know who somebody is than every line of the
/// journal with that name in it. Kinds of one turn are told in the order of their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sought {
    /// Before all others.
    First(u8),
    /// When nothing of the first is called so.
    Second(u8),
    /// When nothing else is called so.
    Last(u8),
    /// Never, unless the kind is said or the id: its records have no names of their own.
    Never,
}

/// The order of a printed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By name.
    Name,
    /// By short number.
    Number,
    /// By this field, what comes first before.
    Soonest(&'static str),
    /// By this field, what was last before.
    Latest(&'static str),
}

/// The short number of a record of a kind that bears one.
macro_rules! number {
    ($record:ident) => {
        None
    };
    ($record:ident numbered) => {
        Some($record.no)
    };
}

/// Writes the short number where there is one.
macro_rules! number_to {
    ($record:ident $no:ident) => {{}};
    ($record:ident $no:ident numbered) => {
        $record.no = $no
    };
}

/// A row: doc comment · code on disk, never reused · kind, id, fields · name, plural · `numbered` when it bears short
/// numbers · when a name is looked for in it · the order and the columns of a printed list, by members of the record.
macro_rules! kinds {
    ($(
        $(#[doc = $about:literal])*
        $code:literal $kind:ident $id:ident $fields:ident $name:literal $plural:literal $($numbered:ident)?,
        sought $sought:ident $(($place:literal))?, by $order:ident $(($by:ident))?, columns [$($column:ident)*];
    )*) => {
        /// What a record is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Kind { $( $(#[doc = $about])* $kind = $code, )* }

        impl Kind {
            /// Every kind, in the order of their codes.
            pub const ALL: &'static [Kind] = &[$(Kind::$kind),*];

            /// The word for one, lower case; stable, used in files and on the command line.
            pub const fn name(self) -> &'static str {
                match self { $(Kind::$kind => $name,)* }
            }

            /// The word for several, lower case; also the name of the store's tree.
            pub const fn plural(self) -> &'static str {
                match self { $(Kind::$kind => $plural,)* }
            }

            /// What this kind stands for, a sentence.
            pub const fn about(self) -> &'static str {
                match self { $(Kind::$kind => concat!($($about),*),)* }
            }

            /// The one table of fields of this kind.
            pub const fn fields(self) -> &'static [Field] {
                match self { $(Kind::$kind => records::$fields,)* }
            }

            /// Whether its records bear short numbers.
            pub const fn is_numbered(self) -> bool {
                match self { $(Kind::$kind => marked!($($numbered)?),)* }
            }

            /// When a name is looked for among its records.
            pub const fn sought(self) -> Sought {
                match self { $(Kind::$kind => Sought::$sought $(($place))?,)* }
            }

            /// The order of a printed list.
            pub const fn order(self) -> Order {
                match self { $(Kind::$kind => Order::$order $((stringify!($by)))?,)* }
            }

            /// The columns of a printed list, by stable names; the record's number and name stand before them.
            pub const fn columns(self) -> &'static [&'static str] {
                match self { $(Kind::$kind => &[$(stringify!($column)),*],)* }
            }
        }

        $(
            #[doc = concat!("Id of one record of kind ", stringify!($kind), ".")]
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $id(pub Uuid);

            impl KindId for $id {
                const KIND: Kind = Kind::$kind;
                fn from_uuid(id: Uuid) -> Self {
                    Self(id)
                }
                fn uuid(self) -> Uuid {
                    self.0
                }
            }

            impl From<$id> for Ref {
                fn from(id: $id) -> Self {
                    Ref::new(Kind::$kind, id.0)
                }
            }

            impl records::$kind {
                /// The record, when it is of this kind.
                pub fn of(record: &Record) -> Option<&Self> {
                    match record { Record::$kind(r) => Some(r), _ => None }
                }
            }

            // What the row names are members of the record, or it does not compile.
            const _: fn(&records::$kind) = |_record| { $( let _ = &_record.$by; )? $( let _ = &_record.$column; )* };
        )*

        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(clippy::large_enum_variant, reason = "kept behind an Arc in the book; boxing each would only add a hop")]
        pub enum Record { $( #[doc = concat!("See [`", stringify!($kind), "`](records::", stringify!($kind), ").")] $kind(records::$kind), )* }

        impl Record {
            /// An empty record of `kind`.
            pub fn new(kind: Kind, id: Uuid, created: Moment) -> Self {
                match kind { $( Kind::$kind => Self::$kind(records::$kind::new($id(id), created)), )* }
            }

            /// Which record it is.
            pub fn id(&self) -> Ref {
                match self { $( Self::$kind(r) => r.id.into(), )* }
            }

            /// What every record has.
            pub fn head(&self) -> &Head {
                match self { $( Self::$kind(r) => &r.head, )* }
            }

            /// What every record has, to be changed.
            pub fn head_mut(&mut self) -> &mut Head {
                match self { $( Self::$kind(r) => &mut r.head, )* }
            }

            /// The short number for people ("#41"), when it bears one.
            pub fn number(&self) -> Option<u32> {
                match self { $( Self::$kind(_r) => number!(_r $($numbered)?), )* }.filter(|no| *no > 0)
            }

            /// Gives the short number to a kind that bears one; others stay as they are.
            pub fn set_number(&mut self, no: u32) {
                match self { $( Self::$kind(_r) => number_to!(_r no $($numbered)?), )* }
            }

            /// What its kind complains of, beyond single fields.
            pub(super) fn rules(&self) -> Vec<ValidationError> {
                match self { $( Self::$kind(r) => Rules::rules(r), )* }
            }
        }
    };
}

kinds! {
    /// An organisation that is served.
    1 Client ClientId CLIENT "client" "clients",
        sought First(1), by Name, columns [tier status industry city country];
    /// A person, at a client or in a department of the own company.
    2 Contact ContactId CONTACT "contact" "contacts",
        sought First(2), by Name, columns [job client department mails phones];
    /// A part of the own company that carries wishes out.
    3 Department DepartmentId DEPARTMENT "department" "departments",
        sought First(3), by Name, columns [lead mail answer_days];
    /// Work for one client over time.
    4 Project ProjectId PROJECT "project" "projects" numbered,
        sought First(4), by Number, columns [client status priority promised expected];
    /// A checkpoint of a project with a promised and an expected date.
    5 Milestone MilestoneId MILESTONE "milestone" "milestones",
        sought Second(3), by Soonest(promised), columns [project promised expected done_on];
    /// Somebody's part in a project.
    6 Member MemberId MEMBER "member" "members",
        sought Never, by Name, columns [project part duty];
    /// One piece of work for one person.
    7 Task TaskId TASK "task" "tasks" numbered,
        sought Second(2), by Number, columns [status due assignee project client];
    /// A client's wish, open until the client was told.
    8 Request RequestId REQUEST "request" "requests" numbered,
        sought Second(1), by Number, columns [client status department contact promised expected];
    /// One touch: call, meeting, mail, visit, message or note.
    9 Interaction InteractionId INTERACTION "interaction" "interactions",
        sought Last(3), by Latest(at), columns [at touch clients people];
    /// A contract for lasting co-operation.
    10 Agreement AgreementId AGREEMENT "agreement" "agreements",
        sought First(5), by Name, columns [client sort status end notice value];
    /// Something an agreement obliges one side to do by a date.
    11 Obligation ObligationId OBLIGATION "obligation" "obligations",
        sought Second(4), by Soonest(due), columns [agreement side due done_on];
    /// What the client thought.
    12 Feedback FeedbackId FEEDBACK "feedback" "feedback",
        sought Last(2), by Latest(on), columns [client contact on csat nps];
    /// An approval or a decision: who, when, what exactly.
    13 Decision DecisionId DECISION "decision" "decisions",
        sought Last(1), by Latest(on), columns [client sort outcome by on];
    /// Days a department contact is away, and who stands in.
    14 Absence AbsenceId ABSENCE "absence" "absences",
        sought Never, by Soonest(first), columns [first last stand_in note];
    /// What projects of a kind begin with: milestones and tasks by days from the start.
    15 Playbook PlaybookId PLAYBOOK "playbook" "playbooks",
        sought Never, by Name, columns [about];
    /// Days on which nobody works: a weekend and holidays.
    16 Calendar CalendarId CALENDAR "calendar" "calendars",
        sought Last(4), by Name, columns [country weekend];
}

impl Kind {
    /// The code this kind has on disk; never reused.
    pub const fn code(self) -> u8 {
        self as u8
    }

    /// The kind with this code, if this version knows it.
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.code() == code)
    }

    /// The kind of this name, singular or plural.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.name() == name || k.plural() == name)
    }

    /// The field of this stable name.
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|f| f.name == name)
    }

    /// The fields of the day it is to be done by; the first is the one that is moved.
    pub fn due_fields(self) -> Vec<&'static Field> {
        self.numbered(|traits| traits.due)
    }

    /// The field of the day until which a record of this kind stays out of Today.
    pub fn snooze_field(self) -> Option<&'static Field> {
        self.fields().iter().find(|f| f.traits.snooze)
    }

    /// The field of the day of what was seen.
    pub fn seen_field(self) -> Option<&'static Field> {
        self.fields().iter().find(|f| f.traits.seen)
    }

    /// The fields of the first page of a record.
    pub fn at_a_glance(self) -> Vec<&'static Field> {
        self.numbered(|traits| traits.glance)
    }

    fn numbered(self, number: fn(&Traits) -> Option<u8>) -> Vec<&'static Field> {
        let mut fields: Vec<&Field> = self.fields().iter().filter(|f| number(&f.traits).is_some()).collect();
        fields.sort_by_key(|f| number(&f.traits));
        fields
    }

    /// The kinds among which a name is looked for, turn after turn.
    pub fn sought_in_turn() -> [Vec<Self>; 3] {
        let mut turns: [Vec<Self>; 3] = [vec![], vec![], vec![]];
        let mut kinds = Self::ALL.to_vec();
        kinds.sort_by_key(|kind| kind.sought());
        for kind in kinds {
            match kind.sought() {
                Sought::First(_) => turns[0].push(kind),
                Sought::Second(_) => turns[1].push(kind),
                Sought::Last(_) => turns[2].push(kind),
                Sought::Never => {}
            }
        }
        turns
    }

    /// "1 client", "3 clients".
    pub fn counted(self, count: usize) -> String {
        if count == 1 { format!("1 {}", self.name()) } else { format!("{count} {}", self.plural()) }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
