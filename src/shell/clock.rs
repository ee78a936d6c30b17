//! The clock of this machine: the one place where the time is read.

use crate::domain::Moment;

/// Now, with the offset of this place.
#[allow(
    clippy::disallowed_methods,
    reason = "the one place where the clock is read; from here on time is a value"
)]
pub fn now() -> Moment {
    Moment::from_chrono(chrono::Local::now().fixed_offset())
}
