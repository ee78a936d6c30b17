//! Putting off: out of Today until a day, or to another day; and what was seen and asks for nothing more.

use super::moved_field;
use crate::app::{Dialog, Effect, Later, Layer, Model, OnAnswer, TextBox, Until};
use crate::domain::derive::today::Reason;
use crate::domain::{Decision, Kind, Outcome, Record, Ref, Value, Verb, derive};
use crate::words::asked;
use chrono::NaiveDate;

impl Model {
    /// Asks until when the subject stays out of Today, or ends that when it is so already.
    pub(in crate::app) fn ask_snooze(&mut self) -> Vec<Effect> {
        let Some(record) = self.subject_record().cloned() else { return vec![] };
        if record.snoozed_until().is_some_and(|day| day > self.data.now.date()) {
            return self.set_snooze(record.id(), None);
        }
        self.ask_later(Until::Snooze);
        vec![]
    }

    /// Asks to which day the date of the subject moves.
    pub(in crate::app) fn ask_postpone(&mut self) {
        self.ask_later(Until::Move);
    }

    fn ask_later(&mut self, until: Until) {
        let later = self.subject_record().and_then(|record| Later::of(self.ctx(), record, until));
        self.screen.layers.extend(later.map(Layer::Later));
    }

    /// Does what was answered: puts off, or moves the date with all that follows from that.
    pub(in crate::app) fn put_off(&mut self, until: Until, id: Ref, day: NaiveDate) -> Vec<Effect> {
        match until {
            Until::Snooze => self.set_snooze(id, Some(day)),
            Until::Move => self.move_date(id, day),
        }
    }

    /// The form does it, so that everything is asked that a moved date asks: what it pushes, who was told.
    fn move_date(&mut self, id: Ref, day: NaiveDate) -> Vec<Effect> {
        let record = self.data.book.get(id);
        let Some((record, field)) = record.and_then(|r| Some((r, moved_field(r, self.data.now)?))) else {
            return vec![];
        };
        // A touch keeps its time.
        let text = match field.read(record) {
            Value::Moment(at) => format!("{day} at {}", at.local().format("%H:%M")),
            _ => day.to_string(),
        };
        self.write_again(id);
        let Some(Layer::Form(form)) = self.screen.layers.last_mut() else { return vec![] };
        let Some(at) = form.entries.iter().position(|e| e.field.name == field.name) else { return vec![] };
        form.at = at;
        *form.entries[at].text_mut() = TextBox::of(text);
        self.save_form()
    }

    fn set_snooze(&mut self, id: Ref, day: Option<NaiveDate>) -> Vec<Effect> {
        let Some((before, field)) = self.data.book.get(id).cloned().zip(id.kind.snooze_field()) else {
            return vec![];
        };
        let mut after = before.clone();
        if field.write(&mut after, day.map_or(Value::Empty, Value::Date)).is_err() {
            return vec![];
        }
        self.save_one(if day.is_some() { Verb::Snooze } else { Verb::Wake }, before, after)
    }

    /// The day that was or would be seen of a record: a birthday, the day an agreement turns on. The record says whether it
    /// was seen; what stands in Today, what would be.
    pub(in crate::app) fn seen_day(&self, record: &Record) -> Option<NaiveDate> {
        let seen = match record.kind().seen_field()?.read(record) {
            Value::Date(day) => Some(day),
            _ => None,
        };
        let row = self.data.agenda.row(record.id()).map(|(_, row)| row);
        let row = row.filter(|row| matches!(row.reason, Reason::Birthday | Reason::NoticeNear));
        row.and_then(|row| row.date).or(seen.filter(|day| *day >= self.data.now.date()))
    }

    /// Says that what the subject stands in Today for was seen, or that it is to be looked at again.
    pub(in crate::app) fn see(&mut self, before: Record) -> Vec<Effect> {
        let id = before.id();
        let Some((day, field)) = self.seen_day(&before).zip(id.kind.seen_field()) else { return vec![] };
        let again = field.read(&before) == Value::Date(day);
        let mut after = before.clone();
        if field.write(&mut after, if again { Value::Empty } else { Value::Date(day) }).is_err() {
            return vec![];
        }
        self.save_one(if again { Verb::Unsee } else { Verb::See }, before, after)
    }

    /// Asks what was decided.
    pub(in crate::app) fn ask_decided(&mut self, decision: &Decision) {
        let id = decision.id.into();
        let mut ask = Dialog::new(asked::decided(), asked::nothing_yet()).line(decision.what.clone());
        for (label, outcome) in [
            (asked::yes(), Outcome::Yes),
            (asked::no(), Outcome::No),
            (asked::with_changes(), Outcome::Changed),
        ] {
            ask = ask.answer(label, OnAnswer::Decided(id, outcome));
        }
        self.screen.layers.push(Layer::Dialog(ask));
    }

    /// Writes down what was decided, today.
    pub(in crate::app) fn decided(&mut self, id: Ref, outcome: Outcome) -> Vec<Effect> {
        let Some(before) = self.data.book.get(id).cloned() else { return vec![] };
        let mut after = before.clone();
        let Record::Decision(decision) = &mut after else { return vec![] };
        let open = outcome == Outcome::Open;
        (decision.outcome, decision.on) = (outcome, (!open).then(|| self.data.now.date()));
        self.save_one(if open { Verb::Reopen } else { Verb::Decide }, before, after)
    }

    /// Whether something of a project is still to be done; it is not done as long as that is so.
    pub(in crate::app) fn has_open_work(&self, project: Ref) -> bool {
        let kinds = [Kind::Task, Kind::Milestone];
        let mut of_it = kinds.into_iter().flat_map(|kind| self.data.book.backlinks(project, kind));
        of_it.any(|r| r.one(project.kind) == Some(project) && derive::is_open(r))
    }
}
