//! Workbooks (.xlsx, .xlsm), read cell by cell: a sheet with one far cell claims a thousand million empty ones, and an
//! archive unpacks to any size, so every part is measured before it is read.

use super::ImportError;
use super::table::{IsHeading, MOST_COLUMNS, Rows, Table, known_heading};
use crate::words::exchange::of_tables;
use ::csv::StringRecord;
use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, open_workbook_from_rs};
use std::io::{self, Cursor, Read};
use zip::ZipArchive;

/// How much a workbook may unpack to. A small file has no business to become a large table; one of a million rows is large
/// itself, and grows as much as such tables do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// The most that the sheets may unpack to together, in bytes; they are streamed.
    pub(super) sheets: u64,
    /// The most that the other parts may unpack to together, in bytes; they are held in memory.
    parts: u64,
    /// The most text that the cells of one sheet may hold, in bytes.
    pub(super) text: usize,
    /// The most cells of one sheet.
    pub(super) cells: usize,
}

impl Limits {
    /// Those of a file of so many bytes.
    pub(super) fn of(bytes: usize) -> Self {
        let many = bytes as u64;
        Self {
            sheets: many.saturating_mul(24).max(512 * MEGABYTE),
            parts: many.saturating_mul(4).max(64 * MEGABYTE),
            text: bytes.saturating_mul(4).max(96 * 1024 * 1024),
            cells: bytes.max(5_000_000),
        }
    }
}

/// A megabyte, in bytes.
pub(super) const MEGABYTE: u64 = 1024 * 1024;

/// Whether the bytes are those of an archive, as workbooks are.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Reads the first sheet that has a heading that is known, or else the first one that has anything in it.
///
/// # Errors
/// When it is no workbook, is larger than any table that people write, or has nothing in it.
pub(super) fn read(bytes: &[u8], is_heading: IsHeading) -> Result<Table, ImportError> {
    let limits = Limits::of(bytes.len());
    measure(bytes, limits)?;
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut first = None;
    for (at, name) in sheets.iter().enumerate() {
        let rows = rows(&mut book, name, limits)?;
        if known_heading(&rows, is_heading).is_some() {
            first = Some((at, rows));
            break;
        }
        if first.is_none() && !rows.is_empty() {
            first = Some((at, rows));
        }
    }
    let (at, rows) = first.ok_or(ImportError::Empty)?;
    let mut table = Table::new(rows, is_heading)?;
    if sheets.len() > 1 {
        let name = sheets.get(at).map_or("", String::as_str);
        table.notes.push(of_tables::sheet_read(name, sheets.len() - 1));
    }
    Ok(table)
}

/// An archive that is no workbook, or a damaged one.
pub(super) fn damaged(error: &dyn std::fmt::Display) -> ImportError {
    ImportError::NoWorkbook(error.to_string())
}

/// Unpacks every part to nowhere and counts: what an archive says of its sizes need not be true.
fn measure(bytes: &[u8], limits: Limits) -> Result<(), ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    let (mut sheets, mut parts) = (0, 0);
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|e| damaged(&e))?;
        let name = part.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        if name.contains("/media/") {
            // Pictures are never unpacked.
            continue;
        }
        let sheet = name.contains("worksheets/");
        let (sum, most) = if sheet { (&mut sheets, limits.sheets) } else { (&mut parts, limits.parts) };
        *sum += io::copy(&mut part.by_ref().take(most + 1), &mut io::sink()).map_err(|e| damaged(&e))?;
        if *sum > most {
            return Err(ImportError::TooMuch(of_tables::unpacks_to(most / MEGABYTE)));
        }
    }
    Ok(())
}

/// The rows of a sheet that have anything in them.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str, limits: Limits) -> Result<Rows, ImportError> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(|e| damaged(&e))?;
    let mut rows = Rows::default();
    let mut current: (u32, StringRecord) = (0, StringRecord::new());
    let (mut cells, mut far) = (0, 0);
    while let Some(cell) = reader.next_cell().map_err(|e| damaged(&e))? {
        let words = words(cell.get_value());
        if words.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MOST_COLUMNS {
            let words = of_tables::far_cell_of(u64::from(row) + 1, column + 1);
            return Err(ImportError::TooMuch(words));
        }
        if row != current.0 {
            finish(&mut rows, &mut current);
            current.0 = row;
        }
        // What stands between two cells is empty; a cell that comes out of order would take another's place.
        if column < current.1.len() {
            return Err(damaged(&of_tables::out_of_order(u64::from(row) + 1)));
        }
        // Empty cells before a far one take room too.
        far += column - current.1.len();
        (current.1.len()..column).for_each(|_| current.1.push_field(""));
        current.1.push_field(&words);
        cells += 1;
        let text = rows.size() + current.1.as_slice().len();
        if cells > limits.cells || far / 8 > limits.cells || text > limits.text {
            return Err(ImportError::TooMuch(of_tables::sheet_too_large(sheet, cells)));
        }
    }
    finish(&mut rows, &mut current);
    Ok(rows)
}

fn finish(rows: &mut Rows, current: &mut (u32, StringRecord)) {
    let cells = std::mem::take(&mut current.1);
    if !cells.is_empty() {
        rows.push(u64::from(current.0) + 1, &cells);
    }
}

/// A cell as text: whole numbers without a point, so telephones and ids stay what they were; dates as `2026-11-26`.
fn words(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(date) => day(date),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn day(date: &ExcelDateTime) -> String {
    if !date.is_datetime() {
        return date.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date} {hour:02}:{minute:02}:{second:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{ExcelDateTime as Date, Format, Workbook};
    use std::io::Write;

    fn written(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(&mut book);
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn cells_are_read_as_they_were_meant() {
        let bytes = written(|book| {
            book.add_worksheet().write(0, 0, "about this file").unwrap();
            let sheet = book.add_worksheet();
            for (at, name) in ["Name", "Phone", "Born", "Seen"].into_iter().enumerate() {
                sheet.write(1, u16::try_from(at).unwrap(), name).unwrap();
            }
            sheet.write(2, 0, "Ελένη").unwrap();
            sheet.write(2, 1, 306_912_345_678.0).unwrap();
            let (day, time) = (
                Format::new().set_num_format("dd/mm/yyyy"),
                Format::new().set_num_format("dd/mm/yyyy hh:mm"),
            );
            sheet.write_with_format(2, 2, Date::parse_from_str("1980-03-07").unwrap(), &day).unwrap();
            sheet
                .write_with_format(4, 3, Date::parse_from_str("2026-11-26T10:30:00").unwrap(), &time)
                .unwrap();
        });
        let table = read(&bytes, &|cells| cells.contains(&"Phone")).unwrap();
        assert_eq!(table.headers, ["Name", "Phone", "Born", "Seen"]);
        let rows: Vec<(u64, Vec<&str>)> = table.rows.iter().map(|r| (r.line, r.cells().collect())).collect();
        assert_eq!(
            rows,
            [(3, vec!["Ελένη", "306912345678", "1980-03-07"]), (5, vec!["", "", "", "2026-11-26 10:30:00"])]
        );
        assert!(table.notes.iter().any(|n| n.contains("Sheet2 was read")), "{:?}", table.notes);
    }

    /// What somebody hid in a workbook is not brought in, however well it fits, and where nothing is in sight there is nothing.
    #[test]
    fn what_is_hidden_is_not_read() {
        let two = |hidden: bool| {
            written(|book| {
                let front = book.add_worksheet();
                front.write(0, 0, "Name").unwrap();
                front.write(1, 0, "Acme").unwrap();
                let back = book.add_worksheet();
                for (row, (name, phone)) in (0..).zip([("Name", "Phone"), ("Bolt", "1")]) {
                    back.write(row, 0, name).unwrap();
                    back.write(row, 1, phone).unwrap();
                }
                back.set_hidden(hidden);
            })
        };
        let first = |bytes: &[u8]| {
            read(bytes, &|cells| cells.contains(&"Phone")).unwrap().rows.get(0).unwrap().cell(0).to_owned()
        };
        assert_eq!((first(&two(false)).as_str(), first(&two(true)).as_str()), ("Bolt", "Acme"));
    }

    #[test]
    fn a_far_cell_is_refused_and_takes_no_memory() {
        let bytes = written(|book| {
            let sheet = book.add_worksheet();
            sheet.write(0, 0, "Name").unwrap();
            sheet.write(1_048_575, 16_383, "far").unwrap();
        });
        let error = read(&bytes, &|_| false).unwrap_err();
        assert!(matches!(&error, ImportError::TooMuch(words) if words.contains("column 16384")), "{error}");
        // The last column that is taken, and the first that is not.
        let wide = |column: usize| {
            let bytes = written(|book| {
                book.add_worksheet().write(0, u16::try_from(column).unwrap(), "wide").unwrap();
            });
            read(&bytes, &|_| true).map(|table| table.headers.len())
        };
        assert_eq!(wide(MOST_COLUMNS - 1), Ok(MOST_COLUMNS));
        let error = wide(MOST_COLUMNS).unwrap_err();
        assert!(matches!(&error, ImportError::TooMuch(words) if words.contains("column 1001")), "{error}");
    }

    #[test]
    fn what_unpacks_to_more_than_it_may_is_refused() {
        let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
        zip.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
        let block = vec![b' '; 1024 * 1024];
        (0..80).for_each(|_| zip.write_all(&block).unwrap());
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 1024 * 1024);
        assert_eq!(
            read(&bytes, &|_| false).unwrap_err(),
            ImportError::TooMuch("it unpacks to more than 64 MB".into())
        );
    }

    #[test]
    fn an_archive_that_is_no_workbook_says_so() {
        for bytes in [&b"PK\x03\x04rest"[..], b"PK\x03\x04"] {
            assert!(matches!(read(bytes, &|_| false), Err(ImportError::NoWorkbook(_))));
        }
    }
}
