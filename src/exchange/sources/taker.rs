//! Takes rows in, one by one: what is new, what others become, what is refused, and what is told.

use super::super::table::{Row, Table};
use super::super::{Differing, Import, Note, Refused, merge};
use super::known::Source;
use super::row::{Columns, Said};
use super::seen::Seen;
use super::signs::{Known, add_external, words_of};
use super::{cells, contacts, passed_over};
use crate::domain::custom::{adopted, is_called};
use crate::domain::{Book, Client, Contact, Kind, Moment, Record, Ref};
use crate::words::exchange::of_rows;
use crate::words::fault as fault_in_words;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// What was made of a row.
pub(super) struct Fresh {
    /// The record, or why there is none.
    pub(super) record: Result<Record, String>,
    /// What is told about it.
    pub(super) said: Said,
}

/// Takes rows in.
pub(super) struct Taker<'a> {
    book: &'a Book,
    source: &'static Source,
    /// Whether a row without an id cannot be taken.
    needs_id: bool,
    finder: &'a contacts::Finder,
    today: NaiveDate,
    differing: Differing,
    known: Known<'a>,
    /// Ids of this file, with their lines.
    seen: Seen,
    /// Records of the book that rows of this file are about, with their lines.
    touched: HashMap<Ref, u64>,
    /// The next short number.
    number: u32,
    /// What is told once for the file, with the number of rows.
    counted: BTreeMap<String, usize>,
    import: Import,
}

impl<'a> Taker<'a> {
    /// Takes rows of a source into a book.
    pub(super) fn new(
        book: &'a Book,
        source: &'static Source,
        now: Moment,
        differing: Differing,
        finder: &'a contacts::Finder,
        without_ids: bool,
    ) -> Self {
        let with_ids = !without_ids && source.id != super::known::IdShape::None;
        Self {
            book,
            source,
            needs_id: source.id.is_needed() && !without_ids,
            finder,
            today: now.date(),
            differing,
            known: Known::of(book, source, with_ids),
            seen: Seen::default(),
            touched: HashMap::new(),
            number: book.next_number(),
            counted: BTreeMap::new(),
            import: Import::of(source.name, source.kind),
        }
    }

    /// Tells what is worth knowing about the file as a whole.
    pub(super) fn about_the_file(&mut self, table: &Table) {
        self.import.notes.extend(table.notes.iter().map(|words| Note { line: None, words: words.clone() }));
        if !table.encoding.starts_with("UTF") {
            let words = of_rows::other_encoding(table.encoding);
            self.import.notes.push(Note { line: None, words });
        }
        self.import.notes.extend(passed_over(table));
        if let Some(line) = table.unclosed.as_ref().map(|unclosed| unclosed.line) {
            let reason = of_rows::open_quotation();
            self.refuse(line, reason);
        } else if table.uneven {
            let words = of_rows::odd_quotation();
            self.import.notes.push(Note { line: None, words: words.into() });
        }
    }

    fn refuse(&mut self, line: u64, reason: impl Into<String>) {
        self.import.refused.push(Refused { line, reason: reason.into() });
    }

    /// The id of a row that can be taken at all.
    pub(super) fn admitted(&mut self, row: Row<'_>, columns: &Columns) -> Option<String> {
        let line = row.line;
        let wanted = columns.width();
        let reason = if row.is_blank() {
            of_rows::empty_row().to_owned()
        } else if columns.is_heading(row) {
            of_rows::heading_again().to_owned()
        } else if (wanted..row.width()).any(|at| !row.cell(at).is_empty()) {
            of_rows::wrong_width(row.width(), wanted)
        } else {
            let (id, header) = (columns.id(row), columns.id_header());
            if id.is_empty() && !self.needs_id {
                return Some(String::new());
            }
            if id.is_empty() {
                of_rows::has_no(header)
            } else if cells::is_spoilt(id) {
                of_rows::spoilt_id(header, id)
            } else if let Some(first) = self.seen.before(id, line) {
                of_rows::id_on_line(header, id, first)
            } else {
                return Some(id.to_owned());
            }
        };
        self.refuse(line, reason);
        None
    }

    /// Takes what was made of a row.
    pub(super) fn take(&mut self, line: u64, id: String, fresh: Fresh) {
        let Fresh { record, said } = fresh;
        let mut fresh = match record {
            Ok(record) => record,
            Err(reason) => return self.refuse(line, reason),
        };
        let mut said = said;
        said.notes.extend(fitted(self.book, &mut fresh));
        let by_words = id.is_empty();
        let id = if by_words { words_of(&fresh) } else { id };
        if by_words && let Some(first) = self.seen.before(&id, line) {
            self.refuse(line, of_rows::title_on_line(fresh.title(), first));
            return;
        }
        for words in said.counted {
            *self.counted.entry(words).or_default() += 1;
        }
        let name = format!("{}{id}", self.source.prefix_of(fresh.kind()));
        let book = self.book;
        let found = self.known.find(&name, &fresh);
        add_external(&mut fresh, name);
        let Some((before, why)) = found.and_then(|(id, why)| Some((book.get_with_deleted(id)?, why))) else {
            self.bring(line, fresh, said.notes);
            return;
        };
        if let Some(first) = self.touched.insert(before.id(), line) {
            let words = of_rows::about_same(book.title_of(before), first);
            return self.refuse(line, words);
        }
        if before.is_gone() {
            let words = of_rows::lies_in_bin(before.title());
            self.note(line, [words]);
            self.import.leave(line, before.id());
            return;
        }
        self.note(line, said.notes);
        if let Some(why) = why {
            let words = of_rows::taken_for(book.title_of(before), why);
            self.note(line, [words]);
        }
        self.merge(line, before, &fresh, &said.choices);
    }

    /// Takes in a row that is not in the book.
    fn bring(&mut self, line: u64, mut fresh: Record, notes: Vec<String>) {
        if !self.is_sound(line, &fresh) {
            return;
        }
        self.note(line, notes);
        let title = fresh.title();
        if self.source.kind == Kind::Client && self.finder.stands_alone(&title) {
            let words = of_rows::client_is_there(&title, self.source.system);
            self.note(line, [words]);
        }
        // Silence is counted from here on: nobody was expected to call before.
        if let Record::Client(client) = &mut fresh {
            client.imported = Some(self.today);
        }
        if fresh.wants_number() {
            fresh.set_number(self.number);
            self.number = self.number.saturating_add(1);
        }
        self.import.new += 1;
        self.import.push(line, None, &fresh);
    }

    /// Brings a row to the record that came from it before.
    fn merge(&mut self, line: u64, before: &Record, fresh: &Record, choices: &[&str]) {
        // The later contact holds, whoever of the two knows of it.
        let last = before.contacted().max(fresh.contacted());
        let (mut base, mut fresh) = (before.clone(), fresh.clone());
        for record in [&mut base, &mut fresh] {
            set_contacted(record, last);
        }
        let merged = merge::merged(&base, &fresh, choices, self.differing, &|id| self.book.title(id));
        let after = merged.record;
        if after == *before {
            self.import.leave(line, before.id());
        } else if self.is_sound(line, &after) {
            self.import.changed += 1;
            self.import.push(line, Some(before), &after);
        } else {
            return;
        }
        self.import.keep(line, merged.kept);
        self.note(line, merged.told);
    }

    /// Whether a record may be kept as it is; a row that would make one that may not is refused.
    fn is_sound(&mut self, line: u64, record: &Record) -> bool {
        let errors: Vec<String> = record.errors().iter().map(ToString::to_string).collect();
        if !errors.is_empty() {
            self.refuse(line, of_rows::not_right(record.title(), errors.join("; ")));
        }
        errors.is_empty()
    }

    fn note(&mut self, line: u64, notes: impl IntoIterator<Item = String>) {
        self.import.notes.extend(notes.into_iter().map(|words| Note { line: Some(line), words }));
    }

    /// What the file would bring.
    pub(super) fn finish(mut self) -> Import {
        for (words, rows) in std::mem::take(&mut self.counted) {
            let words = if rows == 1 { words } else { of_rows::in_rows(&words, rows) };
            self.import.notes.push(Note { line: None, words });
        }
        self.import.notes.sort_by_key(|n| n.line);
        self.import.refused.sort_by_key(|r| r.line);
        self.import
    }
}

/// Brings what stands in the fields that a person made into their writing. What does not fit is kept as it is, and told.
fn fitted(book: &Book, record: &mut Record) -> Vec<String> {
    let mut told = vec![];
    let fields = book.custom_fields(record.kind());
    let Some(pairs) = record.pairs_mut() else { return told };
    for field in fields {
        let Some(pair) = pairs.iter_mut().find(|pair| is_called(&pair.label, field.name)) else { continue };
        let (text, fault) = adopted(field, &pair.value);
        if let Some(fault) = fault {
            told.push(of_rows::kept_and_marked(field.name, &pair.value, fault_in_words(&fault)));
        }
        (pair.label, pair.value) = (field.name.to_owned(), text);
    }
    told
}

fn set_contacted(record: &mut Record, on: Option<NaiveDate>) {
    if let Record::Client(Client { contacted, .. }) | Record::Contact(Contact { contacted, .. }) = record {
        *contacted = on;
    }
}
