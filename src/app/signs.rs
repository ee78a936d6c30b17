//! Every sign that stands on a screen, once: what it means, and what stands for it where only ASCII is drawn. Those of kinds
//! stand in the table of kinds. The legend of the help and the ASCII form are readings of it.

use crate::domain::derive::month::Sort;
use crate::domain::{Kind, Sign};

const fn sign(sign: &'static str, ascii: &'static str, about: &'static str) -> Sign {
    Sign { sign, ascii, about }
}

/// The signs that are not those of kinds.
pub const SIGNS: &[Sign] = &[
    sign("!", "!", "needs care now: late, broken, too long"),
    sign("~", "~", "needs care soon: at risk, due today"),
    sign("▸", ">", "the mark: what keys work on"),
    sign("✓", "v", "done; in a merge: taken; above, at the right: saved"),
    sign("◐", "%", "begun"),
    sign("×", "x", "cancelled"),
    sign("!!", "!!", "urgent, before a title; ! high, - low"),
    sign("++", "++", "devoted to us; + friendly, 0 neutral, - doubtful, -- against"),
    sign("▲", "^", "health rose within 30 days"),
    sign("▼", "v", "health fell within 30 days"),
    sign("▰", "#", "done so far"),
    sign("▱", ".", "still to do"),
    sign("▁", ".", "an eighth: of the hours that fit, of full health, of the most touches"),
    sign("▄", "=", "half of it; ▂ ▃ less, ▅ ▆ ▇ more"),
    sign("█", "#", "all of it, or more"),
    sign("◇", "m", "in a plan, the promised day where another is expected"),
    sign("━", "=", "in a plan, the time a step takes"),
    sign("┿", "+", "in a plan, today"),
    sign(
        "┄",
        "-",
        "in a plan, the way to what waits for the marked row, and from what it waits for; ┆ down or up",
    ),
    BIRTHDAY,
    sign("▾", "v", "goes on below"),
    sign("▴", "^", "goes on above"),
    sign("…", "~", "cut for want of room; before a task: it waits for others"),
    sign("\"", "\"", "the same as in the row above"),
];

/// A block of so many eighths, 8 and more the whole one; none for nothing.
pub const fn block(eighths: usize) -> &'static str {
    match eighths {
        0 => "",
        1 => "▁",
        2 => "▂",
        3 => "▃",
        4 => "▄",
        5 => "▅",
        6 => "▆",
        7 => "▇",
        _ => "█",
    }
}

/// The sign of a birthday, which is no record of its own.
const BIRTHDAY: Sign = sign("♪", "b", "in a month, a birthday");

/// The sign of what falls on a day of a month: that of the kind of record it comes of.
pub const fn of_day(sort: Sort) -> Sign {
    match sort {
        Sort::Promise => Kind::Milestone.sign(),
        Sort::Notice => Kind::Agreement.sign(),
        Sort::Due => Kind::Task.sign(),
        Sort::Meeting => Kind::Interaction.sign(),
        Sort::Absence => Kind::Absence.sign(),
        Sort::Birthday => BIRTHDAY,
    }
}

/// Every sign, those of kinds first.
pub fn all() -> impl Iterator<Item = Sign> {
    Kind::ALL.iter().map(|kind| kind.sign()).chain(SIGNS.iter().copied())
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
        assert!(Kind::ALL.iter().all(|k| kinds.insert(k.sign().ascii)));
        assert!(all().all(|s| s.ascii.is_ascii() && !s.about.is_empty()));
    }
}
