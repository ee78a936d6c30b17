//! `syndeo person erase`: says what goes, asks, does it, and proves it.

use super::told::{belonging, by_record, name, record, when};
use super::{Erase, alike, also, found};
use crate::cli::book::{self, Desk};
use crate::cli::out::{Out, Stop, ask, progress};
use crate::domain::person::{ERASED, Erasing};
use crate::domain::{Book, Ref};
use crate::shell::person::Finder;
use crate::shell::{calendar, log};
use crate::store::{self, BookLock, Place, Proof, StoreError, Traces, prove};
use crate::words;
use std::fs;
use std::path::{Path, PathBuf};

/// How many places of a sort are told one by one, while there are more.
const TOLD: usize = 60;

/// Erases a person.
///
/// # Errors
/// When nobody is found, nobody said yes, it cannot be done, or something of them is left.
pub(super) fn run(out: &mut Out, dir: &Path, args: &Erase) -> Result<(), Stop> {
    let mut desk = Desk::open(dir, "person erase", false)?;
    if let Some(why) = &desk.opened.read_only {
        return Err(StoreError::ReadOnly(why.clone()).into());
    }
    let (who, mut traces) = found(&mut desk, &args.who.join(" "))?;
    traces.erasing.also = also::read(&args.also, &traces)?;
    let own = desk.book.get_with_deleted(who).cloned();
    let erasing = traces.erasing.clone();
    let finder = Finder::new(&erasing, own.as_ref(), desk.now);
    preview(out, dir, &desk.book, who, &traces, &finder)?;
    out.flush()?;
    if !args.yes && ask("Erase all of this for good?") != Some(true) {
        desk.close(out)?;
        return Err(Stop::NotDone("nothing was changed; --yes erases them without asking".into()));
    }
    progress("writing the book anew ...");
    outside(&desk, &erasing)?;
    let now = desk.now;
    desk.disk.erase(&erasing, &mut |path| finder.fate(dir, path), now)?;
    out.done("the person is erased");
    drop(desk);
    progress("looking through every file ...");
    proved(out, dir, &erasing, &finder)
}

/// What is not in the folder of the book: the log, and the calendar that is kept fresh.
fn outside(desk: &Desk, erasing: &Erasing) -> Result<(), Stop> {
    for path in logs() {
        let taken = log::take_out(&path, |line| erasing.person.is_in(line));
        taken.map_err(|error| {
            Stop::NotDone(format!("nothing was changed: {} cannot be written: {error}", path.display()))
        })?;
    }
    if calendar::is_kept() {
        let left = Book::of(desk.book.everything().filter_map(|record| erasing.record(record)));
        calendar::refresh(&left, desk.now).map_err(Stop::NotDone)?;
    }
    Ok(())
}

fn logs() -> Vec<PathBuf> {
    book::log_place().map(|path| log::files_of(&path).to_vec()).unwrap_or_default()
}

/// Looks through everything and says so.
fn proved(out: &mut Out, dir: &Path, erasing: &Erasing, finder: &Finder<'_>) -> Result<(), Stop> {
    let claim = BookLock::look(dir)?;
    let mut proof: Proof = prove(dir, erasing, &mut |path| finder.is_read(path))?;
    for path in logs().into_iter().chain(calendar::place()).filter(|path| path.is_file()) {
        proof.files += 1;
        if store::holds(&path, &erasing.person, &mut proof.bytes)? {
            proof.left.push(store::Left { path, what: "a name, an address or a number of theirs".into() });
        }
    }
    let report = store::check(dir)?;
    drop(claim);
    let own = erasing.person.own().len();
    out.line(&format!(
        "Looked through: {} files, {} KiB as they lie and unpacked, {} changes, {} records.",
        proof.files,
        proof.bytes.div_ceil(1024),
        proof.changes,
        proof.records
    ))?;
    if !report.is_well() {
        report.findings.iter().try_for_each(|one| out.line(&format!("{}: {}", one.part.name(), one.what)))?;
        return Err(Stop::NotDone(
            "they are erased, but something else is wrong with the book: see above".into(),
        ));
    }
    if proof.left.is_empty() {
        return out.line(&format!(
            "Erased. No file of the book holds an id of theirs, or any of the {own} names, addresses and numbers that are \
             theirs alone."
        ));
    }
    for left in &proof.left {
        out.line(&format!("{} still holds {}", left.path.display(), left.what))?;
    }
    Err(Stop::NotDone("they are erased from the book, but not from these files: see above".into()))
}

/// Says what goes and what stays.
fn preview(
    out: &mut Out,
    dir: &Path,
    book: &Book,
    who: Ref,
    traces: &Traces,
    finder: &Finder<'_>,
) -> Result<(), Stop> {
    let person = &traces.erasing.person;
    out.line(&format!(
        "{}: erased for good, with no way back; undo and backups cannot bring them back.",
        name(book, who, traces)
    ))?;
    out.line("What goes:")?;
    let versions = traces.history.len();
    out.line(&format!("  the record, with {versions} change{} of it in the history", plural(versions)))?;
    list(out, &belonging(traces).iter().map(|id| record(book, *id)).collect::<Vec<_>>())?;
    out.line(&format!("  known by: {}", some(&person.own())))?;
    out.line("What loses the link to them, and nothing else:")?;
    let links = by_record(&traces.links).into_iter().map(|(of, places)| {
        let fields: Vec<String> =
            places.iter().map(|place| format!("{}{}", place.field.label, when(place))).collect();
        format!("{}: {}", record(book, of), fields.join(", "))
    });
    list(out, &links.collect::<Vec<_>>())?;
    out.line(&format!("Where a name, an address or a number becomes {ERASED}:"))?;
    let mention = |place: &Place| {
        format!("{}, {}{}: {}", record(book, place.of), place.field.label, when(place), place.excerpt)
    };
    list(out, &traces.mentions.iter().filter(|p| p.is_sure).map(mention).collect::<Vec<_>>())?;
    everywhere(out, dir, traces, finder)?;
    let perhaps: Vec<&Place> = traces.mentions.iter().filter(|place| !place.is_sure).collect();
    if !perhaps.is_empty() {
        let takes = |place: &Place| {
            let also = &traces.erasing.also;
            also.all || also.places.contains(&(place.of, place.field.name.to_owned()))
        };
        out.line("What may be them or somebody else; it is left, unless --also says ID:field, or all:")?;
        let told = |place: &&Place| {
            let mark = if takes(place) { "goes" } else { "left" };
            format!("{mark}  {}  {}", also::written(place), mention(place))
        };
        list(out, &perhaps.iter().map(told).collect::<Vec<_>>())?;
    }
    for (text, others) in person.shared() {
        let others: Vec<String> = others.iter().map(|id| record(book, *id)).collect();
        out.line(&format!("{text} stays theirs who bear it as well: {}", some(&others)))?;
    }
    let same = alike(book, who);
    if !same.is_empty() {
        let names: Vec<String> = same.iter().map(|id| format!("{} ({})", record(book, *id), id.id)).collect();
        out.line(&format!("May be the same person, and stays: {}", some(&names)))?;
    }
    elsewhere(out, dir, finder)
}

/// What goes elsewhere in the folder, and beside it.
fn everywhere(out: &mut Out, dir: &Path, traces: &Traces, finder: &Finder<'_>) -> Result<(), Stop> {
    out.line("Everywhere else:")?;
    let mut lines = vec![format!(
        "changes of the history that name them: {}; all of it is written anew, and the book gets a new id",
        traces.changes
    )];
    let backups = traces.backups.len();
    lines.push(format!("backups that hold them: {backups}; all are written anew without them"));
    lines.extend(traces.unreadable.iter().map(|name| format!("goes, as it cannot be read: backups/{name}")));
    let drafts = finder.drafts(dir).len();
    if drafts > 0 {
        lines.push(format!("drafts of forms that name them: {drafts}"));
    }
    let files = finder.files(dir, &super::document::NO_FILES)?;
    lines.extend(files.iter().map(|path| format!("goes, as it names them: {}", path.display())));
    let aside = store::set_aside(dir)?;
    lines.extend(aside.iter().map(|name| format!("goes, as nobody can say what is in it: {name}")));
    let copies = store::copies(dir);
    lines.extend(copies.iter().map(|path| format!("goes, a copy of the whole book: {}", path.display())));
    for path in logs() {
        let count = fs::read_to_string(&path)
            .map_or(0, |text| text.lines().filter(|line| traces.erasing.person.is_in(line)).count());
        lines.extend((count > 0).then(|| format!("lines of the log that go: {count} of {}", path.display())));
    }
    if calendar::is_kept() {
        lines.push("the calendar that is kept fresh is written anew".into());
    }
    list(out, &lines)
}

/// Files beside the book that name them: nobody can say whose they are.
fn elsewhere(out: &mut Out, dir: &Path, finder: &Finder<'_>) -> Result<(), Stop> {
    let whole = fs::canonicalize(dir).map_err(StoreError::io("find the book", dir))?;
    let Some(parent) = whole.parent() else { return Ok(()) };
    let entries = fs::read_dir(parent).into_iter().flatten().flatten().take(1_000);
    // Of these it is said above what becomes of them.
    let own: Vec<PathBuf> = logs().into_iter().chain(calendar::place()).collect();
    let mut found = vec![];
    for entry in entries {
        let small = entry.metadata().is_ok_and(|meta| meta.is_file() && meta.len() < 16 * 1024 * 1024);
        // What cannot be read is not the book's.
        if small && !own.contains(&entry.path()) && finder.is_in(&entry.path()).unwrap_or(false) {
            found.push(entry.path().display().to_string());
        }
    }
    if !found.is_empty() {
        found.sort();
        out.line("Beside the book, and none of it; these stay, look at them yourself:")?;
        list(out, &found)?;
    }
    out.line(
        "Not reached: files you wrote elsewhere, copies of the folder, other devices, and what the medium keeps of removed files.",
    )
}

fn list(out: &mut Out, lines: &[String]) -> Result<(), Stop> {
    for line in lines.iter().take(TOLD) {
        out.line(&format!("  {line}"))?;
    }
    if lines.is_empty() {
        out.line(&format!("  {}", words::person::none()))?;
    }
    match lines.len().saturating_sub(TOLD) {
        0 => Ok(()),
        more => out.line(&format!("  and {more} more; syndeo person export tells all")),
    }
}

fn some(all: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = all.iter().map(AsRef::as_ref).collect();
    if names.is_empty() { "nothing of their own".into() } else { names.join(", ") }
}

const fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
