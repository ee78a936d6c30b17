//! What the tests of the command line share: the real program over a book of its own.
#![allow(dead_code, reason = "not every test uses all of it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_syndeo");

/// The day on which the command line is tested: a Tuesday, unless `SYNDEO_TEST_DAY` says another one, as `2028-02-29` or to
/// the second. What is asked on every day of the year must hold on any.
pub fn today() -> String {
    let told = std::env::var("SYNDEO_TEST_DAY").ok().filter(|day| !day.is_empty());
    morning(&told.unwrap_or_else(|| "2026-11-24".into()))
}

/// Ten o'clock in the winter of Athens, eleven in its summer, of a day; a moment stays as it is.
pub fn morning(day: &str) -> String {
    if day.contains('T') { day.into() } else { format!("{day}T08:00:00Z") }
}

/// What sets the clock of the program (debug builds have that variable), and the place: Athens, by its rule, so that no
/// table of places is needed; and the language, whatever that of the machine is. What it keeps of this device lies among the files of the build, not in somebody's home.
pub fn clock(now: &str) -> [(&'static str, String); 4] {
    [
        ("SYNDEO_NOW", now.to_owned()),
        ("TZ", "EET-2EEST,M3.5.0/3,M10.5.0/4".to_owned()),
        ("SYNDEO_LANG", "en".to_owned()),
        ("XDG_STATE_HOME", env!("CARGO_TARGET_TMPDIR").to_owned()),
    ]
}

/// The program on the day of the tests.
pub fn program() -> Command {
    let mut command = Command::new(PROGRAM);
    command.envs(clock(&today()));
    command
}

/// What a call came to.
pub struct Call {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// A folder with a book in it.
pub struct Desk {
    pub dir: TempDir,
}

impl Desk {
    pub fn empty() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    pub fn sample() -> Self {
        let desk = Self::empty();
        assert_eq!(desk.call(&["demo", "--fill"]).code, 0);
        desk
    }

    pub fn book(&self) -> PathBuf {
        self.dir.path().join("book")
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = program();
        command.args(args).arg("--book").arg(self.book()).stdin(Stdio::null());
        // What the program keeps of a device: each desk is one.
        command.env("XDG_STATE_HOME", self.dir.path().join("state"));
        command
    }

    pub fn call(&self, args: &[&str]) -> Call {
        call(&mut self.command(args))
    }
}

pub fn call(command: &mut Command) -> Call {
    let done = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Call { code: done.status.code().unwrap(), out: text(done.stdout), err: text(done.stderr) }
}

pub fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name).to_string_lossy().into_owned()
}
