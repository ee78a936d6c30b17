//! What stands in the fields that a person made, in records and in lists.

use super::ctx::Ctx;
use super::document::{Cell, Document, Tone};
use super::lists::spec::{Column, Picture, SortKey};
use crate::domain::custom::{Rank, rank};
use crate::domain::{Field, Record, Ref, Type, Value};
use crate::words::dates;
use crate::words::{self, Of};
use std::borrow::Cow;

/// The value of a field as it is shown everywhere; what does not fit its field bears a mark.
pub fn cell(ctx: Ctx<'_>, field: &Field, record: &Record) -> Cell {
    let value = field.read(record);
    if let (Value::Text(text), Some(_)) = (&value, field.misfit(&value)) {
        return Cell::marked(text.clone(), Tone::Warning);
    }
    match &value {
        value if field.is_silent(value) => Cell::empty(),
        Value::Date(day) => Cell::plain(dates::show(*day, ctx.today())),
        value => Cell::plain(words::value::show(&field.kind, value, &|id| ctx.name(id))),
    }
}

/// How many pairs without a type an overview shows; an import can leave dozens of them.
const PAIRS: usize = 6;

/// What stands in the fields of one's own of a record, below the facts of its overview: first those with a type, then some of
/// the pairs that have none.
pub fn facts(ctx: Ctx<'_>, id: Ref, document: &mut Document) {
    let Some(record) = ctx.get(id) else { return };
    let mut all = typed(ctx, record);
    let free = pairs(ctx, record);
    let more = free.len().saturating_sub(PAIRS);
    all.extend(free.into_iter().take(PAIRS));
    for (label, cell) in all {
        document.fact(label, cell);
    }
    if more > 0 {
        document.remark(words::lists::and_more(more));
    }
}

/// A label with what it says.
type Told = (Cow<'static, str>, Cell);

/// The fields with a type in which something stands.
pub fn typed(ctx: Ctx<'_>, record: &Record) -> Vec<Told> {
    let own = ctx.book.fields(record.kind()).filter(|field| field.is_custom());
    let told = own.map(|field| (words::field(field).into(), cell(ctx, field, record)));
    told.filter(|(_, cell): &Told| !cell.text.is_empty()).collect()
}

/// The pairs that no field has, in their order.
pub fn pairs(ctx: Ctx<'_>, record: &Record) -> Vec<Told> {
    let rest = ctx.book.fields(record.kind()).find(|field| matches!(field.kind, Type::Pairs));
    match rest.map(|field| field.read(record)) {
        Some(Value::Labelled(all)) => {
            all.into_iter().map(|pair| (pair.label.into(), Cell::plain(pair.value))).collect()
        }
        _ => vec![],
    }
}

/// A column of a list: a row of its table, or a field that a person made.
#[derive(Clone, Copy, Debug)]
pub enum ListColumn {
    /// A row of the table.
    Table(&'static Column),
    /// What is drawn beside a row of the table.
    Picture(&'static Picture),
    /// A field of the records.
    Custom(&'static Field),
}

/// Fields that a person made give way in a narrow list after what is told elsewhere as well, and before all others.
const SPARE: u8 = 2;
/// The least such a column is narrowed to.
const WIDTH: u16 = 6;

impl ListColumn {
    /// The word over it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Table(column) => words::label(Of::Column, column.title),
            Self::Picture(picture) => words::label(Of::Column, picture.title),
            Self::Custom(field) => words::field(field),
        }
    }

    /// See [`Column::width`].
    pub const fn width(self) -> u16 {
        match self {
            Self::Table(column) => column.width,
            Self::Picture(picture) => picture.width,
            Self::Custom(_) => WIDTH,
        }
    }

    /// See [`Column::right`].
    pub const fn right(self) -> bool {
        match self {
            Self::Table(column) => column.right,
            // The present stands at the right, one below the other.
            Self::Picture(_) => true,
            Self::Custom(field) => matches!(field.kind, Type::Number | Type::Money | Type::Date),
        }
    }

    /// See [`Column::spare`].
    pub const fn spare(self) -> u8 {
        match self {
            Self::Table(column) => column.spare,
            Self::Picture(_) => u8::MAX,
            Self::Custom(_) => SPARE,
        }
    }

    /// What stands in it.
    pub fn cell(self, ctx: Ctx<'_>, id: Ref) -> Cell {
        match self {
            Self::Table(column) => (column.cell)(ctx, id),
            Self::Picture(picture) => (picture.cell)(ctx, id),
            Self::Custom(field) => match ctx.get(id).map(|record| (field.read(record), record)) {
                // In a list a day is short, as the others there are.
                Some((Value::Date(day), _)) => Cell::plain(dates::plain(day, ctx.today())),
                Some((_, record)) => cell(ctx, field, record),
                None => Cell::empty(),
            },
        }
    }

    /// Whether rows can be sorted by it.
    pub const fn sorts(self) -> bool {
        match self {
            Self::Table(column) => column.key.is_some(),
            Self::Picture(_) => false,
            Self::Custom(_) => true,
        }
    }

    /// What a row is sorted by under it.
    pub fn key(self, ctx: Ctx<'_>, id: Ref) -> SortKey {
        match self {
            Self::Table(column) => column.key.map_or(SortKey::None, |key| key(ctx, id)),
            Self::Picture(_) => SortKey::None,
            Self::Custom(field) => match ctx.get(id).map(|record| rank(ctx.book, field, record)) {
                Some(rank @ (Rank::Number(_) | Rank::Text(_))) => SortKey::Ranked(rank),
                Some(Rank::Nothing) | None => SortKey::None,
            },
        }
    }

    /// Whether it is that one.
    pub fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Table(one), Self::Table(other)) => std::ptr::eq(one, other),
            (Self::Picture(one), Self::Picture(other)) => std::ptr::eq(one, other),
            (Self::Custom(one), Self::Custom(other)) => one.name == other.name,
            _ => false,
        }
    }
}
