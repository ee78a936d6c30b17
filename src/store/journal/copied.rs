//! A journal that is written in one go, of changes that were made elsewhere: nobody waits for a single one of them, so
//! that the medium is waited for once.

use super::layout::{SegmentHead, frame_bytes};
use super::{MOST_WRITTEN, segment_name};
use crate::domain::Clock;
use crate::store::chain::{BookId, Hash, Tip};
use crate::store::{StoreError, files};
use crate::words::store::at_opening;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

/// Bytes after which a new file begins.
const SEGMENT: u64 = 4 * 1024 * 1024;

/// Writes the journal of a book that is not open yet.
pub struct Copied {
    dir: PathBuf,
    book: BookId,
    open: Option<BufWriter<File>>,
    written: u64,
    tip: Tip,
}

impl Copied {
    /// The journal of `book`, in an empty folder.
    pub fn new(dir: &Path, book: BookId) -> Self {
        Self { dir: dir.to_owned(), book, open: None, written: 0, tip: Tip::default() }
    }

    /// The next change. Numbers go up; behind a gap it is not known what lies before.
    ///
    /// # Errors
    /// When it is too large, its number does not go up, or the medium refuses.
    pub fn put(&mut self, seq: u64, clock: Clock, payload: &[u8]) -> Result<(), StoreError> {
        let len = u32::try_from(payload.len()).ok().filter(|_| payload.len() <= MOST_WRITTEN);
        let (Some(len), true) = (len, seq > self.tip.seq) else {
            return Err(StoreError::Damaged(at_opening::not_in_a_journal(seq)));
        };
        let before = match self.tip.seq {
            0 if seq == 1 => Hash::first(self.book),
            last if last + 1 == seq => self.tip.hash(),
            _ => Hash::UNKNOWN,
        };
        let path = self.dir.join(segment_name(seq));
        if self.written >= SEGMENT {
            self.end()?;
        }
        let frame = frame_bytes(len, seq, before, payload);
        let mut write = || {
            if self.open.is_none() {
                let file = files::private().write(true).create_new(true).open(&path)?;
                let head = SegmentHead { book: self.book, first: seq }.bytes();
                self.open.insert(BufWriter::new(file)).write_all(&head)?;
            }
            self.open.as_mut().map_or(Ok(()), |out| out.write_all(&frame))
        };
        write().map_err(StoreError::io("write the journal", &path))?;
        self.written += frame.len() as u64;
        self.tip.advance(seq, Hash::of(before, seq, payload), clock);
        Ok(())
    }

    /// The last change so far.
    pub fn tip(&self) -> &Tip {
        &self.tip
    }

    /// Everything on the medium; the end of the journal.
    ///
    /// # Errors
    /// When the medium refuses.
    pub fn finish(mut self) -> Result<Tip, StoreError> {
        self.end()?;
        files::sync_dir(&self.dir);
        Ok(self.tip)
    }

    fn end(&mut self) -> Result<(), StoreError> {
        let Some(out) = self.open.take() else { return Ok(()) };
        self.written = 0;
        let file = out.into_inner().map_err(std::io::IntoInnerError::into_error);
        file.and_then(|file| file.sync_all()).map_err(StoreError::io("write the journal", &self.dir))
    }
}
