//! Takes the database that is there, when it can be trusted, and brings it up to the end of the journal.

use super::judge::{self, Outlook};
use super::{Failed, Opening, Tried, missing, words_of_gaps};
use crate::domain::Ref;
use crate::store::db::{Cause, Database, DatabaseError};
use crate::store::disk::journal_dir;
use crate::store::error::in_words;
use crate::store::journal::{self, Step};
use crate::store::stored::number_of;
use crate::store::{Loading, StoreError, backup, ballast, files};
use crate::words::store::at_opening;
use std::io;
use std::path::Path;

impl Opening<'_> {
    /// The database with everything in it that can be had; its records went to the sink.
    pub(super) fn present(&mut self, existed: bool) -> Result<Database, StoreError> {
        match self.try_live()? {
            Tried::Good(live) => Ok(*live),
            Tried::Absent if self.is_new() => self.new_book(existed),
            Tried::Absent => self.rebuild(at_opening::was_missing()),
            Tried::Bad(why) => {
                (self.sink)(Loading::StartOver);
                self.rebuild(&why)
            }
        }
    }

    /// Whether nothing at all was ever written here.
    pub(super) fn is_new(&self) -> bool {
        let empty = |dir: &Path| files::names(dir).is_ok_and(|names| names.is_empty());
        self.scan.segments.is_empty()
            && empty(&self.dir.join(backup::FOLDER))
            && empty(&self.place)
            && self.scan.marked.seq == 0
            && self.scan.foreign.is_empty()
            && files::names(&journal_dir(&self.dir)).is_ok_and(|names| names.iter().all(|n| n == "last"))
    }

    pub(super) fn new_book(&mut self, existed: bool) -> Result<Database, StoreError> {
        if existed && !self.place.with_extension("new").exists() {
            self.news.push(at_opening::empty_folder().into());
        }
        self.build_in_place(|_| Ok(()))
    }

    /// Opens the database that is there and brings it up to the journal's end. Only where the journal goes on without it
    /// does another witness take its place: that a backup claims more is told, and nothing is changed for it.
    pub(super) fn try_live(&mut self) -> Result<Tried, StoreError> {
        if !Database::is_there(&self.place) {
            return Ok(Tried::Absent);
        }
        let live = match Database::open(&self.place, self.options.cache_bytes) {
            Ok(live) => live,
            Err(DatabaseError::Damaged(why)) => return Ok(Tried::Bad(why)),
            Err(DatabaseError::Newer(what)) => return Err(StoreError::TooNew { what }),
            Err(DatabaseError::Io(e)) => return self.refused(e),
        };
        if self.tell_conflicts(Some(&live))? {
            live.discard();
            return self.try_live();
        }
        if judge::is_of_another(self.book, live.state()) {
            live.discard();
            return Ok(Tried::Bad(at_opening::of_another_book().into()));
        }
        if self.scan.differs(&live.state().tip).is_some() {
            return self.serve(live);
        }
        let applied = live.state().applied();
        let outlook = judge::outlook(self.book, &self.scan, &self.backups, applied);
        match outlook {
            Outlook::Whole => {}
            Outlook::Rebuild => {
                live.discard();
                return Ok(Tried::Bad(at_opening::others_further(applied)));
            }
            Outlook::Missing(last) if self.temporary.is_none() && !self.is_decided() => {
                live.discard();
                let gaps = words_of_gaps(&self.scan.gaps_after(applied, last));
                self.leave_untouched(missing(&gaps))?;
                return self.try_live();
            }
            Outlook::Missing(_) => self.tell_loss(applied),
        }
        self.catch_up(live)
    }

    /// The last change that anything of this book knows of.
    pub(super) fn farthest(&self) -> u64 {
        judge::farthest(self.book, &self.scan, &self.backups)
    }

    pub(super) fn tell_loss(&mut self, from: u64) {
        let gaps = words_of_gaps(&self.scan.gaps_after(from, self.farthest()));
        self.news.push(at_opening::not_found_anywhere(&gaps));
        self.lost = Some(gaps);
        self.wants_backup = true;
    }

    /// The medium refused to let sled open: on a full disk the ballast may help; else the book is only read.
    pub(super) fn refused(&mut self, error: io::Error) -> Result<Tried, StoreError> {
        let full = matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        if full && ballast::give_back(&self.dir) {
            self.news.push(at_opening::reserve_for_opening().into());
            return self.try_live();
        }
        if self.temporary.is_some() {
            return Err(StoreError::io("open the live database", &self.place)(error));
        }
        self.leave_untouched(at_opening::database_not_writable(in_words(&error)))?;
        self.try_live()
    }

    /// Hands over the records of a database that goes another way than the journal, as they are.
    pub(super) fn serve(&mut self, live: Database) -> Result<Tried, StoreError> {
        match self.load(&live) {
            Ok(()) => Ok(Tried::Good(Box::new(live))),
            Err(Failed::Database(DatabaseError::Newer(what))) => Err(StoreError::TooNew { what }),
            Err(Failed::Database(e)) => {
                live.discard();
                Ok(Tried::Bad(e.to_string()))
            }
            Err(Failed::Other(e)) => Err(e),
        }
    }

    /// Brings in what the journal has more, then reads and verifies everything.
    pub(super) fn catch_up(&mut self, mut live: Database) -> Result<Tried, StoreError> {
        let after = live.state().applied();
        match self.replay(&mut live, after, |_, _| ()).and_then(|()| self.load(&live)) {
            Ok(()) => Ok(Tried::Good(Box::new(live))),
            Err(Failed::Database(DatabaseError::Newer(what))) => Err(StoreError::TooNew { what }),
            // A full disk is no damage: what is on it may be all there is room for.
            Err(Failed::Database(DatabaseError::Io(e))) => {
                live.discard();
                (self.sink)(Loading::StartOver);
                self.refused(e)
            }
            Err(Failed::Database(e)) => {
                live.discard();
                Ok(Tried::Bad(e.to_string()))
            }
            Err(Failed::Other(e)) => Err(e),
        }
    }

    /// Brings the changes after `after` into a database; `note` hears of every record that a change took out for good.
    pub(super) fn replay(
        &self,
        live: &mut Database,
        after: u64,
        mut note: impl FnMut(Ref, u64),
    ) -> Result<(), Failed> {
        if self.scan.last() <= after {
            return Ok(());
        }
        let mut failed = None;
        let read = journal::each_frame(&journal_dir(&self.dir), self.book, after, |frame| {
            if failed.is_some() {
                return Ok(());
            }
            let change = journal::change_of(frame)?;
            for edit in change.edits.iter().filter(|e| e.after.is_none()) {
                note(Ref::new(edit.kind, edit.id), frame.seq);
            }
            let number = change.edits.iter().map(|e| e.after.map_or(0, |b| number_of(e.kind, b))).max();
            let clock = change.head.stamp.as_ref().map(|s| s.clock).unwrap_or_default();
            let cause = Cause { seq: frame.seq, hash: frame.hash, clock, number: number.unwrap_or(0) };
            let asked = self.options.error.as_ref().map_or(Ok(()), |hook| hook(Step::Replay));
            let applied = asked.map_err(DatabaseError::Io).and_then(|()| live.apply(cause, &change.edits));
            failed = applied.err();
            Ok(())
        });
        match failed {
            Some(e) => Err(Failed::Database(e)),
            None => read.map_err(Failed::Other),
        }
    }

    /// Hands every record to the sink; fails when anything is not as it should be.
    pub(super) fn load(&mut self, live: &Database) -> Result<(), Failed> {
        let mut loader = live.load();
        while let Some(batch) = loader.next_batch().map_err(Failed::Database)? {
            (self.sink)(Loading::Batch(batch));
        }
        Ok(())
    }
}
