//! Tables that no program is known by and that leave nothing open: their columns are called what they are.

use super::super::table::Table;
use super::super::{dates, numbers};
use super::mapping::{CUSTOM, Mapping};
use super::propose::{Looks, Proposal, Proposed, named};
use super::target::Fit;
use crate::domain::text::fold;
use crate::domain::{Book, Kind, Money};
use std::collections::HashSet;

impl Proposal {
    /// Where the columns go when they leave nothing open: what a row is, and what each column that has something in it is, is
    /// said by its name, what stands in it fits, and no two go where there is room for one. `None` where a person must say.
    ///
    /// Days and amounts of which people and firms have no field are kept as they stand. They may be those of a list of
    /// what was done or paid, so each row must have a mail address or a number, and tell of somebody else.
    pub(in crate::exchange) fn decided(&self, table: &Table, book: &Book) -> Option<Mapping> {
        let kind = self.kind?;
        let mut has_foreign = false;
        for (at, column) in self.columns.iter().enumerate() {
            if column.looks == Looks::Empty {
                continue;
            }
            let is_own = Fit::named(book, kind, &column.column).is_some();
            match named(kind, &column.column) {
                _ if is_own && column.field != CUSTOM => {}
                Some(field) if field == column.field => {}
                None if is_foreign(&column.column, table, at) => has_foreign = true,
                Some(_) | None => return None,
            }
        }
        if has_foreign && !tells_of_somebody_each(&self.columns, table) {
            return None;
        }
        let mapped = self.columns.iter().filter(|column| column.field != CUSTOM);
        Mapping::of(book, kind, mapped.map(|column| (column.column.as_str(), column.field))).ok()
    }
}

/// Whether a column has days or amounts, and is called as such are of work.
fn is_foreign(header: &str, table: &Table, at: usize) -> bool {
    let cells: Vec<&str> =
        table.rows.iter().map(|row| row.cell(at)).filter(|cell| !cell.is_empty()).collect();
    let is_amount = |cell: &&str| Money::parse(cell).is_ok() || numbers::both_ways(cell).is_some();
    let called = [Kind::Task, Kind::Agreement].into_iter().any(|kind| named(kind, header).is_some());
    called && (cells.iter().all(|cell| dates::is_date(cell)) || cells.iter().all(is_amount))
}

/// Whether each row has a mail address or a telephone number, and no two have the same.
fn tells_of_somebody_each(columns: &[Proposed], table: &Table) -> bool {
    let with = |field: &str| columns.iter().position(|column| column.field == field);
    let mut seen = HashSet::new();
    let mut rows = table.rows.iter().filter(|row| !row.is_blank());
    rows.all(|row| {
        let at = |field: &str| with(field).map_or("", |at| row.cell(at));
        let who = if at("mails").is_empty() { at("phones") } else { at("mails") };
        !who.is_empty() && seen.insert(fold(who))
    })
}
