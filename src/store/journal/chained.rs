//! Which frames belong to the book: those of its own segments that follow one another, each tied to the one before.

use super::read::{Frame, Piece, SegmentReader};
use super::scan::segments;
use crate::store::StoreError;
use crate::store::chain::{BookId, Hash};
use std::path::Path;

/// Follows the frames of a journal.
#[derive(Clone, Debug)]
pub struct Chain {
    /// The number of the last frame that belongs, and its hash.
    last: Option<(u64, Hash)>,
    /// The first change that is tied to another one than the one before it.
    fork: Option<u64>,
}

/// What a frame is to the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// The next one.
    Yes,
    /// It has the number of one that was there already.
    Stray,
    /// It follows another change than the one before it, or comes after such a one.
    Forked,
}

impl Chain {
    /// Begins before the first change of a book.
    pub fn new(book: Option<BookId>) -> Self {
        Self { last: Some((0, book.map_or(Hash::UNKNOWN, Hash::first))), fork: None }
    }

    /// Takes in the next frame.
    pub fn take(&mut self, frame: &Frame) -> Belongs {
        if self.fork.is_some() {
            return Belongs::Forked;
        }
        let (last, hash) = self.last.unwrap_or_default();
        if frame.seq <= last {
            return Belongs::Stray;
        }
        if frame.seq == last + 1 && !frame.before.agrees(hash) {
            self.fork = Some(frame.seq);
            return Belongs::Forked;
        }
        self.last = Some((frame.seq, frame.hash));
        Belongs::Yes
    }

    /// The first change that is tied to another one than the one before it.
    pub fn fork(&self) -> Option<u64> {
        self.fork
    }
}

/// Hands every whole frame of the book numbered above `after` to `take`, in order; one is in memory at a time.
///
/// # Errors
/// Those of `take`, and when the folder cannot be listed. Damaged places, and what the medium refuses, are passed over.
pub fn each_frame(
    dir: &Path,
    book: Option<BookId>,
    after: u64,
    take: impl FnMut(&Frame) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    frames(dir, book, after, take).map(drop)
}

/// [`each_frame`] for what must have all of them.
///
/// # Errors
/// As there, and when the medium refuses any of it.
pub fn every_frame(
    dir: &Path,
    book: Option<BookId>,
    take: impl FnMut(&Frame) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    frames(dir, book, 0, take)?.map_or(Ok(()), Err)
}

/// Hands frames over; gives back what the medium refused.
fn frames(
    dir: &Path,
    book: Option<BookId>,
    after: u64,
    mut take: impl FnMut(&Frame) -> Result<(), StoreError>,
) -> Result<Option<StoreError>, StoreError> {
    let mut refused = None;
    let mut chain = Chain::new(book);
    for place in &segments(dir)? {
        if place.next.is_some_and(|next| next <= after + 1) {
            continue;
        }
        let mut reader = match SegmentReader::of(place) {
            Ok(reader) => reader,
            Err(error) => {
                refused.get_or_insert(error);
                continue;
            }
        };
        if reader.is_of_another(book) {
            continue;
        }
        while let Some(piece) = reader.next_piece() {
            let Piece::Frame(frame) = piece else { continue };
            if chain.take(&frame) == Belongs::Yes && frame.seq > after {
                take(&frame)?;
            }
        }
        let read = reader.refused().map(StoreError::io("read the journal", &place.path));
        refused = refused.or(read);
    }
    Ok(refused)
}
