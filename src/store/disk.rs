//! A book on disk: the journal acknowledges, sled holds the present, backups stand behind both.

use super::backup::{Job, Made, Told};
use super::book_lock::BookLock;
use super::db::{Cause, Database, DatabaseError};
use super::frames::{after_images, encoded};
use super::history;
use super::journal::{self, Appended, Writer};
use super::precondition::{self, Held};
use super::restore;
use super::stored::decode_change;
use super::temporary::Temporary;
use super::undo_stack::{self, UndoStack};
use super::{Backup, Entry, Origin, Saved, Store, StoreError, ballast, quarantine};
use crate::domain::{Change, Edit, Moment, Record, Ref, Stamp};
use crate::words::store::of_medium;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use uuid::Uuid;

/// What holds the present.
pub(super) enum Engine {
    /// sled, as it should be.
    Database(Box<Database>),
    /// sled failed while the book was open. The journal goes on alone; here is what was written since.
    Broken { since: HashMap<Ref, Option<Record>>, why: String },
}

impl Engine {
    /// Lets go of it, though it may be broken. sled writes when it is let go, and may panic when it cannot.
    pub(super) fn discard(self) {
        if let Self::Database(live) = self {
            live.discard();
        }
    }
}

/// A book on disk.
pub struct Disk {
    pub(super) dir: PathBuf,
    pub(super) engine: Engine,
    pub(super) writer: Writer,
    pub(super) line: UndoStack,
    pub(super) last_number: u32,
    pub(super) read_only: Option<String>,
    /// Numbers of changes that are missing for good, in words.
    pub(super) lost: Option<String>,
    /// Who makes the changes, and on which device.
    pub(super) author: String,
    pub(super) device: Uuid,
    /// The most records of one entry of the journal.
    pub(super) part: usize,
    /// A backup in the making.
    pub(super) job: Option<Job>,
    /// The day of the newest backup and the last change in it; also of one that could not be taken.
    pub(super) last_backup: Option<(NaiveDate, u64)>,
    /// Keeps the lock.
    pub(super) claim: BookLock,
    /// Where the database lies when the book's own folder is not to be changed; it goes with the book.
    pub(super) _temporary: Option<Temporary>,
}

impl Disk {
    /// Takes the book in `dir` for this process; see [`BookLock::take`].
    ///
    /// # Errors
    /// As there.
    pub fn claim(dir: &Path, who: &str) -> Result<BookLock, StoreError> {
        BookLock::take(dir, who)
    }

    /// Lets the live database fail at the next change, as on a medium that breaks while the book is open.
    #[doc(hidden)]
    pub fn break_database_for_tests(&mut self) {
        if let Engine::Database(live) = &mut self.engine {
            live.break_for_tests();
        }
    }

    /// The numbers of the changes that no witness has any more, "12 to 15, 20", as far as they make the book lack
    /// something. They were accepted as lost, or the book can only be read.
    pub fn lost(&self) -> Option<&str> {
        self.lost.as_deref()
    }

    /// The folder of the book.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The change that turns the book into what it was when the backup was taken. Saving it can be undone.
    ///
    /// # Errors
    /// When the backup or the book cannot be read.
    pub fn restore_plan(&mut self, name: &str, now: Moment) -> Result<Change, StoreError> {
        self.restore_plan_from(&restore::own(&self.dir, name)?, now)
    }

    /// The change that turns the book into what lies elsewhere: a backup, or another book. Saving it can be undone.
    ///
    /// # Errors
    /// When it or the book cannot be read, or they differ by more than one change can hold.
    pub fn restore_plan_from(&mut self, from: &Origin, now: Moment) -> Result<Change, StoreError> {
        let mut now_there = vec![];
        self.each_record(|record| {
            now_there.push(record);
            Ok(())
        })?;
        let plan = restore::plan(from, now_there, now)?;
        restore::fits(from, encoded(&plan, &self.stamp(now))?.len())?;
        Ok(plan)
    }

    /// Hands over every record, by kind and id.
    pub(super) fn each_record(
        &mut self,
        mut take: impl FnMut(Record) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let Engine::Database(live) = &self.engine else { return Err(self.not_live()) };
        let mut loader = live.load();
        while let Some(batch) = loader.next_batch().map_err(|e| live_error(e, live))? {
            batch.into_iter().try_for_each(&mut take)?;
        }
        Ok(())
    }

    fn not_live(&self) -> StoreError {
        let why = match &self.engine {
            Engine::Broken { why, .. } => why.as_str(),
            Engine::Database(_) => "",
        };
        StoreError::Damaged(of_medium::database_failed(why))
    }

    pub(super) fn held(&self, id: Ref) -> Held {
        match &self.engine {
            Engine::Database(live) => match live.get(id) {
                Ok(record) => record.map_or(Held::Nothing, |r| Held::Record(Box::new(r))),
                // The journal can still take the change; sled is given up when it is told to take it.
                Err(_) => Held::Unknown,
            },
            Engine::Broken { since, .. } => match since.get(&id) {
                Some(Some(record)) => Held::Record(Box::new(record.clone())),
                Some(None) => Held::Nothing,
                None => Held::Unknown,
            },
        }
    }

    /// Which change the next one is, and whose.
    pub(super) fn stamp(&self, at: Moment) -> Stamp {
        let clock = self.writer.tip().clock.tick(at.utc_ms);
        let chance = Uuid::new_v4().into_bytes();
        let mut ten = [0; 10];
        ten.copy_from_slice(&chance[..10]);
        let millis = u64::try_from(clock.ms).unwrap_or(0);
        let id = uuid::Builder::from_unix_timestamp_millis(millis, &ten).into_uuid();
        Stamp { id, author: self.author.clone(), device: self.device, clock }
    }

    /// Appends to the journal; on a full disk the ballast is given back and it is tried once more.
    pub(super) fn append(
        &mut self,
        payload: &[u8],
        stamp: &Stamp,
        warning: &mut Option<String>,
    ) -> Result<Appended, StoreError> {
        if !self.claim.is_in_place() {
            return Err(StoreError::Displaced { path: self.dir.clone() });
        }
        match self.writer.append(payload, stamp.clock) {
            Err(e) if is_full(&e) && ballast::give_back(&self.dir) => {
                let appended = self.writer.append(payload, stamp.clock)?;
                *warning = Some(of_medium::reserve_for_change().into());
                Ok(appended)
            }
            other => other,
        }
    }

    /// Brings an acknowledged change into sled; when that fails, the journal goes on alone.
    pub(super) fn apply(&mut self, appended: Appended, payload: &[u8], edits: &[Edit]) -> Option<String> {
        let number = edits.iter().filter_map(|e| e.after.as_ref()?.number()).max().unwrap_or(0);
        self.last_number = self.last_number.max(number);
        let Appended { seq, hash, clock } = appended;
        let cause = Cause { seq, hash, clock, number };
        let failed = match &mut self.engine {
            Engine::Database(live) => {
                let raw = decode_change(payload).map_err(DatabaseError::from);
                raw.and_then(|raw| {
                    if let Some(job) = &self.job {
                        job.note(&raw.edits);
                    }
                    live.apply(cause, &raw.edits)
                })
                .err()
            }
            Engine::Broken { since, .. } => {
                since.extend(after_images(edits));
                return None;
            }
        }?;
        let why = failed.to_string();
        let since = after_images(edits).collect();
        let broken = Engine::Broken { since, why: why.clone() };
        std::mem::replace(&mut self.engine, broken).discard();
        Some(of_medium::database_failed_safe(&why))
    }

    /// Takes in the end of a backup that was made beside the work; shortens the journal behind it.
    pub(super) fn tend(&mut self) {
        if let Some(job) = self.job.take_if(|job| job.is_done()) {
            self.taken(job.finish());
        }
    }

    /// Gets ready for a change that is made at `at`.
    pub(super) fn begin_save(&mut self, at: Moment) -> Result<(), StoreError> {
        if let Some(why) = &self.read_only {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        self.tend();
        // What a medium that failed left of another change must be gone first.
        self.take_back_parts(at).map(drop)
    }

    /// What is told of a change that was kept as this entry.
    pub(super) fn saved(&self, seq: u64, warning: Option<String>) -> Saved {
        Saved { seq, undo: self.line.undo().cloned(), redo: self.line.redo().cloned(), warning }
    }

    pub(super) fn taken(&mut self, made: Option<Made>) {
        let Some(made) = made else { return };
        self.last_backup = Some((made.backup.at.date(), made.backup.seq));
        if let Some(covered) = made.covered {
            // What cannot be removed today goes behind a later backup.
            let _ = self.prune(covered);
        }
        quarantine::thin_out(&self.dir);
    }

    /// Shortens the journal: files go whose changes are up to `covered`; the newest two always stay.
    fn prune(&mut self, covered: u64) -> Result<(), StoreError> {
        let all = journal::segments(&journal_dir(&self.dir))?;
        let gone: Vec<_> = all
            .windows(3)
            .filter(|three| three[1].first <= covered + 1)
            .map(|three| (three[0].path.clone(), three[1].first - 1))
            .collect();
        for (path, last) in gone {
            std::fs::remove_file(&path).map_err(StoreError::io("shorten the journal", &path))?;
            self.line.forget(last);
        }
        Ok(())
    }
}

impl Drop for Disk {
    /// sled writes when it is let go, and may panic when it cannot; while another panic unwinds, that would end the
    /// process.
    fn drop(&mut self) {
        if let Some(job) = self.job.take() {
            job.give_up();
        }
        let gone = Engine::Broken { since: HashMap::new(), why: of_medium::was_closed().into() };
        std::mem::replace(&mut self.engine, gone).discard();
    }
}

pub(super) fn journal_dir(dir: &Path) -> PathBuf {
    dir.join("journal")
}

fn is_full(error: &StoreError) -> bool {
    use std::io::ErrorKind::{QuotaExceeded, StorageFull};
    matches!(error, StoreError::Io { source, .. } if matches!(source.kind(), StorageFull | QuotaExceeded))
}

/// An error of the live database, for the caller of the store.
pub(super) fn live_error(error: DatabaseError, live: &Database) -> StoreError {
    match error {
        DatabaseError::Damaged(what) => StoreError::Damaged(of_medium::database_damaged_restart(&what)),
        DatabaseError::Newer(what) => StoreError::TooNew { what },
        DatabaseError::Io(source) => {
            StoreError::Io { doing: "write the live database", path: live.dir().to_owned(), source }
        }
    }
}

impl Store for Disk {
    fn save(&mut self, change: &Change) -> Result<Saved, StoreError> {
        self.begin_save(change.at)?;
        precondition::check(&change.edits, |id| self.held(id))?;
        let mut warning = None;
        let seq = self.keep(change, &mut warning)?;
        Ok(self.saved(seq, warning))
    }

    fn next_step(&mut self, back: bool, now: Moment) -> Result<Option<Change>, StoreError> {
        // Of a journal that was not read to its end nobody can say that there is nothing to take back.
        if let Some(why) = &self.read_only {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        let Some(seq) = self.line.next(back).map(|d| d.seq) else { return Ok(None) };
        Ok(Some(undo_stack::step(self.change(seq)?, seq, back, now)))
    }

    fn history(&mut self, of: &[Ref], most: usize) -> Result<Vec<Entry>, StoreError> {
        history::read(&journal_dir(&self.dir), self.writer.book(), of, most)
    }

    fn backup(&mut self, now: Moment) -> Result<Backup, StoreError> {
        if let Some(job) = self.job.take() {
            self.taken(job.finish());
        }
        let (told, taken) = mpsc::channel();
        let told = Box::new(move |made| drop(told.send(made)));
        self.begin_backup(now, told)?;
        if let Some(job) = self.job.take() {
            self.taken(job.finish());
        }
        taken.recv().unwrap_or(Err(StoreError::GivenUp))
    }

    fn begin_backup(&mut self, now: Moment, told: Told) -> Result<(), StoreError> {
        self.tend();
        if let Some(why) = &self.read_only {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        let Engine::Database(live) = &self.engine else { return Err(self.not_live()) };
        if self.job.is_some() {
            return Err(StoreError::Conflict(of_medium::backup_running().into()));
        }
        self.last_backup = Some((now.date(), self.writer.tip().seq));
        let job = Job::start(self.dir.clone(), now, live.snapshot(), told);
        self.job = Some(job.map_err(StoreError::io("start a backup", &self.dir))?);
        Ok(())
    }

    fn is_backup_due(&self, now: Moment) -> bool {
        let seq = self.writer.tip().seq;
        self.read_only.is_none()
            && matches!(self.engine, Engine::Database(_))
            && self.job.is_none()
            && seq > 0
            && self.last_backup.is_none_or(|(day, last)| day != now.date() && last != seq)
    }

    fn close(&mut self) -> Result<(), StoreError> {
        if let Some(job) = self.job.take() {
            self.taken(job.give_up());
        }
        self.writer.close();
        match &self.engine {
            Engine::Database(live) if self.read_only.is_none() => {
                live.flush().map_err(|e| live_error(e, live))
            }
            _ => Ok(()),
        }
    }
}
