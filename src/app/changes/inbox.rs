//! What lies in the inbox comes into the book; the file is put away only after that is saved.

use crate::app::command::{Command, DeskCommand};
use crate::app::inbox::{Dropped, Found, InboxItem, Snapshot};
use crate::app::{Effect, Layer, Model, Tone};
use crate::domain::{Action, Change, Edit, Record, Verb};
use crate::words;
use std::sync::Arc;

impl Model {
    /// Opens the inbox and has it read.
    pub(in crate::app) fn open_inbox(&mut self) -> Vec<Effect> {
        self.screen.layers.push(Layer::Inbox(Box::default()));
        self.read_inbox()
    }

    /// Has the inbox read against the book as it is now.
    fn read_inbox(&self) -> Vec<Effect> {
        vec![Effect::ReadInbox(Snapshot(Arc::clone(&self.data.book)))]
    }

    /// Says once that something lies there, where nothing else is said.
    pub(in crate::app) fn say_inbox(&mut self, files: usize) {
        if files == 0 || self.session.notice.is_some() {
            return;
        }
        let key = Command::from(DeskCommand::Inbox).way();
        self.say(Tone::Muted, words::pairs::in_inbox(words::whole(files), key));
    }

    /// Shows what was read.
    pub(in crate::app) fn show_inbox(&mut self, items: Vec<InboxItem>) {
        let mut layers = self.screen.layers.iter_mut().rev();
        let open = layers.find_map(|l| if let Layer::Inbox(inbox) = l { Some(inbox) } else { None });
        if let Some(inbox) = open {
            inbox.take(items);
        }
    }

    /// Brings the marked file into the book, as one change.
    pub(in crate::app) fn keep_dropped(&mut self) -> Vec<Effect> {
        let Some(Layer::Inbox(inbox)) = self.screen.layers.last() else { return vec![] };
        let Some(item) = inbox.marked().cloned() else { return vec![] };
        let change = match item.found {
            Found::Refused => return vec![],
            Found::Known => return vec![Effect::PutAway(item.file)],
            Found::Lines(records) => self.captured_change(records),
            Found::Records(edits) => self.imported_change(edits),
        };
        let Some(change) = change else {
            self.say(Tone::Warning, words::pairs::read_again());
            return self.read_inbox();
        };
        if let Some(error) =
            change.edits.iter().filter_map(|e| e.after.as_ref()).find_map(|r| r.errors().pop())
        {
            self.say(Tone::Alarm, words::pairs::cannot_be_kept(&words::fault(&error.fault)));
            return vec![];
        }
        self.session.put_away.push(item.file);
        let words = words::pairs::kept(&item.summary);
        if let Some(Layer::Inbox(inbox)) = self.screen.layers.last_mut() {
            inbox.items = None;
        }
        let mut effects = self.commit(change);
        self.say(Tone::Good, words);
        self.offer_undo();
        // By now the same file brings nothing more, until it is put away.
        effects.extend(self.read_inbox());
        effects
    }

    fn captured_change(&self, mut records: Vec<Record>) -> Option<Change> {
        Record::number_all(&mut records, self.data.book.next_number());
        let title = records.first().map(|first| self.data.book.title_of(first))?;
        let change = Change::new(Action::named(Verb::Capture, title), self.data.now);
        Some(records.into_iter().fold(change, |change, record| change.with(None, Some(record))))
    }

    /// The change of a file that was read; `None` when the book is another than it was then.
    pub(super) fn imported_change(&self, mut edits: Vec<Edit>) -> Option<Change> {
        let book = &self.data.book;
        let is_as_it_was =
            |edit: &Edit| edit.id().is_some_and(|id| book.get_with_deleted(id) == edit.before.as_ref());
        if !edits.iter().all(is_as_it_was) {
            return None;
        }
        let mut next = book.next_number();
        for record in edits.iter_mut().filter(|e| e.before.is_none()).filter_map(|e| e.after.as_mut()) {
            if record.wants_number() {
                record.set_number(next);
                next += 1;
            }
        }
        let action = Action::to_many(Verb::Import, edits.iter().filter_map(Edit::id));
        let mut change = Change::new(action, self.data.now);
        change.edits = edits;
        Some(change)
    }

    /// Everything is saved: the files that it came from are put away.
    pub(in crate::app) fn put_away(&mut self) -> Vec<Effect> {
        if !self.session.saving.waiting.is_empty() {
            return vec![];
        }
        std::mem::take(&mut self.session.put_away).into_iter().map(Effect::PutAway).collect()
    }

    /// A file was put away, or why it was not; the inbox in sight is read again.
    pub(in crate::app) fn was_put_away(&mut self, file: &Dropped, why_not: Option<String>) -> Vec<Effect> {
        if let Some(why) = why_not {
            self.say(Tone::Alarm, words::pairs::stays_in_inbox(&file.name, &why));
        }
        let is_open = self.screen.layers.iter().any(|l| matches!(l, Layer::Inbox(_)));
        if is_open { self.read_inbox() } else { vec![] }
    }
}
