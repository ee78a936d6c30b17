//! Appends frames. A frame that is synced is acknowledged; one that is not is taken out again.

use super::layout::{SegmentHead, frame_bytes};
use super::{HighWater, MOST_WRITTEN, segment_name};
use crate::domain::Clock;
use crate::store::StoreError;
use crate::store::chain::{BookId, Hash, Tip};
use crate::store::files::{self, Held};
use crate::words::store::at_opening;
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A step of writing, for tests that want it to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Half of the frame is written before the failure.
    Write,
    /// The frame is written, not synced.
    Sync,
    /// The half-written frame is taken out again.
    Withdraw,
    /// On opening, a change that the live database lacks is brought into it.
    Replay,
    /// Somebody is erased: a part of the book is written anew, removed or moved.
    Erase,
}

/// Asked before each step; an error it returns is taken for one of the medium.
pub type FaultHook = Arc<dyn Fn(Step) -> io::Result<()> + Send + Sync>;

/// A change that is on the medium.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appended {
    /// Its number.
    pub seq: u64,
    /// Its hash.
    pub hash: Hash,
    /// Its time.
    pub clock: Clock,
}

/// The end of the journal.
pub struct Writer {
    dir: PathBuf,
    book: BookId,
    most: u64,
    error: Option<FaultHook>,
    open: Option<(File, PathBuf)>,
    /// The folder of the journal, to know it again.
    folder: Option<Held>,
    /// Bytes of the open segment that are acknowledged.
    end: u64,
    /// The last change.
    tip: Tip,
    /// None when nothing is to be written.
    mark: Option<HighWater>,
    /// Why nothing can be appended any more.
    broken: Option<String>,
}

impl Writer {
    /// Goes on after `tip`; a segment is ended at `most` bytes.
    pub fn new(dir: &Path, book: BookId, tip: Tip, most: u64, error: Option<FaultHook>) -> Self {
        Self {
            dir: dir.to_owned(),
            book,
            most,
            error,
            open: None,
            folder: Held::of(dir).ok(),
            end: 0,
            tip,
            mark: None,
            broken: None,
        }
    }

    /// Marks the last change from now on; the mark that was there no longer holds.
    pub fn mark(&mut self) {
        let mut mark = HighWater::open(&self.dir, self.book);
        mark.set(self.tip.seq, self.tip.hash());
        self.mark = Some(mark);
    }

    /// Puts the mark on the medium, too.
    pub fn close(&self) {
        self.mark.iter().for_each(HighWater::sync);
    }

    /// Goes on in the segment at `path`, of which `end` bytes are whole frames up to the last change.
    pub fn resume(&mut self, path: &Path, end: u64) -> Result<(), StoreError> {
        if end >= self.most {
            return Ok(());
        }
        let file = files::private()
            .read(true)
            .write(true)
            .open(path)
            .map_err(StoreError::io("open the journal", path))?;
        self.open = Some((file, path.to_owned()));
        self.end = end;
        Ok(())
    }

    /// The book that is written; none when nothing is, and it is not known.
    pub fn book(&self) -> Option<BookId> {
        (self.book.0 != Hash::UNKNOWN.0).then_some(self.book)
    }

    /// The last change.
    pub fn tip(&self) -> &Tip {
        &self.tip
    }

    /// Whether what is written still goes into this book: the folder and the open file are those at their paths.
    ///
    /// # Errors
    /// [`StoreError::Displaced`] when they are not.
    pub fn is_in_place(&self) -> Result<(), StoreError> {
        let gone = |path: &Path| StoreError::Displaced { path: path.to_owned() };
        if self.folder.as_ref().is_some_and(|held| !held.is_at(&self.dir)) {
            return Err(gone(&self.dir));
        }
        match &self.open {
            Some((file, path)) if !files::is_at(file, path) => Err(gone(path)),
            _ => Ok(()),
        }
    }

    /// Appends a change and waits until it is on the medium, in this book.
    ///
    /// # Errors
    /// When it is too large or the medium refuses; then it is not in the journal. When the file is no longer the one
    /// at its path, nothing is acknowledged, and the same change may be tried again.
    pub fn append(&mut self, payload: &[u8], clock: Clock) -> Result<Appended, StoreError> {
        if let Some(why) = &self.broken {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        let len = u32::try_from(payload.len()).ok().filter(|_| payload.len() <= MOST_WRITTEN);
        let len = len.ok_or_else(|| too_large(payload.len()))?;
        self.is_in_place()?;
        if self.end >= self.most {
            self.open = None;
        }
        if self.open.is_none() {
            self.start_segment()?;
        }
        let seq = self.tip.seq + 1;
        let before = self.before();
        let frame = frame_bytes(len, seq, before, payload);
        let path = self.open.as_ref().map(|o| o.1.clone()).unwrap_or_default();
        if let Err(source) = self.put(&frame) {
            self.withdraw();
            return Err(StoreError::Io { doing: "write the journal", path, source });
        }
        // Replaced while it was written: what is in the file that was is not in the book.
        if let Err(displaced) = self.is_in_place() {
            if let Some((file, _)) = &self.open {
                let _ = file.set_len(self.end);
            }
            return Err(displaced);
        }
        self.end += frame.len() as u64;
        let hash = Hash::of(before, seq, payload);
        self.tip.advance(seq, hash, clock);
        if let Some(mark) = &mut self.mark {
            mark.set(seq, hash);
        }
        Ok(Appended { seq, hash, clock })
    }

    /// What the next change is tied to.
    fn before(&self) -> Hash {
        if self.tip.seq == 0 { Hash::first(self.book) } else { self.tip.hash() }
    }

    fn start_segment(&mut self) -> Result<(), StoreError> {
        let first = self.tip.seq + 1;
        let path = self.dir.join(segment_name(first));
        if std::fs::metadata(&path).is_ok_and(|m| m.len() > 0) {
            // No frame in it was counted when the journal was read: it does not belong here, but is not dropped.
            let _ = std::fs::rename(&path, path.with_extension("jnl.stray"));
        }
        let head = SegmentHead { book: self.book, first }.bytes();
        let start = || {
            let mut file = files::private().read(true).write(true).create(true).truncate(true).open(&path)?;
            file.write_all(&head)?;
            Ok(file)
        };
        let file = start().map_err(StoreError::io("start a new part of the journal", &path))?;
        files::sync_dir(&self.dir);
        self.open = Some((file, path));
        self.end = head.len() as u64;
        Ok(())
    }

    /// Asks before a step of something else that writes.
    ///
    /// # Errors
    /// What a test wants it to fail with.
    pub fn ask(&self, step: Step) -> io::Result<()> {
        self.error.as_ref().map_or(Ok(()), |hook| hook(step))
    }

    fn put(&mut self, frame: &[u8]) -> io::Result<()> {
        let asked = self.ask(Step::Write);
        let end = self.end;
        let Some((file, _)) = &mut self.open else { return Err(io::ErrorKind::NotFound.into()) };
        file.seek(SeekFrom::Start(end))?;
        if let Err(e) = asked {
            file.write_all(&frame[..frame.len() / 2])?;
            return Err(e);
        }
        file.write_all(frame)?;
        self.ask(Step::Sync)?;
        self.open.as_ref().map_or(Ok(()), |(file, _)| file.sync_data())
    }

    /// Takes out what was not acknowledged, and ends the segment: after a failed sync, the system may have dropped
    /// what it could not write, so nothing more is appended to the same file. The next change begins a segment named
    /// after it; by that the reader knows that a frame of the same number before it does not count, should the medium
    /// give it back. When even this fails, nothing can be appended at all until the book is opened again.
    fn withdraw(&mut self) {
        let asked = self.ask(Step::Withdraw);
        let end = self.end;
        let Some((file, path)) = self.open.take() else { return };
        let cut = asked.and_then(|()| file.set_len(end)).and_then(|()| file.sync_data());
        if let Err(e) = cut {
            self.broken = Some(at_opening::half_written(&e));
        } else if end <= SegmentHead::LEN as u64 {
            let _ = std::fs::remove_file(path);
        }
    }
}

fn too_large(bytes: usize) -> StoreError {
    StoreError::TooLarge(at_opening::change_too_large(bytes / 1_000_000, MOST_WRITTEN / 1_000_000))
}
