//! The vocabulary, and how a phrase falls into words. Everything here is folded (see [`fold`]): lower case, no
//! accents, final sigma as sigma; a test keeps it so.

use crate::domain::Unit;
use crate::domain::text::fold;
use chrono::Weekday;

/// Words that change nothing.
pub(super) const FILLERS: &[&str] = &["on", "by", "the", "of", "του", "τησ", "την", "τη", "το", "τον"];

/// Weekdays from Monday, English and Greek. Three letters or more of a name are enough.
const WEEKDAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Mon, "monday", "δευτερα"),
    (Weekday::Tue, "tuesday", "τριτη"),
    (Weekday::Wed, "wednesday", "τεταρτη"),
    (Weekday::Thu, "thursday", "πεμπτη"),
    (Weekday::Fri, "friday", "παρασκευη"),
    (Weekday::Sat, "saturday", "σαββατο"),
    (Weekday::Sun, "sunday", "κυριακη"),
];

/// Months from January: English, Greek nominative, Greek genitive, Greek as it is spoken.
const MONTHS: [[&str; 4]; 12] = [
    ["january", "ιανουαριοσ", "ιανουαριου", "γεναρησ"],
    ["february", "φεβρουαριοσ", "φεβρουαριου", "φλεβαρησ"],
    ["march", "μαρτιοσ", "μαρτιου", "μαρτησ"],
    ["april", "απριλιοσ", "απριλιου", "απριλησ"],
    ["may", "μαιοσ", "μαιου", "μαησ"],
    ["june", "ιουνιοσ", "ιουνιου", "ιουνησ"],
    ["july", "ιουλιοσ", "ιουλιου", "ιουλησ"],
    ["august", "αυγουστοσ", "αυγουστου", "αυγουστοσ"],
    ["september", "σεπτεμβριοσ", "σεπτεμβριου", "σεπτεμβρησ"],
    ["october", "οκτωβριοσ", "οκτωβριου", "οκτωβρησ"],
    ["november", "νοεμβριοσ", "νοεμβριου", "νοεμβρησ"],
    ["december", "δεκεμβριοσ", "δεκεμβριου", "δεκεμβρησ"],
];

/// Numbers up to ten, written out.
const NUMBERS: [&[&str]; 10] = [
    &["a", "an", "one", "ενα", "εναν", "μια", "μιαν"],
    &["two", "δυο"],
    &["three", "τρεισ", "τρια"],
    &["four", "τεσσερισ", "τεσσερα"],
    &["five", "πεντε"],
    &["six", "εξι"],
    &["seven", "επτα", "εφτα"],
    &["eight", "οκτω", "οχτω"],
    &["nine", "εννεα", "εννια"],
    &["ten", "δεκα"],
];

/// What distances are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Day,
    Workday,
    Week,
    Month,
    Quarter,
    Year,
}

const STEPS: &[(Step, &[&str])] = &[
    (Step::Day, &["d", "day", "days", "μερα", "μερεσ", "ημερα", "ημερεσ", "ημ"]),
    (Step::Workday, &["wd", "workday", "workdays", "εργασιμη", "εργασιμεσ"]),
    (
        Step::Week,
        &[
            "w",
            "wk",
            "wks",
            "week",
            "weeks",
            "εβδομαδα",
            "εβδομαδασ",
            "εβδομαδεσ",
            "βδομαδα",
            "βδομαδασ",
            "βδομαδεσ",
        ],
    ),
    (Step::Month, &["m", "mo", "month", "months", "μηνα", "μηνασ", "μηνεσ"]),
    (Step::Quarter, &["q", "quarter", "quarters", "τριμηνο", "τριμηνα", "τριμηνου"]),
    (
        Step::Year,
        &["y", "yr", "yrs", "year", "years", "χρονο", "χρονοσ", "χρονου", "χρονια", "ετοσ", "ετουσ", "ετη"],
    ),
];

/// Which of several weeks, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    This,
    Next,
    Last,
}

const WHICH: &[(Which, &[&str])] = &[
    (Which::This, &["this", "αυτη", "αυτο", "αυτον", "αυτου"]),
    (Which::Next, &["next", "επομενη", "επομενησ", "επομενο", "επομενου", "αλλη", "αλλο", "αλλον", "αλλου"]),
    (Which::Last, &["last", "περασμενη", "περασμενο", "προηγουμενη", "προηγουμενο"]),
];

fn one_of<T: Copy>(table: &[(T, &[&str])], word: &str) -> Option<T> {
    table.iter().find(|(_, names)| names.contains(&word)).map(|(which, _)| *which)
}

pub(super) fn step(word: &str) -> Option<Step> {
    one_of(STEPS, word)
}

/// A unit of spans, and how many of it the words mean.
pub(super) fn unit(words: &[&str]) -> Option<(Unit, u32)> {
    let step = match *words {
        ["fortnight" | "δεκαπενθημερο"] => return Some((Unit::Week, 2)),
        [word] => step(word)?,
        // "working days", "business days", "εργάσιμες ημέρες"
        [working, day]
            if matches!(working, "working" | "business") || step(working) == Some(Step::Workday) =>
        {
            step(day).filter(|s| *s == Step::Day).map(|_| Step::Workday)?
        }
        _ => return None,
    };
    Some(match step {
        Step::Day => (Unit::Day, 1),
        Step::Workday => (Unit::Workday, 1),
        Step::Week => (Unit::Week, 1),
        Step::Month => (Unit::Month, 1),
        Step::Quarter => (Unit::Month, 3),
        Step::Year => (Unit::Year, 1),
    })
}

pub(super) fn which(word: &str) -> Option<Which> {
    one_of(WHICH, word)
}

/// The only thing whose name begins with `word`; a name needs three letters at least.
fn by_prefix<T: PartialEq>(names: impl Iterator<Item = (T, &'static str)>, word: &str) -> Option<T> {
    if word.chars().count() < 3 {
        return None;
    }
    let mut found = None;
    for (what, _) in names.filter(|(_, name)| name.starts_with(word)) {
        if found.is_some_and(|f| f != what) {
            return None;
        }
        found = Some(what);
    }
    found
}

pub(super) fn weekday(word: &str) -> Option<Weekday> {
    by_prefix(WEEKDAYS.iter().flat_map(|(day, en, el)| [(*day, *en), (*day, *el)]), word)
}

/// The names of weekdays and months, in full.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    WEEKDAYS.iter().flat_map(|(_, en, el)| [*en, *el]).chain(MONTHS.into_iter().flatten())
}

/// The month a word means, 1 to 12.
pub(super) fn month(word: &str) -> Option<u32> {
    by_prefix((1u32..).zip(MONTHS).flat_map(|(no, names)| names.map(|name| (no, name))), word)
}

/// Which one of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nth {
    /// Counted from the first, 1 to 5.
    From(u8),
    Last,
}

/// Which one of several the words begin with, "2nd" being two of them, and the rest of them.
pub(super) fn ordinal<'a, 'w>(words: &'a [&'w str]) -> Option<(Nth, &'a [&'w str])> {
    const ORDINALS: [&[&str]; 5] = [
        &["first", "πρωτη", "πρωτο"],
        &["second", "δευτερη", "δευτερο"],
        &["third", "τριτη", "τριτο"],
        &["fourth", "τεταρτη", "τεταρτο"],
        &["fifth", "πεμπτη", "πεμπτο"],
    ];
    const ENDINGS: [&str; 5] = ["st", "nd", "rd", "th", "th"];
    let (first, rest) = words.split_first()?;
    if matches!(*first, "last" | "τελευταια" | "τελευταιο") {
        return Some((Nth::Last, rest));
    }
    if let Some(number) = digits(first) {
        let ending = ENDINGS.get(usize::try_from(number).ok()?.checked_sub(1)?)?;
        let rest = rest.strip_prefix(&[*ending])?;
        return Some((Nth::From(u8::try_from(number).ok()?), rest));
    }
    let nth = (1u8..).zip(ORDINALS).find(|(_, names)| names.contains(first)).map(|(n, _)| Nth::From(n))?;
    Some((nth, rest))
}

/// A number in digits or, up to ten, in letters.
pub(super) fn number(word: &str) -> Option<u32> {
    digits(word).or_else(|| (1u32..).zip(NUMBERS).find(|(_, names)| names.contains(&word)).map(|(n, _)| n))
}

/// A number of one to five digits and nothing else.
pub(super) fn digits(word: &str) -> Option<u32> {
    let fits = (1..=5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    if fits { word.parse().ok() } else { None }
}

/// The words of a phrase without the fillers, "3d" as "3" and "d", "p.m." as "pm"; `None` for nothing and for prose.
pub(super) fn split(text: &str, most: usize) -> Option<Vec<String>> {
    // Nothing that is understood is longer; prose is not folded first to find that out.
    if text.len() > most * 32 {
        return None;
    }
    let mut out = vec![];
    for word in fold(text).split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty()) {
        let cut = word
            .char_indices()
            .zip(word.chars().skip(1))
            .find(|((_, a), b)| a.is_ascii_digit() && b.is_alphabetic());
        let (number, rest) = word.split_at(cut.map_or(0, |((at, _), _)| at + 1));
        out.extend([number, rest].into_iter().filter(|p| !p.is_empty()).map(undotted));
    }
    out.retain(|w| !FILLERS.contains(&w.as_str()));
    (1..=most).contains(&out.len()).then_some(out)
}

/// A word of letters without the dots of its abbreviation; numbers keep theirs.
fn undotted(word: &str) -> String {
    if word.contains('.') && word.chars().all(|c| c == '.' || c.is_alphabetic()) {
        word.replace('.', "")
    } else {
        word.to_owned()
    }
}

/// The words as slices, for patterns.
pub(super) fn slices(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vocabulary_is_folded() {
        let steps = STEPS.iter().flat_map(|(_, w)| w.iter().copied());
        let which = WHICH.iter().flat_map(|(_, w)| w.iter().copied());
        let numbers = NUMBERS.iter().flat_map(|w| w.iter().copied());
        let names = MONTHS.iter().flatten().copied().chain(WEEKDAYS.iter().flat_map(|(_, a, b)| [*a, *b]));
        for word in steps.chain(which).chain(numbers).chain(names).chain(FILLERS.iter().copied()) {
            assert_eq!(fold(word), word);
        }
    }
}
