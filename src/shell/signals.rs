//! Signals as messages of the loop, so that the book is closed in order.

use super::Wake;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::mpsc::Sender;
use std::thread;

/// Starts listening; every signal is sent on `wake`.
///
/// # Errors
/// When the signals cannot be caught, or no thread can be started.
pub fn listen(wake: Sender<Wake>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let told = match signal {
                SIGTSTP => Wake::Suspend,
                SIGCONT => Wake::Continued,
                SIGWINCH => Wake::Resized,
                SIGHUP => Wake::Gone,
                other => Wake::Quit(other),
            };
            if wake.send(told).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Stops the program as if the signal had not been caught; returns when it is continued.
///
/// # Errors
/// When the system refuses.
pub fn stop() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}
