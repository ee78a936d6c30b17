//! Reads backups and checks them against their manifests.

use super::{Backup, DATA, FOLDER, FORMAT, Manifest, bad, count, manifest_path};
use crate::domain::{Record, json};
use crate::store::{StoreError, files};
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

/// The longest line that is believed; a record is never larger than a change may be.
const LONGEST: u64 = 512 * 1024 * 1024;

/// The backups of the book in `dir`, newest first. Those without a readable manifest are left out; `check` tells them.
pub fn backups(dir: &Path) -> Vec<Backup> {
    let names = files::names(&dir.join(FOLDER)).unwrap_or_default();
    let one = |name: String| {
        let bytes = fs::metadata(dir.join(FOLDER).join(&name)).ok()?.len();
        Some(manifest(dir, &name).ok()?.backup(name, bytes))
    };
    let mut all: Vec<Backup> = names.into_iter().filter(|n| n.ends_with(DATA)).filter_map(one).collect();
    all.sort_by(|a, b| (b.seq, b.at.utc_ms, &b.name).cmp(&(a.seq, a.at.utc_ms, &a.name)));
    all
}

/// The manifest of a backup.
///
/// # Errors
/// When it cannot be read, or is of a later version.
pub fn manifest(dir: &Path, name: &str) -> Result<Manifest, StoreError> {
    let path = manifest_path(dir, name);
    let bytes = fs::read(&path).map_err(StoreError::io("read a backup", path))?;
    let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|e| bad(name, e))?;
    if manifest.format > FORMAT {
        return Err(StoreError::TooNew { what: format!("the backup {name}") });
    }
    Ok(manifest)
}

/// Every record of a backup.
///
/// # Errors
/// When it is not exactly what its manifest says.
pub fn read_backup(dir: &Path, name: &str) -> Result<Vec<Record>, StoreError> {
    let mut records = vec![];
    each_record(dir, name, |record| {
        records.push(record);
        Ok(())
    })?;
    Ok(records)
}

/// Hands over every record of a backup. What was handed over counts only when this returns well.
///
/// # Errors
/// Those of `take`, and when the backup is not exactly what its manifest says.
pub fn each_record(
    dir: &Path,
    name: &str,
    take: impl FnMut(Record) -> Result<(), StoreError>,
) -> Result<Manifest, StoreError> {
    if name.contains(['/', '\\']) {
        return Err(bad(name, "it is not in the folder of backups"));
    }
    let manifest = manifest(dir, name)?;
    each_line(&dir.join(FOLDER).join(name), name, &manifest, take)?;
    Ok(manifest)
}

pub(super) fn each_line(
    path: &Path,
    name: &str,
    manifest: &Manifest,
    mut take: impl FnMut(Record) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let file = File::open(path).map_err(StoreError::io("read a backup", path))?;
    let mut lines = BufReader::with_capacity(64 * 1024, GzDecoder::new(BufReader::new(file)));
    let mut crc = crc32fast::Hasher::new();
    let mut records = BTreeMap::new();
    let mut line = vec![];
    loop {
        line.clear();
        let read = lines.by_ref().take(LONGEST).read_until(b'\n', &mut line);
        if read.map_err(|e| bad(name, e))? == 0 {
            break;
        }
        crc.update(&line);
        let json = serde_json::from_slice(&line).map_err(|e| bad(name, e))?;
        let record = json::read(&json).map_err(|e| bad(name, e))?;
        count(&mut records, record.kind());
        take(record)?;
    }
    if crc.finalize() != manifest.crc32 {
        return Err(bad(name, "its checksum does not match"));
    }
    if records != manifest.records {
        return Err(bad(name, "it does not hold as many records as it should"));
    }
    Ok(())
}
