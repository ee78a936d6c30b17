//! Where we stand with a client.

use super::head;
use crate::app::cells::{self, Beside, section};
use crate::app::ctx::Ctx;
use crate::app::custom;
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
        words::pages::next(),
        next.into_iter().map(|t| cells::task_row(ctx, t, Beside::Assignee)),
        5,
        &cells::with_key(words::pages::no_task_open, Kind::Task),
    );
    let requests =
        cells::open_requests(ctx, id).into_iter().map(|r| cells::request_row(ctx, r)).collect::<Vec<_>>();
    if !requests.is_empty() {
        section(&mut document, words::pages::open_requests(), requests, 8, "");
    }
    let projects = projects_of(ctx, id).into_iter().filter(|p| p.status.is_open());
    let projects: Vec<Line> = projects.map(|p| cells::project_row(ctx, p)).collect();
    section(
        &mut document,
        words::pages::projects(),
        projects,
        8,
        &cells::with_key(words::pages::no_project_open, Kind::Project),
    );
    let people = derive::people_of(ctx.book, id).into_iter().map(|c| cells::person_row(ctx, c));
    section(
        &mut document,
        words::pages::people(),
        people,
        6,
        &cells::with_key(words::pages::nobody, Kind::Contact),
    );
    let agreements = agreements(ctx, id);
    if !agreements.is_empty() {
        section(&mut document, words::pages::agreements(), agreements, 4, "");
    }
    let mut own = Document::default();
    custom::facts(ctx, id, &mut own);
    if !own.lines.is_empty() {
        document.heading(words::custom::all());
        document.lines.extend(own.lines);
    }
    cells::timeline(ctx, id, 5, &mut document);
    document
}

/// Every part of the health with what it got, and why.
pub fn health(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let Some(client) = ctx.get(id).and_then(Client::of) else { return document };
    let Some(health) = derive::health::health(ctx.book, client.id, ctx.now) else {
        document.remark(words::pages::no_health());
        return document;
    };
    let score = format!("{} ", cells::health_words(&health).trim_end());
    document.heading(words::pages::health(&score, &words::health::trend(&health)));
    for part in &health.parts {
        let weak = u32::from(part.got) * 2 < u32::from(part.possible);
        let bar = cells::blocks(part.got.into(), part.possible.into());
        let why = words::health::finding(&part.finding);
        let got = words::pages::of(part.got.into(), part.possible.into());
        let words = format!("{got}  {bar}  {why}");
        document.fact(
            words::health::part(part.kind),
            Cell::marked(words, if weak { Tone::Warning } else { Tone::Plain }),
        );
    }
    document.heading(words::pages::by_month());
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
        out.push(Cell::new(format!("! {}", words::pages::late_tasks(words::whole(late))), Tone::Alarm));
    }
    let broken = projects_of(ctx, id)
        .into_iter()
        .filter(|p| p.status.is_open())
        .flat_map(|p| ctx.book.backlinks(p.id, Kind::Milestone))
        .filter_map(Milestone::of)
        .filter(|m| m.done_on.is_none() && m.promised.is_some_and(|p| p < today))
        .count();
    if broken > 0 {
        out.push(Cell::new(format!("! {}", words::pages::promises_past(words::whole(broken))), Tone::Alarm));
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
        let notice =
            notice.map(|d| words::lists::notice_by(&dates::show(d, ctx.today()))).unwrap_or_default();
        let cells = vec![
            Cell::plain(a.title.clone()),
            Cell::muted(words::chosen(a.state())),
            Cell::marked(notice, tone),
        ];
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
        words::pages::open(),
        rows(open),
        usize::MAX,
        &cells::with_key(words::pages::no_project_open, Kind::Project),
    );
    let closed = rows(closed);
    if !closed.is_empty() {
        section(&mut document, words::pages::closed(), closed, usize::MAX, "");
    }
    let wishes = ctx.book.backlinks(id, Kind::Request).filter_map(Request::of);
    let (open, closed): (Vec<&Request>, Vec<&Request>) = wishes.partition(|r| r.status.is_open());
    for (title, wishes) in [(words::pages::open_requests(), open), (words::pages::closed_requests(), closed)]
    {
        let rows: Vec<Line> = wishes.into_iter().map(|r| cells::request_row(ctx, r)).collect();
        if !rows.is_empty() {
            section(&mut document, title, rows, usize::MAX, "");
        }
    }
    document
}
