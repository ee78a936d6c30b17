//! What to do about changes that could not be saved, and leaving only when everything is.

use crate::app::{Dialog, Effect, Layer, Model, OnAnswer};
use crate::domain::Change;
use crate::words;

impl Model {
    /// What waits can never be saved: it is taken out of the book in memory, so that the screen tells the truth, and
    /// written to a file, so that nothing is lost.
    pub(in crate::app) fn give_up_waiting(&mut self, why: &str) -> Vec<Effect> {
        let waiting: Vec<Change> = self.session.saving.waiting.drain(..).collect();
        let now = self.data.now;
        for change in waiting.iter().rev() {
            self.data.book_mut().apply(&change.inverse(now, change.role));
        }
        self.data.agenda.forget();
        self.session.saving.stuck = None;
        self.session.leaving = false;
        self.touch();
        let words: Vec<String> = waiting.iter().map(|c| words::action(&c.action)).collect();
        let dialog = Dialog::new("This could not be saved", "Go on")
            .line(why.to_owned())
            .line(format!("Taken out again, and written to a file beside the book: {}.", words.join("; ")));
        self.screen.layers.push(Layer::Dialog(dialog));
        vec![Effect::WriteOut(waiting)]
    }

    /// Asks what to do about changes that could not be saved.
    pub(in crate::app) fn ask_trouble(&mut self) {
        let Some(why) = self.session.saving.stuck.clone() else { return };
        let waiting = self.session.saving.waiting.len();
        let (what, they) =
            if waiting == 1 { ("One change is", "it is") } else { ("Some changes are", "they are") };
        let dialog = Dialog::new(format!("{what} not saved"), "Go on; try later")
            .line(why)
            .line(format!("Nothing is lost while Syndeo runs: {they} kept here, {waiting} in all."))
            .answer("Try again", OnAnswer::Retry)
            .answer("Write to a file", OnAnswer::WriteOut);
        self.screen.layers.push(Layer::Dialog(dialog));
    }

    /// Leaves, as soon as everything is saved.
    pub(in crate::app) fn quit(&mut self) {
        if self.session.saving.waiting.is_empty() {
            self.session.quitting = true;
        } else if self.session.saving.stuck.is_some() {
            let dialog = Dialog::new("Leave although something is not saved?", "Stay")
                .line(format!(
                    "{} changes are not on the medium and would be lost.",
                    self.session.saving.waiting.len()
                ))
                .answer("Try again", OnAnswer::Retry)
                .answer("Write to a file", OnAnswer::WriteOut)
                .answer("Leave and lose them", OnAnswer::QuitUnsaved)
                .careful();
            self.screen.layers.push(Layer::Dialog(dialog));
        } else {
            self.session.leaving = true;
        }
    }
}
