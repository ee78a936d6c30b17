//! The list of requests: who holds the ball, since when, and what the client was promised.

use super::spec::{Column, Order, PaneSpec, Rows, SortKey, View, view};
use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Tone};
use crate::domain::derive::waiting::{asked_of, held_days, own_due};
use crate::domain::derive::{self, fields, hands};
use crate::domain::{Hand, Kind, Outcome, Priority, Record, Ref, Request, RequestStatus, Task, choice_code};
use crate::words;
use crate::words::dates;
use crate::words::order;

const VIEWS: &[View] = &[
    View { name: "open", shows: is_open },
    View { name: "waiting for others", shows: is_waiting },
    View { name: "with us", shows: is_ours },
    View { name: "done, not told", shows: is_untold },
    View { name: "all", shows: is_request },
];

const COLUMNS: &[Column] = &[
    Column { title: "no.", width: 5, right: true, spare: 3, cell: number, key: Some(by_number) },
    Column { title: "request", width: 0, right: false, spare: 0, cell: title, key: Some(by_title) },
    Column { title: "client", width: 16, right: false, spare: 2, cell: client, key: Some(by_client) },
    Column { title: "held by", width: 14, right: false, spare: 0, cell: holder, key: Some(by_holder) },
    Column { title: "days", width: 6, right: true, spare: 0, cell: days, key: Some(by_days) },
    Column { title: "promised", width: 12, right: true, spare: 0, cell: promised, key: Some(by_promised) },
    Column { title: "status", width: 9, right: false, spare: 4, cell: status, key: Some(by_status) },
];

/// The wishes of our clients.
pub const PANE: PaneSpec = PaneSpec {
    title: "Requests",
    rows: Rows::KindsWithAgenda,
    kinds: &[Kind::Request],
    also: &[Kind::Task, Kind::Decision],
    adds: Kind::Request,
    empty: "No requests yet. Press {} to write down what a client wishes for",
    columns: COLUMNS,
    picture: None,
    order: Order::by(COLUMNS, "promised"),
    share: 73,
    views: VIEWS,
    section: None,
};

/// The view that shows what somebody else holds.
pub const WAITING: usize = view(VIEWS, "waiting for others");
/// Who has it longest stands first.
pub const LONGEST: Order = Order::by(COLUMNS, "days").reversed();

fn request(ctx: Ctx<'_>, id: Ref) -> Option<&Request> {
    ctx.get(id).and_then(Request::of)
}

/// The task of a row: work that others hold stands beside the wishes they hold.
fn task(ctx: Ctx<'_>, id: Ref) -> Option<&Task> {
    ctx.get(id).and_then(Task::of)
}

fn hand(ctx: Ctx<'_>, id: Ref) -> Option<Hand> {
    ctx.get(id).and_then(hands::holder_now)
}

fn is_request(_: Ctx<'_>, id: Ref) -> bool {
    id.kind == Kind::Request
}

fn is_open(ctx: Ctx<'_>, id: Ref) -> bool {
    request(ctx, id).is_some_and(|r| r.status.is_open())
}

fn is_waiting(ctx: Ctx<'_>, id: Ref) -> bool {
    ctx.get(id).is_some_and(|record| asked_of(ctx.book, record, ctx.today()).is_some())
}

fn is_ours(ctx: Ctx<'_>, id: Ref) -> bool {
    is_open(ctx, id) && !is_waiting(ctx, id)
}

fn is_untold(ctx: Ctx<'_>, id: Ref) -> bool {
    request(ctx, id).is_some_and(|r| r.status == RequestStatus::Done)
}

fn number(ctx: Ctx<'_>, id: Ref) -> Cell {
    let number = ctx.get(id).and_then(Record::number);
    Cell::muted(number.map(|no| format!("#{no}")).unwrap_or_default())
}

fn by_number(ctx: Ctx<'_>, id: Ref) -> SortKey {
    ctx.get(id).and_then(Record::number).map_or(SortKey::None, |no| SortKey::Number(i64::from(no)))
}

fn title(ctx: Ctx<'_>, id: Ref) -> Cell {
    let (priority, open) = match ctx.get(id) {
        Some(Record::Request(r)) => (r.priority, r.status.is_open()),
        Some(Record::Task(t)) => (t.priority, t.status.is_open()),
        Some(Record::Decision(d)) => (Priority::Normal, d.outcome == Outcome::Open),
        _ => return Cell::empty(),
    };
    let mark = priority.mark();
    let text = if mark.is_empty() { ctx.name(id) } else { format!("{mark} {}", ctx.name(id)) };
    Cell::new(text, if open { Tone::Plain } else { Tone::Muted })
}

fn by_title(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&ctx.name(id)))
}

fn client(ctx: Ctx<'_>, id: Ref) -> Cell {
    let client = ctx.get(id).and_then(|record| derive::client_of(ctx.book, record));
    Cell::plain(client.map(|c| ctx.name(c)).unwrap_or_default())
}

fn by_client(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&client(ctx, id).text))
}

fn holder(ctx: Ctx<'_>, id: Ref) -> Cell {
    let held = hand(ctx, id);
    let name = held.map(|h| words::holder(&h.holder, &|r| ctx.name(r)));
    Cell::plain(name.unwrap_or_default())
}

fn by_holder(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&holder(ctx, id).text))
}

/// Whether others hold it longer than they usually do, or past the day that was agreed with them.
fn is_too_long(ctx: Ctx<'_>, id: Ref) -> bool {
    // Today tells of what is past its day as due, whoever has it.
    let past = || {
        let (hand, _) = asked_of(ctx.book, ctx.get(id)?, ctx.today())?;
        own_due(task(ctx, id)?, &hand.holder)
    };
    ctx.agenda.is_too_long(id) || past().is_some_and(|day| day < ctx.today())
}

/// Days in these hands: `!` when that is too long.
fn days(ctx: Ctx<'_>, id: Ref) -> Cell {
    match ctx.get(id).and_then(|record| held_days(ctx.book, record, ctx.today())) {
        Some(days) if is_too_long(ctx, id) => {
            Cell::new(format!("!{}", dates::short_days(days)), Tone::Warning)
        }
        Some(days) => Cell::plain(dates::short_days(days)),
        None => Cell::empty(),
    }
}

fn by_days(ctx: Ctx<'_>, id: Ref) -> SortKey {
    cells::by(ctx, id, &fields::HELD_DAYS)
}

fn promised(ctx: Ctx<'_>, id: Ref) -> Cell {
    if let Some(task) = task(ctx, id) {
        return cells::due_cell(task.due, task.status.is_open(), ctx.today());
    }
    let Some(request) = request(ctx, id) else { return Cell::empty() };
    if request.status.is_open() {
        return cells::promise_cell(request.promised, request.expected, ctx.today());
    }
    cells::due_cell(request.told_on.or(request.done_on), false, ctx.today())
}

fn by_promised(ctx: Ctx<'_>, id: Ref) -> SortKey {
    cells::by_date(request(ctx, id).map_or_else(|| task(ctx, id).and_then(|t| t.due), |r| r.promised))
}

fn status(ctx: Ctx<'_>, id: Ref) -> Cell {
    let of_task = || task(ctx, id).map(|t| Cell::plain(words::chosen(t.status)));
    request(ctx, id).map(|r| cells::request_status(r.status)).or_else(of_task).unwrap_or_default()
}

fn by_status(ctx: Ctx<'_>, id: Ref) -> SortKey {
    request(ctx, id).map_or(SortKey::None, |r| SortKey::Number(i64::from(choice_code(r.status))))
}
