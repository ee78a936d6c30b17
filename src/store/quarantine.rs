//! What is kept of a damaged book: a copy before something is given up, and what was set aside while it was mended.

use super::{StoreError, files};
use crate::domain::Moment;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// From how many times of mending what was set aside is kept, of each kind.
const TIMES: usize = 3;
/// What marks it in a name, before the time: in the folder of the book, and in that of the journal.
const MARKS: [(&str, &str); 4] =
    [("", ".bad-"), ("journal", ".damaged-"), ("journal", ".cut-"), ("journal", ".other-")];
/// What marks a copy of the whole book in its name, before the time.
const COPIES: [&str; 2] = [".before-repair-", ".format-1-"];
/// As long as the time in a name.
const STAMP: usize = "20261123T233000Z".len();

/// Copies the whole folder of a book beside itself, as `book.before-repair-<time>`, and waits until it is on the
/// medium. Lock the book first (see [`super::BookLock::look`]).
///
/// # Errors
/// When there is no room for it, or the folder cannot be read. Then there is no copy.
pub fn copy_aside(dir: &Path, now: Moment) -> Result<PathBuf, StoreError> {
    // A name such as `.` has nothing beside it.
    let dir = fs::canonicalize(dir).map_err(StoreError::io("find the book", dir))?;
    remove_parts(&dir);
    let copy = files::aside(&dir, "before-repair", now);
    copy_whole(&dir, &copy)?;
    Ok(copy)
}

/// Copies a folder to a new place and waits until it is on the medium: whole, or not at all. What bears the name of a
/// copy that is not whole yet may be another's, and is left alone.
///
/// # Errors
/// When there is no room for it, or the folder cannot be read. Then there is no copy.
pub(super) fn copy_whole(dir: &Path, copy: &Path) -> Result<(), StoreError> {
    let part = files::unused(files::with_end(copy, PART));
    let made = files::copy_dir(dir, &part)
        .and_then(|()| files::sync_tree(&part))
        .and_then(|()| fs::rename(&part, copy));
    if let Err(e) = made {
        let _ = fs::remove_dir_all(&part);
        return Err(StoreError::io("copy the book", copy)(e));
    }
    if let Some(parent) = copy.parent() {
        files::sync_dir(parent);
    }
    Ok(())
}

/// Gives the database at `place` another name, which is returned; `None` when there is none.
///
/// # Errors
/// When the medium refuses.
pub(super) fn set_database_aside(place: &Path, now: Moment) -> Result<Option<String>, StoreError> {
    if fs::symlink_metadata(place).is_err() {
        return Ok(None);
    }
    let aside = files::aside(place, "bad", now);
    fs::rename(place, &aside).map_err(StoreError::io("set aside the database", place))?;
    Ok(Some(files::name_of(&aside)))
}

/// Ends the name of a copy that is not whole yet.
const PART: &str = ".part";

/// Removes copies of the book in `dir` that were cut short. That one stays is no reason to fail.
pub(super) fn remove_parts(dir: &Path) {
    let (Some(parent), name) = (dir.parent(), files::name_of(dir)) else { return };
    let names = files::names(parent).unwrap_or_default();
    let ours = |n: &&String| {
        let copy = n.strip_prefix(&name).and_then(|rest| rest.split_once(PART));
        copy.is_some_and(|(copy, _)| COPIES.iter().any(|m| copy.starts_with(m) && time_in(copy, m).is_some()))
    };
    names.iter().filter(ours).for_each(|n| drop(fs::remove_dir_all(parent.join(n))));
}

/// The copies of the whole book in `dir` that were made beside it before it was mended or turned over, whole or not.
pub fn copies(dir: &Path) -> Vec<PathBuf> {
    let Ok(dir) = fs::canonicalize(dir) else { return vec![] };
    let (Some(parent), name) = (dir.parent(), files::name_of(&dir)) else { return vec![] };
    let is_copy = |other: &&String| {
        let rest = other.strip_prefix(&name);
        let rest = rest.map(|rest| rest.split_once(PART).map_or(rest, |(copy, _)| copy));
        rest.is_some_and(|rest| COPIES.iter().any(|m| rest.starts_with(m) && time_in(rest, m).is_some()))
    };
    files::names(parent).unwrap_or_default().iter().filter(is_copy).map(|n| parent.join(n)).collect()
}

/// Removes what was set aside long ago: of each kind, what was set aside the last few times stays. Call it only when
/// the book is well and has a fresh backup. That something stays longer than it had to is no reason to fail.
pub fn thin_out(dir: &Path) {
    for (folder, mark) in MARKS {
        let folder = dir.join(folder);
        let all: Vec<(String, String)> = files::names(&folder)
            .unwrap_or_default()
            .into_iter()
            .filter_map(|name| Some((time_in(&name, mark)?.to_owned(), name)))
            .collect();
        let times: BTreeSet<&str> = all.iter().map(|(time, _)| time.as_str()).collect();
        let Some(oldest) = times.iter().rev().nth(TIMES - 1) else { continue };
        for (_, name) in all.iter().filter(|(time, _)| time.as_str() < *oldest) {
            let path = folder.join(name);
            let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        }
    }
}

/// The time in the name of something that was set aside, `journal.jnl.cut-20261123T233000Z-2`.
fn time_in<'a>(name: &'a str, mark: &str) -> Option<&'a str> {
    let (_, rest) = name.rsplit_once(mark)?;
    let time = rest.get(..STAMP)?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let (day, clock) = time.strip_suffix('Z')?.split_once('T')?;
    let numbered = rest.len() == STAMP || rest[STAMP..].strip_prefix('-').is_some_and(digits);
    (day.len() == 8 && digits(day) && digits(clock) && numbered).then_some(time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_set_aside_the_last_three_times_stays() {
        let dir = tempfile::tempdir().unwrap();
        let journal = dir.path().join("journal");
        fs::create_dir(&journal).unwrap();
        for day in 1..6 {
            let bad = dir.path().join(format!("sled.bad-2026110{day}T101500Z"));
            fs::create_dir(&bad).unwrap();
            fs::write(bad.join("db"), "x").unwrap();
            for name in ["1.jnl", "2.jnl"] {
                fs::write(journal.join(format!("{name}.damaged-2026110{day}T101500Z")), "x").unwrap();
            }
        }
        fs::write(journal.join("1.jnl.cut-20260101T000000Z"), "x").unwrap();
        fs::write(journal.join("1.jnl.cut-20260101T000000Z-2"), "x").unwrap();
        for other in ["sled.bad-mine", "sled", "FORMAT"] {
            fs::write(dir.path().join(other), "x").unwrap();
        }
        thin_out(dir.path());
        let of = |names: Vec<String>, mark: &str| names.iter().filter(|n| n.contains(mark)).count();
        let names = || files::names(dir.path()).unwrap();
        assert_eq!((of(names(), ".bad-2"), of(names(), "bad-mine"), names().len()), (3, 1, 7));
        assert!(!names().contains(&"sled.bad-20261102T101500Z".to_owned()));
        let kept = files::names(&journal).unwrap();
        assert_eq!((of(kept.clone(), ".damaged-"), of(kept, ".cut-")), (6, 2));
    }

    #[test]
    fn a_copy_stands_beside_the_book_and_is_whole() {
        let dir = tempfile::tempdir().unwrap();
        let book = dir.path().join("book");
        fs::create_dir_all(book.join("journal")).unwrap();
        fs::write(book.join("journal").join("last"), "1").unwrap();
        let now = Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap();
        let copy = copy_aside(&book.join("journal").join(".."), now).unwrap();
        assert_eq!(files::name_of(&copy), "book.before-repair-20261124T080000Z");
        assert_eq!(fs::read_to_string(copy.join("journal").join("last")).unwrap(), "1");
        assert_ne!(copy_aside(&book, now).unwrap(), copy, "an earlier copy is not written over");
    }

    #[test]
    fn a_copy_that_was_cut_short_goes_and_what_is_not_of_the_book_stays() {
        let dir = tempfile::tempdir().unwrap();
        let book = dir.path().join("book");
        fs::create_dir(&book).unwrap();
        fs::write(book.join("FORMAT"), "2").unwrap();
        let now = Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap();
        let half = ["book.before-repair-20261124T080000Z", "book.format-1-20261124T080000Z-2"];
        let gone = [format!("{}.part", half[0]), format!("{}.part-2", half[1])];
        let mine = [
            "book.part",
            "book.mine.part",
            "book.before-repair-mine.part",
            "books.before-repair-20261124T080000Z.part",
        ];
        for name in gone.iter().map(String::as_str).chain(mine) {
            fs::create_dir(dir.path().join(name)).unwrap();
        }
        // In the very second in which the one before was cut short.
        let copy = copy_aside(&book, now).unwrap();
        assert_eq!(files::name_of(&copy), half[0]);
        assert!(gone.iter().all(|name| !dir.path().join(name).exists()));
        assert!(mine.iter().all(|name| dir.path().join(name).exists()));
        // A place that bears the name of a half copy is somebody's.
        copy_whole(&book, &dir.path().join("new")).unwrap();
        fs::create_dir(dir.path().join("newer.part")).unwrap();
        copy_whole(&book, &dir.path().join("newer")).unwrap();
        assert!(dir.path().join("newer/FORMAT").exists() && dir.path().join("newer.part").exists());
        assert!(copy_whole(&dir.path().join("nothing"), &dir.path().join("newest")).is_err());
        assert!(files::names(dir.path()).unwrap().iter().all(|name| !name.starts_with("newest")));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_folder_whose_name_is_no_text_is_copied_as_any_other() {
        use std::os::unix::ffi::OsStrExt as _;
        let dir = tempfile::tempdir().unwrap();
        let book = dir.path().join(std::ffi::OsStr::from_bytes(b"b\xff")).join("book");
        fs::create_dir_all(&book).unwrap();
        fs::write(book.join("FORMAT"), "2").unwrap();
        let now = Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap();
        assert!(copy_aside(&book, now).unwrap().join("FORMAT").exists());
    }
}
