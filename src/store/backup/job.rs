//! A backup on a thread of its own: changes are saved as ever while it is made.

use super::overlay::Overlay;
use super::read::{self, Candidate};
use super::rotate::thin_out;
use super::write::{Source, write};
use crate::domain::Moment;
use crate::store::db::Snapshot;
use crate::store::stored::RawEdit;
use crate::store::{Backup, StoreError};
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};

/// Told when a backup was taken, or why not; on the thread that makes it.
pub type Told = Box<dyn FnOnce(Result<Backup, StoreError>) + Send>;

/// A backup that was taken.
#[derive(Clone, Debug)]
pub struct Made {
    /// The backup.
    pub backup: Backup,
    /// The journal is not needed up to this change: the backup before was read back as well, and the database flushed.
    pub covered: Option<u64>,
}

/// A backup in the making.
pub struct Job {
    thread: JoinHandle<Option<Made>>,
    given_up: Arc<AtomicBool>,
    overlay: Arc<Mutex<Overlay>>,
}

impl Job {
    /// Begins one of the book in `dir`, as the database is now.
    ///
    /// # Errors
    /// When the system has no thread for it.
    pub fn start(dir: PathBuf, at: Moment, snapshot: Snapshot, told: Told) -> io::Result<Self> {
        let given_up = Arc::new(AtomicBool::new(false));
        let overlay = Arc::new(Mutex::new(Overlay::default()));
        let (asked, changed) = (Arc::clone(&given_up), Arc::clone(&overlay));
        let work = move || {
            let go_on = || if asked.load(Ordering::SeqCst) { Err(StoreError::GivenUp) } else { Ok(()) };
            let source = Source { snapshot: &snapshot, overlay: &changed, go_on: &go_on };
            let made = write(&dir, at, &source).map(|made| {
                let kept = snapshot.state.book.map(|book| thin_out(&dir, book)).unwrap_or_default();
                Made { covered: covered(&kept, &snapshot, &go_on), backup: made.backup }
            });
            match made {
                Ok(made) => {
                    told(Ok(made.backup.clone()));
                    Some(made)
                }
                Err(error) => {
                    told(Err(error));
                    None
                }
            }
        };
        let thread = Builder::new().name("backup".into()).spawn(work)?;
        Ok(Self { thread, given_up, overlay })
    }

    /// Records are about to be changed.
    pub fn note(&self, edits: &[RawEdit<'_>]) {
        let mut overlay = self.overlay.lock().unwrap_or_else(PoisonError::into_inner);
        for edit in edits {
            overlay.note(edit.kind, edit.id, edit.before);
        }
    }

    /// Whether it has ended.
    pub fn is_done(&self) -> bool {
        self.thread.is_finished()
    }

    /// Waits for its end; `None` when it came to nothing.
    pub fn finish(self) -> Option<Made> {
        self.thread.join().ok().flatten()
    }

    /// Gives it up; nothing of it stays, unless it was as good as done.
    pub fn give_up(self) -> Option<Made> {
        self.given_up.store(true, Ordering::SeqCst);
        self.finish()
    }
}

/// How far the journal is not needed any more: up to the second newest backup, if that can be read, too.
fn covered(
    kept: &[Candidate],
    snapshot: &Snapshot,
    go_on: &dyn Fn() -> Result<(), StoreError>,
) -> Option<u64> {
    let [_, second, ..] = kept else { return None };
    // The backup is taken all the same; the journal stays as long as it is.
    (read::verify(second, go_on).is_ok() && snapshot.flush().is_ok()).then_some(second.backup.seq)
}
