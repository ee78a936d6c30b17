//! Files that commands write for other programs.

use super::out::Stop;
use crate::words::cli::keeping;
use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

/// Writes a file whole or not at all; only its owner may read it, since it holds what clients said. `advice` is what to
/// do when there is such a file already and `force` does not say to write over it.
///
/// # Errors
/// When it is there already, or cannot be written.
pub fn write(path: &Path, bytes: &[u8], force: bool, advice: &str) -> Result<(), Stop> {
    write_with(path, force, advice, |file| file.write_all(bytes).map_err(|e| not(path, &e)))
}

fn not(path: &Path, error: &dyn std::fmt::Display) -> Stop {
    Stop::NotDone(format!("{}: {error}", path.display()))
}

/// As [`write()`], what `write` writes.
///
/// # Errors
/// As there, and those of `write`.
pub fn write_with<T>(
    path: &Path,
    force: bool,
    advice: &str,
    write: impl FnOnce(&mut File) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let not = |error: &dyn std::fmt::Display| not(path, error);
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file =
        tempfile::Builder::new().prefix(".syndeo-export-").tempfile_in(dir).map_err(|e| not(&e))?;
    let written = write(file.as_file_mut())?;
    file.as_file().sync_all().map_err(|e| not(&e))?;
    let kept = if force { file.persist(path) } else { file.persist_noclobber(path) };
    kept.map(|_| written).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => not(&keeping::file_is_there(advice)),
        _ => not(&error.error),
    })
}
