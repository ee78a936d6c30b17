//! Texts that a spreadsheet would run as formulas stand behind an apostrophe in files for spreadsheets, and come back without
//! it.

use std::borrow::Cow;

/// Whether a spreadsheet would run the text (OWASP, CSV injection): telephone numbers begin so, too. Apostrophes before it
/// count, so that the one that is put there can be told from those that were.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text as no spreadsheet runs it.
pub fn harmless(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text without the apostrophe that [`harmless`] put before it; `None` when there is none.
pub fn undone(cell: &str) -> Option<&str> {
    cell.strip_prefix('\'').filter(|text| is_formula(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_made_harmless_comes_back(text in "['=+@\t\r-]{0,4}.{0,6}") {
            let made = harmless(&text);
            prop_assert!(!made.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(undone(&made).unwrap_or(&made), &text);
        }
    }

    #[test]
    fn an_apostrophe_of_a_name_stays() {
        for name in ["'t Hof", "O'Neill", "'", "''", "'s-Hertogenbosch"] {
            assert_eq!((undone(name), harmless(name).as_ref()), (None, name));
        }
    }
}
