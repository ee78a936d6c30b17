//! Records of one kind as a table for other programs: CSV and spreadsheets. What the table of fields says is all there is
//! to know about a kind; links are told by the names of what they point at.

pub mod csv;
pub mod schema;
pub mod xlsx;

use crate::domain::{Book, Field, Kind, Moment, Money, Record, Type, Value, Visibility, parse};
use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, telephone numbers and ids among it: no spreadsheet may take it for anything else.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any number.
    Number(Decimal),
    /// An amount with its currency.
    Money(Money),
    /// A calendar day.
    Date(NaiveDate),
    /// A point in time, at the place it was written down at.
    Moment(NaiveDateTime),
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Stable name of the field.
    pub name: &'static str,
    /// The word on screen.
    pub label: &'static str,
}

/// Records of a kind in rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What stands in it.
    pub kind: Kind,
    /// The columns: id, number where the kind has one, the fields, what follows from them.
    pub columns: Vec<Column>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
}

/// The table of `records`, all of `kind`; what is derived is as it is at `now`.
pub fn table(book: &Book, now: Moment, kind: Kind, records: &[&Record]) -> Table {
    let fields = || book.fields(kind).filter(|f| f.traits.visibility != Visibility::Hidden);
    let mut columns = vec![Column { name: "id", label: "Id" }];
    columns.extend(fields().map(|f| Column { name: f.name, label: f.label }));
    columns.extend(kind.derived().map(|d| Column { name: d.name, label: d.label }));
    let rows = records.iter().map(|record| {
        let mut row = vec![Cell::Text(record.id().id.to_string())];
        row.extend(fields().map(|f| cell(book, &f.kind, &told(f, record))));
        row.extend(kind.derived().map(|d| cell(book, &d.kind, &d.read(book, now, record))));
        row
    });
    Table { kind, columns, rows: rows.collect() }
}

/// What stands in a field; nothing for a choice that nobody made.
fn told(field: &Field, record: &Record) -> Value {
    Some(field.read(record))
        .filter(|value| !field.is_custom() || !field.is_default(value))
        .unwrap_or_default()
}

fn cell(book: &Book, kind: &Type, value: &Value) -> Cell {
    match value {
        Value::Empty => Cell::Empty,
        Value::Whole(number) => Cell::Whole(*number),
        Value::Number(number) => Cell::Number(*number),
        Value::Money(money) => Cell::Money(*money),
        Value::Date(day) => Cell::Date(*day),
        Value::Moment(at) => Cell::Moment(at.local()),
        other => Cell::Text(parse::show(kind, other, &|id| book.title(id))),
    }
}
