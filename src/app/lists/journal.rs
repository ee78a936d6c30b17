//! Everything that happened, across clients.

use super::spec::{Column, Order, PaneSpec, Rows, SortKey, View, everything};
use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::document::Cell;
use crate::domain::derive;
use crate::domain::{Interaction, Kind, Ref, Touch};
use crate::words::dates;
use crate::words::order;

const COLUMNS: &[Column] = &[
    Column { title: "when", width: 11, right: true, spare: 0, cell: day, key: Some(by_day) },
    Column { title: "what", width: 8, right: false, spare: 0, cell: what, key: Some(by_what) },
    Column { title: "client", width: 12, right: false, spare: 1, cell: client, key: Some(by_client) },
    Column { title: "summary", width: 0, right: false, spare: 0, cell: summary, key: None },
];

/// What happened, newest first.
pub const PANE: PaneSpec = PaneSpec {
    title: "Journal",
    rows: Rows::Kinds,
    kinds: &[Kind::Interaction, Kind::Feedback, Kind::Decision],
    also: &[],
    adds: Kind::Interaction,
    empty: "Nothing has been logged yet. Press {} to log a call, meeting, mail, visit, message or note",
    columns: COLUMNS,
    picture: None,
    order: Order::by(COLUMNS, "when").reversed(),
    share: 73,
    views: &[
        View { name: "everything", shows: everything },
        View { name: "touches", shows: is_touch },
        View { name: "notes", shows: is_note },
        View { name: "feedback and decisions", shows: is_other },
    ],
    section: None,
};

fn touch_of(ctx: Ctx<'_>, id: Ref) -> Option<Touch> {
    ctx.get(id).and_then(Interaction::of).map(|i| i.touch)
}

fn is_touch(ctx: Ctx<'_>, id: Ref) -> bool {
    touch_of(ctx, id).is_some_and(|t| t != Touch::Note)
}

fn is_note(ctx: Ctx<'_>, id: Ref) -> bool {
    touch_of(ctx, id) == Some(Touch::Note)
}

fn is_other(_: Ctx<'_>, id: Ref) -> bool {
    id.kind != Kind::Interaction
}

fn day(ctx: Ctx<'_>, id: Ref) -> Cell {
    let at = ctx.get(id).and_then(derive::moment_of);
    Cell::muted(at.map(|m| dates::ago(m.day_beside(ctx.now), ctx.today())).unwrap_or_default())
}

fn by_day(ctx: Ctx<'_>, id: Ref) -> SortKey {
    ctx.get(id).and_then(derive::moment_of).map_or(SortKey::None, |m| SortKey::Number(m.utc_ms))
}

fn what(ctx: Ctx<'_>, id: Ref) -> Cell {
    ctx.get(id).map(cells::happening).unwrap_or_default()
}

fn by_what(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&what(ctx, id).text))
}

fn client(ctx: Ctx<'_>, id: Ref) -> Cell {
    let clients = ctx.get(id).map(|r| derive::clients_of(ctx.book, r)).unwrap_or_default();
    let rest = if clients.len() > 1 { format!(" +{}", clients.len() - 1) } else { String::new() };
    Cell::plain(clients.first().map(|c| format!("{}{rest}", ctx.name(*c))).unwrap_or_default())
}

fn by_client(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&client(ctx, id).text))
}

fn summary(ctx: Ctx<'_>, id: Ref) -> Cell {
    Cell::plain(ctx.name(id))
}
