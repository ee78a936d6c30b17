//! The file of drafts beside the book: what is written in forms and not saved yet. It is written whole and bears a
//! checksum; what cannot be read back is kept under another name and told, never dropped.

use super::files;
use crate::app::Draft;
use crate::domain::Moment;
use crate::words::outside::of_drafts;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// The name of the file.
pub const NAME: &str = "drafts.json";
/// Where the file is written before it takes its name.
const ASIDE: &str = "drafts.json.tmp";
/// What the first line begins with, before the version.
const HEAD: &str = "syndeo drafts ";
const VERSION: u32 = 1;
/// More than any forms hold. What is larger is not read into memory.
const MOST: u64 = 64 * 1024 * 1024;

/// What an earlier run left.
#[derive(Debug, Default)]
pub struct Found {
    /// The drafts; none when there are none, or they cannot be read.
    pub drafts: Vec<Draft>,
    /// What could not be read and what became of it, in words for people.
    pub news: Option<String>,
    /// Why no drafts can be kept: what cannot be read is still in their place.
    pub in_the_way: Option<String>,
}

/// Reads the drafts of an earlier run in the folder of a book. When it can be `writable`, what cannot be read is put
/// aside, and what a killed program left half written is removed.
pub fn read(dir: &Path, writable: bool, now: Moment) -> Found {
    if writable {
        sweep(dir);
    }
    let path = dir.join(NAME);
    let why = match bytes(&path).and_then(|bytes| bytes.as_deref().map_or(Ok(vec![]), parse)) {
        Ok(drafts) => return Found { drafts, ..Found::default() },
        Err(why) => why,
    };
    let lost = of_drafts::drafts_lost(path.display(), &why);
    if !writable {
        return Found { news: Some(of_drafts::drafts_left(&lost)), ..Found::default() };
    }
    match put_aside(&path, now) {
        Ok(kept) => Found { news: Some(of_drafts::drafts_kept(&lost, kept.display())), ..Found::default() },
        Err(error) => {
            let in_the_way = of_drafts::in_the_way(path.display(), &why, &error);
            Found {
                news: Some(of_drafts::drafts_stay(&lost, &error)),
                in_the_way: Some(in_the_way),
                ..Found::default()
            }
        }
    }
}

/// Keeps the drafts in the place of earlier ones: written aside, on the medium, renamed. Without any, the file goes.
///
/// # Errors
/// When the folder cannot be written, or there is more than would be read back.
pub fn write(dir: &Path, drafts: &[Draft]) -> io::Result<()> {
    let path = dir.join(NAME);
    if drafts.is_empty() {
        return match fs::remove_file(&path) {
            Ok(()) => {
                files::sync_dir(dir);
                Ok(())
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error),
        };
    }
    let whole = written(drafts)?;
    let aside = dir.join(ASIDE);
    // Nobody else has the book: what lies there is of a run that was cut short.
    let _ = fs::remove_file(&aside);
    files::write_new(&aside, &whole)?;
    let renamed = fs::rename(&aside, &path);
    if renamed.is_err() {
        let _ = fs::remove_file(&aside);
    }
    files::sync_dir(dir);
    renamed
}

/// The bytes of a file of drafts.
///
/// # Errors
/// When there is more than would be read back.
pub fn written(drafts: &[Draft]) -> io::Result<Vec<u8>> {
    let body = serde_json::to_vec(drafts)?;
    let whole = [head(&body).as_bytes(), &body].concat();
    if whole.len() as u64 > MOST { Err(io::Error::other(of_drafts::it_is_too_long())) } else { Ok(whole) }
}

/// The first line: its version, and the length and checksum of what follows.
fn head(body: &[u8]) -> String {
    format!("{HEAD}{VERSION} {} {:08x}\n", body.len(), crc32fast::hash(body))
}

/// The bytes of the file; none when there is no file. Only a plain one is read, and not more than is sane.
fn bytes(path: &Path) -> Result<Option<Vec<u8>>, String> {
    let failed = |error: io::Error| {
        let is_link = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink());
        if is_link { of_drafts::is_a_link().into() } else { format!("({error})") }
    };
    let file = match files::private().read(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    if !file.metadata().map_err(failed)?.is_file() {
        return Err(of_drafts::is_no_plain().into());
    }
    let mut bytes = vec![];
    if file.metadata().map_err(failed)?.len() <= MOST {
        file.take(MOST + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 <= MOST {
            return Ok(Some(bytes));
        }
    }
    Err(of_drafts::is_too_large().into())
}

/// The drafts in the bytes of the file. Before it bore a checksum, it was the bare list.
fn parse(bytes: &[u8]) -> Result<Vec<Draft>, String> {
    let damaged = || of_drafts::is_damaged().to_owned();
    if bytes.starts_with(b"[") {
        return serde_json::from_slice(bytes).map_err(|_| damaged());
    }
    let end = bytes.iter().position(|b| *b == b'\n').ok_or_else(damaged)? + 1;
    let (first, body) = bytes.split_at(end);
    if first == head(body).as_bytes() {
        return serde_json::from_slice(body).map_err(|_| of_drafts::of_other_version().into());
    }
    let version = std::str::from_utf8(first).ok().and_then(|line| line.strip_prefix(HEAD));
    let version = version.and_then(|rest| rest.split(' ').next()?.parse::<u32>().ok());
    match version {
        Some(version) if version > VERSION => Err(of_drafts::of_later_version().into()),
        _ => Err(damaged()),
    }
}

/// Gives the file a name that no other has, `drafts.json.unreadable-20261123T233000Z`.
fn put_aside(path: &Path, now: Moment) -> io::Result<PathBuf> {
    let stamp = Moment { offset_min: 0, ..now }.local().format("%Y%m%dT%H%M%SZ");
    let base = format!("{}.unreadable-{stamp}", path.display());
    let numbered = (2..10_000).map(|n| format!("{base}-{n}"));
    let free = std::iter::once(base.clone()).chain(numbered).find(|p| fs::symlink_metadata(p).is_err());
    let aside = PathBuf::from(free.ok_or(io::ErrorKind::AlreadyExists)?);
    fs::rename(path, &aside)?;
    if let Some(dir) = path.parent() {
        files::sync_dir(dir);
    }
    Ok(aside)
}

/// Removes what a killed program left half written. That one stays is no reason to fail.
fn sweep(dir: &Path) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let is_plain = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_plain && entry.file_name().to_str().is_some_and(is_leftover) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// A file of ours that never got its name, of this version or of the first, which named them `.tmp` and six letters.
fn is_leftover(name: &str) -> bool {
    let first = name.strip_prefix(".tmp");
    name == ASIDE
        || first.is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests;
