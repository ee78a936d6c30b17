//! Where the book is, and how a command opens it.

use super::out::{Stop, progress, tell};
use crate::domain::{Book, Change, Mint, Moment};
use crate::shell::{clock, device};
use crate::store::{Claim, Disk, Loading, Opened, Options, Saved, Store as _, find_book};
use etcetera::BaseStrategy as _;
use std::path::{Path, PathBuf};

/// The variable that names the folder of the book.
pub const VARIABLE: &str = "SYNDEO_BOOK";

/// The folder of the book: as told, else by the environment, else the own one of this person.
///
/// # Errors
/// When this person has no home.
pub fn place(told: Option<PathBuf>) -> Result<PathBuf, Stop> {
    if let Some(path) =
        told.or_else(|| std::env::var_os(VARIABLE).filter(|v| !v.is_empty()).map(PathBuf::from))
    {
        return Ok(path);
    }
    let own = etcetera::base_strategy::choose_native_strategy().map_err(|_| {
        Stop::NotDone("this user has no home folder; say where the book is with --book".into())
    })?;
    Ok(own.data_dir().join("syndeo").join("book"))
}

/// A book with everything in it read.
pub struct Desk {
    /// The records.
    pub book: Book,
    /// Where they are kept.
    pub disk: Disk,
    /// What was told on opening.
    pub opened: Opened,
    /// The time of this command.
    pub now: Moment,
}

impl Desk {
    /// Opens the book in `dir`, a new one when there is none and `make` says so. `what` is told to others who want it.
    ///
    /// # Errors
    /// When there is none, another process has it, or it cannot be read.
    pub fn open(dir: &Path, what: &str, make: bool) -> Result<Self, Stop> {
        if !make {
            exists(dir)?;
        }
        let now = clock::now();
        let claim = Disk::claim(dir, &who(what, now))?;
        Self::with(claim, &options(), now)
    }

    /// Opens the book in `dir` for reading: nothing in its folder is changed.
    ///
    /// # Errors
    /// When there is none, another process has it, or it cannot be read.
    pub fn look(dir: &Path) -> Result<Self, Stop> {
        exists(dir)?;
        Self::with(Claim::look(dir)?, &Options { read_only: true, ..options() }, clock::now())
    }

    fn with(claim: Claim, options: &Options, now: Moment) -> Result<Self, Stop> {
        let mut book = Book::default();
        let mut sink = |loading| match loading {
            Loading::Batch(records) => records.into_iter().for_each(|r| book.put(r)),
            Loading::StartOver => book = Book::default(),
        };
        let (disk, opened) = Disk::open(claim, options, now, &mut sink)?;
        book.spend_numbers(opened.last_number);
        opened.news.iter().for_each(|news| tell(news));
        Ok(Self { book, disk, opened, now })
    }

    /// Keeps a change and closes the book.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn save(mut self, change: &Change) -> Result<Saved, Stop> {
        if let Some(why) = &self.opened.read_only {
            return Err(Stop::NotDone(format!("the book can only be read: {why}")));
        }
        progress(&format!("saving {} records ...", change.edits.len()));
        let saved = self.disk.save(change)?;
        if let Some(warning) = &saved.warning {
            tell(warning);
        }
        self.back_up();
        self.close()?;
        Ok(saved)
    }

    /// Takes the backup of the day, when there is none yet. The change that was made is kept, whatever comes of it.
    pub fn back_up(&mut self) {
        if self.disk.is_backup_due(self.now) {
            progress("taking the backup of the day ...");
            if let Err(error) = self.disk.backup(self.now) {
                tell(&format!("The backup of the day could not be taken: {error}"));
            }
        }
    }

    /// Closes the book.
    ///
    /// # Errors
    /// When the last writes failed.
    pub fn close(mut self) -> Result<(), Stop> {
        Ok(self.disk.close()?)
    }
}

/// How this user opens a book on this device.
pub fn options() -> Options {
    Options { author: device::author(), device: device::device(), ..Options::default() }
}

/// What this process is called by others who want the book.
pub fn who(what: &str, now: Moment) -> String {
    format!("syndeo {what} (pid {}), since {}", std::process::id(), now.local().format("%H:%M"))
}

/// Whether there is a book in `dir`.
///
/// # Errors
/// When there is none, with what to do about it.
pub fn exists(dir: &Path) -> Result<(), Stop> {
    if find_book(dir)? {
        return Ok(());
    }
    let dir = dir.display();
    Err(Stop::NotDone(format!(
        "there is no book in {dir} yet; syndeo begins one, or syndeo import FILE does"
    )))
}

/// Makes ids that no other run makes.
pub fn mint() -> Mint {
    Mint::new(uuid::Uuid::new_v4().into_bytes())
}
