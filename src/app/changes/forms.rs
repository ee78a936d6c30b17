//! Forms: opened over a record, saved as one change, left without losing what was written.

use super::complete::cross_error;
use crate::app::layers::form::prefilled;
use crate::app::{Dialog, Draft, Effect, Form, Layer, Left, Model, OnAnswer, Pane, Tone};
use crate::domain::{
    Action, Change, Edit, Field, Kind, KindId, Moment, Record, Ref, Type, ValidationError, Verb,
};
use crate::words::{self, asked};
use uuid::Uuid;

/// Any id, for the generator of ids.
#[derive(Clone, Copy)]
struct AnyId(Uuid);

impl KindId for AnyId {
    const KIND: Kind = Kind::Client;
    fn from_uuid(id: Uuid) -> Self {
        Self(id)
    }
    fn uuid(self) -> Uuid {
        self.0
    }
}

impl Model {
    /// Opens a form for a new record of a kind, about what is around.
    pub(in crate::app) fn write_new(&mut self, kind: Kind) {
        let id: AnyId = self.session.id_generator.next(self.data.now);
        let record = prefilled(self.ctx(), kind, id.0, self.data.now, &self.screen.context());
        self.open_form(record, None);
    }

    /// Opens a form for the subject.
    pub(in crate::app) fn write_subject(&mut self) {
        if let Some(id) = self.subject() {
            self.write_again(id);
        }
    }

    /// Opens a form for a record of the book.
    pub(in crate::app) fn write_again(&mut self, id: Ref) {
        let Some(record) = self.data.book.get(id).cloned() else { return };
        let mut shown = record.clone();
        if let Record::Agreement(agreement) = &mut shown {
            // A form tells what everything else tells: what was signed is no draft.
            agreement.status = agreement.state();
        }
        self.open_form(shown, Some(record));
    }

    /// Opens a form for a record of the book, with the keys in its long text: what was said goes there.
    pub(in crate::app) fn write_text_of(&mut self, id: Ref) {
        self.write_again(id);
        let ctx = self.data.ctx();
        let Some(Layer::Form(form)) = self.screen.layers.last_mut() else { return };
        if let Some(at) = form.entries.iter().position(|e| matches!(e.field.kind, Type::Long)) {
            form.go_to(ctx, at);
        }
    }

    /// Opens a form for a new record that is filled in already.
    pub(in crate::app) fn write_record(&mut self, record: Record) {
        self.open_form(record, None);
    }

    fn open_form(&mut self, record: Record, before: Option<Record>) {
        let mut form = Form::new(self.ctx(), record, before);
        if let Some(draft) = self.session.drafts.iter().find(|d| d.belongs_to(&form)).cloned() {
            draft.put_into(self.ctx(), &mut form);
            form.look_for_alike(self.ctx());
            self.say(Tone::Accent, words::said::draft_is_back());
        }
        self.screen.layers.push(Layer::Form(Box::new(form)));
    }

    /// Takes the marked offer of the topmost form: something new, which is made when the form is saved.
    pub(in crate::app) fn make_new(&mut self) -> Vec<Effect> {
        let id: AnyId = self.session.id_generator.next(self.data.now);
        let ctx = self.data.ctx();
        if let Some(Layer::Form(form)) = self.screen.layers.last_mut() {
            form.take_offer(ctx, id.0);
        }
        self.draft_of_top()
    }

    /// The records that a form makes with its own, as they are saved.
    fn made_with(&self, form: &Form, record: &Record) -> Vec<Record> {
        let first = record.number().map_or_else(|| self.data.book.next_number(), |no| no + 1);
        let mut made = form.made(self.ctx(), record);
        for (number, record) in (first..).zip(made.iter_mut().filter(|r| r.wants_number())) {
            record.set_number(number);
        }
        made
    }

    /// Saves the topmost form, or says what is wrong.
    pub(in crate::app) fn save_form(&mut self) -> Vec<Effect> {
        self.save_top(None)
    }

    /// Saves the topmost form with everything its date pushes, but for what is left where it is, as one change.
    pub(in crate::app) fn save_pushed(&mut self, left: &Left) -> Vec<Effect> {
        self.save_top(Some(left))
    }

    fn save_top(&mut self, pushed: Option<&Left>) -> Vec<Effect> {
        let Some(Layer::Form(form)) = self.screen.layers.last() else { return vec![] };
        let mut form = form.clone();
        let Ok(record) = form.finish(self.ctx()) else {
            // What is wrong is said at its field, or below the form when it is about all of it.
            self.show_again(form);
            return vec![];
        };
        let (before, id) = (form.before.clone(), record.id());
        if before.is_some() && before.as_ref() != self.data.book.get_with_deleted(id) {
            self.say(Tone::Alarm, words::said::changed_meanwhile());
            return vec![];
        }
        let mut record = self.complete(before.as_ref(), record);
        if let Some(error) = cross_error(self.ctx(), &record) {
            self.show_error(form, &error);
            return vec![];
        }
        if let Some(ask) = self.ask_moved(form.told, before.as_ref(), &record) {
            self.screen.layers.push(Layer::Dialog(ask));
            return vec![];
        }
        match pushed {
            Some(left) => self.move_own_start(before.as_ref(), &mut record, left),
            None if self.ask_push(before.as_ref(), &record) => return vec![],
            None => {}
        }
        // What was judged with its start moved along may have been left where it is.
        if let Some(error) = record.errors().into_iter().next() {
            self.show_error(form, &error);
            return vec![];
        }
        self.screen.layers.pop();
        if before.as_ref() == Some(&record) {
            self.say(Tone::Muted, words::said::nothing_changed());
            return self.forget_draft(&form);
        }
        let verb = if before.is_some() { Verb::Edit } else { Verb::Add };
        let is_new = before.is_none();
        let title = self.data.book.title_of(&record);
        let mut change =
            Change::new(Action::on(verb, id.kind, title), self.data.now).with(before, Some(record.clone()));
        let made = self.made_with(&form, &record);
        let begun = if is_new { self.begun(&record) } else { None };
        let more = made.into_iter().chain(begun.iter().flat_map(|b| b.records.clone()));
        change.edits.extend(more.map(|r| Edit { before: None, after: Some(r) }));
        let broken = if pushed.is_none() { self.breaks_promise(&record) } else { None };
        if let Some(left) = pushed {
            change.edits.extend(self.pushed_by(&record, left));
        }
        if let Some((_, told)) = form.told {
            self.note_moved(&mut change, told);
        }
        // The draft goes only after the change was handed over: in between, one of the two is always on the medium.
        let mut effects = self.commit(change.clone());
        effects.extend(self.forget_draft(&form));
        self.tell_doubts(&change, broken, &record);
        if let Some(begun) = begun {
            self.tell_begun(&change, &begun);
        }
        if is_new {
            self.session.captured.clear();
            self.show_new(&record);
        }
        effects
    }

    fn show_error(&mut self, mut form: Box<Form>, error: &ValidationError) {
        form.show_errors(std::slice::from_ref(error));
        self.show_again(form);
    }

    /// Puts the topmost form back with what is said about it now.
    fn show_again(&mut self, form: Box<Form>) {
        self.screen.layers.pop();
        self.screen.layers.push(Layer::Form(form));
    }

    /// A new record is where the person looks next: on the page in sight, when it stands there; in the list in sight, when that
    /// is of its kind; in its own list, when it belongs to nothing that is in sight. Else it is said how it is opened.
    fn show_new(&mut self, record: &Record) {
        let id = record.id();
        if self.screen.is_reading() {
            let ctx = self.data.ctx();
            let detail = self.screen.detail_mut();
            detail.refresh(ctx, self.data.history.as_ref());
            let place = detail.document.items().position(|item| item == id);
            detail.item = place.or(detail.item);
            if place.is_none() {
                self.offer_made(id);
            }
            return;
        }
        if self.screen.pane.spec().kinds.contains(&id.kind) {
            self.screen.choose(&self.data, id);
            return;
        }
        let belongs_nowhere = record.links().all(|(_, value)| value.refs().is_empty());
        if let Some(pane) = Pane::of(id.kind).filter(|_| belongs_nowhere) {
            self.screen.go(pane);
            self.screen.choose(&self.data, id);
        } else {
            self.offer_made(id);
        }
    }

    /// Leaves the topmost form; asks first when something was written.
    pub(in crate::app) fn leave_form(&mut self) {
        let Some(Layer::Form(form)) = self.screen.layers.last() else { return };
        if !form.is_dirty() {
            self.screen.layers.pop();
            return;
        }
        let dialog = Dialog::new(asked::leave_form(), asked::write_on())
            .line(asked::not_in_book())
            .answer(asked::keep_draft(), OnAnswer::KeepDraft)
            .answer(asked::drop_draft(), OnAnswer::DropDraft)
            .careful();
        self.screen.layers.push(Layer::Dialog(dialog));
    }

    /// Closes the topmost form, keeping what was written for the next time or not.
    pub(in crate::app) fn close_form(&mut self, keep: bool) -> Vec<Effect> {
        let Some(Layer::Form(form)) = self.screen.layers.pop() else { return vec![] };
        if keep {
            self.say(Tone::Muted, words::said::draft_comes_back());
            return self.keep_draft(&form);
        }
        self.forget_draft(&form)
    }

    /// Keeps what is written in a form, in the place of an earlier draft of it.
    pub(in crate::app) fn keep_draft(&mut self, form: &Form) -> Vec<Effect> {
        let before = self.session.drafts.clone();
        self.session.drafts.retain(|d| !d.belongs_to(form));
        self.session.drafts.extend(Draft::of(form));
        if self.session.drafts == before { vec![] } else { vec![Effect::Drafts(self.session.drafts.clone())] }
    }

    fn forget_draft(&mut self, form: &Form) -> Vec<Effect> {
        let before = self.session.drafts.len();
        self.session.drafts.retain(|d| !d.belongs_to(form));
        if self.session.drafts.len() == before {
            vec![]
        } else {
            vec![Effect::Drafts(self.session.drafts.clone())]
        }
    }
}

/// The field whose day is moved when a record is postponed: the day it is due, of a touch that is planned its moment.
pub fn moved_field(record: &Record, now: Moment) -> Option<&'static Field> {
    match record {
        Record::Interaction(touch) => {
            let moment = || record.fields().iter().find(|f| matches!(f.kind, Type::Moment));
            moment().filter(|_| touch.is_planned(now))
        }
        _ => record.kind().due_fields().first().copied(),
    }
}
