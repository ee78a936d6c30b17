//! Writes the book anew without somebody: the journal with a chain of its own, the database from nothing, the backups.

use super::forgotten::Forgotten;
use super::others::{self, Fate};
use super::prove::Left;
use crate::domain::person::Erasing;
use crate::domain::{Action, Change, Kind, Moment, Record, Verb};
use crate::store::backup::{self, Candidate, Lines, Manifest};
use crate::store::chain::{BookId, Hash, Tip};
use crate::store::codec::CodecError;
use crate::store::db::{Database, DatabaseError};
use crate::store::disk::{Disk, journal_dir, live_error};
use crate::store::frames::encoded;
use crate::store::journal::{self, Copied, Frame, HighWater};
use crate::store::opening::put;
use crate::store::stored::{Pending, decode_record, encode_record};
use crate::store::{StoreError, files, identity};
use crate::words::store::of_erasing;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Memory for the new database while it is written.
const CACHE: u64 = 32 * 1024 * 1024;
/// How many records are written at a time.
const BATCH: usize = 5_000;

/// Writes everything into `new`, an empty folder of the book.
pub(super) fn build(
    disk: &mut Disk,
    new: &Path,
    erasing: &Erasing,
    fate: &mut dyn FnMut(&Path) -> Result<Fate, StoreError>,
    now: Moment,
) -> Result<(), StoreError> {
    let dir = disk.dir.clone();
    let (own, book) = (disk.writer.book(), BookId::random());
    let old: Vec<Candidate> = backup::all(&dir).into_iter().filter(|c| c.may_be_of(own)).collect();
    let (tip, hashes) = journal(disk, new, book, erasing, &old, now)?;
    database(disk, new, (book, &tip), erasing)?;
    let folder = new.join(backup::FOLDER);
    files::make_dir(&folder)?;
    for from in &old {
        disk.step(&from.path)?;
        rewrite(from, &folder, (book, &hashes), erasing, now)?;
    }
    disk.step(new)?;
    identity::write(new, book)?;
    let mut forgotten = Forgotten::read(&dir)?;
    forgotten.add(&erasing.person);
    forgotten.write(new)?;
    others::copy(&dir, new, erasing, fate, &|path| disk.step(path))
}

/// What is told when something of them would be left.
pub(super) fn still_holds(left: &Left) -> StoreError {
    StoreError::Damaged(of_erasing::would_still_hold(left.path.display(), &left.what))
}

fn cannot(seq: u64) -> impl Fn(CodecError) -> StoreError {
    move |e| journal::not_understood(seq, e)
}

/// The journal, with the erasure as its last change; of the changes that backups end with, the hashes.
fn journal(
    disk: &Disk,
    new: &Path,
    book: BookId,
    erasing: &Erasing,
    backups: &[Candidate],
    now: Moment,
) -> Result<(Tip, BTreeMap<u64, Hash>), StoreError> {
    let (old, folder) = (journal_dir(&disk.dir), journal_dir(new));
    disk.step(&folder)?;
    files::make_dir(&folder)?;
    let mut out = Copied::new(&folder, book);
    let (mut hashes, mut after_part) = (BTreeMap::new(), false);
    journal::every_frame(&old, disk.writer.book(), |frame| {
        let (payload, is_part) = rewritten(frame, erasing, after_part)?;
        after_part = is_part;
        let clock = journal::change_of(frame)?.head.stamp.unwrap_or_default().clock;
        out.put(frame.seq, clock, &payload)?;
        if backups.iter().any(|backup| backup.backup.seq == frame.seq) {
            hashes.insert(frame.seq, out.tip().hash());
        }
        Ok(())
    })?;
    disk.step(&folder)?;
    let stamp = disk.stamp(now);
    let erased = Change::new(Action::on(Verb::Erase, Kind::Contact, ""), now);
    out.put(disk.writer.tip().seq + 1, stamp.clock, &encoded(&erased, &stamp)?)?;
    let tip = out.finish()?;
    let mut mark = HighWater::open(&folder, book);
    mark.set(tip.seq, tip.hash());
    mark.sync();
    let gaps = old.join(journal::GAPS);
    if gaps.is_file() {
        let to = folder.join(journal::GAPS);
        files::copy_part(&gaps, 0, &to).map_err(StoreError::io("write the journal", &to))?;
    }
    Ok((tip, hashes))
}

/// A side of an edit as it is to be: as it lay where nothing of it changes.
fn side<'a>(
    kind: Kind,
    bytes: Option<&'a [u8]>,
    erasing: &Erasing,
) -> Result<Option<Cow<'a, [u8]>>, CodecError> {
    let Some(bytes) = bytes else { return Ok(None) };
    let record = decode_record(kind, bytes)?;
    Ok(match erasing.record(&record) {
        None => None,
        Some(left) if left == record => Some(Cow::Borrowed(bytes)),
        Some(left) => Some(Cow::Owned(encode_record(&left)?)),
    })
}

/// A change without them, and whether it is a part of one that goes on.
fn rewritten<'a>(
    frame: &'a Frame,
    erasing: &Erasing,
    after_part: bool,
) -> Result<(Cow<'a, [u8]>, bool), StoreError> {
    let cannot = cannot(frame.seq);
    let raw = journal::change_of(frame)?;
    let is_part = raw.head.action.verb == Verb::Part;
    let (mut edits, mut near) = (vec![], false);
    for edit in &raw.edits {
        let before = side(edit.kind, edit.before, erasing).map_err(&cannot)?;
        let after = side(edit.kind, edit.after, erasing).map_err(&cannot)?;
        let is_as_it_was = before.as_deref() == edit.before && after.as_deref() == edit.after;
        near |= !is_as_it_was;
        if before.is_some() || after.is_some() {
            edits.push((edit.kind, before, after));
        }
    }
    let head = &raw.head;
    let stamp = head.stamp.clone().unwrap_or_default();
    let mut action = erasing.action(&head.action, near);
    // What tells the parts of one change must go on telling them.
    let is_whole = !is_part && !after_part && head.action.verb != Verb::PartBack;
    if edits.is_empty() && !raw.edits.is_empty() && is_whole {
        action = Action::named(Verb::Erase, "");
    }
    let author = erasing.text(&stamp.author, false).unwrap_or_else(|| stamp.author.clone());
    if !near && action == head.action && author == stamp.author {
        return Ok((Cow::Borrowed(&frame.payload), is_part));
    }
    let stamp = crate::domain::Stamp { author, ..stamp };
    let mut pending =
        Pending::begin(&stamp, &action, (head.at, head.role), edits.len() as u64).map_err(&cannot)?;
    for (kind, before, after) in edits {
        pending.put_bytes(kind.code(), before.as_deref(), after.as_deref()).map_err(&cannot)?;
    }
    Ok((Cow::Owned(pending.payload), is_part))
}

/// The database, made from nothing: no page of it ever held what is gone.
fn database(
    disk: &mut Disk,
    new: &Path,
    (book, tip): (BookId, &Tip),
    erasing: &Erasing,
) -> Result<(), StoreError> {
    let place = new.join("sled");
    disk.step(&place)?;
    files::make_dir(&place)?;
    let failed = |e: DatabaseError| match e {
        DatabaseError::Io(e) => StoreError::io("build the live database", &place)(e),
        other => StoreError::Damaged(of_erasing::not_built(other)),
    };
    let mut live = Database::create(&place, book, CACHE).map_err(failed)?;
    let number = disk.last_number;
    let mut batch: Vec<Record> = vec![];
    let read = disk.each_record(|record| {
        batch.extend(erasing.record(&record));
        if batch.len() == BATCH {
            put(&mut live, tip.seq, &batch, number).map_err(failed)?;
            batch.clear();
        }
        Ok(())
    });
    let made = read.and_then(|()| {
        put(&mut live, tip.seq, &batch, number).map_err(failed)?;
        live.sign(book, tip.clone()).and_then(|()| live.flush()).map_err(|e| live_error(e, &live))
    });
    live.discard();
    made
}

/// A backup of the same moment without them. One that is not what its manifest says goes: nobody can say what is in it.
fn rewrite(
    from: &Candidate,
    folder: &Path,
    (book, hashes): (BookId, &BTreeMap<u64, Hash>),
    erasing: &Erasing,
    now: Moment,
) -> Result<(), StoreError> {
    let path = folder.join(&from.backup.name);
    let doing = || StoreError::io("write a backup", &path);
    let file = files::private().write(true).create_new(true).open(&path).map_err(doing())?;
    let old = &from.manifest;
    let manifest = Manifest { at: old.at.clone(), last_number: old.last_number, ..Manifest::begun(now) };
    let mut lines = Lines::new(file, manifest);
    let read = backup::each_record(from, |record| match erasing.record(&record) {
        Some(left) => lines.put(&left).map_err(doing()),
        None => Ok(()),
    });
    if let Err(StoreError::Damaged(_)) = read {
        drop(lines);
        return fs::remove_file(&path).map_err(doing());
    }
    read?;
    let tip = Tip {
        seq: from.backup.seq,
        clock: old.tip().clock,
        trail: hashes.get(&from.backup.seq).copied().into_iter().collect(),
    };
    backup::write_manifest(&path, lines.finish().map_err(doing())?.of(book, &tip))
}
