//! The list of departments.

use super::spec::{Column, Order, PaneSpec, Rows, SortKey, View, everything};
use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Tone};
use crate::domain::derive::{self, fields};
use crate::domain::{Department, Kind, Ref, Value};
use crate::words::order;

const COLUMNS: &[Column] = &[
    Column { title: "name", width: 20, right: false, spare: 0, cell: name, key: Some(by_name) },
    Column { title: "head", width: 16, right: false, spare: 2, cell: head, key: Some(by_head) },
    Column { title: "people", width: 6, right: true, spare: 1, cell: people, key: Some(by_people) },
    Column { title: "open", width: 4, right: true, spare: 0, cell: open, key: Some(by_open) },
    Column { title: "late", width: 4, right: true, spare: 0, cell: late, key: Some(by_late) },
];

/// Who carries the wishes out.
pub const PANE: PaneSpec = PaneSpec {
    title: "Departments",
    rows: Rows::Kinds,
    kinds: &[Kind::Department],
    also: &[],
    adds: Kind::Department,
    empty: "No departments yet. Press {} to write down the first one: Design, Legal, Logistics",
    columns: COLUMNS,
    picture: None,
    order: Order::by(COLUMNS, "name"),
    share: 50,
    views: &[View { name: "all", shows: everything }],
    section: None,
};

fn name(ctx: Ctx<'_>, id: Ref) -> Cell {
    Cell::plain(ctx.name(id))
}

fn by_name(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&ctx.name(id)))
}

fn head(ctx: Ctx<'_>, id: Ref) -> Cell {
    let lead = ctx.get(id).and_then(Department::of).and_then(|d| d.lead.0);
    Cell::plain(lead.map(|c| ctx.name(c)).unwrap_or_default())
}

fn by_head(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&head(ctx, id).text))
}

fn people(ctx: Ctx<'_>, id: Ref) -> Cell {
    Cell::plain(derive::people_count(ctx.book, id).to_string())
}

fn by_people(ctx: Ctx<'_>, id: Ref) -> SortKey {
    cells::by_count(derive::people_count(ctx.book, id))
}

fn open(ctx: Ctx<'_>, id: Ref) -> Cell {
    cells::open_count(ctx, id)
}

fn by_open(ctx: Ctx<'_>, id: Ref) -> SortKey {
    cells::by(ctx, id, &fields::OPEN_WORK)
}

fn late(ctx: Ctx<'_>, id: Ref) -> Cell {
    match ctx.get(id).map(|record| fields::LATE_WORK.read(ctx.book, ctx.now, record)) {
        Some(Value::Whole(late @ 1..)) => Cell::new(format!("!{late}"), Tone::Alarm),
        _ => Cell::muted("-"),
    }
}

fn by_late(ctx: Ctx<'_>, id: Ref) -> SortKey {
    cells::by(ctx, id, &fields::LATE_WORK)
}
