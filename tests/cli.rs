//! The command line, with the real program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::{Desk, PROGRAM, call, clock, fixture, program, today};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use syndeo::store::Disk;

#[test]
fn help_is_output_and_a_wrong_call_is_not() {
    let desk = Desk::empty();
    for args in [&["--help"][..], &["import", "--help"], &["restore", "--help"], &["--version"]] {
        let call = desk.call(args);
        assert_eq!((call.code, call.err.as_str()), (0, ""));
        assert!(call.out.contains("syndeo"));
    }
    assert!(desk.call(&["--help"]).out.contains("Examples:"));
    for args in [&["bogus"][..], &["list"], &["list", "bogus"], &["import"], &["show"], &["find"]] {
        let call = desk.call(args);
        assert_eq!((call.code, call.out.as_str()), (2, ""), "{args:?}");
        assert!(call.err.contains("error:"), "{}", call.err);
    }
    assert_eq!(call(program().args(["demo", "--fill"])).code, 2);
    assert!(!desk.book().exists(), "a wrong call leaves nothing behind");
}

#[test]
fn the_book_is_told_by_option_then_environment_then_home() {
    let desk = Desk::empty();
    assert_eq!(desk.call(&["path"]).out.trim(), desk.book().to_string_lossy());
    let by_variable = call(program().arg("path").env("SYNDEO_BOOK", "elsewhere"));
    assert_eq!(by_variable.out, "elsewhere\n");
    let own = call(
        program()
            .arg("path")
            .env_remove("SYNDEO_BOOK")
            .env("HOME", desk.dir.path())
            .env("XDG_DATA_HOME", desk.dir.path().join("data")),
    );
    assert!(
        own.out.trim().ends_with("syndeo/book") && Path::new(own.out.trim()).starts_with(desk.dir.path())
    );
}

#[test]
fn without_a_book_nothing_is_made_and_it_says_what_to_do() {
    let desk = Desk::empty();
    for args in [
        &["list", "clients"][..],
        &["show", "x"],
        &["find", "x"],
        &["undo"],
        &["redo"],
        &["backup"],
        &["restore"],
        &["check"],
        &["repair", "--accept-loss"],
        &["today"],
        &["waiting"],
        &["brief", "x"],
        &["capture", "x"],
        &["agreements"],
    ] {
        let call = desk.call(args);
        assert_eq!((call.code, call.out.as_str()), (1, ""), "{args:?}");
        assert!(call.err.contains("there is no book"), "{}", call.err);
        assert!(!desk.book().exists(), "{args:?}");
    }
}

#[test]
fn the_sample_book_is_listed_shown_and_searched() {
    let desk = Desk::sample();
    let again = desk.call(&["demo", "--fill"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("already"), "{}", again.err);
    let clients = desk.call(&["list", "clients"]);
    assert_eq!((clients.code, clients.err.as_str()), (0, ""));
    assert_eq!(clients.out.lines().count(), 18);
    let first: Vec<&str> = clients.out.lines().next().unwrap().split('\t').collect();
    // Behind the name stands what follows from the day.
    assert!(first[1].parse::<u8>().is_ok_and(|health| health <= 100), "{first:?}");
    assert_eq!(first[2].len(), "2026-11-16".len(), "{first:?}");
    assert_eq!(
        [&first[..1], &first[3..]].concat(),
        ["Aegean Foods", "A", "active", "Food", "Piraeus", "Greece"]
    );
    let filtered = desk.call(&["list", "tasks", "AEGEAN", "banner"]);
    assert!(filtered.out.contains("Call Maria about the banner"), "{}", filtered.out);
    assert!(filtered.out.starts_with('#') && filtered.out.lines().count() < 5);
    let found = desk.call(&["find", "papado"]);
    assert!(found.out.starts_with("contact\t\tΝίκος Παπαδόπουλος\tΕλαιώνες Κρήτης\n"), "{}", found.out);
    let nothing = desk.call(&["find", "zzzzz"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (1, ""));
    let shown = desk.call(&["show", "aegean", "foods"]);
    assert!(
        shown.out.starts_with("client: Aegean Foods\n") && shown.out.contains("  around it: "),
        "{}",
        shown.out
    );
    let number = desk.call(&["show", "#41"]);
    assert!(number.out.lines().next().unwrap().contains(" #41: "), "{}", number.out);
    let several = desk.call(&["show", "frame", "agree", "--kind", "agreement"]);
    assert_eq!((several.code, several.out.as_str()), (1, ""));
    assert!(
        several.err.contains("say which") && several.err.contains("(Borealis Shipping)"),
        "{}",
        several.err
    );
    let none = desk.call(&["show", "nobody at all"]);
    assert_eq!(none.code, 1);
    assert!(none.err.contains("syndeo find"));
}

#[test]
fn json_is_one_object_a_line_and_is_read_again() {
    let desk = Desk::sample();
    for args in [
        &["list", "requests", "--json"][..],
        &["show", "maria papadaki", "--json"],
        &["find", "banner", "--json"],
    ] {
        let call = desk.call(args);
        assert_eq!(call.code, 0, "{args:?}: {}", call.err);
        for line in call.out.lines() {
            let json: serde_json::Value = serde_json::from_str(line).unwrap();
            syndeo::domain::json::read(&json).unwrap();
        }
        assert!(!call.out.is_empty());
    }
}

#[test]
fn files_come_in_as_one_change_that_can_be_undone() {
    let desk = Desk::empty();
    // Contacts first: they stand with their clients all the same.
    let (contacts, companies) = (fixture("hubspot-contacts.csv"), fixture("hubspot-companies.csv"));
    let dry = desk.call(&["import", &contacts, &companies, "--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.err);
    assert!(dry.out.contains("5 new") && dry.out.contains("Nothing was changed"), "{}", dry.out);
    assert!(!desk.book().exists());
    let import = desk.call(&["import", &contacts, &companies]);
    assert_eq!(import.code, 0, "{}", import.err);
    assert!(
        import.out.contains("HubSpot contacts: 4 new, 0 changed, 0 as before, 2 not taken"),
        "{}",
        import.out
    );
    assert!(import.err.contains("line 7: it has no Record ID"), "{}", import.err);
    let people = desk.call(&["list", "contacts", "priya"]);
    assert!(people.out.contains("Priya Example\tHead of Product\tAcme, Inc."), "{}", people.out);
    let again = desk.call(&["import", &contacts, &companies, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!((json["records"].as_u64(), json["saved"].as_bool()), (Some(0), Some(false)));
    assert_eq!(json["files"][0]["same"].as_u64(), Some(5));
    let undone = desk.call(&["undo"]);
    assert!(undone.out.starts_with("Undone: import 5 clients, 4 contacts (9 records)"), "{}", undone.out);
    assert_eq!(desk.call(&["list", "contacts"]).out, "");
    assert_eq!(desk.call(&["undo"]).code, 1);
    assert_eq!(desk.call(&["redo"]).code, 0);
    assert_eq!(desk.call(&["redo"]).code, 1);
    assert_eq!(desk.call(&["list", "clients"]).out.lines().count(), 5);
}

#[test]
fn the_book_stays_where_a_file_differs_unless_it_may_overwrite() {
    let desk = Desk::empty();
    let companies = fixture("hubspot-companies.csv");
    assert_eq!(desk.call(&["import", &companies]).code, 0);
    let moved = desk.dir.path().join("moved.csv");
    let text = std::fs::read_to_string(&companies).unwrap().replace("San Francisco", "Oakland");
    std::fs::write(&moved, text).unwrap();
    let moved = moved.to_string_lossy();
    let kept = desk.call(&["import", &moved]);
    assert!(
        kept.err.contains("line 2: City is San Francisco in the book and Oakland in the file"),
        "{}",
        kept.err
    );
    assert!(kept.out.contains("1 value kept as in the book"), "{}", kept.out);
    let json: serde_json::Value =
        serde_json::from_str(&desk.call(&["import", &moved, "--json"]).out).unwrap();
    assert_eq!((json["files"][0]["kept"].as_u64(), json["saved"].as_bool()), (Some(1), Some(false)));
    assert_eq!(desk.call(&["import", &moved, "--overwrite"]).code, 0);
    assert!(desk.call(&["show", "acme,", "inc."]).out.contains("Oakland"));
}

#[test]
fn one_file_that_is_not_understood_stops_all_of_them() {
    let desk = Desk::empty();
    let other = desk.dir.path().join("other.csv");
    std::fs::write(&other, "Subject,Body\nx,y\n").unwrap();
    let call = desk.call(&["import", &fixture("hubspot-companies.csv"), &other.to_string_lossy()]);
    assert_eq!((call.code, call.out.as_str()), (1, ""));
    assert!(call.err.contains("other.csv") && call.err.contains("Subject"), "{}", call.err);
    assert!(!desk.book().exists());
    let missing = desk.call(&["import", "not-there.csv"]);
    assert_eq!(missing.code, 1);
    assert!(missing.err.contains("not-there.csv"));
}

#[test]
fn a_backup_is_restored_after_a_yes_and_that_can_be_undone() {
    let desk = Desk::sample();
    let backup = desk.call(&["backup"]);
    assert_eq!(backup.code, 0, "{}", backup.err);
    assert!(desk.call(&["backup", "--list"]).out.contains(backup.out.split_whitespace().next().unwrap()));
    assert_eq!(desk.call(&["import", &fixture("hubspot-companies.csv")]).code, 0);
    let asked = desk.call(&["restore"]);
    assert_eq!(asked.code, 1, "nobody can say yes");
    assert!(asked.out.contains("clients: 0 added, 0 changed, 5 removed"), "{}", asked.out);
    assert_eq!(desk.call(&["list", "clients"]).out.lines().count(), 23);
    let restored = desk.call(&["restore", "--yes"]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    assert_eq!(desk.call(&["list", "clients"]).out.lines().count(), 18);
    assert!(desk.call(&["restore"]).out.contains("nothing to restore"));
    assert_eq!(desk.call(&["undo"]).code, 0);
    assert_eq!(desk.call(&["list", "clients"]).out.lines().count(), 23);
    assert_eq!(desk.call(&["restore", "1999"]).code, 1);
    let mut words = backup.out.split_whitespace();
    let day = words.find(|w| *w == "taken").and_then(|_| words.next()).unwrap();
    let of_day = desk.call(&["restore", day]);
    assert!(of_day.out.contains("5 removed"), "{}{}", of_day.out, of_day.err);
    let check = desk.call(&["check"]);
    assert_eq!(check.code, 0, "{}{}", check.out, check.err);
    assert!(check.out.contains("all is well"));
}

/// An older backup is not taken for the newest, whose manifest is damaged; by its name it is.
#[test]
fn an_older_backup_is_restored_only_by_its_name() {
    let desk = Desk::sample();
    let name = |backup: &cli_support::Call| backup.out.split_whitespace().next().unwrap().to_owned();
    let older = name(&desk.call(&["backup"]));
    assert_eq!(desk.call(&["import", &fixture("hubspot-companies.csv")]).code, 0);
    let newest = name(&desk.call(&["backup"]));
    let before = desk.call(&["list", "clients"]).out;
    let manifest = desk.book().join("backups").join(newest.replace(".jsonl.gz", ".manifest"));
    std::fs::write(manifest, "{}").unwrap();
    let refused = desk.call(&["restore", "--yes"]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.err.contains(&newest) && refused.err.contains("its manifest is damaged"),
        "{}",
        refused.err
    );
    assert!(refused.err.contains(&format!("syndeo restore {older} takes it")), "{}", refused.err);
    assert_eq!(desk.call(&["list", "clients"]).out, before);
    let restored = desk.call(&["restore", "--yes", &older]);
    assert_eq!(restored.code, 0, "{}", restored.err);
    assert_ne!(desk.call(&["list", "clients"]).out, before);
}

#[test]
fn a_book_that_is_in_use_is_told_with_its_owner() {
    let desk = Desk::sample();
    let claim = Disk::claim(&desk.book(), "a desk on the train").unwrap();
    for args in
        [&["list", "clients"][..], &["import", &fixture("hubspot-companies.csv")], &["check"], &["undo"]]
    {
        let call = desk.call(args);
        assert_eq!((call.code, call.out.as_str()), (75, ""), "{args:?}");
        assert!(call.err.contains("a desk on the train"), "{}", call.err);
    }
    drop(claim);
    assert_eq!(desk.call(&["list", "clients"]).code, 0);
}

#[test]
fn a_folder_of_other_things_is_left_alone() {
    let desk = Desk::empty();
    std::fs::create_dir_all(desk.book().join("journal")).unwrap();
    for args in [&["demo", "--fill"][..], &["import", &fixture("hubspot-companies.csv")], &["check"]] {
        let call = desk.call(args);
        assert_eq!((call.code, call.out.as_str()), (1, ""), "{args:?}");
        assert!(call.err.contains("no book"), "{}", call.err);
    }
    assert_eq!(std::fs::read_dir(desk.book()).unwrap().count(), 1);
    assert_eq!(std::fs::read_dir(desk.book().join("journal")).unwrap().count(), 0);
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let desk = Desk::sample();
    let mut child = desk
        .command(&["list", "interactions", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), String::from_utf8(done.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn on_a_terminal_columns_are_aligned_and_no_line_is_too_long() {
    let desk = Desk::sample();
    let pty =
        native_pty_system().openpty(PtySize { rows: 50, cols: 60, pixel_width: 0, pixel_height: 0 }).unwrap();
    let mut command = CommandBuilder::new(PROGRAM);
    command.args(["list", "clients", "--book"]);
    command.arg(desk.book());
    for (name, value) in clock(&today()) {
        command.env(name, value);
    }
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut bytes = vec![];
    // The end of a terminal is an error on Linux.
    let _ = reader.read_to_end(&mut bytes);
    assert!(child.wait().unwrap().success());
    let mut screen = vt100::Parser::new(50, 60, 0);
    screen.process(&bytes);
    let shown: Vec<String> = screen.screen().rows(0, 60).collect();
    assert!(shown[0].starts_with("client"), "{shown:?}");
    let tier = shown[0].find("tier").unwrap();
    let aegean = shown.iter().find(|l| l.starts_with("Aegean")).unwrap();
    assert_eq!(aegean.rfind('A'), Some(tier), "{aegean}");
    assert_eq!(shown.iter().filter(|l| !l.trim().is_empty()).count(), 19, "a line was broken in two");
}

/// Other tests would stand on sand without it.
#[test]
#[cfg(debug_assertions)]
fn the_clock_is_set_from_outside_and_says_when_it_cannot_be() {
    let desk = Desk::empty();
    let json = |args: &[&str], now: &str| -> serde_json::Value {
        let done = call(desk.command(args).envs(clock(now)));
        assert_eq!(done.code, 0, "{}", done.err);
        serde_json::from_str(&done.out).unwrap()
    };
    let written = |now: &str| {
        let kept = json(&["capture", "call Aegean: hello", "--yes", "--json"], now);
        let shown = json(&["show", kept["records"][0]["id"].as_str().unwrap(), "--json"], now);
        shown["created"].as_str().unwrap().to_owned()
    };
    assert_eq!(desk.call(&["demo", "--fill"]).code, 0);
    // The offset is the one of the place at that time: here the clock jumps from three to four, and back.
    for (now, there) in [
        ("2027-03-28T00:58:00Z", "2027-03-28T02:58"),
        ("2027-03-28T01:00:00Z", "2027-03-28T04:00"),
        ("2027-10-31T00:58:00Z", "2027-10-31T03:58"),
        ("2027-10-31T03:00:00+02:00", "2027-10-31T03:00"),
    ] {
        let at = written(now);
        assert!(at.starts_with(there), "{now} is {at}");
    }
    for wrong in ["yesterday", "2026-02-30T10:00:00Z", "2026-11-24"] {
        for args in [&["today"][..], &["path"], &[]] {
            let refused = call(desk.command(args).env("SYNDEO_NOW", wrong));
            assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{wrong} {args:?}");
            assert!(refused.err.contains("SYNDEO_NOW") && refused.err.contains(wrong), "{}", refused.err);
        }
    }
    assert_eq!(call(desk.command(&["path"]).env("SYNDEO_NOW", "")).code, 0, "empty is not set");
}

/// What happened is listed with the latest first, what is to come with the soonest, what is numbered by number.
#[test]
fn a_list_has_its_order() {
    let desk = Desk::sample();
    for (kind, field, latest) in [
        ("interactions", "at", true),
        ("feedback", "on", true),
        ("decisions", "on", true),
        ("milestones", "promised", false),
        ("obligations", "due", false),
        ("absences", "first", false),
    ] {
        let told = desk.call(&["list", kind, "--json"]).out;
        let value = |line: &str| {
            let it: serde_json::Value = serde_json::from_str(line).unwrap();
            it[field].as_str().map(str::to_owned)
        };
        let mut found: Vec<String> = told.lines().filter_map(value).collect();
        assert!(found.len() > 2, "{kind}: {told}");
        if latest {
            found.reverse();
        }
        assert!(found.is_sorted(), "{kind}: {found:?}");
    }
}
