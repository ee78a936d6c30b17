//! What was typed into a field, as a value.

use super::{birthday, check, list};
use crate::domain::money::read_number;
use crate::domain::{Choice, Fault, Moment, Money, Repeat, Span, Type, ValidationError, Value, when};

/// Reads what was typed into a field. Records cannot be read from text alone; see [`Type::One`].
///
/// # Errors
/// What was expected, in words.
pub fn read(kind: &Type, text: &str, now: Moment) -> Result<Value, ValidationError> {
    let text = text.trim_end();
    if text.trim().is_empty() {
        return Ok(Value::Empty);
    }
    let value = read_filled(kind, text, text.trim(), now)?;
    check(kind, &value)?;
    Ok(value)
}

/// `line` is the text without blanks around it.
fn read_filled(kind: &Type, text: &str, line: &str, now: Moment) -> Result<Value, ValidationError> {
    Ok(match kind {
        Type::Text => Value::Text(line.to_owned()),
        Type::Long => Value::Text(text.to_owned()),
        Type::Words => full(list::read(line, list::MARKS), Value::Words),
        Type::Mails | Type::Phones => full(list::read_labelled(line, list::MARKS_OR_LINES), Value::Labelled),
        Type::Pairs => full(list::read_labelled(text, list::LINES), Value::Labelled),
        Type::Date => Value::Date(when::read_date(line, now.date()).ok_or(Fault::NoDay)?),
        Type::Past => Value::Date(when::read_past_date(line, now.date()).ok_or(Fault::NoPastDay)?),
        Type::Moment => Value::Moment(when::read_moment(line, now).ok_or(Fault::NoMoment)?),
        Type::Birthday => Value::Birthday(birthday::read(line)?),
        Type::Whole(low, high) => Value::Whole(line.parse().map_err(|_| Fault::NotWithin(*low, *high))?),
        Type::Number => Value::Number(read_number(line)?),
        Type::Money => Value::Money(Money::parse(line)?),
        Type::Flag => match line.to_lowercase().as_str() {
            "yes" | "y" | "true" | "1" | "x" => Value::Yes,
            "no" | "n" | "false" | "0" => Value::Empty,
            _ => return Err(Fault::NoFlag.into()),
        },
        Type::Choice(all) => Value::Choice(read_choice(all, line)?),
        Type::Choices(all) => {
            let codes: Result<_, _> =
                list::read(line, list::MARKS).iter().map(|w| read_choice(all, w)).collect();
            full(codes?, Value::Choices)
        }
        Type::One(kind) | Type::Many(kind) => {
            return Err(Fault::OtherKind(*kind).into());
        }
        Type::Span => Value::Span(read_span(line)?),
        Type::Repeat => Value::Repeat(read_repeat(line)?),
        Type::Checks => full(list::read_checks(text), Value::Checks),
        Type::Hands | Type::Promises => return Err(Fault::Kept.into()),
    })
}

/// A list; marks with nothing between them are no list.
fn full<T>(entries: Vec<T>, value: fn(Vec<T>) -> Value) -> Value {
    if entries.is_empty() { Value::Empty } else { value(entries) }
}

pub(super) fn read_choice(list: &'static [Choice], text: &str) -> Result<u8, ValidationError> {
    let wanted = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let words = |c: &&Choice| [c.name, c.label, c.shown].iter().any(|word| word.to_lowercase() == wanted);
    let exact = list.iter().find(words);
    let mut starts = list.iter().filter(|c| c.name.starts_with(&wanted));
    let found = exact.or_else(|| starts.next().filter(|_| starts.next().is_none()));
    found.map(|c| c.code).ok_or_else(|| Fault::NoChoice(list).into())
}

/// "3 months", "90 days", "10 workdays", "2w", "3 μήνες".
fn read_span(text: &str) -> Result<Span, ValidationError> {
    when::read_span(text).ok_or_else(|| Fault::NoSpan.into())
}

/// "every 2 weeks", "every month", "10 days after done".
fn read_repeat(text: &str) -> Result<Repeat, ValidationError> {
    let lower = text.trim().to_lowercase();
    let (rest, after_done) = match lower.strip_suffix("after done") {
        Some(rest) => (rest, true),
        None => (lower.as_str(), false),
    };
    let rest =
        rest.trim().strip_prefix("every").or_else(|| rest.trim().strip_prefix("κάθε")).unwrap_or(rest).trim();
    read_span(rest).map(|every| Repeat { every, after_done }).map_err(|_| Fault::NoRepeat.into())
}
