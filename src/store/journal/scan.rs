//! Reads the whole journal once at opening: which changes it has, what is broken, and the line of undo.

use super::chained::{Belongs, Chain};
use super::layout::{Layout, SegmentHead};
use super::read::{Frame, Piece, SegmentReader};
use super::{HighWater, Marked, not_understood, segment_name};
use crate::domain::Clock;
use crate::store::chain::{BookId, Hash, Tip};
use crate::store::files;
use crate::store::stored::{decode_change, decode_head, number_of};
use crate::store::undo_stack::UndoStack;
use crate::store::{Done, StoreError};
use crate::words::store::at_opening;
use std::path::{Path, PathBuf};

/// What was found in one file of the journal.
#[derive(Clone, Debug)]
pub struct Segment {
    /// The file.
    pub place: Place,
    /// The numbers of the first and the last whole frame.
    pub seqs: Option<(u64, u64)>,
    /// Stretches of bytes that are no frame.
    pub bad: Vec<(u64, u64)>,
    /// Its size.
    pub size: u64,
    /// What it says of itself; none in format 1, or when that was damaged.
    pub head: Option<SegmentHead>,
    /// How its frames lie.
    pub layout: Layout,
}

impl Segment {
    /// Whether it ends in bytes that are no frame, with no frame behind them: where they begin.
    pub fn torn(&self) -> Option<u64> {
        self.bad.last().filter(|(_, to)| *to == self.size).map(|(from, _)| *from)
    }

    /// Whether there is damage before its last whole frame.
    pub fn broken(&self) -> bool {
        self.bad.len() > usize::from(self.torn().is_some())
    }
}

/// What was found in the journal.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// Its files, oldest first.
    pub segments: Vec<Segment>,
    /// Changes that follow one another without a gap, as first and last number, in order.
    pub runs: Vec<(u64, u64)>,
    /// The line of undo, as far as the last changes tell.
    pub line: UndoStack,
    /// The highest short number given by a change that is here.
    pub last_number: u32,
    /// The last change that is here.
    pub newest: Option<Done>,
    /// The last change that was acknowledged, as far as it was marked.
    pub marked: Marked,
    /// Numbers of whole frames that came out of order, from files that do not belong here.
    pub strays: u64,
    /// Files that say they belong to another book; nothing in them was looked at.
    pub foreign: Vec<Place>,
    /// The first change that is tied to another one than the one before it; nothing from there on was taken.
    pub fork: Option<u64>,
    /// Why a file could not be opened or read, in words for people: that may pass, and says nothing of what is in it.
    pub refused: Option<String>,
    /// The latest time of a change.
    pub clock: Clock,
    /// For each of `runs`, the hash before its first change and that of each change in it.
    hashes: Vec<(Hash, Vec<Hash>)>,
}

impl Scan {
    fn refuse(&mut self, error: &StoreError) {
        self.refused = Some(at_opening::move_elsewhere(error));
    }

    /// The last change that is here; 0 when there is none.
    pub fn last(&self) -> u64 {
        self.runs.last().map_or(0, |run| run.1)
    }

    /// The last change that can be reached from a state that holds everything up to `seq`.
    pub fn reach(&self, seq: u64) -> u64 {
        let next = seq + 1;
        self.runs.iter().find(|(first, last)| *first <= next && next <= *last).map_or(seq, |run| run.1)
    }

    /// The numbers missing between `seq` and `farthest`, the last change that anything knows of.
    pub fn gaps_after(&self, seq: u64, farthest: u64) -> Vec<(u64, u64)> {
        let mut gaps = vec![];
        let mut at = seq;
        for (first, last) in &self.runs {
            if *first > at + 1 {
                gaps.push((at + 1, first - 1));
            }
            at = at.max(*last);
        }
        if farthest > at {
            gaps.push((at + 1, farthest));
        }
        gaps
    }

    /// The numbers missing between the first and the last change that are here.
    pub fn gaps(&self) -> Vec<(u64, u64)> {
        self.runs.windows(2).map(|pair| (pair[0].1 + 1, pair[1].0 - 1)).collect()
    }

    /// The hash of a change, as far as the journal tells it: its own, or the one that the next change is tied to.
    pub fn hash_of(&self, seq: u64) -> Hash {
        for ((first, last), (before, hashes)) in self.runs.iter().zip(&self.hashes) {
            if seq + 1 == *first {
                return *before;
            }
            if (*first..=*last).contains(&seq) {
                let at = usize::try_from(seq - first).ok();
                return at.and_then(|at| hashes.get(at)).copied().unwrap_or(Hash::UNKNOWN);
            }
        }
        Hash::UNKNOWN
    }

    /// The first change on which the journal and a tip of the same book differ: they went different ways.
    pub fn differs(&self, tip: &Tip) -> Option<u64> {
        tip.known().find(|(seq, hash)| !self.hash_of(*seq).agrees(*hash)).map(|(seq, _)| seq)
    }

    /// Whether the journal and a tip have a change in common by which they are known to be of one book.
    pub fn meets(&self, tip: &Tip) -> bool {
        tip.known().any(|(seq, hash)| self.hash_of(seq).is_known() && self.hash_of(seq) == hash)
    }

    /// What is at the end of the journal.
    pub fn tip(&self) -> Tip {
        let trail = self.hashes.last().map(|(_, hashes)| &hashes[hashes.len().saturating_sub(16)..]);
        let trail = trail.unwrap_or_default().iter().copied().filter(|h| h.is_known()).collect();
        Tip { seq: self.last(), clock: self.clock, trail }
    }

    fn take(&mut self, frame: &Frame) {
        match (self.runs.last_mut(), self.hashes.last_mut()) {
            (Some(run), Some((_, hashes))) if frame.seq == run.1 + 1 => {
                run.1 = frame.seq;
                hashes.push(frame.hash);
            }
            _ => {
                // What was done before a gap cannot safely be taken back.
                self.line = UndoStack::default();
                self.runs.push((frame.seq, frame.seq));
                self.hashes.push((frame.before, vec![frame.hash]));
            }
        }
    }
}

/// Where a segment lies among the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number in its name, that of its first change.
    pub first: u64,
    /// The number in the name of the next one.
    pub next: Option<u64>,
    /// The file.
    pub path: PathBuf,
}

/// The segments of a journal, oldest first.
pub fn segments(dir: &Path) -> Result<Vec<Place>, StoreError> {
    let place = |name: &String| {
        let first = name.strip_suffix(".jnl")?.parse().ok()?;
        (segment_name(first) == *name).then(|| Place { first, next: None, path: dir.join(name) })
    };
    let mut all: Vec<Place> = files::names(dir)?.iter().filter_map(place).collect();
    let mut next = None;
    for place in all.iter_mut().rev() {
        place.next = next.replace(place.first);
    }
    Ok(all)
}

/// The frame of this number.
///
/// # Errors
/// When the folder cannot be listed, the frame is not there, or the medium refuses to give it.
pub fn frame(dir: &Path, seq: u64) -> Result<Frame, StoreError> {
    let all = segments(dir)?;
    let place = all
        .iter()
        .rev()
        .find(|place| place.first <= seq)
        .ok_or_else(|| StoreError::Damaged(at_opening::no_such_change(seq)))?;
    let mut reader = SegmentReader::of(place)?;
    match (reader.find(seq), reader.refused()) {
        (Some(frame), _) => Ok(frame),
        (None, Some(refused)) => Err(StoreError::io("read the journal", &place.path)(refused)),
        (None, None) => Err(StoreError::Damaged(at_opening::no_readable_change(seq))),
    }
}

/// Reads every frame of the journal in `dir` that belongs to `book`, or to whatever book it is.
///
/// # Errors
/// When the folder cannot be listed, or a change is of a later version. Damage is no error; it is in the result.
pub fn scan(dir: &Path, book: Option<BookId>) -> Result<Scan, StoreError> {
    let mut found = Scan { marked: HighWater::read(dir), ..Scan::default() };
    let mut chain = Chain::new(book);
    for place in segments(dir)? {
        let size = std::fs::metadata(&place.path).map_or(0, |m| m.len());
        let mut segment =
            Segment { place, seqs: None, bad: vec![], size, head: None, layout: Layout::Chained };
        match SegmentReader::of(&segment.place) {
            Ok(reader) if reader.is_of_another(book) => {
                found.foreign.push(segment.place);
                continue;
            }
            Ok(mut reader) => {
                (segment.head, segment.layout) = (reader.head(), reader.layout());
                scan_segment(&mut reader, &mut segment, &mut found, &mut chain)?;
                if let Some(e) = reader.refused() {
                    found.refuse(&StoreError::io("read the journal", &segment.place.path)(e));
                }
            }
            // What it holds shows as a gap, until the system lets it be opened.
            Err(e) => {
                found.refuse(&e);
                segment.bad.push((0, size));
            }
        }
        found.segments.push(segment);
    }
    found.fork = chain.fork();
    Ok(found)
}

fn scan_segment(
    reader: &mut SegmentReader,
    segment: &mut Segment,
    found: &mut Scan,
    chain: &mut Chain,
) -> Result<(), StoreError> {
    while let Some(piece) = reader.next_piece() {
        let frame = match piece {
            Piece::Frame(frame) => frame,
            Piece::Bad { from, to } => {
                segment.bad.push((from, to));
                continue;
            }
        };
        let head = decode_head(&frame.payload).map_err(|e| not_understood(frame.seq, e))?;
        match chain.take(&frame) {
            Belongs::Yes => found.take(&frame),
            Belongs::Stray => {
                found.strays += 1;
                continue;
            }
            Belongs::Forked => continue,
        }
        found.clock = found.clock.max(head.stamp.map_or(Clock { ms: head.at.utc_ms, count: 0 }, |s| s.clock));
        found.line.note(frame.seq, head.role, &head.action, head.at);
        found.newest = Some(Done { seq: frame.seq, action: head.action, at: head.at });
        found.last_number = found.last_number.max(highest_number(&frame.payload));
        segment.seqs = Some((segment.seqs.map_or(frame.seq, |s| s.0), frame.seq));
    }
    Ok(())
}

/// The highest short number in the records of a change.
fn highest_number(payload: &[u8]) -> u32 {
    let Ok(change) = decode_change(payload) else { return 0 };
    let numbers = change.edits.iter().map(|e| e.after.map_or(0, |bytes| number_of(e.kind, bytes)));
    numbers.max().unwrap_or(0)
}
