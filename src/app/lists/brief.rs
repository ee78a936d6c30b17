//! How what stands in Today stands now, in a word or two for its column.

use crate::app::ctx::Ctx;
use crate::domain::derive::today::{Brief, Row};
use crate::domain::derive::{agreements, hands};
use crate::domain::{Agreement, AgreementStatus, Interaction, Obligation, Record, Side, when};

/// How it stands: who has it, until when, what comes of it. The day it turns on stands in a column of its own.
pub fn brief(ctx: Ctx<'_>, row: &Row) -> String {
    let Some(record) = ctx.get(row.target) else { return String::new() };
    match row.reason.brief() {
        Brief::Nothing => String::new(),
        Brief::Words(words) => words.into(),
        Brief::Touch(words) => touch(record, words),
        Brief::Expected => expected(ctx, record).unwrap_or_else(|| with(ctx, record)),
        Brief::Holder => with(ctx, record),
        Brief::Moved => record
            .promised()
            .map_or("taken back".into(), |to| format!("moved to {}", when::plain(to, ctx.today()))),
        Brief::Lapse => Agreement::of(record).map(|a| lapses(ctx, a)).unwrap_or_default(),
        Brief::Side => match Obligation::of(record).map(|o| o.side) {
            Some(Side::Us) => "we owe it".into(),
            _ => "the client owes it".into(),
        },
    }
}

/// The day it is expected on, when that is not the promised one.
fn expected(ctx: Ctx<'_>, record: &Record) -> Option<String> {
    let day = record.due().filter(|day| Some(*day) > record.promised())?;
    Some(format!("expected {}", when::plain(day, ctx.today())))
}

/// Who has it; nothing while nobody has.
fn with(ctx: Ctx<'_>, record: &Record) -> String {
    let Some(hand) = hands::holder_now(record) else { return String::new() };
    let who = hands::record_of(&hand.holder).map(|who| ctx.name(who));
    who.unwrap_or_else(|| hands::holder_name(ctx.book, &hand.holder))
}

fn touch(record: &Record, what: &str) -> String {
    Interaction::of(record).map(|i| format!("{}, {what}", i.touch.label())).unwrap_or_default()
}

/// What comes of an agreement when nothing is done.
fn lapses(ctx: Ctx<'_>, agreement: &Agreement) -> String {
    let running = agreements::running(agreement, ctx.today());
    match (agreement.state() != AgreementStatus::Draft, running.end) {
        (false, _) => "not signed".into(),
        (true, None) => "without an end".into(),
        (true, Some(end)) => {
            let word = if running.renewal().is_some() { "renews" } else { "ends" };
            format!("{word} {}", when::plain(end, ctx.today()))
        }
    }
}
