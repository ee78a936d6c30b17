//! What the tests of the command line share: the real program over a book of its own.
#![allow(dead_code, reason = "not every test uses all of it")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_syndeo");

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
        let mut command = Command::new(PROGRAM);
        command.args(args).arg("--book").arg(self.book()).stdin(Stdio::null());
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
