//! Changes to the book: each is applied at once, named for people, and asked to be saved.

use super::form::fresh;
use super::{Ask, Ctx, Draft, Effect, Form, Layer, Model, Notice, Then, Tone};
use crate::domain::derive::hands;
use crate::domain::{
    Book, Change, Edit, Fault, Hand, Holder, Kind, KindId, Moment, Record, Ref, Request, RequestStatus, Task,
    TaskStatus, derive,
};
use uuid::Uuid;

/// Any id, for the mint.
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
    /// Says a line to the person.
    pub(super) fn say(&mut self, tone: Tone, words: impl Into<String>) {
        self.notice = Some(Notice { words: words.into(), tone });
    }

    /// Everything shown is read afresh before the next frame.
    pub(super) fn touch(&mut self) {
        for pane in &mut self.panes {
            pane.stale = true;
        }
        for layer in &mut self.layers {
            if let Layer::Card(reading) = layer {
                reading.fresh = false;
            }
        }
        self.history = None;
        self.history_asked = None;
    }

    /// Takes a change into the book and asks for it to be saved.
    pub(super) fn commit(&mut self, change: Change) -> Vec<Effect> {
        if change.edits.is_empty() {
            return vec![];
        }
        self.book.apply(&change);
        self.touch();
        self.touched.extend(change.edits.iter().filter_map(Edit::id));
        if self.saving.push(change.clone()) { vec![Effect::Save(Box::new(change))] } else { vec![] }
    }

    /// Takes back or does again, in the order in which everything is written.
    pub(super) fn move_along(&mut self, effect: Effect) -> Vec<Effect> {
        self.moving += 1;
        vec![effect]
    }

    /// What waits can never be saved: it is taken out of the book in memory, so that the screen tells the truth, and
    /// written to a file, so that nothing is lost.
    pub(super) fn give_up_waiting(&mut self, why: &str) -> Vec<Effect> {
        let waiting: Vec<Change> = self.saving.waiting.drain(..).collect();
        for change in waiting.iter().rev() {
            self.book.apply(&change.inverse(self.now, change.role));
        }
        self.agenda.forget();
        self.saving.stuck = None;
        self.leaving = false;
        self.touch();
        let words: Vec<&str> = waiting.iter().map(|c| c.words.as_str()).collect();
        let ask = Ask::new("This could not be saved", "Go on")
            .line(why.to_owned())
            .line(format!("Taken out again, and written to a file beside the book: {}.", words.join("; ")));
        self.layers.push(Layer::Ask(ask));
        vec![Effect::WriteOut(waiting)]
    }

    /// Opens a form for a new record of a kind, about what is around.
    pub(super) fn write_new(&mut self, kind: Kind) {
        let id: AnyId = self.mint.next(self.now);
        let record = fresh(self.ctx(), kind, id.0, self.now, &self.context());
        self.open_form(record, None);
    }

    /// Opens the form of the subject at the day it is due.
    pub(super) fn write_date(&mut self) {
        let Some(name) = self.subject().and_then(|id| date_field(id.kind)) else { return };
        self.write_subject();
        if let Some(Layer::Form(form)) = self.layers.last_mut()
            && let Some(at) = form.entries.iter().position(|e| e.field.name == name)
        {
            form.at = at;
            form.entries[at].fresh = true;
        }
    }

    /// Opens a form for the subject.
    pub(super) fn write_subject(&mut self) {
        if let Some(id) = self.subject() {
            self.write_again(id);
        }
    }

    /// Opens a form for a record of the book.
    pub(super) fn write_again(&mut self, id: Ref) {
        let Some(record) = self.book.get(id).cloned() else { return };
        self.open_form(record.clone(), Some(record));
    }

    /// Opens a form for a new record that is filled in already.
    pub(super) fn write_record(&mut self, record: Record) {
        self.open_form(record, None);
    }

    fn open_form(&mut self, record: Record, before: Option<Record>) {
        let mut form = Form::new(self.ctx(), record, before);
        if let Some(draft) = self.drafts.iter().find(|d| d.belongs_to(&form)).cloned() {
            draft.put_into(self.ctx(), &mut form);
            self.say(Tone::Accent, "What you had written here is back");
        }
        self.layers.push(Layer::Form(Box::new(form)));
    }

    /// Saves the topmost form, or says what is wrong.
    pub(super) fn save_form(&mut self) -> Vec<Effect> {
        self.save_top(false)
    }

    /// Saves the topmost form with everything its date pushes, as one change.
    pub(super) fn save_pushed(&mut self) -> Vec<Effect> {
        self.save_top(true)
    }

    fn save_top(&mut self, pushed: bool) -> Vec<Effect> {
        let Some(Layer::Form(form)) = self.layers.last() else { return vec![] };
        let mut form = form.clone();
        let finished = form.finish(self.ctx());
        let (before, record) = match finished {
            Ok(record) => (form.before.clone(), record),
            Err(fault) => {
                let words = form.complaint.clone().unwrap_or(fault.words);
                self.layers.pop();
                self.layers.push(Layer::Form(form));
                self.say(Tone::Alarm, words);
                return vec![];
            }
        };
        let id = record.id();
        if before.is_some() && before.as_ref() != self.book.any(id) {
            self.say(
                Tone::Alarm,
                "It was changed in the meantime; what you wrote is kept. Leave, keep it, and open it again",
            );
            return vec![];
        }
        let record = self.complete(before.as_ref(), record);
        if let Some(fault) = cross_fault(self.ctx(), &record) {
            self.show_fault(form, &fault);
            return vec![];
        }
        if !pushed && self.ask_push(before.as_ref(), &record) {
            return vec![];
        }
        self.layers.pop();
        if before.as_ref() == Some(&record) {
            self.say(Tone::Muted, "Nothing was changed");
            return self.forget_draft(&form);
        }
        let (verb, said) = if before.is_some() { ("edit", "Changed:") } else { ("add", "Written down:") };
        let is_new = before.is_none();
        let title = self.book.title_of(&record);
        let mut change = Change::new(format!("{verb} {} {title}", id.kind), self.now)
            .with(before.clone(), Some(record.clone()));
        let begun = if is_new { self.begun(&record) } else { None };
        change.edits.extend(
            begun.iter().flat_map(|b| &b.records).map(|r| Edit { before: None, after: Some(r.clone()) }),
        );
        if let Some(before) = before.filter(|_| pushed) {
            change.edits.extend(self.pushed_by(&before, &record));
        }
        // The draft goes only after the change was handed over: in between, one of the two is always on the medium.
        let mut effects = self.commit(change);
        effects.extend(self.forget_draft(&form));
        // A part in a project and an absence are named after somebody; the title alone would say that they were written.
        let title = if record.named_after().is_some() { format!("{} of {title}", id.kind) } else { title };
        self.say(Tone::Good, format!("{said} {title}"));
        if let Some(words) = self.lies_before(&record) {
            self.say(Tone::Warning, format!("{said} {title}. {words}"));
        }
        if let Some(begun) = begun {
            self.tell_begun(&title, &begun);
        }
        if is_new {
            self.captured.clear();
            self.show_new(id);
        }
        effects
    }

    fn show_fault(&mut self, mut form: Box<Form>, fault: &Fault) {
        form.complain(std::slice::from_ref(fault));
        self.layers.pop();
        self.layers.push(Layer::Form(form));
        self.say(Tone::Alarm, fault.words.clone());
    }

    /// A new record is where the person looks next, when the list in sight is of its kind.
    fn show_new(&mut self, id: Ref) {
        if self.pane.spec().kinds.contains(&id.kind) && !self.is_reading() {
            let mut browse = self.browse().clone();
            browse.choose(self.ctx(), id);
            browse.reading.page = 0;
            *self.browse_mut() = browse;
        }
    }

    /// What the program fills in by itself when a record is saved.
    pub(super) fn complete(&mut self, before: Option<&Record>, mut record: Record) -> Record {
        if record.wants_number() && record.number().is_none() {
            record.set_number(self.book.next_number());
        }
        let today = self.now.date();
        match &mut record {
            Record::Task(task) => {
                let was = before.and_then(Task::of).is_some_and(|t| t.status == TaskStatus::Done);
                let done = task.status == TaskStatus::Done;
                if done != was {
                    task.done_on = done.then_some(today);
                }
                // A task in a project is its client's; naming another one beside it would only contradict.
                if task.project.0.is_some() {
                    task.client.0 = None;
                }
            }
            Record::Request(request) => start_hands(request, self.now),
            Record::Milestone(m) if m.baseline.is_none() => m.baseline = m.promised.or(m.expected),
            Record::Interaction(_) => add_clients(&self.book, before, &mut record),
            _ => {}
        }
        record
    }

    /// Leaves the topmost form; asks first when something was written.
    pub(super) fn leave_form(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last() else { return };
        if !form.is_dirty() {
            self.layers.pop();
            return;
        }
        let ask = Ask::new("Leave the form?", "Go on writing")
            .line("What you wrote is not in the book yet.")
            .answer("Keep it for later", Then::KeepDraft)
            .answer("Throw it away", Then::DropDraft)
            .careful();
        self.layers.push(Layer::Ask(ask));
    }

    /// Closes the topmost form, keeping what was written for the next time or not.
    pub(super) fn close_form(&mut self, keep: bool) -> Vec<Effect> {
        let Some(Layer::Form(form)) = self.layers.pop() else { return vec![] };
        if keep {
            self.say(Tone::Muted, "What you wrote comes back when you open this form again");
            return self.keep_draft(&form);
        }
        self.forget_draft(&form)
    }

    /// Keeps what is written in a form, in the place of an earlier draft of it.
    pub(super) fn keep_draft(&mut self, form: &Form) -> Vec<Effect> {
        let before = self.drafts.clone();
        self.drafts.retain(|d| !d.belongs_to(form));
        self.drafts.extend(Draft::of(form));
        if self.drafts == before { vec![] } else { vec![Effect::Drafts(self.drafts.clone())] }
    }

    fn forget_draft(&mut self, form: &Form) -> Vec<Effect> {
        let before = self.drafts.len();
        self.drafts.retain(|d| !d.belongs_to(form));
        if self.drafts.len() == before { vec![] } else { vec![Effect::Drafts(self.drafts.clone())] }
    }

    /// Asks what to do about changes that could not be saved.
    pub(super) fn ask_trouble(&mut self) {
        let Some(why) = self.saving.stuck.clone() else { return };
        let waiting = self.saving.waiting.len();
        let (what, they) =
            if waiting == 1 { ("One change is", "it is") } else { ("Some changes are", "they are") };
        let ask = Ask::new(format!("{what} not saved"), "Go on; try later")
            .line(why)
            .line(format!("Nothing is lost while Syndeo runs: {they} kept here, {waiting} in all."))
            .answer("Try again", Then::Retry)
            .answer("Write to a file", Then::WriteOut);
        self.layers.push(Layer::Ask(ask));
    }

    /// Leaves, as soon as everything is saved.
    pub(super) fn quit(&mut self) {
        if self.saving.waiting.is_empty() {
            self.quitting = true;
        } else if self.saving.stuck.is_some() {
            let ask = Ask::new("Leave although something is not saved?", "Stay")
                .line(format!(
                    "{} changes are not on the medium and would be lost.",
                    self.saving.waiting.len()
                ))
                .answer("Try again", Then::Retry)
                .answer("Write to a file", Then::WriteOut)
                .answer("Leave and lose them", Then::QuitUnsaved)
                .careful();
            self.layers.push(Layer::Ask(ask));
        } else {
            self.leaving = true;
        }
    }
}

/// The field whose day is moved when something is postponed.
pub(super) fn date_field(kind: Kind) -> Option<&'static str> {
    kind.due_fields().first().map(|f| f.name)
}

/// A wish that is written down is with us, or with whom it was routed to at once; from the day it reached us. What was
/// promised is a promise.
fn start_hands(request: &mut Request, now: Moment) {
    if request.hands.is_empty() {
        let noon = request.received.and_then(|d| d.and_hms_opt(12, 0, 0)).map(|at| now.at_local(at));
        let since = noon.filter(|at| at.utc_ms < now.utc_ms).unwrap_or(now);
        request.hands.push(Hand { holder: Holder::Us, since, nudges: vec![] });
    }
    let routed = request.contact.0.map(Holder::Person).or(request.department.0.map(Holder::Department));
    if let (Some(holder), RequestStatus::Asked) = (routed, request.status) {
        request.status = RequestStatus::Routed;
        hands::pass(&mut request.hands, holder, now);
    }
    if request.promised.is_some() && matches!(request.status, RequestStatus::Asked | RequestStatus::Routed) {
        request.status = RequestStatus::Promised;
    }
}

/// Adds the clients of the people and projects that this edit brought in. Those that were there stay as they are:
/// somebody who changed their employer since takes no old touch along.
fn add_clients(book: &Book, before: Option<&Record>, record: &mut Record) {
    let known = before.map(|b| derive::clients_of(book, b)).unwrap_or_default();
    let found = derive::clients_of(book, record);
    if let Record::Interaction(touch) = record {
        for client in found {
            if !touch.clients.0.contains(&client) && !known.contains(&client) {
                touch.clients.0.push(client);
            }
        }
    }
}

/// What does not fit together across records.
fn cross_fault(ctx: Ctx<'_>, record: &Record) -> Option<Fault> {
    match record {
        Record::Task(task) => {
            let milestone = task.milestone.0.and_then(|m| ctx.book.milestone(m))?;
            (milestone.project.0 != task.project.0)
                .then(|| Fault::new("this milestone is one of another project").at("milestone"))
        }
        Record::Request(request) => {
            let project = request.project.0.and_then(|p| ctx.book.project(p))?;
            let other = project.client.0.filter(|_| project.client.0 != request.client.0)?;
            let words =
                format!("this is a project of {}: empty the field, or take another one", ctx.name(other));
            Some(Fault::new(words).at("project"))
        }
        _ => None,
    }
}
