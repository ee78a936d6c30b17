//! Ctrl-C while files are brought in, at a terminal: nothing of them stays, and that is said.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::Desk;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::path::Path;

const SIZE: PtySize = PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 };

/// So many rows that there is time to stop, in eight entries of the journal.
const ROWS: usize = 40_000;

fn contacts(path: &Path) {
    let mut text = "Record ID,First Name,Email\n".to_owned();
    for n in 0..ROWS {
        writeln!(text, "{n},Ann {n},ann{n}@x.example").unwrap();
    }
    std::fs::write(path, text).unwrap();
}

/// Imports at a terminal and presses Ctrl-C, or sends another signal, as soon as something is seen: what was seen in all, and
/// the exit code.
fn stopped_at(desk: &Desk, file: &Path, seen: &str, terminates: bool) -> (String, u32) {
    let pair = native_pty_system().openpty(SIZE).unwrap();
    let mut command = CommandBuilder::new(cli_support::PROGRAM);
    command.args(["import", file.to_str().unwrap(), "--book", desk.book().to_str().unwrap()]);
    command.env("TERM", "xterm-256color");
    for (name, value) in cli_support::clock(&cli_support::today()) {
        command.env(name, value);
    }
    command.env("XDG_STATE_HOME", desk.dir.path().join("state"));
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let (mut reader, mut writer) =
        (pair.master.try_clone_reader().unwrap(), Some(pair.master.take_writer().unwrap()));
    let (mut all, mut buffer, mut sent) = (vec![], [0; 4096], false);
    // A terminal whose program is gone is an error, not an end.
    while let Ok(read @ 1..) = reader.read(&mut buffer) {
        all.extend(&buffer[..read]);
        if !sent && String::from_utf8_lossy(&all).contains(seen) {
            sent = true;
            if terminates {
                let pid = child.process_id().unwrap().to_string();
                assert!(std::process::Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
            } else {
                writer.as_mut().unwrap().write_all(b"\x03").unwrap();
            }
        }
    }
    drop(writer.take());
    let code = child.wait().unwrap().exit_code();
    let all = String::from_utf8_lossy(&all).into_owned();
    assert!(sent, "{seen} was never seen: {all}");
    (all, code)
}

fn people(desk: &Desk) -> String {
    let call = desk.call(&["list", "contacts"]);
    assert_eq!((call.code, call.err.as_str()), (0, ""), "{}", call.out);
    call.out
}

/// Tries it until the signal came in time: a machine may be quicker with all of it than with the signal.
fn stops(seen: &str, terminates: bool, words: &str) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("contacts.csv");
    contacts(&file);
    for _ in 0..5 {
        let desk = Desk::sample();
        let before = people(&desk);
        let (said, code) = stopped_at(&desk, &file, seen, terminates);
        if said.contains("everything was brought in") || said.contains("Done as one change") {
            continue;
        }
        assert!(said.contains(words), "{said}");
        assert_eq!(code, if terminates { 143 } else { 130 }, "{said}");
        assert!(said.contains("reading") && said.contains('%'), "{said}");
        assert_eq!(people(&desk), before, "nothing of it stays");
        assert_eq!(desk.call(&["check"]).code, 0);
        return;
    }
    panic!("it was never stopped at {seen}");
}

#[test]
fn ctrl_c_while_it_is_read_leaves_nothing() {
    stops("csv ... 10 %", false, "Stopped: nothing was brought in.");
}

#[test]
fn ctrl_c_while_it_is_written_takes_back_what_was_written() {
    stops("saving ... 25 %", false, "Stopped: nothing of it was brought in.");
}

#[test]
fn a_signal_to_end_does_the_same() {
    stops("saving ... 12 %", true, "Stopped: nothing of it was brought in.");
}

/// In a script nothing is told of how far it is.
#[test]
fn progress_is_for_people() {
    let desk = Desk::empty();
    let file = desk.dir.path().join("contacts.csv");
    std::fs::write(&file, "Record ID,First Name\n1,Ann\n").unwrap();
    let call = desk.call(&["import", file.to_str().unwrap()]);
    assert_eq!((call.code, call.err.as_str()), (0, ""), "{}", call.out);
}
