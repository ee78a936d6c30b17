//! A book that is kept in memory only: for tests of the rest of the program, and as the plain statement of what a
//! store does.

use super::precondition::{self, Held};
use super::undo_stack::{self, UndoStack};
use super::{Backup, Entry, Opened, Saved, Store, StoreError, Told};
use crate::domain::{Change, Edit, Moment, Record, Ref};
use std::collections::BTreeMap;

/// A book in memory. Its records are gone with it.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    records: BTreeMap<Ref, Record>,
    done: Vec<Change>,
    line: UndoStack,
    last_number: u32,
    backups: Vec<Backup>,
}

impl Memory {
    /// A book with these records in it.
    pub fn of(records: impl IntoIterator<Item = Record>) -> Self {
        let records: BTreeMap<Ref, Record> = records.into_iter().map(|r| (r.id(), r)).collect();
        let last_number = records.values().filter_map(Record::number).max().unwrap_or(0);
        Self { records, last_number, ..Self::default() }
    }

    /// Every record, those in the bin among them.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// What a book on disk tells when it is opened.
    pub fn opened(&self) -> Opened {
        Opened {
            last_number: self.last_number,
            undo: self.line.undo().cloned(),
            redo: self.line.redo().cloned(),
            ..Opened::default()
        }
    }

    fn change(&self, seq: u64) -> Option<Change> {
        let at = usize::try_from(seq).ok()?.checked_sub(1)?;
        self.done.get(at).cloned()
    }
}

impl Store for Memory {
    fn save(&mut self, change: &Change) -> Result<Saved, StoreError> {
        precondition::check(&change.edits, |id| {
            self.records.get(&id).cloned().map_or(Held::Nothing, |r| Held::Record(Box::new(r)))
        })?;
        for edit in &change.edits {
            match (&edit.after, edit.id()) {
                (Some(record), Some(id)) => {
                    self.last_number = self.last_number.max(record.number().unwrap_or(0));
                    self.records.insert(id, record.clone());
                }
                (None, Some(id)) => {
                    self.records.remove(&id);
                }
                (_, None) => {}
            }
        }
        self.done.push(change.clone());
        let seq = self.done.len() as u64;
        self.line.note(seq, change.role, &change.action, change.at);
        Ok(Saved { seq, undo: self.line.undo().cloned(), redo: self.line.redo().cloned(), warning: None })
    }

    fn next_step(&mut self, back: bool, now: Moment) -> Result<Option<Change>, StoreError> {
        let Some(seq) = self.line.next(back).map(|d| d.seq) else { return Ok(None) };
        Ok(self.change(seq).map(|done| undo_stack::step(done, seq, back, now)))
    }

    fn history(&mut self, of: &[Ref], most: usize) -> Result<Vec<Entry>, StoreError> {
        let touches = |e: &Edit| of.is_empty() || e.id().is_some_and(|id| of.contains(&id));
        let entries = self.done.iter().enumerate().rev();
        let entries =
            entries.filter(|(_, change)| of.is_empty() || change.edits.iter().any(touches)).take(most);
        let entry = |(i, change): (usize, &Change)| {
            let edits = change.edits.iter().filter(|e| touches(e)).cloned().collect();
            let change = Change { action: change.action.clone(), edits, ..*change };
            Entry { seq: i as u64 + 1, stamp: None, change }
        };
        Ok(entries.map(entry).collect())
    }

    fn backup(&mut self, now: Moment) -> Result<Backup, StoreError> {
        let seq = self.done.len() as u64;
        let name = format!("memory-{}-{seq}", self.backups.len());
        let backup = Backup { name, at: now, seq, records: self.records.len() as u64, bytes: 0 };
        self.backups.push(backup.clone());
        Ok(backup)
    }

    fn begin_backup(&mut self, now: Moment, told: Told) -> Result<(), StoreError> {
        told(self.backup(now));
        Ok(())
    }

    fn is_backup_due(&self, now: Moment) -> bool {
        let seq = self.done.len() as u64;
        seq > 0 && !self.backups.iter().any(|b| b.at.date() == now.date() || b.seq == seq)
    }

    fn close(&mut self) -> Result<(), StoreError> {
        Ok(())
    }
}
