//! Every field of a record, read from the table of its kind.

use crate::app::sheet::{Cell, Ctx, Line, Sheet, Tone};
use crate::domain::{Place, Ref, Type, Value, parse, when};

/// Facts in the order of the table; long texts below; what points elsewhere as rows that lead there.
pub fn page(ctx: Ctx<'_>, id: Ref) -> Sheet {
    let mut sheet = Sheet::default();
    let Some(record) = ctx.get(id) else { return sheet };
    let names = |r: Ref| ctx.name(r);
    let mut long = vec![];
    let mut linked = vec![];
    for field in record.fields().iter().filter(|f| f.traits.place != Place::Hidden) {
        let value = (field.read)(record);
        match (&field.kind, &value) {
            (_, Value::Empty) => {}
            (Type::Long | Type::Pairs | Type::Checks | Type::Hands, _) => {
                long.push((field.label, show_lines(ctx, field.kind, &value)));
            }
            (_, Value::One(_) | Value::Many(_)) => {
                linked.extend(value.refs().iter().map(|r| (field.label, *r)));
            }
            (_, Value::Date(d)) => sheet.fact(field.label, Cell::plain(when::show(*d, ctx.today()))),
            (_, Value::Moment(m)) => {
                let at = m.local().format("%H:%M");
                sheet.fact(field.label, Cell::plain(format!("{} {at}", when::show(m.date(), ctx.today()))));
            }
            _ => sheet.fact(field.label, Cell::plain(parse::show(&field.kind, &value, &names))),
        }
    }
    let created = record.head().created;
    sheet.fact("Written down", Cell::muted(when::show(created.date(), ctx.today())));
    for (label, text) in long {
        sheet.heading(label);
        sheet.push(Line::Prose(text));
    }
    if !linked.is_empty() {
        sheet.heading("Linked to");
    }
    for (label, target) in linked {
        let cells = vec![Cell::muted(label), Cell::new(ctx.name(target), Tone::Accent)];
        sheet.push(Line::Item { target, cells, grow: 1 });
    }
    sheet
}

fn show_lines(ctx: Ctx<'_>, kind: Type, value: &Value) -> String {
    let names = |r: Ref| ctx.name(r);
    let Value::Hands(hands) = value else { return parse::show(&kind, value, &names) };
    let mut lines = vec![];
    for (i, hand) in hands.iter().enumerate() {
        let until = hands.get(i + 1).map_or(ctx.now, |next| next.since);
        let days = (until.date() - hand.since.date()).num_days();
        let nudges =
            if hand.nudges.is_empty() { String::new() } else { format!(", nudged {}×", hand.nudges.len()) };
        let since = when::show(hand.since.date(), ctx.today());
        lines
            .push(format!("{days:>4} d  {}, from {since}{nudges}", parse::holder_name(&hand.holder, &names)));
    }
    lines.join("\n")
}
