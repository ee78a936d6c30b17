//! The list of agreements, by the next date on which something must be decided.

use super::spec::{Column, Order, PaneSpec, Rows, SortKey, View, everything};
use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::document::{Cell, Tone};
use crate::domain::derive::agreements;
use crate::domain::{Agreement, AgreementStatus, Kind, Per, Ref, choice_code};
use crate::words::order;
use crate::words::{self, dates};
use std::borrow::Cow;

const COLUMNS: &[Column] = &[
    Column { title: "agreement", width: 0, right: false, spare: 0, cell: title, key: Some(by_title) },
    Column { title: "client", width: 18, right: false, spare: 1, cell: client, key: Some(by_client) },
    Column { title: "status", width: 12, right: false, spare: 3, cell: status, key: Some(by_status) },
    Column { title: "value", width: 20, right: true, spare: 4, cell: value, key: None },
    Column { title: "ends", width: 11, right: true, spare: 2, cell: end, key: Some(by_end) },
    Column { title: "notice by", width: 11, right: true, spare: 0, cell: notice, key: Some(by_notice) },
];

/// What binds us and our clients.
pub const PANE: PaneSpec = PaneSpec {
    title: "Agreements",
    rows: Rows::Kinds,
    kinds: &[Kind::Agreement],
    also: &[],
    adds: Kind::Agreement,
    empty: "No agreements yet. Press {} to write down the first one: a framework, a retainer, a service level",
    columns: COLUMNS,
    picture: None,
    order: Order::by(COLUMNS, "notice by"),
    share: 73,
    views: &[
        View { name: "in force", shows: is_live },
        View { name: "all", shows: everything },
        View { name: "drafts", shows: is_draft },
        View { name: "ended", shows: is_past },
    ],
    section: None,
};

fn agreement(ctx: Ctx<'_>, id: Ref) -> Option<Cow<'_, Agreement>> {
    ctx.get(id).and_then(Agreement::of).map(|a| agreements::as_it_stands(ctx.book, a))
}

/// The agreement in the term that runs.
fn running(ctx: Ctx<'_>, id: Ref) -> Option<Cow<'_, Agreement>> {
    Some(match agreement(ctx, id)? {
        Cow::Borrowed(written) => agreements::running(written, ctx.today()),
        // What was renewed by another goes on in that one.
        renewed @ Cow::Owned(_) => renewed,
    })
}

fn is_over(ctx: Ctx<'_>, id: Ref) -> bool {
    agreement(ctx, id).is_some_and(|a| matches!(a.state(), AgreementStatus::Ended | AgreementStatus::Renewed))
}

/// What binds us now: signed, and not past its end, unless nobody wrote down yet what came of that.
fn is_live(ctx: Ctx<'_>, id: Ref) -> bool {
    agreement(ctx, id).is_some_and(|a| match a.state() {
        AgreementStatus::Active => true,
        AgreementStatus::NoticeGiven => a.end.is_none_or(|end| end >= ctx.today()),
        _ => false,
    })
}

fn is_draft(ctx: Ctx<'_>, id: Ref) -> bool {
    agreement(ctx, id).is_some_and(|a| a.state() == AgreementStatus::Draft)
}

fn is_past(ctx: Ctx<'_>, id: Ref) -> bool {
    !is_live(ctx, id) && !is_draft(ctx, id)
}

fn title(ctx: Ctx<'_>, id: Ref) -> Cell {
    Cell::new(ctx.name(id), if is_over(ctx, id) { Tone::Muted } else { Tone::Plain })
}

fn by_title(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&ctx.name(id)))
}

fn client(ctx: Ctx<'_>, id: Ref) -> Cell {
    Cell::plain(agreement(ctx, id).and_then(|a| a.client.0).map(|c| ctx.name(c)).unwrap_or_default())
}

fn by_client(ctx: Ctx<'_>, id: Ref) -> SortKey {
    SortKey::Text(order::name(&client(ctx, id).text))
}

fn status(ctx: Ctx<'_>, id: Ref) -> Cell {
    let Some(agreement) = agreement(ctx, id) else { return Cell::empty() };
    let tone = match agreement.state() {
        AgreementStatus::NoticeGiven => Tone::Warning,
        AgreementStatus::Active | AgreementStatus::Draft => Tone::Plain,
        AgreementStatus::Ended | AgreementStatus::Renewed => Tone::Muted,
    };
    Cell::new(words::chosen(agreement.state()), tone)
}

fn by_status(ctx: Ctx<'_>, id: Ref) -> SortKey {
    agreement(ctx, id).map_or(SortKey::None, |a| SortKey::Number(i64::from(choice_code(a.state()))))
}

fn value(ctx: Ctx<'_>, id: Ref) -> Cell {
    let text = agreement(ctx, id).and_then(|a| {
        let per = if a.per == Per::Once { "" } else { words::chosen(a.per) };
        a.value.map(|v| format!("{v} {per}"))
    });
    Cell::plain(text.unwrap_or_default().trim_end().to_owned())
}

fn end(ctx: Ctx<'_>, id: Ref) -> Cell {
    let Some(date) = running(ctx, id).and_then(|a| a.end) else { return Cell::empty() };
    let text = dates::plain(date, ctx.today());
    if is_over(ctx, id) { Cell::muted(text) } else { Cell::plain(text) }
}

fn by_end(ctx: Ctx<'_>, id: Ref) -> SortKey {
    cells::by_date(running(ctx, id).and_then(|a| a.end))
}

fn notice(ctx: Ctx<'_>, id: Ref) -> Cell {
    let Some(agreement) = agreement(ctx, id).filter(|a| a.state() == AgreementStatus::Active) else {
        return Cell::empty();
    };
    cells::notice_cell(ctx, &agreement)
}

fn by_notice(ctx: Ctx<'_>, id: Ref) -> SortKey {
    let date =
        running(ctx, id).filter(|a| a.state() == AgreementStatus::Active).and_then(|a| a.notice_date());
    cells::by_date(date)
}
