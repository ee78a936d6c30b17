//! Help on a terminal: lines that are longer than it is wide are broken between words, and what they tell hangs below itself.

use super::out::columns;
use crate::domain::text::{breaks, width};

/// The text as the terminal on standard output shows it best; as it is where there is none.
pub fn on_a_terminal(text: &str) -> String {
    columns().map_or_else(|| text.to_owned(), |columns| hung(text, columns))
}

fn hung(text: &str, columns: usize) -> String {
    text.lines().flat_map(|line| rows(line, columns)).flat_map(|row| [row, "\n".to_owned()]).collect()
}

fn rows(line: &str, columns: usize) -> Vec<String> {
    let line = line.trim_end();
    if width(line) <= columns {
        return vec![line.to_owned()];
    }
    let air = line.len() - line.trim_start().len();
    let (head, told) = gap(line, air);
    // A name and what it is for: beside it, where that leaves room enough, else below it.
    let (mut out, text, hang) = match head {
        Some(_) if width(&line[..told]) * 5 <= columns * 3 => {
            return hang_below(&line[..told], &line[told..], width(&line[..told]), columns);
        }
        Some(head) => (vec![head.to_owned()], &line[told..], air + 6),
        // What is to be typed stays on a line, so that it can be copied.
        None if line.trim_start().starts_with("syndeo ") => return vec![line.to_owned()],
        None => (vec![], &line[air..], air),
    };
    out.extend(hang_below(&" ".repeat(hang), text, hang, columns));
    out
}

/// The text behind its head, and its further rows as far to the right.
fn hang_below(head: &str, text: &str, hang: usize, columns: usize) -> Vec<String> {
    let pieces = breaks(text, columns.saturating_sub(hang).max(1));
    let row = |(nth, range): (usize, std::ops::Range<usize>)| {
        let before = if nth == 0 { head.to_owned() } else { " ".repeat(hang) };
        format!("{before}{}", text[range].trim_end())
    };
    pieces.into_iter().enumerate().map(row).collect()
}

/// Where a line has a gap, behind its own air: what stands before it, and where the rest begins.
fn gap(line: &str, air: usize) -> (Option<&str>, usize) {
    let Some(at) = line[air..].find("  ").map(|at| at + air) else { return (None, 0) };
    (Some(&line[..at]), line.len() - line[at..].trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_hangs_below_itself() {
        let text = "One two three four five six seven
  -n, --name  What it is called in all lists
  syndeo list clients --reverse  the other way
  syndeo list tasks --sort due --reverse
  short\n";
        let wanted = "One two three four five six
seven
  -n, --name  What it is
              called in all
              lists
  syndeo list clients --reverse
        the other way
  syndeo list tasks --sort due --reverse
  short\n";
        assert_eq!(hung(text, 30), wanted);
    }

    #[test]
    fn what_fits_stays() {
        let text = "Usage: syndeo\n\n  a  b\n";
        assert_eq!(hung(text, 13), text);
    }
}
