//! Opens a book: asks every witness (sled, the journal, the backups) how far it reaches, takes the best, and tells
//! in words what was not as it should be. What does not fit together is read, told, and left as it is.

pub mod judge;
mod memory;
mod mend;
mod rebuild;
mod take;

use super::backup::Candidate;
use super::chain::{BookId, Hash};
use super::claim::Claim;
use super::disk::{Disk, Engine, journal_dir};
use super::error::in_words;
use super::identity::{self, Identity};
use super::journal::{self, Scan, Step, Writer};
use super::line::Line;
use super::live::{Cause, Live, LiveError};
use super::options::Options;
use super::stored::number_of;
use super::temporary::Temporary;
use super::{Loading, Opened, Store as _, StoreError, backup, ballast, files, migrate};
use crate::domain::{Moment, Ref};
use judge::Outlook;
use std::io;
use std::path::{Path, PathBuf};

/// A book that is being opened.
struct Opening<'a> {
    dir: PathBuf,
    options: &'a Options,
    now: Moment,
    sink: &'a mut dyn FnMut(Loading),
    news: Vec<String>,
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
    refuse_strangers(&dir)?;
    let mut news = claim.news.clone();
    let asked = options.read_only.then(|| "it was opened for reading only".to_owned());
    let read_only = claim.read_only.clone().or(asked);
    if read_only.is_none() {
        files::make_dir(&journal_dir(&dir))?;
        let left = backup::orphans(&dir);
        if left > 0 {
            news.push("What a backup that was cut short had left behind was removed".into());
        }
        migrate::run(&dir, now, &mut news)?;
        if let Some(side) = options.take {
            news.extend(take::run(&dir, side, options, now)?);
        }
    }
    let place = dir.join("sled");
    let (book, strange_id) = identity::settle(&dir, || rebuild::peek(&place, options.cache_bytes)?.book);
    let mut opening = Opening {
        scan: journal::scan(&journal_dir(&dir), book)?,
        backups: backup::all(&dir),
        place,
        news,
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

/// Nothing in a book is a link, a pipe or a device: what is would lead elsewhere, or never end.
fn refuse_strangers(dir: &Path) -> Result<(), StoreError> {
    match files::stranger(dir).map_err(StoreError::io("list a folder", dir))? {
        None => Ok(()),
        Some(path) => Err(StoreError::Damaged(format!(
            "{} is a link, a pipe or a device; a book holds plain files and folders alone. Nothing was changed: move it \
             elsewhere",
            path.display()
        ))),
    }
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
    fn run(mut self, claim: Claim) -> Result<(Disk, Opened), StoreError> {
        self.tell_conflicts(None)?;
        let engine = match self.present(claim.existed) {
            Ok(live) => Engine::Live(Box::new(live)),
            // Not even a copy can be written: what is in memory can be read.
            Err(StoreError::Io { source, .. }) if self.read_only.is_some() => self.in_memory(&source)?,
            Err(e) => return Err(e),
        };
        match self.ready(engine) {
            Ok((writer, engine)) => Ok(self.opened(claim, writer, engine)),
            // Letting go of sled may panic on a medium that fails.
            Err((e, engine)) => {
                engine.discard();
                Err(e)
            }
        }
    }

    /// Everything that is written when the records are there: who the book is, the journal in order.
    fn ready(&mut self, mut engine: Engine) -> Result<(Writer, Engine), (StoreError, Engine)> {
        let done = self.settle(&mut engine).and_then(|()| self.writer(&engine));
        match done {
            Ok(writer) => Ok((writer, engine)),
            Err(e) => Err((e, engine)),
        }
    }

    fn opened(self, claim: Claim, writer: Writer, engine: Engine) -> (Disk, Opened) {
        let Self { dir, options, now, news, read_only, lost, scan, temporary, wants_backup, .. } = self;
        let applied = writer.tip().seq;
        let known = match &engine {
            Engine::Live(live) => live.state().last_number,
            Engine::Broken { .. } => 0,
        };
        let disk = Disk {
            engine,
            line: if scan.last() == applied { scan.line } else { Line::default() },
            last_number: known.max(scan.last_number),
            writer,
            read_only,
            lost,
            last_backup: backup::backups(&dir).first().map(|b| (b.at.date(), b.seq)),
            dir,
            author: options.author.clone(),
            device: options.device,
            job: None,
            claim,
            _temporary: temporary,
        };
        finish(disk, news, options, wants_backup, now)
    }

    /// What does not fit together is told, and then nothing is changed.
    fn tell_conflicts(&mut self, live: Option<&Live>) -> Result<bool, StoreError> {
        let state = live.map(Live::state);
        let mut found = judge::conflicts(self.book, &self.scan, &self.backups, state);
        found.extend(self.strange_id.then(|| identity::STRANGE.to_owned()));
        if found.is_empty() {
            return Ok(false);
        }
        self.only_read(format!(
            "not everything in its folder is of one book: {}. The command syndeo repair shows the sides and how to go on",
            found.join("; ")
        ))
    }

    /// From here on the book is only read, because of `why`. Whether that is new; when it is read by wish, it is told.
    fn only_read(&mut self, why: String) -> Result<bool, StoreError> {
        if self.temporary.is_none() {
            self.leave_untouched(why)?;
            return Ok(true);
        }
        let told = format!("The book can only be read: {why}");
        if self.by_wish && !self.news.contains(&told) {
            self.news.push(told);
        }
        Ok(false)
    }

    /// The database says which book it is of, and so does the folder.
    fn settle(&mut self, engine: &mut Engine) -> Result<(), StoreError> {
        let Engine::Live(live) = engine else { return Ok(()) };
        if self.read_only.is_some() {
            return Ok(());
        }
        let named = identity::read(&self.dir);
        self.book = self.book.or(live.state().book);
        let book = self.own_book();
        if named == Identity::Damaged {
            self.news.push("The file ID was damaged and was written anew".into());
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
            && self.scan.marked.seq == 0
            && self.scan.foreign.is_empty()
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

    /// Opens the database that is there and brings it up to the journal's end. Only where the journal goes on without it
    /// does another witness take its place: that a backup claims more is told, and nothing is changed for it.
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
        if self.tell_conflicts(Some(&live))? {
            live.discard();
            return self.try_live();
        }
        if judge::is_of_another(self.book, live.state()) {
            live.discard();
            return Ok(Tried::Bad("it is of another book".into()));
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
                return Ok(Tried::Bad(format!("it ends with change {applied}, others reach further")));
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
    fn farthest(&self) -> u64 {
        judge::farthest(self.book, &self.scan, &self.backups)
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
            self.news.push(RESERVE.into());
            return self.try_live();
        }
        if self.temporary.is_some() {
            return Err(StoreError::io("open the live database", &self.place)(error));
        }
        self.leave_untouched(format!("the live database cannot be written ({})", in_words(&error)))?;
        self.try_live()
    }

    /// Hands over the records of a database that goes another way than the journal, as they are.
    fn serve(&mut self, live: Live) -> Result<Tried, StoreError> {
        match self.load(&live) {
            Ok(()) => Ok(Tried::Good(Box::new(live))),
            Err(Failed::Live(LiveError::Newer(what))) => Err(StoreError::TooNew { what }),
            Err(Failed::Live(e)) => {
                live.discard();
                Ok(Tried::Bad(e.to_string()))
            }
            Err(Failed::Other(e)) => Err(e),
        }
    }

    /// Brings in what the journal has more, then reads and verifies everything.
    fn catch_up(&mut self, mut live: Live) -> Result<Tried, StoreError> {
        let after = live.state().applied();
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
    fn replay(&self, live: &mut Live, after: u64, mut note: impl FnMut(Ref, u64)) -> Result<(), Failed> {
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
            let asked = self.options.fault.as_ref().map_or(Ok(()), |hook| hook(Step::Replay));
            let applied = asked.map_err(LiveError::Io).and_then(|()| live.apply(cause, &change.edits));
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
        let temporary = Temporary::new()?;
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
    fn writer(&mut self, engine: &Engine) -> Result<Writer, StoreError> {
        let folder = journal_dir(&self.dir);
        let tip = match engine {
            Engine::Live(live) => live.state().tip.clone(),
            Engine::Broken { .. } => self.scan.tip(),
        };
        let (last, mut tip) = (tip.seq, tip);
        tip.clock = tip.clock.max(self.scan.clock);
        let Some(book) = self.book.filter(|_| self.read_only.is_none()) else {
            // Nothing is written with it.
            let none = BookId(Hash::UNKNOWN.0);
            return Ok(Writer::new(&folder, self.book.unwrap_or(none), tip, 0, None));
        };
        let (most, fault) = (self.options.segment_bytes, self.options.fault.clone());
        let mut writer = Writer::new(&folder, book, tip, most, fault);
        if let Some((path, end)) = self.mend_journal(book, last)? {
            writer.resume(&path, end)?;
        }
        writer.mark();
        Ok(writer)
    }
}

/// Told when the room that is kept on the disk was needed to open the book.
const RESERVE: &str = "The disk is full. The reserve that Syndeo keeps was used to open the book";

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
