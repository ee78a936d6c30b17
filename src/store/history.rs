//! Reads back from the journal what was done to a record.

use super::chain::BookId;
use super::journal::{self, Frame, SegmentReader};
use super::stored::{RawChange, decode_change, into_change};
use super::{Entry, StoreError};
use crate::domain::Ref;
use std::collections::{HashSet, VecDeque};
use std::path::Path;

/// The changes in the journal at `dir` that touched one of these records, with their edits of them alone, or, for none
/// of them, all changes whole; newest first, `most` at the most. Older files are not opened once there are enough. One change is in memory at a time
/// besides what is returned: one that brought thousands of records in is not to be copied for the sake of one of them.
pub fn read(dir: &Path, book: Option<BookId>, of: &[Ref], most: usize) -> Result<Vec<Entry>, StoreError> {
    let of: &HashSet<Ref> = &of.iter().copied().collect();
    let mut entries = vec![];
    for segment in journal::segments(dir)?.iter().rev() {
        if entries.len() >= most {
            break;
        }
        let mut reader = SegmentReader::of(segment)?;
        if reader.is_of_another(book) {
            continue;
        }
        for at in newest(&mut reader, of, most - entries.len()).into_iter().rev() {
            if let Some(frame) = reader.read_at(at) {
                entries.push(entry(&frame, of)?);
            }
        }
        // What is damaged is told when the book is opened; what was refused may pass, and a history without it would lie.
        if let Some(refused) = reader.refused() {
            return Err(StoreError::io("read the journal", &segment.path)(refused));
        }
    }
    Ok(entries)
}

/// Where the last `most` frames of a segment begin that touched the record. Frames can only be read forwards.
fn newest(reader: &mut SegmentReader, of: &HashSet<Ref>, most: usize) -> VecDeque<u64> {
    let mut found = VecDeque::new();
    while let Some(piece) = reader.next_piece() {
        let journal::Piece::Frame(frame) = piece else { continue };
        if of.is_empty() || decode_change(&frame.payload).is_ok_and(|raw| touches(&raw, of)) {
            if found.len() == most {
                found.pop_front();
            }
            found.push_back(frame.at);
        }
    }
    found
}

fn touches(raw: &RawChange<'_>, of: &HashSet<Ref>) -> bool {
    raw.edits.iter().any(|e| of.contains(&Ref::new(e.kind, e.id)))
}

fn entry(frame: &Frame, of: &HashSet<Ref>) -> Result<Entry, StoreError> {
    let mut raw = journal::change_of(frame)?;
    if !of.is_empty() {
        raw.edits.retain(|e| of.contains(&Ref::new(e.kind, e.id)));
    }
    let change = into_change(&raw).map_err(|e| journal::not_understood(frame.seq, e))?;
    Ok(Entry { seq: frame.seq, stamp: raw.head.stamp, change })
}
