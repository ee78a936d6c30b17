//! Values as text that can be typed again.

use super::{birthday, label, list};
use crate::domain::money::plain_number;
use crate::domain::{Hand, Holder, PromisedDay, Ref, Span, Type, Value};

/// A value as text: what is shown, and what typing it again would read. `names` gives a record's name.
///
/// Two things cannot be typed: records (their names are only shown) and the seconds of a moment.
pub fn show(kind: &Type, value: &Value, names: &dyn Fn(Ref) -> String) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(t) => t.clone(),
        Value::Words(w) => join(w, ", ", |w| list::show(w, list::MARKS)),
        Value::Labelled(l) if matches!(kind, Type::Pairs) => {
            join(l, "\n", |l| list::show_labelled(l, list::LINES))
        }
        Value::Labelled(l) => join(l, ", ", |l| list::show_labelled(l, list::MARKS_OR_LINES)),
        Value::Date(d) => d.format("%Y-%m-%d").to_string(),
        Value::Moment(m) => m.local().format("%Y-%m-%d %H:%M").to_string(),
        Value::Birthday(b) => birthday::show(*b),
        Value::Whole(n) => n.to_string(),
        Value::Number(n) => plain_number(*n),
        Value::Money(m) => m.to_string(),
        Value::Yes => "yes".into(),
        Value::Choice(code) => label(kind, *code).to_owned(),
        Value::Choices(codes) => join(codes, ", ", |c| list::show(label(kind, *c), list::MARKS)),
        Value::One(r) => names(*r),
        Value::Many(refs) => join(refs, ", ", |r| names(*r)),
        Value::Span(s) => span(*s),
        Value::Repeat(r) if r.after_done => format!("{} after done", span(r.every)),
        Value::Repeat(r) => format!("every {}", span(r.every)),
        Value::Checks(c) => join(c, "\n", list::show_check),
        Value::Hands(hands) => join(hands, ", ", |h| show_hand(h, names)),
        Value::Promises(days) => join(days, ", ", show_promise),
    }
}

/// "1 month", "3 months".
fn span(span: Span) -> String {
    format!("{} {}{}", span.count, span.unit.name(), if span.count == 1 { "" } else { "s" })
}

fn join<T>(all: &[T], between: &str, each: impl Fn(&T) -> String) -> String {
    all.iter().map(each).collect::<Vec<_>>().join(between)
}

fn show_hand(hand: &Hand, names: &dyn Fn(Ref) -> String) -> String {
    format!("{} since {}", holder_name(&hand.holder, names), hand.since.date().format("%Y-%m-%d"))
}

fn show_promise(promised: &PromisedDay) -> String {
    let day = promised.day.map_or_else(|| "taken back".into(), |d| d.to_string());
    let told = promised.told.map(|d| format!(", told {d}")).unwrap_or_default();
    format!("{day} since {}{told}", promised.since.date())
}

/// The name of whoever holds the ball: "us", "Nikos Andreou", "Aegean Foods", "somebody".
pub fn holder_name(holder: &Holder, names: &dyn Fn(Ref) -> String) -> String {
    match holder {
        Holder::Us => "us".into(),
        Holder::Person(id) => names((*id).into()),
        Holder::Client(id) => names((*id).into()),
        Holder::Department(id) => names((*id).into()),
        Holder::Other(name) if name.is_empty() => "somebody".into(),
        Holder::Other(name) => name.clone(),
    }
}
