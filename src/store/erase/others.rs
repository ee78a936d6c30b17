//! The files in the folder of a book that are none of journal, database and backups.

use super::forgotten;
use super::settle::{self, MOVING, NEW, READY, STAYS};
use crate::domain::person::Erasing;
use crate::store::{StoreError, files, journal};
use crate::words::store::of_erasing;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What becomes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stays as it is.
    Stays,
    /// It goes.
    Goes,
    /// It comes to hold this.
    Becomes(Vec<u8>),
}

/// What is written anew by the store itself.
const WRITTEN: [&str; 5] = ["ID", "sled", "journal", "backups", forgotten::NAME];

/// What was set aside of the book in `dir` while it was mended, and what was left half written: nobody can say what is in
/// it, and all of it goes. Names, from the folder of the book on.
///
/// # Errors
/// When a folder cannot be listed.
pub fn set_aside(dir: &Path) -> Result<Vec<String>, StoreError> {
    let mut out: Vec<String> = files::names(dir)?.into_iter().filter(|name| is_set_aside(name)).collect();
    let journal = files::names(&dir.join("journal"))?;
    let of_journal = |n: &&String| !(is_segment(n) || ["last", journal::GAPS].contains(&n.as_str()));
    out.extend(journal.iter().filter(of_journal).map(|name| format!("journal/{name}")));
    let backups = files::names(&dir.join("backups"))?;
    let of_backups = |n: &&String| !(n.ends_with(".jsonl.gz") || n.ends_with(".manifest"));
    out.extend(backups.iter().filter(of_backups).map(|name| format!("backups/{name}")));
    Ok(out)
}

fn is_segment(name: &str) -> bool {
    name.strip_suffix(".jnl").is_some_and(|stem| stem.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether something in the folder of the book itself was set aside, or never became whole.
fn is_set_aside(name: &str) -> bool {
    let is_half = Path::new(name).extension().is_some_and(|end| end == "tmp") || name == "sled.new";
    is_half || name.starts_with("sled.bad-") || name.contains(".unreadable-")
}

/// Brings the other files of the book in `dir` into the new folder, as far as they stay.
pub(super) fn copy(
    dir: &Path,
    new: &Path,
    erasing: &Erasing,
    fate: &mut dyn FnMut(&Path) -> Result<Fate, StoreError>,
    step: &dyn Fn(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    for name in settle::names(dir)? {
        let text = name.to_string_lossy();
        let own =
            WRITTEN.contains(&&*text) || STAYS.contains(&&*text) || [NEW, READY, MOVING].contains(&&*text);
        if !own && !is_set_aside(&text) {
            take(&dir.join(&name), &new.join(&name), erasing, fate, step)?;
        }
    }
    Ok(())
}

fn take(
    from: &Path,
    to: &Path,
    erasing: &Erasing,
    fate: &mut dyn FnMut(&Path) -> Result<Fate, StoreError>,
    step: &dyn Fn(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    step(to)?;
    let doing = || StoreError::io("write the book anew", to);
    let kind = fs::symlink_metadata(from).map_err(doing())?.file_type();
    if kind.is_dir() {
        if !erasing.person.is_in(&files::name_of(from)) {
            files::make_dir(to)?;
            for name in settle::names(from)? {
                take(&from.join(&name), &to.join(&name), erasing, fate, step)?;
            }
        }
        return Ok(());
    }
    if !kind.is_file() {
        return Err(StoreError::Damaged(of_erasing::no_plain_file(from.display())));
    }
    let bytes = match fate(from)? {
        Fate::Goes => return Ok(()),
        Fate::Stays => return keep(from, to).map_err(doing()),
        Fate::Becomes(bytes) => bytes,
    };
    let write = || {
        let mut file = files::private().write(true).create_new(true).open(to)?;
        file.write_all(&bytes)?;
        file.sync_all()
    };
    write().map_err(doing())
}

/// The very same file under another name; a copy with the same time where the system has no second names: what lies in the
/// inbox is read as of the day it was written.
fn keep(from: &Path, to: &Path) -> io::Result<()> {
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    files::copy_part(from, 0, to)?;
    let written = fs::metadata(from)?.modified()?;
    files::private().write(true).open(to)?.set_modified(written)
}

/// Every file below a folder.
pub(super) fn all_files(dir: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut out = vec![];
    for name in settle::names(dir)? {
        let path = dir.join(name);
        if fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_dir()) {
            out.extend(all_files(&path)?);
        } else {
            out.push(path);
        }
    }
    Ok(out)
}
