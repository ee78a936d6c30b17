//! The rows of a table, one behind the other in one text: a table of a million rows is held in memory, and takes little
//! more of it than what stands in its cells.

use std::ops::Range;

/// Rows, each with the line it begins on.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// The text of all cells.
    text: String,
    /// How long each of them is, in bytes: seven bits in each byte, the last one of a number below 128.
    lengths: Vec<u8>,
    slots: Vec<Slot>,
    /// Those of them that are rows; what stands before and behind them was put aside.
    seen: Range<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    line: u64,
    /// Where its text begins.
    text: usize,
    /// Where its lengths begin.
    lengths: usize,
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The line it begins on, from 1.
    pub line: u64,
    text: &'a str,
    lengths: &'a [u8],
}

impl Rows {
    /// One more row at the end.
    pub(super) fn push<'a>(&mut self, line: u64, cells: impl IntoIterator<Item = &'a str>) {
        self.slots.push(Slot { line, text: self.text.len(), lengths: self.lengths.len() });
        for cell in cells {
            self.text.push_str(cell);
            let mut length = cell.len();
            loop {
                let [low, ..] = length.to_le_bytes();
                length >>= 7;
                self.lengths.push(if length > 0 { low | 0x80 } else { low });
                if length == 0 {
                    break;
                }
            }
        }
        self.seen.end = self.slots.len();
    }

    /// How many bytes its cells take, and how many cells there are.
    pub(super) fn size(&self) -> usize {
        self.text.len() + self.lengths.len()
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.seen.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }

    /// The row at a place.
    pub fn get(&self, at: usize) -> Option<Row<'_>> {
        (at < self.len()).then(|| self.row(self.seen.start + at)).flatten()
    }

    /// The last row.
    pub fn last(&self) -> Option<Row<'_>> {
        self.len().checked_sub(1).and_then(|at| self.get(at))
    }

    /// Every row, the first at first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Row<'_>> + ExactSizeIterator {
        // Every place that is seen has its row.
        self.seen.clone().map(|at| self.row(at).unwrap_or(Row { line: 0, text: "", lengths: &[] }))
    }

    fn row(&self, at: usize) -> Option<Row<'_>> {
        let slot = self.slots.get(at)?;
        let (text, lengths) = self
            .slots
            .get(at + 1)
            .map_or((self.text.len(), self.lengths.len()), |next| (next.text, next.lengths));
        let (text, lengths) = (self.text.get(slot.text..text)?, self.lengths.get(slot.lengths..lengths)?);
        Some(Row { line: slot.line, text, lengths })
    }

    /// Puts the first rows aside, and those from a place on.
    pub(super) fn narrow(&mut self, to: Range<usize>) {
        let (from, until) = (self.seen.start, self.seen.end);
        self.seen = (from + to.start).min(until)..(from + to.end).min(until);
    }

    /// Gives back what it took in advance.
    pub(super) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.lengths.shrink_to_fit();
        self.slots.shrink_to_fit();
    }
}

impl<'a> Row<'a> {
    /// Its cells as they stand in the file.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let (mut text, mut lengths) = (self.text, self.lengths);
        std::iter::from_fn(move || {
            let (length, rest) = first(lengths)?;
            let (cell, behind) = text.split_at_checked(length)?;
            (text, lengths) = (behind, rest);
            Some(cell)
        })
    }

    /// A cell without blanks around it; empty where the row is too short.
    pub fn cell(&self, at: usize) -> &'a str {
        let (mut lengths, mut from) = (self.lengths, 0usize);
        for _ in 0..at {
            let Some((length, rest)) = first(lengths) else { return "" };
            (lengths, from) = (rest, from.saturating_add(length));
        }
        let Some((length, _)) = first(lengths) else { return "" };
        self.text.get(from..from.saturating_add(length)).unwrap_or_default().trim()
    }

    /// How many cells it has.
    pub fn width(&self) -> usize {
        self.lengths.iter().filter(|byte| **byte < 0x80).count()
    }

    /// Whether there is nothing in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The first number of some, and the others.
fn first(lengths: &[u8]) -> Option<(usize, &[u8])> {
    let (mut number, mut shift) = (0usize, 0);
    for (at, byte) in lengths.iter().enumerate() {
        number |= usize::from(byte & 0x7f).checked_shl(shift)?;
        if *byte < 0x80 {
            return Some((number, lengths.get(at + 1..)?));
        }
        shift += 7;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever stands in them: rows come back cell by cell, and each of them alone, also when some were put aside.
        #[test]
        fn rows_come_back(
            rows in prop::collection::vec(prop::collection::vec("|\\PC{0,5}|[a-zα-ω]{120,140}|[ \n]{1,3}", 0..6), 0..8),
            from in 0usize..4,
            to in 0usize..9,
        ) {
            let mut made = Rows::default();
            for (line, row) in (1..).zip(&rows) {
                made.push(line, row.iter().map(String::as_str));
            }
            made.narrow(from..to);
            made.shrink();
            let wanted: Vec<&Vec<String>> = rows.iter().take(to).skip(from).collect();
            prop_assert_eq!(made.len(), wanted.len());
            prop_assert_eq!(made.iter().rev().count(), wanted.len());
            for (at, row) in made.iter().enumerate() {
                let cells: Vec<&str> = row.cells().collect();
                prop_assert_eq!(&cells, wanted[at]);
                prop_assert_eq!((row.width(), row.line), (cells.len(), (from + at + 1) as u64));
                prop_assert_eq!(row.is_blank(), cells.iter().all(|cell| cell.trim().is_empty()));
                let alone: Vec<&str> = (0..=cells.len()).map(|n| row.cell(n)).collect();
                let wanted: Vec<&str> = cells.iter().map(|cell| cell.trim()).chain([""]).collect();
                prop_assert_eq!(alone, wanted);
            }
            prop_assert_eq!(made.last().map(|row| row.line), made.iter().last().map(|row| row.line));
            prop_assert!(made.get(made.len()).is_none());
        }
    }
}
