//! Whom or what a field most likely means, for the order of its suggestions.

use crate::app::ctx::Ctx;
use crate::domain::{Contact, Field, Kind, Record, Ref, Who, derive};

/// Behind a colleague who is away, whoever stands in: the one who is to do it now.
pub(in crate::app) fn with_stand_ins(ctx: Ctx<'_>, field: &Field, found: Vec<Ref>) -> Vec<Ref> {
    if !field.traits.covered {
        return found;
    }
    let mut out: Vec<Ref> = vec![];
    for id in found {
        let contact = ctx.get(id).and_then(Contact::of).map(|c| c.id);
        // Who is there does the work themselves.
        let instead =
            contact.and_then(|c| derive::load::who_instead(ctx.book, c, ctx.today())).map(Ref::from);
        for one in [Some(id), instead].into_iter().flatten() {
            if !out.contains(&one) {
                out.push(one);
            }
        }
    }
    out
}

/// Whether a record can stand in this field at all: some take nobody but colleagues.
pub(in crate::app) fn may_be(ctx: Ctx<'_>, field: &Field, id: Ref) -> bool {
    field.traits.who != Who::Colleagues
        || ctx.get(id).and_then(Contact::of).is_some_and(Contact::is_colleague)
}

/// Whether a record is one that this field most likely means: colleagues for work, people of the same client for the
/// rest, milestones, tasks and projects of what the form names already.
pub(in crate::app) fn is_near(ctx: Ctx<'_>, field: &Field, owner: &Record, id: Ref) -> bool {
    let Some(record) = ctx.get(id) else { return false };
    match record {
        Record::Contact(c) => match field.traits.who {
            Who::MostlyColleagues | Who::Colleagues => c.is_colleague(),
            Who::Anybody => same_home(ctx, owner, c),
        },
        Record::Project(p) => p.client.0.is_some_and(|c| derive::clients_of(ctx.book, owner).contains(&c)),
        Record::Milestone(_) | Record::Task(_) => record.one(Kind::Project) == owner.one(Kind::Project),
        _ => false,
    }
}

fn same_home(ctx: Ctx<'_>, owner: &Record, contact: &Contact) -> bool {
    let clients = derive::clients_of(ctx.book, owner);
    match contact.client.0 {
        Some(client) if !clients.is_empty() => clients.contains(&client),
        other => clients.is_empty() && other.is_some(),
    }
}
