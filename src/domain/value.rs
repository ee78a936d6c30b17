//! One value of one field, of any type: what tables, forms, files and the history pass around.

use super::choice::ClosedChoice;
use super::ids::KindId;
use super::{Birthday, Fault, Moment, Money, PromisedDay, Ref, Repeat, Span, ValidationError};
use super::{ClientId, ContactId, DepartmentId};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// The label, among a record's own fields, of another name that it bears: that of what was merged into it. It is found by that
/// name, and found to be like others by it.
pub const OTHER_NAME: &str = "Also called";

/// A value with a word before it: "work: maria@example.org".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Labelled {
    /// "work", "mobile"; may be empty.
    pub label: String,
    /// The value itself.
    pub value: String,
}

/// One line of a checklist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Check {
    /// Ticked off.
    pub done: bool,
    /// What is to be done.
    pub text: String,
}

/// Who holds the ball.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    /// The account manager.
    Us,
    /// One person, at a client or in a department.
    Person(ContactId),
    /// A client, nobody in particular.
    Client(ClientId),
    /// A department, nobody in particular.
    Department(DepartmentId),
    /// Somebody outside the book, by name.
    Other(String),
}

/// A reminder sent to whoever holds the ball.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Nudge {
    /// When it was sent.
    pub at: Moment,
    /// What was said, may be empty.
    pub words: String,
}

/// One stretch of time in which one party held the ball; it ends where the next begins.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hand {
    /// Who.
    pub holder: Holder,
    /// Since when.
    pub since: Moment,
    /// Reminders sent in this time.
    pub nudges: Vec<Nudge>,
}

/// One value of one field. A field with nothing in it is [`Value::Empty`], whatever its type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Text, of one or many lines.
    Text(String),
    /// Several short texts.
    Words(Vec<String>),
    /// Several texts, each with a label.
    Labelled(Vec<Labelled>),
    /// A calendar day.
    Date(NaiveDate),
    /// A point in time.
    Moment(Moment),
    /// A day of birth.
    Birthday(Birthday),
    /// A whole number.
    Whole(i64),
    /// Any number.
    Number(Decimal),
    /// An amount.
    Money(Money),
    /// Yes (no is empty).
    Yes,
    /// One of a closed list, by code.
    Choice(u8),
    /// Some of a closed list, by code.
    Choices(Vec<u8>),
    /// One other record.
    One(Ref),
    /// Several other records.
    Many(Vec<Ref>),
    /// A length of time.
    Span(Span),
    /// When it comes again.
    Repeat(Repeat),
    /// A checklist.
    Checks(Vec<Check>),
    /// Who held the ball, first to last.
    Hands(Vec<Hand>),
    /// The days a client was promised, first to last.
    Promises(Vec<PromisedDay>),
}

impl Value {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        matches!(self, Value::Empty)
    }

    /// Every record this value points at.
    pub fn refs(&self) -> &[Ref] {
        match self {
            Value::One(one) => std::slice::from_ref(one),
            Value::Many(many) => many,
            _ => &[],
        }
    }
}

/// A member of a record that can be read and written as a [`Value`].
pub trait FieldValue {
    /// The value now.
    fn get(&self) -> Value;
    /// Takes a value in.
    ///
    /// # Errors
    /// When the value is of another type than the member.
    fn put(&mut self, value: Value) -> Result<(), ValidationError>;
    /// Texts with labels, where it holds such.
    fn labelled(&self) -> Option<&Vec<Labelled>> {
        None
    }
    /// The same, to be changed.
    fn labelled_mut(&mut self) -> Option<&mut Vec<Labelled>> {
        None
    }
}

/// The complaint about a value of a wrong type.
pub fn type_mismatch() -> ValidationError {
    Fault::OtherType.into()
}

/// Cells that are a variant of `Value`, with a test for emptiness.
macro_rules! cells {
    ($( $ty:ty : $variant:ident, $empty:expr $(, $also:item)* ; )*) => {$(
        impl FieldValue for $ty {
            fn get(&self) -> Value {
                if $empty(self) { Value::Empty } else { Value::$variant(self.clone()) }
            }
            fn put(&mut self, value: Value) -> Result<(), ValidationError> {
                *self = match value {
                    Value::Empty => <$ty>::default(),
                    Value::$variant(v) => v,
                    _ => return Err(type_mismatch()),
                };
                Ok(())
            }
            $($also)*
        }
    )*};
}

cells! {
    String: Text, String::is_empty;
    Vec<String>: Words, Vec::is_empty;
    Vec<Labelled>: Labelled, Vec::is_empty,
        fn labelled(&self) -> Option<&Vec<Labelled>> { Some(self) },
        fn labelled_mut(&mut self) -> Option<&mut Vec<Labelled>> { Some(self) };
    Vec<Check>: Checks, Vec::is_empty;
    Vec<Hand>: Hands, Vec::is_empty;
    Vec<PromisedDay>: Promises, Vec::is_empty;
    Moment: Moment, |m: &Moment| *m == Moment::default();
}

/// Cells that may be missing.
macro_rules! options {
    ($( $ty:ty : $variant:ident ; )*) => {$(
        impl FieldValue for Option<$ty> {
            fn get(&self) -> Value {
                self.map_or(Value::Empty, Value::$variant)
            }
            fn put(&mut self, value: Value) -> Result<(), ValidationError> {
                *self = match value {
                    Value::Empty => None,
                    Value::$variant(v) => Some(v),
                    _ => return Err(type_mismatch()),
                };
                Ok(())
            }
        }
    )*};
}

options! {
    NaiveDate: Date;
    Birthday: Birthday;
    i64: Whole;
    Money: Money;
    Span: Span;
    Repeat: Repeat;
}

impl FieldValue for bool {
    fn get(&self) -> Value {
        if *self { Value::Yes } else { Value::Empty }
    }
    fn put(&mut self, value: Value) -> Result<(), ValidationError> {
        *self = match value {
            Value::Empty => false,
            Value::Yes => true,
            _ => return Err(type_mismatch()),
        };
        Ok(())
    }
}

impl FieldValue for u32 {
    fn get(&self) -> Value {
        if *self == 0 { Value::Empty } else { Value::Whole(i64::from(*self)) }
    }
    fn put(&mut self, value: Value) -> Result<(), ValidationError> {
        *self = match value {
            Value::Empty => 0,
            Value::Whole(n) => u32::try_from(n).map_err(|_| Fault::Negative)?,
            _ => return Err(type_mismatch()),
        };
        Ok(())
    }
}

impl<C: ClosedChoice> FieldValue for Vec<C> {
    fn get(&self) -> Value {
        if self.is_empty() { Value::Empty } else { Value::Choices(self.iter().map(|c| c.code()).collect()) }
    }
    fn put(&mut self, value: Value) -> Result<(), ValidationError> {
        *self = match value {
            Value::Empty => vec![],
            Value::Choices(codes) => codes
                .into_iter()
                .map(|c| C::from_code(c).ok_or(Fault::UnknownChoice))
                .collect::<Result<_, _>>()?,
            _ => return Err(type_mismatch()),
        };
        Ok(())
    }
}

fn id_of<I: KindId>(r: Ref) -> Result<I, ValidationError> {
    if r.kind == I::KIND { Ok(I::from_uuid(r.id)) } else { Err(Fault::OtherKind(I::KIND).into()) }
}

/// One other record of a certain kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Links<I>(pub Vec<I>);

impl<I> Default for Links<I> {
    fn default() -> Self {
        Self(vec![])
    }
}

impl<I: KindId> FieldValue for Links<I> {
    fn get(&self) -> Value {
        if self.0.is_empty() {
            Value::Empty
        } else {
            Value::Many(self.0.iter().map(|i| Ref::new(I::KIND, i.uuid())).collect())
        }
    }
    fn put(&mut self, value: Value) -> Result<(), ValidationError> {
        self.0 = match value {
            Value::Empty => vec![],
            Value::One(r) => vec![id_of(r)?],
            Value::Many(refs) => refs.into_iter().map(id_of).collect::<Result<_, _>>()?,
            _ => return Err(type_mismatch()),
        };
        Ok(())
    }
}

/// At most one other record of a certain kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Link<I>(pub Option<I>);

impl<I> Default for Link<I> {
    fn default() -> Self {
        Self(None)
    }
}

impl<I> From<I> for Link<I> {
    fn from(id: I) -> Self {
        Self(Some(id))
    }
}

impl<I: KindId> FieldValue for Link<I> {
    fn get(&self) -> Value {
        self.0.map_or(Value::Empty, |i| Value::One(Ref::new(I::KIND, i.uuid())))
    }
    fn put(&mut self, value: Value) -> Result<(), ValidationError> {
        self.0 = match value {
            Value::Empty => None,
            Value::One(r) => Some(id_of(r)?),
            _ => return Err(type_mismatch()),
        };
        Ok(())
    }
}
