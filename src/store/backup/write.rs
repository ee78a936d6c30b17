//! Writes a backup: aside, synced, read back, renamed.

use super::{Backup, DATA, FOLDER, FORMAT, MANIFEST, Manifest, bad, count, read};
use crate::domain::{Moment, Record, json};
use crate::store::stored::encode_record;
use crate::store::{StoreError, codec, files};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// Writes everything that `batches` hands out, reads it back and compares.
///
/// # Errors
/// When it cannot be written, or does not read back to the very same records. Then there is no new backup.
pub fn write(
    dir: &Path,
    at: Moment,
    seq: u64,
    last_number: u32,
    batches: impl FnMut() -> Result<Option<Vec<Record>>, StoreError>,
) -> Result<Backup, StoreError> {
    let folder = dir.join(FOLDER);
    files::make_dir(&folder)?;
    remove_leftovers(&folder);
    let stem = format!("{}-{seq}", files::stamp(at));
    let name = format!("{stem}{DATA}");
    let (data, aside) = (folder.join(&name), folder.join(format!("{stem}.tmp")));
    let (manifest, mark) = write_lines(&aside, at, seq, last_number, batches)?;
    let mut again = 0u64;
    read::each_line(&aside, &name, &manifest, |record| {
        again = again.wrapping_add(mark_of(&record, &name)?);
        Ok(())
    })?;
    if again != mark {
        return Err(bad(&name, "it does not read back to the same records"));
    }
    let json = serde_json::to_vec_pretty(&manifest).map_err(|e| bad(&name, e))?;
    fs::rename(&aside, &data).map_err(StoreError::io("write a backup", &data))?;
    files::write_whole(&folder.join(format!("{stem}{MANIFEST}")), &json)?;
    let bytes = fs::metadata(&data).map_or(0, |m| m.len());
    Ok(manifest.backup(name, bytes))
}

fn write_lines(
    path: &Path,
    at: Moment,
    seq: u64,
    last_number: u32,
    mut batches: impl FnMut() -> Result<Option<Vec<Record>>, StoreError>,
) -> Result<(Manifest, u64), StoreError> {
    let doing = || StoreError::io("write a backup", path);
    let file = files::private().write(true).create(true).truncate(true).open(path).map_err(doing())?;
    let mut out = GzEncoder::new(BufWriter::new(file), Compression::fast());
    let mut crc = crc32fast::Hasher::new();
    let mut records = BTreeMap::new();
    let mut mark = 0u64;
    while let Some(batch) = batches()? {
        for record in &batch {
            let mut line = json::write(record).to_string();
            line.push('\n');
            crc.update(line.as_bytes());
            out.write_all(line.as_bytes()).map_err(doing())?;
            count(&mut records, record.kind());
            mark = mark.wrapping_add(mark_of(record, "being written")?);
        }
    }
    let file = out.finish().map_err(doing())?.into_inner().map_err(|e| doing()(e.into_error()))?;
    file.sync_all().map_err(doing())?;
    let app = env!("CARGO_PKG_VERSION").to_owned();
    let crc32 = crc.finalize();
    Ok((Manifest { format: FORMAT, app, at: at.to_rfc3339(), seq, last_number, records, crc32 }, mark))
}

/// One number for a record and everything in it; sums of it tell whether two sets of records are the same.
fn mark_of(record: &Record, name: &str) -> Result<u64, StoreError> {
    let bytes = encode_record(record).map_err(|e| bad(name, e))?;
    Ok(codec::fingerprint(&[record.kind().code()], &bytes))
}

fn remove_leftovers(folder: &Path) {
    for name in files::names(folder).unwrap_or_default() {
        let path = folder.join(name);
        if path.extension().is_some_and(|e| e == "tmp") {
            let _ = fs::remove_file(path);
        }
    }
}
