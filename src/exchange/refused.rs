//! Rows that were not taken, as a file of their own: what stood in them, with their lines and the reasons before it. The
//! columns of the reasons are known again and left out when the file comes back.

use super::Refused;
use super::table::{REFUSED, Row, Table};
use ::csv::{QuoteStyle, WriterBuilder};
use std::collections::{HashMap, HashSet};

/// UTF-8's byte order mark: spreadsheets mend such files, and take them for another code page without it.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The rows in the order of their lines. The mark between cells is that of the table, so that the end of a file whose
/// quotation mark never closes can stand there as it is: only a person can say where it should.
pub(super) fn written(table: &Table, refused: &[Refused]) -> Vec<u8> {
    let mark = table.delimiter.and_then(|mark| u8::try_from(mark).ok()).unwrap_or(b',');
    let told: HashSet<u64> = refused.iter().map(|refused| refused.line).collect();
    let rows = table.rows.iter().filter(|row| told.contains(&row.line));
    let rows: HashMap<u64, Row<'_>> = rows.map(|row| (row.line, row)).collect();
    let mut out = MARK.to_vec();
    out.extend(record(mark, REFUSED.into_iter().chain(table.headers.iter().map(String::as_str))));
    for Refused { line, reason } in refused {
        let line_said = line.to_string();
        let said = [line_said.as_str(), reason.as_str()];
        match (rows.get(line), &table.unclosed) {
            (Some(row), _) => out.extend(record(mark, said.into_iter().chain(row.cells()))),
            (None, Some(rest)) if rest.line == *line => {
                out.extend(record(mark, said.into_iter()).trim_ascii_end());
                out.push(mark);
                out.extend(rest.text.as_bytes());
            }
            (None, _) => out.extend(record(mark, said.into_iter())),
        }
    }
    out
}

/// One row, every cell in quotation marks: whatever stands in it, the mark between cells is found again.
fn record<'a>(mark: u8, cells: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut writer = WriterBuilder::new().delimiter(mark).quote_style(QuoteStyle::Always).from_writer(vec![]);
    // Writing into memory cannot fail.
    let _ = writer.write_record(cells);
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{Differing, Import, Opened, table};
    use super::*;
    use crate::domain::{Book, IdGenerator, Moment};
    use proptest::prelude::*;

    const HEAD: &str = "Record ID;First Name;Email;Note";

    fn import(bytes: &[u8]) -> (Opened, Import) {
        let now = Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap();
        let file = Opened::read(bytes).unwrap();
        let import = file.against(&Book::default(), &mut IdGenerator::new([5; 16]), now, Differing::Keep);
        (file, import.unwrap())
    }

    fn reasons(import: &Import) -> Vec<&str> {
        import.refused.iter().map(|refused| refused.reason.as_str()).collect()
    }

    #[test]
    fn rows_that_are_refused_come_back_as_they_were_and_are_refused_again() {
        let text = format!(
            "{HEAD}\n1;Ann;a@x.example;\n;Bob;b@x.example;\"one\ntwo; \"\"three\"\"\"\n;;;\n\
             2;Cem;c@x.example;x;too;many\n1;Dee;d@x.example\n3;Eva;e@x.example;\"never closed\n4;Fay;f@x.example;\n"
        );
        let (file, first) = import(text.as_bytes());
        assert_eq!((first.new, first.refused.len()), (1, 5), "{:?}", first.refused);
        let left = file.refused(&first).unwrap();
        let as_text = String::from_utf8(left.clone()).unwrap();
        assert!(
            as_text.starts_with("\u{feff}\"Refused line\";\"Refused because\";\"Record ID\""),
            "{as_text}"
        );
        assert!(as_text.ends_with(";3;Eva;e@x.example;\"never closed\n4;Fay;f@x.example;\n"), "{as_text}");
        let (again, second) = import(&left);
        // Only a row that is refused because another has its id may come in without that one.
        assert_eq!(second.new, 1);
        let stays: Vec<&str> = reasons(&first).into_iter().filter(|why| !why.contains("already")).collect();
        assert_eq!(reasons(&second), stays);
        let (_, third) = import(&again.refused(&second).unwrap());
        assert_eq!((third.new, reasons(&third)), (0, stays));
    }

    #[test]
    fn what_was_mended_comes_in() {
        let (file, first) =
            import(format!("{HEAD}\n;Bob;b@x.example;\n9;Cem;c@x.example;\"open\n").as_bytes());
        let left = String::from_utf8(file.refused(&first).unwrap()).unwrap();
        let mended = left.replace("\"\";\"Bob\"", "\"8\";\"Bob\"").replace("\"open", "closed");
        let (_, second) = import(mended.as_bytes());
        assert_eq!((second.new, second.refused.len()), (2, 0), "{mended} {:?}", second.refused);
        let custom = |at: usize| format!("{:?}", second.records.get(at).unwrap().1);
        assert!(custom(1).contains("closed") && !custom(0).contains("Refused"), "{}", custom(0));
    }

    proptest! {
        /// Whatever stands in its cells: a table of nothing but refused rows has the cells that were refused.
        #[test]
        fn cells_are_what_they_were(
            rows in proptest::collection::vec(proptest::collection::vec("[^\\p{C}]{0,8}|\"|;|a\nb", 2..5), 1..6),
            mark in prop_oneof![Just(','), Just(';'), Just('\t'), Just('|')],
        ) {
            let mark = u8::try_from(mark).unwrap();
            let mut text = record(mark, ["Name", "Second", "Third"].into_iter());
            text.extend(rows.iter().flat_map(|row| record(mark, row.iter().map(String::as_str))));
            let before = table(&text, &|cells| cells.contains(&"Second"), None).unwrap();
            let refused: Vec<Refused> =
                before.rows.iter().map(|row| Refused { line: row.line, reason: "a, b; \"c\"".into() }).collect();
            let after = table(&written(&before, &refused), &|cells| cells.contains(&"Second"), None).unwrap();
            prop_assert_eq!(&after.headers, &before.headers);
            let cells = |table: &Table| -> Vec<Vec<String>> {
                table.rows.iter().map(|row| row.cells().map(str::to_owned).collect()).collect()
            };
            prop_assert_eq!(cells(&after), cells(&before));
        }
    }
}
