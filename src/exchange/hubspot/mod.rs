//! Exports of HubSpot: companies and contacts.
//!
//! Their columns depend on the view that was exported, so a file is known by the set of their names. Owners,
//! assistants and associated records bear other people's names and numbers; they never become the row's own.

mod companies;
mod contacts;
mod row;

use super::csv::Table;
use super::{Differing, Import, ImportError, Note, Refused, merge};
use crate::domain::{Book, Client, Contact, IdGenerator, Kind, Moment, Record, Ref};
use chrono::NaiveDate;
use row::{Columns, Reading};
use std::collections::{HashMap, HashSet};

/// The names under which a row's id is exported.
const ID: &[&str] = &["record id", "company id", "contact id", "hs_object_id"];

/// A column's name as it is compared: without its case, blanks around it and doubled ones inside.
fn plain(header: &str) -> String {
    header.trim_start_matches('\u{feff}').split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What a table is, by its columns.
pub(super) fn detect(headers: &[String]) -> Result<Kind, ImportError> {
    let names: HashSet<String> = headers.iter().map(|h| plain(h)).collect();
    let has = |some: &[&str]| some.iter().any(|name| names.contains(*name));
    // Zoho calls its ids the same but for a capital, and exports every link twice, as "X.id" and "X".
    let zoho = names.iter().any(|name| name.rsplit_once('.').is_some_and(|(_, end)| end == "id"));
    if has(ID) && !zoho && has(&["first name", "last name", "email"]) {
        Ok(Kind::Contact)
    } else if has(ID) && !zoho && has(&["company name", "name"]) {
        Ok(Kind::Client)
    } else {
        Err(ImportError::Unknown(headers.to_vec()))
    }
}

/// Whether a row can be the heading of a table that is understood.
pub(super) fn is_heading(cells: &[&str]) -> bool {
    let headers: Vec<String> = cells.iter().map(|c| (*c).to_owned()).collect();
    detect(&headers).is_ok()
}

/// Reads a table of HubSpot.
pub(super) fn read(
    table: &Table,
    book: &Book,
    id_generator: &mut IdGenerator,
    now: Moment,
    differing: Differing,
) -> Result<Import, ImportError> {
    let kind = detect(&table.headers)?;
    if table.rows.iter().all(super::csv::Row::is_blank) && table.unclosed.is_none() {
        return Err(ImportError::Empty);
    }
    let (source, prefix) = match kind {
        Kind::Client => ("HubSpot companies", "hubspot:company:"),
        _ => ("HubSpot contacts", "hubspot:contact:"),
    };
    let (records, refused, notes) = (vec![], vec![], vec![]);
    let import = Import { source, kind, records, new: 0, changed: 0, same: 0, kept: 0, refused, notes };
    let columns = Columns::of(table, if kind == Kind::Client { companies::target } else { contacts::target });
    let mut taker = Taker {
        book,
        kind,
        prefix,
        today: now.date(),
        differing,
        known: known(book, kind, prefix),
        seen: HashMap::new(),
        import,
    };
    taker.about_the_file(table);
    let finder = contacts::Finder::of(book);
    for row in &table.rows {
        let Some(id) = taker.admitted(row, &columns) else { continue };
        let mut reading = Reading::new(row, &columns, now);
        let created = reading.created(now);
        let record = match kind {
            Kind::Client => companies::record(&mut reading, id_generator.next(created), created),
            _ => contacts::record(&mut reading, id_generator.next(created), created, &finder),
        };
        let notes = reading.into_notes();
        taker.take(row.line, &id, record, notes);
    }
    Ok(taker.finish(&finder))
}

/// The records of a kind that came from HubSpot before, by their id there.
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
    kind: Kind,
    prefix: &'static str,
    today: NaiveDate,
    differing: Differing,
    known: HashMap<&'a str, Ref>,
    /// Ids of this file, with their lines.
    seen: HashMap<String, u64>,
    import: Import,
}

impl Taker<'_> {
    fn about_the_file(&mut self, table: &Table) {
        if !table.encoding.starts_with("UTF") {
            let words =
                format!("read as {}, because it is not UTF-8; look at some accented names", table.encoding);
            self.import.notes.push(Note { line: None, words });
        }
        if let Some(line) = table.unclosed {
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
    fn admitted(&mut self, row: &super::csv::Row, columns: &Columns) -> Option<String> {
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
                (true, _) => "it has no Record ID".to_owned(),
                (_, Some(first)) => format!("Record ID {id} stands on line {first} already"),
                _ => {
                    self.seen.insert(id.to_owned(), line);
                    return Some(id.to_owned());
                }
            }
        };
        self.refuse(line, reason);
        None
    }

    fn take(&mut self, line: u64, id: &str, fresh: Option<Record>, notes: Vec<String>) {
        let Some(mut fresh) = fresh else {
            let reason = match self.kind {
                Kind::Client => "it has neither a name nor a domain",
                _ => "it has neither a name nor a valid mail address",
            };
            self.refuse(line, reason);
            return;
        };
        let name = format!("{}{id}", self.prefix);
        match &mut fresh {
            Record::Client(r) => r.external.push(name),
            Record::Contact(r) => r.external.push(name),
            _ => {}
        }
        let book = self.book;
        let brought = self.today;
        let Some(before) = self.known.get(id).and_then(|r| book.get_with_deleted(*r)) else {
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
        if self.kind == Kind::Client {
            for (before, after) in &self.import.records {
                let title = after.title();
                let made_by_hand = before.is_none() && finder.stands_alone(&title);
                if made_by_hand {
                    let words = format!(
                        "there is a client {title} already that did not come from HubSpot; both stay"
                    );
                    let line =
                        external(after).iter().find_map(|e| self.seen.get(e.strip_prefix(self.prefix)?));
                    self.import.notes.push(Note { line: line.copied(), words });
                }
            }
        }
        self.import.notes.sort_by_key(|n| n.line);
        self.import.refused.sort_by_key(|r| r.line);
        self.import
    }
}
