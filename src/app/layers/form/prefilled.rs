//! What a new record is about, as far as the place it is written down at tells.

use crate::app::ctx::Ctx;
use crate::domain::{
    AgreementId, Client, ClientId, Contact, ContactId, DepartmentId, Kind, MilestoneId, Moment, ProjectId,
    Record, Ref, RequestId, Tier, derive,
};
use uuid::Uuid;

/// What is around the place, the nearest of each kind.
#[derive(Default)]
struct Around {
    client: Option<ClientId>,
    project: Option<ProjectId>,
    milestone: Option<MilestoneId>,
    request: Option<RequestId>,
    department: Option<DepartmentId>,
    contact: Option<ContactId>,
}

impl Around {
    fn of(ctx: Ctx<'_>, context: &[Ref]) -> Self {
        let mut out = Self::default();
        for record in context.iter().filter_map(|id| ctx.get(*id)) {
            out.take(ctx, record);
        }
        out
    }

    fn take(&mut self, ctx: Ctx<'_>, record: &Record) {
        match record {
            Record::Contact(c) => {
                self.contact = self.contact.or(Some(c.id));
                self.department = self.department.or(c.department.0);
            }
            Record::Department(d) => self.department = self.department.or(Some(d.id)),
            Record::Project(p) => self.project = self.project.or(Some(p.id)),
            Record::Milestone(m) => {
                // What is reached already needs no new work.
                self.milestone = self.milestone.or((m.done_on.is_none()).then_some(m.id));
                self.project = self.project.or(m.project.0);
            }
            // Whoever does a task need not have been in the talk about it.
            Record::Task(t) => {
                self.project = self.project.or(t.project.0);
                self.request = self.request.or(t.request.0);
            }
            Record::Member(m) => {
                self.project = self.project.or(m.project.0);
                self.contact = self.contact.or(m.contact.0);
            }
            Record::Request(r) => {
                self.request = self.request.or(Some(r.id));
                self.project = self.project.or(r.project.0);
            }
            Record::Interaction(i) => {
                self.project = self.project.or(i.projects.0.first().copied());
                self.contact = self.contact.or(i.people.0.first().copied());
            }
            _ => {}
        }
        self.client = self.client.or_else(|| derive::client_of(ctx.book, record));
        if self.client.is_none() {
            self.client = self.project.and_then(|p| ctx.book.project(p)).and_then(|p| p.client.0);
        }
    }
}

/// A new record of `kind`, written down at `now` from a place whose records are `context`, the nearest first.
pub fn prefilled(ctx: Ctx<'_>, kind: Kind, id: Uuid, now: Moment, context: &[Ref]) -> Record {
    let around = Around::of(ctx, context);
    let colleague = around.contact.filter(|c| ctx.book.contact(*c).is_some_and(|c| c.department.0.is_some()));
    // Somebody of theirs: a colleague neither asks, nor judges, nor decides for a client.
    let person = around.contact.filter(|_| colleague.is_none());
    let mut record = Record::new(kind, id, now);
    match &mut record {
        Record::Client(c) => c.tier = Tier::UNSORTED,
        Record::Contact(c) => {
            // A person stands with what is nearest: a department or a client.
            let department_first = context.iter().filter_map(|r| ctx.get(*r)).find_map(|r| match r {
                Record::Department(_) => Some(true),
                Record::Contact(c) => Some(c.department.0.is_some()),
                r => (derive::client_of(ctx.book, r).is_some() || Client::of(r).is_some()).then_some(false),
            });
            if department_first == Some(true) {
                c.department.0 = around.department;
            } else {
                c.client.0 = around.client;
            }
        }
        Record::Project(p) => p.client.0 = around.client,
        Record::Milestone(m) => m.project.0 = around.project,
        Record::Member(m) => m.project.0 = around.project,
        Record::Absence(a) => a.contact.0 = colleague,
        Record::Agreement(a) => a.client.0 = around.client,
        Record::Task(t) => {
            t.project.0 = around.project;
            t.client.0 = if around.project.is_some() { None } else { around.client };
            t.request.0 = around.request;
            t.milestone.0 = around.milestone;
            t.assignee.0 = colleague;
        }
        Record::Request(r) => {
            r.client.0 = around.client;
            r.project.0 = around.project;
            r.asked_by.0 = person;
            r.received = Some(now.date());
        }
        Record::Obligation(o) => {
            o.agreement.0 = context.iter().find(|id| id.kind == Kind::Agreement).map(|id| AgreementId(id.id));
        }
        Record::Feedback(f) => {
            f.client.0 = around.client;
            f.project.0 = around.project;
            f.request.0 = around.request;
            f.contact.0 = person;
            f.on = Some(now.date());
        }
        Record::Decision(d) => {
            d.client.0 = around.client;
            d.project.0 = around.project;
            d.request.0 = around.request;
            d.by.0 = person;
            d.on = Some(now.date());
        }
        Record::Interaction(i) => {
            i.at = now;
            i.people.0.extend(around.contact.filter(|c| ctx.book.contact(*c).and_then(home).is_some()));
            i.clients.0.extend(around.client);
            i.projects.0.extend(around.project);
            i.requests.0.extend(around.request);
        }
        Record::Department(_) | Record::Playbook(_) => {}
    }
    record
}

fn home(contact: &Contact) -> Option<Ref> {
    contact.client.0.map(Ref::from).or(contact.department.0.map(Ref::from))
}
