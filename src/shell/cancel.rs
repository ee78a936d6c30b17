//! Ctrl-C while a command brings much into the book: it leaves nothing, and says so.

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How far a command is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing was written so far.
    Reading,
    /// It is being written, and can be taken back between two writes.
    Writing,
    /// It is kept.
    Kept,
}

#[derive(Debug)]
struct State {
    stage: Stage,
    asked: Option<i32>,
}

/// Whether somebody asked to end.
#[derive(Clone, Debug)]
pub struct Cancel(Arc<Mutex<State>>);

impl Cancel {
    /// Listens to the signals that ask to end. While it is being written, whoever writes asks [`Cancel::asked`]; before and
    /// after, the process ends at once, when `last_words` were said, with the exit code that shells expect.
    ///
    /// # Errors
    /// When the signals cannot be caught, or no thread can be started.
    pub fn listen(last_words: impl Fn(Stage) + Send + 'static) -> io::Result<Self> {
        let mut signals = Signals::new([SIGINT, SIGTERM])?;
        let state = Arc::new(Mutex::new(State { stage: Stage::Reading, asked: None }));
        let theirs = Self(Arc::clone(&state));
        thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                // Held until the process is gone, so that nothing is written in between.
                let mut state = theirs.state();
                if state.stage == Stage::Writing {
                    state.asked.get_or_insert(signal);
                } else {
                    last_words(state.stage);
                    std::process::exit(i32::from(code(signal)));
                }
            }
        })?;
        Ok(Self(state))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says how far the command is.
    pub fn reach(&self, stage: Stage) {
        self.state().stage = stage;
    }

    /// The exit code of the signal that asked to end while it was being written.
    pub fn asked(&self) -> Option<u8> {
        self.state().asked.map(code)
    }
}

/// The exit code of a process that a signal ended.
fn code(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(1)
}
