//! Spreadsheets of the `OpenDocument` form (.ods), read element by element: a cell may say that it stands there a million
//! times, and one element may be as long as the file, so both are measured.

use super::ImportError;
use super::table::{IsHeading, MOST_COLUMNS, Rows, Table, known_heading};
use super::workbook::{Limits, MEGABYTE, damaged};
use crate::words::exchange::of_tables;
use ::csv::StringRecord;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::cell::Cell;
use std::collections::HashSet;
use std::io::{self, BufReader, Cursor, Read};
use std::rc::Rc;
use zip::ZipArchive;

/// The most that one element, or one stretch of text, may take, in bytes.
const MOST_ELEMENT: usize = 4 * 1024 * 1024;

/// What the archive says it is, in its first entry.
const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// Whether an archive is such a spreadsheet.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let Ok(entry) = archive.by_name("mimetype") else { return false };
    let mut said = String::new();
    // Only its beginning is looked at: an entry of this name may be anything.
    entry.take(KIND.len() as u64).read_to_string(&mut said).is_ok_and(|_| said == KIND)
}

/// Reads the first sheet in sight that has a heading that is known, or else the first one that has anything in it.
///
/// # Errors
/// When it is no spreadsheet, is larger than any table that people write, or has nothing in it.
pub(super) fn read(bytes: &[u8], is_heading: IsHeading) -> Result<Table, ImportError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
    let content = archive.by_name("content.xml").map_err(|e| damaged(&e))?;
    let limits = Limits::of(bytes.len());
    let sheets = sheets(content.take(limits.sheets + 1), limits)?;
    let count = sheets.len();
    let known = sheets.iter().position(|sheet| known_heading(&sheet.rows, is_heading).is_some());
    let at = known.or_else(|| sheets.iter().position(|sheet| !sheet.rows.is_empty()));
    let sheet = at.and_then(|at| sheets.into_iter().nth(at)).ok_or(ImportError::Empty)?;
    let mut table = Table::new(sheet.rows, is_heading)?;
    if count > 1 {
        table.notes.push(of_tables::sheet_read(&sheet.name, count - 1));
    }
    Ok(table)
}

/// A sheet with the rows that have anything in them.
struct Sheet {
    name: String,
    rows: Rows,
}

/// Lets no more through than one element may take.
struct Bounded<R> {
    inner: R,
    left: Rc<Cell<usize>>,
    all: u64,
    most: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        let left = self.left.get().checked_sub(read);
        self.left.set(left.ok_or_else(|| io::Error::other(of_tables::element_too_long()))?);
        self.all += read as u64;
        if self.all > self.most {
            return Err(io::Error::other(of_tables::unpacks_to(self.most / MEGABYTE)));
        }
        Ok(read)
    }
}

/// What is being read.
struct Reading {
    limits: Limits,
    sheets: Vec<Sheet>,
    /// Styles of sheets that are not in sight.
    hidden: HashSet<String>,
    style: String,
    /// Whether the sheet is in sight; its rows are read all the same.
    seen: bool,
    line: u64,
    repeated: u64,
    row: StringRecord,
    column: usize,
    cell: Option<Found>,
    /// Inside of a remark, whose text is not that of the cell.
    remark: usize,
    cells: usize,
    text: usize,
}

/// A cell.
#[derive(Default)]
struct Found {
    repeated: usize,
    /// What it says of its value, for programs.
    value: Option<String>,
    /// What is seen of it.
    shown: String,
    lines: usize,
}

fn sheets(content: impl Read, limits: Limits) -> Result<Vec<Sheet>, ImportError> {
    let left = Rc::new(Cell::new(MOST_ELEMENT));
    let bounded = Bounded { inner: content, left: Rc::clone(&left), all: 0, most: limits.sheets };
    let mut reader = Reader::from_reader(BufReader::new(bounded));
    let (mut reading, mut buffer) = (Reading::within(limits), vec![]);
    loop {
        left.set(MOST_ELEMENT);
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|e| too_much_or_damaged(&e))? {
            Event::Start(element) => reading.begins(&element),
            Event::Empty(element) => {
                reading.begins(&element);
                reading.ends(element.name().as_ref())?;
            }
            Event::End(element) => reading.ends(element.name().as_ref())?,
            Event::Text(text) => reading.says(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(named) => reading.says(&character(&named)),
            Event::Eof => return Ok(reading.sheets),
            _ => {}
        }
    }
}

fn too_much_or_damaged(error: &quick_xml::Error) -> ImportError {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::Other => {
            ImportError::TooMuch(error.to_string())
        }
        other => damaged(other),
    }
}

/// A character by its name or number; there are no names but those of XML itself.
fn character(named: &BytesRef<'_>) -> String {
    let by_number = named.resolve_char_ref().ok().flatten().map(String::from);
    by_number.unwrap_or_else(|| {
        let known = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'")];
        let name: &str = named;
        known.iter().find(|(known, _)| *known == name).map_or("", |(_, c)| c).to_owned()
    })
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// How often an element says that it stands there.
fn times(element: &BytesStart<'_>, name: &str) -> u64 {
    attribute(element, name).and_then(|times| times.parse().ok()).unwrap_or(1).max(1)
}

impl Reading {
    fn within(limits: Limits) -> Self {
        Self {
            limits,
            sheets: vec![],
            hidden: HashSet::new(),
            style: String::new(),
            seen: false,
            line: 0,
            repeated: 0,
            row: StringRecord::new(),
            column: 0,
            cell: None,
            remark: 0,
            cells: 0,
            text: 0,
        }
    }

    fn begins(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "style:style" => self.style = attribute(element, "style:name").unwrap_or_default(),
            "style:table-properties" if attribute(element, "table:display").as_deref() == Some("false") => {
                self.hidden.insert(std::mem::take(&mut self.style));
            }
            "table:table" => {
                let style = attribute(element, "table:style-name").unwrap_or_default();
                self.seen = !self.hidden.contains(&style);
                self.line = 0;
                if self.seen {
                    let name = attribute(element, "table:name").unwrap_or_default();
                    self.sheets.push(Sheet { name, rows: Rows::default() });
                }
            }
            "table:table-row" => {
                self.repeated = times(element, "table:number-rows-repeated");
                (self.row, self.column) = (StringRecord::new(), 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let repeated = times(element, "table:number-columns-repeated");
                let repeated = usize::try_from(repeated).unwrap_or(usize::MAX);
                self.cell = Some(Found { repeated, value: value(element), ..Found::default() });
            }
            "office:annotation" => self.remark += 1,
            "text:p" => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.remark == 0) {
                    if cell.lines > 0 {
                        cell.shown.push('\n');
                    }
                    cell.lines += 1;
                }
            }
            "text:s" => {
                let blanks = usize::try_from(times(element, "text:c")).unwrap_or(1).min(1000);
                self.says(&" ".repeat(blanks));
            }
            "text:tab" => self.says("\t"),
            "text:line-break" => self.says("\n"),
            _ => {}
        }
    }

    fn says(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| self.remark == 0 && cell.lines > 0) {
            cell.shown.push_str(text);
        }
    }

    fn ends(&mut self, name: &str) -> Result<(), ImportError> {
        match name {
            "office:annotation" => self.remark = self.remark.saturating_sub(1),
            "table:table-cell" | "table:covered-table-cell" => self.end_cell()?,
            "table:table-row" => self.end_row()?,
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), ImportError> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let words = cell.value.unwrap_or(cell.shown);
        let from = self.column;
        self.column = from.saturating_add(cell.repeated);
        if words.is_empty() {
            return Ok(());
        }
        if self.column > MOST_COLUMNS {
            let words = of_tables::far_cell(self.line + 1, self.column);
            return Err(ImportError::TooMuch(words));
        }
        (self.row.len()..from).for_each(|_| self.row.push_field(""));
        (0..cell.repeated).for_each(|_| self.row.push_field(&words));
        self.count(cell.repeated, words.len() * cell.repeated)
    }

    /// Whether there are more cells than people write.
    fn count(&mut self, cells: usize, text: usize) -> Result<(), ImportError> {
        self.cells = self.cells.saturating_add(cells);
        self.text = self.text.saturating_add(text).saturating_add(cells);
        if self.cells > self.limits.cells || self.text > self.limits.text {
            return Err(ImportError::TooMuch(of_tables::too_many_cells(self.cells.min(self.limits.cells))));
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ImportError> {
        let row = std::mem::take(&mut self.row);
        if row.is_empty() {
            self.line = self.line.saturating_add(self.repeated);
            return Ok(());
        }
        for nth in 0..self.repeated {
            self.line = self.line.saturating_add(1);
            if nth > 0 {
                self.count(row.len(), row.as_slice().len())?;
            }
            if let Some(sheet) = self.sheets.last_mut().filter(|_| self.seen) {
                sheet.rows.push(self.line, &row);
            }
        }
        Ok(())
    }
}

/// What a cell says of its value; `None` where what is seen is all there is.
fn value(element: &BytesStart<'_>) -> Option<String> {
    let says = |name: &str| attribute(element, name);
    match says("office:value-type")?.as_str() {
        "float" | "percentage" => says("office:value"),
        "currency" => {
            let amount = says("office:value")?;
            Some(says("office:currency").map_or(amount.clone(), |currency| format!("{amount} {currency}")))
        }
        "date" => says("office:date-value").map(|date| date.replace('T', " ")),
        "boolean" => says("office:boolean-value").map(|yes| yes.to_uppercase()),
        _ => says("office:string-value"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn written(body: &str) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(vec![]));
        zip.start_file("mimetype", SimpleFileOptions::default()).unwrap();
        zip.write_all(KIND.as_bytes()).unwrap();
        zip.start_file("content.xml", SimpleFileOptions::default()).unwrap();
        let head = "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>\
            <style:style style:name=\"ta1\"><style:table-properties table:display=\"true\"/></style:style>\
            <style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style>\
            </office:automatic-styles><office:body><office:spreadsheet>";
        zip.write_all(
            format!("{head}{body}</office:spreadsheet></office:body></office:document-content>").as_bytes(),
        )
        .unwrap();
        zip.finish().unwrap().into_inner()
    }

    fn text(words: &str) -> String {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{words}</text:p></table:table-cell>")
    }

    fn row(cells: &str) -> String {
        format!("<table:table-row>{cells}</table:table-row>")
    }

    #[test]
    fn cells_are_read_as_they_were_meant() {
        let head = row(&["Name", "Phone", "Seen", "Worth", "Note"].map(text).concat());
        let cells = [
            text("Ελένη &amp; Co<text:s text:c=\"2\"/>&#65;"),
            "<table:table-cell office:value-type=\"float\" office:value=\"306912345678\"><text:p>3,06912E+11</text:p></table:table-cell>".into(),
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-11-26T10:30:00\"><text:p>26/11</text:p></table:table-cell>".into(),
            "<table:table-cell office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"1200.5\"><text:p>1.200,50 €</text:p></table:table-cell>".into(),
            "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>hidden</text:p></office:annotation><text:p>one</text:p><text:p>two</text:p></table:table-cell>".into(),
        ]
        .concat();
        let empty = "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row>";
        let far = "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        let body = format!(
            "<table:table table:name=\"Back\" table:style-name=\"ta2\">{}</table:table>\
             <table:table table:name=\"Front\" table:style-name=\"ta1\">{head}{empty}{}{far}</table:table>",
            row(&text("Secret")),
            row(&cells)
        );
        let bytes = written(&body);
        assert!(is_one(&bytes));
        let table = read(&bytes, &|cells| cells.contains(&"Phone")).unwrap();
        assert_eq!(table.headers, ["Name", "Phone", "Seen", "Worth", "Note"]);
        let rows: Vec<(u64, Vec<&str>)> = table.rows.iter().map(|r| (r.line, r.cells().collect())).collect();
        let wanted = vec!["Ελένη & Co  A", "306912345678", "2026-11-26 10:30:00", "1200.5 EUR", "one\ntwo"];
        assert_eq!(rows, [(5, wanted)]);
        assert!(table.notes.is_empty(), "{:?}", table.notes);
    }

    #[test]
    fn what_says_that_it_stands_there_a_million_times_is_refused() {
        let many = |name: &str| {
            format!(
                "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{name}\"><text:p>x</text:p></table:table-cell>"
            )
        };
        for body in [
            row(&many("16384")),
            row(&many("99999999999999999999")).replace("99999999999999999999", "18446744073709551615"),
            row(&many("900"))
                .replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"1048576\">"),
            row(&format!("<table:table-cell table:number-columns-repeated=\"5000\"/>{}", text("far"))),
            row(&text(&"y".repeat(MOST_ELEMENT + 64 * 1024))),
        ] {
            let bytes = written(&format!("<table:table table:name=\"A\">{body}</table:table>"));
            let error = read(&bytes, &|_| false).map(drop).unwrap_err();
            assert!(matches!(error, ImportError::TooMuch(_)), "{error}");
        }
    }

    #[test]
    fn what_is_damaged_says_so() {
        for body in ["<table:table><table:table-row>", "<table:table></table:row>"] {
            let outcome = read(&written(body), &|_| false);
            assert!(outcome.is_err(), "{body}");
        }
        assert!(!is_one(b"PK\x03\x04") && !is_one(b"plain"));
    }
}
