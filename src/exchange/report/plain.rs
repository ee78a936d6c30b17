//! Lays a report out as lines of text: cells stand under each other, long lines go on in the next.

use super::filters::{is_month, is_weekday};
use crate::domain::text::{breaks, width};
use std::borrow::Cow;

/// The columns of a line.
pub(super) const COLUMNS: usize = 78;
/// What stands between two cells of a row in what a template writes; no text of a record holds it.
pub(super) const CELL: char = '\u{1f}';
/// Stands for a blank at which no line ends; no text of a record holds it.
const BOUND: char = '\u{1e}';
/// The least columns that a cell is made narrow to.
const NARROWEST: usize = 8;
/// What stands between two cells.
const GAP: &str = "  ";

/// The text with its rows as columns, no line longer than a page is wide.
pub(super) fn laid_out(text: &str, columns: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let lines: Vec<String> = text.lines().map(|line| bound(line.trim_end())).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
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
    super::tidy(&out).replace(BOUND, " ")
}

/// The line with its dates, amounts and telephone numbers held together.
fn bound(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut before: Option<&str> = None;
    for word in line.split(' ') {
        if let Some(before) = before {
            out.push(if belong_together(before, word) { BOUND } else { ' ' });
        }
        out.push_str(word);
        before = Some(word);
    }
    out
}

/// Whether two words that follow each other are parts of one date, one amount or one telephone number.
fn belong_together(one: &str, next: &str) -> bool {
    let one = one.rsplit(CELL).next().unwrap_or_default().trim_start_matches(OPENING);
    let next = next.split(CELL).next().unwrap_or_default().trim_end_matches(CLOSING);
    // Behind such a sign something else begins.
    if one.ends_with([',', ';', ':', '.', '!', '?']) {
        return false;
    }
    match (is_number(one), is_number(next)) {
        (true, true) => true,
        (true, false) => is_currency(next) || is_month(next),
        (false, true) => is_currency(one) || is_month(one) || is_weekday(one),
        (false, false) => false,
    }
}

/// What may stand before a word, or behind it, and is none of it.
const OPENING: [char; 4] = ['(', '"', '«', '“'];
const CLOSING: [char; 9] = [')', '"', '»', '”', ',', ';', '.', ':', '!'];

/// Digits, with what stands between those of an amount or a telephone number.
fn is_number(word: &str) -> bool {
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '/' | '(' | ')' | '.' | ',' | '\'');
    word.contains(|c: char| c.is_ascii_digit()) && word.chars().all(allowed)
}

/// A sign of money, or three letters as of `EUR`.
fn is_currency(word: &str) -> bool {
    matches!(word, "€" | "$" | "£") || word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase())
}

/// A line; what goes on of an item is set in.
fn prose(out: &mut String, line: &str, columns: usize) {
    let mark = ["- ", "! ", "  "].into_iter().find(|mark| line.starts_with(mark)).unwrap_or("");
    let rest = &line[mark.len()..];
    for (nth, part) in broken(rest, columns.saturating_sub(mark.len())).into_iter().enumerate() {
        let lead = if nth == 0 { mark } else { &"  "[..mark.len()] };
        out.extend([lead, &part, "\n"]);
    }
    if rest.is_empty() {
        out.push('\n');
    }
}

fn table(out: &mut String, lines: &[&str], within: usize) {
    let rows: Vec<Vec<&str>> = lines.iter().map(|line| line.split(CELL).map(str::trim).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cells = |at: usize| rows.iter().filter_map(move |row| row.get(at));
    let most = |at: usize, wide: &dyn Fn(&str) -> usize| cells(at).map(|cell| wide(cell)).max().unwrap_or(0);
    let each = |wide: &dyn Fn(&str) -> usize| (0..columns).map(|at| most(at, wide)).collect::<Vec<usize>>();
    let (whole, words, held) = (each(&|cell| width(cell)), each(&widest_word), each(&widest_held));
    let room = within.saturating_sub(GAP.len() * columns.saturating_sub(1));
    let widths = narrowed(whole, &words, &held, room);
    for row in rows {
        let cells: Vec<Vec<String>> =
            row.iter().zip(&widths).map(|(cell, width)| broken(cell, *width)).collect();
        for nth in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut line = String::new();
            for (cell, columns) in cells.iter().zip(&widths) {
                let part = cell.get(nth).map_or("", String::as_str);
                line.extend([part, &" ".repeat(columns.saturating_sub(width(part))), GAP]);
            }
            out.extend([line.trim_end(), "\n"]);
        }
    }
}

/// The columns in so much room: first no word is cut, then no more than what is held together. Where there is no room even
/// for that it is parted as well, unless that would not do either.
fn narrowed(whole: Vec<usize>, words: &[usize], held: &[usize], room: usize) -> Vec<usize> {
    let narrow = |mut widths: Vec<usize>, least: &dyn Fn(usize) -> usize| {
        while widths.iter().sum::<usize>() > room {
            let wide = (0..widths.len()).filter(|at| widths[*at] > least(*at)).max_by_key(|at| widths[*at]);
            let Some(wide) = wide else { break };
            widths[wide] -= 1;
        }
        widths
    };
    let widths = narrow(whole, &|at| words[at]);
    let widths = narrow(widths, &|at| words[at].min(held[at].max(NARROWEST)));
    let parted = narrow(widths.clone(), &|at| words[at].min(NARROWEST));
    if parted.iter().sum::<usize>() > room { widths } else { parted }
}

/// How wide the widest word is; what is held together is one.
fn widest_word(text: &str) -> usize {
    text.split(' ').map(width).max().unwrap_or(0)
}

/// How wide the widest part is that is held together.
fn widest_held(text: &str) -> usize {
    text.split(' ').filter(|part| part.contains(BOUND)).map(width).max().unwrap_or(0)
}

/// The lines of a text within so many columns, without blanks around them. What is held together and has no room goes on
/// in the next line like other words.
fn broken(text: &str, columns: usize) -> Vec<String> {
    let fits = widest_held(text) <= columns;
    let text = if fits { Cow::Borrowed(text) } else { Cow::Owned(text.replace(BOUND, " ")) };
    breaks(&text, columns.max(1)).into_iter().map(|part| text[part].trim().to_owned()).collect()
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

    #[test]
    fn no_line_ends_within_a_date_an_amount_or_a_number() {
        let held = [
            "27 Nov 2026",
            "Fri 27 Nov",
            "Παρ 27 Νοε",
            "3 Μαΐ 2026",
            "7 November 2026",
            "1 200 000 EUR",
            "1.200,00 €",
            "€ 5",
            "USD 12",
            "+30 210 1234567",
            "(415) 555-0100",
            "0044 20 7946 0018",
        ];
        for one in held {
            for before in 1..30 {
                let words = "x ".repeat(before);
                let prose = laid_out(&format!("- {words}{one}, then"), 30);
                assert!(prose.contains(one), "{prose}");
                let row = laid_out(&format!("{words}{one}\u{1f}{}", "word ".repeat(9)), 40);
                assert!(row.contains(one), "{row}");
            }
            // Without room for it nothing is lost, and no word is cut.
            assert_eq!(broken(&bound(one), 9).join(" ").replace(BOUND, " "), one);
        }
        // What only follows is no part of it.
        for (one, next) in [("2026,", "12"), ("Nov", "the"), ("for", "5"), ("5", "days"), ("#41", "27")] {
            assert!(!belong_together(one, next), "{one} {next}");
        }
    }
}
