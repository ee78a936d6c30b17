//! Texts that are kept beside the tests and compared whole: what is told differs in a line, and the line is shown.
//! `UPDATE=1` writes them anew; what changed is then read in the diff, line by line, before it is kept.
#![allow(dead_code, reason = "not every test uses all of it")]

pub mod outcome;

use std::collections::BTreeSet;
use std::path::PathBuf;

/// A folder of `tests/golden`, each text of it a file.
pub struct Golden {
    folder: PathBuf,
    command: String,
    told: BTreeSet<String>,
    stale: Vec<String>,
}

impl Golden {
    /// The folder, and the test that writes it.
    pub fn new(folder: &str, test: &str) -> Self {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
        let command = format!("UPDATE=1 cargo test --test {test}");
        Self { folder: root.join(folder), command, told: BTreeSet::new(), stale: vec![] }
    }

    /// Compares a text with the one that is kept under this name.
    pub fn holds(&mut self, name: &str, text: &str) {
        assert!(self.told.insert(name.to_owned()), "{name} is told twice");
        let path = self.folder.join(format!("{name}.txt"));
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        if kept == text {
            return;
        }
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(&self.folder).unwrap();
            std::fs::write(path, text).unwrap();
            return;
        }
        let (was, is): (Vec<&str>, Vec<&str>) = (kept.lines().collect(), text.lines().collect());
        let at = was.iter().zip(&is).take_while(|(was, is)| was == is).count();
        let line = |lines: &[&str]| lines.get(at).copied().unwrap_or("(nothing more)").to_owned();
        self.stale.push(format!("{name}, line {}:\n    was {}\n    is  {}", at + 1, line(&was), line(&is)));
    }

    /// Fails when a text was another one, or when one is kept that nobody tells any more.
    pub fn done(self) {
        let kept = std::fs::read_dir(&self.folder).unwrap().map(|entry| entry.unwrap().path());
        for path in kept {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            assert!(self.told.contains(&name), "{} is told by nothing", path.display());
        }
        assert!(self.stale.is_empty(), "{}\n\nwhen it is right: {}", self.stale.join("\n"), self.command);
    }
}
