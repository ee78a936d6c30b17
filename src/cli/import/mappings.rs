//! Where the columns of files go, as persons said: kept for the next file with the same columns. They lie with the state
//! of the program on this device and not in the book, which says nothing of files.

use super::{Asked, Dates};
use crate::domain::{Book, Kind};
use crate::exchange::{Mapping, Opened};
use crate::shell::device;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

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
    pub dates: Option<Dates>,
}

impl Said {
    /// It, to be followed; `None` when there are no such fields any more, in this version or in the book.
    pub fn mapping(&self, book: &Book) -> Option<Mapping> {
        Mapping::read_in(book, &self.map, Some(self.kind)).ok()
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
    pub fn of(&self, headers: &[String]) -> Option<&Said> {
        let columns = columns(headers);
        self.0.iter().rev().find(|said| said.columns == columns && !columns.is_empty())
    }

    /// Keeps what was said in this call, and forgets what is to be asked anew. That it cannot be kept changes nothing of
    /// the import: it is asked again then.
    pub fn keep(args: &Asked, path: &Path, file: &Opened) {
        if args.map.is_none() && !args.forget {
            return;
        }
        let mut all = Self::read();
        let columns = columns(file.headers());
        all.0.retain(|said| said.columns != columns);
        if let Some(map) = &args.map {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            all.0.push(Said { name, columns, kind: file.kind(), map: map.clone(), dates: args.dates });
        }
        let first = all.0.len().saturating_sub(MOST);
        all.0.drain(..first);
        // Asked again the next time.
        let _ = all.write();
    }

    fn write(&self) -> io::Result<()> {
        let path = place().ok_or(io::ErrorKind::NotFound)?;
        let folder = path.parent().ok_or(io::ErrorKind::NotFound)?;
        fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&serde_json::to_vec_pretty(&self.0)?)?;
        file.persist(&path).map(drop).map_err(|e| e.error)
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
