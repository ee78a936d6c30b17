//! What the program fills in by itself when a record is saved, and what does not fit together across records.

use crate::app::Model;
use crate::app::ctx::Ctx;
use crate::domain::derive::hands;
use crate::domain::{
    Book, Fault, Hand, Holder, Moment, Record, Request, RequestStatus, Task, TaskStatus, TouchState,
    ValidationError, custom, derive,
};

impl Model {
    /// What the program fills in by itself when a record is saved.
    pub(in crate::app) fn complete(&mut self, before: Option<&Record>, mut record: Record) -> Record {
        if record.wants_number() && record.number().is_none() {
            record.set_number(self.data.book.next_number());
        }
        let today = self.data.now.date();
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
            Record::Request(request) => {
                start_hands(request, self.data.now);
                // From the day a wish is declined the client waits to hear so.
                let was = before.and_then(Request::of).is_some_and(|r| r.status == RequestStatus::Declined);
                if request.status == RequestStatus::Declined && !was {
                    request.done_on = request.done_on.or(Some(today));
                }
            }
            // What was signed is no draft, whatever the form began with.
            Record::Agreement(agreement) => agreement.status = agreement.state(),
            Record::Milestone(m) if m.baseline.is_none() => m.baseline = m.promised.or(m.expected),
            Record::Interaction(touch) => {
                // What is written down for a time to come has not taken place, whatever the form began with.
                if before.is_none() && touch.is_planned(self.data.now) {
                    touch.state = TouchState::Planned;
                }
                add_clients(&self.data.book, before, &mut record);
            }
            _ => {}
        }
        record
    }
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
pub(super) fn cross_error(ctx: Ctx<'_>, record: &Record) -> Option<ValidationError> {
    match record {
        Record::Task(task) => {
            let milestone = task.milestone.0.and_then(|m| ctx.book.milestone(m))?;
            (milestone.project.0 != task.project.0)
                .then(|| ValidationError::from(Fault::MilestoneElsewhere).at("milestone"))
        }
        Record::Request(request) => {
            let project = request.project.0.and_then(|p| ctx.book.project(p))?;
            let other = project.client.0.filter(|_| project.client.0 != request.client.0)?;
            Some(ValidationError::from(Fault::ProjectOf(ctx.name(other))).at("project"))
        }
        Record::CustomField(field) => custom::clash(ctx.book, field),
        _ => None,
    }
}
