//! The kinds of record, once: code on disk, names, and which tree of the store they live in.

use super::{Field, records};
use std::fmt;

macro_rules! kinds {
    ($( $(#[doc = $about:literal])* $code:literal $kind:ident $name:literal $plural:literal $fields:path ; )*) => {
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
                match self { $(Kind::$kind => $fields,)* }
            }
        }
    };
}

kinds! {
    /// An organisation that is served.
    1 Client "client" "clients" records::CLIENT;
    /// A person, at a client or in a department of the own company.
    2 Contact "contact" "contacts" records::CONTACT;
    /// A part of the own company that carries wishes out.
    3 Department "department" "departments" records::DEPARTMENT;
    /// Work for one client over time.
    4 Project "project" "projects" records::PROJECT;
    /// A checkpoint of a project with a promised and an expected date.
    5 Milestone "milestone" "milestones" records::MILESTONE;
    /// Somebody's part in a project.
    6 Member "member" "members" records::MEMBER;
    /// One piece of work for one person.
    7 Task "task" "tasks" records::TASK;
    /// A client's wish, open until the client was told.
    8 Request "request" "requests" records::REQUEST;
    /// One touch: call, meeting, mail, visit, message or note.
    9 Interaction "interaction" "interactions" records::INTERACTION;
    /// A contract for lasting co-operation.
    10 Agreement "agreement" "agreements" records::AGREEMENT;
    /// Something an agreement obliges one side to do by a date.
    11 Obligation "obligation" "obligations" records::OBLIGATION;
    /// What the client thought.
    12 Feedback "feedback" "feedback" records::FEEDBACK;
    /// An approval or a decision: who, when, what exactly.
    13 Decision "decision" "decisions" records::DECISION;
    /// Days a department contact is away, and who stands in.
    14 Absence "absence" "absences" records::ABSENCE;
    /// What projects of a kind begin with: milestones and tasks by days from the start.
    15 Playbook "playbook" "playbooks" records::PLAYBOOK;
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
