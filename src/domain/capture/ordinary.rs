//! Words that mean something of their own: in small letters they name nobody without a question.

use super::{date_words, words};
use crate::domain::when;

/// Words of every day that people and companies are called by too; folded.
const NAMES: &[&str] = &[
    "amber",
    "april",
    "art",
    "august",
    "autumn",
    "bank",
    "bay",
    "bill",
    "carol",
    "chance",
    "charity",
    "chase",
    "chip",
    "cliff",
    "daisy",
    "dawn",
    "dean",
    "del",
    "den",
    "der",
    "design",
    "drew",
    "duke",
    "earl",
    "eve",
    "faith",
    "frank",
    "gene",
    "glen",
    "grace",
    "grant",
    "guy",
    "heath",
    "holly",
    "hope",
    "hunter",
    "iris",
    "ivy",
    "jack",
    "jean",
    "joy",
    "july",
    "june",
    "king",
    "lane",
    "legal",
    "lily",
    "mark",
    "marshall",
    "may",
    "mercy",
    "miles",
    "new",
    "nick",
    "olive",
    "page",
    "pat",
    "pearl",
    "penny",
    "piper",
    "price",
    "ray",
    "rich",
    "rob",
    "robin",
    "rod",
    "rose",
    "ruby",
    "rusty",
    "sales",
    "sandy",
    "skip",
    "sky",
    "spring",
    "star",
    "stone",
    "sue",
    "summer",
    "sunny",
    "support",
    "van",
    "victor",
    "violet",
    "von",
    "wade",
    "ward",
    "winter",
    "young",
    "αγαπη",
    "γαλανη",
    "δοξα",
    "ειρηνη",
    "ελπιδα",
    "ζωη",
    "κυριακη",
    "νικη",
    "σοφια",
    "χαρα",
    "χρυσα",
];

/// The longer ones.
const LONGER_NAMES: &[&str] = &["christian", "ελευθερια", "παρασκευη"];

/// Whether it is a word of the vocabulary, or of every day.
pub(super) fn is_ordinary(word: &str) -> bool {
    let names = NAMES.iter().chain(LONGER_NAMES).copied();
    words::vocabulary().chain(date_words::vocabulary()).chain(names).any(|w| w == word)
        || when::is_month(word)
        || when::is_weekday(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::fold;

    #[test]
    fn the_words_are_folded() {
        for word in NAMES.iter().chain(LONGER_NAMES) {
            assert_eq!(fold(word), *word);
        }
    }
}
