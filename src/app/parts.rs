//! The parts of a list: what stands together under one title, each open or folded to one line.

use crate::domain::Ref;

/// A part of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The words over it.
    pub title: &'static str,
    /// How many rows belong to it.
    pub count: usize,
    /// Whether it is folded: then its first row stands for all, and is drawn as the title.
    pub folded: bool,
}

impl Part {
    /// How many rows of the list are its.
    pub const fn rows(self) -> usize {
        if self.folded { 1 } else { self.count }
    }
}

/// The parts of a list from the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts(pub Vec<Part>);

impl Parts {
    /// Finds the parts of some rows, and takes out the rows of those that are folded, but for the first of each.
    pub fn of(
        rows: &mut Vec<Ref>,
        title: impl Fn(Ref) -> Option<&'static str>,
        folded: &[&'static str],
    ) -> Self {
        let mut parts: Vec<Part> = vec![];
        rows.retain(|id| {
            let Some(title) = title(*id) else { return true };
            match parts.last_mut() {
                Some(last) if last.title == title => {
                    last.count += 1;
                    !last.folded
                }
                _ => {
                    parts.push(Part { title, count: 1, folded: folded.contains(&title) });
                    true
                }
            }
        });
        Self(parts)
    }

    /// The part that row `at` is in, and where its rows begin.
    pub fn at(&self, at: usize) -> Option<(Part, usize)> {
        let mut from = 0;
        for part in &self.0 {
            if at < from + part.rows() {
                return Some((*part, from));
            }
            from += part.rows();
        }
        None
    }

    /// The part whose title stands on a line of its own over row `at` when `top` is the first one shown: the one that begins
    /// there, or goes on from above.
    pub fn over(&self, at: usize, top: usize) -> Option<Part> {
        let (part, from) = self.at(at)?;
        (!part.folded && (at == from || at == top)).then_some(part)
    }

    /// The first row of the next part after the one row `at` is in, or of the one before; the first row of its own part when
    /// one goes up from within.
    pub fn next(&self, at: usize, down: bool) -> Option<usize> {
        let (part, from) = self.at(at)?;
        if down {
            let next = from + part.rows();
            self.at(next).map(|(_, from)| from)
        } else if at > from {
            Some(from)
        } else {
            self.at(from.checked_sub(1)?).map(|(_, from)| from)
        }
    }
}
