//! The thread that reads the keyboard, with a gate that holds it back while another program has the terminal.
//!
//! It is never waited for at the end: after a hang-up its read may not return.

use super::strings::Strings;
use super::{Wake, ground};
use crossterm::event;
use rustix::event::{PollFd, PollFlags, poll};
use std::fs::File;
use std::io::{self, IsTerminal, PipeReader, PipeWriter, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How long is waited for more of what is to be dropped. With no wait at all the crate does not even look.
const MORE: Duration = Duration::from_millis(1);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gate {
    Open,
    Closing,
    Closed,
}

/// The reader of the keyboard.
pub struct Keyboard {
    gate: Arc<(Mutex<Gate>, Condvar)>,
    nudge: PipeWriter,
}

/// The terminal that keys come from: standard input, or the controlling terminal when that is something else.
fn terminal() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        stdin.as_fd().try_clone_to_owned()
    } else {
        File::open("/dev/tty").map(OwnedFd::from)
    }
}

impl Keyboard {
    /// Starts reading; every event is sent on `wake`.
    ///
    /// # Errors
    /// When there is no terminal, or no thread can be started.
    pub fn start(wake: Sender<Wake>) -> io::Result<Self> {
        let (watched, hanging) = (terminal()?, terminal()?);
        let (mut nudged, nudge) = io::pipe()?;
        let gate = Arc::new((Mutex::new(Gate::Open), Condvar::new()));
        let at_gate = Arc::clone(&gate);
        let gone = wake.clone();
        thread::Builder::new().name("hang-up".into()).spawn(move || wait_for_hang_up(&hanging, &gone))?;
        thread::Builder::new().name("keyboard".into()).spawn(move || {
            loop {
                wait_at(&at_gate);
                match ready(&watched, &mut nudged) {
                    Ready::Keys if read_all(&wake).is_ok() => {}
                    Ready::Nudged => {}
                    // The thread that waits for the hang-up says so.
                    Ready::Keys | Ready::Gone => return,
                }
            }
        })?;
        Ok(Self { gate, nudge })
    }

    /// Holds the reader back, and waits until it reads no more.
    pub fn close(&mut self) {
        *lock(&self.gate.0) = Gate::Closing;
        let _ = self.nudge.write_all(b".");
        let mut state = lock(&self.gate.0);
        while *state != Gate::Closed {
            let waited = self.gate.1.wait_timeout(state, Duration::from_millis(500));
            let (guard, late) = waited.unwrap_or_else(PoisonError::into_inner);
            state = guard;
            if late.timed_out() {
                // The reader has ended with the terminal; there is nothing left to hold back.
                return;
            }
        }
    }

    /// Lets the reader go on. What was typed in between belonged to the other program and is dropped.
    pub fn open(&self) {
        while matches!(event::poll(MORE), Ok(true)) {
            if event::read().is_err() {
                break;
            }
        }
        *lock(&self.gate.0) = Gate::Open;
        self.gate.1.notify_all();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn wait_at(gate: &(Mutex<Gate>, Condvar)) {
    let mut state = lock(&gate.0);
    while *state != Gate::Open {
        *state = Gate::Closed;
        gate.1.notify_all();
        state = gate.1.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
}

enum Ready {
    Keys,
    Nudged,
    Gone,
}

/// Sleeps until there is something to read; the reader of the crate would wake many times a second to look at a gate,
/// and would spin for ever on a terminal that is gone.
fn ready(terminal: &OwnedFd, nudged: &mut PipeReader) -> Ready {
    let mut fds = [PollFd::new(terminal, PollFlags::IN), PollFd::new(&*nudged, PollFlags::IN)];
    match poll(&mut fds, None) {
        Err(rustix::io::Errno::INTR) => return Ready::Nudged,
        Err(_) => return Ready::Gone,
        Ok(_) => {}
    }
    let (keys, nudge) = (fds[0].revents(), fds[1].revents());
    if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
        Ready::Gone
    } else if nudge.contains(PollFlags::IN) {
        let mut one = [0; 1];
        let _ = nudged.read(&mut one);
        Ready::Nudged
    } else {
        Ready::Keys
    }
}

/// Sends on all that is there now, and waits for the end of what is begun.
fn read_all(wake: &Sender<Wake>) -> io::Result<()> {
    let mut strings = Strings::default();
    loop {
        let more = event::poll(strings.wait())?;
        let events = if more { strings.take(event::read()?) } else { strings.rest().into_iter().collect() };
        let said = strings.said().as_deref().and_then(ground::answer).map(Wake::Ground);
        for told in events.into_iter().map(Wake::Term).chain(said) {
            wake.send(told).map_err(|_| io::ErrorKind::BrokenPipe)?;
        }
        if !more {
            return Ok(());
        }
    }
}

/// Sleeps until the terminal is gone: a window closed under `nohup` or a dropped connection sends no signal.
fn wait_for_hang_up(terminal: &OwnedFd, wake: &Sender<Wake>) {
    loop {
        let mut fds = [PollFd::new(terminal, PollFlags::empty())];
        match poll(&mut fds, None) {
            Ok(_) if fds[0].revents().is_empty() => {}
            Err(rustix::io::Errno::INTR) => {}
            Ok(_) | Err(_) => {
                let _ = wake.send(Wake::Gone);
                return;
            }
        }
    }
}
