//! A form: the fields of one kind, read from its table, being filled in.

mod alike;
mod day;
mod draft;
mod entry;
mod fresh;
mod hint;
mod input;
mod order;
mod prefilled;
mod stood;
mod suggestions;

pub use entry::Entry;
pub use input::{Input, Picked};
pub use prefilled::prefilled;

use crate::app::changes::ToldOf;
use crate::app::command::{Common, FormCommand, Keys};
use crate::app::ctx::Ctx;
use crate::app::keyed::{Edit, Here, Keyed, Reply};
use crate::app::layers::days::Step;
use crate::app::message::Effect;
use crate::app::textbox::TextBox;
use crate::domain::derive::push;
use crate::domain::{Field, Home, Kind, Record, Type, ValidationError, Visibility};
use crate::words;
use uuid::Uuid;

/// A record being written.
#[derive(Clone, Debug)]
pub struct Form {
    /// The record as it was when the form was opened, with what the program filled in.
    pub record: Record,
    /// The record in the book; `None` for a new one.
    pub before: Option<Record>,
    /// The fields.
    pub entries: Vec<Entry>,
    /// Which field has the keys.
    pub at: usize,
    /// The first line shown when it was drawn last.
    pub top: usize,
    /// Whether the fields that are no essentials are folded out.
    pub open: bool,
    /// A complaint about the record as a whole.
    pub complaint: Option<String>,
    /// Whether what was written is that of a draft.
    pub from_draft: bool,
    /// How the client came to know that the promise moves, and to which day that was answered.
    pub told: Option<ToldOf>,
    alike: alike::Alike,
}

impl Form {
    /// A form over a record; `before` is the record in the book, when it is there already.
    pub fn new(ctx: Ctx<'_>, record: Record, before: Option<Record>) -> Self {
        // A project begins with a playbook once, when it is written down.
        let is_over = |f: &Field| before.is_some() && matches!(f.kind, Type::One(Kind::Playbook));
        let fields = ctx.book.fields(record.kind());
        let fields =
            fields.filter(|f| f.traits.visibility == Visibility::Editable && fits(&record, f) && !is_over(f));
        let fields = order::arranged(fields.collect());
        let is_new = before.is_none();
        let entries: Vec<Entry> =
            fields.into_iter().map(|f| Entry::of(ctx, f, &record).rare_in(&record, is_new)).collect();
        let mut form = Self {
            record,
            before,
            entries,
            at: 0,
            top: 0,
            open: false,
            complaint: None,
            from_draft: false,
            told: None,
            alike: alike::Alike::default(),
        };
        if is_new {
            form.at = form.first_empty();
        }
        form.enter(ctx);
        form
    }

    /// The kind that is written.
    pub fn kind(&self) -> Kind {
        self.record.kind()
    }

    /// The field that has the keys.
    pub fn entry(&self) -> Option<&Entry> {
        self.entries.get(self.at)
    }

    /// The field that has the keys, to be changed.
    pub fn entry_mut(&mut self) -> Option<&mut Entry> {
        self.entries.get_mut(self.at)
    }

    /// Whether anything was written.
    pub fn is_dirty(&self) -> bool {
        self.from_draft || self.entries.iter().any(Entry::is_dirty)
    }

    /// The record as far as what is written can be taken into it: what suggestions are ranked by.
    pub fn current(&self, ctx: Ctx<'_>) -> Record {
        let mut record = self.record.clone();
        for entry in self.entries.iter().filter(|e| matches!(e.input, Input::Picks(..))) {
            if let Ok(Some(value)) = entry.read(ctx) {
                // What does not fit is told when the form is saved.
                let _ = entry.field.write(&mut record, value);
            }
        }
        record
    }

    /// The keys leave a field: what cannot be read is told there at once.
    fn leave(&mut self, ctx: Ctx<'_>) {
        let Some(entry) = self.entry_mut() else { return };
        entry.settle(ctx);
        entry.leave();
        entry.error = entry.complaint(ctx);
    }

    /// The keys come to a field.
    fn enter(&mut self, ctx: Ctx<'_>) {
        let owner = self.current(ctx);
        if let Some(entry) = self.entry_mut() {
            entry.fresh = true;
            entry.look_around(ctx, &owner);
        }
    }

    /// The record as it is written. Complaints stand at their fields, and the first of them gets the keys.
    ///
    /// # Errors
    /// When something is missing or cannot be read; the form says what.
    pub fn finish(&mut self, ctx: Ctx<'_>) -> Result<Record, ValidationError> {
        let mut record = self.record.clone();
        let mut errors = vec![];
        for entry in &mut self.entries {
            entry.error = None;
            let value = match entry.read(ctx) {
                Ok(None) => continue,
                Ok(Some(value)) => value,
                Err(error) => {
                    errors.push(error.at(entry.field.name));
                    continue;
                }
            };
            if let Err(error) = entry.field.write(&mut record, value) {
                errors.push(error.at(entry.field.name));
            }
        }
        for error in self.as_it_moves(ctx, &record).errors() {
            if !errors.iter().any(|f| f.field == error.field) {
                errors.push(error);
            }
        }
        self.show_errors(&errors);
        match errors.into_iter().next() {
            Some(error) => Err(error),
            None => Ok(record),
        }
    }

    /// A task whose due date is moved takes its start along when nobody said otherwise: judged is what is offered to be saved.
    fn as_it_moves(&self, ctx: Ctx<'_>, record: &Record) -> Record {
        let mut moved = record.clone();
        let start = self.before.as_ref().and_then(|before| push::start_with(ctx.book, before, record));
        if let (Record::Task(task), Some(start)) = (&mut moved, start) {
            task.start = Some(start.to);
        }
        moved
    }

    /// Puts complaints at their fields; the first of them gets the keys.
    pub fn show_errors(&mut self, errors: &[ValidationError]) {
        self.complaint = None;
        let mut first = None;
        for error in errors {
            match self.entries.iter().position(|e| e.field.name == error.field) {
                Some(at) => {
                    // What is on offer would lie over the complaint.
                    self.entries[at].leave();
                    self.entries[at].error = Some(words::fault(&error.fault));
                    first = Some(first.map_or(at, |f: usize| f.min(at)));
                }
                None => self.complaint = Some(words::fault(&error.fault)),
            }
        }
        if let Some(at) = first {
            self.at = at;
        }
    }
}

impl Form {
    /// Does what only a form can be asked to do.
    pub fn run(&mut self, command: FormCommand, here: Here<'_>) -> Reply {
        match command {
            FormCommand::Save => return Reply::SaveForm,
            FormCommand::Help => return Reply::Help,
            FormCommand::Alike => return self.open_alike(),
            FormCommand::Next => self.step(here.ctx, 1),
            FormCommand::Previous => self.step(here.ctx, -1),
            FormCommand::NextChoice => return self.in_entry(|e| e.turn(1)),
            FormCommand::PreviousChoice => return self.in_entry(|e| e.turn(-1)),
            FormCommand::NextDay => return self.step_day(here.ctx, Step::Days(1)),
            FormCommand::DayBefore => return self.step_day(here.ctx, Step::Days(-1)),
            FormCommand::NextMonth => return self.step_day(here.ctx, Step::Months(1)),
            FormCommand::MonthBefore => return self.step_day(here.ctx, Step::Months(-1)),
            FormCommand::Break => return self.in_entry(|e| e.text_mut().insert("\n", true)),
            FormCommand::Editor => {
                let text = self.entry().map(|e| e.text().text().to_owned());
                return text.map_or(Reply::Done, |text| Reply::Effect(Effect::Editor(text)));
            }
        }
        Reply::Done
    }

    fn in_entry(&mut self, change: impl FnOnce(&mut Entry)) -> Reply {
        self.entry_mut().map(change);
        Reply::KeepDraft
    }

    /// Whether one of what is on offer is marked: what is only likely is taken after somebody went to it.
    fn has_offers(&self) -> bool {
        self.entry().is_some_and(|e| e.marked().is_some())
    }

    /// Takes the marked offer and goes on, unless more may be taken; `id` is that of what it makes.
    pub fn take_offer(&mut self, ctx: Ctx<'_>, id: Uuid) {
        let Some(entry) = self.entry_mut() else { return };
        entry.take(id);
        self.look_for_alike(ctx);
        let Some(entry) = self.entry() else { return };
        if !entry.takes_many() {
            self.step(ctx, 1);
        }
    }

    /// A row up or down: among suggestions, in a long text, and from there to the field before or behind.
    fn go(&mut self, here: Here<'_>, by: isize) {
        let width = usize::from(here.drawn.text_width.max(1));
        let Some(entry) = self.entry_mut() else { return };
        if entry.step_offer(by) {
            return;
        }
        if !entry.move_in_text(by, width) {
            self.step(here.ctx, by);
        }
    }
}

impl Keyed for Form {
    fn keys(&self) -> Keys {
        match self.entry().map(|e| &e.input) {
            Some(Input::Picks(..)) if self.has_offers() => Keys::Suggest,
            Some(Input::Long(_)) => Keys::Long,
            Some(Input::Choice(..)) => Keys::Choice,
            Some(Input::Line(_)) if self.entry().is_some_and(Entry::is_day) => Keys::Day,
            Some(Input::Picks(..) | Input::Line(_)) | None => Keys::Form,
        }
    }

    fn common(&mut self, command: Common, here: Here<'_>) -> Reply {
        match command {
            Common::Down => self.go(here, 1),
            Common::Up => self.go(here, -1),
            Common::PageDown => self.step(here.ctx, here.page()),
            Common::PageUp => self.step(here.ctx, -here.page()),
            Common::Take if self.offers_new() => return Reply::MakeNew,
            Common::Take if self.has_offers() => {
                self.take_offer(here.ctx, Uuid::nil());
                return Reply::KeepDraft;
            }
            Common::Take => return Reply::SaveForm,
            Common::Back if self.has_offers() => return self.in_entry(Entry::drop_search),
            Common::Back => return Reply::LeaveForm,
        }
        Reply::Done
    }

    fn text_mut(&mut self) -> Option<&mut TextBox> {
        self.entry_mut().map(|entry| {
            entry.fresh = false;
            entry.text_mut()
        })
    }

    fn edit(&mut self, edit: Edit<'_>, here: Here<'_>) -> Reply {
        let owner = self.current(here.ctx);
        let reply = self.in_entry(|entry| entry.edit(here.ctx, &owner, edit));
        self.look_for_alike(here.ctx);
        reply
    }

    fn written(&mut self, text: String, _: Here<'_>) -> Reply {
        self.in_entry(|entry| *entry.text_mut() = TextBox::of(text))
    }

    fn drawn(&mut self, top: usize) {
        self.top = top;
    }
}

/// Whether a field has a meaning for this record: a client's person has no stand-in, a colleague no attitude to us. What
/// is filled in is shown all the same.
fn fits(record: &Record, field: &Field) -> bool {
    let Record::Contact(contact) = record else { return true };
    let home = match (contact.client.0.is_some(), contact.department.0.is_some()) {
        (true, false) => Home::Client,
        (false, true) => Home::Department,
        _ => return true,
    };
    field.traits.only_of.is_none_or(|only| only == home) || !field.is_default(&field.read(record))
}
