//! The language of this machine's user.

use crate::words::Lang;

/// The variable that chooses the language, before those of the system.
const VARIABLE: &str = "SYNDEO_LANG";

/// The language to speak: in debug builds the one that `SYNDEO_LANG` names; it is offered to people once all is said in it.
pub fn chosen() -> Lang {
    let named = || std::env::var(VARIABLE).ok().and_then(|name| Lang::from_name(&name));
    if cfg!(debug_assertions) { named().unwrap_or_default() } else { Lang::default() }
}
