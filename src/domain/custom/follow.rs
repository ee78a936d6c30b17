//! What bears the name of a definition is called otherwise along with it, in the same change.

use super::is_called;
use crate::domain::{Book, Change, CustomField, Edit, Kind, Record, Role, Verb};

/// A name that was given up for another one.
struct Renamed<'a> {
    kind: Kind,
    from: &'a str,
    to: &'a str,
}

/// Takes what stands in the records along, in a change that is new work and calls a definition otherwise. `book` is as it
/// was before the change. What comes back from elsewhere has its own names.
pub fn follow(book: &Book, change: &mut Change) {
    if change.role != Role::Do || matches!(change.action.verb, Verb::Restore | Verb::BringBack) {
        return;
    }
    let definitions: Vec<(CustomField, CustomField)> = change.edits.iter().filter_map(definitions).collect();
    let renamed: Vec<Renamed<'_>> = definitions.iter().filter_map(renamed).collect();
    if renamed.is_empty() {
        return;
    }
    for edit in &mut change.edits {
        if let Some(after) = edit.after.as_mut().filter(|_| edit.before.is_some()) {
            rename(after, &renamed);
        }
    }
    let known = |record: &Record| change.edits.iter().any(|edit| edit.id() == Some(record.id()));
    // What lies in the bin comes back under the name that holds by then.
    let others = book.everything().filter(|record| renamed.iter().any(|one| one.kind == record.kind()));
    let others = others.filter(|record| !record.pairs().is_empty() && !known(record)).filter_map(|before| {
        let mut after = before.clone();
        rename(&mut after, &renamed).then(|| Edit { before: Some(before.clone()), after: Some(after) })
    });
    let others: Vec<Edit> = others.collect();
    change.edits.extend(others);
}

/// A definition as it was and as it is.
fn definitions(edit: &Edit) -> Option<(CustomField, CustomField)> {
    let of =
        |record: &Option<Record>| record.as_ref().filter(|r| !r.is_gone()).and_then(CustomField::of).cloned();
    Some((of(&edit.before)?, of(&edit.after)?))
}

fn renamed((before, after): &(CustomField, CustomField)) -> Option<Renamed<'_>> {
    let same = before.of == after.of && before.name != after.name;
    same.then_some(Renamed { kind: after.of.kind(), from: &before.name, to: &after.name })
}

/// Calls the pairs of a record as they are called now; whether any was called otherwise.
fn rename(record: &mut Record, renamed: &[Renamed<'_>]) -> bool {
    let kind = record.kind();
    let mut any = false;
    for pair in record.pairs_mut().into_iter().flatten() {
        let found = renamed.iter().find(|one| one.kind == kind && is_called(&pair.label, one.from));
        if let Some(one) = found.filter(|one| pair.label != one.to) {
            one.to.clone_into(&mut pair.label);
            any = true;
        }
    }
    any
}
