//! The vocabulary of capture. Everything here is folded (see [`crate::domain::text::fold`]); a test keeps it so.

use super::Main;
use crate::domain::{Priority, Touch};

/// Words that begin a line and say what it becomes.
const KINDS: &[(Main, &[&str])] = &[
    (
        Main::Touch(Touch::Call),
        &[
            "call",
            "called",
            "phone",
            "phoned",
            "telephone",
            "rang",
            "spoke",
            "talked",
            "κληση",
            "τηλεφωνο",
            "τηλεφωνημα",
            "τηλ",
            "μιλησα",
            "καλεσα",
            "τηλεφωνησα",
        ],
    ),
    (
        Main::Touch(Touch::Meeting),
        &[
            "meeting",
            "meet",
            "met",
            "mtg",
            "lunch",
            "breakfast",
            "dinner",
            "coffee",
            "γευμα",
            "συναντηση",
            "συναντησα",
            "συναντηθηκα",
            "ραντεβου",
        ],
    ),
    (
        Main::Touch(Touch::Mail),
        &["mail", "mailed", "email", "emailed", "e-mail", "wrote", "μειλ", "ημειλ", "εγραψα"],
    ),
    (Main::Touch(Touch::Visit), &["visit", "visited", "επισκεψη", "επισκεφθηκα", "επισκεφτηκα"]),
    (Main::Touch(Touch::Message), &["message", "messaged", "msg", "text", "texted", "sms", "chat", "μηνυμα"]),
    (Main::Touch(Touch::Note), &["note", "notes", "memo", "σημειωση"]),
    (Main::Request, &["request", "req", "wish", "αιτημα", "επιθυμια"]),
    (Main::Task, &["task", "todo", "to-do", "εργασια"]),
    (Main::FollowUp, &["follow-up", "followup", "fu", "f/u", "chase", "remind", "reminder", "υπενθυμιση"]),
];

/// Verbs by which a client wishes for something.
const WISHES: &[&str] = &[
    "wants",
    "want",
    "wanted",
    "asks",
    "asked",
    "wishes",
    "wished",
    "requests",
    "requested",
    "needs",
    "needed",
    "θελει",
    "θελουν",
    "ηθελε",
    "ηθελαν",
    "ζητα",
    "ζηταει",
    "ζητουν",
    "ζητησε",
    "ζητησαν",
    "χρειαζεται",
    "χρειαζονται",
];

/// Words that may follow such a verb and say nothing.
const AFTER_WISH: &[&str] = &["for", "that"];

/// Words between names, and between the kind and a name.
const CONNECTORS: &[&str] = &[
    "with", "w/", "w", "from", "and", "of", "for", "to", "at", "the", "by", "she", "he", "they", "who",
    "sent", "με", "απο", "και", "κι", "ο", "η", "οι", "τον", "την", "τη", "τησ", "του", "των", "τουσ", "τισ",
    "στον", "στην", "στη", "στο", "για", "που",
];

/// Words in a text after which a name may be meant.
const BEFORE_NAMES: &[&str] = &[
    "with", "from", "for", "to", "of", "at", "and", "με", "απο", "για", "και", "τον", "την", "τη", "τησ",
    "του", "στον", "στην", "στη", "στο",
];

/// Words that name nobody, though somebody's name may begin with them.
const NEVER_NAMES: &[&str] = &[
    "a",
    "about",
    "all",
    "an",
    "any",
    "are",
    "as",
    "back",
    "but",
    "can",
    "do",
    "had",
    "has",
    "her",
    "him",
    "his",
    "i",
    "if",
    "in",
    "is",
    "it",
    "may",
    "me",
    "my",
    "new",
    "no",
    "not",
    "now",
    "on",
    "one",
    "or",
    "our",
    "re",
    "she",
    "so",
    "than",
    "that",
    "their",
    "them",
    "then",
    "there",
    "this",
    "two",
    "us",
    "was",
    "we",
    "who",
    "why",
    "will",
    "you",
    "your",
    "για",
    "δεν",
    "ειναι",
    "θα",
    "κατα",
    "μια",
    "να",
    "νεα",
    "νεο",
    "οτι",
    "παρα",
    "περι",
    "που",
    "σε",
    "τα",
    "τι",
    "χωρισ",
    "ωσ",
];

/// Words that come before a date by which something must be done.
const DEADLINES: &[&str] = &[
    "by",
    "due",
    "until",
    "till",
    "deadline",
    "promised",
    "υποσχεθηκα",
    "υποσχεθηκαμε",
    "μεχρι",
    "εωσ",
    "ωσ",
    "προθεσμια",
    "ληξη",
];

/// Words that may come before any date.
const ON: &[&str] = &["on", "την", "τη", "το", "στισ", "τισ"];

/// Articles between such a word and the date.
const ARTICLES: &[&str] = &["the", "την", "τη", "το", "τον", "τισ", "στισ", "τησ", "του"];

/// Days that can mean nothing else.
const PLAIN_DAYS: &[&str] = &[
    "today",
    "tonight",
    "2nite",
    "tomorrow",
    "tmr",
    "tmrw",
    "yesterday",
    "eod",
    "eow",
    "eom",
    "eoq",
    "eoy",
    "σημερα",
    "αποψε",
    "αυριο",
    "μεθαυριο",
    "χθεσ",
    "χτεσ",
    "εχθεσ",
    "προχθεσ",
    "προχτεσ",
];

/// First words of phrases that can mean nothing else, when the whole is a date.
const PHRASE_STARTS: &[&str] = &[
    "in",
    "this",
    "next",
    "last",
    "end",
    "day",
    "σε",
    "πριν",
    "επομενη",
    "επομενησ",
    "επομενο",
    "επομενου",
    "περασμενη",
    "περασμενο",
    "προηγουμενη",
    "προηγουμενο",
    "αυτη",
    "αλλη",
    "αλλησ",
    "αλλο",
    "αλλον",
    "αλλου",
    "τελοσ",
    "τελη",
];

/// Words after `+` that ask for a follow-up.
const FOLLOW_UPS: &[&str] = &["follow-up", "followup", "follow", "fu", "remind", "υπενθυμιση", "επαναφορα"];

/// Words after `!`.
const PRIORITIES: &[(Priority, &[&str])] = &[
    (Priority::High, &["high", "hi", "h", "υψηλη", "σημαντικο"]),
    (Priority::Urgent, &["urgent", "asap", "u", "επειγον", "επειγουσα"]),
    (Priority::Low, &["low", "lo", "l", "χαμηλη"]),
    (Priority::Normal, &["normal", "n", "κανονικη"]),
];

/// Words at the beginning of what is left that a title does not need.
const ABOUT: &[&str] = &["about", "re", "regarding", "concerning"];

/// Words beside a length that make a time of it, or a thing: "in 4 hours", "30 minutes of film".
const NO_LENGTHS: &[&str] = &[
    "in", "at", "within", "after", "before", "every", "each", "last", "next", "of", "ago", "later", "from",
    "per", "σε", "στισ", "μετα", "πριν", "καθε", "απο", "την",
];

/// Words that say that something is urgent, without a mark.
const URGENT: &[&str] = &["asap", "a.s.a.p", "επειγοντωσ"];

/// Those who are not clients when they want something.
const OURSELVES: &[&str] = &["i", "we", "εγω", "εμεισ"];

fn one_of<T: Copy>(table: &[(T, &[&str])], word: &str) -> Option<T> {
    table.iter().find(|(_, words)| words.contains(&word)).map(|(what, _)| *what)
}

/// The words that begin a line and say what it becomes.
pub(super) fn kinds() -> impl Iterator<Item = &'static str> {
    KINDS.iter().flat_map(|(_, words)| words.iter().copied())
}

/// Every word that means something in a line.
pub(super) fn vocabulary() -> impl Iterator<Item = &'static str> {
    let priorities = PRIORITIES.iter().flat_map(|(_, words)| words.iter().copied());
    let lists = [
        WISHES,
        AFTER_WISH,
        CONNECTORS,
        BEFORE_NAMES,
        NEVER_NAMES,
        DEADLINES,
        ON,
        ARTICLES,
        PLAIN_DAYS,
        PHRASE_STARTS,
        FOLLOW_UPS,
        ABOUT,
        OURSELVES,
        NO_LENGTHS,
        URGENT,
    ];
    kinds().chain(priorities).chain(lists.into_iter().flatten().copied())
}

/// What a line becomes that begins with this word.
pub(super) fn kind(word: &str) -> Option<Main> {
    one_of(KINDS, word)
}

/// The priority this word after `!` means; nothing is high.
pub(super) fn priority(word: &str) -> Option<Priority> {
    if word.is_empty() { Some(Priority::High) } else { one_of(PRIORITIES, word) }
}

/// A question for each list: whether a word is in it.
macro_rules! tests_of {
    ($( $(#[doc = $about:literal])* $name:ident $list:ident; )*) => {
        $( $(#[doc = $about])* pub(super) fn $name(word: &str) -> bool { $list.contains(&word) } )*
    };
}

pub(super) use tests_of;

tests_of! {
    /// Whether somebody wishes for something.
    is_wish WISHES;
    /// Whether the wish begins after this word.
    is_after_wish AFTER_WISH;
    /// Whether names go on after this word.
    is_connector CONNECTORS;
    /// Whether a name may be meant after this word in a text.
    is_before_name BEFORE_NAMES;
    /// Whether nobody is called so.
    is_never_name NEVER_NAMES;
    /// Whether a date by which something must be done follows.
    is_deadline DEADLINES;
    /// Whether a date may follow.
    is_on ON;
    /// Whether it changes nothing before a date.
    is_article ARTICLES;
    /// Whether it is a day and nothing else.
    is_plain_day PLAIN_DAYS;
    /// Whether a phrase that begins so, and is a date, is nothing else.
    starts_phrase PHRASE_STARTS;
    /// Whether a follow-up is asked for.
    is_follow_up FOLLOW_UPS;
    /// Whether a title can do without it at its beginning.
    is_about ABOUT;
    /// Whether it is us who want something.
    is_ourselves OURSELVES;
    /// Whether the length beside it is none.
    is_no_length NO_LENGTHS;
    /// Whether something is urgent.
    is_urgent URGENT;
}

/// Whether a touch came from the other side when this word follows its kind.
pub(super) fn is_from(word: &str) -> bool {
    matches!(word, "from" | "απο")
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
