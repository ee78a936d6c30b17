//! How wide what stands in a column is.

use super::ctx::Ctx;
use super::custom::ListColumn;
use crate::domain::Ref;
use crate::domain::text::width;
use std::ops::Range;

/// How wide a column must be for what stands in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Need {
    /// For all of it.
    pub wide: usize,
    /// For nine tenths of it: one text that is far longer than the others shall not take the room of all.
    pub most: usize,
    /// Whether there are sentences in it.
    pub sentence: bool,
}

/// What has so many words is a sentence: no name, no number and no date has.
const WORDS: usize = 5;

impl Need {
    /// Of what stands in some cells.
    pub fn of<T: AsRef<str>>(texts: impl Iterator<Item = T>) -> Self {
        let mut sentence = false;
        let wide = |text: T| {
            sentence |= text.as_ref().split_whitespace().nth(WORDS - 1).is_some();
            width(text.as_ref())
        };
        let mut widths: Vec<usize> = texts.map(wide).collect();
        widths.sort_unstable();
        let at = |from_end: usize| widths.len().checked_sub(from_end + 1).map_or(0, |i| widths[i]);
        Self { wide: at(0), most: at(widths.len() / 10), sentence }
    }

    /// For what stands in either of two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        let sentence = self.sentence || other.sentence;
        Self { wide: self.wide.max(other.wide), most: self.most.max(other.most), sentence }
    }
}

/// What the columns of a list need, measured on the rows in sight and some screens around. Columns stand still while one
/// steps: they are measured anew, and only grow, when one comes near the end of what was measured.
#[derive(Clone, Debug, Default)]
pub struct Measure {
    /// What each column needs.
    pub needs: Vec<Need>,
    rows: Range<usize>,
}

/// How many rows before and behind the marked one are measured at once, at the least three screens, and how many screens one
/// comes near to the end of them.
const AROUND: usize = 100;
const SCREENS: usize = 3;
const NEAR: usize = 1;

impl Measure {
    /// Measures the rows around `at`, when that was not done before; `page` rows are in sight.
    pub fn look(&mut self, ctx: Ctx<'_>, columns: &[ListColumn], rows: &[Ref], at: usize, page: usize) {
        let around = |count: usize| at.saturating_sub(count)..(at + count).min(rows.len());
        let near = around(NEAR * page);
        if self.needs.len() == columns.len() && self.rows.start <= near.start && near.end <= self.rows.end {
            return;
        }
        let seen = around(AROUND.max(SCREENS * page));
        self.needs.resize(columns.len(), Need::default());
        for (need, column) in self.needs.iter_mut().zip(columns) {
            // A picture is as wide as it is, and is not drawn to be measured.
            if let ListColumn::Picture(picture) = column {
                let wide = usize::from(picture.width);
                *need = Need { wide, most: wide, sentence: false };
                continue;
            }
            let cells = rows[seen.clone()].iter().map(|id| column.cell(ctx, *id).text);
            *need = need.max(Need::of(cells));
        }
        self.rows = seen;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_tenths_are_whole_at_most() {
        let of = |widths: &[usize]| Need::of(widths.iter().map(|n| "x".repeat(*n)));
        assert_eq!(of(&[]), Need::default());
        assert_eq!(of(&[7]), Need { wide: 7, most: 7, sentence: false });
        let widths: Vec<usize> = (1..=18).chain([40, 90]).collect();
        assert_eq!(of(&widths), Need { wide: 90, most: 18, sentence: false });
    }

    #[test]
    fn a_sentence_has_more_words_than_a_name() {
        let is = |text: &str| Need::of([text].into_iter()).sentence;
        assert!(is("the spring banner is late") && !is("Maria del Carmen Ruiz") && !is("Fri 4 Dec 2026"));
    }

    /// A list is measured around the mark, and not again before one comes within a screen of the end of what was measured.
    #[test]
    fn what_was_measured_is_not_measured_again() {
        use crate::app::{Column, Model};
        use crate::domain::{Kind, Moment};
        use std::sync::atomic::{AtomicUsize, Ordering};
        static READ: AtomicUsize = AtomicUsize::new(0);
        fn cell(_: Ctx<'_>, _: Ref) -> crate::app::document::Cell {
            READ.fetch_add(1, Ordering::Relaxed);
            crate::app::document::Cell::plain("x")
        }
        let model = Model::new(Moment::default(), [1; 16]);
        let column: &'static Column =
            Box::leak(Box::new(Column { cell, ..crate::app::Pane::Clients.spec().columns[0] }));
        let columns = [ListColumn::Table(column)];
        let rows: Vec<Ref> = (0..300u128).map(|n| Ref::new(Kind::Client, uuid::Uuid::from_u128(n))).collect();
        let mut measure = Measure::default();
        let mut read = |at: usize| {
            let before = READ.load(Ordering::Relaxed);
            measure.look(model.ctx(), &columns, &rows, at, 10);
            READ.load(Ordering::Relaxed) - before
        };
        let walk: Vec<usize> =
            [0, 0, 1, 90, 91, 91, 181, 182, 92, 91, 11, 10, 0].into_iter().map(&mut read).collect();
        assert_eq!(walk, [100, 0, 0, 0, 191, 0, 0, 200, 0, 191, 0, 0, 0]);
        // Towards the last row nothing lies behind what was measured.
        assert_eq!([280, 299, 299].map(read), [120, 0, 0]);
    }
}
