//! What values are compared by: numbers, days and amounts as numbers, choices in their order, everything else as text.

use crate::domain::text::fold;
use crate::domain::{Book, Field, Record, Type, Value, parse};
use chrono::Datelike as _;
use rust_decimal::Decimal;

/// What a value is compared by, in the order of the variants.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A number; days since the beginning of our era for dates.
    Number(Decimal),
    /// Folded text.
    Text(String),
    /// Nothing to compare: it says nothing, or does not fit its field.
    Nothing,
}

/// What the value of a field is compared by.
pub fn rank(book: &Book, field: &Field, record: &Record) -> Rank {
    let value = field.read(record);
    if field.is_silent(&value) || field.misfit(&value).is_some() {
        return Rank::Nothing;
    }
    of_value(book, &field.kind, &value)
}

/// What a value is compared by.
pub(super) fn of_value(book: &Book, kind: &Type, value: &Value) -> Rank {
    match value {
        Value::Empty => Rank::Nothing,
        Value::Number(number) => Rank::Number(*number),
        Value::Whole(number) => Rank::Number((*number).into()),
        Value::Money(money) => Rank::Number(money.amount),
        Value::Date(day) => Rank::Number(day.num_days_from_ce().into()),
        Value::Moment(at) => Rank::Number(at.utc_ms.into()),
        Value::Choice(code) => Rank::Number((*code).into()),
        Value::Yes => Rank::Number(1.into()),
        other => Rank::Text(fold(&parse::show(kind, other, &|id| book.title(id)))),
    }
}
