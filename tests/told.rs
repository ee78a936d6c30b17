//! What the command line tells of the sample book, whole: every list, what follows from the records, briefs, reports, files
//! for other programs; and how each call that is wrong is answered. `UPDATE=1 cargo test --test told` writes it anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;
mod golden_support;

use cli_support::{Desk, PROGRAM, call, clock};
use golden_support::Golden;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::fmt::Write;
use std::io::Read;
use syndeo::domain::Kind;

/// The moment all of it is told at, whatever day the other tests of the command line take place on.
const NOW: &str = "2026-11-24T08:00:00Z";

/// The sample book of that day.
fn sample() -> Desk {
    let desk = Desk::empty();
    told(&desk, &["demo", "--fill"]);
    desk
}

/// What of an id that is given in the minute of [`NOW`] comes of the time; the rest of it is chance.
const OF_NOW: &str = "01a20c91-";
const ID_LENGTH: usize = 36;
/// The minute of [`NOW`]: what a call takes of it is chance as well.
const MINUTE: &str = "2026-11-24T10:00:";
const MOMENT: &str = "2026-11-24T10:00:00.000";

/// The text, with `instead` for so many letters from each `begin` on.
fn replaced(text: &str, begin: &str, length: usize, instead: &str) -> String {
    let mut pieces = text.split(begin);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |out, piece| out + instead + piece.get(length - begin.len()..).unwrap_or_default())
}

fn without_chance(text: &str) -> String {
    replaced(&replaced(text, OF_NOW, ID_LENGTH, "(a new id)"), MINUTE, MOMENT.len(), MOMENT)
}

/// What a call came to, with nothing in it of the place it was called at.
fn told(desk: &Desk, args: &[&str]) -> String {
    let place = desk.dir.path().to_string_lossy().into_owned();
    let here: Vec<String> = args.iter().map(|arg| arg.replace("DIR", &place)).collect();
    let mut command = desk.command(&here.iter().map(String::as_str).collect::<Vec<_>>());
    command.envs(clock(NOW)).env("XDG_STATE_HOME", desk.dir.path().join("state"));
    let done = call(&mut command);
    let mut out =
        format!("$ syndeo {}\n{}", args.join(" "), without_chance(&done.out.replace(&place, "DIR")));
    if !done.err.is_empty() {
        writeln!(out, "! {}", done.err.trim_end().replace(&place, "DIR")).unwrap();
    }
    if done.code != 0 {
        writeln!(out, "= {}", done.code).unwrap();
    }
    out + "\n"
}

fn all(golden: &mut Golden, desk: &Desk, name: &str, calls: &[&[&str]]) {
    let out: String = calls.iter().map(|args| told(desk, args)).collect();
    golden.holds(name, &out);
}

#[test]
#[allow(clippy::too_many_lines, reason = "a list of calls")]
fn what_is_asked_of_the_sample_book_is_told_as_it_was() {
    let desk = sample();
    let mut golden = Golden::new("told", "told");
    for kind in Kind::ALL {
        let name = kind.plural();
        let narrow = ["list", name, "aegean"];
        let calls: &[&[&str]] =
            if *kind == Kind::Interaction { &[&narrow] } else { &[&["list", name], &narrow] };
        all(&mut golden, &desk, &format!("list-{name}"), calls);
        // One of each as it is exported, with what is derived, and as a table.
        let json = told(&desk, &["list", name, "--json"]);
        let csv = told(&desk, &["export", name]);
        let few =
            |text: &str, count: usize| text.lines().take(count).flat_map(|l| [l, "\n"]).collect::<String>();
        golden.holds(&format!("export-{name}"), &(few(&json, 6) + "\n" + &few(&csv, 8)));
    }
    #[rustfmt::skip]
    let asked: &[(&str, &[&[&str]])] = &[
        ("today", &[&["today"], &["today", "--snoozed"], &["today", "--month"], &["today", "--month", "2027-01"]]),
        ("waiting", &[&["waiting"], &["waiting", "--by-holder"], &["waiting", "design"], &["waiting", "aegean"]]),
        ("agreements", &[&["agreements"], &["agreements", "--year"], &["agreements", "--json"]]),
        ("plan", &[&["plan", "#1"], &["plan", "#2"], &["plan", "#1", "--json"]]),
        ("load", &[&["load"], &["load", "design"], &["load", "--json"]]),
        ("brief", &[&["brief", "aegean foods"], &["brief", "#1"], &["brief", "bora"]]),
        ("brief-others", &[&["brief", "aegean foods", "--markdown"], &["brief", "#1", "--json"]]),
        ("show", &[&["show", "aegean foods"], &["show", "papadaki"], &["show", "#1"], &["show", "design", "--json"]]),
        ("find", &[&["find", "banner"], &["find", "papad", "--json"], &["find", "zzz"]]),
        ("duplicates", &[&["duplicates"], &["duplicates", "--json"]]),
        ("review", &[&["report", "review", "aegean foods"], &["report", "review", "aegean foods", "--internal",
            "--period", "last-quarter", "--lang", "el"]]),
        ("week", &[&["report", "week"], &["report", "week", "aegean foods", "--format", "plain"]]),
        ("handover", &[&["report", "handover", "aegean foods"]]),
        ("order", &[&["report", "order", "design"]]),
        ("portfolio", &[&["report", "portfolio"], &["report", "portfolio", "--format", "html"]]),
        ("cards", &[&["export", "contacts", "aegean", "--format", "vcf"],
            &["export", "clients", "aegean", "--format", "vcf", "--vcard", "3"]]),
        ("others", &[&["export", "contacts", "aegean", "--as", "google"], &["export", "contacts", "aegean", "--as",
            "outlook"], &["export", "clients", "--as", "hubspot"], &["export", "clients", "--as", "salesforce"],
            &["export", "contacts", "aegean", "--as", "pipedrive"], &["export", "contacts", "aegean", "--as", "zoho"]]),
        ("excel", &[&["export", "requests", "aegean", "--excel"], &["export", "requests", "aegean", "--format", "tsv"],
            &["export", "departments", "--delimiter", ";"], &["export", "departments", "--format", "json"]]),
        ("captured", &[&["capture", "-n", "call Aegean Maria: wants the spring banner by fri @design !high +follow-up wed"],
            &["capture", "-n", "--json", "task send the price list 15th"], &["capture", "call nobody 31 feb @desing"]]),
    ];
    for (name, calls) in asked {
        all(&mut golden, &desk, name, calls);
    }
    // Of what is long, the beginning.
    for (name, args) in
        [("calendar", ["export", "calendar", "--format", "ics"]), ("today-json", ["today", "--json", "", ""])]
    {
        let args: Vec<&str> = args.into_iter().filter(|arg| !arg.is_empty()).collect();
        let begins: Vec<String> =
            told(&desk, &args).lines().take(240).map(|line| line.chars().take(400).collect()).collect();
        golden.holds(name, &(begins.join("\n") + "\n"));
    }
    // What changes something, one upon another.
    let calls: &[&[&str]] = &[
        &["capture", "task send the price list 15th"],
        &["undo"],
        &["redo"],
        &["undo"],
        &["capture", "met Aegean: all fine", "--yes"],
        &["list", "interactions", "all fine"],
        &["report", "review", "aegean foods", "--sent", "-o", "DIR/review.md"],
        &["undo"],
        &["undo"],
        &["undo"],
        &["redo"],
        &["check"],
    ];
    all(&mut golden, &desk, "changes", calls);
    let wrong: &[&[&str]] = &[
        &[],
        &["list", "clinets"],
        &["list", "clients", "zzz"],
        &["show", "zzz"],
        &["show", "a"],
        &["show", "#99999"],
        &["show", "aegean foods", "--kind", "task"],
        &["brief", "zzz"],
        &["brief", "design"],
        &["plan", "aegean foods"],
        &["waiting", "zzz"],
        &["load", "aegean foods"],
        &["today", "--month", "2026-13"],
        &["report", "review", "zzz"],
        &["report", "review"],
        &["report", "week", "--from", "31 feb"],
        &["report", "week", "--from", "2026-11-20", "--to", "2026-11-10"],
        &["report", "portfolio", "--format", "docx"],
        &["export", "tasks", "--format", "vcf"],
        &["export", "tasks", "--as", "google"],
        &["export", "tasks", "--delimiter", "\""],
        &["export", "contacts", "--vcard", "3"],
        &["import", "/no/such/file.csv"],
        &["restore", "zzz"],
        &["restore", "--from", "/no/such/place"],
        &["capture", ""],
        &["demo", "--fill"],
        &["redo", "now"],
    ];
    all(&mut golden, &desk, "wrong", wrong);
    golden.done();
}

/// An empty book says of everything that there is nothing, and how to begin.
#[test]
fn an_empty_book_is_told_as_it_was() {
    let desk = Desk::empty();
    let mut golden = Golden::new("told-empty", "told");
    let none = told(&desk, &["list", "clients"]) + &told(&desk, &["undo"]);
    golden.holds("no-book", &none);
    told(&desk, &["capture", "task send the price list"]);
    told(&desk, &["undo"]);
    #[rustfmt::skip]
    let calls: &[&[&str]] = &[
        &["list", "clients"], &["today"], &["today", "--month"], &["waiting"], &["waiting", "--by-holder"], &["agreements"],
        &["agreements", "--year"], &["load"], &["duplicates"], &["report", "week"], &["report", "portfolio"], &["undo"],
        &["redo"], &["backup", "--list"], &["restore"], &["check"], &["repair"], &["export", "clients"],
        &["find", "x"],
    ];
    all(&mut golden, &desk, "all", calls);
    golden.done();
}

/// What a call writes on a terminal, colours and all: `␛` stands for what begins them.
fn on_a_terminal(desk: &Desk, args: &[&str]) -> String {
    let size = PtySize { rows: 50, cols: 100, pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(args);
    command.arg("--book");
    command.arg(desk.book());
    command.env_remove("NO_COLOR");
    command.env("SYNDEO_LANG", "en");
    command.env("TERM", "xterm-256color");
    for (name, value) in clock(NOW) {
        command.env(name, value);
    }
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut bytes = vec![];
    // The end of a terminal is an error on Linux.
    let _ = pty.master.try_clone_reader().unwrap().read_to_end(&mut bytes);
    child.wait().unwrap();
    let text = String::from_utf8(bytes).unwrap().replace('\r', "").replace('\u{1b}', "␛");
    format!("$ syndeo {}\n{text}\n", args.join(" "))
}

/// Headings, what stands right, what gives way, days as people write them, colours: all that a pipe does not get.
#[test]
#[cfg(unix)]
fn what_a_person_sees_on_a_terminal_is_as_it_was() {
    let desk = sample();
    let mut golden = Golden::new("told-terminal", "told");
    let calls: &[&[&str]] = &[
        &["list", "clients"],
        &["list", "requests", "aegean"],
        &["today"],
        &["today", "--month"],
        &["waiting", "--by-holder"],
        &["waiting", "design"],
        &["agreements"],
        &["agreements", "--year"],
        &["plan", "#1"],
        &["load"],
        &["brief", "aegean foods"],
        &["show", "papadaki"],
        &["find", "banner"],
        &["duplicates"],
        &["capture", "-n", "tsak call Bolt 31 feb @desing"],
        &["show", "zzz"],
    ];
    for args in calls {
        let name: String =
            args.join("-").chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        golden.holds(&name, &on_a_terminal(&desk, args));
    }
    golden.done();
}
