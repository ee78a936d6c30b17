//! What is acknowledged was waited for: the system calls of the real program, as `strace` records them. A kill cannot tell
//! whether anything was ever put on the medium. `.ci/run` installs strace where it can; without it nothing is proved here,
//! and that is said.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;

use cli_support::{Desk, PROGRAM};
use std::process::Command;

/// The calls of one run of the program, one a line; `None` where they cannot be recorded.
fn recorded(desk: &Desk, args: &[&str]) -> Option<Vec<String>> {
    let trace = desk.dir.path().join("trace");
    let calls = "trace=write,pwrite64,fdatasync,fsync,openat,rename";
    let mut command = Command::new("strace");
    command.envs(cli_support::clock(&cli_support::today()));
    command.args(["-f", "-y", "-s", "80", "-e", calls, "-o"]).arg(&trace).arg(PROGRAM).args(args);
    let done = command.arg("--book").arg(desk.book()).output();
    let done = match done {
        Ok(done) if trace.exists() && done.status.success() => done,
        other => {
            assert!(
                std::env::var_os("SYNDEO_NEEDS_STRACE").is_none(),
                "strace cannot be used here: {other:?}"
            );
            return None;
        }
    };
    assert!(!done.stdout.is_empty());
    Some(std::fs::read_to_string(trace).unwrap().lines().map(str::to_owned).collect())
}

fn place(calls: &[String], from: usize, what: impl Fn(&str) -> bool) -> Option<usize> {
    calls.iter().skip(from).position(|call| what(call)).map(|at| from + at)
}

#[test]
fn the_journal_is_on_the_medium_before_anything_else_is_written_or_said() {
    let desk = Desk::sample();
    let args = ["capture", "--yes", "call Aegean: traced"];
    let Some(calls) = recorded(&desk, &args) else { return };
    let frame =
        place(&calls, 0, |c| c.contains(" write(") && c.contains(".jnl>")).expect("a frame is written");
    let synced =
        place(&calls, frame, |c| c.contains("fdatasync(") && c.contains(".jnl>") && c.ends_with("= 0"))
            .expect("the journal is synced after the frame");
    let database = place(&calls, frame, |c| c.contains("pwrite64(") && c.contains("sled/db>"));
    assert!(database.is_none_or(|at| at > synced), "sled was written before the journal was on the medium");
    let said = place(&calls, 0, |c| c.contains(" write(1<") && c.contains("Captured")).expect("it is said");
    assert!(said > synced, "it was said before it was on the medium");
    let closed = place(&calls, synced, |c| c.contains("fdatasync(") && c.contains("sled/db>"));
    assert!(closed.is_some(), "the database is synced when the book is closed");
}

#[test]
fn what_only_reads_writes_nothing_to_the_book() {
    let desk = Desk::sample();
    for args in [&["list", "clients"][..], &["today"], &["show", "aegean"], &["check"], &["backup", "--list"]]
    {
        let Some(calls) = recorded(&desk, args) else { return };
        let book = format!("<{}", desk.book().canonicalize().unwrap().display());
        let writes = ["write(", "pwrite64(", "fsync(", "fdatasync("];
        let wrote = calls.iter().find(|c| c.contains(&book) && writes.iter().any(|w| c.contains(w)));
        assert_eq!(wrote, None, "{args:?}");
        let made = calls.iter().find(|c| c.contains(&book[1..]) && c.contains("O_CREAT"));
        assert_eq!(made, None, "{args:?}");
    }
}
