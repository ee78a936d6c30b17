//! Where we stand with a client.

use super::head;
use crate::app::cells::{self, Beside, section};
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive;
use crate::domain::{Agreement, AgreementStatus, Client, Kind, Milestone, Project, Ref, Request};
use crate::words;
use crate::words::dates;

/// All that matters at a glance.
pub fn overview(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let Some(client) = ctx.get(id).and_then(Client::of) else { return document };
    let standing = standing(ctx, client);
    if !standing.is_empty() {
        document.push(Line::Text(standing));
    }
    head::head(ctx, client, &mut document);
    let next = derive::open_tasks(ctx.book, id);
    section(
        &mut document,
        "Next",
        next.into_iter().map(|t| cells::task_row(ctx, t, Beside::Assignee)),
        5,
        &cells::with_key("Nothing is open · {} adds a task", Kind::Task),
    );
    let requests =
        cells::open_requests(ctx, id).into_iter().map(|r| cells::request_row(ctx, r)).collect::<Vec<_>>();
    if !requests.is_empty() {
        section(&mut document, "Open requests", requests, 8, "");
    }
    let projects = projects_of(ctx, id).into_iter().filter(|p| p.status.is_open());
    let projects: Vec<Line> = projects.map(|p| cells::project_row(ctx, p)).collect();
    section(
        &mut document,
        "Projects",
        projects,
        8,
        &cells::with_key("No project is open · {} adds one", Kind::Project),
    );
    let people = derive::people_of(ctx.book, id).into_iter().map(|c| cells::person_row(ctx, c));
    section(
        &mut document,
        "People",
        people,
        6,
        &cells::with_key("Nobody yet · {} adds a person", Kind::Contact),
    );
    let agreements = agreements(ctx, id);
    if !agreements.is_empty() {
        section(&mut document, "Agreements", agreements, 4, "");
    }
    cells::timeline(ctx, id, 5, &mut document);
    document
}

/// Every part of the health with what it got, and why.
pub fn health(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let Some(client) = ctx.get(id).and_then(Client::of) else { return document };
    let Some(health) = derive::health::health(ctx.book, client.id, ctx.now) else {
        document.remark("Nothing is known that health could be told from, or nobody tends this client");
        return document;
    };
    document.heading(format!(
        "Health {}  {}",
        cells::health_words(&health).trim_end(),
        words::health::trend(&health)
    ));
    for part in &health.parts {
        let weak = u32::from(part.got) * 2 < u32::from(part.possible);
        let bar = cells::blocks(part.got.into(), part.possible.into());
        let why = words::health::finding(&part.finding);
        let words = format!("{} of {}  {bar}  {why}", part.got, part.possible);
        document.fact(part.kind.label(), Cell::marked(words, if weak { Tone::Warning } else { Tone::Plain }));
    }
    document.heading("Month by month");
    document.push(Line::Text(head::months(ctx, &head::course(ctx, client))));
    document
}

/// One line: what is late, and where they are.
fn standing<'a>(ctx: Ctx<'a>, client: &'a Client) -> Vec<Cell> {
    let id = Ref::from(client.id);
    let today = ctx.today();
    let mut out = vec![];
    let late = derive::open_tasks(ctx.book, id).into_iter().filter(|t| derive::is_late(t, today)).count();
    if late > 0 {
        out.push(Cell::new(format!("! {}", Kind::Task.counted(late) + " late"), Tone::Alarm));
    }
    let broken = projects_of(ctx, id)
        .into_iter()
        .filter(|p| p.status.is_open())
        .flat_map(|p| ctx.book.backlinks(p.id, Kind::Milestone))
        .filter_map(Milestone::of)
        .filter(|m| m.done_on.is_none() && m.promised.is_some_and(|p| p < today))
        .count();
    if broken > 0 {
        out.push(Cell::new(
            format!("! {broken} promised {} past", if broken == 1 { "date" } else { "dates" }),
            Tone::Alarm,
        ));
    }
    let place = [client.industry.as_str(), client.city.as_str()].into_iter().filter(|t| !t.is_empty());
    let place = place.collect::<Vec<_>>().join(", ");
    if !place.is_empty() {
        out.push(Cell::muted(place));
    }
    out
}

fn projects_of(ctx: Ctx<'_>, id: Ref) -> Vec<&Project> {
    let mut all: Vec<&Project> = ctx.book.backlinks(id, Kind::Project).filter_map(Project::of).collect();
    all.sort_by_key(|p| (!p.status.is_open(), p.expected.or(p.promised), p.no));
    all
}

fn agreements(ctx: Ctx<'_>, id: Ref) -> Vec<Line> {
    let mut all: Vec<&Agreement> =
        ctx.book.backlinks(id, Kind::Agreement).filter_map(Agreement::of).collect();
    let state = |a: &Agreement| derive::agreements::as_it_stands(ctx.book, a).state();
    all.retain(|a| !matches!(state(a), AgreementStatus::Ended | AgreementStatus::Renewed));
    all.sort_by_key(|a| derive::agreements::running(a, ctx.today()).notice_date());
    let row = |a: &&Agreement| {
        // Louder the nearer it is, as in the list of agreements.
        let tone = cells::notice_day(ctx, a).tone;
        let running = derive::agreements::running(a, ctx.today());
        let notice = running.notice_date().filter(|_| tone != Tone::Muted);
        let notice = notice.map(|d| format!("notice by {}", dates::show(d, ctx.today()))).unwrap_or_default();
        let cells =
            vec![Cell::plain(a.title.clone()), Cell::muted(a.state().label()), Cell::marked(notice, tone)];
        Line::Item { target: a.id.into(), cells, grow: 0 }
    };
    all.iter().map(row).collect()
}

/// Every project of a client, open ones first.
pub fn projects(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let (open, closed): (Vec<&Project>, Vec<&Project>) =
        projects_of(ctx, id).into_iter().partition(|p| p.status.is_open());
    let rows = |all: Vec<&Project>| all.into_iter().map(|p| cells::project_row(ctx, p)).collect::<Vec<_>>();
    section(
        &mut document,
        "Open",
        rows(open),
        usize::MAX,
        &cells::with_key("No project is open · {} adds one", Kind::Project),
    );
    let closed = rows(closed);
    if !closed.is_empty() {
        section(&mut document, "Closed", closed, usize::MAX, "");
    }
    let wishes = ctx.book.backlinks(id, Kind::Request).filter_map(Request::of);
    let (open, closed): (Vec<&Request>, Vec<&Request>) = wishes.partition(|r| r.status.is_open());
    for (title, wishes) in [("Open requests", open), ("Closed requests", closed)] {
        let rows: Vec<Line> = wishes.into_iter().map(|r| cells::request_row(ctx, r)).collect();
        if !rows.is_empty() {
            section(&mut document, title, rows, usize::MAX, "");
        }
    }
    document
}
