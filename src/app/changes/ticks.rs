//! Ticking off, and opening again.

use crate::app::{Effect, Model, Pane};
use crate::domain::derive::hands;
use crate::domain::derive::today::Reason;
use crate::domain::{
    Action, Change, Head, Holder, Outcome, ProjectStatus, Record, Ref, RequestStatus, Task, TaskStatus,
    TouchState, Value, Verb,
};

impl Model {
    /// Ticks the subject off, or opens it again. A request takes two steps: done, and the client was told.
    pub(in crate::app) fn tick(&mut self) -> Vec<Effect> {
        let Some(before) = self.subject_record().cloned() else { return vec![] };
        if self.is_to_be_told(&before) {
            self.ask_told(before.id());
            return vec![];
        }
        match &before {
            Record::Decision(decision) if decision.outcome == Outcome::Open => {
                self.ask_decided(decision);
                return vec![];
            }
            Record::Decision(decision) => return self.decided(decision.id.into(), Outcome::Open),
            record if self.seen_day(record).is_some() => return self.see(before),
            Record::Project(project) if self.is_without_step(project.id.into()) => return self.ask_snooze(),
            _ => {}
        }
        let mut after = before.clone();
        // Where there is nothing to tick off, it is fine, until a day.
        let Some(verb) = self.turn_over(&mut after) else { return self.ask_snooze() };
        let id = before.id();
        let title = self.data.book.title(id);
        let again = self.next_of(&after);
        let mut change = Change::new(Action::on(verb, before.kind(), title), self.data.now)
            .with(Some(before), Some(after));
        if let Some(task) = again {
            change = change.with(None, Some(task.into()));
        }
        let effects = self.commit(change);
        // What was said and agreed is written down while it is fresh.
        if verb == Verb::Hold {
            self.write_text_of(id);
        }
        effects
    }

    /// Whether a project stands in Today since nothing of it is to be done: it is fine so, until a day.
    fn is_without_step(&self, id: Ref) -> bool {
        self.data.agenda.row(id).is_some_and(|(_, row)| row.reason == Reason::NoNextStep)
    }

    /// Whether ticking a record off is telling the client: of what is done or declined, and, where Today asks for nothing
    /// else, of a promise that moved.
    fn is_to_be_told(&self, record: &Record) -> bool {
        let row = || self.data.agenda.row(record.id()).map(|(_, row)| row.reason);
        match record {
            Record::Request(r) if r.status == RequestStatus::Done => true,
            Record::Request(r) if r.status == RequestStatus::Declined => r.told_on.is_none(),
            _ => {
                self.screen.pane == Pane::Today
                    && !self.screen.is_reading()
                    && row() == Some(Reason::MoveNotTold)
            }
        }
    }

    /// The next of a task that repeats and was just done: the same work with nothing ticked off, in the same change, so
    /// that one undo takes both back.
    fn next_of(&mut self, record: &Record) -> Option<Task> {
        let Record::Task(done) = record else { return None };
        let day = done.done_on.filter(|_| done.status == TaskStatus::Done)?;
        let remembered = done.repeat_day.and_then(|day| u32::try_from(day).ok());
        let (due, remembered) =
            done.repeat?.next_wished(done.due, day, remembered, self.data.book.workdays())?;
        let mut next = done.clone();
        next.id = self.session.id_generator.next(self.data.now);
        next.head = Head::new(self.data.now);
        next.no = self.data.book.next_number();
        next.start = done.start.zip(done.due).and_then(|(start, was)| due.checked_sub_signed(was - start));
        (next.due, next.done_on, next.status) = (Some(due), None, TaskStatus::Open);
        next.repeat_day = remembered.map(i64::from);
        next.hands.clear();
        next.after.0.clear();
        next.external.clear();
        next.checklist.iter_mut().for_each(|c| c.done = false);
        Some(next)
    }

    fn turn_over(&self, record: &mut Record) -> Option<Verb> {
        const DONE: Verb = Verb::TickOff;
        const AGAIN: Verb = Verb::Reopen;
        let today = self.data.now.date();
        Some(match record {
            Record::Task(t) => {
                let done = t.status.is_open();
                t.status = if done { TaskStatus::Done } else { TaskStatus::Open };
                t.done_on = done.then_some(today);
                if done { DONE } else { AGAIN }
            }
            Record::Project(p) => {
                let done = p.status.is_open();
                p.status = if done { ProjectStatus::Done } else { ProjectStatus::Active };
                p.done_on = done.then_some(today);
                if done { DONE } else { AGAIN }
            }
            Record::Interaction(i) if i.is_planned(self.data.now) => {
                i.state = TouchState::Held;
                // What is ticked off before its time took place now.
                if i.at.utc_ms > self.data.now.utc_ms {
                    i.at = self.data.now;
                }
                Verb::Hold
            }
            Record::Interaction(i) => {
                i.report_sent = if i.report_sent.is_none() { Some(today) } else { None };
                if i.report_sent.is_some() { Verb::SendReport } else { Verb::ReopenReport }
            }
            Record::Request(r) => match r.status {
                RequestStatus::Done | RequestStatus::Told | RequestStatus::Declined => {
                    (r.status, r.told_on) = (RequestStatus::Done, None);
                    Verb::Reopen
                }
                RequestStatus::Asked | RequestStatus::Routed | RequestStatus::Promised => {
                    (r.status, r.done_on) = (RequestStatus::Done, Some(today));
                    // Done is not told: from now on the ball is with us.
                    hands::pass(&mut r.hands, Holder::Us, self.data.now);
                    Verb::Finish
                }
            },
            other => {
                let field = other.kind().closing_field()?;
                let done = field.read(other).is_empty();
                field.write(other, if done { Value::Date(today) } else { Value::Empty }).ok()?;
                if done { DONE } else { AGAIN }
            }
        })
    }
}
