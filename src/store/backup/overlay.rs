//! What was changed while a backup is made: the records as they were when it began. The database has no snapshots, so
//! the backup reads it as it goes on, and takes from here whatever it would find changed.

use crate::domain::Kind;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where a record lies in the order in which a backup is made.
pub type Place = (u8, Uuid);

/// What was changed since a backup was begun, and how far it has come.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    /// Everything up to here is in the backup.
    done: Option<Place>,
    /// The records as they were; `None` for those that there were not.
    before: BTreeMap<Place, Option<Vec<u8>>>,
}

impl Overlay {
    /// A record is about to be changed: `before` is what it was, when it was there.
    pub fn note(&mut self, kind: Kind, id: Uuid, before: Option<&[u8]>) {
        let place = (kind.code(), id);
        if self.done.is_none_or(|done| place > done) {
            self.before.entry(place).or_insert_with(|| before.map(<[u8]>::to_vec));
        }
    }

    /// Goes on to `upto`: what was noted between there and where it stood.
    pub fn advance(&mut self, upto: Place) -> BTreeMap<Place, Option<Vec<u8>>> {
        let later = self.before.split_off(&upto);
        let mut taken = std::mem::replace(&mut self.before, later);
        if let Some(at) = self.before.remove(&upto) {
            taken.insert(upto, at);
        }
        self.done = Some(upto);
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A record, and in which step of the backup it is changed.
    fn changes() -> impl Strategy<Value = Vec<(u128, usize, Option<u8>)>> {
        prop::collection::vec((0u128..40, 0usize..10, prop::option::of(any::<u8>())), 0..60)
    }

    proptest! {
        /// The database as a map that is changed between the steps: what the backup has is what was there at first.
        #[test]
        fn what_is_changed_meanwhile_is_kept_as_it_was(ids in prop::collection::btree_map(0u128..40, any::<u8>(), 0..30), changes in changes()) {
            let mut now = ids.clone();
            let mut overlay = Overlay::default();
            let mut made: BTreeMap<u128, u8> = BTreeMap::new();
            for step in 0..10usize {
                for (id, _, after) in changes.iter().filter(|c| c.1 == step) {
                    let before = now.get(id).map(|b| vec![*b]);
                    overlay.note(Kind::Client, Uuid::from_u128(*id), before.as_deref());
                    match after {
                        Some(after) => now.insert(*id, *after),
                        None => now.remove(id),
                    };
                }
                let (from, to) = (step as u128 * 4, step as u128 * 4 + 3);
                let noted = overlay.advance((Kind::Client.code(), Uuid::from_u128(to)));
                for (id, bytes) in now.range(from..=to) {
                    if !noted.contains_key(&(Kind::Client.code(), Uuid::from_u128(*id))) {
                        prop_assert!(made.insert(*id, *bytes).is_none());
                    }
                }
                for ((_, id), bytes) in noted {
                    if let Some(bytes) = bytes {
                        prop_assert!(made.insert(id.as_u128(), bytes[0]).is_none());
                    }
                }
            }
            prop_assert_eq!(made, ids);
        }
    }
}
