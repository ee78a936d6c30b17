//! Which of two records stays, and what it takes of each field; what is likely meant is taken, and why.

use super::join::takes_both;
use super::{Fault, links};
use crate::domain::derive::alike::KINDS;
use crate::domain::{Book, Choice, Field, Kind, Record, Ref, Type, Value, Visibility, parse};

/// Words of closed lists that say that nothing is known, by their stable names.
const SAYS_NOTHING: &[&str] = &["any", "none", "unknown"];

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first.
    Left,
    /// The second.
    Right,
}

impl Side {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// What is taken of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// The value of the first; of a long text, that of the second below it.
    Left,
    /// The value of the second; of a long text, that of the first below it.
    Right,
    /// Both, where there is room for both.
    Both,
}

impl From<Side> for Take {
    fn from(side: Side) -> Self {
        match side {
            Side::Left => Self::Left,
            Side::Right => Self::Right,
        }
    }
}

/// Why something is taken of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Both say the same.
    Equal,
    /// The other one says nothing.
    OnlyThere,
    /// There is room for both.
    Room,
    /// It is the later day.
    Later,
    /// It is the earlier day: what is put off comes back in time.
    Earlier,
    /// A person has one home, and this is where the one that stays is at home.
    OneHome,
    /// It is that of the one that stays.
    Stays,
    /// A person said so.
    Hand,
}

/// Why one stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyStays {
    /// More records point at it: so many, and so many at the other.
    MoreHangs(usize, usize),
    /// It was written down first.
    Older,
    /// A person said so.
    Hand,
}

/// A field of both.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which field.
    pub field: &'static Field,
    /// Its value in the first, without what points at one of the two.
    pub left: Value,
    /// Its value in the second, without what points at one of the two.
    pub right: Value,
    /// What is taken.
    pub take: Take,
    /// Why.
    pub why: Why,
}

impl Row {
    /// Whether the two say something else.
    pub fn differs(&self) -> bool {
        self.left != self.right
    }

    /// Whether both say something, and not the same: what a person must look at.
    pub fn is_at_odds(&self) -> bool {
        let silent = |value| says_nothing(self.field, value);
        self.differs() && !silent(&self.left) && !silent(&self.right)
    }

    /// Whether there is room for both.
    pub fn takes_both(&self) -> bool {
        takes_both(self.field)
    }

    /// The value of a side.
    pub const fn of(&self, side: Side) -> &Value {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}

/// How two records become one.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The first record.
    pub left: Record,
    /// The second.
    pub right: Record,
    /// Which stays.
    pub stays: Side,
    /// Why it does.
    pub why: WhyStays,
    /// The fields that one of them fills in, in the order of their table; what nobody sees is always joined.
    pub rows: Vec<Row>,
    /// The other records that point at the first, those in the bin among them.
    pub at_left: Vec<Ref>,
    /// The other records that point at the second.
    pub at_right: Vec<Ref>,
}

impl Plan {
    /// How two records of a book become one, as it is likely meant.
    ///
    /// # Errors
    /// When they cannot.
    pub fn of(book: &Book, left: Ref, right: Ref) -> Result<Self, Fault> {
        if left == right {
            return Err(Fault::Same);
        }
        if left.kind != right.kind || !KINDS.contains(&left.kind) {
            return Err(Fault::Kinds);
        }
        let record = |id| book.get(id).cloned().ok_or(Fault::Gone);
        let (first, second) = (record(left)?, record(right)?);
        let [at_left, at_right] = links::at_both(book, [left, right]);
        let age = |record: &Record| (record.head().created.utc_ms, record.id());
        let (stays, why) = match (at_left.len(), at_right.len()) {
            (a, b) if a > b => (Side::Left, WhyStays::MoreHangs(a, b)),
            (a, b) if a < b => (Side::Right, WhyStays::MoreHangs(b, a)),
            _ if age(&first) <= age(&second) => (Side::Left, WhyStays::Older),
            _ => (Side::Right, WhyStays::Older),
        };
        let mut plan = Self { left: first, right: second, stays, why, rows: vec![], at_left, at_right };
        plan.rows = plan.all_rows(book);
        plan.choose();
        Ok(plan)
    }

    /// The record of a side.
    pub const fn of_side(&self, side: Side) -> &Record {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The records that come to point at the one that stays.
    pub fn moved(&self) -> &[Ref] {
        match self.stays {
            Side::Left => &self.at_right,
            Side::Right => &self.at_left,
        }
    }

    /// Lets another one stay; what nobody chose by hand is chosen anew.
    pub fn let_stay(&mut self, side: Side) {
        (self.stays, self.why) = (side, WhyStays::Hand);
        self.choose();
    }

    /// Takes something of a field, as a person says; both only where there is room for both.
    pub fn take(&mut self, at: usize, take: Take) {
        let Some(row) = self.rows.get_mut(at) else { return };
        if take != Take::Both || row.takes_both() {
            (row.take, row.why) = (take, Why::Hand);
        }
    }

    /// Takes one side of every field in which the two differ.
    pub fn take_all(&mut self, side: Side) {
        for row in self.rows.iter_mut().filter(|row| row.differs()) {
            (row.take, row.why) = (side.into(), Why::Hand);
        }
    }

    fn all_rows(&self, book: &Book) -> Vec<Row> {
        let both = [self.left.id(), self.right.id()];
        let shown = book.fields(self.left.kind()).filter(|f| f.traits.visibility != Visibility::Hidden);
        let row = |field: &'static Field| {
            let value = |record: &Record| links::without(field.read(record), both);
            let (left, right) = (value(&self.left), value(&self.right));
            let says = [&left, &right].into_iter().any(|value| !field.is_default(value));
            (says || left != right).then_some(Row { field, left, right, take: Take::Left, why: Why::Equal })
        };
        shown.filter_map(row).collect()
    }

    fn choose(&mut self) {
        let (stays, home) = (self.stays, self.home());
        for row in self.rows.iter_mut().filter(|row| row.why != Why::Hand) {
            (row.take, row.why) = likely(row, stays, home);
        }
    }

    /// Of a person: the kind of what the one that stays belongs to, else the other one.
    fn home(&self) -> Option<Kind> {
        let home = |side| match self.of_side(side) {
            Record::Contact(contact) => contact.home(),
            _ => None,
        };
        home(self.stays).or_else(|| home(self.stays.other())).map(|home| home.kind)
    }
}

/// Whether a value says nothing about the record.
pub(super) fn says_nothing(field: &Field, value: &Value) -> bool {
    match value {
        Value::Choice(code) => {
            let choice = parse::choices(&field.kind).iter().find(|choice: &&Choice| choice.code == *code);
            choice.is_some_and(|choice| SAYS_NOTHING.contains(&choice.name))
        }
        value => value.is_empty(),
    }
}

/// What is likely meant, and why.
fn likely(row: &Row, stays: Side, home: Option<Kind>) -> (Take, Why) {
    let field = row.field;
    if row.left == row.right {
        return (stays.into(), Why::Equal);
    }
    // A person works for a client or in a department: the other field stays empty.
    if let (true, Type::One(kind), Some(home)) =
        (field.traits.only_of.is_some() && field.traits.owner, field.kind, home)
        && kind != home
    {
        let empty = if row.left.is_empty() { Side::Left } else { Side::Right };
        return (empty.into(), Why::OneHome);
    }
    if says_nothing(field, &row.left) || says_nothing(field, &row.right) {
        let telling = if says_nothing(field, &row.left) { Side::Right } else { Side::Left };
        return (telling.into(), Why::OnlyThere);
    }
    if row.takes_both() {
        return (Take::Both, Why::Room);
    }
    if let (Value::Date(left), Value::Date(right)) = (&row.left, &row.right) {
        let later = if left > right { Side::Left } else { Side::Right };
        if field.traits.snooze {
            return (later.other().into(), Why::Earlier);
        }
        if field.traits.seen || matches!(field.kind, Type::Past) {
            return (later.into(), Why::Later);
        }
    }
    (stays.into(), Why::Stays)
}
