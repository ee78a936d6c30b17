//! A table as CSV (RFC 4180): the stable names of the fields above, each row on its own lines, nothing lost. The dialect
//! for spreadsheets is told apart, since it changes what it writes.

use super::{Cell, Table};
use crate::domain::{Money, plain_number};
use crate::exchange::formula;
use std::io;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// For a spreadsheet: a mark of UTF-8 at the beginning, labels above, and an apostrophe before what it would take for
    /// a formula.
    pub spreadsheet: bool,
    /// What stands between two cells.
    pub delimiter: u8,
}

/// UTF-8's byte order mark: without it Excel takes the file for one of its own code page.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Writes the table.
///
/// # Errors
/// When `out` refuses.
pub fn write(table: &Table, dialect: Dialect, out: &mut dyn io::Write) -> io::Result<()> {
    let heading = table.columns.iter().map(|c| if dialect.spreadsheet { c.label } else { c.name });
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| text(cell, dialect)));
    records(heading, rows, dialect, out)
}

/// Writes rows whose cells are texts already.
///
/// # Errors
/// When `out` refuses.
pub fn write_texts(
    heading: &[String],
    rows: &[Vec<String>],
    dialect: Dialect,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let cell = |text: &String| text_of(text, dialect);
    records(heading.iter(), rows.iter().map(|row| row.iter().map(cell)), dialect, out)
}

fn records<H: AsRef<[u8]>, C: AsRef<[u8]>>(
    heading: impl Iterator<Item = H>,
    rows: impl Iterator<Item = impl Iterator<Item = C>>,
    dialect: Dialect,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    if dialect.spreadsheet {
        out.write_all(MARK)?;
    }
    let mut csv = ::csv::WriterBuilder::new()
        .delimiter(dialect.delimiter)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(out);
    csv.write_record(heading)?;
    for row in rows {
        csv.write_record(row)?;
    }
    csv.flush()
}

fn text_of(text: &str, dialect: Dialect) -> String {
    if dialect.spreadsheet { formula::harmless(text).into_owned() } else { text.to_owned() }
}

fn text(cell: &Cell, dialect: Dialect) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text_of(text, dialect),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) => plain_number(*number),
        Cell::Money(money) => Money::to_string(money),
        Cell::Date(day) => day.format("%Y-%m-%d").to_string(),
        Cell::Moment(at) => at.format("%Y-%m-%d %H:%M:%S").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Column;
    use super::*;
    use crate::domain::Kind;
    use proptest::prelude::*;

    const PLAIN: Dialect = Dialect { spreadsheet: false, delimiter: b',' };
    const EXCEL: Dialect = Dialect { spreadsheet: true, delimiter: b';' };

    fn of(cells: Vec<Cell>) -> Table {
        let columns = cells.iter().map(|_| Column { name: "name", label: "Name" }).collect();
        Table { kind: Kind::Client, columns, rows: vec![cells] }
    }

    fn written(table: &Table, dialect: Dialect) -> Vec<u8> {
        let mut out = vec![];
        write(table, dialect, &mut out).unwrap();
        out
    }

    #[test]
    fn a_spreadsheet_runs_nothing() {
        for text in ["=1+1", "+30 210 1", "-5", "@SUM(A1)", "\t=1", "\r=1"] {
            let out = written(&of(vec![Cell::Text(text.into())]), EXCEL);
            assert!(out.starts_with(MARK));
            let out = String::from_utf8(out).unwrap();
            assert!(out.contains(&format!("'{text}")), "{out:?}");
            assert!(
                !String::from_utf8(written(&of(vec![Cell::Text(text.into())]), PLAIN))
                    .unwrap()
                    .contains('\'')
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(texts in proptest::collection::vec(any::<String>(), 1..6)) {
            let table = of(texts.iter().cloned().map(Cell::Text).collect());
            let out = written(&table, PLAIN);
            let mut csv = ::csv::ReaderBuilder::new().from_reader(&out[..]);
            let row = csv.records().next().unwrap().unwrap();
            prop_assert_eq!(row.iter().map(str::to_owned).collect::<Vec<_>>(), texts);
        }
    }
}
