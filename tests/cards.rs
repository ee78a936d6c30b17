//! The cards that a crate for such files ships for its own tests, gathered from some thirty-five programs: each comes in,
//! none is lost, and what goes out says what came in, as that crate reads it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use calcard::vcard::{VCard, VCardParameterName, VCardProperty};
use calcard::{Entry, Parser};
use std::path::PathBuf;
use std::process::Command;
use syndeo::domain::{Book, IdGenerator, Kind, Moment, Record};
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
    let dir = PathBuf::from(calcard["manifest_path"].as_str().unwrap()).parent().unwrap().join("resources").join(kind);
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
    let file = Opened::read(bytes).unwrap_or_else(|error| panic!("{error} {}", String::from_utf8_lossy(bytes)));
    file.against(book, &mut IdGenerator::new([seed; 16]), now(), Differing::Keep).unwrap()
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

/// What a card says as far as no field of ours stands for it: name, group aside, and values, in order of themselves.
fn kept(card: &VCard) -> Vec<String> {
    let is_ours = |name: &VCardProperty| {
        use VCardProperty as P;
        matches!(
            name,
            P::Begin | P::End | P::Version | P::Prodid | P::Rev | P::Uid | P::Kind | P::N | P::Fn | P::Org | P::Note
                | P::Categories | P::Bday
        ) || matches!(name, P::Other(name) if ["X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER", "PROFILE", "X-SYNDEO-FIELD"].contains(&name.to_uppercase().as_str()))
    };
    let mut out: Vec<String> = card
        .entries
        .iter()
        .filter(|entry| !is_ours(&entry.name) && entry.parameters(&VCardParameterName::Other("ENCODING".into())).next().is_none())
        .map(|entry| {
            let values: Vec<String> = entry
                .values
                .iter()
                .map(|value| match value.as_text() {
                    Some(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
                    None => format!("{value:?}"),
                })
                .collect();
            format!("{}: {}", entry.name.as_str().to_uppercase(), values.join(";"))
        })
        .filter(|line| !line.ends_with(": ") && line.chars().filter(|c| *c != ';').next_back() != Some(' '))
        .collect();
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
        book.apply(&import.into_change(now()));
        let again = brought(&book, &bytes, 2);
        assert_eq!(again.records, [], "{}: the same file again changes something", path.display());
        // What goes out is read by the crate, and says what the crate read in the file.
        let records: Vec<&Record> = book.all(Kind::Contact).chain(book.all(Kind::Client)).collect();
        let out = write(&book, &records, Version::Four);
        let three = write(&book, &records, Version::Three);
        assert_eq!(cards(&out).len(), records.len(), "{}", path.display());
        assert_eq!(cards(&three).len(), records.len(), "{}", path.display());
        assert!(out.split("\r\n").all(|line| line.len() <= 75), "{}", path.display());
        if let Ok(text) = std::str::from_utf8(&bytes) {
            let has: Vec<String> = cards(&out).iter().flat_map(kept).collect();
            for line in cards(text).iter().flat_map(kept) {
                lines += 1;
                if !has.contains(&line) {
                    lost.push(format!("{}: {}", path.file_name().unwrap().display(), line.chars().take(160).collect::<String>()));
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
    lost.iter().for_each(|line| println!("{line}"));
    assert!(count > 1000, "{count} cards");
    assert!(lost.is_empty(), "{} of {lines} lines went out otherwise than they came in", lost.len());
}
