//! Files that may be meant by what is typed so far: those of the folder that is typed, or the newest where people's files lie.

use super::mails::{is_folder_of_mail, is_mailbox};
use super::place;
use crate::app::FileFound;
use crate::shell::files;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The endings of files that can be read.
const ENDINGS: [&str; 13] =
    ["csv", "tsv", "txt", "xlsx", "xlsm", "ods", "vcf", "ics", "eml", "mbox", "json", "jsonl", "ndjson"];
/// The most that are offered.
const MOST: usize = 50;

/// What may be meant: with nothing typed, the newest files of the folder one is in and of the one for downloads; else what
/// begins so, folders first, then by name. Names that are no text are left out: they cannot be typed.
pub fn look(typed: &str) -> Vec<FileFound> {
    if typed.trim().is_empty() {
        let home = files::home().map(|home| home.join("Downloads"));
        let mut found: Vec<FileFound> = [std::env::current_dir().ok(), home]
            .into_iter()
            .flatten()
            .flat_map(|dir| inside(&dir, ""))
            .collect();
        found.retain(|file| !file.is_folder || file.is_mail);
        found.sort_by(|a, b| b.written_ms.cmp(&a.written_ms).then_with(|| a.path.cmp(&b.path)));
        found.dedup_by(|a, b| a.path == b.path);
        found.truncate(MOST);
        return found;
    }
    let path = place(typed);
    let is_inside = typed.ends_with('/') || typed.trim() == "~";
    let (dir, begins) = if is_inside {
        (path, String::new())
    } else {
        let dir = path
            .parent()
            .filter(|dir| !dir.as_os_str().is_empty())
            .map_or_else(|| PathBuf::from("."), Path::to_path_buf);
        (dir, path.file_name().unwrap_or_default().to_string_lossy().to_lowercase())
    };
    let mut found = inside(&dir, &begins);
    found.sort_by(|a, b| {
        b.is_folder.cmp(&a.is_folder).then_with(|| a.path.to_lowercase().cmp(&b.path.to_lowercase()))
    });
    found.truncate(MOST);
    found
}

/// The files that can be read and the folders of a folder whose names begin so. What is hidden is meant only when it is typed.
fn inside(dir: &Path, begins: &str) -> Vec<FileFound> {
    let Ok(entries) = fs::read_dir(dir) else { return vec![] };
    let mut out = vec![];
    for entry in entries.flatten() {
        let Ok(name) = entry.file_name().into_string() else { continue };
        let shown =
            name.to_lowercase().starts_with(begins) && (!name.starts_with('.') || begins.starts_with('.'));
        // A link is what it leads to.
        let Some(about) = fs::metadata(entry.path()).ok().filter(|_| shown) else { continue };
        let ending = Path::new(&name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
        // Mailboxes are called as their folders of mail are, without an ending.
        let is_known = match ending {
            Some(ending) => ENDINGS.contains(&ending.as_str()),
            None => about.is_file() && is_mailbox(&entry.path()),
        };
        if about.is_dir() || about.is_file() && is_known {
            let since = about.modified().ok().and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
            let written_ms = since.and_then(|since| i64::try_from(since.as_millis()).ok()).unwrap_or(0);
            let end = if about.is_dir() { "/" } else { "" };
            let path = dir.strip_prefix("./").unwrap_or(dir).join(name);
            let path = path.strip_prefix(".").unwrap_or(&path);
            out.push(FileFound {
                path: format!("{}{end}", path.display()),
                is_folder: about.is_dir(),
                is_mail: about.is_dir() && is_folder_of_mail(&entry.path()),
                written_ms,
            });
        }
    }
    out
}
