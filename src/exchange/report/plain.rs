//! Lays a report out as lines of text: cells stand under each other, long lines go on in the next.

use crate::domain::text::{breaks, width};

/// The columns of a line.
pub(super) const COLUMNS: usize = 78;
/// What stands between two cells of a row in what a template writes; no text of a record holds it.
pub(super) const CELL: char = '\u{1f}';
/// The least columns that a cell is made narrow to.
const NARROWEST: usize = 8;
/// What stands between two cells.
const GAP: &str = "  ";

/// The text with its rows as columns, no line longer than a page is wide.
pub(super) fn laid_out(text: &str, columns: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if line.contains(CELL) {
            let rows = lines[at..].iter().take_while(|line| line.contains(CELL)).count();
            table(&mut out, &lines[at..at + rows], columns);
            at += rows;
            continue;
        }
        prose(&mut out, line, columns);
        at += 1;
    }
    super::tidy(&out)
}

/// A line; what goes on of an item is set in.
fn prose(out: &mut String, line: &str, columns: usize) {
    let mark = ["- ", "! ", "  "].into_iter().find(|mark| line.starts_with(mark)).unwrap_or("");
    let rest = &line[mark.len()..];
    for (nth, part) in breaks(rest, columns.saturating_sub(mark.len()).max(1)).into_iter().enumerate() {
        let lead = if nth == 0 { mark } else { &"  "[..mark.len()] };
        out.extend([lead, rest[part].trim(), "\n"]);
    }
    if rest.is_empty() {
        out.push('\n');
    }
}

fn table(out: &mut String, lines: &[&str], within: usize) {
    let rows: Vec<Vec<&str>> = lines.iter().map(|line| line.split(CELL).map(str::trim).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max();
    let mut widths: Vec<usize> = (0..columns).map(|at| widest(at).unwrap_or(0)).collect();
    let gaps = GAP.len() * columns.saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > within {
        let Some(most) = widths.iter_mut().max().filter(|most| **most > NARROWEST) else { break };
        *most -= 1;
    }
    for row in rows {
        let cells: Vec<Vec<&str>> =
            row.iter().zip(&widths).map(|(cell, width)| broken(cell, *width)).collect();
        for nth in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut line = String::new();
            for (cell, columns) in cells.iter().zip(&widths) {
                let part = cell.get(nth).copied().unwrap_or_default();
                line.extend([part, &" ".repeat(columns.saturating_sub(width(part))), GAP]);
            }
            out.extend([line.trim_end(), "\n"]);
        }
    }
}

fn broken(cell: &str, columns: usize) -> Vec<&str> {
    breaks(cell, columns.max(1)).into_iter().map(|part| cell[part].trim()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_under_each_other_and_nothing_is_lost() {
        let text = "Head\n\na\u{1f}bb\u{1f}c\nlonger\u{1f}b\u{1f}cc\n\n- item";
        assert_eq!(laid_out(text, COLUMNS), "Head\n\na       bb  c\nlonger  b   cc\n\n- item\n");
        let long = "word ".repeat(60);
        let row = format!("{long}\u{1f}{long}\u{1f}x\n- {long}");
        for columns in [COLUMNS, 50] {
            let told = laid_out(&row, columns);
            assert!(told.lines().all(|line| width(line) <= columns), "{told}");
            assert_eq!(told.matches("word").count(), 180);
        }
        let told = laid_out(&row, COLUMNS);
        assert_eq!(told.matches("word").count(), 180);
        assert!(told.contains("\n  word"), "what goes on is set in: {told}");
    }
}
