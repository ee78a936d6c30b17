//! Reads the whole journal once at opening: which changes it has, what is broken, and the line of undo.

use super::read::{Frame, Piece, SegmentReader};
use super::{Mark, not_understood, segment_name};
use crate::store::files;
use crate::store::line::Line;
use crate::store::stored::{decode_change, decode_head, number_of};
use crate::store::{Done, StoreError};
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
    pub line: Line,
    /// The highest short number given by a change that is here.
    pub last_number: u32,
    /// The last change that is here.
    pub newest: Option<Done>,
    /// The last change that was acknowledged, as far as it was marked.
    pub marked: u64,
    /// Numbers of whole frames that came out of order, from files that do not belong here.
    pub strays: u64,
}

impl Scan {
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

    fn take(&mut self, seq: u64) -> bool {
        match self.runs.last_mut() {
            Some(run) if seq == run.1 + 1 => run.1 = seq,
            Some(run) if seq <= run.1 => return false,
            Some(_) => {
                // What was done before a gap cannot safely be taken back.
                self.line = Line::default();
                self.runs.push((seq, seq));
            }
            None => self.runs.push((seq, seq)),
        }
        true
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

/// Hands every whole frame numbered above `after` to `take`, in order; one is in memory at a time.
///
/// # Errors
/// Those of `take`, and when the folder cannot be listed. Damaged places are passed over.
pub fn each_frame(
    dir: &Path,
    after: u64,
    mut take: impl FnMut(&Frame) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let all = segments(dir)?;
    let mut last = after;
    for place in &all {
        if place.next.is_some_and(|next| next <= after + 1) {
            continue;
        }
        let Ok(mut reader) = SegmentReader::of(place) else { continue };
        while let Some(piece) = reader.next_piece() {
            let Piece::Frame(frame) = piece else { continue };
            if frame.seq > last {
                last = frame.seq;
                take(&frame)?;
            }
        }
    }
    Ok(())
}

/// The frame of this number.
///
/// # Errors
/// When the folder cannot be listed, or the frame is not there.
pub fn frame(dir: &Path, seq: u64) -> Result<Frame, StoreError> {
    let all = segments(dir)?;
    let place = all
        .iter()
        .rev()
        .find(|place| place.first <= seq)
        .ok_or_else(|| StoreError::Damaged(format!("the journal has no change {seq}")))?;
    SegmentReader::of(place)?
        .find(seq)
        .ok_or_else(|| StoreError::Damaged(format!("the journal has no change {seq} that can be read")))
}

/// Reads every frame of the journal in `dir`.
///
/// # Errors
/// When the folder cannot be listed, or a change is of a later version. Damage is no error; it is in the result.
pub fn scan(dir: &Path) -> Result<Scan, StoreError> {
    let mut found = Scan { marked: Mark::read(dir), ..Scan::default() };
    for place in segments(dir)? {
        let size = std::fs::metadata(&place.path).map_or(0, |m| m.len());
        let mut segment = Segment { place, seqs: None, bad: vec![], size };
        match SegmentReader::of(&segment.place) {
            Ok(reader) => scan_segment(reader, &mut segment, &mut found)?,
            // A file that cannot be opened is as good as damaged; what it held shows as a gap.
            Err(_) => segment.bad.push((0, size)),
        }
        found.segments.push(segment);
    }
    Ok(found)
}

fn scan_segment(
    mut reader: SegmentReader,
    segment: &mut Segment,
    found: &mut Scan,
) -> Result<(), StoreError> {
    while let Some(piece) = reader.next_piece() {
        let frame = match piece {
            Piece::Frame(frame) => frame,
            Piece::Bad { from, to } => {
                segment.bad.push((from, to));
                continue;
            }
        };
        match decode_head(&frame.payload) {
            Ok((at, role, words)) if found.take(frame.seq) => {
                found.line.note(frame.seq, role, words, at);
                found.newest = Some(Done { seq: frame.seq, words: words.to_owned(), at });
            }
            Ok(_) => {
                found.strays += 1;
                continue;
            }
            Err(e) => return Err(not_understood(frame.seq, e)),
        }
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
