//! What is acknowledged was waited for: the system calls of the real program, as `strace` records them. A kill cannot tell
//! whether anything was ever put on the medium. `.ci/run` installs strace where it can; without it nothing is proved here,
//! and that is said.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

mod cli_support;
mod store_support;

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

/// Whether the last name that was given to such a file is on the medium before anything else is made or renamed: a name is
/// there only when its folder was waited for.
fn is_named_for_good(calls: &[String], of: &str, folder: &str) -> bool {
    let gives = |c: &&String| c.contains("rename") && c.contains(of) && c.ends_with("= 0");
    let named = calls.iter().rposition(|c| gives(&c)).unwrap_or_else(|| panic!("no {of} was named"));
    let folder = format!("{folder}>");
    let is_synced = |c: &str| c.contains(" fsync(") && c.contains(&folder) && c.ends_with("= 0");
    let goes_on = |c: &str| c.contains("rename") || c.contains("O_CREAT") || c.contains(" write(1<");
    let synced = place(calls, named + 1, is_synced);
    synced.is_some_and(|synced| place(calls, named + 1, goes_on).is_none_or(|next| synced < next))
}

/// Whatever file is put into its place whole has its name on the medium before the next one in that folder gets its.
#[test]
fn every_name_that_is_given_is_on_the_medium() {
    let filled = Desk::empty();
    let mut named = 0;
    for args in [&["demo", "--fill"][..], &["capture", "--yes", "call Aegean: named"], &["backup"]] {
        let Some(calls) = recorded(&filled, args) else { return };
        let folder = |call: &String| {
            let given = call.contains("rename") && call.ends_with("= 0");
            let target = call.rsplit('"').nth(1).filter(|_| given)?;
            // The database looks after its own files.
            let folder = target.rsplit_once('/')?.0;
            (!folder.ends_with("/sled")).then(|| folder.to_owned())
        };
        for (at, of) in calls.iter().enumerate().filter_map(|(at, call)| Some((at, folder(call)?))) {
            let synced = format!("<{of}>");
            let is_synced = |c: &str| c.contains(" fsync(") && c.contains(&synced) && c.ends_with("= 0");
            let next = calls.iter().skip(at + 1).position(|call| folder(call).as_ref() == Some(&of));
            let waited = place(&calls, at + 1, is_synced).map(|found| found - at - 1);
            assert!(
                waited.is_some_and(|found| next.is_none_or(|next| found < next)),
                "{args:?}: {}",
                calls[at]
            );
            named += 1;
        }
    }
    assert!(named > 3, "{named}");
}

#[test]
fn a_backup_has_its_name_on_the_medium_before_it_is_said() {
    let desk = Desk::sample();
    assert_eq!(desk.call(&["capture", "--yes", "call Aegean: before"]).code, 0);
    let Some(calls) = recorded(&desk, &["backup"]) else { return };
    assert!(is_named_for_good(&calls, ".jsonl.tmp\"", "/backups"));
}

/// What is damaged in the journal is set aside and written anew: it has its name on the medium before the work goes on.
#[test]
fn a_mended_journal_has_its_names_on_the_medium() {
    let desk = Desk::sample();
    for n in 0..4 {
        assert_eq!(desk.call(&["capture", "--yes", &format!("call Aegean: number {n}")]).code, 0);
    }
    let segment = desk.book().join("journal/00000000000000000001.jnl");
    let mut bytes = std::fs::read(&segment).unwrap();
    let midst = bytes.len() / 2;
    bytes[midst] ^= 4;
    std::fs::write(&segment, bytes).unwrap();
    let Some(calls) = recorded(&desk, &["repair"]) else { return };
    assert!(is_named_for_good(&calls, ".jnl\"", "/journal"));
}

/// The database and the journal went different ways, and the database is taken: that the journal was set aside is on the
/// medium before a new one is begun, or both could be there after a cut of power.
#[test]
fn a_journal_that_is_set_aside_has_its_name_on_the_medium() {
    let desk = Desk::sample();
    store_support::harm::of_two_ways(&desk.book(), desk.dir.path(), |line| {
        assert_eq!(desk.call(&["capture", "--yes", line]).code, 0);
    });
    let Some(calls) = recorded(&desk, &["repair", "--take", "sled"]) else { return };
    assert!(is_named_for_good(&calls, ".jnl.other-", "/journal"));
}

/// A change whose sync fails is taken out again, and that it is out is on the medium, too: it must not come back after a
/// cut of power, when it was said that it is not saved.
#[test]
fn what_is_taken_out_of_the_journal_is_out_of_it_on_the_medium() {
    let desk = Desk::sample();
    assert_eq!(desk.call(&["capture", "--yes", "call Aegean: before"]).code, 0);
    let segment = desk.book().canonicalize().unwrap().join("journal/00000000000000000001.jnl");
    let trace = desk.dir.path().join("trace");
    let mut command = Command::new("strace");
    command.envs(cli_support::clock(&cli_support::today()));
    command.args([
        "-f",
        "-y",
        "-e",
        "trace=fdatasync,ftruncate",
        "-e",
        "inject=fdatasync:error=EIO:when=1",
        "-o",
    ]);
    command.arg(&trace).arg("-P").arg(&segment).arg(PROGRAM);
    let done = command.args(["capture", "--yes", "call Aegean: refused", "--book"]).arg(desk.book()).output();
    let said = done.as_ref().map(|done| String::from_utf8_lossy(&done.stderr).into_owned());
    let Some(said) = said.ok().filter(|said| !said.contains("strace:")) else {
        assert!(std::env::var_os("SYNDEO_NEEDS_STRACE").is_none(), "strace cannot be used here");
        return;
    };
    assert_eq!(done.unwrap().status.code(), Some(1), "{said}");
    let calls: Vec<String> = std::fs::read_to_string(trace).unwrap().lines().map(str::to_owned).collect();
    let cut = place(&calls, 0, |c| c.contains("ftruncate(") && c.ends_with("= 0")).expect("it is taken out");
    let synced = place(&calls, cut, |c| c.contains("fdatasync(") && c.ends_with("= 0"));
    assert!(synced.is_some(), "{calls:#?}");
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

/// A part of the journal that the system does not open or read for now is not taken for damage: nothing of it is cut off or put
/// aside, the book is only read, and the next start has all of it.
#[test]
fn a_journal_that_cannot_be_read_for_now_stays_as_it_is() {
    let desk = Desk::sample();
    assert_eq!(desk.call(&["capture", "--yes", "call Aegean: before"]).code, 0);
    let segment = desk.book().canonicalize().unwrap().join("journal/00000000000000000001.jnl");
    let before = std::fs::read(&segment).unwrap();
    for refusal in [
        "openat:error=EMFILE",
        "openat:error=EIO",
        "read:error=EIO",
        "read:error=EIO:when=2",
        "read:error=EAGAIN:when=3+",
        "lseek:error=EIO",
    ] {
        let call = refusal.split(':').next().unwrap();
        let (trace, inject) = (format!("trace={call}"), format!("inject={refusal}"));
        let mut command = Command::new("strace");
        command.envs(cli_support::clock(&cli_support::today()));
        command.args(["-f", "-e", &trace, "-e", &inject, "-o", "/dev/null", "-P"]).arg(&segment);
        command.arg(PROGRAM).args(["capture", "--yes", "call Aegean: refused"]);
        let done = command.arg("--book").arg(segment.parent().unwrap().parent().unwrap()).output();
        let said = done.as_ref().map(|done| String::from_utf8_lossy(&done.stderr).into_owned());
        let Some(said) = said.ok().filter(|said| !said.contains("strace:")) else {
            assert!(std::env::var_os("SYNDEO_NEEDS_STRACE").is_none(), "strace cannot be used here");
            return;
        };
        assert_eq!(done.unwrap().status.code(), Some(1), "{refusal}: {said}");
        assert!(said.contains("can only be read: could not read the journal"), "{said}");
        assert_eq!(std::fs::read(&segment).unwrap(), before);
        assert_eq!(desk.call(&["check"]).code, 0, "{}", desk.call(&["check"]).out);
    }
    let undone = desk.call(&["undo"]);
    assert!(undone.code == 0 && undone.out.contains("before"), "{}{}", undone.out, undone.err);
}

/// Whichever read of the journal the system refuses, the change to be taken back is not said to be missing: it is taken back,
/// or what was refused is told as that, and nothing is changed.
#[test]
fn a_change_that_cannot_be_read_for_now_is_not_missing() {
    let mut refused = 0;
    for nth in 1..=12 {
        let desk = Desk::sample();
        assert_eq!(desk.call(&["capture", "--yes", "call Aegean: before"]).code, 0);
        let segment = desk.book().canonicalize().unwrap().join("journal/00000000000000000001.jnl");
        let before = std::fs::read(&segment).unwrap();
        let inject = format!("inject=read:error=EIO:when={nth}");
        let mut command = Command::new("strace");
        command.envs(cli_support::clock(&cli_support::today()));
        command.args(["-f", "-e", "trace=read", "-e", &inject, "-o", "/dev/null", "-P"]).arg(&segment);
        let done = command.arg(PROGRAM).args(["undo", "--book"]).arg(desk.book()).output();
        let said = done.as_ref().map(|done| String::from_utf8_lossy(&done.stderr).into_owned());
        let Some(said) = said.ok().filter(|said| !said.contains("strace:")) else {
            assert!(std::env::var_os("SYNDEO_NEEDS_STRACE").is_none(), "strace cannot be used here");
            return;
        };
        if done.unwrap().status.code() == Some(0) {
            continue;
        }
        assert!(said.contains("could not read the journal"), "read {nth}: {said}");
        assert_eq!(std::fs::read(&segment).unwrap(), before, "read {nth}");
        refused += 1;
    }
    assert!(refused > 1, "only {refused} reads were refused");
}

/// Where the system has no more threads to give (from the first on, or from just after it was asked whether it has), each
/// command ends and says so; none waits for what never comes, and nothing is taken for damage.
#[test]
fn without_threads_a_command_ends_and_says_so() {
    let desk = Desk::sample();
    let commands =
        [&["list", "clients"][..], &["capture", "--yes", "call Aegean: no threads"], &["check"], &["repair"]];
    let before = desk.call(&["list", "interactions", "--json"]).out;
    for args in commands {
        for from in ["1+", "9+"] {
            let inject = format!("inject=clone,clone3:error=EAGAIN:when={from}");
            let mut command = Command::new("timeout");
            command.envs(cli_support::clock(&cli_support::today()));
            command.args([
                "60",
                "strace",
                "-f",
                "-e",
                "trace=clone,clone3",
                "-e",
                &inject,
                "-o",
                "/dev/null",
            ]);
            let done = command.arg(PROGRAM).args(args).arg("--book").arg(desk.book()).output();
            let said = |done: &std::process::Output| String::from_utf8_lossy(&done.stderr).into_owned();
            let is_traced = |done: &std::process::Output| {
                !matches!(done.status.code(), Some(126 | 127)) && !said(done).contains("strace:")
            };
            let Some(done) = done.ok().filter(is_traced) else {
                let needed = std::env::var_os("SYNDEO_NEEDS_STRACE").is_some();
                assert!(!needed, "strace cannot be used here");
                return;
            };
            let (said, code) = (said(&done), done.status.code());
            assert!(code.is_some_and(|code| code <= 1), "{args:?} from {from}: {code:?} {said}");
            assert!(said.contains("short of threads"), "{args:?} from {from}: {said}");
            assert!(!said.contains("damaged"), "{args:?} from {from}: {said}");
        }
    }
    assert_eq!(desk.call(&["list", "interactions", "--json"]).out, before);
    assert!(desk.call(&["check"]).out.contains("all is well"));
}
