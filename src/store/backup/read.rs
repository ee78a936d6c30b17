//! Reads backups and checks them against their manifests: first the bytes as they come, then the records.

use super::{Backup, DATA, FOLDER, Manifest, bad, manifest_path};
use crate::domain::{Record, json};
use crate::store::chain::BookId;
use crate::store::{StoreError, files, identity, migrate};
use crate::words::store::of_medium;
use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

/// The longest line that is believed, as long as a change may be when it is written as JSON.
const LONGEST: u64 = 512 * 1024 * 1024;

/// A backup whose manifest can be read. Whether its records can, only reading them tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The file with the records.
    pub path: PathBuf,
    /// Its manifest.
    pub manifest: Manifest,
    /// As the rest of the program knows it.
    pub backup: Backup,
    /// Whether it is of format 1 as the whole book was, which is being turned over and has not come to it yet.
    pub unturned: bool,
}

impl Candidate {
    /// Whether it may be of this book: it says so, or is of format 1 and says nothing.
    pub fn may_be_of(&self, book: Option<BookId>) -> bool {
        match (self.manifest.book_id(), book) {
            (Some(own), Some(book)) => own == book,
            (None, Some(_)) => self.unturned,
            (_, None) => true,
        }
    }
}

/// The backups of the book in `dir`, newest first. Those without a readable manifest are left out, and those of other
/// books; `check` tells them.
pub fn backups(dir: &Path) -> Vec<Backup> {
    backups_or_why(dir).0
}

/// The backups of the book in `dir`, newest first, and by the names of their files why others cannot be read; as one look at
/// the folder has it.
pub fn backups_or_why(dir: &Path) -> (Vec<Backup>, Vec<(String, StoreError)>) {
    let book = identity::read(dir).book();
    let (all, unreadable) = all_or_why(dir);
    (all.into_iter().filter(|c| c.may_be_of(book)).map(|c| c.backup).collect(), unreadable)
}

/// Everything in the folder of backups of `dir` that has a readable manifest, of whatever book; newest first.
pub fn all(dir: &Path) -> Vec<Candidate> {
    all_or_why(dir).0
}

/// As [`all`], and the names of those whose manifests cannot be read, with why.
pub fn all_or_why(dir: &Path) -> (Vec<Candidate>, Vec<(String, StoreError)>) {
    let (mut all, unreadable) = in_folder(&dir.join(FOLDER));
    if migrate::is_under_way(dir) {
        for found in &mut all {
            found.unturned = found.manifest.book_id().is_none();
        }
    }
    (all, unreadable)
}

fn in_folder(folder: &Path) -> (Vec<Candidate>, Vec<(String, StoreError)>) {
    let (mut all, mut unreadable) = (vec![], vec![]);
    for name in files::names(folder).unwrap_or_default().into_iter().filter(|n| n.ends_with(DATA)) {
        match source(&folder.join(&name)) {
            Ok(found) => all.push(found),
            Err(why) => unreadable.push((name, why)),
        }
    }
    let key = |c: &Candidate| (c.backup.seq, c.backup.at.utc_ms, c.backup.name.clone());
    all.sort_by_key(|c| std::cmp::Reverse(key(c)));
    (all, unreadable)
}

/// The backup whose records lie in this file, or whose manifest this is; the newest of a folder of backups.
///
/// # Errors
/// When there is none, or its manifest cannot be read, or is of a later version.
pub fn source(path: &Path) -> Result<Candidate, StoreError> {
    if path.is_dir() {
        let newest = in_folder(path).0.into_iter().next();
        return newest.ok_or_else(|| StoreError::Damaged(of_medium::no_backup_there(path.display())));
    }
    let name = files::name_of(path);
    let data = name.strip_suffix(super::MANIFEST).map(|stem| path.with_file_name(format!("{stem}{DATA}")));
    let path = data.unwrap_or_else(|| path.to_owned());
    let name = files::name_of(&path);
    let place = manifest_path(&path);
    let bytes = files::read_small(&place).map_err(StoreError::io("read the manifest of a backup", &place))?;
    let manifest = Manifest::read(&bytes, &name)?;
    let file = files::open(&path).map_err(StoreError::io("read a backup", &path))?;
    let size = file.metadata().map_or(0, |m| m.len());
    Ok(Candidate { backup: manifest.backup(name, size), path, manifest, unturned: false })
}

/// Every record of a backup of the book in `dir`.
///
/// # Errors
/// When it is not exactly what its manifest says.
pub fn read_backup(dir: &Path, name: &str) -> Result<Vec<Record>, StoreError> {
    if name.contains(['/', '\\']) {
        return Err(bad(name, of_medium::not_among_backups()));
    }
    let mut records = vec![];
    each_record(&source(&dir.join(FOLDER).join(name))?, |record| {
        records.push(record);
        Ok(())
    })?;
    Ok(records)
}

/// Checks the bytes of a backup against its manifest; what is in memory does not hang on how large it is. `go_on` is asked
/// time and again.
///
/// # Errors
/// When it is not exactly what its manifest says, or was not to go on.
pub fn verify(from: &Candidate, go_on: impl Fn() -> Result<(), StoreError>) -> Result<(), StoreError> {
    let name = &from.backup.name;
    let mut lines = lines_of(&from.path)?;
    let mut crc = crc32fast::Hasher::new();
    let mut hash = blake3::Hasher::new();
    let (mut bytes, mut count) = (0u64, 0u64);
    loop {
        go_on()?;
        let part = lines.fill_buf().map_err(|e| bad(name, e))?;
        if part.is_empty() {
            break;
        }
        crc.update(part);
        hash.update(part);
        count += part.split(|b| *b == b'\n').count() as u64 - 1;
        let len = part.len();
        bytes += len as u64;
        if from.manifest.bytes.is_some_and(|most| bytes > most) {
            break;
        }
        lines.consume(len);
    }
    let manifest = &from.manifest;
    let whole = crc.finalize() == manifest.crc32
        && manifest.bytes.is_none_or(|should| should == bytes)
        && manifest.blake3.as_ref().is_none_or(|should| *should == hash.finalize().to_hex().as_str());
    if !whole {
        return Err(bad(name, of_medium::checksum_wrong()));
    }
    if count != from.backup.records {
        return Err(bad(name, of_medium::too_few_records()));
    }
    Ok(())
}

fn lines_of(path: &Path) -> Result<BufReader<GzDecoder<BufReader<std::fs::File>>>, StoreError> {
    let file = files::open(path).map_err(StoreError::io("read a backup", path))?;
    Ok(BufReader::with_capacity(64 * 1024, GzDecoder::new(BufReader::new(file))))
}

/// Hands over every record of a backup whose bytes are as they should be. What was handed over counts only when this
/// returns well.
///
/// # Errors
/// Those of `take`, and when the backup is not exactly what its manifest says.
pub fn each_record(
    from: &Candidate,
    mut take: impl FnMut(Record) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    verify(from, || Ok(()))?;
    let name = &from.backup.name;
    let mut lines = lines_of(&from.path)?;
    let mut records: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut line = vec![];
    loop {
        line.clear();
        let read = lines.by_ref().take(LONGEST).read_until(b'\n', &mut line);
        if read.map_err(|e| bad(name, e))? == 0 {
            break;
        }
        let json = serde_json::from_slice(&line).map_err(|e| bad(name, e))?;
        let record = json::read(&json).map_err(|e| bad(name, e))?;
        *records.entry(record.kind().plural()).or_default() += 1;
        take(record)?;
    }
    let counted = from.manifest.records.iter().filter(|(_, n)| **n > 0).map(|(kind, n)| (kind.as_str(), *n));
    if !counted.eq(records) {
        return Err(bad(name, of_medium::too_few_records()));
    }
    Ok(())
}

/// Copies a backup with its manifest into a folder, whole or not at all.
///
/// # Errors
/// When it cannot be read, or the medium refuses.
pub fn copy_into(from: &Candidate, folder: &Path) -> Result<(), StoreError> {
    let to = folder.join(&from.backup.name);
    let manifest = manifest_path(&from.path);
    let bytes = files::read_small(&manifest).map_err(StoreError::io("read a backup", &manifest))?;
    files::copy_part(&from.path, 0, &to).map_err(StoreError::io("copy a backup", &to))?;
    files::write_whole(&manifest_path(&to), &bytes)
}

/// Writes the manifest of the backup whose records lie at `data` anew.
///
/// # Errors
/// When the medium refuses.
pub fn write_manifest(data: &Path, manifest: Manifest) -> Result<(), StoreError> {
    files::write_whole(&manifest_path(data), &manifest.sealed()?)
}
