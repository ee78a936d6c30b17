//! Backups: every record as a line of JSON, compressed, with a manifest to check it against. Readable without this
//! program, and independent of every shape on disk.

mod job;
mod manifest;
mod overlay;
mod read;
mod rotate;
mod write;

pub use job::{Job, Made, Told};
pub use manifest::Manifest;
pub use read::{
    Candidate, all, all_or_why, backups, backups_or_why, copy_into, each_record, read_backup, source,
    write_manifest,
};
pub use rotate::{orphans, retire};
pub use write::Lines;

use super::{Backup, StoreError, files};
use crate::domain::Moment;
use crate::words::store::of_medium;
use std::path::{Path, PathBuf};

/// Where backups lie in a book's folder.
pub const FOLDER: &str = "backups";
const DATA: &str = ".jsonl.gz";
const MANIFEST: &str = ".manifest";

/// The file of the manifest that belongs to the data of a backup.
fn manifest_path(data: &Path) -> PathBuf {
    let name = data.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    data.with_file_name(format!("{}{MANIFEST}", name.strip_suffix(DATA).unwrap_or(&name)))
}

/// The name of the data of a backup taken at this moment, of a book up to this change.
pub fn data_name(at: Moment, seq: u64) -> String {
    format!("{}-{seq}{DATA}", files::stamp(at))
}

fn bad(name: &str, what: impl std::fmt::Display) -> StoreError {
    StoreError::Damaged(of_medium::backup_unusable(name, &what))
}
