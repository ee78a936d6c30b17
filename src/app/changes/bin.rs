//! Into the bin, out of it, and emptying it: always with what belongs to it, and always told before.

use crate::app::{Dialog, Effect, Layer, Model, OnAnswer, Tone};
use crate::domain::{Action, Change, Kind, Moment, Record, Ref, Verb};

impl Model {
    /// Asks whether the subject shall go to the bin, and names what goes with it.
    pub(in crate::app) fn ask_delete(&mut self) {
        let Some(id) = self.subject() else { return };
        let along = self.data.book.owned_by(id);
        let mut dialog =
            Dialog::new(format!("Put {} {} into the bin?", id.kind, self.data.book.title(id)), "Leave it");
        if !along.is_empty() {
            dialog = dialog.line(format!("With it go {}.", counted(&along)));
        }
        dialog = dialog
            .line("It can be brought back whole, from the bin or by undo.")
            .answer("Into the bin", OnAnswer::Delete(id));
        self.screen.layers.push(Layer::Dialog(dialog));
    }

    /// Puts a record and what belongs to it into the bin.
    pub(in crate::app) fn delete(&mut self, id: Ref) -> Vec<Effect> {
        let title = self.data.book.title(id);
        let mut change = Change::new(Action::on(Verb::Delete, id.kind, title.clone()), self.data.now);
        let all: Vec<Ref> = std::iter::once(id).chain(self.data.book.owned_by(id)).collect();
        for id in &all {
            change = self.move_record(change, *id, Some(self.data.now));
        }
        // Cards of what is gone are closed with it, also those that lie under the one from which it was put away.
        let is_gone = |of: Option<Ref>| of.is_some_and(|id| all.contains(&id));
        self.screen.layers.retain(|l| !matches!(l, Layer::Card(r) if is_gone(r.of)));
        self.say(Tone::Good, format!("In the bin: {title}"));
        self.commit(change)
    }

    /// Brings a record back from the bin, with what belongs to it and went there at the same moment; and whatever it
    /// belongs to itself, if that lies in the bin.
    pub(in crate::app) fn bring_back(&mut self, id: Ref) -> Vec<Effect> {
        let title = self.data.book.title(id);
        let with = self.data.book.gone_with(id);
        let mut change = Change::new(Action::on(Verb::BringBack, id.kind, title.clone()), self.data.now);
        for id in std::iter::once(id).chain(with.iter().copied()) {
            change = self.move_record(change, id, None);
        }
        let more = if with.is_empty() { String::new() } else { format!(", with {}", counted(&with)) };
        self.say(Tone::Good, format!("Back from the bin: {title}{more}"));
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
        let dialog = Dialog::new("Empty the bin?", "Leave it")
            .line(format!("{} will be taken out of the book.", capital(&counted(&gone))))
            .line("Undo can still bring them back; older backups and the journal keep their traces.")
            .answer("Empty the bin", OnAnswer::EmptyBin)
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
        self.say(Tone::Good, "The bin is empty");
        self.commit(change)
    }
}

/// "3 people, 2 projects": how many of each kind.
fn counted(ids: &[Ref]) -> String {
    let of = |kind: &Kind| ids.iter().filter(|id| id.kind == *kind).count();
    let parts: Vec<String> = Kind::ALL.iter().filter(|k| of(k) > 0).map(|k| k.counted(of(k))).collect();
    parts.join(", ")
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}
