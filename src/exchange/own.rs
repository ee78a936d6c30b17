//! What this program wrote itself, as JSON: records come back by their ids, whatever they are called by now.

use super::called::{known_here, told};
use super::merge::merged;
use super::{Differing, Import, ImportError, Note, Refused};
use crate::domain::merge::{Became, brought_up};
use crate::domain::text::cut;
use crate::domain::{Book, Field, Kind, Packed, Record, Ref, Type, Value, json, parse};
use crate::words::exchange::of_rows;
use serde_json::Value as Json;
use std::collections::HashSet;

/// How much of a value is told.
const SHOWN: usize = 80;

/// Records that were read, each with its line.
#[derive(Clone, Debug, Default)]
pub struct Own {
    rows: Vec<(u64, Packed)>,
    refused: Vec<Refused>,
    notes: Vec<Note>,
}

impl Own {
    /// Whether a file is JSON, as no table is.
    pub fn is_json(bytes: &[u8]) -> bool {
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        text.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| matches!(byte, b'{' | b'['))
    }

    /// Reads JSON Lines, or a list of records.
    ///
    /// # Errors
    /// When there is no record in it; of a list also when one of them is none, since nothing tells its line.
    pub fn read(bytes: &[u8]) -> Result<Self, ImportError> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
        let mut own = Self::default();
        if bytes.starts_with(b"[") {
            let list: Vec<Json> =
                serde_json::from_slice(bytes).map_err(|e| ImportError::NotOwn(e.to_string()))?;
            for (number, json) in (1..).zip(&list) {
                let wrong = |e| ImportError::NotOwn(of_rows::record(number, &e));
                own.rows.push((number, Packed::of(&json::read(json).map_err(wrong)?)));
            }
        } else {
            for (line, text) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
                own.line(line, text.trim_ascii());
            }
        }
        match (own.rows.is_empty(), own.refused.first()) {
            (true, Some(first)) => Err(ImportError::NotOwn(first.to_string())),
            (true, None) => Err(ImportError::Empty),
            (false, _) => Ok(own),
        }
    }

    fn line(&mut self, line: u64, text: &[u8]) {
        if text.is_empty() {
            return;
        }
        let json: Result<Json, _> = serde_json::from_slice(text);
        match json.map_err(|e| e.to_string()).and_then(|json| json::read(&json).map_err(|e| e.to_string())) {
            Ok(record) => self.rows.push((line, Packed::of(&record))),
            Err(reason) => self.refused.push(Refused { line, reason }),
        }
    }

    /// Records that were read already, and what is worth knowing about where they come from.
    pub fn of(records: Vec<Packed>, note: Option<String>) -> Self {
        let notes = note.into_iter().map(|words| Note { line: None, words }).collect();
        // The head of a whole book stands on the first line.
        Self { rows: (2..).zip(records).collect(), refused: vec![], notes }
    }

    /// Holds them against a book, kind by kind: what is new, what changes, what stays.
    pub fn against(&self, book: &Book, differing: Differing) -> Vec<Import> {
        let records = self.rows.iter().map(|(_, record)| record);
        let mut taker = Taker {
            book,
            became: known_here(book, records),
            differing,
            here: self.rows.iter().map(|(_, record)| record.id()).collect(),
            numbers: book.everything().filter_map(Record::number).collect(),
            next: self
                .rows
                .iter()
                .filter_map(|(_, r)| r.record().number())
                .fold(book.next_number(), |next, no| next.max(no.saturating_add(1))),
            seen: HashSet::new(),
        };
        let mut imports: Vec<Import> = vec![];
        for kind in Kind::ALL {
            let rows: Vec<_> = self.rows.iter().filter(|(_, record)| record.id().kind == *kind).collect();
            if rows.is_empty() {
                continue;
            }
            let mut import = Import::of(kind.plural(), *kind);
            if imports.is_empty() {
                (import.refused, import.notes) = (self.refused.clone(), self.notes.clone());
            }
            for (line, record) in rows {
                taker.take(&mut import, *line, &record.record());
            }
            imports.push(import);
        }
        imports
    }
}

struct Taker<'a> {
    book: &'a Book,
    /// What became of records that were merged since the file was written.
    became: Became,
    differing: Differing,
    /// Everything in the file.
    here: HashSet<Ref>,
    /// Short numbers that are given.
    numbers: HashSet<u32>,
    /// The next one that nothing has, here or there.
    next: u32,
    seen: HashSet<Ref>,
}

impl Taker<'_> {
    fn take(&mut self, import: &mut Import, line: u64, of_file: &Record) {
        let now = brought_up(of_file, &self.became);
        let (fresh, id) = (&now, now.id());
        let was_merged = id != of_file.id();
        // Of what is one by now, that tells which bears its id.
        if was_merged && self.here.contains(&id) {
            import.same += 1;
            return;
        }
        if !self.seen.insert(id) {
            import.refused.push(Refused { line, reason: of_rows::stands_twice(id.id) });
            return;
        }
        let book = self.book;
        let mut notes = self.dangling(fresh);
        notes.extend(told(self.book, fresh).filter(|_| was_merged));
        let after = match book.get_with_deleted(id) {
            None => Some(self.numbered(fresh, &mut notes)),
            Some(before) if before == fresh => None,
            Some(before) if before.is_gone() != fresh.is_gone() => {
                let title = before.title();
                notes.push(if before.is_gone() {
                    of_rows::lies_in_bin(&title)
                } else {
                    of_rows::in_bin_of_file(&title)
                });
                None
            }
            Some(before) => {
                let mut fresh = fresh.clone();
                // What has a number here keeps it: another record may have that of the file by now.
                if let Some(number) = before.number() {
                    fresh.set_number(number);
                }
                match self.differing {
                    // What became part of another one is no state of that.
                    Differing::Overwrite if !was_merged => Some(fresh),
                    Differing::Overwrite | Differing::Keep => {
                        Some(self.filled(before, &fresh, (&mut *import, line), &mut notes))
                    }
                }
            }
        };
        self.keep(import, line, id, after, notes);
    }

    fn keep(&self, import: &mut Import, line: u64, id: Ref, after: Option<Record>, notes: Vec<String>) {
        let before = self.book.get_with_deleted(id);
        match after.filter(|after| before != Some(after)) {
            None => import.leave(line, id),
            Some(after) => {
                let errors: Vec<String> = after.errors().iter().map(ToString::to_string).collect();
                if !errors.is_empty() {
                    let reason = of_rows::not_right(after.title(), errors.join("; "));
                    import.refused.push(Refused { line, reason });
                    return;
                }
                match before {
                    Some(_) => import.changed += 1,
                    None => import.new += 1,
                }
                import.push(line, before, &after);
            }
        }
        import.notes.extend(notes.into_iter().map(|words| Note { line: Some(line), words }));
    }

    /// A new record, with a number that nothing else has.
    fn numbered(&mut self, fresh: &Record, notes: &mut Vec<String>) -> Record {
        let mut record = fresh.clone();
        if !record.wants_number() {
            return record;
        }
        if let Some(number) = record.number()
            && self.numbers.insert(number)
        {
            return record;
        }
        if let Some(number) = record.number() {
            notes.push(of_rows::other_number(record.title(), self.next, number));
        }
        Record::number_all(std::slice::from_mut(&mut record), self.next);
        self.numbers.insert(self.next);
        self.next = self.next.saturating_add(1);
        record
    }

    /// The record of the book with what the file has besides: what is empty is filled, lists grow. Where both have something
    /// else, the book stays as it is and that is told.
    fn filled(
        &self,
        before: &Record,
        fresh: &Record,
        (import, line): (&mut Import, u64),
        notes: &mut Vec<String>,
    ) -> Record {
        let mut lists = Record::new(fresh.kind(), fresh.id().id, fresh.head().created);
        let is_list = |value: &Value| matches!(value, Value::Labelled(_) | Value::Words(_));
        for field in fresh.fields() {
            let value = field.read(fresh);
            if is_list(&value) {
                // The value comes from the same field of a record of the same kind, so it always fits.
                let _ = field.write(&mut lists, value);
            }
        }
        let names = |id| self.book.title(id);
        let grown = merged(before, &lists, &[], self.differing, &names);
        let (mut record, mut kept) = (grown.record, grown.kept);
        for field in fresh.fields() {
            let (old, new) = (field.read(before), field.read(fresh));
            if new.is_empty() || is_list(&new) || new == old {
                continue;
            }
            if old.is_empty() {
                let _ = field.write(&mut record, new);
                continue;
            }
            let show = |value: &Value| match field.kind {
                Type::Hands | Type::Promises | Type::Checks => "otherwise".to_owned(),
                _ => cut(&parse::show(&field.kind, value, &names).replace('\n', " "), SHOWN),
            };
            kept.push(of_rows::differs_of(
                crate::words::field(field),
                before.title(),
                show(&old),
                show(&new),
            ));
        }
        import.keep(line, kept);
        notes.extend(grown.told);
        record
    }

    /// What a record points at that is neither in the book nor in the file.
    fn dangling(&self, record: &Record) -> Vec<String> {
        let there = |id: &Ref| self.here.contains(id) || self.book.get_with_deleted(*id).is_some();
        let missing = |(field, value): (&'static Field, Value)| {
            let lacks = value.refs().iter().any(|id| !there(id));
            lacks.then(|| of_rows::points_nowhere(crate::words::field(field), record.title()))
        };
        record.links().filter_map(missing).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Client, IdGenerator, Moment, Task};
    use crate::exchange::change_of;

    fn now() -> Moment {
        Moment::from_rfc3339("2026-11-24T10:00:00+02:00").unwrap()
    }

    fn taken(book: &mut Book, bytes: &[u8], differing: Differing) -> (Vec<Import>, Change) {
        let imports = Own::read(bytes).unwrap().against(book, differing);
        let change = change_of(imports.clone(), now());
        book.apply(&change);
        (imports, change)
    }

    fn lines(records: &[Record]) -> Vec<u8> {
        let mut out = vec![];
        for record in records {
            json::write_line(record, &mut out);
        }
        out
    }

    fn client(name: &str) -> Record {
        let mut client = Client::new(IdGenerator::new([4; 16]).next(now()), now());
        client.name = name.into();
        client.into()
    }

    #[test]
    fn what_was_written_comes_back_by_its_id_and_the_second_time_changes_nothing() {
        let (mut gone, mut child) =
            (client("Aegean"), Task::new(IdGenerator::new([6; 16]).next(now()), now()));
        gone.head_mut().deleted_at = Some(now());
        (child.title, child.no) = ("call".into(), 3);
        let records = [gone, child.into()];
        let mut book = Book::default();
        let (imports, _) = taken(&mut book, &lines(&records), Differing::Keep);
        assert_eq!(imports.iter().map(|i| i.new).sum::<usize>(), records.len());
        assert!(imports.iter().all(|i| i.refused.is_empty() && i.notes.is_empty()));
        assert_eq!(imports.iter().map(|i| i.source).collect::<Vec<_>>(), ["clients", "tasks"]);
        let back: Vec<&Record> = records.iter().filter_map(|r| book.get_with_deleted(r.id())).collect();
        assert_eq!(back, records.iter().collect::<Vec<_>>());
        let list = serde_json::to_vec(&records.iter().map(json::write).collect::<Vec<_>>()).unwrap();
        for bytes in [lines(&records), list] {
            for differing in [Differing::Keep, Differing::Overwrite] {
                let (imports, change) = taken(&mut book, &bytes, differing);
                assert!(change.edits.is_empty());
                assert_eq!(imports.iter().map(|i| i.same).sum::<usize>(), records.len());
            }
        }
    }

    #[test]
    fn where_the_book_has_something_else_it_stays_and_is_told() {
        let mut book = Book::of([client("Aegean")]);
        let mut fresh = client("Aegean Foods");
        fresh.set("tags", Value::Words(vec!["food".into()])).unwrap();
        fresh.set("city", Value::Text("Athens".into())).unwrap();
        fresh.set("tier", Value::Choice(2)).unwrap();
        let text = |book: &Book, name: &str| {
            let record = book.get_with_deleted(client("").id()).unwrap();
            let field = record.kind().field(name).unwrap();
            parse::show(&field.kind, &field.read(record), &|_| String::new())
        };
        let (imports, _) = taken(&mut book, &lines(&[fresh.clone()]), Differing::Keep);
        assert_eq!((imports[0].changed, imports[0].kept), (1, 2), "{:?}", imports[0].notes);
        let has = ["name", "city", "tags", "tier"].map(|name| text(&book, name));
        assert_eq!(has, ["Aegean", "Athens", "food", "A"]);
        taken(&mut book, &lines(&[fresh.clone()]), Differing::Overwrite);
        assert_eq!(book.get_with_deleted(fresh.id()), Some(&fresh));
        // What lies in the bin stays there.
        let mut gone = fresh.clone();
        gone.head_mut().deleted_at = Some(now());
        book.put(gone.clone());
        let (imports, change) = taken(&mut book, &lines(&[fresh]), Differing::Overwrite);
        assert!(
            change.edits.is_empty() && imports[0].notes[0].words.contains("bin"),
            "{:?}",
            imports[0].notes
        );
        assert_eq!(book.get_with_deleted(gone.id()), Some(&gone));
    }

    #[test]
    fn a_number_that_is_given_is_not_given_twice() {
        let mut ids = IdGenerator::new([9; 16]);
        let mut task = |title: &str, no| {
            let mut task = Task::new(ids.next(now()), now());
            (task.title, task.no) = (title.into(), no);
            Record::from(task)
        };
        let (ours, theirs, other) = (task("ours", 7), task("theirs", 7), task("other", 9));
        let mut book = Book::of([ours]);
        let (imports, _) = taken(&mut book, &lines(&[theirs.clone(), other.clone()]), Differing::Keep);
        let number = |record: &Record| book.get_with_deleted(record.id()).unwrap().number();
        assert_eq!((number(&theirs), number(&other)), (Some(10), Some(9)));
        assert!(imports[0].notes[0].words.contains("#10 here"), "{:?}", imports[0].notes);
    }

    #[test]
    fn what_is_no_record_is_told_with_its_line() {
        let good = lines(&[client("Aegean")]);
        let bytes = [&good[..], b"{\"kind\":\"dragon\"}\n", b"nothing\n", &good].concat();
        let imports = Own::read(&bytes).unwrap().against(&Book::default(), Differing::Keep);
        let told: Vec<u64> = imports[0].refused.iter().map(|r| r.line).collect();
        assert_eq!((imports[0].new, told), (1, vec![2, 3, 4]));
        for bytes in [&b"{\"cards\":[]}"[..], b"[1]", b"[", b"{"] {
            assert!(Own::is_json(bytes));
            assert!(matches!(Own::read(bytes), Err(ImportError::NotOwn(_))), "{bytes:?}");
        }
        assert!(!Own::is_json(b"Name,Mail\n"));
    }
}
