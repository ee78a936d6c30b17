//! `syndeo export` and `syndeo schema`.

use super::args::{self, Format};
use super::book::{Desk, is_there};
use super::file;
use super::list::found;
use super::out::{Out, Stop, progress, tell};
use super::restore::size;
use crate::domain::{Book, Kind, Moment, Record, json};
use crate::exchange::export::{self, csv::Dialect, xlsx};
use crate::exchange::ical;
use crate::exchange::vcard::{self, Version};
use crate::exchange::{self, Program};
use crate::store::{Packer, Packing};
use crate::words::cli::moving;
use std::ffi::OsStr;
use std::io::{BufWriter, Write as _};
use std::path::Path;

/// Writes the records of a kind to a file or to standard output.
///
/// # Errors
/// When the call makes no sense, the book cannot be opened, there is such a file already, or it cannot be written.
pub fn run(out: &mut Out, dir: &Path, args: &args::Export) -> Result<(), Stop> {
    let kind = match (args.kind, &args.output) {
        (Some(kind), _) => kind,
        (None, Some(path)) => return whole(out, dir, path, args.force),
        (None, None) => return Err(Stop::Wrong(moving::all_needs_file().into())),
    };
    let format = format(args, kind)?;
    let dialect = dialect(args, format)?;
    let desk = Desk::look(dir)?;
    let version = if args.vcard == Some(3) { Version::Three } else { Version::Four };
    let records = found(&desk.book, kind, &args.words.join(" "));
    let bytes = match args.program {
        None => bytes(&desk.book, desk.now, kind, &records, (format, dialect, version))?,
        Some(_) if !matches!(format, Format::Csv | Format::Tsv) => {
            return Err(Stop::Wrong(moving::program_writes_csv().into()));
        }
        Some(program) => for_program(&desk, program.of(), (kind, &records), dialect)?,
    };
    match &args.output {
        Some(path) => {
            file::write(path, &bytes, args.force, moving::force_writes_over())?;
            out.done(moving::file_is_written());
            match format {
                Format::Ics => tell(&moving::dates_of_book(path.display())),
                _ => tell(&format!("{}: {}", path.display(), crate::words::counted(kind, records.len()))),
            }
        }
        None => out.bytes(&bytes)?,
    }
    desk.close(out)
}

impl args::Program {
    fn of(self) -> Program {
        match self {
            Self::Google => Program::Google,
            Self::Outlook => Program::Outlook,
            Self::Hubspot => Program::HubSpot,
            Self::Salesforce => Program::Salesforce,
            Self::Pipedrive => Program::Pipedrive,
            Self::Zoho => Program::Zoho,
        }
    }
}

/// Records as another program has them; what it has no place for is told.
fn for_program(
    desk: &Desk,
    program: Program,
    records: (Kind, &[&Record]),
    dialect: Dialect,
) -> Result<Vec<u8>, Stop> {
    let (kind, count) = (records.0, records.1.len());
    let written =
        exchange::write_as(&desk.book, desk.now, program, records, dialect).map_err(Stop::Output)?;
    let Some(written) = written else {
        let kinds = [Kind::Client, Kind::Contact].into_iter().filter(|kind| program.takes(*kind));
        let kinds: Vec<&str> = kinds.map(crate::words::kinds).collect();
        let words =
            moving::program_takes(program.name(), kinds.join(moving::and()), crate::words::kinds(kind));
        return Err(Stop::Wrong(words));
    };
    tell(&format!("{}: {}", written.source, crate::words::counted(kind, count)));
    if !written.lost.is_empty() {
        let parts: Vec<String> = written
            .lost
            .iter()
            .map(|(label, count)| {
                let label = crate::words::label(crate::words::Of::Field, label);
                format!("{label} ({count}x)")
            })
            .collect();
        tell(&moving::not_held(parts.join(", ")));
    }
    if written.doubled > 0 {
        tell(&moving::taken_for_another(written.doubled));
    }
    Ok(written.bytes)
}

/// Writes the whole book to a file: records, bin, history.
fn whole(out: &mut Out, dir: &Path, path: &Path, force: bool) -> Result<(), Stop> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let packing = Packing::of_name(&name).ok_or_else(|| Stop::Wrong(moving::whole_book_ending(&name)))?;
    let mut desk = Desk::look_at_store(dir)?;
    let not = |e: std::io::Error| Stop::NotDone(format!("{}: {e}", path.display()));
    progress(moving::writing_whole_book());
    let (records, changes) = file::write_with(path, force, moving::force_writes_over(), |file| {
        let mut packer = Packer::new(BufWriter::new(file), packing);
        let counted = desk.disk.write_whole(&mut packer, desk.now)?;
        packer.finish().map_err(not)?;
        Ok(counted)
    })?;
    out.done(moving::file_is_written());
    tell(&moving::whole_book_written(path.display(), size(records, changes)));
    desk.close(out)
}

/// Prints the JSON Schema of records, or of the lines of a whole book, with the fields that a person made in the book that is
/// there.
///
/// # Errors
/// When nobody reads the output.
pub fn schema(out: &mut Out, dir: &Path, all: bool) -> Result<(), Stop> {
    let desk = if is_there(dir)? { Some(Desk::look(dir)?) } else { None };
    let none = Book::default();
    let book = desk.as_ref().map_or(&none, |desk| &desk.book);
    let schema = if all { export::schema::whole() } else { export::schema::schema(book) };
    out.text(&format!("{schema:#}\n"))?;
    desk.map_or(Ok(()), |desk| desk.close(out))
}

/// The format that is told, or that the ending of the file tells.
fn format(args: &args::Export, kind: Kind) -> Result<Format, Stop> {
    let ending =
        args.output.as_deref().and_then(Path::extension).and_then(OsStr::to_str).map(str::to_lowercase);
    let format = match (args.format, ending.as_deref()) {
        (Some(format), _) => format,
        (None, Some("csv")) => Format::Csv,
        (None, Some("tsv" | "tab")) => Format::Tsv,
        (None, Some("jsonl" | "ndjson")) => Format::Jsonl,
        (None, Some("json")) => Format::Json,
        (None, Some("xlsx")) => Format::Xlsx,
        (None, Some("vcf" | "vcard")) => Format::Vcf,
        (None, Some("ics" | "ical")) => Format::Ics,
        (None, None) if args.output.is_none() => Format::Csv,
        (None, ending) => {
            let what = ending.map_or(moving::no_ending().to_owned(), |e| format!(".{e}"));
            return Err(Stop::Wrong(moving::tells_no_format(&what)));
        }
    };
    if format == Format::Vcf && !matches!(kind, Kind::Contact | Kind::Client) {
        return Err(Stop::Wrong(moving::no_cards(crate::words::kinds(kind))));
    }
    if format == Format::Ics && (kind != Kind::Calendar || !args.words.is_empty()) {
        return Err(Stop::Wrong(moving::calendar_of_book().into()));
    }
    if format != Format::Vcf && args.vcard.is_some() {
        return Err(Stop::Wrong(moving::vcard_for_cards().into()));
    }
    if format == Format::Xlsx && args.output.is_none() {
        return Err(Stop::Wrong(moving::workbook_needs_file().into()));
    }
    Ok(format)
}

fn dialect(args: &args::Export, format: Format) -> Result<Dialect, Stop> {
    let is_csv = matches!(format, Format::Csv | Format::Tsv);
    if !is_csv && (args.excel || args.delimiter.is_some()) {
        return Err(Stop::Wrong(moving::marks_for_csv().into()));
    }
    let told = args.delimiter.map(|mark| {
        u8::try_from(mark)
            .ok()
            .filter(|m| m.is_ascii() && !matches!(m, b'"' | b'\r' | b'\n'))
            .ok_or_else(|| Stop::Wrong(moving::one_mark().into()))
    });
    let usual = if format == Format::Tsv { b'\t' } else { b',' };
    Ok(Dialect { spreadsheet: args.excel, delimiter: told.transpose()?.unwrap_or(usual) })
}

fn bytes(
    book: &Book,
    now: Moment,
    kind: Kind,
    records: &[&Record],
    (format, dialect, version): (Format, Dialect, Version),
) -> Result<Vec<u8>, Stop> {
    let mut bytes = vec![];
    let objects = || records.iter().map(|record| json::write_with_derived(book, now, record));
    match format {
        Format::Csv | Format::Tsv => {
            let table = export::table(book, now, kind, records);
            export::csv::write(&table, dialect, &mut bytes).map_err(Stop::Output)?;
        }
        Format::Jsonl => {
            for object in objects() {
                writeln!(bytes, "{object}").map_err(Stop::Output)?;
            }
        }
        Format::Json => {
            let all: Vec<_> = objects().collect();
            writeln!(bytes, "{:#}", serde_json::Value::from(all)).map_err(Stop::Output)?;
        }
        Format::Ics => bytes = ical::write(book, now).into_bytes(),
        Format::Vcf => {
            bytes = vcard::write(book, records, version).into_bytes();
        }
        Format::Xlsx => {
            let table = export::table(book, now, kind, records);
            let (workbook, cut) = xlsx::write(&table).map_err(|e| Stop::NotDone(e.to_string()))?;
            if cut > 0 {
                tell(&moving::texts_cut(cut));
            }
            bytes = workbook;
        }
    }
    Ok(bytes)
}
