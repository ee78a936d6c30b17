//! Rows in columns.

use super::out::{Out, Stop, columns, cut_sign};
use crate::app::Need;
use crate::ui::columns::{Column, fit as fit_columns};
use crate::ui::text::{cut_with, fit_with, width};

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

/// How wide each column is: as wide as what stands in it; where the room is short, sentences give way first.
fn widths(heading: &[String], rows: &[Vec<String>], room: usize) -> Vec<usize> {
    let wish = |at: usize| {
        let head = heading.get(at).map_or(0, |h| width(h));
        let need = Need::of(rows.iter().filter_map(|row| row.get(at)));
        let wide = need.wide.max(head);
        let (most, least) = (need.most.max(head), NARROWEST.min(wide));
        Column { wide, most, least, spare: 0, sentence: need.sentence }
    };
    // A column of nothing keeps the gap behind it.
    let wishes: Vec<Column> = (0..heading.len()).map(wish).collect();
    let empty = wishes.iter().filter(|w| w.wide == 0).count();
    fit_columns(&wishes, GAP, room.saturating_sub(GAP * empty))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(of: &[usize]) -> Vec<String> {
        of.iter().map(|n| "x".repeat(*n)).collect()
    }

    #[test]
    fn sentences_make_room_for_names() {
        let heading = texts(&[0, 3, 4, 6]);
        let sentence = "one two three four five six seven eight nine ten".to_owned();
        let row = [&texts(&[1, 30])[..], &[sentence, "y".repeat(12)]].concat();
        assert_eq!(widths(&heading, std::slice::from_ref(&row), 120), [1, 30, 48, 12]);
        assert_eq!(widths(&heading, std::slice::from_ref(&row), 80), [1, 30, 31, 12]);
        assert_eq!(widths(&heading, std::slice::from_ref(&row), 60), [1, 25, 16, 12]);
        assert_eq!(widths(&heading, &[row], 20).iter().sum::<usize>() + 3 * GAP, 20);
    }
}
