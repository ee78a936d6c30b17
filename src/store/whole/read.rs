//! Reads a whole book line by line and checks it: its order, its counts, its checksum. One line is in memory at a time.

use super::line::{self, BEGINS, ChangeStart, End, Head, Line, Pair};
use super::{LONGEST, bad, pack};
use crate::domain::{Kind, Moment, Record};
use crate::store::{StoreError, files};
use crate::words::store::of_whole;
use std::collections::BTreeMap;
use std::io::{self, BufRead, Read as _};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A whole book in a file, which was read once and is as it should be.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The file.
    pub path: PathBuf,
    /// When it was written.
    pub at: Moment,
    /// How many records of each kind.
    pub records: BTreeMap<Kind, u64>,
    /// How many changes.
    pub changes: u64,
    /// The last change that the records have in them.
    pub last_change: u64,
    /// The highest short number ever given.
    pub last_number: u32,
}

/// What is read.
pub enum Piece {
    /// A record.
    Record(Box<Record>),
    /// A change begins.
    Change(ChangeStart),
    /// A record of it, before and after.
    Edit(Pair),
}

/// Whether a file begins as a whole book does, packed or not.
pub fn is_one(path: &Path) -> bool {
    let begins = || {
        let mut bytes = vec![];
        pack::unpacked(files::open(path)?)?.take(BEGINS.len() as u64).read_to_end(&mut bytes)?;
        io::Result::Ok(bytes == BEGINS.as_bytes())
    };
    begins().unwrap_or(false)
}

/// Reads a whole book through and says what is in it.
///
/// # Errors
/// When it is not exactly what it says of itself, or of a later version.
pub fn open(path: &Path) -> Result<Whole, StoreError> {
    each(path, |_| Ok(()))
}

impl Whole {
    /// Hands over every record. What was handed over counts only when this returns well.
    ///
    /// # Errors
    /// Those of `take`, and when the file is not what it was.
    pub fn each_record(
        &self,
        mut take: impl FnMut(Record) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let take = |piece| match piece {
            Piece::Record(record) => take(*record),
            Piece::Change(_) | Piece::Edit(_) => Ok(()),
        };
        each(&self.path, take).map(drop)
    }
}

/// Hands over every piece, in order, and says what it was in all.
pub fn each(path: &Path, mut take: impl FnMut(Piece) -> Result<(), StoreError>) -> Result<Whole, StoreError> {
    let file = files::open(path).map_err(StoreError::io("read a book", path))?;
    let mut lines = pack::unpacked(file).map_err(|e| bad(path, e))?;
    let (mut line, mut hash) = (vec![], blake3::Hasher::new());
    let mut reading = Reading::default();
    loop {
        line.clear();
        read_line(&mut lines, &mut line).map_err(|e| bad(path, e))?;
        if line.is_empty() {
            return reading.ended(path).ok_or_else(|| bad(path, of_whole::ends_early()));
        }
        let number = reading.lines + 1;
        let wrong = |what: String| bad(path, of_whole::in_line(number, &what));
        let read = line::read(&line, reading.change).map_err(wrong)?;
        let told = hash.finalize().to_hex();
        hash.update(&line);
        if let Some(piece) = reading.take(read, &told).map_err(wrong)? {
            take(piece)?;
        }
    }
}

/// Reads up to the end of a line, or a byte more than is believed: so much is told from exactly as much. A long line takes
/// little more than itself, where a list that doubles would take it twice.
fn read_line(lines: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<()> {
    let most = LONGEST + 1;
    while line.len() < most {
        let read = match lines.fill_buf() {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let read = &read[..read.len().min(most - line.len())];
        if read.is_empty() {
            break;
        }
        let end = read.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
        let taken = end.unwrap_or(read.len());
        if line.capacity() - line.len() < taken {
            line.reserve_exact(taken.max(line.len() / 8));
        }
        line.extend_from_slice(&read[..taken]);
        lines.consume(taken);
        if end.is_some() {
            break;
        }
    }
    Ok(())
}

/// How far the reading is.
#[derive(Default)]
struct Reading {
    lines: u64,
    head: Option<Head>,
    end: Option<End>,
    records: BTreeMap<Kind, u64>,
    /// The record before, by its place: no two are the same.
    last: Option<(usize, Uuid)>,
    /// The change whose edits are read, and how many are to come.
    change: u64,
    left: u64,
    changes: u64,
}

impl Reading {
    /// Takes in a line; `told` is the checksum of the lines before it.
    fn take(&mut self, line: Line, told: &str) -> Result<Option<Piece>, String> {
        self.lines += 1;
        if self.end.is_some() {
            return Err(of_whole::after_last_line().into());
        }
        if self.left > 0 && !matches!(line, Line::Edit(_)) {
            return Err(of_whole::lacks_edits(self.change, self.left));
        }
        if self.head.is_none() != matches!(line, Line::Head(_)) {
            return Err(of_whole::first_line_says().into());
        }
        Ok(match line {
            Line::Head(head) => {
                self.head = Some(head);
                None
            }
            Line::Record(record) => {
                let kind = record.kind();
                let place = Kind::ALL.iter().position(|k| *k == kind).map(|at| (at, record.id().id));
                if place <= self.last || self.changes > 0 {
                    return Err(of_whole::records_in_order().into());
                }
                self.last = place;
                *self.records.entry(kind).or_default() += 1;
                Some(Piece::Record(record))
            }
            Line::Change(change) => {
                if change.seq <= self.change {
                    return Err(of_whole::numbers_go_up().into());
                }
                (self.change, self.left, self.changes) = (change.seq, change.edits, self.changes + 1);
                Some(Piece::Change(change))
            }
            Line::Edit(pair) => {
                self.left = self.left.checked_sub(1).ok_or(of_whole::more_edits())?;
                if matches!(*pair, (None, None)) {
                    return Err(of_whole::empty_edit().into());
                }
                Some(Piece::Edit(pair))
            }
            Line::End(end) => {
                let should = End { records: self.count(), changes: self.changes, blake3: told.to_owned() };
                if end != should {
                    return Err(of_whole::not_what_it_says().into());
                }
                self.end = Some(end);
                None
            }
        })
    }

    fn count(&self) -> u64 {
        self.records.values().sum()
    }

    /// What it was in all; `None` when the last line is missing.
    fn ended(self, path: &Path) -> Option<Whole> {
        let head = self.head.filter(|_| self.end.is_some())?;
        Some(Whole {
            path: path.to_owned(),
            at: head.moment(),
            records: self.records,
            changes: self.changes,
            last_change: self.change.max(head.last_change),
            last_number: head.last_number,
        })
    }
}
