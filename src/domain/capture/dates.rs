//! Dates and times within a line. What may be a date and may as well be prose ("3 days of work", "the third edition")
//! is one only after a word that asks for a date.

use super::token::Token;
use super::words::{is_article, is_deadline, is_on, is_plain_day, starts_phrase};
use crate::domain::{Moment, Workdays, when};
use chrono::{Days, NaiveDate, NaiveTime};

/// Which way a date lies that does not say so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    /// What happened: "fri" is the last Friday. Times of day are read too.
    Past,
    /// What is to be done.
    Future,
    /// A date is expected here: no word needs to ask for it.
    Expected,
}

/// What a date or a time in a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// A day.
    Day(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A point in time: "2 hours ago".
    Exact(Moment),
}

/// A date in a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// How many pieces of the line it takes.
    pub(super) used: usize,
    /// It is a date by which something must be done.
    pub(super) deadline: bool,
    /// What it means.
    pub(super) found: Dated,
}

/// The most pieces a date has.
const LONGEST: usize = 8;

const DAY_MS: i64 = 86_400_000;

/// What surrounds the words of a phrase.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each holds or does not, whatever the others do")]
struct Around {
    /// A word before it asks for a date.
    asked: bool,
    /// It may be anything that is a date, as one is expected.
    open: bool,
    /// Nothing but marks comes after it.
    last: bool,
    /// A dot stands behind it.
    dot: bool,
}

/// The date that begins at a piece of the line, the longest there is.
pub(super) fn phrase(
    line: &str,
    tokens: &[Token],
    at: usize,
    (now, calendar): (Moment, &Workdays),
    look: Toward,
) -> Option<Phrase> {
    let word = |i: usize| tokens.get(i).filter(|t| t.sigil.is_none() && !t.quoted).map(|t| t.fold.as_str());
    let mut from = at;
    let deadline = word(from).is_some_and(is_deadline);
    let asked = deadline || word(from).is_some_and(is_on);
    if asked {
        from += 1;
        // "Promised by fri" and "due on fri" ask twice.
        from += usize::from(deadline && word(from).is_some_and(|w| is_deadline(w) || is_on(w) || w == "for"));
        while word(from).is_some_and(is_article) {
            from += 1;
        }
    }
    // "At noon" and "noon" are the same.
    if matches!((word(from), word(from + 1)), (Some("at"), Some("noon" | "midday"))) {
        from += 1;
    }
    let rules = Around { asked, open: deadline || look == Toward::Expected, last: false, dot: false };
    // «στις 11» is a time only with its first word, «στις 24/12» a date without it.
    let starts = [Some(from), (asked && !deadline).then_some(at)];
    starts.into_iter().flatten().find_map(|from| {
        let (len, found) = longest(line, tokens.get(from..)?, (now, calendar), look, rules)?;
        Some(Phrase { used: from + len - at, deadline, found })
    })
}

/// The longest date these pieces begin with.
fn longest(
    line: &str,
    tokens: &[Token],
    day: (Moment, &Workdays),
    look: Toward,
    rules: Around,
) -> Option<(usize, Dated)> {
    (1..=LONGEST.min(tokens.len())).rev().find_map(|len| {
        let (piece, rest) = tokens.split_at_checked(len)?;
        let end = piece.last().and_then(|t| line.get(t.core.end..t.raw.end));
        let around = Around {
            last: rest.first().is_none_or(|t| t.sigil.is_some()),
            dot: end.is_some_and(|end| end.starts_with('.')),
            ..rules
        };
        let found = is_one_piece(piece).then(|| read(line, piece, day, look, around))??;
        Some((len, found))
    })
}

/// No mark, quotation or colon stands within it, and it does not end with a word that belongs to what follows.
fn is_one_piece(piece: &[Token]) -> bool {
    let marked = |t: &Token| t.quoted || t.sigil.is_some_and(|s| s != '+') || t.core.is_empty();
    let plus = piece.iter().skip(1).any(|t| t.sigil.is_some());
    let last = piece.last().map(|t| t.fold.as_str()).unwrap_or_default();
    let colon = piece.iter().rev().skip(1).any(Token::colon);
    // "by fri by 4 dec" are two dates.
    let second = piece.iter().skip(1).any(|t| is_deadline(&t.fold));
    !piece.iter().any(marked) && !plus && !colon && !second && !is_filler(last)
}

fn is_filler(word: &str) -> bool {
    is_on(word) || is_deadline(word) || is_article(word) || matches!(word, "of" | "a" | "ωσ")
}

fn read(
    line: &str,
    piece: &[Token],
    (now, calendar): (Moment, &Workdays),
    look: Toward,
    around: Around,
) -> Option<Dated> {
    let text: Vec<&str> = piece
        .iter()
        .filter_map(|t| line.get(if t.sigil.is_some() { t.raw.start } else { t.core.start }..t.core.end))
        .collect();
    let text = text.join(" ");
    let words: Vec<&str> = piece.iter().map(|t| t.fold.as_str()).collect();
    let today = now.date();
    // For what has an hour, an evening is one.
    if look == Toward::Past && matches!(words[..], ["tonight" | "2nite" | "αποψε"]) {
        return when::read_moment(&text, now).map(|at| Dated::Time(at.local().time()));
    }
    let working = when::read_workdays(&text, today, calendar);
    if let Some(day) = working.or_else(|| when::read_date(&text, today)) {
        if !is_meant(&text, piece, &words, today, around) {
            return None;
        }
        let back = || working.or_else(|| when::read_past_date(&text, today)).unwrap_or(day);
        return Some(Dated::Day(if look == Toward::Past { back() } else { day }));
    }
    if look != Toward::Past {
        return None;
    }
    let moment = when::read_moment(&text, now)?;
    let ago = matches!(words.last(), Some(&"ago" | &"πριν")) || words.first() == Some(&"πριν");
    // A time of day follows the day it is read on.
    let yesterday = now.utc_ms.checked_sub(DAY_MS)?;
    let earlier = when::read_moment(&text, Moment { utc_ms: yesterday, ..now })?;
    let shifts = moment.utc_ms.checked_sub(DAY_MS) == Some(earlier.utc_ms);
    // "In 2 hours" lies ahead; without its first word it is how long something took.
    let soon = matches!(words.first(), Some(&"in" | &"σε")) && words.len() == 3;
    match (ago || soon, is_clock(&words)) {
        (true, _) => Some(Dated::Exact(moment)),
        (_, true) if shifts => Some(Dated::Time(moment.local().time())),
        _ => None,
    }
}

/// Whether the words are a time of day and no distance ("30 min" is how long it took).
fn is_clock(words: &[&str]) -> bool {
    let first = words.first().copied().unwrap_or_default();
    let digit = first.starts_with(|c: char| c.is_ascii_digit());
    let half = |w: &str| ["am", "pm", "a.m", "p.m", "πμ", "μμ", "π.μ", "μ.μ"].iter().any(|h| w.ends_with(h));
    matches!(first, "at" | "στισ" | "στη" | "στην" | "noon" | "midday")
        || (digit && words.len() == 1 && first.contains(':'))
        || (digit && words.last().is_some_and(|w| half(w)))
}

/// Whether what can be read as a day is meant as one.
fn is_meant(text: &str, piece: &[Token], words: &[&str], today: NaiveDate, around: Around) -> bool {
    if around.open {
        return true;
    }
    let first = words.first().copied().unwrap_or_default();
    let signed = text.starts_with(['+', '-']);
    // The same day read from itself is itself: a day of the calendar, no distance.
    let fixed = when::read_date(text, today).is_some_and(|d| when::read_date(text, d) == Some(d));
    let digits = text.contains(|c: char| c.is_ascii_digit());
    let month = fixed && digits && words.iter().any(|w| w.chars().filter(|c| c.is_alphabetic()).count() >= 3);
    if signed || month {
        return true;
    }
    match words {
        [one] if is_plain_day(one) => true,
        [one] if is_weekday(text, today) => {
            let latin = one.is_ascii();
            // «τρίτη» is also "third", "sun" and "sat" are words of their own.
            let sure = if latin {
                !matches!(*one, "sun" | "sat" | "wed" | "mon")
                    || around.asked
                    || piece.iter().all(|t| t.capital)
            } else {
                one.chars().count() >= 5 && piece.iter().all(|t| t.capital)
            };
            // «παρά» is a word, and the beginning of a Friday.
            sure || (around.last && (latin || one.chars().count() >= 5))
        }
        [one] => {
            let dots = one.matches('.').count();
            // "26.11." can hardly be a number, "2.1." may be.
            let dotted = dots == 1
                && around.dot
                && one.split('.').next().is_some_and(|day| day > "12" && day.len() == 2);
            let written = one.contains('/') || one.contains('-') || dots == 2 || dotted;
            fixed && (written || around.asked || (dots == 0 && around.last))
                || (!fixed && digits && around.last)
        }
        _ => {
            let calendar = fixed && is_weekday(first, today);
            is_told_by_another(words)
                || matches!(words, [day, "week"] if is_weekday(day, today))
                || starts_phrase(first)
                || words.last().is_some_and(|w| matches!(*w, "ago" | "πριν"))
                || calendar
        }
    }
}

/// "a week from friday", "friday week", "kw 50", "second tuesday of december": what is a date and has such words is nothing
/// else.
fn is_told_by_another(words: &[&str]) -> bool {
    let middle = words.get(1..words.len().saturating_sub(1)).unwrap_or_default();
    let weeks = matches!(words, [day, "in" | "σε", _, _] if when::is_weekday(day));
    weeks
        || middle.iter().any(|w| matches!(*w, "from" | "after" | "before" | "πριν" | "μετα"))
        || matches!(words, ["week" | "kw" | "wk" | "εβδομαδα", _])
        || words.len() >= 3 && words.first().is_some_and(|w| when::is_ordinal(w))
}

/// Whether a word is the name of a weekday: from wherever one looks, it is the same day within the coming week.
pub(super) fn is_weekday(text: &str, today: NaiveDate) -> bool {
    if !text.chars().all(char::is_alphabetic) {
        return false;
    }
    let Some(day) = when::read_date(text, today) else { return false };
    (0..7).all(|off| {
        let Some(base) = today.checked_add_days(Days::new(off)) else { return false };
        when::read_date(text, base).is_some_and(|d| d > base && (d - day).num_days() % 7 == 0)
    })
}

#[cfg(test)]
mod tests {
    use super::super::token::split;
    use super::*;

    /// Tuesday.
    fn now() -> Moment {
        Moment::from_rfc3339("2026-11-24T10:20:00+02:00").unwrap()
    }

    fn day_of(line: &str, look: Toward) -> Option<String> {
        let tokens = split(line);
        (0..tokens.len()).find_map(|at| phrase(line, &tokens, at, (now(), &Workdays::default()), look)).map(
            |p| match p.found {
                Dated::Day(day) => day.to_string(),
                Dated::Time(time) => time.format("%H:%M").to_string(),
                Dated::Exact(at) => at.to_rfc3339(),
            },
        )
    }

    #[test]
    fn what_happened_lies_behind() {
        for (line, wanted) in [
            ("on fri", "2026-11-20"),
            ("mon", "2026-11-23"),
            ("on tue", "2026-11-24"),
            ("yesterday", "2026-11-23"),
            ("24/12", "2025-12-24"),
            ("20/11", "2026-11-20"),
            ("on the 15th", "2026-11-15"),
            ("tomorrow", "2026-11-25"),
            ("24.12.2026", "2026-12-24"),
            ("at 15:30", "15:30"),
            ("at noon", "12:00"),
            ("στις 11", "11:00"),
            ("στις 20/11", "2026-11-20"),
            ("2 hours ago", "2026-11-24T08:20:00.000+02:00"),
            ("πριν 3 μέρες", "2026-11-21"),
            ("την Παρασκευή", "2026-11-20"),
        ] {
            assert_eq!(day_of(line, Toward::Past).as_deref(), Some(wanted), "{line}");
        }
    }

    #[test]
    fn prose_is_no_date() {
        for line in [
            "3 days of work",
            "twice a week",
            "the 2027 catalogue",
            "may",
            "τρίτη έκδοση",
            "παρά",
            "30 min",
            "the sun shines",
            "version 2.1 of it",
            "4 people",
            "2 hours",
            "two months late",
            "now we know",
        ] {
            assert_eq!(day_of(line, Toward::Future), None, "{line}");
            assert_eq!(day_of(line, Toward::Past), None, "{line}");
        }
    }

    #[test]
    fn what_is_to_be_done_lies_ahead() {
        for (line, wanted) in [
            ("by fri", "2026-11-27"),
            ("due 24/12", "2026-12-24"),
            ("until the end of month", "2026-11-30"),
            ("by 3d", "2026-11-27"),
            ("in 3 days", "2026-11-27"),
            ("+2w", "2026-12-08"),
            ("by 15th", "2026-12-15"),
            ("next fri", "2026-12-04"),
            ("24 dec", "2026-12-24"),
            ("μέχρι την Παρασκευή", "2026-11-27"),
            ("έως 24/12", "2026-12-24"),
            ("σε 3 μέρες", "2026-11-27"),
            ("αύριο", "2026-11-25"),
        ] {
            assert_eq!(day_of(line, Toward::Future).as_deref(), Some(wanted), "{line}");
        }
    }
}
