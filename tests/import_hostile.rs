//! Files that were made to do harm, given to the real binary: each is refused in words or read for what it is, in a quarter of
//! a gigabyte, and never ends the process otherwise.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]
#![cfg(target_os = "linux")]

use std::fs::File;
use std::io::{BufWriter, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use wait4::Wait4 as _;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MEGABYTE: usize = 1024 * 1024;

/// What comes of a file.
enum Fate {
    /// It is refused; what is said.
    Refused(&'static str),
    /// It is taken, with this in what is shown of it.
    Taken(&'static str),
    /// One of the two: of nesting, some is passed over by the readers.
    Either,
}
use Fate::{Either, Refused, Taken};

/// A file, what is written into it, and what comes of it.
type Case = (&'static str, fn(&mut BufWriter<File>), Fate);

const CASES: &[Case] = &[
    // tables of text
    ("columns.csv", |out| write(out, "x,", 100_000, ""), Refused("line 1 has 100001 cells")),
    (
        "cell.csv",
        |out| {
            write!(out, "Record ID,First Name,Notes\n1,Ann,").unwrap();
            write(out, "a", MEGABYTE, "\n2,Bob,short\n");
        },
        Taken("new: contact Bob"),
    ),
    (
        "quotes.csv",
        |out| {
            write!(out, "Record ID,First Name,Notes\n1,Ann,x\n2,Bob,\"never closed\n").unwrap();
            write(out, "3,Cem,\n", 200_000, "");
        },
        Taken("a quotation mark opens here and never closes"),
    ),
    (
        "nul.csv",
        |out| write(out, "Record ID,First\0Name\n1,A\0nn\n", 1, ""),
        Refused("it is no table of text"),
    ),
    (
        "quoted.csv",
        |out| write(out, "\"", 2 * MEGABYTE, ""),
        Refused("it is too large to be a table that people write: the name of a column has"),
    ),
    (
        "script.csv",
        |out| write(out, "Record ID,First Name,Notes\n1,Ann,<p>seen</p><script>alert(1)</script>\n", 1, ""),
        Taken("Notes: seen"),
    ),
    ("rows.csv", |out| write(out, "\n", 4 * MEGABYTE, ""), Refused("there is no row in it")),
    // workbooks
    (
        "far.xlsx",
        |out| {
            let cells = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>\
                         <row r=\"1048576\"><c r=\"XFD1048576\"><v>3</v></c></row>";
            workbook(out, |zip| write(zip, cells, 1, ""), "");
        },
        Refused("has a cell in column 16384"),
    ),
    (
        "merged.xlsx",
        |out| {
            let merged = "<mergeCell ref=\"A1:B2\"/>".repeat(1_000_000);
            let head = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Record ID</t></is></c><c r=\"B1\" \
                        t=\"inlineStr\"><is><t>First Name</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" \
                        t=\"inlineStr\"><is><t>Ann</t></is></c></row>";
            workbook(out, |zip| write(zip, head, 1, ""), &format!("<mergeCells>{merged}</mergeCells>"));
        },
        Taken("new: contact Ann"),
    ),
    (
        "bomb.xlsx",
        |out| workbook(out, |zip| write(zip, &" ".repeat(MEGABYTE), 513, ""), ""),
        Refused("it unpacks to more than 512 MB"),
    ),
    (
        "cell.xlsx",
        |out| {
            let long = "a".repeat(MEGABYTE);
            let row = format!(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Record ID</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>First Name</t></is></c>\
                 </row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>{long}</t></is></c></row>\
                 <row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\" t=\"inlineStr\"><is><t>Bob</t></is></c></row>"
            );
            workbook(out, |zip| write(zip, &row, 1, ""), "");
        },
        Taken("new: contact Bob"),
    ),
    (
        "deep.xlsx",
        |out| workbook(out, |zip| write(zip, "<row>", 300_000, &"</row>".repeat(300_000)), ""),
        Refused("there is no row in it"),
    ),
    (
        "laughs.xlsx",
        |out| {
            let mut zip = ZipWriter::new(out);
            zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
            let entities = "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\">]>";
            write!(zip, "<?xml version=\"1.0\"?>{entities}<workbook>&lol2;</workbook>").unwrap();
            zip.finish().unwrap();
        },
        Refused("it is no workbook that can be read"),
    ),
    // spreadsheets of OpenDocument
    (
        "repeated.ods",
        |out| {
            let cell = "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
            sheets(out, |zip| {
                write!(
                    zip,
                    "<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>"
                )
                .unwrap();
            });
        },
        Refused("has a cell in column 16384"),
    ),
    (
        "bomb.ods",
        |out| sheets(out, |zip| write(zip, &" ".repeat(MEGABYTE), 8, "")),
        Refused("one element is longer than 4 MB"),
    ),
    (
        "cell.ods",
        |out| {
            sheets(out, |zip| {
                write(zip, "<table:table-row><table:table-cell><text:p>", 1, "");
                write(zip, "a", 5 * MEGABYTE, "</text:p></table:table-cell></table:table-row>");
            });
        },
        Refused("one element is longer than 4 MB"),
    ),
    ("deep.ods", |out| sheets(out, |zip| write(zip, "<table:table-row>", 300_000, "")), Refused("")),
    // cards
    (
        "cell.vcf",
        |out| {
            write!(out, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann\r\nNOTE:").unwrap();
            write(
                out,
                "a",
                MEGABYTE,
                "\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bob\r\nEND:VCARD\r\n",
            );
        },
        Taken("new: contact Bob"),
    ),
    ("deep.vcf", |out| write(out, "BEGIN:VCARD\r\n", 200_000, "FN:Ann\r\nEND:VCARD\r\n"), Either),
    (
        "nul.vcf",
        |out| write(out, "BEGIN:VCARD\r\nFN:A\0nn\r\nEND:VCARD\r\n", 1, ""),
        Refused("it is no table of text"),
    ),
    // calendars
    (
        "cell.ics",
        |out| {
            write!(out, "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nUID:1\r\nSUMMARY:Send it\r\nDESCRIPTION:")
                .unwrap();
            write(out, "a", MEGABYTE, "\r\nEND:VTODO\r\nEND:VCALENDAR\r\n");
        },
        Taken("Send it would not be right: notes: 1048576 characters are too many"),
    ),
    ("deep.ics", |out| write(out, "BEGIN:VCALENDAR\r\n", 200_000, ""), Either),
    (
        "for_ever.ics",
        |out| {
            write(
                out,
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260101T100000Z\r\nRRULE:FREQ=SECONDLY\r\nSUMMARY:tick\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                1,
                "",
            );
        },
        Either,
    ),
    (
        "nul.ics",
        |out| {
            write(
                out,
                "BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nSUMMARY:a\0b\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
                1,
                "",
            );
        },
        Taken("new: task ab"),
    ),
    // mail
    (
        "deep.eml",
        |out| {
            write!(out, "From: a@x.example\r\nTo: b@x.example\r\nDate: Mon, 23 Nov 2026 09:30:00 +0200\r\nSubject: s\r\nMIME-Version: 1.0\r\n").unwrap();
            for depth in 0..50_000 {
                write!(out, "Content-Type: multipart/mixed; boundary=\"b{depth}\"\r\n\r\n--b{depth}\r\n")
                    .unwrap();
            }
        },
        Either,
    ),
    (
        "cell.eml",
        |out| {
            write!(
                out,
                "From: a@x.example\r\nTo: b@x.example\r\nDate: Mon, 23 Nov 2026 09:30:00 +0200\r\nSubject: "
            )
            .unwrap();
            write(out, "a", MEGABYTE, "\r\n\r\n<html><script>x()</script>body\0</html>\r\n");
        },
        Either,
    ),
    // JSON
    ("deep.json", |out| write(out, "[", 200_000, ""), Refused("it is JSON, but")),
    (
        "nul.json",
        |out| write(out, "{\"kind\":\"client\",\"name\":\"a\0b\"}\n", 1, ""),
        Refused("it is JSON, but"),
    ),
    (
        "cell.json",
        |out| {
            write!(out, "{{\"kind\":\"client\",\"name\":\"").unwrap();
            write(out, "a", MEGABYTE, "\"}\n");
        },
        Refused("it is JSON, but"),
    ),
    (
        "board.json",
        |out| {
            write!(out, "{{\"name\":\"b\",\"lists\":[],\"idBoard\":1,\"idList\":1,\"cards\":").unwrap();
            write(out, "[", 200_000, "");
        },
        Refused("it looks like a board of Trello, but"),
    ),
];

/// The same text so many times, and an end.
fn write(out: &mut impl std::io::Write, text: &str, times: usize, end: &str) {
    for _ in 0..times {
        out.write_all(text.as_bytes()).unwrap();
    }
    out.write_all(end.as_bytes()).unwrap();
}

type Zip<'a> = ZipWriter<&'a mut BufWriter<File>>;

/// A workbook of one sheet with these rows, and something behind them.
fn workbook(out: &mut BufWriter<File>, rows: impl FnOnce(&mut Zip<'_>), behind: &str) {
    let mut zip = ZipWriter::new(out);
    let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    for (name, text) in [
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{spreadsheet}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
                 Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default().compression_level(Some(1)))
        .unwrap();
    write!(zip, "<worksheet xmlns=\"{spreadsheet}\"><sheetData>").unwrap();
    rows(&mut zip);
    write!(zip, "</sheetData>{behind}</worksheet>").unwrap();
    zip.finish().unwrap();
}

/// A spreadsheet of one sheet with these rows.
fn sheets(out: &mut BufWriter<File>, rows: impl FnOnce(&mut Zip<'_>)) {
    let mut zip = ZipWriter::new(out);
    zip.start_file("mimetype", SimpleFileOptions::default()).unwrap();
    zip.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    zip.start_file("content.xml", SimpleFileOptions::default().compression_level(Some(1))).unwrap();
    zip.write_all(
        b"<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">",
    )
    .unwrap();
    rows(&mut zip);
    zip.write_all(b"</table:table></office:spreadsheet></office:body></office:document-content>").unwrap();
    zip.finish().unwrap();
}

/// What the program says of a file, its exit code, and the most memory it took, in bytes.
fn shown(dir: &Path, file: &Path) -> (String, Option<i32>, u64) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_syndeo"))
        .args(["import", file.to_str().unwrap(), "--show", "new", "--show", "refused", "--verbose", "--book"])
        .arg(dir.join("book"))
        .env("SYNDEO_LOG", "off")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut said, mut errors) = (String::new(), child.stderr.take().unwrap());
    let reading = std::thread::spawn(move || {
        let mut said = String::new();
        errors.read_to_string(&mut said).unwrap();
        said
    });
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    said += &reading.join().unwrap();
    let ended = child.wait4().unwrap();
    (said, ended.status.code(), ended.rusage.maxrss)
}

#[test]
fn files_made_to_do_harm_are_refused_or_read_for_what_they_are() {
    let mut wrong = vec![];
    for (name, fill, fate) in CASES {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join(name);
        let mut out = BufWriter::new(File::create(&file).unwrap());
        fill(&mut out);
        out.into_inner().unwrap();
        let (said, code, taken) = shown(dir.path(), &file);
        let (wanted, words): (&[i32], &str) = match fate {
            Refused(words) => (&[1], words),
            Taken(words) => (&[0], words),
            Either => (&[0, 1], ""),
        };
        let clean =
            !said.contains("<script") && !said.contains(['\0', '\u{1b}']) && !said.contains("panicked");
        if !code.is_some_and(|code| wanted.contains(&code))
            || !said.contains(words)
            || taken > 256 * MEGABYTE as u64
            || !clean
        {
            let said: String = said.chars().take(600).collect();
            wrong.push(format!("{name}: {code:?}, {} MB: {said}", taken / MEGABYTE as u64));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
