//! Every field of a record, read from the table of its kind.

use crate::app::cells;
use crate::app::ctx::Ctx;
use crate::app::custom;
use crate::app::document::{Cell, Document, Line, Tone};
use crate::domain::{Ref, Type, Value, Visibility};
use crate::words;
use crate::words::dates;

/// Facts in the order of the table; long texts below; what points elsewhere as rows that lead there.
pub fn page(ctx: Ctx<'_>, id: Ref) -> Document {
    let mut document = Document::default();
    let Some(record) = ctx.get(id) else { return document };
    let names = |r: Ref| ctx.name(r);
    let mut long = vec![];
    let mut linked = vec![];
    for field in ctx.book.fields(record.kind()).filter(|f| f.traits.visibility != Visibility::Hidden) {
        let value = field.read(record);
        match (&field.kind, &value) {
            (_, Value::Empty) | (Type::Hands | Type::Pairs, _) => {}
            _ if field.is_custom() => {}
            (Type::Promises, _) => {
                document
                    .fact(words::field(field), Cell::plain(words::promises::promised(record, ctx.today())));
            }
            (Type::Long | Type::Checks, _) => {
                long.push((words::field(field), words::value::show(&field.kind, &value, &names)));
            }
            (_, Value::One(_) | Value::Many(_)) => {
                linked.extend(value.refs().iter().map(|r| (words::field(field), *r)));
            }
            (_, Value::Date(d)) => {
                document.fact(words::field(field), Cell::plain(dates::show(*d, ctx.today())));
            }
            (_, Value::Moment(m)) => {
                let at = m.local().format("%H:%M");
                document.fact(
                    words::field(field),
                    Cell::plain(format!("{} {at}", dates::show(m.date(), ctx.today()))),
                );
            }
            _ => document.fact(words::field(field), Cell::plain(cells::shown(field, &value, &names))),
        }
    }
    let created = record.head().created;
    document.fact(words::pages::added(), Cell::muted(dates::show(created.date(), ctx.today())));
    // Names and values without a type stand below those that have one.
    let own = [custom::typed(ctx, record), custom::pairs(ctx, record)].concat();
    if !own.is_empty() {
        document.heading(words::custom::all());
    }
    for (label, cell) in own {
        document.fact(label, cell);
    }
    for (label, text) in long {
        document.heading(label);
        document.push(Line::Prose(text));
    }
    crate::app::pages::request::hands_of(ctx, &mut document, record);
    if !linked.is_empty() {
        document.heading(words::pages::linked());
    }
    for (label, target) in linked {
        let cells = vec![Cell::muted(label), Cell::new(ctx.name(target), Tone::Accent)];
        document.push(Line::Item { target, cells, grow: 1 });
    }
    document
}
