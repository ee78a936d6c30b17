//! Signals as messages of the loop, so that the book is closed in order.

use super::Wake;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

/// Whether another program has the terminal. Then Ctrl-C and Ctrl-Z are meant for it, and reach us only because we are
/// of the same group.
static LENT: AtomicBool = AtomicBool::new(false);

/// Says that another program has the terminal from now on, or no longer.
pub fn lent(lent: bool) {
    LENT.store(lent, Ordering::SeqCst);
}

/// Starts listening; every signal is sent on `wake`.
///
/// # Errors
/// When the signals cannot be caught, or no thread can be started.
pub fn listen(wake: Sender<Wake>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            if LENT.load(Ordering::SeqCst) {
                match signal {
                    // Stopped with the editor, so that the shell gets the terminal and `fg` wakes both.
                    SIGTSTP => drop(signal_hook::low_level::emulate_default_handler(SIGTSTP)),
                    SIGTERM | SIGHUP => drop(wake.send(Wake::Quit(signal))),
                    _ => {}
                }
                continue;
            }
            let told = match signal {
                SIGTSTP => Wake::Suspend,
                SIGCONT => Wake::Continued,
                SIGWINCH => Wake::Resized,
                other => Wake::Quit(other),
            };
            if wake.send(told).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Stops the program and whatever script it was started from, as the terminal's own Ctrl-Z would; returns when it is
/// continued.
///
/// # Errors
/// When the system refuses.
pub fn stop() -> io::Result<()> {
    Ok(rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?)
}
