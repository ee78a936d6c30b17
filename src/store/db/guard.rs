//! sled panics on some damage. Here such a panic becomes an error, and the shell's panic hook can ask to be silent.

use super::DatabaseError;
use crate::words::store::of_medium;
use std::cell::Cell;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Whether a panic on this thread is caught and told in another way: a panic hook should then leave the terminal
/// alone and print nothing. True on sled's own threads, too, whose failures reach us as errors.
pub fn panics_are_caught() -> bool {
    DEPTH.get() > 0
        || std::thread::current()
            .name()
            .is_some_and(|name| name.starts_with("sled-") || name == "log flusher")
}

/// Keeps the panics that are caught here from being printed: what was done is said in words, and what sled says itself
/// would only frighten. Any other panic goes to the hook there was. Once for the process, however often it is called.
pub fn silence_caught_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !panics_are_caught() {
                usual(info);
            }
        }));
    });
}

/// Calls into sled; a panic in there is damage.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, DatabaseError>) -> Result<T, DatabaseError> {
    DEPTH.set(DEPTH.get() + 1);
    // What `work` leaves half done is the database's, which is not used again after such an error.
    let done = catch_unwind(AssertUnwindSafe(work));
    DEPTH.set(DEPTH.get() - 1);
    done.unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().map(String::as_str);
        let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("it failed");
        let line = words.lines().next().unwrap_or_default();
        Err(match system_error(line).filter(super::is_of_the_medium) {
            Some(error) => DatabaseError::Io(error),
            None => DatabaseError::Damaged(of_medium::sled_gave_up(line)),
        })
    })
}

/// The error of the system that a panic or an error of sled was about, `called ... on an Err value: Os { code: 11, ... }`: no damage, and
/// nothing that people should read.
pub(super) fn system_error(words: &str) -> Option<io::Error> {
    let (_, rest) = words.split_once("Os { code: ")?;
    let code = rest.split(',').next()?.trim().parse().ok()?;
    Some(io::Error::from_raw_os_error(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_about_the_system_is_no_damage() {
        let words =
            "called `Result::unwrap()` on an `Err` value: Os { code: 11, kind: WouldBlock, message: \"x\" }";
        assert_eq!(system_error(words).and_then(|e| e.raw_os_error()), Some(11));
        assert!(system_error("index out of bounds").is_none() && system_error("Os { code: x }").is_none());
    }
}
