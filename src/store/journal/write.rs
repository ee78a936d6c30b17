//! Appends frames. A frame that is synced is acknowledged; one that is not is taken out again.

use super::{FRAME_HEAD, MOST_WRITTEN, Mark, checksum, segment_name};
use crate::store::StoreError;
use crate::store::files;
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
}

/// Asked before each step; an error it returns is taken for one of the medium.
pub type FaultHook = Arc<dyn Fn(Step) -> io::Result<()> + Send + Sync>;

/// The end of the journal.
pub struct Writer {
    dir: PathBuf,
    most: u64,
    fault: Option<FaultHook>,
    open: Option<(File, PathBuf)>,
    /// Bytes of the open segment that are acknowledged.
    end: u64,
    next: u64,
    /// None when nothing is to be written.
    mark: Option<Mark>,
    /// Why nothing can be appended any more.
    broken: Option<String>,
}

impl Writer {
    /// Goes on after change `last`; a segment is ended at `most` bytes.
    pub fn new(dir: &Path, last: u64, most: u64, fault: Option<FaultHook>) -> Self {
        Self {
            dir: dir.to_owned(),
            most,
            fault,
            open: None,
            end: 0,
            next: last + 1,
            mark: None,
            broken: None,
        }
    }

    /// Marks the last change from now on; the mark that was there no longer holds.
    pub fn mark(&mut self) {
        let mut mark = Mark::open(&self.dir);
        mark.set(self.next - 1);
        self.mark = Some(mark);
    }

    /// Puts the mark on the medium, too.
    pub fn close(&self) {
        self.mark.iter().for_each(Mark::sync);
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

    /// The number the next change gets.
    pub fn next(&self) -> u64 {
        self.next
    }

    /// Appends a change and waits until it is on the medium: its number.
    ///
    /// # Errors
    /// When it is too large or the medium refuses; then it is not in the journal.
    pub fn append(&mut self, payload: &[u8]) -> Result<u64, StoreError> {
        if let Some(why) = &self.broken {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        let len = u32::try_from(payload.len()).ok().filter(|_| payload.len() <= MOST_WRITTEN);
        let len = len.ok_or_else(|| too_large(payload.len()))?;
        if self.end >= self.most {
            self.open = None;
        }
        if self.open.is_none() {
            self.start_segment()?;
        }
        let seq = self.next;
        let mut frame = Vec::with_capacity(payload.len() + FRAME_HEAD);
        frame.extend_from_slice(&len.to_le_bytes());
        frame.extend_from_slice(&checksum(len, seq, payload).to_le_bytes());
        frame.extend_from_slice(&seq.to_le_bytes());
        frame.extend_from_slice(payload);
        let path = self.open.as_ref().map(|o| o.1.clone()).unwrap_or_default();
        if let Err(source) = self.put(&frame) {
            self.withdraw();
            return Err(StoreError::Io { doing: "write the journal", path, source });
        }
        self.end += frame.len() as u64;
        self.next += 1;
        if let Some(mark) = &mut self.mark {
            mark.set(seq);
        }
        Ok(seq)
    }

    fn start_segment(&mut self) -> Result<(), StoreError> {
        let path = self.dir.join(segment_name(self.next));
        if std::fs::metadata(&path).is_ok_and(|m| m.len() > 0) {
            // No frame in it was counted when the journal was read: it does not belong here, but is not dropped.
            let _ = std::fs::rename(&path, path.with_extension("jnl.stray"));
        }
        let file = files::private()
            .read(true)
            .write(true)
            .create(true)
            .truncate(true)
            .open(&path)
            .map_err(StoreError::io("start a new part of the journal", &path))?;
        files::sync_dir(&self.dir);
        self.open = Some((file, path));
        self.end = 0;
        Ok(())
    }

    fn ask(&self, step: Step) -> io::Result<()> {
        self.fault.as_ref().map_or(Ok(()), |hook| hook(step))
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
            self.broken = Some(format!(
                "the journal could not be written, and the half-written change could not be taken out again ({e}). \
                 Start the program again"
            ));
        } else if end == 0 {
            let _ = std::fs::remove_file(path);
        }
    }
}

fn too_large(bytes: usize) -> StoreError {
    StoreError::TooLarge(format!(
        "this change is too large to be saved at once: {} MB, the most is {} MB. Do it in smaller parts",
        bytes / 1_000_000,
        MOST_WRITTEN / 1_000_000
    ))
}
