//! Clients and contacts as a file of another program: the table of its columns, read the other way round. What is held by
//! it is found out by reading the file as an import would.

use super::super::export::csv::{Dialect, write_texts};
use super::super::{Differing, Opened, What};
use super::known::{Source, sources};
use super::target::Target;
use super::ways::{Way, distributed, ways};
use super::{detect, external, plain};
use crate::domain::{
    Birthday, Book, Contact, Field, IdGenerator, Kind, Labelled, Moment, Record, Value, Visibility,
};
use std::collections::HashSet;

/// A program that such files are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Google Contacts.
    Google,
    /// Outlook, the classic one.
    Outlook,
    /// HubSpot.
    HubSpot,
    /// Salesforce, as its reports have it.
    Salesforce,
    /// Pipedrive.
    Pipedrive,
    /// Zoho CRM.
    Zoho,
}

impl Program {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Google => "Google",
            Self::Outlook => "Outlook",
            Self::HubSpot => "HubSpot",
            Self::Salesforce => "Salesforce",
            Self::Pipedrive => "Pipedrive",
            Self::Zoho => "Zoho",
        }
    }

    /// Whether it has records of this kind.
    pub fn takes(self, kind: Kind) -> bool {
        self.source(kind).is_some()
    }

    /// Of the files of this kind that are known of it the first.
    fn source(self, kind: Kind) -> Option<&'static Source> {
        // Work is written in this program's own form; another one has other rules for it.
        let written = matches!(kind, Kind::Client | Kind::Contact);
        sources().find(|source| written && source.system == self.name() && source.kind == kind)
    }
}

/// A file for another program.
#[derive(Clone, Debug)]
pub struct Written {
    /// What it is: "HubSpot contacts".
    pub source: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// What it does not hold as the book has it: the field by its label, and of how many records.
    pub lost: Vec<(&'static str, usize)>,
    /// How many rows would be taken for another one of the file, since they have the same name and address.
    pub doubled: usize,
}

/// What a column is filled with.
enum Fill {
    Id,
    Text(&'static str),
    Way(Way),
    Birthday,
    Created,
    Contacted,
    Tags,
    Company,
    CompanyId,
    FullName,
    /// A link to a page whose address has this word in it.
    Link(String),
    Custom(String),
    Nothing,
}

struct Column {
    header: String,
    fill: Fill,
}

/// Writes records of a kind as a program has them; `None` when it has no such records.
///
/// # Errors
/// Those of writing, which in memory do not come.
pub fn write_as(
    book: &Book,
    now: Moment,
    program: Program,
    (kind, records): (Kind, &[&Record]),
    dialect: Dialect,
) -> std::io::Result<Option<Written>> {
    let Some(source) = program.source(kind) else { return Ok(None) };
    let writer = Writer { book, source, has_ids: has_ids(source, records) };
    let columns = writer.columns(records);
    let heading: Vec<String> = columns.iter().map(|column| column.header.clone()).collect();
    let rows: Vec<Vec<String>> = records.iter().map(|record| writer.row(&columns, record)).collect();
    let mut bytes = vec![];
    write_texts(&heading, &rows, dialect, &mut bytes)?;
    let (lost, doubled) = lost(book, now, kind, records, &bytes);
    Ok(Some(Written { source: source.name, bytes, lost, doubled }))
}

/// Whether ids are written: where every row of the program's own files has one, all must.
fn has_ids(source: &Source, records: &[&Record]) -> bool {
    !source.id.is_needed() || records.iter().all(|record| id_there(source, source.kind, record).is_some())
}

/// The id that a record has in the system of a source, when it came from there.
fn id_there<'a>(source: &Source, kind: Kind, record: &'a Record) -> Option<&'a str> {
    let prefix = source.prefix_of(kind);
    external(record).iter().filter_map(|name| name.strip_prefix(&*prefix)).find(|id| source.id.fits(id))
}

struct Writer<'a> {
    book: &'a Book,
    source: &'static Source,
    has_ids: bool,
}

impl Writer<'_> {
    /// The columns: of those that go to one place the first, then what the source is known by, then custom fields.
    fn columns(&self, records: &[&Record]) -> Vec<Column> {
        let source = self.source;
        let mut out: Vec<Column> = vec![];
        out.extend(source.ids.first().map(|id| Column { header: (*id).to_owned(), fill: Fill::Id }));
        let mut seen: Vec<Target> = vec![];
        let ways = ways(source, records);
        for (name, target) in source.columns {
            let fill = match target {
                Target::Mails(_) | Target::Phone(_) | Target::Label => {
                    let own = ways.iter().filter(|(_, way)| way.column == *name);
                    let column = |(header, way): &(String, Way)| Column {
                        header: header.clone(),
                        fill: Fill::Way(*way),
                    };
                    out.extend(own.map(column));
                    continue;
                }
                Target::Own("link") => Fill::Link(plain(name)),
                _ if seen.contains(target) => continue,
                Target::Text(field) | Target::Long(field) | Target::Read(field) => Fill::Text(field),
                Target::Own("industry") => Fill::Text("industry"),
                Target::Birthday => Fill::Birthday,
                Target::Created => Fill::Created,
                Target::Contacted => Fill::Contacted,
                Target::Tags => Fill::Tags,
                Target::Own("company") => Fill::Company,
                Target::Own("company ids") => Fill::CompanyId,
                Target::Own("full name") => Fill::FullName,
                // The domain follows from the page; the rest says once more what other columns say.
                _ => continue,
            };
            seen.push(*target);
            out.push(Column { header: (*name).to_owned(), fill });
        }
        for group in source.needs {
            let there = |name: &str| out.iter().any(|column| plain(&column.header) == plain(name));
            let lacking = group.first().filter(|_| !group.iter().any(|name| there(name)));
            out.extend(lacking.map(|name| Column { header: (*name).to_owned(), fill: Fill::Nothing }));
        }
        let plain_len = out.len();
        self.add_custom(&mut out, records);
        let headers: Vec<String> = out.iter().map(|column| column.header.clone()).collect();
        // A field of somebody's own may bear a name by which another program is known.
        if !detect(&headers).is_ok_and(|found| found.name == source.name) {
            out.truncate(plain_len);
        }
        out
    }

    /// Custom fields, each under its name, as far as no column of the source bears it.
    fn add_custom(&self, out: &mut Vec<Column>, records: &[&Record]) {
        /// Other programs take no more columns than people have.
        const MOST: usize = 100;
        let mut taken: HashSet<String> = out.iter().map(|column| plain(&column.header)).collect();
        let entries = records.iter().flat_map(|record| custom(record));
        let mut added = 0;
        for label in entries.map(|entry| entry.label.trim().to_owned()) {
            let name = plain(&label);
            let target = self.source.target(&name);
            // A company that nobody in the book is called by was kept as it stood.
            let free = !name.is_empty() && matches!(target, Target::Custom | Target::Own("associated"));
            if free && added < MOST && taken.insert(name) {
                added += 1;
                out.push(Column { header: label.clone(), fill: Fill::Custom(label) });
            }
        }
    }

    fn row(&self, columns: &[Column], record: &Record) -> Vec<String> {
        let slots: Vec<Way> = columns
            .iter()
            .filter_map(|column| if let Fill::Way(way) = column.fill { Some(way) } else { None })
            .collect();
        let mut filled = distributed(&slots, record, self.source.several).into_iter();
        columns
            .iter()
            .map(|column| match &column.fill {
                Fill::Way(_) => filled.next().unwrap_or_default(),
                fill => {
                    let cell = self.cell(fill, record);
                    let open = cell.is_empty() || matches!(fill, Fill::Created);
                    // What could not be read in this column, or names nobody in the book, was kept under its name.
                    let kept =
                        || custom(record).into_iter().find(|one| plain(&one.label) == plain(&column.header));
                    if open { kept().map_or(cell, |one| one.value) } else { cell }
                }
            })
            .collect()
    }

    fn cell(&self, fill: &Fill, record: &Record) -> String {
        let client = || Contact::of(record).and_then(|contact| self.book.client(contact.client.0?));
        match fill {
            Fill::Id if self.has_ids => {
                id_there(self.source, self.source.kind, record).unwrap_or_default().to_owned()
            }
            Fill::Text(name) => text(record, name),
            Fill::Birthday => match value(record, "birthday") {
                Value::Birthday(day) => birthday(day),
                _ => String::new(),
            },
            Fill::Created => record.head().created.local().format("%Y-%m-%d %H:%M:%S").to_string(),
            Fill::Contacted => record.contacted().map(|day| day.to_string()).unwrap_or_default(),
            Fill::Tags => match value(record, "tags") {
                Value::Words(words) => {
                    words.join(if self.source.several.is_empty() { ";" } else { self.source.several })
                }
                _ => String::new(),
            },
            Fill::Company => client().map(|client| client.name.clone()).unwrap_or_default(),
            Fill::CompanyId => {
                let client = client().and_then(|client| self.book.get(client.id));
                client
                    .and_then(|client| id_there(self.source, Kind::Client, client))
                    .unwrap_or_default()
                    .to_owned()
            }
            Fill::FullName => full_name(record),
            Fill::Link(header) => match value(record, "links") {
                Value::Words(links) => {
                    let names = |link: &&String| header.split(' ').any(|word| is_of(link, word));
                    links.iter().find(names).cloned().unwrap_or_default()
                }
                _ => String::new(),
            },
            Fill::Custom(label) => custom(record)
                .into_iter()
                .find(|entry| entry.label.trim() == label)
                .map(|entry| entry.value)
                .unwrap_or_default(),
            Fill::Id | Fill::Way(_) | Fill::Nothing => String::new(),
        }
    }
}

/// Whether a link leads to the page that a column is for: "linkedin" in its name and in the address.
fn is_of(link: &str, word: &str) -> bool {
    ["linkedin", "facebook"].contains(&word) && link.to_lowercase().contains(word)
}

fn value(record: &Record, name: &str) -> Value {
    record.kind().field(name).map_or(Value::Empty, |field| field.read(record))
}

fn text(record: &Record, name: &str) -> String {
    match value(record, name) {
        Value::Text(text) => text,
        _ => String::new(),
    }
}

fn custom(record: &Record) -> Vec<Labelled> {
    match value(record, "custom") {
        Value::Labelled(entries) => entries,
        _ => vec![],
    }
}

/// First and last name; the shown one where there are neither.
fn full_name(record: &Record) -> String {
    let parts = [text(record, "first_name"), text(record, "last_name")];
    let made = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if made.is_empty() { text(record, "shown") } else { made }
}

/// `1980-03-07`, or `--03-07` (ISO 8601:2000 §5.2.1.3) where the year is not known.
fn birthday(day: Birthday) -> String {
    match day.year {
        Some(year) => format!("{year:04}-{:02}-{:02}", day.month, day.day),
        None => format!("--{:02}-{:02}", day.month, day.day),
    }
}

/// What does not come back as it is when the file is read again, by field, and how many rows do not come back at all.
fn lost(
    book: &Book,
    now: Moment,
    kind: Kind,
    records: &[&Record],
    bytes: &[u8],
) -> (Vec<(&'static str, usize)>, usize) {
    let companies = book.all(Kind::Client).filter(|_| kind != Kind::Client).cloned();
    let there = Book::of(companies);
    let read = Opened::read(bytes).and_then(|opened| {
        let lines: Vec<u64> = opened.lines();
        let import = opened.against(&there, &mut IdGenerator::new([0; 16]), now, Differing::Keep)?;
        Ok((lines, import))
    });
    // A file that is written and cannot be read holds nothing.
    let (lines, import) = match read {
        Ok(read) => read,
        Err(_) if records.is_empty() => return (vec![], 0),
        Err(_) => return (vec![("everything", records.len())], 0),
    };
    let refused: HashSet<u64> = import.refused.iter().map(|refused| refused.line).collect();
    let taken = records.iter().zip(&lines).filter(|(_, line)| !refused.contains(*line)).map(|(r, _)| r);
    let mut counts: Vec<(&'static str, usize)> = vec![];
    for (record, (_, back)) in taken.zip(import.records.iter()) {
        let fields = kind.fields().iter().filter(|f| f.traits.visibility != Visibility::Hidden);
        for field in fields.filter(|field| !is_held(field, record, &back)) {
            match counts.iter_mut().find(|(label, _)| *label == field.label) {
                Some((_, count)) => *count += 1,
                None => counts.push((field.label, 1)),
            }
        }
    }
    (counts, refused.len())
}

/// Whether what a field has came back, in whatever order; what came besides is not looked at.
fn is_held(field: &Field, record: &Record, back: &Record) -> bool {
    let (old, new) = (field.read(record), field.read(back));
    match (&old, &new) {
        (Value::Empty, _) => true,
        (Value::Labelled(old), Value::Labelled(new)) => old.iter().all(|entry| new.contains(entry)),
        (Value::Words(old), Value::Words(new)) => old.iter().all(|word| new.contains(word)),
        _ => old == new,
    }
}

impl Opened {
    /// The lines on which its rows begin.
    fn lines(&self) -> Vec<u64> {
        match &self.0 {
            What::Table(table, _) => table.rows.iter().map(|row| row.line).collect(),
            What::Cards(_) | What::Calendar(_) | What::Mails(_) => vec![],
        }
    }
}
