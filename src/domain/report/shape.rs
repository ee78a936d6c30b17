//! What templates find in a report: names with their types and what they mean, declared once. The struct that is handed
//! to a template and the table of names for people who write templates are made of the same row.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

/// A calendar day; templates get it as `2026-11-27` and write it with the filter `day`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0.format("%Y-%m-%d"))
    }
}

impl From<NaiveDate> for Day {
    fn from(day: NaiveDate) -> Self {
        Self(day)
    }
}

/// A type that can stand in a report, and what it is called in the table of names.
pub trait Told {
    /// "text", "day or none", "list of Wish".
    fn shape() -> String;
}

macro_rules! told {
    ($( $type:ty => $shape:literal ),* $(,)?) => {$(
        impl Told for $type {
            fn shape() -> String {
                $shape.into()
            }
        }
    )*};
}

told! {
    String => "text", &'static str => "word", bool => "yes or no", u8 => "number", u32 => "number", i64 => "number",
    usize => "number", Day => "day",
}

impl<T: Told> Told for Option<T> {
    fn shape() -> String {
        format!("{} or none", T::shape())
    }
}

impl<T: Told> Told for Vec<T> {
    fn shape() -> String {
        format!("list of {}", T::shape())
    }
}

/// One name of a thing.
#[derive(Clone, Copy, Debug)]
pub struct Name {
    /// As templates write it.
    pub name: &'static str,
    /// What it means.
    pub about: &'static str,
    /// What stands there.
    pub shape: fn() -> String,
}

/// A thing with its names.
#[derive(Clone, Copy, Debug)]
pub struct Thing {
    /// What it is called in the table.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its names.
    pub names: &'static [Name],
}

/// Declares things: the struct that is handed to templates, and its rows of the table of names.
macro_rules! things {
    ($(#[doc = $all:literal])+ $table:ident; $( $(#[doc = $about:literal])+ $thing:ident { $( $(#[doc = $what:literal])+ $name:ident: $type:ty, )* } )*) => {
        $(
            $(#[doc = $about])+
            #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
            #[allow(clippy::struct_field_names, reason = "the names are those that templates say")]
            pub struct $thing { $( $(#[doc = $what])+ pub $name: $type, )* }

            impl $crate::domain::report::shape::Told for $thing {
                fn shape() -> String {
                    stringify!($thing).into()
                }
            }
        )*

        $(#[doc = $all])+
        pub const $table: &[$crate::domain::report::shape::Thing] = &[$(
            $crate::domain::report::shape::Thing {
                name: stringify!($thing),
                about: concat!($($about),+),
                names: &[$( $crate::domain::report::shape::Name {
                    name: stringify!($name),
                    about: concat!($($what),+),
                    shape: <$type as $crate::domain::report::shape::Told>::shape,
                } ),*],
            }
        ),*];
    };
}
pub(super) use things;
