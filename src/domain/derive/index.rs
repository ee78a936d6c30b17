//! Look-ups that several rules share, made in one pass: whose somebody is, and a map that is quick with ids.

use crate::domain::{Book, ClientId, Contact, ContactId, DepartmentId, Holder, Kind};
use rustc_hash::FxHashMap;

/// A map from ids. Ids are random, so mixing them lightly is enough; the usual hasher costs Today a third of its time.
pub(super) type Map<K, V> = FxHashMap<K, V>;

/// On whose side a holder stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// The account manager.
    Us,
    /// A client or one of its people.
    Client(ClientId),
    /// A department or one of its people.
    Department(DepartmentId),
    /// Somebody else.
    Other,
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
