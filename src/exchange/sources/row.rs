//! One row being read: each cell into the field that is meant for it, or into the record's custom fields.

use super::super::dates::{self, Order};
use super::super::markup;
use super::super::numbers::{self, Style};
use super::super::table::{Row, Table};
use super::Plan;
use super::cells::{is_placeholder, is_spoilt, joined, numbers as numbers_of, several};
use super::target::{Fit, Reads, Target};
use crate::domain::{Book, Kind, Labelled, Moment, Type, Value, parse};
use crate::words::exchange::of_rows;
use chrono::NaiveDate;

/// The columns of a table and where they go.
pub(super) struct Columns {
    headers: Vec<String>,
    targets: Vec<Target>,
    /// What comes first in the dates of each target that has some.
    orders: Vec<(Target, Order)>,
    /// What stands before the hundredths in each column of amounts.
    styles: Vec<(Target, Style)>,
    /// What stands between several values of a cell there; empty where a cell holds one.
    several: &'static str,
}

impl Columns {
    pub(super) fn of(table: &Table, plan: &Plan, book: &Book) -> Self {
        let mut targets: Vec<Target> = vec![];
        for header in &table.headers {
            // A column that is called as a field that a person made is for that field.
            let own = || Fit::named(book, plan.kind(), header).map(Target::Fit);
            let found = plan.target(header);
            let found = if found == Target::Custom { own().unwrap_or(found) } else { found };
            // A second column for the same field would take its place.
            let taken = !found.takes_several() && targets.contains(&found);
            targets.push(if taken { Target::Custom } else { found });
        }
        let of_file = plan.order_of_file(table);
        let order = |target: Target| {
            let columns = (0..targets.len()).filter(|at| targets[*at] == target);
            let told = dates::order(columns.flat_map(|at| table.rows.iter().map(move |r| r.cell(at))));
            if told == Order::Unclear { plan.dates.unwrap_or(of_file) } else { told }
        };
        let mut orders: Vec<(Target, Order)> = vec![];
        for target in targets.iter().filter(|target| target.is_dated()) {
            if !orders.iter().any(|(known, _)| known == target) {
                orders.push((*target, order(*target)));
            }
        }
        let is_amount = |target: &Target| {
            matches!(target, Target::Amount(_) | Target::Fit(Fit { reads: Reads::Number, .. }))
        };
        let amounts = (0..targets.len()).filter(|at| is_amount(&targets[*at]));
        let style = |at: usize| {
            let told = numbers::style(table.rows.iter().map(|row| row.cell(at)));
            if told == Style::Unclear { plan.numbers.unwrap_or(told) } else { told }
        };
        let styles = amounts.map(|at| (targets[at], style(at))).collect();
        Self { headers: table.headers.clone(), targets, orders, styles, several: plan.source.several }
    }

    /// What comes first in the dates of a target.
    fn order(&self, target: Target) -> Order {
        self.orders.iter().find(|(of, _)| *of == target).map_or(Order::Unclear, |(_, order)| *order)
    }

    /// Whether a row repeats the heading, as groups of a board and pages of a report do.
    pub(super) fn is_heading(&self, row: Row<'_>) -> bool {
        let mut cells = row.cells();
        self.headers.iter().all(|header| cells.next().unwrap_or_default().trim() == header)
            && self.headers.iter().any(|header| !header.is_empty())
    }

    /// Where each column goes that is read as anything but itself.
    pub(super) fn targets(&self) -> &[Target] {
        &self.targets
    }

    /// The first amount that can be read in two ways though all of its column were looked at: the name of the column, the
    /// text, and both readings.
    pub(super) fn open_number(&self, table: &Table) -> Option<(String, String, [String; 2])> {
        let open = self.styles.iter().filter(|(_, style)| *style == Style::Unclear);
        let columns = open.filter_map(|(target, _)| self.targets.iter().position(|other| other == target));
        columns.into_iter().find_map(|at| {
            let mut cells = table.rows.iter().map(|row| row.cell(at));
            let found = cells.find_map(|cell| Some((cell.to_owned(), numbers::both_ways(cell)?)));
            found.map(|(text, readings)| (self.headers[at].clone(), text, readings))
        })
    }

    /// The first date that can be read in two ways though all of its column were looked at, of the targets that `asks`
    /// names: the name of the column, the text, and both readings.
    pub(super) fn open_date(
        &self,
        table: &Table,
        asks: impl Fn(Target) -> bool,
    ) -> Option<(String, String, [String; 2])> {
        let open = self.orders.iter().filter(|(target, order)| *order == Order::Unclear && asks(*target));
        let columns =
            open.flat_map(|(target, _)| (0..self.width()).filter(move |at| self.targets[*at] == *target));
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

    pub(super) fn id<'a>(&self, row: Row<'a>) -> &'a str {
        self.targets.iter().position(|t| *t == Target::Id).map_or("", |at| row.cell(at))
    }
}

/// A row, and what is told about it.
pub(super) struct Reading<'a> {
    row: Row<'a>,
    columns: &'a Columns,
    now: Moment,
    /// What has no field, under the names of its columns.
    pub(super) custom: Vec<Labelled>,
    notes: Vec<String>,
    /// What is told once for the whole file, with a count.
    counted: Vec<String>,
    /// Fields for a choice that the row says something about.
    choices: Vec<&'static str>,
}

/// What is told about a row.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// About it alone.
    pub(super) notes: Vec<String>,
    /// Once for the whole file, with a count.
    pub(super) counted: Vec<String>,
    /// Fields for a choice, which is never empty, that it says something about.
    pub(super) choices: Vec<&'static str>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(row: Row<'a>, columns: &'a Columns, now: Moment) -> Self {
        let mut reading =
            Self { row, columns, now, custom: vec![], notes: vec![], counted: vec![], choices: vec![] };
        if row.width() < columns.width() {
            reading.note(of_rows::other_width(row.width(), columns.width()));
        }
        reading
    }

    pub(super) fn note(&mut self, words: String) {
        self.notes.push(words);
    }

    /// Notes what is told once for the whole file, with the number of rows.
    pub(super) fn count(&mut self, words: String) {
        self.counted.push(words);
    }

    /// Notes that the row says something about a field for a choice.
    pub(super) fn chose(&mut self, field: &'static str) {
        self.choices.push(field);
    }

    /// What is told about the row.
    pub(super) fn into_said(self) -> Said {
        Said { notes: self.notes, counted: self.counted, choices: self.choices }
    }

    /// What stands between several values of a cell there.
    pub(super) fn several(&self) -> &'static str {
        self.columns.several
    }

    /// Now.
    pub(super) fn now(&self) -> Moment {
        self.now
    }

    /// Keeps a cell under the name of its column; of a page what people read in it.
    pub(super) fn keep(&mut self, header: &str, value: &str) {
        match self.page(header, value) {
            Some(text) => self.keep_text(header, &text),
            None => self.keep_text(header, value),
        }
    }

    /// What people read in a cell that is a page; `None` for any other.
    fn page(&mut self, header: &str, cell: &str) -> Option<String> {
        let page = markup::text(cell);
        if page.is_some() {
            self.count(of_rows::marks_gone(header));
        }
        page
    }

    /// Keeps a text under the name of its column as it is.
    fn keep_text(&mut self, header: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let label = if header.is_empty() { of_rows::no_heading() } else { header };
        self.custom.push(Labelled { label: label.to_owned(), value: value.to_owned() });
    }

    /// The cells that are not empty, with their targets and the names of their columns.
    pub(super) fn cells(&self) -> Vec<(Target, &'a str, &'a str)> {
        let columns = self.columns;
        let row = self.row;
        let each = columns.targets.iter().zip(&columns.headers).zip(row.cells());
        each.map(|((target, header), cell)| (*target, header.as_str(), cell.trim()))
            .filter(|(_, _, cell)| !cell.is_empty() && !is_placeholder(cell))
            .collect()
    }

    /// When the row was first written down; `otherwise` when it does not say so in a way that can be read.
    pub(super) fn created(&mut self, otherwise: Moment) -> Moment {
        let found = self.cells().into_iter().find(|(target, _, _)| *target == Target::Created);
        let Some((_, header, text)) = found else { return otherwise };
        self.past(header, text, self.columns.order(Target::Created)).unwrap_or(otherwise)
    }

    /// The day of the last contact, of all columns that tell one.
    pub(super) fn contacted(&mut self) -> Option<NaiveDate> {
        let found: Vec<_> =
            self.cells().into_iter().filter(|(target, _, _)| *target == Target::Contacted).collect();
        let order = self.columns.order(Target::Contacted);
        let moments = found.into_iter().filter_map(|(_, header, text)| self.past(header, text, order));
        moments.map(Moment::date).max()
    }

    /// An amount for this field with a point before its hundredths.
    pub(super) fn amount(&self, field: &'static str, cell: &str) -> String {
        let mut styles = self.columns.styles.iter();
        let style = styles.find(|(target, _)| *target == Target::Amount(field)).map(|(_, style)| *style);
        numbers::plain(cell, style.unwrap_or(Style::Unclear))
    }

    /// Keeps a cell for a field that a person made, in the writing of such a field as far as the column tells it.
    pub(super) fn fit(&mut self, fit: Fit, cell: &str) {
        let columns = self.columns;
        let written = match fit.reads {
            Reads::Text => None,
            Reads::Day => {
                let read = dates::read(cell, columns.order(Target::Fit(fit)), self.now);
                read.map(|moment| moment.day_beside(self.now).format("%Y-%m-%d").to_string())
            }
            Reads::Number => {
                let style = columns.styles.iter().find(|(target, _)| *target == Target::Fit(fit));
                Some(numbers::plain(cell, style.map_or(Style::Unclear, |(_, style)| *style)))
            }
        };
        self.keep(fit.name, written.as_deref().unwrap_or(cell));
    }

    /// A point in time of this field, and whether it tells a time of the day; `None` when it cannot be read.
    pub(super) fn moment(&self, field: &'static str, cell: &str) -> Option<(Moment, bool)> {
        let moment = dates::read(cell, self.columns.order(Target::Day(field)), self.now)?;
        Some((moment, cell.contains(':')))
    }

    /// A day for this field; `None` when it cannot be read, or lies ahead where it must not, and is kept otherwise.
    pub(super) fn day(&mut self, kind: Kind, field: &'static str, header: &str, cell: &str) -> Option<Value> {
        self.day_for(kind, (field, field), header, cell)
    }

    /// The same, where the column is said to be for another field than the one of this kind.
    pub(super) fn day_for(
        &mut self,
        kind: Kind,
        (said, field): (&'static str, &'static str),
        header: &str,
        cell: &str,
    ) -> Option<Value> {
        let own = kind.field(field)?;
        let day = self.moment(said, cell).map(|(moment, _)| moment.day_beside(self.now));
        match day {
            Some(day) if matches!(own.kind, Type::Past) && day > self.now.date() => {
                self.note(of_rows::lies_ahead(header, cell));
            }
            Some(day) => return Some(Value::Date(day)),
            None => {
                self.note(of_rows::kept_as_is(header, cell));
            }
        }
        self.keep(header, cell);
        None
    }

    /// A moment that is over; one that lies ahead is kept otherwise, and one that cannot be read is told as well.
    fn past(&mut self, header: &str, text: &str, order: Order) -> Option<Moment> {
        let read = dates::read(text, order, self.now);
        if read.is_none() {
            self.note(of_rows::text_kept_as_is(header, text));
        }
        let past = read.filter(|moment| moment.utc_ms <= self.now.utc_ms);
        if past.is_none() {
            self.keep(header, text);
        }
        past
    }

    /// A cell for a field of one line or of many; `None` when it does not fit there and is kept otherwise.
    pub(super) fn text(&mut self, kind: Type, header: &str, cell: &str) -> Option<String> {
        let page = self.page(header, cell);
        let cell = page.as_deref().unwrap_or(cell);
        let text = match kind {
            Type::Long => cell.replace("\r\n", "\n").replace('\r', "\n"),
            _ => cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", "),
        };
        match parse::check(&kind, &Value::Text(text.clone())) {
            Ok(()) => Some(text),
            Err(error) => {
                self.note(of_rows::error_kept(header, &error));
                self.keep_text(header, cell);
                None
            }
        }
    }

    /// A cell as it would be typed into a field; `None` when it does not fit there and is kept otherwise.
    pub(super) fn typed(&mut self, kind: Kind, field: &str, header: &str, cell: &str) -> Option<Value> {
        let field = kind.field(field)?;
        match parse::read(&field.kind, cell, self.now) {
            Ok(value) => {
                if matches!(field.kind, Type::Choice(_)) {
                    self.chose(field.name);
                }
                Some(value)
            }
            Err(error) => {
                self.note(of_rows::cell_error_kept(header, cell, &error));
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
                    self.note(of_rows::only_error_kept(&error));
                    self.keep(header, mail);
                }
            }
        }
        out
    }

    /// Telephone numbers of a cell, several with ` ::: `, `;` or what the source has between them.
    pub(super) fn phones(&mut self, label: &str, header: &str, cell: &str) -> Vec<Labelled> {
        let each = numbers_of(cell).flat_map(|part| joined(part, self.columns.several)).collect::<Vec<_>>();
        each.into_iter().filter_map(|one| self.phone(label, header, one)).collect()
    }

    /// A telephone number; `None` when there is no digit in it, and then it is kept otherwise and told.
    fn phone(&mut self, label: &str, header: &str, cell: &str) -> Option<Labelled> {
        // A spreadsheet cuts long numbers to their first digits.
        if is_spoilt(cell) {
            self.note(of_rows::spoilt_kept(header, cell));
            self.keep(header, cell);
            return None;
        }
        let one = Labelled { label: label.to_owned(), value: cell.to_owned() };
        match parse::check(&Type::Phones, &Value::Labelled(vec![one.clone()])) {
            Ok(()) => Some(one),
            Err(error) => {
                self.note(of_rows::only_error_kept(&error));
                self.keep(header, cell);
                None
            }
        }
    }

    /// A day of birth; kept otherwise and told when it cannot be read, or in more than one way.
    pub(super) fn birthday(&mut self, header: &str, cell: &str) -> Value {
        let read = dates::birthday(cell, self.columns.order(Target::Birthday), self.now);
        read.map_or_else(
            || {
                self.note(of_rows::unread_kept(header, cell));
                self.keep(header, cell);
                Value::Empty
            },
            Value::Birthday,
        )
    }
}
