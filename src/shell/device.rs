//! Who writes, on which device, and which locale they read: every change bears the first two.

use etcetera::BaseStrategy as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The name of the user, as the system has it; empty when it has none.
pub fn author() -> String {
    let name = ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    name.unwrap_or_default()
}

/// The locale in which dates are read, as the environment has it; empty when it says none.
pub fn locale() -> String {
    let set = |name: &&str| std::env::var(name).ok().filter(|v| !v.is_empty());
    ["LC_ALL", "LC_TIME", "LANG"].iter().find_map(set).unwrap_or_default()
}

/// This device: random, made at the first use and kept in the folder for the state of programs, not in the book, so that
/// a copy of the book on another device is told from this one. One that cannot be kept is another one each time.
pub fn device() -> Uuid {
    let Some(path) = path() else { return Uuid::new_v4() };
    match fs::read_to_string(&path).ok().and_then(|text| Uuid::parse_str(text.trim()).ok()) {
        Some(known) => known,
        None => made(&path),
    }
}

/// The folder for what this program knows of this device and no other; `None` when there is no home.
pub fn state_folder() -> Option<PathBuf> {
    let strategy = etcetera::base_strategy::choose_native_strategy().ok()?;
    let state = strategy.state_dir().unwrap_or_else(|| strategy.data_dir());
    Some(state.join("syndeo"))
}

fn path() -> Option<PathBuf> {
    Some(state_folder()?.join("device"))
}

/// Writes a new one; of two programs that do so at once, one is believed by both.
fn made(path: &Path) -> Uuid {
    let new = Uuid::new_v4();
    let write = || {
        let folder = path.parent().ok_or(std::io::ErrorKind::NotFound)?;
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        writeln!(file, "{new}")?;
        file.persist_noclobber(path).map(drop).map_err(|e| e.error)
    };
    if write().is_ok() {
        return new;
    }
    let theirs = fs::read_to_string(path).ok().and_then(|text| Uuid::parse_str(text.trim()).ok());
    theirs.unwrap_or(new)
}
