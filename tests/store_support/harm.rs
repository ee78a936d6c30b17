//! A small book with everything that ever was in it, and the ways to damage its files.

use super::{Records, apply, at, client, long_request, open_with, options, renamed, task};
use fastrand::Rng;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use syndeo::domain::{Change, IdGenerator, Record, Ref};
use syndeo::store::{Disk, Store as _, silence_caught_panics};

/// Every version of every record.
pub type Ever = BTreeMap<Ref, Vec<Record>>;

/// A small book: three segments and more, one backup in the midst, a session after it; what it holds, and held.
pub fn small_book(dir: &Path) -> (Records, Ever) {
    silence_caught_panics();
    let home = tempfile::tempdir().unwrap();
    let mut records = Records::new();
    let mut ever = Ever::new();
    let mut save = |disk: &mut Disk, records: &mut Records, change: Change| {
        for record in change.edits.iter().filter_map(|e| e.after.clone()) {
            ever.entry(record.id()).or_default().push(record);
        }
        disk.save(&change).unwrap();
        apply(records, &change);
    };
    let mut id_generator = IdGenerator::new([8; 16]);
    let mut n = 0;
    for session in 0..3 {
        let (mut disk, ..) = open_with(home.path(), options(), n).unwrap();
        for _ in 0..12 {
            n += 1;
            let a = client(&mut id_generator, n, &format!("client {n}"));
            save(&mut disk, &mut records, Change::new(format!("add {n}"), at(n)).with(None, Some(a.clone())));
            n += 1;
            let b = renamed(&a, &format!("client {n}, renamed"));
            let t = task(&mut id_generator, n, "call", a.id());
            let change = Change::new(format!("edit {n}"), at(n)).with(Some(a), Some(b)).with(None, Some(t));
            save(&mut disk, &mut records, change);
        }
        n += 1;
        let long = long_request(&mut id_generator, n, 9_000);
        save(&mut disk, &mut records, Change::new("long", at(n)).with(None, Some(long.clone())));
        n += 1;
        save(&mut disk, &mut records, Change::new("erase", at(n)).with(Some(long), None));
        if session == 1 {
            disk.backup(at(n)).unwrap();
        }
        disk.close().unwrap();
        if session == 2 {
            // As a killed program leaves it: sled wrote no snapshot, and damage to what it wrote last makes it panic.
            copy(home.path(), dir);
        }
    }
    (records, ever)
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

pub fn files_in(dir: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_in(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// The files of the journal that hold changes.
pub fn segments_in(dir: &Path) -> Vec<PathBuf> {
    let all = files_in(&dir.join("journal"));
    all.into_iter().filter(|p| p.extension().is_some_and(|e| e == "jnl")).collect()
}

#[derive(Clone, Copy, Debug)]
pub enum Harm {
    Flip,
    Zero,
    Cut,
    Head,
    Remove,
    Empty,
}

pub const HARMS: [Harm; 6] = [Harm::Flip, Harm::Zero, Harm::Cut, Harm::Head, Harm::Remove, Harm::Empty];

/// A place in a file that holds something: sled's are mostly empty.
pub fn used(bytes: &[u8], rng: &mut Rng) -> usize {
    let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] != 0).collect();
    rng.choice(places).unwrap_or(0)
}

pub fn harm(path: &Path, how: Harm, rng: &mut Rng) {
    let mut bytes = fs::read(path).unwrap();
    let len = bytes.len();
    match how {
        Harm::Remove => return fs::remove_file(path).unwrap(),
        Harm::Empty => bytes.clear(),
        _ if len == 0 => bytes.push(7),
        Harm::Flip => {
            let at = used(&bytes, rng);
            bytes[at] ^= 1 << rng.u8(..8);
        }
        Harm::Zero => {
            let from = used(&bytes, rng);
            let to = (from + 4096).min(len);
            bytes[from..to].fill(0);
        }
        Harm::Cut => bytes.truncate(rng.usize(..len)),
        Harm::Head => bytes[..len.min(8)].fill(0xA5),
    }
    fs::write(path, bytes).unwrap();
}

/// A book whose database and journal went different ways: `change` keeps a captured line at each call.
pub fn of_two_ways(book: &Path, beside: &Path, mut change: impl FnMut(&str)) {
    let (common, theirs) = (beside.join("common"), beside.join("theirs"));
    copy(book, &common);
    change("call Aegean: one");
    fs::rename(book, &theirs).unwrap();
    fs::rename(&common, book).unwrap();
    change("call Aegean: two");
    fs::remove_dir_all(book.join("sled")).unwrap();
    copy(&theirs.join("sled"), &book.join("sled"));
}
