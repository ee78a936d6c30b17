//! Who has a book. One process owns it, and says so in `LOCK`; `FORMAT` says how it is written.

use super::{StoreError, backup, codec, erase, files, identity, journal};
use crate::words::store::at_opening;
use std::fs::{File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The format of the folder that this version writes.
pub(super) const FORMAT: u32 = 2;

/// A book that nobody else can open as long as this lives.
#[derive(Debug)]
pub struct BookLock {
    pub(super) dir: PathBuf,
    /// Whether the folder held a book before.
    pub(super) existed: bool,
    pub(super) news: Vec<String>,
    pub(super) read_only: Option<String>,
    /// Held as long as this lives; none in a folder that cannot be written and never was locked.
    lock: Option<File>,
}

impl BookLock {
    /// The folder of the book.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Takes the book in `dir` for this process; makes the folder when there is none. Quick: nothing of the book is
    /// read. `who` is told to others who want it: `syndeo (pid 12), since 10:31`.
    ///
    /// # Errors
    /// When another process has it, a later version wrote it, the folder holds other things, or the medium refuses.
    pub fn take(dir: &Path, who: &str) -> Result<Self, StoreError> {
        let mut existed = is_book(dir);
        if !existed && let Err(other) = refuse_other_things(dir) {
            // Another process may have begun the book just now.
            existed = is_book(dir);
            if !existed {
                return Err(other);
            }
        }
        files::make_dir(dir)?;
        let (lock, read_only) = open_lock(dir)?;
        if let Some(lock) = &lock {
            wait_for(lock, dir)?;
        }
        let mut news = vec![];
        if existed {
            news.extend(erase::settle(dir)?);
        }
        let mut claim = Self { dir: dir.to_owned(), existed, news, read_only, lock };
        claim.write_format()?;
        claim.sign(who);
        Ok(claim)
    }

    /// Keeps others off the book in `dir` while it is looked at; nothing at all is written, unless somebody was just being
    /// erased from it: that is carried to its end first.
    ///
    /// # Errors
    /// When there is no book, another process has it, a later version wrote it, or the medium refuses.
    pub fn look(dir: &Path) -> Result<Self, StoreError> {
        if !is_book(dir) {
            return Err(no_book(dir));
        }
        let mut news = match format_of(dir)? {
            Format::Known(_) => vec![],
            Format::Missing => {
                vec![at_opening::format_missing().to_owned()]
            }
            Format::Damaged => {
                vec![at_opening::format_damaged().to_owned()]
            }
        };
        let path = dir.join("LOCK");
        // Without a lock to be had nobody else has it, either.
        let opened = files::private().read(true).write(true).open(&path).or_else(|_| files::open(&path));
        let lock = match opened {
            Ok(lock) => Some(lock),
            Err(e) if e.kind() == io::ErrorKind::NotFound => None,
            Err(e) => return Err(StoreError::io("lock the book", path)(e)),
        };
        if let Some(lock) = &lock {
            wait_for(lock, dir)?;
        }
        news.extend(erase::settle(dir)?);
        let read_only = Some(at_opening::claimed_for_reading().to_owned());
        Ok(Self { dir: dir.to_owned(), existed: true, news, read_only, lock })
    }

    fn write_format(&mut self) -> Result<(), StoreError> {
        let wrong = match format_of(&self.dir)? {
            Format::Known(_) => return Ok(()),
            Format::Missing => self.existed.then_some(at_opening::missing()),
            Format::Damaged => Some(at_opening::damaged()),
        };
        if self.read_only.is_some() {
            return Ok(());
        }
        if let Some(wrong) = wrong {
            self.news.push(at_opening::format_written_anew(wrong));
        }
        // Without it, what lies there tells how it is written: what has no id yet is of format 1.
        let of_today = !self.existed || identity::read(&self.dir) != identity::Identity::Missing;
        let of_today = of_today || identity::deduce(&self.dir).is_some();
        write_format(&self.dir, if of_today { FORMAT } else { 1 })
    }

    /// Whether the lock is still the file at its path: else the folder was replaced or removed.
    pub(super) fn is_in_place(&self) -> bool {
        self.lock.as_ref().is_none_or(|lock| files::is_at(lock, &self.dir.join("LOCK")))
    }

    /// Says in the lock whose it is. The words are a courtesy: the lock itself holds without them, on a full disk, too.
    fn sign(&self, who: &str) {
        let (Some(mut lock), None) = (self.lock.as_ref(), &self.read_only) else { return };
        let _ = lock.set_len(0).and_then(|()| lock.rewind()).and_then(|()| lock.write_all(who.as_bytes()));
    }
}

impl Drop for BookLock {
    /// Whoever looks at the book next does not sign: it must not seem to be ours still.
    fn drop(&mut self) {
        self.sign("");
    }
}

/// What `FORMAT` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A format that this version knows.
    Known(u32),
    /// There is no such file.
    Missing,
    /// It cannot be believed.
    Damaged,
}

/// What `FORMAT` of the book in `dir` says.
///
/// # Errors
/// When a later version wrote it, or it cannot be read.
pub(super) fn format_of(dir: &Path) -> Result<Format, StoreError> {
    let path = dir.join("FORMAT");
    match files::read_small(&path) {
        Ok(bytes) => match read_format(&bytes) {
            Some(format) if format > FORMAT => {
                Err(StoreError::TooNew { what: at_opening::format_of_book(format) })
            }
            Some(format) => Ok(Format::Known(format)),
            None => Ok(Format::Damaged),
        },
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Format::Missing),
        Err(e) => Err(StoreError::io("read the format of the book", path)(e)),
    }
}

/// Whether there is a book in `dir`, whole or damaged: its format, a database, a part of a journal, or a backup with
/// its manifest. Folders that merely bear such names are none.
pub fn is_book(dir: &Path) -> bool {
    dir.join("FORMAT").is_file()
        || dir.join("sled").join("db").is_file()
        || journal::segments(&dir.join("journal")).is_ok_and(|segments| !segments.is_empty())
        || !backup::all(dir).is_empty()
}

/// As [`is_book`], where it matters why there seems to be none.
///
/// # Errors
/// When the folder is there and cannot be looked into.
pub fn find_book(dir: &Path) -> Result<bool, StoreError> {
    match std::fs::read_dir(dir) {
        Err(e) if e.kind() == io::ErrorKind::PermissionDenied => {
            Err(StoreError::io("look into the folder of the book", dir)(e))
        }
        _ => Ok(is_book(dir)),
    }
}

/// What to say where no book is.
pub(super) fn no_book(dir: &Path) -> StoreError {
    StoreError::Damaged(at_opening::no_book_in(dir.display()))
}

/// A new book is begun in an empty folder, or in one where beginning it was cut short.
fn refuse_other_things(dir: &Path) -> Result<(), StoreError> {
    let begun = |name: &String| ["LOCK", "FORMAT.tmp", "ID", "ID.tmp"].contains(&name.as_str());
    if files::names(dir)?.iter().all(begun) {
        return Ok(());
    }
    let dir = dir.display();
    Err(StoreError::Damaged(at_opening::other_files(&dir)))
}

/// The file to lock, and why the book can only be read when it cannot be written.
fn open_lock(dir: &Path) -> Result<(Option<File>, Option<String>), StoreError> {
    let path = dir.join("LOCK");
    let refused = |e: &io::Error| {
        matches!(e.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem)
    };
    match files::private().read(true).write(true).create(true).truncate(false).open(&path) {
        Ok(file) => Ok((Some(file), None)),
        Err(e) if refused(&e) => {
            let why = at_opening::not_writable(dir.display(), &e);
            Ok((files::open(&path).ok(), Some(why)))
        }
        Err(e) => Err(StoreError::io("lock the book", path)(e)),
    }
}

/// Locks; a process that is just ending gets a second to let go.
fn wait_for(mut lock: &File, dir: &Path) -> Result<(), StoreError> {
    for _ in 0..20 {
        match lock.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(50)),
            Err(TryLockError::Error(e)) => return Err(StoreError::io("lock the book", dir.join("LOCK"))(e)),
        }
    }
    let mut by = String::new();
    let _ = lock.read_to_string(&mut by);
    let by =
        if by.trim().is_empty() { at_opening::another_process().to_owned() } else { by.trim().to_owned() };
    Err(StoreError::InUse { book: dir.to_owned(), by })
}

/// Says in which format the book in `dir` is written.
///
/// # Errors
/// When the medium refuses.
pub(super) fn write_format(dir: &Path, format: u32) -> Result<(), StoreError> {
    files::write_whole(&dir.join("FORMAT"), format_text(format).as_bytes())
}

/// The number alone on the first line; the second tells a number of a later version from a damaged one.
fn format_text(format: u32) -> String {
    let number = format.to_string();
    format!("{number}\n{:016x}\n", codec::fingerprint(b"FORMAT", number.as_bytes()))
}

fn read_format(bytes: &[u8]) -> Option<u32> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (number, rest) = text.split_once('\n')?;
    let proof = u64::from_str_radix(rest.trim(), 16).ok()?;
    (proof == codec::fingerprint(b"FORMAT", number.as_bytes())).then(|| number.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_later_format_is_told_from_a_damaged_one() {
        assert_eq!(read_format(format_text(FORMAT).as_bytes()), Some(2));
        let later = format!("3\n{:016x}\n", codec::fingerprint(b"FORMAT", b"3"));
        assert_eq!(read_format(later.as_bytes()), Some(3));
        assert_eq!(read_format(format_text(FORMAT).replacen('2', "3", 1).as_bytes()), None);
    }

    #[test]
    fn a_later_book_is_refused_and_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let later = format!("3\n{:016x}\n", codec::fingerprint(b"FORMAT", b"3"));
        fs::write(dir.path().join("FORMAT"), &later).unwrap();
        assert!(matches!(BookLock::take(dir.path(), "me"), Err(StoreError::TooNew { .. })));
        assert_eq!(fs::read_to_string(dir.path().join("FORMAT")).unwrap(), later);
    }

    #[test]
    fn a_book_is_claimed_once_and_its_owner_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let book = dir.path().join("book");
        let first = BookLock::take(&book, "syndeo (pid 12), since 10:31").unwrap();
        match BookLock::take(&book, "another") {
            Err(StoreError::InUse { by, .. }) => assert_eq!(by, "syndeo (pid 12), since 10:31"),
            other => panic!("{other:?}"),
        }
        drop(first);
        assert!(BookLock::take(&book, "another").unwrap().existed);
    }

    #[test]
    fn a_folder_of_other_things_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("holiday.jpg"), "x").unwrap();
        assert!(BookLock::take(dir.path(), "me").is_err());
        assert_eq!(files::names(dir.path()).unwrap(), ["holiday.jpg"]);
    }

    #[test]
    fn folders_that_bear_the_names_of_a_book_are_none() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["journal", "sled", "backups"] {
            fs::create_dir(dir.path().join(name)).unwrap();
        }
        fs::write(dir.path().join("journal").join("monday.txt"), "dear diary").unwrap();
        assert!(!is_book(dir.path()));
        assert!(BookLock::take(dir.path(), "me").is_err() && BookLock::look(dir.path()).is_err());
        assert_eq!(files::names(dir.path()).unwrap(), ["backups", "journal", "sled"]);
    }

    #[test]
    fn looking_writes_nothing_and_keeps_others_off() {
        let dir = tempfile::tempdir().unwrap();
        drop(BookLock::take(dir.path(), "me").unwrap());
        fs::write(dir.path().join("FORMAT"), "nonsense").unwrap();
        let look = BookLock::look(dir.path()).unwrap();
        match BookLock::take(dir.path(), "another") {
            Err(StoreError::InUse { by, .. }) => assert_eq!(by, "another process"),
            other => panic!("{other:?}"),
        }
        drop(look);
        assert_eq!(fs::read_to_string(dir.path().join("FORMAT")).unwrap(), "nonsense");
        fs::remove_file(dir.path().join("LOCK")).unwrap();
        drop(BookLock::look(dir.path()).unwrap());
        assert_eq!(files::names(dir.path()).unwrap(), ["FORMAT"]);
    }
}
