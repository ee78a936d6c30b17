//! The next term of an agreement.

use crate::app::{Dialog, Effect, Layer, Model, OnAnswer};
use crate::domain::derive::agreements;
use crate::domain::{Action, AgreementStatus, Change, Kind, Record, Ref, Verb};
use crate::words::{self, asked, dates};

impl Model {
    /// Asks before an agreement is renewed, and says for how long and for how much.
    pub(in crate::app) fn ask_renew(&mut self) {
        let Some(Record::Agreement(old)) = self.subject_record() else { return };
        let Some((start, end)) = agreements::next_term(old) else { return };
        let today = self.data.now.date();
        let client = old.client.0.map(|c| self.data.book.title(c)).unwrap_or_default();
        let value = old.value.map(|v| format!(", {v} {}", words::chosen(old.per))).unwrap_or_default();
        let (start, end) = (dates::plain(start, today), dates::plain(end, today));
        let dialog = Dialog::new(asked::renew(&old.title, &client), asked::leave_it())
            .line(asked::next_term(&start, &end, &value))
            .answer(asked::renew_it(), OnAnswer::Renew(old.id.into()))
            .careful();
        self.screen.layers.push(Layer::Dialog(dialog));
    }

    /// Writes down the next term of an agreement; the old one is kept as renewed.
    pub(in crate::app) fn renew(&mut self, id: Ref) -> Vec<Effect> {
        let Some(Record::Agreement(old)) = self.data.book.get(id).cloned() else { return vec![] };
        let id = self.session.id_generator.next(self.data.now);
        let Some(next) = agreements::renewed(&old, id, self.data.now) else { return vec![] };
        let mut closed = old.clone();
        closed.status = AgreementStatus::Renewed;
        let change = Change::new(Action::on(Verb::Renew, Kind::Agreement, old.title.clone()), self.data.now)
            .with(Some(old.clone().into()), Some(closed.into()))
            .with(None, Some(next.into()));
        self.commit(change)
    }
}
