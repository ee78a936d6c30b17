//! The language of the desk.

use crate::words::Lang;

/// The variable that chooses the language.
const VARIABLE: &str = "SYNDEO_LANG";

/// The language that `SYNDEO_LANG` names, else English. That of the system is not asked yet: the command line, and what the store
/// says of damage, are told in English alone.
pub fn chosen() -> Lang {
    std::env::var(VARIABLE).ok().and_then(|name| Lang::from_name(&name)).unwrap_or_default()
}
