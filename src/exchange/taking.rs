//! Takes records of a file in, one by one, whatever the file is: new ones, what others become, what is refused.
//! A record that a file speaks of twice is one record, and the second time adds to it.

use super::{Differing, Import, Note, Refused, merge};
use crate::domain::{Book, Kind, Record, Ref};
use crate::words::exchange::of_rows;
use std::collections::HashMap;

/// What became of a piece of a file.
pub(super) struct Taking<'a> {
    book: &'a Book,
    differing: Differing,
    import: Import,
    /// The records of the import, each before and after: a later piece of the file may say more of one.
    records: Vec<(Option<Record>, Record)>,
    /// Where among them each is.
    places: HashMap<Ref, usize>,
}

impl<'a> Taking<'a> {
    pub(super) fn new(book: &'a Book, source: &'static str, kind: Kind, differing: Differing) -> Self {
        Self { book, differing, import: Import::of(source, kind), records: vec![], places: HashMap::new() }
    }

    /// A record as it is so far: as the file made it, else as it stands in the book.
    pub(super) fn get(&self, id: Ref) -> Option<&Record> {
        let made = self.places.get(&id).and_then(|at| self.records.get(*at));
        made.map(|(_, after)| after).or_else(|| self.book.get_with_deleted(id))
    }

    pub(super) fn refuse(&mut self, line: u64, reason: impl Into<String>) {
        self.import.refused.push(Refused { line, reason: reason.into() });
    }

    pub(super) fn note(&mut self, line: Option<u64>, words: impl Into<String>) {
        self.import.notes.push(Note { line, words: words.into() });
    }

    /// A value that the file has otherwise than the book, which kept its own.
    pub(super) fn keep(&mut self, line: u64, words: impl Into<String>) {
        self.import.keep(line, vec![words.into()]);
    }

    /// Adds to a record what another piece of the file says of it; that piece is counted by itself.
    pub(super) fn touch(&mut self, line: u64, id: Ref, fresh: &Record) {
        let counts = (self.import.new, self.import.changed, self.import.same);
        self.merge(line, id, fresh);
        (self.import.new, self.import.changed, self.import.same) = counts;
    }

    /// A piece of the file that is understood and changes nothing.
    pub(super) fn is_there(&mut self) {
        self.import.same += 1;
    }

    /// Puts a record in that no piece of the file is about, but one speaks of: the client of a person.
    pub(super) fn add(&mut self, record: Record) {
        self.add_of(0, record);
    }

    fn push(&mut self, line: u64, before: Option<Record>, after: Record) {
        self.places.insert(after.id(), self.records.len());
        self.records.push((before, after));
        self.import.lines.push(line);
    }

    fn add_of(&mut self, line: u64, record: Record) {
        self.push(line, None, record);
    }

    /// Takes a new record in; false when it would not be right, which is told.
    pub(super) fn bring(&mut self, line: u64, record: Record) -> bool {
        let sound = self.is_sound(line, &record);
        if sound {
            self.import.new += 1;
            self.add_of(line, record);
        }
        sound
    }

    /// Takes in a further record of a piece that is counted already: another time of an event that comes again; false when
    /// it would not be right, which is told.
    pub(super) fn beside(&mut self, line: u64, record: Record) -> bool {
        let sound = self.is_sound(line, &record);
        if sound {
            self.add_of(line, record);
        }
        sound
    }

    /// Brings what a piece of the file says to a record that is there.
    pub(super) fn merge(&mut self, line: u64, id: Ref, fresh: &Record) {
        let Some(before) = self.get(id).cloned() else { return };
        if before.is_gone() {
            let title = self.book.title_of(&before);
            self.note(Some(line), of_rows::lies_in_bin(&title));
            self.import.leave(line, id);
            return;
        }
        self.merge_onto(line, &before, &before, fresh);
    }

    /// The same, onto a record that is not quite as it is there: what `base` says otherwise than `before` is part of
    /// what changes.
    pub(super) fn merge_onto(&mut self, line: u64, base: &Record, before: &Record, fresh: &Record) {
        let (book, id) = (self.book, before.id());
        let merged = merge::merged(base, fresh, &[], self.differing, &|id| book.title(id));
        if merged.record != *before && !self.is_sound(line, &merged.record) {
            return;
        }
        match self.places.get(&id).and_then(|at| self.records.get_mut(*at)) {
            // Counted when it was met first.
            Some((_, after)) => {
                *after = merged.record;
                self.import.same += 1;
            }
            None if merged.record == *before => self.import.leave(line, id),
            None => {
                self.push(line, Some(before.clone()), merged.record);
                self.import.changed += 1;
            }
        }
        self.import.keep(line, merged.kept);
        self.import.notes.extend(merged.told.into_iter().map(|words| Note { line: Some(line), words }));
    }

    /// Whether a record may be kept as it is; a piece that would make one that may not is refused.
    fn is_sound(&mut self, line: u64, record: &Record) -> bool {
        let errors: Vec<String> = record.errors().iter().map(ToString::to_string).collect();
        if !errors.is_empty() {
            self.refuse(line, of_rows::not_right(record.title(), errors.join("; ")));
        }
        errors.is_empty()
    }

    pub(super) fn finish(mut self) -> Import {
        for (before, after) in self.records {
            self.import.records.push(before.as_ref(), &after);
        }
        self.import.notes.sort_by_key(|n| n.line);
        self.import.refused.sort_by_key(|r| r.line);
        self.import
    }
}
