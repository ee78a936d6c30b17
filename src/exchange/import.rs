//! What a file would bring: row by row what is new, what changes, what stays and what is not taken.

use super::records::{Edits, Records};
use crate::domain::{Action, Change, Kind, Moment, Record, Ref, Verb};
use crate::words::exchange::of_rows;
use std::collections::{BTreeSet, HashSet};
use std::fmt;

/// Which rows are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// New ones, and those of the book.
    #[default]
    Both,
    /// New ones alone.
    Add,
    /// Those that are in the book alone.
    Update,
}

/// A row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its line in the file, from 1.
    pub line: u64,
    /// Why, in words for people.
    pub reason: String,
}

/// Something worth knowing about a row that was taken, or about the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The line in the file, from 1; `None` when it is about the whole file.
    pub line: Option<u64>,
    /// What, in words for people.
    pub words: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&of_rows::in_line(self.line, &self.reason))
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => f.write_str(&of_rows::in_line_words(line, &self.words)),
            None => f.write_str(&self.words),
        }
    }
}

/// What is done where a file and the book both have a value, and another one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Differing {
    /// The book stays as it is: a person may have corrected it. It is told.
    #[default]
    Keep,
    /// The file wins where there is room for one value only. Notes are written below those that are there; mail
    /// addresses and telephone numbers are added.
    Overwrite,
}

/// What a file would bring.
#[derive(Clone, Debug)]
pub struct Import {
    /// What kind of file it is: "HubSpot companies".
    pub source: &'static str,
    /// What its rows become.
    pub kind: Kind,
    /// The records that are new or changed, each before and after.
    pub records: Records,
    /// The line of each of them, from 1; 0 for one that no line is about but one speaks of.
    pub lines: Vec<u64>,
    /// The records that stay as they are, each with its line.
    pub unchanged: Vec<(u64, Ref)>,
    /// How many are new.
    pub new: usize,
    /// How many are in the book and change.
    pub changed: usize,
    /// How many are in the book and stay as they are.
    pub same: usize,
    /// How many rows were left out, since only new ones or only those of the book were asked for.
    pub left: usize,
    /// How many values the file has otherwise than the book, which kept its own; each is told among the notes.
    pub kept: usize,
    /// The line of each of those values.
    kept_on: Vec<u64>,
    /// Rows that were not taken.
    pub refused: Vec<Refused>,
    /// What else is worth knowing.
    pub notes: Vec<Note>,
}

impl Import {
    /// Nothing yet.
    pub(super) fn of(source: &'static str, kind: Kind) -> Self {
        Self {
            source,
            kind,
            records: Records::default(),
            lines: vec![],
            unchanged: vec![],
            new: 0,
            changed: 0,
            same: 0,
            left: 0,
            kept: 0,
            kept_on: vec![],
            refused: vec![],
            notes: vec![],
        }
    }

    /// One more record that is new or changed.
    pub(super) fn push(&mut self, line: u64, before: Option<&Record>, after: &Record) {
        self.records.push(before, after);
        self.lines.push(line);
    }

    /// One more record that stays as it is.
    pub(super) fn leave(&mut self, line: u64, id: Ref) {
        self.same += 1;
        self.unchanged.push((line, id));
    }

    /// Values of a row that the book has otherwise and kept, a sentence each.
    pub(super) fn keep(&mut self, line: u64, words: Vec<String>) {
        self.kept += words.len();
        self.kept_on.extend(words.iter().map(|_| line));
        self.notes.extend(words.into_iter().map(|words| Note { line: Some(line), words }));
    }

    /// The one change that brings everything in.
    pub fn into_change(self, now: Moment) -> Change {
        change_of(vec![self], now)
    }

    /// "HubSpot companies: 1490 new, 3 changed, 7 as before, 2 not taken", and what the book kept.
    pub fn words(&self) -> String {
        let words = of_rows::summary(
            crate::words::exchange::source(self.source),
            self.new,
            self.changed,
            self.same,
            self.refused.len(),
        );
        let words = match self.kept {
            0 => words,
            1 => of_rows::one_kept(&words),
            kept => of_rows::some_kept(&words, kept),
        };
        match self.left {
            0 => words,
            left => of_rows::left_out(&words, left),
        }
    }

    /// The lines of rows that were taken and about which something is told.
    pub fn doubtful(&self) -> BTreeSet<u64> {
        self.notes.iter().filter_map(|note| note.line).collect()
    }

    /// Leaves out what was not asked for. What a record that stays points at stays with it.
    #[must_use]
    pub fn limited(mut self, mode: Mode) -> Self {
        let wanted = |is_new: bool| match mode {
            Mode::Both => true,
            Mode::Add => is_new,
            Mode::Update => !is_new,
        };
        if mode == Mode::Both {
            return self;
        }
        let kept = self.records.iter().filter(|(before, _)| wanted(before.is_none()));
        let pointed_at: HashSet<Ref> = kept
            .flat_map(|(_, record)| {
                record.links().flat_map(|(_, value)| value.refs().to_vec()).collect::<Vec<_>>()
            })
            .collect();
        let (mut stays, mut gone) = (vec![], HashSet::new());
        for ((is_new, id), line) in self.records.ids().zip(&self.lines) {
            let kept = wanted(is_new) || pointed_at.contains(&id);
            if !kept && *line > 0 {
                *if is_new { &mut self.new } else { &mut self.changed } -= 1;
                self.left += 1;
                gone.insert(*line);
            }
            stays.push(kept);
        }
        self.records.keep(|at| stays.get(at).is_some_and(|kept| *kept));
        let mut each = stays.iter();
        self.lines.retain(|_| each.next().is_some_and(|kept| *kept));
        // What is told of rows that were left out is not told either.
        self.notes.retain(|note| note.line.is_none_or(|line| !gone.contains(&line)));
        self.kept_on.retain(|line| !gone.contains(line));
        self.kept = self.kept_on.len();
        self
    }
}

/// What several files bring together.
pub fn edits_of(imports: Vec<Import>) -> Edits {
    Edits::of(imports.into_iter().map(|import| import.records).collect())
}

/// One change of several files, called by what it brings: "import 1500 clients, 4200 contacts". A record that more
/// than one of them touches is in it once, from before the first to after the last.
pub fn change_of(imports: Vec<Import>, now: Moment) -> Change {
    let edits = edits_of(imports);
    let action = Action::to_many(Verb::Import, edits.ids());
    Change { edits: edits.collect(), ..Change::new(action, now) }
}
