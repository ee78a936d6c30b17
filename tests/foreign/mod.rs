//! The sample book with every text of its records in Cyrillic letters, so that whatever is shown in Latin or Greek ones is said
//! by the program; and what of that is English.
#![allow(dead_code, reason = "not every test uses all of it")]

use super::desk::now;
use std::collections::{BTreeMap, HashSet};
use std::sync::OnceLock;
use syndeo::app::{COMMANDS, Spec};
use syndeo::demo;
use syndeo::domain::{Check, Hand, Holder, Labelled, Record, Value};

/// Latin words that stand on a Greek screen, and why.
pub const LATIN: &[(&str, &[&str])] = &[
    (
        "the name of the program, and what is typed to run it",
        &["syndeo", "demo", "import", "companies", "csv", "person", "export", "erase", "out"],
    ),
    (
        "names of keys",
        &[
            "enter",
            "esc",
            "tab",
            "space",
            "ctrl",
            "alt",
            "shift",
            "pgdn",
            "pgup",
            "home",
            "end",
            "up",
            "down",
            "left",
            "right",
            "delete",
            "backspace",
        ],
    ),
    ("what Greeks write in Latin letters", &["mail", "csat", "banner", "byte", "kib", "mb", "sled"]),
    ("names of files of a book", &["format", "inbox"]),
    ("languages by their codes", &["el", "en"]),
    ("kinds of files", &["tsv", "xlsx", "ods", "json", "jsonl", "md", "vcf", "ics", "eml", "mbox"]),
    ("variables of the environment", &["visual", "editor"]),
    ("the sample of a line that is captured", &["aegean", "maria"]),
];

/// A letter of a record, so that none of it is mistaken for the program's.
pub fn foreign(c: char) -> char {
    let letter = |small: char, capital: char| if c.is_uppercase() { capital } else { small };
    match c {
        'a'..='z' | 'A'..='Z' | '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' if c.is_alphabetic() => {
            letter('ж', 'Ж')
        }
        _ if c.is_alphabetic() && c as u32 <= 0x24f && !c.is_ascii() => letter('д', 'Д'),
        _ => c,
    }
}

pub fn text(text: &str) -> String {
    text.chars().map(foreign).collect()
}

/// The record with all its texts in foreign letters.
pub fn in_cyrillic(mut record: Record) -> Record {
    for field in record.fields() {
        let value = match field.read(&record) {
            Value::Text(t) => Value::Text(text(&t)),
            Value::Words(all) => Value::Words(all.iter().map(|t| text(t)).collect()),
            Value::Labelled(all) => {
                let each = |l: &Labelled| Labelled { label: text(&l.label), value: text(&l.value) };
                Value::Labelled(all.iter().map(each).collect())
            }
            Value::Checks(all) => {
                Value::Checks(all.iter().map(|c| Check { text: text(&c.text), ..c.clone() }).collect())
            }
            Value::Hands(all) => {
                let holder = |of: &Holder| match of {
                    Holder::Other(name) => Holder::Other(text(name)),
                    other => other.clone(),
                };
                Value::Hands(all.iter().map(|h| Hand { holder: holder(&h.holder), ..h.clone() }).collect())
            }
            _ => continue,
        };
        field.write(&mut record, value).unwrap();
    }
    record
}

pub fn book() -> Vec<Record> {
    demo::book(now()).into_iter().map(in_cyrillic).collect()
}

/// Words of one alphabet.
pub fn words(picture: &str, is_letter: impl Fn(char) -> bool) -> Vec<&str> {
    picture.split(|c: char| !is_letter(c)).filter(|word| word.chars().count() > 1).collect()
}

/// Every way of keys, without blanks.
pub fn ways() -> &'static HashSet<String> {
    static WAYS: OnceLock<HashSet<String>> = OnceLock::new();
    WAYS.get_or_init(|| COMMANDS.iter().flat_map(Spec::ways).map(|way| way.replace(' ', "")).collect())
}

/// Latin words that have no reason to be there. Names of files are told as they are, and ways of keys without their blanks.
pub fn english(line: &str) -> Vec<String> {
    let is_file = |token: &str| [".csv", ".md", ".pdf", ".jsonl"].iter().any(|ending| token.contains(ending));
    let is_way = |token: &str| ways().contains(token);
    // What stands for something in a captured line, in the steps of a playbook and in the days of a calendar.
    let is_sign = |token: &str| token.starts_with(['@', '!', '+']);
    let is_number = |token: &str| token.starts_with(|c: char| c.is_ascii_digit());
    let all: Vec<&str> = line.split_whitespace().collect();
    let is_grammar = |at: usize| match all[at] {
        "day" | "every" => all.get(at + 1).is_some_and(|next| is_number(next)),
        "to" => at > 0 && is_number(all[at - 1]),
        _ => false,
    };
    let is_id = |token: &str| uuid::Uuid::parse_str(token).is_ok();
    let said = |(at, token): &(usize, &&str)| {
        !(is_file(token) || is_way(token) || is_sign(token) || is_id(token) || is_grammar(*at))
    };
    let line = all.iter().enumerate().filter(said).map(|(_, token)| *token).collect::<Vec<_>>().join(" ");
    // Currencies, countries and the like.
    let is_code = |word: &&str| word.len() <= 3 && word.chars().all(|c| c.is_ascii_uppercase());
    let found = words(&line, |c| c.is_ascii_alphabetic()).into_iter().filter(|word| !is_code(word));
    let found = found.map(str::to_lowercase);
    found.filter(|word| !LATIN.iter().any(|(_, known)| known.contains(&word.as_str()))).collect()
}

/// What is left in English, and where it was seen first.
#[derive(Default)]
pub struct Left(BTreeMap<String, String>);

impl Left {
    pub fn look(&mut self, place: &str, picture: &str) {
        for line in picture.lines() {
            for word in english(line) {
                self.0.entry(word).or_insert_with(|| format!("{place}: {}", line.trim()));
            }
        }
    }

    pub fn is_nothing(&self) {
        let told: Vec<String> = self.0.iter().map(|(word, place)| format!("{word}  ({place})")).collect();
        assert!(told.is_empty(), "{} words in English:\n{}", told.len(), told.join("\n"));
    }
}
