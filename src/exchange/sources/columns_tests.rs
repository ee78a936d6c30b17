//! Every column of every source that is known, with a value that fits it: in which field each arrives. A column whose row
//! is lost, or goes elsewhere, is told by its own words.

use super::super::{Differing, Opened};
use super::known::{IdShape, sources};
use super::target::{By, Target};
use crate::domain::{Book, Client, IdGenerator, Kind, Moment, Record, json};
use std::fmt::Write;
use std::path::Path;

/// The id that a client of every system has.
const CLIENT: &str = "00Tx00000099999AAA";

/// A value for a column: what says most plainly where it went.
fn value(number: usize, column: &str, target: Target) -> String {
    match target {
        Target::Mails(_) => format!("m{number}@known.example"),
        Target::Phone(_) => format!("+30 210 55500{number:02}"),
        Target::Birthday => "1980-03-07".into(),
        // Whatever is due is due later.
        Target::Day("start") => "2024-12-31".into(),
        Target::Created | Target::Contacted | Target::Day(_) => {
            format!("2025-{:02}-{:02}", number % 12 + 1, number % 28 + 1)
        }
        Target::To("client", By::Name) => "Acme".into(),
        Target::To("client", _) => CLIENT.into(),
        Target::Clock => "14:35".into(),
        Target::Minutes => "45".into(),
        Target::Amount(_) => format!("{number}.50"),
        Target::Currency => "CHF".into(),
        Target::Priority => "High".into(),
        Target::Unless(usual) => format!("not {usual}"),
        _ => column.replace(['"', ','], " "),
    }
}

/// An id of the shape that the source has.
fn id(shape: IdShape) -> &'static str {
    match shape {
        IdShape::Digits | IdShape::MayBeDigits => "77001",
        IdShape::Salesforce => "00Tx00000012345AAA",
        IdShape::Zoho => "zcrm_1",
        IdShape::Guid => "01234567-89ab-cdef-0123-456789abcdef",
        IdShape::Trello => "0123456789abcdef01234567",
        IdShape::Key => "WEB-1",
        IdShape::Code => "A17",
        IdShape::None => "",
    }
}

fn fields(record: &Record) -> String {
    let serde_json::Value::Object(all) = json::write(record) else { return String::new() };
    let told = all.iter().filter(|(name, _)| !matches!(name.as_str(), "id" | "modified"));
    told.fold(String::new(), |told, (name, value)| told + &format!("    {name}: {value}\n"))
}

#[test]
fn every_column_arrives_where_it_did() {
    let now = Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap();
    let mut out = String::new();
    for source in sources() {
        // Columns that only others have make it another source; of numbered ones the first is meant.
        let columns = source.columns.iter().map(|(column, target)| (column.replace('#', "1"), *target));
        let ids = source.ids.iter().map(|name| ((*name).to_owned(), Target::Id));
        let mut all: Vec<(String, Target)> = vec![];
        for (column, target) in ids.take(1).chain(columns) {
            if !all.iter().any(|(known, _)| known.eq_ignore_ascii_case(&column)) {
                all.push((column, target));
            }
        }
        let needs = source.needs.iter().filter_map(|group| group.first());
        for name in needs {
            if !all.iter().any(|(known, _)| known.eq_ignore_ascii_case(name)) {
                all.push(((*name).to_owned(), Target::Custom));
            }
        }
        let heads: Vec<String> = all.iter().map(|(column, _)| format!("\"{column}\"")).collect();
        let cells: Vec<String> = all
            .iter()
            .enumerate()
            .map(|(number, (column, target))| match target {
                Target::Id => id(source.id).to_owned(),
                _ => format!("\"{}\"", value(number, column, *target)),
            })
            .collect();
        let bytes = format!("{}\n{}\n", heads.join(","), cells.join(","));
        writeln!(out, "{}", source.name).unwrap();
        let import = Opened::read(bytes.as_bytes()).and_then(|file| {
            let mut client = Client::new(IdGenerator::new([8; 16]).next(now), now);
            client.name = "Acme".into();
            client.external = vec![source.prefix_of(Kind::Client) + CLIENT];
            file.against(&Book::of([client.into()]), &mut IdGenerator::new([9; 16]), now, Differing::Keep)
        });
        match import {
            Ok(import) => {
                import.notes.iter().for_each(|note| writeln!(out, "  note {note}").unwrap());
                import.refused.iter().for_each(|refused| writeln!(out, "  refused {refused}").unwrap());
                for (_, record) in import.records.iter() {
                    writeln!(out, "  {}\n{}", record.kind(), fields(&record)).unwrap();
                }
            }
            Err(error) => writeln!(out, "  ! {error}").unwrap(),
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/columns.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &out).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let other = kept.lines().zip(out.lines()).find(|(was, is)| was != is);
    assert!(kept == out, "{other:?}\n\nwhen it is right: UPDATE=1 cargo test --lib every_column");
}
