//! What lies in the inbox: files that were dropped there, read, and what each would become.

use crate::app::document::Tone;
use crate::domain::derive::alike::Index;
use crate::domain::{Book, Edit, Record};
use std::sync::Arc;

/// A book as it was when something was asked of the world, which reads beside it.
#[derive(Clone, Debug)]
pub struct Snapshot(pub Arc<Book>);

impl PartialEq for Snapshot {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What records of a kind are known by, made from a book as it was.
#[derive(Clone, Debug)]
pub struct MadeIndex(pub Arc<Index>);

impl PartialEq for MadeIndex {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// It cannot be taken; what is told says why.
    Refused,
    /// It was kept before, or brings nothing that is not in the book.
    Known,
    /// Captured lines: new records.
    Lines(Vec<Record>),
    /// Cards, mails, events: records before and after.
    Records(Vec<Edit>),
}

/// Which file, and what is in it: a file of the same name may come to hold something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Its name in the folder.
    pub name: String,
    /// A hash of its contents.
    pub hash: String,
}

/// A file in the inbox.
#[derive(Clone, Debug, PartialEq)]
pub struct InboxItem {
    /// Which file.
    pub file: Dropped,
    /// What it is, in a few words.
    pub summary: String,
    /// What would come of it and what is doubtful, a line each.
    pub told: Vec<(String, Tone)>,
    /// How much of it is doubtful.
    pub doubts: usize,
    /// What would become of it.
    pub found: Found,
}
