//! `syndeo import`.

use super::book::{Desk, id_generator, is_there};
use super::duplicates::tell_alike;
use super::file;
use super::out::{Out, Stop, progress, tell};
use super::proposal;
use crate::domain::{Book, Kind, Moment};
use crate::exchange::{self, DateOrder, Differing, Import, ImportError, Mapping, Opened, Own};
use crate::shell::clock;
use crate::store;
use clap::{Args, ValueEnum};
use serde_json::{Value as Json, json};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What stands below the help of the command.
pub const HELP: &str = "Examples:
  syndeo import companies.csv contacts.csv   one change, companies first; syndeo undo takes it back
  syndeo import contacts.csv --dry-run       only say what it would bring
  syndeo import list.xlsx --as clients       what its columns may be, and the line to say so
  syndeo import list.xlsx --as clients --map 'Firm=name,Mail=mails,Since=created' --dates dmy
  syndeo import people.vcf                   cards of people and firms, of any version
  syndeo import meetings.ics                 events with people of the book, and to-dos
  syndeo import Mail/ --me you@firm.example  mail with people of the book: a folder (Maildir), a mailbox (mbox), .eml
  syndeo import contacts.csv --refused left.csv   rows that are not taken, to mend and bring in: syndeo import left.csv
  syndeo import tasks.jsonl                  what syndeo export or --json wrote: records come back by their ids

The same file again changes nothing. A changed row fills in what is empty; where the book has something else, the book
stays and the row is told, unless --overwrite is given. Columns without a field of their own are kept among the record's
custom fields.";

/// How many remarks about a file are printed unless all are asked for.
const REMARKS: usize = 20;

/// What a row of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum As {
    /// A client
    Clients,
    /// A person
    Contacts,
}

impl As {
    fn kind(self) -> Kind {
        match self {
            Self::Clients => Kind::Client,
            Self::Contacts => Kind::Contact,
        }
    }
}

/// What comes first in dates of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Dates {
    /// The day: 15/3/2026
    Dmy,
    /// The month: 3/15/2026
    Mdy,
}

impl Dates {
    fn order(self) -> DateOrder {
        match self {
            Self::Dmy => DateOrder::DayFirst,
            Self::Mdy => DateOrder::MonthFirst,
        }
    }
}

/// Files to bring in, and how.
#[derive(Args, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub struct Asked {
    /// The files; what each is is told by what stands in it
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Where the columns go of a file that no program is known by; without it that is proposed
    #[arg(long, value_name = "COLUMN=FIELD,...")]
    pub map: Option<String>,
    /// What a row is of such a file
    #[arg(long = "as", value_enum, value_name = "KIND")]
    pub kind: Option<As>,
    /// What comes first in dates of a column that leaves it open
    #[arg(long, value_enum)]
    pub dates: Option<Dates>,
    /// Write the rows that are not taken to this file, with their lines and the reasons; mended, it can be brought in
    #[arg(long, value_name = "FILE.csv")]
    pub refused: Option<PathBuf>,
    /// An address of yours: what it wrote is from you. May be given several times
    #[arg(long, value_name = "MAIL")]
    pub me: Vec<String>,
    /// Say what it would bring and change nothing
    #[arg(long, short = 'n')]
    pub dry_run: bool,
    /// Where the book has another value, take the file's. Notes are added below, mails and phones beside those there are
    #[arg(long)]
    pub overwrite: bool,
    /// Print every remark, not only the first ones
    #[arg(long, short)]
    pub verbose: bool,
    /// The outcome as one JSON object
    #[arg(long)]
    pub json: bool,
}

/// Brings files in as one change.
///
/// # Errors
/// When one of the files cannot be read or is not understood: then nothing is brought in. Single bad rows are told.
pub fn run(out: &mut Out, dir: &Path, args: &Asked) -> Result<(), Stop> {
    let files = opened(args)?;
    // A new book is made only when there is something to keep in it.
    let mut desk = match (is_there(dir)?, args.dry_run) {
        (false, _) => None,
        (true, true) => Some(Desk::look(dir)?),
        (true, false) => Some(Desk::open(dir, "import", false)?),
    };
    let mut none = Book::default();
    let now = desk.as_ref().map_or_else(clock::now, |desk| desk.now);
    let book = desk.as_mut().map_or(&mut none, |desk| &mut desk.book);
    let mut imports = read(&files, book, now, args.overwrite)?;
    if desk.is_none() && !args.dry_run && imports.iter().any(|(_, import)| !import.records.is_empty()) {
        let mut made = Desk::open(dir, "import", true)?;
        if !made.book.is_empty() {
            // Another process began the book meanwhile: what is new is asked again, now that nobody else has it.
            imports = read(&files, &mut made.book, now, args.overwrite)?;
        }
        desk = Some(made);
    }
    let written = match (&args.refused, &files[..], &imports[..]) {
        (Some(to), [(_, Read::Table(file))], [(_, import)]) => refused(to, file, import)?,
        _ => false,
    };
    if !args.json {
        for (path, import) in &imports {
            remarks(path, import, args.verbose);
        }
    }
    let told: Vec<(PathBuf, String, Json)> =
        imports.iter().map(|(path, import)| (path.clone(), import.words(), report(path, import))).collect();
    let change = exchange::change_of(imports.into_iter().map(|(_, import)| import).collect(), now);
    let records = change.edits.len();
    let saved = !args.dry_run && records > 0;
    if let Some(desk) = desk.as_ref().filter(|_| records > 0 && !args.json) {
        tell_alike(&desk.book, &change);
    }
    match desk {
        Some(desk) if saved => desk.save(out, change)?,
        Some(desk) => desk.close(out)?,
        None => {}
    }
    if args.json {
        let files: Vec<Json> = told.into_iter().map(|(_, _, json)| json).collect();
        let refused = args.refused.as_ref().filter(|_| written).map(|path| path.to_string_lossy());
        return out.json(&json!({"files": files, "records": records, "saved": saved, "refused": refused}));
    }
    for (path, words, _) in told {
        out.line(&format!("{}: {words}", path.display()))?;
    }
    out.line(match (saved, args.dry_run) {
        (true, _) => "Done as one change; syndeo undo takes it back.",
        (_, true) => "Nothing was changed (--dry-run).",
        _ => "There was nothing to change.",
    })
}

/// Writes the rows that were not taken to a file of their own; false when there are none.
fn refused(to: &Path, file: &Opened, import: &Import) -> Result<bool, Stop> {
    if import.refused.is_empty() {
        tell(&format!("{}: not written, as every row was taken", to.display()));
        return Ok(false);
    }
    let Some(bytes) = file.refused(import) else {
        tell(&format!(
            "{}: not written; events and mails are looked after in their own programs",
            to.display()
        ));
        return Ok(false);
    };
    file::write(to, &bytes, false, "give another name")?;
    let rows = match import.refused.len() {
        1 => "the row that was not taken".to_owned(),
        rows => format!("the {rows} rows that were not taken"),
    };
    tell(&format!("{}: {rows}, to be mended and brought in again", to.display()));
    Ok(true)
}

/// A file and what is in it.
type File<'a> = (&'a PathBuf, Read);

/// What is in a file.
enum Read {
    /// A table.
    Table(Box<Opened>),
    /// Records that this program wrote.
    Own(Own),
}

impl Read {
    /// Records come in by their ids and ask nothing; companies come before the people who work there, and these before what
    /// is with them.
    fn place(&self) -> u8 {
        match self {
            Self::Own(_) => 0,
            Self::Table(table) => match table.kind() {
                Kind::Client => 1,
                Kind::Contact => 2,
                _ => 3,
            },
        }
    }
}

/// Reads the files from the medium, companies first: contacts find their clients in the book, whatever the order.
fn opened(args: &Asked) -> Result<Vec<File<'_>>, Stop> {
    let kind = args.kind.map(As::kind);
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
        if let Some(own) = own(path).map_err(|e| named(&e))? {
            if mapping.is_some() || kind.is_some() || args.refused.is_some() {
                return Err(Stop::Wrong(format!(
                    "{}: it is JSON, which says what it is; --map, --as and --refused are for tables",
                    path.display()
                )));
            }
            files.push((path, Read::Own(own)));
            continue;
        }
        let bytes = fs::read(path).map_err(|e| named(&e))?;
        let read = match &mapping {
            Some(mapping) => Opened::mapped(&bytes, mapping.clone()),
            None => Opened::read(&bytes),
        };
        let file = match read {
            Err(ImportError::Unknown(_)) => {
                let proposal = exchange::propose(&bytes, kind).map_err(|e| named(&e))?;
                return Err(named(&proposal::words(path, &proposal)));
            }
            read => read.map_err(|e| named(&e))?,
        };
        if kind.is_some_and(|kind| kind != file.kind()) {
            let words = format!("a row of it is a {}, by its columns; --map says otherwise", file.kind());
            return Err(named(&words));
        }
        files.push((path, Read::Table(Box::new(file.dated(args.dates.map(Dates::order)).of_me(&args.me)))));
    }
    files.sort_by_key(|(_, file)| file.place());
    Ok(files)
}

/// What this program wrote as JSON: records of a kind, or a whole book, of which the records are taken; `None` for any other
/// file.
fn own(path: &Path) -> Result<Option<Own>, Box<dyn std::error::Error>> {
    if !store::is_whole(path) {
        let bytes = fs::read(path)?;
        return Ok(if Own::is_json(&bytes) { Some(Own::read(&bytes)?) } else { None });
    }
    let (whole, mut records) = (store::whole(path)?, vec![]);
    whole.each_record(|record| {
        records.push(record);
        Ok(())
    })?;
    let note = (whole.changes > 0).then(|| {
        "it is a whole book; its history is not brought in here, but with its records by syndeo restore --from".to_owned()
    });
    Ok(Some(Own::of(records, note)))
}

/// The files of a folder of mail and of those in it, in the order of their names. What a mail program notes beside them
/// and what is not delivered yet (`tmp`) is none.
fn mails(dir: &Path) -> io::Result<Vec<(String, Vec<u8>)>> {
    let (mut out, mut open) = (vec![], vec![dir.to_owned()]);
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at)? {
            let (path, sort) = entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))?;
            if sort.is_dir() && path.file_name().is_some_and(|name| name != "tmp") {
                open.push(path);
            } else if sort.is_file() {
                let name = path.strip_prefix(dir).unwrap_or(&path).to_string_lossy().into_owned();
                out.push((name, fs::read(&path)?));
            }
        }
    }
    out.sort();
    Ok(out)
}

/// What the files would bring into a book, which is as it would be afterwards when this returns.
fn read(
    files: &[File<'_>],
    book: &mut Book,
    now: Moment,
    overwrite: bool,
) -> Result<Vec<(PathBuf, Import)>, Stop> {
    let differing = if overwrite { Differing::Overwrite } else { Differing::Keep };
    let (mut id_generator, mut imports) = (id_generator(), vec![]);
    for (path, file) in files {
        progress(&format!("reading {} ...", path.display()));
        let read = match file {
            Read::Own(own) => own.against(book, differing),
            Read::Table(table) => vec![
                table
                    .against(book, &mut id_generator, now, differing)
                    .map_err(|e| Stop::NotDone(format!("{}: {e}", path.display())))?,
            ],
        };
        for import in read {
            book.apply(&import.clone().into_change(now));
            imports.push(((*path).clone(), import));
        }
    }
    Ok(imports)
}

fn remarks(path: &Path, import: &Import, all: bool) {
    let most = if all { usize::MAX } else { REMARKS };
    let refused = import.refused.iter().map(|r| format!("{}: not taken, {r}", path.display()));
    let notes = import.notes.iter().map(|n| format!("{}: {n}", path.display()));
    for (title, lines) in [("rows not taken", refused.collect::<Vec<_>>()), ("remarks", notes.collect())] {
        lines.iter().take(most).for_each(|line| tell(line));
        if lines.len() > most {
            tell(&format!(
                "{}: {} more {title}; --verbose prints them all",
                path.display(),
                lines.len() - most
            ));
        }
    }
}

fn report(path: &Path, import: &Import) -> Json {
    let refused: Vec<Json> =
        import.refused.iter().map(|r| json!({"line": r.line, "reason": r.reason})).collect();
    let notes: Vec<Json> = import.notes.iter().map(|n| json!({"line": n.line, "words": n.words})).collect();
    json!({
        "file": path.to_string_lossy(), "source": import.source, "kind": import.kind.name(), "new": import.new,
        "changed": import.changed, "same": import.same, "kept": import.kept, "refused": refused, "notes": notes,
    })
}
