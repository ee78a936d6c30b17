//! Which fields a form shows, and in which order: the essentials first; the others fold out under their headings. What is
//! filled in already is in sight as well, so that nothing of a record is hidden when it is edited.

use crate::app::ctx::Ctx;
use crate::app::keyed::stepped;
use crate::app::layers::form::{Entry, Form};
use crate::domain::{Field, custom};

/// The heading of fields that have none of their own.
const REST: &str = "More";

/// The fields of a form in the order in which they stand in it.
pub(super) fn arranged(fields: Vec<&'static Field>) -> Vec<&'static Field> {
    let (mut out, last): (Vec<&'static Field>, Vec<&'static Field>) =
        fields.into_iter().partition(|f| f.traits.group != custom::HEADING);
    if out.iter().any(|f| f.traits.essential.is_some()) {
        in_groups(&mut out);
    }
    // What a person made stands together, and last.
    out.extend(last);
    out
}

/// Puts the essentials first, the others below their headings.
fn in_groups(fields: &mut [&'static Field]) {
    // Each group stands at the place of its first field in the table.
    let mut groups: Vec<&str> = vec![];
    for heading in fields.iter().filter_map(|f| heading_of(f)).filter(|heading| *heading != REST) {
        if !groups.contains(&heading) {
            groups.push(heading);
        }
    }
    fields.sort_by_key(|f| match f.traits.essential {
        Some(nth) => (0, usize::from(nth)),
        None => (1, groups.iter().position(|g| *g == f.traits.group).unwrap_or(groups.len())),
    });
}

/// Under which heading a field folds out; the essentials stand under none.
fn heading_of(field: &Field) -> Option<&'static str> {
    match field.traits {
        t if t.essential.is_some() => None,
        t if t.group.is_empty() => Some(REST),
        t => Some(t.group),
    }
}

impl Form {
    /// Whether a field is in sight.
    pub fn is_shown(&self, at: usize) -> bool {
        self.entries.get(at).is_some_and(|e| self.open || !e.rare || e.is_dirty() || e.error.is_some())
    }

    /// The fields in sight, top to bottom.
    pub fn shown(&self) -> Vec<usize> {
        (0..self.entries.len()).filter(|at| self.is_shown(*at)).collect()
    }

    /// What stands above a field in sight: the heading of its group, where that begins.
    pub fn heading(&self, at: usize) -> Option<&'static str> {
        let group = |entry: &Entry| heading_of(entry.field);
        let essentials = self.entries.iter().any(|e| e.field.traits.essential.is_some());
        let own = self.entries.get(at).and_then(group)?;
        let is_said = self.open && essentials || own == custom::HEADING;
        if !is_said {
            return None;
        }
        let before = (0..at).rev().find(|i| self.is_shown(*i)).and_then(|i| group(&self.entries[i]));
        (before != Some(own)).then_some(own)
    }

    /// How many fields are folded away, and under which headings.
    pub fn folded(&self) -> (usize, Vec<&'static str>) {
        let hidden: Vec<&Entry> =
            (0..self.entries.len()).filter(|at| !self.is_shown(*at)).map(|at| &self.entries[at]).collect();
        let mut headings: Vec<&str> = vec![];
        for heading in hidden.iter().filter_map(|entry| heading_of(entry.field)) {
            if headings.last() != Some(&heading) {
                headings.push(heading);
            }
        }
        (hidden.len(), headings)
    }

    /// The first field of a new record that says nothing yet, if it is one of those in sight.
    pub(super) fn first_empty(&self) -> usize {
        self.shown().into_iter().find(|at| self.entries[*at].is_empty()).unwrap_or(0)
    }

    /// Goes to a field.
    pub fn go_to(&mut self, ctx: Ctx<'_>, at: usize) {
        self.leave(ctx);
        self.at = at.min(self.entries.len().saturating_sub(1));
        self.enter(ctx);
    }

    /// Goes to another field; from the last one in sight on to those that are folded away.
    pub fn step(&mut self, ctx: Ctx<'_>, by: isize) {
        let shown = self.shown();
        let here = shown.iter().position(|at| *at == self.at).unwrap_or(0);
        let hidden = (0..self.entries.len()).find(|at| !self.is_shown(*at));
        let unfolds = by > 0 && here + 1 >= shown.len();
        let to = hidden.filter(|_| unfolds).or_else(|| shown.get(stepped(here, by, shown.len())).copied());
        self.open |= unfolds && hidden.is_some();
        self.go_to(ctx, to.unwrap_or(self.at));
    }
}
