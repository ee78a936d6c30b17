//! Dates that are nearly written as they are read: slips of the hand, and words of other languages. They stay in the title,
//! and the day that is likely meant is shown.

use super::date_words::is_commitment;
use super::ordinary::is_ordinary;
use super::reader::{Reader, Stage};
use super::slips::slips;
use super::token::Token;
use super::{Doubt, OfDay};
use crate::domain::when;
use chrono::NaiveDate;

/// Words for days and months in French, German, Spanish and Italian, and the English ones; folded.
const FOREIGN: &[(&str, &[&str])] = &[
    ("today", &["heute", "aujourd'hui", "aujourd’hui", "oggi"]),
    ("tomorrow", &["demain", "morgen", "manana", "domani"]),
    ("yesterday", &["gestern", "ieri", "ayer"]),
    ("monday", &["lundi", "montag", "lunes", "lunedi"]),
    ("tuesday", &["mardi", "dienstag", "martes", "martedi"]),
    ("wednesday", &["mercredi", "mittwoch", "miercoles", "mercoledi"]),
    ("thursday", &["jeudi", "donnerstag", "jueves", "giovedi"]),
    ("friday", &["vendredi", "freitag", "viernes", "venerdi"]),
    ("saturday", &["samedi", "samstag", "sonnabend", "sabado", "sabato"]),
    ("sunday", &["dimanche", "sonntag", "domingo", "domenica"]),
    ("january", &["janvier", "januar", "janner", "enero", "gennaio"]),
    ("february", &["fevrier", "februar", "febrero", "febbraio"]),
    ("march", &["mars", "marz", "maerz", "marzo"]),
    ("april", &["avril", "abril", "aprile"]),
    ("may", &["mai", "mayo", "maggio"]),
    ("june", &["juin", "juni", "junio", "giugno"]),
    ("july", &["juillet", "juli", "julio", "luglio"]),
    ("august", &["aout", "agosto"]),
    ("september", &["septembre", "septiembre", "setiembre", "settembre"]),
    ("october", &["octobre", "oktober", "octubre", "ottobre"]),
    ("november", &["novembre", "noviembre"]),
    ("december", &["decembre", "dezember", "diciembre", "dicembre"]),
];

/// Short names of days in German; they are words of other languages too, and count at the end of a line alone.
const SHORT: &[(&str, &str)] = &[
    ("mo", "monday"),
    ("di", "tuesday"),
    ("mi", "wednesday"),
    ("do", "thursday"),
    ("fr", "friday"),
    ("sa", "saturday"),
];

/// Words that are told from today and are long enough to slip in.
const FROM_TODAY: &[&str] =
    &["today", "tomorrow", "yesterday", "tonight", "σημερα", "αυριο", "μεθαυριο", "εχθεσ", "προχθεσ"];

/// Words that are words of their own, though a date is one slip away.
const OWN_WORDS: &[&str] = &[
    "marsh",
    "match",
    "monkey",
    "sundae",
    "sundry",
    "toady",
    "toddy",
    "watch",
    "κυρια",
    "σημαια",
    "σημεια",
    "τριτα",
];

/// What ends the number of a day in other languages: "1er", "1º", "3e".
const ENDINGS: &[&str] = &["er", "ere", "e", "o", "a", "te", "ten", "st", "nd", "rd", "th", "η", "ησ"];

/// The most pieces such a date has.
const LONGEST: usize = 4;
/// Letters from which on a word may be a slip, and from which on it may be two.
const LETTERS: (usize, usize) = (4, 7);

/// The words of dates that a folded word nearly is: those that are nearest.
fn meant(word: &str) -> Vec<&'static str> {
    if let Some((english, _)) = FOREIGN.iter().find(|(_, words)| words.contains(&word)) {
        return vec![english];
    }
    let letters = word.chars().count();
    let plain = letters >= LETTERS.0 && word.chars().all(char::is_alphabetic);
    if !plain || is_ordinary(word) || when::is_ordinal(word) || OWN_WORDS.contains(&word) {
        return vec![];
    }
    let (first, second) = (word.chars().next(), word.chars().nth(1));
    let distance = |name: &'static str| -> Option<(usize, &'static str)> {
        let (long, slips) = (name.chars().count(), slips(word, name));
        let (one, two) = (name.chars().next(), name.chars().nth(1));
        let begins = first == one || (second == one && first == two);
        let most = if letters >= LETTERS.1 && long > LETTERS.1 { 2 } else { 1 };
        let near = begins || long > LETTERS.1 && slips == 1;
        (long > LETTERS.0 && near && slips <= most).then_some((slips, name))
    };
    let names = FROM_TODAY.iter().copied().chain(when::names());
    let mut near: Vec<_> = names.filter_map(distance).collect();
    near.sort_unstable();
    let least = near.first().map_or(0, |(slips, _)| *slips);
    near.into_iter().take_while(|(slips, _)| *slips == least).map(|(_, name)| name).collect()
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// What a word of a date may have been meant as: a number without its ending, a nearly written word put right.
fn options(word: &str) -> Vec<String> {
    let number = word.trim_end_matches(char::is_alphabetic);
    let ending = &word[number.len()..];
    if is_number(number) && (ending.is_empty() || ENDINGS.contains(&ending)) {
        return vec![number.to_owned()];
    }
    let meant = meant(word);
    if meant.is_empty() { vec![word.to_owned()] } else { meant.into_iter().map(str::to_owned).collect() }
}

/// "15th".
fn ordinal(day: u32) -> String {
    let ending = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    day.to_string() + ending
}

/// A date that was likely meant.
pub(super) struct Likely {
    /// How many pieces it is written in.
    pub(super) used: usize,
    /// How it would be read; several where it may be several.
    written: Vec<String>,
}

impl Reader<'_> {
    /// The date that the pieces from here on nearly are.
    pub(super) fn likely(&self, at: usize) -> Option<Likely> {
        self.at_the_end(at).or_else(|| (1..=LONGEST).rev().find_map(|used| self.nearly_written(at, used)))
    }

    /// "15.", "Mo" as the last words of a line.
    fn at_the_end(&self, at: usize) -> Option<Likely> {
        let plain = |t: &&Token| !t.quoted && t.sigil.is_none();
        let token = self.tokens.get(at).filter(|t| plain(t) && self.is_end(at + 1))?;
        let dot = self.line[token.core.end..token.raw.end].starts_with('.');
        let day = token.fold.parse::<u32>().ok().filter(|day| dot && (1..=31).contains(day));
        let short = SHORT.iter().find(|(word, _)| token.capital && token.fold == *word);
        let written = day.map(ordinal).or_else(|| short.map(|(_, name)| (*name).to_owned()))?;
        Some(Likely { used: 1, written: vec![written] })
    }

    fn nearly_written(&self, at: usize, used: usize) -> Option<Likely> {
        let tokens = self.tokens.get(at..at + used)?;
        let (last, before) = tokens.split_last()?;
        let apart = |t: &Token| t.stop() && !is_number(&t.fold);
        let marked = |t: &Token| t.quoted || t.sigil.is_some();
        if last.fold.is_empty() || before.iter().any(apart) || tokens.iter().any(marked) {
            return None;
        }
        let words: Vec<Vec<String>> = tokens.iter().map(|t| options(&t.fold)).collect();
        let most = words.iter().map(Vec::len).max()?;
        let edge = |w: Option<&String>| w.is_some_and(|w| when::is_filler(w));
        let plain: Vec<&str> = tokens.iter().map(|t| t.fold.as_str()).collect();
        let written = (0..most).filter_map(|n| {
            let words: Vec<String> = words.iter().filter_map(|w| w.get(n).or(w.last()).cloned()).collect();
            let changed = words.iter().zip(&plain).any(|(a, b)| a != b && !is_number(a));
            let whole = changed && !edge(words.first()) && !edge(words.last());
            let text = words.join(" ");
            (whole && when::read_date(&text, self.now.date()).is_some()).then_some(text)
        });
        Some(Likely { used, written: written.collect() }).filter(|likely| !likely.written.is_empty())
    }

    /// The day that is likely meant: where it may lie on both sides, the nearer one.
    fn day_of(&self, written: &str) -> Option<NaiveDate> {
        let today = self.now.date();
        let ahead = when::read_date(written, today)?;
        let behind = when::read_past_date(written, today).filter(|_| self.kind.touch().is_some());
        Some(behind.filter(|b| (today - *b).num_days() < (ahead - today).num_days()).unwrap_or(ahead))
    }

    /// "by tomorow", "3 décembre": what day was likely meant.
    pub(super) fn likely_date(&self) -> Option<Doubt> {
        (self.start..self.tokens.len()).filter(|at| self.may_be_dated(*at)).find_map(|at| {
            let likely = self.likely(at).filter(|l| self.is_text(at, l.used))?;
            let days = likely.written.iter().filter_map(|w| self.day_of(w));
            let days = days.collect();
            Some(self.about(at, likely.used, OfDay::Likely(days, likely.written)))
        })
    }

    /// Whether a day here would be one of the line: in the text of a touch it is about something else, but for what
    /// was taken on.
    fn may_be_dated(&self, at: usize) -> bool {
        let colon = self.tokens.iter().position(Token::colon);
        let in_text = self.kind.touch().is_some()
            && self.verb.is_none()
            && self.stage == Stage::Body
            && colon.is_some_and(|colon| at > colon);
        let taken_on = || (at.saturating_sub(6).max(self.start)..at).any(|i| is_commitment(self.fold(i)));
        !in_text || taken_on()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::fold;

    #[test]
    fn slips_and_words_of_other_languages_are_seen() {
        for (word, wanted) in [
            ("tomorow", "tomorrow"),
            ("tommorow", "tomorrow"),
            ("tomorrwo", "tomorrow"),
            ("wendesday", "wednesday"),
            ("wensday", "wednesday"),
            ("thrusday", "thursday"),
            ("firday", "friday"),
            ("februray", "february"),
            ("decmeber", "december"),
            ("παρασκεβη", "παρασκευη"),
            ("αυρηο", "αυριο"),
            ("δεκεβριου", "δεκεμβριου"),
            ("fridayy", "friday"),
            ("lundi", "monday"),
            ("decembre", "december"),
        ] {
            assert_eq!(meant(&fold(word)), [wanted], "{word}");
        }
        for word in
            ["match", "sundry", "σημεία", "δεύτερη", "remember", "member", "monday", "fri", "Marco", "today"]
        {
            let meant = meant(&fold(word));
            assert!(meant.is_empty() || meant == ["march"], "{word}: {meant:?}");
        }
        for (english, others) in FOREIGN {
            assert!(others.iter().all(|w| fold(w) == **w), "{english}");
        }
    }
}
