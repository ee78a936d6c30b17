//! Changes of more records than one entry of the journal should hold: several entries, of which the last one tells what
//! was done. Undo takes them as one; when the last one never came, the others are taken back at the next opening.

use super::disk::Disk;
use super::frames::{change_in, encoded_edits};
use super::undo_stack::Part;
use super::{Saved, StoreError, journal, precondition};
use crate::domain::{Action, Change, Edit, Moment, Record, Ref, Role, Verb};
use std::collections::HashMap;

/// What comes edit by edit; how much it is is known before.
pub type Coming<'a> = &'a mut dyn ExactSizeIterator<Item = Edit>;

impl Disk {
    /// Keeps new work whose edits come one by one, as one change: no more of them are held than one entry has. `go_on` is
    /// asked before each entry, with the number of records kept so far, and told at the end.
    ///
    /// # Errors
    /// As [`Store::save`](super::Store::save), and [`StoreError::GivenUp`] when it is not to go on: then nothing of it stays.
    pub fn save_all(
        &mut self,
        action: &Action,
        at: Moment,
        edits: Coming,
        go_on: &mut dyn FnMut(usize) -> bool,
    ) -> Result<Saved, StoreError> {
        self.begin_save(at)?;
        let (mut seq, mut warning, mut kept, most) = (0, None, 0, self.part.max(1));
        let all = edits.len().div_ceil(most).max(1);
        for nth in 1..=all {
            let part: Vec<Edit> = edits.take(most).collect();
            let named = if nth < all { Part::action(action.verb, (nth, all), &part) } else { action.clone() };
            let entered = if go_on(kept) {
                let fits = precondition::check(&part, |id| self.held(id));
                fits.and_then(|()| self.enter(&named, (at, Role::Do), &part, &mut warning))
            } else {
                Err(StoreError::GivenUp)
            };
            seq = entered.map_err(|e| self.given_up(e, at))?;
            kept += part.len();
        }
        // It is kept now, whatever is answered.
        go_on(kept);
        Ok(self.saved(seq, warning))
    }

    /// Takes the last change back (`back`), or does again what was taken back, entry by entry: no more of it is held than one
    /// entry has. `told` hears of each edit that was kept. What was done, and `None` when there is nothing.
    ///
    /// # Errors
    /// When it cannot be read or kept: then nothing of it stays.
    pub fn take_step(
        &mut self,
        back: bool,
        now: Moment,
        told: &mut dyn FnMut(&Edit),
    ) -> Result<Option<(Action, Saved)>, StoreError> {
        self.begin_save(now)?;
        let Some((seq, action)) = self.line.next(back).map(|done| (done.seq, done.action.clone())) else {
            return Ok(None);
        };
        let (first, role) = (self.line.first_of(seq), if back { Role::Undo(seq) } else { Role::Redo(seq) });
        let (all, mut last, mut warning) = (seq - first + 1, 0, None);
        for nth in 1..=all {
            let of = if back { seq + 1 - nth } else { first + nth - 1 };
            let place =
                (usize::try_from(nth).unwrap_or(usize::MAX), usize::try_from(all).unwrap_or(usize::MAX));
            let entered = self.entry(of).and_then(|entry| {
                let turned = |edit: Edit| Edit { before: edit.after, after: edit.before };
                let edits: Vec<Edit> =
                    if back { entry.edits.into_iter().rev().map(turned).collect() } else { entry.edits };
                let named = if nth < all { Part::action(action.verb, place, &edits) } else { action.clone() };
                precondition::check(&edits, |id| self.held(id))?;
                let seq = self.enter(&named, (now, role), &edits, &mut warning)?;
                edits.iter().for_each(&mut *told);
                Ok(seq)
            });
            last = entered.map_err(|e| self.given_up(e, now))?;
        }
        Ok(Some((action, self.saved(last, warning))))
    }

    /// Keeps a change, in as many entries as it needs: the number of the last one. Nothing of it stays when one cannot be
    /// kept; where not even that can be written, the next opening sees to it.
    pub(super) fn keep(&mut self, change: &Change, warning: &mut Option<String>) -> Result<u64, StoreError> {
        let parts: Vec<&[Edit]> = change.edits.chunks(self.part.max(1)).collect();
        let when = (change.at, change.role);
        let Some((last, earlier)) = parts.split_last() else {
            return self.enter(&change.action, when, &[], warning);
        };
        for (at, edits) in earlier.iter().enumerate() {
            let action = Part::action(change.action.verb, (at + 1, parts.len()), edits);
            self.enter(&action, when, edits, warning).map_err(|e| self.given_up(e, change.at))?;
        }
        let entered = self.enter(&change.action, when, last, warning);
        entered.map_err(|e| self.given_up(e, change.at))
    }

    /// Takes back what was entered of a change that cannot go on because of `error`.
    fn given_up(&mut self, error: StoreError, now: Moment) -> StoreError {
        // When this fails as well, nothing more is written, and the next opening takes them back.
        let _ = self.take_back_parts(now);
        error
    }

    /// One entry.
    fn enter(
        &mut self,
        action: &Action,
        (at, role): (Moment, Role),
        edits: &[Edit],
        warning: &mut Option<String>,
    ) -> Result<u64, StoreError> {
        let stamp = self.stamp(at);
        let payload = encoded_edits(&stamp, action, (at, role), edits)?;
        let appended = self.append(&payload, &stamp, warning)?;
        let seq = appended.seq;
        if let Some(failed) = self.apply(appended, &payload, edits) {
            *warning = Some(warning.take().map_or(failed.clone(), |before| format!("{before}. {failed}")));
        }
        self.line.note(seq, role, action, at);
        Ok(seq)
    }

    /// Takes back the parts of a change whose last one never came: how many there were.
    ///
    /// # Errors
    /// When they cannot be read or it cannot be written; some may be taken back already, and the rest can be later.
    pub(super) fn take_back_parts(&mut self, now: Moment) -> Result<usize, StoreError> {
        let mut count = 0;
        while let Some(part) = self.line.unfinished().last().copied() {
            let role = match part.role {
                Role::Do => Role::Undo(part.seq),
                Role::Undo(of) => Role::Redo(of),
                Role::Redo(of) => Role::Undo(of),
            };
            let back = self.entry(part.seq)?.inverse(now, role);
            let action = Action::named(Verb::PartBack, part.seq.to_string());
            self.enter(&action, (now, role), &back.edits, &mut None)?;
            count += 1;
        }
        Ok(count)
    }

    /// What the records were, by their ids, before the parts of a change whose last one never came.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(super) fn before_parts(&self) -> Result<HashMap<Ref, Option<Record>>, StoreError> {
        let mut before = HashMap::new();
        for part in self.line.unfinished() {
            for edit in self.entry(part.seq)?.edits {
                if let Some(id) = edit.id() {
                    before.entry(id).or_insert(edit.before);
                }
            }
        }
        Ok(before)
    }

    /// A whole change, of all its entries; `seq` is the number of the last one.
    pub(super) fn change(&self, seq: u64) -> Result<Change, StoreError> {
        let mut whole = self.entry(seq)?;
        let mut edits = vec![];
        for earlier in self.line.first_of(seq)..seq {
            edits.append(&mut self.entry(earlier)?.edits);
        }
        edits.append(&mut whole.edits);
        whole.edits = edits;
        Ok(whole)
    }

    fn entry(&self, seq: u64) -> Result<Change, StoreError> {
        change_in(&journal::frame(&self.dir.join("journal"), seq)?)
    }
}
