//! Files as they come out of a broken transfer: what each reader is given here is a real file with bytes changed, cut out,
//! doubled and put in. Whatever that is, it is taken or refused, and what is taken are records as they may be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use proptest::prelude::*;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::sync::LazyLock;
use syndeo::demo;
use syndeo::domain::{Book, IdGenerator, Moment, json};
use syndeo::exchange::{self, DateOrder, Differing, NumberStyle, Opened, Own};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a1\r\nN:Παπαδοπούλου;Ελένη;;;\r\nFN:Ελένη Παπαδοπούλου\r\nORG:Aegean Foods;\
    Buying\r\nitem1.EMAIL;TYPE=WORK,PREF:eleni@aegean.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nTEL;TYPE=CELL:+30 694 1234567\r\n\
    BDAY:--0307\r\nNOTE:one\\ntwo\\, three\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-7;\
    ENCODING=QUOTED-PRINTABLE:=C5=EB=DD=ED=E7;x\r\nNOTE;ENCODING=QUOTED-PRINTABLE:soft=\r\n break\r\nPHOTO;ENCODING=BASE64:\r\n \
    /9j/4AAQSkZJRg==\r\n\r\nEND:VCARD\r\n";

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Athens\r\nBEGIN:STANDARD\r\n\
    DTSTART:19701025T040000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\nEND:STANDARD\r\n\
    END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:e1\r\nDTSTART;TZID=Europe/Athens:20261110T100000\r\nDTEND;TZID=Europe/Athens:20261110T110000\r\n\
    RRULE:FREQ=WEEKLY;COUNT=4\r\nEXDATE;TZID=Europe/Athens:20261117T100000\r\nSUMMARY:Review\r\nORGANIZER:mailto:me@x.example\r\n\
    ATTENDEE;PARTSTAT=ACCEPTED:mailto:maria@aegean.example\r\nDESCRIPTION:<p>one</p>\\ntwo\r\nEND:VEVENT\r\nBEGIN:VTODO\r\nUID:t1\r\n\
    DUE;VALUE=DATE:20261130\r\nSUMMARY:Send it\r\nSTATUS:NEEDS-ACTION\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";

const MAIL: &str = "From maria@aegean.example Mon Nov 23 09:30:00 2026\r\nFrom: =?ISO-8859-7?Q?=CC=E1=F1=DF=E1?= <maria@aegean.example>\r\n\
    To: me@x.example\r\nDate: Mon, 23 Nov 2026 09:30:00 +0200\r\nSubject: =?UTF-8?B?zp/Ou86/zrw=?=\r\nMessage-ID: <1@x>\r\n\
    MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: multipart/alternative; \
    boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=iso-8859-7\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
    =CA=E1=EB=E7=EC=DD=F1=E1\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Hello<script>x()</script></p>\r\n--c--\r\n--b\r\n\
    Content-Type: application/pdf; name=\"offer.pdf\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n\
    JVBERi0=\r\n--b--\r\n\r\nFrom b@x Tue Nov 24 09:30:00 2026\r\nFrom: b@x\r\nTo: c@x\r\nDate: Tue, 24 Nov 2026 09:30:00 +0200\r\n\
    Subject: s\r\n\r\n>From now on\r\n";

/// A workbook of one sheet, as spreadsheets and this program write them.
fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip([
        ["Record ID", "First Name", "Email", "Create Date"],
        ["1", "Ελένη", "e@x.example", "2026-01-02"],
        ["2", "Bob", "b@x.example", ""],
    ]) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    sheet.write(3, 0, 306_912_345_678.0).unwrap();
    book.save_to_buffer().unwrap()
}

/// The parts of an archive.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let each = 0..archive.len();
    each.map(|at| {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut inside = vec![];
        part.read_to_end(&mut inside).unwrap();
        (name, inside)
    })
    .collect()
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(vec![]));
    for (name, inside) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(inside).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sheets() -> Vec<u8> {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|text| cell(text)).collect();
        format!("<table:table-row table:number-rows-repeated=\"1\">{cells}</table:table-row>")
    };
    let body = row(&["Record ID", "First Name", "Email"])
        + &row(&["1", "Ann &amp; <text:s text:c=\"2\"/>Bob", "a@x.example"]);
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{body}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    packed(&[("mimetype".into(), kind.into()), ("content.xml".into(), content.into_bytes())])
}

/// A real file for each reader: its name, and what is in it.
static SEEDS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut files: Vec<_> = [folder.clone(), folder.join("sources")]
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    let mut seeds: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect();
    for (name, text) in [("cards.vcf", CARDS), ("calendar.ics", CALENDAR), ("mail.mbox", MAIL)] {
        seeds.push((name.into(), text.as_bytes().to_vec()));
    }
    let mut lines = vec![];
    demo::book(now()).iter().step_by(41).for_each(|record| json::write_line(record, &mut lines));
    seeds.push(("own.jsonl".into(), lines));
    seeds.push(("workbook.xlsx".into(), workbook()));
    seeds.push(("sheets.ods".into(), sheets()));
    seeds
});

/// What is done to a file, at places that are parts of its length.
#[derive(Clone, Debug)]
enum Damage {
    Flip(u16, u8),
    Cut(u16, u16),
    Double(u16, u16),
    Put(u16, &'static str),
    End(u16),
}

const PUT: &[&str] = &[
    "\0",
    "\u{feff}",
    "\"",
    "\"\"\"",
    "\r",
    "\n\n",
    ";",
    ",",
    "\t",
    "&#0;",
    "&amp;",
    "<",
    "<![CDATA[",
    "--b",
    "=?x?Q?=?=",
    "END:VCARD",
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "RRULE:FREQ=SECONDLY",
    "99999999999999999999",
    "-1",
    "{",
    "]",
    "null",
    "\\u0000",
    "table:number-columns-repeated=\"99999\"",
    "r=\"XFD1048576\"",
    "0000-00-00",
    "1e999",
    "From a@b Mon Nov 23 09:30:00 2026\n",
];

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        (any::<u16>(), any::<u8>()).prop_map(|(at, byte)| Damage::Flip(at, byte)),
        (any::<u16>(), 1u16..2000).prop_map(|(at, length)| Damage::Cut(at, length)),
        (any::<u16>(), 1u16..2000).prop_map(|(at, length)| Damage::Double(at, length)),
        (any::<u16>(), prop::sample::select(PUT)).prop_map(|(at, text)| Damage::Put(at, text)),
        any::<u16>().prop_map(Damage::End),
    ]
}

fn done(bytes: &mut Vec<u8>, damage: &Damage) {
    let place = |at: u16| bytes.len() * usize::from(at) / (usize::from(u16::MAX) + 1);
    match damage {
        Damage::Flip(at, byte) => {
            let at = place(*at);
            bytes.iter_mut().skip(at).take(1).for_each(|old| *old = *byte);
        }
        Damage::Cut(at, length) | Damage::Double(at, length) => {
            let from = place(*at);
            let to = (from + usize::from(*length)).min(bytes.len());
            if matches!(damage, Damage::Cut(..)) {
                bytes.drain(from..to);
            } else {
                let twice = bytes[from..to].to_vec();
                bytes.splice(from..from, twice);
            }
        }
        Damage::Put(at, text) => {
            let at = place(*at);
            bytes.splice(at..at, text.bytes());
        }
        Damage::End(at) => bytes.truncate(place(*at)),
    }
}

/// Does it to a file; of an archive to one of its parts, since what is done to the whole of one is told by its checksums.
fn damaged(seed: &[u8], damages: &[Damage], part: usize) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    if !seed.starts_with(b"PK") || damages.len() == 1 {
        for damage in damages {
            done(&mut bytes, damage);
        }
        return bytes;
    }
    let mut all = parts(seed);
    let at = part % all.len();
    for damage in damages {
        done(&mut all[at].1, damage);
    }
    packed(&all)
}

/// Reads a file in every way there is for it; what comes of it are records as they may be.
fn read(bytes: &[u8]) {
    let book = Book::default();
    if Own::is_json(bytes) && !Opened::is_of_others(bytes) {
        if let Ok(own) = Own::read(bytes) {
            own.against(&book, Differing::Keep).iter().for_each(sound);
        }
        return;
    }
    let _ = exchange::propose(bytes, None, None);
    for heads in [None, Some(2)] {
        let Ok(opened) = Opened::read_headed(bytes, heads) else { continue };
        let opened = opened.dated(Some(DateOrder::DayFirst)).numbered(Some(NumberStyle::Comma));
        if let Ok(import) = opened.against(&book, &mut IdGenerator::new([1; 16]), now(), Differing::Keep) {
            sound(&import);
            let _ = opened.refused(&import);
        }
    }
}

fn sound(import: &exchange::Import) {
    for (_, record) in import.records.iter() {
        assert_eq!(record.errors(), vec![], "{record:?}");
    }
    assert_eq!(import.records.len(), import.lines.len());
}

/// What is done to them is done to files that are read as they are.
#[test]
fn every_seed_is_read_as_it_stands() {
    let mut readers = std::collections::BTreeSet::new();
    for (name, bytes) in SEEDS.iter() {
        if name == "own.jsonl" {
            assert!(Own::read(bytes).is_ok());
            continue;
        }
        // A table that no program is known by is asked about.
        if name == "unknown.csv" {
            assert!(matches!(Opened::read(bytes), Err(exchange::ImportError::Unknown(_))));
            continue;
        }
        let import = Opened::read(bytes)
            .and_then(|opened| {
                opened.against(&Book::default(), &mut IdGenerator::new([1; 16]), now(), Differing::Keep)
            })
            .unwrap_or_else(|e| panic!("{name}: {e}"));
        readers.insert(import.source);
    }
    assert!(readers.len() > 30, "{readers:?}");
}

proptest! {
    #[test]
    fn whatever_is_done_to_a_file_it_is_taken_or_refused(
        at in any::<prop::sample::Index>(),
        damages in prop::collection::vec(damage(), 1..5),
        part in any::<usize>(),
    ) {
        let (_, seed) = at.get(SEEDS.as_slice());
        read(&damaged(seed, &damages, part));
    }
}
