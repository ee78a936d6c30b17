//! Pages that several kinds share: tasks, timeline.

use crate::app::cells::{self, Beside, section};
use crate::app::ctx::Ctx;
use crate::app::document::Document;
use crate::domain::derive;
use crate::domain::{Kind, Ref};
use crate::words;

/// Every task around a record, open ones first.
pub fn tasks(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let beside = if id.kind == Kind::Contact { Beside::Both(id) } else { Beside::Assignee };
    let (open, closed): (Vec<_>, Vec<_>) =
        derive::tasks_of(ctx.book, id).into_iter().partition(|t| t.status.is_open());
    let open = open.into_iter().map(|t| cells::task_row(ctx, t, beside));
    section(
        &mut document,
        words::pages::open(),
        open,
        usize::MAX,
        &cells::with_key(words::pages::no_task_open, Kind::Task),
    );
    let closed: Vec<_> = closed.into_iter().rev().map(|t| cells::task_row(ctx, t, beside)).collect();
    if !closed.is_empty() {
        section(&mut document, words::pages::closed(), closed, usize::MAX, "");
    }
    document
}

/// Everything that happened around a record, newest first.
pub fn timeline(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    cells::timeline(ctx, id, usize::MAX, &mut document);
    document
}
