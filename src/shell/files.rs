//! Files outside the book: changes that could not be saved, and texts for somebody to take along.

use crate::domain::{Change, Moment, json};
use crate::words::{self, outside::of_inbox};
use serde_json::json;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Options for a file of ours that only its owner may read: it holds what clients said. Links are not followed, since in
/// a folder that others may write to one could lead anywhere, and a pipe is not waited for.
pub fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = i32::try_from((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits()).unwrap_or(0);
        options.mode(0o600).custom_flags(flags);
    }
    options
}

/// Puts the names in a folder on the medium. Some systems cannot; then there is nothing to be done about it.
pub fn sync_dir(dir: &Path) {
    if let Ok(dir) = File::open(dir) {
        let _ = dir.sync_all();
    }
}

/// The folder of this person. A relative one would be another in each folder the program is started in.
pub fn home() -> Option<PathBuf> {
    std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute())
}

/// Writes changes as JSON Lines, one record of a change a line, to a new file: beside the book, or where that cannot be
/// written in the home folder or the folder for temporary files.
///
/// # Errors
/// When none of these places can be written; in words for people.
pub fn write_out(dir: &Path, changes: &[Change], now: Moment) -> Result<PathBuf, String> {
    let name = format!("syndeo-unsaved-{}.jsonl", now.local().format("%Y%m%d-%H%M%S"));
    let places = [Some(dir.to_owned()), home(), Some(std::env::temp_dir())];
    let mut told = String::new();
    for place in places.into_iter().flatten() {
        let path = place.join(&name);
        match write_lines(&path, changes) {
            Ok(()) => return Ok(path),
            Err(error) => told = words::shell::not_written(&path.display(), &error),
        }
    }
    Err(told)
}

/// Writes a text to a new file in the folder the program was started in, or else in the home folder. A file that is there
/// already is never written over: the name gets a number. Only its owner may read it.
///
/// # Errors
/// When none of these places can be written; in words for people.
pub fn write_text(name: &str, text: &str) -> Result<PathBuf, String> {
    let here = std::env::current_dir().ok();
    let mut told = words::shell::no_folder().to_owned();
    for place in [here, home()].into_iter().flatten() {
        match write_text_in(&place, name, text) {
            Ok(path) => return Ok(path),
            Err(error) => told = words::shell::not_written(&place.join(name).display(), &error),
        }
    }
    Err(told)
}

fn write_text_in(place: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "md"));
    for n in 1..1_000 {
        let name = if n == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{n}.{ending}") };
        let path = place.join(name);
        match write_new(&path, text.as_bytes()) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Writes a new private file, on the medium when this returns; one that cannot be written whole is taken away again.
///
/// # Errors
/// When there is something of this name, or the medium refuses.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = private().write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = std::fs::remove_file(path);
    }
    written
}

/// Writes a private file in the place of what is there, or anew: aside, synced, renamed, so that there is always one whole.
///
/// # Errors
/// When the folder or the medium refuses; then what was there stays.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".syndeo-").tempfile_in(dir)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_dir(dir);
    Ok(())
}

fn write_lines(path: &Path, changes: &[Change]) -> io::Result<()> {
    let mut text = Vec::new();
    for change in changes {
        for edit in &change.edits {
            let line = json!({
                "change": words::action(&change.action),
                "at": change.at.to_rfc3339(),
                "before": edit.before.as_ref().map(json::write),
                "after": edit.after.as_ref().map(json::write),
            });
            writeln!(text, "{line}")?;
        }
    }
    write_new(path, &text)
}

/// Why a file could not be read or written, in words for people.
pub fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => of_inbox::no_such_file().into(),
        io::ErrorKind::PermissionDenied => of_inbox::not_allowed().into(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_private_and_neither_follows_a_link_nor_writes_over() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("victim"), "precious").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("victim", dir.path().join("brief.md")).unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("nowhere", dir.path().join("brief-2.md")).unwrap();
        #[cfg(not(unix))]
        ["brief.md", "brief-2.md"].map(|name| std::fs::write(dir.path().join(name), "").unwrap());
        for n in 3..5 {
            let path = write_text_in(dir.path(), "brief.md", "text").unwrap();
            assert_eq!(path, dir.path().join(format!("brief-{n}.md")));
            assert_eq!(std::fs::read_to_string(&path).unwrap(), "text");
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt as _;
                assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
            }
        }
        assert_eq!(std::fs::read_to_string(dir.path().join("victim")).unwrap(), "precious");
        assert!(!dir.path().join("nowhere").exists());
        assert!(write_text_in(&dir.path().join("none"), "brief.md", "text").is_err());
    }
}
