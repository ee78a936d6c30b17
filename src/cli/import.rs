//! `syndeo import`.

use super::args;
use super::book::{Desk, id_generator, is_there};
use super::out::{Out, Stop, progress, tell};
use crate::domain::{Book, Kind, Moment};
use crate::exchange::{self, Differing, Import, Opened};
use crate::shell::clock;
use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};

/// What stands below the help of the command.
pub const HELP: &str = "Examples:
  syndeo import companies.csv contacts.csv   one change, companies first; syndeo undo takes it back
  syndeo import contacts.csv --dry-run       only say what it would bring

The same file again changes nothing. A changed row fills in what is empty; where the book has something else, the book
stays and the row is told, unless --overwrite is given. Columns without a field of their own are kept among the record's
custom fields.";

/// How many remarks about a file are printed unless all are asked for.
const REMARKS: usize = 20;

/// Brings files in as one change.
///
/// # Errors
/// When one of the files cannot be read or is not understood: then nothing is brought in. Single bad rows are told.
pub fn run(out: &mut Out, dir: &Path, args: &args::Import) -> Result<(), Stop> {
    let files = files(&args.files)?;
    // A new book is made only when there is something to keep in it.
    let mut desk = match (is_there(dir)?, args.dry_run) {
        (false, _) => None,
        (true, true) => Some(Desk::look(dir)?),
        (true, false) => Some(Desk::open(dir, "import", false)?),
    };
    let mut none = Book::default();
    let now = desk.as_ref().map_or_else(clock::now, |desk| desk.now);
    let book = desk.as_mut().map_or(&mut none, |desk| &mut desk.book);
    let mut imports = read(&files, book, now, args.overwrite)?;
    if desk.is_none() && !args.dry_run && imports.iter().any(|(_, import)| !import.records.is_empty()) {
        let mut made = Desk::open(dir, "import", true)?;
        if !made.book.is_empty() {
            // Another process began the book meanwhile: what is new is asked again, now that nobody else has it.
            imports = read(&files, &mut made.book, now, args.overwrite)?;
        }
        desk = Some(made);
    }
    if !args.json {
        for (path, import) in &imports {
            remarks(path, import, args.verbose);
        }
    }
    let told: Vec<(PathBuf, String, Json)> =
        imports.iter().map(|(path, import)| (path.clone(), import.words(), report(path, import))).collect();
    let change = exchange::change_of(imports.into_iter().map(|(_, import)| import).collect(), now);
    let records = change.edits.len();
    let saved = !args.dry_run && records > 0;
    match desk {
        Some(desk) if saved => desk.save(out, change)?,
        Some(desk) => desk.close(out)?,
        None => {}
    }
    if args.json {
        let files: Vec<Json> = told.into_iter().map(|(_, _, json)| json).collect();
        return out.json(&json!({"files": files, "records": records, "saved": saved}));
    }
    for (path, words, _) in told {
        out.line(&format!("{}: {words}", path.display()))?;
    }
    out.line(match (saved, args.dry_run) {
        (true, _) => "Done as one change; syndeo undo takes it back.",
        (_, true) => "Nothing was changed (--dry-run).",
        _ => "There was nothing to change.",
    })
}

/// A file and what is in it.
type File<'a> = (&'a PathBuf, Opened);

/// Reads the files from the medium, companies first: contacts find their clients in the book, whatever the order.
fn files(paths: &[PathBuf]) -> Result<Vec<File<'_>>, Stop> {
    let mut files = vec![];
    for path in paths {
        let named = |e: &dyn std::fmt::Display| Stop::NotDone(format!("{}: {e}", path.display()));
        let bytes = fs::read(path).map_err(|e| named(&e))?;
        files.push((path, Opened::read(&bytes).map_err(|e| named(&e))?));
    }
    files.sort_by_key(|(_, file)| file.kind() != Some(Kind::Client));
    Ok(files)
}

/// What the files would bring into a book, which is as it would be afterwards when this returns.
fn read(
    files: &[File<'_>],
    book: &mut Book,
    now: Moment,
    overwrite: bool,
) -> Result<Vec<(PathBuf, Import)>, Stop> {
    let differing = if overwrite { Differing::Overwrite } else { Differing::Keep };
    let (mut id_generator, mut imports) = (id_generator(), vec![]);
    for (path, file) in files {
        progress(&format!("reading {} ...", path.display()));
        let import = file
            .against(book, &mut id_generator, now, differing)
            .map_err(|e| Stop::NotDone(format!("{}: {e}", path.display())))?;
        book.apply(&import.clone().into_change(now));
        imports.push(((*path).clone(), import));
    }
    Ok(imports)
}

fn remarks(path: &Path, import: &Import, all: bool) {
    let most = if all { usize::MAX } else { REMARKS };
    let refused = import.refused.iter().map(|r| format!("{}: not taken, {r}", path.display()));
    let notes = import.notes.iter().map(|n| format!("{}: {n}", path.display()));
    for (title, lines) in [("rows not taken", refused.collect::<Vec<_>>()), ("remarks", notes.collect())] {
        lines.iter().take(most).for_each(|line| tell(line));
        if lines.len() > most {
            tell(&format!(
                "{}: {} more {title}; --verbose prints them all",
                path.display(),
                lines.len() - most
            ));
        }
    }
}

fn report(path: &Path, import: &Import) -> Json {
    let refused: Vec<Json> =
        import.refused.iter().map(|r| json!({"line": r.line, "reason": r.reason})).collect();
    let notes: Vec<Json> = import.notes.iter().map(|n| json!({"line": n.line, "words": n.words})).collect();
    json!({
        "file": path.to_string_lossy(), "source": import.source, "kind": import.kind.name(), "new": import.new,
        "changed": import.changed, "same": import.same, "kept": import.kept, "refused": refused, "notes": notes,
    })
}
