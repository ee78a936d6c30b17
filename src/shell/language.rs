//! In which language the program speaks: what was told on the command line, else what the environment says.

use crate::words::Lang;

/// The language that was told, else that of the environment.
pub fn chosen(told: Option<Lang>) -> Lang {
    told.unwrap_or_else(|| Lang::of_environment(|name| std::env::var(name).ok()))
}
