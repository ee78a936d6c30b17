//! Any record, whatever its kind.

use super::parse;
use super::records::{
    Absence, Agreement, Client, Contact, Decision, Department, Feedback, Interaction, Member, Milestone,
    Obligation, Playbook, Project, Request, Task,
};
use super::{Fault, Field, Head, Kind, Ref, Type, Value};
use uuid::Uuid;

macro_rules! records {
    ($($kind:ident $id:ident),* $(,)?) => {
        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(clippy::large_enum_variant, reason = "kept behind an Arc in the book; boxing each would only add a hop")]
        pub enum Record { $( #[doc = concat!("See [`", stringify!($kind), "`].")] $kind($kind), )* }

        impl Record {
            /// An empty record of `kind`.
            pub fn new(kind: Kind, id: Uuid, created: super::Moment) -> Self {
                match kind { $( Kind::$kind => Self::$kind($kind::new(super::ids::$id(id), created)), )* }
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
        }

        $(
            impl $kind {
                /// The record, when it is of this kind.
                pub fn of(record: &Record) -> Option<&Self> {
                    match record { Record::$kind(r) => Some(r), _ => None }
                }
            }
        )*
    };
}

records! {
    Client ClientId, Contact ContactId, Department DepartmentId, Project ProjectId, Milestone MilestoneId,
    Member MemberId, Task TaskId, Request RequestId, Interaction InteractionId, Agreement AgreementId,
    Obligation ObligationId, Feedback FeedbackId, Decision DecisionId, Absence AbsenceId,
    Playbook PlaybookId,
}

impl Record {
    /// What it is.
    pub fn kind(&self) -> Kind {
        self.id().kind
    }

    /// The table of its fields.
    pub fn fields(&self) -> &'static [Field] {
        self.kind().fields()
    }

    /// The value of the field of this stable name; empty when the kind has none such.
    pub fn get(&self, name: &str) -> Value {
        self.kind().field(name).map_or(Value::Empty, |f| (f.read)(self))
    }

    /// Writes the field of this stable name.
    ///
    /// # Errors
    /// When the kind has no such field, or the value does not fit.
    pub fn set(&mut self, name: &str, value: Value) -> Result<(), Fault> {
        let field = self
            .kind()
            .field(name)
            .ok_or_else(|| Fault::new(format!("a {} has no field {name}", self.kind())))?;
        (field.write)(self, value).map_err(|f| f.at(field.name))
    }

    /// Whether it lies in the bin.
    pub fn is_gone(&self) -> bool {
        self.head().gone.is_some()
    }

    /// The short number for people ("#41") of a project, task or request.
    pub fn number(&self) -> Option<u32> {
        match self {
            Self::Project(r) => Some(r.no),
            Self::Task(r) => Some(r.no),
            Self::Request(r) => Some(r.no),
            _ => None,
        }
        .filter(|no| *no > 0)
    }

    /// Gives the short number to a kind that bears one; others stay as they are.
    pub fn set_number(&mut self, no: u32) {
        match self {
            Self::Project(r) => r.no = no,
            Self::Task(r) => r.no = no,
            Self::Request(r) => r.no = no,
            _ => {}
        }
    }

    /// Whether this kind bears a short number.
    pub fn wants_number(&self) -> bool {
        matches!(self, Self::Project(_) | Self::Task(_) | Self::Request(_))
    }

    /// Gives those that bear short numbers the ones from `next` on, in their order.
    pub fn number_all(records: &mut [Self], next: u32) {
        let wanting = records.iter_mut().filter(|record| record.wants_number());
        wanting.zip(next..).for_each(|(record, no)| record.set_number(no));
    }

    /// Its name as far as the record alone tells it; empty for kinds that are named after others (a member of a team).
    pub fn title(&self) -> String {
        if let Self::Contact(contact) = self {
            return contact.shown_name();
        }
        let text = |f: &Field| match (f.read)(self) {
            Value::Text(text) => Some(text.lines().next().unwrap_or_default().to_owned()),
            _ => None,
        };
        self.fields().iter().filter(|f| f.traits.title).find_map(text).unwrap_or_default()
    }

    /// Every complaint about this record: field by field, then the rules of its kind.
    pub fn faults(&self) -> Vec<Fault> {
        let mut out: Vec<Fault> = self
            .fields()
            .iter()
            .filter_map(|f| {
                let value = (f.read)(self);
                if value.is_empty() {
                    return f
                        .traits
                        .required
                        .then(|| Fault::new(format!("{} is needed", f.label)).at(f.name));
                }
                parse::check(&f.kind, &value).err().map(|e| e.at(f.name))
            })
            .collect();
        out.extend(match self {
            Self::Contact(r) => r.rules(),
            Self::Project(r) => r.rules(),
            Self::Task(r) => r.rules(),
            Self::Request(r) => r.rules(),
            Self::Agreement(r) => r.rules(),
            Self::Absence(r) => r.rules(),
            Self::Playbook(r) => r.rules(),
            _ => vec![],
        });
        out
    }

    /// Every record this one points at, with the field that does.
    pub fn links(&self) -> impl Iterator<Item = (&'static Field, Value)> + '_ {
        self.fields()
            .iter()
            .filter(|f| matches!(f.kind, Type::One(_) | Type::Many(_)))
            .map(|f| (f, (f.read)(self)))
            .filter(|(_, v)| !v.is_empty())
    }

    /// The records it belongs to: it goes to the bin when one of them does.
    pub fn owners(&self) -> Vec<Ref> {
        self.links().filter(|(f, _)| f.traits.owner).flat_map(|(_, v)| v.refs().to_vec()).collect()
    }
}
