//! An agreement: what happens when nobody does anything, and what it obliges to.

use super::terms;
use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::custom;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::agreements;
use crate::domain::{Agreement, AgreementStatus, Kind, Obligation, Per, Ref};
use crate::words;
use crate::words::dates;

/// Dates, value, what lapses, obligations, who signed.
pub fn overview(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let Some(agreement) = ctx.get(id).and_then(Agreement::of) else { return document };
    let today = ctx.today();
    let live = agreement.state() == AgreementStatus::Active;
    let mut first =
        vec![Cell::plain(words::chosen(agreement.sort)), Cell::plain(words::chosen(agreement.state()))];
    let notice = cells::notice_day(ctx, agreement);
    if live && !notice.text.is_empty() {
        let past = agreements::running(agreement, today).notice_date().is_some_and(|d| d < today);
        let day = || words::lists::notice_by(&notice.text);
        let text = if past { words::work_pages::notice_past().to_owned() } else { day() };
        first.push(Cell::marked(text, notice.tone));
    }
    document.push(Line::Text(first));
    if live {
        document.push(Line::Text(vec![Cell::plain(words::agreements::lapse(&agreements::lapse(
            agreement,
            ctx.book.workdays(),
            today,
        )))]));
    }
    document.push(Line::Gap);
    let day =
        |d: Option<chrono::NaiveDate>| Cell::plain(d.map(|d| dates::show(d, today)).unwrap_or_default());
    document.fact(words::work_pages::signed(), day(agreement.signed));
    document.fact(words::work_pages::start(), day(agreement.start));
    document.fact(words::work_pages::end(), day(agreement.end));
    document.fact(
        words::work_pages::notice(),
        Cell::plain(agreement.notice.map(words::value::span).unwrap_or_default()),
    );
    let per = if agreement.per == Per::Once { "" } else { words::chosen(agreement.per) };
    let value = agreement.value.map(|v| format!("{v} {per}").trim_end().to_owned()).unwrap_or_default();
    document.fact(words::work_pages::value(), Cell::plain(value));
    document.fact(words::work_pages::file(), Cell::plain(agreement.file.clone()));
    custom::facts(ctx, id, &mut document);
    let mut duties: Vec<&Obligation> =
        ctx.book.backlinks(id, Kind::Obligation).filter_map(Obligation::of).collect();
    duties.sort_by_key(|o| (o.done_on.is_some(), o.due.is_none(), o.due, o.id));
    let rows = duties.into_iter().map(|o| obligation_row(ctx, o));
    cells::section(
        &mut document,
        words::work_pages::obligations(),
        rows,
        usize::MAX,
        &cells::with_key(words::work_pages::no_obligations, Kind::Obligation),
    );
    signed_by(ctx, agreement, &mut document);
    if let Some(before) = agreement.follows.0 {
        document.heading(words::work_pages::term_before());
        let cells = vec![Cell::new(ctx.name(before), Tone::Accent)];
        document.push(Line::Item { target: before.into(), cells, grow: 0 });
    }
    if let Some(client) = agreement.client.0 {
        document.heading(words::work_pages::agreements_with(&ctx.name(client)));
        terms::draw(ctx, client.into(), Some(id), &mut document);
    }
    if !agreement.notes.is_empty() {
        document.heading(words::pages::notes());
        document.push(Line::Prose(agreement.notes.clone()));
    }
    document
}

fn signed_by(ctx: Ctx<'_>, agreement: &Agreement, document: &mut Document) {
    let people = agreement.signatories.0.iter().filter_map(|c| ctx.book.contact(*c));
    let people: Vec<Line> = people.map(|c| cells::person_row(ctx, c)).collect();
    if !people.is_empty() {
        cells::section(document, words::work_pages::signed_by(), people, usize::MAX, "");
    }
}

fn obligation_row(ctx: Ctx<'_>, duty: &Obligation) -> Line {
    let done = duty.done_on.is_some();
    let mark = if done { Cell::new("✓", Tone::Good) } else { Cell::plain("○") };
    let cells = vec![
        mark,
        Cell::new(duty.what.clone(), if done { Tone::Muted } else { Tone::Plain }),
        cells::due_cell(duty.done_on.or(duty.due), !done, ctx.today()),
        Cell::muted(words::chosen(duty.side)),
    ];
    Line::Item { target: duty.id.into(), cells, grow: 1 }
}
