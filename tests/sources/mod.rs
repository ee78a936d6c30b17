//! Our own source as text, for the rules that no compiler keeps.

use std::fs;
use std::path::{Path, PathBuf};

/// The Rust files of `src`, sorted: the path from there, and the text.
pub fn sources() -> Vec<(PathBuf, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut out = vec![];
    let mut todo = vec![top.clone()];
    while let Some(dir) = todo.pop() {
        for entry in fs::read_dir(dir).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                todo.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                out.push((path.strip_prefix(&top).unwrap().to_owned(), text));
            }
        }
    }
    out.sort();
    out
}
