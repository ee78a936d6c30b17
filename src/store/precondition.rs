//! Whether a change fits the book: what it says was there must be there.

use super::StoreError;
use super::stored::encode_record;
use crate::domain::{Edit, Record, Ref};
use crate::words::store::of_medium;
use std::collections::HashMap;

/// What the book holds of a record.
#[derive(Clone, Debug)]
pub enum Held {
    /// This.
    Record(Box<Record>),
    /// It has no such record.
    Nothing,
    /// It cannot be said: the live database is broken, and the record was not touched since.
    Unknown,
}

/// Compares the `before` of each edit with what `held` tells; later edits of a record follow earlier ones.
///
/// # Errors
/// [`StoreError::Conflict`] for the first that does not fit.
pub fn check(edits: &[Edit], held: impl Fn(Ref) -> Held) -> Result<(), StoreError> {
    let mut changed: HashMap<Ref, Option<&Record>> = HashMap::new();
    for edit in edits {
        let Some(id) = edit.id() else { continue };
        if edit.before.as_ref().is_some_and(|before| before.id() != id) {
            return Err(StoreError::Conflict(of_medium::edit_of_two().into()));
        }
        let fits = if let Some(now) = changed.get(&id) {
            same(*now, edit.before.as_ref())
        } else {
            match held(id) {
                Held::Record(now) => same(edit.before.as_ref(), Some(&now)),
                Held::Nothing => edit.before.is_none(),
                Held::Unknown => true,
            }
        };
        if !fits {
            return Err(StoreError::Conflict(name(edit.before.as_ref().or(edit.after.as_ref()), id)));
        }
        changed.insert(id, edit.after.as_ref());
    }
    Ok(())
}

/// Whether two records are the same on disk: a field of a later version that the user has set since is gone there,
/// while the record in memory still carries what it was.
fn same(a: Option<&Record>, b: Option<&Record>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a == b || (a.id() == b.id() && encode_record(a) == encode_record(b)),
        (None, None) => true,
        _ => false,
    }
}

fn name(record: Option<&Record>, id: Ref) -> String {
    let title = record.map(Record::title).unwrap_or_default();
    of_medium::record_called(crate::words::kind(id.kind), &title).trim_end().to_owned()
}
