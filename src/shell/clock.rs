//! The clock of this machine: the one place where the time is read.

use crate::domain::Moment;
#[cfg(debug_assertions)]
use crate::words::outside::of_terminal;

/// The variable that sets the clock, for tests; not in release builds.
#[cfg(debug_assertions)]
const VARIABLE: &str = "SYNDEO_NOW";

/// Now, with the offset of this place.
#[allow(
    clippy::disallowed_methods,
    reason = "the one place where the clock is read; from here on time is a value"
)]
pub fn now() -> Moment {
    let now = chrono::Local::now();
    #[cfg(debug_assertions)]
    let now = set(now);
    Moment::from_chrono(now.fixed_offset())
}

/// Whether the clock can be read.
///
/// # Errors
/// When a test set it to something that is no time.
#[cfg_attr(
    not(debug_assertions),
    allow(clippy::unnecessary_wraps, reason = "a test sets it in debug builds")
)]
pub fn check() -> Result<(), String> {
    #[cfg(debug_assertions)]
    told()?;
    Ok(())
}

/// What `SYNDEO_NOW` says; empty is not set.
#[cfg(debug_assertions)]
fn told() -> Result<Option<chrono::DateTime<chrono::Utc>>, String> {
    let Some(text) = std::env::var_os(VARIABLE).filter(|v| !v.is_empty()) else { return Ok(None) };
    let text = text.to_string_lossy();
    chrono::DateTime::parse_from_rfc3339(&text)
        .map(|at| Some(at.to_utc()))
        .map_err(|e| of_terminal::no_clock(VARIABLE, &text, e))
}

/// A clock that was set goes on from there, in the offset that this place has then.
#[cfg(debug_assertions)]
fn set(now: chrono::DateTime<chrono::Local>) -> chrono::DateTime<chrono::Local> {
    static AHEAD: std::sync::OnceLock<chrono::TimeDelta> = std::sync::OnceLock::new();
    // What cannot be read was refused by `check` before anything asked for the time.
    let ahead = || told().ok().flatten().map_or_else(chrono::TimeDelta::zero, |at| at - now.to_utc());
    now + *AHEAD.get_or_init(ahead)
}
