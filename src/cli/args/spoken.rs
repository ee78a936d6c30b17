//! The languages that can be asked for.

use crate::words::Lang;
use clap::ValueEnum;

/// A language of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Spoken {
    /// English
    En,
    /// Greek
    El,
}

impl Spoken {
    /// The language as words know it.
    pub const fn lang(self) -> Lang {
        match self {
            Self::En => Lang::En,
            Self::El => Lang::El,
        }
    }
}
