//! Rows in columns.

use super::out::{Out, Stop, columns, cut_sign};
use crate::ui::columns::{Column, fit as fit_columns};
use crate::ui::text::{cut_with, fit_with, width};

/// A column before the last is never wider than this on a terminal, so that the next ones are seen, too.
const WIDEST: usize = 44;
/// No column is made narrower than this to make room for others.
const NARROWEST: usize = 16;
/// What stands between two columns.
const GAP: usize = 2;

/// Rows in columns with a heading on a terminal, with tabs and without one elsewhere.
///
/// # Errors
/// When nobody reads the output.
pub fn print(out: &mut Out, heading: &[String], rows: &[Vec<String>]) -> Result<(), Stop> {
    let Some(room) = columns() else {
        return rows.iter().try_for_each(|row| out.row(row));
    };
    let widths = widths(heading, rows, room);
    let sign = cut_sign();
    for row in std::iter::once(heading).chain(rows.iter().map(Vec::as_slice)) {
        let line: Vec<String> =
            row.iter().zip(&widths).map(|(cell, w)| fit_with(cell, *w, false, sign)).collect();
        out.line(&cut_with(line.join("  ").trim_end(), room, sign))?;
    }
    Ok(())
}

/// How wide each column is: as its widest cell, less where the room is short, the widest giving first.
fn widths(heading: &[String], rows: &[Vec<String>], room: usize) -> Vec<usize> {
    let last = heading.len().saturating_sub(1);
    let mut widest: Vec<usize> = heading.iter().map(|h| width(h)).collect();
    for row in rows {
        for (at, (widest, cell)) in widest.iter_mut().zip(row).enumerate() {
            let most = if at == last { room } else { WIDEST };
            *widest = (*widest).max(width(cell).min(most));
        }
    }
    // A column of nothing keeps the gap behind it.
    let empty = widest.iter().filter(|w| **w == 0).count();
    let wish = |wide| Column { wide, least: NARROWEST, ..Column::default() };
    let wishes: Vec<Column> = widest.into_iter().map(wish).collect();
    fit_columns(&wishes, GAP, room.saturating_sub(GAP * empty))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(of: &[usize]) -> Vec<String> {
        of.iter().map(|n| "x".repeat(*n)).collect()
    }

    #[test]
    fn the_widest_columns_make_room_for_the_others() {
        let heading = texts(&[0, 3, 4, 6]);
        for (row, room, wanted) in [
            ([1, 10, 10, 10], 80, [1, 10, 10, 10]),
            ([1, 90, 10, 10], 80, [1, 44, 10, 10]),
            ([1, 44, 44, 16], 80, [1, 28, 29, 16]),
            ([1, 10, 10, 90], 80, [1, 10, 10, 53]),
            ([1, 44, 44, 44], 20, [1, 16, 16, 16]),
        ] {
            let mut found = widths(&heading, &[texts(&row)], room);
            found[1..3].sort_unstable();
            let mut wanted = wanted.to_vec();
            wanted[1..3].sort_unstable();
            assert_eq!(found, wanted, "{row:?}");
        }
    }
}
