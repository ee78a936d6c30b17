//! What the keys do with a text that is read.

use crate::app::{Command, Effect, Layer, Model};
use crate::domain::derive::hands;
use crate::domain::{Change, Record};

impl Model {
    pub(super) fn act_in_reader(&mut self, command: Command) -> Vec<Effect> {
        let page = isize::try_from(self.screen.drawn.layer_rows.max(2)).unwrap_or(2) - 1;
        let Some(Layer::Reader(reader)) = self.screen.layers.last_mut() else { return vec![] };
        let taken = match command {
            Command::ReaderDown => {
                reader.step(1);
                return vec![];
            }
            Command::ReaderUp => {
                reader.step(-1);
                return vec![];
            }
            Command::ReaderPageDown => {
                reader.step(page);
                return vec![];
            }
            Command::ReaderPageUp => {
                reader.step(-page);
                return vec![];
            }
            Command::ReaderCopy => Effect::Copy(reader.text.clone()),
            Command::ReaderFile => Effect::WriteFile { name: reader.file.clone(), text: reader.text.clone() },
            // Nothing is taken elsewhere yet: the text comes back here.
            Command::ReaderEdit => return vec![Effect::Editor(reader.text.clone())],
            Command::ReaderMail => match reader.mailto() {
                Some(address) => Effect::Open(address),
                None => return vec![],
            },
            _ => {
                self.screen.layers.pop();
                return vec![];
            }
        };
        let mut effects = vec![taken];
        effects.extend(self.log_nudge());
        effects
    }

    /// Taking a reminder elsewhere is sending it: every ball it is about was nudged now. Once for each message.
    fn log_nudge(&mut self) -> Vec<Effect> {
        let Some(Layer::Reader(reader)) = self.screen.layers.last_mut() else { return vec![] };
        let about = std::mem::take(&mut reader.about);
        let words = reader.title.clone();
        let mut change = Change::new(words.clone(), self.data.now);
        for id in about {
            let Some(before) = self.data.book.get(id).cloned() else { continue };
            let mut after = before.clone();
            let nudged = match &mut after {
                Record::Request(r) => hands::nudge(&mut r.hands, self.data.now, words.clone()),
                Record::Task(t) => {
                    // A task that was never passed on is held by whoever it was given to.
                    if t.hands.is_empty() {
                        t.hands = hands::hands_of(&before).into_owned();
                    }
                    hands::nudge(&mut t.hands, self.data.now, words.clone())
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
