//! Dates that are nearly written as they are read: slips of the hand, and words of other languages. They stay in the title,
//! and the day that is likely meant is shown.

use super::date_words::is_commitment;
use super::reader::{Reader, Stage};
use super::slips::slips;
use super::token::Token;
use super::words::is_ordinary;
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

/// The word of a date that a folded word nearly is.
fn meant(word: &str) -> Option<&'static str> {
    if let Some((english, _)) = FOREIGN.iter().find(|(_, words)| words.contains(&word)) {
        return Some(english);
    }
    let letters = word.chars().count();
    let plain = letters >= LETTERS.0 && word.chars().all(char::is_alphabetic);
    if !plain || is_ordinary(word) || when::is_ordinal(word) || OWN_WORDS.contains(&word) {
        return None;
    }
    let (first, second) = (word.chars().next(), word.chars().nth(1));
    let near = |name: &&&'static str| {
        let long = name.chars().count();
        let begins =
            first == name.chars().next() || second == name.chars().next() && first == name.chars().nth(1);
        let most = if letters >= LETTERS.1 && long > LETTERS.1 { 2 } else { 1 };
        long > LETTERS.0
            && (begins || long > LETTERS.1 && slips(word, name) == 1)
            && slips(word, name) <= most
    };
    let names: Vec<&'static str> = FROM_TODAY.iter().copied().chain(when::names()).collect();
    names.iter().filter(|name| near(&name)).min_by_key(|name| slips(word, name)).copied()
}

/// "15th".
fn ordinal(day: u32) -> String {
    let ending = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

/// A date that was likely meant.
pub(super) struct Likely {
    /// How many pieces it is written in.
    pub(super) used: usize,
    /// How it would be read.
    written: String,
}

impl Reader<'_> {
    /// The date that the pieces from here on nearly are.
    pub(super) fn likely(&self, at: usize) -> Option<Likely> {
        self.at_the_end(at).or_else(|| self.nearly_written(at))
    }

    /// "15.", "Mo" as the last words of a line.
    fn at_the_end(&self, at: usize) -> Option<Likely> {
        let token = self.tokens.get(at).filter(|t| !t.quoted && t.sigil.is_none() && self.is_end(at + 1))?;
        let dot = self.line[token.core.end..token.raw.end].starts_with('.');
        let day = token.fold.parse::<u32>().ok().filter(|day| dot && (1..=31).contains(day));
        let short = SHORT.iter().find(|(word, _)| token.capital && token.fold == *word);
        let written = day.map(ordinal).or_else(|| short.map(|(_, name)| (*name).to_owned()))?;
        Some(Likely { used: 1, written })
    }

    fn nearly_written(&self, at: usize) -> Option<Likely> {
        (1..=LONGEST).rev().find_map(|used| {
            let tokens = self.tokens.get(at..at + used)?;
            let (last, before) = tokens.split_last()?;
            let is_number =
                |text: &str| (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
            let apart = |t: &Token| t.stop() && !is_number(&t.fold);
            if last.fold.is_empty()
                || before.iter().any(apart)
                || tokens.iter().any(|t| t.quoted || t.sigil.is_some())
            {
                return None;
            }
            let mut changed = false;
            let words: Vec<String> = tokens
                .iter()
                .map(|t| {
                    let number = t.fold.trim_end_matches(char::is_alphabetic);
                    let ending = &t.fold[number.len()..];
                    if is_number(number) && (ending.is_empty() || ENDINGS.contains(&ending)) {
                        return number.to_owned();
                    }
                    let meant = meant(&t.fold);
                    changed |= meant.is_some();
                    meant.map_or_else(|| t.fold.clone(), str::to_owned)
                })
                .collect();
            let written = words.join(" ");
            let edge = |w: Option<&String>| w.is_some_and(|w| when::is_filler(w));
            let read = changed
                && !edge(words.first())
                && !edge(words.last())
                && when::read_date(&written, self.now.date()).is_some();
            read.then_some(Likely { used, written })
        })
    }

    /// The day that is likely meant: where it may lie on both sides, the nearer one.
    fn day_of(&self, likely: &Likely) -> Option<NaiveDate> {
        let today = self.now.date();
        let ahead = when::read_date(&likely.written, today)?;
        let behind = when::read_past_date(&likely.written, today).filter(|_| self.kind.touch().is_some());
        Some(behind.filter(|b| (today - *b).num_days() < (ahead - today).num_days()).unwrap_or(ahead))
    }

    /// "by tomorow", "3 décembre": what day was likely meant.
    pub(super) fn likely_date(&self) -> Option<String> {
        (self.start..self.tokens.len()).filter(|at| self.may_be_dated(*at)).find_map(|at| {
            let likely = self.likely(at).filter(|l| self.is_text(at, l.used))?;
            let shown = when::show(self.day_of(&likely)?, self.now.date());
            Some(format!(
                "“{}” may be {shown}: it stays in the title, and is read when written “{}”",
                self.words(at, likely.used),
                likely.written
            ))
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
            ("lundi", "monday"),
            ("decembre", "december"),
        ] {
            assert_eq!(meant(&fold(word)), Some(wanted), "{word}");
        }
        for word in
            ["match", "sundry", "σημεία", "δεύτερη", "remember", "member", "monday", "fri", "Marco", "today"]
        {
            assert_eq!(meant(&fold(word)).filter(|m| *m != "march"), None, "{word}");
        }
        for (english, others) in FOREIGN {
            assert!(others.iter().all(|w| fold(w) == **w), "{english}");
        }
    }
}
