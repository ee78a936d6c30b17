//! The records that a file would bring, each before and after, packed: a million of them are held until they are saved.

use crate::domain::{Edit, Packed, Record, Ref};
use std::collections::HashMap;

/// Records that are new or changed.
#[derive(Clone, Debug, Default)]
pub struct Records(Vec<Slot>);

#[derive(Clone, Debug)]
struct Slot {
    before: Option<Box<Packed>>,
    after: Packed,
}

impl Slot {
    fn pair(&self) -> (Option<Record>, Record) {
        (self.before.as_ref().map(|before| before.record()), self.after.record())
    }
}

impl Records {
    /// One more record; `before` when it is there already.
    pub(super) fn push(&mut self, before: Option<&Record>, after: &Record) {
        let before = before.map(|before| Box::new(Packed::of(before)));
        self.0.push(Slot { before, after: Packed::of(after) });
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The record at a place, before and after.
    pub fn get(&self, at: usize) -> Option<(Option<Record>, Record)> {
        self.0.get(at).map(Slot::pair)
    }

    /// Every record, before and after; each is unpacked when it is asked for.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Option<Record>, Record)> + '_ {
        self.0.iter().map(Slot::pair)
    }

    /// Whether each of them is new, and which it is.
    pub fn ids(&self) -> impl Iterator<Item = (bool, Ref)> + '_ {
        self.0.iter().map(|slot| (slot.before.is_none(), slot.after.id()))
    }

    /// Those for which `stays` says so, by their places.
    pub(super) fn keep(&mut self, mut stays: impl FnMut(usize) -> bool) {
        let mut places = 0..;
        self.0.retain(|_| places.next().is_some_and(&mut stays));
    }
}

impl IntoIterator for Records {
    type Item = (Option<Record>, Record);
    type IntoIter = Unpacked;

    fn into_iter(self) -> Unpacked {
        Unpacked(self.0.into_iter())
    }
}

/// Records, unpacked one by one; what was handed out is not held any more.
#[derive(Clone, Debug)]
pub struct Unpacked(std::vec::IntoIter<Slot>);

impl Iterator for Unpacked {
    type Item = (Option<Record>, Record);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|slot| slot.pair())
    }
}

/// What several files bring together, edit by edit; what was handed out is not held any more.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    left: std::vec::IntoIter<Slot>,
}

impl Edits {
    /// Those of these files, in their order. A record that more than one of them touches is in it once, from before the
    /// first to after the last.
    pub(super) fn of(files: Vec<Records>) -> Self {
        let mut all: Vec<Slot> = vec![];
        let mut places: HashMap<Ref, usize> = HashMap::new();
        let alone = files.iter().filter(|records| !records.is_empty()).count() < 2;
        for Records(slots) in files {
            if all.is_empty() && alone {
                // One file speaks of a record once.
                all = slots;
                continue;
            }
            for slot in slots {
                let id = slot.after.id();
                if let Some(there) = places.get(&id).and_then(|at| all.get_mut(*at)) {
                    there.after = slot.after;
                } else {
                    places.insert(id, all.len());
                    all.push(slot);
                }
            }
        }
        Self { left: all.into_iter() }
    }

    /// Which records those are that are left.
    pub fn ids(&self) -> impl Iterator<Item = Ref> + '_ {
        self.left.as_slice().iter().map(|slot| slot.after.id())
    }

    /// The records that are left, as they will be.
    pub fn afters(&self) -> impl Iterator<Item = Record> + '_ {
        self.left.as_slice().iter().map(|slot| slot.after.record())
    }

    /// The new ones among those that are left.
    pub fn added(&self) -> impl Iterator<Item = Record> + '_ {
        self.left.as_slice().iter().filter(|slot| slot.before.is_none()).map(|slot| slot.after.record())
    }
}

impl Iterator for Edits {
    type Item = Edit;

    fn next(&mut self) -> Option<Edit> {
        let (before, after) = self.left.next()?.pair();
        Some(Edit { before, after: Some(after) })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
}

impl ExactSizeIterator for Edits {}
