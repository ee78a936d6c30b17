//! What is shown and typed again is the same value, whatever the value.

use super::tests::{now, shown};
use super::*;
use crate::domain::{Birthday, Check, Kind, Labelled, Moment, Money, Repeat, Span, Unit};
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Text of many lines, thick with what means something to a list.
fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-cB ,;:\"\\\\\n\\[\\]x1é中\u{a0}\u{200d}]{0,12}", "\\PC{0,12}", "[a-z]{1,3}: [a-z]{1,3}"]
}

/// Text as a field of text keeps it: without blanks around it, and not empty.
fn kept(text: &str) -> Option<Value> {
    let text = text.trim();
    (!text.is_empty()).then(|| Value::Text(text.to_owned()))
}

fn some<T: std::fmt::Debug + 'static>(
    one: impl Strategy<Value = T> + 'static,
    value: fn(Vec<T>) -> Value,
) -> BoxedStrategy<Value> {
    prop::collection::vec(one, 1..5).prop_map(value).boxed()
}

fn labelled(value: impl Strategy<Value = String> + 'static) -> BoxedStrategy<Value> {
    some((text(), value).prop_map(|(label, value)| Labelled { label, value }), Value::Labelled)
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (1i32..=9999, 1u32..=365).prop_map(|(year, nth)| NaiveDate::from_yo_opt(year, nth).unwrap())
}

fn span() -> impl Strategy<Value = Span> {
    (1..=u16::MAX, 0..Unit::ALL.len()).prop_map(|(count, at)| Span::new(count, Unit::ALL[at].0))
}

fn birthday() -> impl Strategy<Value = Value> {
    (date(), any::<bool>()).prop_map(|(date, known)| {
        let (month, day) = (u8::try_from(date.month()).unwrap(), u8::try_from(date.day()).unwrap());
        Value::Birthday(Birthday { month, day, year: known.then(|| date.year()) })
    })
}

/// Any value that may be typed into a field of this type; `None` for what cannot be typed.
fn value(kind: Type) -> Option<BoxedStrategy<Value>> {
    Some(match kind {
        Type::Text => text().prop_filter_map("empty", |t| kept(&t.replace('\n', " "))).boxed(),
        Type::Long => text().prop_filter_map("empty", |t| kept(&t)).boxed(),
        Type::Words => some(text(), Value::Words),
        Type::Mails => labelled("[a-c,;\"\\\\.]{1,5}@[a-c,;\"\\\\.]{1,5}"),
        Type::Phones => labelled((text(), text()).prop_map(|(a, b)| format!("{a}1{b}"))),
        Type::Pairs => labelled(text()),
        Type::Date | Type::Past => date().prop_map(Value::Date).boxed(),
        Type::Moment => (0i64..40_000_000)
            .prop_map(|minutes| Value::Moment(Moment { utc_ms: minutes * 60_000, offset_min: 120 }))
            .boxed(),
        Type::Birthday => birthday().boxed(),
        Type::Whole(low, high) => (low..=high).prop_map(Value::Whole).boxed(),
        Type::Number => {
            (any::<i64>(), 0u32..12).prop_map(|(n, scale)| Value::Number(Decimal::new(n, scale))).boxed()
        }
        Type::Flag => Just(Value::Yes).boxed(),
        Type::Choice(all) => (0..all.len()).prop_map(|at| Value::Choice(all[at].code)).boxed(),
        Type::Choices(all) => some((0..all.len()).prop_map(|at| all[at].code), Value::Choices),
        Type::Span => span().prop_map(Value::Span).boxed(),
        Type::Repeat => (span(), any::<bool>())
            .prop_map(|(every, after_done)| Value::Repeat(Repeat { every, after_done }))
            .boxed(),
        Type::Checks => {
            some((any::<bool>(), text()).prop_map(|(done, text)| Check { done, text }), Value::Checks)
        }
        Type::Money => (any::<i64>(), 0u32..12, "[A-Z]{3}")
            .prop_map(|(n, scale, code)| Value::Money(Money::new(Decimal::new(n, scale), &code).unwrap()))
            .boxed(),
        Type::One(_) | Type::Many(_) | Type::Hands | Type::Promises => return None,
    })
}

/// Every type that stands in the table of some kind, each closed list its own, with a value of it.
fn typed() -> impl Strategy<Value = (Type, Value)> {
    let kinds = || Kind::ALL.iter().flat_map(|kind| kind.fields()).map(|field| field.kind);
    let all: Vec<_> = kinds()
        .chain([Type::Flag, Type::Number])
        .filter_map(|kind| Some((Just(kind), value(kind)?).boxed()))
        .collect();
    prop::strategy::Union::new(all)
}

/// `PROPTEST_CASES` has the last word; without it so many.
fn cases(usual: u32) -> ProptestConfig {
    let told = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { told } else { ProptestConfig { cases: usual, ..told } }
}

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn what_is_shown_is_read_again((kind, value) in typed()) {
        let text = shown(kind, &value);
        prop_assert_eq!(read(&kind, &text, now()), Ok(value), "{}", text);
    }

    /// What was understood once stays as it is, however it was typed.
    #[test]
    fn what_is_read_is_shown_and_read_the_same(text in text()) {
        for kind in [Type::Words, Type::Phones, Type::Pairs, Type::Checks, Type::Birthday, Type::Span] {
            if let Ok(value) = read(&kind, &text, now()) {
                prop_assert_eq!(read(&kind, &shown(kind, &value), now()), Ok(value), "{}", text);
            }
        }
    }

    /// A list never leaves its line, and each pair has one.
    #[test]
    fn each_entry_keeps_to_its_line(value in labelled(text()), words in some(text(), Value::Words)) {
        let Value::Labelled(pairs) = &value else { unreachable!() };
        prop_assert_eq!(shown(Type::Pairs, &value).split('\n').count(), pairs.len());
        prop_assert!(!shown(Type::Phones, &value).contains('\n'));
        prop_assert!(!shown(Type::Words, &words).contains('\n'));
    }
}
