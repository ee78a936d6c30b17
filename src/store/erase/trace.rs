//! Everything a book holds of somebody: in its records, its history, its backups.

use crate::domain::person::{Also, Erasing, Mention, Person};
use crate::domain::{Field, Record, Ref};
use crate::store::disk::{Disk, journal_dir};
use crate::store::frames::change_in;
use crate::store::{Entry, Store as _, StoreError, backup, journal};
use std::collections::{BTreeMap, BTreeSet};

/// A field of a record that names somebody, in whichever of its versions.
#[derive(Clone, Debug)]
pub struct Place {
    /// The record.
    pub of: Ref,
    /// Its field.
    pub field: &'static Field,
    /// What stands around the mention, in the latest version that has it; empty for a link.
    pub excerpt: String,
    /// Whether nobody else can be meant.
    pub is_sure: bool,
    /// Whether the record has it now; else only the history or a backup does.
    pub is_now: bool,
}

/// Everything a book holds of somebody.
#[derive(Clone, Debug, Default)]
pub struct Traces {
    /// Who they are, and what goes with them.
    pub erasing: Erasing,
    /// Fields that point at them.
    pub links: Vec<Place>,
    /// Texts that name them, and those that only may.
    pub mentions: Vec<Place>,
    /// The changes of their own record, newest first.
    pub history: Vec<Entry>,
    /// How many changes name them in any way.
    pub changes: u64,
    /// The backups that name them.
    pub backups: Vec<String>,
    /// The backups that cannot be read.
    pub unreadable: Vec<String>,
}

/// Where a version of a record was found.
enum Seen<'a> {
    Backup(&'a str),
    Change(u64),
    Now,
}

/// What is kept of the places, by record, code of the field, and whether it is a link or sure.
type Places = BTreeMap<(Ref, u16, u8), Place>;

impl Disk {
    /// Looks for everything the book holds of a person.
    ///
    /// # Errors
    /// When the book cannot be read.
    pub fn traces(&mut self, of: Ref) -> Result<Traces, StoreError> {
        let mut out = Traces::default();
        let mut person = Person::of(of);
        // An earlier version may tell of another record that became theirs.
        loop {
            let mut more = false;
            out.unreadable = self.every_version(&mut |_, record| {
                more |= record.id().kind == of.kind && person.is(record.id()) && person.learn(record);
            })?;
            if !more {
                break;
            }
        }
        let own: Vec<Ref> = person.ids().map(|id| Ref::new(of.kind, id)).collect();
        let mut erasing = Erasing { gone: own.iter().copied().collect(), also: Also::default(), person };
        let mut theirs: BTreeMap<Ref, bool> = BTreeMap::new();
        self.every_version(&mut |_, record| {
            erasing.person.meet(record);
            let is_theirs = erasing.is_theirs(record);
            if is_theirs || theirs.contains_key(&record.id()) {
                theirs.insert(record.id(), is_theirs);
            }
        })?;
        erasing.gone.extend(theirs.iter().filter(|(_, is)| **is).map(|(id, _)| *id));
        self.every_version(&mut |_, record| {
            if erasing.gone.contains(&record.id()) {
                erasing.person.learn(record);
            }
        })?;
        out.erasing = erasing;
        self.places(&mut out)?;
        out.history = self.history(&own, usize::MAX)?;
        Ok(out)
    }

    fn places(&mut self, out: &mut Traces) -> Result<(), StoreError> {
        let (erasing, mut places) = (&out.erasing, Places::new());
        let (mut changes, mut backups) = (BTreeSet::new(), BTreeSet::new());
        self.every_version(&mut |seen, record| {
            let mut names = erasing.gone.contains(&record.id());
            if !names {
                names = look(erasing, &seen, record, &mut places);
            }
            match seen {
                Seen::Backup(name) if names => drop(backups.insert(name.to_owned())),
                Seen::Change(seq) if names => drop(changes.insert(seq)),
                _ => {}
            }
        })?;
        (out.changes, out.backups) = (changes.len() as u64, backups.into_iter().collect());
        let (links, mentions) = places.into_iter().partition(|((_, _, sort), _)| *sort == 0);
        let all = |places: Places| places.into_values().collect::<Vec<Place>>();
        (out.links, out.mentions) = (all(links), all(mentions));
        Ok(())
    }

    /// Hands over every version of every record that the book has anywhere: of backups and changes the oldest first, at the
    /// end what there is now. The names of the backups that cannot be read.
    fn every_version(&mut self, take: &mut dyn FnMut(Seen<'_>, &Record)) -> Result<Vec<String>, StoreError> {
        let (book, mut unreadable) = (self.writer.book(), vec![]);
        for one in backup::all(&self.dir).iter().rev().filter(|c| c.may_be_of(book)) {
            let name = one.backup.name.as_str();
            let read = backup::each_record(one, |record| {
                take(Seen::Backup(name), &record);
                Ok(())
            });
            match read {
                Err(StoreError::Damaged(_)) => unreadable.push(name.to_owned()),
                read => read?,
            }
        }
        journal::every_frame(&journal_dir(&self.dir), book, |frame| {
            for edit in change_in(frame)?.edits {
                edit.before
                    .iter()
                    .chain(&edit.after)
                    .for_each(|record| take(Seen::Change(frame.seq), record));
            }
            Ok(())
        })?;
        self.each_record(|record| {
            take(Seen::Now, &record);
            Ok(())
        })?;
        Ok(unreadable)
    }
}

/// Notes the places of a record; whether there are any that surely name them.
fn look(erasing: &Erasing, seen: &Seen<'_>, record: &Record, places: &mut Places) -> bool {
    let is_now = matches!(seen, Seen::Now);
    let mut put = |sort: u8, place: Place| {
        places.insert((place.of, place.field.code, sort), place);
    };
    let mut names = false;
    for field in erasing.links(record) {
        names = true;
        put(0, Place { of: record.id(), field, excerpt: String::new(), is_sure: true, is_now });
    }
    for Mention { of, field, excerpt, is_sure } in erasing.mentions(record) {
        names |= is_sure;
        put(if is_sure { 1 } else { 2 }, Place { of, field, excerpt, is_sure, is_now });
    }
    names
}
