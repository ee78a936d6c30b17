//! The vocabulary around dates: what says that something took place or is promised, and what makes another date of the one
//! beside it. Everything here is folded; a test keeps it so.

use super::words::tests_of;

/// Words that begin a line and say that it took place.
const PAST_KINDS: &[&str] = &[
    "called",
    "phoned",
    "rang",
    "spoke",
    "talked",
    "met",
    "mailed",
    "emailed",
    "wrote",
    "visited",
    "messaged",
    "texted",
    "μιλησα",
    "καλεσα",
    "τηλεφωνησα",
    "συναντησα",
    "συναντηθηκα",
    "εγραψα",
    "επισκεφθηκα",
    "επισκεφτηκα",
];

/// Words among the names that say so.
const PAST_MARKS: &[&str] = &["sent", "held", "took", "was", "εστειλα", "εγινε", "ηταν"];

/// Words that say that a day was promised, not only wished for.
const PROMISES: &[&str] =
    &["promised", "promise", "υποσχεθηκα", "υποσχεθηκαμε", "υποσχεση", "δεσμευτηκα", "δεσμευτηκαμε"];

/// Those who promise when they say what they do by a day.
const PROMISERS: &[&str] =
    &["we", "we'll", "we’ll", "i'll", "i’ll", "παραδιδουμε", "παραδινουμε", "στελνουμε"];

/// Words beside a date that make another one of it, or none: what stands there is not read without a question.
const BEFORE_OTHER_DATES: &[&str] = &[
    "not",
    "no",
    "never",
    "before",
    "after",
    "since",
    "every",
    "each",
    "except",
    "excluding",
    "but",
    "other",
    "than",
    "for",
    "from",
    "over",
    "early",
    "late",
    "mid",
    "around",
    "about",
    "circa",
    "ca",
    "between",
    "or",
    "half",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "last",
    "weekly",
    "οχι",
    "μη",
    "μην",
    "πριν",
    "μετα",
    "απο",
    "για",
    "καθε",
    "εκτοσ",
    "πλην",
    "γυρω",
    "περιπου",
    "μεταξυ",
    "η",
    "πρωτη",
    "πρωτο",
    "τελευταια",
    "αρχεσ",
    "μεσα",
];

/// The same behind a date.
const BEHIND_OTHER_DATES: &[&str] =
    &["week", "weeks", "fortnight", "month", "or", "latest", "earliest", "onwards", "εβδομαδα"];

/// Verbs by which somebody takes something on.
const COMMITMENTS: &[&str] = &[
    "will",
    "i'll",
    "we'll",
    "i’ll",
    "we’ll",
    "send",
    "follow",
    "call",
    "ring",
    "check",
    "remind",
    "prepare",
    "ask",
    "bring",
    "book",
    "write",
    "θα",
    "να",
    "στειλε",
    "παρε",
    "ρωτα",
    "θυμησε",
];

/// Words before the name of a month that make a time of it, and no day.
const BEFORE_MONTHS: &[&str] =
    &["early", "mid", "late", "beginning", "in", "for", "during", "αρχεσ", "μεσα", "τον", "μεσ"];

/// Words before a stretch of time that say which one.
const VAGUE: &[&str] =
    &["last", "this", "earlier", "περασμενη", "περασμενο", "προηγουμενη", "αυτη", "σημερα"];

/// Stretches of time that are no day.
const STRETCHES: &[&str] = &[
    "week",
    "month",
    "year",
    "night",
    "morning",
    "afternoon",
    "evening",
    "quarter",
    "weekend",
    "εβδομαδα",
    "μηνα",
    "πρωι",
    "απογευμα",
    "βραδυ",
    "σαββατοκυριακο",
];

/// Parts of a day.
const PARTS_OF_DAY: &[&str] =
    &["morning", "afternoon", "evening", "night", "πρωι", "μεσημερι", "απογευμα", "βραδυ"];

/// Two days, and no day.
const WEEKENDS: &[&str] = &["weekend", "week-end", "σαββατοκυριακο"];

/// Words after which a date is only one of many things: "by phone", "by Maria".
const NO_DEADLINES: &[&str] = &[
    "hand", "phone", "mail", "email", "e-mail", "post", "car", "train", "air", "plane", "ship", "sea", "law",
    "way", "mistake", "accident", "itself", "us", "them", "him", "her", "me", "now", "then", "far",
    "default", "name", "to",
];

/// Every word that means something around a date.
pub(super) fn vocabulary() -> impl Iterator<Item = &'static str> {
    let lists = [
        PAST_KINDS,
        PAST_MARKS,
        PROMISES,
        PROMISERS,
        BEFORE_OTHER_DATES,
        BEHIND_OTHER_DATES,
        COMMITMENTS,
        NO_DEADLINES,
        BEFORE_MONTHS,
        VAGUE,
        STRETCHES,
        WEEKENDS,
        PARTS_OF_DAY,
    ];
    lists.into_iter().flatten().copied()
}

tests_of! {
    /// Whether a line that begins so is about what took place.
    is_past_kind PAST_KINDS;
    /// Whether a word among the names says so.
    is_past_mark PAST_MARKS;
    /// Whether a day is promised.
    is_promise PROMISES;
    /// Whether somebody of us says what is done by a day.
    is_promiser PROMISERS;
    /// Whether the date behind it is another one, or none.
    is_before_other_date BEFORE_OTHER_DATES;
    /// Whether the date before it is another one.
    is_behind_other_date BEHIND_OTHER_DATES;
    /// Whether somebody takes something on.
    is_commitment COMMITMENTS;
    /// Whether the name of a month behind it is no day.
    is_before_month BEFORE_MONTHS;
    /// Whether it says which stretch of time is meant.
    is_vague VAGUE;
    /// Whether it is a stretch of time.
    is_stretch STRETCHES;
    /// Whether it is a part of a day.
    is_part_of_day PARTS_OF_DAY;
    /// Whether it is two days.
    is_weekend WEEKENDS;
    /// Whether no date is meant though one is asked for.
    is_no_deadline NO_DEADLINES;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::fold;

    #[test]
    fn the_vocabulary_is_folded() {
        for word in vocabulary() {
            assert_eq!(fold(word), word);
        }
    }
}
