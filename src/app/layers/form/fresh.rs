//! Records that a form makes along with its own: what is named in a field and is not in the book yet.

use crate::app::ctx::Ctx;
use crate::app::layers::form::{Form, Input, Picked, prefilled};
use crate::domain::text::{self, fold};
use crate::domain::{ClientId, Contact, DepartmentId, Field, Kind, Record, Ref, Type, Value, Who};
use uuid::Uuid;

/// A record of that name, about what the form is about; `None` where a name alone does not make one.
fn named(ctx: Ctx<'_>, field: &Field, owner: &Record, id: Uuid, name: &str) -> Option<Record> {
    let kind = field.kind.target()?;
    let context: Vec<Ref> = owner.links().flat_map(|(_, value)| value.refs().to_vec()).collect();
    let mut record = prefilled(ctx, kind, id, ctx.now, &context);
    // What the form makes as well is not in the book, and has its place all the same.
    for of in kind.fields().iter().filter(|f| f.traits.prefilled) {
        if let (Type::One(kind), true) = (of.kind, of.read(&record).is_empty())
            && let Some(id) = owner.one(kind)
        {
            of.write(&mut record, Value::One(id)).ok()?;
        }
    }
    if let Record::Contact(contact) = &mut record {
        place(contact, field, owner);
    }
    let words = name.trim();
    let (first, last) = words.rsplit_once(' ').map_or((words, ""), |(first, last)| (first.trim(), last));
    let titles = kind.fields().iter().filter(|f| f.traits.title);
    let parts = if kind == Kind::Contact { vec![first, last] } else { vec![words] };
    for (field, text) in titles.zip(parts).filter(|(_, text)| !text.is_empty()) {
        field.write(&mut record, Value::Text(text.to_owned())).ok()?;
    }
    record.errors().is_empty().then_some(record)
}

/// A colleague belongs to the department that the form names, everybody else to its client.
fn place(contact: &mut Contact, field: &Field, owner: &Record) {
    let one = |kind| owner.one(kind).map(|r| r.id);
    let colleague = field.traits.who != Who::Anybody;
    let (client, department) = (one(Kind::Client), one(Kind::Department));
    contact.client.0 = client.filter(|_| !colleague).map(ClientId);
    contact.department.0 = department.filter(|_| colleague).map(DepartmentId);
}

/// The offer to make what was typed, unless something is called so already.
pub(super) fn offer(
    ctx: Ctx<'_>,
    field: &Field,
    owner: &Record,
    typed: &str,
    found: &[Ref],
) -> Option<Picked> {
    let name = text::typed(typed.trim()).into_owned();
    let taken = found.iter().any(|id| fold(&ctx.name(*id)) == fold(&name));
    let may = !taken && named(ctx, field, owner, Uuid::nil(), &name).is_some();
    may.then_some(Picked::New(Uuid::nil(), name))
}

impl Form {
    /// Whether the marked offer makes something new, which needs an id of its own.
    pub(super) fn offers_new(&self) -> bool {
        self.entry().and_then(|e| e.marked()).is_some_and(|picked| matches!(picked, Picked::New(..)))
    }

    /// The records that are made along with that of the form, as they are written.
    pub fn made(&self, ctx: Ctx<'_>, owner: &Record) -> Vec<Record> {
        let picks = self.entries.iter().flat_map(|entry| match &entry.input {
            Input::Picks(picks, _) => picks.iter().map(|p| (entry.field, p)).collect(),
            Input::Line(_) | Input::Long(_) | Input::Choice(..) => vec![],
        });
        picks
            .filter_map(|(field, picked)| match picked {
                Picked::New(id, name) => named(ctx, field, owner, *id, name),
                Picked::Record(_) | Picked::Code(_) => None,
            })
            .collect()
    }
}
