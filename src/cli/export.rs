//! `syndeo export` and `syndeo schema`.

use super::args::{self, Format};
use super::book::Desk;
use super::file;
use super::list::found;
use super::out::{Out, Stop, tell};
use crate::domain::{Book, Kind, Moment, Record, json};
use crate::exchange::export::{self, csv::Dialect, xlsx};
use crate::exchange::ical;
use crate::exchange::vcard::{self, Version};
use std::ffi::OsStr;
use std::io::Write as _;
use std::path::Path;

/// Writes the records of a kind to a file or to standard output.
///
/// # Errors
/// When the call makes no sense, the book cannot be opened, there is such a file already, or it cannot be written.
pub fn run(out: &mut Out, dir: &Path, args: &args::Export) -> Result<(), Stop> {
    let format = format(args)?;
    let dialect = dialect(args, format)?;
    let desk = Desk::look(dir)?;
    let records = found(&desk.book, args.kind, &args.words.join(" "));
    let bytes = bytes(&desk.book, desk.now, args, &records, (format, dialect))?;
    match &args.output {
        Some(path) => {
            file::write(path, &bytes, args.force, "--force writes over it")?;
            out.done("the file is written");
            match format {
                Format::Ics => tell(&format!("{}: the dates of the book", path.display())),
                _ => tell(&format!("{}: {}", path.display(), args.kind.counted(records.len()))),
            }
        }
        None => out.bytes(&bytes)?,
    }
    desk.close(out)
}

/// Prints the JSON Schema of records.
///
/// # Errors
/// When nobody reads the output.
pub fn schema(out: &mut Out) -> Result<(), Stop> {
    out.text(&format!("{:#}\n", export::schema::schema()))
}

/// The format that is told, or that the ending of the file tells.
fn format(args: &args::Export) -> Result<Format, Stop> {
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
            let what = ending.map_or("a file without an ending".to_owned(), |e| format!(".{e}"));
            return Err(Stop::Wrong(format!(
                "{what} tells no format: .csv, .tsv, .jsonl, .json, .xlsx, .vcf and .ics do, or --format"
            )));
        }
    };
    if format == Format::Vcf && !matches!(args.kind, Kind::Contact | Kind::Client) {
        return Err(Stop::Wrong(format!(
            "cards are of people and clients; {} have none",
            args.kind.plural()
        )));
    }
    if format == Format::Ics && (args.kind != Kind::Calendar || !args.words.is_empty()) {
        return Err(Stop::Wrong(
            "a calendar is of the whole book: syndeo export calendar -o desk.ics".into(),
        ));
    }
    if format != Format::Vcf && args.vcard.is_some() {
        return Err(Stop::Wrong(
            "--vcard is for cards: give a file that ends with .vcf, or --format vcf".into(),
        ));
    }
    if format == Format::Xlsx && args.output.is_none() {
        return Err(Stop::Wrong("a workbook needs a file: give one with -o".into()));
    }
    Ok(format)
}

fn dialect(args: &args::Export, format: Format) -> Result<Dialect, Stop> {
    let is_csv = matches!(format, Format::Csv | Format::Tsv);
    if !is_csv && (args.excel || args.delimiter.is_some()) {
        return Err(Stop::Wrong("--excel and --delimiter are for CSV; .xlsx needs neither".into()));
    }
    let told = args.delimiter.map(|mark| {
        u8::try_from(mark)
            .ok()
            .filter(|m| m.is_ascii() && !matches!(m, b'"' | b'\r' | b'\n'))
            .ok_or_else(|| Stop::Wrong("--delimiter: one ASCII character was expected, such as ';'".into()))
    });
    let usual = if format == Format::Tsv { b'\t' } else { b',' };
    Ok(Dialect { spreadsheet: args.excel, delimiter: told.transpose()?.unwrap_or(usual) })
}

fn bytes(
    book: &Book,
    now: Moment,
    args: &args::Export,
    records: &[&Record],
    (format, dialect): (Format, Dialect),
) -> Result<Vec<u8>, Stop> {
    let mut bytes = vec![];
    let objects = || records.iter().map(|record| json::write_with_derived(book, now, record));
    match format {
        Format::Csv | Format::Tsv => {
            let table = export::table(book, now, args.kind, records);
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
            let version = if args.vcard == Some(3) { Version::Three } else { Version::Four };
            bytes = vcard::write(book, records, version).into_bytes();
        }
        Format::Xlsx => {
            let table = export::table(book, now, args.kind, records);
            let (workbook, cut) = xlsx::write(&table).map_err(|e| Stop::NotDone(e.to_string()))?;
            if cut > 0 {
                tell(&format!(
                    "{cut} texts are longer than a cell can hold and were cut; CSV and JSON have them whole"
                ));
            }
            bytes = workbook;
        }
    }
    Ok(bytes)
}
