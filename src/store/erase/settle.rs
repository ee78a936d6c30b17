//! Puts a book that was written anew in the place of the old one, and goes on where that was cut short.

use crate::store::{StoreError, files, quarantine};
use crate::words::store::of_erasing;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;

/// Where the book is written anew; nothing in it counts.
pub const NEW: &str = "erasing.new";
/// The same when it is whole: from here on the old files go.
pub const READY: &str = "erasing";
/// The same when the old files are gone: what is in it moves up.
pub const MOVING: &str = "erased";
/// What stays in its place: the lock, the format, and the room that is kept.
pub const STAYS: [&str; 3] = ["LOCK", "FORMAT", "ballast"];

/// Carries to its end what was cut short in the book in `dir`, if anything: what to tell of it. Lock the book first.
///
/// # Errors
/// When the medium refuses; it is tried again at the next opening.
pub fn settle(dir: &Path) -> Result<Option<String>, StoreError> {
    if is_there(&dir.join(READY)) || is_there(&dir.join(MOVING)) {
        finish(dir, &|| Ok(()))?;
        return Ok(Some(of_erasing::done_now().into()));
    }
    if is_there(&dir.join(NEW)) {
        // In a folder that cannot be written it stays, and does no harm.
        return Ok(remove(&dir.join(NEW)).is_ok().then(|| of_erasing::not_done().into()));
    }
    Ok(None)
}

/// What is being done, for words of what failed.
fn doing(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    StoreError::io("put the book that was written anew in its place", path)
}

/// Removes the old files and moves the new ones up. Each step can be taken again.
pub(super) fn finish(dir: &Path, ask: &dyn Fn() -> io::Result<()>) -> Result<(), StoreError> {
    let (ready, moving) = (dir.join(READY), dir.join(MOVING));
    if is_there(&ready) {
        for name in names(dir)?.into_iter().filter(|name| name != READY && !STAYS.iter().any(|s| name == s)) {
            ask().map_err(doing(dir))?;
            remove(&dir.join(name))?;
        }
        for copy in quarantine::copies(dir) {
            ask().map_err(doing(dir))?;
            remove(&copy)?;
        }
        files::sync_dir(dir);
        ask().map_err(doing(dir))?;
        fs::rename(&ready, &moving).map_err(doing(&moving))?;
        files::sync_dir(dir);
    }
    if is_there(&moving) {
        for name in names(&moving)? {
            ask().map_err(doing(dir))?;
            let to = dir.join(&name);
            fs::rename(moving.join(&name), &to).map_err(doing(&to))?;
        }
        files::sync_dir(&moving);
        files::sync_dir(dir);
        ask().map_err(doing(dir))?;
        fs::remove_dir(&moving).map_err(doing(&moving))?;
        files::sync_dir(dir);
    }
    Ok(())
}

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// The names in a folder, whatever they are made of.
pub(super) fn names(dir: &Path) -> Result<Vec<OsString>, StoreError> {
    let read = || fs::read_dir(dir)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>();
    let mut names = read().map_err(StoreError::io("list a folder", dir))?;
    names.sort();
    Ok(names)
}

/// Removes a file, or a folder with all that is in it; that there is none is well.
pub(super) fn remove(path: &Path) -> Result<(), StoreError> {
    let is_folder = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir());
    let removed = if is_folder { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(e) if e.kind() != io::ErrorKind::NotFound => {
            Err(StoreError::io("remove a part of the old book", path)(e))
        }
        _ => Ok(()),
    }
}
