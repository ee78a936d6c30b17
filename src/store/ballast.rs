//! Room kept on the disk: given back when the disk is full, so that the last changes can still be saved.

use super::files;
use std::io::Write as _;
use std::path::Path;

const NAME: &str = "ballast";
const BYTES: usize = 16 * 1024 * 1024;

/// Takes the room, when there is enough; that there is not is no error here.
pub fn take(dir: &Path) {
    let path = dir.join(NAME);
    if std::fs::metadata(&path).is_ok_and(|m| m.len() == BYTES as u64) {
        return;
    }
    let fill = || {
        let mut file = files::private().write(true).create(true).truncate(true).open(&path)?;
        let block = block();
        for _ in 0..BYTES / block.len() {
            file.write_all(&block)?;
        }
        file.sync_all()
    };
    if fill().is_err() {
        let _ = std::fs::remove_file(path);
    }
}

/// What it is made of: not a hole, and not the same byte throughout, as some systems would keep no room for that.
fn block() -> Vec<u8> {
    (0..=u8::MAX).cycle().take(64 * 1024).collect()
}

/// Whether a file is nothing but room.
pub fn is_mere(path: &Path) -> bool {
    let block = block();
    let bytes = std::fs::read(path).unwrap_or_default();
    bytes.len() == BYTES && bytes.chunks(block.len()).all(|part| part == block)
}

/// Gives the room back; whether there was any.
pub fn give_back(dir: &Path) -> bool {
    std::fs::remove_file(dir.join(NAME)).is_ok()
}
