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
