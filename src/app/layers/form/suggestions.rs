//! Whom or what a field most likely means, for the order of its suggestions.

use crate::app::ctx::Ctx;
use crate::domain::{Contact, Field, Kind, Record, Ref, Who, derive};
use crate::words;

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

/// How many are offered before anything is typed.
const LIKELIEST: usize = 5;
/// How many of the newest touches are looked at for the clients that were worked with last.
const TOUCHES: usize = 50;

/// Those that a field most likely means before anything is typed: near ones by name, departments and playbooks, of
/// clients those that were worked with last. None where nothing is likely.
pub(in crate::app) fn likeliest(ctx: Ctx<'_>, field: &Field, owner: &Record, kind: Kind) -> Vec<Ref> {
    if kind == Kind::Client {
        return last_worked_with(ctx);
    }
    let all = ctx.book.all(kind).map(Record::id).filter(|id| *id != owner.id() && may_be(ctx, field, *id));
    let few = matches!(kind, Kind::Department | Kind::Playbook);
    let mut near: Vec<Ref> = all.filter(|id| few || is_near(ctx, field, owner, *id)).collect();
    // What is over is rarely meant.
    let over = |id: Ref| ctx.get(id).is_some_and(|r| r.due().is_some() && !derive::is_open(r));
    near.sort_by_cached_key(|id| (over(*id), words::order::folded(ctx.book.key(*id)).into_owned()));
    near.truncate(LIKELIEST);
    with_stand_ins(ctx, field, near)
}

/// The clients of the touches that were written down last, the newest first; in a book without touches those added last.
fn last_worked_with(ctx: Ctx<'_>) -> Vec<Ref> {
    let touched = ctx.book.all(Kind::Interaction).rev().take(TOUCHES);
    let touched = touched.flat_map(|r| derive::clients_of(ctx.book, r)).map(Ref::from);
    let mut out: Vec<Ref> = vec![];
    for id in touched.chain(ctx.book.all(Kind::Client).rev().take(LIKELIEST).map(Record::id)) {
        if out.len() < LIKELIEST && !out.contains(&id) && ctx.get(id).is_some() {
            out.push(id);
        }
    }
    out
}
