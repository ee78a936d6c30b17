//! Backups: every record as a line of JSON, compressed, with a manifest to check it against. Readable without this
//! program, and independent of every shape on disk.

mod read;
mod rotate;
mod write;

pub use read::{backups, each_record, read_backup};
pub use rotate::{retire, thin_out};
pub use write::write;

use super::{Backup, StoreError};
use crate::domain::{Kind, Moment};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where backups lie in a book's folder.
pub const FOLDER: &str = "backups";
const DATA: &str = ".jsonl.gz";
const MANIFEST: &str = ".manifest";

/// The format of backups that this version writes.
const FORMAT: u32 = 1;

/// What a backup should hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The format of the lines.
    pub format: u32,
    /// The version that wrote it.
    pub app: String,
    /// When, RFC 3339.
    pub at: String,
    /// The last change in it.
    pub seq: u64,
    /// The highest short number ever given.
    pub last_number: u32,
    /// How many records of each kind, by the plural of its name.
    pub records: BTreeMap<String, u64>,
    /// CRC-32 of the lines before compression.
    pub crc32: u32,
}

impl Manifest {
    fn total(&self) -> u64 {
        self.records.values().sum()
    }

    fn moment(&self) -> Moment {
        Moment::from_rfc3339(&self.at).unwrap_or_default()
    }

    /// The backup as the rest of the program knows it.
    fn backup(&self, name: String, bytes: u64) -> Backup {
        Backup { name, at: self.moment(), seq: self.seq, records: self.total(), bytes }
    }
}

fn count(records: &mut BTreeMap<String, u64>, kind: Kind) {
    if let Some(n) = records.get_mut(kind.plural()) {
        *n += 1;
    } else {
        records.insert(kind.plural().to_owned(), 1);
    }
}

/// The file of the manifest that belongs to a backup.
fn manifest_path(dir: &Path, name: &str) -> PathBuf {
    dir.join(FOLDER).join(format!("{}{MANIFEST}", name.strip_suffix(DATA).unwrap_or(name)))
}

/// Whether a file of this name is the data of a backup.
pub fn is_data(name: &str) -> bool {
    name.ends_with(DATA)
}

fn bad(name: &str, what: impl std::fmt::Display) -> StoreError {
    StoreError::Damaged(format!("the backup {name} cannot be used: {what}"))
}
