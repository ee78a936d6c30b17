//! The days that clients were promised before their history was kept, as the journal has them.

use super::log;
use crate::app::Msg;
use crate::domain::{Change, Edit, Record, Ref, days_of_history};
use crate::store::Store;
use crate::words;
use std::collections::HashMap;

/// Reads the journal once for all of these records.
pub fn read(store: &mut dyn Store, records: &[Record]) -> Msg {
    let ids: Vec<Ref> = records.iter().map(Record::id).collect();
    let entries = match store.history(&ids, usize::MAX) {
        Ok(entries) => entries,
        Err(error) => {
            log::failed("the days of promises could not be read from the journal", &error);
            return Msg::Failed(words::shell::no_first_days(&error));
        }
    };
    let mut of: HashMap<Ref, Vec<(&Change, &str)>> = HashMap::new();
    for entry in entries.iter().rev() {
        let author = entry.stamp.as_ref().map_or("", |stamp| stamp.author.as_str());
        for id in entry.change.edits.iter().filter_map(Edit::id) {
            of.entry(id).or_default().push((&entry.change, author));
        }
    }
    let days = |record: &Record| {
        let changes = of.get(&record.id()).map_or(&[][..], Vec::as_slice);
        (record.id(), days_of_history(record, changes.iter().copied()))
    };
    Msg::PromisedDays(records.iter().map(days).collect())
}
