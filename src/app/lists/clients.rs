//! The list of clients.

use super::spec::{Column, Order, PaneSpec, Picture, Rows, SortKey, View, everything, place, view};
use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Tone};
use crate::app::signs;
use crate::domain::choice_code;
use crate::domain::derive::cadence::is_tended;
use crate::domain::derive::{self, fields};
use crate::domain::{Client, ClientStatus, Kind, Ref, Tier};
use crate::words::order;
use crate::words::{self, dates};

/// The view of those that nobody sorted yet.
pub const UNSORTED: usize = view(VIEWS, "no tier yet");

const VIEWS: &[View] = &[
    View { name: "active", shows: is_active },
    View { name: "all", shows: everything },
    View { name: "tier A", shows: is_tier_a },
    View { name: "no tier yet", shows: is_unsorted },
];

const COLUMNS: &[Column] = &[
    Column { title: "name", width: 20, right: false, spare: 0, cell: name, key: Some(by_name) },
    Column { title: "tier", width: 4, right: false, spare: 3, cell: tier, key: Some(by_tier) },
    Column { title: "health", width: 6, right: true, spare: 2, cell: health, key: Some(by_health) },
    Column { title: "open", width: 4, right: true, spare: 1, cell: open, key: Some(by_open) },
    Column {
        title: "next touch",
        width: 10,
        right: true,
        spare: 0,
        cell: next_touch,
        key: Some(by_next_touch),
    },
    Column { title: "last touch", width: 10, right: true, spare: 4, cell: touch, key: Some(by_touch) },
];

/// How the health went in a year, in a few blocks.
const YEAR: Picture = Picture { title: "year", width: 8, beside: place(COLUMNS, "health"), cell: year };
/// At the ends of which months, counted back from the present one: as evenly as a year goes into so few.
const MONTHS: [u32; 8] = [11, 9, 8, 6, 5, 3, 2, 0];

/// Whom we serve.
pub const PANE: PaneSpec = PaneSpec {
    title: "Clients",
    rows: Rows::Kinds,
    kinds: &[Kind::Client],
    also: &[],
    adds: Kind::Client,
    empty: "No clients yet. Press {} to write down the first one, or {file} to bring them in from a file",
    columns: COLUMNS,
    picture: Some(&YEAR),
    order: Order::by(COLUMNS, "name"),
    share: 50,
    views: VIEWS,
    section: None,
};

fn client(ctx: Ctx<'_>, id: Ref) -> Option<&Client> {
    ctx.get(id).and_then(Client::of)
}

fn is_active(ctx: Ctx<'_>, id: Ref) -> bool {
    client(ctx, id).is_some_and(is_tended)
}

fn is_tier_a(ctx: Ctx<'_>, id: Ref) -> bool {
    client(ctx, id).is_some_and(|c| c.tier == Tier::A)
}

fn is_unsorted(ctx: Ctx<'_>, id: Ref) -> bool {
    client(ctx, id).is_some_and(|c| c.is_unsorted() && is_tended(c))
}

fn name(ctx: Ctx<'_>, id: Ref) -> Cell {
    let tone = match client(ctx, id).map(|c| c.status) {
        Some(ClientStatus::Dormant | ClientStatus::Former) => Tone::Muted,
        _ => Tone::Plain,
    };
    Cell::new(ctx.name(id), tone)
}

fn by_name(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&ctx.name(id)))
}

fn tier(ctx: Ctx<'_>, id: Ref) -> Cell {
    match client(ctx, id).map(|c| c.tier) {
        Some(Tier::Unsorted) => Cell::muted("-"),
        tier => Cell::plain(tier.map_or("", words::chosen)),
    }
}

fn by_tier(ctx: Ctx<'_>, id: Ref) -> SortKey {
    client(ctx, id).map_or(SortKey::None, |c| SortKey::Number(i64::from(choice_code(c.tier))))
}

/// The score and where it goes; its reasons stand in the record.
fn health(ctx: Ctx<'_>, id: Ref) -> Cell {
    let Some(health) = client(ctx, id).and_then(|c| derive::health::health(ctx.book, c.id, ctx.now)) else {
        return Cell::empty();
    };
    Cell::marked(cells::health_words(&health), derive::health::tone(health.score.into()))
}

/// Nothing for a client of whom less than two of them are known: the number says as much.
fn year(ctx: Ctx<'_>, id: Ref) -> Cell {
    let Some(client) = client(ctx, id) else { return Cell::empty() };
    let points = derive::health::points(ctx.book, client.id, ctx.now, MONTHS);
    let known: Vec<_> = points.iter().map(|point| point.score).skip_while(Option::is_none).collect();
    if known.len() < 2 {
        return Cell::empty();
    }
    // Sevenths: rows stand below each other, and what is full must not touch what stands above it.
    let mark = |score: u8| signs::block((usize::from(score) * 7).div_ceil(100).max(1));
    Cell::muted(known.into_iter().map(|score| score.map_or("·", mark)).collect::<String>())
}

fn by_health(ctx: Ctx<'_>, id: Ref) -> SortKey {
    cells::by(ctx, id, &fields::HEALTH)
}

/// When the client should hear from us: days late, or the day.
fn next_touch(ctx: Ctx<'_>, id: Ref) -> Cell {
    let Some(cadence) = derive::cadence::cadence(ctx.book, id, ctx.now) else { return Cell::empty() };
    cells::cadence_cell(ctx, &cadence)
}

fn by_next_touch(ctx: Ctx<'_>, id: Ref) -> SortKey {
    cells::by(ctx, id, &fields::NEXT_TOUCH)
}

fn open(ctx: Ctx<'_>, id: Ref) -> Cell {
    cells::open_count(ctx, id)
}

fn by_open(ctx: Ctx<'_>, id: Ref) -> SortKey {
    cells::by(ctx, id, &fields::OPEN_WORK)
}

fn touch(ctx: Ctx<'_>, id: Ref) -> Cell {
    let last = derive::last_touch(ctx.book, id, ctx.now);
    last.map_or(Cell::muted(words::lists::never()), |m| {
        Cell::plain(dates::ago(m.day_beside(ctx.now), ctx.today()))
    })
}

fn by_touch(ctx: Ctx<'_>, id: Ref) -> SortKey {
    match cells::by(ctx, id, &fields::LAST_TOUCH) {
        // Who was never touched comes before all others.
        SortKey::None => SortKey::Number(i64::MIN),
        key => key,
    }
}
