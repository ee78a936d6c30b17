//! The command line in Greek: nothing that a person reads is left in English.
//!
//! The real program prints on a terminal, over the sample book in Cyrillic letters (`foreign`): what stands there in Latin ones
//! is data, a code, a path, the name of an option or a command, or it is told here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;
mod desk;
mod foreign;

use cli_support::{PROGRAM, clock, fixture};
use foreign::{Left, book};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::{Read as _, Write as _};
use std::path::Path;
use syndeo::domain::{Action, Change, Kind, Record, Verb};
use syndeo::store::{Disk, Options, Store as _};

/// Everything a call prints on a terminal without colours; where it asks, the answer is no.
fn printed(folder: &Path, args: &[&str]) -> String {
    let size = PtySize { rows: 100, cols: 200, pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["--book".as_ref(), folder.join("book").as_os_str(), "--lang".as_ref(), "el".as_ref()]);
    command.args(args);
    command.cwd(folder);
    for (name, value) in clock(&desk::now().to_rfc3339()) {
        command.env(name, value);
    }
    command.env("TERM", "dumb");
    command.env("XDG_STATE_HOME", folder.join("state"));
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut writer = pty.master.take_writer().unwrap();
    let (mut bytes, mut piece, mut asked) = (vec![], [0; 4096], false);
    // The end of a terminal is an error on Linux.
    while let Ok(read @ 1..) = reader.read(&mut piece) {
        bytes.extend(&piece[..read]);
        if !asked && String::from_utf8_lossy(&bytes).contains("[ν/Ο]") {
            asked = true;
            writer.write_all(b"n\n").unwrap();
        }
    }
    child.wait().unwrap();
    String::from_utf8(bytes).unwrap()
}

/// A folder with the sample book in it.
fn folder(records: &[Record]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let claim = Disk::claim(&folder.path().join("book"), "a test").unwrap();
    let options = Options { ballast: false, ..Options::default() };
    let (mut disk, _) = Disk::open(claim, &options, desk::now(), &mut |_| ()).unwrap();
    let change = Change::new(Action::named(Verb::Demo, ""), desk::now());
    let change = records.iter().fold(change, |change, record| change.with(None, Some(record.clone())));
    disk.save(&change).unwrap();
    disk.close().unwrap();
    folder
}

/// Latin words of a call that the person wrote themselves, or that name something.
const NAMES: &[&str] = &[
    // Commands and what is typed with them; names of programs.
    "agreements",
    "backup",
    "brief",
    "calendar",
    "capture",
    "check",
    "clients",
    "contacts",
    "departments",
    "duplicates",
    "export",
    "find",
    "folder",
    "holidays",
    "interactions",
    "journal",
    "keys",
    "list",
    "load",
    "man",
    "merge",
    "new",
    "plan",
    "projects",
    "redo",
    "repair",
    "report",
    "requests",
    "restore",
    "show",
    "tasks",
    "today",
    "undo",
    "waiting",
    "before",
    "book",
    "time",
    "file",
    "doubtful",
    "id",
    "friday,saturday",
    "google",
    "Google",
    "odd",
    "nps",
    "NPS=9",
    "nps>=9",
    "all",
    "erase",
    "erased",
    "field",
    "fields",
    "ID:field",
    "person",
    "set",
];

/// What stands on a line without words that are none: options, paths, ids, and what an apostrophe holds.
fn said(line: &str) -> String {
    let is_name = |token: &str| {
        let bare = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '-' && c != '/' && c != '.');
        let is_id =
            bare.len() > 12 && bare.chars().all(|c| c.is_ascii_hexdigit() || "-TZjsonlgz.".contains(c));
        let is_file = bare.contains('.') || token.starts_with('.');
        let is_placeholder = bare.len() > 2 && bare.chars().all(|c| c.is_ascii_uppercase() || c == '-');
        // A place, as it is written for --also: ID:field.
        let is_place = bare.split_once(':').is_some_and(|(id, _)| uuid::Uuid::parse_str(id).is_ok());
        let is_field = Kind::ALL.iter().any(|kind| kind.field(bare).is_some());
        let names = is_id || is_place || is_file || is_placeholder || is_field || NAMES.contains(&bare);
        names || bare.starts_with('-') || bare.contains('/')
    };
    line.split_whitespace().filter(|token| !is_name(token)).collect::<Vec<_>>().join(" ")
}

/// Every reading there is, and what is said where something is not right.
#[allow(clippy::too_many_lines, reason = "a list of calls")]
fn calls(records: &[Record]) -> Vec<Vec<String>> {
    let first = |kind: Kind| records.iter().find(|r| r.kind() == kind).unwrap().id().id.to_string();
    let several = |kind: Kind, nth: usize| {
        records.iter().filter(|r| r.kind() == kind).nth(nth).unwrap().id().id.to_string()
    };
    let (client, project) = (first(Kind::Client), first(Kind::Project));
    let mut out: Vec<Vec<String>> = vec![];
    let mut say = |args: &[&str]| out.push(args.iter().map(|arg| (*arg).to_owned()).collect());
    for kind in Kind::ALL {
        say(&["list", kind.plural()]);
        say(&["show", &first(*kind)]);
    }
    for args in [
        "find жж",
        "find ъъъъ",
        "show ъъъъ",
        "show ж",
        "today",
        "today --snoozed",
        "today --month",
        "today --month 2026-01",
        "waiting",
        "waiting --by-holder",
        "waiting ъъъъ",
        "agreements",
        "agreements --year",
        "load",
        "duplicates",
        "undo",
        "redo",
        "redo",
        "backup",
        "backup --list",
        "restore",
        "restore 2020-01-01",
        "check",
        "repair",
        "path --log",
        "capture жж --dry-run",
        "capture жж:_жж @жж !high +follow-up",
        "export clients -o out.csv",
        "export clients -o out.csv",
        "export clients -o out.odd",
        "export clients -o out.xlsx --excel",
        "export tasks -o out.vcf",
        "export clients --as google -o google.csv",
        "export contacts --as google -o people.csv",
        "export calendar -o out.ics",
        "export --all -o book.jsonl.zst",
        "restore --from book.jsonl.zst",
        "demo --fill",
        "report review",
        "report week ъъъъ",
        "holidays --weekend friday,saturday --dry-run",
        "brief ъъъъ",
        "plan ъъъъ",
    ] {
        say(&args.split(' ').collect::<Vec<_>>());
    }
    say(&["brief", &client]);
    say(&["brief", &project]);
    say(&["brief", &first(Kind::Task)]);
    say(&["waiting", &client]);
    say(&["waiting", &first(Kind::Task)]);
    say(&["plan", &project]);
    say(&["merge", &client, &several(Kind::Client, 1)]);
    say(&["merge", &client, &several(Kind::Client, 1), "--take", "odd"]);
    say(&["merge", &client, &client]);
    let person = first(Kind::Contact);
    say(&["person", "export", &person]);
    say(&["person", "export", &person, "--out", "person.md"]);
    say(&["person", "export", &person, "--out", "person.md"]);
    say(&["person", "export", &client]);
    say(&["person", "export", "00000000-0000-7000-8000-000000000000"]);
    say(&["person", "erase", &person]);
    say(&["person", "erase", &person, "--also", "all"]);
    say(&["person", "erase", &person, "--also", "ъъ"]);
    for args in [
        "field жж --of clients --holds choice --choices ж,ъ --in-lists yes",
        "field жж --of clients --in-lists yes",
        "field жъ --of clients --delete",
        "field жъ --of clients --place ъъ",
        "list fields",
    ] {
        say(&args.split(' ').collect::<Vec<_>>());
    }
    say(&["set", &client, "жж=ж"]);
    say(&["set", &client, "жж=ж"]);
    say(&["set", &client, "жж=ъъъ"]);
    say(&["set", &client, "ъъъ=ж"]);
    say(&["set", &client, "ъъъ"]);
    for args in [
        "list clients --where жж=ж --sort жж --reverse",
        "list clients --where жж=ъъъ",
        "list clients --where ъъъ",
        "list clients --where ъъъ=ж",
        "list clients --sort ъъъ",
        "field жж --of clients --call ъъ",
        "field ъъ --of clients --holds number",
        "field ъъ --of clients --delete",
    ] {
        say(&args.split(' ').collect::<Vec<_>>());
    }
    // Last of all, as they are not in the book any more then.
    say(&["person", "erase", &person, "--yes"]);
    out
}

#[test]
fn no_command_prints_a_word_of_english() {
    let records = book();
    let folder = folder(&records);
    let mut left = Left::default();
    for args in calls(&records) {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let text = printed(folder.path(), &args);
        assert!(!text.is_empty(), "{args:?}");
        for line in text.lines() {
            left.look(&args.join(" "), &said(line));
        }
    }
    left.is_nothing();
}

/// Where there is no book yet, and where there is something else.
#[test]
fn no_call_without_a_book_says_a_word_of_english() {
    let folder = tempfile::tempdir().unwrap();
    let mut left = Left::default();
    for args in [
        &["today"][..],
        &["undo"],
        &["check"],
        &["restore"],
        &["show", "ж"],
        &["export", "--all", "-o", "a.jsonl"],
    ] {
        for line in printed(folder.path(), args).lines() {
            left.look(&args.join(" "), &said(line));
        }
    }
    std::fs::create_dir(folder.path().join("book")).unwrap();
    std::fs::write(folder.path().join("book/жж.txt"), "ж").unwrap();
    for args in [&["today"][..], &["import", &fixture("hubspot-companies.csv")]] {
        for line in printed(folder.path(), args).lines() {
            left.look(&args.join(" "), &said(line));
        }
    }
    left.is_nothing();
}
