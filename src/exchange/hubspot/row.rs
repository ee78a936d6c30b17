//! One row being read: each cell into the field that is meant for it, or into the record's own fields.

use super::super::csv::{Row, Table};
use super::super::dates::{self, Order};
use super::{ID, plain};
use crate::domain::{Labelled, Moment, Type, Value, parse};
use chrono::NaiveDate;

/// Where a column goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Text of this field.
    Text(&'static str),
    /// Text of many lines.
    Long(&'static str),
    /// A list of mail addresses.
    Mails,
    /// A telephone number with this label.
    Phone(&'static str),
    /// A day of birth.
    Birthday,
    /// When it was first written down.
    Created,
    /// When somebody was last in touch with them, there.
    Contacted,
    /// The row's id.
    Id,
    /// Read by the code of the kind.
    Own(&'static str),
    /// No field of ours: kept under the name of its column.
    Custom,
}

/// The columns of a table and where they go.
pub(super) struct Columns {
    headers: Vec<String>,
    targets: Vec<Target>,
    /// Of the dates on which rows were written down, of last contacts, and of days of birth.
    created: Order,
    contacted: Order,
    born: Order,
}

impl Columns {
    pub(super) fn of(table: &Table, target: fn(&str) -> Target) -> Self {
        let mut targets: Vec<Target> = vec![];
        for header in &table.headers {
            let name = plain(header);
            let found = if ID.contains(&name.as_str()) { Target::Id } else { target(&name) };
            // A second column for the same field would take its place.
            let several = matches!(found, Target::Mails | Target::Contacted);
            let taken = !several && targets.contains(&found);
            targets.push(if taken { Target::Custom } else { found });
        }
        let order = |target: Target| {
            let columns = (0..targets.len()).filter(|at| targets[*at] == target);
            dates::order(columns.flat_map(|at| table.rows.iter().map(move |r| r.cell(at))))
        };
        let (created, born) = (order(Target::Created), order(Target::Birthday));
        let contacted = order(Target::Contacted);
        Self { headers: table.headers.clone(), targets, created, contacted, born }
    }

    pub(super) fn width(&self) -> usize {
        self.headers.len()
    }

    pub(super) fn id<'a>(&self, row: &'a Row) -> &'a str {
        self.targets.iter().position(|t| *t == Target::Id).map_or("", |at| row.cell(at))
    }
}

/// A row, and what is told about it.
pub(super) struct Reading<'a> {
    row: &'a Row,
    columns: &'a Columns,
    now: Moment,
    /// What has no field, under the names of its columns.
    pub(super) custom: Vec<Labelled>,
    notes: Vec<String>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(row: &'a Row, columns: &'a Columns, now: Moment) -> Self {
        let mut reading = Self { row, columns, now, custom: vec![], notes: vec![] };
        if row.width() < columns.width() {
            reading.note(format!(
                "it has {} cells instead of {}; the rest was taken as empty",
                row.width(),
                columns.width()
            ));
        }
        reading
    }

    pub(super) fn note(&mut self, words: String) {
        self.notes.push(words);
    }

    pub(super) fn into_notes(self) -> Vec<String> {
        self.notes
    }

    /// Keeps a cell under the name of its column.
    pub(super) fn keep(&mut self, header: &str, value: &str) {
        let label = if header.is_empty() { "(no heading)" } else { header };
        self.custom.push(Labelled { label: label.to_owned(), value: value.to_owned() });
    }

    /// The cells that are not empty, with their targets and the names of their columns.
    pub(super) fn cells(&self) -> Vec<(Target, &'a str, &'a str)> {
        let columns = self.columns;
        let row = self.row;
        let each = columns.targets.iter().zip(&columns.headers).enumerate();
        each.map(|(at, (target, header))| (*target, header.as_str(), row.cell(at)))
            .filter(|(_, _, cell)| !cell.is_empty())
            .collect()
    }

    /// When the row was first written down; `otherwise` when it does not say so in a way that can be read.
    pub(super) fn created(&mut self, otherwise: Moment) -> Moment {
        let found = self.cells().into_iter().find(|(target, _, _)| *target == Target::Created);
        let Some((_, header, text)) = found else { return otherwise };
        self.past(header, text, self.columns.created).unwrap_or(otherwise)
    }

    /// The day of the last contact, of all columns that tell one.
    pub(super) fn contacted(&mut self) -> Option<NaiveDate> {
        let found: Vec<_> =
            self.cells().into_iter().filter(|(target, _, _)| *target == Target::Contacted).collect();
        let order = self.columns.contacted;
        let moments = found.into_iter().filter_map(|(_, header, text)| self.past(header, text, order));
        moments.map(Moment::date).max()
    }

    /// A moment that is over; one that lies ahead is kept otherwise, and one that cannot be read is told as well.
    fn past(&mut self, header: &str, text: &str, order: Order) -> Option<Moment> {
        let read = dates::read(text, order, self.now);
        if read.is_none() {
            self.note(format!("{header} {text} can be read in more than one way or in none; kept as it is"));
        }
        let past = read.filter(|moment| moment.utc_ms <= self.now.utc_ms);
        if past.is_none() {
            self.keep(header, text);
        }
        past
    }

    /// A cell for a field of one line or of many; `None` when it does not fit there and is kept otherwise.
    pub(super) fn text(&mut self, kind: Type, header: &str, cell: &str) -> Option<String> {
        let text = match kind {
            Type::Long => cell.replace("\r\n", "\n").replace('\r', "\n"),
            _ => cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", "),
        };
        match parse::check(&kind, &Value::Text(text.clone())) {
            Ok(()) => Some(text),
            Err(error) => {
                self.note(format!("{header}: {error}; kept among the own fields"));
                self.keep(header, cell);
                None
            }
        }
    }

    /// Mail addresses of a cell, several with `;` between them. What is none is kept otherwise and told.
    pub(super) fn mails(&mut self, header: &str, cell: &str) -> Vec<Labelled> {
        let mut out = vec![];
        for mail in cell.split([';', ',']).map(str::trim).filter(|m| !m.is_empty()) {
            let one = Labelled { label: "work".into(), value: mail.to_owned() };
            match parse::check(&Type::Mails, &Value::Labelled(vec![one.clone()])) {
                Ok(()) => out.push(one),
                Err(error) => {
                    self.note(format!("{error}; kept among the own fields"));
                    self.keep(header, mail);
                }
            }
        }
        out
    }

    /// A telephone number; `None` when there is no digit in it, and then it is kept otherwise and told.
    pub(super) fn phone(&mut self, label: &str, header: &str, cell: &str) -> Option<Labelled> {
        let one = Labelled { label: label.to_owned(), value: cell.to_owned() };
        match parse::check(&Type::Phones, &Value::Labelled(vec![one.clone()])) {
            Ok(()) => Some(one),
            Err(error) => {
                self.note(format!("{error}; kept among the own fields"));
                self.keep(header, cell);
                None
            }
        }
    }

    /// A day of birth; kept otherwise and told when it cannot be read, or in more than one way.
    pub(super) fn birthday(&mut self, header: &str, cell: &str) -> Value {
        let read = dates::birthday(cell, self.columns.born, self.now);
        read.map_or_else(
            || {
                self.note(format!(
                    "{header} {cell} can be read in more than one way or in none; kept among the own fields"
                ));
                self.keep(header, cell);
                Value::Empty
            },
            Value::Birthday,
        )
    }
}
