//! Who has a book. One process owns it, and says so in `LOCK`; `FORMAT` says how it is written.

use super::files;
use super::{StoreError, codec};
use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The format of the folder that this version writes.
const FORMAT: u32 = 1;

/// A book that nobody else can open as long as this lives.
#[derive(Debug)]
pub struct Claim {
    pub(super) dir: PathBuf,
    /// Whether the folder held a book before.
    pub(super) existed: bool,
    pub(super) news: Vec<String>,
    pub(super) read_only: Option<String>,
    /// Held as long as this lives; none in a folder that cannot be written and never was locked.
    lock: Option<File>,
}

impl Claim {
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
        let existed = looks_like_a_book(dir)?;
        files::make_dir(dir)?;
        let (lock, read_only) = open_lock(dir)?;
        if let Some(lock) = &lock {
            wait_for(lock, dir)?;
        }
        let mut claim = Self { dir: dir.to_owned(), existed, news: vec![], read_only, lock };
        claim.check_format()?;
        if let (Some(mut lock), None) = (claim.lock.as_ref(), &claim.read_only) {
            let mut write = || {
                lock.set_len(0)?;
                lock.rewind()?;
                lock.write_all(who.as_bytes())
            };
            // The words are a courtesy: the lock itself holds without them, on a full disk, too.
            let _ = write();
        }
        Ok(claim)
    }

    fn check_format(&mut self) -> Result<(), StoreError> {
        let path = self.dir.join("FORMAT");
        let wrong = match fs::read(&path) {
            Ok(bytes) => match read_format(&bytes) {
                Some(format) if format > FORMAT => {
                    return Err(StoreError::TooNew { what: format!("the book's format {format}") });
                }
                Some(_) => return Ok(()),
                None => Some("damaged"),
            },
            Err(e) if e.kind() == io::ErrorKind::NotFound => self.existed.then_some("missing"),
            Err(e) => return Err(StoreError::io("read the format of the book", path)(e)),
        };
        if self.read_only.is_some() {
            return Ok(());
        }
        if let Some(wrong) = wrong {
            self.news.push(format!("The file FORMAT was {wrong} and was written anew"));
        }
        files::write_whole(&path, format_text().as_bytes())
    }
}

/// Whether there is a book in `dir`.
fn looks_like_a_book(dir: &Path) -> Result<bool, StoreError> {
    let names = files::names(dir)?;
    let ours = |name: &str| ["FORMAT", "sled", "journal", "backups", "LOCK"].contains(&name);
    if names.iter().any(|name| ours(name)) {
        return Ok(names.iter().any(|name| ours(name) && name != "LOCK"));
    }
    if names.is_empty() {
        return Ok(false);
    }
    let dir = dir.display();
    Err(StoreError::Damaged(format!(
        "{dir} holds other files and no book; choose an empty folder for a new book"
    )))
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
            let why = format!("{} cannot be written ({e})", dir.display());
            Ok((File::open(&path).ok(), Some(why)))
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
    let by = if by.trim().is_empty() { "another process".to_owned() } else { by.trim().to_owned() };
    Err(StoreError::InUse { book: dir.to_owned(), by })
}

/// The number alone on the first line; the second tells a number of a later version from a damaged one.
fn format_text() -> String {
    let number = FORMAT.to_string();
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

    #[test]
    fn a_later_format_is_told_from_a_damaged_one() {
        assert_eq!(read_format(format_text().as_bytes()), Some(1));
        let later = format!("2\n{:016x}\n", codec::fingerprint(b"FORMAT", b"2"));
        assert_eq!(read_format(later.as_bytes()), Some(2));
        assert_eq!(read_format(format_text().replacen('1', "3", 1).as_bytes()), None);
    }

    #[test]
    fn a_later_book_is_refused_and_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let later = format!("2\n{:016x}\n", codec::fingerprint(b"FORMAT", b"2"));
        fs::write(dir.path().join("FORMAT"), &later).unwrap();
        assert!(matches!(Claim::take(dir.path(), "me"), Err(StoreError::TooNew { .. })));
        assert_eq!(fs::read_to_string(dir.path().join("FORMAT")).unwrap(), later);
    }

    #[test]
    fn a_book_is_claimed_once_and_its_owner_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let book = dir.path().join("book");
        let first = Claim::take(&book, "syndeo (pid 12), since 10:31").unwrap();
        match Claim::take(&book, "another") {
            Err(StoreError::InUse { by, .. }) => assert_eq!(by, "syndeo (pid 12), since 10:31"),
            other => panic!("{other:?}"),
        }
        drop(first);
        assert!(Claim::take(&book, "another").unwrap().existed);
    }

    #[test]
    fn a_folder_of_other_things_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("holiday.jpg"), "x").unwrap();
        assert!(Claim::take(dir.path(), "me").is_err());
        assert_eq!(files::names(dir.path()).unwrap(), ["holiday.jpg"]);
    }
}
