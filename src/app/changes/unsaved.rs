//! What to do about changes that could not be saved, and leaving only when everything is.

use crate::app::{Dialog, Effect, Layer, Model, OnAnswer};
use crate::domain::Change;
use crate::words::{self, asked};

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
        self.session.put_away.clear();
        self.session.leaving = false;
        self.touch();
        let words: Vec<String> = waiting.iter().map(|c| words::action(&c.action)).collect();
        let dialog = Dialog::new(asked::could_not_save(), asked::go_on())
            .line(why.to_owned())
            .line(asked::taken_out_again(&words.join("; ")));
        self.screen.layers.push(Layer::Dialog(dialog));
        vec![Effect::WriteOut(waiting)]
    }

    /// Asks what to do about changes that could not be saved.
    pub(in crate::app) fn ask_trouble(&mut self) {
        let Some(why) = self.session.saving.stuck.clone() else { return };
        let waiting = words::whole(self.session.saving.waiting.len());
        let dialog = Dialog::new(asked::unsaved(waiting), asked::try_later())
            .line(why)
            .line(asked::kept_here(waiting))
            .answer(asked::try_again(), OnAnswer::Retry)
            .answer(asked::write_out(), OnAnswer::WriteOut);
        self.screen.layers.push(Layer::Dialog(dialog));
    }

    /// Leaves, as soon as everything is saved.
    pub(in crate::app) fn quit(&mut self) {
        if self.session.saving.waiting.is_empty() {
            self.session.quitting = true;
        } else if self.session.saving.stuck.is_some() {
            let dialog = Dialog::new(asked::leave_unsaved(), asked::stay())
                .line(asked::would_be_lost(self.session.saving.waiting.len()))
                .answer(asked::try_again(), OnAnswer::Retry)
                .answer(asked::write_out(), OnAnswer::WriteOut)
                .answer(asked::lose_them(), OnAnswer::QuitUnsaved)
                .careful();
            self.screen.layers.push(Layer::Dialog(dialog));
        } else {
            self.session.leaving = true;
        }
    }
}
