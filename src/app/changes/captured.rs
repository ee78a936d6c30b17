//! A captured line on its way into the book.

use crate::app::{Capture, Effect, Layer, Model, Tone};
use crate::domain::capture::{Place, records};
use crate::domain::{Action, Change, Edit, Record, Ref, Verb};
use crate::words;

impl Model {
    /// Opens the line, with what was left in it.
    pub(in crate::app) fn open_capture(&mut self) {
        let line = std::mem::take(&mut self.session.captured);
        let place = Place::nearest(&self.data.book, &self.screen.context());
        self.screen.layers.push(Layer::Capture(Capture::of(&line, place)));
    }

    /// Leaves the line; what is in it comes back the next time.
    pub(in crate::app) fn leave_capture(&mut self) {
        let Some(Layer::Capture(capture)) = self.screen.layers.pop() else { return };
        let line = capture.typed.text().to_owned();
        if !line.trim().is_empty() {
            self.say(Tone::Muted, words::said::line_comes_back());
        }
        self.session.captured = line;
    }

    /// Opens what the line came to in forms.
    pub(in crate::app) fn correct_captured(&mut self) -> Vec<Effect> {
        match <[Record; 1]>::try_from(self.captured_records()) {
            Ok([only]) => {
                if let Some(Layer::Capture(capture)) = self.screen.layers.pop() {
                    // It comes back when the form is left, and goes when the form is saved.
                    capture.typed.text().clone_into(&mut self.session.captured);
                }
                self.write_record(only);
                vec![]
            }
            Err(several) => self.correct_each(several),
        }
    }

    fn captured_records(&mut self) -> Vec<Record> {
        let Some(Layer::Capture(capture)) = self.screen.layers.last() else { return vec![] };
        if capture.typed.text().trim().is_empty() {
            return vec![];
        }
        let reading = capture.reading(self.ctx());
        let mut made = records(&reading, &mut self.session.id_generator, self.data.now, &self.data.book);
        Record::number_all(&mut made, self.data.book.next_number());
        made
    }

    /// Several records point at each other, so they are kept first; then each has its form, the first one on top.
    fn correct_each(&mut self, made: Vec<Record>) -> Vec<Effect> {
        let ids: Vec<Ref> = made.iter().map(Record::id).collect();
        let Some(effects) = self.keep_records(made) else { return vec![] };
        ids.iter().rev().for_each(|id| self.write_again(*id));
        self.say(Tone::Good, words::said::kept_as(ids.len()));
        effects
    }

    /// Keeps everything the line came to, as one change. What is doubtful is asked about first.
    pub(in crate::app) fn keep_captured(&mut self) -> Vec<Effect> {
        if self.asks_first() {
            self.say(Tone::Warning, words::said::is_doubtful());
            return vec![];
        }
        let made = self.captured_records();
        self.keep_records(made).unwrap_or_default()
    }

    fn asks_first(&mut self) -> bool {
        let ctx = self.data.ctx();
        let Some(Layer::Capture(capture)) = self.screen.layers.last_mut() else { return false };
        let reading = capture.reading(ctx);
        !capture.typed.text().trim().is_empty() && capture.asks(&reading)
    }

    /// `None` when nothing was kept: there is nothing to keep, or something does not hold.
    fn keep_records(&mut self, made: Vec<Record>) -> Option<Vec<Effect>> {
        let first = made.first()?;
        if let Some(error) = made.iter().flat_map(Record::errors).next() {
            self.say(Tone::Alarm, words::said::not_yet(&words::fault(&error.fault)));
            return None;
        }
        let title = self.data.book.title_of(first);
        let mut change = Change::new(Action::named(Verb::Capture, title), self.data.now);
        for record in made {
            let record = self.complete(None, record);
            change = change.with(None, Some(record));
        }
        self.screen.layers.pop();
        self.session.captured.clear();
        // Of a touch and a wish that was heard, the wish is what is gone on with.
        let numbered = change.edits.iter().find(|e| e.after.as_ref().is_some_and(|r| r.number().is_some()));
        let made = numbered.or(change.edits.first()).and_then(Edit::id);
        let effects = self.commit(change);
        if let Some(id) = made {
            self.offer_made(id);
        }
        Some(effects)
    }
}
