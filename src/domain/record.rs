//! Any record, whatever its kind.

use super::parse;
use super::{Field, Kind, Record, Ref, Type, ValidationError, Value, Visibility};
use crate::domain::Fault;
use chrono::NaiveDate;

/// What a kind complains of, beyond single fields; a kind says that it has no such rules by an empty `impl`.
pub(super) trait Rules {
    /// The complaints.
    fn rules(&self) -> Vec<ValidationError> {
        vec![]
    }
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

    /// The field of this stable name.
    ///
    /// # Errors
    /// When the kind has no such field.
    fn field(&self, name: &str) -> Result<&'static Field, ValidationError> {
        let kind = self.kind();
        kind.field(name).ok_or_else(|| Fault::NoField(kind, name.to_owned()).into())
    }

    /// The value of the field of this stable name.
    ///
    /// # Errors
    /// When the kind has no such field.
    pub fn get(&self, name: &str) -> Result<Value, ValidationError> {
        Ok(self.field(name)?.read(self))
    }

    /// Writes the field of this stable name.
    ///
    /// # Errors
    /// When the kind has no such field, or the value does not fit.
    pub fn set(&mut self, name: &str, value: Value) -> Result<(), ValidationError> {
        let field = self.field(name)?;
        field.write(self, value).map_err(|f| f.at(field.name))
    }

    /// Whether it lies in the bin.
    pub fn is_gone(&self) -> bool {
        self.head().deleted_at.is_some()
    }

    /// Whether this kind bears a short number.
    pub fn wants_number(&self) -> bool {
        self.kind().is_numbered()
    }

    /// Gives those that bear short numbers the ones from `next` on, in their order.
    pub fn number_all(records: &mut [Self], next: u32) {
        let wanting = records.iter_mut().filter(|record| record.wants_number());
        wanting.zip(next..).for_each(|(record, no)| record.set_number(no));
    }

    /// The field whose record it is called after, and its name where there is none.
    pub fn named_after(&self) -> Option<(&'static Field, &'static str)> {
        self.fields().iter().find_map(|f| f.traits.named_after.map(|nobody| (f, nobody)))
    }

    /// Its name as far as the record alone tells it; empty for kinds that are named after others (a member of a team).
    pub fn title(&self) -> String {
        if let Self::Contact(contact) = self {
            return contact.shown_name();
        }
        let text = |f: &Field| match f.read(self) {
            Value::Text(text) => Some(text.lines().next().unwrap_or_default().to_owned()),
            _ => None,
        };
        self.fields().iter().filter(|f| f.traits.title).find_map(text).unwrap_or_default()
    }

    /// Every complaint about this record: field by field, then the rules of its kind.
    pub fn errors(&self) -> Vec<ValidationError> {
        let mut out: Vec<ValidationError> = self
            .fields()
            .iter()
            .filter_map(|f| {
                let value = f.read(self);
                if value.is_empty() {
                    return f
                        .traits
                        .required
                        .then(|| ValidationError::from(Fault::Needed(f.label)).at(f.name));
                }
                parse::check(&f.kind, &value).err().map(|e| e.at(f.name))
            })
            .collect();
        out.extend(self.rules());
        out
    }

    /// Every record this one points at, with the field that does.
    pub fn links(&self) -> impl Iterator<Item = (&'static Field, Value)> + '_ {
        self.fields()
            .iter()
            .filter(|f| matches!(f.kind, Type::One(_) | Type::Many(_)))
            .map(|f| (f, f.read(self)))
            .filter(|(_, v)| !v.is_empty())
    }

    /// Whether it points at another one, as people see it: that two were told apart, nobody sees.
    pub fn names(&self, id: Ref) -> bool {
        self.links().any(|(f, v)| f.traits.visibility != Visibility::Hidden && v.refs().contains(&id))
    }

    /// The record of this kind that it points at by its first field for one.
    pub fn one(&self, kind: Kind) -> Option<Ref> {
        let field = self.fields().iter().find(|f| matches!(f.kind, Type::One(of) if of == kind))?;
        field.read(self).refs().first().copied()
    }

    /// The day until which it stays out of Today, whether or not that is over.
    pub fn snoozed_until(&self) -> Option<NaiveDate> {
        match self.kind().snooze_field()?.read(self) {
            Value::Date(day) => Some(day),
            _ => None,
        }
    }

    /// The records it comes after.
    pub fn waits_for(&self) -> Vec<Ref> {
        let fields = self.fields().iter().filter(|f| f.traits.waits_for);
        fields.flat_map(|f| f.read(self).refs().to_vec()).collect()
    }

    /// The day it is to be done by as things stand, whether it is done or not.
    pub fn due(&self) -> Option<NaiveDate> {
        self.kind().due_fields().into_iter().find_map(|f| match f.read(self) {
            Value::Date(date) => Some(date),
            _ => None,
        })
    }

    /// The day of the last contact with somebody that another system knew of.
    pub fn contacted(&self) -> Option<NaiveDate> {
        match self {
            Self::Client(client) => client.contacted,
            Self::Contact(contact) => contact.contacted,
            _ => None,
        }
    }

    /// The records it belongs to: it goes to the bin when one of them does.
    pub fn owners(&self) -> Vec<Ref> {
        self.links().filter(|(f, _)| f.traits.owner).flat_map(|(_, v)| v.refs().to_vec()).collect()
    }
}
