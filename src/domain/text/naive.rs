//! Rules for text a second time, letter by letter.

use super::*;
use proptest::prelude::*;

/// Letters, and everything that ends a line, steers or shows nothing, mixed as often as letters are.
fn any_marks() -> impl Strategy<Value = String> {
    let marks = "\r\n\t\u{2028}\u{2029}\u{85}\u{b}\u{feff}\u{202e}\u{3164}\u{200d}";
    let marks: Vec<char> = marks.chars().collect();
    let any =
        prop_oneof![prop::sample::select(vec!['a', 'Ω', ' ']), any::<char>(), prop::sample::select(marks)];
    prop::collection::vec(any, 0..12).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    /// Each end of a line and each tab is one blank, what must not be kept is nothing, and all else stays.
    #[test]
    fn what_is_typed_is_one_line_whatever_ends_lines(text in any_marks()) {
        let (mut wanted, mut before) = (String::new(), ' ');
        for c in text.chars() {
            match c {
                '\n' if before == '\r' => {}
                '\r' | '\n' | '\t' | '\u{2028}' | '\u{2029}' => wanted.push(' '),
                c if is_unfit(c) => {}
                c => wanted.push(c),
            }
            before = c;
        }
        prop_assert_eq!(typed(&text), wanted);
    }

    /// Rows follow each other without a gap and none is too wide; a row ends between the digits of a number, or within a
    /// word, only when it has no better place to end.
    #[test]
    fn a_row_ends_between_words_where_it_can(line in "[a1 ]{0,40}", columns in 1usize..12) {
        let rows = breaks(&line, columns);
        prop_assert_eq!(rows.iter().map(|row| &line[row.clone()]).collect::<String>(), line.as_str());
        for (nth, row) in rows.iter().enumerate() {
            let text = &line[row.clone()];
            prop_assert!(width(text) <= columns, "{text:?}");
            if nth + 1 == rows.len() {
                continue;
            }
            let is_digit = |at: usize| line.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
            let inner = |at: usize| is_digit(at.wrapping_sub(2)) && is_digit(at);
            let ends: Vec<usize> = (row.start + 1..=row.end).filter(|at| line[..*at].ends_with(' ')).collect();
            let better = ends.iter().rev().find(|at| !inner(**at)).or(ends.last());
            prop_assert_eq!(row.end, better.copied().unwrap_or(row.end), "{:?} in {:?}", text, line);
        }
    }

    /// From the right: a mark after every third digit that has another one before it.
    #[test]
    fn a_mark_stands_between_digits_and_every_third_only(digits in "[0-9]{0,13}") {
        let mut wanted = String::new();
        for (nth, digit) in digits.chars().rev().enumerate() {
            if nth != 0 && nth % 3 == 0 {
                wanted.insert(0, ',');
            }
            wanted.insert(0, digit);
        }
        prop_assert_eq!(grouped(&digits, ','), wanted);
    }
}
