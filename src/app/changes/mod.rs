//! Changes to the book: each is applied at once, named for people, and asked to be saved.

mod bin;
mod captured;
mod complete;
mod forms;
mod handoff;
mod importing;
mod inbox;
mod later;
mod merge;
mod playbooks;
mod reminder;
mod renewal;
mod reschedule;
mod ticks;
mod tier;
mod told;
mod unsaved;

pub use forms::moved_field;
pub use told::{Told, ToldOf};

use crate::app::keyed::OnAnswer;
use crate::app::{Dialog, Effect, Layer, Model, Next, Tone};
use crate::domain::{Action, Change, Edit, Record, Ref, Role, Verb, custom, keep_history};
use crate::words::{self, asked};

/// What may be done next with a change that was made, and with one that was taken back.
const UNDO: &[Next] = &[Next::Undo];
const REDO: &[Next] = &[Next::Redo];
/// What may be done with what was made and is nowhere in sight.
const OPEN: &[Next] = &[Next::Open, Next::Undo];

impl Model {
    /// Takes a change into the book and asks for it to be saved.
    pub(in crate::app) fn commit(&mut self, mut change: Change) -> Vec<Effect> {
        if change.edits.is_empty() {
            return vec![];
        }
        custom::follow(&self.data.book, &mut change);
        keep_history(&mut change, &self.session.author);
        self.data.book_mut().apply(&change);
        self.touch();
        self.data.touched.extend(change.edits.iter().filter_map(Edit::id));
        self.say_change(&change);
        if self.session.saving.push(change.clone()) { vec![Effect::Save(Box::new(change))] } else { vec![] }
    }

    /// Says what a change did, from what to what, and how it is undone or done again.
    pub(in crate::app) fn say_change(&mut self, change: &Change) {
        let Some(words) = words::changes::change(&self.data.book, change, self.data.now.date()) else {
            return;
        };
        self.say(Tone::Good, words);
        self.offer_next(match change.role {
            Role::Undo(_) => REDO,
            Role::Do | Role::Redo(_) => UNDO,
        });
        if let Some(notice) = &mut self.session.notice {
            notice.is_new = change.role == Role::Do && change.action.verb == Verb::Add;
        }
    }

    /// Says what is odd about a change that was made, and how it is undone.
    fn say_doubts(&mut self, change: &Change, doubts: &str) {
        let lead = words::changes::lead(&self.data.book, change, self.data.now.date()).unwrap_or_default();
        self.say(Tone::Warning, format!("{lead}. {doubts}"));
        self.offer_next(UNDO);
    }

    /// Says how what was just made, and is nowhere in sight, is opened.
    fn offer_made(&mut self, id: Ref) {
        if let Some(notice) = &mut self.session.notice {
            (notice.next, notice.made) = (OPEN, Some(id));
        }
    }

    /// Says that the change that was made can be taken back.
    fn offer_undo(&mut self) {
        self.offer_next(UNDO);
    }

    fn offer_next(&mut self, next: &'static [Next]) {
        if let Some(notice) = &mut self.session.notice {
            notice.next = next;
        }
    }

    /// Saves a record that was changed alone.
    fn save_one(&mut self, verb: Verb, before: Record, after: Record) -> Vec<Effect> {
        let title = self.data.book.title(before.id());
        let action = Action::on(verb, before.kind(), title);
        self.commit(Change::new(action, self.data.now).with(Some(before), Some(after)))
    }

    /// Takes back or does again, in the order in which everything is written.
    pub(in crate::app) fn move_along(&mut self, effect: Effect) -> Vec<Effect> {
        self.session.moving += 1;
        vec![effect]
    }

    /// Asks before a change of many records is taken back or done again: one key must not take a whole book away.
    pub(in crate::app) fn ask_step(&mut self, back: bool, action: &Action, records: usize) {
        let what = words::action(action);
        let step = OnAnswer::Step { back };
        let ask = if back {
            let ask = Dialog::new(asked::take_back(), asked::leave_it());
            ask.line(asked::goes_back(&what, records)).answer(asked::take_it_back(), step)
        } else {
            let ask = Dialog::new(asked::do_again(), asked::no());
            ask.line(asked::comes_again(&what, records)).answer(asked::do_it_again(), step)
        };
        let ask = ask.careful();
        self.screen.layers.push(Layer::Dialog(ask));
    }
}
