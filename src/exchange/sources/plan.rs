//! How a table is read: as a source that is known has it, or as a person said.

use super::super::ImportError;
use super::super::dates::{self, Order};
use super::super::numbers::Style;
use super::super::table::Table;
use super::cells;
use super::known::{Source, mapped_to};
use super::mapping::Mapping;
use super::row::Columns;
use super::target::Target;
use super::{LOOKED_AT, detect, plain};
use crate::domain::Kind;
use crate::domain::text::cut;

/// How a table is read.
#[derive(Clone, Debug)]
pub(in crate::exchange) struct Plan {
    pub(super) source: &'static Source,
    mapping: Option<Mapping>,
    /// Whether nobody said where its columns go: their names do.
    by_names: bool,
    /// The column whose cells are the lines of a checklist; no source has one.
    checklist: Option<&'static str>,
    /// What comes first in dates of columns that leave it open.
    pub(in crate::exchange) dates: Option<Order>,
    /// What stands before the hundredths in amounts of columns that leave it open.
    pub(in crate::exchange) numbers: Option<Style>,
}

impl Plan {
    /// As the source has it that is known by these columns.
    pub(in crate::exchange) fn known(headers: &[String]) -> Result<Self, ImportError> {
        Ok(Self::of(detect(headers)?, None))
    }

    /// As a person said about these columns.
    pub(in crate::exchange) fn mapped(mapping: Mapping, headers: &[String]) -> Result<Self, ImportError> {
        let missing = mapping.missing(&headers.iter().map(String::as_str).collect::<Vec<_>>());
        if !missing.is_empty() {
            return Err(ImportError::NoColumn { missing, found: headers.to_vec() });
        }
        // A mapping is made for kinds that rows can be, and for no other.
        let source = mapped_to(mapping.kind()).ok_or_else(|| ImportError::Unknown(headers.to_vec()))?;
        Ok(Self::of(source, Some(mapping)))
    }

    fn of(source: &'static Source, mapping: Option<Mapping>) -> Self {
        Self { source, mapping, by_names: false, checklist: None, dates: None, numbers: None }
    }

    /// The same, where nobody said it: the names of the columns do.
    pub(in crate::exchange) fn by_names(self) -> Self {
        Self { by_names: true, ..self }
    }

    /// Where the columns go, when their names alone say so.
    pub(in crate::exchange) fn mapping_by_names(&self) -> Option<&Mapping> {
        self.mapping.as_ref().filter(|_| self.by_names)
    }

    /// What comes first in the dates of a file, by those of its columns of dates that tell it. A program writes all of them
    /// in one way; in a table that people made, and where two columns tell otherwise, it stays open.
    pub(super) fn order_of_file(&self, table: &Table) -> Order {
        if self.mapping.is_some() {
            return Order::Unclear;
        }
        let cells =
            |at: usize| table.rows.iter().map(move |row| row.cell(at)).filter(|cell| !cell.is_empty());
        let is_dated = |at: &usize| cells(*at).next().is_some() && cells(*at).all(dates::is_date);
        let told = (0..table.headers.len()).filter(is_dated).map(|at| dates::order(cells(at)));
        let mut told = told.filter(|order| *order != Order::Unclear);
        let first = told.next().unwrap_or(Order::Unclear);
        if told.all(|other| other == first) { first } else { Order::Unclear }
    }

    /// What its rows become.
    pub(in crate::exchange) fn kind(&self) -> Kind {
        self.source.kind
    }

    /// Says in which column the lines of a checklist stand.
    pub(in crate::exchange) fn with_checklist(self, column: &'static str) -> Self {
        Self { checklist: Some(column), ..self }
    }

    /// Where a column goes.
    pub(super) fn target(&self, header: &str) -> Target {
        if self.checklist == Some(header) {
            return Target::Read("checklist");
        }
        match &self.mapping {
            Some(mapping) => mapping.target(header),
            None => self.source.target(&plain(header)),
        }
    }

    /// Whether the table can be read so: a known source must look like itself, and of a mapped one no date may be open.
    pub(super) fn check(&self, table: &Table, columns: &Columns) -> Result<(), ImportError> {
        if self.mapping.is_none() {
            fits(self.source, table)?;
        }
        // Of people and firms a day that is open is kept as it stands; work without its day is another work.
        let asks = |target| self.mapping.is_some() || matches!(target, Target::Day(_));
        if let Some((column, sample, readings)) = columns.open_number(table) {
            return Err(ImportError::OpenNumber { column, sample, readings });
        }
        match columns.open_date(table, asks) {
            Some((column, sample, readings)) => Err(ImportError::OpenDate { column, sample, readings }),
            None => Ok(()),
        }
    }
}

/// Whether what stands below the headings is what the source has there: most ids look like its ids, most mail
/// addresses like mail addresses.
fn fits(source: &Source, table: &Table) -> Result<(), ImportError> {
    for (at, header) in table.headers.iter().enumerate() {
        let looks: &dyn Fn(&str) -> bool = match source.target(&plain(header)) {
            Target::Id => &|cell| source.id.fits(cell) || cells::is_spoilt(cell),
            Target::Mails(_) => &|cell| cell.contains('@'),
            _ => continue,
        };
        let cells = table.rows.iter().take(LOOKED_AT).map(|row| row.cell(at));
        let cells: Vec<&str> =
            cells.filter(|cell| !cell.is_empty() && !cells::is_placeholder(cell)).collect();
        let wrong: Vec<&&str> = cells.iter().filter(|cell| !looks(cell)).collect();
        if let Some(sample) = wrong.first().filter(|_| wrong.len() * 2 > cells.len()) {
            let (column, sample) = (header.clone(), cut(sample, 40));
            return Err(ImportError::Unfit { source: source.name, column, sample });
        }
    }
    Ok(())
}
