//! The folder `inbox` of a book: files that a person or a program dropped there are read, and put away once they are kept.
//! What is no plain file of a sensible size is refused: whoever may write there may not make the program wait or fill the
//! memory.

use super::files;
use crate::app::{Dropped, Found, InboxItem, Tone};
use crate::domain::capture::{read, records};
use crate::domain::text::{clean, clean_lines};
use crate::domain::{Book, IdGenerator, Moment, Record, Type, Value};
use crate::exchange::{Differing, Import, Opened, edits_of};
use crate::words;
use crate::words::capture::{Sayer, becomes};
use crate::words::outside::of_inbox;
use std::collections::HashSet;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use uuid::Uuid;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 16 * 1024 * 1024;
/// The most files that are offered at once; the others follow when these are kept.
const MOST: usize = 200;
/// The most lines of a text that are captured.
const LINES: usize = 200;
/// The most files of one name that are put away.
const NAMES: u32 = 10_000;
/// The most records and notes that are told of one file.
const TOLD: usize = 40;
/// What stands before the hash of a file among the names in other systems of what was captured from it.
const PREFIX: &str = "inbox:";

/// The folder that is looked into.
pub fn folder(dir: &Path) -> PathBuf {
    dir.join("inbox")
}

fn kept(dir: &Path) -> PathBuf {
    folder(dir).join("kept")
}

/// How many files lie there.
pub fn count(dir: &Path) -> usize {
    names(dir).map_or(0, |names| names.len().min(MOST))
}

/// The names of the files in the folder; of what is hidden or half written nothing is said, nor of folders.
fn names(dir: &Path) -> io::Result<Vec<String>> {
    let place = folder(dir);
    match fs::symlink_metadata(&place) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => return Err(io::Error::other(of_inbox::no_folder())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        Err(error) => return Err(error),
    }
    let mut names: Vec<String> = vec![];
    for entry in fs::read_dir(&place)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_folder = entry.file_type().is_ok_and(|of| of.is_dir());
        if !is_folder && !is_half(&name) {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

/// Whether a name is that of a file that is hidden, or still being written.
fn is_half(name: &str) -> bool {
    name.starts_with(['.', '~'])
        || name.ends_with('~')
        || [".part", ".tmp", ".crdownload", ".partial", ".swp"].iter().any(|end| name.ends_with(end))
}

/// Every file in the folder, read against a book.
///
/// # Errors
/// When the folder cannot be read, in words for people.
pub fn items(dir: &Path, book: &Book, now: Moment) -> Result<Vec<InboxItem>, String> {
    let wrong = |error: io::Error| of_inbox::inbox_unreadable(folder(dir).display(), &error);
    let known = known(book);
    let mut seen = HashSet::new();
    let names = names(dir).map_err(wrong)?;
    let item = |name: String| {
        let mut item = item(dir, name, book, &known, now);
        // Of two that hold the same, one is enough.
        if !item.file.hash.is_empty() && !seen.insert(item.file.hash.clone()) && item.found != Found::Refused
        {
            item = as_known(item.file, of_inbox::same_as_another());
        }
        item
    };
    Ok(names.into_iter().take(MOST).map(item).collect())
}

/// The hashes of the files that lines of the book were captured from.
fn known(book: &Book) -> HashSet<String> {
    let mut out = HashSet::new();
    for record in book.everything() {
        if let Ok(Value::Words(names)) = record.get("external") {
            out.extend(names.iter().filter_map(|name| name.strip_prefix(PREFIX)).map(str::to_owned));
        }
    }
    out
}

fn item(dir: &Path, name: String, book: &Book, known: &HashSet<String>, now: Moment) -> InboxItem {
    let (bytes, written) = match contents(&folder(dir).join(&name)) {
        Ok((bytes, written)) => (bytes, earlier(written, now)),
        Err(why) => return refused(Dropped { name, hash: String::new() }, &why),
    };
    let hash = hash(&bytes);
    let file = Dropped { name, hash };
    if known.contains(&file.hash) || was_kept(dir, &bytes) {
        return as_known(file, of_inbox::was_kept());
    }
    let ending = Path::new(&file.name).extension().map(|end| end.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("txt") => lines(file, &bytes, book, (written, now)),
        Some("eml" | "vcf" | "ics") => imported(file, &bytes, book, now),
        _ => refused(file, of_inbox::unknown_ending()),
    }
}

fn refused(file: Dropped, why: &str) -> InboxItem {
    let told = vec![(of_inbox::not_taken_mark(why), Tone::Warning)];
    InboxItem { file, summary: of_inbox::not_taken(why), told, doubts: 0, found: Found::Refused }
}

fn as_known(file: Dropped, why: &str) -> InboxItem {
    let told = vec![(of_inbox::put_away_only(why), Tone::Muted)];
    InboxItem { file, summary: why.to_owned(), told, doubts: 0, found: Found::Known }
}

/// What is in a plain file of a sensible size; links are not followed, and nothing is waited for.
fn contents(path: &Path) -> Result<(Vec<u8>, Option<SystemTime>), String> {
    let found = fs::symlink_metadata(path).map_err(|error| files::why(&error))?;
    if found.file_type().is_symlink() {
        return Err(of_inbox::it_is_a_link().into());
    }
    if !found.is_file() {
        return Err(of_inbox::it_is_no_plain().into());
    }
    let large = || of_inbox::it_is_larger(LARGEST / 1024 / 1024);
    if found.len() > LARGEST {
        return Err(large());
    }
    let file = files::private().read(true).open(path).map_err(|error| files::why(&error))?;
    // It may be another one by now.
    if !file.metadata().is_ok_and(|now| now.is_file()) {
        return Err(of_inbox::it_is_no_plain().into());
    }
    let mut bytes = vec![];
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| files::why(&error))?;
    if bytes.len() as u64 > LARGEST { Err(large()) } else { Ok((bytes, found.modified().ok())) }
}

/// The moment at which a file was written, as far as it lies behind now.
fn earlier(written: Option<SystemTime>, now: Moment) -> Moment {
    let since = written.and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
    let utc_ms = since.and_then(|since| i64::try_from(since.as_millis()).ok());
    utc_ms.filter(|ms| *ms < now.utc_ms).map_or(now, |utc_ms| Moment { utc_ms, ..now })
}

/// Half of the BLAKE3 hash, which nobody finds a second text for.
fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().chars().take(32).collect()
}

/// Whether the same lies among what was kept.
fn was_kept(dir: &Path, bytes: &[u8]) -> bool {
    let Ok(entries) = fs::read_dir(kept(dir)) else { return false };
    let same_size = |path: &PathBuf| {
        fs::symlink_metadata(path).is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
    };
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path()).filter(same_size);
    paths.into_iter().any(|path| contents(&path).is_ok_and(|(kept, _)| kept == bytes))
}

/// A line each is captured, as of the moment it was written: "tomorrow" is the day after that.
fn lines(file: Dropped, bytes: &[u8], book: &Book, (written, now): (Moment, Moment)) -> InboxItem {
    let Ok(text) = std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)) else {
        return refused(file, of_inbox::no_utf8());
    };
    let text = clean_lines(text);
    let all: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if all.is_empty() {
        return refused(file, of_inbox::no_line());
    }
    if all.len() > LINES {
        return refused(file, &of_inbox::too_many_lines(all.len(), LINES));
    }
    let mut ids = IdGenerator::new(Uuid::new_v4().into_bytes());
    let (mut made, mut told, mut doubts, mut kinds) = (vec![], vec![], 0, vec![]);
    if written.date() != now.date() {
        let day = words::dates::show(written.date(), now.date());
        told.push((of_inbox::read_as_of(&day), Tone::Accent));
    }
    for line in &all {
        let reading = read(line, book, written);
        let sayer = Sayer { line, book, today: now.date() };
        told.push((format!("{}: {line}", becomes(&reading)), Tone::Plain));
        told.extend(
            reading.doubts.iter().map(|doubt| (format!("  ! {}", sayer.doubt(doubt)), Tone::Warning)),
        );
        doubts += reading.doubts.len();
        kinds.push(becomes(&reading));
        made.extend(records(&reading, &mut ids, written, book));
    }
    for record in &mut made {
        name(record, &file.hash);
    }
    kinds.dedup();
    let lines = if all.len() == 1 { of_inbox::one_line().to_owned() } else { of_inbox::lines(all.len()) };
    InboxItem {
        summary: format!("{lines}: {}", kinds.join(", ")),
        file,
        told,
        doubts,
        found: Found::Lines(made),
    }
}

/// Notes in a record which file it was captured from.
fn name(record: &mut Record, hash: &str) {
    let named = record.kind().field("external").is_some_and(|field| matches!(field.kind, Type::Words));
    if named {
        // The field takes words, by the table.
        let _ = record.set("external", Value::Words(vec![format!("{PREFIX}{hash}")]));
    }
}

/// Mails, cards and events, as an import takes them.
fn imported(file: Dropped, bytes: &[u8], book: &Book, now: Moment) -> InboxItem {
    let mut ids = IdGenerator::new(Uuid::new_v4().into_bytes());
    let read = Opened::read(bytes).and_then(|opened| opened.against(book, &mut ids, now, Differing::Keep));
    let import = match read {
        Ok(import) => import,
        Err(error) => return refused(file, &clean(&error.to_string())),
    };
    let told = told(&import, book);
    let doubts = import.refused.len() + import.kept;
    if import.records.is_empty() {
        let mut item = if import.refused.is_empty() {
            as_known(file, of_inbox::brings_nothing())
        } else {
            refused(file, of_inbox::nothing_to_take())
        };
        item.told.extend(told);
        return item;
    }
    let summary = summary(&import);
    let edits = edits_of(vec![import]).collect();
    InboxItem { file, summary, told, doubts, found: Found::Records(edits) }
}

/// "Mail: 2 new, 1 not taken": of what there is none, nothing is said.
fn summary(import: &Import) -> String {
    let counts = [
        (import.new, of_inbox::new()),
        (import.changed, of_inbox::changed()),
        (import.same, of_inbox::as_before()),
    ];
    let counts = counts.into_iter().chain([
        (import.refused.len(), of_inbox::were_not_taken()),
        (import.kept, of_inbox::kept_as_in_book()),
    ]);
    let some = counts.filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    format!("{}: {}", words::exchange::source(import.source), some.collect::<Vec<_>>().join(", "))
}

/// What a file would bring: each record, what is not taken, and what else is worth knowing.
fn told(import: &Import, book: &Book) -> Vec<(String, Tone)> {
    let mut out: Vec<(String, Tone)> = vec![];
    for (before, after) in import.records.iter().take(TOLD) {
        let what = if before.is_some() { of_inbox::changes() } else { of_inbox::is_new() };
        let kind = match &after {
            Record::Interaction(touch) => words::chosen(touch.touch),
            other => words::kind(other.kind()),
        };
        out.push((format!("{what} {kind}: {}", book.title_of(&after)), Tone::Plain));
    }
    let more = import.records.len().saturating_sub(TOLD);
    out.extend((more > 0).then(|| (of_inbox::and_more(more), Tone::Muted)));
    out.extend(import.refused.iter().take(TOLD).map(|row| (format!("! {row}"), Tone::Warning)));
    out.extend(
        import.notes.iter().take(TOLD).map(|note| (clean(&note.to_string()).into_owned(), Tone::Muted)),
    );
    out
}

/// Puts a file that was kept into the folder `kept`, when it still holds what was kept.
///
/// # Errors
/// When it cannot be, or holds something else by now; in words for people.
pub fn put_away(dir: &Path, file: &Dropped) -> Result<(), String> {
    let from = folder(dir).join(&file.name);
    if hash(&contents(&from)?.0) != file.hash {
        return Err(of_inbox::something_else().into());
    }
    let to = kept(dir);
    fs::create_dir_all(&to).map_err(|error| files::why(&error))?;
    let path = (1..=NAMES)
        .map(|nth| to.join(numbered(&file.name, nth)))
        .find(|path| fs::symlink_metadata(path).is_err());
    let path = path.ok_or(of_inbox::no_free_name())?;
    fs::rename(&from, path).map_err(|error| files::why(&error))?;
    files::sync_dir(&to);
    files::sync_dir(&folder(dir));
    Ok(())
}

/// "call.txt", "call-2.txt".
fn numbered(name: &str, nth: u32) -> String {
    match name.rsplit_once('.') {
        _ if nth == 1 => name.to_owned(),
        Some((stem, end)) => format!("{stem}-{nth}.{end}"),
        None => format!("{name}-{nth}"),
    }
}
