//! How wide columns stand in the room there is: one rule for lists, records and tables of the command line.

/// How a column wants to stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// As wide as what stands in it. A column in which nothing stands takes no room.
    pub wide: usize,
    /// Wide enough for nearly all that stands in it: a sentence gives way so far before anything else does.
    pub most: usize,
    /// The least it is narrowed to.
    pub least: usize,
    /// Where there is no room for all, the column with the highest number goes; 0 stays.
    pub spare: usize,
    /// Whether sentences stand in it. Names, numbers and dates are whole as long as a sentence can give way.
    pub sentence: bool,
}

/// From this number on a column goes before sentences are cut: what it says is told elsewhere as well.
pub const SPARED_FIRST: usize = 3;

/// How wide each column is, 0 when it has no room, with `gap` columns of the screen between any two. Never wider than `room`.
///
/// The widest sentences give way first, down to what nearly all of them need; then columns that say what is said
/// elsewhere go; then sentences give way down to the least; then other columns that can be spared go; then names. Where
/// even that is too much, all are cut.
pub fn fit(columns: &[Column], gap: usize, room: usize) -> Vec<usize> {
    let mut fitting = Fitting { columns, gap, room, widths: columns.iter().map(|c| c.wide).collect() };
    loop {
        if fitting.narrow(|c| c.sentence, |c| c.most.max(c.least)) {
            break;
        }
        if fitting.spare(SPARED_FIRST) {
            continue;
        }
        if fitting.narrow(|c| c.sentence, |c| c.least) {
            break;
        }
        if fitting.spare(1) {
            continue;
        }
        let all_fit = fitting.narrow(|c| !c.sentence, |c| c.least)
            || fitting.narrow(|c| c.sentence, |_| 1)
            || fitting.narrow(|_| true, |_| 1);
        if all_fit {
            break;
        }
        // Not even a letter of each has room: the last one goes.
        let Some(last) = fitting.widths.iter().rposition(|w| *w > 0) else { break };
        fitting.widths[last] = 0;
    }
    fitting.widths
}

/// What all columns take together, with the gaps between them.
pub fn total(widths: &[usize], gap: usize) -> usize {
    let seen = widths.iter().filter(|w| **w > 0).count();
    widths.iter().sum::<usize>() + gap * seen.saturating_sub(1)
}

struct Fitting<'a> {
    columns: &'a [Column],
    gap: usize,
    room: usize,
    widths: Vec<usize>,
}

impl Fitting<'_> {
    /// Narrows the widest of some columns, one by one, down to their least; says whether all have room now.
    fn narrow(&mut self, some: impl Fn(&Column) -> bool, least: impl Fn(&Column) -> usize) -> bool {
        while total(&self.widths, self.gap) > self.room {
            let wider = (0..self.columns.len())
                .filter(|c| some(&self.columns[*c]) && self.widths[*c] > least(&self.columns[*c]).max(1));
            let Some(widest) = wider.max_by_key(|c| self.widths[*c]) else { return false };
            self.widths[widest] -= 1;
        }
        true
    }

    /// Leaves the column out that can be spared most; those that stay are as wide as they want to be again.
    fn spare(&mut self, from: usize) -> bool {
        let kept = (0..self.columns.len()).filter(|c| self.widths[*c] > 0);
        let spared = kept.filter(|c| self.columns[*c].spare >= from.max(1));
        let Some(gone) = spared.max_by_key(|c| self.columns[*c].spare) else { return false };
        for (at, width) in self.widths.iter_mut().enumerate() {
            *width = if *width == 0 || at == gone { 0 } else { self.columns[at].wide };
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(wide: usize, most: usize) -> Column {
        Column { wide, most, least: 20, sentence: true, spare: 0 }
    }

    fn name(wide: usize, spare: usize) -> Column {
        Column { wide, least: 12, spare, ..Column::default() }
    }

    #[test]
    fn columns_are_as_wide_as_what_they_hold() {
        assert_eq!(fit(&[text(20, 20), name(14, 0)], 2, 80), [20, 14]);
        assert_eq!(fit(&[name(0, 0), name(8, 0), name(0, 0), name(8, 0)], 2, 18), [0, 8, 0, 8]);
    }

    #[test]
    fn sentences_give_way_first_and_then_what_can_be_spared() {
        let columns = [text(60, 40), name(18, 0), name(9, 4)];
        assert_eq!(fit(&columns, 2, 80), [49, 18, 9]);
        assert_eq!(fit(&columns, 2, 71), [40, 18, 9]);
        // Nearly all sentences are whole: rather than that, what is told elsewhere goes.
        assert_eq!(fit(&columns, 2, 70), [50, 18, 0]);
        assert_eq!(fit(&columns, 2, 50), [30, 18, 0]);
        // Names last of all.
        assert_eq!(fit(&columns, 2, 36), [20, 14, 0]);
        assert_eq!(fit(&columns, 2, 20), [6, 12, 0]);
    }

    #[test]
    fn the_widest_of_its_sort_gives_way_first() {
        assert_eq!(fit(&[text(50, 50), text(30, 30)], 2, 62), [30, 30]);
        assert_eq!(fit(&[name(30, 0), name(20, 0)], 2, 42), [20, 20]);
    }

    fn column() -> impl Strategy<Value = Column> {
        (0usize..60, 0usize..60, 0usize..30, 0usize..6, any::<bool>()).prop_map(
            |(wide, most, least, spare, sentence)| Column {
                wide,
                most: most.min(wide),
                least: least.min(wide),
                spare,
                sentence,
            },
        )
    }

    proptest! {
        #[test]
        fn they_never_take_more_than_the_room(columns in prop::collection::vec(column(), 0..9), gap in 0usize..4, room in 0usize..250) {
            let found = fit(&columns, gap, room);
            prop_assert_eq!(found.len(), columns.len());
            prop_assert!(total(&found, gap) <= room, "{found:?}");
            for (column, width) in columns.iter().zip(&found) {
                prop_assert!(*width <= column.wide);
            }
        }

        #[test]
        fn nothing_is_cut_that_has_room(columns in prop::collection::vec(column(), 0..9), gap in 0usize..4, more in 0usize..50) {
            let wide: Vec<usize> = columns.iter().map(|c| c.wide).collect();
            prop_assert_eq!(fit(&columns, gap, total(&wide, gap) + more), wide);
        }

        #[test]
        fn a_name_is_whole_while_a_sentence_can_give_way(columns in prop::collection::vec(column(), 1..9), gap in 0usize..4, room in 0usize..250) {
            let found = fit(&columns, gap, room);
            let cut = |(c, w): (&Column, &usize)| !c.sentence && *w > 0 && *w < c.wide;
            if columns.iter().zip(&found).any(cut) {
                for (column, width) in columns.iter().zip(&found).filter(|(c, _)| c.sentence) {
                    prop_assert!(*width <= column.least.max(1), "{columns:?}: {found:?}");
                }
            }
        }

        #[test]
        fn more_room_never_hides_the_column_that_stays(columns in prop::collection::vec(column(), 1..7), gap in 0usize..4, room in 60usize..250) {
            let found = fit(&columns, gap, room);
            let first = columns.iter().position(|c| c.spare == 0 && c.wide > 0);
            if let Some(first) = first {
                prop_assert!(found[first] > 0);
            }
        }
    }
}
