//! One row being read: each cell into the field that is meant for it, or into the record's custom fields.

use super::super::dates::{self, Order};
use super::super::table::{Row, Table};
use super::Plan;
use super::target::Target;
use crate::domain::{Kind, Labelled, Moment, Type, Value, parse};
use chrono::NaiveDate;

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
    pub(super) fn of(table: &Table, plan: &Plan) -> Self {
        let mut targets: Vec<Target> = vec![];
        for header in &table.headers {
            let found = plan.target(header);
            // A second column for the same field would take its place.
            let taken = !found.takes_several() && targets.contains(&found);
            targets.push(if taken { Target::Custom } else { found });
        }
        let order = |target: Target| {
            let columns = (0..targets.len()).filter(|at| targets[*at] == target);
            let found = dates::order(columns.flat_map(|at| table.rows.iter().map(move |r| r.cell(at))));
            if found == Order::Unclear { plan.dates.unwrap_or(found) } else { found }
        };
        let (created, born) = (order(Target::Created), order(Target::Birthday));
        let contacted = order(Target::Contacted);
        Self { headers: table.headers.clone(), targets, created, contacted, born }
    }

    /// The first date that can be read in two ways though all of its column were looked at: the name of the column, the
    /// text, and both readings.
    pub(super) fn open_date(&self, table: &Table) -> Option<(String, String, [String; 2])> {
        let orders = [
            (Target::Created, self.created),
            (Target::Contacted, self.contacted),
            (Target::Birthday, self.born),
        ];
        let open = orders.into_iter().filter(|(_, order)| *order == Order::Unclear).map(|(target, _)| target);
        let columns = open.flat_map(|target| (0..self.width()).filter(move |at| self.targets[*at] == target));
        columns.into_iter().find_map(|at| {
            let mut cells = table.rows.iter().map(|row| row.cell(at));
            let found = cells.find_map(|cell| Some((cell.to_owned(), dates::both_ways(cell)?)));
            found.map(|(text, readings)| (self.headers[at].clone(), text, readings))
        })
    }

    pub(super) fn width(&self) -> usize {
        self.headers.len()
    }

    /// What the column of the ids is called.
    pub(super) fn id_header(&self) -> &str {
        let at = self.targets.iter().position(|t| *t == Target::Id);
        at.and_then(|at| self.headers.get(at)).map_or("id", String::as_str)
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
            .filter(|(_, _, cell)| !cell.is_empty() && !is_placeholder(cell))
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
                self.note(format!("{header}: {error}; kept among the custom fields"));
                self.keep(header, cell);
                None
            }
        }
    }

    /// A cell as it would be typed into a field; `None` when it does not fit there and is kept otherwise.
    pub(super) fn typed(&mut self, kind: Kind, field: &str, header: &str, cell: &str) -> Option<Value> {
        let field = kind.field(field)?;
        match parse::read(&field.kind, cell, self.now) {
            Ok(value) => Some(value),
            Err(error) => {
                self.note(format!("{header} {cell}: {error}; kept among the custom fields"));
                self.keep(header, cell);
                None
            }
        }
    }

    /// Mail addresses of a cell, as [`several`] tells them apart. What is none is kept otherwise and told.
    pub(super) fn mails(&mut self, label: &str, header: &str, cell: &str) -> Vec<Labelled> {
        let mut out = vec![];
        for mail in several(cell) {
            let one = Labelled { label: label.to_owned(), value: mail.to_owned() };
            match parse::check(&Type::Mails, &Value::Labelled(vec![one.clone()])) {
                Ok(()) => out.push(one),
                Err(error) => {
                    self.note(format!("{error}; kept among the custom fields"));
                    self.keep(header, mail);
                }
            }
        }
        out
    }

    /// Telephone numbers of a cell, several with ` ::: ` or `;` between them.
    pub(super) fn phones(&mut self, label: &str, header: &str, cell: &str) -> Vec<Labelled> {
        numbers(cell).filter_map(|one| self.phone(label, header, one)).collect()
    }

    /// A telephone number; `None` when there is no digit in it, and then it is kept otherwise and told.
    fn phone(&mut self, label: &str, header: &str, cell: &str) -> Option<Labelled> {
        // A spreadsheet cuts long numbers to their first digits.
        if is_spoilt(cell) {
            self.note(format!("{header} {cell} was spoilt by a spreadsheet; kept among the custom fields"));
            self.keep(header, cell);
            return None;
        }
        let one = Labelled { label: label.to_owned(), value: cell.to_owned() };
        match parse::check(&Type::Phones, &Value::Labelled(vec![one.clone()])) {
            Ok(()) => Some(one),
            Err(error) => {
                self.note(format!("{error}; kept among the custom fields"));
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
                    "{header} {cell} can be read in more than one way or in none; kept among the custom fields"
                ));
                self.keep(header, cell);
                Value::Empty
            },
            Value::Birthday,
        )
    }
}

/// Several values of a cell, with `;`, `,` or ` ::: ` between them.
pub(super) fn several(cell: &str) -> impl Iterator<Item = &str> {
    let each = cell.split(":::").flat_map(|part| part.split([';', ',']));
    each.map(str::trim).filter(|one| !one.is_empty())
}

/// Telephone numbers of a cell, with ` ::: ` or `;` between them; a comma may stand in one.
pub(super) fn numbers(cell: &str) -> impl Iterator<Item = &str> {
    let each = cell.split(":::").flat_map(|part| part.split(';'));
    each.map(str::trim).filter(|one| !one.is_empty())
}

/// Words to filter by. Groups that every account has say nothing.
pub(super) fn tags(cell: &str) -> impl Iterator<Item = String> {
    several(cell).filter(|word| !word.starts_with('*')).map(str::to_owned)
}

/// What programs write where there is nothing.
pub(super) fn is_placeholder(cell: &str) -> bool {
    const NOTHING: &[&str] = &["null", "n/a", "#n/a", "0/0/00", "-", "--"];
    NOTHING.iter().any(|nothing| cell.eq_ignore_ascii_case(nothing))
}

/// Whether a number stands there as a spreadsheet shows long ones, `1.23457E+11`: its last digits are lost.
pub(super) fn is_spoilt(cell: &str) -> bool {
    let Some((mantissa, exponent)) = cell.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let whole = mantissa.split(['.', ',']).all(digits);
    whole && exponent.strip_prefix('+').is_some_and(digits)
}
