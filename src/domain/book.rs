//! The book in memory: every record, what points at what, and the text to search in.

use super::custom::Made;
use super::text::search_key;
use super::{
    Agreement, AgreementId, Calendar, Change, Client, ClientId, Contact, ContactId, CustomField, Department,
    DepartmentId, Field, Kind, Milestone, MilestoneId, OTHER_NAME, Project, ProjectId, Record, Ref, Request,
    RequestId, Task, TaskId, Type, Value, Visibility, Workdays, holidays,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use uuid::Uuid;

/// One record with what is worth having at hand.
#[derive(Clone, Debug)]
struct Kept {
    record: Arc<Record>,
    key: Box<str>,
}

/// Every record of one manager, those in the bin among them.
#[derive(Clone, Debug, Default)]
pub struct Book {
    kinds: [BTreeMap<Uuid, Kept>; Kind::ALL.len()],
    /// Target → the records that point at it, sorted.
    back: HashMap<Ref, Vec<Ref>>,
    last_number: u32,
    gone: usize,
    workdays: Workdays,
    made: Made,
}

impl Book {
    /// Whether a record that is not in the bin has this id, as it is written usually.
    pub fn has(&self, id: &str) -> bool {
        let id = Uuid::parse_str(id).ok();
        id.is_some_and(|id| Kind::ALL.iter().any(|kind| self.get(Ref::new(*kind, id)).is_some()))
    }

    /// A book of these records.
    pub fn of(records: impl IntoIterator<Item = Record>) -> Self {
        let mut book = Self::default();
        for record in records {
            book.put(record);
        }
        book
    }

    fn shelf(&self, kind: Kind) -> &BTreeMap<Uuid, Kept> {
        &self.kinds[kind.code() as usize - 1]
    }

    /// Puts a record in, in the place of an earlier one of the same id.
    pub fn put(&mut self, record: Record) {
        let id = record.id();
        self.unlink(id);
        for target in targets(&record) {
            let from = self.back.entry(target).or_default();
            if let Err(at) = from.binary_search(&id) {
                from.insert(at, id);
            }
        }
        self.last_number = self.last_number.max(record.number().unwrap_or(0));
        self.gone += usize::from(record.is_gone());
        let key = searchable(&record).into_boxed_str();
        self.kinds[id.kind.code() as usize - 1].insert(id.id, Kept { record: Arc::new(record), key });
        self.read_afresh(id.kind);
    }

    /// Takes a record out for good.
    pub fn remove(&mut self, id: Ref) {
        self.unlink(id);
        self.kinds[id.kind.code() as usize - 1].remove(&id.id);
        self.read_afresh(id.kind);
    }

    /// Reads what follows from records of a kind afresh: the working days, the fields that a person made.
    fn read_afresh(&mut self, changed: Kind) {
        if changed == Kind::Calendar {
            self.workdays = holidays::workdays(self.all(Kind::Calendar).filter_map(Calendar::of));
        } else if changed == Kind::CustomField {
            self.made = Made::of(self.all(Kind::CustomField).filter_map(CustomField::of));
        }
    }

    /// The fields that a person made.
    pub(in crate::domain) const fn made(&self) -> &Made {
        &self.made
    }

    fn unlink(&mut self, id: Ref) {
        let Some((old, gone)) = self.get_with_deleted(id).map(|r| (targets(r), r.is_gone())) else { return };
        self.gone -= usize::from(gone);
        for target in old {
            if let Some(from) = self.back.get_mut(&target) {
                from.retain(|r| *r != id);
                if from.is_empty() {
                    self.back.remove(&target);
                }
            }
        }
    }

    /// Takes in everything one change did.
    pub fn apply(&mut self, change: &Change) {
        for edit in &change.edits {
            match (&edit.after, edit.id()) {
                (Some(record), _) => self.put(record.clone()),
                (None, Some(id)) => self.remove(id),
                (None, None) => {}
            }
        }
    }

    /// A record, in the bin or not.
    pub fn get_with_deleted(&self, id: Ref) -> Option<&Record> {
        self.shelf(id.kind).get(&id.id).map(|k| &*k.record)
    }

    /// A record that is not in the bin.
    pub fn get(&self, id: impl Into<Ref>) -> Option<&Record> {
        self.get_with_deleted(id.into()).filter(|r| !r.is_gone())
    }

    /// Every record of a kind that is not in the bin, oldest first.
    pub fn all(&self, kind: Kind) -> impl DoubleEndedIterator<Item = &Record> + Clone {
        self.shelf(kind).values().map(|k| &*k.record).filter(|r| !r.is_gone())
    }

    /// Every record, in the bin or not.
    pub fn everything(&self) -> impl Iterator<Item = &Record> {
        self.kinds.iter().flat_map(|shelf| shelf.values().map(|k| &*k.record))
    }

    /// The records in the bin.
    pub fn bin(&self) -> impl Iterator<Item = &Record> {
        self.everything().filter(|r| r.is_gone())
    }

    /// How many records lie in the bin.
    pub fn bin_len(&self) -> usize {
        self.gone
    }

    /// Folded text of a record, for search; empty for a record that is not there.
    pub fn key(&self, id: Ref) -> &str {
        self.shelf(id.kind).get(&id.id).map_or("", |k| &k.key)
    }

    /// How many records there are, those in the bin among them.
    pub fn len(&self) -> usize {
        self.kinds.iter().map(BTreeMap::len).sum()
    }

    /// The working days: outside the weekend and the holidays of all calendars; without any, Monday to Friday.
    pub fn workdays(&self) -> &Workdays {
        &self.workdays
    }

    /// Whether there is no record at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The records of a kind that point at `target` and are not in the bin.
    pub fn backlinks(&self, target: impl Into<Ref>, kind: Kind) -> impl Iterator<Item = &Record> {
        let from = self.back.get(&target.into()).map_or(&[][..], Vec::as_slice);
        from.iter().filter(move |r| r.kind == kind).filter_map(|r| self.get(*r))
    }

    /// The records that belong to `id`, and those that belong to them: what goes to the bin with it. The bin is left out.
    pub fn owned_by(&self, id: Ref) -> Vec<Ref> {
        let mut found = vec![];
        let mut todo = vec![id];
        while let Some(at) = todo.pop() {
            for from in self.back.get(&at).into_iter().flatten() {
                let owned = self.get(*from).is_some_and(|r| r.owners().contains(&at));
                if owned && *from != id && !found.contains(from) {
                    found.push(*from);
                    todo.push(*from);
                }
            }
        }
        found
    }

    /// What comes back from the bin with a record: what belongs to it and went there at the same moment, and what it
    /// belongs to, as far as that lies in the bin.
    pub fn gone_with(&self, id: Ref) -> Vec<Ref> {
        let when = |id: Ref| self.get_with_deleted(id).and_then(|r| r.head().deleted_at);
        let moment = when(id);
        let mut found: Vec<Ref> = vec![];
        let mut todo = vec![id];
        while let Some(at) = todo.pop() {
            for from in self.back.get(&at).into_iter().flatten() {
                let owned = self.get_with_deleted(*from).is_some_and(|r| r.owners().contains(&at));
                if owned && when(*from) == moment && *from != id && !found.contains(from) {
                    found.push(*from);
                    todo.push(*from);
                }
            }
        }
        let mut todo = vec![id];
        while let Some(at) = todo.pop() {
            for owner in self.get_with_deleted(at).map(Record::owners).unwrap_or_default() {
                if when(owner).is_some() && owner != id && !found.contains(&owner) {
                    found.push(owner);
                    todo.push(owner);
                }
            }
        }
        found
    }

    /// The next short number for people.
    pub fn next_number(&self) -> u32 {
        self.last_number + 1
    }

    /// Makes sure that numbers up to `number` are not given again, though their records are gone for good.
    pub fn spend_numbers(&mut self, number: u32) {
        self.last_number = self.last_number.max(number);
    }

    /// The name of a record; empty where it has none, and where it is gone.
    pub fn name(&self, id: impl Into<Ref>) -> String {
        self.get_with_deleted(id.into()).map(|record| self.name_of(record)).unwrap_or_default()
    }

    /// The name of a record, whether it is in the book yet or not: of one that is named after another, the name of that.
    pub fn name_of(&self, record: &Record) -> String {
        match record.named_after() {
            Some((field, _)) => {
                field.read(record).refs().first().map(|id| self.name(*id)).unwrap_or_default()
            }
            None => record.title(),
        }
    }
}

fn targets(record: &Record) -> Vec<Ref> {
    record.links().flat_map(|(_, v)| v.refs().to_vec()).collect()
}

/// The text of a record that lists are searched in: its name first, then everything else but long texts.
fn searchable(record: &Record) -> String {
    let mut text = String::new();
    // What is shown nowhere is found nowhere; a picture would be most of what is searched. Ids of other systems are looked
    // up by people all the same.
    let is_sought = |f: &&Field| f.traits.visibility != Visibility::Hidden || f.name == "external";
    for field in record.fields().iter().filter(is_sought) {
        let take = |out: &mut String, piece: &str| {
            out.push(' ');
            out.push_str(piece);
        };
        match (&field.kind, field.read(record)) {
            (Type::Text, Value::Text(t)) => take(&mut text, &t),
            (Type::Words, Value::Words(words)) => {
                for word in &words {
                    take(&mut text, word);
                }
            }
            (Type::Pairs, Value::Labelled(all)) => {
                for one in all.iter().filter(|one| one.label == OTHER_NAME) {
                    take(&mut text, &one.value);
                }
            }
            (Type::Mails | Type::Phones, Value::Labelled(all)) => {
                for one in &all {
                    take(&mut text, &one.value);
                }
            }
            _ => {}
        }
    }
    if let Some(no) = record.number() {
        text.push_str(" #");
        text.push_str(&no.to_string());
    }
    search_key(text.trim_start())
}

macro_rules! typed {
    ($($method:ident $kind:ident $id:ident),* $(,)?) => {
        impl Book {
            $(
                #[doc = concat!("The ", stringify!($method), " of this id, when it is not in the bin.")]
                pub fn $method(&self, id: $id) -> Option<&$kind> {
                    self.get(id).and_then($kind::of)
                }
            )*
        }
    };
}

typed! {
    client Client ClientId, contact Contact ContactId, department Department DepartmentId, project Project ProjectId,
    milestone Milestone MilestoneId, task Task TaskId, request Request RequestId, agreement Agreement AgreementId,
}
