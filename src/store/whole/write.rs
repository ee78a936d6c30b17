//! Writes a whole book; one batch of records or one change is in memory at a time.

use super::LONGEST;
use super::line::{ChangeStart, End, Head, write_change, write_edit, write_end, write_head};
use crate::domain::{Moment, Record, json};
use crate::store::StoreError;
use crate::store::disk::{Disk, journal_dir};
use crate::store::journal::{self, Frame};
use crate::store::stored::decode_record;
use crate::words::store::of_whole;
use std::io::Write;
use std::path::Path;

impl Disk {
    /// Writes everything in the book as lines: see [`crate::store::Packing`] for how they are packed. Tells how many
    /// records and how many changes there were.
    ///
    /// # Errors
    /// When the book cannot be read, or `out` refuses. What was written then is no whole book.
    pub fn write_whole(&mut self, out: &mut dyn Write, now: Moment) -> Result<(u64, u64), StoreError> {
        let (last, number) = (self.writer.tip().seq, self.last_number);
        let (folder, book) = (journal_dir(&self.dir), self.writer.book());
        let place = self.dir.clone();
        let mut lines = Lines { out, place: &place, hash: blake3::Hasher::new(), line: vec![] };
        write_head(&Head::new(now, last, number), &mut lines.line);
        lines.put()?;
        let (mut records, mut changes) = (0, 0);
        self.each_record(|record| {
            records += 1;
            lines.record(&record)
        })?;
        journal::every_frame(&folder, book, |frame| {
            changes += 1;
            lines.change(frame)
        })?;
        let blake3 = lines.hash.finalize().to_hex().to_string();
        write_end(End { records, changes, blake3 }, &mut lines.line);
        lines.put()?;
        Ok((records, changes))
    }
}

/// The lines as they go out.
struct Lines<'a> {
    out: &'a mut dyn Write,
    /// The book, for words.
    place: &'a Path,
    hash: blake3::Hasher,
    line: Vec<u8>,
}

impl Lines<'_> {
    fn put(&mut self) -> Result<(), StoreError> {
        if self.line.len() > LONGEST {
            return Err(StoreError::TooLarge(of_whole::record_too_long(
                self.line.len() / 1_000_000,
                LONGEST / 1_000_000,
            )));
        }
        self.hash.update(&self.line);
        let written = self.out.write_all(&self.line);
        self.line.clear();
        written.map_err(StoreError::io("write the book to a file", self.place))
    }

    fn record(&mut self, record: &Record) -> Result<(), StoreError> {
        json::write_line(record, &mut self.line);
        self.put()
    }

    fn change(&mut self, frame: &Frame) -> Result<(), StoreError> {
        let seq = frame.seq;
        let not = |e| journal::not_understood(seq, e);
        let raw = journal::change_of(frame)?;
        let (head, edits) = (raw.head.clone(), raw.edits.len() as u64);
        write_change(&ChangeStart { seq, head, edits }, &mut self.line);
        self.put()?;
        for edit in &raw.edits {
            let record = |bytes: Option<&[u8]>| bytes.map(|b| decode_record(edit.kind, b)).transpose();
            let (before, after) = (record(edit.before).map_err(not)?, record(edit.after).map_err(not)?);
            write_edit(seq, before.as_ref(), after.as_ref(), &mut self.line);
            self.put()?;
        }
        Ok(())
    }
}
