//! A department: its people, and what each has open for us.

use crate::app::cells::{self, Beside, section};
use crate::app::ctx::Ctx;
use crate::app::custom;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::{self, load};
use crate::domain::{Contact, Department, Kind, Ref};
use crate::words;
use crate::words::dates;
use chrono::NaiveDate;

/// The contacts of a department, with what they are good at, what they have open, and who is away.
pub fn people(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let Some(department) = ctx.get(id).and_then(Department::of) else { return document };
    document.fact(
        words::pages::head(),
        Cell::new(department.lead.0.map(|c| ctx.name(c)).unwrap_or_default(), Tone::Accent),
    );
    document.fact(words::pages::mail(), Cell::plain(department.mail.clone()));
    document.fact(words::pages::phone(), Cell::plain(department.phone.clone()));
    let days = department.answer_days.map(words::pages::within);
    document.fact(words::pages::answers(), Cell::plain(days.unwrap_or_default()));
    custom::facts(ctx, id, &mut document);
    let rows = derive::people_of(ctx.book, id).into_iter().map(|c| colleague_row(ctx, c));
    section(
        &mut document,
        words::pages::people(),
        rows,
        usize::MAX,
        &cells::with_key(words::pages::nobody, Kind::Contact),
    );
    document
}

fn colleague_row(ctx: Ctx<'_>, person: &Contact) -> Line {
    let tasks = derive::open_tasks(ctx.book, person.id.into());
    let late = tasks.iter().filter(|t| derive::is_late(t, ctx.today())).count();
    let open = match (tasks.len(), late) {
        (0, _) => Cell::muted(words::pages::nothing_open()),
        (n, 0) => Cell::plain(words::pages::count_open(n)),
        (n, l) => Cell::new(words::pages::count_late(n, l), Tone::Alarm),
    };
    let [away, instead] = away(ctx, person, ctx.today());
    let skills = Cell::muted(person.skills.join(", "));
    let cells = vec![
        Cell::new(ctx.name(person.id), Tone::Accent),
        open,
        away,
        instead,
        Cell::plain(person.job.clone()),
        skills,
    ];
    Line::Item { target: person.id.into(), cells, grow: 0 }
}

/// Whether somebody is away on a day and until when, and who stands in.
fn away(ctx: Ctx<'_>, person: &Contact, day: NaiveDate) -> [Cell; 2] {
    let Some(until) = load::away_until(ctx.book, person.id, day) else { return Default::default() };
    let instead = words::load::stand_in(load::stand_in(ctx.book, person.id, day), day, |id| ctx.name(id));
    let away = words::pages::away_until(&dates::plain(until, day));
    [Cell::marked(away, Tone::Warning), Cell::new(instead, Tone::Warning)]
}

/// Open tasks of a department, person by person, across all clients.
pub fn open_work(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    for person in derive::people_of(ctx.book, id) {
        let tasks = derive::open_tasks(ctx.book, person.id.into());
        if !tasks.is_empty() {
            let rows = tasks.into_iter().map(|t| cells::task_row(ctx, t, Beside::Client));
            section(&mut document, &ctx.name(person.id), rows, usize::MAX, "");
        }
    }
    let wishes: Vec<Line> =
        cells::open_requests(ctx, id).into_iter().map(|r| cells::request_row(ctx, r)).collect();
    if !wishes.is_empty() {
        section(&mut document, words::pages::requests(), wishes, usize::MAX, "");
    }
    if document.lines.is_empty() {
        document.remark(words::pages::nothing_open_here());
    }
    document
}
