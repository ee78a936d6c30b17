//! Opens a book: asks every witness (sled, the journal, the backups) how far it reaches, takes the best, and tells
//! in words what was not as it should be.

mod mend;
mod rebuild;

use super::claim::Claim;
use super::disk::{Disk, Engine, journal_dir};
use super::journal::{self, Scan, Step, Writer};
use super::line::Line;
use super::live::{Live, LiveError};
use super::options::Options;
use super::stored::number_of;
use super::{Backup, Loading, Opened, Store as _, StoreError, backup, ballast, files};
use crate::domain::Moment;
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A book that is being opened.
struct Opening<'a> {
    dir: PathBuf,
    options: &'a Options,
    now: Moment,
    sink: &'a mut dyn FnMut(Loading),
    news: Vec<String>,
    read_only: Option<String>,
    lost: Option<String>,
    scan: Scan,
    /// Newest first.
    backups: Vec<Backup>,
    /// Where the database lies: in the book, or in a temporary folder when the book is not to be changed.
    place: PathBuf,
    temporary: Option<TempDir>,
    /// Whether what happened calls for a fresh backup.
    wants_backup: bool,
}

/// What became of the database that was found.
enum Tried {
    Good(Box<Live>),
    Absent,
    Bad(String),
}

pub(super) fn open(
    claim: Claim,
    options: &Options,
    now: Moment,
    sink: &mut dyn FnMut(Loading),
) -> Result<(Disk, Opened), StoreError> {
    let dir = claim.dir.clone();
    let asked = options.read_only.then(|| "it was opened for reading only".to_owned());
    let read_only = claim.read_only.clone().or(asked);
    if read_only.is_none() {
        files::make_dir(&journal_dir(&dir))?;
    }
    let mut opening = Opening {
        scan: journal::scan(&journal_dir(&dir))?,
        backups: backup::backups(&dir),
        place: dir.join("sled"),
        news: claim.news.clone(),
        dir: dir.clone(),
        options,
        now,
        sink,
        read_only: None,
        lost: None,
        temporary: None,
        wants_backup: false,
    };
    if let Some(why) = read_only {
        opening.leave_untouched(why)?;
    }
    let live = opening.present(claim.existed)?;
    if options.accept_loss && opening.read_only.is_none() {
        backup::retire(&dir, live.state().applied);
    }
    let writer = opening.writer(live.state().applied)?;
    let Opening { news, read_only, lost, scan, temporary, wants_backup, .. } = opening;
    let undo = if scan.last() == live.state().applied { scan.line } else { Line::default() };
    let last_number = live.state().last_number.max(scan.last_number);
    let disk = Disk {
        dir,
        engine: Engine::Live(Box::new(live)),
        writer,
        line: undo,
        last_number,
        read_only,
        lost,
        _claim: claim,
        _temporary: temporary,
    };
    Ok(finish(disk, news, options, wants_backup, now))
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
            news.push(format!("A fresh backup was to be taken, but {e}"));
        }
        if options.ballast {
            ballast::take(&disk.dir);
        }
    }
    let opened = Opened {
        news,
        read_only: disk.read_only.clone(),
        last_number: disk.last_number,
        undo: disk.line.undo().cloned(),
        redo: disk.line.redo().cloned(),
    };
    (disk, opened)
}

impl Opening<'_> {
    /// The database with everything in it that can be had; its records went to the sink.
    fn present(&mut self, existed: bool) -> Result<Live, StoreError> {
        match self.try_live()? {
            Tried::Good(live) => Ok(*live),
            Tried::Absent if self.is_new() => self.new_book(existed),
            Tried::Absent => self.rebuild("it was missing"),
            Tried::Bad(why) => {
                (self.sink)(Loading::StartOver);
                self.rebuild(&why)
            }
        }
    }

    /// Whether nothing at all was ever written here.
    fn is_new(&self) -> bool {
        let empty = |dir: &Path| files::names(dir).is_ok_and(|names| names.is_empty());
        self.scan.segments.is_empty()
            && empty(&self.dir.join(backup::FOLDER))
            && empty(&self.place)
            && self.scan.marked == 0
            && files::names(&journal_dir(&self.dir)).is_ok_and(|names| names.iter().all(|n| n == "last"))
    }

    fn new_book(&mut self, existed: bool) -> Result<Live, StoreError> {
        if existed && !self.place.with_extension("new").exists() {
            self.news.push(
                "The folder of the book is there, but nothing is in it. If there should be, look for a copy of the \
                 folder before you write anything"
                    .into(),
            );
        }
        self.build_in_place(|_| Ok(()))
    }

    /// Opens the database that is there and brings it up to the journal's end, unless another witness reaches further.
    fn try_live(&mut self) -> Result<Tried, StoreError> {
        if !Live::is_there(&self.place) {
            return Ok(Tried::Absent);
        }
        let live = match Live::open(&self.place, self.options.cache_bytes) {
            Ok(live) => live,
            Err(LiveError::Damaged(why)) => return Ok(Tried::Bad(why)),
            Err(LiveError::Newer(what)) => return Err(StoreError::TooNew { what }),
            Err(LiveError::Io(e)) => return self.refused(e),
        };
        let applied = live.state().applied;
        let reach = self.scan.reach(applied);
        let farthest = self.backups.iter().map(|b| self.scan.reach(b.seq)).max().unwrap_or(0);
        if reach < farthest.max(self.scan.reach(0)) {
            live.discard();
            return Ok(Tried::Bad(format!("it ends with change {applied}, others reach further")));
        }
        let last = self.farthest();
        if reach < last && self.temporary.is_none() && !self.options.accept_loss {
            live.discard();
            let gaps = words_of_gaps(&self.scan.gaps_after(applied, last));
            self.leave_untouched(missing(&gaps))?;
            return self.try_live();
        }
        if reach < last {
            self.tell_loss(applied);
        }
        self.catch_up(live)
    }

    /// The last change that anything here knows of.
    fn farthest(&self) -> u64 {
        self.scan.last().max(self.scan.marked).max(self.backups.first().map_or(0, |b| b.seq))
    }

    fn tell_loss(&mut self, from: u64) {
        let gaps = words_of_gaps(&self.scan.gaps_after(from, self.farthest()));
        self.news.push(format!(
            "Changes are missing and could not be found anywhere: {gaps}. Everything before them and everything that \
             was saved after them is here; records that only the missing changes touched are as they were before"
        ));
        self.lost = Some(gaps);
        self.wants_backup = true;
    }

    /// The medium refused to let sled open: on a full disk the ballast may help; else the book is only read.
    fn refused(&mut self, error: io::Error) -> Result<Tried, StoreError> {
        let full = matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        if full && ballast::give_back(&self.dir) {
            self.news
                .push("The disk is full. The reserve that Syndeo keeps was used to open the book".into());
            return self.try_live();
        }
        if self.temporary.is_some() {
            return Err(StoreError::io("open the live database", &self.place)(error));
        }
        self.leave_untouched(format!("the live database cannot be written ({error})"))?;
        self.try_live()
    }

    /// Brings in what the journal has more, then reads and verifies everything.
    fn catch_up(&mut self, mut live: Live) -> Result<Tried, StoreError> {
        let after = live.state().applied;
        match self.replay(&mut live, after, |_, _| ()).and_then(|()| self.load(&live)) {
            Ok(()) => Ok(Tried::Good(Box::new(live))),
            Err(Failed::Live(LiveError::Newer(what))) => Err(StoreError::TooNew { what }),
            // A full disk is no damage: what is on it may be all there is room for.
            Err(Failed::Live(LiveError::Io(e))) => {
                live.discard();
                (self.sink)(Loading::StartOver);
                self.refused(e)
            }
            Err(Failed::Live(e)) => {
                live.discard();
                Ok(Tried::Bad(e.to_string()))
            }
            Err(Failed::Other(e)) => Err(e),
        }
    }

    /// Brings the changes after `after` into a database; `note` hears of every record that a change took out for good.
    fn replay(
        &self,
        live: &mut Live,
        after: u64,
        mut note: impl FnMut(crate::domain::Ref, u64),
    ) -> Result<(), Failed> {
        if self.scan.last() <= after {
            return Ok(());
        }
        let mut failed = None;
        let read = journal::each_frame(&journal_dir(&self.dir), after, |frame| {
            if failed.is_some() {
                return Ok(());
            }
            let change = journal::change_of(frame)?;
            let number = change.edits.iter().map(|e| e.after.map_or(0, |b| number_of(e.kind, b))).max();
            for edit in change.edits.iter().filter(|e| e.after.is_none()) {
                note(crate::domain::Ref::new(edit.kind, edit.id), frame.seq);
            }
            let asked = self.options.fault.as_ref().map_or(Ok(()), |hook| hook(Step::Replay));
            let applied = asked
                .map_err(LiveError::Io)
                .and_then(|()| live.apply(frame.seq, &change.edits, number.unwrap_or(0)));
            failed = applied.err();
            Ok(())
        });
        match failed {
            Some(e) => Err(Failed::Live(e)),
            None => read.map_err(Failed::Other),
        }
    }

    /// Hands every record to the sink; fails when anything is not as it should be.
    fn load(&mut self, live: &Live) -> Result<(), Failed> {
        let mut loader = live.load();
        while let Some(batch) = loader.next_batch().map_err(Failed::Live)? {
            (self.sink)(Loading::Batch(batch));
        }
        Ok(())
    }

    /// From here on the book's folder is not changed: the database is copied to a temporary folder.
    fn leave_untouched(&mut self, why: String) -> Result<(), StoreError> {
        let temporary =
            tempfile::tempdir().map_err(StoreError::io("make a temporary folder", std::env::temp_dir()))?;
        let place = temporary.path().join("sled");
        // What cannot be copied is taken from the journal and the backups.
        if Live::is_there(&self.place) && files::copy_dir(&self.place, &place).is_err() {
            let _ = std::fs::remove_dir_all(&place);
        }
        self.place = place;
        self.temporary = Some(temporary);
        self.read_only = Some(why);
        Ok(())
    }

    /// Puts the journal in order and stands at its end.
    fn writer(&mut self, last: u64) -> Result<Writer, StoreError> {
        let folder = journal_dir(&self.dir);
        let mut writer = Writer::new(&folder, last, self.options.segment_bytes, self.options.fault.clone());
        if self.read_only.is_none()
            && let Some((path, end)) = self.mend_journal(last)?
        {
            writer.resume(&path, end)?;
        }
        if self.read_only.is_none() {
            writer.mark();
        }
        Ok(writer)
    }
}

/// Why a database could not be brought up to date.
enum Failed {
    /// It is broken.
    Live(LiveError),
    /// Something else is.
    Other(StoreError),
}

/// Why a book that lacks changes can only be read, and the way on.
fn missing(gaps: &str) -> String {
    format!("changes are missing ({gaps}). The command syndeo repair says what is lost and how to go on")
}

/// "12 to 15, 20"
fn words_of_gaps(gaps: &[(u64, u64)]) -> String {
    let one = |(first, last): &(u64, u64)| {
        if first == last { first.to_string() } else { format!("{first} to {last}") }
    };
    if gaps.is_empty() {
        "the newest ones".into()
    } else {
        gaps.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}
