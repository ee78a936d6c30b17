//! A log for whoever looks for what happened: when the desk and commands began and ended, what was mended, what failed.
//! Nothing of what is in the book. A log that cannot be written disturbs nobody.

use super::{clock, files};
use crate::domain::Moment;
use crate::domain::text::clean;
use crate::store::{Opened, StoreError};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Bytes after which a new file is begun. One older file is kept.
const MOST: u64 = 512 * 1024;
/// No line is longer.
const LONGEST: usize = 1_000;

static PLACE: OnceLock<PathBuf> = OnceLock::new();

/// From now on what happens is written to the end of this file. Without this call no log is kept.
pub fn keep_in(path: &Path) {
    if let Some(folder) = path.parent() {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        // What cannot be made cannot be written to, either.
        let _ = builder.create(folder);
    }
    let _ = PLACE.set(path.to_owned());
}

/// Writes a line. It must hold nothing of what is in the book.
pub fn note(words: &str) {
    if let Some(path) = PLACE.get() {
        let _ = append(path, &line(clock::now(), words));
    }
}

/// The files of a log that is kept at `path`: the newer one and the older one.
pub fn files_of(path: &Path) -> [PathBuf; 2] {
    let mut older = path.as_os_str().to_owned();
    older.push(".1");
    [path.to_owned(), older.into()]
}

/// Takes lines out of a log for good: how many. The file is written aside and takes the place of the old one.
///
/// # Errors
/// When it cannot be read or written.
pub fn take_out(path: &Path, goes: impl Fn(&str) -> bool) -> io::Result<usize> {
    let text = match fs::read(path) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(e) => return Err(e),
    };
    let count = text.lines().filter(|line| goes(line)).count();
    if count > 0 {
        let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut file = tempfile::Builder::new().prefix(".syndeo-log-").tempfile_in(dir)?;
        for line in text.lines().filter(|line| !goes(line)) {
            writeln!(file, "{line}")?;
        }
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error)?;
    }
    Ok(count)
}

/// What failed, and why.
pub fn failed(what: &str, error: &StoreError) {
    note(&format!("{what}: {}", without_contents(error)));
}

/// That a book was opened, how long it took, and what was told about it; that it can only be read is told where it was to
/// be `written`.
pub fn opened(opened: &Opened, written: bool, began: Moment) {
    let told = opened.news.iter().chain(&opened.notes);
    told.for_each(|news| note(&format!("on opening: {}", without_names(news))));
    if let Some(why) = opened.read_only.as_ref().filter(|_| written) {
        note(&format!("the book can only be read: {why}"));
    }
    note(&format!("the book was opened in {} ms", since(began)));
}

/// What is told, without what stands in quotation marks: that is the name of a record.
fn without_names(news: &str) -> String {
    let mut parts = news.split('\u{201c}');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |told, part| {
        told + "\u{2026}" + part.split_once('\u{201d}').map_or("", |(_, rest)| rest)
    })
}

/// Milliseconds from a moment until now.
pub fn since(began: Moment) -> i64 {
    clock::now().utc_ms.saturating_sub(began.utc_ms).max(0)
}

/// An error in words that hold nothing of what is in the book.
pub fn without_contents(error: &StoreError) -> String {
    match error {
        StoreError::Conflict(_) => "a record was changed in the meantime".into(),
        StoreError::TooLarge(_) => "a change is larger than the store takes at once".into(),
        other => other.to_string(),
    }
}

/// One line: when, which process, what.
fn line(at: Moment, words: &str) -> String {
    let words = clean(words);
    let mut end = LONGEST.min(words.len());
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    let more = if end < words.len() { "…" } else { "" };
    format!("{} [{}] {}{more}\n", at.to_rfc3339(), std::process::id(), &words[..end])
}

fn append(path: &Path, line: &str) -> io::Result<()> {
    let mut file = open(path)?;
    if file.metadata()?.len() >= MOST {
        rotate(&file, path)?;
        file = open(path)?;
    }
    // In one piece: other processes write to the same file.
    file.write_all(line.as_bytes())
}

fn open(path: &Path) -> io::Result<File> {
    let file = files::private().append(true).create(true).open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Gives a full file the name of the older one. Of several processes that find it full, one does.
fn rotate(full: &File, path: &Path) -> io::Result<()> {
    // Whoever finds it locked goes on in the full file: nobody waits for a log.
    if full.try_lock().is_err() {
        return Ok(());
    }
    if fs::symlink_metadata(path)?.len() >= MOST {
        let [_, older] = files_of(path);
        fs::rename(path, older)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Moment {
        Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
    }

    #[test]
    fn a_line_is_one_line_of_bounded_length() {
        let id = std::process::id();
        let head = format!("2026-11-24T10:00:00.000+02:00 [{id}] ");
        assert_eq!(line(now(), "list ended with 0"), format!("{head}list ended with 0\n"));
        assert_eq!(line(now(), "a\nb\u{1b}[2J\u{202e}"), format!("{head}a b\u{fffd}[2J\u{fffd}\n"));
        let long = line(now(), &"ω".repeat(5_000));
        assert!(long.ends_with("ω…\n") && long.len() <= head.len() + LONGEST + "…\n".len());
        assert!(line(now(), &"x".repeat(LONGEST)).ends_with("x\n"));
    }

    #[test]
    fn a_full_log_begins_anew_and_one_older_is_kept() {
        let dir = tempfile::tempdir().unwrap();
        let (path, older) = (dir.path().join("log"), dir.path().join("log.1"));
        for n in 0..3_000 {
            append(&path, &line(now(), &format!("{n} {}", "x".repeat(900)))).unwrap();
        }
        let size = |path: &Path| fs::metadata(path).unwrap().len();
        assert!(size(&path) < MOST + 2_000 && (MOST..MOST + 2_000).contains(&size(&older)));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
        assert!(
            fs::read_to_string(&path).unwrap().contains(" 2999 x"),
            "the newest line is in the newer file"
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn many_that_write_at_once_lose_no_line() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("log");
        // Just short of full, so that they all come upon the turn.
        fs::write(&path, vec![b'x'; usize::try_from(MOST).unwrap() - 100]).unwrap();
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let path = &path;
                scope.spawn(move || {
                    for n in 0..50 {
                        append(path, &line(now(), &format!("line {thread}-{n};"))).unwrap();
                    }
                });
            }
        });
        let text =
            fs::read_to_string(dir.path().join("log.1")).unwrap() + &fs::read_to_string(&path).unwrap();
        let lost = (0..8).flat_map(|t| (0..50).map(move |n| format!("line {t}-{n};")));
        assert_eq!(lost.filter(|line| !text.contains(line)).collect::<Vec<_>>(), [""; 0]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_pipes_are_not_written_to() {
        let dir = tempfile::tempdir().unwrap();
        let (path, victim) = (dir.path().join("log"), dir.path().join("victim"));
        fs::write(&victim, "").unwrap();
        std::os::unix::fs::symlink(&victim, &path).unwrap();
        assert!(append(&path, "x\n").is_err());
        assert_eq!(fs::read_to_string(&victim).unwrap(), "");
        fs::remove_file(&path).unwrap();
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
        assert!(append(&path, "x\n").is_err(), "nobody reads it");
    }

    #[test]
    fn a_record_in_an_error_is_not_named() {
        let words = without_contents(&StoreError::Conflict("the client Aegean Foods".into()));
        assert!(!words.contains("Aegean"), "{words}");
    }
}
