//! What the exit code of the real program tells, many of it at once, where the book lies, and the log.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::{Call, Desk, PROGRAM, call, fixture};
use std::process::{Command, Stdio};

const LINE: &str = "call Aegean: painted zebras";

/// A reader of the output that has gone away before the first word.
fn without_reader(command: &mut Command) -> Call {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let done = command.stdout(writer).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    Call {
        code: done.status.code().unwrap(),
        out: String::new(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

#[cfg(target_os = "linux")]
fn to_full(command: &mut Command) -> Call {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let done = command.stdout(full).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
    Call {
        code: done.status.code().unwrap(),
        out: String::new(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

fn lines(desk: &Desk, args: &[&str]) -> usize {
    desk.call(args).out.lines().count()
}

/// Every command that does something, on a book where there is something to do.
#[cfg(target_os = "linux")]
#[test]
fn what_was_done_ends_well_though_the_output_cannot_be_written() {
    let desk = Desk::empty();
    let companies = fixture("hubspot-companies.csv");
    let touches = || lines(&desk, &["list", "interactions", "zebras"]);
    let clients = || lines(&desk, &["list", "clients"]);
    let done = |args: &[&str], what: &str| {
        let call = to_full(&mut desk.command(args));
        assert_eq!(call.code, 0, "{args:?}: {}", call.err);
        assert!(
            call.err.contains(&format!("{what}; but the output could not be written")),
            "{args:?}: {}",
            call.err
        );
        assert_eq!(call.err.matches("could not be written").count(), 1, "{args:?}: told once");
    };
    done(&["demo", "--fill"], "the change is saved");
    assert_eq!(clients(), 18);
    // That of the day is there already.
    std::fs::remove_dir_all(desk.book().join("backups")).unwrap();
    done(&["backup"], "the backup is taken");
    assert_eq!(lines(&desk, &["backup", "--list"]), 1);
    done(&["import", &companies], "the change is saved");
    assert_eq!(clients(), 23);
    done(&["undo"], "the change is saved");
    assert_eq!(clients(), 18);
    done(&["redo"], "the change is saved");
    assert_eq!(clients(), 23);
    done(&["capture", LINE, "--yes", "--json"], "the change is saved");
    assert_eq!(touches(), 1);
    done(&["repair"], "the book is mended");
    // What is to be restored is said before, and asked; so it is not done when it cannot be said.
    let restore = to_full(&mut desk.command(&["restore", "--yes"]));
    assert_eq!((restore.code, clients()), (1, 23), "{}", restore.err);
    let capture = to_full(&mut desk.command(&["capture", LINE, "--yes"]));
    assert_eq!((capture.code, touches()), (1, 1), "{}", capture.err);
    for args in [&["list", "clients"][..], &["backup", "--list"], &["import", &companies, "--dry-run"]] {
        let call = to_full(&mut desk.command(args));
        assert_eq!(call.code, 1, "{args:?}");
        assert!(call.err.contains("the output could not be written"), "{args:?}: {}", call.err);
    }
}

/// Whoever reads the exit code must not take for done what was not.
#[test]
fn a_reader_that_has_gone_away_is_told_by_whether_it_was_done() {
    let desk = Desk::sample();
    let touches = || lines(&desk, &["list", "interactions", "zebras"]);
    let capture = without_reader(&mut desk.command(&["capture", LINE, "--yes"]));
    assert_eq!((capture.code, touches()), (1, 0), "{}", capture.err);
    let capture = without_reader(&mut desk.command(&["capture", LINE, "--yes", "--json"]));
    assert_eq!((capture.code, capture.err.as_str(), touches()), (0, "", 1));
    let undo = without_reader(&mut desk.command(&["undo"]));
    assert_eq!((undo.code, undo.err.as_str(), touches()), (0, "", 0));
    let list = without_reader(&mut desk.command(&["list", "clients"]));
    assert_eq!((list.code, list.err.as_str()), (0, ""));
    let dry = without_reader(&mut desk.command(&["capture", LINE, "--dry-run"]));
    assert_eq!((dry.code, dry.err.as_str()), (0, ""));
}

/// Starts so many of the program at once; those that find the book in use end with 75, none is wrong.
fn at_once(desk: &Desk, processes: usize, args: &[&str]) -> (usize, String) {
    let started: Vec<_> = (0..processes)
        .map(|_| desk.command(args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap())
        .collect();
    let mut done = 0;
    let mut told = vec![];
    for child in started {
        let ended = child.wait_with_output().unwrap();
        let code = ended.status.code().unwrap();
        told.push(format!("{code}: {}", String::from_utf8_lossy(&ended.stderr).trim_end()));
        done += usize::from(code == 0);
        assert!([0, 75].contains(&code) || args.contains(&"demo"), "{told:?}");
    }
    (done, told.join("\n"))
}

#[test]
fn first_imports_at_once_make_one_book_with_each_record_once() {
    let companies = fixture("hubspot-companies.csv");
    for _ in 0..3 {
        let desk = Desk::empty();
        let (done, told) = at_once(&desk, 12, &["import", &companies]);
        assert!(done > 0, "{told}");
        assert_eq!(lines(&desk, &["list", "clients"]), 5, "{told}");
        assert_eq!(desk.call(&["undo"]).code, 0);
        assert_eq!(desk.call(&["undo"]).code, 1, "the others found nothing new");
        assert_eq!(desk.call(&["check"]).code, 0);
    }
}

#[test]
fn sample_books_at_once_are_one() {
    let desk = Desk::empty();
    let (done, told) = at_once(&desk, 8, &["demo", "--fill"]);
    assert_eq!(done, 1, "{told}");
    assert!(told.lines().all(|line| !line.starts_with("1:") || line.contains("already")), "{told}");
    assert_eq!(lines(&desk, &["list", "clients"]), 18);
}

#[test]
fn an_empty_name_is_a_wrong_call() {
    let desk = Desk::sample();
    assert_eq!(desk.call(&["backup"]).code, 0);
    assert_eq!(desk.call(&["import", &fixture("hubspot-companies.csv")]).code, 0);
    for args in [&["restore", ""][..], &["restore", "--yes", ""], &["restore", " ", "--yes"]] {
        let call = desk.call(args);
        assert_eq!((call.code, call.out.as_str()), (2, ""), "{args:?}");
        assert!(call.err.contains("name of the backup is empty"), "{}", call.err);
    }
    assert_eq!(lines(&desk, &["list", "clients"]), 23);
    let unset = call(Command::new(PROGRAM).args(["list", "clients", "--book", ""]).current_dir(desk.book()));
    assert_eq!((unset.code, unset.out.as_str()), (2, ""), "{}", unset.err);
}

#[test]
fn a_home_that_is_no_whole_path_makes_no_book_where_one_happens_to_be() {
    let desk = Desk::empty();
    for home in ["here", "./here"] {
        let mut command = Command::new(PROGRAM);
        command.args(["import", &fixture("hubspot-companies.csv")]).current_dir(desk.dir.path());
        command.env("HOME", home).env_remove("XDG_DATA_HOME").env_remove("SYNDEO_BOOK");
        let call = call(&mut command);
        assert_eq!((call.code, call.out.as_str()), (1, ""), "{home:?}: {}", call.err);
        assert!(call.err.contains("HOME") && call.err.contains("--book"), "{home:?}: {}", call.err);
        assert_eq!(std::fs::read_dir(desk.dir.path()).unwrap().count(), 0, "{home:?}");
    }
}

/// What keeps from looking into a folder is told, not that there is no book; a circle of links stands for a folder
/// without permission, which does not keep everybody off.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_looked_into_is_told_as_such() {
    let desk = Desk::empty();
    std::os::unix::fs::symlink(desk.book(), desk.book()).unwrap();
    for args in
        [&["list", "clients"][..], &["check"], &["undo"], &["import", &fixture("hubspot-companies.csv")]]
    {
        let call = desk.call(args);
        assert_eq!((call.code, call.out.as_str()), (1, ""), "{args:?}");
        assert!(call.err.contains("could not look for the book"), "{args:?}: {}", call.err);
        assert!(!call.err.contains("no book"), "{args:?}: {}", call.err);
    }
}

#[test]
fn the_log_tells_what_was_done_and_nothing_of_the_book() {
    let desk = Desk::sample();
    let log = desk.dir.path().join("logs").join("syndeo.log");
    let with_log = |args: &[&str]| call(desk.command(args).env("SYNDEO_LOG", &log));
    assert_eq!(with_log(&["path", "--log"]).out.trim(), log.to_string_lossy());
    assert_eq!(with_log(&["capture", "call Aegean: about the secret recipe", "--yes"]).code, 0);
    assert_eq!(with_log(&["find", "no such words"]).code, 1);
    assert_eq!(with_log(&["show", "somebody unknown"]).code, 1);
    assert_eq!(with_log(&["undo"]).code, 0);
    std::fs::write(desk.book().join("FORMAT"), "nonsense").unwrap();
    assert_eq!(with_log(&["list", "clients"]).code, 0);
    let claim = syndeo::store::Disk::claim(&desk.book(), "a desk on the train").unwrap();
    assert_eq!(with_log(&["list", "clients"]).code, 75);
    drop(claim);
    let text = std::fs::read_to_string(&log).unwrap();
    for told in [
        "capture begins",
        "capture ends with 0 after ",
        "find ends with 1 after ",
        "undo ends with 0 after ",
        "the book was opened in ",
        "on opening: The file FORMAT is damaged",
        "list ends with 75 after ",
        "in use by a desk on the train",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    for secret in ["secret", "recipe", "Aegean", "no such words", "somebody"] {
        assert!(!text.contains(secret), "{secret}: {text}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&log), mode(log.parent().unwrap())), (0o600, 0o700));
    }
    let nowhere = call(desk.command(&["list", "clients"]).env("SYNDEO_LOG", "/dev/null/none/log"));
    assert_eq!((nowhere.code, nowhere.err.as_str()), (0, ""), "nobody is disturbed");
    let off = call(desk.command(&["path", "--log"]).env("SYNDEO_LOG", "off"));
    assert_eq!((off.code, off.out.as_str()), (1, ""));
    assert!(off.err.contains("no log is kept"), "{}", off.err);
}
