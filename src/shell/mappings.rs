//! Where the columns of files go, as persons said: kept for the next file with the same columns. They lie with the state
//! of the program on this device and not in the book, which says nothing of files.

use super::{device, files};
use crate::domain::{Book, Kind};
use crate::exchange::{DateOrder, ImportError, Mapping, Opened};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::PathBuf;

/// The most that are kept; the oldest go.
const MOST: usize = 100;

/// What a person said of the columns of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// What the file was called, without its ending.
    pub name: String,
    /// All its columns, folded and in order of their letters.
    columns: Vec<String>,
    /// What a row is.
    #[serde(with = "kind_name")]
    pub kind: Kind,
    /// Where the columns go, as the command line has it.
    pub map: String,
    /// What comes first in dates that leave it open.
    dates: Option<Dates>,
}

/// What comes first in dates of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Dates {
    Dmy,
    Mdy,
}

impl Said {
    /// What was said of a file with these columns.
    pub fn of(name: String, headers: &[String], kind: Kind, map: String, dates: Option<DateOrder>) -> Self {
        let dates = dates.and_then(|order| match order {
            DateOrder::DayFirst => Some(Dates::Dmy),
            DateOrder::MonthFirst => Some(Dates::Mdy),
            DateOrder::Unclear => None,
        });
        Self { name, columns: columns(headers), kind, map, dates }
    }

    /// It, to be followed; `None` when there are no such fields any more, in this version or in the book.
    fn mapping(&self, book: &Book) -> Option<Mapping> {
        Mapping::read_in(book, &self.map, Some(self.kind)).ok()
    }

    /// What comes first in dates that leave it open.
    pub fn dates(&self) -> Option<DateOrder> {
        self.dates.map(|dates| match dates {
            Dates::Dmy => DateOrder::DayFirst,
            Dates::Mdy => DateOrder::MonthFirst,
        })
    }
}

/// A kind by its name.
mod kind_name {
    use crate::domain::Kind;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    pub fn serialize<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(kind.name())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Kind, D::Error> {
        let name = String::deserialize(deserializer)?;
        Kind::from_name(&name).ok_or_else(|| D::Error::custom("there is no such kind"))
    }
}

/// All that was said, the latest last.
#[derive(Debug, Default)]
pub struct Mappings(Vec<Said>);

impl Mappings {
    /// What is kept on this device. What cannot be read is asked anew.
    pub fn read() -> Self {
        let bytes = place().and_then(|path| fs::read(path).ok()).unwrap_or_default();
        Self(serde_json::from_slice(&bytes).unwrap_or_default())
    }

    /// What was said of a file with exactly these columns.
    fn of(&self, headers: &[String]) -> Option<&Said> {
        let columns = columns(headers);
        self.0.iter().rev().find(|said| said.columns == columns && !columns.is_empty())
    }

    /// Reads a file as a person said before of such columns, which is then told; else as the program has it that it is known
    /// by. `kind` is what a row is to be and `heads` on how many lines the heading stands, where that was said.
    pub fn opened(
        &self,
        bytes: &[u8],
        kind: Option<Kind>,
        heads: Option<u8>,
        book: &Book,
    ) -> (Result<Opened, ImportError>, Option<&Said>) {
        let mut before = None;
        let read = Opened::read_told(bytes, kind, heads, book, |headers| {
            let said = self.of(headers).filter(|said| kind.is_none_or(|kind| kind == said.kind))?;
            let mapping = said.mapping(book)?;
            before = Some(said);
            Some(mapping)
        });
        (read, before)
    }

    /// Keeps what was said of a file. That it cannot be kept changes nothing of the import: it is asked again then.
    pub fn keep(said: Said) {
        Self::change(&said.columns.clone(), Some(said));
    }

    /// Forgets what was said of files with these columns.
    pub fn forget(headers: &[String]) {
        Self::change(&columns(headers), None);
    }

    fn change(columns: &[String], said: Option<Said>) {
        let mut all = Self::read();
        all.0.retain(|said| said.columns != columns);
        all.0.extend(said);
        let first = all.0.len().saturating_sub(MOST);
        all.0.drain(..first);
        // Asked again the next time.
        let _ = all.write();
    }

    fn write(&self) -> io::Result<()> {
        let path = place().ok_or(io::ErrorKind::NotFound)?;
        let folder = path.parent().ok_or(io::ErrorKind::NotFound)?;
        fs::create_dir_all(folder)?;
        files::replace(&path, &serde_json::to_vec_pretty(&self.0)?)
    }
}

fn place() -> Option<PathBuf> {
    Some(device::state_folder()?.join("mappings.json"))
}

/// The names of columns as they are compared: a file with the same ones in another order is the same sort of file.
fn columns(headers: &[String]) -> Vec<String> {
    let plain = |header: &String| header.trim_start_matches('\u{feff}').trim().to_lowercase();
    let mut out: Vec<String> = headers.iter().map(plain).collect();
    out.sort_unstable();
    out
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn the_same_columns_are_the_same_sort_of_file_however_they_are_written() {
        let of = |names: &[&str]| columns(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["\u{feff}Firma", " Ort ", "MAIL"]), of(&["mail", "firma", "ort"]));
        assert_ne!(of(&["firma", "ort"]), of(&["firma", "ort", "ort"]));
        assert_ne!(of(&["firma", "ort"]), of(&["firma", "orte"]));
    }
}
