//! Today: one ranked list of all that needs the manager now. The rules are in the domain; here stand its columns.

use super::spec::{Column, Order, PaneSpec, Rows, SortKey, View};
use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Tone};
use crate::domain::derive::hands;
use crate::domain::derive::today::{Reason, Row, Section, Standing};
use crate::domain::{Holder, Kind, Record, Ref};
use crate::words::{self, dates};

const COLUMNS: &[Column] = &[
    Column { title: "urgency", width: 1, right: false, spare: 0, cell: mark, key: Some(by_rank) },
    Column { title: "day", width: 7, right: true, spare: 0, cell: day, key: Some(by_day) },
    Column { title: "", width: 1, right: false, spare: 0, cell: sign, key: None },
    Column { title: "what", width: 0, right: false, spare: 0, cell: what, key: None },
    Column { title: "project", width: 12, right: false, spare: 4, cell: project, key: None },
    Column { title: "client", width: 11, right: false, spare: 1, cell: client, key: Some(by_client) },
    Column { title: "now", width: 12, right: false, spare: 2, cell: now, key: None },
];

/// What needs the manager now.
pub const PANE: PaneSpec = PaneSpec {
    title: "Today",
    rows: Rows::Agenda,
    kinds: &[],
    also: &[],
    adds: Kind::Task,
    empty: "Nothing needs you now. Press {} to write down what you do next, or look ahead in the other panes",
    columns: COLUMNS,
    picture: None,
    order: Order::by(COLUMNS, "urgency"),
    share: 73,
    views: &[
        View { name: "everything", shows: is_awake },
        View { name: "mine", shows: is_mine },
        View { name: "promises", shows: is_promise },
        View { name: "silence and waits", shows: is_silence },
        View { name: "alarms only", shows: is_alarm },
        View { name: "snoozed", shows: is_snoozed },
    ],
    section: Some(section),
};

fn row(ctx: Ctx<'_>, id: Ref) -> Option<&Row> {
    ctx.agenda.row(id).map(|(_, r)| r)
}

/// What was put off stands in its own view alone.
fn is_snoozed(ctx: Ctx<'_>, id: Ref) -> bool {
    row(ctx, id).is_some_and(|r| r.snoozed.is_some())
}

fn is_awake(ctx: Ctx<'_>, id: Ref) -> bool {
    !is_snoozed(ctx, id)
}

fn is_in(ctx: Ctx<'_>, id: Ref, sections: &[Section]) -> bool {
    row(ctx, id).is_some_and(|r| r.snoozed.is_none() && sections.contains(&r.section))
}

fn section(ctx: Ctx<'_>, id: Ref) -> Option<&'static str> {
    row(ctx, id).map(|r| r.section.title())
}

fn is_mine(ctx: Ctx<'_>, id: Ref) -> bool {
    is_in(ctx, id, &[Section::Mine])
}

fn is_promise(ctx: Ctx<'_>, id: Ref) -> bool {
    is_in(ctx, id, &[Section::Broken, Section::Tell, Section::AtRisk])
}

fn is_silence(ctx: Ctx<'_>, id: Ref) -> bool {
    is_in(ctx, id, &[Section::Waits, Section::Silence])
}

fn is_alarm(ctx: Ctx<'_>, id: Ref) -> bool {
    row(ctx, id).is_some_and(|r| r.snoozed.is_none() && r.tone == Tone::Alarm)
}

fn mark(ctx: Ctx<'_>, id: Ref) -> Cell {
    row(ctx, id).map_or(Cell::empty(), |row| Cell::new(row.tone.mark(), row.tone))
}

fn by_rank(ctx: Ctx<'_>, id: Ref) -> SortKey {
    ctx.agenda.row(id).map_or(SortKey::None, |(at, _)| SortKey::Number(i64::try_from(at).unwrap_or(i64::MAX)))
}

/// Why a record needs the manager, in words; nothing when it does not.
pub fn why(ctx: Ctx<'_>, id: Ref) -> Cell {
    row(ctx, id).map_or(Cell::empty(), |r| Cell::marked(words::today::row(ctx.book, r, ctx.today()), r.tone))
}

/// Whether the row stands for all clients that nobody sorted yet, and not for the one it is found by.
pub fn is_unsorted(ctx: Ctx<'_>, id: Ref) -> bool {
    row(ctx, id).is_some_and(|r| r.reason == Reason::NoTier)
}

/// The day it turns on, and how loud: nothing else in the row has a colour, so that what is loud is seen.
fn day(ctx: Ctx<'_>, id: Ref) -> Cell {
    let Some((row, date)) = row(ctx, id).and_then(|r| Some((r, r.date?))) else { return Cell::empty() };
    let text = match (ctx.today() - date).num_days() {
        0 => dates::today().to_owned(),
        past @ 1.. => dates::short_days(past),
        ahead => dates::ahead(-ahead),
    };
    Cell::new(text, row.tone)
}

fn by_day(ctx: Ctx<'_>, id: Ref) -> SortKey {
    cells::by_date(row(ctx, id).and_then(|r| r.date))
}

/// The sign of its kind.
fn sign(_: Ctx<'_>, id: Ref) -> Cell {
    Cell::plain(id.kind.sign().sign)
}

fn what(ctx: Ctx<'_>, id: Ref) -> Cell {
    Cell::plain(row(ctx, id).map_or_else(|| ctx.name(id), |row| words::today::title(ctx.book, row)))
}

/// The project it belongs to: milestones of many projects are called the same.
fn project(ctx: Ctx<'_>, id: Ref) -> Cell {
    let project = match ctx.get(id) {
        Some(Record::Milestone(m)) => m.project.0,
        Some(Record::Task(t)) => t.project.0,
        Some(Record::Request(r)) => r.project.0,
        Some(Record::Interaction(i)) => i.projects.0.first().copied(),
        _ => None,
    };
    Cell::plain(project.map(|p| ctx.name(p)).unwrap_or_default())
}

/// How it stands, in a word or two; all of it is read in the record.
fn now(ctx: Ctx<'_>, id: Ref) -> Cell {
    let name = |holder: &Holder| {
        let who = hands::record_of(holder).map(|who| ctx.name(who));
        who.unwrap_or_else(|| words::holder_name(ctx.book, holder))
    };
    let (standing, today) = (|row| Standing::of(ctx.book, row, ctx.today()), ctx.today());
    let told = row(ctx, id).map(|row| words::standing::standing(&standing(row), today, name));
    Cell::plain(told.unwrap_or_default())
}

fn client(ctx: Ctx<'_>, id: Ref) -> Cell {
    Cell::plain(row(ctx, id).and_then(|r| r.client).map(|c| ctx.name(c)).unwrap_or_default())
}

/// The rows of a client stand together where its most urgent one would.
fn by_client(ctx: Ctx<'_>, id: Ref) -> SortKey {
    let Some((at, row)) = ctx.agenda.row(id) else { return SortKey::None };
    let first = row.client.and_then(|c| ctx.agenda.first_of(c)).unwrap_or(at);
    SortKey::Group(i64::try_from(first).unwrap_or(i64::MAX))
}
