//! Tables of text as other programs write them: any of the usual encodings, any of the usual marks between cells,
//! rows of any width, and perhaps lines before the heading.

use super::encoding::decode;
use super::table::{IsHeading, Rows, Table, Unclosed, not_too_wide};
use super::{ImportError, formula};
use crate::words::exchange::of_tables;

/// The marks that may stand between two cells.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How much text is looked at to find the mark between cells, in bytes.
const SAMPLE: usize = 64 * 1024;

/// Reads a table. The heading is the first row that `is_heading` knows, or else the first row that is not blank.
///
/// # Errors
/// When it is no text, or there is no row in it.
pub fn read(bytes: &[u8], is_heading: IsHeading) -> Result<Table, ImportError> {
    let (text, encoding) = decode(bytes)?;
    let (text, told) = hint(&text);
    let delimiter = told.unwrap_or_else(|| sniff(text));
    let skipped = u64::from(told.is_some());
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let (mut rows, mut start) = (Rows::default(), 0);
    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
    let mut record = ::csv::StringRecord::new();
    let mut undone = 0;
    // Reading from text in memory cannot fail; a row that could not be read would end the table.
    while reader.read_record(&mut record).unwrap_or(false) {
        start = record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or(usize::MAX));
        let line = lines.up_to(start) + skipped;
        not_too_wide(line, record.len())?;
        let cell = |cell| {
            let plain = formula::undone(cell);
            undone += usize::from(plain.is_some());
            plain.unwrap_or(cell)
        };
        rows.push(line, record.iter().map(cell));
    }
    // Every mark that opens also closes, so their number is even in every sound table.
    let uneven = text.matches('"').count() % 2 == 1;
    let unclosed = if uneven { unclosed(&mut rows, text, start) } else { None };
    let mut table = Table::new(rows, is_heading)?;
    if undone > 0 {
        table.notes.push(of_tables::apostrophes(undone));
    }
    Ok(Table { encoding, delimiter: Some(char::from(delimiter)), unclosed, uneven, ..table })
}

/// Counts lines: the reader says where a row begins only by its byte, and counts the end of the line before to it.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the first byte from `start` on that ends no line; `start` never goes back.
    fn up_to(&mut self, start: usize) -> u64 {
        while let Some(byte) = self.text.get(self.at) {
            let ends = matches!(byte, b'\n' | b'\r');
            if self.at >= start && !ends {
                break;
            }
            self.at += 1;
            let half = *byte == b'\r' && self.text.get(self.at) == Some(&b'\n');
            self.line += u64::from(ends && !half);
        }
        self.line
    }
}

/// Takes away the row that runs to the end of the file because its quotation mark is never closed; the last row begins
/// after `start` bytes.
fn unclosed(rows: &mut Rows, text: &str, start: usize) -> Option<Unclosed> {
    let last = rows.last()?;
    if !last.cells().last().is_some_and(|cell| cell.contains('\n')) {
        return None;
    }
    let line = last.line;
    let text = text.get(start..).unwrap_or_default().trim_start_matches(['\r', '\n']).to_owned();
    rows.narrow(0..rows.len() - 1);
    Some(Unclosed { line, text })
}

/// The line `sep=;` that some spreadsheets put first, and the text after it.
fn hint(text: &str) -> (&str, Option<u8>) {
    let told = text.strip_prefix("sep=").and_then(|rest| {
        let mark = *rest.as_bytes().first().filter(|b| DELIMITERS.contains(b))?;
        let rest = rest.get(1..)?;
        rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).map(|rest| (rest, mark))
    });
    told.map_or((text, None), |(rest, mark)| (rest, Some(mark)))
}

/// The mark that stands most often outside of quotation marks on the lines of the beginning, and about equally often
/// on each of them.
fn sniff(text: &str) -> u8 {
    let mut counts: Vec<[usize; 4]> = vec![[0; 4]];
    let mut quoted = false;
    for byte in text.bytes().take(SAMPLE) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => counts.push([0; 4]),
            _ if quoted => {}
            _ => {
                let at = DELIMITERS.iter().position(|d| *d == byte);
                if let Some(count) = at.and_then(|at| counts.last_mut()?.get_mut(at)) {
                    *count += 1;
                }
            }
        }
    }
    let lines: Vec<&[usize; 4]> = counts.iter().filter(|c| c.iter().any(|n| *n > 0)).collect();
    let score = |at: usize| {
        let mut of: Vec<usize> = lines.iter().filter_map(|c| c.get(at).copied()).collect();
        of.sort_unstable();
        let middle = of.get(of.len() / 2).copied().unwrap_or(0);
        let alike = of.iter().filter(|n| **n == middle && middle > 0).count();
        (alike * 8 / of.len().max(1), middle)
    };
    let best = (0..DELIMITERS.len()).rev().max_by_key(|at| score(*at));
    best.filter(|at| score(*at).1 > 0).and_then(|at| DELIMITERS.get(at).copied()).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::Encoding;

    fn table(bytes: &[u8]) -> Table {
        read(bytes, &|_| false).unwrap()
    }

    #[test]
    fn two_bytes_a_letter_are_told_without_a_mark() {
        for text in ["Name,City\nAnn,Rome\n", "N,C\nAnn Müller,Köln\nBob,Bonn\n"] {
            let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let found = table(&bytes);
            assert_eq!(
                (found.encoding, found.headers.len(), found.rows.get(0).unwrap().width()),
                ("UTF-16LE", 2, 2)
            );
            assert!(
                text.contains(found.rows.get(0).unwrap().cell(1))
                    && !found.rows.get(0).unwrap().cell(1).is_empty()
            );
        }
    }

    /// What stands inside quotation marks says nothing of what stands between cells, however often and evenly it comes.
    #[test]
    fn marks_inside_cells_do_not_part_them() {
        for between in DELIMITERS.map(char::from) {
            for inside in DELIMITERS.map(char::from).into_iter().filter(|c| *c != between) {
                for (columns, many) in [(2, 1), (2, 5), (4, 3)] {
                    let cell = |n: usize| format!("\"c{n}{}\"", format!("{inside} x").repeat(many));
                    let row = (0..columns).map(cell).collect::<Vec<_>>().join(&between.to_string());
                    let found = table(format!("{row}\n").repeat(4).as_bytes());
                    assert_eq!((found.delimiter, found.headers.len()), (Some(between), columns), "{row}");
                }
            }
        }
    }

    /// The mark that comes equally often on most lines, though one line in the midst has many more of it.
    #[test]
    fn a_line_that_is_unlike_the_others_does_not_mislead() {
        let found = table(b"a,b,c;d\n1,2,3\n1,2,3,4,5,6;7\n1,2,3\n1,2,3;x\n");
        assert_eq!(found.delimiter, Some(','));
        let found = table(b"a;b;c,d\n1;2;3\n1;2;3;4;5;6,7\n1;2;3\n1;2;3,x\n");
        assert_eq!(found.delimiter, Some(';'));
    }

    #[test]
    fn encodings_are_told_apart() {
        let text = "Name,City\nΕλένη,Αθήνα\n";
        let wide: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> =
            [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        for bytes in [text.as_bytes(), &wide, &big, format!("\u{feff}{text}").as_bytes()] {
            let table = table(bytes);
            assert_eq!(table.headers, ["Name", "City"]);
            assert_eq!(table.rows.get(0).unwrap().cell(1), "Αθήνα");
        }
        for (text, encoding) in [
            ("Name;Stadt\nJürgen Weiß;Köln\nInès;Orléans\nRenée Müller-Strauß;Düsseldorf\n", "windows-1252"),
            ("Όνομα;Πόλη\nΕλένη Παπαδοπούλου;Αθήνα\nΓιώργος;Θεσσαλονίκη\n", "windows-1253"),
            ("Название;Город\nОлена Шевченко;Харьков\nООО Заря;Полтава\n", "windows-1251"),
        ] {
            let label = Encoding::for_label(encoding.as_bytes()).unwrap();
            let (bytes, _, lost) = label.encode(text);
            assert!(!lost);
            let table = table(&bytes);
            assert_eq!((table.encoding, table.delimiter), (encoding, Some(';')));
            assert_eq!(
                table.rows.get(1).unwrap().cell(0),
                text.lines().nth(2).unwrap().split(';').next().unwrap()
            );
        }
    }

    #[test]
    fn the_mark_between_cells_is_found() {
        for (text, mark) in [
            ("a,b,c\n1,\"2;3;4\",5\n", ','),
            ("a;b\n1,5;2\n1,7;3\n", ';'),
            ("a\tb\nx, y\tz\n", '\t'),
            ("a|b|c\n1|2|3\n", '|'),
            ("sep=;\na,b;c\n1;2\n", ';'),
            ("alone\nword\n", ','),
        ] {
            assert_eq!(table(text.as_bytes()).delimiter, Some(mark), "{text}");
        }
    }

    #[test]
    fn rows_keep_their_lines() {
        let table = table("a,b\r\n\"x\r\ny\",1\r\n2,3\r\n,\r\n4\r\n5,6,7\r\n".as_bytes());
        let lines: Vec<u64> = table.rows.iter().map(|r| r.line).collect();
        assert_eq!(lines, [2, 4, 5, 6, 7]);
        assert!(table.rows.get(2).unwrap().is_blank());
        assert_eq!((table.rows.get(3).unwrap().width(), table.rows.get(4).unwrap().width()), (1, 3));
        assert_eq!(table.rows.get(3).unwrap().cell(1), "");
    }

    #[test]
    fn a_quotation_mark_that_never_closes_takes_no_rows_with_it_silently() {
        let table = table(b"a,b\n1,2\n\"3,4\n5,6\n7,8\n");
        let rest = Unclosed { line: 3, text: "\"3,4\n5,6\n7,8\n".into() };
        assert_eq!((table.rows.len(), table.unclosed), (1, Some(rest)));
        let sound = read(b"a,b\n1,\"5\"\" screen\"\n", &|_| false).unwrap();
        assert_eq!(
            (sound.rows.get(0).unwrap().cell(1), sound.unclosed, sound.uneven),
            ("5\" screen", None, false)
        );
        let stray = read(b"a,b\n1,5\" screen\n2,x\n", &|_| false).unwrap();
        assert_eq!((stray.rows.len(), stray.unclosed, stray.uneven), (2, None, true));
    }

    #[test]
    fn lines_before_the_heading_are_passed_over() {
        let table =
            read(b"Notes:\nabout this file\n\nName,Mail\nA,B\n", &|cells| cells.contains(&"Mail")).unwrap();
        assert_eq!(table.headers, ["Name", "Mail"]);
        assert_eq!(table.rows.get(0).unwrap().line, 5);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(read(b"PK\x03\x04rest", &|_| false).unwrap_err(), ImportError::NotText);
        assert_eq!(read(b"", &|_| false).unwrap_err(), ImportError::Empty);
        assert_eq!(read(b"\n\n", &|_| false).unwrap_err(), ImportError::Empty);
        assert_eq!(read(b"a\0b\0\x01\x02\x03", &|_| false).unwrap_err(), ImportError::NotText);
    }
}
