//! Files beside the book: drafts of forms, and changes that could not be saved.

use crate::app::Draft;
use crate::domain::{Change, Moment, json};
use crate::words;
use serde_json::json;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const DRAFTS: &str = "drafts.json";

/// The drafts of an earlier run; none when there are none or they cannot be read.
pub fn read_drafts(dir: &Path) -> Vec<Draft> {
    let text = std::fs::read(dir.join(DRAFTS)).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// Keeps the drafts in the place of earlier ones; without any, the file goes.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_drafts(dir: &Path, drafts: &[Draft]) -> io::Result<()> {
    let path = dir.join(DRAFTS);
    if drafts.is_empty() {
        return match std::fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        };
    }
    let mut file = tempfile::NamedTempFile::new_in(dir)?;
    serde_json::to_writer(&mut file, drafts)?;
    file.persist(&path).map(drop).map_err(|e| e.error)
}

/// Writes changes as JSON Lines, one record of a change a line, to a new file: beside the book, or where that cannot be
/// written in the home folder or the folder for temporary files.
///
/// # Errors
/// When none of these places can be written; in words for people.
pub fn write_out(dir: &Path, changes: &[Change], now: Moment) -> Result<PathBuf, String> {
    let name = format!("syndeo-unsaved-{}.jsonl", now.local().format("%Y%m%d-%H%M%S"));
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let places = [Some(dir.to_owned()), home, Some(std::env::temp_dir())];
    let mut told = String::new();
    for place in places.into_iter().flatten() {
        let path = place.join(&name);
        match write_lines(&path, changes) {
            Ok(()) => return Ok(path),
            Err(error) => told = format!("could not write {}: {error}", path.display()),
        }
    }
    Err(told)
}

/// Writes a text to a new file in the folder the program was started in, or else in the home folder. A file that is there
/// already is never written over: the name gets a number.
///
/// # Errors
/// When none of these places can be written; in words for people.
pub fn write_text(name: &str, text: &str) -> Result<PathBuf, String> {
    let here = std::env::current_dir().ok();
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "md"));
    let mut told = "there is no folder to write to".to_owned();
    for place in [here, home].into_iter().flatten() {
        for n in 1..1_000 {
            let name = if n == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{n}.{ending}") };
            let path = place.join(name);
            let made = std::fs::OpenOptions::new().write(true).create_new(true).open(&path);
            match made.and_then(|mut file| file.write_all(text.as_bytes())) {
                Ok(()) => return Ok(path),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => {
                    told = format!("could not write {}: {error}", path.display());
                    break;
                }
            }
        }
    }
    Err(told)
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
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(&text)?;
    file.sync_all()
}
