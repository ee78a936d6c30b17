//! `syndeo person export`.

use super::document::{self, Held};
use super::{Export, alike, found};
use crate::cli::book::Desk;
use crate::cli::file;
use crate::cli::out::{Out, Stop, tell};
use crate::shell::person::Finder;
use crate::words::Lang;
use crate::words::cli::{moving, person};
use std::path::Path;

/// Writes out what the book holds about a person.
///
/// # Errors
/// When nobody is found, the book cannot be read, or the file cannot be written.
pub(super) fn run(out: &mut Out, dir: &Path, args: &Export) -> Result<(), Stop> {
    let mut desk = Desk::look(dir)?;
    let (who, traces) = found(&mut desk, &args.who.join(" "))?;
    let finder = Finder::new(&traces.erasing, desk.book.get_with_deleted(who), desk.now);
    let held = Held {
        book: &desk.book,
        now: desk.now,
        who,
        traces: &traces,
        drafts: finder.drafts(dir),
        files: finder.files(dir, &document::NO_FILES)?,
        alike: alike(&desk.book, who),
    };
    // A person reads the document; what a program reads is the same in each language.
    let json = || Lang::En.within(|| held.json());
    let is_json =
        args.json || args.out.as_ref().is_some_and(|path| path.extension().is_some_and(|e| e == "json"));
    match &args.out {
        Some(path) => {
            let text = if is_json { format!("{:#}\n", json()) } else { held.text() };
            file::write(path, text.as_bytes(), args.force, moving::force_writes_over())?;
            out.done(moving::file_is_written());
            tell(&person::written_to(path.display(), held.name()));
        }
        None if is_json => out.json(&json())?,
        None => held.text().lines().try_for_each(|line| out.line(line))?,
    }
    desk.close(out)
}
