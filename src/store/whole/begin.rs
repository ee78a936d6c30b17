//! Makes a book of its own of a file: its records become a backup, its changes a journal, and the first opening builds
//! the rest from both. It bears an id of its own: nothing that was written in the book it came from is ever taken for it.

use super::bad;
use super::read::{Piece, Whole, each};
use crate::domain::{Clock, Stamp};
use crate::store::backup::{self, Lines, Manifest};
use crate::store::chain::{BookId, Tip};
use crate::store::codec::CodecError;
use crate::store::journal::{Copied, MOST_WRITTEN};
use crate::store::stored::Pending;
use crate::store::{StoreError, book_lock, files, identity};
use crate::words::store::of_whole;
use std::path::Path;

/// Makes the book in `dir`, an empty place.
///
/// # Errors
/// When the file is not what it was, holds nothing, or the medium refuses; what is there then is no book.
pub fn begin(dir: &Path, from: &Whole) -> Result<(), StoreError> {
    if from.records.is_empty() && from.changes == 0 {
        return Err(bad(&from.path, of_whole::nothing_in_it()));
    }
    let (folder, journal) = (dir.join(backup::FOLDER), dir.join("journal"));
    [dir, &folder, &journal].into_iter().try_for_each(files::make_dir)?;
    let book = BookId::random();
    let aside = folder.join("whole.tmp");
    let doing = || StoreError::io("write a backup", &aside);
    let file = files::private().write(true).create_new(true).open(&aside).map_err(doing())?;
    let manifest = Manifest { last_number: from.last_number, ..Manifest::begun(from.at) };
    let mut lines = Lines::new(file, manifest);
    let mut changes = Changes { journal: Copied::new(&journal, book), open: None };
    let read = each(&from.path, |piece| match piece {
        Piece::Record(record) => lines.put(&record).map_err(doing()),
        Piece::Change(start) => changes.begin(start.seq, start.head.stamp, |stamp| {
            Pending::begin(stamp, &start.head.action, (start.head.at, start.head.role), start.edits)
        }),
        Piece::Edit(pair) => changes.edit(|pending| pending.put(pair.0.as_ref(), pair.1.as_ref())),
    })?;
    let tip = match changes.finish()? {
        // Of the history nothing is left: the records stand for it.
        none if none.seq == 0 => Tip::at(read.last_change.max(1)),
        tip => tip,
    };
    let manifest = lines.finish().map_err(doing())?.of(book, &tip);
    let data = folder.join(backup::data_name(from.at, tip.seq));
    backup::write_manifest(&data, manifest)?;
    std::fs::rename(&aside, &data).map_err(StoreError::io("write a backup", &data))?;
    files::sync_dir(&folder);
    identity::write(dir, book)?;
    book_lock::write_format(dir, book_lock::FORMAT)
}

/// The journal that is written, and the change that is put together.
struct Changes {
    journal: Copied,
    open: Option<(u64, Clock, Pending)>,
}

impl Changes {
    fn begin(
        &mut self,
        seq: u64,
        stamp: Option<Stamp>,
        begin: impl FnOnce(&Stamp) -> Result<Pending, CodecError>,
    ) -> Result<(), StoreError> {
        self.close()?;
        let stamp = stamp.unwrap_or_default();
        let pending = begin(&stamp).map_err(|e| cannot(seq, &e))?;
        self.open = Some((seq, stamp.clock, pending));
        Ok(())
    }

    fn edit(&mut self, put: impl FnOnce(&mut Pending) -> Result<(), CodecError>) -> Result<(), StoreError> {
        let Some((seq, _, pending)) = &mut self.open else { return Ok(()) };
        put(pending).map_err(|e| cannot(*seq, &e))?;
        if pending.payload.len() > MOST_WRITTEN {
            return Err(cannot(*seq, &of_whole::more_than(MOST_WRITTEN / 1_000_000)));
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), StoreError> {
        let Some((seq, clock, pending)) = self.open.take() else { return Ok(()) };
        self.journal.put(seq, clock, &pending.payload)
    }

    fn finish(mut self) -> Result<Tip, StoreError> {
        self.close()?;
        self.journal.finish()
    }
}

fn cannot(seq: u64, why: &dyn std::fmt::Display) -> StoreError {
    StoreError::Damaged(of_whole::change_not_brought(seq, why))
}
