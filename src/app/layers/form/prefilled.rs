//! What a new record is about, as far as the place it is written down at tells: the table of fields says which of them
//! take something from there.

use crate::app::ctx::Ctx;
use crate::domain::{
    Client, Contact, CustomOf, Field, Kind, Moment, Project, Record, Ref, Tier, Type, Value, Who, derive,
};
use uuid::Uuid;

/// What is around the place, the nearest of each kind.
#[derive(Default)]
struct Around(Vec<Ref>);

impl Around {
    fn of(ctx: Ctx<'_>, context: &[Ref]) -> Self {
        let mut out = Self::default();
        for record in context.iter().filter_map(|id| ctx.get(*id)) {
            out.take(ctx, record);
        }
        out
    }

    fn nearest(&self, kind: Kind) -> Option<Ref> {
        self.0.iter().copied().find(|id| id.kind == kind)
    }

    fn note(&mut self, id: Ref) {
        if self.nearest(id.kind).is_none() {
            self.0.push(id);
        }
    }

    fn take(&mut self, ctx: Ctx<'_>, record: &Record) {
        // What is reached already needs no new work.
        if !matches!(record, Record::Milestone(m) if m.done_on.is_some()) {
            self.note(record.id());
        }
        for field in record.fields().iter().filter(|f| f.traits.leads_on) {
            if let Some(first) = field.read(record).refs().first() {
                self.note(*first);
            }
        }
        let of_project = || ctx.get(self.nearest(Kind::Project)?).and_then(Project::of)?.client.0;
        if let Some(client) = derive::client_of(ctx.book, record).or_else(of_project) {
            self.note(client.into());
        }
    }
}

/// A new record of `kind`, written down at `now` from a place whose records are `context`, the nearest first.
pub fn prefilled(ctx: Ctx<'_>, kind: Kind, id: Uuid, now: Moment, context: &[Ref]) -> Record {
    let around = Around::of(ctx, context);
    let mut record = Record::new(kind, id, now);
    for field in kind.fields().iter().filter(|f| f.traits.prefilled) {
        // What is around is of the kind that the field takes.
        let _ = field.write(&mut record, taken(ctx, &around, field, now));
    }
    match &mut record {
        Record::Client(c) => c.tier = Tier::Unsorted,
        // A field of one's own is most likely one of what is looked at.
        Record::CustomField(field) => {
            field.of = context.iter().find_map(|id| CustomOf::of_kind(id.kind)).unwrap_or_default();
        }
        // A person stands with what is nearest: a department or a client.
        Record::Contact(c) => {
            if is_department_nearer(ctx, context) {
                c.client.0 = None;
            } else {
                c.department.0 = None;
            }
        }
        // A task in a project is its client's.
        Record::Task(t) if t.project.0.is_some() => t.client.0 = None,
        _ => {}
    }
    record
}

/// What a field of a new record takes from the place.
fn taken(ctx: Ctx<'_>, around: &Around, field: &Field, now: Moment) -> Value {
    let person = || around.nearest(Kind::Contact);
    let contact = |id: &Ref| ctx.get(*id).and_then(Contact::of);
    let found = match field.kind {
        Type::Date | Type::Past => return Value::Date(now.date()),
        Type::Moment => return Value::Moment(now),
        Type::One(Kind::Contact) => person().filter(|id| match field.traits.who {
            // A colleague neither asks, nor judges, nor decides for a client.
            Who::Anybody => !contact(id).is_some_and(Contact::is_colleague),
            Who::MostlyColleagues | Who::Colleagues => contact(id).is_some_and(Contact::is_colleague),
        }),
        // Who belongs to nobody is talked about, and takes no part.
        Type::Many(Kind::Contact) => person().filter(|id| contact(id).and_then(Contact::home).is_some()),
        Type::One(kind) if field.traits.required => around.nearest(kind).or_else(|| the_only(ctx, kind)),
        Type::One(kind) | Type::Many(kind) => around.nearest(kind),
        _ => None,
    };
    match (found, field.kind) {
        (None, _) => Value::Empty,
        (Some(id), Type::Many(_)) => Value::Many(vec![id]),
        (Some(id), _) => Value::One(id),
    }
}

/// The one record there is of a kind: where the field must name one, it can mean no other.
fn the_only(ctx: Ctx<'_>, kind: Kind) -> Option<Ref> {
    let mut all = ctx.book.all(kind).map(Record::id);
    all.next().filter(|_| all.next().is_none())
}

fn is_department_nearer(ctx: Ctx<'_>, context: &[Ref]) -> bool {
    let nearest = context.iter().filter_map(|id| ctx.get(*id)).find_map(|record| match record {
        Record::Department(_) => Some(true),
        Record::Contact(c) => Some(c.is_colleague()),
        r => (derive::client_of(ctx.book, r).is_some() || Client::of(r).is_some()).then_some(false),
    });
    nearest == Some(true)
}
