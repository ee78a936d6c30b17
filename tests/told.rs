//! What the command line tells of the sample book, whole: every list, what follows from the records, briefs, reports, files
//! for other programs; and how each call that is wrong is answered. `UPDATE=1 cargo test --test told` writes it anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;
mod golden_support;

use cli_support::{Desk, PROGRAM, call, clock};
use golden_support::Golden;
use golden_support::outcome::sum;
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
        &["list", "clients", "--columns", "name,Last audit,NPS,Segment"],
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

/// What is long and made for other programs: how it begins, and a number of all of it.
fn in_short(desk: &Desk, args: &[&str]) -> String {
    let text = told(desk, args);
    let begins: String = text.lines().take(6).flat_map(|line| [line, "\n"]).collect();
    format!("{begins}… {} lines, {:08x}\n\n", text.lines().count(), sum(&text))
}

/// Completions, the manual page, the schema, the keys, and the help of each sub-command, in English and in Greek.
#[test]
fn what_the_program_says_of_itself_is_as_it_was() {
    let desk = Desk::empty();
    let mut golden = Golden::new("told-itself", "told");
    let mut out = String::new();
    for shell in ["bash", "zsh", "fish", "nushell", "tcsh"] {
        out.push_str(&in_short(&desk, &["completions", shell]));
    }
    for args in [
        &["man"][..],
        &["schema"],
        &["schema", "clients"],
        &["keys"],
        &["--lang", "el", "keys"],
        &["--version"],
    ] {
        out.push_str(&in_short(&desk, args));
    }
    golden.holds("written", &out);
    let help = told(&desk, &["--help"]);
    let commands =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names: Vec<&str> = commands
        .filter_map(|line| line.strip_prefix("  "))
        .filter_map(|line| line.split(' ').next())
        .filter(|name| !name.is_empty())
        .collect();
    assert!(names.len() > 25, "{names:?}");
    let mut out = in_short(&desk, &["--help"]);
    for name in &names {
        out.push_str(&in_short(&desk, &[name, "--help"]));
        out.push_str(&in_short(&desk, &["--lang", "el", name, "--help"]));
    }
    golden.holds("help", &out);
    golden.done();
}

/// A calendar of days off with what a file may hold besides.
const DAYS_OFF: &str = "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Greece\n\
    BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261028\nSUMMARY:Ohi Day\nRRULE:FREQ=YEARLY\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:2\nDTSTART;VALUE=DATE:20270319\nDTEND;VALUE=DATE:20270321\nSUMMARY:Two days\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:3\nDTSTART;VALUE=DATE:20270110\nSUMMARY:Every month\nRRULE:FREQ=MONTHLY\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:4\nDTSTART:20270111T100000Z\nSUMMARY:An hour\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:5\nSUMMARY:No day\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:6\nDTSTART;VALUE=DATE:20270101\nSUMMARY:New Year\nRRULE:FREQ=YEARLY;COUNT=3\nEND:VEVENT\n\
    BEGIN:VEVENT\nUID:7\nDTSTART;VALUE=DATE:20261225\nSUMMARY:Christmas\nEND:VEVENT\n\
    END:VCALENDAR\n";

/// What changes the book from the command line, one call upon another, in both languages, and what is said of each.
#[test]
#[allow(clippy::too_many_lines, reason = "a list of calls")]
fn what_is_changed_is_told_as_it_was() {
    let desk = sample();
    let mut golden = Golden::new("told-changes", "told");
    std::fs::write(desk.dir.path().join("days.ics"), DAYS_OFF).unwrap();
    std::fs::write(
        desk.dir.path().join("no-days.ics"),
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20270111T100000Z\nEND:VEVENT\nEND:VCALENDAR\n",
    )
    .unwrap();
    std::fs::write(
        desk.dir.path().join("table.csv"),
        "Kunde;Ort;Seit\nNordwind;Hamburg;03/04/2025\n;Köln;1/1/2025\n",
    )
    .unwrap();
    #[rustfmt::skip]
    let parts: &[(&str, &[&[&str]])] = &[
        ("fields", &[
            &["field", "NPS", "--of", "clients", "--holds", "number", "--in-lists", "yes", "--about", "how likely"],
            &["field", "Segment", "--of", "clients", "--holds", "choice", "--choices", "A, B, C", "--place", "1"],
            &["field", "Audit", "--of", "clients", "--holds", "date", "--place", "6"],
            &["field", "VIP", "--of", "clients", "--holds", "yes-no", "--place", "7"],
            &["field", "Spend", "--of", "clients", "--holds", "money", "--place", "8"],
            &["list", "fields"],
            &["set", "aegean foods", "NPS=9.50", "Segment=B", "Audit=fri", "VIP=yes", "Spend=1200 EUR"],
            &["set", "borealis shipping", "nps=7", "segment=a"],
            &["set", "cobalt energy", "NPS=many"],
            &["set", "cobalt energy", "Segment=Z"],
            &["set", "cobalt energy", "Nothing=1"],
            &["set", "cobalt energy", "NPS"],
            &["set", "zzz", "NPS=1"],
            &["set", "aegean foods", "VIP="],
            &["show", "aegean foods"],
            &["list", "clients", "--where", "nps>=8"],
            &["list", "clients", "--where", "segment=a", "--columns", "name,NPS,Segment,Spend"],
            &["list", "clients", "--sort", "NPS", "--reverse", "--columns", "name,NPS"],
            &["list", "clients", "--where", "zzz=1"],
            &["list", "clients", "--columns", "zzz"],
            &["list", "clients", "--sort", "zzz"],
            &["field", "NPS", "--of", "clients", "--call", "Score"],
            &["field", "Segment", "--of", "clients", "--holds", "number"],
            &["field", "Audit", "--of", "clients", "--delete"],
            &["field", "zzz", "--of", "clients", "--delete"],
            &["field", "name", "--of", "clients"],
            &["show", "aegean foods", "--json"],
            &["undo"], &["undo"],
        ]),
        ("days-off", &[
            &["holidays", "DIR/days.ics", "-n"],
            &["holidays", "DIR/days.ics", "--country", "GR"],
            &["holidays", "DIR/days.ics", "--calendar", "Ours", "--weekend", "friday,saturday"],
            &["holidays", "--weekend", "sunday"],
            &["holidays", "--country", "ZZ"],
            &["holidays", "--weekend", "someday"],
            &["holidays", "DIR/no-days.ics"],
            &["holidays", "/no/such.ics"],
            &["list", "calendars", "--json"],
            &["undo"], &["--lang", "el", "holidays", "DIR/days.ics"], &["undo"],
        ]),
        ("imports", &[
            &["import", "DIR/table.csv", "-n"],
            &["import", "DIR/table.csv", "--as", "clients", "-n"],
            &["import", "DIR/table.csv", "--map", "Kunde=name,Ort=city", "-n", "--show", "new"],
            &["import", "DIR/table.csv", "--map", "Kunde=name,Ort=city,Seit=custom", "-n", "--json"],
            &["import", "DIR/table.csv", "--map", "Kunde=name,Ort=city", "--refused", "DIR/refused.csv"],
            &["import", "DIR/refused.csv"],
            &["import", "DIR/table.csv", "-n", "--show", "unchanged", "-v"],
            &["import", "DIR/table.csv", "--map", "Kunde=name,Ort=region", "--mode", "update"],
            &["import", "DIR/table.csv", "--map", "Kunde=name,Ort=region", "--mode", "add"],
            &["import", "DIR/table.csv", "--map", "Kunde=name,Seit=feel_on", "--dates", "mdy", "-n", "--show", "updated"],
            &["import", "DIR/table.csv", "--map", "Kunde=name,Seit=feel_on", "--dates", "dmy", "-n", "--show", "doubtful"],
            &["import", "DIR/table.csv", "--map", "Kunde=nam"],
            &["import", "DIR/table.csv", "--map", "Kunde=name", "--as", "projects"],
            &["import", "DIR/table.csv", "--forget"],
            &["--lang", "el", "import", "DIR/table.csv", "-n"],
            &["show", "nordwind"],
            &["undo"],
        ]),
        ("people", &[
            &["person", "export", "papadaki"],
            &["person", "export", "papadaki", "--json"],
            &["--lang", "el", "person", "export", "papadaki"],
            &["person", "erase", "papadaki"],
            &["person", "erase", "zzz", "--yes"],
            &["merge", "aegean foods", "borealis shipping", "--not-the-same"],
            &["merge", "aegean foods", "zzz"],
            &["merge", "aegean foods", "papadaki"],
            &["merge", "aegean foods", "borealis shipping", "--take", "zzz", "--yes"],
            &["merge", "aegean foods", "borealis shipping", "--take", "city", "--yes"],
            &["show", "aegean foods"],
            &["undo"],
        ]),
        ("greek", &[
            &["--lang", "el", "today"], &["--lang", "el", "waiting"], &["--lang", "el", "agreements"], &["--lang", "el", "plan", "#1"],
            &["--lang", "el", "load"], &["--lang", "el", "brief", "aegean foods"], &["--lang", "el", "show", "papadaki"],
            &["--lang", "el", "find", "banner"], &["--lang", "el", "duplicates"], &["--lang", "el", "list", "clients"],
            &["--lang", "el", "list", "requests", "aegean"], &["--lang", "el", "show", "zzz"], &["--lang", "el", "undo"],
            &["--lang", "el", "redo"], &["--lang", "el", "backup", "--list"], &["--lang", "el", "check"], &["--lang", "el", "repair"],
            &["--lang", "el", "capture", "-n", "κλήση Aegean Maria: θέλει το banner ως παρασκευή @design !υψηλή"],
        ]),
    ];
    for (name, calls) in parts {
        all(&mut golden, &desk, name, calls);
    }
    golden.done();
}
