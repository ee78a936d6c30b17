//! The journal: every change, appended and synced before it counts as saved.
//!
//! Segments `%020d.jnl` bear the number of their first change; [`layout`] says how their bytes lie. Each change is tied
//! to the one before by its hash, the first to the book itself.

mod chained;
mod copied;
mod high_water;
mod layout;
mod read;
mod repair;
mod scan;
mod upgrade;
mod write;

pub use chained::{each_frame, every_frame};
pub use copied::Copied;
pub use high_water::{HighWater, Marked};
pub use layout::SegmentHead;
pub use read::{Frame, Piece, SegmentReader, book_of};
pub use repair::{cut_tail, set_all_aside, set_aside};
pub use scan::{Place, Scan, Segment, frame, scan, segments};
pub use upgrade::{mark_of, upgrade};
pub use write::{Appended, FaultHook, Step, Writer};

use super::StoreError;
use super::codec::CodecError;
use super::files;
use super::stored::{RawChange, decode_change};
use crate::words::store::at_opening;
use std::path::Path;

/// The largest payload that is written.
pub const MOST_WRITTEN: usize = 64 * 1024 * 1024;

/// The largest payload that is believed when read.
pub const MOST_READ: u64 = 256 * 1024 * 1024;

/// Gaps in the journal that were told already, one `first-last` a line.
pub const GAPS: &str = "gaps";

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
        CodecError::Newer(_) => StoreError::TooNew { what: at_opening::change_in_journal(seq) },
        other => StoreError::Damaged(at_opening::change_unclear(seq, other)),
    }
}

/// Gaps that were told before.
pub fn known_gaps(dir: &Path) -> Vec<(u64, u64)> {
    let text = files::read_small(&dir.join(GAPS)).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
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
