//! Phones, mails, pages and files of a record: copied, or handed to the program that the system has for them.

use crate::app::keyed::OnAnswer;
use crate::app::{Dialog, Effect, Layer, Model, Reach, Taken, Tone};
use crate::domain::reach::{Address, Way, ways};
use crate::domain::{Ref, derive};
use crate::words::{self, Of, asked};

impl Model {
    /// The ways to reach the subject.
    pub(in crate::app) fn ways_of_subject(&self) -> Vec<Way> {
        self.subject_record().map(ways).unwrap_or_default()
    }

    /// Opens the strip over the ways to reach the subject. One that could only be opened in one way is opened at once.
    pub(in crate::app) fn open_reach(&mut self, opens: bool) -> Vec<Effect> {
        let Some(target) = self.subject() else { return vec![] };
        if opens && self.ways_of_subject().len() == 1 {
            return self.reached(opens, target, Taken::Way(0));
        }
        self.reach(target, opens);
        vec![]
    }

    /// Opens the strip over the ways to reach a record.
    pub(in crate::app) fn reach(&mut self, target: Ref, opens: bool) {
        let ways = self.data.book.get(target).map(ways).unwrap_or_default();
        self.screen.layers.push(Layer::Reach(Reach { target, opens, ways }));
    }

    /// Copies or opens what was taken. What may be more than a page, a mail or a call is asked about first.
    pub(in crate::app) fn reached(&mut self, opens: bool, id: Ref, taken: Taken) -> Vec<Effect> {
        let Taken::Way(at) = taken else { return vec![Effect::Copy(self.row_of(id))] };
        let Some(way) = self.way(id, at) else { return vec![] };
        if !opens {
            return vec![Effect::Copy(way.text)];
        }
        match way.address() {
            None => {
                self.say(Tone::Warning, words::said::cannot_open(words::label(Of::Way, way.kind.label())));
            }
            Some(Address { text, asks: false }) => return vec![Effect::Open(text)],
            Some(Address { text, .. }) => {
                let ask = Dialog::new(asked::hand_over(), asked::leave_it())
                    .line(text)
                    .line(asked::may_be_program())
                    .answer(asked::open_it(), OnAnswer::OpenWay(id, at))
                    .careful();
                self.screen.layers.push(Layer::Dialog(ask));
            }
        }
        vec![]
    }

    /// Opens the way of this place of a record: the person was asked.
    pub(in crate::app) fn open_way(&self, id: Ref, at: usize) -> Vec<Effect> {
        let address = self.way(id, at).and_then(|way| way.address());
        address.map(|address| Effect::Open(address.text)).into_iter().collect()
    }

    fn way(&self, id: Ref, at: usize) -> Option<Way> {
        ways(self.data.book.get(id)?).into_iter().nth(at)
    }

    /// A record as a row of a table, with tabs between its cells: its name, its client, how it is reached.
    fn row_of(&self, id: Ref) -> String {
        let Some(record) = self.data.book.get(id) else { return String::new() };
        let client = derive::client_of(&self.data.book, record).map(Ref::from).filter(|client| *client != id);
        let mut cells = vec![self.data.book.title(id)];
        cells.extend(client.map(|client| self.data.book.title(client)));
        cells.extend(ways(record).into_iter().map(|way| way.text));
        cells.join("\t")
    }
}
