//! Values of fields for people, and what people type, in their language.
//!
//! English is the language of the grammar itself (`domain::parse`), which files and scripts use as well; what stands here
//! says the same in Greek, and turns what is typed in Greek into what that grammar reads.

use super::lang::Lang;
use super::message::{messages, plural};
use super::{choice, choice_shown, dates, holder};
use crate::domain::text::fold;
use crate::domain::{Birthday, Choice, Hand, PromisedDay, Ref, Repeat, Span, Tier, Type, Unit, Value, parse};
use chrono::NaiveDate;
use std::borrow::Cow;

/// A value as text: what is shown, and what typing it again would read. `names` gives a record's name.
pub fn show(kind: &Type, value: &Value, names: &dyn Fn(Ref) -> String) -> String {
    if Lang::now() == Lang::En {
        return parse::show(kind, value, names);
    }
    let word = |code: u8| word(kind, code);
    match value {
        Value::Yes => yes().into(),
        Value::Choice(code) => word(*code).into(),
        Value::Choices(codes) => codes.iter().map(|code| word(*code)).collect::<Vec<_>>().join(", "),
        Value::Birthday(born) => birthday(*born),
        Value::Span(span) => self::span(*span),
        Value::Repeat(repeat) => self::repeat(*repeat),
        Value::Hands(hands) => in_a_row(hands, |h| hand(h, names)),
        Value::Promises(days) => in_a_row(days, promised),
        _ => parse::show(kind, value, names),
    }
}

/// The word on screen for a code of a closed list.
pub fn word(kind: &Type, code: u8) -> &'static str {
    parse::choices(kind).iter().find(|c| c.code == code).map_or("?", choice_shown)
}

fn in_a_row<T>(all: &[T], each: impl Fn(&T) -> String) -> String {
    all.iter().map(each).collect::<Vec<_>>().join(", ")
}

/// "1 month", "3 months".
pub fn span(span: Span) -> String {
    let count = i64::from(span.count);
    format!("{count} {}", unit(span.unit, count))
}

fn unit(unit: Unit, count: i64) -> &'static str {
    let [one, many] = match (Lang::now(), unit) {
        (Lang::En, Unit::Day) => ["day", "days"],
        (Lang::En, Unit::Workday) => ["workday", "workdays"],
        (Lang::En, Unit::Week) => ["week", "weeks"],
        (Lang::En, Unit::Month) => ["month", "months"],
        (Lang::En, Unit::Year) => ["year", "years"],
        (Lang::El, Unit::Day) => ["ημέρα", "ημέρες"],
        (Lang::El, Unit::Workday) => ["εργάσιμη", "εργάσιμες"],
        (Lang::El, Unit::Week) => ["εβδομάδα", "εβδομάδες"],
        (Lang::El, Unit::Month) => ["μήνα", "μήνες"],
        (Lang::El, Unit::Year) => ["έτος", "έτη"],
    };
    plural(count, one, many)
}

/// "every 2 weeks", "10 days after done".
pub fn repeat(repeat: Repeat) -> String {
    let every = span(repeat.every);
    if repeat.after_done { after_done(&every) } else { self::every(&every) }
}

/// "tier A", or that there is none yet.
pub fn tier(of: Tier) -> String {
    let label = super::chosen(of);
    if of == Tier::Unsorted { label.to_owned() } else { of_tier(label) }
}

fn birthday(born: Birthday) -> String {
    let of = NaiveDate::from_ymd_opt(2000, u32::from(born.month), u32::from(born.day)).map(dates::day);
    let day = of.unwrap_or_default();
    born.year.map_or_else(|| day.clone(), |year| format!("{day} {year:04}"))
}

fn hand(hand: &Hand, names: &dyn Fn(Ref) -> String) -> String {
    since(&holder(&hand.holder, names), &hand.since.date().to_string())
}

fn promised(promised: &PromisedDay) -> String {
    let day = promised.day.map_or_else(|| taken_back().to_owned(), |day| day.to_string());
    let told = promised.told.map(told_on).unwrap_or_default();
    since(&day, &promised.since.date().to_string()) + &told
}

messages! {
    /// A flag that is set.
    yes: "yes" => "ναι";
    /// Something comes again after so long.
    every(span: &str): "every {span}" => "κάθε {span}";
    /// Something comes again so long after it was done.
    after_done(span: &str): "{span} after done" => "{span} μετά την ολοκλήρωση";
    /// How much care a client is owed.
    of_tier(label: &str): "tier {label}" => "κατηγορία {label}";
    /// Who holds something, or what is promised, from a day on.
    since(what: &str, day: &str): "{what} since {day}" => "{what} από {day}";
    /// A promise that was taken back.
    taken_back: "taken back" => "ανακλήθηκε";
    /// When the client was told of a promise.
    told_on(day: NaiveDate): ", told {day}" => ", ενημερώθηκε {day}";
}

/// What was typed into a field in the language that is spoken, as the grammar of fields reads it.
pub fn typed<'a>(kind: &Type, text: &'a str) -> Cow<'a, str> {
    if Lang::now() == Lang::En {
        return text.into();
    }
    match kind {
        Type::Flag => match fold(text.trim()).as_str() {
            "ναι" | "ν" => "yes".into(),
            "οχι" | "ο" => "no".into(),
            _ => text.into(),
        },
        Type::Choice(all) => meant(all, text).map_or_else(|| text.into(), Cow::Borrowed),
        Type::Choices(all) => {
            let each = |word: &'a str| meant(all, word).unwrap_or(word);
            text.split(',').map(each).collect::<Vec<_>>().join(",").into()
        }
        Type::Repeat => {
            let every =
                fold(text).strip_suffix("μετα την ολοκληρωση").map(|every| format!("{every} after done"));
            every.map_or_else(|| text.into(), Cow::Owned)
        }
        _ => text.into(),
    }
}

/// The stable name of the choice that a word means, whole or by its beginning.
fn meant(all: &'static [Choice], text: &str) -> Option<&'static str> {
    let wanted = fold(text.trim());
    let exact = all.iter().find(|c| [choice(c), choice_shown(c)].iter().any(|word| fold(word) == wanted));
    let mut starts = all.iter().filter(|c| !wanted.is_empty() && fold(choice(c)).starts_with(&wanted));
    exact.or_else(|| starts.next().filter(|_| starts.next().is_none())).map(|c| c.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Kind, Moment};
    use proptest::prelude::*;

    fn again(kind: &Type, value: &Value) -> Option<Value> {
        let shown = show(kind, value, &|_| String::new());
        parse::read(kind, &typed(kind, &shown), Moment::default()).ok()
    }

    #[test]
    fn every_choice_is_read_again_as_it_is_shown() {
        let mut looked_at = 0;
        for field in Kind::ALL.iter().flat_map(|kind| kind.fields()) {
            for choice in parse::choices(&field.kind) {
                let value = match field.kind {
                    Type::Choices(_) => Value::Choices(vec![choice.code]),
                    _ => Value::Choice(choice.code),
                };
                for lang in Lang::ALL {
                    assert_eq!(
                        lang.within(|| again(&field.kind, &value)),
                        Some(value.clone()),
                        "{}",
                        choice.name
                    );
                    looked_at += 1;
                }
            }
        }
        assert!(looked_at > 100, "{looked_at}");
        assert_eq!(Lang::El.within(|| again(&Type::Flag, &Value::Yes)), Some(Value::Yes));
        assert_eq!(Lang::El.within(|| typed(&Type::Flag, "Όχι").into_owned()), "no");
    }

    proptest! {
        #[test]
        fn lengths_are_read_again_as_they_are_shown(count in 1u16..500, nth in 0usize..5, after_done in any::<bool>()) {
            let every = Span::new(count, Unit::ALL[nth].0);
            for lang in Lang::ALL {
                let span = Value::Span(every);
                prop_assert_eq!(lang.within(|| again(&Type::Span, &span)), Some(span));
                let repeat = Value::Repeat(Repeat { every, after_done });
                prop_assert_eq!(lang.within(|| again(&Type::Repeat, &repeat)), Some(repeat));
            }
        }
    }
}
