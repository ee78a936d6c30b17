//! Look-ups that several rules share, made in one pass: whose somebody is, and a map that is quick with ids.

use super::hands::Party;
use crate::domain::{Book, ClientId, Contact, ContactId, DepartmentId, Holder, Kind};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map from ids. Ids are random, so mixing them lightly is enough; the usual hasher costs Today a third of its time.
pub(super) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Mix>>;

/// Multiply and rotate, eight bytes at a time.
#[derive(Clone, Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(0x517C_C1B7_2722_0A95);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// Whose everybody is.
pub(super) struct People(Map<ContactId, (Option<ClientId>, Option<DepartmentId>)>);

impl People {
    pub(super) fn of(book: &Book) -> Self {
        let contacts = book.all(Kind::Contact).filter_map(Contact::of);
        Self(contacts.map(|c| (c.id, (c.client.0, c.department.0))).collect())
    }

    pub(super) fn party(&self, holder: &Holder) -> Party {
        match holder {
            Holder::Us => Party::Us,
            Holder::Client(id) => Party::Client(*id),
            Holder::Department(id) => Party::Department(*id),
            Holder::Other(_) => Party::Other,
            Holder::Person(id) => party_of(self.0.get(id).copied().unwrap_or_default()),
        }
    }
}

/// The party of somebody of this client or of this department.
pub(super) fn party_of(of: (Option<ClientId>, Option<DepartmentId>)) -> Party {
    match of {
        (Some(client), _) => Party::Client(client),
        (None, Some(department)) => Party::Department(department),
        (None, None) => Party::Other,
    }
}
