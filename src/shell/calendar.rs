//! The calendar that other programs subscribe to: a file that is written anew after each save, when somebody said where.

use super::{Wake, clock, files, log};
use crate::app::Msg;
use crate::domain::{Book, Moment};
use crate::exchange::ical;
use crate::words;
use std::io;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

/// The variable that names the file.
pub const VARIABLE: &str = "SYNDEO_CALENDAR";

/// Where the calendar is kept fresh; `None` when nobody said so.
pub fn place() -> Option<PathBuf> {
    std::env::var_os(VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// Whether somebody said where the calendar is kept.
pub fn is_kept() -> bool {
    place().is_some()
}

/// Writes the calendar of a book to where it is kept, if anywhere.
///
/// # Errors
/// When it cannot be written, in words for people; the book is not concerned.
pub fn refresh(book: &Book, now: Moment) -> Result<(), String> {
    place().map_or(Ok(()), |path| put(&path, ical::write(book, now).as_bytes()))
}

/// Writes a file whole or not at all, and only when it says something else than it does: a program that looks at its time
/// need not read it again for nothing. Only its owner may read it.
fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if std::fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    files::replace(path, bytes).map_err(|error| {
        log::note(&format!("the calendar could not be written: {error}"));
        words::shell::no_calendar(&path.display(), &error)
    })
}

/// The thread that keeps it fresh while the desk is open, so that no key waits for it.
pub struct Fresh {
    books: Sender<Arc<Book>>,
    thread: JoinHandle<()>,
}

/// The trouble that was told last.
#[derive(Default)]
struct Told(Option<String>);

impl Told {
    /// What is to be told of this: the same trouble only once, until it was over.
    fn news(&mut self, failed: Option<String>) -> Option<String> {
        let before = std::mem::replace(&mut self.0, failed);
        self.0.clone().filter(|words| before.as_ref() != Some(words))
    }
}

impl Fresh {
    /// Starts the thread; `None` when nobody said where the calendar is kept.
    ///
    /// # Errors
    /// When no thread can be started.
    pub(super) fn start(wake: Sender<Wake>) -> io::Result<Option<Self>> {
        if !is_kept() {
            return Ok(None);
        }
        let (books, asked) = mpsc::channel::<Arc<Book>>();
        let thread = thread::Builder::new().name("calendar".into()).spawn(move || {
            let mut told = Told::default();
            while let Ok(mut book) = asked.recv() {
                // Of several saves in a row the last one counts.
                while let Ok(later) = asked.try_recv() {
                    book = later;
                }
                let failed = refresh(&book, clock::now()).err();
                // The desk need not copy what nobody reads any more.
                drop(book);
                if let Some(words) = told.news(failed) {
                    let _ = wake.send(Wake::Told(Box::new(Msg::Failed(words))));
                }
            }
        })?;
        Ok(Some(Self { books, thread }))
    }

    /// Has the calendar written as the book is now.
    pub(super) fn ask(&self, book: Arc<Book>) {
        // When the thread is gone, the next start writes it.
        let _ = self.books.send(book);
    }

    /// What was asked is written.
    pub(super) fn finish(self) {
        drop(self.books);
        let _ = self.thread.join();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole_private_and_left_alone_when_it_says_the_same() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("desk.ics");
        put(&path, b"one").unwrap();
        let first = std::fs::metadata(&path).unwrap();
        put(&path, b"one").unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().modified().unwrap(), first.modified().unwrap());
        put(&path, b"two").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
        assert!(
            put(&dir.path().join("no/such/folder.ics"), b"x").unwrap_err().contains("could not be written")
        );
    }

    #[test]
    fn the_same_trouble_is_told_once_until_it_is_over() {
        let mut told = Told::default();
        let mut news = |failed: Option<&str>| told.news(failed.map(str::to_owned));
        assert_eq!(news(None), None);
        assert_eq!(news(Some("full")).as_deref(), Some("full"));
        assert_eq!(news(Some("full")), None);
        assert_eq!(news(Some("gone")).as_deref(), Some("gone"));
        assert_eq!(news(None), None);
        assert_eq!(news(Some("gone")).as_deref(), Some("gone"));
    }
}
