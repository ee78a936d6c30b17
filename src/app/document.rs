//! A record as it is read: headings, facts, rows that lead to other records, prose. What is said, not how it looks.

pub use super::cell::Cell;
pub use crate::domain::Tone;

use super::chart::{Axis, Bar, Fold};
use crate::domain::Ref;
use std::borrow::Cow;

/// One line of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Air.
    Gap,
    /// The heading of a part.
    Heading(String),
    /// Pieces of text in a row.
    Text(Vec<Cell>),
    /// A label and what it says.
    Fact(Cow<'static, str>, Cell),
    /// A row that leads to a record; rows that follow one another stand in columns, `grow` is the one that may be cut.
    Item {
        /// Where Enter leads.
        target: Ref,
        /// The columns, what matters most first: where there is no room, the last one goes.
        cells: Vec<Cell>,
        /// Which column takes what space is left.
        grow: usize,
    },
    /// Cells in columns that lead nowhere: words over the rows that follow, or rows of facts.
    Head(Vec<Cell>),
    /// The days a chart is over: stands above its rows.
    Axis(Axis),
    /// A row of a chart: a name, a bar over the days, a date.
    Bar(Bar),
    /// Marks in a row, one for each stretch of time, with words.
    Course(Course),
    /// Text of many lines, wrapped.
    Prose(String),
}

/// Marks in a row, the newest last: where there is no room, the oldest go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The word before them.
    pub label: &'static str,
    /// The marks, each a column wide.
    pub marks: String,
    /// What they come to; behind them, or below.
    pub words: Cell,
}

/// A record as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The lines, from the top.
    pub lines: Vec<Line>,
}

impl Document {
    /// The records its rows lead to, from the top.
    pub fn items(&self) -> impl Iterator<Item = Ref> + '_ {
        self.lines.iter().filter_map(|l| match l {
            Line::Item { target, .. } | Line::Bar(Bar { target, .. }) => Some(*target),
            _ => None,
        })
    }

    /// Leaves out what is folded away.
    pub fn fold(&mut self) {
        self.lines.retain(|l| !matches!(l, Line::Bar(Bar { fold: Fold::Inside, .. })));
    }

    /// Puts a line of its own above everything else, when there is something to say.
    pub fn begin_with(&mut self, cell: Option<Cell>) {
        if let Some(cell) = cell.filter(|c| !c.text.is_empty()) {
            self.lines.splice(0..0, [Line::Text(vec![cell]), Line::Gap]);
        }
    }

    /// Adds a line.
    pub fn push(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Adds a heading with air above it.
    pub fn heading(&mut self, text: impl Into<String>) {
        if !self.lines.is_empty() {
            self.push(Line::Gap);
        }
        self.push(Line::Heading(text.into()));
    }

    /// Adds a fact, unless there is nothing to say.
    pub fn fact(&mut self, label: impl Into<Cow<'static, str>>, cell: Cell) {
        if !cell.text.is_empty() {
            self.push(Line::Fact(label.into(), cell));
        }
    }

    /// Adds a muted line that says why there is nothing here, or what to do.
    pub fn remark(&mut self, text: impl Into<String>) {
        self.push(Line::Text(vec![Cell::muted(text)]));
    }
}
