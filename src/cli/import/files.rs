//! The files of an import, as they lie on the medium.

use super::super::out::{Stop, tell};
use super::super::proposal;
use super::{Asked, Dates, Numbers};
use crate::domain::{Book, Kind, Packed};
use crate::exchange::{self, DateOrder, ImportError, Mapping, Opened, Own};
use crate::shell::importing::mails;
use crate::shell::mappings::{Mappings, Said};
use crate::store;
use crate::words::cli::moving;
use std::fs;
use std::path::{Path, PathBuf};

/// A file and what is in it.
pub type File<'a> = (&'a PathBuf, Read);

/// What is in a file.
pub enum Read {
    /// A table.
    Table(Box<Opened>),
    /// Records that this program wrote.
    Own(Own),
}

impl Read {
    /// Records come in by their ids and ask nothing; companies come before the people who work there, these before the
    /// work that is done for them, and that before what was done.
    fn place(&self) -> u8 {
        match self {
            Self::Own(_) => 0,
            Self::Table(table) => match table.kind() {
                Kind::Client | Kind::Department => 1,
                Kind::Contact => 2,
                Kind::Project => 3,
                Kind::Request | Kind::Milestone => 4,
                _ => 5,
            },
        }
    }
}

/// Reads the files from the medium, companies first: contacts find their clients in the book, whatever the order.
///
/// # Errors
/// When one cannot be read, or is not understood.
pub fn opened<'a>(args: &'a Asked, book: &Book) -> Result<Vec<File<'a>>, Stop> {
    let kind = args.kind;
    let known = Mappings::read();
    let mapping = args.map.as_deref().map(|line| Mapping::read_in(book, line, kind)).transpose();
    let mapping = mapping.map_err(|e| Stop::Wrong(moving::wrong_map(&e)))?;
    if args.refused.is_some() && args.files.len() > 1 {
        return Err(Stop::Wrong(moving::refused_of_one().into()));
    }
    if mapping.is_some() && args.files.len() > 1 {
        return Err(Stop::Wrong(moving::map_of_one().into()));
    }
    let mut files = vec![];
    for path in &args.files {
        let named = |e: &dyn std::fmt::Display| Stop::NotDone(format!("{}: {e}", path.display()));
        if path.is_dir() {
            let found = mails(path).map_err(|e| named(&e))?;
            let file = Opened::mails(found).map_err(|_| named(&moving::no_mail_in_folder()))?;
            files.push((path, Read::Table(Box::new(file.of_me(&args.me)))));
            continue;
        }
        let (bytes, own) = contents(path).map_err(|e| named(&e))?;
        if let Some(own) = own {
            if mapping.is_some() || kind.is_some() || args.refused.is_some() {
                return Err(Stop::Wrong(moving::json_says_itself(path.display())));
            }
            files.push((path, Read::Own(own)));
            continue;
        }
        let given = args.dates.map(Dates::order);
        let (read, dates) = if let Some(mapping) = &mapping {
            (Opened::mapped_headed(&bytes, mapping.clone(), args.heads), given)
        } else {
            let (read, dates) = as_before(&bytes, path, args, (&known, book));
            (read, given.or(dates))
        };
        let file = match read {
            Err(ImportError::Unknown(_)) => {
                let proposal = exchange::propose_in(book, &bytes, kind, args.heads).map_err(|e| named(&e))?;
                return Err(named(&proposal::words(path, &proposal)));
            }
            read => read.map_err(|e| named(&e))?,
        };
        if kind.is_some_and(|kind| kind != file.kind()) {
            let words = moving::row_is_a(crate::words::kind(file.kind()));
            return Err(named(&words));
        }
        files.push((
            path,
            Read::Table(Box::new(
                file.dated(dates).numbered(args.numbers.map(Numbers::style)).of_me(&args.me),
            )),
        ));
    }
    files.sort_by_key(|(_, file)| file.place());
    Ok(files)
}

/// Reads a file as a person said before of such columns, unless that is to be asked anew.
fn as_before(
    bytes: &[u8],
    path: &Path,
    args: &Asked,
    (known, book): (&Mappings, &Book),
) -> (Result<Opened, ImportError>, Option<DateOrder>) {
    if args.forget {
        return (Opened::read_headed(bytes, args.heads), None);
    }
    let (read, before) = known.opened(bytes, args.kind, args.heads, book);
    if let Some(said) = before {
        tell(&moving::columns_as_before(path.display(), &said.name, &said.map));
    }
    if let Some(mapping) = read.as_ref().ok().and_then(Opened::by_names) {
        let line = proposal::mapped(mapping.kind(), &mapping.line());
        tell(&moving::columns_by_names(path.display(), crate::words::kind(mapping.kind()), line));
    }
    (read, before.and_then(Said::dates))
}

/// What stands in a file, read once; of what this program wrote as JSON (records of a kind, or a whole book, of which the
/// records are taken) these instead.
fn contents(path: &Path) -> Result<(Vec<u8>, Option<Own>), Box<dyn std::error::Error>> {
    if !store::is_whole(path) {
        let bytes = fs::read(path)?;
        let ours = Own::is_json(&bytes) && !Opened::is_of_others(&bytes);
        let own = if ours { Some(Own::read(&bytes)?) } else { None };
        return Ok((bytes, own));
    }
    let (whole, mut records) = (store::whole(path)?, vec![]);
    whole.each_record(|record| {
        records.push(Packed::of(&record));
        Ok(())
    })?;
    let note = (whole.changes > 0).then(|| moving::is_whole_book().to_owned());
    Ok((vec![], Some(Own::of(records, note))))
}
