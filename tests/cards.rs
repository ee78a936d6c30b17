//! The cards that a crate for such files ships for its own tests, gathered from some thirty-five programs: each comes in,
//! none is lost, and what goes out says what came in, as that crate reads it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_macros,
    missing_docs,
    reason = "tests"
)]
#![allow(clippy::format_collect, reason = "bytes are compared in a form that can be read when they differ")]

use calcard::vcard::{VCard, VCardEntry, VCardValue};
use calcard::{Entry, Parser};
use std::path::PathBuf;
use std::process::Command;
use syndeo::domain::{Book, IdGenerator, Kind, Labelled, Moment, Record, Value};
use syndeo::exchange::vcard::{Version, write};
use syndeo::exchange::{Differing, Import, Opened};

fn now() -> Moment {
    Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
}

/// The files of the crate; `None`, and said so, where its package came without them.
fn resources(kind: &str, ending: &str) -> Option<Vec<PathBuf>> {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let calcard = packages.iter().find(|package| package["name"] == "calcard").unwrap();
    let dir = PathBuf::from(calcard["manifest_path"].as_str().unwrap())
        .parent()
        .unwrap()
        .join("resources")
        .join(kind);
    let Ok(entries) = std::fs::read_dir(&dir) else {
        println!("skipped: {} is not there, the package came without its files", dir.display());
        return None;
    };
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    files.sort();
    assert!(files.len() > 200, "{} has {} files", dir.display(), files.len());
    Some(files)
}

fn brought(book: &Book, bytes: &[u8], seed: u8) -> Import {
    let file =
        Opened::read(bytes).unwrap_or_else(|error| panic!("{error} {}", String::from_utf8_lossy(bytes)));
    file.against(book, &mut IdGenerator::new([seed; 16]), now(), Differing::Keep).unwrap()
}

#[test]
fn every_event_and_to_do_is_accounted_for() {
    let Some(files) = resources("ical", "ics") else { return };
    let (mut count, mut taken) = (0, 0);
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes)
            .to_uppercase()
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .replace("\n ", "");
        if !text.trim_start_matches('\u{feff}').trim_start().starts_with("BEGIN:VCALENDAR") {
            continue;
        }
        let begins = |name: &str| text.lines().filter(|line| line.trim() == format!("BEGIN:{name}")).count();
        let parts = begins("VEVENT") + begins("VTODO");
        let Ok(file) = Opened::read(&bytes) else {
            assert_eq!(parts, 0, "{}", path.display());
            continue;
        };
        // Somebody whom many of them invite.
        let mut book = Book::default();
        let mut ids = IdGenerator::new([7; 16]);
        let mut client = syndeo::domain::Client::new(ids.next(now()), now());
        client.name = "Test".into();
        client.mails =
            ["mrtest@example.com", "jsmith@example.com", "user01@example.com", "jane_doe@example.com"]
                .map(|mail| Labelled { label: String::new(), value: mail.into() })
                .to_vec();
        book.put(client.into());
        let import = file.against(&book, &mut ids, now(), Differing::Keep).unwrap();
        assert_eq!(
            import.new + import.changed + import.same + import.refused.len(),
            parts,
            "{}",
            path.display()
        );
        (count, taken) = (count + parts, taken + import.records.len());
        book.apply(&import.into_change(now()));
        let again = file.against(&book, &mut ids, now(), Differing::Keep).unwrap();
        assert!(again.records.is_empty(), "{}: the same file again changes something", path.display());
    }
    println!("{count} events and to-dos, {taken} records");
    assert!(count > 1000 && taken > 50, "{count} events, {taken} records");
}

/// The cards of a text, as the crate reads them.
fn cards(text: &str) -> Vec<VCard> {
    let mut parser = Parser::new(text);
    let mut out = vec![];
    loop {
        match parser.entry() {
            Entry::VCard(card) => out.push(card),
            Entry::Eof => return out,
            _ => {}
        }
    }
}

/// Properties that fields of ours stand for, or that say something about the card alone; their own tests look at them.
const OURS: &[&str] = &[
    "VERSION",
    "PRODID",
    "REV",
    "UID",
    "KIND",
    "N",
    "FN",
    "ORG",
    "NOTE",
    "CATEGORIES",
    "BDAY",
    "PROFILE",
    "X-ADDRESSBOOKSERVER-KIND",
    "X-SYNDEO-FIELD",
];

/// Lines that are none of any version, and that the two readers take otherwise: a soft line end in the middle of a line, and
/// a comma where the parameters begin, an offset without its sign.
const BROKEN: &[(&str, &str)] = &[("001.vcf", "LABEL"), ("211.vcf", "LABEL"), ("034.vcf", "TZ")];

/// A value as the two versions of a card can be compared by: bytes as bytes whether or not they happen to be text, dates
/// and offsets by their digits.
fn value(value: &VCardValue) -> String {
    let bytes = |bytes: &[u8]| {
        bytes.iter().filter(|b| !b.is_ascii_whitespace()).map(|b| format!("{b:02x}")).collect::<String>()
    };
    match value {
        VCardValue::Text(text) if text.chars().all(|c| c.is_ascii_digit() || "+-:TZ".contains(c)) => {
            bytes(text.replace(['+', '-', ':', 'Z'], "").as_bytes())
        }
        VCardValue::Text(text) => bytes(text.as_bytes()),
        VCardValue::Binary(data) => bytes(&data.data),
        VCardValue::PartialDateTime(at) => {
            let parts = [at.month, at.day, at.hour, at.minute, at.second, at.tz_hour, at.tz_minute];
            let year = at.year.map(|year| format!("{year:04}")).unwrap_or_default();
            bytes(parts.into_iter().flatten().fold(year, |all, part| format!("{all}{part:02}")).as_bytes())
        }
        other => format!("{other:?}"),
    }
}

/// What a card says that is kept as it was: names, groups aside, and values, in order of themselves. Where a card does not
/// say in the words of any version how a value is encoded the crate does not decode it, and there is nothing to compare.
fn kept(card: &VCard) -> Vec<String> {
    let is_coded = |entry: &VCardEntry| {
        entry.params.iter().any(|param| {
            let words = [param.name.as_str(), param.value.as_text().unwrap_or_default()];
            words
                .iter()
                .any(|word| ["QUOTED-PRINTABLE", "B", "BASE64"].contains(&word.to_uppercase().as_str()))
        })
    };
    let name = |entry: &VCardEntry| entry.name.as_str().to_uppercase();
    let counts = |entry: &&VCardEntry| !OURS.contains(&name(entry).as_str()) && !is_coded(entry);
    let line = |entry: &VCardEntry| {
        format!("{}:{}", name(entry), entry.values.iter().map(value).collect::<Vec<_>>().join(";"))
    };
    let mut out: Vec<String> = card.entries.iter().filter(counts).map(line).collect();
    out.retain(|line| !line.trim_end_matches(';').ends_with(':'));
    out.sort();
    out.dedup();
    out
}

#[test]
fn every_card_comes_in_and_goes_out_as_it_came() {
    let Some(files) = resources("vcard", "vcf") else { return };
    let (mut count, mut lines, mut lost) = (0, 0, vec![]);
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        let upper = bytes.to_ascii_uppercase();
        let begins = upper.windows(11).filter(|part| *part == b"BEGIN:VCARD").count();
        let body = upper.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&upper).trim_ascii_start();
        if !body.starts_with(b"BEGIN:VCARD") {
            println!("no file of cards: {}", path.display());
            continue;
        }
        let mut book = Book::default();
        let import = brought(&book, &bytes, 1);
        let told = import.new + import.changed + import.same + import.refused.len();
        let agents = upper.windows(6).filter(|part| *part == b"AGENT:").count();
        assert!(told <= begins && told + agents >= begins, "{}: {told} of {begins}", path.display());
        count += told;
        let refused = import.refused.len();
        book.apply(&import.into_change(now()));
        let again = brought(&book, &bytes, 2);
        assert!(again.records.is_empty(), "{}: the same file again changes something", path.display());
        // What goes out is read by the crate, and says what the crate read in the file.
        let records: Vec<&Record> = book.all(Kind::Contact).chain(book.all(Kind::Client)).collect();
        let out = write(&book, &records, Version::Four);
        let three = write(&book, &records, Version::Three);
        assert_eq!(cards(&out).len(), records.len(), "{}", path.display());
        assert_eq!(cards(&three).len(), records.len(), "{}", path.display());
        assert!(out.split("\r\n").all(|line| line.len() <= 75), "{}", path.display());
        // What stands in a card that was not taken is in the file of those.
        let is_group = upper.windows(10).any(|part| part == b"KIND:GROUP");
        if let (Ok(text), true) = (std::str::from_utf8(&bytes), refused == 0 && !is_group) {
            let has: Vec<String> = cards(&out).iter().flat_map(kept).collect();
            for line in cards(text).iter().flat_map(kept) {
                lines += 1;
                let broken = BROKEN.iter().any(|(file, name)| path.ends_with(file) && line.starts_with(name));
                if !has.contains(&line) && !broken {
                    lost.push(format!(
                        "{}: {}",
                        path.file_name().unwrap().display(),
                        line.chars().take(160).collect::<String>()
                    ));
                }
            }
        }
        if records.is_empty() {
            continue;
        }
        let mut other = Book::default();
        other.apply(&brought(&other, out.as_bytes(), 3).into_change(now()));
        assert!(brought(&other, out.as_bytes(), 4).records.is_empty(), "{}", path.display());
    }
    println!("{count} cards, {lines} lines compared, {} otherwise", lost.len());
    assert!(count > 1000, "{count} cards");
    assert!(
        lost.is_empty(),
        "{} of {lines} lines went out otherwise than they came in:
{}",
        lost.len(),
        lost.join(
            "
"
        )
    );
}

/// The telephones or addresses of the only person of a book, in their order.
fn values(book: &Book, field: &str) -> Vec<String> {
    let Value::Labelled(all) = book.all(Kind::Contact).next().unwrap().get(field).unwrap() else {
        return vec![];
    };
    all.into_iter().map(|one| one.value).collect()
}

fn with_card(lines: &str) -> Book {
    let card =
        format!("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann\r\n{}\r\nEND:VCARD\r\n", lines.replace(' ', "\r\n"));
    let mut book = Book::default();
    book.apply(&brought(&book, card.as_bytes(), 1).into_change(now()));
    assert!(brought(&book, card.as_bytes(), 2).records.is_empty(), "the same again");
    book
}

/// What is preferred most stands first, whatever the order in the file (RFC 6350 5.3); it goes out so as well.
#[test]
fn what_is_preferred_stands_first() {
    let mut book = with_card(
        "TEL:+9 TEL;PREF=2:+2 EMAIL;PREF=50:c@x.example TEL;TYPE=home;PREF=1:+1 EMAIL;PREF=7:b@x.example EMAIL:d@x.example TEL;PREF=300:+8",
    );
    assert_eq!(values(&book, "phones"), ["+1", "+2", "+9", "+8"]);
    assert_eq!(values(&book, "mails"), ["b@x.example", "c@x.example", "d@x.example"]);
    // Older cards say it by a type.
    assert_eq!(values(&with_card("TEL:+9 TEL;TYPE=pref,cell:+1"), "phones"), ["+1", "+9"]);
    let out = |book: &Book, version| write(book, &book.all(Kind::Contact).collect::<Vec<_>>(), version);
    let phones = |text: &str| {
        text.lines().filter(|line| line.starts_with("TEL")).map(str::to_owned).collect::<Vec<_>>()
    };
    let four = phones(&out(&book, Version::Four));
    assert_eq!(four, ["TEL;TYPE=home;PREF=1:+1", "TEL;PREF=2:+2", "TEL:+9", "TEL;PREF=300:+8"]);
    // There are no degrees in 3.0: the first alone is preferred.
    let three = phones(&out(&book, Version::Three));
    assert_eq!(three, ["TEL;TYPE=home,pref:+1", "TEL:+2", "TEL:+9", "TEL:+8"]);
    // The order of the book counts, with what is new in it.
    let mut ann = book.all(Kind::Contact).next().unwrap().clone();
    let Value::Labelled(mut all) = ann.get("phones").unwrap() else { panic!("no telephones") };
    all.reverse();
    all.insert(1, Labelled { label: String::new(), value: "+5".into() });
    ann.set("phones", Value::Labelled(all)).unwrap();
    book.put(ann);
    for version in [Version::Three, Version::Four] {
        let card = out(&book, version);
        let mut again = Book::default();
        again.apply(&brought(&again, card.as_bytes(), 3).into_change(now()));
        assert_eq!(values(&again, "phones"), ["+8", "+5", "+9", "+2", "+1"], "{card}");
    }
}
