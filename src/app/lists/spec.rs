//! What a list is made of: columns, views, orders.

use crate::app::ctx::Ctx;
use crate::app::document::Cell;
use crate::domain::custom::Rank;
use crate::domain::{Kind, Ref};

/// What a row is sorted by; compared in the order of the variants.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// A number; days since the epoch for dates.
    Number(i64),
    /// Rows with the same number belong together, and say so once: clients by their most urgent row.
    Group(i64),
    /// What stands in a field that a person made.
    Ranked(Rank),
    /// Folded text.
    Text(String),
    /// Nothing to sort by: last, whatever the direction.
    None,
}

/// One column of a list.
#[derive(Debug)]
pub struct Column {
    /// The word over it, and the name of the order.
    pub title: &'static str,
    /// The least it is narrowed to, where sentences have given way and there is still no room; 0 for sentences themselves.
    pub width: u16,
    /// Whether it stands at the right edge of its place: numbers.
    pub right: bool,
    /// How much it matters: in a narrow list, columns above 0 are left out, the highest first; from 3 on what it says is
    /// told elsewhere as well, and it goes before a sentence is cut.
    pub spare: u8,
    /// What stands in it.
    pub cell: fn(Ctx<'_>, Ref) -> Cell,
    /// What rows are sorted by under this column; `None` when it is no order.
    pub key: Option<fn(Ctx<'_>, Ref) -> SortKey>,
}

/// A column that is drawn, of what another one tells: it stands beside that one, where everything else has all its room. What
/// is drawn costs more to find than a word, so it is found for the rows in sight alone.
#[derive(Debug)]
pub struct Picture {
    /// The word over it.
    pub title: &'static str,
    /// How wide it is.
    pub width: u16,
    /// The place of the column beside which it stands.
    pub beside: usize,
    /// What is drawn in it.
    pub cell: fn(Ctx<'_>, Ref) -> Cell,
}

/// A choice of rows: active, all.
#[derive(Debug)]
pub struct View {
    /// The word in the title.
    pub name: &'static str,
    /// Whether a row belongs.
    pub shows: fn(Ctx<'_>, Ref) -> bool,
}

/// What rows are sorted by, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The place of the column.
    pub column: usize,
    /// Whether it is turned round.
    pub reverse: bool,
}

impl Order {
    /// By the column of this title. It is for constants: a title that no column has does not compile.
    pub const fn by(columns: &[Column], title: &str) -> Self {
        Self { column: place(columns, title), reverse: false }
    }

    /// The same, turned round.
    pub const fn reversed(self) -> Self {
        Self { reverse: !self.reverse, ..self }
    }
}

/// The place of the column of this title. It is for constants: a title that no column has does not compile.
pub const fn place(columns: &[Column], title: &str) -> usize {
    let mut column = 0;
    while !is_same(columns[column].title, title) {
        column += 1;
    }
    column
}

/// The place of the view of this name. It is for constants: a name that no view has does not compile.
pub const fn view(views: &[View], name: &str) -> usize {
    let mut at = 0;
    while !is_same(views[at].name, name) {
        at += 1;
    }
    at
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Where the rows of a list come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// All records of its kinds.
    Kinds,
    /// All records of its kinds, some of whose cells are read from the agenda.
    KindsWithAgenda,
    /// The agenda. Why a record stands there is part of its row, and is read whole beside the list.
    Agenda,
}

impl Rows {
    /// Whether the agenda must be brought up to date before the rows are read.
    pub fn read_agenda(self) -> bool {
        match self {
            Self::Kinds => false,
            Self::KindsWithAgenda | Self::Agenda => true,
        }
    }
}

/// One row of the table of panes.
#[derive(Debug)]
pub struct PaneSpec {
    /// The word in the header.
    pub title: &'static str,
    /// Where its rows come from.
    pub rows: Rows,
    /// What its rows are.
    pub kinds: &'static [Kind],
    /// What some of its views show besides.
    pub also: &'static [Kind],
    /// What `add` writes down.
    pub adds: Kind,
    /// What an empty list says: what belongs here and how it gets in. The key is put where `{}` stands.
    pub empty: &'static str,
    /// The columns; the first order is the first column that has one.
    pub columns: &'static [Column],
    /// What is drawn beside one of them.
    pub picture: Option<&'static Picture>,
    /// What rows are sorted by at first.
    pub order: Order,
    /// How much of a wide screen the list takes at the most, in per cent; what its rows do not need is the record's.
    pub share: u16,
    /// The choices of rows; the first is shown at first.
    pub views: &'static [View],
    /// The part of the list a row stands in, where it has parts: said over the rows while they stand in their first order.
    pub section: Option<fn(Ctx<'_>, Ref) -> Option<&'static str>>,
}

/// Every row there is.
pub fn everything(_: Ctx<'_>, _: Ref) -> bool {
    true
}
