//! Lists and reports that are written to files: where somebody said, as the ending says, never over another unasked.

use super::files;
use crate::app::{ListForm, Listed};
use crate::exchange::export::csv::{self, Dialect};
use crate::exchange::export::{Cell, Column, Table, xlsx};
use crate::words;
use crate::words::outside::of_inbox;
use std::io;
use std::path::{Path, PathBuf};

/// Why a list or a report was not written.
#[derive(Debug, PartialEq, Eq)]
pub enum NotWritten {
    /// There is such a file.
    IsThere,
    /// It could not be written; in words for people.
    Failed(String),
}

/// Writes a list; gives the whole path.
///
/// # Errors
/// When there is such a file and it is not to be written `over`, or it cannot be written.
pub fn write(typed: &str, form: ListForm, over: bool, listed: Listed) -> Result<PathBuf, NotWritten> {
    write_bytes(typed, over, || bytes(form, listed))
}

/// Writes what is made to a file; gives the whole path.
///
/// # Errors
/// When there is such a file and it is not to be written `over`, or it cannot be made or written.
pub fn write_bytes(
    typed: &str,
    over: bool,
    make: impl FnOnce() -> Result<Vec<u8>, String>,
) -> Result<PathBuf, NotWritten> {
    let path = place(typed, files::home());
    let failed = |error: &dyn std::fmt::Display| {
        NotWritten::Failed(words::shell::not_written(&path.display(), &error))
    };
    // Asked before the work is done, and again when it is written.
    if !over && std::fs::symlink_metadata(&path).is_ok() {
        return Err(NotWritten::IsThere);
    }
    let bytes = make().map_err(|why| failed(&why))?;
    let written = if over { write_over(&path, &bytes) } else { files::write_new(&path, &bytes) };
    match written {
        Ok(()) => Ok(std::path::absolute(&path).unwrap_or(path)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(NotWritten::IsThere),
        Err(error) => Err(failed(&error)),
    }
}

/// The path that was typed, `~/` before it being the folder of this person.
pub(super) fn place(typed: &str, home: Option<PathBuf>) -> PathBuf {
    let typed = typed.trim();
    match (typed.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}

/// A folder or a link is not written over.
fn write_over(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if std::fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(io::Error::other(of_inbox::it_is_no_plain()));
    }
    files::replace(path, bytes)
}

fn bytes(form: ListForm, listed: Listed) -> Result<Vec<u8>, String> {
    let (kind, columns, rows) = match listed {
        Listed::Cells { kind, columns, rows } => (kind, columns, rows),
        Listed::Records(lines) if form == ListForm::Json => {
            return Ok(format!("[\n{}\n]\n", lines.join(",\n")).into_bytes());
        }
        Listed::Records(lines) => return Ok(format!("{}\n", lines.join("\n")).into_bytes()),
    };
    let cell = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
    let table = Table {
        kind,
        columns: columns.into_iter().map(|title| Column { name: title, label: title }).collect(),
        rows: rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect(),
    };
    if form == ListForm::Xlsx {
        return xlsx::write(&table).map(|(bytes, _)| bytes).map_err(|e| e.to_string());
    }
    let delimiter = if form == ListForm::Tsv { b'\t' } else { b',' };
    let mut out = vec![];
    // Somebody at a desk opens it with a spreadsheet.
    csv::write(&table, Dialect { spreadsheet: true, delimiter }, &mut out).map_err(|e| e.to_string())?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Kind;

    fn cells() -> Listed {
        let rows = vec![vec!["Aegean".into(), "=1".into()], vec![String::new(), "x, y".into()]];
        Listed::Cells { kind: Kind::Client, columns: vec!["client", "note"], rows }
    }

    fn write_in(
        dir: &Path,
        name: &str,
        form: ListForm,
        over: bool,
        listed: Listed,
    ) -> Result<PathBuf, NotWritten> {
        write(&dir.join(name).to_string_lossy(), form, over, listed)
    }

    #[test]
    fn a_list_is_written_as_the_ending_says() {
        let dir = tempfile::tempdir().unwrap();
        let text = |form, listed| {
            let path = write_in(dir.path(), "list", form, true, listed).unwrap();
            String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()
        };
        let csv = text(ListForm::Csv, cells());
        assert_eq!(csv, "\u{feff}client,note\r\nAegean,'=1\r\n,\"x, y\"\r\n");
        assert!(text(ListForm::Tsv, cells()).contains("client\tnote"));
        assert!(text(ListForm::Xlsx, cells()).starts_with("PK"));
        let lines = || Listed::Records(vec!["{\"a\":1}".into(), "{\"a\":2}".into()]);
        assert_eq!(text(ListForm::Jsonl, lines()), "{\"a\":1}\n{\"a\":2}\n");
        assert_eq!(text(ListForm::Json, lines()), "[\n{\"a\":1},\n{\"a\":2}\n]\n");
    }

    #[test]
    fn nothing_is_written_over_unasked() {
        let dir = tempfile::tempdir().unwrap();
        let there = dir.path().join("list.csv");
        std::fs::write(&there, "precious").unwrap();
        let not = write_in(dir.path(), "list.csv", ListForm::Csv, false, cells());
        assert_eq!(
            (not, std::fs::read_to_string(&there).unwrap().as_str()),
            (Err(NotWritten::IsThere), "precious")
        );
        assert_eq!(write_in(dir.path(), "list.csv", ListForm::Csv, true, cells()), Ok(there.clone()));
        assert!(std::fs::read_to_string(&there).unwrap().contains("Aegean"));
        let folder = write_in(dir.path(), "", ListForm::Csv, true, cells());
        assert!(matches!(folder, Err(NotWritten::Failed(_))), "{folder:?}");
        let none = write_in(dir.path(), "no/list.csv", ListForm::Csv, false, cells());
        assert!(matches!(none, Err(NotWritten::Failed(_))), "{none:?}");
    }

    #[test]
    fn a_tilde_is_the_folder_of_this_person() {
        let home = || Some(PathBuf::from("/home/eleni"));
        assert_eq!(place(" ~/lists/a.csv ", home()), PathBuf::from("/home/eleni/lists/a.csv"));
        assert_eq!(place("~x.csv", home()), PathBuf::from("~x.csv"));
        assert_eq!(place("a.csv", None), PathBuf::from("a.csv"));
    }
}
