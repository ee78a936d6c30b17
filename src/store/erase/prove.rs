//! Looks for somebody in every byte of every file of a book, and in all that can be unpacked and read of it.

use super::others::all_files;
use crate::domain::Record;
use crate::domain::person::{Erasing, Person};
use crate::store::backup;
use crate::store::db::{Database, DatabaseError};
use crate::store::disk::journal_dir;
use crate::store::frames::change_in;
use crate::store::temporary::Temporary;
use crate::store::{StoreError, ballast, files, journal};
use crate::words::store::of_erasing;
use flate2::read::MultiGzDecoder;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

/// How much is looked through at a time.
const WINDOW: usize = 256 * 1024;
/// What is looked through twice, so that nothing lies across a border: more than any name or address is long.
const OVERLAP: usize = 2048;
/// Memory for a copy of the database.
const CACHE: u64 = 32 * 1024 * 1024;

/// A file that holds something of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Which.
    pub path: PathBuf,
    /// What of them, in words for people.
    pub what: String,
}

/// What was looked through, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many files.
    pub files: usize,
    /// How many bytes, as they lie and unpacked.
    pub bytes: u64,
    /// How many changes were read.
    pub changes: u64,
    /// How many records, of the database and the backups.
    pub records: u64,
    /// What still holds something of them.
    pub left: Vec<Left>,
}

/// Looks through the folder `dir`. `reads` looks into a file in a way that only others know, and tells whether they are in it.
///
/// # Errors
/// When something cannot be read.
pub fn prove(
    dir: &Path,
    erasing: &Erasing,
    reads: &mut dyn FnMut(&Path) -> Result<bool, StoreError>,
) -> Result<Proof, StoreError> {
    let mut proof = Proof::default();
    for path in all_files(dir)? {
        let within = path.strip_prefix(dir).unwrap_or(&path).to_string_lossy().into_owned();
        let find = |proof: &mut Proof, what: &str| {
            proof.left.push(Left { path: path.clone(), what: what.to_owned() });
        };
        proof.files += 1;
        if is_in(&erasing.person, &within) {
            find(&mut proof, of_erasing::its_name());
        }
        if ballast::is_mere(&path) {
            continue;
        }
        if holds(&path, &erasing.person, &mut proof.bytes)? {
            find(&mut proof, of_erasing::a_mark());
        }
        if reads(&path)? {
            find(&mut proof, of_erasing::once_read());
        }
    }
    read_journal(dir, erasing, &mut proof)?;
    read_database(dir, erasing, &mut proof)?;
    for one in backup::all(dir) {
        let mut is_clean = true;
        backup::each_record(&one, |record| {
            proof.records += 1;
            is_clean &= is_without(erasing, &record);
            Ok(())
        })?;
        if !is_clean {
            proof.left.push(Left { path: one.path, what: of_erasing::a_record().into() });
        }
    }
    Ok(proof)
}

/// Two looks by different means.
fn is_in(person: &Person, text: &str) -> bool {
    person.is_in(text) || person.is_in_plain(text)
}

fn is_without(erasing: &Erasing, record: &Record) -> bool {
    erasing.record(record).is_some_and(|left| left == *record)
}

/// Whether a file holds them, as it lies or, where it is packed by gzip, unpacked; `bytes` counts what was looked through.
///
/// # Errors
/// When it cannot be read.
pub fn holds(path: &Path, person: &Person, bytes: &mut u64) -> Result<bool, StoreError> {
    let doing = || StoreError::io("look through a file", path);
    let open = || files::open(path).map(BufReader::new).map_err(doing());
    if look_through(open()?, person, bytes).map_err(doing())? {
        return Ok(true);
    }
    let is_packed = path.extension().is_some_and(|end| end == "gz");
    // What cannot be unpacked is no text of anybody.
    Ok(is_packed && look_through(MultiGzDecoder::new(open()?), person, bytes).unwrap_or(false))
}

fn look_through(mut from: impl Read, person: &Person, bytes: &mut u64) -> std::io::Result<bool> {
    let mut window: Vec<u8> = Vec::with_capacity(WINDOW + OVERLAP);
    loop {
        let read = from.by_ref().take(WINDOW as u64).read_to_end(&mut window)?;
        *bytes += read as u64;
        if read == 0 {
            return Ok(false);
        }
        let is_empty = window.iter().all(|byte| *byte == 0);
        if !is_empty && (person.is_in_bytes(&window) || person.is_in_plain(&String::from_utf8_lossy(&window)))
        {
            return Ok(true);
        }
        window.drain(..window.len().saturating_sub(OVERLAP));
    }
}

fn read_journal(dir: &Path, erasing: &Erasing, proof: &mut Proof) -> Result<(), StoreError> {
    let (folder, mut found) = (journal_dir(dir), false);
    journal::every_frame(&folder, None, |frame| {
        proof.changes += 1;
        let change = change_in(frame)?;
        found |= erasing.action(&change.action, false) != change.action;
        let mut records = change.edits.iter().flat_map(|edit| edit.before.iter().chain(&edit.after));
        found |= !records.all(|record| is_without(erasing, record));
        Ok(())
    })?;
    if found {
        proof.left.push(Left { path: folder, what: of_erasing::a_change().into() });
    }
    Ok(())
}

/// sled changes what it opens: a copy is read.
fn read_database(dir: &Path, erasing: &Erasing, proof: &mut Proof) -> Result<(), StoreError> {
    let place = dir.join("sled");
    let temporary = Temporary::new()?;
    let copy = temporary.path().join("sled");
    files::copy_dir(&place, &copy).map_err(StoreError::io("copy the live database", &place))?;
    let failed = |e: DatabaseError| match e {
        DatabaseError::Io(e) => StoreError::io("read the live database", &place)(e),
        other => StoreError::Damaged(of_erasing::not_read(other)),
    };
    let live = Database::open(&copy, CACHE).map_err(failed)?;
    let mut is_clean = true;
    let read = (|| {
        let mut loader = live.load();
        while let Some(batch) = loader.next_batch()? {
            proof.records += batch.len() as u64;
            is_clean &= batch.iter().all(|record| is_without(erasing, record));
        }
        Ok(())
    })();
    live.discard();
    read.map_err(failed)?;
    if !is_clean {
        proof.left.push(Left { path: place, what: of_erasing::a_contact().into() });
    }
    Ok(())
}
