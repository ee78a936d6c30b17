//! A whole book as one file of JSON Lines: every record, those in the bin among them, every change with who and when, and
//! the numbers that were spent. Readable without this program; what can be derived is not in it.
//!
//! The lines, in this order: a head; the records by kind and id; each change, followed by its edits; an end, with the
//! count of both and the checksum of all lines before it. `syndeo schema --all` describes them.

mod begin;
mod line;
mod pack;
mod read;
mod write;

pub use begin::begin;
pub use pack::{Packer, Packing};
pub use read::{Whole, is_one, open};

use super::StoreError;
use crate::words::store::of_whole;
use std::path::Path;

/// The format of the lines.
const FORMAT: u32 = 1;

/// The longest line, in bytes. By the rules of fields a record stays far below it; a file that was made to do harm is not
/// to fill the memory.
const LONGEST: usize = 8 * 1024 * 1024;

fn bad(path: &Path, what: impl std::fmt::Display) -> StoreError {
    StoreError::Damaged(of_whole::unusable(path.display(), &what))
}
