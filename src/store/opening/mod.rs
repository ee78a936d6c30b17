//! Opens a book: asks every witness (sled, the journal, the backups) how far it reaches, takes the best, and tells
//! in words what was not as it should be. What does not fit together is read, told, and left as it is.

mod database;
pub mod judge;
mod memory;
mod rebuild;
mod repair;
mod sides;
mod take;

pub use rebuild::put;
pub use sides::{Sides, sides};

use super::backup::Candidate;
use super::book_lock::BookLock;
use super::chain::{BookId, Hash};
use super::db::{Database, DatabaseError};
use super::disk::{Disk, Engine, journal_dir};
use super::error::in_words;
use super::identity::{self, Identity};
use super::journal::{self, Scan, Writer};
use super::options::Options;
use super::temporary::Temporary;
use super::undo_stack::UndoStack;
use super::{Loading, Opened, Store as _, StoreError, backup, ballast, files, migrate};
use crate::domain::Moment;
use crate::words::store::at_opening;
use std::path::{Path, PathBuf};

/// A book that is being opened.
struct Opening<'a> {
    dir: PathBuf,
    options: &'a Options,
    now: Moment,
    sink: &'a mut dyn FnMut(Loading),
    news: Vec<String>,
    notes: Vec<String>,
    read_only: Option<String>,
    lost: Option<String>,
    /// Which book it is; not known of one of format 1 that is only read.
    book: Option<BookId>,
    scan: Scan,
    /// All that lie there, newest first; not all need be of this book.
    backups: Vec<Candidate>,
    /// Where the database lies: in the book, or in a temporary folder when the book is not to be changed.
    place: PathBuf,
    temporary: Option<Temporary>,
    /// Whether what happened calls for a fresh backup.
    wants_backup: bool,
    /// Whether it is only read because that was asked for.
    by_wish: bool,
    /// Whether the file `ID` does not belong to the rest.
    strange_id: bool,
}

/// What became of the database that was found.
enum Tried {
    Good(Box<Database>),
    Absent,
    Bad(String),
}

impl Disk {
    /// Opens a claimed book and hands its records over while they are read.
    ///
    /// # Errors
    /// When a later version wrote it, the medium refuses, or so much is damaged that nothing whole is left. Nothing was
    /// changed then.
    pub fn open(
        claim: BookLock,
        options: &Options,
        now: Moment,
        sink: &mut dyn FnMut(Loading),
    ) -> Result<(Self, Opened), StoreError> {
        let dir = claim.dir.clone();
        refuse_strangers(&dir)?;
        let (mut news, mut notes) = (claim.news.clone(), vec![]);
        let asked = options.read_only.then(|| at_opening::opened_for_reading().to_owned());
        let mut read_only = claim.read_only.clone().or(asked);
        if read_only.is_none() {
            files::make_dir(&journal_dir(&dir))?;
            if backup::orphans(&dir, now) > 0 {
                notes.push(at_opening::put_away().into());
            }
            match migrate::run(&dir, now, &mut news) {
                // Without room for a copy it stays as it is; wherever it was cut short, it can be read.
                Err(StoreError::Io { source, .. }) => {
                    let words = in_words(&source);
                    read_only = Some(at_opening::cannot_migrate(&words));
                }
                done => done?,
            }
            if let Some(side) = options.take.filter(|_| read_only.is_none()) {
                news.extend(take::run(&dir, side, options, now)?);
            }
        }
        let place = dir.join("sled");
        let (book, strange_id) =
            identity::settle(&dir, || rebuild::peek(&place, options.cache_bytes).ok()??.book);
        let scan = journal::scan(&journal_dir(&dir), book)?;
        // What cannot be opened for now is not mended.
        let read_only = read_only.or_else(|| scan.refused.clone());
        let mut opening = Opening {
            scan,
            backups: backup::all(&dir),
            place,
            news,
            notes,
            dir,
            options,
            now,
            sink,
            read_only: None,
            lost: None,
            book,
            temporary: None,
            wants_backup: false,
            by_wish: options.read_only,
            strange_id,
        };
        if let Some(why) = read_only {
            opening.leave_untouched(why)?;
        }
        opening.run(claim)
    }
}

/// Nothing in a book is a link, a pipe or a device: what is would lead elsewhere, or never end.
fn refuse_strangers(dir: &Path) -> Result<(), StoreError> {
    match files::stranger(dir).map_err(StoreError::io("list a folder", dir))? {
        None => Ok(()),
        Some(path) => Err(StoreError::Damaged(at_opening::only_plain_files(path.display()))),
    }
}

/// Takes back what is there of a change that was cut short, and hands the records over anew: what is told of it.
fn take_back_parts(disk: &mut Disk, sink: &mut dyn FnMut(Loading), now: Moment) -> Option<String> {
    let [first, ..] = disk.line.unfinished() else { return None };
    let all = first.place.1;
    if disk.read_only.is_some() {
        let there = disk.line.unfinished().len();
        return Some(match hand_over_before_parts(disk, sink) {
            Ok(()) => at_opening::cut_short_there(there, all),
            Err(error) => at_opening::cut_short_shown(there, all, &error),
        });
    }
    let taken = disk.take_back_parts(now);
    sink(Loading::StartOver);
    let handed = disk.each_record(|record| {
        sink(Loading::Batch(vec![record]));
        Ok(())
    });
    match taken.and_then(|count| handed.map(|()| count)) {
        Ok(count) => Some(at_opening::cut_short(count, all)),
        Err(error) => {
            let why = at_opening::cut_short_stays(&error);
            disk.read_only = Some(why.clone());
            Some(at_opening::read_only_news(&why))
        }
    }
}

/// Hands the records over anew as they were before the parts of a change that was cut short: a book that is only read shows
/// nothing of it either.
fn hand_over_before_parts(disk: &mut Disk, sink: &mut dyn FnMut(Loading)) -> Result<(), StoreError> {
    let mut before = disk.before_parts()?;
    sink(Loading::StartOver);
    disk.each_record(|record| {
        let was = before.remove(&record.id()).unwrap_or(Some(record));
        sink(Loading::Batch(was.into_iter().collect()));
        Ok(())
    })?;
    // What is gone by it is there again.
    sink(Loading::Batch(before.into_values().flatten().collect()));
    Ok(())
}

fn finish(
    mut disk: Disk,
    mut news: Vec<String>,
    options: &Options,
    wants_backup: bool,
    now: Moment,
) -> (Disk, Opened) {
    if disk.read_only.is_none() {
        if wants_backup && let Err(e) = disk.backup(now) {
            news.push(at_opening::no_fresh_backup(&e));
        }
        if options.ballast {
            ballast::take(&disk.dir);
        }
    }
    let opened = Opened {
        news,
        notes: vec![],
        read_only: disk.read_only.clone(),
        last_number: disk.last_number,
        undo: disk.line.undo().cloned(),
        redo: disk.line.redo().cloned(),
    };
    (disk, opened)
}

impl Opening<'_> {
    fn run(mut self, claim: BookLock) -> Result<(Disk, Opened), StoreError> {
        self.tell_conflicts(None)?;
        let mut engine = match self.present(claim.existed) {
            Ok(live) => Engine::Database(Box::new(live)),
            // Not even a copy can be written: what is in memory can be read.
            Err(StoreError::Io { source, .. }) if self.read_only.is_some() => self.in_memory(&source)?,
            Err(e) => return Err(e),
        };
        // Everything that is written when the records are there: which book it is, the journal in order.
        match self.settle(&mut engine).and_then(|()| self.writer(&engine)) {
            Ok(writer) => Ok(self.opened(claim, writer, engine)),
            // Letting go of sled may panic on a medium that fails.
            Err(e) => {
                engine.discard();
                Err(e)
            }
        }
    }

    fn opened(self, claim: BookLock, writer: Writer, engine: Engine) -> (Disk, Opened) {
        let Self {
            dir, options, now, sink, news, notes, read_only, lost, scan, temporary, wants_backup, ..
        } = self;
        let applied = writer.tip().seq;
        let known = match &engine {
            Engine::Database(live) => live.state().last_number,
            Engine::Broken { .. } => 0,
        };
        let disk = Disk {
            engine,
            line: if scan.last() == applied { scan.line } else { UndoStack::default() },
            last_number: known.max(scan.last_number),
            writer,
            read_only,
            lost,
            last_backup: backup::backups(&dir).first().map(|b| (b.at.date(), b.seq)),
            dir,
            author: options.author.clone(),
            device: options.device,
            part: options.part,
            job: None,
            claim,
            _temporary: temporary,
        };
        let mut disk = disk;
        let cut_short = take_back_parts(&mut disk, sink, now);
        let (disk, opened) =
            finish(disk, news.into_iter().chain(cut_short).collect(), options, wants_backup, now);
        (disk, Opened { notes, ..opened })
    }

    /// What does not fit together is told, and then nothing is changed.
    fn tell_conflicts(&mut self, live: Option<&Database>) -> Result<bool, StoreError> {
        let state = live.map(Database::state);
        let mut found = judge::conflicts(self.book, &self.scan, &self.backups, state);
        found.extend(self.strange_id.then(|| at_opening::strange().to_owned()));
        if found.is_empty() {
            return Ok(false);
        }
        self.only_read(at_opening::not_of_one_book(found.join("; ")))
    }

    /// From here on the book is only read, because of `why`. Whether that is new; when it is read by wish, it is told.
    fn only_read(&mut self, why: String) -> Result<bool, StoreError> {
        if self.temporary.is_none() {
            self.leave_untouched(why)?;
            return Ok(true);
        }
        let told = at_opening::read_only_news(&why);
        if self.by_wish && !self.news.contains(&told) {
            self.news.push(told);
        }
        Ok(false)
    }

    /// The database says which book it is of, and so does the folder.
    fn settle(&mut self, engine: &mut Engine) -> Result<(), StoreError> {
        let Engine::Database(live) = engine else { return Ok(()) };
        if self.read_only.is_some() {
            return Ok(());
        }
        let named = identity::read(&self.dir);
        self.book = self.book.or(live.state().book);
        let book = self.own_book();
        if named == Identity::Damaged {
            self.news.push(at_opening::id_written_anew().into());
        }
        if named.book() != Some(book) {
            identity::write(&self.dir, book)?;
        }
        let mut tip = live.state().tip.clone();
        if tip.seq == self.scan.last() && tip.trail.is_empty() {
            tip = self.scan.tip();
        }
        if live.state().book != Some(book) || live.state().tip != tip {
            let signed = live.sign(book, tip);
            signed.map_err(|e| super::disk::live_error(e, live))?;
        }
        if self.options.accept_loss || self.options.take.is_some() {
            let last = live.state().applied();
            let beyond: Vec<&Candidate> = self.backups.iter().filter(|c| c.backup.seq > last).collect();
            backup::retire(&beyond, self.now);
        }
        Ok(())
    }

    /// From here on the book's folder is not changed: the database is copied to a temporary folder.
    fn leave_untouched(&mut self, why: String) -> Result<(), StoreError> {
        let temporary = Temporary::new()?;
        let place = temporary.path().join("sled");
        // What cannot be copied is taken from the journal and the backups.
        if Database::is_there(&self.place) && files::copy_dir(&self.place, &place).is_err() {
            let _ = std::fs::remove_dir_all(&place);
        }
        self.place = place;
        self.temporary = Some(temporary);
        self.read_only = Some(why);
        Ok(())
    }

    /// Puts the journal in order and stands at its end.
    fn writer(&mut self, engine: &Engine) -> Result<Writer, StoreError> {
        let folder = journal_dir(&self.dir);
        let tip = match engine {
            Engine::Database(live) => live.state().tip.clone(),
            Engine::Broken { .. } => self.scan.tip(),
        };
        let (last, mut tip) = (tip.seq, tip);
        tip.clock = tip.clock.max(self.scan.clock);
        let Some(book) = self.book.filter(|_| self.read_only.is_none()) else {
            // Nothing is written with it.
            let none = BookId(Hash::UNKNOWN.0);
            return Ok(Writer::new(&folder, self.book.unwrap_or(none), tip, 0, None));
        };
        let (most, error) = (self.options.segment_bytes, self.options.error.clone());
        let mut writer = Writer::new(&folder, book, tip, most, error);
        if let Some((path, end)) = self.mend_journal(book, last)? {
            writer.resume(&path, end)?;
        }
        writer.mark();
        Ok(writer)
    }
}

/// Why a database could not be brought up to date.
enum Failed {
    /// It is broken.
    Database(DatabaseError),
    /// Something else is.
    Other(StoreError),
}

/// Why a book that lacks changes can only be read, and the way on.
fn missing(gaps: &str) -> String {
    at_opening::gaps_missing(gaps)
}

/// "12 to 15, 20"
fn words_of_gaps(gaps: &[(u64, u64)]) -> String {
    let one = |(first, last): &(u64, u64)| {
        if first == last { first.to_string() } else { at_opening::from_to(first, last) }
    };
    if gaps.is_empty() {
        at_opening::newest_ones().into()
    } else {
        gaps.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}
