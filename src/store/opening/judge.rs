//! What of a folder fits together. Numbers say how far a file reaches; the id and the hashes say whether it is of this
//! book, and of this branch of it. Opening and `check` judge by the same words.

use crate::store::backup::Candidate;
use crate::store::chain::{BookId, Tip};
use crate::store::db::State;
use crate::store::files;
use crate::store::journal::Scan;
use crate::words::store::at_opening;

/// Why the files of a folder cannot all be of one book, in words for people; none when they can.
pub fn conflicts(
    book: Option<BookId>,
    scan: &Scan,
    backups: &[Candidate],
    live: Option<&State>,
) -> Vec<String> {
    let mut found = of_journal(book, scan);
    if let Some(state) = live {
        found.extend(of_database(book, scan, state));
    }
    for candidate in backups {
        found.extend(of_backup(book, scan, candidate, live));
    }
    found
}

fn of_journal(book: Option<BookId>, scan: &Scan) -> Vec<String> {
    let mut found = vec![];
    for place in &scan.foreign {
        found.push(at_opening::journal_of_another(files::name_of(&place.path)));
    }
    if let Some(seq) = scan.fork {
        found.push(at_opening::journal_forks(seq));
    }
    let marked = scan.marked;
    if marked.book.zip(book).is_some_and(|(theirs, own)| theirs != own) {
        found.push(at_opening::last_of_another().into());
    } else if !scan.hash_of(marked.seq).agrees(marked.hash) {
        found.push(at_opening::last_tells_another(marked.seq));
    }
    found
}

fn of_database(book: Option<BookId>, scan: &Scan, state: &State) -> Option<String> {
    if is_of_another(book, state) {
        return Some(at_opening::database_of_another().into());
    }
    let seq = scan.differs(&state.tip)?;
    Some(at_opening::database_forks(seq))
}

/// Whether a database says that it is of another book.
pub fn is_of_another(book: Option<BookId>, state: &State) -> bool {
    state.book.zip(book).is_some_and(|(theirs, own)| theirs != own)
}

fn of_backup(
    book: Option<BookId>,
    scan: &Scan,
    candidate: &Candidate,
    live: Option<&State>,
) -> Option<String> {
    let name = &candidate.backup.name;
    if !candidate.may_be_of(book) {
        return Some(at_opening::backup_of_another(name));
    }
    let tip = candidate.manifest.tip();
    let seq = scan.differs(&tip).or_else(|| differ(&live?.tip, &tip))?;
    Some(at_opening::backup_forks(name, seq))
}

/// The first change on which two tips differ.
fn differ(a: &Tip, b: &Tip) -> Option<u64> {
    a.known().find(|(seq, hash)| !b.hash_of(*seq).agrees(*hash)).map(|(seq, _)| seq)
}

/// Whether a backup fits this book and what the journal has of it.
pub fn fits(book: Option<BookId>, scan: &Scan, candidate: &Candidate) -> bool {
    of_backup(book, scan, candidate, None).is_none()
}

/// Whether nothing tells that a backup which reaches beyond the journal goes on from it.
pub fn is_unconnected(scan: &Scan, candidate: &Candidate) -> bool {
    scan.last() > 0 && candidate.backup.seq > scan.last() && !scan.meets(&candidate.manifest.tip())
}

/// How far the files of one book lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// The database and the journal hold everything that anything knows of.
    Whole,
    /// The journal goes on where the database does not lead: it is built anew from a backup, or from the beginning.
    Rebuild,
    /// Something tells of later changes, up to this one, that cannot be reached. The book can only be read.
    Missing(u64),
}

/// What becomes of a database that ends with change `applied`. Only for the sake of the journal is it built anew: that a
/// backup or a mark claims more is told, and nothing is changed for it.
pub fn outlook(book: Option<BookId>, scan: &Scan, backups: &[Candidate], applied: u64) -> Outlook {
    let reach = scan.reach(applied);
    let own = || backups.iter().filter(|c| fits(book, scan, c));
    if reach < scan.last() && own().any(|c| scan.reach(c.backup.seq) > reach) || reach < scan.reach(0) {
        return Outlook::Rebuild;
    }
    let last = farthest(book, scan, backups);
    if reach < last { Outlook::Missing(last) } else { Outlook::Whole }
}

/// The last change that anything of this book knows of.
pub fn farthest(book: Option<BookId>, scan: &Scan, backups: &[Candidate]) -> u64 {
    let own = backups.iter().filter(|c| fits(book, scan, c));
    let marked = scan.marked;
    let marked = if marked.book.is_none() || marked.book == book { marked.seq } else { 0 };
    own.map(|c| c.backup.seq).fold(scan.last().max(marked), u64::max)
}
