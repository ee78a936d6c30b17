//! What leaves the book: records as tables and as JSON, and the schema that describes them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::Desk;
use serde_json::{Value as Json, json as object};
use std::collections::BTreeSet;
use std::fs;
use syndeo::demo;
use syndeo::domain::{Book, Kind, Moment, Record, json};
use syndeo::exchange::export::schema;
use uuid::Uuid;

/// As much of JSON Schema as is used above.
fn fits(schema: &Json, all: &Json, value: &Json) -> bool {
    if let Some(name) = schema.get("$ref").and_then(Json::as_str) {
        return fits(&all["$defs"][name.rsplit('/').next().unwrap()], all, value);
    }
    for (word, least, most) in [("oneOf", 1, 1), ("anyOf", 1, usize::MAX)] {
        if let Some(some) = schema.get(word).and_then(Json::as_array) {
            let found = some.iter().filter(|s| fits(s, all, value)).count();
            return (least..=most).contains(&found);
        }
    }
    if let Some(wanted) = schema.get("const") {
        return wanted == value;
    }
    if let Some(wanted) = schema.get("enum").and_then(Json::as_array) {
        return wanted.contains(value);
    }
    let is = |name: &str| match name {
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        other => panic!("{other} is not checked"),
    };
    let typed = match &schema["type"] {
        Json::String(name) => is(name),
        Json::Array(names) => names.iter().any(|n| is(n.as_str().unwrap())),
        _ => panic!("no type in {schema}"),
    };
    let items =
        || value.as_array().is_none_or(|all_of| all_of.iter().all(|v| fits(&schema["items"], all, v)));
    let members = || {
        value.as_object().is_none_or(|object| {
            let known = |(name, v): (&String, &Json)| match schema["properties"].get(name) {
                Some(of) => fits(of, all, v),
                None => schema["additionalProperties"].is_object(),
            };
            let there = schema["required"]
                .as_array()
                .is_none_or(|names| names.iter().all(|n| object.contains_key(n.as_str().unwrap())));
            // What has properties has no others.
            there && (schema.get("properties").is_none() || object.iter().all(known))
        })
    };
    typed && items() && members()
}

#[test]
fn every_record_of_the_sample_book_fits() {
    let now = Moment::from_rfc3339("2026-11-26T09:00:00+02:00").unwrap();
    let mut book = Book::default();
    for record in demo::book(now) {
        book.put(record);
    }
    let schema = schema::schema(&book);
    let mut kinds = BTreeSet::new();
    for record in book.everything() {
        let written = json::write_with_derived(&book, now, record);
        assert!(fits(&schema, &schema, &written), "{written}");
        kinds.insert(record.kind().name());
    }
    assert_eq!(kinds.len(), Kind::ALL.len(), "{kinds:?}");
}

#[test]
fn what_does_not_fit_is_told_from_what_does() {
    let schema = schema::schema(&Book::default());
    let now = Moment::from_rfc3339("2026-11-26T09:00:00+02:00").unwrap();
    let plain = json::write(&Record::new(Kind::Task, Uuid::nil(), now));
    assert!(fits(&schema, &schema, &plain));
    let mut gone = Record::new(Kind::Task, Uuid::nil(), now);
    gone.head_mut().deleted_at = Some(now);
    let gone = json::write(&gone);
    assert!(gone["gone"].is_string() && fits(&schema, &schema, &gone), "{gone}");
    for (name, value) in [
        ("gone", object!(3)),
        ("due", object!(3)),
        ("status", object!("lost")),
        ("nothing", object!("x")),
        ("kind", object!("client")),
    ] {
        let mut other = plain.clone();
        other[name] = value;
        assert!(!fits(&schema, &schema, &other), "{other}");
    }
}

#[test]
fn csv_has_a_row_for_each_record_and_the_names_of_the_fields_above() {
    let desk = Desk::sample();
    let call = desk.call(&["export", "requests", "aegean"]);
    assert_eq!(call.code, 0, "{}", call.err);
    let mut csv = csv::Reader::from_reader(call.out.as_bytes());
    let heading: Vec<String> = csv.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(heading[..3], ["id", "title", "no"]);
    assert!(heading.iter().any(|h| h == "wanted_by") && !heading.iter().any(|h| h == "external"));
    let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).collect();
    let listed = desk.call(&["list", "requests", "aegean", "--json"]);
    assert_eq!(rows.len(), listed.out.lines().count());
    assert!(!rows.is_empty());
    for (row, line) in rows.iter().zip(listed.out.lines()) {
        let object: Json = serde_json::from_str(line).unwrap();
        assert_eq!(&row[0], object["id"].as_str().unwrap());
        assert_eq!(&row[1], object["title"].as_str().unwrap());
        assert_eq!(row[2].parse::<i64>().unwrap(), object["no"].as_i64().unwrap());
    }
}

#[test]
fn a_file_is_written_whole_private_and_never_over_another() {
    let desk = Desk::sample();
    let path = desk.dir.path().join("agreements.xlsx");
    let file = path.to_str().unwrap();
    let call = desk.call(&["export", "agreements", "-o", file]);
    assert_eq!(call.code, 0, "{}", call.err);
    let first = fs::read(&path).unwrap();
    assert!(first.starts_with(b"PK"), "a workbook is a zip");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let call = desk.call(&["export", "clients", "-o", file]);
    assert_eq!(call.code, 1);
    assert!(call.err.contains("--force"), "{}", call.err);
    assert_eq!(fs::read(&path).unwrap(), first);
    assert_eq!(desk.call(&["export", "clients", "-o", file, "--force"]).code, 0);
    assert_ne!(fs::read(&path).unwrap(), first);
}

#[test]
fn a_call_that_makes_no_sense_is_told_before_anything_is_written() {
    let desk = Desk::sample();
    for (args, words) in [
        (&["export", "clients", "-o", "clients"][..], "tells no format"),
        (&["export", "clients", "-o", "clients.doc"], ".doc tells no format"),
        (&["export", "clients", "--format", "xlsx"], "needs a file"),
        (&["export", "clients", "--format", "json", "--excel"], "for CSV"),
        (&["export", "clients", "--delimiter", "\""], "one ASCII character"),
        (&["export", "wishes"], "one of clients"),
    ] {
        let call = desk.call(args);
        assert_eq!(call.code, 2, "{args:?}: {}", call.err);
        assert!(call.err.contains(words), "{args:?}: {}", call.err);
    }
}

#[test]
fn completions_and_the_manual_know_every_command() {
    let desk = Desk::empty();
    let page = desk.call(&["man"]).out;
    for shell in ["bash", "zsh", "fish", "nushell"] {
        let written = desk.call(&["completions", shell]).out;
        for command in ["export", "capture", "restore", "completions"] {
            assert!(written.contains(command), "{command} in {shell}");
            assert!(page.contains(&format!("SYNDEO {}", command.to_uppercase())), "{command}");
        }
    }
}

/// Each line of a whole book fits the schema, and the book that is made of them says the same again.
#[test]
fn a_whole_book_fits_its_schema_and_comes_back_from_the_command_line() {
    let desk = Desk::sample();
    assert_eq!(desk.call(&["capture", "call Aegean: hello", "--yes"]).code, 0);
    assert_eq!(desk.call(&["undo"]).code, 0);
    let path = |name: &str| desk.dir.path().join(name).to_string_lossy().into_owned();
    let plain = path("book.jsonl");
    let call = desk.call(&["export", "--all", "-o", &plain]);
    assert_eq!((call.code, call.out.as_str()), (0, ""), "{}", call.err);
    let lines = fs::read_to_string(&plain).unwrap();
    let schema = schema::whole();
    let printed: Json = serde_json::from_str(&desk.call(&["schema", "--all"]).out).unwrap();
    assert_eq!(printed, schema);
    for line in lines.lines() {
        let value: Json = serde_json::from_str(line).unwrap();
        assert!(fits(&schema, &schema, &value), "{line}");
    }
    assert!(lines.contains("\"verb\":\"Capture\"") && lines.contains("\"undoes\":2"));
    // What is there is not written over; what is no whole book is not written.
    assert_eq!(desk.call(&["export", "--all", "-o", &plain]).code, 1);
    assert_eq!(desk.call(&["export", "--all", "-o", &path("book.csv")]).code, 2);
    assert_eq!(desk.call(&["export", "clients", "--all", "-o", &path("x.jsonl")]).code, 2);
    for name in ["book.jsonl", "book.jsonl.gz", "book.jsonl.zst"] {
        let file = path(name);
        assert_eq!(desk.call(&["export", "--all", "--force", "-o", &file]).code, 0);
        comes_back(&file, &lines);
    }
}

/// All but the moment at which it was written, and the checksum over that.
fn body(lines: &str) -> String {
    let all: Vec<&str> = lines.lines().collect();
    let head: Json = serde_json::from_str(all[0]).unwrap();
    format!("{} {}\n{}", head["last_change"], head["last_number"], all[1..all.len() - 1].join("\n"))
}

/// A whole book of these lines, into an empty place and into a book that has more.
fn comes_back(file: &str, lines: &str) {
    let desk = Desk::empty();
    let shown = desk.call(&["restore", "--from", file]);
    assert_eq!(shown.code, 1, "nobody said yes");
    assert!(shown.out.contains("18 clients") && !desk.book().exists(), "{}", shown.out);
    let begun = desk.call(&["restore", "--from", file, "--yes"]);
    assert_eq!((begun.code, begun.err.as_str()), (0, ""), "a book that is begun has nothing that is missing");
    let again = desk.dir.path().join("again.jsonl").to_string_lossy().into_owned();
    assert_eq!(desk.call(&["export", "--all", "-o", &again]).code, 0);
    assert!(body(&fs::read_to_string(again).unwrap()) == body(lines), "{file}");
    // Into a book that has more: told, asked, and taken back.
    assert_eq!(desk.call(&["capture", "call Aegean: more", "--yes"]).code, 0);
    let told = desk.call(&["restore", "--from", file]);
    assert!(told.out.contains("interactions: 0 added, 0 changed, 1 removed"), "{}", told.out);
    assert!(told.out.contains("history is not brought in"), "{}", told.out);
    assert_eq!(desk.call(&["restore", "--from", file, "--yes"]).code, 0);
    assert!(desk.call(&["restore", "--from", file]).out.contains("nothing to restore"));
    assert_eq!(desk.call(&["undo"]).code, 0);
}

#[test]
fn contacts_go_out_for_another_program_and_what_it_cannot_hold_is_told() {
    let desk = Desk::sample();
    let path = |name: &str| desk.dir.path().join(name).to_string_lossy().into_owned();
    for (program, kind, source) in [
        ("google", "contacts", "Google contacts"),
        ("outlook", "contacts", "Outlook contacts (classic)"),
        ("hubspot", "contacts", "HubSpot contacts"),
        ("hubspot", "clients", "HubSpot companies"),
        ("salesforce", "contacts", "Salesforce contacts (report)"),
        ("salesforce", "clients", "Salesforce accounts (report)"),
        ("pipedrive", "contacts", "Pipedrive people"),
        ("pipedrive", "clients", "Pipedrive organizations"),
        ("zoho", "contacts", "Zoho contacts"),
        ("zoho", "clients", "Zoho accounts"),
    ] {
        let file = path(&format!("{program}-{kind}.csv"));
        let call = desk.call(&["export", kind, "--as", program, "-o", &file]);
        assert_eq!((call.code, call.out.as_str()), (0, ""), "{}", call.err);
        assert!(call.err.contains(source) && call.err.contains("does not hold"), "{}", call.err);
        let back = Desk::empty().call(&["import", &file, "--dry-run", "--json"]);
        assert_eq!(back.code, 0, "{}", back.err);
        let json: Json = serde_json::from_str(&back.out).unwrap();
        let listed = desk.call(&["list", kind, "--json"]).out.lines().count();
        assert_eq!(json["files"][0]["source"], object!(source));
        assert_eq!(json["files"][0]["new"], object!(listed), "{program} {kind}");
    }
    let none = desk.call(&["export", "clients", "--as", "google"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("Google takes contacts, and no clients"), "{}", none.err);
    assert_eq!(desk.call(&["export", "contacts", "--as", "zoho", "-o", &path("x.xlsx")]).code, 2);
    assert_eq!(desk.call(&["export", "contacts", "--as", "zoho", "--all", "-o", &path("x.jsonl")]).code, 2);
}

/// What a spreadsheet would run stands behind an apostrophe, and comes back without it.
#[test]
fn what_is_written_for_a_spreadsheet_comes_back_as_it_was() {
    let desk = Desk::empty();
    let path = |name: &str| desk.dir.path().join(name).to_string_lossy().into_owned();
    let rows =
        "Name,Web,Phones\n=Bolt & Sons,@bolt.example,+30 210 1234567\n'=Odd,x.example,\n't Hof,y.example,\n";
    fs::write(path("in.csv"), rows).unwrap();
    let map = ["--as", "clients", "--map", "Name=name,Web=web,Phones=phones"];
    let import = |desk: &Desk, file: &str| {
        let call = desk.call(&[&["import", file][..], &map].concat());
        assert_eq!(call.code, 0, "{}", call.err);
        call
    };
    import(&desk, &path("in.csv"));
    for (options, name) in [(&["--excel"][..], "a.csv"), (&["--excel", "--delimiter", ";"], "b.csv")] {
        let file = path(name);
        assert_eq!(desk.call(&[&["export", "clients", "-o", &file][..], options].concat()).code, 0);
        let written = fs::read_to_string(&file).unwrap();
        assert!(written.contains("'=Bolt") && written.contains("'@bolt"), "{written}");
        let other = Desk::empty();
        let told = import(&other, &file).err;
        assert!(told.contains("apostrophe"), "{told}");
        let names = |desk: &Desk| {
            let call = desk.call(&["list", "clients", "--json"]);
            let each = call.out.lines().map(|line| serde_json::from_str::<Json>(line).unwrap());
            each.map(|record| (record["name"].clone(), record["web"].clone())).collect::<Vec<_>>()
        };
        assert_eq!(names(&other), names(&desk));
    }
}

#[test]
fn what_was_written_as_json_comes_back_by_its_ids() {
    let desk = Desk::sample();
    let path = |name: &str| desk.dir.path().join(name).to_string_lossy().into_owned();
    let (whole, clients, tasks) = (path("book.jsonl.zst"), path("clients.json"), path("tasks.jsonl"));
    assert_eq!(desk.call(&["export", "--all", "-o", &whole]).code, 0);
    assert_eq!(desk.call(&["export", "clients", "-o", &clients]).code, 0);
    assert_eq!(desk.call(&["export", "tasks", "-o", &tasks]).code, 0);
    let same = desk.call(&["import", &whole, &clients, &tasks]);
    assert_eq!(same.code, 0, "{}", same.err);
    assert!(same.out.contains("There was nothing to change"), "{}", same.out);
    let other = Desk::empty();
    let first = other.call(&["import", &tasks, &clients]);
    assert_eq!(first.code, 0, "{}", first.err);
    assert!(first.err.contains("is neither in the book nor in this file"), "{}", first.err);
    let all = other.call(&["import", &whole]);
    assert!(all.err.contains("its history is not brought in"), "{}", all.err);
    let again = other.call(&["import", &whole]);
    assert!(again.out.contains("There was nothing to change"), "{}", again.out);
    for kind in ["clients", "tasks", "interactions"] {
        let list = |desk: &Desk| desk.call(&["list", kind, "--json"]).out;
        assert_eq!(list(&other), list(&desk), "{kind}");
    }
    assert_eq!(other.call(&["undo"]).code, 0);
    assert_eq!(desk.call(&["import", &tasks, "--as", "clients"]).code, 2);
    fs::write(path("trello.json"), r#"{"cards":[]}"#).unwrap();
    let strange = desk.call(&["import", &path("trello.json")]);
    assert!(strange.code == 1 && strange.err.contains("syndeo export"), "{}", strange.err);
}
