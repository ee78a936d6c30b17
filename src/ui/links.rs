//! The ways between a marked bar of a plan and those it waits for, or that wait for it: from the end of the one to the
//! beginning of the other, through what is blank.

use crate::app::Bar;

/// The signs of a way, but for its corners.
const DOWN: char = '┆';
const ALONG: char = '┄';

/// Whether a sign is one of a way.
pub fn is_link(sign: char) -> bool {
    matches!(sign, DOWN | ALONG | '╮' | '╯' | '╭' | '╰')
}

/// Where a bar is drawn in its row: the columns of its first and its last sign. Today and the day that was promised are no
/// part of it.
fn ends(row: &[char]) -> Option<(usize, usize)> {
    let is_own = |sign: &char| !matches!(sign, ' ' | '│' | '◇') && !is_link(*sign);
    Some((row.iter().position(is_own)?, row.iter().rposition(is_own)?))
}

/// Draws the ways of the marked bar into the rows of signs, one for each bar; whatever stands there already stays.
pub fn draw(grid: &mut [Vec<char>], bars: &[&Bar], marked: usize) {
    let Some(here) = bars.get(marked) else { return };
    for (nth, bar) in bars.iter().enumerate().filter(|(nth, _)| *nth != marked) {
        if here.after.contains(&bar.target) {
            way(grid, nth, marked);
        } else if bar.after.contains(&here.target) {
            way(grid, marked, nth);
        }
    }
}

/// The way from one row to another: down or up behind the end of the first, then along to the beginning of the second. Where
/// that begins earlier, the way leads down to its beginning.
fn way(grid: &mut [Vec<char>], from: usize, to: usize) {
    let (Some((begin, end)), Some((start, _))) = (ends(&grid[from]), ends(&grid[to])) else { return };
    let at = (end + 1).min(start);
    let below = to > from;
    let mut put = |row: usize, column: usize, sign: char| {
        if let Some(cell) = grid.get_mut(row).and_then(|r| r.get_mut(column)).filter(|c| **c == ' ') {
            *cell = sign;
        }
    };
    let corner = match (at < begin, below) {
        (false, true) => '╮',
        (false, false) => '╯',
        (true, true) => '╭',
        (true, false) => '╰',
    };
    put(from, at, corner);
    for column in at + 1..begin {
        put(from, column, ALONG);
    }
    for row in from.min(to) + 1..from.max(to) {
        put(row, at, DOWN);
    }
    if at < start {
        put(to, at, if below { '╰' } else { '╭' });
        for column in at + 1..start {
            put(to, column, ALONG);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Cell;
    use crate::domain::{IdGenerator, Moment, Ref, TaskId};
    use proptest::prelude::*;

    fn bar(nth: usize, after: Option<usize>) -> Bar {
        let seed = |n: usize| [u8::try_from(n).unwrap(); 16];
        let id = |n: usize| Ref::from(IdGenerator::new(seed(n)).next::<TaskId>(Moment::default()));
        Bar { after: after.into_iter().map(id).collect(), ..Bar::of(id(nth), Cell::plain("")) }
    }

    fn row(from: usize, to: usize) -> Vec<char> {
        (0..40).map(|at| if (from..=to).contains(&at) { '━' } else { ' ' }).collect()
    }

    proptest! {
        /// What was drawn stays. Where nothing lies between the two, the way leads from the one to the other without a break,
        /// each sign of it beside the next one; and no sign lies elsewhere.
        #[test]
        fn a_way_leads_from_the_end_of_one_to_the_beginning_of_the_other(
            spans in prop::collection::vec((0usize..39, 0usize..39), 2..7), from in 0usize..7, to in 0usize..7,
        ) {
            let all = spans.len();
            let (from, to) = (from % all, to % all);
            prop_assume!(from != to);
            let rows: Vec<Vec<char>> = spans.iter().enumerate().map(|(nth, (a, b))| {
                if nth == from || nth == to { row(*a.min(b), *a.max(b)) } else { vec![' '; 40] }
            }).collect();
            let bars: Vec<Bar> = (0..all).map(|nth| bar(nth, (nth == to).then_some(from))).collect();
            let bars: Vec<&Bar> = bars.iter().collect();
            for marked in [from, to] {
                let mut grid = rows.clone();
                draw(&mut grid, &bars, marked);
                let links: Vec<(usize, usize)> = (0..all).flat_map(|y| (0..40).map(move |x| (y, x)))
                    .filter(|(y, x)| is_link(grid[*y][*x])).collect();
                for (y, x) in (0..all).flat_map(|y| (0..40).map(move |x| (y, x))) {
                    prop_assert!(rows[y][x] == ' ' || rows[y][x] == grid[y][x]);
                }
                let (Some((_, end)), Some((start, _))) = (ends(&rows[from]), ends(&rows[to])) else { unreachable!() };
                // From any cell of the one, over signs of the way alone, to a cell of the other.
                let mut seen = vec![(from, end.min(start.max(end)))];
                seen.extend((0..=end).filter(|x| rows[from][*x] == '━').map(|x| (from, x)));
                let mut at = 0;
                while let Some((y, x)) = seen.get(at).copied() {
                    at += 1;
                    for next in [(y + 1, x), (y.wrapping_sub(1), x), (y, x + 1), (y, x.wrapping_sub(1))] {
                        if !seen.contains(&next) && (links.contains(&next) || next.0 == to && next.1 < 40 && rows[to][next.1] == '━') {
                            seen.push(next);
                        }
                    }
                }
                prop_assert!(seen.iter().any(|(y, _)| *y == to), "{grid:?}");
                prop_assert!(links.iter().all(|link| seen.contains(link)), "{grid:?}");
            }
        }
    }
}
