//! What a client or a person that is being written is like: said below the name, and never in the way.

use crate::app::ctx::Ctx;
use crate::app::keyed::Reply;
use crate::app::layers::form::{Form, Input};
use crate::domain::derive::alike::{Index, KINDS, Pair};
use crate::domain::{Kind, Record, Ref};
use crate::words;
use std::sync::Arc;

/// What is alike, and what it is looked up in.
#[derive(Clone, Debug, Default)]
pub(super) struct Alike {
    /// Made beside the keys, once something is typed for the first time.
    index: Option<Arc<Index>>,
    asked: Asked,
    found: Vec<Pair>,
}

/// How far it has come with the index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Asked {
    /// Nothing was typed yet.
    #[default]
    Not,
    /// It is to be made.
    Wanted,
    /// It is being made.
    Sent,
}

impl Form {
    /// Looks afresh for what is like the record as it is written by now.
    pub fn look_for_alike(&mut self, ctx: Ctx<'_>) {
        let is_text =
            self.entry().is_some_and(|entry| !matches!(entry.input, Input::Choice(..) | Input::Long(_)));
        if !is_text || !KINDS.contains(&self.kind()) {
            return;
        }
        match &self.alike.index {
            Some(index) => self.alike.found = index.like(ctx.book, &self.as_written(ctx)),
            None if self.alike.asked == Asked::Not => self.alike.asked = Asked::Wanted,
            None => {}
        }
    }

    /// The kind of which an index is to be made now; asked once.
    pub fn wants_index(&mut self) -> Option<Kind> {
        let wanted = self.alike.asked == Asked::Wanted;
        if wanted {
            self.alike.asked = Asked::Sent;
        }
        wanted.then(|| self.kind())
    }

    /// Takes the index that was made, and looks in it.
    pub fn take_index(&mut self, ctx: Ctx<'_>, index: Arc<Index>) {
        self.alike.index = Some(index);
        self.look_for_alike(ctx);
    }

    /// The record with everything that can be read already.
    fn as_written(&self, ctx: Ctx<'_>) -> Record {
        let mut record = self.record.clone();
        for entry in &self.entries {
            if let Ok(Some(value)) = entry.read(ctx) {
                // What does not fit is told when the form is saved.
                let _ = entry.field.write(&mut record, value);
            }
        }
        record
    }

    /// The record that is most like the one that is written.
    fn most_alike(&self) -> Option<Ref> {
        self.alike.found.first().map(|pair| pair.beside(self.record.id()))
    }

    /// What is like the one that is written, and why: said in a line.
    pub fn alike(&self, ctx: Ctx<'_>) -> Option<String> {
        let pair = self.alike.found.first()?;
        Some(words::alike::like(ctx.book, pair, self.record.id(), self.alike.found.len() - 1))
    }

    /// Below which field that is said: the last of those that name the record.
    pub fn alike_below(&self) -> Option<usize> {
        self.most_alike()?;
        (0..self.entries.len()).rev().find(|at| self.is_shown(*at) && self.entries[*at].field.traits.title)
    }

    /// Opens what is most like it.
    pub(super) fn open_alike(&self) -> Reply {
        let nothing = Reply::Say(crate::app::Tone::Muted, words::pairs::nothing_alike());
        self.most_alike().map_or(nothing, Reply::Open)
    }

    /// Whether something is like it.
    pub fn has_alike(&self) -> bool {
        !self.alike.found.is_empty()
    }
}
