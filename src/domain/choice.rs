//! Choices: closed lists of words, each with a code on disk and a stable name.

/// One word of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The list it is of, by the name of its type.
    pub list: &'static str,
    /// Code on disk; never reused.
    pub code: u8,
    /// Stable name for files and the command line.
    pub name: &'static str,
    /// The word for people.
    pub label: &'static str,
    /// The word on screen, behind its sign where it has one: "++ devoted".
    pub shown: &'static str,
    /// What stands where nothing was chosen.
    pub is_default: bool,
}

impl Choice {
    /// What stands where nothing was chosen.
    pub fn default_of(list: &[Self]) -> Option<&Self> {
        list.iter().find(|choice| choice.is_default)
    }
}

/// A list in the order of its codes.
pub const fn by_code<const N: usize>(mut list: [Choice; N]) -> [Choice; N] {
    let mut at = 1;
    while at < N {
        let mut to = at;
        while to > 0 && list[to - 1].code > list[to].code {
            (list[to - 1], list[to]) = (list[to], list[to - 1]);
            to -= 1;
        }
        at += 1;
    }
    list
}

/// An enum that is a closed list.
pub trait ClosedChoice: Copy + PartialEq + 'static {
    /// The whole list, in the order in which people are offered it: that of the codes.
    const CHOICES: &'static [Choice];
    /// Code on disk.
    fn code(self) -> u8;
    /// The member of this code.
    fn from_code(code: u8) -> Option<Self>;
}

/// The code on disk of a member of a closed list; also the order in which people are offered it.
pub fn choice_code<C: ClosedChoice>(choice: C) -> u8 {
    choice.code()
}

/// Whether a row of a table bears a mark.
macro_rules! marked {
    () => {
        false
    };
    ($mark:ident) => {
        true
    };
}
pub(super) use marked;

/// Declares closed lists: the enum, its codes, its names, in the order of what they mean (`Ord` is that order). A
/// word may have a sign, in brackets behind it. Exactly one member is marked as the default; with none or two it does not
/// compile.
macro_rules! choices {
    ($( $(#[doc = $about:literal])* $enum:ident { $( $code:literal $member:ident $name:literal $label:literal $(($sign:literal))? $($default:ident)? ),* $(,)? } )*) => {$(
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $enum { $( #[doc = $label] $member, )* }

        impl Default for $enum {
            $( $( fn $default() -> Self { Self::$member } )? )*
        }

        impl $crate::domain::choice::ClosedChoice for $enum {
            const CHOICES: &'static [$crate::domain::Choice] =
                &$crate::domain::choice::by_code([$( $crate::domain::Choice {
                    list: stringify!($enum),
                    code: $code,
                    name: $name,
                    label: $label,
                    shown: concat!($($sign, " ",)? $label),
                    is_default: $crate::domain::choice::marked!($($default)?),
                } ),*]);
            fn code(self) -> u8 {
                match self { $( $enum::$member => $code, )* }
            }
            fn from_code(code: u8) -> Option<Self> {
                match code { $( $code => Some($enum::$member), )* _ => None }
            }
        }

        impl $enum {
            /// The word for people.
            pub fn label(self) -> &'static str {
                match self { $( $enum::$member => $label, )* }
            }

            /// The sign of the word; empty where it has none.
            pub fn sign(self) -> &'static str {
                match self { $( $enum::$member => concat!($($sign)?), )* }
            }
        }

        impl $crate::domain::value::FieldValue for $enum {
            fn get(&self) -> $crate::domain::Value {
                $crate::domain::Value::Choice($crate::domain::choice::ClosedChoice::code(*self))
            }
            fn put(&mut self, value: $crate::domain::Value) -> Result<(), $crate::domain::ValidationError> {
                match value {
                    $crate::domain::Value::Empty => *self = Self::default(),
                    $crate::domain::Value::Choice(code) => {
                        *self = $crate::domain::choice::ClosedChoice::from_code(code)
                            .ok_or($crate::domain::Fault::UnknownChoice)?;
                    }
                    _ => return Err($crate::domain::value::type_mismatch()),
                }
                Ok(())
            }
        }
    )*};
}
pub(super) use choices;
