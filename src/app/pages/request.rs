//! A client's wish: what was promised, who holds the ball, and who held it how long.

use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::custom;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::derive::hands;
use crate::domain::{Holder, Record, Ref, Request, RequestStatus};
use crate::words;
use crate::words::{dates, work_pages as said};

/// Where it stands, with every hand it passed through.
pub fn overview(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let Some((record, request)) = ctx.get(id).and_then(|r| Some((r, Request::of(r)?))) else {
        return document;
    };
    let today = ctx.today();
    // That it was promised is told by the day.
    let told = request.status == RequestStatus::Promised && request.promised.is_some();
    let mut first = if told { vec![] } else { vec![cells::request_status(request.status)] };
    if let Some(date) = request.promised {
        let late = request.status.is_open() && date < today;
        let words = words::promises::promised(record, today);
        first.push(Cell::marked(words, if late { Tone::Alarm } else { Tone::Plain }));
    }
    if let Some(date) = request.expected.filter(|_| request.status.is_open()) {
        let slips = request.promised.is_some_and(|p| date > p);
        let text = words::lists::expected(&dates::plain(date, today));
        first.push(Cell::marked(text, if slips { Tone::Warning } else { Tone::Plain }));
    }
    if request.status == RequestStatus::Done {
        first.push(Cell::marked(said::not_told(), Tone::Warning));
    }
    document.push(Line::Text(first));
    if request.status.is_open() {
        document.push(Line::Text(vec![ball(ctx, request)]));
    }
    link(ctx, &mut document, said::client(), request.client.0.map(Ref::from));
    link(ctx, &mut document, said::asked_by(), request.asked_by.0.map(Ref::from));
    link(ctx, &mut document, said::project(), request.project.0.map(Ref::from));
    link(
        ctx,
        &mut document,
        said::routed_to(),
        request.contact.0.map(Ref::from).or(request.department.0.map(Ref::from)),
    );
    document.fact(said::outcome(), Cell::plain(request.outcome.clone()));
    custom::facts(ctx, id, &mut document);
    hands_of(ctx, &mut document, record);
    if !request.detail.is_empty() {
        document.heading(said::in_their_words());
        document.push(Line::Prose(request.detail.clone()));
    }
    let happened: Vec<Line> = crate::domain::derive::timeline(ctx.book, id)
        .into_iter()
        .map(|r| cells::happening_row(ctx, r, id))
        .collect();
    if !happened.is_empty() {
        cells::section(&mut document, words::pages::timeline(), happened, 8, "");
    }
    document
}

/// "The ball: Maria Papadaki (Aegean Foods), 22 d, nudged 2×".
fn ball(ctx: Ctx<'_>, request: &Request) -> Cell {
    let Some(hand) = ctx.get(request.id).and_then(hands::holder_now) else { return Cell::empty() };
    let days = (ctx.today() - hand.since.date()).num_days();
    let nudged = if hand.nudges.is_empty() {
        String::new()
    } else {
        format!(", {}", words::lists::nudged(hand.nudges.len()))
    };
    let ours = hand.holder == Holder::Us;
    let mark = if ctx.agenda.is_too_long(request.id.into()) { "!" } else { "" };
    let who = if ours { words::lists::us().into() } else { words::holder_name(ctx.book, &hand.holder) };
    Cell::plain(said::ball(&who, &format!("{mark}{}", dates::short_days(days)), &nudged))
}

fn link(ctx: Ctx<'_>, document: &mut Document, label: &'static str, target: Option<Ref>) {
    if let Some(target) = target {
        let cells = vec![Cell::muted(label), Cell::new(ctx.name(target), Tone::Accent)];
        document.push(Line::Item { target, cells, grow: 1 });
    }
}

/// Every hand with its days, and what they come to by holder.
pub fn hands_of(ctx: Ctx<'_>, document: &mut Document, record: &Record) {
    let all = hands::hands_of(record);
    if all.is_empty() {
        return;
    }
    let until = hands::until(record, ctx.today());
    document.heading(said::hands());
    document.push(Line::Text(vec![Cell::plain(words::hands::held(ctx.book, record, ctx.today()))]));
    for stretch in hands::stretches(&all, until) {
        let nudged = if stretch.nudges == 0 { String::new() } else { words::lists::nudged(stretch.nudges) };
        document.push(Line::Head(vec![
            Cell::plain(format!("{:>6}", dates::short_days(stretch.days()))),
            Cell::plain(words::short_name(ctx.book, stretch.holder)),
            Cell::muted(dates::plain(stretch.from, ctx.today())),
            Cell::muted(nudged),
        ]));
    }
}
