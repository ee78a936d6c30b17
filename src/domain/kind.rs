//! What a row of the table of kinds says: ids, records, names, signs, and what the command line shows are readings of it.
//! The table stands in `records`, beside the files of the kinds.

use super::field::Traits;
use super::{Field, Kind};
use std::fmt;

/// The sign of something on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// As it is drawn.
    pub sign: &'static str,
    /// What is drawn in its place where there is only ASCII.
    pub ascii: &'static str,
    /// What it means; of two that belong together, the first one says it.
    pub about: &'static str,
}

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
/// numbers · the sign before its name in a list of several kinds, the same in ASCII, what it means · when a name is looked for in it · the order and the columns of a printed list, by members of the record.
macro_rules! kinds {
    ($(
        $(#[doc = $about:literal])*
        $code:literal $kind:ident $id:ident $fields:ident $name:literal $plural:literal $($numbered:ident)?,
        sign $sign:literal $ascii:literal $means:literal,
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

            /// The sign before its name in a list of several kinds.
            pub const fn sign(self) -> $crate::domain::Sign {
                match self { $(Kind::$kind => $crate::domain::Sign { sign: $sign, ascii: $ascii, about: $means },)* }
            }

            /// The one table of fields of this kind.
            pub const fn fields(self) -> &'static [$crate::domain::Field] {
                match self { $(Kind::$kind => $fields,)* }
            }

            /// Whether its records bear short numbers.
            pub const fn is_numbered(self) -> bool {
                match self { $(Kind::$kind => $crate::domain::choice::marked!($($numbered)?),)* }
            }

            /// When a name is looked for among its records.
            pub const fn sought(self) -> $crate::domain::Sought {
                match self { $(Kind::$kind => $crate::domain::Sought::$sought $(($place))?,)* }
            }

            /// The order of a printed list.
            pub const fn order(self) -> $crate::domain::Order {
                match self { $(Kind::$kind => $crate::domain::Order::$order $((stringify!($by)))?,)* }
            }

            /// The columns of a printed list, by stable names; the record's number and name stand before them.
            pub const fn columns(self) -> &'static [&'static str] {
                match self { $(Kind::$kind => &[$(stringify!($column)),*],)* }
            }
        }

        $(
            #[doc = concat!("Id of one record of kind ", stringify!($kind), ".")]
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $id(pub uuid::Uuid);

            impl $crate::domain::KindId for $id {
                const KIND: Kind = Kind::$kind;
                fn from_uuid(id: uuid::Uuid) -> Self {
                    Self(id)
                }
                fn uuid(self) -> uuid::Uuid {
                    self.0
                }
            }

            impl From<$id> for $crate::domain::Ref {
                fn from(id: $id) -> Self {
                    Self::new(Kind::$kind, id.0)
                }
            }

            impl $kind {
                /// The record, when it is of this kind.
                pub fn of(record: &Record) -> Option<&Self> {
                    match record { Record::$kind(r) => Some(r), _ => None }
                }
            }

            // What the row names are members of the record, or it does not compile.
            const _: fn(&$kind) = |_record| { $( let _ = &_record.$by; )? $( let _ = &_record.$column; )* };
        )*

        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[allow(clippy::large_enum_variant, reason = "kept behind an Arc in the book; boxing each would only add a hop")]
        pub enum Record { $( #[doc = concat!("See [`", stringify!($kind), "`](struct@", stringify!($kind), ").")] $kind($kind), )* }

        impl Record {
            /// An empty record of `kind`.
            pub fn new(kind: Kind, id: uuid::Uuid, created: $crate::domain::Moment) -> Self {
                match kind { $( Kind::$kind => Self::$kind($kind::new($id(id), created)), )* }
            }

            /// Which record it is.
            pub fn id(&self) -> $crate::domain::Ref {
                match self { $( Self::$kind(r) => r.id.into(), )* }
            }

            /// What every record has.
            pub fn head(&self) -> &$crate::domain::Head {
                match self { $( Self::$kind(r) => &r.head, )* }
            }

            /// What every record has, to be changed.
            pub fn head_mut(&mut self) -> &mut $crate::domain::Head {
                match self { $( Self::$kind(r) => &mut r.head, )* }
            }

            /// The short number for people ("#41"), when it bears one.
            pub fn number(&self) -> Option<u32> {
                match self { $( Self::$kind(_r) => $crate::domain::kind::number!(_r $($numbered)?), )* }.filter(|no| *no > 0)
            }

            /// Gives the short number to a kind that bears one; others stay as they are.
            pub fn set_number(&mut self, no: u32) {
                match self { $( Self::$kind(_r) => $crate::domain::kind::number_to!(_r no $($numbered)?), )* }
            }

            /// Its names and values of the person's own making; none of a kind that has none.
            pub fn pairs(&self) -> &[$crate::domain::Labelled] {
                match self { $( Self::$kind(r) => r.pairs(), )* }
            }

            /// The same, to be changed.
            pub fn pairs_mut(&mut self) -> Option<&mut Vec<$crate::domain::Labelled>> {
                match self { $( Self::$kind(r) => r.pairs_mut(), )* }
            }

            /// What its kind complains of, beyond single fields.
            pub(in $crate::domain) fn rules(&self) -> Vec<$crate::domain::ValidationError> {
                match self { $( Self::$kind(r) => $crate::domain::record::Rules::rules(r), )* }
            }
        }
    };
}

pub(super) use {kinds, number, number_to};

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

    /// The field of the day it was done, of kinds that are ticked off by a day alone.
    pub fn closing_field(self) -> Option<&'static Field> {
        self.fields().iter().find(|f| f.traits.closes)
    }

    /// The field of words by which records are sorted and marked.
    pub fn tags_field(self) -> Option<&'static Field> {
        self.fields().iter().find(|f| f.traits.tags)
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
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
