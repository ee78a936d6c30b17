//! Where the book is, and how a command opens it.

use super::out::{Out, Stop, progress, tell};
use crate::domain::{
    Action, Book, Change, Edit, IdGenerator, Moment, Verb, custom, keep_history, keep_history_of,
};
use crate::shell::{calendar, clock, device, log};
use crate::store::{
    BookLock, Disk, Loading, Opened, Options, Saved, Store as _, StoreError, Tells, find_book,
};
use crate::words::cli::keeping;
use etcetera::BaseStrategy as _;
use std::io;
use std::path::{Path, PathBuf};

/// The variable that names the folder of the book.
pub const VARIABLE: &str = "SYNDEO_BOOK";

/// The variable that names the file of the log; `off` keeps none.
pub const LOG_VARIABLE: &str = "SYNDEO_LOG";

/// The folder of the book: as told, else by the environment, else the own one of this person.
///
/// # Errors
/// When this person has no home, or one that is no whole path.
pub fn place(told: Option<PathBuf>) -> Result<PathBuf, Stop> {
    if let Some(path) =
        told.or_else(|| std::env::var_os(VARIABLE).filter(|v| !v.is_empty()).map(PathBuf::from))
    {
        return Ok(path);
    }
    let own = etcetera::base_strategy::choose_native_strategy()
        .map_err(|_| Stop::NotDone(keeping::no_home().into()))?;
    let dir = own.data_dir().join("syndeo").join("book");
    if dir.is_absolute() {
        return Ok(dir);
    }
    // It would be another book in each folder the program is started in.
    Err(Stop::NotDone(keeping::home_is_not_whole(own.home_dir().display().to_string())))
}

/// The file of the log: as the environment says, else in the folder of this person for what programs note down. A build
/// for trying things out keeps none unless it is told to, so that tests leave nothing behind.
pub fn log_place() -> Option<PathBuf> {
    match std::env::var_os(LOG_VARIABLE).filter(|v| !v.is_empty()) {
        Some(off) if off == "off" => None,
        Some(path) => Some(path.into()),
        None if cfg!(debug_assertions) => None,
        None => {
            let own = etcetera::base_strategy::choose_native_strategy().ok()?;
            let dir = own.state_dir().unwrap_or_else(|| own.data_dir());
            dir.is_absolute().then(|| dir.join("syndeo").join("log"))
        }
    }
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

    /// As [`Desk::open`], for what reads the records from the store: none of them is kept in memory, unless the calendar that
    /// other programs subscribe to is to be written of them.
    ///
    /// # Errors
    /// As there.
    pub fn open_store(dir: &Path, what: &str) -> Result<Self, Stop> {
        exists(dir)?;
        let now = clock::now();
        Self::reading(Disk::claim(dir, &who(what, now))?, &options(), now, calendar::is_kept())
    }

    /// Opens a book that was begun just now from a backup or a file.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_begun(dir: &Path, what: &str) -> Result<Self, Stop> {
        let now = clock::now();
        Self::with(
            Disk::claim(dir, &who(what, now))?,
            &Options { tells: Tells::AllButBeginning, ..options() },
            now,
        )
    }

    /// Opens the book in `dir` for reading: nothing in its folder is changed.
    ///
    /// # Errors
    /// When there is none, another process has it, or it cannot be read.
    pub fn look(dir: &Path) -> Result<Self, Stop> {
        exists(dir)?;
        Self::with(BookLock::look(dir)?, &Options { read_only: true, ..options() }, clock::now())
    }

    /// As [`Desk::look`], for what reads the records from the store one by one: none of them is kept in memory.
    ///
    /// # Errors
    /// As there.
    pub fn look_at_store(dir: &Path) -> Result<Self, Stop> {
        exists(dir)?;
        let options = Options { read_only: true, ..options() };
        Self::reading(BookLock::look(dir)?, &options, clock::now(), false)
    }

    fn with(claim: BookLock, options: &Options, now: Moment) -> Result<Self, Stop> {
        Self::reading(claim, options, now, true)
    }

    fn reading(claim: BookLock, options: &Options, now: Moment, keeps: bool) -> Result<Self, Stop> {
        let mut book = Book::default();
        let mut sink = |loading| match loading {
            Loading::Batch(records) if keeps => records.into_iter().for_each(|r| book.put(r)),
            Loading::Batch(_) => {}
            Loading::StartOver => book = Book::default(),
        };
        let (disk, opened) = Disk::open(claim, options, now, &mut sink)?;
        book.spend_numbers(opened.last_number);
        log::opened(&opened, !options.read_only, now);
        opened.news.iter().chain(&opened.notes).for_each(|news| tell(news));
        Ok(Self { book, disk, opened, now })
    }

    /// Keeps a change and closes the book.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn save(mut self, out: &mut Out, mut change: Change) -> Result<(), Stop> {
        if let Some(why) = &self.opened.read_only {
            return Err(StoreError::ReadOnly(why.clone()).into());
        }
        custom::follow(&self.book, &mut change);
        keep_history(&mut change, &device::author());
        let (book, now) = (std::mem::take(&mut self.book), self.now);
        progress(&keeping::saving(change.edits.len()));
        let saved = self.finish(out, keeping::change_is_saved(), |disk| disk.save(&change).map(Some))?;
        saved.iter().for_each(warn);
        // What the caller applied already is applied again to the same end.
        refresh(book, &change, now);
        Ok(())
    }

    /// Keeps what comes edit by edit as one change, and closes the book. `go_on` is asked now and then, with the number of
    /// records kept so far; what is not to go on leaves nothing.
    ///
    /// # Errors
    /// As [`Desk::save`], and [`StoreError::GivenUp`] when it was not to go on.
    pub fn save_all(
        mut self,
        out: &mut Out,
        action: &Action,
        edits: &mut dyn ExactSizeIterator<Item = Edit>,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<(), Stop> {
        if let Some(why) = &self.opened.read_only {
            return Err(StoreError::ReadOnly(why.clone()).into());
        }
        // Only the calendar needs the book from here on.
        let (mut book, now) = (std::mem::take(&mut self.book), self.now);
        let (author, told) = (device::author(), calendar::is_kept());
        let mut each = edits.map(|mut edit| {
            keep_history_of(&mut edit, now, &author);
            if let Some(after) = edit.after.as_ref().filter(|_| told) {
                book.put(after.clone());
            }
            edit
        });
        let saved = self.finish(out, keeping::change_is_saved(), |disk| {
            disk.save_all(action, now, &mut each, go_on).map(Some)
        })?;
        saved.iter().for_each(warn);
        refresh(book, &Change::new(action.clone(), now), now);
        Ok(())
    }

    /// Takes the last change back, or does again what was taken back, and closes the book: what it was and how many records
    /// are in it; `None` when there is none.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub fn step(mut self, out: &mut Out, back: bool) -> Result<Option<(Action, usize)>, Stop> {
        let (mut book, now) = (std::mem::take(&mut self.book), self.now);
        let (mut records, told) = (0, calendar::is_kept());
        let mut count = |edit: &Edit| {
            records += 1;
            match (&edit.after, edit.id()) {
                (Some(after), _) if told => book.put(after.clone()),
                (None, Some(id)) if told => book.remove(id),
                _ => {}
            }
        };
        let outcome =
            self.finish(out, keeping::change_is_saved(), |disk| disk.take_step(back, now, &mut count))?;
        Ok(outcome.map(|(action, saved)| {
            warn(&saved);
            refresh(book, &Change::new(action.clone(), now), now);
            (action, records)
        }))
    }

    /// Does the one thing a command is there for, and closes the book. When it came about, nothing that fails afterwards
    /// makes it undone: see [`Out::done`].
    ///
    /// # Errors
    /// When it could not be done.
    pub fn finish<T>(
        mut self,
        out: &mut Out,
        done: &'static str,
        act: impl FnOnce(&mut Disk) -> Result<Option<T>, StoreError>,
    ) -> Result<Option<T>, Stop> {
        let outcome = act(&mut self.disk)?;
        if outcome.is_some() {
            out.done(done);
            self.back_up();
        }
        self.close(out)?;
        Ok(outcome)
    }

    /// Takes the backup of the day, when there is none yet. The change that was made is kept, whatever comes of it.
    fn back_up(&mut self) {
        if self.disk.is_backup_due(self.now) {
            progress(keeping::taking_backup());
            if let Err(error) = self.disk.backup(self.now) {
                log::failed("the backup of the day could not be taken", &error);
                tell(&keeping::no_backup_of_day(&error));
            }
        }
    }

    /// Writes the calendar that other programs subscribe to, as the book is now.
    pub fn tell_calendar(&self) {
        if calendar::is_kept() {
            calendar::refresh(&self.book, self.now).err().iter().for_each(|why| tell(why));
        }
    }

    /// Closes the book.
    ///
    /// # Errors
    /// When the last writes failed, and nothing was done before.
    pub fn close(mut self, out: &mut Out) -> Result<(), Stop> {
        out.aside(self.disk.close())
    }
}

/// Writes the calendar that other programs subscribe to, as the book is after a change; a sample book is nobody's calendar.
/// The change that was made is kept, whatever comes of it.
fn refresh(mut book: Book, change: &Change, now: Moment) {
    if calendar::is_kept() && change.action.verb != Verb::Demo {
        book.apply(change);
        calendar::refresh(&book, now).err().iter().for_each(|why| tell(why));
    }
}

/// A change is kept, but something else went wrong.
fn warn(saved: &Saved) {
    if let Some(warning) = &saved.warning {
        log::note(warning);
        tell(warning);
    }
}

/// How this user opens a book on this device.
pub fn options() -> Options {
    Options { author: device::author(), device: device::device(), ..Options::default() }
}

/// What this process is called by others who want the book.
pub fn who(what: &str, now: Moment) -> String {
    keeping::who(&format!("syndeo {what}"), std::process::id(), now.local().format("%H:%M"))
}

/// Whether there is a book in `dir`. That it cannot be looked for does not mean that there is none.
///
/// # Errors
/// When the folder may not be looked into, or is not to be had.
pub fn is_there(dir: &Path) -> Result<bool, Stop> {
    if find_book(dir)? {
        return Ok(true);
    }
    match std::fs::symlink_metadata(dir.join("FORMAT")) {
        Err(e) if !matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Err(StoreError::io("look for the book", dir)(e).into())
        }
        _ => Ok(false),
    }
}

/// Goes on only when there is a book in `dir`.
///
/// # Errors
/// When there is none, with what to do about it.
pub fn exists(dir: &Path) -> Result<(), Stop> {
    if is_there(dir)? {
        return Ok(());
    }
    let dir = dir.display();
    Err(Stop::NotDone(keeping::no_book_yet(&dir)))
}

/// Makes ids that no other run makes.
pub fn id_generator() -> IdGenerator {
    IdGenerator::new(uuid::Uuid::new_v4().into_bytes())
}
