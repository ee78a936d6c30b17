//! Into the bin, out of it, and emptying it: always with what belongs to it, and always told before.

use crate::app::{Dialog, Effect, Layer, Model, OnAnswer};
use crate::domain::{Action, Change, Kind, Moment, Record, Ref, Verb};
use crate::words::{self, asked};

impl Model {
    /// Deletes the subject, which undo and the bin bring back; where others hang on it, asks first and says how many.
    pub(in crate::app) fn ask_delete(&mut self) -> Vec<Effect> {
        let Some(id) = self.subject() else { return vec![] };
        let along = self.data.book.owned_by(id);
        let about = self.named_in(id, &along);
        if along.is_empty() && about.is_empty() {
            return self.delete(id);
        }
        let mut dialog =
            Dialog::new(asked::delete(words::of_kind(id.kind), &self.data.book.title(id)), asked::keep_it());
        if !along.is_empty() {
            let much = words::changes::counted_of(along.iter().copied());
            dialog = dialog.line(asked::with_it(&much));
        }
        if !about.is_empty() {
            let much = words::changes::counted_of(about.iter().copied());
            dialog = dialog.line(asked::stays_named(&much));
        }
        dialog = dialog.line(asked::to_bin()).answer(asked::delete_it(), OnAnswer::Delete(id)).careful();
        self.screen.layers.push(Layer::Dialog(dialog));
        vec![]
    }

    /// The records that name another one and do not go with it.
    fn named_in(&self, id: Ref, along: &[Ref]) -> Vec<Ref> {
        let named = Kind::ALL.iter().flat_map(|kind| self.data.book.backlinks(id, *kind));
        let named = named.filter(|record| record.names(id)).map(Record::id);
        named.filter(|other| *other != id && !along.contains(other)).collect()
    }

    /// Puts a record and what belongs to it into the bin.
    pub(in crate::app) fn delete(&mut self, id: Ref) -> Vec<Effect> {
        let title = self.data.book.title(id);
        let mut change = Change::new(Action::on(Verb::Delete, id.kind, title), self.data.now);
        let all: Vec<Ref> = std::iter::once(id).chain(self.data.book.owned_by(id)).collect();
        for id in &all {
            change = self.move_record(change, *id, Some(self.data.now));
        }
        // Cards of what is gone are closed with it, also those that lie under the one from which it was put away.
        let is_gone = |of: Option<Ref>| of.is_some_and(|id| all.contains(&id));
        self.screen.layers.retain(|l| !matches!(l, Layer::Card(r) if is_gone(r.of)));
        self.commit(change)
    }

    /// Brings a record back from the bin, with what belongs to it and went there at the same moment; and whatever it
    /// belongs to itself, if that lies in the bin.
    pub(in crate::app) fn bring_back(&mut self, id: Ref) -> Vec<Effect> {
        let title = self.data.book.title(id);
        let with = self.data.book.gone_with(id);
        let mut change = Change::new(Action::on(Verb::BringBack, id.kind, title), self.data.now);
        for id in std::iter::once(id).chain(with.iter().copied()) {
            change = self.move_record(change, id, None);
        }
        self.commit(change)
    }

    fn move_record(&self, change: Change, id: Ref, deleted_at: Option<Moment>) -> Change {
        let Some(before) = self.data.book.get_with_deleted(id).cloned() else { return change };
        let mut after = before.clone();
        after.head_mut().deleted_at = deleted_at;
        change.with(Some(before), Some(after))
    }

    /// Asks whether the bin shall be emptied, and says what will go.
    pub(in crate::app) fn ask_empty_bin(&mut self) {
        let gone: Vec<Ref> = self.data.book.bin().map(Record::id).collect();
        let dialog = Dialog::new(asked::empty_bin(), asked::leave_it())
            .line(asked::taken_out(&words::changes::counted_of(gone.iter().copied())))
            .line(asked::traces())
            .answer(asked::empty_it(), OnAnswer::EmptyBin)
            .careful();
        self.screen.layers.push(Layer::Dialog(dialog));
    }

    /// Takes what lies in the bin out of the book.
    pub(in crate::app) fn empty_bin(&mut self) -> Vec<Effect> {
        let gone: Vec<Record> = self.data.book.bin().cloned().collect();
        let all = gone.iter().map(Record::id);
        let mut change = Change::new(Action::to_many(Verb::EmptyBin, all), self.data.now);
        for record in gone {
            change = change.with(Some(record), None);
        }
        self.commit(change)
    }
}
