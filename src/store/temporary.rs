//! Folders for what is needed for a moment only: a copy of the database that is read. Each bears a lock as long as it is
//! used, so that what a killed program left behind is known and removed at the next start.

use super::{StoreError, files};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What the names of these folders begin with.
const PREFIX: &str = "syndeo-read-";
const LOCK: &str = "in-use";

/// A folder that goes when this does.
#[derive(Debug)]
pub struct Temporary {
    dir: TempDir,
    /// Held as long as the folder is used.
    _lock: File,
}

impl Temporary {
    /// Makes one, and removes those that nobody uses any more.
    ///
    /// # Errors
    /// When the folder for temporary files cannot be written.
    pub fn new() -> Result<Self, StoreError> {
        let place = std::env::temp_dir();
        sweep(&place);
        let make = || {
            let mut builder = tempfile::Builder::new();
            builder.prefix(PREFIX);
            #[cfg(unix)]
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
            let dir = builder.tempdir_in(&place)?;
            let lock = files::private().write(true).create_new(true).open(dir.path().join(LOCK))?;
            lock.lock()?;
            Ok(Self { dir, _lock: lock })
        };
        make().map_err(StoreError::io("make a temporary folder", &place))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.dir.path()
    }
}

/// Removes the folders whose owner is gone. That one stays is no reason to fail.
fn sweep(place: &Path) {
    let names = fs::read_dir(place).into_iter().flatten().flatten();
    let ours = names.filter(|e| e.file_name().to_string_lossy().starts_with(PREFIX)).map(|e| e.path());
    ours.filter(is_left).for_each(|dir| drop(fs::remove_dir_all(dir)));
}

/// Whether a folder is one of ours and nobody holds its lock. One without a lock may just be in the making: it stays.
fn is_left(dir: &PathBuf) -> bool {
    fs::symlink_metadata(dir).is_ok_and(|meta| meta.is_dir())
        && files::private().write(true).open(dir.join(LOCK)).is_ok_and(|lock| lock.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_stays_and_what_was_left_goes() {
        let used = Temporary::new().unwrap();
        let left = std::env::temp_dir().join(format!("{PREFIX}left-{}", std::process::id()));
        fs::create_dir(&left).unwrap();
        fs::write(left.join(LOCK), "").unwrap();
        let fresh = std::env::temp_dir().join(format!("{PREFIX}fresh-{}", std::process::id()));
        fs::create_dir(&fresh).unwrap();
        drop(Temporary::new().unwrap());
        assert!(used.path().is_dir() && fresh.is_dir() && !left.exists());
        fs::remove_dir(&fresh).unwrap();
        let path = used.path().to_owned();
        drop(used);
        assert!(!path.exists());
    }
}
