//! Taking a reminder elsewhere, and logging that it was sent.

use crate::app::{Effect, Layer, Model};
use crate::domain::derive::hands;
use crate::domain::{Action, Change, Record, Verb};

impl Model {
    /// Taking a reminder elsewhere is sending it: every ball it is about was nudged now. Once for each message.
    pub(in crate::app) fn log_nudge(&mut self) -> Vec<Effect> {
        let Some(Layer::Viewer(viewer)) = self.screen.layers.last_mut() else { return vec![] };
        let about = std::mem::take(&mut viewer.about);
        let words = viewer.title.clone();
        let mut change = Change::new(Action::named(Verb::Remind, words.clone()), self.data.now);
        for id in about {
            let Some(before) = self.data.book.get(id).cloned() else { continue };
            let mut after = before.clone();
            let nudged = match &mut after {
                Record::Request(r) => hands::nudge(&mut r.hands, self.data.now, words.clone()),
                Record::Task(t) => {
                    // A task that nobody was handed is held by whoever it was given to.
                    t.hands = hands::hands_of(&before).into_owned();
                    hands::nudge(&mut t.hands, self.data.now, words.clone())
                }
                Record::Decision(d) => {
                    d.hands = hands::hands_of(&before).into_owned();
                    hands::nudge(&mut d.hands, self.data.now, words.clone())
                }
                _ => false,
            };
            if nudged {
                change = change.with(Some(before), Some(after));
            }
        }
        self.commit(change)
    }
}
