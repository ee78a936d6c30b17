//! The table of fields. A kind declares each of its fields once; forms, columns, filters, history, files on disk
//! and the manual are readings of it.

use super::value::FieldValue;
use super::{Choice, Kind, Moment, Record, ValidationError, Value};

pub use super::traits::{Home, Traits, Visibility, Who};

/// What may stand in a field.
#[derive(Clone, Copy, Debug)]
pub enum Type {
    /// One line of text.
    Text,
    /// Text of many lines.
    Long,
    /// Several short texts.
    Words,
    /// Mail addresses, each with a label.
    Mails,
    /// Telephone numbers, each with a label.
    Phones,
    /// Names and values of the person's own making.
    Pairs,
    /// A calendar day on which something is to be.
    Date,
    /// A calendar day on which something happened: a [`Type::Date`] that is looked for behind today when it is typed.
    Past,
    /// A point in time.
    Moment,
    /// A day of birth, the year may be missing.
    Birthday,
    /// A whole number between two bounds, both included.
    Whole(i64, i64),
    /// Any number.
    Number,
    /// An amount with a currency.
    Money,
    /// Yes or no.
    Flag,
    /// One of a closed list.
    Choice(&'static [Choice]),
    /// Some of a closed list.
    Choices(&'static [Choice]),
    /// One other record of this kind.
    One(Kind),
    /// Other records of this kind.
    Many(Kind),
    /// A length of time.
    Span,
    /// When it comes again.
    Repeat,
    /// A checklist.
    Checks,
    /// Who held the ball.
    Hands,
    /// The days a client was promised.
    Promises,
}

impl Type {
    /// The kind of the records that it points at.
    pub const fn target(self) -> Option<Kind> {
        match self {
            Self::One(kind) | Self::Many(kind) => Some(kind),
            _ => None,
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Field {
    /// Code on disk; never reused within its kind.
    pub code: u16,
    /// Stable name for files, filters and the command line.
    pub name: &'static str,
    /// The word on screen.
    pub label: &'static str,
    /// What it is for: one sentence, shown under the field of a form.
    pub about: &'static str,
    /// What may stand in it.
    pub kind: Type,
    /// What else holds for it.
    pub traits: Traits,
    /// Where it stands in a record.
    pub(in crate::domain) place: Place,
}

/// Where a field stands in a record.
#[derive(Debug)]
pub(in crate::domain) enum Place {
    /// It is a member of the record.
    Member {
        /// Reads it from a record of its kind; empty for a record of another kind.
        read: fn(&Record) -> Value,
        /// Writes it into a record of its kind.
        write: fn(&mut Record, Value) -> Result<(), ValidationError>,
    },
    /// It is one of the pairs of the record, known by its name: a field of the person's own making.
    Pair,
    /// It is those pairs of the record that are none of the fields of these names.
    Rest(&'static [&'static str]),
}

impl Field {
    /// Whether a value says nothing: it is empty, or what stands where nothing was chosen.
    pub fn is_default(&self, value: &Value) -> bool {
        match (&self.kind, value) {
            (Type::Choice(list), Value::Choice(code)) => {
                Choice::default_of(list).is_some_and(|choice| choice.code == *code)
            }
            (_, value) => value.is_empty(),
        }
    }
}

/// What every record has before its own fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// When it was first written down.
    pub created: Moment,
    /// Since when it lies in the bin.
    pub deleted_at: Option<Moment>,
    /// Fields of a later version, by code and as they lay on disk: kept, and written out again.
    pub unknown: Vec<(u16, Vec<u8>)>,
}

impl Head {
    /// The head of a record written down at `created`.
    pub fn new(created: Moment) -> Self {
        Self { created, deleted_at: None, unknown: vec![] }
    }
}

/// The value of a member, for the table below.
pub fn read<C: FieldValue>(cell: &C) -> Value {
    cell.get()
}

/// Declares a kind's record and its table of fields together, so that neither can lack what the other has.
///
/// A row is: doc comment (shown in forms) · code on disk · member: type = what may stand in it, "Label", traits of
/// [`Traits`].
macro_rules! record {
    ($(#[doc = $what:literal])* $kind:ident $id:ident $table:ident {
        $( $(#[doc = $about:literal])+ $code:literal $name:ident : $ty:ty = $type:expr, $label:literal $(, $trait:ident $(($($arg:expr),+))?)* ; )*
    }) => {
        $(#[doc = $what])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $kind {
            /// Which one.
            pub id: $crate::domain::$id,
            /// What every record has.
            pub head: $crate::domain::Head,
            $( $(#[doc = $about])+ pub $name: $ty, )*
        }

        impl $kind {
            /// An empty one, written down at `created`.
            pub fn new(id: $crate::domain::$id, created: $crate::domain::Moment) -> Self {
                Self { id, head: $crate::domain::Head::new(created), $( $name: <$ty>::default(), )* }
            }

            /// Its names and values of the person's own making; none where the kind has no field of that type.
            pub(in $crate::domain) fn pairs(&self) -> &[$crate::domain::Labelled] {
                use $crate::domain::value::FieldValue as _;
                $( if let ($crate::domain::Type::Pairs, Some(pairs)) = ($type, self.$name.labelled()) { return pairs; } )*
                &[]
            }

            /// The same, to be changed.
            pub(in $crate::domain) fn pairs_mut(&mut self) -> Option<&mut Vec<$crate::domain::Labelled>> {
                use $crate::domain::value::FieldValue as _;
                $( if let ($crate::domain::Type::Pairs, Some(pairs)) = ($type, self.$name.labelled_mut()) { return Some(pairs); } )*
                None
            }
        }

        impl From<$kind> for $crate::domain::Record {
            fn from(record: $kind) -> Self {
                Self::$kind(record)
            }
        }

        #[doc = concat!("The fields of ", stringify!($kind), ".")]
        pub const $table: &[$crate::domain::Field] = &[$( $crate::domain::Field {
            code: $code,
            name: stringify!($name),
            label: $label,
            about: concat!($($about),+),
            kind: $type,
            traits: $crate::domain::field::Traits::PLAIN$(.$trait($($($arg),+)?))*,
            place: $crate::domain::field::Place::Member {
                read: |record| match record {
                    $crate::domain::Record::$kind(r) => $crate::domain::field::read(&r.$name),
                    _ => $crate::domain::Value::Empty,
                },
                write: |record, value| match record {
                    $crate::domain::Record::$kind(r) => $crate::domain::value::FieldValue::put(&mut r.$name, value),
                    _ => Err($crate::domain::value::type_mismatch()),
                },
            },
        } ),*];
    };
}
pub(super) use record;
