//! A table as a workbook (ECMA-376): one sheet, its heading frozen, days and amounts as what they are, everything else as
//! text, so that no telephone number loses its zeros and no id its digits.

use super::{Cell, Table};
use crate::domain::plain_number;
use crate::words::exchange::of_tables;
use chrono::Datelike as _;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use std::fmt;

/// The longest text of a cell, in UTF-16 code units (Excel specifications and limits).
const LONGEST: usize = 32_767;
/// The most rows of a sheet, the heading among them.
const MOST_ROWS: usize = 1_048_576;
/// Columns are no wider than this, in characters.
const WIDEST: u16 = 60;

/// Why there is no workbook.
#[derive(Debug)]
pub enum SheetError {
    /// More rows than a sheet can hold.
    TooMany(usize),
    /// The writer refused.
    Writer(XlsxError),
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany(rows) => f.write_str(&of_tables::too_many_rows(rows, MOST_ROWS - 1)),
            Self::Writer(error) => f.write_str(&of_tables::not_made(error)),
        }
    }
}

impl std::error::Error for SheetError {}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        Self::Writer(error)
    }
}

/// The bytes of the workbook, and how many texts were cut since a cell cannot hold them.
///
/// # Errors
/// When there are more rows than a sheet can hold, or the writer refuses.
pub fn write(table: &Table) -> Result<(Vec<u8>, usize), SheetError> {
    if table.rows.len() >= MOST_ROWS {
        return Err(SheetError::TooMany(table.rows.len()));
    }
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(table.kind.plural())?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (at, column) in (0u16..).zip(&table.columns) {
        sheet.set_column_width(at, width(table, usize::from(at)))?;
        sheet.write_string_with_format(0, at, column.label, &bold)?;
    }
    let mut cut = 0;
    for (y, row) in (1u32..).zip(&table.rows) {
        for (x, cell) in (0u16..).zip(row) {
            put(sheet, (y, x), cell, &mut cut)?;
        }
    }
    Ok((book.save_to_buffer()?, cut))
}

fn put(sheet: &mut Worksheet, (y, x): (u32, u16), cell: &Cell, cut: &mut usize) -> Result<(), XlsxError> {
    let format = |code: &str| Format::new().set_num_format(code);
    let written = match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => {
            let short = shortened(text);
            *cut += usize::from(short.len() < text.len());
            sheet.write_string_with_format(y, x, short, &format("@"))
        }
        // A sheet's numbers are doubles: beyond 15 digits only text is exact.
        Cell::Whole(number) => match i32::try_from(*number) {
            Ok(number) => sheet.write_number(y, x, number),
            Err(_) => sheet.write_string(y, x, number.to_string()),
        },
        Cell::Number(number) => match exact(*number) {
            Some(exact) => sheet.write_number(y, x, exact),
            None => sheet.write_string(y, x, plain_number(*number)),
        },
        Cell::Money(money) => match exact(money.amount) {
            Some(number) => {
                let format = format(&format!("#,##0.00 \"{}\"", money.code()));
                sheet.write_number_with_format(y, x, number, &format)
            }
            None => sheet.write_string(y, x, money.to_string()),
        },
        Cell::Date(day) if has_year(day.year()) => {
            sheet.write_datetime_with_format(y, x, day, &format("yyyy-mm-dd"))
        }
        Cell::Moment(at) if has_year(at.year()) => {
            sheet.write_datetime_with_format(y, x, at, &format("yyyy-mm-dd hh:mm"))
        }
        Cell::Date(day) => sheet.write_string(y, x, day.to_string()),
        Cell::Moment(at) => sheet.write_string(y, x, at.to_string()),
    };
    written.map(|_| ())
}

/// A number as a sheet holds it, where that loses nothing.
fn exact(number: Decimal) -> Option<f64> {
    let fits = number.mantissa().unsigned_abs() < 10u128.pow(15);
    number.to_f64().filter(|_| fits)
}

/// Whether a sheet's calendar, which begins in 1900, has this year.
fn has_year(year: i32) -> bool {
    (1900..=9999).contains(&year)
}

/// As much of a text as a cell can hold, cut between two characters.
fn shortened(text: &str) -> &str {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > LONGEST {
            return &text[..at];
        }
    }
    text
}

/// About as wide as what stands in the first rows.
fn width(table: &Table, at: usize) -> u16 {
    let label = table.columns.get(at).map_or(0, |c| c.label.chars().count());
    let cells = table.rows.iter().take(200).filter_map(|row| row.get(at)).map(|cell| match cell {
        Cell::Text(text) => text.lines().next().map_or(0, |line| line.chars().count()),
        Cell::Empty => 0,
        Cell::Whole(_) | Cell::Number(_) | Cell::Date(_) => 10,
        Cell::Moment(_) | Cell::Money(_) => 16,
    });
    u16::try_from(cells.chain([label]).max().unwrap_or(0) + 2).map_or(WIDEST, |wide| wide.min(WIDEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_between_characters_where_a_cell_ends() {
        let long = "x".repeat(LONGEST - 1) + "𝄞y";
        assert_eq!(shortened(&long).len(), LONGEST - 1, "the clef takes two units");
        assert_eq!(shortened("short"), "short");
    }
}
