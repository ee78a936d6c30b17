//! The languages that can be asked for.

use crate::words::Lang;
use clap::ValueEnum;
use std::ffi::OsString;

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

/// The language that a call asks for, before it is known whether the rest of it is right: what is wrong with it is told in
/// that language as well.
pub fn asked(args: &[OsString]) -> Option<Lang> {
    let mut args = args.iter().skip(1).map(|arg| arg.to_str().unwrap_or_default());
    let mut found = None;
    while let Some(arg) = args.next().filter(|arg| arg.starts_with('-') && *arg != "--") {
        let (name, behind) = arg.split_once('=').map_or((arg, None), |(name, value)| (name, Some(value)));
        // These two have a value; what stands behind a command is not about the language any more.
        if matches!(name, "--lang" | "--book") {
            let value = behind.or_else(|| args.next());
            if name == "--lang" {
                found = value.and_then(|value| Spoken::from_str(value, false).ok()).or(found);
            }
        }
    }
    found.map(Spoken::lang)
}

/// Whether a call asks for JSON, right or wrong.
pub fn asks_for_json(args: &[OsString]) -> bool {
    args.iter().skip(1).take_while(|arg| *arg != "--").any(|arg| arg == "--json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_known_before_the_call_is() {
        for (call, wanted) in [
            ("syndeo", None),
            ("syndeo --lang el", Some(Lang::El)),
            ("syndeo --lang=el today --nonsense", Some(Lang::El)),
            ("syndeo --nonsense --lang el", Some(Lang::El)),
            ("syndeo --help --lang el", Some(Lang::El)),
            ("syndeo --book el --lang en today", Some(Lang::En)),
            ("syndeo --book --lang el", None),
            ("syndeo --lang xx today", None),
            ("syndeo --lang", None),
            ("syndeo report week --lang el", None),
            ("syndeo -- --lang el", None),
        ] {
            let args: Vec<OsString> = call.split(' ').map(OsString::from).collect();
            assert_eq!(asked(&args), wanted, "{call}");
        }
    }

    #[test]
    fn what_a_program_reads_is_known_before_the_call_is() {
        for (call, wanted) in [("list clients --json --x", true), ("find -- --json", false), ("today", false)]
        {
            let args: Vec<OsString> =
                ["syndeo"].into_iter().chain(call.split(' ')).map(OsString::from).collect();
            assert_eq!(asks_for_json(&args), wanted, "{call}");
        }
    }
}
