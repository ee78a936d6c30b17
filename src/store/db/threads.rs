//! The one door through which sled is opened. sled works on threads of its own, which it begins when it is opened first
//! and never again; where the system gave it none, it waits for ever for work that nobody does.

use super::DatabaseError;
use super::guard::guarded;
use sled::{Config, Db};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread::Builder;
use std::time::Duration;

/// How many threads sled wants: those that wait for work, and the one that flushes.
const THREADS: usize = 8;
/// After how long without an answer it is asked whether sled has threads at all.
const PATIENCE: Duration = Duration::from_secs(1);
/// How the names of those of its threads begin that do the work.
const WORKER: &str = "sled-io-";
/// Whether sled was opened before in this process: then its threads are there.
static OPENED: AtomicBool = AtomicBool::new(false);

/// Opens sled, or says that the system has no threads for it.
pub(super) fn open(config: Config) -> Result<Db, DatabaseError> {
    are_to_be_had().map_err(DatabaseError::Io)?;
    if OPENED.load(Ordering::SeqCst) {
        return Ok(config.open()?);
    }
    // They may be gone again by the time at which sled begins its own: one waits for sled, the other for an answer.
    let (tell, answer) = mpsc::channel();
    let work = move || drop(tell.send(guarded(|| Ok(config.open()?))));
    Builder::new().name("sled-open".into()).spawn(work).map_err(DatabaseError::Io)?;
    let opened = answer_or_nobody(&answer, || has_workers() == Some(false));
    let opened = opened.unwrap_or_else(|| Err(DatabaseError::Io(io::ErrorKind::WouldBlock.into())));
    OPENED.fetch_or(opened.is_ok(), Ordering::SeqCst);
    opened
}

/// What is answered; `None` when `nobody` is there to do the work, or it ended without an answer.
fn answer_or_nobody<T>(answer: &mpsc::Receiver<T>, nobody: impl Fn() -> bool) -> Option<T> {
    loop {
        match answer.recv_timeout(PATIENCE) {
            Ok(answer) => return Some(answer),
            Err(RecvTimeoutError::Timeout) if !nobody() => {}
            Err(_) => return None,
        }
    }
}

/// Whether a thread of sled is there to do its work; `None` where the system does not tell.
fn has_workers() -> Option<bool> {
    let tasks = std::fs::read_dir("/proc/self/task").ok()?;
    let name = |task: io::Result<std::fs::DirEntry>| std::fs::read_to_string(task?.path().join("comm"));
    Some(tasks.filter_map(|task| name(task).ok()).any(|name| name.starts_with(WORKER)))
}

/// Whether the system has as many threads to give as sled wants.
fn are_to_be_had() -> io::Result<()> {
    let (all_begun, begun) = mpsc::channel::<()>();
    let begun = Arc::new(Mutex::new(begun));
    let mut threads = vec![];
    let mut failed = None;
    for _ in 0..THREADS {
        let begun = Arc::clone(&begun);
        // Each lives until all were begun.
        let wait = move || drop(begun.lock().map(|begun| begun.recv()));
        match Builder::new().spawn(wait) {
            Ok(thread) => threads.push(thread),
            Err(e) => failed = Some(e),
        }
    }
    drop(all_begun);
    for thread in threads {
        let _ = thread.join();
    }
    failed.map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sled_has_threads_once_it_was_opened() {
        let dir = tempfile::tempdir().unwrap();
        drop(open(Config::new().path(dir.path())).map_err(|_| ()).unwrap());
        assert!(OPENED.load(Ordering::SeqCst));
        assert_ne!(has_workers(), Some(false));
    }

    #[test]
    fn an_answer_is_waited_for_as_long_as_somebody_is_at_work() {
        let (tell, answer) = mpsc::channel();
        let asked = std::cell::Cell::new(0);
        let nobody = || {
            asked.set(asked.get() + 1);
            if asked.get() == 2 {
                tell.send(7).unwrap();
            }
            false
        };
        assert_eq!(answer_or_nobody(&answer, nobody), Some(7));
        assert_eq!(asked.get(), 2);
        assert_eq!(answer_or_nobody(&answer, || true), None);
    }
}
