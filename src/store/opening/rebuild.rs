//! Builds the live database anew from the newest backup that can be trusted and the journal, and adds what the
//! damaged database still has that neither of them knows.

use super::{Failed, Opening, judge, missing, words_of_gaps};
use crate::domain::{Clock, Moment, Record, Ref};
use crate::store::backup::{self, Candidate};
use crate::store::chain::{BookId, Hash};
use crate::store::db::{Cause, Database, DatabaseError, Salvaged, State, Survivors, salvage};
use crate::store::error::in_words;
use crate::store::options::Tells;
use crate::store::stored::{RawEdit, encode_record, number_of};
use crate::store::temporary::Temporary;
use crate::store::{Loading, StoreError, ballast, files, quarantine};
use crate::words;
use crate::words::store::at_opening;
use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind::{QuotaExceeded, StorageFull};
use std::path::{Path, PathBuf};

/// How many records of a backup are written at a time.
const BATCH: usize = 5_000;

/// What the new database is built on.
#[derive(Clone, Debug)]
pub(super) struct Base {
    /// The backup; none begins with an empty book.
    pub(super) backup: Option<Candidate>,
    /// How far the journal leads from there without a gap.
    pub(super) reach: u64,
}

impl Base {
    pub(super) fn seq(&self) -> u64 {
        self.backup.as_ref().map_or(0, |b| b.backup.seq)
    }
}

impl Opening<'_> {
    /// Builds the database anew, as the one that was there cannot be used: `why`. On a full disk the reserve is given
    /// back; where nothing can be written at all, it is built in a temporary folder, to be read.
    pub(super) fn rebuild(&mut self, why: &str) -> Result<Database, StoreError> {
        loop {
            let told = self.news.len();
            let source = match self.rebuild_once(why) {
                Err(StoreError::Io { source, .. }) if self.temporary.is_none() => source,
                done => return done,
            };
            self.news.truncate(told);
            (self.sink)(Loading::StartOver);
            if matches!(source.kind(), StorageFull | QuotaExceeded) && ballast::give_back(&self.dir) {
                self.news.push(at_opening::reserve_for_opening().into());
                continue;
            }
            let words = in_words(&source);
            self.leave_untouched(at_opening::not_in_its_place(&words))?;
        }
    }

    fn rebuild_once(&mut self, why: &str) -> Result<Database, StoreError> {
        let base = self.choose_base()?;
        let whole = base.reach >= self.farthest();
        let saved = self.salvage(if whole { base.reach } else { base.seq() })?;
        if base.reach.max(self.scan.last()) == 0 && saved.records.is_empty() && !self.options.accept_loss {
            return Err(StoreError::Damaged(at_opening::cannot_be_opened(self.dir.display(), why)));
        }
        if !whole && !self.options.accept_loss && self.temporary.is_none() {
            let gaps = words_of_gaps(&self.scan.gaps_after(base.seq(), self.farthest()));
            self.leave_untouched(missing(&gaps))?;
        }
        let mut aside = None;
        let live = self.build_in_place(|opening| {
            let book = opening.own_book();
            let mut live = Database::create(&opening.new_place(), book, opening.options.cache_bytes)
                .map_err(Failed::Database)?;
            let filled = opening.fill(&mut live, &base, &saved.records);
            let filled = filled.and_then(|()| live.flush().map_err(Failed::Database));
            live.discard();
            filled?;
            // Only now: when there is no room for a new one, what is left of the old one can be read the next time, too.
            aside = quarantine::set_database_aside(&opening.place, opening.now).map_err(Failed::Other)?;
            Ok(())
        })?;
        self.tell_rebuilt(why, &base, aside.as_deref(), live.state().applied());
        if !whole {
            self.tell_loss(base.seq());
        }
        self.tell_salvaged(&saved, base.reach.max(self.scan.last()));
        self.wants_backup = true;
        Ok(live)
    }

    /// What the database can be built on, that which leads farthest first; of equals the newest. What is of another book
    /// or branch is not among them.
    pub(super) fn bases(&self) -> Vec<Base> {
        let nothing = Base { backup: None, reach: self.scan.reach(0) };
        let own = self.backups.iter().filter(|c| judge::fits(self.book, &self.scan, c));
        let reach = |c: &Candidate| Base { reach: self.scan.reach(c.backup.seq), backup: Some(c.clone()) };
        let mut bases: Vec<Base> = own.map(reach).chain([nothing]).collect();
        bases.sort_by_key(|b| std::cmp::Reverse((b.reach, b.seq())));
        bases
    }

    /// The verified backup, or none, from which the journal leads farthest.
    pub(super) fn choose_base(&mut self) -> Result<Base, StoreError> {
        for base in self.bases() {
            let Some(backup) = &base.backup else { return Ok(base) };
            match backup::each_record(backup, |_| Ok(())) {
                Ok(()) => {
                    if judge::is_unconnected(&self.scan, backup) && !self.is_decided() {
                        let name = &backup.backup.name;
                        self.only_read(at_opening::backup_beyond(name))?;
                    }
                    return Ok(base);
                }
                Err(e) => self.news.push(at_opening::passed_over(&e)),
            }
        }
        Ok(Base { backup: None, reach: self.scan.reach(0) })
    }

    /// Whether somebody has said how to go on.
    pub(super) fn is_decided(&self) -> bool {
        self.options.accept_loss || self.options.take.is_some()
    }

    /// What the damaged database has of changes after `after`. A copy is read, as sled changes what it opens. Of one that
    /// is of another book nothing is taken.
    ///
    /// Where there is no room for a copy, that is told: the book is built without it, and the old database is kept.
    fn salvage(&mut self, after: u64) -> Result<Survivors, StoreError> {
        let found = match survivors(&self.place, self.options.cache_bytes, after) {
            Ok(found) => found,
            Err(Unread::Copy(why)) => {
                self.news.push(at_opening::beyond_not_looked(&why));
                return Ok(Survivors::default());
            }
            Err(Unread::Open(why)) => return Err(why),
        };
        let other = found.state.as_ref().is_some_and(|state| {
            judge::is_of_another(self.book, state) || self.scan.differs(&state.tip).is_some()
        });
        Ok(if other { Survivors::default() } else { found })
    }

    /// Which book it is; where nothing tells, a new one.
    pub(super) fn own_book(&mut self) -> BookId {
        *self.book.get_or_insert_with(BookId::random)
    }

    fn new_place(&self) -> PathBuf {
        self.place.with_extension("new")
    }

    /// Builds a database beside its place, moves it there when it is whole, and reads it. A start that is cut short
    /// leaves nothing at the place itself.
    pub(super) fn build_in_place(
        &mut self,
        build: impl FnOnce(&mut Self) -> Result<(), Failed>,
    ) -> Result<Database, StoreError> {
        let (place, new) = (self.place.clone(), self.new_place());
        if fs::symlink_metadata(&new).is_ok() {
            fs::remove_dir_all(&new).map_err(StoreError::io("remove a half-built database", &new))?;
        }
        let book = self.own_book();
        let error = |e: DatabaseError| match e {
            DatabaseError::Io(e) => StoreError::io("build the live database", &place)(e),
            DatabaseError::Newer(what) => StoreError::TooNew { what },
            DatabaseError::Damaged(what) => StoreError::Damaged(at_opening::not_built(&what)),
        };
        let failed = |e: Failed| match e {
            Failed::Database(e) => error(e),
            Failed::Other(e) => e,
        };
        files::make_dir(&new)?;
        build(self).map_err(failed)?;
        if !Database::is_there(&new) {
            let live = Database::create(&new, book, self.options.cache_bytes).map_err(error)?;
            let flushed = live.flush();
            live.discard();
            flushed.map_err(error)?;
        }
        fs::rename(&new, &place).map_err(StoreError::io("put the new database in its place", &place))?;
        files::sync_dir(place.parent().unwrap_or(&self.dir));
        let live = Database::open(&place, self.options.cache_bytes).map_err(error)?;
        match self.load(&live) {
            Ok(()) => Ok(live),
            Err(e) => {
                live.discard();
                Err(failed(e))
            }
        }
    }

    fn fill(&mut self, live: &mut Database, base: &Base, saved: &[Salvaged]) -> Result<(), Failed> {
        if let Some(backup) = &base.backup {
            self.fill_from_backup(live, backup)?;
        }
        let mut taken_out: HashMap<Ref, u64> = HashMap::new();
        self.replay(live, base.seq(), |id, seq| {
            taken_out.insert(id, seq);
        })?;
        let mut newer = vec![];
        for s in saved {
            let id = Ref::new(s.kind, s.id);
            let known =
                live.seq_of(id).map_err(Failed::Database)?.max(taken_out.get(&id).copied().unwrap_or(0));
            if s.seq > known {
                newer.push(s);
            }
        }
        let Some(seq) = newer.iter().map(|s| s.seq).max() else { return Ok(()) };
        let number = newer.iter().map(|s| number_of(s.kind, &s.bytes)).max().unwrap_or(0);
        let edit = |s: &&Salvaged| (s.kind, s.id, s.bytes.clone());
        let owned: Vec<_> = newer.iter().map(edit).collect();
        let edits: Vec<RawEdit<'_>> = owned
            .iter()
            .map(|(kind, id, bytes)| RawEdit { kind: *kind, id: *id, before: None, after: Some(bytes) })
            .collect();
        live.apply(cause(seq, number), &edits).map_err(Failed::Database)
    }

    fn fill_from_backup(&mut self, live: &mut Database, backup: &Candidate) -> Result<(), Failed> {
        let seq = backup.backup.seq;
        let mut batch: Vec<Record> = vec![];
        let mut failed = None;
        let read = backup::each_record(backup, |record| {
            batch.push(record);
            if batch.len() == BATCH && failed.is_none() {
                failed = put(live, seq, &batch, 0).err();
                batch.clear();
            }
            Ok(())
        });
        if let Some(e) = failed {
            return Err(Failed::Database(e));
        }
        read.map_err(Failed::Other)?;
        put(live, seq, &batch, backup.manifest.last_number).map_err(Failed::Database)?;
        let mut tip = backup.manifest.tip();
        if tip.trail.is_empty() && self.scan.hash_of(seq).is_known() {
            tip.trail.push(self.scan.hash_of(seq));
        }
        live.sign(self.own_book(), tip).map_err(Failed::Database)
    }

    fn tell_rebuilt(&mut self, why: &str, base: &Base, aside: Option<&str>, applied: u64) {
        if self.options.tells == Tells::AllButBeginning && why == at_opening::was_missing() {
            return;
        }
        let of = |at: Moment| at.local().format("%-d %b %Y %H:%M").to_string();
        let from = match &base.backup {
            Some(b) => at_opening::backup_and_journal(of(b.backup.at)),
            None => at_opening::the_journal().to_owned(),
        };
        let last = match self.scan.newest.as_ref().filter(|done| done.seq == applied) {
            Some(done) => format!(" (\u{201c}{}\u{201d}, {})", words::action(&done.action), of(done.at)),
            None => String::new(),
        };
        // In a temporary folder it was only the copy that was set aside.
        let aside = aside.filter(|_| self.temporary.is_none());
        let kept = aside.map(at_opening::old_kept_as).unwrap_or_default();
        self.news.push(if self.temporary.is_some() {
            at_opening::read_from(why, &from, applied, &last)
        } else {
            at_opening::built_from(why, &from, applied, &last, &kept)
        });
    }

    fn tell_salvaged(&mut self, saved: &Survivors, known: u64) {
        let had = saved.state.as_ref().map(State::applied);
        let saved = &saved.records;
        let last = saved.iter().map(|s| s.seq).chain(had).max().unwrap_or(0);
        if last <= known {
            return;
        }
        let missing = words_of_gaps(&[(known + 1, last)]);
        let count = saved.iter().filter(|s| s.seq > known).count();
        self.news.push(at_opening::taken_from_database(&missing, count));
    }
}

/// What the database at `place` says of itself; `None` when it cannot be read. A copy is asked, as sled changes what it
/// opens.
///
/// # Errors
/// When it cannot be copied, or the system refuses to open it: that says nothing of the database.
pub(super) fn peek(place: &Path, cache: u64) -> Result<Option<State>, StoreError> {
    match survivors(place, cache, u64::MAX) {
        Ok(found) => Ok(found.state),
        Err(Unread::Copy(why) | Unread::Open(why)) => Err(why),
    }
}

/// Why a database was not read, which says nothing of it.
enum Unread {
    /// It could not be copied.
    Copy(StoreError),
    /// The system refused to open the copy.
    Open(StoreError),
}

/// What a copy of the database at `place` gives, of changes after `after`; nothing where there is none.
fn survivors(place: &Path, cache: u64, after: u64) -> Result<Survivors, Unread> {
    if !Database::is_there(place) {
        return Ok(Survivors::default());
    }
    let temporary = Temporary::new().map_err(Unread::Copy)?;
    let copy = temporary.path().join("sled");
    let copied = files::copy_dir(place, &copy).map_err(StoreError::io("copy the live database", place));
    copied.map_err(Unread::Copy)?;
    salvage(&copy, cache, after)
        .map_err(StoreError::io("read the live database", place))
        .map_err(Unread::Open)
}

/// Writes records into a database, as of change `seq`.
///
/// # Errors
/// When the medium refuses.
pub fn put(live: &mut Database, seq: u64, records: &[Record], last_number: u32) -> Result<(), DatabaseError> {
    let bytes: Vec<(Ref, Vec<u8>)> =
        records.iter().map(|r| Ok((r.id(), encode_record(r)?))).collect::<Result<_, DatabaseError>>()?;
    let edits: Vec<RawEdit<'_>> = bytes
        .iter()
        .map(|(id, bytes)| RawEdit { kind: id.kind, id: id.id, before: None, after: Some(bytes) })
        .collect();
    let number = records.iter().filter_map(Record::number).max().unwrap_or(0);
    live.apply(cause(seq, last_number.max(number)), &edits)
}

/// A change of which only the number is known.
fn cause(seq: u64, number: u32) -> Cause {
    Cause { seq, hash: Hash::UNKNOWN, clock: Clock::default(), number }
}
