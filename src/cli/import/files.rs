//! The files of an import, as they lie on the medium.

use super::super::out::{Stop, tell};
use super::super::proposal;
use super::mappings::Mappings;
use super::{Asked, Dates, Numbers};
use crate::domain::{Kind, Packed};
use crate::exchange::{self, ImportError, MailFile, Mapping, Opened, Own};
use crate::store;
use std::fs;
use std::io;
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
pub fn opened(args: &Asked) -> Result<Vec<File<'_>>, Stop> {
    let kind = args.kind;
    let known = Mappings::read();
    let mapping = args.map.as_deref().map(|line| Mapping::read(line, kind)).transpose();
    let mapping = mapping.map_err(|e| Stop::Wrong(format!("--map: {e}")))?;
    if args.refused.is_some() && args.files.len() > 1 {
        return Err(Stop::Wrong("--refused is for one file: rows of several have other columns each".into()));
    }
    if mapping.is_some() && args.files.len() > 1 {
        return Err(Stop::Wrong(
            "--map says what the columns of one file are; bring the others in by themselves".into(),
        ));
    }
    let mut files = vec![];
    for path in &args.files {
        let named = |e: &dyn std::fmt::Display| Stop::NotDone(format!("{}: {e}", path.display()));
        if path.is_dir() {
            let found = mails(path).map_err(|e| named(&e))?;
            let file =
                Opened::mails(found).map_err(|_| named(&"it is a folder, and there is no mail in it"))?;
            files.push((path, Read::Table(Box::new(file.of_me(&args.me)))));
            continue;
        }
        let (bytes, own) = contents(path).map_err(|e| named(&e))?;
        if let Some(own) = own {
            if mapping.is_some() || kind.is_some() || args.refused.is_some() {
                return Err(Stop::Wrong(format!(
                    "{}: it is JSON, which says what it is; --map, --as and --refused are for tables",
                    path.display()
                )));
            }
            files.push((path, Read::Own(own)));
            continue;
        }
        let (read, dates) = if let Some(mapping) = &mapping {
            (Opened::mapped_headed(&bytes, mapping.clone(), args.heads), args.dates)
        } else {
            let (read, dates) = as_before(&bytes, path, args, &known);
            (read, args.dates.or(dates))
        };
        let file = match read {
            Err(ImportError::Unknown(_)) => {
                let proposal = exchange::propose(&bytes, kind, args.heads).map_err(|e| named(&e))?;
                return Err(named(&proposal::words(path, &proposal)));
            }
            read => read.map_err(|e| named(&e))?,
        };
        if kind.is_some_and(|kind| kind != file.kind()) {
            let words = format!("a row of it is a {}, by its columns; --map says otherwise", file.kind());
            return Err(named(&words));
        }
        files.push((
            path,
            Read::Table(Box::new(
                file.dated(dates.map(Dates::order))
                    .numbered(args.numbers.map(Numbers::style))
                    .of_me(&args.me),
            )),
        ));
    }
    files.sort_by_key(|(_, file)| file.place());
    Ok(files)
}

/// Reads a file as a person said before of such columns, else as the program has it that it is known by.
fn as_before(
    bytes: &[u8],
    path: &Path,
    args: &Asked,
    known: &Mappings,
) -> (Result<Opened, ImportError>, Option<Dates>) {
    let read = Opened::read_headed(bytes, args.heads);
    let headers: &[String] = match &read {
        Ok(file) => file.headers(),
        Err(ImportError::Unknown(headers)) => headers,
        Err(_) => &[],
    };
    let before =
        known.of(headers).filter(|said| !args.forget && args.kind.is_none_or(|kind| kind == said.kind));
    let Some((said, mapping)) = before.and_then(|said| Some((said, said.mapping()?))) else {
        return (read, None);
    };
    tell(&format!(
        "{}: its columns go where {} had them ({}); --forget asks anew",
        path.display(),
        said.name,
        said.map
    ));
    (Opened::mapped_headed(bytes, mapping, args.heads), said.dates)
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
    let note = (whole.changes > 0).then(|| {
        "it is a whole book; its history is not brought in here, but with its records by syndeo restore --from".to_owned()
    });
    Ok((vec![], Some(Own::of(records, note))))
}

/// The files of a folder of mail and of those in it, in the order of their names, each with what is in it or why it was not
/// read. What is not delivered yet (`tmp`) is none.
fn mails(dir: &Path) -> io::Result<Vec<MailFile>> {
    let (mut out, mut open) = (vec![], vec![dir.to_owned()]);
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at)? {
            let (path, sort) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))?;
            if sort.is_dir() && path.file_name().is_some_and(|name| name != "tmp") {
                open.push(path);
            } else if !sort.is_dir() {
                let name = path.strip_prefix(dir).unwrap_or(&path).to_string_lossy().into_owned();
                // A link may lead anywhere, a pipe waits for ever.
                let read = if sort.is_symlink() {
                    Err("it is a link, and links are not followed".to_owned())
                } else if sort.is_file() {
                    fs::read(&path).map_err(|error| format!("it cannot be read: {error}"))
                } else {
                    Err("it is no plain file".to_owned())
                };
                out.push((name, read));
            }
        }
    }
    out.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(out)
}
