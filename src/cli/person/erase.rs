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
use crate::words::cli::person as said;
use crate::words::store::of_erasing;
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
    if !args.yes && ask(said::erase_it()) != Some(true) {
        desk.close(out)?;
        return Err(Stop::NotDone(said::not_erased().into()));
    }
    progress(said::writing_anew());
    outside(&desk, &erasing)?;
    let now = desk.now;
    desk.disk.erase(&erasing, &mut |path| finder.fate(dir, path), now)?;
    out.done(said::is_erased());
    drop(desk);
    progress(said::through_files());
    proved(out, dir, &erasing, &finder)
}

/// What is not in the folder of the book: the log, and the calendar that is kept fresh.
fn outside(desk: &Desk, erasing: &Erasing) -> Result<(), Stop> {
    for path in logs() {
        let taken = log::take_out(&path, |line| erasing.person.is_in(line));
        taken.map_err(|error| Stop::NotDone(said::log_not_written(path.display(), error)))?;
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
            proof.left.push(store::Left { path, what: of_erasing::a_mark_outside().into() });
        }
    }
    let report = store::check(dir)?;
    drop(claim);
    let own = erasing.person.own().len();
    out.line(&said::looked_through(proof.files, proof.bytes.div_ceil(1024), proof.changes, proof.records))?;
    if !report.is_well() {
        report.findings.iter().try_for_each(|one| out.line(&format!("{}: {}", one.part.name(), one.what)))?;
        return Err(Stop::NotDone(said::erased_but_unwell().into()));
    }
    if proof.left.is_empty() {
        return out.line(&said::erased(own));
    }
    for left in &proof.left {
        out.line(&said::still_holds(left.path.display(), &left.what))?;
    }
    Err(Stop::NotDone(said::not_from_all().into()))
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
    out.line(&said::for_good(name(book, who, traces)))?;
    out.line(said::what_goes())?;
    out.line(&format!("  {}", said::its_record(traces.history.len())))?;
    list(out, &belonging(traces).iter().map(|id| record(book, *id)).collect::<Vec<_>>())?;
    out.line(&format!("  {}", said::known_by(some(&person.own()))))?;
    out.line(said::loses_link())?;
    let links = by_record(&traces.links).into_iter().map(|(of, places)| {
        let fields: Vec<String> =
            places.iter().map(|place| format!("{}{}", words::field(place.field), when(place))).collect();
        format!("{}: {}", record(book, of), fields.join(", "))
    });
    list(out, &links.collect::<Vec<_>>())?;
    out.line(&said::becomes(ERASED))?;
    let mention = |place: &Place| {
        format!("{}, {}{}: {}", record(book, place.of), words::field(place.field), when(place), place.excerpt)
    };
    list(out, &traces.mentions.iter().filter(|p| p.is_sure).map(mention).collect::<Vec<_>>())?;
    everywhere(out, dir, traces, finder)?;
    let perhaps: Vec<&Place> = traces.mentions.iter().filter(|place| !place.is_sure).collect();
    if !perhaps.is_empty() {
        let takes = |place: &Place| {
            let also = &traces.erasing.also;
            also.all || also.places.contains(&(place.of, place.field.name.to_owned()))
        };
        out.line(said::perhaps())?;
        let told = |place: &&Place| {
            let mark = if takes(place) { said::goes() } else { said::left() };
            format!("{mark}  {}  {}", also::written(place), mention(place))
        };
        list(out, &perhaps.iter().map(told).collect::<Vec<_>>())?;
    }
    for (text, others) in person.shared() {
        let others: Vec<String> = others.iter().map(|id| record(book, *id)).collect();
        out.line(&said::shared(text, some(&others)))?;
    }
    let same = alike(book, who);
    if !same.is_empty() {
        let names: Vec<String> = same.iter().map(|id| format!("{} ({})", record(book, *id), id.id)).collect();
        out.line(&said::alike(some(&names)))?;
    }
    elsewhere(out, dir, finder)
}

/// What goes elsewhere in the folder, and beside it.
fn everywhere(out: &mut Out, dir: &Path, traces: &Traces, finder: &Finder<'_>) -> Result<(), Stop> {
    out.line(said::everywhere())?;
    let mut lines = vec![said::changes_naming(traces.changes)];
    lines.push(said::backups_holding(traces.backups.len()));
    lines.extend(traces.unreadable.iter().map(said::unreadable));
    let drafts = finder.drafts(dir).len();
    if drafts > 0 {
        lines.push(said::drafts_naming(drafts));
    }
    let files = finder.files(dir, &super::document::NO_FILES)?;
    lines.extend(files.iter().map(|path| said::file_naming(path.display())));
    let aside = store::set_aside(dir)?;
    lines.extend(aside.iter().map(said::set_aside));
    let copies = store::copies(dir);
    lines.extend(copies.iter().map(|path| said::a_copy(path.display())));
    for path in logs() {
        let count = fs::read_to_string(&path)
            .map_or(0, |text| text.lines().filter(|line| traces.erasing.person.is_in(line)).count());
        lines.extend((count > 0).then(|| said::lines_of_log(count, path.display())));
    }
    if calendar::is_kept() {
        lines.push(said::calendar_anew().into());
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
        out.line(said::beside())?;
        list(out, &found)?;
    }
    out.line(said::not_reached())
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
        more => out.line(&format!("  {}", said::and_more(more))),
    }
}

fn some(all: &[impl AsRef<str>]) -> String {
    let names: Vec<&str> = all.iter().map(AsRef::as_ref).collect();
    if names.is_empty() { said::nothing_own().into() } else { names.join(", ") }
}
