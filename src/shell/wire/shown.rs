//! What stands on the screen, as far as it was written in letters whose width is sure: a letter that is there already is
//! sooner written again than stepped over.

use super::Style;

/// How far stepping over is longer than writing again: a step is three bytes, several are four.
pub const LONGEST: u16 = 3;

/// The letters on the screen, by row and column; `None` where nothing sure is known.
#[derive(Debug, Default)]
pub struct Shown(Vec<Vec<Option<(u8, Style)>>>);

impl Shown {
    /// Nothing is known any more: the screen was cleared, or somebody else had it.
    pub fn forget(&mut self) {
        self.0.clear();
    }

    /// Takes in what was written at a place; `columns` of the screen are no longer what they were.
    pub fn put(&mut self, (x, y): (u16, u16), symbol: &str, style: Style, columns: u16) {
        let (x, y) = (usize::from(x), usize::from(y));
        if self.0.len() <= y {
            self.0.resize_with(y + 1, Vec::new);
        }
        let row = &mut self.0[y];
        let end = x + usize::from(columns.max(1));
        if row.len() < end {
            row.resize(end, None);
        }
        row[x..end].fill(None);
        if let &[letter @ b' '..=b'~'] = symbol.as_bytes() {
            row[x] = Some((letter, style));
        }
    }

    /// The letters from a place on, when all of them look as if they were written in this style.
    pub fn letters(&self, (x, y): (u16, u16), count: u16, style: Style) -> Option<String> {
        let row = self.0.get(usize::from(y))?;
        let cells = row.get(usize::from(x)..usize::from(x + count))?;
        let letter = |cell: &Option<(u8, Style)>| {
            let (letter, own) = (*cell)?;
            let same = own == style || letter == b' ' && style.for_blank(own) == style;
            same.then_some(char::from(letter))
        };
        cells.iter().map(letter).collect()
    }
}
