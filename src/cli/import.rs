//! `syndeo import`.

mod files;
mod preview;

use super::book::{Desk, id_generator, is_there};
use super::duplicates::tell_alike;
use super::file;
use super::out::{Out, Progress, Stop, tell};
use super::person::tell_erased;
use super::typed::within;
use crate::domain::{Action, Book, Kind, Moment, Verb};
use crate::exchange::{self, DateOrder, Differing, Edits, Import, Mode, NumberStyle, Opened, mappable};
use crate::shell::cancel::{Cancel, Stage};
use crate::shell::clock;
use crate::shell::mappings::{Mappings, Said};
use crate::store::StoreError;
use crate::words::cli::moving;
use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use files::{File, Read, opened};
use preview::Show;
use serde_json::{Value as Json, json};
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// How many remarks about a file are printed unless all are asked for.
const REMARKS: usize = 20;

/// Which rows are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Taken {
    /// New ones alone
    Add,
    /// Those alone that are in the book
    Update,
    /// Both
    #[default]
    Both,
}

impl Taken {
    fn mode(self) -> Mode {
        match self {
            Self::Add => Mode::Add,
            Self::Update => Mode::Update,
            Self::Both => Mode::Both,
        }
    }
}

/// Reads the name of a kind that a row of a table can be.
fn kinds() -> impl TypedValueParser<Value = Kind> {
    let names = mappable().map(Kind::plural);
    PossibleValuesParser::new(names)
        .map(|name| mappable().find(|kind| kind.plural() == name).unwrap_or(Kind::Client))
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

/// What stands before the hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Numbers {
    /// A comma: 1.234,56
    Comma,
    /// A point: 1,234.56
    Point,
}

impl Numbers {
    fn style(self) -> NumberStyle {
        match self {
            Self::Comma => NumberStyle::Comma,
            Self::Point => NumberStyle::Point,
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
    #[arg(long = "as", value_parser = kinds(), value_name = "KIND")]
    pub kind: Option<Kind>,
    /// Ask anew where the columns go, whatever was said before of a file with the same
    #[arg(long, conflicts_with = "map")]
    pub forget: bool,
    /// What comes first in dates of a column that leaves it open
    #[arg(long, value_enum)]
    pub dates: Option<Dates>,
    /// What stands before the hundredths in amounts of a column that leaves it open
    #[arg(long, value_enum)]
    pub numbers: Option<Numbers>,
    /// On how many lines the heading of a table stands, where that is open
    #[arg(long, value_name = "LINES", value_parser = within::<u8>(1, 2))]
    pub heads: Option<u8>,
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
    /// Which rows are taken
    #[arg(long, value_enum, default_value_t)]
    pub mode: Taken,
    /// Print these rows, each with its fields or with what differs, and change nothing. May be given several times
    #[arg(long, value_enum, value_name = "ROWS")]
    pub show: Vec<Show>,
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
    let looks = args.dry_run || !args.show.is_empty();
    let cancel = Cancel::listen(move |stage| last_words(stage, looks))
        .map_err(|e| Stop::NotDone(moving::no_signals(e)))?;
    let mut desk = begun(dir, looks)?;
    let mut none = Book::default();
    // What columns may be is known to the book as well: fields that a person made.
    let files = match opened(args, desk.as_ref().map_or(&none, |desk| &desk.book)) {
        Ok(files) => files,
        Err(stop) => return desk.map_or(Ok(()), |desk| desk.close(out)).and(Err(stop)),
    };
    let now = desk.as_ref().map_or_else(clock::now, |desk| desk.now);
    let book = desk.as_mut().map_or(&mut none, |desk| &mut desk.book);
    let mut imports = read(&files, book, now, args)?;
    if desk.is_none() && !looks && imports.iter().any(|(_, import)| !import.records.is_empty()) {
        cancel.reach(Stage::Writing);
        let mut made = Desk::open(dir, "import", true)?;
        if !made.book.is_empty() {
            // Another process began the book meanwhile: what is new is asked again, now that nobody else has it.
            imports = read(&files, &mut made.book, now, args)?;
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
    let seen = desk.as_ref().map_or(&none, |desk| &desk.book);
    let told: Vec<Told> =
        imports.iter().map(|(path, import)| told(seen, path, import, args, now.date())).collect();
    if let ([(path, Read::Table(file))], false) = (&files[..], looks) {
        keep(args, path, file);
    }
    // What was read is records by now.
    drop(files);
    let edits = exchange::edits_of(imports.into_iter().map(|(_, import)| import).collect());
    let records = edits.len();
    let saved = !looks && records > 0;
    desk.iter().filter(|_| !args.json).for_each(|desk| tell_alike(&desk.book, &edits));
    tell_erased(dir, &edits)?;
    match desk {
        Some(desk) if saved => save(out, desk, edits, &cancel)?,
        Some(desk) => desk.close(out)?,
        None => {}
    }
    if args.json {
        let files: Vec<Json> = told.into_iter().map(|told| told.json).collect();
        let refused = args.refused.as_ref().filter(|_| written).map(|path| path.to_string_lossy());
        return out.json(&json!({"files": files, "records": records, "saved": saved, "refused": refused}));
    }
    for Told { words, rows, .. } in told {
        out.line(&words)?;
        rows.iter().try_for_each(|row| out.line(row))?;
    }
    out.line(match (saved, looks) {
        (true, _) => moving::done(),
        (_, true) if args.dry_run => moving::nothing_changed_dry(),
        (_, true) => moving::nothing_changed_show(),
        _ => moving::nothing_to_change(),
    })
}

/// Keeps what was said in this call of the columns, and forgets what is to be asked anew.
fn keep(args: &Asked, path: &Path, file: &Opened) {
    match &args.map {
        Some(map) => {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let dates = args.dates.map(Dates::order);
            Mappings::keep(Said::of(name, file.headers(), file.kind(), map.clone(), dates));
        }
        None if args.forget => Mappings::forget(file.headers()),
        None => {}
    }
}

/// The book that is there. A new one is made only when there is something to keep in it.
fn begun(dir: &Path, looks: bool) -> Result<Option<Desk>, Stop> {
    Ok(match (is_there(dir)?, looks) {
        (false, _) => None,
        (true, true) => Some(Desk::look(dir)?),
        (true, false) => Some(Desk::open(dir, "import", false)?),
    })
}

/// Keeps what the files bring as one change.
fn save(out: &mut Out, desk: Desk, mut edits: Edits, cancel: &Cancel) -> Result<(), Stop> {
    let (action, all) = (Action::to_many(Verb::Import, edits.ids()), edits.len());
    let mut bar = Progress::default();
    cancel.reach(Stage::Writing);
    let saved = desk.save_all(out, &action, &mut edits, &mut |kept| {
        if kept == all {
            cancel.reach(Stage::Kept);
        }
        bar.show(moving::saving(), kept, all);
        cancel.asked().is_none()
    });
    drop(bar);
    match (saved, cancel.asked()) {
        (Err(Stop::Store(StoreError::GivenUp)), Some(code)) => {
            Err(Stop::Ended(moving::stopped_nothing_of_it().into(), code))
        }
        (Ok(()), Some(_)) => {
            last_words(Stage::Kept, false);
            Ok(())
        }
        (saved, _) => saved,
    }
}

/// What is said when somebody stops it while nothing is being written.
fn last_words(stage: Stage, looks: bool) {
    tell(match stage {
        _ if looks => moving::stopped_look(),
        Stage::Reading | Stage::Writing => moving::stopped_nothing(),
        Stage::Kept => moving::stopped_kept(),
    });
}

/// What is told of a file and what it would bring. Rows take room: only those that are printed are made.
fn told(book: &Book, path: &Path, import: &Import, args: &Asked, today: NaiveDate) -> Told {
    let looked_at = preview::to_look_at(import, &args.show);
    let words = format!("{}: {}{looked_at}", path.display(), import.words());
    if args.json {
        let json = report(path, import, preview::json(book, import, &args.show, today));
        return Told { words, json, rows: vec![] };
    }
    Told { words, json: Json::Null, rows: preview::lines(book, import, &args.show, today) }
}

/// What is told of a file.
struct Told {
    words: String,
    json: Json,
    rows: Vec<String>,
}

/// Writes the rows that were not taken to a file of their own; false when there are none.
fn refused(to: &Path, file: &Opened, import: &Import) -> Result<bool, Stop> {
    if import.refused.is_empty() {
        tell(&moving::no_refused(to.display()));
        return Ok(false);
    }
    let Some(bytes) = file.refused(import) else {
        tell(&moving::refused_elsewhere(to.display()));
        return Ok(false);
    };
    file::write(to, &bytes, false, moving::other_name())?;
    let rows = match import.refused.len() {
        1 => moving::row_not_taken().to_owned(),
        rows => moving::rows_not_taken(rows),
    };
    tell(&moving::to_be_mended(to.display(), &rows));
    Ok(true)
}

/// What the files would bring into a book, in which is then what one of them could name.
fn read(
    files: &[File<'_>],
    book: &mut Book,
    now: Moment,
    args: &Asked,
) -> Result<Vec<(PathBuf, Import)>, Stop> {
    let differing = if args.overwrite { Differing::Overwrite } else { Differing::Keep };
    let (mut id_generator, mut imports) = (id_generator(), vec![]);
    for (at, (path, file)) in files.iter().enumerate() {
        // What a later file or the preview may name must be there; else nothing is copied.
        let named = at + 1 < files.len() || !args.show.is_empty();
        let (mut bar, doing) = (Progress::default(), moving::reading_file(path.display()));
        bar.show(&doing, 0, 0);
        let bar = RefCell::new(bar);
        let told = |rows, all| bar.borrow_mut().show(&doing, rows, all);
        let read = match file {
            Read::Own(own) => own.against(book, differing),
            Read::Table(table) => vec![
                table
                    .against_told(book, &mut id_generator, now, differing, &told)
                    .map_err(|e| Stop::NotDone(format!("{}: {e}", path.display())))?,
            ],
        };
        for import in read.into_iter().map(|import| import.limited(args.mode.mode())) {
            if named {
                import.records.iter().for_each(|(_, after)| book.put(after));
            }
            imports.push(((*path).clone(), import));
        }
    }
    Ok(imports)
}

fn remarks(path: &Path, import: &Import, all: bool) {
    let most = if all { usize::MAX } else { REMARKS };
    let refused = import.refused.iter().map(|r| moving::not_taken_of(path.display(), r));
    let notes = import.notes.iter().map(|n| format!("{}: {n}", path.display()));
    for (title, lines) in
        [(moving::rows_title(), refused.collect::<Vec<_>>()), (moving::remarks(), notes.collect())]
    {
        lines.iter().take(most).for_each(|line| tell(line));
        if lines.len() > most {
            tell(&moving::more_of(path.display(), lines.len() - most, title));
        }
    }
}

fn report(path: &Path, import: &Import, rows: Option<Json>) -> Json {
    let refused: Vec<Json> =
        import.refused.iter().map(|r| json!({"line": r.line, "reason": r.reason})).collect();
    let notes: Vec<Json> = import.notes.iter().map(|n| json!({"line": n.line, "words": n.words})).collect();
    let mut out = json!({
        "file": path.to_string_lossy(), "source": import.source, "kind": import.kind.name(), "new": import.new,
        "changed": import.changed, "same": import.same, "left": import.left, "kept": import.kept,
        "doubtful": import.doubtful().len(), "refused": refused, "notes": notes,
    });
    if let (Some(rows), Some(out)) = (rows, out.as_object_mut()) {
        out.insert("rows".into(), rows);
    }
    out
}
