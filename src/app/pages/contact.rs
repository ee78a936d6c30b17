//! A person.

use crate::app::cells::{self, Beside, section};
use crate::app::ctx::Ctx;
use crate::app::custom;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::{self, load};
use crate::domain::{Absence, Contact, Kind, Ref};
use crate::words;
use crate::words::dates;

/// Who they are, how to reach them, what they do for us, what passed between us.
pub fn overview(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let Some(person) = ctx.get(id).and_then(Contact::of) else { return document };
    let home = person.home();
    let mut first = vec![
        Cell::plain(person.job.clone()),
        Cell::new(home.map(|h| ctx.name(h)).unwrap_or_default(), Tone::Accent),
    ];
    first.push(Cell::muted(person.roles.iter().map(|r| words::chosen(*r)).collect::<Vec<_>>().join(", ")));
    first.push(Cell::plain(person.attitude.sign()));
    first.retain(|c| !c.text.is_empty());
    if !first.is_empty() {
        document.push(Line::Text(first));
    }
    let names = |r: Ref| ctx.name(r);
    let record = person.clone().into();
    for field in Kind::Contact.at_a_glance() {
        let value = field.read(&record);
        if !field.is_default(&value) {
            document.fact(words::field(field), Cell::plain(cells::shown(field, &value, &names)));
        }
    }
    if let Some(birthday) = person.birthday {
        let next = birthday.next(ctx.today());
        document.fact(words::pages::birthday(), Cell::plain(dates::show(next, ctx.today())));
    }
    let touch = derive::last_touch(ctx.book, id, ctx.now);
    document.fact(
        words::pages::last_touch_of(),
        Cell::plain(
            touch.map_or(words::lists::never().into(), |m| dates::ago(m.day_beside(ctx.now), ctx.today())),
        ),
    );
    custom::facts(ctx, id, &mut document);
    absences(ctx, person, &mut document);
    let tasks = derive::open_tasks(ctx.book, id)
        .into_iter()
        .map(|t| cells::task_row(ctx, t, Beside::Both(id)))
        .collect::<Vec<_>>();
    if !tasks.is_empty() {
        section(&mut document, words::pages::open_tasks(), tasks, 10, "");
    }
    cells::timeline(ctx, id, 8, &mut document);
    if !person.notes.is_empty() {
        document.heading(words::pages::notes());
        document.push(Line::Prose(person.notes.clone()));
    }
    document
}

fn absences(ctx: Ctx<'_>, person: &Contact, document: &mut Document) {
    let mut all: Vec<&Absence> = ctx
        .book
        .backlinks(person.id, Kind::Absence)
        .filter_map(Absence::of)
        .filter(|a| a.contact.0 == Some(person.id) && a.last.is_some_and(|l| l >= ctx.today()))
        .collect();
    all.sort_by_key(|a| a.first);
    if all.is_empty() {
        return;
    }
    let day = |d: Option<chrono::NaiveDate>| d.map(|d| dates::show(d, ctx.today())).unwrap_or_default();
    let row = |a: &&Absence| Line::Item {
        target: a.id.into(),
        cells: vec![
            Cell::plain(words::pages::from_to(&day(a.first), &day(a.last))),
            Cell::plain(a.note.clone()),
            Cell::muted(
                a.first
                    .map(|first| first.max(ctx.today()))
                    .map(|day| load::stand_in(ctx.book, person.id, day))
                    .map(|instead| words::load::stand_in(instead, ctx.today(), |id| ctx.name(id)))
                    .unwrap_or_default(),
            ),
        ],
        grow: 1,
    };
    section(document, words::pages::away(), all.iter().map(row), 5, "");
}
