//! The journal: every change, appended and synced before it counts as saved.
//!
//! Segments `%020d.jnl` bear the number of their first change. A frame is
//! `[len u32 le][crc32 u32 le][seq u64 le][payload]`; the checksum covers length, number and payload.

mod mark;
mod mend;
mod read;
mod scan;
mod write;

pub use mark::Mark;
pub use mend::{cut_tail, set_aside};
pub use read::{Frame, Piece, SegmentReader};
pub use scan::{Place, Scan, Segment, each_frame, frame, scan, segments};
pub use write::{FaultHook, Step, Writer};

use super::StoreError;
use super::codec::CodecError;
use super::files;
use super::stored::{RawChange, decode_change};
use std::path::Path;

/// Bytes of a frame before its payload.
pub const FRAME_HEAD: usize = 16;

/// The largest payload that is written.
pub const MOST_WRITTEN: usize = 64 * 1024 * 1024;

/// The largest payload that is believed when read.
pub const MOST_READ: u64 = 256 * 1024 * 1024;

/// Gaps in the journal that were told already, one `first-last` a line.
const GAPS: &str = "gaps";

pub(super) fn checksum(len: u32, seq: u64, payload: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&len.to_le_bytes());
    hasher.update(&seq.to_le_bytes());
    hasher.update(payload);
    hasher.finalize()
}

/// The name of the segment that begins with this change.
pub fn segment_name(first: u64) -> String {
    format!("{first:020}.jnl")
}

/// The change a frame holds.
pub fn change_of(frame: &Frame) -> Result<RawChange<'_>, StoreError> {
    decode_change(&frame.payload).map_err(|e| not_understood(frame.seq, e))
}

/// What to tell about a whole frame that cannot be read.
pub fn not_understood(seq: u64, error: CodecError) -> StoreError {
    match error {
        CodecError::Newer(_) => StoreError::TooNew { what: format!("change {seq} in the journal") },
        other => StoreError::Damaged(format!("change {seq} in the journal cannot be understood: {other}")),
    }
}

/// Gaps that were told before.
pub fn known_gaps(dir: &Path) -> Vec<(u64, u64)> {
    let text = std::fs::read_to_string(dir.join(GAPS)).unwrap_or_default();
    text.lines()
        .filter_map(|line| {
            let (first, last) = line.split_once('-')?;
            Some((first.parse().ok()?, last.parse().ok()?))
        })
        .collect()
}

/// Remembers gaps, so that they are told once only.
pub fn remember_gaps(dir: &Path, gaps: &[(u64, u64)]) -> Result<(), StoreError> {
    let lines: Vec<String> = gaps.iter().map(|(first, last)| format!("{first}-{last}")).collect();
    files::write_whole(&dir.join(GAPS), lines.join("\n").as_bytes())
}
