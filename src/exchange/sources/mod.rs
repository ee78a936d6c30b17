//! Exports of other programs: clients and contacts.
//!
//! Their columns depend on the view that was exported, so a file is known by the set of their names, and only when what
//! stands below them fits. Owners, assistants and associated records bear other people's names and numbers; they never
//! become the row's own.

mod companies;
mod contacts;
mod known;
mod mapping;
mod plan;
mod propose;
mod row;
mod target;
mod ways;
mod written;

use super::table::{Row, Table};
use super::{Differing, Import, ImportError, Note, Refused, merge};
use crate::domain::text::fold;
use crate::domain::{Book, Client, Contact, IdGenerator, Kind, Moment, Record, Ref};
use chrono::NaiveDate;
use known::{Source, sources};
pub use mapping::{Mapping, MappingError};
pub(super) use plan::Plan;
pub use propose::{Looks, Proposal, Proposed};
use row::{Columns, Reading};
use std::collections::{BTreeMap, HashMap, HashSet};
pub use written::{Program, Written, write_as};

/// So many rows are looked at to tell whether a file is what its columns say.
const LOOKED_AT: usize = 500;

/// A column's name as it is compared: without its case, blanks around it and doubled ones inside.
fn plain(header: &str) -> String {
    header.trim_start_matches('\u{feff}').split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The source of a table, by its columns.
pub(super) fn detect(headers: &[String]) -> Result<&'static Source, ImportError> {
    let names: HashSet<String> = headers.iter().map(|h| plain(h)).collect();
    let has = |name: &str| names.contains(name);
    sources().find(|source| source.is(&has)).ok_or_else(|| ImportError::Unknown(headers.to_vec()))
}

/// The names of the sources that are known.
pub(super) fn understood() -> Vec<&'static str> {
    sources().map(|source| source.name).collect()
}

/// Whether a row can be the heading of a table that is understood.
pub(super) fn is_heading(cells: &[&str]) -> bool {
    let headers: Vec<String> = cells.iter().map(|c| (*c).to_owned()).collect();
    detect(&headers).is_ok()
}

/// What programs wrote in a column where there is nothing, each with its count; nothing of it is kept.
fn passed_over(table: &Table, at: usize, header: &str) -> Option<Note> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in table.rows.iter().map(|row| row.cell(at)).filter(|cell| row::is_placeholder(cell)) {
        *counts.entry(cell).or_default() += 1;
    }
    let told: Vec<String> = counts.iter().map(|(word, count)| format!("{word} ({count}x)")).collect();
    let words = || format!("{header}: taken as nothing was {}", told.join(", "));
    (!told.is_empty()).then(|| Note { line: None, words: words() })
}

/// Reads a table as it is planned.
pub(super) fn read(
    table: &Table,
    plan: &Plan,
    book: &Book,
    id_generator: &mut IdGenerator,
    now: Moment,
    differing: Differing,
) -> Result<Import, ImportError> {
    let source = plan.source;
    if table.rows.iter().all(Row::is_blank) && table.unclosed.is_none() {
        return Err(ImportError::Empty);
    }
    let columns = Columns::of(table, plan);
    plan.check(table, &columns)?;
    let (kind, prefix) = (source.kind, source.prefix());
    let (records, refused, notes) = (vec![], vec![], vec![]);
    let import =
        Import { source: source.name, kind, records, new: 0, changed: 0, same: 0, kept: 0, refused, notes };
    // A file that is made for a program has no ids of it in any row: they are given there.
    let is_made =
        table.unclosed.is_none() && !table.mended && table.rows.iter().all(|r| columns.id(r).is_empty());
    let needs_id = source.id.is_needed() && !is_made;
    let mut taker = Taker {
        book,
        source,
        known: known(book, kind, &prefix),
        alike: if needs_id { HashMap::new() } else { alike(book, kind) },
        needs_id,
        prefix,
        today: now.date(),
        differing,
        seen: HashMap::new(),
        import,
    };
    taker.about_the_file(table);
    let finder = contacts::Finder::of(book, source);
    for row in &table.rows {
        let Some(id) = taker.admitted(row, &columns) else { continue };
        let mut reading = Reading::new(row, &columns, now);
        let created = reading.created(now);
        let record = match kind {
            Kind::Client => companies::record(&mut reading, id_generator.next(created), created),
            _ => contacts::record(&mut reading, id_generator.next(created), created, &finder),
        };
        let notes = reading.into_notes();
        taker.take(row.line, id, record, notes);
    }
    Ok(taker.finish(&finder))
}

/// What tells a row without an id from others: its name, and of a person the first mail address.
fn words_of(record: &Record) -> String {
    match record {
        Record::Contact(contact) => {
            let mail = contact.mails.first().map_or("", |mail| mail.value.as_str());
            format!("{} {}", fold(&contact.shown_name()), fold(mail)).trim().to_owned()
        }
        other => fold(&other.title()),
    }
}

/// The clients of a book by name, or its contacts by name and each of their mail addresses; `None` where several have
/// that in common.
fn alike(book: &Book, kind: Kind) -> HashMap<String, Option<Ref>> {
    let mut out = HashMap::new();
    for record in book.all(kind) {
        let words = match record {
            Record::Contact(contact) => {
                let name = fold(&contact.shown_name());
                contact.mails.iter().map(|mail| format!("{name} {}", fold(&mail.value))).collect()
            }
            other => vec![fold(&other.title())],
        };
        for words in words {
            out.entry(words).and_modify(|several| *several = None).or_insert(Some(record.id()));
        }
    }
    out
}

/// The records of a kind that came from the same system before, by their id there.
fn known<'a>(book: &'a Book, kind: Kind, prefix: &str) -> HashMap<&'a str, Ref> {
    let mut out = HashMap::new();
    for record in book.everything().filter(|r| r.kind() == kind) {
        for name in external(record) {
            if let Some(id) = name.strip_prefix(prefix) {
                out.insert(id, record.id());
            }
        }
    }
    out
}

fn external(record: &Record) -> &[String] {
    match record {
        Record::Client(Client { external, .. }) | Record::Contact(Contact { external, .. }) => external,
        _ => &[],
    }
}

fn set_contacted(record: &mut Record, on: Option<NaiveDate>) {
    if let Record::Client(Client { contacted, .. }) | Record::Contact(Contact { contacted, .. }) = record {
        *contacted = on;
    }
}

/// Takes rows in, one by one.
struct Taker<'a> {
    book: &'a Book,
    source: &'static Source,
    /// Whether a row without an id cannot be taken.
    needs_id: bool,
    prefix: String,
    today: NaiveDate,
    differing: Differing,
    known: HashMap<&'a str, Ref>,
    /// Clients by name, contacts by name and mail address, for rows without an id.
    alike: HashMap<String, Option<Ref>>,
    /// Ids of this file, with their lines.
    seen: HashMap<String, u64>,
    import: Import,
}

impl Taker<'_> {
    fn about_the_file(&mut self, table: &Table) {
        self.import.notes.extend(table.notes.iter().map(|words| Note { line: None, words: words.clone() }));
        if !table.encoding.starts_with("UTF") {
            let words =
                format!("read as {}, because it is not UTF-8; look at some accented names", table.encoding);
            self.import.notes.push(Note { line: None, words });
        }
        for (at, header) in table.headers.iter().enumerate() {
            self.import.notes.extend(passed_over(table, at, header));
        }
        if let Some(line) = table.unclosed.as_ref().map(|unclosed| unclosed.line) {
            let reason =
                "a quotation mark opens here and never closes; this row and those after it were not read";
            self.refuse(line, reason);
        } else if table.uneven {
            let words =
                "there is a quotation mark too many or too few; look at rows that are not as they should be";
            self.import.notes.push(Note { line: None, words: words.into() });
        }
    }

    fn refuse(&mut self, line: u64, reason: impl Into<String>) {
        self.import.refused.push(Refused { line, reason: reason.into() });
    }

    /// The id of a row that can be taken at all.
    fn admitted(&mut self, row: &Row, columns: &Columns) -> Option<String> {
        let line = row.line;
        let wanted = columns.width();
        let reason = if row.is_blank() {
            "the row is empty".to_owned()
        } else if (wanted..row.width()).any(|at| !row.cell(at).is_empty()) {
            format!(
                "it has {} cells instead of {wanted}; a separator too many moves all that follow",
                row.width()
            )
        } else {
            let id = columns.id(row);
            match (id.is_empty(), self.seen.get(id)) {
                (true, _) if !self.needs_id => return Some(String::new()),
                (true, _) => format!("it has no {}", columns.id_header()),
                _ if row::is_spoilt(id) => {
                    format!(
                        "{} {id} was spoilt by a spreadsheet: its last digits are lost",
                        columns.id_header()
                    )
                }
                (_, Some(first)) => format!("{} {id} stands on line {first} already", columns.id_header()),
                _ => {
                    self.seen.insert(id.to_owned(), line);
                    return Some(id.to_owned());
                }
            }
        };
        self.refuse(line, reason);
        None
    }

    fn take(&mut self, line: u64, id: String, fresh: Option<Record>, notes: Vec<String>) {
        let Some(mut fresh) = fresh else {
            let reason = match self.source.kind {
                Kind::Client => "it has neither a name nor a domain",
                _ => "it has neither a name nor a valid mail address",
            };
            self.refuse(line, reason);
            return;
        };
        let by_words = id.is_empty();
        let id = if by_words { words_of(&fresh) } else { id };
        if by_words && let Some(first) = self.seen.insert(id.clone(), line) {
            self.seen.insert(id, first);
            self.refuse(line, format!("{} stands on line {first} already", fresh.title()));
            return;
        }
        let name = format!("{}{id}", self.prefix);
        match &mut fresh {
            Record::Client(r) => r.external.push(name),
            Record::Contact(r) => r.external.push(name),
            _ => {}
        }
        let book = self.book;
        let brought = self.today;
        let Some(before) = self.in_book(&id, by_words).and_then(|r| book.get_with_deleted(r)) else {
            if self.is_sound(line, &fresh) {
                self.note(line, notes);
                self.import.new += 1;
                // Silence is counted from here on: nobody was expected to call before.
                if let Record::Client(client) = &mut fresh {
                    client.imported = Some(brought);
                }
                self.import.records.push((None, fresh));
            }
            return;
        };
        if before.is_gone() {
            let words = format!("{} lies in the bin and stays there; bring it back first", before.title());
            self.note(line, [words]);
            self.import.same += 1;
            return;
        }
        self.note(line, notes);
        self.merge(line, before, &fresh);
    }

    /// The record of a row: the one that came from it before, else the only one in the book of its name (of a
    /// person: and mail address).
    fn in_book(&self, id: &str, by_words: bool) -> Option<Ref> {
        let alike = || self.alike.get(id).copied().flatten().filter(|_| by_words);
        self.known.get(id).copied().or_else(alike)
    }

    /// Brings a row to the record that came from it before.
    fn merge(&mut self, line: u64, before: &Record, fresh: &Record) {
        // The later contact holds, whoever of the two knows of it.
        let last = before.contacted().max(fresh.contacted());
        let (mut base, mut fresh) = (before.clone(), fresh.clone());
        for record in [&mut base, &mut fresh] {
            set_contacted(record, last);
        }
        let merged = merge::merged(&base, &fresh, self.differing, &|id| self.book.title(id));
        let after = merged.record;
        if after == *before {
            self.import.same += 1;
        } else if self.is_sound(line, &after) {
            self.import.changed += 1;
            self.import.records.push((Some(before.clone()), after));
        } else {
            return;
        }
        self.import.kept += merged.kept.len();
        self.note(line, merged.kept);
        self.note(line, merged.told);
    }

    /// Whether a record may be kept as it is; a row that would make one that may not is refused.
    fn is_sound(&mut self, line: u64, record: &Record) -> bool {
        let errors: Vec<String> = record.errors().iter().map(ToString::to_string).collect();
        if !errors.is_empty() {
            self.refuse(line, format!("{} would not be right: {}", record.title(), errors.join("; ")));
        }
        errors.is_empty()
    }

    fn note(&mut self, line: u64, notes: impl IntoIterator<Item = String>) {
        self.import.notes.extend(notes.into_iter().map(|words| Note { line: Some(line), words }));
    }

    fn finish(mut self, finder: &contacts::Finder) -> Import {
        if self.source.kind == Kind::Client {
            for (before, after) in &self.import.records {
                let title = after.title();
                let made_by_hand = before.is_none() && finder.stands_alone(&title);
                if made_by_hand {
                    let words = format!(
                        "there is a client {title} already that did not come from {}; both stay",
                        self.source.system
                    );
                    let line =
                        external(after).iter().find_map(|e| self.seen.get(e.strip_prefix(&*self.prefix)?));
                    self.import.notes.push(Note { line: line.copied(), words });
                }
            }
        }
        self.import.notes.sort_by_key(|n| n.line);
        self.import.refused.sort_by_key(|r| r.line);
        self.import
    }
}

#[cfg(test)]
mod mapped;
#[cfg(test)]
mod round;
#[cfg(test)]
mod tests;
