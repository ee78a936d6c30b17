//! The last way to read a book: from the newest backup and the journal into memory, where nothing at all can be written.

use super::{Opening, in_words};
use crate::domain::{Record, Ref};
use crate::store::disk::{Engine, journal_dir};
use crate::store::frames::change_in;
use crate::store::{Loading, StoreError, backup, journal};
use crate::words::store::at_opening;
use std::collections::BTreeMap;
use std::io;

impl Opening<'_> {
    /// Reads everything that backup and journal tell, and hands it over. `refused` is why there is no database.
    pub(super) fn in_memory(&mut self, refused: &io::Error) -> Result<Engine, StoreError> {
        let mut records: BTreeMap<Ref, Record> = BTreeMap::new();
        let base = self.choose_base()?;
        if let Some(from) = &base.backup {
            backup::each_record(from, |record| {
                records.insert(record.id(), record);
                Ok(())
            })?;
        }
        journal::each_frame(&journal_dir(&self.dir), self.book, base.seq(), |frame| {
            for edit in change_in(frame)?.edits {
                match (edit.id(), edit.after) {
                    (Some(id), Some(record)) => drop(records.insert(id, record)),
                    (Some(id), None) => drop(records.remove(&id)),
                    (None, _) => {}
                }
            }
            Ok(())
        })?;
        let words = in_words(refused);
        self.news.push(at_opening::read_from_backups(&words, base.reach));
        (self.sink)(Loading::StartOver);
        (self.sink)(Loading::Batch(records.into_values().collect()));
        Ok(Engine::Broken { since: std::collections::HashMap::new(), why: words })
    }
}
