//! Every sign that stands on a screen, once: what it means, and what stands for it where only ASCII is drawn. The legend of
//! the help and the ASCII form are readings of it.

use crate::domain::Kind;
use crate::domain::derive::month::Sort;

/// A sign and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// As it is drawn.
    pub sign: &'static str,
    /// What is drawn in its place where there is only ASCII.
    pub ascii: &'static str,
    /// What it means; of two that belong together, the first one says it.
    pub about: &'static str,
}

const fn sign(sign: &'static str, ascii: &'static str, about: &'static str) -> Sign {
    Sign { sign, ascii, about }
}

/// The signs that are not those of kinds.
pub const SIGNS: &[Sign] = &[
    sign("!", "!", "needs care now: late, broken, too long"),
    sign("~", "~", "needs care soon: at risk, due today"),
    sign("▸", ">", "the mark: what keys work on"),
    sign("✓", "v", "done; above, at the right: saved"),
    sign("◐", "%", "begun"),
    sign("×", "x", "cancelled"),
    sign("!!", "!!", "urgent, before a title; ! high, - low"),
    sign("++", "++", "devoted to us; + friendly, 0 neutral, - doubtful, -- against"),
    sign("▲", "^", "health rose within 30 days"),
    sign("▼", "v", "health fell within 30 days"),
    sign("▰", "#", "done so far"),
    sign("▱", ".", "still to do"),
    sign("▁", ".", "in a heat map: hours of work, up to an eighth of those that fit"),
    sign("▄", "=", "half of them; ▂ ▃ less, ▅ ▆ ▇ more"),
    sign("█", "#", "all of them, or more"),
    sign("◇", "m", "in a plan, the promised day where another is expected"),
    sign("━", "=", "in a plan, the time a step takes"),
    sign("┿", "+", "in a plan, today"),
    BIRTHDAY,
    sign("▾", "v", "goes on below"),
    sign("▴", "^", "goes on above"),
    sign("…", "~", "cut for want of room; before a task: it waits for others"),
    sign("\"", "\"", "the same as in the row above"),
];

/// The sign of a kind of record, before its name in a list of several kinds.
pub const fn of_kind(kind: Kind) -> Sign {
    match kind {
        Kind::Client => sign("●", "C", "client"),
        Kind::Department => sign("▤", "D", "department"),
        Kind::Contact => sign("@", "@", "person"),
        Kind::Project => sign("■", "P", "project"),
        Kind::Milestone => sign("◆", "M", "milestone; in a month, a promise"),
        Kind::Member => sign("&", "&", "member of a team"),
        Kind::Task => sign("○", "o", "task; in a month, what is due"),
        Kind::Request => sign("#", "#", "request"),
        Kind::Agreement => sign("§", "S", "agreement; in a month, its last day for notice"),
        Kind::Obligation => sign("¶", "O", "what an agreement obliges to"),
        Kind::Interaction => sign("»", ">", "call, meeting, mail, visit"),
        Kind::Feedback => sign("*", "*", "feedback"),
        Kind::Decision => sign("?", "?", "approval or decision"),
        Kind::Absence => sign("░", "a", "days away"),
        Kind::Playbook => sign("≡", "=", "playbook"),
        Kind::Calendar => sign("▦", "c", "calendar"),
    }
}

/// The sign of a birthday, which is no record of its own.
const BIRTHDAY: Sign = sign("♪", "b", "in a month, a birthday");

/// The sign of what falls on a day of a month: that of the kind of record it comes of.
pub const fn of_day(sort: Sort) -> Sign {
    match sort {
        Sort::Promise => of_kind(Kind::Milestone),
        Sort::Notice => of_kind(Kind::Agreement),
        Sort::Due => of_kind(Kind::Task),
        Sort::Meeting => of_kind(Kind::Interaction),
        Sort::Absence => of_kind(Kind::Absence),
        Sort::Birthday => BIRTHDAY,
    }
}

/// Every sign, those of kinds first.
pub fn all() -> impl Iterator<Item = Sign> {
    Kind::ALL.iter().map(|kind| of_kind(*kind)).chain(SIGNS.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_mean_by_the_same_sign_something_else() {
        let mut seen = HashSet::new();
        assert!(all().all(|s| seen.insert(s.sign)));
        let mut kinds = HashSet::new();
        assert!(Kind::ALL.iter().all(|k| kinds.insert(of_kind(*k).ascii)));
        assert!(all().all(|s| s.ascii.is_ascii() && !s.about.is_empty()));
    }
}
