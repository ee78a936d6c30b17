//! The list of projects.

use super::spec::{Column, Order, PaneSpec, Rows, SortKey, View, everything};
use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Tone};
use crate::domain::choice_code;
use crate::domain::derive;
use crate::domain::{Kind, Project, ProjectStatus, Ref};
use crate::words::order;

const COLUMNS: &[Column] = &[
    Column { title: "name", width: 20, right: false, spare: 0, cell: name, key: Some(by_name) },
    Column { title: "client", width: 18, right: false, spare: 2, cell: client, key: Some(by_client) },
    Column { title: "status", width: 9, right: false, spare: 3, cell: status, key: Some(by_status) },
    Column { title: "done", width: 5, right: true, spare: 1, cell: progress, key: Some(by_progress) },
    Column { title: "end", width: 11, right: true, spare: 0, cell: end, key: Some(by_end) },
];

/// What we do for our clients.
pub const PANE: PaneSpec = PaneSpec {
    title: "Projects",
    rows: Rows::Kinds,
    kinds: &[Kind::Project],
    also: &[],
    adds: Kind::Project,
    empty: "No projects yet. Press {} to write down the first one",
    columns: COLUMNS,
    picture: None,
    order: Order::by(COLUMNS, "end"),
    share: 52,
    views: &[
        View { name: "open", shows: is_open },
        View { name: "all", shows: everything },
        View { name: "done", shows: is_closed },
    ],
    section: None,
};

fn project(ctx: Ctx<'_>, id: Ref) -> Option<&Project> {
    ctx.get(id).and_then(Project::of)
}

fn is_open(ctx: Ctx<'_>, id: Ref) -> bool {
    project(ctx, id).is_some_and(|p| p.status.is_open())
}

fn is_closed(ctx: Ctx<'_>, id: Ref) -> bool {
    !is_open(ctx, id)
}

fn name(ctx: Ctx<'_>, id: Ref) -> Cell {
    let tone = match project(ctx, id).map(|p| p.status) {
        Some(ProjectStatus::Done | ProjectStatus::Cancelled) => Tone::Muted,
        _ => Tone::Plain,
    };
    Cell::new(ctx.name(id), tone)
}

fn by_name(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&ctx.name(id)))
}

fn client(ctx: Ctx<'_>, id: Ref) -> Cell {
    Cell::plain(project(ctx, id).and_then(|p| p.client.0).map(|c| ctx.name(c)).unwrap_or_default())
}

fn by_client(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&client(ctx, id).text))
}

fn status(ctx: Ctx<'_>, id: Ref) -> Cell {
    project(ctx, id).map(|p| cells::project_status(p.status)).unwrap_or_default()
}

fn by_status(ctx: Ctx<'_>, id: Ref) -> SortKey {
    project(ctx, id).map_or(SortKey::None, |p| SortKey::Number(i64::from(choice_code(p.status))))
}

fn progress(ctx: Ctx<'_>, id: Ref) -> Cell {
    let Some(project) = project(ctx, id) else { return Cell::empty() };
    match derive::progress(ctx.book, project.id) {
        (_, 0) => Cell::muted("-"),
        (done, all) => Cell::plain(format!("{done}/{all}")),
    }
}

fn by_progress(ctx: Ctx<'_>, id: Ref) -> SortKey {
    let Some(project) = project(ctx, id) else { return SortKey::None };
    match derive::progress(ctx.book, project.id) {
        (_, 0) => SortKey::None,
        (done, all) => SortKey::Number(i64::try_from(done * 1000 / all).unwrap_or(0)),
    }
}

fn end(ctx: Ctx<'_>, id: Ref) -> Cell {
    project(ctx, id).map(|p| cells::project_end(ctx, p)).unwrap_or_default()
}

fn by_end(ctx: Ctx<'_>, id: Ref) -> SortKey {
    let date = project(ctx, id).and_then(|p| p.done_on.or(p.expected).or(p.promised));
    cells::by_date(date)
}
