//! What the files in the folder of a book that the store knows nothing of hold of somebody: drafts, what was dropped into the
//! inbox, what could not be saved once.

use super::drafts;
use crate::app::{Draft, Written};
use crate::domain::person::Erasing;
use crate::domain::{Book, IdGenerator, Moment, Record};
use crate::exchange::{Differing, Opened};
use crate::store::{Fate, StoreError, holds};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The largest file that is read as mail, cards, events or a table.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Looks into files for somebody.
pub struct Finder<'a> {
    /// Who.
    pub erasing: &'a Erasing,
    /// A book of their own record alone: mail names people by their addresses.
    known: Book,
    now: Moment,
}

impl<'a> Finder<'a> {
    /// One for a person whose record is this, where it is still in the book.
    pub fn new(erasing: &'a Erasing, record: Option<&Record>, now: Moment) -> Self {
        Self { erasing, known: Book::of(record.cloned()), now }
    }

    /// What becomes of a file in the folder of the book in `dir` that is none of journal, database and backups.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn fate(&self, dir: &Path, path: &Path) -> Result<Fate, StoreError> {
        if path == dir.join(drafts::NAME) {
            return self.of_drafts(path, &drafts::read(dir, false, self.now));
        }
        Ok(if self.is_in(path)? { Fate::Goes } else { Fate::Stays })
    }

    fn of_drafts(&self, path: &Path, found: &drafts::Found) -> Result<Fate, StoreError> {
        // What cannot be read may be anybody's.
        if found.news.is_some() {
            return Ok(Fate::Goes);
        }
        let left: Vec<Draft> = found.drafts.iter().filter_map(|draft| self.draft(draft)).collect();
        if left == found.drafts {
            return Ok(Fate::Stays);
        }
        if left.is_empty() {
            return Ok(Fate::Goes);
        }
        let written = drafts::written(&left).map_err(StoreError::io("write the drafts", path))?;
        Ok(Fate::Becomes(written))
    }

    /// What is left of a draft; `None` when it is of a record that goes.
    fn draft(&self, draft: &Draft) -> Option<Draft> {
        let goes =
            |id: &str| Uuid::parse_str(id).is_ok_and(|id| self.erasing.gone.iter().any(|gone| gone.id == id));
        if draft.of.as_deref().is_some_and(goes) {
            return None;
        }
        let text = |text: &str| self.erasing.text(text, false).unwrap_or_else(|| text.to_owned());
        let mut left = draft.clone();
        left.about.retain(|id| !goes(id));
        for (_, written) in &mut left.fields {
            match written {
                Written::Text(words) | Written::Chosen(words) => *words = text(words),
                Written::Code(_) => {}
                Written::Picks(picks, words) => {
                    picks.retain(|(_, id)| !goes(id));
                    *words = text(words);
                }
            }
        }
        Some(left)
    }

    /// The drafts in the folder of a book that name them, as they are.
    pub fn drafts(&self, dir: &Path) -> Vec<Draft> {
        let all = drafts::read(dir, false, self.now).drafts;
        all.into_iter().filter(|draft| self.draft(draft).as_ref() != Some(draft)).collect()
    }

    /// Whether a file names them: in its name, in its bytes, or in what an import would make of it.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn is_in(&self, path: &Path) -> Result<bool, StoreError> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let person = &self.erasing.person;
        Ok(person.is_in(&name) || holds(path, person, &mut 0)? || self.is_read(path)?)
    }

    /// Whether what an import would make of a file names them: mail and cards may be written in codes.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn is_read(&self, path: &Path) -> Result<bool, StoreError> {
        let is_one = |name: &&str| path.extension().is_some_and(|end| end.eq_ignore_ascii_case(name));
        if !["eml", "vcf", "ics", "csv", "tsv", "xlsx", "ods"].iter().any(is_one) {
            return Ok(false);
        }
        let read = || -> io::Result<Vec<u8>> {
            if fs::metadata(path)?.len() > LARGEST { Ok(vec![]) } else { fs::read(path) }
        };
        let bytes = read().map_err(StoreError::io("look through a file", path))?;
        let mut ids = IdGenerator::new(Uuid::new_v4().into_bytes());
        let made = Opened::read(&bytes)
            .and_then(|opened| opened.against(&self.known, &mut ids, self.now, Differing::Keep));
        // What no import understands is no record of anybody.
        let Ok(import) = made else { return Ok(false) };
        let names = |record: &Record| {
            self.erasing.person.is_in_record(record) || !self.erasing.links(record).is_empty()
        };
        Ok(import.records.iter().any(|(_, after)| names(&after)))
    }

    /// The files of a folder and those below it, but for those of the names that are left out, that name them.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn files(&self, dir: &Path, leaves_out: &[&str]) -> Result<Vec<PathBuf>, StoreError> {
        let mut out = vec![];
        let listed = || fs::read_dir(dir)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>();
        let mut paths = match listed() {
            Err(e) if e.kind() == io::ErrorKind::NotFound => vec![],
            paths => paths.map_err(StoreError::io("list a folder", dir))?,
        };
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap_or_default();
            let Ok(meta) = fs::symlink_metadata(&path) else { continue };
            if leaves_out.iter().any(|left| name == *left) {
                continue;
            }
            if meta.is_dir() {
                out.extend(self.files(&path, &[])?);
            } else if meta.is_file() && self.is_in(&path)? {
                out.push(path);
            }
        }
        Ok(out)
    }
}
