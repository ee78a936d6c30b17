//! A record as it is read: headings, facts, rows that lead to other records, prose. What is said, not how it looks.

pub use crate::domain::Tone;

use crate::domain::Ref;

/// A piece of text in one tone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The text; may come from outside and is cleaned where it is drawn.
    pub text: String,
    /// What it means.
    pub tone: Tone,
}

impl Cell {
    /// Text of a tone.
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Self { text: text.into(), tone }
    }

    /// Text of a tone with the sign of the tone before it, for those who see no colour; nothing before nothing.
    pub fn marked(text: impl Into<String>, tone: Tone) -> Self {
        Self::new(text, tone).with_mark()
    }

    /// The same with the sign of its tone before it, which must not stand there yet.
    #[must_use]
    pub fn with_mark(self) -> Self {
        let mark = if self.text.is_empty() { "" } else { self.tone.mark() };
        Self { text: format!("{mark}{}", self.text), tone: self.tone }
    }

    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Plain)
    }

    /// Muted text.
    pub fn muted(text: impl Into<String>) -> Self {
        Self::new(text, Tone::Muted)
    }

    /// Nothing.
    pub fn empty() -> Self {
        Self::default()
    }
}

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
    Fact(&'static str, Cell),
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
    /// A row of a chart: a name, a bar over the days, a date.
    Bar(Bar),
    /// Text of many lines, wrapped.
    Prose(String),
}

/// One row of a chart. The bar takes the room there is, so places on it are told in thousandths of its length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where Enter leads.
    pub target: Ref,
    /// A sign before the name.
    pub mark: Cell,
    /// What the bar is of.
    pub name: Cell,
    /// What is drawn along it, from where to where, what is drawn last on top.
    pub strokes: Vec<(u16, u16, char)>,
    /// What stands behind it.
    pub end: Cell,
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
    pub fn fact(&mut self, label: &'static str, cell: Cell) {
        if !cell.text.is_empty() {
            self.push(Line::Fact(label, cell));
        }
    }

    /// Adds a muted line that says why there is nothing here, or what to do.
    pub fn remark(&mut self, text: impl Into<String>) {
        self.push(Line::Text(vec![Cell::muted(text)]));
    }
}
